"""HTML → PDF; the only place that knows WeasyPrint, imported when the first page is made.

Goes in: `Sheet`, `Faces`, the folder its pictures may come from. Comes out: `Printed`, or diagnostics for what could
not be printed well. Measures a note in one endless column, lets `sheet.fit` decide, prints it.
"""

from __future__ import annotations

import ctypes
import ctypes.util
import gc
import logging
import os
import platform
import threading
import warnings
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final
from urllib.parse import unquote, urlsplit

from exporter.diagnostics import Diagnostic, Severity
from exporter.fonts import Faces
from exporter.sheet.document import document, style
from exporter.sheet.fit import Plan, Room, Strip, Unit, expected_size, grown, plan, target_pages
from exporter.sheet.layout import Sheet, numbered
from exporter.sheet.page import LARGEST_TEXT, PX_PER_MM, SMALLEST_TEXT
from exporter.sheet.split import in_columns

if TYPE_CHECKING:
    import weasyprint

MEASURED_AT: Final = LARGEST_TEXT
"""Type size of the first measuring, in pt: the one that most notes get."""
STRIP_HEIGHT: Final = 100_000
"""Height of the endless column, in mm."""
LONGEST: Final = 300.0
"""How long a sheet may take, in seconds of the clock."""
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


def render(sheet: Sheet, faces: Faces, folder: Path | None = None, seconds: float = LONGEST) -> Printed:
    """Print a sheet. Pictures are read from `folder` and below.

    What takes longer than `seconds`, or nests too deep to be laid out, comes back without pages and with an error.
    """
    printed = within(seconds, lambda: _Printer(sheet, faces, folder).printed())
    return printed or Printed(b"", 0, 0.0, (*sheet.diagnostics, _not_printed(seconds)))


def within(seconds: float, make: Callable[[], Printed]) -> Printed | None:
    """What `make` prints; None if it takes longer than `seconds`, or nests too deep to be laid out."""
    try:
        with collector_off(), _deadline(seconds):
            return make()
    except (_TooLong, RecursionError):
        return None


class Press:
    """WeasyPrint with the faces of a print: what all its layouts share is made once."""

    def __init__(self, faces: Faces, folder: Path | None) -> None:
        self._weasyprint = _weasyprint()
        from weasyprint.text.fonts import FontConfiguration

        self._fetcher = _fetcher(folder)
        self._base = folder.resolve().as_uri() + "/" if folder else None
        self._fonts = FontConfiguration()
        self._face_sheet = self._weasyprint.CSS(
            string=_font_faces(faces), font_config=self._fonts, url_fetcher=_face_fetcher()
        )

    def laid_out(self, html: str) -> weasyprint.Document:
        """The pages of an HTML document."""
        text = self._weasyprint.HTML(string=html, base_url=self._base, url_fetcher=self._fetcher)
        return text.render(font_config=self._fonts, stylesheets=[self._face_sheet], pdf_variant="pdf/ua-1")

    def bound(self, *documents: weasyprint.Document) -> bytes:
        """The pages of documents as one PDF, with the title and language of the first."""
        pages = [page for document in documents for page in document.pages]
        with _dated():
            pdf: bytes = documents[0].copy(pages).write_pdf(pdf_variant="pdf/ua-1")
        return pdf


@contextmanager
def _dated() -> Iterator[None]:
    """The environment that dates a print, for as long as it is written: the deck's clock reads the same variable."""
    if "SOURCE_DATE_EPOCH" in os.environ:
        yield
        return
    os.environ["SOURCE_DATE_EPOCH"] = EPOCH
    try:
        yield
    finally:
        del os.environ["SOURCE_DATE_EPOCH"]


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
        pdf = self.document(in_columns(body, decided), strip.size, "")
        diagnostics = list(self.sheet.diagnostics)
        if len(pdf.pages) > pages and self.sheet.settings.pages:
            diagnostics.append(_too_long(pages, len(pdf.pages)))
        return Printed(self.press.bound(pdf), len(pdf.pages), strip.size, tuple(diagnostics))

    def fitted(self, strip: Strip, pages: int) -> tuple[Strip, Plan]:
        """The largest size at which the note takes `pages`, with its breaks; more pages if none does."""
        below = LARGEST_TEXT
        while size := expected_size(strip, self.room, pages, below):
            strip = strip if size == strip.size else self.measured(size)
            for strict in (True, False):
                if decided := plan(strip, self.room, pages, strict=strict):
                    return self.raised(strip, pages, below) or (strip, decided)
            below = size - STEP
        more = grown(strip, self.room)
        return (strip, more) if more.pages <= pages else self.fitted(strip, more.pages)

    def raised(self, strip: Strip, pages: int, below: float) -> tuple[Strip, Plan] | None:
        """A note that fits with much room to spare, at the larger size that its strip now lets expect, if it fits."""
        size = expected_size(strip, self.room, pages, below)
        if size is None or size - strip.size < WORTH_MEASURING:
            return None
        larger = self.measured(size)
        decided = plan(larger, self.room, pages, strict=True)
        return (larger, decided) if decided else None

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


STEP: Final = 0.05
"""How much smaller the next size tried is at least, in pt."""


WORTH_MEASURING: Final = 0.25
"""The gain in type size, in pt, that is worth another measuring."""


def _extent(box: tuple[float, float, float, float]) -> tuple[float, float]:
    return box[1] / PX_PER_MM, box[3] / PX_PER_MM


def _strip_style(sheet: Sheet) -> str:
    page = sheet.page
    return (
        f"@page{{size:{page.inner_width}mm {STRIP_HEIGHT}mm;margin:0}}@page :first{{margin:0}}"
        f"@page strip{{size:{page.column_width}mm {STRIP_HEIGHT}mm;margin:0}}"
        "main{columns:auto;page:strip}"
    )


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


def _not_printed(seconds: float) -> Diagnostic:
    return Diagnostic(
        "page-overflow",
        Severity.ERROR,
        f"the note can't be laid out: it nests too deep, or takes longer than {seconds:.0f} s",
        help="split the note into several files",
    )


# Fetching


def _face_fetcher() -> Any:
    from weasyprint.urls import URLFetcher

    return URLFetcher(allowed_protocols={"file"}, allow_redirects=False)


def _fetcher(folder: Path | None) -> Any:
    """What a note may bring in: data in its own text, and pictures in its own folder; nothing else, from nowhere."""
    from weasyprint.urls import URLFetcher, URLFetcherResponse

    class NoteFetcher(URLFetcher):  # type: ignore[misc]
        def fetch(self, url: str, headers: Any = None) -> Any:
            if not url.startswith("file:"):
                return super().fetch(url, headers)
            return URLFetcherResponse(url, _picture(url, folder))

    return NoteFetcher(allowed_protocols={"data"}, allow_redirects=False)


def _picture(url: str, folder: Path | None) -> bytes:
    """The bytes of a picture below `folder`; ValueError for any other file."""
    path = Path(unquote(urlsplit(url).path))
    if folder is None or path.suffix.lower() not in PICTURES:
        raise ValueError(f"not a picture of the note: {url}")
    real = path.resolve()
    if real.is_relative_to(folder.resolve()) and real.is_file() and real.stat().st_size <= LARGEST_PICTURE:
        return real.read_bytes()
    raise ValueError(f"not in the folder of the notes: {url}")


PICTURES: Final = frozenset({".png", ".jpg", ".jpeg", ".gif", ".webp", ".svg", ".bmp"})
LARGEST_PICTURE: Final = 20_000_000
"""In bytes."""


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

        logging.getLogger("weasyprint").setLevel(logging.CRITICAL)
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


class _TooLong(BaseException):
    """Raised in the thread that prints when its time is over; no `except Exception` on the way may stop it."""


@contextmanager
def _deadline(seconds: float) -> Iterator[None]:
    """Raise `_TooLong` in this thread after `seconds`."""
    thread = ctypes.c_ulong(threading.get_ident())
    raise_there = ctypes.pythonapi.PyThreadState_SetAsyncExc
    timer = threading.Timer(seconds, raise_there, (thread, ctypes.py_object(_TooLong)))
    timer.daemon = True
    timer.start()
    try:
        yield
    finally:
        timer.cancel()


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
