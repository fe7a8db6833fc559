"""The line under a sheet's title: what the note holds, and how to read its synopses.

Goes in: a study note and the words of the language. Comes out: text and HTML.
"""

from __future__ import annotations

from collections.abc import Iterator

from exporter import study as s
from exporter.markup import escape
from exporter.sheet.labels import Labels
from exporter.sheet.synopsis import operand_name
from exporter.study import StudyNote


def counts(note: StudyNote, labels: Labels) -> Iterator[str]:
    """How many of each kind the note has, in words."""
    parts = [part for section in s.all_sections(note.sections) for part in s.flat(section.entries)]
    for kind, word in (
        (s.Command, labels.commands),
        (s.Option, labels.options),
        (s.Definition, labels.definitions),
        (s.Example, labels.examples),
    ):
        if count := sum(isinstance(part, kind) for part in parts):
            yield labels.counted(count, word)


def legend(note: StudyNote, labels: Labels) -> str:
    """How to read a synopsis, shown on words of the note's own."""
    parts = [part for section in s.all_sections(note.sections) for part in s.flat(section.entries)]
    terms = [term for part in parts if isinstance(part, s.Synopsis) for term in _flat_terms(part.terms)]
    word = next((term.text for term in terms if isinstance(term, s.Word)), "")
    operand = next((operand_name(term.text) for term in terms if isinstance(term, s.Operand)), "")
    optional = any(isinstance(term, s.Optional | s.OptionsShortcut) for term in terms)
    prompted = any(line.prompt for part in parts if isinstance(part, s.Example) for line in part.commands)
    keys = (
        f'<b class="m">{escape(word)}</b> {labels.literal_means}' if word else "",
        f"<u>{escape(operand)}</u> {labels.operand_means}" if operand else "",
        f'<span class="m">[ ]</span> {labels.optional_means}' if optional else "",
        f'<span class="m">$</span> {labels.prompt_means}' if prompted else "",
    )
    return f'<span class="legend">{" &#160; ".join(filter(None, keys))}</span>'


def _flat_terms(terms: tuple[s.Term, ...]) -> Iterator[s.Term]:
    for term in terms:
        yield term
        match term:
            case s.Optional(inner):
                yield from _flat_terms(inner)
            case s.Choice(branches):
                yield from _flat_terms(tuple(inner for branch in branches for inner in branch))
            case s.Repeat(inner_term):
                yield from _flat_terms((inner_term,))
            case s.Flag(_, argument) if argument:
                yield argument
            case _:
                pass
