"""Forced line breaks: two blanks, or two backslashes, before the line end; a single backslash too (GFM)."""

from __future__ import annotations

import re
from typing import Final

from exporter.kramdown.element import Element, Header, Words
from exporter.kramdown.spans import SpanState

_break: Final = re.compile(r"(?:  |\\\\)(?=\n)")


def read(state: SpanState, silent: bool) -> bool:
    """Two blanks before a line end."""
    if state.char not in " \\":
        return False
    match = _break.match(state.src, state.pos)
    if match is None:
        return False
    state.add(Element("br", *state.place(state.pos, match.end())))
    state.pos = match.end()
    return True


def split_hard_breaks(element: Element, *, block: bool = True) -> None:
    """A backslash before a line end, left in text, is a line break (GFM); not within HTML elements."""
    children: list[Element] = []
    for child in element.children:
        if isinstance(child, Words) and "\\\n" in child.content:
            last = child is element.children[-1] and block
            children.extend(_split(child, last_of_block=last))
            continue
        if child.type != "html" and not (isinstance(child, Header) and "id" not in child.attrs):
            split_hard_breaks(child, block=child.type in BLOCK_KINDS)
        children.append(child)
    element.children = children


def _split(words: Words, *, last_of_block: bool) -> list[Element]:
    """The text in parts, breaks between; a backslash at the end of the block goes without one."""
    parts: list[Element] = []
    at = 0
    for match in _hard_break.finditer(words.content):
        if at < match.start():
            parts.append(words.cut(at, match.start()))
        mark = words.cut(match.start(), match.start() + 1)
        if match.end() < len(words.content) or not last_of_block:
            parts.append(Element("br", *mark.place()))
        at = match.start() + 1
    parts.append(words.cut(at, len(words.content)))
    return parts


_hard_break: Final = re.compile(r"\\\n")
BLOCK_KINDS: Final = frozenset(["p", "header", "blockquote", "li", "dd", "dt", "td"])
