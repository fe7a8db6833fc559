"""Code spans: backticks around text that is not read.

A single backtick between blanks is text. More than one backtick take one blank off at either side.
"""

from __future__ import annotations

import re
from typing import Final, NamedTuple

from exporter.kramdown.element import Element
from exporter.kramdown.spans import SpanState

_BLANKS: Final = " \t\r\n\f\v"
_ticks: Final = re.compile("`+")


class Found(NamedTuple):
    """A code span's code and where it ends; `code` is None if the backticks are text."""

    code: str | None
    start: int
    end: int
    ticks: int


def find(text: str, at: int) -> Found:
    """What the backticks at `at` are."""
    match = _ticks.match(text, at)
    if match is None:
        return Found(None, at, at, 0)
    start = match.end()
    ticks = start - at
    simple = ticks == 1
    if simple and (at == 0 or text[at - 1] in _BLANKS) and text[start : start + 1] in _BLANKS and start < len(text):
        return Found(None, start, start, ticks)
    close = text.find(match[0], start)
    if close < 0:
        return Found(None, start, start, ticks)
    code_start, code_end = start, close
    if not simple:
        if text[code_start:code_end].startswith(" "):
            code_start += 1
        if text[code_start:code_end].endswith(" "):
            code_end -= 1
    return Found(text[code_start:code_end], code_start, close + ticks, ticks)


def read(state: SpanState, silent: bool) -> bool:
    """`` `code` ``"""
    if state.char != "`":
        return False
    if state.src[state.pos] != "`":
        return False
    found = find(state.src, state.pos)
    if found.code is None:
        state.add_text(state.pos, found.end)
    else:
        state.add(Element("codespan", *state.place(state.pos, found.end), found.code))
    state.pos = found.end
    return True
