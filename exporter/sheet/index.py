"""What the index of a handbook lists, where it points, and in which order it stands.

Goes in: a study note, and offsets at which its printed words begin. Comes out: `Mention` values; of those of all notes
and the pages they stand on, `IndexGroup` values. Korean stands first, as a dictionary has it, then Latin, kana, Han,
and last what begins with a digit or sign.
"""

from __future__ import annotations

import unicodedata
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import groupby
from typing import Final, Literal

from exporter import study as s
from exporter.kramdown.nodes import Inlines, plain_text

Topic = Literal["command", "option", "term"]
TOPICS: Final[tuple[Topic, ...]] = ("command", "option", "term")

_INITIALS: Final = "ㄱㄱㄴㄷㄷㄹㅁㅂㅂㅅㅅㅇㅈㅈㅊㅋㅌㅍㅎ"
"""The heads of the nineteen initial consonants: a dictionary puts the tense ones among the plain."""
_SYLLABLES: Final = 588
"""Hangul syllables with one initial consonant."""
_KANA_ROWS: Final = "あかさたなはまやらわ"
_HAN: Final = "漢"
_SIGNS: Final = "#"


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


def index_groups(found: Iterable[tuple[Mention, int, str]]) -> Mapping[Topic, tuple[IndexGroup, ...]]:
    """The index: mentions with their page and target, by topic, in groups. Of a page, only the first target stays."""
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
            key=lambda line: (sort_key(line.word), line.about),
        )
        for topic in TOPICS
    }
    return {topic: tuple(_grouped(of)) for topic, of in lines.items() if of}


def _grouped(lines: list[IndexLine]) -> Iterator[IndexGroup]:
    for head, members in groupby(lines, key=lambda line: head_of(line.word)):
        yield IndexGroup(head, tuple(members))


def sort_key(word: str) -> tuple[int, str, str]:
    """Orders words: by script, then as a dictionary of it does, letters before case."""
    plain = _bare(word)
    return _script(plain[:1]), unicodedata.normalize("NFC", plain).casefold(), word


def head_of(word: str) -> str:
    """The head under which a word stands."""
    first = unicodedata.normalize("NFC", _bare(word))[:1]
    match _script(first):
        case 0:
            return _INITIALS[(ord(first) - 0xAC00) // _SYLLABLES]
        case 1:
            return unicodedata.normalize("NFD", first)[0].upper()
        case 2:
            return max((row for row in _KANA_ROWS if row <= _hiragana(first)), default=_KANA_ROWS[0])
        case 3:
            return _HAN
        case _:
            return _SIGNS


def _bare(word: str) -> str:
    """A word without the dashes, brackets and quotes before it."""
    kept = next((at for at, char in enumerate(word) if char.isalnum()), 0)
    return word[kept:]


def _script(char: str) -> int:
    if not char or not char.isalpha():
        return 4
    name = unicodedata.name(char, "")
    return (
        {"HANGUL": 0, "LATIN": 1, "HIRAGANA": 2, "KATAKANA": 2, "CJK": 3}.get(name.split(" ")[0], 4)
        if ("JAMO" not in name and not name.startswith("HANGUL LETTER"))
        else 4
    )


def _hiragana(char: str) -> str:
    """A kana as its plain hiragana."""
    plain = unicodedata.normalize("NFD", char)[0]
    return chr(ord(plain) - 0x60) if "\u30a1" <= plain <= "\u30f6" else plain
