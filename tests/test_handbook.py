"""The handbook, printed and read back: whether its numbers are true, and what its index lists in which order."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import replace
from itertools import pairwise
from pathlib import Path

import pypdfium2
import pytest

from exporter import pdf
from exporter.build.exporters import Page, Whole
from exporter.build.printing import cards_page, handbook_page
from exporter.build.run import Request, build
from exporter.cards import cards_of
from exporter.diagnostics import Severity
from exporter.fonts import FaceChoice, faces
from exporter.pdf import Printed
from exporter.prints import print_handbook
from exporter.settings import DeckSettings, SheetSettings
from exporter.sheet import handbook
from exporter.sheet.collation import head_of, sort_key
from exporter.sheet.filling import filled, packed
from exporter.sheet.handbook import Handbook, handbook_of
from exporter.sheet.index import Mention, index_groups, mentions, nearest
from exporter.sheet.strip import Room, Strip, Unit
from tests.prints import chars, page_texts, study_note

pytestmark = pytest.mark.skipif(pdf.available() is not None, reason=pdf.available() or "")

ARCHIVES = """\
---
title: 파일 묶기
---

## 1. 압축

### `tar`
- 여러 파일을 한 파일로 묶는 명령어
- `-c` : 새 묶음을 만듦
- `-x` : 묶음을 풀어 냄

```
$ tar -czf backup.tar.gz docs
```

### `gzip`
- 파일 하나를 눌러 담는 명령어
- `-k` : 원래 파일을 남겨 둠

## 2. 낱말

압축률
: 눌러 담은 크기를 원래 크기로 나눈 값

나눔
: 한 묶음을 여러 조각으로 자르는 일
"""
LONG = "---\ntitle: 기록 모음\n---\n\n## 기록\n\n" + "\n".join(
    f"**{number}) `svn act{number:02}`**\n\n- 기록 {number}번째 것을 보여 주는 명령어\n\n"
    f"svn act{number:02} [options] 파일\n{{: .notice--info}}\n\n- `-n{number}` 옵션\n  - 마지막 {number}줄만 보여 줌\n"
    for number in range(1, 25)
)
ENGLISH = """\
# Networks

Gateway
: The machine through which packets leave a network.

## Looking around

### `ping`
- Asks a machine whether it is there
- `-c` : stop after so many answers
"""


def book() -> Handbook:
    notes = [study_note("archives", ARCHIVES), study_note("logs", LONG), study_note("networks", ENGLISH)]
    return handbook_of(notes, "연습장", SheetSettings())


@pytest.fixture(scope="module")
def printed(faces_cache: Path) -> Printed:
    return made(book(), faces_cache)


def made(of: Handbook, faces_cache: Path) -> Printed:
    return print_handbook(of, faces(FaceChoice(), faces_cache, handbook.text_of(of), of.language))


@pytest.fixture(scope="module")
def texts(printed: Printed) -> list[str]:
    return page_texts(printed)


def solid(text: str) -> str:
    return "".join(text.split())


def test_a_cover_counts_what_the_book_holds_and_dates_nothing(texts: list[str]) -> None:
    counted = [mention for chapter in book().chapters for mention in chapter.mentions]
    commands = sum(mention.topic == "command" for mention in counted)
    assert texts[0].startswith(f"연습장노트3·명령{commands}·옵션")
    assert commands == 27
    assert not re.search(r"20\d\d", texts[0])


def test_contents_give_the_page_on_which_each_chapter_and_section_begins(printed: Printed, texts: list[str]) -> None:
    rows = [row for line in lines_of(printed, 1) if (row := re.fullmatch(r"(?:\d )?(.+?)[ .]+ (\d+)", line))]
    titles = [solid(row[1]) for row in rows]
    assert titles == ["파일묶기", "1.압축", "2.낱말", "기록모음", "기록", "Networks", "Lookingaround", "찾아보기"]
    for title, row in zip(titles, rows, strict=True):
        assert title in texts[int(row[2]) - 1], row
        assert title not in texts[int(row[2]) - 2] or int(row[2]) == 3, row


def test_the_printed_number_is_the_one_a_viewer_shows(printed: Printed) -> None:
    document = pypdfium2.PdfDocument(printed.pdf)
    assert printed.pages == len(document)
    for number in range(2, len(document) + 1):
        page = document[number - 1]
        width, height = (side * 25.4 / 72 for side in page.get_size())
        corner = [char.text for char in chars(page) if char.top > height - 16 and char.left > width - 30]
        assert "".join(corner) == str(number)


def test_the_index_gives_the_pages_that_explain_a_word(printed: Printed, texts: list[str]) -> None:
    first = next(at for at, text in enumerate(texts) if text.startswith("찾아보기"))
    lines = "\n".join(line for page in range(first, printed.pages) for line in lines_of(printed, page))
    found = dict(re.findall(r"^(.+)\n(\d[\d, ]*)$", lines, re.M))
    listed = [mention for chapter in book().chapters for mention in chapter.mentions]
    assert len(listed) > 50
    for mention in listed:
        about = ("→ " if mention.topic == "term" else "") + mention.about if mention.about else ""
        for page in found[f"{mention.word} {about}".strip()].split(", "):
            assert solid(mention.word) in texts[int(page) - 1], (mention, page)
    assert found["tar"] == found["gzip"] == "3"
    assert int(found["ping"]) == first


def lines_of(printed: Printed, page: int) -> list[str]:
    """The lines of a page, counted from 0, as they stand from left to right."""
    text = pypdfium2.PdfDocument(printed.pdf)[page].get_textpage().get_text_range()
    return [" ".join(line.split()) for line in text.replace("\r\n", "\n").split("\n")]


def test_the_outline_has_chapters_with_their_sections_and_the_index(printed: Printed) -> None:
    document = pypdfium2.PdfDocument(printed.pdf)
    entries = [(item.level, item.get_title(), item.get_dest().get_index()) for item in document.get_toc()]
    assert [title for level, title, _ in entries if level == 0] == [
        "차례",
        "파일 묶기",
        "기록 모음",
        "Networks",
        "찾아보기",
    ]
    assert "tar" in [title for _, title, _ in entries]
    assert (1, "2. 낱말", 2) in entries


def test_nothing_is_off_the_page_or_smaller_than_seven_points(printed: Printed) -> None:
    for page in pypdfium2.PdfDocument(printed.pdf):
        width, height = (side * 25.4 / 72 for side in page.get_size())
        for char in chars(page):
            assert 10 < char.left < char.right < width - 10, char
            assert 8 < char.top < char.bottom < height - 5, char
            assert char.size >= 6.99, char


def test_links_lead_somewhere(printed: Printed) -> None:
    raw = pypdfium2.raw
    document = pypdfium2.PdfDocument(printed.pdf)
    contents = document[1]
    targets = []
    for at in range(raw.FPDFPage_GetAnnotCount(contents)):
        annotation = raw.FPDFPage_GetAnnot(contents, at)
        link = raw.FPDFAnnot_GetLink(annotation)
        destination = raw.FPDFLink_GetDest(document, link)
        targets.append(raw.FPDFDest_GetDestPageIndex(document, destination))
        raw.FPDFPage_CloseAnnot(annotation)
    assert len(targets) >= 7
    assert targets == sorted(targets)
    assert min(targets) == 2


def test_the_same_notes_give_the_same_bytes(faces_cache: Path) -> None:
    of = handbook_of([study_note("networks", ENGLISH)], "Networks", SheetSettings(size="letter"))
    assert made(of, faces_cache).pdf == made(of, faces_cache).pdf


@pytest.mark.parametrize(
    ("word", "head"),
    [
        ("가방", "ㄱ"),
        ("까치", "ㄱ"),
        ("하루", "ㅎ"),
        ("쌀", "ㅅ"),
        ("apple", "A"),
        ("Éclair", "E"),
        ("--all", "A"),
        ("-p", "P"),
        ("/etc", "E"),
        ("カード", "か"),
        ("がっこう", "か"),
        ("命令", "漢"),
        ("2진수", "#"),
        ("$", "#"),
    ],
)
def test_a_word_stands_under_its_head(word: str, head: str) -> None:
    assert head_of(word, "ko") == head


def test_words_stand_as_in_a_dictionary_korean_first() -> None:
    words = ["Zebra", "하나", "apple", "가나", "각", "가", "깍지", "나", "--beta", "3차원", "カ", "字"]
    korean, others = ["가", "가나", "각", "깍지", "나", "하나"], ["apple", "--beta", "Zebra", "カ", "字", "3차원"]
    assert sorted(words, key=lambda word: sort_key(word, "ko")) == [*korean, *others]


def test_a_chinese_index_has_hanzi_under_the_letters_of_their_pinyin() -> None:
    words = ["容器", "安装", "命令", "make", "仓库", "镜像", "apt", "参数", "存储卷", "#"]
    ordered = ["apt", "安装", "参数", "仓库", "存储卷", "镜像", "make", "命令", "容器", "#"]
    assert sorted(words, key=lambda word: sort_key(word, "zh")) == ordered
    assert [head_of(word, "zh") for word in ordered] == list("AACCCJMMR#")


def test_a_japanese_index_has_kana_then_kanji_by_their_usual_reading() -> None:
    words = ["容器", "命令", "コンテナ", "印刷", "あかり", "確認"]
    ordered = ["あかり", "コンテナ", "印刷", "確認", "命令", "容器"]
    assert sorted(words, key=lambda word: sort_key(word, "ja")) == ordered
    assert head_of("確認", "ja") == "漢"


def test_pages_of_one_word_are_joined_and_named_once() -> None:
    tar = Mention("command", "tar", "", 0)
    groups = index_groups([(tar, 9, "b"), (tar, 4, "a"), (tar, 9, "c"), (replace(tar, topic="term"), 4, "t")], "en")
    assert [line.pages for group in groups["command"] for line in group.lines] == [((4, "a"), (9, "b"))]
    assert list(groups) == ["command", "term"]


def test_a_mention_points_to_the_last_printed_word_before_it() -> None:
    assert [nearest(offset, [3, 10, 20]) for offset in (1, 3, 11, 99)] == [3, 3, 10, 20]
    assert nearest(5, []) is None


def test_every_definition_of_a_note_is_mentioned() -> None:
    found = [(mention.topic, mention.word) for mention in mentions(study_note("archives", ARCHIVES))]
    assert ("term", "압축률") in found
    assert ("command", "gzip") in found
    assert ("option", "-k") in found


def strip(heights: list[float], kind: str = "block") -> Strip:
    edges = [sum(heights[:at]) for at in range(len(heights) + 1)]
    return Strip(9.0, 20.0, tuple(Unit(kind, top, bottom) for top, bottom in pairwise(edges)))


@pytest.mark.parametrize("fill", [filled, packed])
def test_pages_before_the_last_are_full_and_the_last_is_even(fill: object) -> None:
    room = Room(2, 120.0, 120.0)
    decided = (filled if fill is filled else packed)(strip([10.0] * 29), room)
    columns = [end - begin for begin, end in pairwise((0, *decided.breaks, 29))]
    assert columns == [9, 9, 6, 5] or columns == [9, 9, 5, 6]


def test_a_head_never_ends_a_column_of_the_index() -> None:
    kinds = ("block", "block", "head")
    units = [replace(unit, kind=kinds[at % 3]) for at, unit in enumerate(strip([10.0] * 40).units)]
    decided = packed(Strip(9.0, 20.0, tuple(units)), Room(2, 110.0, 100.0))
    assert decided.breaks
    assert all(units[begin - 1].kind != "head" for begin in decided.breaks)


def notes_folder(place: Path) -> Iterator[Path]:
    for name, text in (("archives", ARCHIVES), ("networks", ENGLISH)):
        path = place / "notes" / f"{name}.md"
        path.parent.mkdir(exist_ok=True)
        path.write_text(text, "utf-8")
        yield path


@pytest.mark.parametrize(("maker", "ending"), [("handbook", ""), ("cards", "-cards")])
def test_a_book_is_made_when_asked_for_and_again_when_a_note_changes(
    maker: str, ending: str, tmp_path: Path, faces_cache: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("exporter.build.printing._faces_folder", lambda: faces_cache)
    paths = list(notes_folder(tmp_path))
    request = Request((str(tmp_path / "notes"),), str(tmp_path / "out"), maker)
    first = build(request)
    assert [Path(path).name for path in first.written] == [f"notes{ending}.pdf"]
    assert build(request).written == ()
    paths[0].write_text(ARCHIVES.replace("조각", "토막"), "utf-8")
    assert build(request).written == first.written
    paths[0].write_text("---\ntitle: [\n---\n# 깨짐\n", "utf-8")
    before = Path(first.written[0]).read_bytes()
    assert build(request).written == ()
    assert Path(first.written[0]).read_bytes() == before


@pytest.mark.parametrize("make", [handbook_page, cards_page])
def test_a_book_that_cannot_be_printed_says_why(make: Callable[..., Page], monkeypatch: pytest.MonkeyPatch) -> None:
    notes = (study_note("archives", ARCHIVES),)
    whole = Whole(lambda: notes, [cards_of(note, DeckSettings()) for note in notes], "Book", ".")
    monkeypatch.setattr(pdf, "LONGEST", 0.001)
    too_slow = make(whole, SheetSettings())
    monkeypatch.setattr(pdf, "available", lambda: "Pango is missing")
    no_pango = make(whole, SheetSettings())
    for page, reason in ((too_slow, "takes too long"), (no_pango, "Pango is missing")):
        assert (page.data, page.pages) == (b"", 0)
        told = page.diagnostics[-1]
        assert (told.code, told.severity) == ("not-printed", Severity.ERROR)
        assert reason in told.message


def test_a_book_never_takes_the_file_of_a_sheet(tmp_path: Path) -> None:
    paths = list(notes_folder(tmp_path))
    paths[0].rename(tmp_path / "notes" / "notes.md")
    request = Request((str(tmp_path / "notes"),), str(tmp_path / "out"), "handbook", dry_run=True)
    assert [Path(path).name for path in build(request).written] == ["notes-handbook.pdf"]
