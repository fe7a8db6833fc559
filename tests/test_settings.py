from __future__ import annotations

import pytest

from exporter.diagnostics import Severity, render
from exporter.settings import DeckSettings, ReadSettings, Settings, SheetSettings, read_settings
from exporter.source import SourceFile


def _read(text: str) -> tuple[Settings, list[str]]:
    source = SourceFile("notes/kramdeck.toml", text)
    settings, diagnostics = read_settings(source)
    return settings, [render(diagnostic, source) for diagnostic in diagnostics]


def test_an_empty_file_gives_the_defaults() -> None:
    assert _read("") == (Settings(), [])


def test_every_key_reaches_its_field() -> None:
    settings, said = _read(
        """
        [read.words]
        option = ["스위치"]
        [read.classes]
        synopsis = ["usage"]
        [deck]
        name = "공부"
        namespace = "mine"
        typed = false
        site = "https://example.org"
        [sheet]
        size = "letter"
        orientation = "portrait"
        columns = 2
        pages = 1
        accents = ["#0b5cad", "#333"]
        ink-saver = true
        font-text = "Noto Sans KR"
        font-code = "D2Coding"
        font-dir = "fonts"
        language = "en"
        """
    )
    assert said == []
    assert settings == Settings(
        ReadSettings(words=(("option", ("스위치",)),), classes=(("synopsis", ("usage",)),)),
        DeckSettings("공부", "mine", typed=False, site="https://example.org"),
        SheetSettings("letter", "portrait", 2, 1, ("#0b5cad", "#333"), True, "Noto Sans KR", "D2Coding", "fonts", "en"),
    )


def test_what_is_not_toml_is_shown_at_its_place() -> None:
    settings, said = _read('[deck]\nname = "열린 글\n')
    assert settings == Settings()
    assert len(said) == 1
    assert said[0].startswith("error[settings-invalid]: not TOML: ")
    assert "notes/kramdeck.toml:2:" in said[0]


def test_an_unknown_key_is_warned_of_with_the_nearest_name() -> None:
    settings, said = _read('[sheet]\ncolums = 3\nsize = "a5"\n')
    assert settings.sheet == SheetSettings(size="a5")
    assert said == [
        "warning[settings-unknown]: `colums` is not a setting\n"
        " --> notes/kramdeck.toml:2:1\n"
        "  |\n"
        "2 | colums = 3\n"
        "  | ^^^^^^\n"
        "  = help: did you mean `columns`?"
    ]


@pytest.mark.parametrize(
    "line",
    [
        'size = "a2"',
        "columns = 0",
        "columns = true",
        'pages = "2"',
        "accents = ['blue']",
        "ink-saver = 1",
        "font-text = ''",
        "language = 3",
    ],
)
def test_a_value_that_does_not_fit_keeps_the_default_and_is_an_error(line: str) -> None:
    source = SourceFile("kramdeck.toml", f"[sheet]\n{line}\n")
    settings, diagnostics = read_settings(source)
    assert settings == Settings()
    assert [(found.code, found.severity) for found in diagnostics] == [("settings-value", Severity.ERROR)]
    span = diagnostics[0].span
    assert span is not None
    assert source.position(span.start).line == 2


def test_a_table_that_is_no_table_and_an_unknown_table_are_both_told() -> None:
    settings, said = _read('deck = 3\n[sheets]\nsize = "a4"\n')
    assert settings == Settings()
    assert [line.partition(":")[0] for line in said] == ["error[settings-value]", "warning[settings-unknown]"]


def test_windows_line_ends_and_a_byte_order_mark_are_read() -> None:
    settings, said = _read('\ufeff[deck]\r\nname = "a"\r\n')
    assert (settings.deck.name, said) == ("a", [])
