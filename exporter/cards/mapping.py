"""A study note → drafts: one match over what a part means.

Goes in: `StudyNote` and the place to start from. Comes out: drafts of Anki notes and what could not be asked, in the
order of the note. What each kind of part becomes is told by the module of its name.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import Final, assert_never

from exporter.cards.cloze import statement_outcomes
from exporter.cards.command import command_drafts
from exporter.cards.definition import definition_drafts
from exporter.cards.draft import Draft, Outcome, Place, unnumbered, words
from exporter.cards.example import example_outcomes
from exporter.cards.fact import fact_draft
from exporter.cards.option import option_drafts
from exporter.cards.sequence import sequence_drafts
from exporter.cards.synopsis import synopsis_drafts
from exporter.cards.unasked import unasked_outcomes
from exporter.kramdown.nodes import Attributes, Block
from exporter.study import (
    Admonition,
    Command,
    Definition,
    Example,
    Listing,
    Option,
    Part,
    Prose,
    Reference,
    Section,
    Sequence,
    Spacing,
    Statement,
    Synopsis,
)

# An author's `{: .no-card}` keeps a part, and what is in it, out of the deck.
_NO_CARD: Final = "no-card"


def sections_outcomes(sections: tuple[Section, ...], place: Place) -> Iterator[Outcome]:
    """Everything under the sections."""
    for section in sections:
        if section.opens:
            yield from sequence_drafts(section.opens, place)
        title = unnumbered(words(*section.heading))
        inside = replace(place, headings=(*place.headings, title), anchor=section.anchor) if title else place
        yield from _with_neighbour(section.entries, inside)
        yield from sections_outcomes(section.sections, inside)


def _with_neighbour(entries: Iterable[Part], place: Place) -> Iterator[Outcome]:
    """The entries of a section; what has no owner goes to the card before it, or to the first there is."""
    outcomes = [outcome for entry in entries for outcome in part_outcomes(entry, place)]
    last = next((outcome for outcome in outcomes if isinstance(outcome, Draft)), None)
    for outcome in outcomes:
        if isinstance(outcome, Draft):
            last = outcome
            yield outcome
        else:
            yield outcome if outcome.owner else replace(outcome, owner=last)


def part_outcomes(part: Part, place: Place) -> Iterator[Outcome]:  # noqa: C901 (one arm a kind)
    """What one part, and what is in it, becomes."""
    if _NO_CARD in part.attributes.classes:
        return
    match part:
        case Command():
            yield from _owning(part, command_drafts(part, place), place.within(part, None))
        case Option():
            yield from _owning(part, option_drafts(part, place), place)
        case Definition():
            yield from _owning(part, definition_drafts(part, place), place)
        case Synopsis():
            yield from synopsis_drafts(part, place)
        case Example():
            yield from example_outcomes(part, place)
        case Sequence():
            yield from sequence_drafts(part, place)
            for step in part.steps:
                yield from _parts(step.body, place)
        case Statement():
            yield from _asked_by_author(part, part.block, place) or statement_outcomes(part, place)
        case Prose():
            yield from _asked_by_author(part, part.block, place) or unasked_outcomes(part.block, place)
        case Admonition():
            yield from _parts(part.body, place)
        case Listing():
            yield from _in_order(part, place)
        case Reference() | Spacing():
            pass
        case _:
            assert_never(part)


def _in_order(listing: Listing, place: Place) -> Iterator[Outcome]:
    """What was read in the block and what was not, as it stands there."""
    unread = unasked_outcomes(listing.block, place, listing.readings)
    outcomes = [*_parts(listing.readings, place), *unread]
    yield from sorted(outcomes, key=lambda outcome: outcome.span.start)


def _parts(parts: Iterable[Part], place: Place) -> Iterator[Outcome]:
    for part in parts:
        yield from part_outcomes(part, place)


def _owning(part: Command | Option | Definition, made: Iterator[Draft], place: Place) -> Iterator[Outcome]:
    """A part with its own drafts, the first of which takes in what its body leaves unasked."""
    drafts = list(made)
    yield from drafts
    yield from _parts(part.body, place.owned(drafts[0] if drafts else None))


def _asked_by_author(part: Statement | Prose, block: Block, place: Place) -> list[Outcome]:
    for attributes in _attributes(part, block):
        if draft := fact_draft(attributes, block, part.span, place):
            return [draft]
    return []


def _attributes(part: Part, block: Block) -> tuple[Attributes, Attributes]:
    return part.attributes, block.attributes
