"""Escaping for HTML, as kramdown escapes.

Goes in: text and attributes. Comes out: what may stand between tags, and within them. References that are already there
stay as they are, in text and attributes, but not in code.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from html import unescape
from html.entities import codepoint2name
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


def entity(char: str, output: str, original: str = "") -> str:
    """A character as the option `entity_output` wants it; `original` is the reference the author wrote, if any."""
    special = char in "<>&"
    if output == "as_char" and not special:
        return char
    if output in ("as_char", "as_input") and original:
        return original
    name = codepoint2name.get(ord(char))
    return f"&{name};" if name and (output == "symbolic" or special) else f"&#{ord(char)};"


def quote_mark(name: str, marks: tuple[str, ...]) -> str:
    """The quotation mark that a note's options name for `lsquo` and so on."""
    chosen = marks[_QUOTE_ORDER.index(name)]
    return _QUOTES.get(chosen) or unescape(f"&#{chosen};" if chosen.isdigit() else f"&{chosen};")
