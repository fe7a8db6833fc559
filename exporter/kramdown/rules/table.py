r"""Tables: any lines with a bar that stand alone between block boundaries.

Head, foot and alignment are optional. A bar inside a code span or `<code>` does not divide cells, `\\|` neither. Rows
may differ in length; the short ones are filled up.
"""

from __future__ import annotations

import re
from typing import Final, Literal

from exporter.kramdown.blocks import BlockState
from exporter.kramdown.element import Element, Raw, Table
from exporter.kramdown.located import BLANKS, Located
from exporter.kramdown.patterns import OPTIONAL_INDENT
from exporter.kramdown.rules.table_cells import bars_outside_code, split_row

_CHECK: Final = r"(?:\||.*?[^\\\n]\|)"
_start: Final = re.compile(rf"{OPTIONAL_INDENT}(?=[^ \t\r\n\f\v]){_CHECK}.*?\n")
_line: Final = re.compile(rf"{_CHECK}.*?\n")
_leading_bar: Final = re.compile(r"[ \t\r\n\f\v]*\|")
_separator: Final = re.compile(r"([+|: \t-]*?-[+|: \t-]*?)[ \t]*\n")
_foot_separator: Final = re.compile(r"[+|: \t=]*?=[+|: \t=]*?[ \t]*\n")
_row: Final = re.compile(r"(.*?)[ \t]*\n")
_alignment: Final = re.compile(r"[ \t]?(:?)-+(:?)[ \t]?")

Part = Literal["thead", "tbody", "tfoot"]


class _Builder:
    """The table as far as it has been read."""

    __slots__ = ("columns", "element", "has_foot", "rows")

    def __init__(self, element: Table) -> None:
        self.element = element
        self.rows: list[Element] = []
        self.has_foot = False
        self.columns = 0

    def finish_part(self, part: Part, *, force: bool = False) -> None:
        """Make the rows read so far a head, a body or a foot."""
        if self.has_foot and part == "tbody" and not force:
            return
        first, last = self.rows[0], self.rows[-1]
        container = Element(part, first.start, last.end)
        container.children, self.rows = self.rows, []
        self.element.children.append(container)

    def separator(self, line: str) -> None:
        """`|---|:--:|`: the end of the head, or of a body."""
        if not self.rows:
            return
        if self.element.alignments or self.has_foot:
            self.finish_part("tbody")
            return
        self.finish_part("thead")
        self.element.alignments = [_side(left, right) for left, right in _alignment.findall(line)]

    def foot_separator(self) -> None:
        """`|===|`: what follows is the foot."""
        if self.rows:
            self.finish_part("tbody", force=True)
        self.has_foot = True

    def row(self, cells: list[Located], start: int, end: int) -> None:
        """A row of cells."""
        row = Element("tr", start, end)
        for cell in cells:
            text = cell.stripped()
            element = Element("td", text.start(0), text.end(len(text.text)))
            element.children.append(Raw(text))
            row.children.append(element)
        self.columns = max(self.columns, len(cells))
        self.rows.append(row)

    def complete(self) -> bool:
        """Close the last part and fill up short rows; False if the table has no body."""
        if self.rows:
            self.finish_part("tfoot" if self.has_foot else "tbody")
        parts = self.element.children
        if all(part.type != "tbody" for part in parts):
            return False
        for part in parts:
            for row in part.children:
                missing = self.columns - len(row.children)
                row.children.extend(Element("td", row.end, row.end) for _ in range(missing))
        alignments = self.element.alignments[: self.columns]
        self.element.alignments = alignments + [None] * (self.columns - len(alignments))
        return True


def _side(left: str, right: str) -> str | None:
    match left, right:
        case "", "":
            return None
        case _, "":
            return "left"
        case "", _:
            return "right"
        case _:
            return "center"


def read(state: BlockState, line: int, end: int, silent: bool) -> bool:
    """A table between two block boundaries."""
    text, begin = state.src, state.line
    bar = text.find("|", begin, text.index("\n", begin))
    if bar < 0 or not state.after_boundary() or state.match(_start) is None:
        return False
    table = Table(begin, begin)
    # kramdown's own oversight: what only looks like a table uses up the attribute list that waits.
    table.ial, state.pending = state.pending, None
    builder = _Builder(table)
    leading = _leading_bar.match(text, begin) is not None
    if match := state.match(_separator):
        state.line = match.end()
    while state.line < state.lineMax and state.match(_line):
        _read_line(state, builder, leading=leading)
    end = state.line
    is_table = state.before_boundary() and bars_outside_code(state.md, text[begin : end - 1]) and builder.complete()
    if not is_table:
        state.line = begin
        return False
    table.start, table.end = state.place(begin, end)
    state.tree.children.append(table)
    return True


def _read_line(state: BlockState, builder: _Builder, *, leading: bool) -> None:
    if match := state.match(_separator):
        builder.separator(match[1])
    elif match := state.match(_foot_separator):
        builder.foot_separator()
    elif match := state.match(_row):
        line = state.located.slice(match.start(1), match.end(1))
        cells = split_row(line)
        if leading and not cells[0].text.strip(BLANKS):
            del cells[0]
        if cells and not cells[-1].text.strip(BLANKS):
            del cells[-1]
        builder.row(cells, *state.place(match.start(1), match.end(1)))
    if match is not None:
        state.line = match.end()
