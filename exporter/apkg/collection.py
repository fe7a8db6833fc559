"""Anki's database in a package (schema 11, which every Anki since 2.1 reads). The only place that knows genanki.

Goes in: rows of notes and cards, decks, the ledger's note types, and the collection of last time, of whose decks some
stay. Comes out: the bytes of the collection; and rows that stand in one.

A collection is always made by changing another: that of last time, or the empty one that genanki makes. In the end
SQLite packs it anew (`VACUUM`), so that its bytes tell nothing of what it was made from. Rows are written here, in
bulk, because ids, times and ordinals come from the ledger and from the deck; genanki makes the schema, note types and
decks.
"""

from __future__ import annotations

import itertools
import json
import sqlite3
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import closing
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final

from exporter.cards.note_types import note_types

if TYPE_CHECKING:
    from exporter.cards.deck import NoteType
    from exporter.ledger import TypeEntry

Json = dict[str, Any]

NoteRow = tuple[int, str, int, int, str, str, str]
"""Id, guid, note type, time, tags, fields, sort field."""
CardRow = tuple[int, int, int, int, int, int]
"""Id, note, deck, ordinal, time, position."""

_NOTE_SQL: Final = "INSERT INTO notes VALUES (?,?,?,?,-1,?,?,?,0,0,'')"
_CARD_SQL: Final = "INSERT INTO cards VALUES (?,?,?,?,?,-1,0,0,?,0,0,0,0,0,0,0,0,'')"
_READ_NOTE: Final = "SELECT id, guid, mid, mod, tags, flds, sfld FROM notes WHERE id = ?"
_READ_CARDS: Final = "SELECT id, nid, did, ord, mod, due FROM cards WHERE nid = ? ORDER BY id"
_CLEAR: Final = (
    "DELETE FROM notes WHERE id IN (SELECT nid FROM cards WHERE did = ?)",
    "DELETE FROM cards WHERE did = ?",
)
_SETTINGS: Final = ("temp_store = MEMORY", "journal_mode = OFF")
# In two steps, since a deck may move to where another still is.
_MOVE: Final = "UPDATE cards SET did = -?, due = due + ? WHERE did = ?"
_MOVED: Final = "UPDATE cards SET did = -did WHERE did < 0"
# Where SQLite notes in the file's head how often it was written, and by which library; zeroed, since it says nothing
# of the content.
_HISTORY: Final = (slice(24, 28), slice(40, 44), slice(92, 100))


@dataclass(frozen=True, slots=True)
class Rows:
    """Rows to add: the notes, and their cards."""

    notes: Iterable[NoteRow]
    cards: Iterable[CardRow]


@dataclass(frozen=True, slots=True)
class DeckRow:
    """A deck, with its full name."""

    id: int
    name: str
    description: str


@dataclass(frozen=True, slots=True)
class Move:
    """A deck that stays, under a new id, the positions of its new cards `later` by so many."""

    old: int
    new: int
    later: int


def collection(
    rows: Rows,
    decks: Sequence[DeckRow],
    types: Mapping[str, TypeEntry],
    last: bytes | None = None,
    stay: Sequence[Move] = (),
) -> bytearray:
    """The collection of last time in which only some decks stay, with new rows and these decks."""
    with closing(sqlite3.connect(":memory:", isolation_level=None)) as connection:
        cursor = connection.cursor()
        for setting in _SETTINGS:
            cursor.execute(f"PRAGMA {setting}")
        if last is None:
            _fill(cursor, rows)
        else:
            connection.deserialize(last)
            _patch(cursor, rows, stay)
        _write_decks(cursor, decks)
        _write_models(cursor, min((deck.id for deck in decks), default=1), types)
        cursor.execute("VACUUM")
        data = bytearray(connection.serialize())
    for part in _HISTORY:
        data[part] = bytes(part.stop - part.start)
    return data


def _fill(cursor: sqlite3.Cursor, rows: Rows) -> None:
    """An empty collection with rows in it. Indexes are made after the rows, which costs less."""
    import genanki

    genanki.Package([]).write_to_db(cursor, 0, itertools.count())
    indexes = cursor.execute("SELECT name, sql FROM sqlite_master WHERE type = 'index' AND sql IS NOT NULL").fetchall()
    cursor.execute("BEGIN")
    for name, _ in indexes:
        cursor.execute(f"DROP INDEX {name}")
    _add(cursor, rows)
    for _, statement in indexes:
        cursor.execute(statement)
    cursor.execute("COMMIT")


def _patch(cursor: sqlite3.Cursor, rows: Rows, stay: Sequence[Move]) -> None:
    cursor.execute("BEGIN")
    there = {number for (number,) in cursor.execute("SELECT DISTINCT did FROM cards")}
    gone = there.difference(move.old for move in stay)
    for statement in _CLEAR:
        cursor.executemany(statement, ((number,) for number in gone))
    if moved := [(move.new, move.later, move.old) for move in stay if move.new != move.old]:
        cursor.executemany(_MOVE, moved)
        cursor.execute(_MOVED)
    _add(cursor, rows)
    cursor.execute("COMMIT")


def _add(cursor: sqlite3.Cursor, rows: Rows) -> None:
    cursor.executemany(_NOTE_SQL, rows.notes)
    cursor.executemany(_CARD_SQL, rows.cards)


def _write_decks(cursor: sqlite3.Cursor, decks: Sequence[DeckRow]) -> None:
    known = _head(cursor, "decks")
    wanted = {"1": known["1"]} | {str(deck.id): _deck(deck, known) for deck in decks}
    if wanted != known:
        cursor.execute("UPDATE col SET decks = ?", (json.dumps(wanted),))


def _write_models(cursor: sqlite3.Cursor, first_deck: int, types: Mapping[str, TypeEntry]) -> None:
    """The note types. Those no note uses are left out, so that they don't appear in Anki."""
    used = {number for (number,) in cursor.execute("SELECT DISTINCT mid FROM notes")}
    known = _head(cursor, "models")
    wanted = {
        str(note_type.id): _model(note_type, types[kind].mod, known) | {"did": first_deck}
        for kind, note_type in note_types().items()
        if note_type.id in used
    }
    if wanted != known:
        cursor.execute("UPDATE col SET models = ?", (json.dumps(wanted),))


def _head(cursor: sqlite3.Cursor, column: str) -> dict[str, Json]:
    """The collection's decks or models by id."""
    return dict(json.loads(cursor.execute(f"SELECT {column} FROM col").fetchone()[0]))


def _deck(deck: DeckRow, known: Mapping[str, Json]) -> Json:
    """A deck as Anki keeps it; where there is one of that id, all but its name is the same."""
    if old := known.get(str(deck.id)):
        return {**old, "name": deck.name, "desc": deck.description}
    import genanki

    return dict(genanki.Deck(deck.id, deck.name, deck.description).to_json())


def _model(note_type: NoteType, mod: int, known: Mapping[str, Json]) -> Json:
    """A note type as Anki keeps it; its time tells whether a known one is still right.

    genanki passes keys it doesn't know through: the ids Anki tells fields apart by.
    """
    if (old := known.get(str(note_type.id))) and old["mod"] == mod:
        return old
    import genanki

    model = genanki.Model(
        note_type.id,
        note_type.name,
        fields=[{"name": field.name, "id": field.id} for field in note_type.fields],
        templates=[
            {"name": template.name, "id": template.id, "qfmt": template.front, "afmt": template.back}
            for template in note_type.templates
        ],
        css=note_type.css,
        model_type=genanki.Model.CLOZE if note_type.cloze else genanki.Model.FRONT_BACK,
    )
    # Which field makes which card: genanki finds it out by rendering every template once for every field.
    names = [field.name for field in note_type.fields]
    model.__dict__["_req"] = [[at, "all", [names.index(row.asks)]] for at, row in enumerate(note_type.templates)]
    return dict(model.to_json(mod, 1))


def rows_of(database: bytes, notes: Iterable[int]) -> Iterator[tuple[NoteRow, list[CardRow]]]:
    """The notes of these ids that stand in a collection, with their cards."""
    with closing(sqlite3.connect(":memory:")) as connection:
        connection.deserialize(database)
        for number in notes:
            for note in connection.execute(_READ_NOTE, (number,)).fetchall():
                yield note, connection.execute(_READ_CARDS, (number,)).fetchall()
