"""Every place of a strip as the beginning of a column: what a break there costs.

Goes in: `Strip`, `Room`. Comes out: `Start` values, in the order of units.
"""

from __future__ import annotations

from dataclasses import dataclass
from math import inf
from typing import Final

from exporter.sheet.strip import Room, Strip, Unit

COSTS: Final[dict[str, tuple[float, float]]] = {
    "band": (0.0, 0.0),
    "head": (0.0, 0.0),
    "lead": (0.0, 0.0),
    "card": (0.0, 0.0),
    "step": (0.0, 0.0),
    "block": (10.0, 10.0),
    "text": (10.0, 10.0),
    "code": (100.0, 100.0),
    "item": (60.0, 250.0),
    "deep": (120.0, 600.0),
    "under": (200.0, 1000.0),
    "row": (120.0, 600.0),
    "gap": (60.0, 400.0),
    "line": (150.0, 900.0),
    "wrap": (400.0, 2000.0),
    "part": (150.0, 1400.0),
    "subitem": (180.0, 1600.0),
    "stay": (inf, inf),
}
"""Cost of a break before each kind of place, in mm² of hole: inside something tall, inside anything else."""
STUB: Final = 16.0
"""Height, in mm, of what a card that is broken leaves in one of its columns at least: its name and some of the rest."""
COST_OF_STUB: Final = 700.0
"""Cost of a break that leaves less, in mm²."""
TOLD: Final = 900.0
"""The same before code below a paragraph that is not `LONG_TEXT`: it most often says what the code is for."""
LONG_TEXT: Final = 16.0
"""Height of a paragraph, in mm, that may end a column without the code below it."""
LINES: Final = frozenset({"line", "gap", "wrap"})
"""Kinds that lines which are no places to break may stand before, as the heading of a card before its first part does:
what stands before such a place reaches down to it."""
HEADINGS: Final = frozenset({"band", "head", "lead"})
"""Kinds that never end a column."""
TALL: Final = 40.0
"""A list, table or code block taller than this (mm) may be broken inside; a lower one when nothing else helps."""
TALL_CARD: Final = 0.6
"""The same for a card, as a part of the column's height."""
CLONE: Final = 3.2
"""Height that the borders of something broken take again, in mm."""
TOUCHING: Final = 0.1
"""Boxes that overlap by less (mm) lie below each other, not one in the other."""


@dataclass(frozen=True, slots=True)
class Start:
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


def starts_of(strip: Strip, room: Room, *, strict: bool) -> list[Start]:
    """What a column costs that begins at each unit; `strict` forbids to break what is not tall."""
    starts: list[Start] = []
    bottom = 0.0
    around: list[Unit] = []
    column = room.first - strip.header
    head = 0.0
    for number, unit in enumerate(strip.units):
        while around and around[-1].bottom <= unit.top + TOUCHING:
            bottom = max(bottom, around.pop().bottom)
        in_tall, in_low = COSTS[unit.kind]
        tall = not around or _is_tall(around[0], column)
        cost = in_tall if tall else inf if strict else in_low
        if unit.kind == "code" and number and _tells(strip.units[number - 1]):
            cost = max(cost, TOLD)
        if around and _leaves_a_stub(around[0], unit):
            cost = max(cost, COST_OF_STUB)
        first = bool(around) and bottom <= around[-1].top + TOUCHING
        if number and (strip.units[number - 1].kind in HEADINGS or (first and around[-1].kind == "card")):
            cost = inf
        if first or unit.kind in LINES:
            bottom = max(bottom, unit.top)
        head = head if unit.kind == "row" else _head_again(strip.units, number)
        clone = CLONE + head * (unit.kind == "row") if around else 0.0
        starts.append(Start(number, unit.top, bottom, cost, clone))
        around.append(unit)
    return starts


def _leaves_a_stub(card: Unit, unit: Unit) -> bool:
    return card.kind == "card" and min(unit.top - card.top, card.bottom - unit.top) < STUB


def _tells(unit: Unit) -> bool:
    return unit.kind == "text" and unit.bottom - unit.top < LONG_TEXT


def _head_again(units: tuple[Unit, ...], first: int) -> float:
    """Height of the head that is repeated where a column begins at a row of the table with this first one."""
    if units[first].kind != "stay" or not first or units[first - 1].kind != "stay":
        return 0.0
    return max(units[first].top - units[first - 1].top, 0.0)


def _is_tall(unit: Unit, column: float) -> bool:
    return unit.bottom - unit.top > (TALL_CARD * column if unit.kind == "card" else TALL)


def hole_of(starts: list[Start], ends: list[float], begin: int, end: int, height: float) -> float:
    """What a column of `height` mm from one start to another leaves free; below 0 where it does not hold them."""
    return height - (ends[end] - starts[begin].top) - clones(starts, begin, end)


def clones(starts: list[Start], begin: int, end: int) -> float:
    """Height of the borders that what a column breaks takes again: it is no better filled for them."""
    return starts[begin].clone + (starts[end].clone if end < len(starts) else 0.0)
