"""The command that a title names, and what the title says of it.

Goes in: the words of a heading or of a label. Comes out: the command as written and its purpose, or None.
"""

from __future__ import annotations

import re
from typing import Final

from exporter.kramdown.nodes import Inlines, Text
from exporter.recognise.code.command_line import is_command
from exporter.recognise.commands.names import command_in, named_on_one_side
from exporter.recognise.pattern import Context
from exporter.recognise.text.inlines import code_spans, cut, one_line, span_of, strip, text_of
from exporter.recognise.text.labels import splits, without_number
from exporter.recognise.text.programs import WITH_SUBCOMMANDS, WORDLIKE
from exporter.recognise.text.words import EAST, EAST_LETTER, is_word

_TOPIC: Final = re.compile(r"^[\[【][^\]】\n]{1,24}[\]】]\s*(?=\S)")
"""What a title is filed under: `[Linux] grep - …`."""
_ORDINARY: Final = r"(?:常用的?|常见的?|基本|主要|よく使う|자주 (?:쓰는|쓰이는|사용하는)|기본|주요|필수|핵심|유용한)"
"""What says of commands that they are the ones one needs."""
_WITH_WORD: Final = re.compile(
    rf"\s*{_ORDINARY}?\s?(?:명령어|명령|커맨드|command|コマンド|命令)(?P<rest>.*)$", re.IGNORECASE
)
_SYSTEM: Final = re.compile(
    r"^(?:(?:linux|unix|bash|shell|windows|mac ?os|ubuntu|centos|리눅스|유닉스|윈도우즈?|우분투|맥)\s+)(?=[a-z])",
    re.IGNORECASE,
)
"""The system a title puts before the command it is about."""
_TAIL: Final = re.compile(
    r"^(?P<name>\S.*?)(?:\s?(?:명령어|명령|커맨드|コマンド|命令)|(?<=\S) commands?)?(?:\s*[(（][^()（）]*[)）])?\s*"
    r"(?:(?:[의の]|및|[와과](?=\s)|と|and|&|,)?\s*"
    rf"(?:{_ORDINARY}\s?(?:명령어|명령|커맨드|コマンド|命令)|{_ORDINARY}|간단|올바른|옵션들?|"
    r"사용법|사용 ?방법|사용하기|사용 ?예시?|사용 ?예제|활용법?|예시|예제|"
    r"정리|치트 ?시트|모음|알아보기|살펴보기|배우기|이란|란|使い方|オプション|とは|まとめ|用法|使用方法|使用|详解|"
    r"cheat ?sheets?|usage|basics|examples|tutorial)\s*(?:[(（][^()（）]*[)）])?)+[?？]?$",
    re.IGNORECASE,
)
"""A command, and words that only say what kind of text follows: `tar 명령어 사용법`, `docker rmi の使い方`."""
_CALLED: Final = re.compile(r"(?P<name>[a-z]\S*) ?(?:명령어|명령|커맨드|command|コマンド|命令)$")
_OPTIONS_ONLY: Final = re.compile(r"(?:옵션들?|オプション)$")
_ASKED: Final = re.compile(r"(?:이란|란|とは)\s*[?？]?$")
"""Asks what a thing is: of a single word that may be a tool as well as a command."""
_PARTICLE: Final = re.compile(
    r"(?:은|는|이|가|을|를|의|와|과|로|으로|에서|에|도|만|이란|란|처럼|같은|명령어?|커맨드)(?=\s|$)|(?:명령|커맨드|옵션)"
)
_LISTED: Final = re.compile(r"^[\w.+-]+(?:, [\w.+-]+)+$")
"""Names one after the other, which say nothing."""
_IN_BRACKETS: Final = re.compile(r"^(?P<name>[^()]+?)\s*\((?P<gloss>[^()]+)\)$")
_NAME_THEN_WORDS: Final = re.compile(
    rf"(?P<name>[a-z./~][\x21-\x7e]*(?: (?![-:=|]+ )[\x21-\x7e]+)+) +(?P<said>[{EAST}]+(?: \S+)+)$"
)
_NAME_BY_MEANS: Final = re.compile(
    r"(?P<name>[a-z][\x21-\x7e]*(?: [\x21-\x7e]+)*?)`?"
    r"(?:(?: ?コマンド)?(?:で|を使って|を用いて)|"
    r"(?: ?(?:명령어?|커맨드))?(?:으로|로|(?:을|를) (?:이용|사용|통)\S*) )\s*"
    rf"(?=[A-Za-z]*[{EAST}])"
)
"""A command and what joins it to what one does with it: `docker ps로 목록 보기`."""
_TOPIC_OF: Final = re.compile(rf"(?P<program>[a-z][\w-]*) (?=[{EAST}])")
"""A program and words that are no subcommand of it: `git 별명`."""
_DONE_BY: Final = re.compile(
    r"(?P<said>.*(?:[가-힣](?:을|를|에|에서|로|으로) (?:\S+ ){0,3}?\S*"
    r"(?<!배우)(?<!사용하)(?<!이용하)(?<!활용하)(?:는|위한)|"
    r"[\u4e00-\u9fff]{2}的|を\S*[うくすつぶむる])) ?(?:명령어?,? )?(?P<name>[a-z][\w.-]*(?: -{0,2}[a-z][\w-]*){0,2})"
    r"(?: ?(?:명령어?|命令|コマンド))?$"
)
"""A clause that does something to a thing, and a command behind it."""
_VERSIONED: Final = re.compile(r"\s[<>]=? ?v?\d")
"""What a program must be or is, by its version: `cmake >= 3.1`."""


def heading_command(inlines: Inlines, context: Context) -> tuple[str, Inlines] | None:
    """The command that a title names, and what the title says of it."""
    title = without_number(inlines)
    filed = _TOPIC.match(text_of(title))
    title = _without_tail(cut(title, filed.end()) if filed else title, context)
    text = text_of(title)
    if _VERSIONED.search(text):
        return None
    if bracketed := _worded(title, context) if _IN_BRACKETS.match(text) else None:
        return bracketed
    return (
        _joined(title, context)
        or _before_sign(title, context)
        or _whole(title, context)
        or _beside_sign(title, context)
        or _worded(title, context)
        or _code_first(title, context)
        or _plain_first(title, context)
        or _paired(title, context)
        or _named_last(title, context)
    )


def _before_sign(title: Inlines, context: Context) -> tuple[str, Inlines] | None:
    """`chmod - 권한을 바꾼다`: words of more than one behind the sign."""
    for split in context.desk.once(splits, title):
        left = command_in(split.before, context, 1)
        told = " " in split.right and not is_command(split.right, context)
        if left and left.lower() not in WITH_SUBCOMMANDS and told:
            return left, split.after
    return None


def _whole(title: Inlines, context: Context) -> tuple[str, Inlines] | None:
    """`docker image prune`: a command and nothing else."""
    whole, topic = command_in(title, context, 1), _TOPIC_OF.match(text_of(title))
    if whole is None or whole.lower() in WITH_SUBCOMMANDS or (topic and topic["program"] in WITH_SUBCOMMANDS):
        return None
    return whole, ()


def _beside_sign(title: Inlines, context: Context) -> tuple[str, Inlines] | None:
    """`목록 : ls`, `ls : 목록`."""
    for split in context.desk.once(splits, title):
        named = named_on_one_side(split, context, 1)
        if named and named[0].lower() not in WITH_SUBCOMMANDS:
            return named[0], named[1]
    return None


def _without_tail(title: Inlines, context: Context) -> Inlines:
    """A title without what says only that it is about a command, and how the text treats it."""
    text = text_of(title)
    system = _SYSTEM.match(text)
    start = system.end() if system else 0
    tail = _TAIL.match(text, start) or (_CALLED.match(text, start) if system else None)
    if tail is None or _OPTIONS_ONLY.search(text) or (" " not in tail["name"] and _ASKED.search(text)):
        return title
    name = cut(title, start, tail.end("name"))
    bare = command_in(name, context, 1)
    return name if bare and bare.lower() not in WITH_SUBCOMMANDS else title


def _worded(title: Inlines, context: Context) -> tuple[str, Inlines] | None:
    """`git push 명령어로 올리기`, `ls (list)`."""
    text = text_of(title)
    behind = _IN_BRACKETS.match(text)
    glossed = behind and behind["gloss"].strip().lower() not in WITH_SUBCOMMANDS
    if behind and glossed and is_command(behind["gloss"], context, 0) and not is_command(behind["name"], context, 0):
        return behind["gloss"].strip(), one_line(cut(title, 0, behind.end("name")))
    for match, group in ((_WITH_WORD.search(text), "rest"), (behind, "gloss")):
        if match:
            name = text[: match.start()] if group == "rest" else match["name"]
            if command_in((Text(name, span=span_of(title)),), context, 1) and name.lower() not in WITH_SUBCOMMANDS:
                gloss = one_line(cut(title, match.start(group), match.end(group)))
                return name.strip(" `"), gloss if len(text_of(gloss)) > 3 and not _says_nothing(gloss, context) else ()
    return None


def _joined(title: Inlines, context: Context) -> tuple[str, Inlines] | None:
    """`docker ps로 목록 보기`, `docker psで一覧を表示`."""
    match = _NAME_BY_MEANS.match(text_of(title))
    if match is None or match["name"].lower() in WITH_SUBCOMMANDS:
        return None
    name = command_in(cut(title, 0, match.end("name")), context, 0)
    return (name, one_line(cut(title, match.end()))) if name and " " in name else None


def _code_first(title: Inlines, context: Context) -> tuple[str, Inlines] | None:
    """`` `touch` 빈 파일 만들기``: a command in code, and words behind it."""
    code = next(code_spans(title), None)
    gloss = cut(title, code[1]) if code else ()
    said = text_of(gloss).strip()
    if code is None or code[0] > 0 or not EAST_LETTER.match(said) or _PARTICLE.match(said):
        return None
    name = command_in(cut(title, 0, code[1]), context, 1)
    told = name and name.lower() not in WITH_SUBCOMMANDS and not _says_nothing(gloss, context)
    return (code[2].strip(), one_line(strip(gloss))) if told else None


def _plain_first(title: Inlines, context: Context) -> tuple[str, Inlines] | None:
    """`ls -a 숨김 파일까지 보기`: a command of several words, and words in other letters behind it."""
    match = _NAME_THEN_WORDS.match(text_of(title))
    if match is None or _PARTICLE.match(match["said"]) or not is_command(match["name"], context, 1):
        return None
    return match["name"], one_line(cut(title, match.start("said")))


def _named_last(title: Inlines, context: Context) -> tuple[str, Inlines] | None:
    """`권한을 바꾸는 chmod`: a clause that tells what is done to what, and the command that does it."""
    match = _DONE_BY.match(text_of(title).replace("`", " "))
    name = command_in(cut(title, match.start("name"), match.end("name")), context, 1) if match else None
    if match is None or name is None or name.lower() in WITH_SUBCOMMANDS | WORDLIKE:
        return None
    return name, one_line(strip(cut(title, 0, match.end("said"))))


def _says_nothing(gloss: Inlines, context: Context) -> bool:
    text = text_of(gloss)
    return bool(_LISTED.match(text)) or is_word(
        text, context.vocabulary.option_words | context.vocabulary.command_words
    )


def _paired(title: Inlines, context: Context) -> tuple[str, Inlines] | None:
    """`zip/unzip - …`: two commands under one title."""
    text = text_of(title)
    match = re.match(r"^([a-z][\w.-]*(?:\s*[/,&]\s*[a-z][\w.-]*)+)(?:\s+[-–:]\s+|$)", text)
    if match and all(
        part in context.vocabulary.programs | context.programs for part in re.split(r"\s*[/,&]\s*", match[1])
    ):
        return match[1], one_line(cut(title, match.end()))
    return None
