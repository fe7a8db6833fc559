"""What a measured note would be at another type size: its lines broken again by arithmetic.

Goes in: the texts of a strip, their lines' widths as they were laid out. Comes out: where each height would be.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable
from dataclasses import dataclass
from itertools import accumulate
from math import ceil

from exporter.sheet.page import SMALLEST_TEXT


@dataclass(frozen=True, slots=True)
class Run:
    """What would be one line if there were room for it: its width in mm, the lines it takes, how wide these get."""

    width: float
    lines: int
    widest: float


@dataclass(frozen=True, slots=True)
class Text:
    """Lines of a paragraph, cell or code block: their extent, the room they have and what stands beside that, in mm.

    `size` is the type size in pt.
    """

    top: float
    bottom: float
    size: float
    room: float
    beside: float
    runs: tuple[Run, ...]

    def height(self, times: float) -> float:
        """Height, in mm, in type so many times as large. Columns beside it get narrower with smaller type."""
        times = max(times, min(1.0, SMALLEST_TEXT / self.size))
        wider = 1 + self.beside * max(1 - times, 0.0) / self.room
        lines = sum(_lines(run, self.room, times / wider) for run in self.runs)
        return (self.bottom - self.top) * times * lines / sum(run.lines for run in self.runs)


def _lines(run: Run, room: float, times: float) -> int:
    return max(1, ceil(run.width * times / (run.widest if run.lines > 1 else room)))


def resized(texts: tuple[Text, ...], times: float) -> Callable[[float], float]:
    """Where a height in the strip, in mm, would be in type so many times as large."""
    bottoms = [text.bottom for text in texts]
    heights = [text.height(times) for text in texts]
    grown = list(accumulate((new - (t.bottom - t.top) for t, new in zip(texts, heights, strict=True)), initial=0.0))

    def moved(height: float) -> float:
        above = bisect_right(bottoms, height)
        part = texts[above] if above < len(texts) else None
        inside = (height - part.top) / (part.bottom - part.top) if part and height > part.top else 0.0
        return height + grown[above] + inside * (grown[above + 1] - grown[above] if inside else 0.0)

    return moved
