"""The ids of headers, as GFM makes them: small letters, no punctuation, `-` for a blank, a number on repeats."""

from __future__ import annotations

import unicodedata
from collections import Counter
from collections.abc import Iterator
from typing import Final

from exporter.kramdown.element import Element, Header
from exporter.kramdown.options import Options
from exporter.kramdown.rules.typographic_symbol import SYMBOLS
from exporter.words import words_of


def label(header: Element) -> str:
    """The text an id is made of: everything shown but HTML's and the extensions' own."""
    return "".join(_texts(header))


def _texts(element: Element) -> Iterator[str]:
    for child in element.children:
        match child.type:
            case "text" | "codespan" | "math" | "entity":
                yield child.content
            case "typographic":
                yield SYMBOLS[child.content]
            case "smart_quote":
                pass
            case _:
                yield from _texts(child)


def give(root: Element, options: Options) -> None:
    """Give every header an id that has none."""
    if options.auto_ids:
        _give(root, options, Counter())


_HOLD_HEADERS: Final = words_of("blockquote ul ol li dl dt dd")
"""Headers within HTML keep the ids they have."""


def _give(element: Element, options: Options, used: Counter[str]) -> None:
    for child in element.children:
        if isinstance(child, Header) and "id" not in child.attrs:
            child.auto_id = _make(child.label, options, used)
        elif child.type in _HOLD_HEADERS:
            _give(child, options, used)


def _make(text: str, options: Options, used: Counter[str]) -> str:
    name = "".join(_kept(char) for char in text.lower())
    used[name] += 1
    repeat = used[name] - 1
    return options.auto_id_prefix + (f"{name}-{repeat}" if repeat else name)


def _kept(char: str) -> str:
    if char in " \t-":
        return "-"
    if char.isascii():
        return char if char.isalnum() or char == "_" else ""
    category = unicodedata.category(char)
    is_word = category[0] in "LM" or category in ("Nd", "Nl", "Pc") or "\u24b6" <= char <= "\u24e9"  # circled letters
    return char if is_word else ""
