"""WeasyPrint with the faces of a print.

Goes in: `Faces`, the folder pictures may come from; HTML. Comes out: pages laid out, and pages bound as a PDF.
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Final

from exporter.diagnostics import Diagnostic
from exporter.fonts import Faces
from exporter.pdf.fetching import face_fetcher, note_fetcher
from exporter.pdf.library import weasyprint as loaded
from exporter.sheet.document import house_style

if TYPE_CHECKING:
    import weasyprint

EPOCH: Final = "1262304000"
"""The time a print is dated with, so that the same note gives the same bytes."""


@dataclass(frozen=True, slots=True)
class Printed:
    """A finished print."""

    pdf: bytes
    pages: int
    size: float
    diagnostics: tuple[Diagnostic, ...] = ()


class Press:
    """WeasyPrint with the faces of a print: what all its layouts share is made once."""

    def __init__(self, faces: Faces, folder: Path | None) -> None:
        self._weasyprint = loaded()
        from weasyprint.text.fonts import FontConfiguration

        self._fetcher = note_fetcher(folder)
        self._base = folder.resolve().as_uri() + "/" if folder else None
        self._fonts = FontConfiguration()
        shared = _font_faces(faces) + house_style()
        self._shared = self._weasyprint.CSS(string=shared, font_config=self._fonts, url_fetcher=face_fetcher())

    def laid_out(self, html: str) -> weasyprint.Document:
        """The pages of an HTML document in the house style, which is read once a print and gives way to its own."""
        text = self._weasyprint.HTML(string=html, base_url=self._base, url_fetcher=self._fetcher)
        return text.render(font_config=self._fonts, stylesheets=[self._shared], pdf_variant="pdf/ua-1")

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


def _font_faces(faces: Faces) -> str:
    return "".join(
        f'@font-face{{font-family:"{face.family}";font-weight:{face.weight};src:url("{face.path.absolute().as_uri()}")}}'
        for face in faces.files
    )
