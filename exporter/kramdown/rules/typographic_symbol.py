"""Typographic symbols: dashes, the ellipsis and guillemets. The source text is kept beside them."""

from __future__ import annotations

import re
from typing import Final

from exporter.kramdown.element import Element
from exporter.kramdown.rules.html_entity import Entity
from exporter.kramdown.spans import SpanState

SYMBOLS: Final = {
    "---": "\u2014",
    "--": "\u2013",
    "...": "\u2026",
    "<< ": "\u00ab\u00a0",
    " >>": "\u00a0\u00bb",
    "<<": "\u00ab",
    ">>": "\u00bb",
}
_symbol: Final = re.compile(r"---|--|\.\.\.|\\<<|\\>>|<< | >>|<<|>>")


def read(state: SpanState, silent: bool) -> bool:
    """`value` of the element is the source text."""
    if state.char not in "-.<> \\":
        return False
    match = state.match(_symbol)
    if match is None:
        return False
    start, end = state.place(state.pos, match.end())
    if match[0].startswith("\\"):
        state.add(Entity(start, end - 1, match[0][1], ""))
        state.add(Entity(end - 1, end, match[0][1], ""))
    else:
        state.add(Element("typographic", start, end, match[0]))
    state.pos = match.end()
    return True
