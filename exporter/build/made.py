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


@dataclass(frozen=True, slots=True)
class Made:
    """One study note, read: its cards, how many facts of each kind it holds, and what is to be said of it.

    `deck` is None where the note has an error.
    """

    deck: Deck | None
    facts: dict[str, int] = field(default_factory=dict)
    diagnostics: tuple[Diagnostic, ...] = ()

    @property
    def failed(self) -> bool:
        """Whether an error keeps the note's outputs from being made."""
        return any(found.severity is Severity.ERROR for found in self.diagnostics)


def pack(made: Made) -> bytes:
    """The packed form."""
    deck = None if made.deck is None else _deck_row(made.deck)
    return marshal.dumps((deck, tuple(made.facts.items()), tuple(map(diagnostic_row, made.diagnostics))))


def unpack(packed: bytes) -> Made | None:
    """What `pack` packed; None for anything else."""
    try:
        deck, facts, diagnostics = marshal.loads(packed)
        return Made(
            None if deck is None else _deck(deck), dict(facts), tuple(diagnostic_of(row) for row in diagnostics)
        )
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
