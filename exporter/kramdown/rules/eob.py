"""The end-of-block marker: `^` alone on a line ends a list or a paragraph and prints nothing."""

from exporter.kramdown.blocks import Blocks
from exporter.kramdown.element import Element
from exporter.kramdown.patterns import eob_marker


def read(state: Blocks) -> bool:
    """`^`"""
    match = state.match(eob_marker)
    if match is None:
        return False
    state.add(Element("eob", *state.place(state.at, match.end())))
    state.at = match.end()
    return True
