"""Lines that are nobody's: they begin with a blank and then a tab. Their text stands in the container itself."""

from exporter.kramdown.blocks import BlockState
from exporter.kramdown.element import Raw


def read(state: BlockState, line: int, end: int, silent: bool) -> bool:
    """What no other rule has claimed."""
    after = state.src.index("\n", line) + 1
    part = state.located.slice(line, after)
    if isinstance(state.last, Raw):
        state.last.extend(part)
    else:
        state.tree.children.append(Raw(part))
    state.line = after
    return True
