"""What the stages make of one study note, and plain forms of values, which cross processes and are kept between builds.

Goes in: `Made`, a deck, or a `Diagnostic`. Comes out: bytes of plain tuples (`marshal`: it reads 10,000 cards in a few
milliseconds, where pickled objects take a second), or a row of plain values; and the value again.

The cards are packed apart from what is told of a note: of a note that did not change, no build needs them.
"""

from __future__ import annotations

import marshal
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from exporter.diagnostics import Diagnostic, Severity
from exporter.source import Span

if TYPE_CHECKING:
    from exporter.cards.deck import Deck, DeckHead
    from exporter.ledger import Outline


@dataclass(frozen=True, slots=True)
class Made:
    """One study note, read: what there is to know of its deck, how many facts of each kind it holds, and what is to be
    said of it.

    There is no deck where the note has an error. `not_asked` counts what no card asks.
    """

    deck: DeckHead | None
    not_asked: int = 0
    facts: dict[str, int] = field(default_factory=dict)
    diagnostics: tuple[Diagnostic, ...] = ()


def pack(made: Made) -> bytes:
    """The packed form."""
    one = made.deck
    deck = None if one is None else (one.name, one.description, one.notes, one.media)
    said = tuple(map(diagnostic_row, made.diagnostics))
    return marshal.dumps((deck, made.not_asked, tuple(made.facts.items()), said))


def unpack(packed: bytes) -> Made | None:
    """What `pack` packed; None for anything else."""
    from exporter.cards.deck import DeckHead

    try:
        deck, not_asked, facts, said = marshal.loads(packed)
        return Made(DeckHead(*deck) if deck else None, not_asked, dict(facts), tuple(map(diagnostic_of, said)))
    except (ValueError, TypeError, EOFError):
        return None


def pack_cards(deck: Deck) -> bytes:
    """A deck, and apart from it what the ledger compares."""
    from exporter.ledger import outline

    outlines = tuple((one.kind, one.key, one.hash, one.marks) for one in map(outline, deck.notes))
    return marshal.dumps((outlines, marshal.dumps(_deck_row(deck))))


def outlines_in(packed: bytes) -> tuple[Outline, ...]:
    """The outlines of what `pack_cards` packed."""
    from exporter.ledger import Outline

    return tuple(Outline(*row) for row in marshal.loads(packed)[0])


def deck_in(packed: bytes) -> Deck:
    """The deck that `pack_cards` packed."""
    return _deck(marshal.loads(marshal.loads(packed)[1]))


def _deck_row(deck: Deck) -> tuple[Any, ...]:
    return (
        deck.key,
        deck.name,
        deck.description,
        tuple((n.kind, n.key, n.fields, n.cards, n.tags, n.marks, n.source) for n in deck.notes),
        tuple((media.name, media.data) for media in deck.media),
        tuple((left.line, left.text, left.kept) for left in deck.not_asked),
    )


def _deck(row: tuple[Any, ...]) -> Deck:
    from exporter.cards.deck import AnkiNote, Deck, Media, NotAsked

    key, name, description, notes, media, not_asked = row
    return Deck(
        key,
        name,
        description,
        tuple(AnkiNote(*values) for values in notes),
        tuple(Media(*values) for values in media),
        tuple(NotAsked(*values) for values in not_asked),
    )


def diagnostic_row(found: Diagnostic) -> tuple[Any, ...]:
    """A diagnostic as plain values."""
    span = (found.span.start, found.span.end) if found.span else None
    return found.code, found.severity.value, found.message, span, found.help


def diagnostic_of(row: tuple[Any, ...]) -> Diagnostic:
    """The diagnostic that `diagnostic_row` took apart."""
    code, severity, message, span, help_text = row
    return Diagnostic(code, Severity(severity), message, Span(*span) if span else None, help_text)
