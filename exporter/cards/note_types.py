"""The note types of every kramdeck deck, as one table.

Goes in: the template and style files beside this module. Comes out: `NOTE_TYPES`.

Anki takes a note type with one field or template more, less or elsewhere for another note type, and from then on
updates none of its notes. So what stands here is for ever: ids, the order of fields and templates, and their number.
New needs are met by the reserved fields and templates, which may be renamed and put to use: Anki knows them by their
ids.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Final

from exporter.cards.deck import CardTemplate, Kind, NoteField, NoteType

# The id of the first note type; the others follow, and fields and templates count on from their note type's.
_FIRST_ID: Final = 1_763_994_300_000
_HEAD: Final = ("Key", "Context")
_TAIL: Final = ("TypeIn", "Extra", "Source", "Language", "Reserve1", "Reserve2", "Reserve3")
_RESERVED_TEMPLATES: Final = ("Reserve1", "Reserve2")
_RESERVED_FRONT: Final = "{{{{#{0}}}}}{{{{{0}}}}}{{{{/{0}}}}}"


@dataclass(frozen=True, slots=True)
class _Row:
    """`templates` are (name, the field it asks for, its files' name)."""

    kind: Kind
    name: str
    content: tuple[str, ...]
    templates: tuple[tuple[str, str, str], ...]
    cloze: bool = False


_TABLE: Final = (
    _Row(
        "command",
        "kramdeck Command",
        ("Command", "Purpose", "AskCommand", "AskPurpose", "Synopsis", "Example"),
        (("Purpose → command", "AskCommand", "command"), ("Command → purpose", "AskPurpose", "purpose")),
    ),
    _Row(
        "synopsis",
        "kramdeck Synopsis blank",
        ("Line", "Ask", "Answer", "Full"),
        (("Blank", "Line", "blank"),),
    ),
    _Row(
        "option",
        "kramdeck Option",
        ("Command", "Flag", "Meaning", "AskFlag", "AskMeaning"),
        (("Meaning → option", "AskFlag", "flag"), ("Option → meaning", "AskMeaning", "meaning")),
    ),
    _Row(
        "definition",
        "kramdeck Definition",
        ("Term", "Alias", "Definition", "AskDefinition", "AskTerm"),
        (("Term → definition", "AskDefinition", "definition"), ("Definition → term", "AskTerm", "term")),
    ),
    _Row("example", "kramdeck Example", ("Task", "Line", "Synopsis"), (("Task → line", "Task", "line"),)),
    _Row("cloze", "kramdeck Cloze", ("Text",), (("Cloze", "Text", "cloze"),), cloze=True),
    _Row("fact", "kramdeck Fact", ("Front", "Back"), (("Fact", "Front", "fact"),)),
    _Row("sequence", "kramdeck Sequence", ("Ask", "Answer", "Whole"), (("Next step", "Ask", "step"),)),
)


@cache
def note_types() -> dict[Kind, NoteType]:
    """The note types by kind, in their fixed order. Reads the template files on first use."""
    return {row.kind: _note_type(row, _FIRST_ID + 1000 * number) for number, row in enumerate(_TABLE)}


def field_names(kind: Kind) -> tuple[str, ...]:
    """The names of a note type's fields, in order."""
    return _FIELD_NAMES[kind]


_FIELD_NAMES: Final[dict[Kind, tuple[str, ...]]] = {row.kind: (*_HEAD, *row.content, *_TAIL) for row in _TABLE}
ASKS: Final[dict[Kind, tuple[str, ...]]] = {row.kind: tuple(asks for _, asks, _ in row.templates) for row in _TABLE}


def _note_type(row: _Row, number: int) -> NoteType:
    fields = tuple(NoteField(name, number + 100 + at) for at, name in enumerate(_FIELD_NAMES[row.kind]))
    templates = [
        CardTemplate(name, number + 500 + at, asks, _file(row.kind, f"{file}.front.html"), _back(row.kind, file))
        for at, (name, asks, file) in enumerate(row.templates)
    ]
    if not row.cloze:
        templates += [
            CardTemplate(name, number + 600 + at, name, _RESERVED_FRONT.format(name), "{{FrontSide}}")
            for at, name in enumerate(_RESERVED_TEMPLATES)
        ]
    return NoteType(row.kind, number, row.name, fields, tuple(templates), _asset("card.css"), row.cloze)


def _back(kind: Kind, file: str) -> str:
    """A back, with what all backs share after it."""
    return _file(kind, f"{file}.back.html") + _asset("shared.back.html")


def _file(kind: Kind, name: str) -> str:
    return _asset(f"{kind}/{name}")


def _asset(name: str) -> str:
    return files("exporter.cards").joinpath("templates", *name.split("/")).read_text(encoding="utf-8")
