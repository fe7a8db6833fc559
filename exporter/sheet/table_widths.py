"""Widths of the columns of a table that WeasyPrint would take long to find: it lays every cell out to its longest word.

Goes in: a table, its room in display cells. Comes out: a part of the room for each column, or none where the table is
small enough to be looked at in every cell.
"""

from __future__ import annotations

from typing import Final

from exporter.diagnostics import display_width
from exporter.kramdown import nodes as n
from exporter.kramdown.nodes import plain_text

MANY_ROWS: Final = 100
ENDLESS: Final = 400
"""Characters of a word in which looking for places to break takes time that grows with its square."""
WIDEST: Final = 60
"""Display cells of a text that need no more room."""
LONGEST: Final = 24
"""Display cells of a word that must not be broken for a narrow column."""
PADDING: Final = 2
"""Display cells that a column has free at its sides."""


def widths(table: n.Table, cells: float) -> tuple[float, ...]:
    """The parts that columns have of a room of so many display cells; none where WeasyPrint finds them soon."""
    rows = (*table.head, *(row for body in table.bodies for row in body), *table.foot)
    texts = [[plain_text(cell) for cell in row.cells] for row in rows]
    words = [[max(map(len, text.split()), default=0) for text in row] for row in texts]
    if len(rows) < MANY_ROWS and all(word < ENDLESS for row in words for word in row):
        return ()
    count = max(map(len, texts), default=0)
    columns = [[row[at] for row in texts if len(row) > at] for at in range(count)]
    whole = [max(min(display_width(text), WIDEST) for text in column) + PADDING for column in columns]
    least = [max(map(_longest, column)) + PADDING for column in columns]
    return _shared(whole, least, cells)


def _longest(text: str) -> int:
    return min(max(map(display_width, text.split()), default=0), LONGEST)


def _shared(whole: list[int], least: list[int], cells: float) -> tuple[float, ...]:
    """The room by what columns need for their whole texts; where there is too little, first for their words."""
    spare = cells - sum(least)
    if sum(whole) <= cells or spare <= 0:
        wanted: list[float] = [*(whole if spare > 0 else least)]
    else:
        more = sum(whole) - sum(least)
        wanted = [word + spare * (text - word) / more for text, word in zip(whole, least, strict=True)]
    return tuple(width / sum(wanted) for width in wanted)
