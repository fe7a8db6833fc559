"""Decks and their ledger → the bytes of an Anki package (`.apkg`). The only place that knows genanki.

Goes in: decks, the settled `Ledger`, the root deck's name. Comes out: bytes, the same for the same input on every run.
An `.apkg` is a ZIP of an SQLite database (`collection.anki2`, schema 11, which every Anki since 2.1 reads), media files
named by number, and `media`, a JSON table of their real names.

genanki makes the schema, the note types and the decks. Rows of notes and cards are written here, in bulk, because ids,
times and ordinals come from the ledger and from the deck. All happens in memory: nothing to clean up.
"""

from __future__ import annotations

import io
import itertools
import json
import sqlite3
import zipfile
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import closing
from typing import TYPE_CHECKING, Final

from exporter.cards.deck import AnkiNote, Deck, Media, NoteType
from exporter.cards.note_types import field_names, note_types
from exporter.ledger import Entry, Ledger

if TYPE_CHECKING:
    import genanki

REMOVED_TAG: Final = "kramdeck::removed"
_ZIP_EPOCH: Final = (1980, 1, 1, 0, 0, 0)
# The fastest: a package is made at every save. The usual level makes it a tenth smaller in five times the time.
_LEVEL: Final = 1
_NOTE_SQL: Final = "INSERT INTO notes VALUES (?,?,?,?,-1,?,?,?,0,0,'')"
_CARD_SQL: Final = "INSERT INTO cards VALUES (?,?,?,?,?,-1,0,0,?,0,0,0,0,0,0,0,0,'')"
_READ_NOTES: Final = (
    "SELECT id, guid, mid, mod, tags, flds, sfld FROM notes WHERE guid IN (SELECT guid FROM wanted) ORDER BY id"
)
_READ_CARDS: Final = "SELECT id, nid, did, ord, mod, due FROM cards WHERE nid = ? ORDER BY id"
# Where SQLite notes in the file's head which library wrote it; zeroed, since it says nothing of the content.
_SQLITE_VERSION: Final = slice(96, 100)

NoteRow = tuple[int, str, int, int, str, str, str]
CardRow = tuple[int, int, int, int, int, int]
Placed = tuple[AnkiNote, Entry, int]
# A deck's name and description.
DeckHead = tuple[str, str]


def package(decks: Sequence[Deck], ledger: Ledger, root_name: str) -> bytes:
    """The package of all decks under the root deck, new cards in the order of the notes.

    Raises `KeyError` if a note has no entry in the ledger: settle it first.
    """
    numbered = [(deck, _deck_id(number)) for number, deck in enumerate(decks)]
    placed = [(note, ledger.entries[note.key], deck_id) for deck, deck_id in numbered for note in deck.notes]
    names = {deck_id: (deck_name(root_name, deck.name), deck.description) for deck, deck_id in numbered if deck.notes}
    media = {item.name: item for deck in decks for item in deck.media}
    used = {note_types()[kind].id for kind in {note.kind for note, _, _ in placed}}
    database = _database(_note_rows(placed), _card_rows(placed), used, names, ledger)
    return _zipped(database, [media[name] for name in sorted(media)])


def removed_package(previous: Sequence[bytes], ledger: Ledger, root_name: str) -> bytes | None:
    """A small package that tags, in the user's collection, every note the ledger counts as removed.

    Its text is taken from `previous`, packages written before (the last deck, the last removed package); None if they
    hold no removed note. Importing it changes nothing but the tag.
    """
    gone = {entry.guid: entry for entry in ledger.entries.values() if entry.removed is not None}
    found: dict[str, tuple[NoteRow, list[CardRow]]] = {}
    for old in previous:
        found.update((row[1], (row, cards)) for row, cards in read_rows(old, gone))
    rows = [_removed_rows(*found[guid], gone[guid]) for guid in sorted(found)]
    if not rows:
        return None
    notes, cards = [row for row, _ in rows], [card for _, cards in rows for card in cards]
    return _zipped(_database(notes, cards, {row[2] for row in notes}, {_deck_id(0): (root_name, "")}, ledger), [])


def deck_name(root: str, name: str) -> str:
    """A deck's full name in Anki."""
    return f"{root}::{name}" if name else root


def _deck_id(number: int) -> int:
    """Anki matches decks by name and gives its own ids; these only have to differ, and not be 1, the default deck."""
    return 1_000_000_000_000 + number


def _note_rows(placed: Sequence[Placed]) -> Iterator[NoteRow]:
    """Made one by one as SQLite takes them: ten thousand rows at once would cost more than writing them."""
    kinds = {kind: (row.id, field_names(kind).index("Source")) for kind, row in note_types().items()}
    for note, entry, _ in placed:
        note_type, at = kinds[note.kind]
        fields = "\x1f".join((*note.fields[:at], note.source, *note.fields[at + 1 :]))
        tags = f" {' '.join(note.tags)} " if note.tags else ""
        yield entry.note_id, entry.guid, note_type, entry.mod, tags, fields, note.key


def _card_rows(placed: Sequence[Placed]) -> Iterator[CardRow]:
    for due, (note, entry, deck_id) in enumerate(placed, start=1):
        for card in note.cards:
            yield entry.note_id + 1 + card, entry.note_id, deck_id, card, entry.mod, due


def _removed_rows(note: NoteRow, cards: list[CardRow], entry: Entry) -> tuple[NoteRow, list[CardRow]]:
    number, guid, note_type, _, tags, fields, key = note
    words = [word for word in tags.split() if word != REMOVED_TAG]
    row = (number, guid, note_type, entry.mod, f" {' '.join([*words, REMOVED_TAG])} ", fields, key)
    return row, [(card, note_id, _deck_id(0), at, entry.mod, due) for card, note_id, _, at, _, due in cards]


def _database(
    notes: Iterable[NoteRow], cards: Iterable[CardRow], used: set[int], decks: Mapping[int, DeckHead], ledger: Ledger
) -> bytes:
    with closing(sqlite3.connect(":memory:")) as connection:
        cursor = connection.cursor()
        _write_collection(cursor, used, decks, ledger)
        indexes = _taken_away(cursor)
        cursor.executemany(_NOTE_SQL, notes)
        cursor.executemany(_CARD_SQL, cards)
        for statement in indexes:
            cursor.execute(statement)
        connection.commit()
        data = bytearray(connection.serialize())
    data[_SQLITE_VERSION] = bytes(4)
    return bytes(data)


def _taken_away(cursor: sqlite3.Cursor) -> list[str]:
    """Drop the indexes; the statements that make them. After the rows they cost less, and their pages are full."""
    known = cursor.execute("SELECT name, sql FROM sqlite_master WHERE type = 'index' AND sql IS NOT NULL").fetchall()
    for name, _ in known:
        cursor.execute(f"DROP INDEX {name}")
    return [statement for _, statement in known]


def _write_collection(cursor: sqlite3.Cursor, used: set[int], decks: Mapping[int, DeckHead], ledger: Ledger) -> None:
    """Schema, note types and decks. Note types no note uses are left out, so that they don't appear in Anki."""
    import genanki

    genanki.Package([]).write_to_db(cursor, 0, itertools.count())
    known = json.loads(cursor.execute("SELECT decks FROM col").fetchone()[0])
    known.update({str(at): genanki.Deck(at, name, about).to_json() for at, (name, about) in decks.items()})
    models = {
        str(note_type.id): _model(note_type).to_json(ledger.types[note_type.kind].mod, min(decks))
        for note_type in note_types().values()
        if note_type.id in used
    }
    cursor.execute("UPDATE col SET decks = ?, models = ?", (json.dumps(known), json.dumps(models)))


def _model(note_type: NoteType) -> genanki.Model:
    """The note type for genanki, which passes keys it doesn't know through: the ids Anki tells fields apart by."""
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
    return model


def _zipped(database: bytes, media: Sequence[Media]) -> bytes:
    names = json.dumps({str(number): item.name for number, item in enumerate(media)}, ensure_ascii=False)
    members = [("collection.anki2", database), ("media", names.encode())]
    members += [(str(number), item.data) for number, item in enumerate(media)]
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        for name, data in members:
            archive.writestr(zipfile.ZipInfo(name, _ZIP_EPOCH), data, zipfile.ZIP_DEFLATED, _LEVEL)
    return buffer.getvalue()


def read_rows(data: bytes, guids: Iterable[str]) -> Iterator[tuple[NoteRow, list[CardRow]]]:
    """Of the notes with these guids, those in a package that `package` or `removed_package` wrote, with their cards."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive, closing(sqlite3.connect(":memory:")) as connection:
        connection.deserialize(archive.read("collection.anki2"))
        connection.execute("CREATE TEMP TABLE wanted (guid TEXT PRIMARY KEY)")
        connection.executemany("INSERT OR IGNORE INTO wanted VALUES (?)", ((guid,) for guid in guids))
        for note in connection.execute(_READ_NOTES).fetchall():
            yield note, connection.execute(_READ_CARDS, note[:1]).fetchall()
