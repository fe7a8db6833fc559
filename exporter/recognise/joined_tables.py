"""A table that kramdown takes for text, because it stands right below a line of text or a heading.

Goes in: a paragraph whose lines begin with a bar, but for those of text above them; the second of them may be dashes.
Comes out: what the readers of tables find in its rows; the paragraph stays as written.
"""

from __future__ import annotations

import re
from itertools import dropwhile
from typing import Final

from exporter.kramdown.nodes import CodeSpan, Inlines, Paragraph, Table, TableCell, TableRow
from exporter.recognise.options.tables import read_option_table
from exporter.recognise.pattern import Found, Here, Reader
from exporter.recognise.tables import read_command_table, read_term_table
from exporter.recognise.text.inlines import cut_at, lines_in, span_of, strip, text_of
from exporter.study import Listing

DASHES: Final = re.compile(r"^\|?[\s:|–—-]*[–—-]{2}[\s:|–—-]*$")
"""The line below the head of a table; dashes may have become those of print."""

LEAST: Final = 2
"""Lines of a table, its head and the dashes below that counted."""

READERS: Final[tuple[Reader, ...]] = (read_command_table, read_option_table, read_term_table)


def read_joined_table(here: Here) -> Found | None:
    """`| term | meaning |` and rows like it, below a line of text or a heading without a blank line between."""
    match here.block:
        case Paragraph(inlines) as block if "|" in text_of(inlines):
            lines = [line for line in lines_in(inlines) if line]
        case _:
            return None
    rows = list(dropwhile(lambda line: not _is_row(line), lines))
    if len(rows) < LEAST or not all(map(_is_row, rows)):
        return None
    headed = bool(DASHES.match(text_of(rows[1])))
    head, body = (_row(rows[0]),) if headed else (), tuple(map(_row, rows[2 * headed :]))
    there = here.seen_as(Table(head, (body,), span=block.span))
    for read in READERS:
        match read(there):
            case Found(Listing(intro, _, readings, span=span)) if readings:
                return Found(Listing(intro, block, readings, span=span))
            case _:
                pass
    return None


def _is_row(line: Inlines) -> bool:
    return text_of(line).startswith("|")


def _row(line: Inlines) -> TableRow:
    """The cells between the bars of a line, but for bars in code."""
    bars: list[int] = []
    at = 0
    for node in line:
        text = text_of((node,))
        if not isinstance(node, CodeSpan):
            bars += [at + place for place, char in enumerate(text) if char == "|"]
        at += len(text)
    cells = [strip(cell, " |\t") for cell in cut_at(line, bars)[1:]]
    if cells and not cells[-1]:
        cells.pop()
    return TableRow(tuple(TableCell(cell, span=span_of(cell)) for cell in cells), span=span_of(line))
