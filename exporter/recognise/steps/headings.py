"""Steps in headings: `## Step 1 …`, `## 2. 설치`, each with its section.

Goes in: sections side by side, as read, and the titles above them. Comes out: the same sections, the first of each
procedure with the `Sequence` it opens. The sections stay what they are: chapters of a note have numbers too.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from exporter.kramdown.nodes import Inlines, Paragraph, plain_text
from exporter.recognise.steps.numbers import Number, number_of
from exporter.recognise.steps.procedures import Counted, procedure_title
from exporter.recognise.text.runs import run_of
from exporter.recognise.text.sentence_ends import sentences
from exporter.source import Span
from exporter.study import Command, Option, Prose, Section, Sequence, Step


def with_procedures(sections: tuple[Section, ...], titles: tuple[str, ...]) -> tuple[Section, ...]:
    """The sections with the procedures they open; `titles` stand over them, the nearest first."""
    opened = {run[0][0]: found for run in _runs(sections) if (found := _sequence(sections, run, titles))}
    return tuple(replace(section, opens=opened.get(at)) for at, section in enumerate(sections)) if opened else sections


def _runs(sections: tuple[Section, ...]) -> Iterator[list[tuple[int, Number]]]:
    """The places of sections that are counted from one on; what stands between them without a number is passed over."""
    run: list[tuple[int, Number]] = []
    for at, section in enumerate(sections):
        number = number_of(_title(section))
        if number is None or (run and number.value == 0):
            continue
        if number.value == 1 and not (run and _is_under(number, run[-1][1])):
            yield run
            run = [(at, number)]
        elif run and _follows(sections, run[-1], at, number):
            run.append((at, number))
    yield run


def _is_under(number: Number, last: Number) -> bool:
    """Whether a number counts on within the last one: 9.1 behind 9."""
    return number.above == (*last.above, last.value)


def _follows(sections: tuple[Section, ...], last: tuple[int, Number], at: int, number: Number) -> bool:
    before, counted = last
    is_sibling = sections[before].level == sections[at].level
    return is_sibling and number.above == counted.above and number.value == counted.value + 1


def _sequence(sections: tuple[Section, ...], run: list[tuple[int, Number]], titles: tuple[str, ...]) -> Sequence | None:
    steps = [_step(sections[at], number) for at, number in run]
    named = any(number.named for _, number in run)
    names = tuple(step.name for step in steps if named or not _is_command(sections, step))
    title = procedure_title(Counted(names, titles, named=named, chapters=True))
    if title is None or not all(step.name for step in steps):
        return None
    return Sequence(title, (), tuple(steps), span=Span(steps[0].span.start, steps[-1].span.end))


def _step(section: Section, number: Number) -> Step:
    name = " ".join(_title(section)[number.end :].split())
    return Step(name or (_first_words(section) if number.named else ""), (), (), (), span=section.span)


def _title(section: Section) -> str:
    return plain_text(*_label(section))


def _label(section: Section) -> Inlines:
    """A heading's words, which an entry has taken over where the heading names it."""
    match section.entries:
        case (Command() | Option() as entry, *_) if not section.heading:
            return entry.label
        case _:
            return section.heading


def _first_words(section: Section) -> str:
    """The sentence under a heading that is a number alone."""
    match section.entries:
        case (Prose(Paragraph(inlines)), *_):
            return " ".join(sentence.text for sentence in sentences(run_of(inlines))[:1])
        case _:
            return ""


def _is_command(sections: tuple[Section, ...], step: Step) -> bool:
    return any(not section.heading for section in sections if section.span == step.span)
