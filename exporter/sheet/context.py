"""What a component needs to know of the place it is printed in.

Goes in: the choices of a sheet. Comes out: `Place`, handed down and narrowed; the small helpers that every component
uses.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import Final

from exporter.kramdown import nodes as n
from exporter.kramdown.nodes import Inlines
from exporter.markup import MarkupOptions, escape
from exporter.sheet.labels import Labels

SYMBOLS: Final = {
    "✅": "✓",
    "☑": "✓",
    "✔": "✓",
    "❌": "✗",
    "❎": "✗",
    "✖": "✗",
    "⛔": "✗",
    "🚫": "✗",
    "⚠": "!",
    "❗": "!",
    "❕": "!",
    "🚨": "!",
    "🔥": "!",
    "❓": "?",
    "💡": "※",
    "📌": "※",
    "📍": "※",
    "📝": "※",
    "🔎": "※",
    "🔍": "※",
    "👉": "→",
    "➡": "→",
    "▶️": "▶",
    "⬇": "↓",
    "⬆": "↑",
    "⭐": "★",
    "🌟": "★",
    "🔗": "→",
    "🙂": "",
    "😀": "",
    "🎉": "",
    "🚀": "",
    "👍": "",
    "🐳": "",
}
"""Emoji as signs that a text face has."""
_TO_SIGN: Final = str.maketrans(
    {**{emoji[0]: sign for emoji, sign in SYMBOLS.items()}, "\ufe0f": None, "\u200d": None, "\u20e3": None}
)


_KEYCAP: Final = re.compile("([1-9])\ufe0f?\u20e3")
_ONE: Final = ord("①")


def plain_signs(text: str) -> str:
    """`text` with common emoji as text signs, key caps as digits in circles."""
    if text.isascii():
        return text
    return _KEYCAP.sub(lambda digit: chr(_ONE + int(digit[1]) - 1), text).translate(_TO_SIGN)


def sheet_text(text: str) -> str:
    """Characters of a note as HTML text."""
    return escape(plain_signs(text))


@dataclass(frozen=True, slots=True)
class Place:
    """Where something is printed: `room` is its width in mm, `prefix` starts the ids of its note's link targets."""

    labels: Labels
    room: float
    options: MarkupOptions
    prefix: str = ""
    depth: int = 0

    def deeper(self, by: float) -> Place:
        """A place inside a list, `by` mm narrower."""
        return replace(self, room=self.room - by, depth=self.depth + 1)

    def narrowed(self, by: float) -> Place:
        """The same place, `by` mm narrower."""
        return replace(self, room=self.room - by)


def unit(kind: str) -> str:
    """The attribute of an element that the page may be broken before; see `starts`."""
    return f' data-u="{kind}"'


def label_attribute(text: str) -> str:
    """The attribute that names a heading in the outline."""
    return f' data-l="{escape(" ".join(plain_signs(text).split()))}"'


def split_at(inlines: Inlines, offset: int) -> tuple[Inlines, Inlines]:
    """`inlines` before and from a character of their plain text; code is not cut but stays with what comes before."""
    before: list[n.Inline] = []
    after: list[n.Inline] = []
    for inline in inlines:
        length = len(n.plain_text(inline))
        if offset <= 0:
            after.append(inline)
        elif length <= offset:
            before.append(inline)
        else:
            first, second = _split(inline, offset)
            before += first
            after += second
        offset -= length
    return tuple(before), tuple(after)


def _split(inline: n.Inline, offset: int) -> tuple[Inlines, Inlines]:
    match inline:
        case n.Text(text):
            return (replace(inline, text=text[:offset]),), (replace(inline, text=text[offset:]),)
        case n.Strong(inner) | n.Emphasis(inner) | n.Strikethrough(inner) | n.Link(inner):
            first, second = split_at(inner, offset)
            return _again(inline, first), _again(inline, second)
        case n.HtmlInline(_, inner) if inner:
            first, second = split_at(inner, offset)
            return _again(inline, first), _again(inline, second)
        case _:
            return (inline,), ()


def _again(inline: n.Strong | n.Emphasis | n.Strikethrough | n.Link | n.HtmlInline, inner: Inlines) -> Inlines:
    return (replace(inline, inlines=inner),) if inner else ()
