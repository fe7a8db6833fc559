"""What must be true of every page, tried on the notes of all cases and on generated ones, read back with PDFium."""

from __future__ import annotations

import ctypes
import re
from collections.abc import Iterator
from html import unescape
from pathlib import Path

import pypdfium2
import pypdfium2.raw as raw
import pytest
from hypothesis import HealthCheck, given, settings

from exporter import pdf
from exporter.fonts import FaceChoice, faces
from exporter.pdf import Printed
from exporter.pdf.printer import _Printer
from exporter.settings import SheetSettings
from exporter.sheet import Sheet, sheet_of, text_of
from exporter.sheet.glue import JOINER
from exporter.sheet.layout import numbered
from exporter.sheet.page import FOOTER_SIZE, GUTTER, SMALLEST_TEXT, Page
from tests.prints import MM_PER_PT, Char, chars, study_note
from tests.strategies import notes

pytestmark = pytest.mark.skipif(pdf.available() is not None, reason=pdf.available() or "")

CASES = Path(__file__).parent / "cases"
HEADER = 40.0
"""The header of a first page ends above this, in mm."""
HAIR = 0.4
TOGETHER = 30
"""Notes of cases that are printed as one."""


def case_notes() -> Iterator[str]:
    """The notes of the cases, without their front matter, some to a text."""
    found = sorted(file for area in ("patterns", "cards", "sheet") for file in (CASES / area).rglob("*.md"))
    texts = [re.sub(r"\A---\n.*?\n---\n", "", file.read_text("utf-8"), flags=re.S) for file in found]
    for start in range(0, len(texts), TOGETHER):
        yield "".join(f"# Case {start + at}\n\n{text}\n\n" for at, text in enumerate(texts[start : start + TOGETHER]))


def printed(text: str, faces_cache: Path) -> tuple[Sheet, Printed]:
    sheet = sheet_of(study_note("a", text), SheetSettings())
    return sheet, pdf.render(sheet, faces(FaceChoice(), faces_cache, text_of(sheet), "ko"))


def in_the_body(sheet: Sheet, size: float) -> str:
    """The characters that stand between the margins, in the order of the sheet's elements."""
    body, _ = numbered(re.sub(r'<p class="src">.*?</p>', "", sheet.body, flags=re.S), size)
    return re.sub(rf"[\s{JOINER}\u200b]", "", unescape(re.sub(r"<[^>]*>", "", body)))


def read_back(result: Printed) -> str:
    """The characters larger than those of running heads and footers, in the order of the file; arrows left out."""
    found = [char.text for page in pypdfium2.PdfDocument(result.pdf) for char in chars(page) if not in_margin(char)]
    return "".join(found).replace("▼", "")


def in_margin(char: Char) -> bool:
    return abs(char.size - FOOTER_SIZE) < 0.05


def holds_to_the_rules(sheet: Sheet, result: Printed) -> None:
    document = pypdfium2.PdfDocument(result.pdf)
    assert len(document) == result.pages
    for number, page in enumerate(document):
        width, height = (length * MM_PER_PT for length in page.get_size())
        for char in chars(page):
            assert 0 <= char.left < char.right <= width
            assert 0 <= char.top < char.bottom <= height
            assert in_margin(char) or char.size >= SMALLEST_TEXT - 0.05
            assert in_margin(char) or (number == 0 and char.top < HEADER) or char.right <= edge(char, sheet.page)
    headings = [unescape(label) for label in re.findall(r'<h[1-4][^>]* data-l="([^"]*)"', sheet.body)]
    assert [mark.get_title() for mark in document.get_toc()] == headings
    assert all(dest >= 0 for page in document for dest in inner_links(document, page))


def edge(char: Char, page: Page) -> float:
    """The right edge of the column a character begins in, in mm, and a hair more."""
    step = page.column_width + GUTTER
    return page.margin + (char.left - page.margin + HAIR) // step * step + page.column_width + HAIR


def inner_links(document: pypdfium2.PdfDocument, page: pypdfium2.PdfPage) -> Iterator[int]:
    """The page each internal link of a page leads to; below 0 if it leads nowhere."""
    place, link = ctypes.c_int(0), raw.FPDF_LINK()
    while raw.FPDFLink_Enumerate(page, ctypes.byref(place), ctypes.byref(link)):
        if target := raw.FPDFLink_GetDest(document, link):
            yield raw.FPDFDest_GetDestPageIndex(document, target)


@pytest.mark.parametrize("text", list(case_notes()), ids=lambda text: text.split("\n", 1)[0].replace("# ", ""))
def test_notes_of_all_cases_are_printed_whole_in_order_and_on_the_page(text: str, faces_cache: Path) -> None:
    sheet, result = printed(text, faces_cache)
    holds_to_the_rules(sheet, result)
    assert read_back(result) == in_the_body(sheet, result.size)


@settings(max_examples=12, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(notes())
def test_generated_notes_are_printed_whole_in_order_and_on_the_page(faces_cache: Path, text: str) -> None:
    sheet, result = printed(text, faces_cache)
    holds_to_the_rules(sheet, result)
    assert read_back(result) == in_the_body(sheet, result.size)


@pytest.mark.parametrize("text", list(case_notes())[-3:], ids=lambda text: text.split("\n", 1)[0].replace("# ", ""))
def test_columns_hold_what_was_planned_for_them(text: str, faces_cache: Path) -> None:
    sheet = sheet_of(study_note("a", text), SheetSettings())
    printer = _Printer(sheet, faces(FaceChoice(), faces_cache, text_of(sheet), "ko"), None)
    measured, decided = printer.fitted(*printer.aimed(None))
    assert len(printer.made(measured, decided).pages) == decided.pages
