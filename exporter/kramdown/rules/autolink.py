"""Addresses in angle brackets: `<https://…>` and `<name@host>`. Bare addresses are not linked."""

import re
from typing import Final

from exporter.kramdown.element import Element, Words
from exporter.kramdown.spans import Spans

_start: Final = re.compile(r"<((mailto|https?|ftps?):.+?|(?:[^\W_]|[-_.])+?@(?:[^\W_]|[-_.])+?)>")


def read(state: Spans) -> bool:
    """`<https://…>`"""
    match = _start.match(state.text, state.at)
    if match is None:
        return False
    element = Element("a", *state.place(state.at, match.end()))
    element.attributes["href"] = match[1] if match[2] else f"mailto:{match[1]}"
    shown = len(match[1].removeprefix("mailto:"))
    element.children.append(Words(state.located, match.end(1) - shown, match.end(1)))
    state.add(element)
    state.at = match.end()
    return True
