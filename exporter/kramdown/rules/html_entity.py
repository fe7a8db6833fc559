"""Entities: `&amp;`, `&#8594;`, `&#x2192;`."""

from __future__ import annotations

import re
from html.entities import name2codepoint
from typing import Final

from exporter.kramdown.element import Element
from exporter.kramdown.spans import SpanState

_entity: Final = re.compile(r"&(?:([A-Za-z0-9_:][-A-Za-z0-9_.:]*)|#([0-9]+)|#x([0-9a-fA-F]+));")


_ODD_NAMES: Final = {"apos": 39, "vellip": 8942, "lceil": 8969, "rceil": 8968, "lang": 9002, "rang": 9001}
"""Names that HTML 4 has not, or that kramdown exchanges."""


_LONGEST: Final = 7
"""Digits of the last character there is, U+10FFFF, written in decimal."""


class Entity(Element):
    """`value` is the character, `original` what is written in the file."""

    __slots__ = ("original",)

    def __init__(self, start: int, end: int, value: str, original: str) -> None:
        super().__init__("entity", start, end, value)
        self.original = original


def read(state: SpanState, silent: bool) -> bool:
    """`&name;`; a name that is none of HTML's is text."""
    if state.char != "&":
        return False
    match = _entity.match(state.src, state.pos)
    if match is None:
        return False
    start, end = state.place(state.pos, match.end())
    char = _character(match)
    if char is None:
        state.add(Entity(start, start + 1, "&", ""))
        state.add_text(state.pos + 1, match.end())
    else:
        state.add(Entity(start, end, char, match[0]))
    state.pos = match.end()
    return True


def _character(match: re.Match[str]) -> str | None:
    if match[1]:
        number = _ODD_NAMES.get(match[1]) or name2codepoint.get(match[1])
        return chr(number) if number else None
    digits = (match[2] or match[3]).lstrip("0")
    if len(digits) > _LONGEST:
        return "\ufffd"
    number = int(digits or "0", 10 if match[2] else 16)
    if 128 <= number < 160:  # what these numbers meant in Windows
        return bytes([number]).decode("cp1252", "ignore") or chr(number)
    return chr(number) if number < 0x110000 and not 0xD800 <= number < 0xE000 else "\ufffd"
