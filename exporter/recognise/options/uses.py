"""What running text says of the options it names: which of its words are the meaning of which.

Goes in: the text of a sentence or of a comment in code, and the places where it names options. Comes out: `Use`, an
option with the place of its meaning. Brackets that say something of an option are read for themselves. What stands
between two options belongs to the one whose cue (`cues`) asks for it; options that are joined share it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import Final, TypeAlias

from exporter.recognise.code.flags import Names
from exporter.recognise.options.cues import (
    ADVICE,
    AIM_BEHIND,
    ALONG,
    BEHIND,
    CONDITION,
    JOINED,
    NO_MEANING,
    NOT_TOLD,
    OBJECT,
    OPTION_BEFORE,
    OPTION_BEHIND,
    PARTICLE,
    RELATED,
    TRAILING,
    WANTED,
    WANTED_BEHIND,
    WITHOUT,
)

Place: TypeAlias = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Mention:
    """Where a text names an option; `bare` says that no mark but its hyphen tells it from the words around it."""

    start: int
    end: int
    names: Names
    bare: bool = False


@dataclass(frozen=True, slots=True)
class Use:
    """An option and the places of its meaning in the text, one or two."""

    mention: Mention
    meaning: tuple[Place, ...]


@dataclass(frozen=True, slots=True)
class Around:
    """What stands around an option: the bounds of the words that can be about it, without the brackets it stands in.
    `first`: nothing is named before it; `loose`: words right behind it are its meaning, without any cue; `listed`: it
    is one of several that have a gloss in brackets right behind them.
    """

    text: str
    low: int
    start: int
    end: int
    high: int
    first: bool
    loose: bool
    bracketed: bool = False
    listed: bool = False

    @property
    def before(self) -> str:
        """The text before the option, as far as it can be about it."""
        return self.text[self.low : self.start]

    @property
    def after(self) -> str:
        """The text behind it."""
        return self.text[self.end : self.high]


_BRACKETS: Final = re.compile(r"[(（]([^()（）]*)[)）]")
_WORDS: Final = re.compile(r"[^\W\d_]{2}|[가-힣\u4e00-\u9fff] [가-힣\u4e00-\u9fff]")
_GLOSSED: Final = re.compile(
    r"(?:[,.·]\s*|[은는]\s|그 다음에는 (?:보통 )?)?(?P<noun>(?:[^,.()은는\s]+ ){0,2}[^,.()은는\s]{2,})$"
)
_GLOSS: Final = re.compile(r"[`'\"]?\s?[(（]([^()（）]{2,40})[)）]")
_SAID: Final = re.compile(r"[가-힣](?:[다요함음됨임][.,]?|[.,])\s*$")
"""Ends a clause, not a noun alone."""
_OPENING: Final = re.compile(r"\s*[(（]\s*[`'\"]?$")
_CLOSING: Final = re.compile(r"^[`'\"]?[^()]{0,12}[)）]")
_LABEL: Final = 16
"""Characters that brackets have, at most, which only name an option: `매개변수(-c, 소문자)`."""
_EDGE: Final = " \t\n,.;:`'\"()（）*"


def uses_in(text: str, mentions: tuple[Mention, ...], *, loose: bool) -> Iterator[Use]:
    """The options of `mentions` of which `text` says something."""
    asides = [bounds for bounds in _asides(text) if _says_more(text, bounds, mentions)]
    hidden = text
    for start, end in asides:
        hidden = hidden[:start] + " " * (end - start) + hidden[end:]
    outer = [mention for mention in mentions if not any(start <= mention.start < end for start, end in asides)]
    yield from _uses(hidden, (0, len(text)), outer, loose=loose)
    for start, end in asides:
        inner = [mention for mention in mentions if start <= mention.start < end]
        yield from _uses(text, (start, end), inner, loose=True)


def _asides(text: str) -> Iterator[Place]:
    return (match.span(1) for match in _BRACKETS.finditer(text))


def _says_more(text: str, bounds: Place, mentions: tuple[Mention, ...]) -> bool:
    """Whether what stands in brackets names an option and says something besides."""
    start, end = bounds
    inner = [mention for mention in mentions if start <= mention.start < end]
    if OPTION_BEFORE.search(text[: start - 1]) and end - start <= _LABEL:
        return False
    rest = "".join(
        char
        for at, char in enumerate(text[start:end], start)
        if not any(mention.start <= at < mention.end for mention in inner)
    )
    return bool(inner) and bool(_WORDS.search(OPTION_BEHIND.sub("", rest)))


def _uses(text: str, bounds: Place, mentions: list[Mention], *, loose: bool) -> Iterator[Use]:
    low, high = bounds
    groups = _joined(text, mentions)
    starts = [low, *(_between(text, before[-1].end, after[0].start)[1] for before, after in pairwise(groups))]
    ends = [*(_between(text, before[-1].end, after[0].start)[0] for before, after in pairwise(groups)), high]
    listed = sum(bool(_GLOSS.match(text, group[-1].end)) for group in groups) > 1
    for at, group in enumerate(groups):
        first, last = group[0], group[-1]
        around = _bared(Around(text, starts[at], first.start, last.end, ends[at], at == 0, loose, listed=listed))
        if first.bare and not OPTION_BEHIND.match(around.after) and not (loose and AIM_BEHIND.match(around.after)):
            continue
        meaning = _meaning(around)
        if meaning:
            yield from (Use(mention, meaning) for mention in group)


def _between(text: str, end: int, start: int) -> Place:
    """Where the words about one option end and those about the next begin: at the line's end, if there is one."""
    line = text.rfind("\n", end, start)
    return (line, line + 1) if line >= 0 else (start, end)


def _bared(around: Around) -> Around:
    """Around the brackets, where an option stands in brackets of its own."""
    opening, closing = _OPENING.search(around.before), _CLOSING.match(around.after)
    if opening is None or closing is None:
        return around
    start, end = around.low + opening.start(), around.end + closing.end()
    return replace(around, start=start, end=end, bracketed=True)


def _joined(text: str, mentions: list[Mention]) -> list[list[Mention]]:
    groups: list[list[Mention]] = []
    for mention in mentions:
        if groups and JOINED.fullmatch(text[groups[-1][-1].end : mention.start]):
            groups[-1].append(mention)
        else:
            groups.append([mention])
    return groups


def _meaning(around: Around) -> tuple[Place, ...]:
    """The places of what is said of an option; none, where nothing is."""
    if any(cue.match(around.after) for cue in (NOT_TOLD, ALONG)) or WITHOUT.search(around.before):
        return ()
    for place in (_glossed(around), _wanted(around), _behind(around), _called(around), _gloss(around)):
        if place and (trimmed := _trimmed(around.text, place)):
            when = (around.low, around.start) if place[0] >= around.end and CONDITION.search(around.before) else None
            before = _trimmed(around.text, when) if when else None
            return (before, trimmed) if before else (trimmed,)
    return ()


def _trimmed(text: str, place: Place) -> Place | None:
    """The place without what joins it to its neighbours; nothing, where it says nothing."""
    start, end = place
    end = start + len(TRAILING.sub("", text[start:end]))
    words = text[start:end]
    start += len(words) - len(words.lstrip(_EDGE))
    words = words.strip(_EDGE)
    if not _WORDS.search(words) or NO_MEANING.match(words) or ADVICE.search(words):
        return None
    return start, start + len(words)


def _glossed(around: Around) -> Place | None:
    """`브로커 목록(-b)`: the noun before the brackets that hold the option alone; a whole sentence, if they end it."""
    if around.bracketed and around.first and not around.after.strip(_EDGE) and _SAID.search(around.before):
        return around.low, around.start
    noun = _GLOSSED.search(around.before) if around.bracketed else None
    if noun is None or OPTION_BEHIND.match(around.after) or OPTION_BEFORE.search(noun["noun"]):
        return None
    return around.low + noun.start("noun"), around.low + noun.end("noun")


def _gloss(around: Around) -> Place | None:
    """`-l(줄 수), -w(단어 수)`: what stands in brackets right behind each of several options."""
    gloss = _GLOSS.match(around.text, around.end, around.high) if around.listed else None
    return gloss.span(1) if gloss else None


def _wanted(around: Around) -> Place | None:
    """`… 하려면 -x를 쓴다`, `to …, use -x`: the aim that leads up to the option."""
    if not WANTED_BEHIND.match(around.after):
        return None
    aim = WANTED.search(around.before)
    if aim is None:
        return None
    start, end = aim.span(aim.lastgroup or 0)
    return around.low + start, around.low + end


def _behind(around: Around) -> Place | None:
    """What follows an option behind words that say so."""
    for cue in BEHIND:
        match = cue.after.match(around.after)
        if match and (cue.before is None or cue.before.search(around.before)):
            return around.end + match.end(), around.high
    named = OPTION_BEHIND.match(around.after)
    if around.loose and not named and (not around.first or not around.before.strip(_EDGE)):
        return around.end, around.high
    return None


def _related(around: Around) -> Place | None:
    """`… 보여 주는 -a 옵션을`: the clause before an option that is only given."""
    clause = RELATED.search(around.before)
    if clause is None or " " not in clause["meaning"].strip():
        return None
    return around.low + clause.start("meaning"), around.low + clause.end("meaning")


def _called(around: Around) -> Place | None:
    """`강제 종료 옵션 -9`, `-a 옵션 …`: what is called an option, with the words next to it."""
    if OPTION_BEHIND.match(around.after):
        rest = OPTION_BEHIND.sub("", around.after)
        behind = PARTICLE.sub("", rest)
        if around.loose and not _WORDS.search(behind):
            return around.low, around.start
        return _related(around) if OBJECT.match(rest) else (around.high - len(behind), around.high)
    called = OPTION_BEFORE.search(around.before)
    if called is None:
        return None
    if _WORDS.search(around.after):
        return around.end, around.high
    return around.low, around.low + called.start()
