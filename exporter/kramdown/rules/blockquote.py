"""Block quotations: the lines up to a blank line, an attribute list, an end-of-block marker or block HTML."""

import re
from typing import Final

from exporter.kramdown.blocks import BlockState
from exporter.kramdown.element import Element
from exporter.kramdown.located import Piece, gather
from exporter.kramdown.patterns import BLOCKQUOTE_START, lazy_end

_marker: Final = re.compile(BLOCKQUOTE_START)


def read(state: BlockState, line: int, end: int, silent: bool) -> bool:
    """`> text`, lazy lines included."""
    if state.first != ">":
        return False
    if state.match(_marker) is None:
        return False
    text, at = state.src, state.line
    pieces: list[Piece] = []
    while True:
        end = text.index("\n", at) + 1
        marker = _marker.match(text, at)
        pieces.append((0, marker.end() if marker else at, end))
        at = end
        if lazy_end.match(text, at):
            break
    element = Element("blockquote", *state.place(state.line, at))
    state.add(element)
    state.line = at
    state.inside(element, gather(state.located, pieces))
    return True
