"""What must be true of every page, tried on the notes of all cases and on generated ones, read back with PDFium."""

from __future__ import annotations

import ctypes
import re
from collections.abc import Iterator
from html import unescape
from itertools import pairwise
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
from exporter.sheet.strip import Plan
from tests.prints import MM_PER_PT, Char, chars, objects, study_note
from tests.strategies import notes

pytestmark = pytest.mark.skipif(pdf.available() is not None, reason=pdf.available() or "")

CASES = Path(__file__).parent / "cases"
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


def in_the_body(sheet: Sheet, size: float, *, end: str = "") -> str:
    """The characters that stand between the margins, in the order of the sheet's elements; those before `end`."""
    body, _ = numbered(re.sub(r'<p class="src">.*?</p>', "", sheet.body, flags=re.S), size)
    return bare(body.split(end, 1)[0] if end else body)


def read_back(result: Printed) -> str:
    """The characters larger than those of running heads and footers, in the order of the file; arrows left out."""
    found = [char.text for page in pypdfium2.PdfDocument(result.pdf) for char in chars(page) if not in_margin(char)]
    return "".join(found).replace("▼", "")


def without_heads_again(read: str, body: str, sheet: Sheet) -> str:
    """What was read, without the heads that tables have again in each column they go on in."""
    heads = [bare(head) for head in re.findall(r"<thead>.*?</thead>", sheet.body, flags=re.S)]
    at = 0
    while at < min(len(read), len(body)):
        again = next((head for head in heads if head and read.startswith(head, at)), "")
        if read[at] != body[at] and again:
            read = read[:at] + read[at + len(again) :]
        else:
            at += 1
    return read


def bare(html: str) -> str:
    """The characters of `html` that are seen: a soft hyphen is only where a line ends with it."""
    return re.sub(rf"[\s{JOINER}\u200b\xad]", "", unescape(re.sub(r"<[^>]*>", "", html)))


def in_margin(char: Char) -> bool:
    return abs(char.size - FOOTER_SIZE) < 0.05


def holds_to_the_rules(sheet: Sheet, result: Printed) -> None:
    document = pypdfium2.PdfDocument(result.pdf)
    assert len(document) == result.pages
    for number, page in enumerate(document):
        width, height = (length * MM_PER_PT for length in page.get_size())
        head = len(in_the_body(sheet, result.size, end="<main")) if number == 0 else 0
        for char in chars(page):
            head -= 0 if in_margin(char) else 1
            assert 0 <= char.left < char.right <= width
            assert 0 <= char.top < char.bottom <= height
            assert in_margin(char) or char.size >= SMALLEST_TEXT - 0.05
            assert in_margin(char) or head >= 0 or char.right <= edge(char, sheet.page)
    headings = [unescape(label) for label in re.findall(r'<h[1-4][^>]* data-l="([^"]*)"', sheet.body)]
    assert [mark.get_title() for mark in document.get_toc()] == headings
    embedded = set(re.findall(rb"/FontName /([A-Z]{6}\+[\w-]+)", objects(result.pdf)))
    assert embedded
    assert len(re.findall(rb"/FontFile[23]? ", objects(result.pdf))) == len(embedded)
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
    body = in_the_body(sheet, result.size)
    assert without_heads_again(read_back(result), body, sheet) == body


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


UNBREAKABLE = {
    "a paragraph taller than a page": "아주 긴 문단은 한 단에 다 들어가지 않아 다음 단으로 이어진다. " * 400,
    "a word in a row of a table": f"| 이름 | 뜻 |\n|---|---|\n| a | 짧음 |\n| b | {'가나다라' * 3000} |\n| c | 끝 |\n",
    "a quotation in a list": f"- 첫째\n\n  > {'인용한 글은 길고 또 길다. ' * 500}\n\n- 둘째\n",
    "code without a blank": "```\n" + "x" * 30000 + "\n```\n",
}


@pytest.mark.parametrize("text", UNBREAKABLE.values(), ids=UNBREAKABLE)
def test_what_no_column_holds_goes_on_in_the_next_whole_and_in_order(text: str, faces_cache: Path) -> None:
    sheet, result = printed(f"앞선 문단\n\n{text}\n\n마지막 문단\n", faces_cache)
    holds_to_the_rules(sheet, result)
    assert result.pages > 1
    assert read_back(result).replace("이름뜻", "") == in_the_body(sheet, result.size).replace("이름뜻", "")


def test_a_table_that_goes_on_has_its_head_above_each_part(faces_cache: Path) -> None:
    rows = "".join(f"| 열쇠{at} | 값 |\n" for at in range(150))
    _, result = printed(f"| 머리말 | 뜻 |\n|---|---|\n{rows}", faces_cache)
    found = [char for page in pypdfium2.PdfDocument(result.pdf) for char in chars(page)]
    tops = [first.top for first, second in pairwise(found) if first.text + second.text == "머리"]
    keys = [char for char in found if char.text == "열"]
    columns = 1 + sum(second.top < first.top for first, second in pairwise(keys))
    assert len(tops) == columns > 1
    assert len({round(top) for top in tops}) == result.pages == 2


def test_a_column_may_begin_with_the_first_option_of_a_table(faces_cache: Path) -> None:
    sheet = sheet_of(study_note("a", f"# 파일\n\n{card('tar')}- `-c` 옵션\n  - 만듦\n"), SheetSettings())
    printer = _Printer(sheet, faces(FaceChoice(), faces_cache, text_of(sheet), "ko"), None)
    measured = printer.measured(9.0)
    _, kinds = numbered(sheet.body, 9.0)
    assert len(printer.made(measured, Plan(1, (kinds.index("row"),))).pages) == 1


def card(name: str) -> str:
    return f"**`{name}`**\n\n- {name} 파일을 읽는 명령어\n\n{name} [options] 파일명\n{{: .notice--info}}\n\n"


def test_the_words_above_a_page_are_its_own_first_and_last_card(faces_cache: Path) -> None:
    prose = "설명하는 문단이 길게 이어져 단을 채우고 나면 다음 쪽이 된다. " * 8 + "\n\n"
    text = card("tar") + prose * 60 + card("gzip") + prose * 40 + card("find") + card("grep") + prose * 20
    _, result = printed(f"# 파일\n\n{text}", faces_cache)
    pages = pypdfium2.PdfDocument(result.pdf)
    heads = ["".join(char.text for char in chars(page) if char.top < 13).removeprefix("파일") for page in pages]
    names = [re.findall("tar|gzip|find|grep", page.get_textpage().get_text_range()) for page in pages]
    assert len(heads) > 4
    for head, (*printed_names,) in list(zip(heads, names, strict=True))[1:]:
        cards = list(dict.fromkeys(printed_names))
        assert head == "–".join(dict.fromkeys((*cards[:1], *cards[-1:])))
    assert {"", "gzip"} < set(heads[1:])
