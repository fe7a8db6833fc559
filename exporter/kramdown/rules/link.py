"""Links and images: `[text](url "title")`, `[text][id]`, `[text]`, and `[id]: url "title"`.

Blanks, brackets that balance and anything Liquid may stand in a url; it is taken as written.
"""

from __future__ import annotations

import re
from typing import Final

from exporter.diagnostics import Severity
from exporter.kramdown.blocks import BlockState
from exporter.kramdown.element import Element
from exporter.kramdown.located import BLANKS
from exporter.kramdown.patterns import OPTIONAL_INDENT, SPACE
from exporter.kramdown.reading import LinkDefinition
from exporter.kramdown.rules.attribute_list import apply
from exporter.kramdown.spans import SpanState

_definition: Final = re.compile(
    rf"{OPTIONAL_INDENT}\[([^\n\]]+)\]:[ \t]*(?:<(.*?)>|([^\n]*?[^ \t\r\n\f\v][^\n]*?))"
    rf"(?:(?:[ \t]*?\n|[ \t]+?)[ \t]*?([\"'])(.+?)\4)?[ \t]*?\n"
)
_unfinished_title: Final = re.compile(r"[ \t]+[\"']")
_start: Final = re.compile(r"!?\[(?=[^^])")
_bracket: Final = re.compile(r"(\])|!?\[")
_paren: Final = re.compile(rf"(\()|(\))|{SPACE}(?=['\"])")
_id: Final = re.compile(rf"{SPACE}*?\[([^\]]+)?\]")
_angled: Final = re.compile(r"\(<(.*?)>")
_title: Final = re.compile(rf"{SPACE}*?([\"'])(.+?)\1{SPACE}*?\)", re.S)
_title_end: Final = re.compile(rf"(?=[\"']{SPACE}*\))")
_escaped: Final = re.compile(r"\\([\\.*_+`<>()\[\]{}#!:|\"'$=-])")
_blanks: Final = re.compile(rf"{SPACE}+")


def read_definition(state: BlockState, line: int, end: int, silent: bool) -> bool:
    """`[id]: url "title"`"""
    if state.first != "[":
        return False
    match = state.match(_definition)
    if match is None or (match[3] and _unfinished_title.search(match[3])):
        return False
    marker = Element("eob", *state.place(state.line, match.end()), "link_def")
    state.add(marker)
    url = match[2] if match[2] is not None else match[3]
    state.reading.links[_normal_id(match[1])] = LinkDefinition(url, match[5], marker)
    state.line = match.end()
    return True


def _normal_id(text: str) -> str:
    return _blanks.sub(" ", text).lower()


def read(state: SpanState, silent: bool) -> bool:
    """A link or an image; brackets that are neither are text."""
    if state.char not in "![":
        return False
    match = _start.match(state.src, state.pos)
    if match is None:
        return False
    begin, inside = state.pos, match.end()
    is_link = match[0] == "["
    if is_link and (state.is_open("a") or state.is_open("img")):
        state.pos = inside
        state.add_text(begin, inside)
    elif not state.ends.ahead("]", inside):
        _tell_unbalanced(state, begin)
        state.pos = inside
        state.add_text(begin, inside)
    elif not _read_link(state, inside, is_link=is_link):
        state.ends.read_in_vain(state.pos - begin)
        state.pos = inside
        state.add_text(begin, inside)
    return True


def _read_link(state: SpanState, inside: int, *, is_link: bool) -> bool:
    element = Element("a" if is_link else "img", state.located.start(state.pos), 0)
    open_brackets = 1

    def closes(match: re.Match[str]) -> bool:
        nonlocal open_brackets
        open_brackets += -1 if match[1] else 1
        return open_brackets == sum(child.type == "img" for child in element.children)

    state.pos = inside
    if not state.inside(element, _bracket, closes):
        _tell_unbalanced(state, inside - 1)
        return False
    text = _escaped.sub(r"\1", state.src[inside : state.pos])
    stop = state.match(_bracket)
    state.pos = stop.end() if stop else state.pos
    target = _target(state, text)
    if target is None:
        return False
    element.end = state.located.end(state.pos)
    _finish(state, element, target, text)
    return True


def _tell_unbalanced(state: SpanState, bracket: int) -> None:
    """Say, once for a text, that a bracket is never closed: in a synopsis that matters."""
    if state.ends.told_bracket or state.level:
        return
    state.ends.told_bracket = True
    advice = "close it with `]`, or put a backslash before it"
    place = state.place(bracket, bracket + 1)
    state.reading.warn("unbalanced-bracket", "`[` is never closed", *place, advice, Severity.INFO)


def _finish(state: SpanState, element: Element, target: LinkDefinition, text: str) -> None:
    """Give the element its attributes and put it into the tree."""
    if target.marker is not None and target.marker.ial is not None:
        element.ial = target.marker.ial
        apply(state.reading, element, target.marker.ial)
    if element.type == "a":
        element.attrs["href"] = target.url
    else:
        element.attrs["src"] = target.url
        element.attrs["alt"] = text
        element.children.clear()
    if target.title:
        element.attrs["title"] = target.title
    state.add(element)


def _target(state: SpanState, text: str) -> LinkDefinition | None:
    """What the closed bracket points to; None if it is no link."""
    match = state.match(_id)
    if match is not None:
        state.pos = match.end()
        return state.reading.links.get(_normal_id(match[1] or text))
    if not state.src.startswith("(", state.pos):
        return state.reading.links.get(_normal_id(text))
    match = state.match(_angled)
    if match is not None:
        url, state.pos = match[1], match.end()
        if state.src.startswith(")", state.pos):
            state.pos += 1
            return LinkDefinition(url, None)
    else:
        url, complete = _bare_url(state)
        if complete:
            return LinkDefinition(url, None)
    match = state.match(_title) if state.ends.ahead(_title_end, state.pos) else None
    if match is None:
        return None
    state.pos = match.end()
    return LinkDefinition(url, match[2])


def _bare_url(state: SpanState) -> tuple[str, bool]:
    """From `(` to the bracket that closes it (True), or to the blank before a title (False)."""
    begin, open_brackets = state.pos, 0
    while match := _paren.search(state.src, state.pos):
        state.pos = match.end()
        if match[2]:
            open_brackets -= 1
            if open_brackets == 0:
                break
        elif match[1]:
            open_brackets += 1
        else:
            break
    return state.src[begin + 1 : max(state.pos - 1, begin + 1)].strip(BLANKS), open_brackets == 0
