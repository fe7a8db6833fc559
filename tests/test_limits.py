"""Texts nobody writes: read in time proportional to their length, and nothing of them lost."""

from __future__ import annotations

import sys
import time
from collections.abc import Callable

import pytest

from exporter.cards import cards_of
from exporter.cards.deck import Deck
from exporter.kramdown import parse, to_html
from exporter.kramdown.nodes import Document, Table, plain_text
from exporter.recognise import recognise
from exporter.settings import DeckSettings
from exporter.source import SourceFile


def read(text: str) -> Document:
    return parse(SourceFile("note.md", text))


def codes(document: Document) -> set[str]:
    return {found.code for found in document.diagnostics}


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("> " * 3000 + "deep", "deep"),
        ("- " * 3000 + "deep", "deep"),
        ("\n".join("  " * depth + "- a" for depth in range(120)) + " deep", "deep"),
        ('<div markdown="1">\n' * 2000 + "deep", "deep"),
        ("<div>\n" * 5000 + "deep", "deep"),
        ("<b>" * 5000 + "deep", "deep"),
        ("![" * 300 + "deep" + "]" * 300, "deep"),
    ],
    ids=["quotations", "items in one line", "nested items", "html", "raw html", "spans", "images"],
)
def test_what_lies_too_deep_stays_as_text_and_is_told(text: str, word: str) -> None:
    document = read(text)
    assert word in plain_text(*document.blocks)
    assert "nesting-too-deep" in codes(document)
    assert isinstance(to_html(text), str)


UNENDED = ("[", "![", "[a](", "[a](b ", '[a](b "c ', "*a ", "**a *b ", "_a ", "~~a ", "`a ``", "<", "<http:", "<!-- ",
           '<x y="', "{: ", "{:\n", "{::comment}\n", "```\n\n", "~~~ a\nb\n\n", "$$a ", "{{ ", "{% raw %}", "[^a",
           "<div>\n", "a|b\n", "> ", "[a][")  # fmt: skip


def _cpu(text: str, work: Callable[[str], object] = read) -> float:
    start = time.process_time()
    work(text)
    return time.process_time() - start


@pytest.mark.parametrize("opener", UNENDED)
def test_openers_without_an_end_take_linear_time(opener: str) -> None:
    small = max(min(_cpu(opener * 500) for _ in range(3)), 0.005)  # seconds; shorter times say little
    large = min(_cpu(opener * 8000) for _ in range(2))
    assert large < 60 * small, "16 times the text would take 256 times as long were it quadratic; it takes 26 at most"


REPEATED = ("`ls -a` 는 ", "`a -b` or ", "# 보기\nls -a\n", "- `ls` : 보기\n", "- 가\n", "# 장\n\n글\n\n",
            "가나다. ", "`-a` 옵션 ", "| `ls` | 목록 |\n", "**태그**: 별명\n\n", "1) 가\n\n",
            "```\nls\n```\n\n본다.\n\n")  # fmt: skip


def understood(text: str) -> Deck:
    return cards_of(recognise(read(text), key="note"), DeckSettings())


@pytest.mark.parametrize("piece", REPEATED)
@pytest.mark.parametrize("frame", ["{}", "```bash\n{}```\n"], ids=["as text", "as code"])
def test_what_is_repeated_is_understood_in_linear_time(piece: str, frame: str) -> None:
    small = max(min(_cpu(frame.format(piece * 100), understood) for _ in range(2)), 0.02)
    large = _cpu(frame.format(piece * 400), understood)
    assert large < 12 * small, "four times the text would take sixteen times as long were it quadratic"


def _calls(text: str) -> int:
    """How many functions are called to understand the text: the same in every run, unlike a time."""
    made = 0

    def count(_frame: object, event: str, _argument: object) -> None:
        nonlocal made
        made += event in ("call", "c_call")

    before = sys.getprofile()
    sys.setprofile(count)
    try:
        understood(text)
    finally:
        sys.setprofile(before)
    return made


FRAMED = [
    *(("{}", piece) for piece in REPEATED),
    ("{}", "목록을 본다:\n\n> ls -a\n\n"),
    ("{}", "데몬(Daemon) : 뒤에서 도는 것\n쉘은 명령을 읽는 프로그램이다.\n"),
    ("- 목록을 본다\n\n{}", "  `ls -a`\n\n"),
    ("## 목록 보기\n\n{}", "- ls\n"),
    ("목록을 본다\n\n{}", "- `ls -a`\n"),
    ("## 보기\n\n{}", "- `ls -a`\n- 목록을 본다\n"),
]


@pytest.mark.parametrize(("frame", "piece"), FRAMED)
def test_twice_the_text_takes_twice_the_calls(frame: str, piece: str) -> None:
    understood(frame.format(piece))  # what is made once for all notes is made here
    assert _calls(frame.format(piece * 200)) < 2.15 * _calls(frame.format(piece * 100))


def test_a_line_of_a_megabyte_is_one_paragraph() -> None:
    document = read("낱말 word " * 120_000)
    assert len(document.blocks) == 1
    assert document.diagnostics == ()


def test_a_table_of_four_thousand_cells_is_a_table() -> None:
    (table,) = read("| a | b |\n|---|---|\n" + "| `x|y` | z |\n" * 2000).blocks
    assert isinstance(table, Table)
    assert len(table.bodies[0]) == 2000
