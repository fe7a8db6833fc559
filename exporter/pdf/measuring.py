"""A strip of a note that was laid out in one endless column.

Goes in: pages of WeasyPrint's. Comes out: `Strip`. Lengths are mm.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, Final

from exporter.sheet.page import PX_PER_MM
from exporter.sheet.rewrap import Run, Text
from exporter.sheet.strip import Strip, Unit

FULL: Final = 0.7
"""A line of a paragraph filled to this part goes on in the next; what ends before was ended by its author."""
PX_PER_PT: Final = 96 / 72


def strip_of(pages: Any, kinds: tuple[str, ...], size: float, header: str = "head") -> Strip:
    """The strip of a note whose header, the element of that id, is on the first of `pages`, all else on the second."""
    head, column = (page.anchors for page in pages)
    units = tuple(Unit(kind, *_extent(column[f"u{at}"])) for at, kind in enumerate(kinds))
    return Strip(size, head[header][3] / PX_PER_MM, units, tuple(_texts(pages[1]._page_box, 0.0)))


def _extent(box: tuple[float, float, float, float]) -> tuple[float, float]:
    return box[1] / PX_PER_MM, box[3] / PX_PER_MM


def _texts(box: Any, beside: float) -> Iterator[Text]:
    """Texts from top to bottom; of a table's row those of its highest cell."""
    from weasyprint.formatting_structure.boxes import LineBox, TableRowBox

    code = box.element_tag == "pre"
    children = [child for child in box.children if child.is_in_normal_flow()]
    lines = [part for part in box.descendants() if isinstance(part, LineBox)] if code else children
    if lines and isinstance(lines[0], LineBox):
        yield _text(box, lines, beside, code=code)
    elif isinstance(box, TableRowBox):
        cells = [tuple(_texts(cell, (box.width - cell.width) / PX_PER_MM)) for cell in children]
        yield from max(cells, key=lambda texts: sum(text.bottom - text.top for text in texts), default=())
    else:
        for child in children:
            yield from _texts(child, beside)


def _text(box: Any, lines: list[Any], beside: float, *, code: bool) -> Text:
    last = lines[-1]
    extent = (lines[0].position_y / PX_PER_MM, (last.position_y + last.height) / PX_PER_MM)
    size = box.style["font_size"] / PX_PER_PT
    return Text(*extent, size, box.width / PX_PER_MM, beside, tuple(_runs(lines, box.width, code=code)))


def _runs(lines: list[Any], room: float, *, code: bool) -> Iterator[Run]:
    widths: list[float] = []
    for line in lines:
        widths.append(max((part.position_x + part.margin_width() for part in line.children), default=0.0))
        widths[-1] = (widths[-1] - line.position_x) / PX_PER_MM if line.children else 0.0
        goes_on = _has_mark(line) if code else widths[-1] * PX_PER_MM > FULL * room
        if not goes_on or line is lines[-1]:
            yield Run(sum(widths), len(widths), max(widths))
            widths = []


def _has_mark(line: Any) -> bool:
    """Whether a line of code was cut where it was too long: it ends in a mark that says so."""
    return any(part.element is not None and part.element.get("class") == "go" for part in line.descendants())
