"""What a build would change, card by card.

Goes in: a request. Comes out: `Changes`: Anki notes that are new, reworded (with the old and new text) or removed, and
the files that would be written or removed. The old text is read from the package that stands in the output folder.
"""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import zip_longest
from typing import Any, Final

from exporter.build.deck import DeckPlan, package_file
from exporter.build.exporters import DECK
from exporter.build.report import Report, Said, unchanged_report
from exporter.build.run import Request, Task, nothing_to_do, task_of
from exporter.cards.deck import Deck
from exporter.cards.note_types import field_names
from exporter.cards.plain import plain

_SIGNS: Final[Mapping[str, str]] = {"new": "+", "changed": "~", "removed": "-"}
_UNTOLD: Final = frozenset({"Key", "Source", "TypeIn", "Language"})


@dataclass(frozen=True, slots=True)
class Reworded:
    """A field that reads differently now; texts are plain."""

    field: str
    old: str
    new: str


@dataclass(frozen=True, slots=True)
class Change:
    """What happens to one Anki note: `new`, `changed` or `removed`. `fields` are those that differ."""

    what: str
    key: str
    fields: tuple[Reworded, ...] = ()


@dataclass(frozen=True, slots=True)
class Changes:
    """All that a build would change."""

    cards: tuple[Change, ...] = ()
    renamed: tuple[tuple[str, str], ...] = ()
    written: tuple[str, ...] = ()
    deleted: tuple[str, ...] = ()
    said: tuple[Said, ...] = ()


def changes(request: Request) -> Changes:
    """What building `request` would change."""
    task = task_of(request)
    if isinstance(task, Report):
        return Changes(said=task.said)
    if nothing_to_do(task):
        return Changes(said=unchanged_report(task.last.summary).said)
    from exporter.build.work import dry_run

    report, plan = dry_run(task)
    if plan is None:
        return Changes(written=report.written, deleted=report.deleted, said=report.said)
    return Changes(
        tuple(_cards(report, plan, _old_fields(task, plan))),
        report.cards.renamed,
        report.written,
        report.deleted,
        report.said,
    )


def _old_fields(task: Task, plan: DeckPlan) -> dict[str, list[str]]:
    """What the last package holds of the notes that change, by guid; none if there is no package that can be read."""
    from exporter.apkg import opened, rows_of

    name = next((name for name, made in task.last.outputs.items() if (made.maker, made.note) == (DECK, "")), None)
    path = os.path.join(task.request.output, name or package_file(task.project, plan.root_name))
    ids = [plan.ledger.entries[key].note_id for key in (*plan.cards.changed, *plan.cards.removed)]
    try:
        with open(path, "rb") as file:
            package = opened(file.read())
        return {row[1]: row[5].split("\x1f") for row, _ in rows_of(package.collection, ids)} if package else {}
    except (OSError, sqlite3.Error):
        return {}


def _cards(report: Report, plan: DeckPlan, old: dict[str, list[str]]) -> Iterator[Change]:
    now = {note.key: note for deck in plan.decks if isinstance(deck, Deck) for note in deck.notes}
    entries = plan.ledger.entries
    for what, keys in (("new", report.cards.new), ("changed", report.cards.changed), ("removed", report.cards.removed)):
        for key in keys:
            before = old.get(entries[key].guid, []) if what != "new" else []
            after = list(now[key].fields) if key in now else []
            yield Change(what, key, tuple(_reworded(field_names(entries[key].kind), before, after)))


def _reworded(names: tuple[str, ...], before: list[str], after: list[str]) -> Iterator[Reworded]:
    """The fields that differ. `Key` is told already, and `Source` moves with every line above it."""
    for name, old, new in zip_longest(names, before, after, fillvalue=""):
        if name not in _UNTOLD and old != new:
            yield Reworded(name, plain(old), plain(new))


def as_json(found: Changes) -> dict[str, Any]:
    """The changes as `diff --json` prints them."""
    return {
        "cards": [
            {
                "what": change.what,
                "key": change.key,
                "fields": [{"field": one.field, "old": one.old, "new": one.new} for one in change.fields],
            }
            for change in found.cards
        ],
        "renamed": [{"old": old, "new": new} for old, new in found.renamed],
        "written": list(found.written),
        "deleted": list(found.deleted),
    }


def as_text(found: Changes) -> Iterator[str]:
    """The changes as `diff` prints them."""
    for change in found.cards:
        yield f"{_SIGNS[change.what]} {change.key}"
        for one in change.fields if change.what == "changed" else ():
            yield f"    {one.field}"
            yield from (f"    {sign} {text}" for sign, text in (("-", one.old), ("+", one.new)) if text)
    for old, new in found.renamed:
        yield f"= {old} → {new}"
    yield from (f"would write {path}" for path in found.written)
    yield from (f"would remove {path}" for path in found.deleted)
