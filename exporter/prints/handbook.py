"""The handbook → PDF: chapters are measured, broken into columns and laid out; then what speaks of their pages.

Goes in: `Handbook`, `Faces`. Comes out: `Printed`.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Any, TypeAlias

from exporter.fonts import Faces
from exporter.pdf import STRIP_HEIGHT, Press, Printed, composed, strip_of
from exporter.sheet import handbook
from exporter.sheet.document import document, own_style
from exporter.sheet.filling import filled, packed
from exporter.sheet.handbook import Chapter, Handbook
from exporter.sheet.layout import numbered
from exporter.sheet.page import Page
from exporter.sheet.strip import Room

Progress: TypeAlias = Callable[[int, int, str], None]
"""Told how many chapters are laid out, of how many, and the title of the last."""


def print_handbook(
    book: Handbook, faces: Faces, folder: Path | None = None, progress: Progress = lambda *_: None
) -> Printed:
    """The book: chapters laid out first, then what speaks of their pages. Pictures are read from `folder` and below."""
    press = Press(faces, folder)
    front = _laid_out(book, press, faces, handbook.front_html(book, {}), 1)
    parts: list[Any] = []
    pages: dict[str, int] = {}
    first = len(front.pages) + 1
    for done, chapter in enumerate(book.chapters, 1):
        parts.append(_chapter(book, chapter, press, faces, first))
        for number, page in enumerate(parts[-1].pages, first):
            pages |= dict.fromkeys(page.anchors, number)
        first += len(parts[-1].pages)
        progress(done, len(book.chapters), chapter.sheet.title)
    if back := handbook.back_html(book, pages):
        parts.append(_index(book, press, faces, back, first))
    front = _laid_out(book, press, faces, handbook.front_html(book, {**pages, "index": first}), 1)
    count = sum(len(part.pages) for part in (front, *parts))
    return Printed(press.bound(front, *parts), count, handbook.TEXT_SIZE)


def _laid_out(book: Handbook, press: Press, faces: Faces, body: str, first: int, more: str = "") -> Any:
    """A part of the book whose pages are counted from `first`; `more` is style of its own."""
    look = own_style(book.settings, book.page, handbook.TEXT_SIZE, faces.text, faces.code)
    look += handbook.style(book, first) + more
    return press.laid_out(document(book.title, book.language, body, look))


def _chapter(book: Handbook, chapter: Chapter, press: Press, faces: Faces, first: int) -> Any:
    """A chapter, broken into columns by its heights."""
    body, kinds = numbered(chapter.sheet.body, handbook.TEXT_SIZE)
    html = handbook.chapter_html(chapter, body)
    measured = _laid_out(book, press, faces, html, first, _strip_style(book.page))
    strip = strip_of(measured.pages, kinds, handbook.TEXT_SIZE, f"{chapter.prefix}head")
    room = _room(book.page)
    lay_out = partial(_laid_out, book, press, faces, first=first)
    return composed(html, measured, filled(strip, room), room, strip.header, lay_out)


def _index(book: Handbook, press: Press, faces: Faces, back: str, first: int) -> Any:
    """The index, its lines packed into columns."""
    body, kinds = numbered(back, handbook.TEXT_SIZE)
    page = book.index_page
    measured = _laid_out(book, press, faces, body, first, _strip_style(page))
    strip = strip_of(measured.pages, kinds, handbook.TEXT_SIZE, "index-head")
    columns = f":root{{--columns:{page.columns}}}"
    lay_out = partial(_laid_out, book, press, faces, first=first, more=columns)
    return composed(body, measured, packed(strip, _room(page)), _room(page), strip.header, lay_out)


def _room(page: Page) -> Room:
    return Room(page.columns, page.first_height, page.later_height)


def _strip_style(page: Page) -> str:
    """Headers on pages of the book's width, the rest of each chapter on one endless page a column wide."""
    return (
        f"@page{{size:{page.inner_width}mm {STRIP_HEIGHT}mm;margin:0}}@page :first{{margin:0}}"
        f"@page strip{{size:{page.column_width}mm {STRIP_HEIGHT}mm;margin:0}}"
        "main{columns:auto;page:strip}"
    )
