"""Struck out text: `~~text~~` (GFM)."""

from __future__ import annotations

import re
from typing import Final

from exporter.kramdown.element import Html
from exporter.kramdown.spans import SpanState

_end: Final = re.compile(r"(?=[^ \t\r\n\f\v~]~~)")
_match: Final = re.compile(r"~~(?![ \t\r\n\f\v~]).*?[^ \t\r\n\f\v~]~~", re.S)


def read(state: SpanState, silent: bool) -> bool:
    """The text between is read on its own, as if nothing stood around it."""
    if state.char != "~":
        return False
    if not state.ends.ahead(_end, state.pos + 2):
        return False
    match = _match.match(state.src, state.pos)
    if match is None:
        return False
    start, end = state.place(state.pos, match.end())
    element = Html(start, end, "del", "span")
    element.content_model = "span"
    element.open_tag = element.close_tag = "~~"
    located = state.located.slice(state.pos + 2, match.end() - 2)
    SpanState(state.md.inline, state.md, state.reading, located, element).read()
    state.add(element)
    state.pos = match.end()
    return True
