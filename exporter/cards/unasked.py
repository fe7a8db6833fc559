"""Text without a question → blanks its wording allows, or knowledge that is kept unasked.

Goes in: a block nobody claimed, or one in which only some things were read. Comes out: outcomes, one a paragraph.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from itertools import accumulate
from typing import Final, TypeAlias

from exporter.cards.cloze import statement_outcomes
from exporter.cards.draft import Outcome, Place, Unasked, words
from exporter.kramdown.nodes import (
    Block,
    BlockQuote,
    BulletList,
    OrderedList,
    Paragraph,
)
from exporter.source import Span
from exporter.study import Command, Definition, Example, Option, Statement

Reading: TypeAlias = Command | Option | Definition | Example | Statement
# Beyond this a definition's sentence says more than what its term is.
_LEAST_LEFT: Final = 16


def unasked_outcomes(block: Block, place: Place, readings: tuple[Reading, ...] = ()) -> Iterator[Outcome]:
    """What the block says beyond `readings`, the things read in it that have cards of their own."""
    ordered = sorted(readings, key=lambda reading: reading.span.start)
    starts = [reading.span.start for reading in ordered]
    furthest = list(accumulate((reading.span.end for reading in ordered), max))
    for leaf in _leaves(block):
        last = bisect_left(starts, leaf.span.end)
        first = bisect_right(furthest, leaf.span.start, hi=last)
        said = words(leaf)
        if not said or any(_is_read(leaf, said, reading) for reading in ordered[first:last]):
            continue
        if isinstance(leaf, Paragraph):
            yield from statement_outcomes(Statement(leaf, leaf.inlines, span=leaf.span), place)
        else:
            yield Unasked(leaf, said, leaf.span, place, place.owner)


def _is_read(leaf: Block, said: str, reading: Reading) -> bool:
    """Whether the reading says what the leaf says: of a definition's sentence little may be left without it."""
    if not isinstance(reading, Definition):
        return _overlap(_own_span(leaf), reading.span)
    meaning, rest = words(*reading.meaning), said
    if not meaning or meaning not in rest:
        return False
    for part in (meaning, reading.term, *reading.aliases):
        rest = rest.replace(part, "")
    return len(rest) <= _LEAST_LEFT


def _leaves(block: Block) -> Iterator[Block]:
    """The paragraphs of lists and quotes; any other block as it is."""
    match block:
        case BulletList(items) | OrderedList(items):
            for item in items:
                for inner in item.blocks:
                    yield from _leaves(inner)
        case BlockQuote(blocks):
            for inner in blocks:
                yield from _leaves(inner)
        case _:
            yield block


def _own_span(block: Block) -> Span:
    """Where a paragraph's words stand: a block's span may take in the blank lines around it."""
    match block:
        case Paragraph((first, *_, last)):
            return Span(first.span.start, last.span.end)
        case _:
            return block.span


def _overlap(one: Span, other: Span) -> bool:
    return one.start < other.end and other.start < one.end
