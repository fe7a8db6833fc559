"""`kramdeck.lock`: the ledger as text.

Goes in: a `Ledger`, or the text of the file. Comes out: text, or a `Ledger`, or one `Diagnostic` with the place at
which the text can't be read.

One JSON array a line, sorted, so that two people's builds merge line by line:

    ["kramdeck.lock", 1]
    ["type", kind, hash, mod]
    [key, kind, guid, hash, mod, note id, mark, mark]                 a note
    [key, kind, guid, hash, mod, note id, mark, mark, removed]        a note that is gone
"""

from __future__ import annotations

import json
from typing import Any, Final, get_args

from exporter.cards.deck import Kind
from exporter.diagnostics import Diagnostic, Severity
from exporter.ledger.entries import Entry, Ledger, TypeEntry
from exporter.source import Span

_HEAD: Final[list[str | int]] = ["kramdeck.lock", 1]
_KINDS: Final = frozenset(get_args(Kind))
_CONFLICT: Final = ("<<<<<<<", "|||||||", "=======", ">>>>>>>")
_HELP: Final = (
    "take the file from version control again; without it the cards keep their history, "
    "but every note counts as changed"
)


def write_ledger(ledger: Ledger) -> str:
    """The text of `kramdeck.lock`. Equal ledgers give equal text."""
    types = [_line("type", kind, entry.hash, entry.mod) for kind, entry in sorted(ledger.types.items())]
    notes = [_entry_line(ledger.entries[key]) for key in sorted(ledger.entries)]
    return "\n".join([_line(*_HEAD), *types, *notes, ""])


def _line(*values: str | int) -> str:
    return json.dumps(values, ensure_ascii=False)


def _entry_line(entry: Entry) -> str:
    gone = () if entry.removed is None else (entry.removed,)
    return _line(entry.key, entry.kind, entry.guid, entry.hash, entry.mod, entry.note_id, *entry.marks, *gone)


def read_ledger(text: str) -> Ledger | Diagnostic:
    """The ledger in `text`; an empty text is an empty ledger.

    Where a merge kept two lines for one key, the one changed later counts; both belong to the same card.
    """
    entries: dict[str, Entry] = {}
    types: dict[str, TypeEntry] = {}
    at = 0
    for number, line in enumerate(text.splitlines(keepends=True)):
        span = Span(at, at + len(line.rstrip("\r\n")))
        at += len(line)
        if line.startswith(_CONFLICT):
            return _conflict(span)
        values = _values(line)
        if number == 0 and values != _HEAD:
            return _unreadable(span, "this is not a kramdeck.lock that this version can read")
        if values == _HEAD or not line.strip():
            continue
        if not _take(values, entries, types):
            return _unreadable(span, "kramdeck.lock is damaged: this line can't be read")
    return Ledger(entries, types)


def _values(line: str) -> list[Any] | None:
    try:
        values = json.loads(line)
    except ValueError:
        return None
    return values if isinstance(values, list) else None


def _take(values: list[Any] | None, entries: dict[str, Entry], types: dict[str, TypeEntry]) -> bool:
    """Add what a line says; False if it says nothing that is known."""
    match values:
        case ["type", str(kind), str(content), int(mod)] if kind in _KINDS:
            if kind not in types or types[kind].mod < mod:
                types[kind] = TypeEntry(content, mod)
        case [str(key), kind, str(guid), str(content), int(mod), int(number), str(name), str(said), *rest] if (
            kind in _KINDS and _is_removal(rest)
        ):
            entry = Entry(kind, key, guid, content, mod, number, (name, said), *rest)
            if key not in entries or entries[key].mod < mod:
                entries[key] = entry
        case _:
            return False
    return True


def _is_removal(rest: list[Any]) -> bool:
    return rest == [] or (len(rest) == 1 and isinstance(rest[0], int))


def _conflict(span: Span) -> Diagnostic:
    message = "kramdeck.lock holds both sides of a merge conflict"
    help_text = (
        "delete the three marker lines and keep the lines of both sides: where two speak of one card, the later counts"
    )
    return Diagnostic("lock-conflict", Severity.ERROR, message, span, help_text)


def _unreadable(span: Span, message: str) -> Diagnostic:
    return Diagnostic("lock-damaged", Severity.ERROR, message, span, _HELP)
