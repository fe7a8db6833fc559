"""The two sides of a paper card, by the templates that Anki itself uses.

Goes in: Anki notes with their note types. Comes out: `Sides`, a card's context and the HTML of its front and back. What
Anki would let a learner type is left out, so that the templates show the answer as it is.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Final

from exporter.cards.deck import AnkiNote, NoteType
from exporter.cards.note_types import field_names, note_types

_SECTION: Final = re.compile(r"\{\{([#^])(\w+)\}\}(.*?)\{\{/\2\}\}", re.S)
_FIELD: Final = re.compile(r"\{\{(?:(\w+):)?(\w+)\}\}")
_CLOZE: Final = re.compile(r"\{\{c\d+::(.*?)(?:::(.*?))?\}\}", re.S)
_WRAPPER: Final = re.compile(r"</?section\b[^>]*>|<p class=\"context\">.*?</p>", re.S)
_ANSWER: Final = '<hr id="answer">'
# The back of a cloze is its text again, so it has no line between question and answer.
_LEFT_OUT: Final = ("TypeIn", "Extra", "Source")


@dataclass(frozen=True, slots=True)
class Sides:
    """A card. `key` names its Anki note, `template` what is asked of it."""

    key: str
    template: str
    context: str
    language: str
    front: str
    back: str


def sides_of(notes: tuple[AnkiNote, ...]) -> Iterator[Sides]:
    """Every card of Anki notes, in their order."""
    types = note_types()
    for note in notes:
        fields = dict(zip(field_names(note.kind), note.fields, strict=True))
        shown = {**fields, **dict.fromkeys(_LEFT_OUT, "")}
        for ordinal in note.cards:
            yield _sides(note, types[note.kind], ordinal, shown)


def _sides(note: AnkiNote, note_type: NoteType, ordinal: int, fields: Mapping[str, str]) -> Sides:
    template = note_type.templates[ordinal]
    front = filled(template.front, fields, reveal=False)
    back = filled(template.back, fields, reveal=True)
    answer = back.partition(_ANSWER)[2] or back
    return Sides(note.key, template.name, fields["Context"], fields["Language"], _bare(front), _bare(answer))


def filled(template: str, fields: Mapping[str, str], *, reveal: bool) -> str:
    """A template as Anki fills it: sections, fields, clozes (`reveal`: as on the back). A hint stays hidden."""

    def section(match: re.Match[str]) -> str:
        wanted = (match[1] == "#") == bool(fields.get(match[2]))
        return _SECTION.sub(section, match[3]) if wanted else ""

    def value(match: re.Match[str]) -> str:
        content = "" if match[1] == "hint" else fields.get(match[2], "")
        return _cloze(content, reveal=reveal) if match[1] == "cloze" else content

    return _FIELD.sub(value, _SECTION.sub(section, template))


def _cloze(html: str, *, reveal: bool) -> str:
    if reveal:
        return _CLOZE.sub(r'<span class="cloze">\1</span>', html)
    return _CLOZE.sub(lambda match: f'<span class="cloze">[{match[2] or "…"}]</span>', html)


def _bare(html: str) -> str:
    """A side without what frames it in Anki."""
    return _WRAPPER.sub("", html).strip()
