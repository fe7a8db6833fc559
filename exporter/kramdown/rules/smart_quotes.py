"""Typographic quotation marks: what kramdown prints for `"` and `'`, by what stands around them."""

from __future__ import annotations

import re
from typing import Final

from exporter.kramdown.element import Element
from exporter.kramdown.spans import SpanState

_PUNCTUATION: Final = r"[!\"#$%'()*+,\-./:;<=>?@\[\\\]^_`{|}~]"
_BEFORE_CLOSE: Final = r"[^ \\\t\r\n\[{(-]"
_SPACE: Final = r"[ \t\r\n\f\v]"
_WORD: Final = r"[A-Za-z0-9_]"

_rules: Final = tuple(
    (re.compile(pattern, re.M | flags), marks)
    for pattern, flags, marks in (
        (r"()(\"|')(?=[_*]{1,2}[^ \t\r\n\f\v])", 0, ("l",)),
        (rf"()(\"|')(?={_PUNCTUATION}(?!\.\.)\B)", 0, ("r",)),
        (rf"({_SPACE}?)\"'(?={_WORD})", 0, ("ldquo", "lsquo")),
        (rf"({_SPACE}?)'\"(?={_WORD})", 0, ("lsquo", "ldquo")),
        (rf"({_SPACE}?)'(?=[0-9][0-9]s)", 0, ("rsquo",)),
        (rf"({_SPACE})('|\")(?={_WORD})", 0, ("l",)),
        (rf"({_BEFORE_CLOSE})('|\")", 0, ("r",)),
        (rf"()(\"|')(?={_SPACE}|s\b|$)", 0, ("r",)),
        (r"(.?)'", re.S, ("lsquo",)),
        (r"(.?)\"", re.S, ("ldquo",)),
    )
)
"""In order of precedence: what to match, and the marks to write; `l` and `r` take their kind from the second group."""

_start: Final = re.compile(r"[^\\]?[\"']")


def read(state: SpanState, silent: bool) -> bool:
    """A quotation mark, with the character before it, if that is still unread."""
    if state.match(_start) is None:
        return False
    for pattern, marks in _rules:
        match = state.match(pattern)
        if match is not None:
            _write(state, match, marks)
            return True
    return False


def _write(state: SpanState, match: re.Match[str], marks: tuple[str, ...]) -> None:
    at = match.end(1)
    state.add_text(match.start(), at)
    for mark in marks:
        char = state.src[at]
        name = mark if len(mark) > 1 else mark + ("dquo" if char == '"' else "squo")
        element = Element("smart_quote", *state.place(at, at + 1), name)
        state.add(element)
        at += 1
    state.pos = at
