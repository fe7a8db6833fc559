"""Reading blocks: the loop that offers each place of a text to the rules, in order.

Goes in: a located text, the element it is the content of, and the rule table. Comes out: that element's children. A
rule is a function of the state that either returns False and has moved nothing, or has put its element into
`state.tree`, moved `state.at` on, and returns True.

The table is sorted once by the character a construct begins with, so that a line of words meets only the rules that
could claim it.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import TypeAlias

from exporter.kramdown.element import AttributeList, Element, Paragraph, Raw, Words
from exporter.kramdown.located import Located
from exporter.kramdown.patterns import block_boundary
from exporter.kramdown.reading import MAX_NESTING, Reading


class Blocks:
    """The place where block reading stands in one text."""

    __slots__ = ("at", "depth", "end", "located", "pending", "reading", "rules", "stopped", "text", "tree")

    def __init__(self, reading: Reading, rules: BlockTable, located: Located, tree: Element, depth: int) -> None:
        self.reading = reading
        self.rules = rules
        self.located = located
        self.text = located.text
        self.end = len(self.text)
        self.at = 0
        self.tree = tree
        self.depth = depth
        self.stopped = False
        self.pending: AttributeList | None = None

    @property
    def last(self) -> Element | None:
        """The block before this place, if any."""
        return self.tree.children[-1] if self.tree.children else None

    def match(self, pattern: re.Pattern[str]) -> re.Match[str] | None:
        """`pattern` at this place."""
        return pattern.match(self.text, self.at)

    def add(self, element: Element) -> None:
        """Put a block into the tree; an attribute list waiting for the next block is given to it."""
        if self.pending is not None:
            element.ial = self.pending
            self.pending = None
        self.tree.children.append(element)

    def place(self, start: int, end: int) -> tuple[int, int]:
        """A range of this text as offsets into the file, without the line end."""
        if end > start + 1 and self.text[end - 1] == "\n":
            end -= 1
        return self.located.start(start), self.located.end(end)

    def after_boundary(self) -> bool:
        """Whether a block boundary (blank line, end-of-block, attribute list or the start) stands before."""
        last = self.last
        return (
            last is None or last.kind == "blank" or (last.kind == "eob" and not last.value) or self.pending is not None
        )

    def before_boundary(self) -> bool:
        """Whether a block boundary follows."""
        return block_boundary.match(self.text, self.at) is not None

    def inside(self, element: Element, located: Located) -> None:
        """Read `located` as the content of `element`."""
        if self.depth >= MAX_NESTING:
            _too_deep(self.reading, element, located)
            return
        read_blocks(Blocks(self.reading, self.rules, located, element, self.depth + 1))


BlockRule: TypeAlias = Callable[[Blocks], bool]


@dataclass(frozen=True, slots=True)
class BlockConstruct:
    """A row of the rule table. `begins` holds the characters it can begin with; "" is any."""

    name: str
    begins: str
    rule: BlockRule


@dataclass(frozen=True, slots=True)
class BlockTable:
    """The rules for each first character; `other` for a character no construct names."""

    by_character: Mapping[str, tuple[BlockRule, ...]]
    other: tuple[BlockRule, ...]


def block_table(constructs: tuple[BlockConstruct, ...]) -> BlockTable:
    """Sort the constructs by what they begin with, keeping their order."""
    characters = {char for construct in constructs for char in construct.begins}
    return BlockTable(
        {char: tuple(row.rule for row in constructs if not row.begins or char in row.begins) for char in characters},
        tuple(row.rule for row in constructs if not row.begins),
    )


def read_blocks(state: Blocks) -> bool:
    """Read blocks until the text ends (False) or the end tag of the enclosing HTML element is met (True)."""
    text, end, rules, other = state.text, state.end, state.rules.by_character, state.rules.other
    while state.at < end and not state.stopped:
        at = state.at
        while text[at] == " " and at < state.at + 3:
            at += 1
        for rule in rules.get(text[at], other):
            if rule(state):
                break
        else:
            _bare_line(state)
    return state.stopped


def _bare_line(state: Blocks) -> None:
    """A line that starts with a blank and then a tab is nobody's: its text stands in the container itself."""
    end = state.text.index("\n", state.at) + 1
    part = state.located.slice(state.at, end)
    state.at = end
    if isinstance(state.last, Raw):
        state.last.extend(part)
    else:
        state.tree.children.append(Raw(part))


def _too_deep(reading: Reading, element: Element, located: Located) -> None:
    """What lies deeper than the limit stays, as the text of one paragraph."""
    text = located.stripped()
    start, end = text.start(0), text.end(len(text.text))
    paragraph = Paragraph(start, end)
    paragraph.children.append(Words(text, 0, len(text.text)))
    element.children.append(paragraph)
    advice = f"Containers may lie {MAX_NESTING} deep in one another; bring this part further out."
    reading.warn("nesting-too-deep", "nested too deep to be read; kept as text", start, end, advice)
