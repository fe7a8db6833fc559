from __future__ import annotations

from exporter.diagnostics import Diagnostic, Severity, display_width, render
from exporter.source import SourceFile, Span

SOURCE = SourceFile("source/git.md", "첫 줄\r\n옵션은 <none> 이다\r\n")


def _draw(span: Span | None, help_text: str = "what to do") -> str:
    return render(Diagnostic("placeholder-tag", Severity.INFO, "read as text", span, help_text), SOURCE)


def test_a_caret_stands_under_its_place_with_hangul_two_cells_wide() -> None:
    start = SOURCE.text.index("<none>")
    assert _draw(Span(start, start + 6), "write `<none>` as code").splitlines() == [
        "info[placeholder-tag]: read as text",
        " --> source/git.md:2:5",
        "  |",
        "2 | 옵션은 <none> 이다",
        "  |        ^^^^^^",
        "  = help: write `<none>` as code",
    ]


def test_a_span_over_several_lines_is_marked_to_the_end_of_its_first() -> None:
    assert _draw(Span(0, len(SOURCE.text))).splitlines()[-2] == "  | ^^^^^"


def test_an_empty_span_and_the_end_of_the_file_get_one_caret() -> None:
    assert _draw(Span(1, 1)).splitlines()[-2] == "  |   ^"
    assert _draw(Span(len(SOURCE.text), len(SOURCE.text))).splitlines()[1:-1] == [
        " --> source/git.md:3:1",
        "  |",
        "3 | ",
        "  | ^",
    ]


def test_without_a_span_the_file_is_named_and_without_a_file_the_message_stands_alone() -> None:
    assert _draw(None, "save it as UTF-8").splitlines() == [
        "info[placeholder-tag]: read as text",
        "  --> source/git.md",
        " = help: save it as UTF-8",
    ]
    alone = Diagnostic("no-notes", Severity.ERROR, "no notes in `x`", None, "look into `y`")
    assert render(alone, None) == "error[no-notes]: no notes in `x`\n = help: look into `y`"


def test_width_counts_cells() -> None:
    assert [display_width(text) for text in ("abc", "한글", "ａ", "e\u0301")] == [3, 4, 2, 1]
