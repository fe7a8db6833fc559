"""Lists: `- item` and `1. item`.

The text of every item is collected first, its indentation taken off, and read when the list is complete. A line belongs
to the item if it is indented as far as the item's text, or lazily if no blank line came before. Items are tight or
loose each for itself.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Final, NamedTuple

from exporter.kramdown.blocks import BlockState
from exporter.kramdown.element import AttributeList, Element, Item, Paragraph, Raw
from exporter.kramdown.located import Located, Piece, gather
from exporter.kramdown.patterns import (
    AFTER_MARKER,
    IAL,
    LAZY_END_HTML_START,
    LAZY_END_HTML_STOP,
    LIST_ID,
    MANY_IN_LIST,
    NOT_SPACE,
    ORDERED_START,
    SPACE,
    UNORDERED_START,
    blank_line,
    eob_marker,
    list_start,
)
from exporter.kramdown.rules import paragraph, task_list
from exporter.kramdown.rules.attribute_list import parse_attribute_list
from exporter.kramdown.rules.horizontal_rule import horizontal_rule

_unordered: Final = re.compile(UNORDERED_START)
_ordered: Final = re.compile(ORDERED_START)
item_ial: Final = re.compile(rf"{SPACE}*(?:\{{:(?!(?:{LIST_ID})?:|/)({MANY_IN_LIST})\}}){SPACE}*")
_item_ial_alone: Final = re.compile(
    rf"(?:{SPACE}*(?:\{{:(?!(?:{LIST_ID})?:|/)(?:{MANY_IN_LIST})\}}){SPACE}*)?{SPACE}*\n"
)
_MARKERS: Final = frozenset("*-+0123456789")
_MAY_MARK: Final = _MARKERS | {" "}
_markers: Final = {"ul": r"[+*-]", "ol": r"[0-9]+\.", "dl": ":"}


class ItemPatterns(NamedTuple):
    """What a line must look like to go on with an item whose text is indented that far."""

    indented: re.Pattern[str]
    lazy: re.Pattern[str]
    next_item: re.Pattern[str]


class FirstLine(NamedTuple):
    """An item's first line: where its text begins and how far it is indented."""

    piece: Piece
    indent: int
    ial: AttributeList | None


@lru_cache(maxsize=64)
def item_patterns(kind: str, indent: int) -> ItemPatterns:
    """The patterns for an item of `ul`, `ol` or `dl`."""
    tabs, rest = divmod(indent, 4)
    tab = r"(?:\t| {4})"
    stop = rf"(?! {{0,{min(indent, 3)}}}(?:{IAL}|{LAZY_END_HTML_STOP}|{LAZY_END_HTML_START}))"
    return ItemPatterns(
        re.compile(rf"(?:{tab}{{{tabs}}} {{{rest}}}|{tab}{{{tabs + 1}}}).*{NOT_SPACE}.*\n"),
        re.compile(rf"{stop}.*{NOT_SPACE}.*\n"),
        re.compile(rf"( {{0,{min(max(indent - 1, 0), 3)}}}{_markers[kind]})({AFTER_MARKER})"),
    )


def read_first_line(state: BlockState, marker_width: int, start: int, end: int) -> FirstLine:
    """The line from `start` (after the marker, `marker_width` columns wide) to `end`."""
    text = state.src
    if _item_ial_alone.fullmatch(text, start, end):
        indent = 4
    else:
        indent = marker_width + _columns(text, start, end, marker_width)
    while start < end and text[start] in " \t\r\n\f\v":
        start += 1
    match = item_ial.match(text, start, end)
    if match is None:
        return FirstLine((0, start, end), indent, None)
    ial = AttributeList()
    parse_attribute_list(state.reading, match[1], ial, *state.place(match.start(), match.end()))
    return FirstLine((0, match.end(), end), indent, ial)


def _columns(text: str, start: int, end: int, marker_width: int) -> int:
    """How many columns the blanks at `start` take, tabs going on to the next multiple of four."""
    width = 0
    while start < end:
        if text[start] == "\t":
            width += 4 - (width + marker_width) % 4
        elif text[start] == " ":
            width += 1
        else:
            break
        start += 1
    return width


def strip_indent(text: str, start: int, end: int, indent: int) -> tuple[Piece, bool]:
    """The line with leading tabs made four blanks each and the item's indentation taken off, and whether it had it."""
    tabs = start
    while text[tabs] == "\t":
        tabs += 1
    blanks = 4 * (tabs - start)
    if blanks >= indent:
        return (blanks - indent, tabs, end), True
    missing = indent - blanks
    if text.startswith(" " * missing, tabs):
        return (0, tabs + missing, end), True
    return (blanks, tabs, end), False


def _begins_item(text: str, piece: Piece) -> bool:
    """Whether the line is an item's first; its first character is looked at before, since most are no marker."""
    blanks, start, end = piece
    at = start
    while text[at] == " ":
        at += 1
    return text[at] in _MARKERS and list_start.match(" " * blanks + text[start:end]) is not None


class _Collector:
    """The list as far as it has been collected."""

    __slots__ = ("after_blank", "element", "indent", "item", "nested", "patterns", "state")

    def __init__(self, state: BlockState, element: Element) -> None:
        self.state = state
        self.element = element
        self.item: Item | None = None
        self.indent = 0
        self.nested = False
        self.after_blank = False
        self.patterns: ItemPatterns | None = None

    def start_item(self, match: re.Match[str]) -> None:
        """`- ` and the rest of its line."""
        first = read_first_line(self.state, len(match[1]), match.start(2), match.end(2))
        self.item = Item("li", *self.state.place(match.start(1), match.end()))
        self.item.ial = first.ial
        self.item.texts.append([first.piece])
        self.element.children.append(self.item)
        self.indent = first.indent
        self.patterns = item_patterns(self.element.type, first.indent)
        _, at, end = first.piece
        self.nested = at < end and self.state.src[at] in _MARKERS and bool(list_start.match(self.state.src, at, end))
        self.after_blank = False

    def continues(self, at: int) -> re.Match[str] | None:
        """The line at `at` if it goes on with the item: indented far enough, or lazily."""
        if self.patterns is None:
            return None
        match = self.patterns.indented.match(self.state.src, at)
        return match or (None if self.after_blank else self.patterns.lazy.match(self.state.src, at))

    def take_line(self, item: Item, match: re.Match[str]) -> None:
        """A line that goes on with the item."""
        text = self.state.src
        piece, indented = strip_indent(text, match.start(), match.end(), self.indent)
        if _begins_item(text, piece):
            if indented and not self.nested:
                item.texts.append([])
                self.nested = True
            elif self.nested and not indented:
                piece = (piece[0] + self.indent + 4, piece[1], piece[2])
        item.texts[-1].append(piece)
        self.after_blank = False

    def take_blank(self, item: Item, match: re.Match[str]) -> None:
        """Blank lines inside the item, or after it."""
        self.nested = self.after_blank = True
        item.texts[-1].append((0, match.start(), match.end()))


def read(state: BlockState, line: int, end: int, silent: bool) -> bool:
    """A list, with all its items."""
    if state.first not in _MARKERS:
        return False
    unordered = state.match(_unordered)
    start_pattern = _unordered if unordered else _ordered
    if unordered is None and state.match(_ordered) is None:
        return False
    begin = state.line
    element = Element("ul" if unordered else "ol", begin, begin)
    state.add(element)
    ended = _collect(state, _Collector(state, element), start_pattern)
    _read_items(state, element, ended=ended)
    element.start, element.end = element.children[0].start, element.children[-1].end
    task_list.read(element)
    return True


def _collect(state: BlockState, found: _Collector, start_pattern: re.Pattern[str]) -> bool:
    """Collect the items' text; whether an end-of-block marker ended the list."""
    text = state.src
    while state.line < state.lineMax:
        if found.after_blank and horizontal_rule.match(text, state.line):
            return False
        if text[state.line] == "^" and (match := eob_marker.match(text, state.line)):
            state.line = match.end()
            return True
        pattern = found.patterns.next_item if found.patterns else start_pattern
        if text[state.line] in _MAY_MARK and (match := pattern.match(text, state.line)):
            found.start_item(match)
        elif found.item is None:
            return False
        elif match := found.continues(state.line):
            found.take_line(found.item, match)
        elif match := blank_line.match(text, state.line):
            found.take_blank(found.item, match)
        else:
            return False
        state.line = match.end()
    return False


def _read_items(state: BlockState, element: Element, *, ended: bool) -> None:
    """Read what was collected, and decide item by item whether it is tight."""
    last_blank: Element | None = None
    for item in element.children:
        assert isinstance(item, Item)
        for pieces in item.texts:
            if pieces:
                located = gather(state.located, pieces)
                if not paragraph.take_plain_line(item, located):
                    state.inside(item, located)
        item.texts = []
        children = item.children
        if not children:
            continue
        item.end = max(item.end, children[-1].end if children[-1].type != "blank" else item.end)
        first = children[0]
        if first.type == "p" and len(children) > 1 and children[1].type == "eob" and first.ial is not None:
            del children[1]
        if isinstance(first, Paragraph) and _is_tight(element, item, ended=ended):
            if len(children) > 1 and children[1].type != "blank":
                end_with_newline(first)
            first.transparent = True
        last_blank = children.pop() if children[-1].type == "blank" else None
    if last_blank is not None and not ended:
        state.tree.children.append(last_blank)


def _is_tight(element: Element, item: Item, *, ended: bool) -> bool:
    """Whether the item's first paragraph stands without `<p>`."""
    children, items = item.children, element.children
    is_last = item is items[-1]
    if len(children) > 1 and children[1].type == "blank" and not (is_last and len(children) == 2 and not ended):
        return False
    return not is_last or len(items) == 1 or any(_starts_tight(other) for other in items[:-1])


def _starts_tight(item: Element) -> bool:
    first = item.children[0] if item.children else None
    return not isinstance(first, Paragraph) or first.transparent


def end_with_newline(paragraph: Paragraph) -> None:
    """A tight paragraph before another block ends in a newline of its own."""
    raw = paragraph.children[0] if paragraph.children else None
    if isinstance(raw, Raw):
        raw.pieces.append(Located("\n", (0,), (max(paragraph.end - 1, paragraph.start),)))
