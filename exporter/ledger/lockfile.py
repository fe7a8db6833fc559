"""`kramdeck.lock`: the ledger as text.

Goes in: a `Ledger`, or the text of the file. Comes out: text, or a `Ledger`, or one `Diagnostic` with the place at
which the text can't be read. Of a text that is known to be as it was written, lines of notes that did not change can
be carried over without being read.

One JSON array a line, sorted, so that two people's builds merge line by line:

    ["kramdeck.lock", 1]
    ["type", kind, hash, mod]
    [key, kind, guid, hash, mod, note id, mark, mark]                 a note
    [key, kind, guid, hash, mod, note id, mark, mark, removed]        a note that is gone
"""

from __future__ import annotations

import json
from bisect import bisect_left
from collections.abc import Iterable
from dataclasses import replace
from typing import Any, Final, get_args

from exporter.cards.deck import Kind
from exporter.diagnostics import Diagnostic, Severity
from exporter.ledger.entries import Entry, Ledger, TypeEntry
from exporter.source import Span

_HEAD: Final[list[str | int]] = ["kramdeck.lock", 1]
_JSON: Final = json.JSONEncoder(ensure_ascii=False)
_KINDS: Final = frozenset(get_args(Kind))
_TYPE: Final = (str, str, str, int)
_NOTE: Final = (str, str, str, str, int, int, str, str)
_SHAPES: Final = frozenset({_TYPE, _NOTE, (*_NOTE, int)})
_TYPE_LINE: Final = '["type", '
_THERE: Final = '"]'
_LAST: Final = "\U0010ffff"
_CONFLICT: Final = ("<<<<<<<", "|||||||", "=======", ">>>>>>>")
_HELP: Final = (
    "take the file from version control again; without it the cards keep their history, "
    "but every note counts as changed"
)


def write_ledger(ledger: Ledger) -> str:
    """The text of `kramdeck.lock`. Equal ledgers give equal text."""
    types = [_line("type", kind, entry.hash, entry.mod) for kind, entry in sorted(ledger.types.items())]
    notes = sorted([*ledger.carried, *map(_entry_line, ledger.entries.values())])
    return "\n".join([_line(*_HEAD), *types, *notes, ""])


def _line(*values: str | int) -> str:
    return _JSON.encode(values)


def _entry_line(entry: Entry) -> str:
    gone = () if entry.removed is None else (entry.removed,)
    return _line(entry.key, entry.kind, entry.guid, entry.hash, entry.mod, entry.note_id, *entry.marks, *gone)


def read_ledger(text: str) -> Ledger | Diagnostic:
    """The ledger in `text`; an empty text is an empty ledger.

    Where a merge kept two lines for one key, the one changed later counts; both belong to the same card.
    """
    entries: dict[str, Entry] = {}
    types: dict[str, TypeEntry] = {}
    lines = _lines(text)
    rows = _all_at_once(lines) or map(_values, lines)
    for number, values in enumerate(rows):
        if number == 0 and values != _HEAD:
            return _fault(text, number, "this is not a kramdeck.lock that this version can read")
        if values == _HEAD or not lines[number].strip():
            continue
        if not _take(values, entries, types):
            return _fault(text, number, "kramdeck.lock is damaged: this line can't be read")
    return Ledger(entries, types)


def read_changed(text: str, notes: Iterable[str]) -> Ledger:
    """The ledger in a text that `write_ledger` wrote, of which only what these study notes (keys) need is read.

    That is: the note types, their own entries, and those of Anki notes that are gone, since one may have come to them.
    """
    lines = _lines(text)
    first = next((at for at, line in enumerate(lines[1:], start=1) if not line.startswith(_TYPE_LINE)), len(lines))
    wanted = set(range(first))
    for note in notes:
        before = f"{_JSON.encode([note])[:-2]} / "
        wanted.update(range(bisect_left(lines, before, first), bisect_left(lines, before + _LAST, first)))
    wanted.update(at for at, line in enumerate(lines) if not line.endswith(_THERE))
    read = read_ledger("\n".join([lines[at] for at in sorted(wanted)]))
    assert isinstance(read, Ledger)
    return replace(read, carried=tuple(line for at, line in enumerate(lines) if at not in wanted))


def taken(lines: Iterable[str]) -> tuple[set[str], int]:
    """The guids in lines of notes, and their highest note id (0 if there are none)."""
    rows = [line.rsplit(", ", 6) for line in lines]  # from behind: only a key may hold a comma
    return {row[1][1:-1] for row in rows}, max((int(row[4]) for row in rows), default=0)


def _lines(text: str) -> list[str]:
    """The lines, which only newlines end: a key may hold other signs that end lines elsewhere."""
    lines = text.split("\n")
    return lines if lines[-1] else lines[:-1]


def _all_at_once(lines: list[str]) -> list[Any] | None:
    """The values of all lines, several times faster than line by line; None where a line is no array of its own."""
    values = _values(f"[{','.join(lines)}]")
    return values if values is not None and len(values) == len(lines) else None


def _values(line: str) -> list[Any] | None:
    try:
        values = json.loads(line)
    except ValueError:
        return None
    return values if isinstance(values, list) else None


def _take(values: list[Any] | None, entries: dict[str, Entry], types: dict[str, TypeEntry]) -> bool:
    """Add what a line says; False if it says nothing that is known."""
    shape = tuple(map(type, values or ()))
    if values is None or shape not in _SHAPES or values[1] not in _KINDS:
        return False
    if shape == _TYPE:
        word, kind, content, mod = values
        if word == "type" and (kind not in types or types[kind].mod < mod):
            types[kind] = TypeEntry(content, mod)
        return bool(word == "type")
    key, kind, guid, content, mod, number, name, said, *removed = values
    if key not in entries or entries[key].mod < mod:
        entries[key] = Entry(kind, key, guid, content, mod, number, (name, said), *removed)
    return True


def _fault(text: str, number: int, message: str) -> Diagnostic:
    """What is wrong with the line of this number: a conflict, if any line up to it is a mark of one."""
    at = 0
    for line in _lines(text)[: number + 1]:
        span = Span(at, at + len(line.rstrip("\r")))
        at += len(line) + 1
        if line.startswith(_CONFLICT):
            return _conflict(span)
    return Diagnostic("lock-damaged", Severity.ERROR, message, span, _HELP)


def _conflict(span: Span) -> Diagnostic:
    message = "kramdeck.lock holds both sides of a merge conflict"
    help_text = (
        "delete the three marker lines and keep the lines of both sides: where two speak of one card, the later counts"
    )
    return Diagnostic("lock-conflict", Severity.ERROR, message, span, help_text)
