"""What an author would want to know of a note that was read: gaps that keep cards from being made, and slips.

Goes in: a `StudyNote`. Comes out: diagnostics, one kind of finding for each function in `CHECKS`. Few and true: what
most notes leave out on purpose is not told.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from itertools import groupby
from typing import Final, TypeAlias

from exporter.diagnostics import Diagnostic, Severity
from exporter.kramdown.nodes import Paragraph, plain_text, walk
from exporter.source import Span
from exporter.study import (
    Command,
    Definition,
    Option,
    Part,
    Prose,
    Section,
    Sequence,
    Spacing,
    StudyNote,
    all_sections,
    flat,
)

Check: TypeAlias = Callable[[StudyNote], Iterator[Diagnostic]]

_USED: Final = re.compile(r"(?<=\s)--?[A-Za-z][\w-]*")
_TAIL: Final = re.compile(r"[.!?。]\s+(?P<tail>[^\s.!?()\[\]<>:;\"'`*,~/\\|&@#=+\d-]{1,12})$")
_FINISHED: Final = re.compile(r"(?:[다요음함임됨죠기까네지슴]|[ㅋㅎㅠㅜ]+|[^\w\s])$")


def checks_of(note: StudyNote) -> Iterator[Diagnostic]:
    """Every finding, check by check."""
    for check in CHECKS:
        yield from check(note)


def _parts(note: StudyNote) -> Iterator[Part]:
    for section in all_sections(note.sections):
        yield from flat(section.entries)


def options_without_command(note: StudyNote) -> Iterator[Diagnostic]:
    """An option of which nothing tells the command."""
    options = [part for part in _parts(note) if isinstance(part, Option)]
    for known, run in groupby(options, key=lambda option: option.command is not None):
        first, *more = run
        if not known:
            others = f" and the {len(more)} after it" if more else ""
            yield Diagnostic(
                "option-without-command",
                Severity.WARNING,
                f"nothing here tells which command `{first.flags[0]}`{others} belong{'' if more else 's'} to",
                first.span,
                "put it under its command's title, or below a code block that shows the command",
            )


def options_not_explained(note: StudyNote) -> Iterator[Diagnostic]:
    """An option that an example of a titled command uses, and that the note explains nowhere."""
    explained = {flag for part in _parts(note) if isinstance(part, Option) for flag in part.flags}
    told: set[tuple[str, str]] = set()
    for command in (part for part in _parts(note) if isinstance(part, Command) and part.synopses):
        shown = " ".join(synopsis.text for synopsis in command.synopses)
        for line in (line for example in command.examples for line in example.commands):
            if not line.code.startswith(command.name):
                continue
            for flag in dict.fromkeys(_USED.findall(line.code)):
                if flag not in explained and flag not in shown.split() and (command.name, flag) not in told:
                    told.add((command.name, flag))
                    yield Diagnostic(
                        "option-not-explained",
                        Severity.INFO,
                        f"`{flag}` of `{command.name}` is used here and explained nowhere",
                        _place_of(flag, line.span, note),
                        f"a bullet `{flag}` with what it does makes a card of it",
                    )


def _place_of(flag: str, span: Span, note: StudyNote) -> Span:
    at = note.source.text.find(flag, span.start, span.end)
    return Span(at, at + len(flag)) if at >= 0 else span


def commands_without_synopsis(note: StudyNote) -> Iterator[Diagnostic]:
    """A titled command without synopsis, in a note that gives one to most."""
    titled = [part for part in _parts(note) if isinstance(part, Command) and part.examples]
    written = [command for command in titled if command.synopses]
    if len(written) < 2 or len(written) * 2 < len(titled):
        return
    for command in titled:
        if not command.synopses:
            yield Diagnostic(
                "command-without-synopsis",
                Severity.INFO,
                f"`{command.name}` has no synopsis, unlike the other commands of this note",
                command.span,
                f"a line `{command.name} …` in a `{{: .notice--info}}` box or a code block of its own is one",
            )


def empty_definitions(note: StudyNote) -> Iterator[Diagnostic]:
    """A term without meaning."""
    for part in _parts(note):
        if isinstance(part, Definition) and not plain_text(*part.meaning).strip():
            message, advice = f"“{part.term}” is not explained", "write what it means behind it or in the line below"
            yield Diagnostic("empty-definition", Severity.WARNING, message, part.span, advice)


def headings_without_text(note: StudyNote) -> Iterator[Diagnostic]:
    """A heading, or a step of a sequence, with nothing under it."""
    for section in all_sections(note.sections):
        if section.heading and not section.sections and not any(map(_has_text, section.entries)):
            yield _without_text(plain_text(*section.heading).strip(), _heading_span(section))
    for part in _parts(note):
        if isinstance(part, Sequence):
            for step in part.steps:
                if not step.meaning and not step.body and any(other.body for other in part.steps):
                    yield _without_text(step.name, Span(step.label[0].span.start, step.label[-1].span.end))


def _without_text(title: str, span: Span) -> Diagnostic:
    message = f"nothing stands under “{title}”"
    return Diagnostic("heading-without-text", Severity.WARNING, message, span, "write what it is, or take it out")


def _has_text(part: Part) -> bool:
    return not isinstance(part, Spacing)


def _heading_span(section: Section) -> Span:
    return Span(section.heading[0].span.start, section.heading[-1].span.end)


def text_breaking_off(note: StudyNote) -> Iterator[Diagnostic]:
    """A paragraph that ends in a word or two after its last full sentence."""
    for paragraph in _paragraphs(note):
        text = plain_text(paragraph).rstrip()
        tail = _TAIL.search(text)
        if tail and text.count(".") + text.count("。") > 1 and not _FINISHED.search(tail["tail"]):
            end = paragraph.inlines[-1].span.end
            yield Diagnostic(
                "text-breaks-off",
                Severity.WARNING,
                f"the text breaks off after “{tail['tail']}”",
                Span(max(end - len(tail["tail"]), paragraph.span.start), end),
                "finish the sentence: it is printed as it stands",
            )


def _paragraphs(note: StudyNote) -> Iterator[Paragraph]:
    seen: set[int] = set()
    for part in _parts(note):
        for written in (getattr(part, name, None) for name in ("block", "blocks")):
            for block in written if isinstance(written, tuple) else (written,):
                for node in walk(block) if block is not None else ():
                    if isinstance(node, Paragraph) and node.inlines and node.span.start not in seen:
                        seen.add(node.span.start)
                        yield node


def repeated_keys(note: StudyNote) -> Iterator[Diagnostic]:
    """Two entries with the same `{: #id}`: their cards could not be told apart."""
    seen: dict[str, Span] = {}
    for part in _parts(note):
        if isinstance(part, Prose | Spacing):
            continue
        key = f"#{part.attributes.id}" if part.attributes.id else ""
        if key and key in seen and seen[key] != part.span:
            line = note.source.position(seen[key].start).line
            yield Diagnostic(
                "duplicate-key",
                Severity.WARNING,
                f"`{key}` already stands on line {line}",
                part.span,
                "give it another id",
            )
        elif key:
            seen[key] = part.span


def repeated_commands(note: StudyNote) -> Iterator[Diagnostic]:
    """A command that a later title or item gives another purpose: one card cannot ask for both."""
    seen: dict[str, Command] = {}
    for part in (entry for section in all_sections(note.sections) for entry in section.entries):
        if not isinstance(part, Command) or not part.purpose or part.attributes.id:
            continue
        first = seen.setdefault(part.name, part)
        if plain_text(*first.purpose).split() != plain_text(*part.purpose).split():
            line = note.source.position(first.span.start).line
            yield Diagnostic(
                "duplicate-key",
                Severity.INFO,
                f"`{part.name}` has another purpose on line {line}: no card can ask for both",
                part.span,
                "say both where the command is told of first, or leave one out",
            )


def repeated_terms(note: StudyNote) -> Iterator[Diagnostic]:
    """A term that two sections explain in different words: two cards ask what it is, with different answers."""
    seen: dict[str, tuple[Definition, Section]] = {}
    for section in all_sections(note.sections):
        for part in flat(section.entries):
            if not isinstance(part, Definition) or not part.meaning or part.attributes.id:
                continue
            first, where = seen.setdefault(part.term.casefold(), (part, section))
            if where is not section and not _same(first, part):
                line = note.source.position(first.span.start).line
                yield Diagnostic(
                    "duplicate-key",
                    Severity.INFO,
                    f"“{part.term}” has another meaning on line {line}: two cards ask what it is",
                    part.span,
                    "say both in one place, or give the terms names that tell them apart",
                )


def _same(one: Definition, other: Definition) -> bool:
    """Whether one of two meanings holds the other."""
    first, second = (" ".join(plain_text(*each.meaning).split()) for each in (one, other))
    return first in second or second in first


CHECKS: Final[tuple[Check, ...]] = (
    options_without_command,
    options_not_explained,
    commands_without_synopsis,
    empty_definitions,
    headings_without_text,
    text_breaking_off,
    repeated_keys,
    repeated_commands,
    repeated_terms,
)
