"""What a title or a cell names as its command, and what it says of it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from html import unescape
from typing import Final

from exporter.kramdown.nodes import Inlines, Link, Text
from exporter.recognise.code.command_line import is_command
from exporter.recognise.code.flags import names_at
from exporter.recognise.code.glosses import without_gloss
from exporter.recognise.code.keys import is_key
from exporter.recognise.code.prompts import EXAMPLE_MARK, PROMPT
from exporter.recognise.pattern import Context
from exporter.recognise.text.inlines import code_spans, cut, one_line, span_of, strip, text_of
from exporter.recognise.text.labels import Split, is_wholly_code, number_length, splits, without_number
from exporter.recognise.text.programs import SUBCOMMANDS, WITH_SUBCOMMANDS
from exporter.recognise.text.words import EAST, EAST_LETTER, is_word

SHORT_KEY: Final = re.compile(
    r"^(?:[A-Za-z]{1,2}!?|\d?[a-zA-Z]{2}|:[\w!$%]+|[/?][가-힣]+|[\^$%{}()/?*#~>.<;,+-]{1,2}|'[!-~]'|\d+G)$"
)
"""A key or a short command of an editor, where keys are explained."""
_KEYS: Final = re.compile(
    r"\b(?:vim?|neovim|tmux|less|screen|emacs|nano|hot ?keys?|shortcuts?|key ?bindings?)\b|단축키|快捷键|"
    r"ショートカット",
    re.IGNORECASE | re.ASCII,
)
_DEEDS_OF_KEYS: Final = re.compile(
    r"명령|키|모드|이동|편집|삭제|복사|검색|저장|command|mode|mov|edit|命令|模式|移动|移動|コマンド", re.IGNORECASE
)
"""What the parts of a note about an editor are called."""
_TOPIC: Final = re.compile(r"^[\[【][^\]】\n]{1,24}[\]】]\s*(?=\S)")
"""What a title is filed under: `[Linux] grep - …`."""
_WITH_WORD: Final = re.compile(r"\s*(?:명령어|명령|커맨드|command|コマンド|命令)(?P<rest>.*)$", re.IGNORECASE)
_SYSTEM: Final = re.compile(
    r"^(?:(?:linux|unix|bash|shell|windows|mac ?os|ubuntu|centos|리눅스|유닉스|윈도우즈?|우분투|맥)\s+)(?=[a-z])",
    re.IGNORECASE,
)
"""The system a title puts before the command it is about."""
_TAIL: Final = re.compile(
    r"^(?P<name>\S.*?)(?:\s?(?:명령어|명령|커맨드|コマンド|命令)|(?<=\S) commands?)?(?:\s*[(（][^()（）]*[)）])?\s*"
    r"(?:(?:[의の]|및|[와과](?=\s)|と|and|&|,)?\s*"
    r"(?:기본|주요|간단|올바른|자주 쓰는|옵션들?|사용법|사용 ?방법|사용하기|사용 ?예시?|사용 ?예제|활용법?|예시|예제|"
    r"정리|치트 ?시트|모음|알아보기|살펴보기|배우기|이란|란|使い方|オプション|とは|まとめ|用法|使用方法|使用|详解|"
    r"cheat ?sheets?|usage|basics|examples|tutorial)\s*(?:[(（][^()（）]*[)）])?)+[?？]?$",
    re.IGNORECASE,
)
"""A command, and words that only say what kind of text follows: `tar 명령어 사용법`, `docker rmi の使い方`."""
_CALLED: Final = re.compile(r"(?P<name>[a-z]\S*) ?(?:명령어|명령|커맨드|command|コマンド|命令)$")
_OPTIONS_ONLY: Final = re.compile(r"(?:옵션들?|オプション)$")
_ASKED: Final = re.compile(r"(?:이란|란|とは)\s*[?？]?$")
"""Asks what a thing is: of a single word that may be a tool as well as a command."""
_BRACKETED: Final = re.compile(r"[(（][^()（）]*[)）]\s*$")
_PARTICLE: Final = re.compile(
    r"(?:은|는|이|가|을|를|의|와|과|로|으로|에서|에|도|만|이란|란|처럼|같은|명령어?|커맨드)(?=\s|$)|(?:명령|커맨드|옵션)"
)
_LISTED: Final = re.compile(r"^[\w.+-]+(?:, [\w.+-]+)+$")
"""Names one after the other, which say nothing."""
_QUOTED: Final = re.compile(r"[\"“](?P<name>:?[a-z!%][^\"“”]*)[\"”]")
_ALIKE: Final = re.compile(r"[a-z][\w.-]*(?: [\x21-\x7e]+)*")
"""What looks like a command, beside one that is known."""
_IN_BRACKETS: Final = re.compile(r"^(?P<name>[^()]+?)\s*\((?P<gloss>[^()]+)\)$")
_NAME_THEN_WORDS: Final = re.compile(
    rf"(?P<name>[a-z./~][\x21-\x7e]*(?: [\x21-\x7e]+)+) +(?P<said>[{EAST}]+(?: \S+)+)$"
)


_ABOUT: Final = {
    "docker": re.compile(r"docker|도커|컨테이너"),
    "git": re.compile(r"\bgit\b|깃"),
    "kubectl": re.compile(r"kubectl|kubernetes|k8s|쿠버네티스"),
}
"""What tells that a note is about a program whose subcommands are known."""
_THING: Final = re.compile(
    r"[a-z][\w.-]* (?:shells?|editors?|keys?|servers?|clients?|daemons?|sessions?|commands?|scripts?|prompts?|tools?|"
    r"cheat ?sheets?|users?|process(?:es)?)"
)
"""A program's name before a noun: `bash shell`."""
_LEAD_SIGN: Final = re.compile(r"(?:\.{3}|…)?\s*(?:[,，、]\s*|\s\|\s)(?=[^\W\d])")
"""Parts code that a line begins with from what it does."""
_NAME_BY_MEANS: Final = re.compile(
    r"(?P<name>[a-z][\x21-\x7e]*(?: [\x21-\x7e]+)*?)`?"
    r"(?:(?:コマンド)?(?:で|を使って|を用いて)|(?: ?(?:명령어?|커맨드))?(?:으로|로|(?:을|를) (?:이용|사용|통)\S*) )\s*"
    rf"(?=[A-Za-z]*[{EAST}])"
)
"""A command and what joins it to what one does with it: `docker ps로 목록 보기`."""
_TOPIC_OF: Final = re.compile(rf"(?P<program>[a-z][\w-]*) (?=[{EAST}])")
"""A program and words that are no subcommand of it: `git 별명`."""
_VERSIONED: Final = re.compile(r"\s[<>]=? ?v?\d")
"""What a program must be or is, by its version: `cmake >= 3.1`."""


@dataclass(frozen=True, slots=True)
class _Written:
    """What may be a command, as written without prompt and number. `key`: it names a key; `short`: where keys are
    explained it may be one.
    """

    text: str
    is_code: bool
    key: bool
    short: bool


def command_in(inlines: Inlines, context: Context, bonus: int = 0) -> str | None:
    """The command that `inlines` are, if they are nothing else: as written, without prompt and number."""
    written = context.desk.once(_written, inlines)
    if written is None:
        return None
    if written.key or (written.short and speaks_of_keys(context)):
        return written.text
    return (
        written.text
        if is_command(written.text, context, bonus + written.is_code) and not names_at(written.text)
        else None
    )


def subcommand_in(inlines: Inlines, context: Context) -> str | None:
    """What is code, or stands in square brackets, and is a subcommand of a program the note is about: `` `prune` ``."""
    words = without_number(inlines)
    text = text_of(words).strip()
    name = text.strip("[]")
    if not (is_wholly_code(words) or name != text) or not name.islower():
        return None
    about = " ".join((context.title, *context.trail)).lower()
    return (
        name if any(name in known and _ABOUT[program].search(about) for program, known in SUBCOMMANDS.items()) else None
    )


def code_lead(inlines: Inlines) -> tuple[Inlines, Inlines] | None:
    """The code that a line begins with, and the words that a comma or a bar parts from it: `` `C-a c`, 새 창``."""
    text, codes = text_of(inlines), list(code_spans(inlines))
    end = number_length(text)
    if not codes or text[end : codes[0][0]].strip(" `"):
        return None
    for start, stop, _ in codes:
        if text[end:start].strip(" `,/"):
            break
        end = stop
    sign = _LEAD_SIGN.match(text, end)
    return (strip(cut(inlines, 0, end)), strip(cut(inlines, sign.end()))) if sign else None


def commands_joined(inlines: Inlines, context: Context, bonus: int) -> tuple[str, ...]:
    """The commands that `inlines` are where they are several in code, of which one is enough: `` `a`, `b` or `c` ``.

    Beside one that is known, whatever looks like one is a command too.
    """
    text, codes = text_of(inlines), list(code_spans(inlines))
    if len(codes) < 2:
        return ()
    ends, starts = [0, *(end for _, end, _ in codes)], [*(start for start, _, _ in codes), len(text)]
    first, *joints, last = (text[end:start].strip(" \t\n`").lower() for end, start in zip(ends, starts, strict=True))
    if first or last.strip(")） ") or not all(_is_joint(joint, context) for joint in joints):
        return ()
    names = tuple(code.strip() for _, _, code in codes)
    known = [command_in((Text(name, span=inlines[0].span),), context, bonus + 1) for name in names]
    alike = any(known) and all(sure or _ALIKE.fullmatch(name) for sure, name in zip(known, names, strict=True))
    return names if alike else ()


def _is_joint(between: str, context: Context) -> bool:
    return between.strip(" ,/|·&+(（、") in ("", *context.vocabulary.or_words)


def _written(inlines: Inlines) -> _Written | None:
    words = without_number(inlines)
    text, _ = without_gloss(PROMPT.sub("", EXAMPLE_MARK.sub("", unescape(text_of(words)).strip())).strip())
    quoted = _QUOTED.fullmatch(text)
    text = quoted["name"] if quoted else text
    if not text or "\n" in text or len(text) > 200 or not _balanced(text) or _THING.fullmatch(text):
        return None
    if not is_wholly_code(words) and _spoken_outside_code(words):
        return None
    return _Written(text, is_wholly_code(words), is_key(text), bool(SHORT_KEY.match(text)))


def _spoken_outside_code(words: Inlines) -> bool:
    """`` `ls -l` 자세히 ``: words stand beside code, and are no part of the command in it."""
    plain = tuple(node for node in words if not isinstance(node, Link))
    outside, at, text = [], 0, text_of(plain)
    for start, end, _ in code_spans(plain):
        outside.append(text[at:start])
        at = end
    return at > 0 and bool(EAST_LETTER.search(_BRACKETED.sub("", "".join(outside) + text[at:])))


def _balanced(text: str) -> bool:
    """Whether a text is whole: what it opens it closes, and it does not go on on the next line."""
    pairs = all(text.count(opening) == text.count(closing) for opening, closing in ("()", "（）"))
    return pairs and (text.count('"') != 1 or text.endswith('"')) and not text.endswith("\\")


def speaks_of_keys(context: Context) -> bool:
    """Whether the text stands where keys are explained: under an editor's or pager's name, or "단축키"."""
    titled = bool(context.trail) and bool(_DEEDS_OF_KEYS.search(context.trail[-1]) and _KEYS.search(context.title))
    return titled or bool(_KEYS.search(" ".join(context.trail[-2:])))


def is_about_keys(context: Context) -> bool:
    """Whether the note as a whole, or the part of it, is about an editor, a pager or the like."""
    return bool(_KEYS.search(" ".join((context.title, *context.trail[-2:]))))


def named_on_one_side(split: Split, context: Context, bonus: int) -> tuple[str, Inlines, bool] | None:
    """Name, meaning, and whether the name stands first."""
    left = command_in(split.before, context, bonus)
    if left and split.right:
        return left, split.after, True
    right = command_in(split.after, context, bonus)
    return (right, split.before, False) if right else None


def heading_command(inlines: Inlines, context: Context) -> tuple[str, Inlines] | None:
    """The command that a title names, and what the title says of it."""
    title = without_number(inlines)
    filed = _TOPIC.match(text_of(title))
    title = _without_tail(cut(title, filed.end()) if filed else title, context)
    text = text_of(title)
    if _VERSIONED.search(text):
        return None
    named = (_worded(title, context) if _IN_BRACKETS.match(text) else None) or _joined(title, context)
    if named:
        return named
    for split in context.desk.once(splits, title):
        left = command_in(split.before, context, 1)
        if (
            left
            and left.lower() not in WITH_SUBCOMMANDS
            and " " in split.right
            and not is_command(split.right, context)
        ):
            return left, split.after
    whole = command_in(title, context, 1)
    topic = _TOPIC_OF.match(text)
    if whole and whole.lower() not in WITH_SUBCOMMANDS and not (topic and topic["program"] in WITH_SUBCOMMANDS):
        return whole, ()
    for split in context.desk.once(splits, title):
        sided = named_on_one_side(split, context, 1)
        if sided and sided[0].lower() not in WITH_SUBCOMMANDS:
            return sided[0], sided[1]
    return (
        _worded(title, context)
        or _code_first(title, context)
        or _plain_first(title, context)
        or _paired(title, context)
    )


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
