"""The user's word on which card is which.

Goes in: a ledger and two keys. Comes out: the ledger in which the new key has the old one's history.
"""

from __future__ import annotations

from dataclasses import replace

from exporter.ledger.entries import Ledger


def alias(ledger: Ledger, old: str, new: str) -> Ledger:
    """Say that the note now called `new` is the one that was called `old`: it takes over the guid and the history.

    Raises `LookupError` (with a message for the user) if `old` is not known, is still there, or is of another kind. The
    guid `new` had, if any, goes to the removed entry, so that nobody else gets it.
    """
    before, after = ledger.entries.get(old), ledger.entries.get(new)
    if before is None:
        raise LookupError(f"no card was ever called {old!r}")
    if after is None:
        others = {key: entry for key, entry in ledger.entries.items() if key != old}
        return Ledger({**others, new: replace(before, key=new)}, ledger.types)
    if before.removed is None:
        raise LookupError(f"{old!r} is still in the notes")
    if before.kind != after.kind:
        raise LookupError(f"{old!r} is a {before.kind} card, {new!r} a {after.kind} card")
    later = max(before.mod, after.mod) + 1
    swapped = {
        old: replace(before, guid=after.guid, note_id=after.note_id),
        new: replace(after, guid=before.guid, note_id=before.note_id, mod=later),
    }
    return Ledger({**ledger.entries, **swapped}, ledger.types)
