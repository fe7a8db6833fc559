"""Emphasis: `*text*`, `**text**` and the same with underscores.

What opens need only be followed by no blank, what closes be preceded by none; punctuation plays no part. Underscores do
nothing within words. Elements of one kind do not nest.
"""

from __future__ import annotations

import re
from typing import Final

from exporter.kramdown.element import Element, Kind
from exporter.kramdown.spans import SpanState

_BLANKS: Final = frozenset(" \t\r\n\f\v")
_stops: Final = {delimiter: re.compile(re.escape(delimiter)) for delimiter in ("*", "**", "_", "__")}
_ends: Final = {mark: re.compile(rf"(?<=[^ \t\r\n\f\v])(?={re.escape(mark)})") for mark in ("*", "**", "_", "__")}
_lone_pair: Final = {char: re.compile(rf"{re.escape(char * 2)}(?!{re.escape(char)})") for char in "*_"}


def read(state: SpanState, silent: bool) -> bool:
    """`*text*`"""
    if state.char not in "*_":
        return False
    text, begin = state.src, state.pos
    char = text[begin]
    delimiter = char * 2 if text.startswith(char * 2, begin) else char
    kind: Kind = "strong" if len(delimiter) == 2 else "em"
    after = begin + len(delimiter)
    if (
        (char == "_" and _within_word(text, begin))
        or (text[after : after + 1] in _BLANKS and after < state.posMax)
        or state.is_open(kind)
    ):
        state.add_text(begin, after)
        state.pos = after
        return True
    found = _read_inside(state, kind, delimiter)
    if found is None and kind == "strong" and state.tree.type != "em":
        state.pos = begin
        found = _read_inside(state, "em", char)
    if found is None:
        state.pos = after
        state.add_text(begin, after)
    else:
        state.add(found)
    return True


def _within_word(text: str, at: int) -> bool:
    """Whether a letter, or a letter and a hyphen, stand before."""
    before = text[at - 1 : at]
    return before.isalpha() or (before == "-" and text[at - 2 : at - 1].isalpha() and at > 1)


def _read_inside(state: SpanState, kind: Kind, delimiter: str) -> Element | None:
    """The element from here to its closing delimiter, or None if that is missing."""
    begin = state.pos
    if not state.ends.ahead(_ends[delimiter], begin + len(delimiter)):
        return None
    state.pos = begin + len(delimiter)
    element = Element(kind, *state.place(begin, state.pos))
    text = state.src

    def closes(match: re.Match[str]) -> bool:
        at = match.start()
        if not element.children or text[at - 1] in _BLANKS:
            return False
        if kind == "em" and _lone_pair[delimiter].match(text, at):
            return False
        return delimiter[0] != "_" or not text[match.end() : match.end() + 1].isalnum()

    if not state.inside(element, _stops[delimiter], closes):
        state.ends.read_in_vain(state.pos - begin)
        return None
    state.pos += len(delimiter)
    element.end = state.located.end(state.pos)
    return element
