"""Puts what was measured into the columns of pages: boxes are moved, not laid out a second time.

Goes in: a note laid out in one endless column, and where columns begin. Comes out: pages. Knows of WeasyPrint's boxes
what its drawing and its links read of them: children, positions, backgrounds.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from html import escape
from typing import TYPE_CHECKING, Any, Final

from exporter.pdf.cutting import bottom_of, cut_at, pieces, top_of, unit_of
from exporter.sheet.page import PX_PER_MM
from exporter.sheet.strip import Plan, Room

if TYPE_CHECKING:
    import weasyprint

_COLUMN: Final = "k"
"""What the ids of empty columns begin with."""
_WORD: Final = "word"
"""The string that each card sets to its name, for the guide words above the page."""


@dataclass(frozen=True, slots=True)
class _Block:
    """Something that is moved as one: its box, the sections it stands in, how much lower than in the strip (px)."""

    box: Any
    sections: tuple[Any, ...]
    lower: float = 0.0


_Column = list[_Block]


def composed(
    html: str,
    boxes: weasyprint.Document,
    decided: Plan,
    room: Room,
    header: float,
    lay_out: Callable[[str], weasyprint.Document],
) -> weasyprint.Document:
    """The pages of a note whose `boxes` were laid out from `html` in one endless column under a header (mm)."""
    heights = [room.height(number, header) for number in range(len(decided.breaks) + 1)]
    columns = _columns(boxes, decided, heights)
    before, main, after = html.partition("<main>")
    _, end, after = after.rpartition("</main>")
    empty = _empty_columns(columns, heights, room.columns)
    frame = lay_out(f"{before}{main}{empty}{end}{after}")
    _fill(frame, columns)
    return frame


def _columns(strip: Any, decided: Plan, heights: Sequence[float]) -> list[_Column]:
    """The blocks of a strip by columns, cut where a column begins inside one."""
    begins = frozenset(decided.breaks)
    more = {wider.unit: wider.more * PX_PER_MM for wider in decided.widened}
    columns: list[_Column] = [[]]
    lower = 0.0
    for box, sections in _boxes(_main(strip), ()):
        units = list(_units(box))
        inside = [unit for unit in units[1:] if unit in begins]
        for unit, part in zip((*units[:1], *inside) or (-1,), pieces(box, begins), strict=True):
            if unit in begins:
                _overflow(columns, bisect_right(decided.breaks, unit), heights)
                columns.append([])
                lower = 0.0
            lower += more.get(unit, 0.0)
            columns[-1].append(_Block(part, sections, lower))
    _overflow(columns, len(decided.breaks) + 1, heights)
    return columns


def _overflow(columns: list[_Column], until: int, heights: Sequence[float]) -> None:
    """Let a block taller than its column go on in the columns that were left free for it, until there are so many."""
    while len(columns) < until:
        columns.append(_cut_off(columns[-1], heights[len(columns) - 1] * PX_PER_MM))


def _cut_off(column: _Column, height: float) -> _Column:
    """Take from a column what stands below a height."""
    if not column:
        return []
    foot = top_of(column[0].box) + height
    for at, block in enumerate(column):
        if bottom_of(block.box) + block.lower <= foot:
            continue
        halves = cut_at(block.box, foot - block.lower) or ([block.box] if at == 0 else [None, block.box])
        kept, *gone = (_Block(half, block.sections, block.lower) for half in halves)
        below = [*gone, *column[at + 1 :]]
        column[at:] = [kept] if kept.box else []
        return [_Block(one.box, one.sections, 0.0) for one in below]
    return []


def _main(strip: Any) -> Any:
    pages = (page._page_box for page in strip.pages)
    return next(box for page in pages for box in page.descendants() if box.element_tag == "main")


def _boxes(parent: Any, sections: tuple[Any, ...]) -> Iterator[tuple[Any, tuple[Any, ...]]]:
    for box in parent.children:
        if box.element_tag == "section" and box.element is not parent.element and not box.border_top_width:
            yield from _boxes(box, (*sections, box))
        else:
            yield box, sections


def _units(box: Any) -> Iterator[int]:
    return (unit for inner in box.descendants() if (unit := unit_of(inner)) is not None)


def _empty_columns(columns: Sequence[_Column], heights: Sequence[float], on_a_page: int) -> str:
    """HTML of as many columns, with what is set in them for the heads of their pages."""
    out: list[str] = []
    for number, (column, height) in enumerate(zip(columns, heights, strict=True)):
        page = columns[number : number + on_a_page] if number % on_a_page == 0 else ()
        words = [text for each in page for name, text in _strings(each) if name == _WORD]
        set_here = [("guide", " – ".join(dict.fromkeys((words[0], words[-1]))) if words else "")] if page else []
        set_here += [(name, text) for name, text in _strings(column) if name != _WORD]
        named = "".join(f'<i class="{name}" data-l="{escape(text)}"></i>' for name, text in set_here)
        style = f"height:{height:.3f}mm" + ";break-before:column" * (number > 0)
        out.append(f'<div id="{_COLUMN}{number}" style="{style}">{named}</div>')
    return "".join(out)


def _strings(column: _Column) -> Iterator[tuple[str, str]]:
    """What the boxes of a column set for the heads of pages: names and texts."""
    for block in column:
        for box in block.box.descendants():
            yield from box.string_set or ()


def _fill(frame: Any, columns: Sequence[_Column]) -> None:
    """Move columns into the pages that were laid out with `_empty_columns` in their place."""
    from weasyprint.document import Page

    for at, page in enumerate(frame.pages):
        box = page._page_box
        for number, place in _places(box).items():
            _move(columns[number], box, place)
        frame.pages[at] = filled = Page(box)
        for name in [name for name in filled.anchors if name[1:].isdigit() and name[0] in "uk"]:
            del filled.anchors[name]


def _places(page: Any) -> dict[int, Any]:
    """The boxes of empty columns by number. Boxes of lines in one have its element, too, but come after it."""
    places: dict[int, Any] = {}
    for box in page.descendants():
        name = box.element.get("id", "") if box.element is not None else ""
        if name[:1] == _COLUMN and name[1:].isdigit():
            places.setdefault(int(name[1:]), box)
    return places


def _move(column: _Column, page: Any, place: Any) -> None:
    from weasyprint.layout.background import layout_box_backgrounds

    if not column:
        return
    first = column[0].box
    right, down = place.content_box_x() - first.position_x, place.content_box_y() - top_of(first)
    for block in column:
        block.box.translate(right, down + block.lower)
        layout_box_backgrounds(page, block.box, _no_picture)
    place.children = tuple(_in_sections(column, 0))


def _in_sections(blocks: _Column, depth: int) -> Iterator[Any]:
    """The boxes of blocks, in copies of the sections they stand in."""
    at = 0
    while at < len(blocks):
        if len(blocks[at].sections) == depth:
            yield blocks[at].box
            at += 1
            continue
        section = blocks[at].sections[depth]
        end = at
        while end < len(blocks) and blocks[end].sections[depth : depth + 1] == (section,):
            end += 1
        copy = section.copy_with_children(tuple(_in_sections(blocks[at:end], depth + 1)))
        copy.position_x, copy.position_y = blocks[at].box.position_x, blocks[at].box.position_y
        copy.height = bottom_of(blocks[end - 1].box) - top_of(blocks[at].box)
        yield copy
        at = end


def _no_picture(**_: Any) -> None:
    """No background of a sheet is a picture."""
