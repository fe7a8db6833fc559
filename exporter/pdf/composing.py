"""Puts what was measured into the columns of pages: boxes are moved, not laid out a second time.

Goes in: a note laid out in one endless column, and where columns begin. Comes out: pages. Knows of WeasyPrint's boxes
what its drawing and its links read of them: children, positions, backgrounds.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from html import escape
from typing import Any, Final

from exporter.sheet.page import PX_PER_MM
from exporter.sheet.strip import Plan, Room

_COLUMN: Final = "k"
"""What the ids of empty columns begin with."""


@dataclass(frozen=True, slots=True)
class _Block:
    """Something that is moved as one: its box, the sections it stands in, the places to break in it."""

    box: Any
    sections: tuple[Any, ...]
    units: tuple[int, ...]

    @property
    def top(self) -> float:
        return float(self.box.border_box_y())

    @property
    def bottom(self) -> float:
        return float(self.box.border_box_y() + self.box.border_height())


@dataclass(frozen=True, slots=True)
class Column:
    """The blocks of a column, from its top, and how much further down each stands than in the strip, in CSS px."""

    blocks: tuple[_Block, ...]
    lower: tuple[float, ...]

    @property
    def words(self) -> tuple[str, ...]:
        """What the page's head names as its first and last."""
        boxes = (box for block in self.blocks for box in block.box.descendants() if box.string_set)
        return tuple(text for box in boxes for name, text in box.string_set if name == "word")


def columns_of(strip: Any, decided: Plan) -> tuple[Column, ...] | None:
    """The blocks of a strip by columns; None where one begins inside a block."""
    begins = set(decided.breaks)
    if len(begins) < len(decided.breaks):
        return None
    columns: list[list[_Block]] = [[]]
    for block in _blocks(_main(strip), ()):
        inside = begins.intersection(block.units)
        if inside - set(block.units[:1]):
            return None
        if inside:
            columns.append([])
        columns[-1].append(block)
    more = {wider.unit: wider.more for wider in decided.widened}
    return tuple(_column(blocks, more) for blocks in columns)


def _main(strip: Any) -> Any:
    pages = (page._page_box for page in strip.pages)
    return next(box for page in pages for box in page.descendants() if box.element_tag == "main")


def _blocks(parent: Any, sections: tuple[Any, ...]) -> Iterator[_Block]:
    for box in parent.children:
        if box.element_tag == "section" and box.element is not parent.element and not box.border_top_width:
            yield from _blocks(box, (*sections, box))
        else:
            yield _Block(box, sections, tuple(_units(box)))


def _units(box: Any) -> Iterator[int]:
    for inner in box.descendants():
        anchor = inner.style["anchor"]
        if anchor and anchor[0] == "u" and anchor[1:].isdigit():
            yield int(anchor[1:])


def _column(blocks: list[_Block], more: dict[int, float]) -> Column:
    lower: list[float] = []
    total = 0.0
    for block in blocks:
        total += more.get(block.units[0], 0.0) * PX_PER_MM if block.units else 0.0
        lower.append(total)
    return Column(tuple(blocks), tuple(lower))


def empty_columns(columns: tuple[Column, ...], room: Room, header: float) -> str:
    """HTML of as many columns, with the words for the heads of their pages. `header` is the first page's, in mm."""
    heights = (room.height(number, header) for number in range(len(columns)))
    return "".join(_empty(number, *column) for number, column in enumerate(zip(columns, heights, strict=True)))


def _empty(number: int, column: Column, height: float) -> str:
    style = f"height:{height:.3f}mm" + ";break-before:column" * (number > 0)
    words = column.words[:1] + column.words[1:][-1:]
    named = "".join(f'<i class="word" data-l="{escape(word)}"></i>' for word in words)
    return f'<div id="{_COLUMN}{number}" style="{style}">{named}</div>'


def fill(frame: Any, columns: tuple[Column, ...]) -> None:
    """Move columns into the pages that were laid out with `empty_columns` in their place."""
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


def _move(column: Column, page: Any, place: Any) -> None:
    from weasyprint.layout.background import layout_box_backgrounds

    first = column.blocks[0]
    right, down = place.content_box_x() - first.box.position_x, place.content_box_y() - first.top
    for block, lower in zip(column.blocks, column.lower, strict=True):
        block.box.translate(right, down + lower)
        layout_box_backgrounds(page, block.box, _no_picture)
    place.children = tuple(_in_sections(column.blocks, 0))


def _in_sections(blocks: tuple[_Block, ...], depth: int) -> Iterator[Any]:
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
        copy.height = blocks[end - 1].bottom - blocks[at].top
        yield copy
        at = end


def _no_picture(**_: Any) -> None:
    """No background of a sheet is a picture."""
