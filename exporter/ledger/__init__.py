"""Which card was which across builds: `Ledger` in, `Ledger` out. Its text is `kramdeck.lock`, kept beside the notes.

Anki knows a note by its guid alone, and takes a change only when the modification time is later than the one it has. A
time that moves without need overwrites the user's own edits; one that doesn't move loses ours. So a time is written
down with the hash of what it belongs to, and moves with that hash only.

A guid is made of the key, never of wording or order, so a lost ledger makes the same guids again. Where a key vanishes
and another appears that says the same, the entry moves to the new key and keeps its guid; where that is not sure, it is
a question for the user, which `alias` answers.
"""

from __future__ import annotations

from exporter.ledger.entries import Entry, Ledger, Outline, TypeEntry, anki_search, guid_of, outline, outlines
from exporter.ledger.lockfile import read_changed, read_ledger, write_ledger
from exporter.ledger.matching import Question
from exporter.ledger.renames import alias
from exporter.ledger.settle import Report, Settled, settle

__all__ = [
    "Entry",
    "Ledger",
    "Outline",
    "Question",
    "Report",
    "Settled",
    "TypeEntry",
    "alias",
    "anki_search",
    "guid_of",
    "outline",
    "outlines",
    "read_changed",
    "read_ledger",
    "settle",
    "write_ledger",
]
