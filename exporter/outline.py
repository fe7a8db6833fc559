"""The outline of a study note: what each part of it was read as, a line for each, in the order of the file.

Goes in: `StudyNote`. Comes out: lines of text such as `  30  command     docker image build: makes an image`, with the
line of the file (from 1) in front, what stands inside a part indented below it. Text that was read as nothing special
is there too, as `text`: what is missing among the cards is found there. What a row says already as a purpose or a
meaning has no row of its own.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import accumulate
from typing import Final

from exporter.diagnostics import display_width
from exporter.kramdown.nodes import CodeBlock, Inlines, plain_text, spaced_text
from exporter.source import Span
from exporter.study import (
    Admonition,
    Command,
    CommandLine,
    CommentLine,
    Definition,
    Example,
    Listing,
    Option,
    OutputLine,
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

WIDTH: Final = 110
"""The longest line, in terminal cells."""

_KIND: Final = 14
_MOSTLY: Final = 0.8
"""So much of a block's words, and its readings are all there is to tell of it."""


@dataclass(frozen=True, slots=True)
class _Row:
    """One part: its place, how deep it stands, what it was read as, its name or own words, and what is said of it."""

    span: Span
    depth: int
    kind: str
    words: str
    said: str = ""

    @property
    def text(self) -> str:
        return f"{self.words}: {self.said}" if self.said else self.words


def outline_of(note: StudyNote) -> Iterator[str]:
    """The lines of a note's outline, each at most `WIDTH` cells wide."""
    for section in note.sections:
        for row in _unrepeated(list(_of_section(section, 0))):
            yield _drawn(row, note.source.position(row.span.start).line)


def _unrepeated(rows: list[_Row]) -> Iterator[_Row]:
    """The rows without the text that another row has for its meaning."""
    said = {_bare(row.said) for row in rows if row.said}
    return (row for row in rows if row.kind != "text" or _bare(row.words) not in said)


def _bare(words: str) -> str:
    return words.rstrip(" .:：。")


def _drawn(row: _Row, line: int) -> str:
    kind = "  " * row.depth + row.kind
    return _cut(f"{line:5}  {kind:{_KIND}}  {' '.join(row.text.split())}").rstrip()


def _cut(text: str) -> str:
    if display_width(text) <= WIDTH:
        return text
    fits = sum(width < WIDTH for width in accumulate(map(display_width, text)))
    return text[:fits].rstrip() + "…"


def _of_section(section: Section, depth: int) -> Iterator[_Row]:
    if section.opens:
        yield from _of_part(section.opens, depth)
    if section.heading:
        yield _Row(section.heading[0].span, depth, "section", _words(section.heading))
        depth += 1
    yield from _of_parts(section.entries, depth)
    for child in section.sections:
        yield from _of_section(child, depth)


def _of_parts(parts: tuple[Part, ...], depth: int) -> Iterator[_Row]:
    for part in parts:
        yield from _of_part(part, depth)


def _of_part(part: Part, depth: int) -> Iterator[_Row]:  # noqa: C901 (one arm a kind)
    match part:
        case Spacing():
            return
        case Prose(block):
            kind = "code" if isinstance(block, CodeBlock) else "text"
            yield _Row(part.span, depth, kind, spaced_text(block))
        case Command():
            yield _Row(part.span, depth, "command", part.name, _words(part.purpose))
            yield from _of_parts(part.body, depth + 1)
        case Option():
            yield _Row(part.span, depth, "option", _option_name(part), _words(part.meaning))
            yield from _of_parts(part.body, depth + 1)
        case Definition():
            yield _Row(part.span, depth, "definition", " = ".join((part.term, *part.aliases)), _words(part.meaning))
            yield from _of_parts(part.body, depth + 1)
        case Admonition():
            yield _Row(part.span, depth, "box", part.kind, _words(part.title))
            yield from _of_parts(part.body, depth + 1)
        case Synopsis():
            yield _Row(part.span, depth, "synopsis", part.text)
        case Statement():
            yield _Row(part.span, depth, "statement", _words(part.inlines))
        case Reference(blocks):
            yield _Row(part.span, depth, "reference", spaced_text(*blocks))
        case Example():
            yield from _of_example(part, depth)
        case Listing():
            yield from _of_listing(part, depth)
        case Sequence():
            yield from _of_sequence(part, depth)


def _option_name(option: Option) -> str:
    name = " ".join((", ".join(option.flags), option.argument or "")).rstrip()
    return f"{name} of {option.command}" if option.command else name


def _of_example(example: Example, depth: int) -> Iterator[_Row]:
    """The lines that can be run, and comments; output, and code without any such line, in one row each."""
    output: OutputLine | None = None
    comments: list[_Row] = []
    for line in example.lines:
        match line:
            case CommandLine(code, meaning):
                told, output = _words(meaning), None
                yield from (comment for comment in comments if not _is_told(comment.words, told))
                yield _Row(line.span, depth, "example", code, told)
                comments = []
            case CommentLine(text) if text.strip():
                comments.append(_Row(line.span, depth, "comment", " ".join(text.split())))
            case OutputLine(text) if output is None and text.strip():
                output = line
                yield from comments
                yield _Row(line.span, depth + 1, "output", text.strip())
                comments = []
            case _:
                pass
    yield from comments


def _is_told(comment: str, told: str) -> bool:
    """Whether the task of a command is what the comment above says, but for the command's template behind it."""
    return comment in told or (bool(told) and comment.startswith(told))


def _of_listing(listing: Listing, depth: int) -> Iterator[_Row]:
    """What was read in a table or a sentence; the block itself stands for what was not, if that is more than joints."""
    rows = [row for reading in listing.readings for row in _of_part(reading, depth)]
    words = spaced_text(listing.block)
    if sum(len(row.words) + len(row.said) for row in rows) < _MOSTLY * len(words):
        yield _Row(listing.span, depth, "listing", words)
        rows = [replace(row, depth=row.depth + 1) for row in rows]
    yield from sorted(rows, key=lambda row: row.span.start)


def _of_sequence(sequence: Sequence, depth: int) -> Iterator[_Row]:
    yield _Row(sequence.span, depth, "sequence", sequence.title)
    for number, step in enumerate(sequence.steps, start=1):
        yield _Row(step.span, depth + 1, "step", f"{number}. {step.name}", _words(step.meaning))
        yield from _of_parts(step.body, depth + 2)


def _words(inlines: Inlines) -> str:
    return " ".join(plain_text(*inlines).split())
