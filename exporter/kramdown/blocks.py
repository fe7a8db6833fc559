"""Where block reading stands in one text: markdown-it's block state, over a located text.

A rule is `(state, line, end, silent) -> bool`, as markdown-it has it: it returns False and has moved nothing, or has
put its element into `state.tree`, moved `state.line` on, and returns True. A line is an offset here (see `engine`).
`silent` is never True: what may interrupt a paragraph is one pattern in kramdown, not a rule.
"""

from __future__ import annotations

import re
from typing import cast

from markdown_it.rules_block import StateBlock

from exporter.kramdown.dead_ends import DeadEnds
from exporter.kramdown.element import AttributeList, Element, Paragraph, Words
from exporter.kramdown.engine import Kramdown
from exporter.kramdown.located import Located
from exporter.kramdown.patterns import block_boundary
from exporter.kramdown.reading import MAX_NESTING, Reading


class BlockState(StateBlock):
    """A text being read into `tree`. `first` is the character after the indentation of the line reading stands at."""

    md: Kramdown

    def __init__(
        self, md: Kramdown, reading: Reading, located: Located, tree: Element, level: int, ends: DeadEnds | None = None
    ) -> None:
        # markdown-it's own __init__ looks at every line, which kramdown's rules do themselves.
        self.md = md
        self.reading = reading
        self.env = {"reading": reading}
        self.located = located
        self.src = located.text
        self.tree = tree
        self.level = level
        self.line = self.blkIndent = 0
        self.lineMax = len(self.src)
        self.sCount = cast("list[int]", range(self.lineMax + 1))
        self.tight = False
        self.pending: AttributeList | None = None
        self.end_tag: re.Match[str] | None = None
        self.first = ""
        self.ends = ends or DeadEnds(self.src)

    def skipEmptyLines(self, from_pos: int) -> int:  # noqa: N802 - markdown-it's name
        """Called wherever reading goes on: note the line's first character. Blank lines are a rule's affair."""
        src, at, stop = self.src, from_pos, from_pos + 3
        while src[at] == " " and at < stop:
            at += 1
        self.first = src[at]
        return from_pos

    def isEmpty(self, line: int) -> bool:  # noqa: ARG002, N802 - markdown-it's name
        """No line is: see above."""
        return False

    @property
    def last(self) -> Element | None:
        """The block before this place, if any."""
        return self.tree.children[-1] if self.tree.children else None

    def match(self, pattern: re.Pattern[str]) -> re.Match[str] | None:
        """`pattern` at this place."""
        return pattern.match(self.src, self.line)

    def add(self, element: Element) -> None:
        """Put a block into the tree; an attribute list waiting for the next block is given to it."""
        if self.pending is not None:
            element.ial = self.pending
            self.pending = None
        self.tree.children.append(element)

    def place(self, start: int, end: int) -> tuple[int, int]:
        """A range of this text as offsets into the file, without the line end."""
        if end > start + 1 and self.src[end - 1] == "\n":
            end -= 1
        return self.located.start(start), self.located.end(end)

    def after_boundary(self) -> bool:
        """Whether a block boundary (blank line, end-of-block, attribute list or the start) stands before."""
        last = self.last
        return (
            last is None
            or last.type == "blank"
            or (last.type == "eob" and not last.content)
            or self.pending is not None
        )

    def before_boundary(self) -> bool:
        """Whether a block boundary follows."""
        return block_boundary.match(self.src, self.line) is not None

    def within(self, element: Element) -> BlockState:
        """The same text, from this place on, as the content of `element`."""
        inner = BlockState(self.md, self.reading, self.located, element, self.level + 1, self.ends)
        inner.line = self.line
        return inner

    def inside(self, element: Element, located: Located) -> None:
        """Read `located` as the content of `element`."""
        if self.level >= MAX_NESTING:
            _too_deep(self.reading, element, located)
            return
        inner = BlockState(self.md, self.reading, located, element, self.level + 1)
        self.md.block.tokenize(inner, 0, inner.lineMax)


def _too_deep(reading: Reading, element: Element, located: Located) -> None:
    """What lies deeper than the limit stays, as the text of one paragraph."""
    text = located.stripped()
    start, end = text.start(0), text.end(len(text.text))
    paragraph = Paragraph(start, end)
    paragraph.children.append(Words(text, 0, len(text.text)))
    element.children.append(paragraph)
    advice = f"containers may lie {MAX_NESTING} deep in one another; bring this part further out"
    reading.warn("nesting-too-deep", "nested too deep to be read; kept as text", start, end, advice)
