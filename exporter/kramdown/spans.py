"""Where span reading stands in one block's text: markdown-it's inline state, over a located text.

A rule is `(state, silent) -> bool`, as markdown-it has it: it returns False if its construct does not begin here, else
it has moved `state.pos` on (if only past what turned out to be plain text) and returns True. Constructs that enclose
others read their inside with `state.inside`, which stops at their own end, not at a delimiter found beforehand:
kramdown's way. `silent` is never True: nothing is skipped over unread.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import TypeAlias

from markdown_it.parser_inline import ParserInline
from markdown_it.rules_inline import StateInline

from exporter.kramdown.dead_ends import DeadEnds
from exporter.kramdown.element import Element, Words
from exporter.kramdown.engine import Kramdown
from exporter.kramdown.located import Located
from exporter.kramdown.reading import MAX_NESTING, Reading

Accept: TypeAlias = Callable[[re.Match[str]], bool]


class SpanState(StateInline):
    """A text being read into `tree`; `open` holds the elements around it within this block."""

    md: Kramdown

    def __init__(
        self,
        parser: ParserInline,
        md: Kramdown,
        reading: Reading,
        located: Located,
        tree: Element,
        ends: DeadEnds | None = None,
    ) -> None:
        # markdown-it's own __init__ prepares for delimiter lists, which kramdown has not.
        self.parser = parser
        self.md = md
        self.reading = reading
        self.env = {"reading": reading}
        self.located = located
        self.src = located.text
        self.pos = 0
        self.posMax = len(self.src)
        self.level = 0
        self._pending = ""
        self._pending_buffer: list[str] = []
        self.tree = tree
        self.open: tuple[str, ...] = ()
        self.char = ""
        self.stop: re.Pattern[str] | None = None
        self.accept: Accept | None = None
        self.stopped_at = -1
        self.ends = ends or DeadEnds(self.src)

    def match(self, pattern: re.Pattern[str]) -> re.Match[str] | None:
        """`pattern` at this place."""
        return pattern.match(self.src, self.pos)

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
        return self.tree.type == kind or kind in self.open

    def read(self) -> None:
        """Read the text, to its end or to where `stop` says."""
        self.parser.tokenize(self)

    def inside(
        self, element: Element, stop: re.Pattern[str], accept: Accept | None = None, parser: ParserInline | None = None
    ) -> bool:
        """Read into `element` up to a place where `stop` matches and `accept` agrees; whether there is one."""
        if self.level >= MAX_NESTING or self.ends.left <= 0:
            self.give_up()
            return False
        inner = SpanState(parser or self.parser, self.md, self.reading, self.located, element, self.ends)
        inner.pos, inner.level = self.pos, self.level + 1
        inner.open = (*self.open, self.tree.type)
        inner.stop, inner.accept = stop, accept
        inner.read()
        self.pos = inner.pos if inner.stopped_at < 0 else inner.stopped_at
        return inner.stopped_at >= 0

    def give_up(self) -> None:
        """Tell, once for a text, that what would have to be read too deep, or too often, is taken for text."""
        if self.ends.told:
            return
        self.ends.told = True
        start, end = self.place(self.pos, self.posMax)
        advice = "put a backslash before brackets, asterisks and tags that are to be shown as they are"
        self.reading.warn("nesting-too-deep", "too many openers without an end; kept as text", start, end, advice)
