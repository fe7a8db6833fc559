"""Math: `$$ … $$`, on lines of its own or within text. A single dollar sign never means math."""

from __future__ import annotations

import re
from typing import Final

from exporter.kramdown.blocks import BlockState
from exporter.kramdown.element import Placed
from exporter.kramdown.located import BLANKS
from exporter.kramdown.patterns import OPTIONAL_INDENT, SPACE
from exporter.kramdown.spans import SpanState

_block: Final = re.compile(rf"{OPTIONAL_INDENT}(\\)?\$\$(.*?)\$\$({SPACE}*?\n)?", re.S)
_escaped: Final = re.compile(rf"{OPTIONAL_INDENT}\\")
_span: Final = re.compile(r"\$\$(.*?)\$\$", re.S)


def read_block(state: BlockState, line: int, end: int, silent: bool) -> bool:
    r"""A block of math between block boundaries; `\\$$` at its begin makes it text."""
    if state.first not in "$\\":
        return False
    match = state.match(_block)
    if match is None or not state.after_boundary():
        return False
    if match[1]:
        if match[3]:
            escaped = state.match(_escaped)
            state.line = escaped.end() if escaped else state.line
        return False
    begin, state.line = state.line, match.end()
    if not state.before_boundary():
        state.line = begin
        return False
    state.add(Placed("math", *state.place(begin, match.end()), match[2].strip(BLANKS), "block"))
    return True


def read_span(state: SpanState, silent: bool) -> bool:
    """`$$tex$$`"""
    if state.char != "$":
        return False
    match = _span.match(state.src, state.pos)
    if match is None:
        return False
    state.add(Placed("math", *state.place(state.pos, match.end()), match[1].strip(BLANKS), "span"))
    state.pos = match.end()
    return True
