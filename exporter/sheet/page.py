"""The page as numbers: paper, columns, type sizes, colours.

Goes in: `SheetSettings` and a text size. Comes out: lengths in mm, sizes in pt, colours as `#rrggbb`.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from exporter.settings import Orientation, PageSize, SheetSettings

MM_PER_PT: Final = 25.4 / 72
PX_PER_MM: Final = 96 / 25.4

LARGEST_TEXT: Final = 9.0
SMALLEST_TEXT: Final = 7.0
COMFORTABLE_TEXT: Final = 8.0
"""Text sizes in pt. A note that can't be one page at the smallest grows by pages at the comfortable one."""
FOOTER_SIZE: Final = 6.2

PAPER: Final[dict[PageSize, tuple[float, float]]] = {
    "a3": (297.0, 420.0),
    "a4": (210.0, 297.0),
    "a5": (148.0, 210.0),
    "letter": (215.9, 279.4),
}
"""Width and height upright, in mm."""

COLUMNS: Final[dict[tuple[PageSize, Orientation], int]] = {
    ("a3", "landscape"): 4,
    ("a3", "portrait"): 3,
    ("a4", "landscape"): 3,
    ("a4", "portrait"): 2,
    ("a5", "landscape"): 2,
    ("a5", "portrait"): 1,
    ("letter", "landscape"): 3,
    ("letter", "portrait"): 2,
}

MARGIN: Final = 8.0
MARGIN_BOTTOM: Final = 10.0
MARGIN_TOP_LATER: Final = 13.0
"""From the second page on there is a running title above the columns."""
GUTTER: Final = 5.0
SCALE: Final[dict[str, float]] = {
    "title": 2.15,
    "band": 1.22,
    "sub": 1.08,
    "card": 1.1,
    "code": 0.94,
    "small": 0.86,
    "chip": 0.8,
}
"""Type sizes as multiples of the text size."""
INK: Final = "#14181f"
TINT: Final = "#f3f5f8"
"""The ground of code, whatever the section."""
LEAST_CONTRAST: Final = 4.5
"""WCAG 2's level AA for text."""


@dataclass(frozen=True, slots=True)
class Page:
    """Paper and columns, in mm. `margin` is that at the sides, `top` that above a first page, `top_later` any other."""

    width: float
    height: float
    columns: int
    margin: float = MARGIN
    top: float = MARGIN
    top_later: float = MARGIN_TOP_LATER
    bottom: float = MARGIN_BOTTOM

    @property
    def inner_width(self) -> float:
        """Width between the margins."""
        return self.width - 2 * self.margin

    @property
    def column_width(self) -> float:
        """Width of one column."""
        return (self.inner_width - (self.columns - 1) * GUTTER) / self.columns

    @property
    def first_height(self) -> float:
        """Height between the margins of a note's first page, its header included."""
        return self.height - self.top - self.bottom

    @property
    def later_height(self) -> float:
        """Height between the margins of the other pages."""
        return self.height - self.top_later - self.bottom


def page_of(settings: SheetSettings) -> Page:
    """The page the user asked for."""
    short, long = PAPER[settings.size]
    width, height = (long, short) if settings.orientation == "landscape" else (short, long)
    return Page(width, height, settings.columns or COLUMNS[settings.size, settings.orientation])


def type_sizes(text: float) -> dict[str, float]:
    """Sizes in pt by name, none below the smallest, for a text size in pt."""
    return {"text": text, **{name: max(SMALLEST_TEXT, round(text * times, 2)) for name, times in SCALE.items()}}


@dataclass(frozen=True, slots=True)
class Accent:
    """The colour of a section and the tint of its synopses."""

    ink: str
    tint: str


ACCENTS: Final = (
    Accent("#0b5cad", "#eaf2fb"),
    Accent("#0f6b5c", "#e6f3f0"),
    Accent("#6b3fa0", "#f2ecf8"),
    Accent("#a3441a", "#fbeee7"),
    Accent("#a12a5e", "#faeaf1"),
    Accent("#5d6512", "#f2f3e3"),
    Accent("#3d4f66", "#edf0f4"),
)


INK_SAVER: Final = (Accent(INK, "#ffffff"),)


def accents_of(settings: SheetSettings) -> tuple[Accent, ...]:
    """The section colours: the user's with a tint made of each, the ink-saver's black, or ours."""
    if settings.ink_saver:
        return INK_SAVER
    return tuple(map(_accent, settings.accents)) or ACCENTS


def _accent(colour: str) -> Accent:
    """A colour of the user's and its tint, darkened until it can be read on that and on the ground of code."""
    ink = _long(colour)
    tint = _tint(ink)
    while min(contrast(ink, tint), contrast(ink, TINT)) < LEAST_CONTRAST:
        ink = "#" + "".join(f"{int(int(ink[at : at + 2], 16) * 0.95):02x}" for at in (1, 3, 5))
    return Accent(ink, tint)


def _long(colour: str) -> str:
    digits = colour.removeprefix("#")
    return "#" + (digits if len(digits) == 6 else "".join(digit * 2 for digit in digits)).lower()


def _tint(colour: str) -> str:
    parts = (int(colour[at : at + 2], 16) for at in (1, 3, 5))
    return "#" + "".join(f"{round(255 - (255 - part) * 0.09):02x}" for part in parts)


def contrast(first: str, second: str) -> float:
    """WCAG 2's contrast ratio of two colours, from 1 to 21."""
    light, dark = sorted((_luminance(first), _luminance(second)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def _luminance(colour: str) -> float:
    channels = (int(_long(colour)[at : at + 2], 16) / 255 for at in (1, 3, 5))
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in channels)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
