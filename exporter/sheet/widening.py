"""Spaces between blocks widened so that columns end together.

Goes in: `Strip`, `Room`, where columns begin. Comes out: `Widened` values.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise
from typing import Final

from exporter.sheet.starts import HEADINGS, TOUCHING, Start, hole_of, starts_of
from exporter.sheet.strip import Room, Strip, Unit, Widened

STRETCH: Final[dict[str, float]] = {
    "band": 1.0,
    "head": 1.0,
    "card": 1.0,
    "block": 0.3,
    "text": 0.3,
    "code": 0.3,
    "lead": 0.3,
}
"""How much of the widening the space above each kind takes, where it takes any."""
WIDEST_EXTRA: Final = 3.4
"""The most that a gap between cards is widened, in mm."""
LEAST_GAP: Final = 1.0
"""A gap narrower than this (mm) holds together what belongs together, and stays."""


def widened(strip: Strip, room: Room, breaks: tuple[int, ...]) -> tuple[Widened, ...]:
    """Gaps widened so that columns end together: a hole shared among the blocks of its column, within limits."""
    bounds = _bounds(strip, breaks)
    starts = starts_of(strip, room, strict=False)
    holes = _holes(strip, room, starts, bounds)
    last_page = (len(holes) - 1) // room.columns * room.columns
    widened: list[Widened] = []
    for column, hole in enumerate(holes):
        level = min(holes[last_page:]) if column >= last_page else 0.0
        widened += _shared(strip.units, starts, range(bounds[column] + 1, bounds[column + 1]), hole - level)
    return tuple(widened)


def holes_of(strip: Strip, room: Room, breaks: tuple[int, ...]) -> list[float]:
    """What each column leaves free at its foot before anything is widened, in mm."""
    return _holes(strip, room, starts_of(strip, room, strict=False), _bounds(strip, breaks))


def _holes(strip: Strip, room: Room, starts: list[Start], bounds: list[int]) -> list[float]:
    ends = [*(start.bottom_before for start in starts), strip.height]
    return [
        hole_of(starts, ends, begin, end, room.height(column, strip.header))
        for column, (begin, end) in enumerate(pairwise(bounds))
    ]


def _bounds(strip: Strip, breaks: tuple[int, ...]) -> list[int]:
    every = len(strip.units)
    return [0, *(begin for begin in breaks if begin < every), every] if every else []


def _shared(units: tuple[Unit, ...], starts: list[Start], inside: range, hole: float) -> Iterator[Widened]:
    shares = {
        number: STRETCH.get(units[number].kind, 0.0) for number in inside if units[number - 1].kind not in HEADINGS
    }
    whole = sum(shares.values())
    for number, share in shares.items():
        roomy = starts[number].gap >= LEAST_GAP
        if share and roomy and (more := min(hole * share / whole, WIDEST_EXTRA * share)) > TOUCHING:
            yield Widened(number, starts[number].gap, more)
