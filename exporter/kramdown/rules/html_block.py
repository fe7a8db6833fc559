"""HTML elements among blocks.

An element's content is raw up to its end tag, blank lines and all, unless `markdown="1"` (or `block`, `span`) asks for
it to be read. An element that is never closed holds the rest of the text. Elements of text (`<br>`, `<span>`) never
begin a block.
"""

from __future__ import annotations

import re
from typing import Final

from exporter.kramdown.blocks import BlockState
from exporter.kramdown.element import Element, Html, Placed, Raw
from exporter.kramdown.patterns import OPTIONAL_INDENT, SPACE, XML_NAME
from exporter.kramdown.reading import MAX_NESTING
from exporter.kramdown.rules.html_elements import ELEMENTS, SPAN_ELEMENTS, VOID_ELEMENTS, content_model, proper_name
from exporter.kramdown.rules.html_tag import (
    close_tag,
    comment,
    instruction,
    is_placeholder,
    markdown_model,
    parse_attributes,
    tag,
)

_start: Final = re.compile(rf"{OPTIONAL_INDENT}<({XML_NAME}|!--|/)")
_indent: Final = re.compile(OPTIONAL_INDENT)
_trailing_blanks: Final = re.compile(r"[ \t]*\n")
_raw_start: Final = re.compile(rf"<({XML_NAME}|/|!--|\?)")


def read(state: BlockState, line: int, end: int, silent: bool) -> bool:
    """An element, a comment, or the end tag of the element whose content is being read."""
    if state.first != "<":
        return False
    if state.match(_start) is None:
        return False
    if state.ends.ahead("-->", state.line) and (match := state.match(comment)):
        _add_placed(state, "comment_html", match)
        _skip_blanks(state)
        return True
    begin = state.line + len(_indent.match(state.src, state.line)[0])  # type: ignore[index]
    if (match := tag.match(state.src, begin)) and match[1].lower() not in SPAN_ELEMENTS:
        if state.reading.options.unknown_tags_are_text and is_placeholder(match[1]):
            return False
        state.line = match.end()
        element = _read_element(state, match)
        element.written = state.src[match.start() : state.line].rstrip()
        return True
    match = close_tag.match(state.src, begin)
    if match is None or match[1].lower() in SPAN_ELEMENTS:
        return False
    if not isinstance(state.tree, Html) or state.tree.content != match[1].lower():
        return False
    _close(state, state.tree, match)
    state.end_tag, state.line = match, state.lineMax
    return True


def _read_element(state: BlockState, match: re.Match[str]) -> Html:
    """The start tag has been passed: read what it opens."""
    name = proper_name(match[1])
    element = Html(*state.place(match.start(), match.end()), name, "block")
    element.attrs = parse_attributes(match[2], small=name in ELEMENTS)
    parent_is_raw = isinstance(state.tree, Html) and state.tree.content_model == "raw"
    state.tree.children.append(element)
    if name in ("script", "style"):
        _read_until_end_tag(state, element, raw=True)
    if state.pending is not None:
        element.ial, state.pending = state.pending, None
    options = state.reading.options
    read_as = content_model(name) if options.parse_block_html and not parent_is_raw else "raw"
    if options.details_hold_blocks and name == "details":
        read_as = "block"
    if options.details_hold_blocks and name == "summary" and not parent_is_raw:
        read_as = "span"
    element.content_model = markdown_model(name, element.attrs, read_as)
    element.open_tag = match[0]
    if name in ("script", "style"):
        return element
    element.closed = match[4] is not None or name in VOID_ELEMENTS
    if element.content_model == "block":
        _skip_blanks(state)
    if not element.closed:
        _read_content(state, element)
        if not parent_is_raw:
            _skip_blanks(state)
    return element


def _read_content(state: BlockState, element: Html) -> None:
    if element.content_model == "span":
        _read_until_end_tag(state, element, raw=False)
    elif state.level >= MAX_NESTING:
        _too_deep(state, element)
    elif element.content_model == "raw":
        _read_raw(state, element)
    else:
        inner = state.within(element)
        state.md.block.tokenize(inner, inner.line, inner.lineMax)
        state.line = inner.end_tag.end() if inner.end_tag else state.lineMax
        if inner.end_tag is None:
            _unclosed(state, element)


def _read_raw(state: BlockState, element: Html) -> None:
    """Content that stays as it is: tags in it are matched, text is not read."""
    inner = state.within(element)
    text = state.src
    while inner.line < state.lineMax:
        match = _raw_start.search(text, inner.line)
        if match is None:
            _add_text(inner, state.lineMax)
            break
        _add_text(inner, match.start())
        if _read_raw_piece(inner, element):
            state.line = inner.line
            return
    state.line = state.lineMax
    _unclosed(state, element)


def _read_raw_piece(state: BlockState, element: Html) -> bool:
    """What begins with `<` in raw content; whether it was the element's end tag."""
    if state.ends.ahead("-->", state.line) and (match := state.match(comment)):
        _add_placed(state, "comment_html", match)
    elif state.ends.ahead("?>", state.line) and (match := state.match(instruction)):
        _add_placed(state, "instruction", match)
    elif match := state.match(tag):
        state.line = match.end()
        _read_element(state, match)
    elif match := state.match(close_tag):
        name = match[1].lower() if element.content in ELEMENTS else match[1]
        if name == element.content:
            _close(state, element, match)
            return True
        _add_text(state, match.end())
    else:
        _add_text(state, state.line + 1)
    return False


def _read_until_end_tag(state: BlockState, element: Html, *, raw: bool) -> None:
    """Content up to the first end tag, whatever stands between."""
    match = re.compile(rf"</{re.escape(element.content)}{SPACE}*>", re.I).search(state.src, state.line)
    end = match.start() if match else state.lineMax
    if raw and end > state.line:
        element.children.append(Placed("raw", *state.place(state.line, end), state.src[state.line : end], "span"))
    elif end > state.line:
        element.children.append(Raw(state.located.slice(state.line, end)))
    if match is None:
        state.line = state.lineMax
        _unclosed(state, element)
    else:
        _close(state, element, match)


def _close(state: BlockState, element: Html, match: re.Match[str]) -> None:
    element.close_tag = match[0]
    element.end = state.located.end(match.end())
    state.line = match.end()


def _unclosed(state: BlockState, element: Html) -> None:
    advice = f"write `</{element.content}>` where the element ends; everything up to here is inside it"
    start, end = element.start, element.open_end
    state.reading.warn("unclosed-html", f"`<{element.content}>` is never closed", start, end, advice)
    element.end = max(state.place(0, state.line)[1], element.end)


def _too_deep(state: BlockState, element: Html) -> None:
    _add_text_to(state, element, state.lineMax)
    element.end = state.place(0, state.lineMax)[1]
    state.reading.warn(
        "nesting-too-deep",
        "HTML nested too deep to be read; kept as text",
        element.start,
        element.open_end,
        "bring this part further out, or close the elements around it",
    )


def _add_text(state: BlockState, end: int) -> None:
    _add_text_to(state, state.tree, end)


def _add_text_to(state: BlockState, element: Element, end: int) -> None:
    if end <= state.line:
        return
    last = element.children[-1] if element.children else None
    text = state.src[state.line : end]
    start, stop = state.located.start(state.line), state.located.end(end)
    if last is not None and last.type == "text":
        last.content += text
        last.end = stop
    else:
        element.children.append(Element("text", start, stop, text))
    state.line = end


def _add_placed(state: BlockState, kind: str, match: re.Match[str]) -> None:
    element = Placed("comment_html" if kind == "comment_html" else "instruction", 0, 0, match[0], "block")
    element.start, element.end = state.place(match.start(), match.end())
    state.tree.children.append(element)
    state.line = match.end()


def _skip_blanks(state: BlockState) -> None:
    if match := state.match(_trailing_blanks):
        state.line = match.end()
