"""Reading spans: the loop that runs through a block's text and stops wherever a span may begin.

Goes in: a located text and the element it belongs to. Comes out: that element's children. A rule is a function of the
state; it returns False if its construct does not begin here, else it has moved `state.at` on (if only past what turned
out to be plain text) and returns True. Constructs that enclose others read their inside with `state.inside`, which
stops at their own end, not at a delimiter found beforehand: kramdown's way.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Final, TypeAlias

from exporter.kramdown.element import Element, Words
from exporter.kramdown.located import Located
from exporter.kramdown.reading import MAX_NESTING, Reading

SpanRule: TypeAlias = "Callable[[Spans], bool]"
Stop: TypeAlias = "Callable[[re.Match[str]], bool]"


@dataclass(frozen=True, slots=True)
class SpanConstruct:
    """A row of the rule table: `begins` holds the characters it can begin with, "" is any."""

    name: str
    begins: str
    rule: SpanRule


@dataclass(frozen=True, slots=True)
class SpanTable:
    """The rules for each character, and the pattern that finds the next place where one may apply."""

    by_character: Mapping[str, tuple[SpanRule, ...]]
    other: tuple[SpanRule, ...]
    halt: re.Pattern[str]
    halt_at_bracket: re.Pattern[str]


def span_table(constructs: tuple[SpanConstruct, ...], halt: str) -> SpanTable:
    """Sort the constructs by what they begin with, keeping their order; `halt` matches every possible begin."""
    characters = {char for construct in constructs for char in construct.begins}
    return SpanTable(
        {char: tuple(row.rule for row in constructs if not row.begins or char in row.begins) for char in characters},
        tuple(row.rule for row in constructs if not row.begins),
        re.compile(halt),
        re.compile(rf"{halt}|\]"),
    )


class Spans:
    """The place where span reading stands in one text."""

    __slots__ = ("at", "end", "located", "open", "reading", "rules", "table", "text", "tree")

    def __init__(self, reading: Reading, table: SpanTable, located: Located, tree: Element) -> None:
        self.reading = reading
        self.table = table
        self.located = located
        self.text = located.text
        self.end = len(self.text)
        self.at = 0
        self.tree = tree
        self.open: list[Element] = []

    def match(self, pattern: re.Pattern[str]) -> re.Match[str] | None:
        """`pattern` at this place."""
        return pattern.match(self.text, self.at)

    def place(self, start: int, end: int) -> tuple[int, int]:
        """A range of this text as offsets into the file."""
        return self.located.start(start), self.located.end(end)

    def add(self, element: Element) -> None:
        """Put a span into the tree."""
        self.tree.children.append(element)

    def add_text(self, start: int, end: int, text: str | None = None) -> None:
        """Put the range, or `text` in its place, at the end of the tree's text."""
        if start == end:
            return
        last = self.tree.children[-1] if self.tree.children else None
        if isinstance(last, Words):
            last.extend(start, end, text)
        else:
            self.tree.children.append(Words(self.located, start, end, text))

    def is_open(self, kind: str) -> bool:
        """Whether this place is inside an element of that kind."""
        return self.tree.kind == kind or any(element.kind == kind for element in self.open)

    def inside(
        self,
        element: Element,
        stop: re.Pattern[str],
        accept: Stop | None = None,
        *,
        table: SpanTable | None = None,
        bracket: bool = False,
    ) -> bool:
        """Read into `element` up to a place where `stop` matches and `accept` agrees; whether there is one."""
        outer_tree, outer_table = self.tree, self.table
        self.open.append(outer_tree)
        self.tree = element
        if table is not None:
            self.table = table
        found = _read(self, stop, accept, bracket=bracket)
        self.tree, self.table = outer_tree, outer_table
        self.open.pop()
        return found


def read_spans(state: Spans) -> None:
    """Read the whole text."""
    _read(state, None, None, bracket=False)


def _read(state: Spans, stop: re.Pattern[str] | None, accept: Stop | None, *, bracket: bool) -> bool:
    text, end, table = state.text, state.end, state.table
    by_character, other = table.by_character, table.other
    search = table.halt_at_bracket.search if bracket else table.halt.search
    while state.at < end:
        at = state.at
        found = search(text, at)
        if found is None:
            if stop is None:
                state.add_text(at, end)
                state.at = end
            return False
        here = found.start()
        if here > at and text[here] in QUOTES and text[here - 1] != "\\":
            here -= 1  # a quotation mark is read together with the character before it
        if here > at:
            state.add_text(at, here)
            state.at = here
        if stop is not None and (match := stop.match(text, here)) and (accept is None or accept(match)):
            return True
        for rule in by_character.get(text[here], other):
            if rule(state):
                break
        else:
            state.add_text(here, here + 1)
            state.at = here + 1
    return False


QUOTES: Final = frozenset("\"'")
TOO_DEEP: Final = MAX_NESTING
