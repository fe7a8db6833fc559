"""What is typed at the prompt of a database that is none of SQL, where a note shows it without that prompt.

Each client is known by the words of the notes about it: elsewhere `get`, `keys` and `db.close()` are words of other
languages. SQL has its own cues, for its statements stand in notes about anything.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final

from exporter.recognise.code.cue import Typed
from exporter.recognise.pattern import Context
from exporter.words import words_of


@dataclass(frozen=True, slots=True)
class Client:
    """A client: what tells that a note is about it, the first words of what it takes, and other forms of that.

    Those of its words that are also plain ones (`plain`) are typed with something behind them, or in capitals.
    """

    about: re.Pattern[str]
    words: frozenset[str] = frozenset()
    plain: frozenset[str] = frozenset()
    forms: re.Pattern[str] = re.compile(r"(?!)")


def _about(names: str) -> re.Pattern[str]:
    """A title, a tag or a heading with one of these names, or a block of code in its language."""
    return re.compile(
        rf"^(?:#{{1,6}} |(?:title|tags?|categor(?:y|ies)):|\s*(?:```+|~~~+|\{{% highlight) ?).*(?:{names})",
        re.IGNORECASE | re.MULTILINE,
    )


CLIENTS: Final = (
    Client(
        about=_about("redis|레디스"),
        words=words_of(
            """
            append auth bgrewriteaof bgsave bitcount bitop bitpos blpop brpop brpoplpush client cluster config copy
            dbsize decr decrby del discard dump echo eval exec exists expire expireat flushall flushdb geoadd geodist
            geohash geopos georadius geosearch get getbit getdel getex getrange getset hdel hexists hget hgetall hincrby
            hincrbyfloat hkeys hlen hmget hmset hscan hset hsetnx hstrlen hvals incr incrby incrbyfloat info keys
            lastsave lindex linsert llen lmove lpop lpos lpush lpushx lrange lrem lset ltrim mget monitor move mset
            msetnx multi object persist pexpire pexpireat pfadd pfcount pfmerge ping psetex psubscribe pttl publish
            pubsub randomkey rename renamenx replicaof restore role rpop rpoplpush rpush rpushx sadd save scan scard
            sdiff sdiffstore select set setbit setex setnx setrange shutdown sinter sinterstore sismember slaveof
            slowlog smembers smismember smove sort spop srandmember srem sscan strlen subscribe sunion sunionstore
            touch ttl type unlink unsubscribe unwatch watch xack xadd xclaim xdel xgroup xinfo xlen xpending xrange
            xread xreadgroup xrevrange xtrim zadd zcard zcount zincrby zinterstore zpopmax zpopmin zrange zrangebylex
            zrangebyscore zrank zrem zremrangebyrank zremrangebyscore zrevrange zrevrangebyscore zrevrank zscan zscore
            zunionstore
            """
        ),
        plain=words_of(
            """
            append auth client cluster config copy dump echo exists expire get info keys monitor move object persist
            ping publish rename restore role save scan select set shutdown sort subscribe touch type watch
            """
        ),
    ),
    Client(
        about=_about("mongo|몽고"),
        forms=re.compile(
            r"(?:db|rs|sh)\.\w[\w.]*\(|db\.\w+\.\w+$|db\[|show (?:dbs|databases|collections|tables|users|roles)$|"
            r"use [\w<{\[가-힣]+\S*$|db$"
        ),
    ),
    Client(
        about=_about("elastic|opensearch|엘라스틱|kibana|키바나"),
        forms=re.compile(r"(?:GET|POST|PUT|DELETE|HEAD) +/?[\w*<{_-]+(?:/|$|\?| \{)|(?:GET|POST|PUT|DELETE|HEAD) +/\S"),
    ),
)


def begins_as_for_a_client(typed: Typed, context: Context) -> bool:
    """Whether the line begins with a word that a client takes which the note is about."""
    first = typed.words[0].rstrip(";")
    if not (first.isupper() or first.islower()):
        return False
    word, alone = first.lower(), len(typed.words) == 1 and not first.isupper()
    return any(word in client.words and not (alone and word in client.plain) for client in _clients(context))


def has_form_of_a_client(typed: Typed, context: Context) -> bool:
    """Whether the line is of a form that a client takes which the note is about."""
    return any(client.forms.match(typed.line) for client in _clients(context))


def is_clients_word(word: str) -> bool:
    """Whether `word` is the first of what some client takes, be it a plain word or not."""
    return any(word.lower() in client.words for client in CLIENTS)


def goes_on(line: str, context: Context) -> bool:
    """Whether a line opens a call of a client that the note is about, and leaves it open."""
    call = any(client.forms.match(line) for client in _clients(context))
    return call and any(line.count(opening) > line.count(closing) for opening, closing in ("()", "{}", "[]"))


def _clients(context: Context) -> tuple[Client, ...]:
    return context.desk.once(_clients_in, context.source.text)


def _clients_in(text: str) -> tuple[Client, ...]:
    return tuple(client for client in CLIENTS if client.about.search(text))
