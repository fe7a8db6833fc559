"""What the index of a handbook lists, where it points, and in which order it stands.

Goes in: a study note, and offsets at which its printed words begin. Comes out: `Mention` values; of those of all notes
and the pages they stand on, `IndexGroup` values, in the order of `collation`.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import groupby
from typing import Final, Literal

from exporter import study as s
from exporter.kramdown.nodes import Inlines, plain_text
from exporter.sheet.collation import head_of, sort_key

Topic = Literal["command", "option", "term"]
TOPICS: Final[tuple[Topic, ...]] = ("command", "option", "term")


@dataclass(frozen=True, slots=True)
class Mention:
    """Something explained at a place of a study note. `about` is the command an option belongs to, or the like."""

    topic: Topic
    word: str
    about: str
    offset: int


@dataclass(frozen=True, slots=True)
class IndexLine:
    """A word, what it belongs to, and the pages (with the targets of their links) that explain it, in order."""

    word: str
    about: str
    pages: tuple[tuple[int, str], ...]


@dataclass(frozen=True, slots=True)
class IndexGroup:
    """Lines under one head: a consonant, a letter, or what stands for the rest."""

    head: str
    lines: tuple[IndexLine, ...]


def mentions(note: s.StudyNote) -> Iterator[Mention]:
    """Every command, option and term that the note explains, in its order."""
    for section in s.all_sections(note.sections):
        for part in s.flat(section.entries):
            match part:
                case s.Command():
                    yield Mention("command", part.name, "", _offset(part.label, part.name, part))
                case s.Option():
                    words = ", ".join(part.flags)
                    yield Mention("option", words, part.command or "", _offset(part.label, words[:2], part))
                case s.Definition():
                    where = _offset(part.label, part.term, part)
                    yield Mention("term", part.term, "", where)
                    yield from (Mention("term", alias, part.term, where) for alias in part.aliases)
                case _:
                    pass


def _offset(label: Inlines, word: str, part: s.Part) -> int:
    """Where the inline begins that names it."""
    naming = (inline.span.start for inline in label if word in plain_text(inline))
    first = next((inline.span.start for inline in label if plain_text(inline).strip()), part.span.start)
    return next(naming, first)


def nearest(offset: int, printed: list[int]) -> int | None:
    """The last of the `printed` offsets, which are in order, that is not after `offset`; the first if all are."""
    at = bisect_right(printed, offset)
    return printed[max(at - 1, 0)] if printed else None


def index_groups(
    found: Iterable[tuple[Mention, int, str]], language: s.Language
) -> Mapping[Topic, tuple[IndexGroup, ...]]:
    """The index in a language: mentions with their page and target, by topic, in groups.

    Of a page, only the first target stays.
    """
    pages: dict[tuple[Topic, str, str], dict[int, str]] = {}
    for mention, page, target in found:
        pages.setdefault((mention.topic, mention.word, mention.about), {}).setdefault(page, target)
    lines = {
        topic: sorted(
            (
                IndexLine(word, about, tuple(sorted(where.items())))
                for (of, word, about), where in pages.items()
                if of == topic
            ),
            key=lambda line: (sort_key(line.word, language), line.about),
        )
        for topic in TOPICS
    }
    return {topic: tuple(_grouped(of, language)) for topic, of in lines.items() if of}


def _grouped(lines: list[IndexLine], language: s.Language) -> Iterator[IndexGroup]:
    for head, members in groupby(lines, key=lambda line: head_of(line.word, language)):
        yield IndexGroup(head, tuple(members))
