"""Blank lines: they stay in the tree, since they decide whether an item is tight."""

from exporter.kramdown.blocks import Blocks
from exporter.kramdown.element import Element
from exporter.kramdown.patterns import blank_line


def read(state: Blocks) -> bool:
    """Any number of lines of nothing but blanks."""
    match = state.match(blank_line)
    if match is None:
        return False
    start, end = state.place(state.at, match.end())
    last = state.last
    if last is not None and last.kind == "blank":
        last.value += match[0]
        last.end = end
    else:
        state.add(Element("blank", start, end, match[0]))
    state.at = match.end()
    return True
