"""Cuts boxes that were laid out, as WeasyPrint would have broken them: nothing in them is laid out a second time.

Goes in: a box, and where it is cut. Comes out: the boxes it becomes, each with the borders of the whole, a table with
its head again. Knows of WeasyPrint's boxes their children, positions and heights. Lengths are CSS px.
"""

from __future__ import annotations

from collections.abc import Container, Sequence
from typing import Any, Final

GOES_ON: Final = "dashed"
"""How the border at the top of what goes on is drawn."""


def unit_of(box: Any) -> int | None:
    """The number of the place to break that a box is, None if it is none."""
    anchor = box.style["anchor"]
    return int(anchor[1:]) if anchor and anchor[0] == "u" and anchor[1:].isdigit() else None


def pieces(box: Any, begins: Container[int]) -> list[Any]:
    """What a box becomes that is cut before those units inside it whose numbers are in `begins`."""
    groups: list[list[Any]] = [[]]
    for child in () if _is_line(box) else box.children:
        starts = _starts(child, begins)
        if starts and groups[-1]:
            groups.append([])
        if starts and _is_blank(child):
            continue
        first, *more = pieces(child, begins)
        groups[-1].append(first)
        groups += [[part] for part in more]
    return [box] if len(groups) == 1 else _parts(box, groups)


def _starts(box: Any, begins: Container[int]) -> bool:
    """Whether a box, or the first thing in it, is one of the units."""
    return unit_of(box) in begins or (not _is_line(box) and any(_starts(child, begins) for child in box.children[:1]))


def _is_blank(box: Any) -> bool:
    """Whether a box is an empty line of code: no column begins with it."""
    return box.element is not None and "gap" in box.element.get("class", "").split()


def cut_at(box: Any, height: float) -> list[Any] | None:
    """What of a box stands above a height on the page, as much as can, and the rest; None where nothing can."""
    if _is_line(box):
        return None
    height -= _below(box)
    if _is_row(box):
        return _cut_row(box, height)
    at = next((at for at, child in enumerate(box.children) if bottom_of(child) > height), len(box.children))
    inside = cut_at(box.children[at], height) if at < len(box.children) else None
    above, below = [*box.children[:at]], [*box.children[at:]]
    if inside:
        above, below = [*above, inside[0]], [inside[1], *below[1:]]
    return _parts(box, [above, below]) if above and below else None


def _cut_row(row: Any, height: float) -> list[Any] | None:
    """A row of a table, cut through its cells."""
    halves: list[list[Any]] = []
    for cell in row.children:
        whole = max(map(bottom_of, cell.children), default=height) <= height
        half = [cell, cell.copy_with_children(())] if whole else cut_at(cell, height)
        if half is None:
            return None
        halves.append(half)
    for _, below in halves:
        below.translate(0, height - top_of(below))
    return _parts(row, [[above for above, _ in halves], [below for _, below in halves]])


def _parts(box: Any, groups: Sequence[Sequence[Any]]) -> list[Any]:
    """Copies of a box, each around some of its children."""
    parts: list[Any] = []
    for group in groups:
        part = box.copy_with_children(tuple(group))
        end = bottom_of(box) - _below(box) if group is groups[-1] else max(map(bottom_of, group))
        if parts:
            _go_on(part)
        part.height = end - part.content_box_y()
        parts.append(part)
    if _is_table(box):
        _repeat_head(box, parts)
    return parts


def _go_on(part: Any) -> None:
    """Make a copy of a box begin above its children, with the border at its top that it has at its bottom."""
    top = min(map(top_of, part.children))
    part.margin_top = 0.0
    if not _is_table(part):
        part.border_top_width = part.border_bottom_width
        part.style = part.style.copy()
        part.style["border_top_style"] = GOES_ON
        part.style["border_top_color"] = part.style["border_bottom_color"]
    part.position_y = top - part.padding_top - part.border_top_width


def _repeat_head(table: Any, parts: Sequence[Any]) -> None:
    """Put the head of a table above each of its parts."""
    if not table.children[0].is_header:
        return
    for part in parts[1:]:
        head = table.children[0].deepcopy()
        head.translate(0, top_of(part.children[0]) - bottom_of(head))
        part.children = (head, *part.children)
        part.position_y -= head.height
        part.height += head.height


def top_of(box: Any) -> float:
    """Where a box begins, without its margin."""
    return float(box.border_box_y())


def bottom_of(box: Any) -> float:
    """Where a box ends, without its margin."""
    return float(box.border_box_y() + box.border_height())


def _below(box: Any) -> float:
    """What of a box stands below its content."""
    return float(box.padding_bottom + box.border_bottom_width)


def _is_line(box: Any) -> bool:
    """Whether a box is a line, or a picture: nothing in it can be cut."""
    from weasyprint.formatting_structure.boxes import LineBox, ParentBox

    return isinstance(box, LineBox) or not isinstance(box, ParentBox)


def _is_row(box: Any) -> bool:
    from weasyprint.formatting_structure.boxes import TableRowBox

    return isinstance(box, TableRowBox)


def _is_table(box: Any) -> bool:
    from weasyprint.formatting_structure.boxes import TableBox

    return isinstance(box, TableBox)
