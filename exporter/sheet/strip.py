"""A measured note, the columns there are, and what is decided about both: values.

Lengths are mm, type sizes pt.
"""

from __future__ import annotations

from dataclasses import dataclass
from math import inf
from typing import Final

from exporter.sheet.rewrap import Text

SLACK: Final = 0.3
"""Left free at every foot, in mm, against rounding."""

SMALL: Final = 20.0
"""A hole so high, in mm, is seen to be none, however small a card there is."""


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

    @property
    def widest_hole(self) -> float:
        """What a column may leave free at its foot, in mm: less than the smallest card, where there are any."""
        return max(min((unit.bottom - unit.top for unit in self.units if unit.kind == "card"), default=inf), SMALL)


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
    """Where columns begin (numbers of units, the first column's 0 left out), and which spaces are widened.

    A number that comes again leaves its column to what goes on from the one before, being taller; at the end, the
    number of all units does.
    """

    pages: int
    breaks: tuple[int, ...]
    widened: tuple[Widened, ...] = ()
