"""Footnotes: `[^name]: text` with further paragraphs indented, and `[^name]` in text."""

from __future__ import annotations

import re
from typing import Final

from exporter.kramdown.blocks import BlockState
from exporter.kramdown.element import Element, FootnotePlace
from exporter.kramdown.located import Piece, gather
from exporter.kramdown.patterns import INDENT, LIST_ID, OPTIONAL_INDENT, SPACE
from exporter.kramdown.reading import Footnote
from exporter.kramdown.rules.attribute_list import apply
from exporter.kramdown.rules.codeblock import INDENTED
from exporter.kramdown.spans import SpanState

_definition: Final = re.compile(rf"{OPTIONAL_INDENT}\[\^({LIST_ID})\]:{SPACE}*?(.*?\n{INDENTED})")
_indent: Final = re.compile(INDENT)
_marker: Final = re.compile(rf"\[\^({LIST_ID})\]")


def read_definition(state: BlockState, line: int, end: int, silent: bool) -> bool:
    """`[^name]: text`"""
    if state.first != "[":
        return False
    match = state.match(_definition)
    if match is None:
        return False
    place = state.place(state.line, match.end())
    content = Element("footnote_def", *place, match[1])
    state.line = match.end()
    state.inside(content, gather(state.located, _lines(state.src, match.start(2), match.end(2))))
    marker = FootnotePlace(*place, match[1], content)
    state.add(marker)
    state.reading.footnotes[match[1]] = Footnote(match[1], content, marker)
    state.reading.footnote_contents.append(content)
    return True


def _lines(text: str, at: int, end: int) -> list[Piece]:
    pieces: list[Piece] = []
    while at < end:
        line_end = text.index("\n", at) + 1
        blanks = _indent.match(text, at)
        pieces.append((0, blanks.end() if blanks else at, line_end))
        at = line_end
    return pieces


def read_marker(state: SpanState, silent: bool) -> bool:
    """`[^name]`"""
    if state.char != "[":
        return False
    match = _marker.match(state.src, state.pos)
    if match is None:
        return False
    start, end = state.place(state.pos, match.end())
    footnote = state.reading.footnotes.get(match[1])
    if footnote is None:
        advice = f"write `[^{match[1]}]: …` somewhere in the note, or escape the bracket"
        state.reading.warn("footnote-undefined", f"footnote `{match[1]}` is explained nowhere", start, end, advice)
        state.add_text(state.pos, match.end())
    else:
        footnote.used = True
        element = Element("footnote", start, end, match[1])
        if footnote.marker.ial is not None:
            apply(state.reading, element, footnote.marker.ial)
        state.add(element)
    state.pos = match.end()
    return True
