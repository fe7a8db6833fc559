"""Where columns begin: the breaks with the least uneven columns and the least that is cut.

Goes in: `Strip`, `Room`, a number of pages. Comes out: `Plan`.
"""

from __future__ import annotations

from collections.abc import Iterator
from math import inf
from typing import Final

from exporter.sheet.starts import Start, clones, hole_of, starts_of
from exporter.sheet.strip import Plan, Room, Strip
from exporter.sheet.widening import holes_of, widened

LAST_PAGE: Final = 0.01
"""Weight of the squared heights on the last page, which make it even: little is broken for that."""
WIDE: Final = 600.0
"""Cost of a hole that the smallest card would have found room in, in mm², besides its square."""
MANY: Final = 300
"""Places to break beyond which columns are filled one after another, in time that grows with the note alone."""
AGAIN: Final = 12.0
"""Height of the head and the borders that a tall thing has again in each column it goes on in, at most, in mm."""


def plan(strip: Strip, room: Room, pages: int, *, strict: bool) -> Plan | None:
    """The breaks into at most `pages` pages with the least uneven columns, None if they do not hold the note.

    `strict` keeps everything whole that is not tall.
    """
    if not strip.units:
        return Plan(1, ())
    breaks = _balanced(strip, room, starts_of(strip, room, strict=strict), pages * room.columns)
    if breaks is None:
        return None
    return Plan(len(breaks) // room.columns + 1, breaks, widened(strip, room, breaks))


def best(strip: Strip, room: Room, pages: int) -> Plan | None:
    """The breaks that keep everything whole that is not tall, None if `pages` pages do not hold the note.

    What is low is broken only where the note does not fit otherwise, or where holes larger than its smallest card
    would be left and breaking leaves fewer.
    """
    whole = plan(strip, room, pages, strict=True)
    if whole and not (wide := _wide_holes(strip, room, whole)):
        return whole
    broken = plan(strip, room, pages, strict=False)
    if broken and broken.pages < pages:
        broken = plan(strip, room, broken.pages, strict=False)
    return broken if whole is None or (broken and _wide_holes(strip, room, broken) < wide) else whole


def _wide_holes(strip: Strip, room: Room, decided: Plan) -> int:
    """Columns before the last page that end higher above their foot than the smallest card is."""
    holes = holes_of(strip, room, decided.breaks)
    return sum(hole > strip.widest_hole for hole in holes[: (decided.pages - 1) * room.columns])


def grown(strip: Strip, room: Room) -> Plan:
    """The breaks into as many pages as a note needs."""
    pages = max(1, int(strip.height / (room.columns * room.height(room.columns, 0.0))))
    while not (decided := best(strip, room, pages)):
        pages += 1
    return decided


def _balanced(strip: Strip, room: Room, starts: list[Start], columns: int) -> tuple[int, ...] | None:
    """The cheapest breaks into at most `columns` columns; None if there are none."""
    last = len(starts)
    ends = [*(start.bottom_before for start in starts), strip.height]
    if last > MANY:
        return _filled(strip, room, starts, columns)
    heights = [room.height(column, strip.header) for column in range(columns)]
    last_page = columns - room.columns
    widest = strip.widest_hole
    reached: list[dict[int, tuple[float, tuple[int, ...]]]] = [{} for _ in range(columns + 1)]
    reached[0][0] = (0.0, ())
    answers: list[tuple[float, tuple[int, ...]]] = []
    for column, height in enumerate(heights):
        for begin, (cost, breaks) in reached[column].items():
            for end, hole in _ends_of(starts, ends, begin, height):
                following = column + 1 + _gone_on(hole, heights[-1])
                entry = 0.0 if end == last else starts[end].cost
                if column < last_page:
                    uneven = (max(hole, 0.0) + clones(starts, begin, end)) ** 2 + WIDE * (hole > widest)
                else:
                    uneven = LAST_PAGE * (ends[end] - starts[begin].top) ** 2
                total = cost + entry + uneven
                if following > columns or entry == inf:
                    continue
                skipped = (end,) * (following - column - 1)
                if end == last:
                    empty = sum(heights[free] ** 2 for free in range(following, last_page))
                    answers.append((total + empty, (*breaks, *skipped)))
                elif end not in reached[following] or total < reached[following][end][0]:
                    reached[following][end] = (total, (*breaks, *skipped, end))
    return min(answers)[1] if answers else None


def _filled(strip: Strip, room: Room, starts: list[Start], columns: int) -> tuple[int, ...] | None:
    """Each column in turn ended where its hole and the break cost least; None if there are too few columns."""
    ends = [*(start.bottom_before for start in starts), strip.height]
    later = room.height(columns, strip.header)
    breaks: list[int] = []
    begin = 0
    while len(breaks) < columns:
        height = room.height(len(breaks), strip.header)
        choices = [
            (0.0 if end == len(starts) else max(hole, 0.0) ** 2 + starts[end].cost, end, hole)
            for end, hole in _ends_of(starts, ends, begin, height)
        ]
        _, end, hole = min(choices)
        breaks += [end] * _gone_on(hole, later)
        if end == len(starts):
            return tuple(breaks)
        breaks.append(end)
        begin = end
    return None


def _gone_on(hole: float, height: float) -> int:
    """How many more columns of a height take what one column has no room for; its head and borders come again."""
    return int(-hole // max(height - AGAIN, AGAIN)) + 1 if hole < 0 else 0


def _ends_of(starts: list[Start], ends: list[float], begin: int, height: float) -> Iterator[tuple[int, float]]:
    """Where a column from `begin` can end, and the hole that leaves; below 0 where one thing is taller than it."""
    for end in range(begin + 1, len(ends)):
        hole = hole_of(starts, ends, begin, end, height)
        if hole >= 0 or all(start.cost == inf for start in starts[begin + 1 : end]):
            yield end, hole
        if hole < 0 and (end == len(starts) or starts[end].cost < inf):
            return
