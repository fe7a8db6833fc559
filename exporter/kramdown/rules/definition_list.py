"""Definition lists: a paragraph's lines are the terms, `: text` below describes them.

A description is paragraphed if a blank line stands before it. Lists next to one another are one list.
"""

from __future__ import annotations

import re
from typing import Final

from exporter.kramdown.blocks import BlockState
from exporter.kramdown.element import AttributeList, Element, Item, Paragraph, Raw
from exporter.kramdown.located import gather
from exporter.kramdown.patterns import DEFINITION_START, blank_line, eob_marker
from exporter.kramdown.rules.attribute_list import parse_attribute_list
from exporter.kramdown.rules.list import (
    ItemPatterns,
    end_with_newline,
    item_ial,
    item_patterns,
    read_first_line,
    strip_indent,
)

_start: Final = re.compile(DEFINITION_START)


def read(state: BlockState, line: int, end: int, silent: bool) -> bool:
    """The terms before this place, and the descriptions from here on."""
    if state.first != ":":
        return False
    if state.match(_start) is None:
        return False
    terms = _terms_before(state)
    if terms is None:
        return False
    children = state.tree.children
    after_blank = children.pop().type == "blank"
    if after_blank:
        children.pop()
    element = Element("dl", terms.start, terms.end)
    if state.pending is not None:
        state.pending = None
    element.ial = terms.ial
    _add_terms(state, element, terms)
    as_paragraph = _collect(state, element, after_blank=after_blank)
    last = _read_descriptions(state, element, as_paragraph)
    _attach(children, element)
    if last is not None:
        children.append(last)
    return True


def _terms_before(state: BlockState) -> Paragraph | None:
    """The paragraph directly before, or before a single blank line."""
    children = state.tree.children
    if not children:
        return None
    last = children[-1]
    if last.type == "blank" and last.content == "\n" and len(children) > 1:
        last = children[-2]
    return last if isinstance(last, Paragraph) and last.children else None


def _add_terms(state: BlockState, element: Element, terms: Paragraph) -> None:
    raw = terms.children[0]
    assert isinstance(raw, Raw)
    located = raw.located
    at = 0
    for line in located.text.rstrip("\n").split("\n"):
        end = at + len(line)
        term = Element("dt", located.start(at), located.end(end))
        match = item_ial.match(located.text, at, end)
        start = at
        if match is not None:
            term.ial = AttributeList()
            place = located.start(match.start()), located.end(match.end())
            parse_attribute_list(state.reading, match[1], term.ial, *place)
            start = match.end()
        term.children.append(Raw(located.slice(start, end)))
        element.children.append(term)
        at = end + 1


def _collect(state: BlockState, element: Element, *, after_blank: bool) -> set[Item]:
    """Collect the descriptions' text; which of them are paragraphed is what comes back."""
    paragraphed: set[Item] = set()
    item: Item | None = None
    patterns: ItemPatterns | None = None
    indent = 0
    paragraph_next, last_is_blank = after_blank, False
    while state.line < state.lineMax:
        if match := state.match(patterns.next_item if patterns else _start):
            first = read_first_line(state, len(match[1]), match.start(2), match.end(2))
            item = Item("dd", *state.place(match.start(1), match.end()))
            item.ial = first.ial
            item.texts.append([first.piece])
            if paragraph_next:
                paragraphed.add(item)
            element.children.append(item)
            indent, patterns = first.indent, item_patterns("dl", first.indent)
            paragraph_next = last_is_blank = False
        elif item is None or patterns is None or state.match(eob_marker):
            break
        elif match := state.match(patterns.indented) or (None if last_is_blank else state.match(patterns.lazy)):
            item.texts[-1].append(strip_indent(state.src, match.start(), match.end(), indent)[0])
            paragraph_next = last_is_blank = False
        elif match := state.match(blank_line):
            item.texts[-1].append((0, match.start(), match.end()))
            paragraph_next = last_is_blank = True
        else:
            break
        state.line = match.end()
    return paragraphed


def _read_descriptions(state: BlockState, element: Element, as_paragraph: set[Item]) -> Element | None:
    """Read the collected text; the blank line after the last description comes back."""
    last: Element | None = None
    for item in element.children:
        if not isinstance(item, Item):
            continue
        state.inside(item, gather(state.located, item.texts[0]))
        item.texts = []
        children = item.children
        if not children:
            continue
        last = children.pop() if children[-1].type == "blank" else None
        if children:
            item.end = max(item.end, children[-1].end)
        first = children[0] if children else None
        if isinstance(first, Paragraph) and item not in as_paragraph:
            if len(children) > 1:
                end_with_newline(first)
            first.transparent = True
    element.end = max(element.end, element.children[-1].end)
    return last


def _attach(children: list[Element], element: Element) -> None:
    """Put the list into the tree, or its content into the list before it."""
    before = children[-1] if children else None
    if before is not None and before.type == "blank" and len(children) > 1 and children[-2].type == "dl":
        children.pop()
        before = children[-1]
    if before is not None and before.type == "dl":
        before.children.extend(element.children)
        before.end = element.end
    else:
        children.append(element)
