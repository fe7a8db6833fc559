"""Sheets of builds: a hundred on all cores, one of a changed note in a warm process, one without a quick subsetter."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Final

from tests.bench.build import Project
from tests.bench.measure import ROOT, Figures, Row, cpu, in_turns, python
from tests.bench.notes import note

_SHEETS: Final = 100
_ALLOWED: Final = 85.0  # CPU ms a sheet
_PRINT: Final = """\
import sys
from pathlib import Path
from exporter import pdf
from exporter.fonts import FaceChoice, faces
from exporter.kramdown import parse
from exporter.pdf import library
from exporter.recognise import recognise
from exporter.settings import SheetSettings
from exporter.sheet import sheet_of, text_of
from exporter.source import SourceFile
source, cache = map(Path, sys.argv[1:3])
library.weasyprint()
if sys.argv[3] == "without":
    import weasyprint.pdf.fonts
    weasyprint.pdf.fonts.harfbuzz_subset = None
note = recognise(parse(SourceFile(source.name, source.read_text("utf-8"))), key="a")
sheet = sheet_of(note, SheetSettings())
found = faces(FaceChoice(), cache, text_of(sheet), sheet.language)
assert pdf.render(sheet, found, source.parent).pdf
"""


def _workers(folder: Path) -> Figures:
    """Wall milliseconds of a hundred sheets against half of their CPU milliseconds."""
    project = Project(folder, _SHEETS, "sheet")
    runs = [project.run("--force") for _ in range(2)]
    return Figures(tuple(ran.wall for ran in runs), tuple(ran.cpu / 2 for ran in runs))


def _a_sheet(folder: Path) -> Figures:
    project = Project(folder, _SHEETS, "sheet")
    return Figures((project.run("--force").cpu / _SHEETS,), (_ALLOWED,))


def _warm(folder: Path) -> Figures:
    """Deck and sheet of one changed note of three against WeasyPrint's work on that sheet's last layout."""
    project = Project(folder, 3, "")
    text = (folder / "notes" / "000" / "note-00000.md").read_text("utf-8")
    bare = _bare_render(text, folder / "cache" / "faces")

    def ours() -> float:
        project.change()
        return cpu(project.build_here)

    return in_turns(ours, lambda: cpu(bare), 5)


def _bare_render(text: str, cache: Path) -> Callable[[], object]:
    from exporter import pdf
    from exporter.fonts import FaceChoice, faces
    from exporter.kramdown import parse
    from exporter.pdf.library import weasyprint
    from exporter.recognise import recognise
    from exporter.settings import SheetSettings
    from exporter.sheet import sheet_of, text_of
    from exporter.sheet.document import document, style
    from exporter.sheet.layout import numbered
    from exporter.source import SourceFile

    sheet = sheet_of(recognise(parse(SourceFile("a.md", text)), key="a"), SheetSettings())
    found = faces(FaceChoice(), cache, text_of(sheet), sheet.language)
    size = pdf.render(sheet, found, cache).size
    rules = "".join(
        f'@font-face{{font-family:"{face.family}";font-weight:{face.weight};src:url("{face.path.as_uri()}")}}'
        for face in found.files
    )
    body, _ = numbered(sheet.body, size)
    look = rules + style(sheet.settings, sheet.page, size, found.text, found.code)
    html = document(sheet.title, sheet.language, body, look)
    return lambda: weasyprint().HTML(string=html).write_pdf(pdf_variant="pdf/ua-1")


def _fallback(folder: Path) -> Figures:
    source, cache = folder / "note.md", folder / "faces"
    source.write_text(note(1, 1), "utf-8")
    env = {"PYTHONPATH": str(ROOT)}
    return in_turns(
        lambda: python("-c", _PRINT, source, cache, "without", env=env).cpu,
        lambda: python("-c", _PRINT, source, cache, "with", env=env).cpu,
        3,
    )


ROWS: Final = (
    Row("sheets-100", "100 sheets on two workers, wall", "half their CPU", 1.1, _workers),
    Row("sheets-cpu", "CPU a sheet of these", "what is allowed", 1.0, _a_sheet),
    Row(
        "inc-sheet-warm",
        "one note of 3 changed, deck and sheet, in a warm process",
        "bare render of that sheet",
        1.2,
        _warm,
    ),
    Row("sheet-fallback", "a sheet without libharfbuzz-subset", "with it", 5, _fallback),
)
