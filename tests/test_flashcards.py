"""Flash cards, printed and read back: what stands on which card, and whether backs lie behind their fronts."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pypdfium2
import pytest

from exporter import pdf
from exporter.cards import cards_of
from exporter.cards.deck import Deck
from exporter.fonts import FaceChoice, faces
from exporter.pdf import Printed
from exporter.prints import print_flashcards
from exporter.settings import DeckSettings, PageSize, SheetSettings
from exporter.sheet import flashcards
from exporter.sheet.card_sides import filled, sides_of
from exporter.sheet.flashcards import FlashCards, flashcards_of
from tests.prints import Char, chars, page_texts, study_note

pytestmark = pytest.mark.skipif(pdf.available() is not None, reason=pdf.available() or "")

NOTE = """\
# 파일 다루기

## 압축

### `tar`
- 여러 파일을 한 파일로 묶는 명령어
- `tar [options] 묶음파일 [경로...]`
- `-c` : 새 묶음을 만듦
- `-x` : 묶음을 풀어 냄
- `-z` : gzip으로 눌러 담음

```
$ tar -czf backup.tar.gz docs
```

### `gzip`
- 파일 하나를 눌러 담는 명령어
- `gzip [options] 파일`
- `-k` : 원래 파일을 남겨 둠

## 낱말

묶음(archive): 여러 파일을 하나로 이어 붙인 파일
: 파일 이름과 권한을 함께 담음

압축률
: 눌러 담은 크기를 원래 크기로 나눈 값
"""
CARD_RIGHT = 6.0
"""White to the right of a card's number, in mm."""


def deck(text: str = NOTE) -> Deck:
    return cards_of(study_note("files", text), DeckSettings())


def cards(size: PageSize = "a4", text: str = NOTE) -> FlashCards:
    return flashcards_of([deck(text)], "연습", SheetSettings(size=size))


def printed(of: FlashCards, faces_cache: Path) -> Printed:
    return print_flashcards(of, faces(FaceChoice(), faces_cache, flashcards.text_of(of), of.language))


@pytest.fixture(scope="module")
def a4(faces_cache: Path) -> Printed:
    return printed(cards(), faces_cache)


def numbers(page: pypdfium2.PdfPage, of: FlashCards) -> dict[int, Char]:
    """The number of every card on a page, with its last digit."""
    found: dict[int, Char] = {}
    for left, top in corners(of):
        edge = left + of.grid.width - CARD_RIGHT
        digits = [
            char
            for char in chars(page)
            if char.text.isdigit() and char.size == pytest.approx(8.5, abs=0.05)
            if edge - 12 < char.right < edge + 0.2 and top < char.top < top + 10
        ]
        if digits:
            found[int("".join(digit.text for digit in digits))] = digits[-1]
    return found


def corners(of: FlashCards) -> Iterator[tuple[float, float]]:
    return (of.grid.corner(at, mirrored=False) for at in range(of.grid.cards))


@pytest.mark.parametrize("size", ["a4", "letter"])
def test_every_back_lies_behind_its_front(size: PageSize, faces_cache: Path) -> None:
    of = cards(size)
    document = pypdfium2.PdfDocument(printed(of, faces_cache).pdf)
    width, grid = of.grid.page_width, of.grid
    seen: list[int] = []
    for at in range(0, len(document), 2):
        fronts, backs = numbers(document[at], of), numbers(document[at + 1], of)
        assert fronts.keys() == backs.keys()
        seen += sorted(fronts)
        for number, front in fronts.items():
            left_of_front = front.right - (grid.width - CARD_RIGHT)
            left_of_back = backs[number].right - (grid.width - CARD_RIGHT)
            assert width - left_of_front - grid.width == pytest.approx(left_of_back, abs=0.1)
            assert front.top == pytest.approx(backs[number].top, abs=0.1)
    assert seen == list(range(1, len(of.cards) + 1))


def test_nothing_stands_across_a_cut_or_off_the_page(a4: Printed) -> None:
    of = cards()
    boxes = [(left, top, left + of.grid.width, top + of.grid.height) for left, top in corners(of)]
    foot = of.grid.top + of.grid.rows * of.grid.height
    for page in pypdfium2.PdfDocument(a4.pdf):
        for char in chars(page):
            inside = any(
                left + 5 < char.left and char.right < right - 5 and top + 3 < char.top and char.bottom < bottom - 3
                for left, top, right, bottom in boxes
            )
            assert inside or foot < char.top < char.bottom < of.grid.page_height, char


def test_no_type_is_smaller_than_seven_points(a4: Printed) -> None:
    sizes = {round(char.size, 2) for page in pypdfium2.PdfDocument(a4.pdf) for char in chars(page)}
    assert min(sizes) >= 7.0
    assert max(sizes) == 13.0


def test_cards_ask_what_the_deck_asks_and_show_what_it_answers(a4: Printed) -> None:
    made = deck()
    texts = page_texts(a4)
    fronts, backs = "".join(texts[::2]), "".join(texts[1::2])
    assert len(list(sides_of(made.notes))) == sum(len(note.cards) for note in made.notes)
    assert "여러파일을한파일로묶는명령어는?" in fronts
    assert "tar명령어는무엇을하는가?" in fronts
    assert "여러파일을한파일로묶는명령어" in backs
    assert "tar-czfbackup.tar.gzdocs" in backs


def test_cut_marks_are_four_millimetres_long_and_stand_outside_the_cards(a4: Printed) -> None:
    grid = cards().grid
    document = pypdfium2.PdfDocument(a4.pdf)
    edges_x = {round(grid.left + at * grid.width, 1) for at in range(grid.columns + 1)}
    edges_y = {round(grid.top + at * grid.height, 1) for at in range(grid.rows + 1)}
    down, across = set(), set()
    for left, top, right, bottom in outlines(document[0], grid.page_height):
        if bottom - top == pytest.approx(4, abs=0.05) and right - left < 0.5:
            assert bottom < grid.top or top > grid.page_height - grid.top
            down.add(min(edges_x, key=lambda edge: abs(edge - left)))
            assert min(abs(edge - left) for edge in edges_x) < 0.2
        elif right - left == pytest.approx(4, abs=0.05) and bottom - top < 0.5:
            assert right < grid.left or left > grid.page_width - grid.left
            across.add(min(edges_y, key=lambda edge: abs(edge - top)))
            assert min(abs(edge - top) for edge in edges_y) < 0.2
    assert (down, across) == (edges_x, edges_y)


def outlines(page: pypdfium2.PdfPage, height: float) -> Iterator[tuple[float, float, float, float]]:
    """The boxes of drawn shapes, in mm from the left top corner."""
    for shape in page.get_objects(filter=[pypdfium2.raw.FPDF_PAGEOBJ_PATH]):
        left, bottom, right, top = (edge * 25.4 / 72 for edge in shape.get_bounds())
        yield left, height - top, right, height - bottom


def test_text_shrinks_to_fit_and_what_never_fits_is_told_of(faces_cache: Path) -> None:
    long = "저장소\n: " + "바뀐 내용을 차례대로 적어 두는 곳이며 " * 18 + "끝\n"
    endless = "원장\n: " + "한 줄씩 쌓이기만 하고 지워지지 않는 기록이며 " * 90 + "끝\n"
    result = printed(cards(text=f"# 낱말\n\n{long}\n{endless}"), faces_cache)
    assert result.size == 7.0
    assert [found.code for found in result.diagnostics] == ["card-overflow"] * len(result.diagnostics)
    assert result.diagnostics
    assert all("원장" in found.message for found in result.diagnostics)


def test_the_same_deck_gives_the_same_bytes(a4: Printed, faces_cache: Path) -> None:
    assert printed(cards(), faces_cache).pdf == a4.pdf


def test_a_template_is_filled_as_anki_fills_it() -> None:
    fields = {"A": "a", "B": "", "Text": "{{c1::tar::명령}}는 묶는다"}
    assert filled("{{#A}}[{{A}}{{#B}}no{{/B}}]{{/A}}{{^B}}none{{/B}}{{hint:A}}", fields, reveal=False) == "[a]none"
    assert filled("{{cloze:Text}}", fields, reveal=False) == '<span class="cloze">[명령]</span>는 묶는다'
    assert filled("{{cloze:Text}}", fields, reveal=True) == '<span class="cloze">tar</span>는 묶는다'
