"""Synopses: the line that says how a command is called, read into terms.

Grammar, after POSIX's utility syntax guidelines and what notes make of it::

    synopsis = { term | blanks }
    term     = element, [ "..." | "…" ]
    element  = optional | choice | operand | flag | word
    optional = "[" synopsis { "|" synopsis } "]"         `[options]` is the options' shortcut
    choice   = "(" synopsis { "|" synopsis } ")" | "{" … "}" | word "|" word …
    operand  = "<" text ">" | a word that is a placeholder, with what is glued to it (`이미지명[:태그명]`)
    flag     = "-x" | "--long", [ ( blank | "=" ), operand | optional ]

Goes in: text on one line. Comes out: terms whose text is the text that went in, to the letter.
"""

from __future__ import annotations

import re
from typing import Final

from exporter.kramdown.nodes import CodeBlock, Paragraph
from exporter.recognise.code.command_line import is_command
from exporter.recognise.code.prompts import PROMPT
from exporter.recognise.pattern import Context, Found, Here, under_own_title
from exporter.recognise.text.vocabulary import VOCABULARY
from exporter.recognise.text.words import EAST
from exporter.study import (
    Choice,
    Flag,
    Operand,
    Optional,
    OptionsShortcut,
    Repeat,
    Space,
    Synopsis,
    Term,
    Word,
)

_BRACKETS: Final = re.compile(r"[\[\](){}<>]")
_CLOSING: Final = {"[": "]", "(": ")", "{": "}", "<": ">"}
_SHORTCUT: Final = re.compile(
    r"\[\s*<?(?:[a-z]+[ _-])?(?:"
    + "|".join(sorted(VOCABULARY.option_words, key=len, reverse=True))
    + r")>?\s*(?:\.{3}|…)?\]",
    re.IGNORECASE,
)
_FLAG: Final = re.compile(r"[-–]{1,2}[A-Za-z][\w-]*|-\d+")
_DEEPEST: Final = 12
_RUN: Final = re.compile(r"\s+")
_REPEAT: Final = re.compile(r"\.{3}|…")
_PLACEHOLDER_WORD: Final = re.compile(rf"[{EAST}]|^[A-Z][A-Z0-9]*(?:[_-]?[A-Z0-9]+)*$|^\".*\"$")
_MARKS: Final = re.compile(rf"<[^<>\s][^<>]*>|\[[^\[\]]+\]|\{{[^{{}}]+\}}|\.{{3}}|…|[{EAST}]{{2}}|\b[A-Z]{{2,}}\b")
_USAGE: Final = re.compile(r"^\s*(?:usage|사용법|用法|使い方|syntax|형식|구문)\s*[:：]\s*", re.IGNORECASE)
_SENTENCE: Final = re.compile(rf"[。、]|(?:다|요|[a-z]{{3}})\.$|\S(?: +[-–—]{{1,2}}|[:：]) +(?:[{EAST}]|[a-z]+ [a-z]+)")


def terms_of(text: str) -> tuple[Term, ...]:
    """Read a synopsis into terms (`terms_text(terms_of(text)) == text`)."""
    terms: list[Term] = []
    at = 0
    while at < len(text):
        term, at = _term(text, at)
        terms.append(term)
    return _with_arguments(tuple(terms))


def _term(text: str, at: int) -> tuple[Term, int]:
    blank = _RUN.match(text, at)
    if blank:
        return Space(blank.group()), blank.end()
    term, end = _element(text, at)
    mark = _REPEAT.match(text, end)
    if mark and not isinstance(term, Word):
        return Repeat(term, mark.group()), mark.end()
    return term, end


def _element(text: str, at: int) -> tuple[Term, int]:
    shortcut = _SHORTCUT.match(text, at)
    if shortcut:
        return OptionsShortcut(shortcut.group()), shortcut.end()
    flag = _FLAG.match(text, at)
    if flag and (at == 0 or not text[at - 1].isalnum()):
        return _flags(text, at, flag.end())
    end = _closing(text, at)
    if end is not None and text[at] in "[({" and (end + 1 == len(text) or text[end + 1] in " .…]|)}"):
        return _group(text, at, end)
    return _word(text, at)


def _flags(text: str, at: int, end: int) -> tuple[Term, int]:
    """One flag, or flags glued by `|`: `-d|--directory`."""
    branches: list[tuple[Term, ...]] = [(Flag(text[at:end]),)]
    while text[end : end + 1] == "|" and (more := _FLAG.match(text, end + 1)):
        branches.append((Flag(more.group()),))
        end = more.end()
    return (branches[0][0] if len(branches) == 1 else Choice(tuple(branches))), end


def _group(text: str, at: int, end: int) -> tuple[Term, int]:
    inner, opening, closing = text[at + 1 : end], text[at], text[end]
    branches = _branches(inner)
    if opening == "[":
        if len(branches) > 1:
            return Optional((Choice(tuple(terms_of(branch) for branch in branches)),)), end + 1
        return Optional(terms_of(inner)), end + 1
    if len(branches) > 1:
        return Choice(tuple(terms_of(branch) for branch in branches), opening, closing), end + 1
    return Operand(text[at : end + 1]), end + 1


def _branches(text: str) -> list[str]:
    parts, depth, first = [], 0, 0
    for at, char in enumerate(text):
        depth += (char in "[({<") - (char in "])}>")
        if char == "|" and depth == 0 and "=" not in text[first:at].split(" ")[-1]:
            parts.append(text[first:at])
            first = at + 1
    return [*parts, text[first:]]


def _closing(text: str, at: int) -> int | None:
    opening = text[at]
    closing = _CLOSING.get(opening)
    depth = 0
    for position in range(at, len(text) if closing else at):
        depth += (text[position] == opening) - (text[position] == closing)
        if depth == 0:
            return position
    return None


def _word(text: str, at: int) -> tuple[Term, int]:
    """A word with all that is glued to it: brackets inside may hold blanks, `이미지명[:태그 명]`."""
    mark = _REPEAT.match(text, at)
    end = mark.end() if mark else at
    while (
        not mark
        and end < len(text)
        and not text[end].isspace()
        and not _REPEAT.match(text, end)
        and text[end] not in "])}"
    ):
        closing = _closing(text, end) if text[end] in "[({<" else None
        quoted = text.find('"', end + 1) if text[end] == '"' else -1
        end = (closing if closing is not None else quoted if quoted > 0 else end) + 1
    end = max(end, at + 1)
    word = text[at:end]
    parts = _branches(word)
    if len(parts) > 1 and all(parts) and not word.startswith("="):
        return Choice(tuple(terms_of(part) for part in parts)), end
    return (Operand(word) if _is_placeholder(word) else Word(word)), end


def _is_placeholder(word: str) -> bool:
    return bool(_PLACEHOLDER_WORD.search(word)) or word[0] in "<{(" or bool(re.search(r"[\w][\[<{]", word))


def _with_arguments(terms: tuple[Term, ...]) -> tuple[Term, ...]:
    """Give each flag the operand that follows it."""
    joined: list[Term] = []
    at = 0
    while at < len(terms):
        match terms[at : at + 3]:
            case (Flag(name, None), Space(joint), Operand() as operand):
                joined.append(Flag(name, operand, joint))
                at += 3
            case (Flag(name, None), Word(text), *_) if text.startswith("=") and len(text) > 1:
                joined.append(Flag(name, Operand(text[1:]), "="))
                at += 2
            case (Flag(name, None), Operand(text), *_) if text.startswith("=") and len(text) > 1:
                joined.append(Flag(name, Operand(text[1:]), "="))
                at += 2
            case _:
                joined.append(terms[at])
                at += 1
    return tuple(joined)


def looks_like_synopsis(text: str, context: Context) -> bool:
    """Whether one line is a command with something to put in, and no sentence that begins with one."""
    if _SENTENCE.search(text):
        return False
    return bool(_MARKS.search(text)) and is_command(text, context, 1)


def _depth(text: str) -> int:
    """How deep brackets are nested in `text`."""
    depth = deepest = 0
    for bracket in _BRACKETS.findall(text):
        depth += 1 if bracket in _CLOSING else -1
        deepest = max(deepest, depth)
    return deepest


def one_line(text: str) -> str:
    """A synopsis as one line: without prompt and `Usage:`, line ends read as blanks."""
    plain = _USAGE.sub("", PROMPT.sub("", text.strip()))
    return " ".join(plain.split())


def read_synopsis_paragraph(here: Here) -> Found | None:
    """`docker run [옵션] 이미지` on a line of its own, with `{: .notice--info}`, or as `Usage: …`."""
    match here.block:
        case Paragraph() as block:
            text = here.text
        case _:
            return None
    marked = bool(here.context.vocabulary.synopsis_classes & set(block.attributes.classes))
    if "\n" in text.strip() and not marked:
        return None
    line = one_line(text)
    if not line or len(line) > 200 or _depth(line) > _DEEPEST:
        return None
    said = bool(_USAGE.match(text))
    if ((marked or said) and is_command(line, here.context, 2)) or looks_like_synopsis(line, here.context):
        return Found(Synopsis(block, line, terms_of(line), span=block.span))
    return None


def read_synopsis_block(here: Here) -> Found | None:
    """A code block of one line that is a template, under a command it belongs to."""
    match here.block:
        case CodeBlock(code) as block if len(code.strip().splitlines()) == 1:
            line = one_line(code)
        case _:
            return None
    if (
        _depth(line) > _DEEPEST
        or here.context.command is None
        or not under_own_title(here.context)
        or not _MARKS.search(line)
        or not is_command(line, here.context, 1)
    ):
        return None
    if not (line == here.context.command or line.startswith(f"{here.context.command} ")):
        return None
    return Found(Synopsis(block, line, terms_of(line), span=block.span))
