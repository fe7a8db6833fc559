"""Addresses in angle brackets: `<https://…>` and `<name@host>`. Bare addresses are not linked."""

import re
from typing import Final

from exporter.kramdown.element import Element, Words
from exporter.kramdown.spans import SpanState

_start: Final = re.compile(r"<((mailto|https?|ftps?):.+?|(?:[^\W_]|[-_.])+?@(?:[^\W_]|[-_.])+?)>")


def read(state: SpanState, silent: bool) -> bool:
    """`<https://…>`"""
    if state.char != "<":
        return False
    if not state.ends.ahead(">", state.pos):
        return False
    match = _start.match(state.src, state.pos)
    if match is None:
        return False
    element = Element("a", *state.place(state.pos, match.end()))
    element.attrs["href"] = match[1] if match[2] else f"mailto:{match[1]}"
    shown = len(match[1].removeprefix("mailto:"))
    element.children.append(Words(state.located, match.end(1) - shown, match.end(1)))
    state.add(element)
    state.pos = match.end()
    return True
