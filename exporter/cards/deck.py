"""What a deck is, as values: note types, Anki notes, media, and what could not be asked.

Goes in: nothing. Comes out: the types that `cards_of` fills, `ledger` compares across builds and `apkg` writes.
"Anki note" is Anki's record, of which Anki makes cards; our file is always a study note.
"""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from typing import Literal

Kind = Literal["command", "synopsis", "option", "definition", "example", "cloze", "fact", "sequence"]


@dataclass(frozen=True, slots=True)
class NoteField:
    """A field of a note type. `id` never changes, so that Anki knows the field even when its name does."""

    name: str
    id: int


@dataclass(frozen=True, slots=True)
class CardTemplate:
    """One kind of card of a note type; a card is made where the field `asks` is filled. `front`, `back`: HTML."""

    name: str
    id: int
    asks: str
    front: str
    back: str


@dataclass(frozen=True, slots=True)
class NoteType:
    """Anki's note type. `id`, and the number and order of fields and templates, are for ever."""

    kind: Kind
    id: int
    name: str
    fields: tuple[NoteField, ...]
    templates: tuple[CardTemplate, ...]
    css: str
    cloze: bool = False

    @property
    def content_hash(self) -> str:
        """A hash of everything a learner could see change."""
        parts = [self.name, self.css, *(field.name for field in self.fields)]
        parts += [part for template in self.templates for part in (template.name, template.front, template.back)]
        return short_hash(*parts)


@dataclass(frozen=True, slots=True)
class AnkiNote:
    """One record of Anki's, with its cards.

    `key` is unique in a build and says which note this is (study note, kind, and what it is about). `fields` are
    HTML, in the order of the note type's. `cards` are the ordinals of the templates that make a card. `marks` are two
    plain texts by which it is known again under another key: what it is called, and what is said of it. `source`
    tells the reader where it comes from; it takes no part in what counts as a change, since every line above moves
    it.
    """

    kind: Kind
    key: str
    fields: tuple[str, ...]
    cards: tuple[int, ...]
    tags: tuple[str, ...]
    marks: tuple[str, str]
    source: str = ""

    @property
    def content_hash(self) -> str:
        """A hash of what a learner can see or search, the source line excepted."""
        return short_hash(self.kind, *self.fields, "", *self.tags, "", *map(str, self.cards))


@dataclass(frozen=True, slots=True)
class Media:
    """A picture under the name by which fields refer to it; the name holds a hash of `data`."""

    name: str
    data: bytes


@dataclass(frozen=True, slots=True)
class NotAsked:
    """Knowledge no rule could word a question for. It is kept on the back of a card (`kept`) where there is one.

    `line` counts from 1 in the file as it stands.
    """

    line: int
    text: str
    kept: bool


@dataclass(frozen=True, slots=True)
class DeckHead:
    """What there is to know of a deck without its cards: how many Anki notes it holds, and the names of its media."""

    name: str
    description: str
    notes: int
    media: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Deck:
    """The cards of one study note. `name` is relative to the root deck, with `::` between levels."""

    key: str
    name: str
    description: str
    notes: tuple[AnkiNote, ...]
    media: tuple[Media, ...] = ()
    not_asked: tuple[NotAsked, ...] = ()

    @property
    def head(self) -> DeckHead:
        """The deck without its cards."""
        return DeckHead(self.name, self.description, len(self.notes), tuple(item.name for item in self.media))


def short_hash(*parts: str) -> str:
    """16 hexadecimal digits of SHA-256 over the parts; where one part ends and the next begins counts."""
    return hashlib.sha256("\x1f".join(parts).encode()).hexdigest()[:16]
