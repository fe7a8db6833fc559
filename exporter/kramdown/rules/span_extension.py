"""What begins with `{:` within text: an attribute list for the span before, and extensions."""

from __future__ import annotations

import re
from typing import Final

from exporter.kramdown.element import AttributeList, Element
from exporter.kramdown.patterns import LIST_ID, MANY_IN_LIST
from exporter.kramdown.rules.attribute_list import apply, merge, parse_attribute_list
from exporter.kramdown.rules.extension import EXTENSION_START, EXTENSION_STOP, placed, set_options
from exporter.kramdown.spans import SpanState

_extension: Final = re.compile(rf"{EXTENSION_START}|{EXTENSION_STOP % LIST_ID}")
_list: Final = re.compile(rf"\{{:({MANY_IN_LIST})\}}")


def read(state: SpanState, silent: bool) -> bool:
    """`*text*{: .class}`; after plain text it is text itself."""
    if state.char != "{":
        return False
    if not state.src.startswith("{:", state.pos):
        return False
    if not state.ends.ahead("}", state.pos):
        _skip_brace(state)
    elif match := state.match(_extension):
        if not _read_extension(state, match):
            _skip_brace(state)
    elif (match := state.match(_list)) and _owner(state) is not None:
        _give(state, match)
    else:
        _skip_brace(state)
    return True


def _owner(state: SpanState) -> Element | None:
    last = state.tree.children[-1] if state.tree.children else None
    return None if last is None or last.type == "text" else last


def _skip_brace(state: SpanState) -> None:
    state.add_text(state.pos, state.pos + 1)
    state.pos += 1


def _give(state: SpanState, match: re.Match[str]) -> None:
    owner = _owner(state)
    assert owner is not None
    given = AttributeList()
    start, end = state.place(state.pos, match.end())
    parse_attribute_list(state.reading, match[1], given, start, end)
    if owner.ial is None:
        owner.ial = AttributeList()
    merge(owner.ial, given)
    apply(state.reading, owner, given)
    if owner.type not in ("entity", "smart_quote", "typographic"):
        owner.end = end
    state.pos = match.end()


def _read_extension(state: SpanState, match: re.Match[str]) -> bool:
    name = match[1]
    if name is None:
        return False
    given = AttributeList()
    parse_attribute_list(state.reading, match[2] or "", given, *state.place(state.pos, match.end()))
    body: str | None = None
    after = match.end()
    if not match[3]:
        if not state.ends.ahead("{:/", after):
            return False
        stop = re.compile(EXTENSION_STOP % name).search(state.src, after)
        if stop is None:
            return False
        body, after = state.src[after : stop.start()], stop.end()
    match name:
        case "comment" | "nomarkdown":
            if body is not None:
                state.add(placed(name, body, given, *state.place(state.pos, after), category="span"))
        case "options":
            set_options(state.reading, given)
        case _:
            return False
    state.pos = after
    return True
