"""One build's Anki notes find their entries.

Goes in: the ledger of the last build, the outlines of this one's notes, the clock. Comes out: `Settled`.
"""

from __future__ import annotations

from collections.abc import Container, Iterable, Mapping
from dataclasses import dataclass, replace
from typing import Final

from exporter.cards.deck import NoteType
from exporter.ledger.entries import Entry, Ledger, Outline, TypeEntry, anki_search, guid_of
from exporter.ledger.lockfile import taken
from exporter.ledger.matching import Question, Trace, match

# Anki's own note ids are milliseconds. A note's cards take the ids after its own, so notes keep this distance.
_ID_STEP: Final = 16
# The first second of 2020: a clock (or SOURCE_DATE_EPOCH) before it would make ids that Anki's database check rejects.
_EARLIEST_MS: Final = 1_577_836_800_000


@dataclass(frozen=True, slots=True)
class Report:
    """What a build changes in the deck: keys, in the order of the notes; `renamed` as (old, new)."""

    new: tuple[str, ...] = ()
    changed: tuple[str, ...] = ()
    unchanged: tuple[str, ...] = ()
    removed: tuple[str, ...] = ()
    renamed: tuple[tuple[str, str], ...] = ()
    questions: tuple[Question, ...] = ()

    @property
    def removed_search(self) -> str:
        """What to type into Anki's browser to see the removed notes; empty if there are none."""
        return anki_search(self.removed)


@dataclass(frozen=True, slots=True)
class Settled:
    """The ledger after a build, and what the build changes."""

    ledger: Ledger
    report: Report


def settle(
    ledger: Ledger,
    outlines: Iterable[Outline],
    types: Iterable[NoteType],
    now_ms: int,
    namespace: str = "",
    absent: Container[str] = (),
) -> Settled:
    """Give every Anki note its entry. What the ledger carries over unread stays as it is.

    `now_ms` is the clock in milliseconds; a clock that runs behind the ledger does no harm, since a changed entry's
    time is always later than its old one. Keys are unique. `namespace` sets the guids of one project
    apart. `absent` are study notes that could not be read this time: their entries stay as they are.
    """
    notes = {note.key: note for note in outlines}
    away = {key: entry for key, entry in ledger.entries.items() if absent and key.split(" / ", 1)[0] in absent}
    known = {key: entry for key, entry in ledger.entries.items() if key not in away}
    moves, questions = _moves(known, notes)
    for old, new in moves:
        known[new] = replace(known.pop(old), key=new)
    carried = ledger.carried if notes.keys() - known.keys() else ()  # of no use where no note is new
    ids = _Ids([*known.values(), *away.values()], carried, max(now_ms, _EARLIEST_MS), namespace)
    now = now_ms // 1000
    entries: dict[str, Entry] = dict(away)
    happened: dict[str, list[str]] = {"new": [], "changed": [], "unchanged": []}
    for key, note in notes.items():
        old_entry = known.pop(key, None)
        entries[key] = _entry(note, old_entry, ids, now)
        happened[_change(old_entry, entries[key])].append(key)
    removed = [key for key, entry in known.items() if entry.removed is None]
    for key, entry in known.items():
        entries[key] = entry if entry.removed is not None else _tombstone(entry, now)
    counted = {name: tuple(keys) for name, keys in happened.items()}
    report = Report(**counted, removed=tuple(removed), renamed=moves, questions=questions)
    return Settled(Ledger(entries, _types(ledger.types, types, now), ledger.carried), report)


def _moves(
    known: Mapping[str, Entry], notes: Mapping[str, Outline]
) -> tuple[tuple[tuple[str, str], ...], tuple[Question, ...]]:
    gone = [Trace(e.kind, e.key, e.marks, fresh=e.removed is None) for e in known.values() if e.key not in notes]
    come = [Trace(n.kind, n.key, n.marks, fresh=True) for n in notes.values() if n.key not in known]
    return match(gone, come) if gone and come else ((), ())


def _entry(note: Outline, old: Entry | None, ids: _Ids, now: int) -> Entry:
    if old is None:
        return Entry(note.kind, note.key, ids.guid(note), note.hash, now, ids.note_id(), note.marks)
    if old.hash == note.hash and old.removed is None:
        return old if old.marks == note.marks else replace(old, marks=note.marks)
    return Entry(note.kind, note.key, old.guid, note.hash, max(now, old.mod + 1), old.note_id, note.marks)


def _change(old: Entry | None, entry: Entry) -> str:
    return "new" if old is None else "unchanged" if old.mod == entry.mod else "changed"


def _tombstone(entry: Entry, now: int) -> Entry:
    """The entry of a note that is gone. Its time moves, so that a package which tags it is taken by Anki."""
    moved = max(now, entry.mod + 1)
    return replace(entry, mod=moved, removed=moved)


def _types(known: Mapping[str, TypeEntry], types: Iterable[NoteType], now: int) -> dict[str, TypeEntry]:
    result: dict[str, TypeEntry] = {}
    for note_type in types:
        old, content = known.get(note_type.kind), note_type.content_hash
        if old is None:
            result[note_type.kind] = TypeEntry(content, now)
        else:
            result[note_type.kind] = old if old.hash == content else TypeEntry(content, max(now, old.mod + 1))
    return result


class _Ids:
    """Hands out guids and note ids that no entry has yet, nor a line that is carried over."""

    def __init__(self, entries: Iterable[Entry], carried: Iterable[str], now_ms: int, namespace: str) -> None:
        entries = list(entries)
        guids, highest = taken(carried)
        self._guids = guids | {entry.guid for entry in entries}
        self._next = max([now_ms, *(number + _ID_STEP for number in (highest, *(entry.note_id for entry in entries)))])
        self._namespace = namespace

    def guid(self, note: Outline) -> str:
        attempt = 0
        while (guid := guid_of(self._namespace, note.kind, note.key, attempt)) in self._guids:
            attempt += 1
        self._guids.add(guid)
        return guid

    def note_id(self) -> int:
        given = self._next
        self._next += _ID_STEP
        return given
