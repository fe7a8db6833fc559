"""Blank lines: they stay in the tree, since they decide whether an item is tight."""

from exporter.kramdown.blocks import BlockState
from exporter.kramdown.element import Element
from exporter.kramdown.patterns import blank_line


def read(state: BlockState, line: int, end: int, silent: bool) -> bool:
    """Any number of lines of nothing but blanks."""
    if state.first not in " \t\n\r\f\v":
        return False
    match = state.match(blank_line)
    if match is None:
        return False
    last = state.last
    if last is not None and last.type == "blank":
        last.content += match[0]
    else:
        state.add(Element("blank", 0, 0, match[0]))
    state.line = match.end()
    return True
