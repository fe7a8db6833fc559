"""A study note's sheet as a file: PDF, or HTML where Pango is missing.

Goes in: a study note, settings, the folder of the note. Comes out: `Page`, with what could not be printed well.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path

from exporter import pdf
from exporter.build.exporters import Page, Whole
from exporter.build.listing import cache_folder
from exporter.build.pictures import picture_address
from exporter.diagnostics import Diagnostic, Severity
from exporter.fonts import FaceChoice, Faces, faces, ready
from exporter.settings import SheetSettings
from exporter.sheet import Sheet, sheet_of, text_of
from exporter.sheet.document import document, style
from exporter.sheet.layout import numbered
from exporter.source import Span
from exporter.study import Language, StudyNote


def sheet_page(note: StudyNote, settings: SheetSettings, folder: str, root: str) -> Page:
    """The note's sheet. `folder` is the note's, `root` the project's, from where `font-dir` counts."""
    sheet = sheet_of(note, settings, picture=lambda source: picture_address(source, folder, root))
    found = faces(_choice(settings, root), _faces_folder(), text_of(sheet), sheet.language)
    told = tuple(_faults(note.source.text, found))
    if pdf.available() is not None:
        return Page(".html", _html(sheet, found).encode(), 1, (*sheet.diagnostics, *told), fallback=True)
    printed = pdf.render(sheet, found, Path(root))
    return Page(".pdf", printed.pdf, printed.pages, (*printed.diagnostics, *told))


def handbook_page(whole: Whole, settings: SheetSettings) -> Page:
    """All notes as one book."""
    from exporter.prints import print_handbook
    from exporter.sheet import handbook

    notes = whole.notes()
    book = handbook.handbook_of(notes, whole.title, settings, partial(_picture_of, whole.root))
    seconds = pdf.LONGEST * len(notes)
    return _book(
        handbook.text_of(book),
        book.language,
        settings,
        whole.root,
        lambda found: pdf.within(seconds, lambda: print_handbook(book, found, Path(whole.root), whole.progress)),
    )


def _picture_of(root: str, note: StudyNote, source: str) -> str | None:
    return picture_address(source, os.path.dirname(os.path.join(root, note.source.path)), root)


def cards_page(whole: Whole, settings: SheetSettings) -> Page:
    """All decks as cards to cut out."""
    from exporter.prints import print_flashcards
    from exporter.sheet import flashcards

    cards = flashcards.flashcards_of(whole.decks, whole.title, settings)
    seconds = pdf.LONGEST * len(whole.decks)
    return _book(
        flashcards.text_of(cards),
        cards.language,
        settings,
        whole.root,
        lambda found: pdf.within(seconds, lambda: print_flashcards(cards, found)),
    )


def _book(
    text: str, language: Language, settings: SheetSettings, root: str, make: Callable[[Faces], pdf.Printed | None]
) -> Page:
    """A print of several notes; without data, and with the reason, where it can't be made."""
    if reason := pdf.available():
        return Page(
            ".pdf",
            b"",
            0,
            (Diagnostic("not-printed", Severity.ERROR, reason, None, "`kramdeck doctor` says what is lacking"),),
        )
    found = faces(_choice(settings, root), _faces_folder(), text, language)
    told: tuple[Diagnostic, ...] = tuple(_faults("", found))
    printed = make(found)
    if printed is None:
        message = "it can't be laid out: a note nests too deep, or it takes too long"
        told += (Diagnostic("not-printed", Severity.ERROR, message, None, "try fewer notes at once to find which"),)
        return Page(".pdf", b"", 0, told)
    return Page(".pdf", printed.pdf, printed.pages, (*printed.diagnostics, *told))


def prepare(settings: SheetSettings, root: str) -> None:
    """Load what every sheet needs, and prepare its faces if that was never done: half a minute, the first time."""
    if pdf.available() is None:
        faces(_choice(settings, root), _faces_folder(), "", settings.language or "en")


def prepared(settings: SheetSettings, root: str) -> bool:
    """Whether that was done, or there is nothing to prepare."""
    return pdf.available() is not None or ready(_choice(settings, root), _faces_folder(), settings.language or "en")


def _choice(settings: SheetSettings, root: str) -> FaceChoice:
    folder = Path(root, os.path.expanduser(settings.font_dir)) if settings.font_dir else None
    return FaceChoice(settings.font_text, settings.font_code, folder)


def _faces_folder() -> Path:
    return Path(cache_folder(), "faces")


def sheet_html(note: StudyNote, settings: SheetSettings) -> str:
    """The sheet as a page for a browser, in the reader's own faces."""
    return _html(sheet_of(note, settings), Faces((), (), ()))


def _html(sheet: Sheet, found: Faces) -> str:
    body, _ = numbered(sheet.body, _HTML_SIZE)
    return document(
        sheet.title,
        sheet.language,
        body,
        style(sheet.settings, sheet.page, _HTML_SIZE, found.text, found.code),
    )


_HTML_SIZE = 8.25  # pt; a browser can't be asked how much fits


def _faults(text: str, found: Faces) -> Iterator[Diagnostic]:
    for family in found.not_found:
        message = f"there is no face `{family}`; another one is used"
        yield Diagnostic("face-not-found", Severity.WARNING, message, None, "see `font-text`, `font-code`, `font-dir`")
    places = sorted((text.find(char), char) for char in found.missing)
    if places:
        shown = " ".join(char for _, char in places)
        first = next((at for at, _ in places if at >= 0), None)
        span = None if first is None else Span(first, first + 1)
        message, advice = f"no face has a glyph for {shown}", "`font-text` or `font-code` may name a face that has it"
        yield Diagnostic("glyph-missing", Severity.WARNING, message, span, advice)
