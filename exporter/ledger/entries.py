"""What the ledger holds, and how a guid is made of a key.

Goes in: keys, Anki notes. Comes out: `Outline`, `Entry`, `TypeEntry`, `Ledger`, guids, and the search that finds notes
in Anki by their keys.
"""

from __future__ import annotations

import hashlib
import unicodedata
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Final

from exporter.cards.deck import AnkiNote, Deck, Kind, short_hash

_GUID_LENGTH: Final = 17
_BASE62: Final = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz"


@dataclass(frozen=True, slots=True)
class Entry:
    """What is known of one Anki note.

    `mod` is in seconds since 1970, `note_id` in milliseconds. `marks` are hashes of what it is called and what is
    said of it. `removed` is the second in which it vanished from the notes, None while it is there.
    """

    kind: Kind
    key: str
    guid: str
    hash: str
    mod: int
    note_id: int
    marks: tuple[str, str]
    removed: int | None = None


@dataclass(frozen=True, slots=True)
class Outline:
    """All that the ledger compares of an Anki note: the hashes of what it holds and of its marks."""

    kind: Kind
    key: str
    hash: str
    marks: tuple[str, str]


def outlines(decks: Iterable[Deck]) -> Iterator[Outline]:
    """The outlines of all notes of these decks, in order."""
    return (outline(note) for deck in decks for note in deck.notes)


def outline(note: AnkiNote) -> Outline:
    """The outline of a note."""
    name, content = note.marks
    return Outline(note.kind, note.key, note.content_hash, (short_hash(name)[:8], short_hash(content)[:8]))


@dataclass(frozen=True, slots=True)
class TypeEntry:
    """What is known of a note type: the hash of its templates and style, and since when (seconds) it has it."""

    hash: str
    mod: int


@dataclass(frozen=True, slots=True)
class Ledger:
    """Entries by key, removed ones too, and the note types by kind.

    `carried` are lines of `kramdeck.lock` that are carried over as they stand, in place of their entries: those of
    study notes that did not change.
    """

    entries: Mapping[str, Entry] = field(default_factory=dict)
    types: Mapping[str, TypeEntry] = field(default_factory=dict)
    carried: tuple[str, ...] = ()


def guid_of(namespace: str, kind: Kind, key: str, attempt: int = 0) -> str:
    """The guid of a key: letters and digits alone. The next `attempt` is for a guid that another entry took along."""
    parts = [unicodedata.normalize("NFC", namespace), kind, unicodedata.normalize("NFC", key)]
    if attempt:
        parts.append(str(attempt))
    number = int.from_bytes(hashlib.sha256("\x1f".join(parts).encode()).digest(), "big")
    digits = ""
    while len(digits) < _GUID_LENGTH:
        number, digit = divmod(number, 62)
        digits += _BASE62[digit]
    return digits


def anki_search(keys: Iterable[str]) -> str:
    """The search that finds these notes in Anki's browser, by their `Key` field."""
    return " OR ".join(f'"Key:{_searchable(key)}"' for key in keys)


def _searchable(key: str) -> str:
    return "".join("\\" + char if char in '\\"*_:' else char for char in key)
