"""What begins with `{:` on a line of its own: attribute lists, their definitions, and extensions.

`{: .class}` belongs to the block before, or to the next one if there is none; `{:name: .class}` defines a list;
`{::comment}`, `{::nomarkdown}` and `{::options}` are extensions.
"""

from __future__ import annotations

import re
from dataclasses import fields, replace
from typing import Any, Final

from exporter.kramdown.blocks import BlockState
from exporter.kramdown.element import AttributeList, Category, Element, Placed
from exporter.kramdown.options import Options
from exporter.kramdown.patterns import (
    ANY_IN_LIST,
    LINE_END,
    LIST_ID,
    MANY_IN_LIST,
    OPTIONAL_INDENT,
    WORD,
    ial_block_start,
)
from exporter.kramdown.reading import Reading
from exporter.kramdown.rules.attribute_list import parse_attribute_list

EXTENSION_START: Final = rf"\{{::({WORD}+)(?:[ \t\r\n\f\v]({ANY_IN_LIST}*?)|)(/)?\}}"
EXTENSION_STOP: Final = r"\{:/(%s)?\}"

_begin: Final = re.compile(rf"{OPTIONAL_INDENT}\{{:")
_definition: Final = re.compile(rf"{OPTIONAL_INDENT}\{{:({LIST_ID}):({MANY_IN_LIST})\}}{LINE_END}")
_extension: Final = re.compile(rf"{OPTIONAL_INDENT}(?:{EXTENSION_START}|{EXTENSION_STOP % LIST_ID}){LINE_END}")


def read(state: BlockState, line: int, end: int, silent: bool) -> bool:
    """One line of the kinds above."""
    if state.first != "{":
        return False
    if state.match(_begin) is None:
        return False
    if match := state.match(_definition):
        _define(state, match)
        return True
    if match := state.match(_extension):
        return _read_extension(state, match)
    if match := state.match(ial_block_start):
        _give(state, match)
        return True
    return False


def _define(state: BlockState, match: re.Match[str]) -> None:
    given = state.reading.attribute_lists.setdefault(match[1], AttributeList())
    start, end = state.place(state.line, match.end())
    parse_attribute_list(state.reading, match[2], given, start, end)
    state.add(Element("eob", start, end, "ald"))
    state.line = match.end()


def _give(state: BlockState, match: re.Match[str]) -> None:
    """Give the list to the block before, or let it wait for the next."""
    start, end = state.place(state.line, match.end())
    state.line = match.end()
    last = state.last
    if last is not None and _takes_attributes(last):
        if last.ial is None:
            last.ial = AttributeList()
        parse_attribute_list(state.reading, match[1], last.ial, start, end)
        if last.type not in ("eob", "footnote_def"):
            last.end = max(last.end, end)
        if not ial_block_start.match(state.src, state.line):
            state.add(Element("eob", start, end, "ial"))
        return
    if state.pending is None:
        state.pending = AttributeList()
    parse_attribute_list(state.reading, match[1], state.pending, start, end)


def _takes_attributes(element: Element) -> bool:
    if element.type == "eob":
        return element.content in ("link_def", "abbrev_def")
    return element.type != "blank"


def _read_extension(state: BlockState, match: re.Match[str]) -> bool:
    name = match[1]
    if name is None:
        return False
    given = AttributeList()
    start, end = state.place(state.line, match.end())
    parse_attribute_list(state.reading, match[2] or "", given, start, end)
    body: str | None = None
    after = match.end()
    if not match[3]:
        if not state.ends.ahead("{:/", after):
            return False
        stop = re.compile(rf"^{OPTIONAL_INDENT}{EXTENSION_STOP % name} *?\n", re.M).search(state.src, after)
        if stop is None:
            return False
        body = state.src[after : stop.start()].removesuffix("\n")
        after = stop.end()
    place = state.place(state.line, after)
    match name:
        case "comment" | "nomarkdown":
            if body is not None:
                state.tree.children.append(placed(name, body, given, *place, category="block"))
        case "options":
            set_options(state.reading, given)
            state.add(Element("eob", *place, "extension"))
        case _:
            return False
    state.line = after
    return True


def placed(name: str, body: str, given: AttributeList, start: int, end: int, *, category: Category) -> Placed:
    """The element of a `comment` or `nomarkdown` extension."""
    element = Placed("comment" if name == "comment" else "raw", start, end, body, category)
    element.formats = given.attributes.get("type", "").split()
    return element


def set_options(reading: Reading, given: AttributeList) -> None:
    """Set kramdown's options for the rest of the text; what is unknown or unreadable is passed over."""
    for name, value in given.attributes.items():
        parsed = _parse_option(name, value)
        if parsed is not None:
            reading.options = replace(reading.options, **{name: parsed})


_ours: Final = frozenset({"unknown_tags_are_text", "liquid", "details_hold_blocks", "footnotes_in_place"})
_defaults: Final = {field.name: field.default for field in fields(Options) if field.name not in _ours}


def _parse_option(name: str, value: str) -> Any:
    default = _defaults.get(name)
    text = value.strip()
    match default:
        case bool():
            return text.lower() != "false" and value != ""
        case int():
            return int(text) if re.fullmatch(r"[+-]?[0-9]{1,9}", text) else None
        case str():
            return text.removeprefix(":") if name in ("entity_output", "math_engine") else value
        case tuple() if name == "toc_levels":
            return _levels(text)
        case tuple() if name == "smart_quotes":
            quotes = tuple(part.strip() for part in text.split(","))
            return quotes if len(quotes) == 4 else None
        case _:
            return None


def _levels(text: str) -> tuple[int, ...] | None:
    """`1..3` or `1,2,5`"""
    if span := re.fullmatch(r"([0-9])\.\.([0-9])", text):
        return tuple(range(int(span[1]), int(span[2]) + 1)) or None
    parts = text.split(",")
    return tuple(int(part) for part in parts) if all(re.fullmatch(r" *[0-9] *", part) for part in parts) else None
