"""Math: `$$ … $$`, on lines of its own or within text. A single dollar sign never means math."""

from __future__ import annotations

import re
from typing import Final

from exporter.kramdown.blocks import Blocks
from exporter.kramdown.element import Placed
from exporter.kramdown.located import BLANKS
from exporter.kramdown.patterns import OPTIONAL_INDENT, SPACE
from exporter.kramdown.spans import Spans

_block: Final = re.compile(rf"{OPTIONAL_INDENT}(\\)?\$\$(.*?)\$\$({SPACE}*?\n)?", re.S)
_escaped: Final = re.compile(rf"{OPTIONAL_INDENT}\\")
_span: Final = re.compile(r"\$\$(.*?)\$\$", re.S)


def read_block(state: Blocks) -> bool:
    r"""A block of math between block boundaries; `\\$$` at its begin makes it text."""
    match = state.match(_block)
    if match is None or not state.after_boundary():
        return False
    if match[1]:
        if match[3]:
            escaped = state.match(_escaped)
            state.at = escaped.end() if escaped else state.at
        return False
    begin, state.at = state.at, match.end()
    if not state.before_boundary():
        state.at = begin
        return False
    state.add(Placed("math", *state.place(begin, match.end()), match[2].strip(BLANKS), "block"))
    return True


def read_span(state: Spans) -> bool:
    """`$$tex$$`"""
    match = _span.match(state.text, state.at)
    if match is None:
        return False
    state.add(Placed("math", *state.place(state.at, match.end()), match[1].strip(BLANKS), "span"))
    state.at = match.end()
    return True
