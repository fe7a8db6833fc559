"""Facts: what was understood in a study note, flat, one small dict for each thing, in the order of the file.

Goes in: `StudyNote`. Comes out: dicts that JSON can hold, with the keys that `kramdeck facts` promises:

* every fact: `kind`, `line` (from 1, in the file as it stands)
* `command`: `name`, `meaning` (or None), `section`
* `synopsis`: `command`, `text`
* `option`: `command` (or None), `flags`, `argument` (or None), `meaning`
* `example`: `command`, `code`, `meaning` (or None)
* `definition`: `term`, `aliases`, `meaning`
* `step`: `sequence`, `index`, `name`, `meaning`
* `statement`: `about`, `text`
* `reference`: `text`

`meaning` is in the note's own words, without markup.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, TypeAlias

from exporter.kramdown.nodes import Inlines, plain_text, spaced_text
from exporter.source import Span
from exporter.study import (
    Admonition,
    Command,
    CommandLine,
    Definition,
    Example,
    Listing,
    Option,
    Part,
    Prose,
    Reference,
    Section,
    Sequence,
    Spacing,
    Statement,
    StudyNote,
    Synopsis,
)

Fact: TypeAlias = dict[str, Any]


@dataclass(frozen=True, slots=True)
class _Place:
    """Where a part stands: its section's heading and the command it is under."""

    note: StudyNote
    section: str = ""
    command: str | None = None

    def line(self, span: Span) -> int:
        return self.note.source.position(span.start).line


def facts_of(note: StudyNote) -> Iterator[Fact]:
    """Every fact of a note, in order."""
    for section in note.sections:
        yield from _of_section(section, _Place(note))


def _of_section(section: Section, place: _Place) -> Iterator[Fact]:
    if section.opens:
        yield from _of_sequence(section.opens, place)
    place = _Place(place.note, _words(section.heading) or place.section, place.command)
    for entry in section.entries:
        yield from _of_part(entry, place)
    opened = section.entries[0] if section.entries and not section.heading else None
    inner = _Place(place.note, place.section, opened.name) if isinstance(opened, Command) else place
    for child in section.sections:
        yield from _of_section(child, inner)


def _of_part(part: Part, place: _Place) -> Iterator[Fact]:  # noqa: C901 (one arm a kind)
    match part:
        case Command():
            yield _fact(
                part.span, place, "command", name=part.name, meaning=_words(part.purpose) or None, section=place.section
            )
            yield from _of_parts(part.body, _Place(place.note, place.section, part.name))
        case Synopsis(_, text):
            yield _fact(part.span, place, "synopsis", command=place.command, text=text)
        case Option():
            yield _fact(
                part.span,
                place,
                "option",
                command=part.command,
                flags=list(part.flags),
                argument=part.argument,
                meaning=_words(part.meaning),
            )
            yield from _of_parts(part.body, place)
        case Example():
            for line in part.commands:
                yield _of_line(line, place)
        case Definition():
            yield _fact(
                part.span, place, "definition", term=part.term, aliases=list(part.aliases), meaning=_words(part.meaning)
            )
            yield from _of_parts(part.body, place)
        case Sequence():
            yield from _of_sequence(part, place)
        case Statement():
            text = _words(part.inlines)
            yield _fact(part.span, place, "statement", about=part.about, text=text)
        case Reference(blocks):
            yield _fact(part.span, place, "reference", text=spaced_text(*blocks))
        case Listing():
            yield from sorted((fact for reading in part.readings for fact in _of_part(reading, place)), key=_by_line)
        case Admonition():
            yield from _of_parts(part.body, place)
        case Prose() | Spacing():
            pass


def _of_parts(parts: tuple[Part, ...], place: _Place) -> Iterator[Fact]:
    for part in parts:
        yield from _of_part(part, place)


def _of_line(line: CommandLine, place: _Place) -> Fact:
    return _fact(
        line.span, place, "example", command=place.command, code=line.code, meaning=_words(line.meaning) or None
    )


def _of_sequence(sequence: Sequence, place: _Place) -> Iterator[Fact]:
    for index, step in enumerate(sequence.steps, start=1):
        yield _fact(
            step.span, place, "step", sequence=sequence.title, index=index, name=step.name, meaning=_words(step.meaning)
        )
        yield from _of_parts(step.body, place)


def _fact(span: Span, place: _Place, kind: str, **keys: Any) -> Fact:
    return {"kind": kind, "line": place.line(span), **keys}


def _by_line(fact: Fact) -> int:
    return int(fact["line"])


def _words(inlines: Inlines) -> str:
    return " ".join(plain_text(*inlines).split())
