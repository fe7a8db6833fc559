"""Horizontal rules: three or more of `*`, `-` or `_`, blanks allowed between."""

import re
from typing import Final

from exporter.kramdown.blocks import BlockState
from exporter.kramdown.element import Element
from exporter.kramdown.patterns import HORIZONTAL_RULE

horizontal_rule: Final = re.compile(HORIZONTAL_RULE)


def read(state: BlockState, line: int, end: int, silent: bool) -> bool:
    """`* * *`"""
    if state.first not in "*-_":
        return False
    match = state.match(horizontal_rule)
    if match is None:
        return False
    state.add(Element("hr", *state.place(state.line, match.end())))
    state.line = match.end()
    return True
