"""What speaks for a line being a command: the words in it, and its signs."""

from __future__ import annotations

import re
from typing import Final

from exporter.recognise.code.clients import begins_as_for_a_client, has_form_of_a_client
from exporter.recognise.code.cue import Cue, Typed
from exporter.recognise.code.keys import is_chord
from exporter.recognise.pattern import Context
from exporter.recognise.text.keywords import CLAUSES, INSTRUCTIONS, SQL
from exporter.recognise.text.programs import WORDLIKE
from exporter.recognise.text.words import holds

FLAG: Final = re.compile(r"(?:^|\s)(?:--?[A-Za-z][\w-]*|--|-\d+)(?=[\s=\[<,]|$)")
PLACEHOLDER: Final = re.compile(r"<[^<>\n]{1,40}>|\{[^{}\n]{1,40}\}|\[[^\[\]\n]{1,40}\]|\.{3}|…")
_PLUMBING: Final = re.compile(r"\S (?:\||&&|\|\||>>?|<) \S|\S(?:>>|\|)\S|&$")
_PATH_PROGRAM: Final = re.compile(
    r"^\.{1,2}/[\w./-]*\w(?:\s|$)|^(?:~|/[\w.-]+)/[\w./-]+\s+\S|^/(?:[\w.-]+/)*s?bin/[\w.-]+|"
    r"^[\w./~-]+\.(?:sh|pl|exe|bat|ps1)(?:\s|$)|^\.?(?:[A-Za-z]:)?[\w.%~-]*(?:\\[\w.-]+)+\.(?:exe|bat|cmd|ps1)(?:\s|$)|"
    r"^\.?[\w.-]*\\Scripts\\[Aa]ctivate(?:\s|$)|^[\w./~-]+\.(?:py|rb|js)\s+\S"
)
_ABOUT_SQL: Final = re.compile(
    r"^(?:#{1,6} |(?:title|tags?|categor(?:y|ies)):).*(?:sql|oracle|maria|쿼리|데이터 ?베이스|\bDB\b|数据库|"
    r"データベース)|^\s*(?:```+|~~~+|\{% highlight) ?(?:sql|mysql|plsql|pgsql|postgresql)\b",
    re.IGNORECASE | re.MULTILINE,
)
"""A heading, a tag or the language of a block of code that tells that the note is about SQL."""
_SQL_CAPITALS: Final = frozenset(word.upper() for word in SQL)
_SQL_BODY: Final = re.compile(
    r"(?:select\b.*(?:\bfrom\b|[*(,])|grant\b.*\b(?:on|to)\b|alter (?:table|user|database|system|session)\b)",
    re.IGNORECASE,
)
_WHOLE_LOOP: Final = re.compile(r"(?:for|while|until) .+?; ?do\b.+\bdone\b")
_MOUNTED: Final = re.compile(r"^[A-Z]+=\S+\s{2,}/|^\S+\s+/\S*\s+\w+\s+\S+\s+\d\s+\d$")
"""A line of `fstab`."""
_EDITOR: Final = re.compile(r"^:[a-zA-Z!%][\w!]*(?: \S+)*$|^:[\w%.,$]*s/\S+/\S*$|^set [a-z]+(=\S+)?$|^![\w\[!]")
_CLIENT: Final = re.compile(
    r"^\\(?:[a-zA-Z]{1,4}\+?|timing|conninfo|encoding|password|prompt|watch|unset|[?!])(?=[ ,;]|$)"
)
"""What the prompt of a database's client takes: a backslash, letters, and what they are for."""
_EDITOR_SIGNS: Final = (":", "\\", "!", "set ")
_SIGN: Final = re.compile(r"[-/<{\[…|&>+]|\.(?=\.\.|\w)")


def is_known_program(typed: Typed, context: Context) -> bool:
    """Whether the line calls a program everybody knows, whose name is no plain word."""
    return typed.program in context.vocabulary.programs and typed.program not in WORDLIKE


def is_noted_program(typed: Typed, context: Context) -> bool:
    """Whether the line calls a program that the note shows somewhere."""
    return typed.program in context.programs and not is_known_program(typed, context)


def _flag(typed: Typed, _: Context) -> bool:
    return "-" in typed.line and typed.line[0] != "-" and bool(FLAG.search(typed.line))


def is_sql(typed: Typed, _: Context) -> bool:
    """Whether the line is an SQL statement: in capitals, ended by a semicolon, or going on as one."""
    first, ended = typed.words[0], typed.line.rstrip().endswith(";")
    if len(typed.words) < 2 or first.lower() not in SQL:
        return ended and first.rstrip(";").lower() in SQL
    return first.isupper() or ended or bool(_SQL_BODY.match(typed.line))


def is_whole_loop(typed: Typed, _: Context) -> bool:
    """Whether the line is a loop of the shell, from its first word to its last."""
    return bool(_WHOLE_LOOP.match(typed.line))


def _sql_word(typed: Typed, context: Context) -> bool:
    """A keyword alone; where the note is not about SQL, it is a method of HTTP, the head of a column or a word."""
    return typed.line.lower() in SQL and bool(_ABOUT_SQL.search(context.source.text))


def _sql_clause(typed: Typed, context: Context) -> bool:
    clause = "-".join(typed.words).lower()
    return clause in CLAUSES and bool(_ABOUT_SQL.search(context.source.text))


def _listed(typed: Typed, context: Context) -> bool:
    """Whether a word stands alone in a note, or a part of it, that calls itself one about commands."""
    lone = typed.words == (typed.program,) and typed.program in WORDLIKE
    return lone and holds(" ".join((context.title, *context.trail)), context.vocabulary.command_words)


FOR_ITS_WORDS: Final = (
    Cue("a program everybody knows", 4, is_known_program),
    Cue("a program that is also a word", 2, lambda typed, _: typed.program in WORDLIKE),
    Cue("a program that is also a word, where commands are listed", 1, _listed),
    Cue("a program this note shows", 3, is_noted_program),
    Cue("run as root", 2, lambda typed, _: typed.line.lstrip().startswith("sudo ")),
    Cue("a loop on one line", 4, is_whole_loop),
    Cue("SQL", 4, is_sql),
    Cue(
        "SQL in capitals, and its end", 2, lambda typed, _: typed.line.endswith(";") and typed.words[0] in _SQL_CAPITALS
    ),
    Cue("an SQL keyword alone in a note about SQL", 3, _sql_word),
    Cue("a part of an SQL statement in a note about SQL", 4, _sql_clause),
    Cue("the word of a client that the note is about", 6, begins_as_for_a_client),
    Cue("a form of a client that the note is about", 9, has_form_of_a_client),
    Cue("a Dockerfile instruction", 4, lambda typed, _: typed.words[0] in INSTRUCTIONS),
)
"""What speaks for a line by the words in it. Most lines of a note meet none of it, and are not looked at further."""


def _of_client(typed: Typed, context: Context) -> bool:
    """A backslash and letters where the note is about SQL: elsewhere that is a sign of an expression or of TeX."""
    return bool(_CLIENT.match(typed.line)) and bool(_ABOUT_SQL.search(context.source.text))


FOR_ITS_SIGNS: Final = (
    Cue("a path to run", 3, lambda typed, _: bool(_PATH_PROGRAM.match(typed.bare)) and not _MOUNTED.match(typed.line)),
    Cue("a flag", 2, _flag),
    Cue("a placeholder", 1, lambda typed, _: bool(PLACEHOLDER.search(typed.line))),
    Cue("pipes and redirections", 1, lambda typed, _: bool(_PLUMBING.search(typed.line))),
    Cue("a combination of keys", 7, lambda typed, _: is_chord(typed.line)),
    Cue("an editor's command", 4, lambda typed, _: bool(_EDITOR.match(typed.line))),
    Cue("a command of a database's client", 9, _of_client),
)
"""What speaks for a line that holds a sign (`has_signs`): no other can meet any of it."""


def has_signs(line: str) -> bool:
    """Whether `line` holds a sign that `FOR_ITS_SIGNS` looks for: told in no time, for most hold none."""
    return bool(_SIGN.search(line)) or line.startswith(_EDITOR_SIGNS)
