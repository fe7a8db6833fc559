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
    Term,
    Word,
)

_CLOSING: Final = {"[": "]", "(": ")", "{": "}", "<": ">"}
_SHORTCUT: Final = re.compile(
    r"\[\s*<?(?:[a-z]+[ _-])?(?:"
    + "|".join(sorted(VOCABULARY.option_words, key=len, reverse=True))
    + r")>?\s*(?:\.{3}|…)?\]",
    re.IGNORECASE,
)
_FLAG: Final = re.compile(r"[-–]{1,2}[A-Za-z][\w-]*|-\d+")
_RUN: Final = re.compile(r"\s+")
_REPEAT: Final = re.compile(r"\.{3}|…")
_PLACEHOLDER_WORD: Final = re.compile(rf"[{EAST}]|^[A-Z][A-Z0-9]*(?:[_-]?[A-Z0-9]+)*$|^\".*\"$")


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
