"""A deck on paper: cards to cut out, fronts on one page and their backs on the next.

Goes in: the decks of study notes. Comes out: `FlashCards`; `measure_html` is what their heights are measured in, and
`pages_html` the pages for the type sizes that fit. A sheet printed on both sides and turned along its long edge has
every back behind its front: backs stand mirrored from left to right. Every box is placed here, in mm; nothing flows.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from html import unescape
from importlib.resources import files
from typing import Final

from exporter.cards.deck import Deck
from exporter.diagnostics import Diagnostic, Severity
from exporter.markup import escape
from exporter.settings import PageSize, SheetSettings
from exporter.sheet.card_sides import Sides, sides_of
from exporter.sheet.code import code_block, set_code
from exporter.sheet.context import plain_signs
from exporter.sheet.glue import glued
from exporter.sheet.labels import LABELS
from exporter.sheet.page import PAPER, SMALLEST_TEXT, type_sizes
from exporter.study import Language

LANGUAGES: Final[tuple[Language, ...]] = ("ko", "en", "zh", "ja")

SIZES: Final = (13.0, 12.0, 11.0, 10.0, 9.0, 8.0, 7.5, SMALLEST_TEXT)
"""Type sizes in pt, tried from the first."""
PADDING: Final = 6.0
"""White around the text of a card, in mm: a cut that goes astray takes none of it."""
HEAD: Final = 6.5
"""Height of the line with context and number, in mm."""
MARK: Final = 4.0
MARK_GAP: Final = 1.5
"""Length of a cut mark, and its distance from the cards, in mm."""
GRIDS: Final[dict[PageSize, tuple[int, int, float, float]]] = {
    "a3": (3, 6, 92.0, 66.0),
    "a4": (2, 4, 95.0, 68.0),
    "a5": (1, 3, 120.0, 62.0),
    "letter": (2, 4, 95.0, 64.0),
}
"""Columns, rows, and the width and height of a card in mm, on upright paper."""
_ALWAYS: Final = "0123456789/·–•\\↩[]…"
Side = tuple[int, bool]
"""A side of a card: the card's number from 0, and whether it is the back."""
_PRE: Final = re.compile(r'<pre(?: class="([^"]*)")?>(?:<code>)?(.*?)(?:</code>)?</pre>', re.S)
_CODE: Final = re.compile(r"<code>([^<]*)</code>")
_WORDS: Final = re.compile(r"[^\x00-\x7f]+(?:[ _][^\x00-\x7f]+)*")
"""What a code face sets too wide: words that are not Latin."""
_IMAGE: Final = re.compile(r'(<img\b[^>]*?\bsrc=")([^"]*)(")')


@dataclass(frozen=True, slots=True)
class Grid:
    """How cards lie on a page; `width` and `height` are a card's, all in mm."""

    page_width: float
    page_height: float
    columns: int
    rows: int
    width: float
    height: float

    @property
    def cards(self) -> int:
        """Cards on a page."""
        return self.columns * self.rows

    @property
    def left(self) -> float:
        """Where the first column begins; as much stays free on the right."""
        return (self.page_width - self.columns * self.width) / 2

    @property
    def top(self) -> float:
        """Where the first row begins; as much stays free below."""
        return (self.page_height - self.rows * self.height) / 2

    @property
    def text_width(self) -> float:
        """Width of the text on a card."""
        return self.width - 2 * PADDING

    @property
    def text_height(self) -> float:
        """Height of the text on a card, below its head."""
        return self.height - 2 * PADDING - HEAD

    def corner(self, at: int, *, mirrored: bool) -> tuple[float, float]:
        """The left top corner of the card at a place of the page, counted in rows from the left, or from the right."""
        row, column = divmod(at, self.columns)
        column = self.columns - 1 - column if mirrored else column
        return self.left + column * self.width, self.top + row * self.height


@dataclass(frozen=True, slots=True)
class FlashCards:
    """Cards to print, numbered from 1 in their order. `pictures` are `data:` addresses by the name in the HTML."""

    title: str
    language: Language
    cards: tuple[Sides, ...]
    grid: Grid
    settings: SheetSettings
    pictures: Mapping[str, str]

    @property
    def sheets(self) -> int:
        """Sheets of paper."""
        return -(-len(self.cards) // self.grid.cards)


def flashcards_of(decks: Sequence[Deck], title: str, settings: SheetSettings) -> FlashCards:
    """The cards of decks, in their order, each with the question that Anki asks.

    Their pages speak the language that most cards are written in.
    """
    width, height = PAPER[settings.size]
    cards = tuple(card for deck in decks for card in sides_of(deck.notes))
    pictures = {media.name: _data_address(media.name, media.data) for deck in decks for media in deck.media}
    grid = Grid(width, height, *GRIDS[settings.size])
    language = settings.language or _language(cards)
    return FlashCards(title, language, cards, grid, settings, pictures)


def _language(cards: Iterable[Sides]) -> Language:
    counted = Counter(card.language for card in cards)
    return max(LANGUAGES, key=lambda language: counted[language])


def text_of(cards: FlashCards) -> str:
    """The characters that are printed, for checking that the faces draw them."""
    html = "".join(f"{card.context}{card.front}{card.back}" for card in cards.cards)
    labels = LABELS[cards.language]
    return plain_signs(unescape(re.sub(r"<[^>]*>", "", html))) + cards.title + "".join(labels.card_foot) + _ALWAYS


# Measuring


def all_sides(cards: FlashCards) -> tuple[Side, ...]:
    """Every side."""
    return tuple((number, back) for number in range(len(cards.cards)) for back in (False, True))


def measure_html(cards: FlashCards, sides: Iterable[Side], size: float) -> str:
    """Sides below each other in one column as wide as a card's text; `side_id` names them."""
    return "".join(f'<div class="side" id="{side_id(side)}">{_content(cards, side, size)}</div>' for side in sides)


def side_id(side: Side) -> str:
    """The id of a side that is measured."""
    return f"{'b' if side[1] else 'f'}{side[0]}"


def too_long(cards: FlashCards, side: Side) -> Diagnostic:
    """The diagnostic for a side that does not fit its card at the smallest size."""
    card = cards.cards[side[0]]
    which = "back" if side[1] else "front"
    return Diagnostic(
        "card-overflow",
        Severity.WARNING,
        f"the {which} of flash card {side[0] + 1} does not fit at {SMALLEST_TEXT} pt and is cut off: {card.key}",
        None,
        "shorten what the note says there, or keep it off the cards with `{: .no-card}`",
    )


# Pages


@dataclass(frozen=True, slots=True)
class Fitted:
    """The type size of a side in pt, and the height its text takes, in mm."""

    size: float
    height: float


def pages_html(cards: FlashCards, fitted: Mapping[Side, Fitted]) -> str:
    """Pages of fronts, each followed by the page of their backs."""
    numbers = range(len(cards.cards))
    return "".join(
        _page(cards, [(number, back) for number in numbers[at : at + cards.grid.cards]], fitted)
        for at in range(0, len(numbers), cards.grid.cards)
        for back in (False, True)
    )


def style(cards: FlashCards) -> str:
    """What the pages need beside the house style."""
    grid = cards.grid
    sizes = "".join(
        f".z{at}{{{''.join(f'--{name}:{points}pt;' for name, points in type_sizes(size).items())}}}"
        for at, size in enumerate(SIZES)
    )
    width, height = f"{grid.page_width}mm", f"{grid.page_height}mm"
    return _house_style() + sizes + paper(grid.page_width, grid.page_height) + f".page{{width:{width};height:{height}}}"


def paper(width: float, height: float) -> str:
    """Every page of a size in mm, without margins."""
    return f"@page{{size:{width}mm {height}mm;margin:0}}@page :first{{margin:0}}"


@cache
def _house_style() -> str:
    return (files("exporter.sheet") / "flashcards.css").read_text("utf-8")


def _page(cards: FlashCards, sides: list[Side], fitted: Mapping[Side, Fitted]) -> str:
    grid = cards.grid
    back = sides[0][1]
    boxes = "".join(_card(cards, side, fitted[side], *grid.corner(at, mirrored=back)) for at, side in enumerate(sides))
    marks = "" if back else "".join(_marks(grid))
    return f'<section class="page">{boxes}{marks}{_foot(cards, sides[0])}</section>'


def _card(cards: FlashCards, side: Side, fitted: Fitted, left: float, top: float) -> str:
    card, grid = cards.cards[side[0]], cards.grid
    room = grid.text_height
    above = max(0.0, (room - fitted.height) / 2)
    place = f"left:{left + PADDING:g}mm;top:{top + PADDING - 1:g}mm;width:{grid.text_width:g}mm"
    number = f'<b class="number" style="{place}">{side[0] + 1}</b>'
    head = f'<p class="context" style="{place}"><span>{glued(plain_signs(card.context))}</span></p>'
    place = (
        f"left:{left + PADDING:g}mm;top:{top + PADDING + HEAD + above:.2f}mm;"
        f"width:{grid.text_width:g}mm;height:{min(room, fitted.height + 1):.2f}mm"
    )
    return f'{number}{head}<div class="side" style="{place}">{_content(cards, side, fitted.size)}</div>'


def _foot(cards: FlashCards, first: Side) -> str:
    """What a page is, in its lower margin."""
    front, back, turn = LABELS[cards.language].card_foot
    sheet = f"{first[0] // cards.grid.cards + 1} / {cards.sheets}"
    words = (cards.title, f"{back if first[1] else front} {sheet}", turn)
    return f'<p class="foot">{" · ".join(escape(plain_signs(word)) for word in words)}</p>'


def _marks(grid: Grid) -> Iterator[str]:
    """Cut marks: lines outside the cards, at every edge of them."""
    right, bottom = grid.page_width - grid.left, grid.page_height - grid.top
    for column in range(grid.columns + 1):
        x = grid.left + column * grid.width
        yield from (_mark(x, y, 0, MARK) for y in (grid.top - MARK_GAP - MARK, bottom + MARK_GAP))
    for row in range(grid.rows + 1):
        y = grid.top + row * grid.height
        yield from (_mark(x, y, MARK, 0) for x in (grid.left - MARK_GAP - MARK, right + MARK_GAP))


def _mark(left: float, top: float, width: float, height: float) -> str:
    kind = "down" if height else "across"
    return f'<i class="mark {kind}" style="left:{left:g}mm;top:{top:g}mm;width:{width:g}mm;height:{height:g}mm"></i>'


# The text of a side


def _content(cards: FlashCards, side: Side, size: float) -> str:
    card = cards.cards[side[0]]
    html = plain_signs(card.back if side[1] else card.front)
    html = _PRE.sub(lambda match: _code(match, cards.grid.text_width), html)
    html = _CODE.sub(lambda match: _WORDS.sub(r'<span class="words">\g<0></span>', match[0]), html)
    html = _IMAGE.sub(lambda match: match[1] + cards.pictures.get(match[2], "") + match[3], html)
    kind = "back" if side[1] else "front"
    return f'<div class="{kind} z{SIZES.index(size)}">{set_code(glued(html), size)}</div>'


def _code(match: re.Match[str], width: float) -> str:
    code = unescape(re.sub(r"<[^>]*>", "", match[2]))
    return f'<div class="ex {match[1] or ""}">{code_block(code, width, shell=True)}</div>'


def _data_address(name: str, data: bytes) -> str:
    from base64 import b64encode
    from mimetypes import guess_type

    kind = guess_type(name)[0] or "application/octet-stream"
    return f"data:{kind};base64,{b64encode(data).decode()}"
