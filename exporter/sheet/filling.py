"""Columns of long notes, of a book's chapters and of its index: pages are filled one after another.

Goes in: `Strip`, `Room`. Comes out: `Plan`.
"""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from exporter.sheet.breaking import grown, plan
from exporter.sheet.starts import HEADINGS
from exporter.sheet.strip import Plan, Room, Strip

TRIES: Final = 6
"""How often the height of a last page is halved."""


def filled(strip: Strip, room: Room) -> Plan:
    """As `grown`, but with full columns on all pages before the last; its columns end as high as they can."""
    decided = grown(strip, room)
    last = decided.pages - 1
    low, high = 0.0, room.height(last * room.columns, strip.header)
    for _ in range(TRIES):
        middle = (low + high) / 2
        tried = plan(strip, replace(room, cut=last, left_free=middle), decided.pages, strict=True)
        if tried and tried.pages == decided.pages:
            decided, low = tried, middle
        else:
            high = middle
    return decided


def packed(strip: Strip, room: Room) -> Plan:
    """Many low things of one kind, such as the lines of an index: each column takes what it holds, in linear time.

    Columns of the last page end as high as they can.
    """
    breaks = _packed(strip, room)
    last = len(breaks) // room.columns
    low, high = 0.0, room.height(last * room.columns, strip.header)
    for _ in range(TRIES):
        middle = (low + high) / 2
        tried = _packed(strip, replace(room, cut=last, left_free=middle))
        if len(tried) // room.columns == last:
            breaks, low = tried, middle
        else:
            high = middle
    return Plan(last + 1, breaks)


def _packed(strip: Strip, room: Room) -> tuple[int, ...]:
    breaks: list[int] = []
    begin = 0
    for number, unit in enumerate(strip.units):
        height = room.height(len(breaks), strip.header)
        if unit.bottom - strip.units[begin].top > height and number > begin:
            while number - 1 > begin and strip.units[number - 1].kind in HEADINGS:
                number -= 1
            breaks.append(number)
            begin = number
    return tuple(breaks)
