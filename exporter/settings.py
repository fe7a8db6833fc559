"""What the user chose in `kramdeck.toml` and on the command line, as one frozen value.

Goes in: the text of `kramdeck.toml` (read by `build`). Comes out: `Settings`, or diagnostics for what can't be read.
Every stage takes only its own part.
"""

from __future__ import annotations

import difflib
import re
import tomllib
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any, Final, Literal

from exporter.diagnostics import Diagnostic, Severity
from exporter.source import SourceFile, Span

PageSize = Literal["a3", "a4", "a5", "letter"]
Orientation = Literal["portrait", "landscape"]
LabelLanguage = Literal["ko", "en", "zh", "ja"]


@dataclass(frozen=True, slots=True)
class ReadSettings:
    """`[read]`: words and class names that are added to the vocabulary, by its own group names."""

    words: tuple[tuple[str, tuple[str, ...]], ...] = ()
    classes: tuple[tuple[str, tuple[str, ...]], ...] = ()


@dataclass(frozen=True, slots=True)
class DeckSettings:
    """`[deck]`: the root deck's name (None: the folder's), typed answers, and the site a card's source links to."""

    name: str | None = None
    namespace: str = ""
    typed: bool = True
    site: str | None = None


@dataclass(frozen=True, slots=True)
class SheetSettings:
    """`[sheet]`: the printed page. `pages` is the target a note is fitted to; None lets the note grow freely."""

    size: PageSize = "a4"
    orientation: Orientation = "landscape"
    columns: int | None = None
    pages: int | None = None
    accents: tuple[str, ...] = ()
    ink_saver: bool = False
    font_text: str | None = None
    font_code: str | None = None
    font_dir: str | None = None
    language: LabelLanguage | None = None


@dataclass(frozen=True, slots=True)
class Settings:
    """All of `kramdeck.toml`."""

    read: ReadSettings = field(default_factory=ReadSettings)
    deck: DeckSettings = field(default_factory=DeckSettings)
    sheet: SheetSettings = field(default_factory=SheetSettings)


# Reading kramdeck.toml

_LANGUAGES: Final = ("ko", "en", "zh", "ja")
_COLOUR: Final = re.compile(r"#[0-9a-fA-F]{3}(?:[0-9a-fA-F]{3})?")


@dataclass(frozen=True, slots=True)
class _Rule:
    """What a key may hold: `wants` in words, `fits` the test, `field` the name in the settings value."""

    field: str
    wants: str
    fits: Callable[[Any], bool]


def _is_text(value: Any) -> bool:
    return isinstance(value, str) and bool(value.strip())


def _is_flag(value: Any) -> bool:
    return isinstance(value, bool)


def _one_of(*words: str) -> Callable[[Any], bool]:
    return lambda value: value in words


def _between(low: int, high: int) -> Callable[[Any], bool]:
    return lambda value: isinstance(value, int) and not isinstance(value, bool) and low <= value <= high


def _list_of(fits: Callable[[Any], bool]) -> Callable[[Any], bool]:
    return lambda value: isinstance(value, list) and all(map(fits, value))


def _is_colour(value: Any) -> bool:
    return isinstance(value, str) and bool(_COLOUR.fullmatch(value))


DECK_KEYS: Final[Mapping[str, _Rule]] = {
    "name": _Rule("name", "a text", _is_text),
    "namespace": _Rule("namespace", "a text", _is_text),
    "typed": _Rule("typed", "true or false", _is_flag),
    "site": _Rule("site", "an address such as https://example.org", _is_text),
}
SHEET_KEYS: Final[Mapping[str, _Rule]] = {
    "size": _Rule("size", "a3, a4, a5 or letter", _one_of("a3", "a4", "a5", "letter")),
    "orientation": _Rule("orientation", "portrait or landscape", _one_of("portrait", "landscape")),
    "columns": _Rule("columns", "a number from 1 to 6", _between(1, 6)),
    "pages": _Rule("pages", "a number from 1 to 99", _between(1, 99)),
    "accents": _Rule("accents", "a list of colours such as #0b5cad", _list_of(_is_colour)),
    "ink-saver": _Rule("ink_saver", "true or false", _is_flag),
    "font-text": _Rule("font_text", "the name of a font family", _is_text),
    "font-code": _Rule("font_code", "the name of a font family", _is_text),
    "font-dir": _Rule("font_dir", "a folder", _is_text),
    "language": _Rule("language", "ko, en, zh or ja", _one_of(*_LANGUAGES)),
}
READ_KEYS: Final = ("words", "classes")
_WORDS: Final = _Rule("", "a list of words", _list_of(_is_text))


def read_settings(source: SourceFile) -> tuple[Settings, tuple[Diagnostic, ...]]:
    """Settings from the text of `kramdeck.toml`, and what is wrong in it; a wrong key keeps its default.

    Codes: `settings-invalid` (not TOML), `settings-value` (errors), `settings-unknown` (a warning).
    """
    text = source.text.removeprefix("\ufeff").replace("\r\n", "\n")
    try:
        tables = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        return Settings(), (_not_toml(source, str(error)),)
    found: list[Diagnostic] = []
    place = _Places(source)
    deck = DeckSettings(**_fields("deck", tables.pop("deck", {}), DECK_KEYS, place, found))
    sheet = SheetSettings(**_fields("sheet", tables.pop("sheet", {}), SHEET_KEYS, place, found))
    read = _read_settings(tables.pop("read", {}), place, found)
    found.extend(_unknown(name, ("deck", "sheet", "read"), place.of("", name)) for name in tables)
    return Settings(read, deck, sheet), tuple(found)


def _fields(
    table: str, values: Any, rules: Mapping[str, _Rule], place: _Places, found: list[Diagnostic]
) -> dict[str, Any]:
    if not isinstance(values, dict):
        found.append(_wrong(table, "a table", place.of("", table)))
        return {}
    kept: dict[str, Any] = {}
    for key, value in values.items():
        rule = rules.get(key)
        if rule is None:
            found.append(_unknown(key, tuple(rules), place.of(table, key)))
        elif not rule.fits(value):
            found.append(_wrong(key, rule.wants, place.of(table, key)))
        else:
            kept[rule.field] = tuple(value) if isinstance(value, list) else value
    return kept


def _read_settings(values: Any, place: _Places, found: list[Diagnostic]) -> ReadSettings:
    groups = _fields(
        "read", values, {key: _Rule(key, "a table of lists", _is_table) for key in READ_KEYS}, place, found
    )
    return ReadSettings(
        **{key: tuple(_word_lists(f"read.{key}", group, place, found)) for key, group in groups.items()}
    )


def _is_table(value: Any) -> bool:
    return isinstance(value, dict)


def _word_lists(
    table: str, group: Mapping[str, Any], place: _Places, found: list[Diagnostic]
) -> Iterator[tuple[str, tuple[str, ...]]]:
    for name, words in group.items():
        if _WORDS.fits(words):
            yield name, tuple(words)
        else:
            found.append(_wrong(name, _WORDS.wants, place.of(table, name)))


def _unknown(key: str, known: tuple[str, ...], span: Span | None) -> Diagnostic:
    near = difflib.get_close_matches(key, known, 1)
    help_text = f"did you mean `{near[0]}`?" if near else f"known here: {', '.join(known)}"
    return Diagnostic("settings-unknown", Severity.WARNING, f"`{key}` is not a setting", span, help_text)


def _wrong(key: str, wants: str, span: Span | None) -> Diagnostic:
    return Diagnostic(
        "settings-value", Severity.ERROR, f"`{key}` must be {wants}", span, "the default holds until then"
    )


def _not_toml(source: SourceFile, message: str) -> Diagnostic:
    what, _, where = message.partition(" (at ")
    numbers = [int(number) for number in re.findall(r"\d+", where)]
    line = min(numbers[0] if numbers else len(source.line_starts), len(source.line_starts))
    start = min(source.line_starts[line - 1] + (numbers[1] - 1 if len(numbers) > 1 else 0), len(source.text))
    return Diagnostic(
        "settings-invalid",
        Severity.ERROR,
        f"not TOML: {what[:1].lower()}{what[1:]}",
        Span(start, start),
        "a line is `key = value`; texts stand in quotes, lists in brackets",
    )


class _Places:
    """Where keys stand in the file. TOML readers tell no places, so lines are looked at for `[table]` and `key =`."""

    def __init__(self, source: SourceFile) -> None:
        self._spans: dict[tuple[str, str], Span] = {}
        table = ""
        for match in re.finditer(r"^[ \t]*(?:\[([^\]\n]+)\]|([^\s=#\[]+)[ \t]*=)", source.text, re.MULTILINE):
            if match[1] is not None:
                table = match[1].strip()
                self._spans[("", table)] = Span(*match.span(1))
            else:
                self._spans[(table, match[2].strip("\"'"))] = Span(*match.span(2))

    def of(self, table: str, key: str) -> Span | None:
        """The key's span, else its table's, else None."""
        return self._spans.get((table, key)) or self._spans.get(("", table))
