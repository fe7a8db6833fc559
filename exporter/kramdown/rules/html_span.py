"""HTML elements within text.

An element's content is read like other text, up to its end tag; if that is missing, the rest of the block is its
content and is not read. In notes mode a tag that is no HTML element is a placeholder, and text.
"""

from __future__ import annotations

import re
from typing import Final

from exporter.kramdown.element import Html, Placed
from exporter.kramdown.patterns import XML_NAME
from exporter.kramdown.reading import MAX_NESTING
from exporter.kramdown.rules.html_elements import BLOCK_ELEMENTS, ELEMENTS, VOID_ELEMENTS, content_model
from exporter.kramdown.rules.html_tag import close_tag, comment, end_tag, is_placeholder, parse_attributes, tag
from exporter.kramdown.spans import SpanState

_start: Final = re.compile(rf"<({XML_NAME}|!--|/)")
_newlines: Final = re.compile(r"\n+")


def read(state: SpanState, silent: bool) -> bool:
    """An element, a comment, or a tag that turns out to be text."""
    if state.char != "<":
        return False
    if state.match(_start) is None:
        return False
    if state.ends.ahead("-->", state.pos) and (match := state.match(comment)):
        state.add(Placed("comment_html", *state.place(state.pos, match.end()), match[0], "span"))
        state.pos = match.end()
    elif match := state.match(close_tag):
        _take_as_text(state, match.end())
    elif match := state.match(tag):
        _read_element(state, match)
    else:
        _take_as_text(state, state.pos + 1)
    return True


def _take_as_text(state: SpanState, end: int) -> None:
    state.add_text(state.pos, end)
    state.pos = end


def _read_element(state: SpanState, match: re.Match[str]) -> None:
    name = match[1].lower() if match[1].lower() in ELEMENTS else match[1]
    if state.reading.options.unknown_tags_are_text and is_placeholder(name):
        _placeholder(state, match)
        return
    too_much = state.level >= MAX_NESTING or state.ends.left <= 0
    if too_much:
        state.give_up()
    if name in BLOCK_ELEMENTS or too_much:
        _take_as_text(state, match.end())
        return
    element = Html(*state.place(state.pos, match.end()), name, "span")
    attributes = parse_attributes(match[2], small=name in ELEMENTS)
    element.attrs = {key: _newlines.sub(" ", value) for key, value in attributes.items()}
    reads = _reads_content(state, name, element.attrs)
    element.content_model = "span" if reads else "raw"
    element.closed = match[4] is not None
    element.open_tag = match[0]
    state.add(element)
    state.pos = match.end()
    if not element.closed and name not in VOID_ELEMENTS:
        _read_content(state, element, reads=reads)


def _reads_content(state: SpanState, name: str, attributes: dict[str, str]) -> bool:
    """Whether the content is read: the options, the element and its attribute `markdown` decide."""
    wanted = attributes.pop("markdown", None)
    raw_parent = isinstance(state.tree, Html) and state.tree.content_model == "raw"
    match wanted:
        case "span":
            return True
        case "1":
            return content_model(name) != "raw"
        case "0":
            return False
        case _:
            return content_model(name) != "raw" and not raw_parent and state.reading.options.parse_span_html


def _read_content(state: SpanState, element: Html, *, reads: bool) -> None:
    stop = end_tag(element.content)
    if state.inside(element, stop, parser=state.md.inline if reads else state.md.raw_html):
        match = state.match(stop)
        end = match.end() if match else state.pos
        element.close_tag = match[0] if match else ""
        element.end = state.located.end(end)
        state.pos = end
        return
    advice = f"write `</{element.content}>` where the element ends"
    start = element.start, element.open_end
    state.reading.warn("unclosed-html", f"`<{element.content}>` is never closed", *start, advice)
    outer, state.tree = state.tree, element
    state.add_text(state.pos, state.posMax)
    state.tree, state.pos = outer, state.posMax
    element.end = state.located.end(state.posMax)


def _placeholder(state: SpanState, match: re.Match[str]) -> None:
    place = state.place(state.pos, match.end())
    advice = f"write `\\{match[0]}` or put it into backticks; browsers hide it"
    state.reading.warn("placeholder-tag", f"`{match[0]}` is no HTML element; read as text", *place, advice)
    _take_as_text(state, match.end())
