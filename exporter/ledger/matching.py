"""Which vanished note is which new one.

Goes in: traces of notes whose keys are gone, and of notes whose keys are new. Comes out: sure moves, and questions
where it might be so. Rules, the strongest first; each pairs only what is alike on both sides exactly once:

1. the author's own id is the same, wherever it stands now;
2. name and content are the same: a section moved to another file, a heading corrected;
3. the content is the same: a term, flag or command renamed, a typing error mended;
4. it would be the same, had it gone the way of others: to their new file, under their command's new name.

A question is what is only alike: names that differ little, within one kind.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Hashable, Iterable
from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import Final

from exporter.cards.deck import Kind, short_hash

_ALIKE: Final = 0.7
# Beyond this many comparisons nobody would answer the questions.
_MOST_COMPARISONS: Final = 20_000
_NOTHING: Final = short_hash("")[:8]


@dataclass(frozen=True, slots=True)
class Trace:
    """What a note leaves behind: key and hashed marks. `fresh` if it vanished, or came, with this very build."""

    kind: Kind
    key: str
    marks: tuple[str, str]
    fresh: bool

    @property
    def note(self) -> str:
        """The study note's part of the key."""
        return self.key.split(" / ", 1)[0]

    @property
    def name(self) -> str:
        """The key without the study note and the kind."""
        return self.key.split(" / ", 2)[-1]


@dataclass(frozen=True, slots=True)
class Question:
    """Is the note now called `new` the one that was called `old`?"""

    old: str
    new: str


Pair = tuple[Trace, Trace]


def match(gone: list[Trace], come: list[Trace]) -> tuple[tuple[tuple[str, str], ...], tuple[Question, ...]]:
    """Sure moves as (old key, new key), and questions about what is left."""
    pairs: list[Pair] = []
    for feature in (_own_id, _name_and_marks, _all_marks, _content):
        found = _paired(feature, gone, come)
        pairs += found
        gone, come = _left(found, gone, come)
    carried = _carried_along(pairs, gone, come)
    gone, come = _left(carried, gone, come)
    return tuple((old.key, new.key) for old, new in pairs + carried), _questions(gone, come)


def _own_id(trace: Trace) -> Hashable | None:
    return (trace.kind, trace.name) if trace.name.startswith("#") else None


def _name_and_marks(trace: Trace) -> Hashable | None:
    return (trace.kind, trace.name, trace.marks)


def _all_marks(trace: Trace) -> Hashable | None:
    return (trace.kind, trace.marks)


def _content(trace: Trace) -> Hashable | None:
    said = trace.marks[1]
    return (trace.kind, said) if trace.fresh and said != _NOTHING and not trace.name.startswith("#") else None


def _carried_along(pairs: list[Pair], gone: list[Trace], come: list[Trace]) -> list[Pair]:
    """Those that only went where others surely went: to another file, or under another command or title."""
    notes = {(old.note, new.note) for old, new in pairs}
    heads = {(old.name.split(" / ")[0], new.name.split(" / ")[0]) for old, new in pairs}
    by_place = {(trace.kind, trace.note, trace.name): trace for trace in come}
    found: dict[str, Pair] = {}
    for old in (trace for trace in gone if trace.fresh):
        head, *rest = old.name.split(" / ")
        names = [" / ".join([after, *rest]) for before, after in {(head, head), *heads} if before == head]
        files = [after for before, after in {(old.note, old.note), *notes} if before == old.note]
        places = {(old.kind, file, name) for file in files for name in names}
        fitting = [new for place in places if (new := by_place.get(place)) and new.key not in found]
        if len(fitting) == 1:
            found[fitting[0].key] = (old, fitting[0])
    return list(found.values())


def _paired(feature: Callable[[Trace], Hashable | None], gone: list[Trace], come: list[Trace]) -> list[Pair]:
    """Those that share a feature with exactly one of the other side."""
    before, after = _by(feature, gone), _by(feature, come)
    return [
        (olds[0], after[shared][0])
        for shared, olds in before.items()
        if len(olds) == 1 and len(after.get(shared, ())) == 1
    ]


def _by(feature: Callable[[Trace], Hashable | None], traces: Iterable[Trace]) -> dict[Hashable, list[Trace]]:
    groups: dict[Hashable, list[Trace]] = defaultdict(list)
    for trace in traces:
        if (shared := feature(trace)) is not None:
            groups[shared].append(trace)
    return groups


def _left(pairs: list[Pair], gone: list[Trace], come: list[Trace]) -> tuple[list[Trace], list[Trace]]:
    taken = {trace.key for pair in pairs for trace in pair}
    return [trace for trace in gone if trace.key not in taken], [trace for trace in come if trace.key not in taken]


def _questions(gone: list[Trace], come: list[Trace]) -> tuple[Question, ...]:
    gone = [trace for trace in gone if trace.fresh]
    if len(gone) * len(come) > _MOST_COMPARISONS:
        return ()
    found = []
    for new in come:
        alike = [(_likeness(old, new), old.key) for old in gone if old.kind == new.kind]
        score, key = max(alike, default=(0.0, ""))
        if score >= _ALIKE:
            found.append(Question(key, new.key))
    return tuple(found)


def _likeness(old: Trace, new: Trace) -> float:
    if new.marks[0] == old.marks[0] and old.name == new.name:
        return 1.0
    return SequenceMatcher(None, old.name, new.name, autojunk=False).ratio()
