"""Printed sheets, read back with PDFium."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from time import monotonic, process_time

import pypdfium2
import pytest

from exporter import pdf
from exporter.build.pictures import load_pictures
from exporter.build.printing import sheet_page
from exporter.diagnostics import Severity
from exporter.fonts import FaceChoice, faces
from exporter.kramdown import nodes as n
from exporter.kramdown import parse
from exporter.pdf import Printed, library, printer
from exporter.pdf.fetching import picture
from exporter.recognise import recognise
from exporter.settings import SheetSettings
from exporter.sheet import sheet_of, text_of
from exporter.sheet.strip import Plan, Room
from exporter.source import SourceFile
from exporter.study import Prose, Section, StudyNote, part_text
from tests.prints import MM_PER_PT, chars, objects, study_note

pytestmark = pytest.mark.skipif(pdf.available() is not None, reason=pdf.available() or "")

NOTE = """\
# Git 되돌리기

- 작업 디렉터리(working tree)의 변경을 버리는 명령과 커밋을 되돌리는 명령은 서로 다름
- `HEAD`는 지금 체크아웃한 커밋을 가리킴

## 표

| 명령 | 하는 일 |
|---|---|
| `git restore` | 파일을 되돌림 |
| `git revert` | 새 커밋으로 되돌림 |

```
$ git restore --source=HEAD~2 --staged --worktree -- docs/manual/first-chapter.md docs/manual/second-chapter.md
```
"""


def as_prose(text: str, title: str = "Git 되돌리기") -> StudyNote:
    """A study note in which nothing was understood."""
    document = parse(SourceFile("git.md", text))
    sections: list[Section] = []
    for block in document.blocks:
        if isinstance(block, n.Heading) or not sections:
            heading = block.inlines if isinstance(block, n.Heading) else ()
            level = block.level if isinstance(block, n.Heading) else 0
            sections.append(Section(level, heading, (), span=block.span))
        if not isinstance(block, n.Heading):
            last = sections[-1]
            entries = (*last.entries, Prose(block, span=block.span))
            sections[-1] = Section(last.level, last.heading, entries, span=last.span)
    return StudyNote(document.source, "git", title, "ko", (), tuple(sections))


def printed(text: str, faces_cache: Path, settings: SheetSettings | None = None) -> Printed:
    sheet = sheet_of(as_prose(text), settings or SheetSettings())
    return pdf.render(sheet, faces(FaceChoice(), faces_cache, text_of(sheet), sheet.language))


def solid(text: str) -> str:
    """`text` without what a page may set differently: blanks, list markers, continuation marks."""
    return re.sub(r"[\s\\•–▼]", "", text)


def text_in(result: Printed) -> str:
    document = pypdfium2.PdfDocument(result.pdf)
    return "\n".join(page.get_textpage().get_text_range() for page in document)


def test_every_word_of_a_note_is_on_the_page_in_order(faces_cache: Path) -> None:
    blocks = as_prose(NOTE).sections
    expected = solid("".join(part_text(entry) for section in blocks for entry in section.entries))
    assert expected in solid(text_in(printed(NOTE, faces_cache))).replace("표", "", 1)


def test_the_same_note_gives_the_same_bytes(faces_cache: Path) -> None:
    assert printed(NOTE, faces_cache).pdf == printed(NOTE, faces_cache).pdf


def test_printing_leaves_the_clock_of_the_deck_alone(faces_cache: Path) -> None:
    """What dates a print would date the cards too, and Anki would take no change of them."""
    before = os.environ.get("SOURCE_DATE_EPOCH")
    printed("Text.", faces_cache)
    assert os.environ.get("SOURCE_DATE_EPOCH") == before


def test_a_long_shell_line_goes_on_after_a_backslash(faces_cache: Path) -> None:
    text = text_in(printed(NOTE, faces_cache)).replace("\r\n", "\n")
    assert re.search(r"^\$ git restore .* \\$", text, re.M)


COMMANDS = """\
---
title: 보관과 압축
---
# 1. 묶기

**1) `tar`**

- 여러 파일을 하나로 묶는 명령어

tar [options] 파일명
{: .notice--info}

- `-c` 옵션
  - 새 보관 파일을 만듦

```
$ tar -cf notes.tar notes
```

**2) `gzip`**

- 파일 하나를 압축하는 명령어

gzip 파일명
{: .notice--info}

![압축 전과 후](size.png)
"""


@pytest.fixture(scope="module")
def commands(faces_cache: Path, tmp_path_factory: pytest.TempPathFactory) -> Printed:
    from PIL import Image

    folder = tmp_path_factory.mktemp("note")
    Image.new("RGB", (60, 30), "#0b5cad").save(folder / "size.png")
    sheet = sheet_of(study_note("tar", COMMANDS), SheetSettings(), picture=lambda name: (folder / name).as_uri())
    return pdf.render(sheet, faces(FaceChoice(), faces_cache, text_of(sheet), "ko"), folder)


def test_nothing_is_printed_outside_the_page(commands: Printed) -> None:
    for page in pypdfium2.PdfDocument(commands.pdf):
        width, height = (side * MM_PER_PT for side in page.get_size())
        assert (round(width), round(height)) == (297, 210)
        assert all(char.left >= 0 and char.right <= width and char.bottom <= height for char in chars(page))


def test_no_text_is_smaller_than_seven_points_but_the_footers(commands: Printed) -> None:
    for page in pypdfium2.PdfDocument(commands.pdf):
        sizes = {round(char.size, 1) for char in chars(page) if char.bottom < 200}
        assert min(sizes) >= 7.0
        assert min(round(char.size, 1) for char in chars(page)) >= 6.0


def test_faces_are_embedded_and_only_ours(commands: Printed) -> None:
    names = re.findall(rb"/FontName /([A-Z]{6}\+[\w-]+)", objects(commands.pdf))
    assert names
    assert all(b"Sheet" in name for name in names)
    assert objects(commands.pdf).count(b"/FontFile2") == len(set(names))


def test_the_outline_and_the_index_lead_to_every_command(commands: Printed) -> None:
    document = pypdfium2.PdfDocument(commands.pdf)
    assert [mark.get_title() for mark in document.get_toc()] == ["보관과 압축", "1. 묶기", "tar", "gzip"]
    assert set(re.findall(rb"/Dest \((\w+)\)", objects(commands.pdf))) == {b"c1", b"c2"}


def test_the_file_says_its_title_language_and_pictures(commands: Printed) -> None:
    content = objects(commands.pdf)
    assert pypdfium2.PdfDocument(commands.pdf).get_metadata_dict()["Title"] == "보관과 압축"
    assert b"/Lang (ko)" in content
    assert b"/StructTreeRoot" in content
    assert "압축 전과 후".encode("utf-16-be").hex().encode() in content.lower()
    assert len(commands.pdf) <= 60_000


@pytest.mark.parametrize(
    ("settings", "paper"),
    [
        (SheetSettings(size="a5", orientation="portrait"), (148, 210)),
        (SheetSettings(size="letter"), (279, 216)),
        (SheetSettings(size="a3", columns=5), (420, 297)),
        (SheetSettings(ink_saver=True, language="en"), (297, 210)),
    ],
)
def test_a_sheet_takes_the_paper_chosen(settings: SheetSettings, paper: tuple[int, int], faces_cache: Path) -> None:
    page = pypdfium2.PdfDocument(printed(NOTE, faces_cache, settings).pdf)[0]
    assert tuple(round(side * MM_PER_PT) for side in page.get_size()) == paper


def test_a_note_too_long_for_the_pages_asked_for_is_told_and_gets_more(faces_cache: Path) -> None:
    long = NOTE + "\n\n".join(f"문단 {at}: 색인과 작업 디렉터리를 비교하고 다른 점을 보여 줌." * 6 for at in range(50))
    result = printed(long, faces_cache, SheetSettings(pages=1))
    assert result.pages > 1
    assert result.size >= 7
    assert [diagnostic.code for diagnostic in result.diagnostics] == ["page-overflow"]


# What a note may not do


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ('<img src="http://127.0.0.1:9/a.png"> <link rel="attachment" href="file:///etc/passwd">', ["image-elsewhere"]),
        ("![비밀](../../../../etc/hostname.png) ![비밀](file:///etc/passwd)", ["image-not-found", "image-elsewhere"]),
        ("\n".join("  " * level + f"- x{level}" for level in range(100)), ["nesting-too-deep"]),
        ("> " * 120 + "x", ["nesting-too-deep"]),
        ("<div>" * 200 + "x" + "</div>" * 200, ["unclosed-html", "nesting-too-deep"]),
        ("```\n" + "x" * 50_000 + "\n```", ["page-overflow"]),
        ("가나다" * 16_667, ["page-overflow"]),
        ("**`" + "x" * 5_000 + "`**", ["page-overflow"]),
        ("| a | b |\n|---|---|\n" + "| row | what it says |\n" * 501, ["table-too-long"]),
        ("| a | b |\n|---|---|\n| a | " + "가나다" * 16_667 + " |\n", ["page-overflow"]),
    ],
    ids=["remote", "files", "lists", "quotes", "elements", "code", "word", "code-in-strong", "rows", "word-in-row"],
)
def test_a_hostile_note_is_printed_all_the_same_and_told_of(text: str, told: list[str], tmp_path: Path) -> None:
    """Each within `seconds` of the clock on a machine that has other things to do; a tenth of it on one that hasn't."""
    document = parse(SourceFile("a.md", text))
    _, pictures = load_pictures(document.blocks, str(tmp_path), str(tmp_path))
    seconds = 100
    started = monotonic()
    made = sheet_page(recognise(document, key="a"), SheetSettings(), str(tmp_path), str(tmp_path))
    assert monotonic() - started < seconds
    assert made.pages
    assert b"/EmbeddedFile" not in objects(made.data)
    assert list(dict.fromkeys(found.code for found in (*document.diagnostics, *pictures, *made.diagnostics))) == told


def test_a_table_of_many_rows_takes_time_that_grows_as_it_does(faces_cache: Path) -> None:
    """Two thousand rows take some ten seconds of the processor; as many as go into a test show that it is linear."""
    times = []
    for rows in (120, 360):
        sheet = sheet_of(study_note("a", "| a | b |\n|---|---|\n" + "| row | what it says |\n" * rows), SheetSettings())
        found = faces(FaceChoice(), faces_cache, text_of(sheet), "en")
        started = process_time()
        assert pdf.render(sheet, found).pages
        times.append(process_time() - started)
    assert times[1] < 5 * times[0]


@pytest.mark.filterwarnings("ignore::pytest.PytestUnraisableExceptionWarning")  # a file WeasyPrint was writing
def test_a_print_that_takes_too_long_ends_with_an_error(faces_cache: Path) -> None:
    sheet = sheet_of(as_prose(NOTE * 30), SheetSettings())
    result = pdf.render(sheet, faces(FaceChoice(), faces_cache, text_of(sheet), "ko"), seconds=0.2)
    assert (result.pdf, result.pages) == (b"", 0)
    assert [diagnostic.severity for diagnostic in result.diagnostics] == [Severity.ERROR]


def test_a_picture_is_read_from_the_notes_folder_alone(tmp_path: Path) -> None:
    (tmp_path / "note").mkdir()
    (tmp_path / "note/in.png").write_bytes(b"in")
    (tmp_path / "out.png").write_bytes(b"out")
    (tmp_path / "note/link.png").symlink_to(tmp_path / "out.png")
    folder = tmp_path / "note"
    assert picture((folder / "in.png").as_uri(), folder) == b"in"
    for outside in (tmp_path / "out.png", folder / "../out.png", folder / "link.png", Path("/etc/passwd")):
        with pytest.raises(ValueError, match="of the note"):
            picture("file://" + str(outside), folder)


def test_a_short_note_takes_one_page_at_the_largest_size(faces_cache: Path) -> None:
    result = printed(NOTE, faces_cache)
    assert (result.pages, result.size) == (1, 9.0)


def test_a_kept_last_word_breaks_no_line_early(faces_cache: Path) -> None:
    item = "- 도커 컨테이너(Docker Container)는 이미지를 바탕으로 띄운 {}격리된 실행 환경\n"
    written = "".join(item.format("가" * length) for length in range(24))
    lines = [line.strip() for line in text_in(printed(written, faces_cache)).splitlines()]
    assert not [line for line in lines if line.lstrip("• ") == "도커"]


def test_what_begins_an_item_stands_beside_its_marker(faces_cache: Path) -> None:
    written = "- ~~~\n  first line\n  second line\n  ~~~\n- - zero\n"
    found = [char for page in pypdfium2.PdfDocument(printed(written, faces_cache).pdf) for char in chars(page)]
    tops = {char.text: (char.top + char.bottom) / 2 for char in reversed(found) if char.text in "•f–z"}
    assert tops["•"] == pytest.approx(tops["f"], abs=0.9)
    assert tops["–"] == pytest.approx(tops["z"], abs=0.3)


CARDS = "".join(
    f"**{number}) `tar part{number}`**\n\n- {number}번째 보관 파일을 나누어 담는 명령어\n\n"
    f"tar part{number} [options] 파일명\n{{: .notice--info}}\n\n- 담은 뒤에는 원래 파일을 지움\n\n"
    for number in range(1, 36)
)


def laid_out_anew(
    html: str, boxes: object, decided: Plan, room: Room, header: float, lay_out: Callable[[str], object]
) -> object:
    """The pages as WeasyPrint lays them out when it is told where columns begin and how wide gaps are."""
    gaps = {f"u{wider.unit}": f"margin-top:{wider.gap + wider.more}mm" for wider in decided.widened}
    gaps |= {f"u{begin}": "break-before:column;margin-top:0" for begin in decided.breaks}
    return lay_out(re.sub(r' id="(u\d+)"', lambda found: f' style="{gaps.get(found[1], "")}"', html))


def test_what_is_moved_into_columns_stands_where_laying_it_out_there_puts_it(
    faces_cache: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    sheet = sheet_of(study_note("tar", f"# 1. 나누기\n\n{CARDS}"), SheetSettings())
    found = faces(FaceChoice(), faces_cache, text_of(sheet), "ko")
    moved = pdf.render(sheet, found)
    monkeypatch.setattr(printer, "composed", laid_out_anew)
    laid_out = pdf.render(sheet, found)
    assert moved.pages == laid_out.pages > 1
    assert moved.pdf != laid_out.pdf, "nothing was moved"
    for one, other in zip(*map(pypdfium2.PdfDocument, (moved.pdf, laid_out.pdf)), strict=True):
        pairs = zip(*([char for char in chars(page) if char.top > 12] for page in (one, other)), strict=True)
        for here, there in pairs:
            assert here.text == there.text
            assert (here.left, here.top) == pytest.approx((there.left, there.top), abs=0.05)
    assert outline(moved) == outline(laid_out)


def outline(result: Printed) -> list[tuple[str, int | None]]:
    document = pypdfium2.PdfDocument(result.pdf)
    return [(mark.get_title(), (dest := mark.get_dest()) and dest.get_index()) for mark in document.get_toc()]


def test_what_weasyprint_seldom_needs_is_loaded_when_it_is_called() -> None:
    from fontTools.subset import Options

    code = "import sys; from exporter import pdf; pdf.available(); print(sorted(sys.modules))"
    ran = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert "weasyprint" in ran.stdout
    assert not [name for name in library.SELDOM_USED if repr(name) in ran.stdout]
    assert isinstance(library._Later("fontTools.subset").Options(), Options)
