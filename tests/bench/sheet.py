"""Sheets: a cold one against a minimal WeasyPrint script for the same HTML, long ones against short, bytes of one."""

from __future__ import annotations

from pathlib import Path
from statistics import median
from typing import TYPE_CHECKING, Final

from tests.bench.measure import PYTHON, Figures, Row, cpu, in_turns, process
from tests.bench.notes import note

if TYPE_CHECKING:
    from exporter.fonts import Faces
    from exporter.sheet import Sheet

_OURS: Final = """\
import sys
from pathlib import Path
from exporter.fonts import FaceChoice, faces
from exporter.kramdown import parse
from exporter.pdf import render
from exporter.recognise import recognise
from exporter.settings import SheetSettings
from exporter.sheet import sheet_of, text_of
from exporter.source import SourceFile
source, cache, target = map(Path, sys.argv[1:])
note = recognise(parse(SourceFile(source.name, source.read_text("utf-8"))), key="a")
sheet = sheet_of(note, SheetSettings())
found = faces(FaceChoice(), cache, text_of(sheet), sheet.language)
target.write_bytes(render(sheet, found, source.parent).pdf)
"""
_MINIMAL: Final = """\
import sys
from weasyprint import HTML
HTML(filename=sys.argv[1]).write_pdf(sys.argv[2], pdf_variant="pdf/ua-1")
"""


def _cold(folder: Path) -> Figures:
    from exporter import pdf
    from exporter.sheet.document import document, style
    from exporter.sheet.layout import numbered

    source, html, cache = folder / "note.md", folder / "note.html", folder / "faces"
    source.write_text(note(1), "utf-8")
    sheet, found = _sheet(source.read_text("utf-8"), cache)
    printed = pdf.render(sheet, found, folder)
    look = style(sheet.settings, sheet.page, printed.size, found.text, found.code)
    body, _ = numbered(sheet.body, printed.size)
    html.write_text(document(sheet.title, sheet.language, body, _face_rules(found) + look), "utf-8")
    return in_turns(
        lambda: process([PYTHON, "-c", _OURS, source, cache, folder / "ours.pdf"]).cpu,
        lambda: process([PYTHON, "-c", _MINIMAL, html, folder / "minimal.pdf"]).cpu,
        3,
    )


def _linear(folder: Path) -> Figures:
    """CPU a page of a note of about 200 pages against one of about 20."""
    from exporter import pdf

    def a_page(notes: int) -> float:
        sheet, found = _sheet("\n\n".join(note(seed) for seed in range(notes)), folder / "faces")
        pages = 0

        def render() -> None:
            nonlocal pages
            pages = pdf.render(sheet, found, folder, seconds=3600).pages

        return cpu(render) / pages

    short = median(a_page(_SHORT) for _ in range(3))
    return Figures((a_page(_SHORT * 10),), (short,), "ms")


_SHORT: Final = 12


def _size(folder: Path) -> Figures:
    from exporter import pdf

    sheet, found = _sheet(note(1), folder / "faces")
    printed = pdf.render(sheet, found, folder)
    return Figures((len(printed.pdf) / printed.pages / 1000,), (60.0,), "kB")


def _sheet(text: str, cache: Path) -> tuple[Sheet, Faces]:
    from exporter.fonts import FaceChoice, faces
    from exporter.kramdown import parse
    from exporter.recognise import recognise
    from exporter.settings import SheetSettings
    from exporter.sheet import sheet_of, text_of
    from exporter.source import SourceFile

    sheet = sheet_of(recognise(parse(SourceFile("a.md", text)), key="a"), SheetSettings())
    return sheet, faces(FaceChoice(), cache, text_of(sheet), sheet.language)


def _face_rules(found: Faces) -> str:
    return "".join(
        f'@font-face{{font-family:"{face.family}";font-weight:{face.weight};src:url("{face.path.as_uri()}")}}'
        for face in found.files
    )


ROWS: Final = (
    Row("sheet-cold", "one note of 6 kB to PDF, a new process", "minimal WeasyPrint script, same HTML", 1.1, _cold),
    Row("sheet-linear", "CPU a page of 200 pages", "CPU a page of 20 pages", 1.05, _linear),
    Row("sheet-size", "kB a page of one note", "60 kB", 1.0, _size),
)
