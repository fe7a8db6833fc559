"""HTML → PDF; the only place that knows WeasyPrint, imported when the first page is made.

Goes in: `Sheet`, `Faces`, the folder its pictures may come from. Comes out: `Printed`, or diagnostics for what could
not be printed well. Measures a note in one endless column, lets `sheet.fit` decide, prints it.
"""

from __future__ import annotations

import ctypes.util
import gc
import os
import platform
import warnings
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from exporter.diagnostics import Diagnostic, Severity
from exporter.fonts import Faces
from exporter.sheet.document import document, style
from exporter.sheet.fit import Plan, Room, Strip, Unit, first_size, grown, limited, plan, target_pages
from exporter.sheet.layout import Sheet, numbered
from exporter.sheet.page import PX_PER_MM, SMALLEST_TEXT

if TYPE_CHECKING:
    import weasyprint

MEASURED_AT: Final = 8.25
"""Type size of the first measuring, in pt."""
STRIP_HEIGHT: Final = 100_000
"""Height of the endless column, in mm."""
EPOCH: Final = "1262304000"
"""The time a print is dated with, so that the same note gives the same bytes."""


@dataclass(frozen=True, slots=True)
class Printed:
    """A finished print."""

    pdf: bytes
    pages: int
    size: float
    diagnostics: tuple[Diagnostic, ...] = ()


def available() -> str | None:
    """None if sheets can be printed here, else why not and the one command that helps."""
    try:
        _weasyprint()
    except (OSError, ImportError):
        return f"Pango is missing, which WeasyPrint draws text with. Get it with: {_remedy()}"
    return None


def render(sheet: Sheet, faces: Faces, folder: Path | None = None) -> Printed:
    """Print a sheet. Pictures are read from `folder` and below."""
    printer = _Printer(sheet, faces, folder)
    with collector_off():
        return printer.printed()


class Press:
    """WeasyPrint with the faces of a print: what all its layouts share is made once."""

    def __init__(self, faces: Faces, folder: Path | None) -> None:
        self._weasyprint = _weasyprint()
        from weasyprint.text.fonts import FontConfiguration

        self._fetcher = _fetcher(folder)
        self._fonts = FontConfiguration()
        self._face_sheet = self._weasyprint.CSS(
            string=_font_faces(faces), font_config=self._fonts, url_fetcher=_face_fetcher()
        )

    def laid_out(self, html: str) -> weasyprint.Document:
        """The pages of an HTML document."""
        text = self._weasyprint.HTML(string=html, url_fetcher=self._fetcher)
        return text.render(font_config=self._fonts, stylesheets=[self._face_sheet], pdf_variant="pdf/ua-1")

    def bound(self, *documents: weasyprint.Document) -> bytes:
        """The pages of documents as one PDF, with the title and language of the first."""
        os.environ.setdefault("SOURCE_DATE_EPOCH", EPOCH)
        pages = [page for document in documents for page in document.pages]
        pdf: bytes = documents[0].copy(pages).write_pdf(pdf_variant="pdf/ua-1")
        return pdf


class _Printer:
    """One sheet being printed."""

    def __init__(self, sheet: Sheet, faces: Faces, folder: Path | None) -> None:
        self.press = Press(faces, folder)
        self.sheet = sheet
        self.faces = faces
        self.room = Room(sheet.page.columns, sheet.page.first_height, sheet.page.later_height)

    def printed(self) -> Printed:
        """Measure, decide, print."""
        strip = self.measured(MEASURED_AT)
        pages = target_pages(strip, self.room, self.sheet.settings.pages)
        strip, decided = self.fitted(strip, pages)
        body, _ = numbered(self.sheet.body, strip.size)
        pdf = self.document(body, strip.size, _plan_style(decided))
        diagnostics = list(self.sheet.diagnostics)
        if len(pdf.pages) > pages and self.sheet.settings.pages:
            diagnostics.append(_too_long(pages, len(pdf.pages)))
        return Printed(self.press.bound(pdf), len(pdf.pages), strip.size, tuple(diagnostics))

    def fitted(self, strip: Strip, pages: int) -> tuple[Strip, Plan]:
        """The largest size at which the note takes `pages`, with its breaks."""
        size = limited(first_size(strip, self.room, pages))
        split: tuple[Strip, Plan] | None = None
        while True:
            if size != strip.size:
                strip = self.measured(size)
            if decided := plan(strip, self.room, pages, strict=True):
                return strip, decided
            if not split and (decided := plan(strip, self.room, pages, strict=False)):
                split = (strip, decided)
            if size <= SMALLEST_TEXT or (split and size <= split[0].size - WORTH_SPLITTING):
                return split or (strip, grown(strip, self.room))
            size = limited(size - STEP)

    def measured(self, size: float) -> Strip:
        """The note in one endless column."""
        body, kinds = numbered(self.sheet.body, size)
        pages = self.document(body, size, _strip_style(self.sheet)).pages
        boxes: dict[str, tuple[float, float, float, float]] = {}
        for page in pages[1:]:
            boxes |= page.anchors
        units = tuple(Unit(kind, *_extent(boxes[f"u{at}"])) for at, kind in enumerate(kinds))
        return Strip(size, pages[0].anchors["head"][3] / PX_PER_MM, units)

    def document(self, body: str, size: float, more: str) -> weasyprint.Document:
        """Lay out `body`."""
        look = style(self.sheet.settings, self.sheet.page, size, self.faces.text, self.faces.code) + more
        return self.press.laid_out(document(self.sheet.title, self.sheet.language, body, look))


STEP: Final = 0.15
"""How much smaller the next size tried is, in pt."""
WORTH_SPLITTING: Final = 0.45
"""What keeping cards whole may cost in type size, in pt."""


def _extent(box: tuple[float, float, float, float]) -> tuple[float, float]:
    return box[1] / PX_PER_MM, box[3] / PX_PER_MM


def _strip_style(sheet: Sheet) -> str:
    page = sheet.page
    return (
        f"@page{{size:{page.inner_width}mm {STRIP_HEIGHT}mm;margin:0}}@page :first{{margin:0}}"
        f"@page strip{{size:{page.column_width}mm {STRIP_HEIGHT}mm;margin:0}}"
        "main{columns:auto;page:strip}"
    )


def _plan_style(decided: Plan) -> str:
    breaks = ",".join(f"#u{number}" for number in decided.breaks)
    rules = f"{breaks}{{break-before:column}}" if breaks else ""
    return rules + "".join(f"#u{number}{{margin-top:{extra}mm}}" for number, extra in decided.extra)


def _font_faces(faces: Faces) -> str:
    return "".join(
        f'@font-face{{font-family:"{face.family}";font-weight:{face.weight};src:url("{face.path.absolute().as_uri()}")}}'
        for face in faces.files
    )


def _too_long(wanted: int, pages: int) -> Diagnostic:
    return Diagnostic(
        "page-overflow",
        Severity.WARNING,
        f"the note does not fit {wanted} page{'s' * (wanted > 1)} at {SMALLEST_TEXT} pt; it has {pages}",
        help="shorten the note, or raise `pages` in [sheet]",
    )


# Fetching


def _face_fetcher() -> Any:
    from weasyprint.urls import URLFetcher

    return URLFetcher(allowed_protocols={"file"}, allow_redirects=False)


def _fetcher(folder: Path | None) -> Any:
    from weasyprint.urls import URLFetcher

    _ = folder
    return URLFetcher(allowed_protocols={"data"}, allow_redirects=False)


# WeasyPrint itself

SONAMES: Final[dict[str, str]] = {
    "libgobject-2.0-0": "libgobject-2.0.so.0",
    "libpango-1.0-0": "libpango-1.0.so.0",
    "libharfbuzz-0": "libharfbuzz.so.0",
    "libharfbuzz-subset-0": "libharfbuzz-subset.so.0",
    "libharfbuzz-vector-0": "libharfbuzz-vector.so.0",
    "libfontconfig-1": "libfontconfig.so.1",
    "libpangoft2-1.0-0": "libpangoft2-1.0.so.0",
}
"""The names WeasyPrint asks for first, and the file Linux knows each by."""


def _weasyprint() -> Any:
    """WeasyPrint, imported. OSError where Pango is missing."""
    with _libraries_by_name(), warnings.catch_warnings():
        warnings.simplefilter("ignore", DeprecationWarning)
        import weasyprint

        return weasyprint


@contextmanager
def _libraries_by_name() -> Iterator[None]:
    """Saves the compiler and `ldconfig` runs by which Python looks for each library on Linux."""
    if platform.system() != "Linux":
        yield
        return
    find = ctypes.util.find_library
    ctypes.util.find_library = lambda name: SONAMES.get(name) if name in SONAMES else None
    try:
        yield
    finally:
        ctypes.util.find_library = find


@contextmanager
def collector_off() -> Iterator[None]:
    """Layout makes millions of objects that live to the end; walking them again and again is half the time."""
    running = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if running:
            gc.enable()


def _remedy() -> str:
    commands = (
        ("/etc/debian_version", "sudo apt-get install libpango-1.0-0 libpangoft2-1.0-0 libharfbuzz-subset0"),
        ("/etc/fedora-release", "sudo dnf install pango harfbuzz"),
        ("/etc/arch-release", "sudo pacman -S pango harfbuzz"),
        ("/etc/alpine-release", "sudo apk add pango harfbuzz-subset"),
    )
    if platform.system() == "Darwin":
        return "brew install pango"
    found = (command for path, command in commands if Path(path).exists())
    return next(found, "the package of Pango 1.44 or newer for this system")
