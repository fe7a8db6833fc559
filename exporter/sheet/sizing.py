"""The type size at which a note fits its pages.

Goes in: a sheet; a strip at one size, `Room`. Comes out: the pages it is fitted to, the size it can be expected to
fit at.
"""

from __future__ import annotations

from typing import Final

from exporter.diagnostics import display_width
from exporter.sheet.breaking import plan
from exporter.sheet.code import CELL_EM
from exporter.sheet.layout import Sheet, text_of
from exporter.sheet.page import COMFORTABLE_TEXT, LARGEST_TEXT, MM_PER_PT, SMALLEST_TEXT
from exporter.sheet.rewrap import resized
from exporter.sheet.strip import Room, Strip, Unit

LONG: Final = 12
"""Pages of a note that is long."""
LINE_EM: Final = 1.42
"""Height of a line, in em."""
TOO_HIGH: Final = 1.07
"""What is expected of a note with many tables comes out so much too high: their columns find better widths."""
WORTH_SPLITTING: Final = 0.45
"""What keeping cards whole may cost in type size, in pt."""
STEPS: Final = 20
"""Sizes tried in a point."""
CAREFUL: Final = 1.008
"""Expected heights are taken so much larger than they come out on average: a second measuring costs more."""


def target_pages(strip: Strip, room: Room, wanted: int | None) -> int:
    """How many pages a note is fitted to: those asked for, one if it can be one, else those of a comfortable size."""
    if wanted is not None:
        return wanted
    if expected_size(strip, room, 1) is not None:
        return 1
    pages = max(2, int(_scaled(strip, COMFORTABLE_TEXT).height / (room.columns * room.height(room.columns, 0.0))))
    while (size := expected_size(strip, room, pages)) is None or size < COMFORTABLE_TEXT:
        pages += 1 + pages // 20
    return pages


def is_long(sheet: Sheet) -> bool:
    """Whether a note is so long that it is measured once, at a comfortable size, and takes the pages it needs.

    No page target is missed by that: pages more or less are not seen among so many, a second measuring is waited for.
    """
    page = sheet.page
    text = MM_PER_PT * COMFORTABLE_TEXT
    lines = sheet.body.count("data-u=") + sheet.body.count("\n")
    lines += int(display_width(text_of(sheet)) * CELL_EM * text / page.column_width)
    return lines * LINE_EM * text > LONG * page.columns * page.later_height


def may_be_one_page(strip: Strip, room: Room) -> bool:
    """Whether a note can be one page at the smallest size if what is expected of it is somewhat too high."""
    smallest = _scaled(strip, SMALLEST_TEXT)
    return smallest.height <= TOO_HIGH * sum(room.height(column, smallest.header) for column in range(room.columns))


def expected_size(strip: Strip, room: Room, pages: int, below: float = LARGEST_TEXT) -> float | None:
    """The largest size up to `below` at which a strip of another size can be expected to fit, None if there is none.

    What must not be broken stays whole if that costs no more than `WORTH_SPLITTING`.
    """
    whole = _largest(strip, room, pages, below, strict=True)
    if whole is not None and below - whole <= WORTH_SPLITTING:
        return whole
    broken = _largest(strip, room, pages, below, strict=False)
    if whole is not None and broken is not None and broken - whole > WORTH_SPLITTING:
        return broken
    return broken if whole is None else whole


def _largest(strip: Strip, room: Room, pages: int, below: float, *, strict: bool) -> float | None:
    low, high = int(SMALLEST_TEXT * STEPS), int(below * STEPS)
    fits, tried = None, high
    while low <= high:
        if _fits(_scaled(strip, tried / STEPS), room, pages, strict=strict):
            fits, low = tried / STEPS, tried + 1
        else:
            high = tried - 1
        tried = (low + high + 1) // 2
    return fits


def _fits(strip: Strip, room: Room, pages: int, *, strict: bool) -> bool:
    space = sum(room.height(column, strip.header) for column in range(pages * room.columns))
    return strip.height <= space and plan(strip, room, pages, strict=strict) is not None


def _scaled(strip: Strip, size: float) -> Strip:
    """What a strip can be expected to be at another size."""
    if size == strip.size:
        return strip
    moved = resized(strip.texts, size / strip.size)
    units = tuple(Unit(unit.kind, moved(unit.top) * CAREFUL, moved(unit.bottom) * CAREFUL) for unit in strip.units)
    return Strip(size, strip.header * size / strip.size, units)
