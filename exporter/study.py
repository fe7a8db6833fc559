"""The study note: what the text means. The one hub between reading and everything made from it.

Goes in: nothing but values (`recognise` builds them). Comes out: `StudyNote`; cards, sheets and facts are made of it.

Two kinds of fields, kept apart so that nothing is lost and nothing is counted twice:

* **written** fields (`heading`, `label`, `body`, `block`, `blocks`, `intro`, `steps`, `entries` of a section) hold the
  document's own nodes, each node exactly once, in the order of the file. `text(note)` reads these alone, and equals the
  document's text (invariant 3).
* **reading** fields (`name`, `purpose`, `meaning`, `flags`, `term`, `lines`, `readings`, `opens` …) say what was
  understood. They repeat words of the written fields and are never counted.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Literal, TypeAlias

from exporter.diagnostics import Diagnostic
from exporter.kramdown.nodes import Block, Blocks, Inlines, Node, plain_text
from exporter.source import SourceFile, Span

Language = Literal["ko", "en", "zh", "ja"]

# Terms: the reading of a synopsis, as POSIX names its pieces


@dataclass(frozen=True, slots=True)
class Word:
    """Typed as it stands: `docker`, `image`, `build`."""

    text: str


@dataclass(frozen=True, slots=True)
class Flag:
    """`-t` with the operand it takes, and what joins them (a blank or `=`)."""

    name: str
    argument: Operand | Optional | None = None
    joint: str = ""


@dataclass(frozen=True, slots=True)
class Operand:
    """A value to put in: `이미지명`, `<image>`, `FILE`; `text` includes its brackets."""

    text: str


@dataclass(frozen=True, slots=True)
class Optional:
    """`[…]`"""

    terms: tuple[Term, ...]


@dataclass(frozen=True, slots=True)
class Choice:
    """`a|b`; `open` and `close` are the braces around it, if any."""

    branches: tuple[tuple[Term, ...], ...]
    open: str = ""
    close: str = ""


@dataclass(frozen=True, slots=True)
class Repeat:
    """`term…` or `term...`"""

    term: Term
    mark: str = "..."


@dataclass(frozen=True, slots=True)
class OptionsShortcut:
    """`[options]`, `[OPTIONS]`, `[옵션]`: any options; `text` as written."""

    text: str


@dataclass(frozen=True, slots=True)
class Space:
    """Blanks between terms, as written, so that the terms give the text back (invariant 5)."""

    text: str = " "


Term: TypeAlias = Word | Flag | Operand | Optional | Choice | Repeat | OptionsShortcut | Space

# Code lines: the reading of an example


@dataclass(frozen=True, slots=True)
class CommandLine:
    """One command as it can be run: no prompt or trailing comment, lines joined. `meaning`: the task the note says."""

    code: str
    meaning: Inlines = ()
    prompt: str = ""
    span: Span = field(default=Span(0, 0), compare=False)


@dataclass(frozen=True, slots=True)
class CommentLine:
    """A comment on a line of its own, without its sign. Where it tells a command's task, the command has it too."""

    text: str
    span: Span = field(default=Span(0, 0), compare=False)


@dataclass(frozen=True, slots=True)
class OutputLine:
    """What a command printed, or whatever else stands between the commands."""

    text: str
    span: Span = field(default=Span(0, 0), compare=False)


CodeLine: TypeAlias = CommandLine | CommentLine | OutputLine

# Entries and parts


@dataclass(frozen=True, slots=True)
class Prose(Node):
    """A block nobody claimed: it stays, in order."""

    block: Block


@dataclass(frozen=True, slots=True)
class Spacing(Node):
    """A block without content: `<br>`, `---`, a comment."""

    block: Block


@dataclass(frozen=True, slots=True)
class Reference(Node):
    """Where the note's knowledge comes from: books, links. Never a card; the sheet's footer."""

    blocks: Blocks


@dataclass(frozen=True, slots=True)
class Statement(Node):
    """A sentence worth knowing; `cloze` are the spans of its bold or code words that can be asked for.

    `about` is the command or section it speaks of.
    """

    block: Block
    inlines: Inlines
    cloze: tuple[Span, ...] = ()
    about: str = ""


@dataclass(frozen=True, slots=True)
class Synopsis(Node):
    """How a command is called. `text` is one line; `terms` are its reading (`terms_text(terms) == text`)."""

    block: Block
    text: str
    terms: tuple[Term, ...]


@dataclass(frozen=True, slots=True)
class Example(Node):
    """Code that shows commands at work. `intro` are blocks before the code that tell what it is for."""

    intro: Blocks
    block: Block
    lines: tuple[CodeLine, ...]

    @property
    def commands(self) -> tuple[CommandLine, ...]:
        """The lines that can be run."""
        return tuple(line for line in self.lines if isinstance(line, CommandLine))


@dataclass(frozen=True, slots=True)
class Option(Node):
    """A flag and what it does. `command` is the command it belongs to, None where the note doesn't say.

    `label` are the inlines that name it, with what joins them to the meaning; `body` begins with the meaning where that
    stands behind the name (and repeats it no second time: `meaning` is a reading).
    """

    flags: tuple[str, ...]
    argument: str | None
    meaning: Inlines
    command: str | None
    label: Inlines
    body: tuple[Part, ...]


@dataclass(frozen=True, slots=True)
class Definition(Node):
    """A term and what it is. `term` and `aliases` are plain words, `meaning` the note's own."""

    term: str
    aliases: tuple[str, ...]
    meaning: Inlines
    label: Inlines
    body: tuple[Part, ...]


@dataclass(frozen=True, slots=True)
class Command(Node):
    """A command and all that is said of it.

    `name` is the command as one types it (`docker image build`), `purpose` what it does in the note's words (empty if
    the note doesn't say), `label` the inlines that name it (of a heading, a bold line, an item), `body` what follows.
    Where the purpose stands before the name on the same line, `label` is the whole line.
    """

    name: str
    purpose: Inlines
    label: Inlines
    body: tuple[Part, ...]

    @property
    def synopses(self) -> tuple[Synopsis, ...]:
        """The synopsis lines in the body."""
        return tuple(part for part in self.body if isinstance(part, Synopsis))

    @property
    def options(self) -> tuple[Option, ...]:
        """The options in the body, those read inside listings too."""
        return tuple(part for part in flat(self.body) if isinstance(part, Option))

    @property
    def examples(self) -> tuple[Example, ...]:
        """The examples in the body, those under its options too."""
        return tuple(part for part in flat(self.body) if isinstance(part, Example))


@dataclass(frozen=True, slots=True)
class Listing(Node):
    """One block in which several things are documented: a table, a commented code block, a sentence with two terms.

    `block` (with `intro` before it) is the text as written; `readings` say what was read in it, and are not counted as
    text: their own written fields repeat words of `block`.
    """

    intro: Blocks
    block: Block
    readings: tuple[Command | Option | Definition | Example | Statement, ...]


@dataclass(frozen=True, slots=True)
class Admonition(Node):
    """A box set apart. `kind` is its class or word (info, warning, tip …), `title` its heading, may be empty."""

    kind: str
    title: Inlines
    body: tuple[Part, ...]


@dataclass(frozen=True, slots=True)
class Step(Node):
    """One step or state of a sequence. `name` is short and without its number, `meaning` the rest."""

    name: str
    meaning: Inlines
    label: Inlines
    body: tuple[Part, ...]


@dataclass(frozen=True, slots=True)
class Sequence(Node):
    """Things in an order: a lifecycle, a procedure. `label` are the inlines of its title line, if it has one."""

    title: str
    label: Inlines
    steps: tuple[Step, ...]


Part: TypeAlias = (
    Synopsis
    | Option
    | Example
    | Definition
    | Admonition
    | Statement
    | Listing
    | Reference
    | Command
    | Sequence
    | Prose
    | Spacing
)
Entry: TypeAlias = Part


@dataclass(frozen=True, slots=True)
class Section(Node):
    """A heading and what stands under it. The text before the first heading is a section without heading, level 0.

    `opens` is the procedure of which this section is the first step, and sections beside it are the next ones: a
    reading, whose steps have the names of those headings, their places, and nothing else.
    """

    level: int
    heading: Inlines
    entries: tuple[Entry, ...]
    sections: tuple[Section, ...] = ()
    anchor: str | None = None
    opens: Sequence | None = None


@dataclass(frozen=True, slots=True)
class StudyNote:
    """One study note, understood. `key` is its name in card identities: the file's path without suffix."""

    source: SourceFile = field(compare=False)
    key: str
    title: str
    language: Language
    tags: tuple[str, ...]
    sections: tuple[Section, ...]
    permalink: str | None = None
    diagnostics: tuple[Diagnostic, ...] = ()


def flat(parts: tuple[Part, ...]) -> Iterator[Part]:
    """Every part and reading under `parts`, each before what it contains."""
    for part in parts:
        yield part
        match part:
            case Option() | Definition() | Command() | Admonition():
                yield from flat(part.body)
            case Sequence():
                for step in part.steps:
                    yield from flat(step.body)
            case Listing():
                yield from flat(part.readings)
            case _:
                pass


def all_sections(sections: tuple[Section, ...]) -> Iterator[Section]:
    """Every section, in document order."""
    for section in sections:
        yield section
        yield from all_sections(section.sections)


def text(note: StudyNote) -> str:
    """The note's text through its written fields alone; equals `plain_text(*document.blocks)` (invariant 3)."""
    return "".join(_section_text(section) for section in note.sections)


def _section_text(section: Section) -> str:
    return (
        plain_text(*section.heading)
        + "".join(part_text(entry) for entry in section.entries)
        + "".join(_section_text(child) for child in section.sections)
    )


def part_text(part: Part) -> str:
    """The text of a part through its written fields."""
    match part:
        case Prose() | Spacing() | Statement() | Synopsis():
            return plain_text(part.block)
        case Reference():
            return plain_text(*part.blocks)
        case Example() | Listing():
            return plain_text(*part.intro, part.block)
        case Admonition():
            return plain_text(*part.title) + "".join(map(part_text, part.body))
        case Option() | Definition() | Command():
            return plain_text(*part.label) + "".join(map(part_text, part.body))
        case Sequence():
            return plain_text(*part.label) + "".join(
                plain_text(*step.label) + "".join(map(part_text, step.body)) for step in part.steps
            )


def terms_text(terms: tuple[Term, ...]) -> str:
    """The text that terms were read from (invariant 5)."""
    return "".join(map(_term_text, terms))


def _term_text(term: Term) -> str:
    match term:
        case Word(text) | Operand(text) | OptionsShortcut(text) | Space(text):
            return text
        case Flag(name, argument, joint):
            return name + joint + (_term_text(argument) if argument else "")
        case Optional(terms):
            return f"[{terms_text(terms)}]"
        case Choice(branches, opening, closing):
            return opening + "|".join(map(terms_text, branches)) + closing
        case Repeat(inner, mark):
            return _term_text(inner) + mark
