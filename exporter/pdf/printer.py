"""A sheet → PDF: measured in one endless column, fitted, its columns moved into pages.

Goes in: `Sheet`, `Faces`, the folder its pictures may come from. Comes out: `Printed`. What is measured here is decided
in `sheet`.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Final

from exporter.diagnostics import Diagnostic, Severity
from exporter.fonts import Faces
from exporter.pdf.composing import composed
from exporter.pdf.limits import LONGEST, within
from exporter.pdf.measuring import strip_of
from exporter.pdf.press import Press, Printed
from exporter.sheet.breaking import best, grown, plan
from exporter.sheet.document import document, own_style
from exporter.sheet.filling import filled
from exporter.sheet.layout import Sheet, numbered
from exporter.sheet.page import COMFORTABLE_TEXT, LARGEST_TEXT, SMALLEST_TEXT
from exporter.sheet.sizing import expected_size, is_long, may_be_one_page, target_pages
from exporter.sheet.strip import Plan, Room, Strip

if TYPE_CHECKING:
    import weasyprint

MEASURED_AT: Final = LARGEST_TEXT
"""Type size of the first measuring, in pt: the one that most notes get."""
STRIP_HEIGHT: Final = 10_000_000
"""Height of the endless column, in mm."""
STEP: Final = 0.05
"""How much smaller the next size tried is at least, in pt."""
WORTH_MEASURING: Final = 0.25
"""The gain in type size, in pt, that is worth another measuring."""


def render(sheet: Sheet, faces: Faces, folder: Path | None = None, seconds: float = LONGEST) -> Printed:
    """Print a sheet. Pictures are read from `folder` and below.

    What takes longer than `seconds`, or nests too deep to be laid out, comes back without pages and with an error.
    """
    printed = within(seconds, lambda: _Printer(sheet, faces, folder).printed())
    return printed or Printed(b"", 0, 0.0, (*sheet.diagnostics, _not_printed(seconds)))


@dataclass(frozen=True, slots=True)
class _Measured:
    """A note laid out in one endless column at a type size: its body, its boxes, its heights."""

    body: str
    boxes: weasyprint.Document
    strip: Strip


class _Printer:
    """One sheet being printed."""

    def __init__(self, sheet: Sheet, faces: Faces, folder: Path | None) -> None:
        self.press = Press(faces, folder)
        self.sheet = sheet
        self.faces = faces
        self.sizes: dict[float, _Measured] = {}
        self.room = Room(sheet.page.columns, sheet.page.first_height, sheet.page.later_height)

    def printed(self) -> Printed:
        """Measure, decide, print."""
        wanted = self.sheet.settings.pages
        long = wanted is None and is_long(self.sheet)
        measured, decided = self.as_long() if long else self.fitted(*self.aimed(wanted))
        made = self.made(measured, decided)
        told = (_too_long(wanted, len(made.pages)),) if wanted and len(made.pages) > wanted else ()
        size = measured.strip.size
        return Printed(self.press.bound(made), len(made.pages), size, (*self.sheet.diagnostics, *told))

    def as_long(self) -> tuple[_Measured, Plan]:
        """A long note, measured once, on as many pages as it needs."""
        measured = self.measured(COMFORTABLE_TEXT)
        return measured, filled(measured.strip, self.room)

    def aimed(self, wanted: int | None) -> tuple[_Measured, int]:
        """The note measured, and the pages it is fitted to; measured once more where it may just be one page."""
        measured = self.measured(MEASURED_AT)
        pages = target_pages(measured.strip, self.room, wanted)
        if pages > 1 and wanted is None and may_be_one_page(measured.strip, self.room):
            smallest = self.measured(SMALLEST_TEXT)
            if target_pages(smallest.strip, self.room, None) == 1:
                return smallest, 1
        return measured, pages

    def fitted(self, measured: _Measured, pages: int) -> tuple[_Measured, Plan]:
        """The largest size at which the note takes `pages`, with its breaks; more pages if none does."""
        below = LARGEST_TEXT
        while size := expected_size(measured.strip, self.room, pages, below):
            measured = measured if size == measured.strip.size else self.measured(size)
            if decided := best(measured.strip, self.room, pages):
                return self.raised(measured.strip, pages, below) or (measured, decided)
            below = size - STEP
        more = grown(measured.strip, self.room)
        return (measured, more) if more.pages <= pages else self.fitted(measured, more.pages)

    def raised(self, strip: Strip, pages: int, below: float) -> tuple[_Measured, Plan] | None:
        """A note that fits with much room to spare, at the larger size that its strip now lets expect, if it fits."""
        size = expected_size(strip, self.room, pages, below)
        if size is None or size - strip.size < WORTH_MEASURING:
            return None
        larger = self.measured(size)
        decided = plan(larger.strip, self.room, pages, strict=True)
        return (larger, decided) if decided else None

    def measured(self, size: float) -> _Measured:
        """The note in one endless column, laid out once a size."""
        if size not in self.sizes:
            self.sizes[size] = self._strip(size)
        return self.sizes[size]

    def _strip(self, size: float) -> _Measured:
        body, kinds = numbered(self.sheet.body, size)
        made = self.document(body, size, _strip_style(self.sheet))
        return _Measured(body, made, strip_of(made.pages, kinds, size))

    def made(self, measured: _Measured, decided: Plan) -> weasyprint.Document:
        """The pages: measured boxes moved into columns."""
        strip = measured.strip
        lay_out = partial(self.document, size=strip.size, more="")
        return composed(measured.body, measured.boxes, decided, self.room, strip.header, lay_out)

    def document(self, body: str, size: float, more: str) -> weasyprint.Document:
        """Lay out `body`."""
        look = own_style(self.sheet.settings, self.sheet.page, size, self.faces.text, self.faces.code) + more
        return self.press.laid_out(document(self.sheet.title, self.sheet.language, body, look))


def _strip_style(sheet: Sheet) -> str:
    page = sheet.page
    return (
        f"@page{{size:{page.inner_width}mm {STRIP_HEIGHT}mm;margin:0}}@page :first{{margin:0}}"
        f"@page strip{{size:{page.column_width}mm {STRIP_HEIGHT}mm;margin:0}}"
        "main{columns:auto;page:strip}"
    )


def _too_long(wanted: int, pages: int) -> Diagnostic:
    return Diagnostic(
        "page-overflow",
        Severity.WARNING,
        f"the note does not fit {wanted} page{'s' * (wanted > 1)} at {SMALLEST_TEXT} pt; it has {pages}",
        None,
        "shorten the note, or raise `pages` in [sheet]",
    )


def _not_printed(seconds: float) -> Diagnostic:
    return Diagnostic(
        "page-overflow",
        Severity.ERROR,
        f"the note can't be laid out: it nests too deep, or takes longer than {seconds:.0f} s",
        None,
        "split the note into several files",
    )
