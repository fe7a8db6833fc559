"""What the stages make of one study note, and plain forms of values, which cross processes and are kept between builds.

Goes in: `Made`, or a `Diagnostic`. Comes out: bytes of plain tuples (`marshal`: it reads 10,000 cards in a few
milliseconds, where pickled objects take a second), or a row of plain values; and the value again.
"""

from __future__ import annotations

import marshal
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from exporter.diagnostics import Diagnostic, Severity
from exporter.source import Span

if TYPE_CHECKING:
    from exporter.cards.deck import Deck
    from exporter.ledger import Outline


@dataclass(frozen=True, slots=True)
class Made:
    """One study note, read: its cards, how many facts of each kind it holds, and what is to be said of it.

    The cards are packed: most builds need of most notes only what the ledger compares, their `outlines`. There are none
    (`packed_deck` is None) where the note has an error. `not_asked` counts what no card asks.
    """

    packed_deck: bytes | None
    outlines: tuple[Outline, ...] = ()
    not_asked: int = 0
    facts: dict[str, int] = field(default_factory=dict)
    diagnostics: tuple[Diagnostic, ...] = ()

    @property
    def deck(self) -> Deck | None:
        """The cards; unpacked each time."""
        return None if self.packed_deck is None else _deck(marshal.loads(self.packed_deck))

    @property
    def failed(self) -> bool:
        """Whether an error keeps the note's outputs from being made."""
        return any(found.severity is Severity.ERROR for found in self.diagnostics)


def made_of(deck: Deck, facts: dict[str, int], diagnostics: tuple[Diagnostic, ...]) -> Made:
    """What was made of a note without errors."""
    from exporter.ledger import outline

    packed = marshal.dumps(_deck_row(deck))
    return Made(packed, tuple(map(outline, deck.notes)), len(deck.not_asked), facts, diagnostics)


def pack(made: Made) -> bytes:
    """The packed form."""
    cards = tuple((one.kind, one.key, one.hash, one.marks) for one in made.outlines)
    said = tuple(map(diagnostic_row, made.diagnostics))
    return marshal.dumps((made.packed_deck, cards, made.not_asked, tuple(made.facts.items()), said))


def unpack(packed: bytes) -> Made | None:
    """What `pack` packed; None for anything else."""
    from exporter.ledger import Outline

    try:
        deck, cards, not_asked, facts, said = marshal.loads(packed)
        outlines = tuple(Outline(*row) for row in cards)
        return Made(deck, outlines, not_asked, dict(facts), tuple(map(diagnostic_of, said)))
    except (ValueError, TypeError, EOFError):
        return None


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
