"""Decks and their ledger → the bytes of an Anki package (`.apkg`).

Goes in: decks, the settled `Ledger`, the root deck's name, and the package of last time for decks that did not change.
Comes out: bytes, the same for the same decks and ledger on every run, whatever the package of last time was.

An `.apkg` is a ZIP of an SQLite database (`collection.py`), media files named by number, and a table of their real
names (`archive.py`). All happens in memory: nothing to clean up.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final, TypeAlias

from exporter.apkg.archive import Archive, opened, zipped
from exporter.apkg.collection import CardRow, DeckRow, Move, NoteRow, Rows, collection, rows_of
from exporter.cards.deck import Deck, DeckHead
from exporter.cards.note_types import field_names, note_types
from exporter.ledger import Entry, Ledger

__all__ = ["REMOVED_TAG", "Archive", "Standing", "deck_name", "opened", "package", "removed_package", "rows_of"]

REMOVED_TAG: Final = "kramdeck::removed"
_POSITIONS: Final = 1000
_MOST_PLACES: Final = 999


@dataclass(frozen=True, slots=True)
class Standing:
    """A deck whose cards go over from the package of last time, in which it was the deck at `place` (from 0)."""

    place: int
    head: DeckHead


Placed: TypeAlias = Sequence[tuple[int, Deck]]


def package(decks: Sequence[Deck | Standing], ledger: Ledger, root_name: str, last: Archive | None = None) -> bytes:
    """The package of all decks under the root deck, new cards in the order of the notes.

    `last` is the package that standing decks go over from; the ledger says of their notes what it said then. Raises
    `KeyError` if a note of another deck has no entry: settle it first.
    """
    anew = [(place, deck) for place, deck in enumerate(decks) if isinstance(deck, Deck)]
    moves = [_move(deck.place, place) for place, deck in enumerate(decks) if isinstance(deck, Standing)]
    heads = [(place, deck.head) for place, deck in enumerate(decks) if deck.head.notes]
    database = collection(
        Rows(_note_rows(anew, ledger), _card_rows(anew, ledger)),
        [DeckRow(_deck_id(place), deck_name(root_name, head.name), head.description) for place, head in heads],
        ledger.types,
        last.collection if last else None,
        moves,
    )
    media = {item.name: item.data for _, deck in anew for item in deck.media}
    if last:
        stay = {name for deck in decks if isinstance(deck, Standing) for name in deck.head.media}
        media = {name: last.media[name] for name in stay} | media
    return zipped(database, media)


def removed_package(last: Archive | None, removed: Archive | None, ledger: Ledger, root_name: str) -> bytes | None:
    """A small package that tags, in the user's collection, every note the ledger counts as removed.

    Its text is taken from the packages of last time, the deck's and that of removed notes; None if they hold no removed
    note. Importing it changes nothing but the tag.
    """
    gone = {entry.note_id: entry for entry in ledger.entries.values() if entry.removed is not None}
    found: dict[int, tuple[NoteRow, list[CardRow]]] = {}
    for old in filter(None, (last, removed)):
        for row, cards in rows_of(old.collection, gone):
            if row[1] == gone[row[0]].guid:
                found[row[0]] = (row, cards)
    rows = [_removed_rows(*found[number], gone[number]) for number in sorted(found)]
    if not rows:
        return None
    notes, cards = [row for row, _ in rows], [card for _, cards in rows for card in cards]
    deck = DeckRow(_deck_id(0), root_name, "")
    return zipped(collection(Rows(notes, cards), [deck], ledger.types, removed.collection if removed else None), {})


def deck_name(root: str, name: str) -> str:
    """A deck's full name in Anki."""
    return f"{root}::{name}" if name else root


def _deck_id(place: int) -> int:
    """Anki matches decks by name and gives its own ids; these only have to differ, and not be 1, the default deck."""
    return 1_000_000_000_000 + place


def _due(place: int) -> int:
    """Where a deck's new cards begin to count. Each deck has positions of its own: one that grows moves no other's.

    Anki's database check takes positions of a million and more for a fault, so the decks beyond share the last ones.
    """
    return min(place, _MOST_PLACES - 1) * _POSITIONS


def _move(old: int, new: int) -> Move:
    return Move(_deck_id(old), _deck_id(new), _due(new) - _due(old))


def _note_rows(placed: Placed, ledger: Ledger) -> Iterator[NoteRow]:
    """Made one by one as SQLite takes them: ten thousand rows at once would cost more than writing them."""
    kinds = {kind: (row.id, field_names(kind).index("Source")) for kind, row in note_types().items()}
    for _, deck in placed:
        for note in deck.notes:
            entry, (note_type, at) = ledger.entries[note.key], kinds[note.kind]
            fields = "\x1f".join((*note.fields[:at], note.source, *note.fields[at + 1 :]))
            tags = f" {' '.join(note.tags)} " if note.tags else ""
            yield entry.note_id, entry.guid, note_type, entry.mod, tags, fields, note.key


def _card_rows(placed: Placed, ledger: Ledger) -> Iterator[CardRow]:
    for place, deck in placed:
        number = _deck_id(place)
        for due, note in enumerate(deck.notes, start=_due(place) + 1):
            entry = ledger.entries[note.key]
            for card in note.cards:
                yield entry.note_id + 1 + card, entry.note_id, number, card, entry.mod, due


def _removed_rows(note: NoteRow, cards: list[CardRow], entry: Entry) -> tuple[NoteRow, list[CardRow]]:
    number, guid, note_type, _, tags, fields, key = note
    words = [word for word in tags.split() if word != REMOVED_TAG]
    row = (number, guid, note_type, entry.mod, f" {' '.join([*words, REMOVED_TAG])} ", fields, key)
    return row, [(card, note_id, _deck_id(0), at, entry.mod, due) for card, note_id, _, at, _, due in cards]
