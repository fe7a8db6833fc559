"""Escaping for HTML, as kramdown escapes.

Goes in: text and attributes. Comes out: what may stand between tags, and within them. References that are already there
stay as they are, in text and attributes, but not in code.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Final

_ESCAPES: Final = {"<": "&lt;", ">": "&gt;", "&": "&amp;", '"': "&quot;"}
_REFERENCE: Final = r"&(?:[A-Za-z0-9_:][-A-Za-z0-9_.:]*|#[0-9]+|#x[0-9a-fA-F]+);"
_all: Final = re.compile(r"[<>&]")
_text: Final = re.compile(rf"{_REFERENCE}|[<>&]")
_attribute: Final = re.compile(rf"{_REFERENCE}|[<>&\"]")

_QUOTES: Final = {"lsquo": "\u2018", "rsquo": "\u2019", "ldquo": "\u201c", "rdquo": "\u201d"}
_QUOTE_ORDER: Final = ("lsquo", "rsquo", "ldquo", "rdquo")


def _one(match: re.Match[str]) -> str:
    return _ESCAPES.get(match[0], match[0])


def escape(text: str) -> str:
    """Code and math: every special character."""
    return _all.sub(_one, text)


def escape_text(text: str) -> str:
    """Text: references stay."""
    return _text.sub(_one, text)


def attributes_of(attributes: Mapping[str, str]) -> str:
    """` name="value"` for each; an empty id is left out."""
    return "".join(
        f' {name}="{_attribute.sub(_one, value)}"'
        for name, value in attributes.items()
        if name != "id" or value.strip()
    )


def quote_mark(name: str, marks: tuple[str, ...]) -> str:
    """The quotation mark that a note's options name for `lsquo` and so on."""
    from html import unescape

    chosen = marks[_QUOTE_ORDER.index(name)]
    return _QUOTES.get(chosen) or unescape(f"&{chosen};" if not chosen.isdigit() else f"&#{chosen};")
