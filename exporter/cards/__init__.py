"""Study notes → Anki decks, as plain values. `cards_of` is the door; `apkg` writes what comes out.

Goes in: a `StudyNote`, `DeckSettings`, and the pictures the note refers to (`markup.image_sources` says which; whoever
reads files looks them up and says what is missing). Comes out: a `Deck`.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from typing import Final

from exporter.cards.anki_html import anki_options, media_file
from exporter.cards.commands import commands_of
from exporter.cards.deck import Deck, Media
from exporter.cards.draft import Place, escaped
from exporter.cards.finish import finished
from exporter.cards.mapping import sections_outcomes
from exporter.cards.wording import WORDINGS
from exporter.markup import MarkupOptions, blocks_html
from exporter.settings import DeckSettings
from exporter.study import Command, Definition, Part, Reference, StudyNote, all_sections, flat

__all__ = ["cards_of"]

_NAME_BREAK: Final = re.compile(r"::+|[\s\x00-\x1f\"]+")


def cards_of(note: StudyNote, settings: DeckSettings, images: Mapping[str, bytes] | None = None) -> Deck:
    """The deck of one study note.

    `images` holds the bytes of each picture under its source as written; one that isn't there is shown by its words.
    """
    media = {src: media_file(src, data) for src, data in (images or {}).items()}
    options = anki_options({src: item.name for src, item in media.items()})
    parts = [part for section in all_sections(note.sections) for part in flat(section.entries)]
    commands = commands_of(part for part in parts if isinstance(part, Command))
    place = Place(WORDINGS[note.language], options, settings.typed, commands, _names(parts))
    made = finished(sections_outcomes(note.sections, place), note, settings)
    return Deck(
        note.key,
        deck_name(note.key),
        _description(note, parts, options),
        made.notes,
        _used(media.values(), "".join("".join(record.fields) for record in made.notes)),
        made.not_asked,
    )


def deck_name(key: str) -> str:
    """The deck's name below the root: the file's path. Anki never moves cards, so a name must not follow the title."""
    return "::".join(_NAME_BREAK.sub(" ", part).strip() for part in key.split("/"))


def _names(parts: Iterable[Part]) -> frozenset[str]:
    """What has cards of its own, in lower case; a blank for it would ask the same side again."""
    names: set[str] = set()
    for part in parts:
        if isinstance(part, Command) and part.purpose:
            names.add(part.name.casefold())
        elif isinstance(part, Definition):
            names |= {name.casefold() for name in (part.term, *part.aliases)}
    return frozenset(names)


def _description(note: StudyNote, parts: Iterable[Part], options: MarkupOptions) -> str:
    """The deck's description: the title, and where its knowledge comes from."""
    references = [blocks_html(part.blocks, options) for part in parts if isinstance(part, Reference)]
    return "\n".join([f"<p>{escaped(note.title)}</p>", *references])


def _used(media: Iterable[Media], fields: str) -> tuple[Media, ...]:
    """The pictures that a field shows, each once."""
    return tuple({item.name: item for item in media if item.name in fields}.values())
