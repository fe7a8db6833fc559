"""The end-of-block marker: `^` alone on a line ends a list or a paragraph and prints nothing."""

from exporter.kramdown.blocks import BlockState
from exporter.kramdown.element import Element
from exporter.kramdown.patterns import eob_marker


def read(state: BlockState, line: int, end: int, silent: bool) -> bool:
    """`^`"""
    if state.first != "^":
        return False
    match = state.match(eob_marker)
    if match is None:
        return False
    state.add(Element("eob", *state.place(state.line, match.end())))
    state.line = match.end()
    return True
