"""A deck → text to read, as a learner would see it: each question with its answer, then what was not asked.

Goes in: `Deck`. Comes out: text, the same for the same deck; expected files and `kramdeck show` are printed with it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from exporter.cards.deck import AnkiNote, Deck, Kind
from exporter.cards.note_types import ASKS, field_names
from exporter.cards.plain import plain

# The field that answers each asking field. A cloze answers itself.
_ANSWERS: Final[dict[tuple[Kind, str], str]] = {
    ("command", "AskCommand"): "Command",
    ("command", "AskPurpose"): "Purpose",
    ("synopsis", "Line"): "Answer",
    ("option", "AskFlag"): "Flag",
    ("option", "AskMeaning"): "Meaning",
    ("definition", "AskDefinition"): "Definition",
    ("definition", "AskTerm"): "Term",
    ("example", "Task"): "Line",
    ("fact", "Front"): "Back",
    ("sequence", "Ask"): "Answer",
}
_BLANK: Final = re.compile(r"\{\{c1::(.*?)\}\}", re.DOTALL)


def readable(deck: Deck) -> str:
    """All notes of the deck, an empty line between them, and what is not asked at the end."""
    notes = ("\n".join(_note_lines(note)) for note in deck.notes)
    unasked = (f"{item.line}: {'kept' if item.kept else 'not kept'}: {item.text}" for item in deck.not_asked)
    return "\n\n".join([f"deck {deck.name}", *notes, "\n".join(["not asked", *unasked])]) + "\n"


def _note_lines(note: AnkiNote) -> Iterator[str]:
    fields = dict(zip(field_names(note.kind), note.fields, strict=True))
    yield note.key
    yield f"  in  {plain(fields['Context'])}"
    for card in note.cards:
        ask = ASKS[note.kind][card]
        yield f"  ?   {plain(_BLANK.sub('____', fields[ask]))}"
        yield f"  =   {_answer(note.kind, ask, fields)}"
    for mark, name in (("typed", "TypeIn"), ("extra", "Extra")):
        if fields[name]:
            yield f"  {mark} {plain(fields[name])}"
    yield f"  tags {' '.join(note.tags)}"


def _answer(kind: Kind, ask: str, fields: dict[str, str]) -> str:
    if kind == "cloze":
        return " / ".join(dict.fromkeys(plain(found[1]) for found in _BLANK.finditer(fields["Text"])))
    return plain(fields[_ANSWERS[kind, ask]])
