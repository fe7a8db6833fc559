"""Flash cards → PDF: every side is measured, and set in the largest type that fits its card.

Goes in: `FlashCards`, `Faces`. Comes out: `Printed`.
"""

from __future__ import annotations

from collections.abc import Iterator

from exporter.fonts import Faces
from exporter.pdf import STRIP_HEIGHT, Press, Printed
from exporter.sheet import flashcards
from exporter.sheet.document import document, own_style
from exporter.sheet.flashcards import SIZES, Fitted, FlashCards, Side
from exporter.sheet.page import PX_PER_MM, Page


def print_flashcards(cards: FlashCards, faces: Faces) -> Printed:
    """Cards to cut out, each in the largest type that fits it. `card-overflow` tells of a side that never does."""
    press = Press(faces, None)
    fitted = _fitted(cards, press, faces)
    look = _card_style(cards, faces)
    html = document(cards.title, cards.language, flashcards.pages_html(cards, fitted), look)
    pages = press.laid_out(html)
    room = cards.grid.text_height
    told = tuple(flashcards.too_long(cards, side) for side, fit in fitted.items() if fit.height > room)
    sizes = [fit.size for fit in fitted.values()]
    return Printed(press.bound(pages), len(pages.pages), min(sizes, default=SIZES[0]), told)


def _card_style(cards: FlashCards, faces: Faces) -> str:
    page = Page(cards.grid.page_width, cards.grid.page_height, 1)
    return own_style(cards.settings, page, SIZES[0], faces.text, faces.code) + flashcards.style(cards)


def _fitted(cards: FlashCards, press: Press, faces: Faces) -> dict[Side, Fitted]:
    """The largest size that fits, side by side; the smallest where none does."""
    look = _card_style(cards, faces) + flashcards.paper(cards.grid.text_width, STRIP_HEIGHT)
    fitted: dict[Side, Fitted] = {}
    waiting = flashcards.all_sides(cards)
    for size in SIZES:
        html = document("", cards.language, flashcards.measure_html(cards, waiting, size), look)
        heights = dict(_heights(press, html)) if waiting else {}
        measured = {side: Fitted(size, heights[flashcards.side_id(side)]) for side in waiting}
        fitted |= measured
        waiting = tuple(side for side, fit in measured.items() if fit.height > cards.grid.text_height)
    return {side: fitted[side] for side in flashcards.all_sides(cards)}


def _heights(press: Press, html: str) -> Iterator[tuple[str, float]]:
    """The height of every element with an id, in mm."""
    for page in press.laid_out(html).pages:
        for name, (_, top, _, bottom) in page.anchors.items():
            yield name, (bottom - top) / PX_PER_MM
