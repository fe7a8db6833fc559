"""Which type size a note gets and where its columns end, decided from measured heights.

Goes in: `Strip`: the places to break of a note, measured in one endless column, in mm. Comes out: how many pages they
need, the breaks of an order-preserving balance (least sum of squared holes), and the gaps that make columns end
together. Pure arithmetic; `pdf` measures.

    |  hole  |  a column's free foot; squared and summed with the costs of breaking inside things
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import pairwise
from math import inf
from typing import Final

from exporter.sheet.page import COMFORTABLE_TEXT, LARGEST_TEXT, SMALLEST_TEXT
from exporter.sheet.rewrap import Text, resized

COSTS: Final[dict[str, tuple[float, float]]] = {
    "band": (0.0, 0.0),
    "head": (0.0, 0.0),
    "lead": (0.0, 0.0),
    "card": (0.0, 0.0),
    "step": (0.0, 0.0),
    "block": (10.0, 10.0),
    "code": (60.0, 60.0),
    "item": (60.0, 250.0),
    "deep": (120.0, 600.0),
    "row": (120.0, 600.0),
    "gap": (60.0, 400.0),
    "line": (150.0, 900.0),
    "wrap": (400.0, 2000.0),
    "part": (150.0, 1400.0),
    "subitem": (180.0, 1600.0),
    "stay": (inf, inf),
}
"""Cost of a break before each kind of place, in mm² of hole: inside something tall, inside anything else."""
HEADINGS: Final = frozenset({"band", "head", "lead"})
"""Kinds that never end a column."""
STRETCH: Final[dict[str, float]] = {"band": 1.0, "head": 1.0, "card": 1.0, "block": 0.3, "code": 0.3, "lead": 0.3}
"""How much of the widening the space above each kind takes, where it takes any."""
TALL: Final = 40.0
"""A list, table or code block taller than this (mm) may be broken inside; a lower one when nothing else helps."""
TALL_CARD: Final = 0.6
"""The same for a card, as a part of the column's height."""
CLONE: Final = 3.2
"""Height that the borders of something broken take again, in mm."""
SLACK: Final = 0.3
"""Left free at every foot, in mm, against rounding."""
WIDEST_EXTRA: Final = 3.4
"""The most that a gap between cards is widened, in mm."""
LEAST_GAP: Final = 1.0
"""A gap narrower than this (mm) holds together what belongs together, and stays."""


@dataclass(frozen=True, slots=True)
class Unit:
    """A place to break: its kind, its top and bottom in the strip (mm)."""

    kind: str
    top: float
    bottom: float


@dataclass(frozen=True, slots=True)
class Strip:
    """A note in one endless column at a type size (pt), under a header of a height (mm), with what it holds."""

    size: float
    header: float
    units: tuple[Unit, ...]
    texts: tuple[Text, ...] = ()

    @property
    def height(self) -> float:
        """Height of everything in the column, in mm."""
        return max((unit.bottom for unit in self.units), default=0.0)


@dataclass(frozen=True, slots=True)
class Room:
    """The columns there are: their heights (mm) on the first page, header not yet taken off, and on the others.

    On the page `cut` (from 0) `left_free` mm stay empty.
    """

    columns: int
    first: float
    later: float
    cut: int = -1
    left_free: float = 0.0

    def height(self, column: int, header: float) -> float:
        """Height of a column, counted from 0 through all pages."""
        free = self.left_free if column // self.columns == self.cut else 0.0
        return (self.first - header if column < self.columns else self.later) - SLACK - free


@dataclass(frozen=True, slots=True)
class Widened:
    """A unit with more space above it: what was there, and what is added, in mm."""

    unit: int
    gap: float
    more: float


@dataclass(frozen=True, slots=True)
class Plan:
    """Where columns begin (numbers of units, the first column's 0 left out), and which spaces are widened."""

    pages: int
    breaks: tuple[int, ...]
    widened: tuple[Widened, ...] = ()


def plan(strip: Strip, room: Room, pages: int, *, strict: bool) -> Plan | None:
    """The breaks into at most `pages` pages with the least uneven columns, None if they do not hold the note.

    `strict` keeps everything whole that is not tall.
    """
    breaks = _balanced(strip, room, _starts(strip, room, strict=strict), pages * room.columns)
    if breaks is None:
        return None
    return Plan(len(breaks) // room.columns + 1, breaks, _widened(strip, room, breaks))


def grown(strip: Strip, room: Room) -> Plan:
    """The breaks into as many pages as a note needs."""
    pages = max(1, int(strip.height / (room.columns * room.height(room.columns, 0.0))))
    while True:
        for strict in (True, False):
            if decided := plan(strip, room, pages, strict=strict):
                return decided
        pages += 1


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


TRIES: Final = 6
"""How often the height of a last page is halved."""


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


def expected_size(strip: Strip, room: Room, pages: int, below: float = LARGEST_TEXT) -> float | None:
    """The largest size up to `below` at which a strip of another size can be expected to fit, None if there is none.

    What must not be broken stays whole if that costs no more than `WORTH_SPLITTING`.
    """
    whole = _largest(strip, room, pages, below, strict=True)
    broken = _largest(strip, room, pages, below, strict=False)
    if whole is not None and broken is not None and broken - whole > WORTH_SPLITTING:
        return broken
    return broken if whole is None else whole


WORTH_SPLITTING: Final = 0.45
"""What keeping cards whole may cost in type size, in pt."""
STEPS: Final = 20
"""Sizes tried in a point."""


def _largest(strip: Strip, room: Room, pages: int, below: float, *, strict: bool) -> float | None:
    low, high = int(SMALLEST_TEXT * STEPS), int(below * STEPS)
    fits = None
    while low <= high:
        middle = (low + high + 1) // 2
        scaled = _scaled(strip, middle / STEPS)
        space = sum(room.height(column, scaled.header) for column in range(pages * room.columns))
        if scaled.height <= space and plan(scaled, room, pages, strict=strict):
            fits, low = middle / STEPS, middle + 1
        else:
            high = middle - 1
    return fits


def _scaled(strip: Strip, size: float) -> Strip:
    """What a strip can be expected to be at another size."""
    if size == strip.size:
        return strip
    moved = resized(strip.texts, size / strip.size)
    units = tuple(Unit(unit.kind, moved(unit.top) * CAREFUL, moved(unit.bottom) * CAREFUL) for unit in strip.units)
    return Strip(size, strip.header * size / strip.size, units)


CAREFUL: Final = 1.008
"""Expected heights are taken so much larger than they come out on average: a second measuring costs more."""


@dataclass(frozen=True, slots=True)
class _Start:
    """A unit as the first of a column: its top, the bottom of what stands before it, costs in mm² and in mm."""

    unit: int
    top: float
    bottom_before: float
    cost: float
    clone: float

    @property
    def gap(self) -> float:
        """What lies between it and what stands before it, in mm."""
        return self.top - self.bottom_before


def _starts(strip: Strip, room: Room, *, strict: bool) -> list[_Start]:
    starts: list[_Start] = []
    bottom = 0.0
    around: list[Unit] = []
    column = room.first - strip.header
    for number, unit in enumerate(strip.units):
        while around and around[-1].bottom <= unit.top + TOUCHING:
            bottom = max(bottom, around.pop().bottom)
        in_tall, in_low = COSTS[unit.kind]
        tall = not around or _is_tall(around[0], column)
        cost = in_tall if tall else inf if strict else in_low
        if number and strip.units[number - 1].kind in HEADINGS:
            cost = inf
        clone = CLONE + _head_again(strip.units, number) if around else 0.0
        starts.append(_Start(number, unit.top, bottom, cost, clone))
        around.append(unit)
    return starts


def _head_again(units: tuple[Unit, ...], number: int) -> float:
    """Height of the table head that is repeated when a column begins at a row; 0 elsewhere."""
    first = number
    while units[first].kind == "row":
        first -= 1
    if first == number or units[first].kind != "stay" or units[first - 1].kind != "stay":
        return 0.0
    return max(units[first].top - units[first - 1].top, 0.0)


def _is_tall(unit: Unit, column: float) -> bool:
    return unit.bottom - unit.top > (TALL_CARD * column if unit.kind == "card" else TALL)


LAST_PAGE: Final = 0.01
"""Weight of the squared heights on the last page, which make it even: little is broken for that."""
TOUCHING: Final = 0.1
"""Boxes that overlap by less (mm) lie below each other, not one in the other."""


def _balanced(strip: Strip, room: Room, starts: list[_Start], columns: int) -> tuple[int, ...] | None:
    """The cheapest breaks into at most `columns` columns; None if there are none."""
    last = len(starts)
    ends = [*(start.bottom_before for start in starts), strip.height]
    if last > MANY:
        return _filled(strip, room, starts, columns)
    heights = [room.height(column, strip.header) for column in range(columns)]
    last_page = columns - room.columns
    reached: list[dict[int, tuple[float, tuple[int, ...]]]] = [{} for _ in range(columns + 1)]
    reached[0][0] = (0.0, ())
    answers: list[tuple[float, tuple[int, ...]]] = []
    for column, height in enumerate(heights):
        for begin, (cost, breaks) in reached[column].items():
            for end, hole in _ends_of(starts, ends, begin, height):
                following = column + 1 + int(max(-hole, 0.0) // heights[-1] + (hole < 0))
                entry = 0.0 if end == last else starts[end].cost
                if column < last_page:
                    uneven = (max(hole, 0.0) + _clones(starts, begin, end)) ** 2
                else:
                    uneven = LAST_PAGE * (ends[end] - starts[begin].top) ** 2
                total = cost + entry + uneven
                if following > columns or entry == inf:
                    continue
                if end == last:
                    empty = sum(heights[free] ** 2 for free in range(following, last_page))
                    answers.append((total + empty, breaks))
                elif end not in reached[following] or total < reached[following][end][0]:
                    skipped = (end,) * (following - column - 1)
                    reached[following][end] = (total, (*breaks, *skipped, end))
    return min(answers)[1] if answers else None


MANY: Final = 300
"""Places to break beyond which columns are filled one after another, in time that grows with the note alone."""


def _filled(strip: Strip, room: Room, starts: list[_Start], columns: int) -> tuple[int, ...] | None:
    """Each column in turn ended where its hole and the break cost least; None if there are too few columns."""
    ends = [*(start.bottom_before for start in starts), strip.height]
    breaks: list[int] = []
    begin = 0
    while len(breaks) < columns:
        height = room.height(len(breaks), strip.header)
        choices = [
            (0.0 if end == len(starts) else max(hole, 0.0) ** 2 + starts[end].cost, end, hole)
            for end, hole in _ends_of(starts, ends, begin, height)
        ]
        _, end, hole = min(choices)
        if end == len(starts):
            return tuple(breaks)
        breaks += [end] * (1 + int(max(-hole, 0.0) // height + (hole < 0)))
        begin = end
    return None


def _ends_of(starts: list[_Start], ends: list[float], begin: int, height: float) -> Iterator[tuple[int, float]]:
    """Where a column from `begin` can end, and the hole that leaves; below 0 where one thing is taller than it."""
    for end in range(begin + 1, len(ends)):
        hole = _hole(starts, ends, begin, end, height)
        if hole >= 0 or all(start.cost == inf for start in starts[begin + 1 : end]):
            yield end, hole
        if hole < 0 and (end == len(starts) or starts[end].cost < inf):
            return


def _hole(starts: list[_Start], ends: list[float], begin: int, end: int, height: float) -> float:
    return height - (ends[end] - starts[begin].top) - _clones(starts, begin, end)


def _clones(starts: list[_Start], begin: int, end: int) -> float:
    """Height of the borders that what a column breaks takes again: it is no better filled for them."""
    return starts[begin].clone + (starts[end].clone if end < len(starts) else 0.0)


def _widened(strip: Strip, room: Room, breaks: tuple[int, ...]) -> tuple[Widened, ...]:
    """Gaps widened so that columns end together: a hole shared among the blocks of its column, within limits."""
    bounds = [0, *breaks, len(strip.units)]
    starts = _starts(strip, room, strict=False)
    ends = [*(start.bottom_before for start in starts), strip.height]
    holes = [
        _hole(starts, ends, begin, end, room.height(column, strip.header))
        for column, (begin, end) in enumerate(pairwise(bounds))
    ]
    last_page = (len(holes) - 1) // room.columns * room.columns
    widened: list[Widened] = []
    for column, hole in enumerate(holes):
        level = min(holes[last_page:]) if column >= last_page else 0.0
        widened += _shared(strip.units, starts, range(bounds[column] + 1, bounds[column + 1]), hole - level)
    return tuple(widened)


def _shared(units: tuple[Unit, ...], starts: list[_Start], inside: range, hole: float) -> Iterator[Widened]:
    shares = {
        number: STRETCH.get(units[number].kind, 0.0) for number in inside if units[number - 1].kind not in HEADINGS
    }
    whole = sum(shares.values())
    for number, share in shares.items():
        roomy = starts[number].gap >= LEAST_GAP
        if share and roomy and (more := min(hole * share / whole, WIDEST_EXTRA * share)) > TOUCHING:
            yield Widened(number, starts[number].gap, more)
