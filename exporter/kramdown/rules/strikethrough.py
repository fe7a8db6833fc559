"""Struck out text: `~~text~~` (GFM)."""

from __future__ import annotations

import re
from typing import Final

from exporter.kramdown.element import Html
from exporter.kramdown.spans import Spans, read_spans

_match: Final = re.compile(r"~~(?![ \t\r\n\f\v~]).*?[^ \t\r\n\f\v~]~~", re.S)


def read(state: Spans) -> bool:
    """The text between is read on its own, as if nothing stood around it."""
    match = _match.match(state.text, state.at)
    if match is None:
        return False
    start, end = state.place(state.at, match.end())
    element = Html(start, end, "del", "span")
    element.content_model = "span"
    element.open_tag = element.close_tag = "~~"
    inner = Spans(state.reading, state.table, state.located.slice(state.at + 2, match.end() - 2), element)
    read_spans(inner)
    state.add(element)
    state.at = match.end()
    return True
