"""The real Anki, as a learner uses it: import a package, answer cards, look."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

pytest.importorskip("anki.collection", reason="the anki backend is not installed")

from anki.collection import Collection, ImportAnkiPackageOptions, ImportAnkiPackageRequest
from anki.scheduler.v3 import CardAnswer

# Anki writes every answer through to the disk, which takes most of the time.
IN_MEMORY = "/dev/shm" if Path("/dev/shm").is_dir() else None
DEFAULTS: dict[str, Any] = {
    "merge_notetypes": False,
    "update_notes": 0,
    "update_notetypes": 0,
    "with_scheduling": False,
    "with_deck_configs": False,
}


@dataclass(frozen=True)
class Imported:
    """How many notes an import took in which way."""

    new: int
    updated: int
    duplicate: int
    conflicting: int


class Anki:
    """A collection in a folder of its own."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.col: Any = Collection(str(folder / "collection.anki2"))

    def take(self, package: bytes, **options: Any) -> Imported:
        path = self.folder / "deck.apkg"
        path.write_bytes(package)
        chosen = ImportAnkiPackageOptions(**{**DEFAULTS, **options})
        log = self.col.import_anki_package(ImportAnkiPackageRequest(package_path=str(path), options=chosen)).log
        self.col.models._clear_cache()
        return Imported(len(log.new), len(log.updated), len(log.duplicate), len(log.conflicting))

    def answer(self, card_id: int, rating: Any = CardAnswer.GOOD) -> None:
        card = self.col.get_card(card_id)
        card.start_timer()
        states = self.col._backend.get_scheduling_states(card_id)
        self.col.sched.answer_card(self.col.sched.build_answer(card=card, states=states, rating=rating))

    def rows(self, sql: str, *args: Any) -> list[Any]:
        found: list[Any] = self.col.db.all(sql, *args)
        return found

    def history(self) -> dict[tuple[str, int], Any]:
        """Everything of a card that learning made, and its reviews, by guid and ordinal."""
        columns = "c.type, c.queue, c.due, c.ivl, c.factor, c.reps, c.lapses, c.left, c.odue, c.odid, c.flags, c.data"
        cards = self.rows(f"select n.guid, c.ord, c.id, {columns} from cards c join notes n on n.id = c.nid")
        reviews: dict[int, list[Any]] = {}
        for row in self.rows("select cid, id, ease, ivl, lastIvl, factor, time, type from revlog order by id"):
            reviews.setdefault(row[0], []).append(row[1:])
        return {(guid, at): (rest, reviews.get(card, [])) for guid, at, card, *rest in cards}

    def fields(self) -> dict[str, tuple[str, ...]]:
        return {guid: tuple(text.split("\x1f")) for guid, text in self.rows("select guid, flds from notes")}

    def tags(self) -> dict[str, tuple[str, ...]]:
        return {guid: tuple(tags.split()) for guid, tags in self.rows("select guid, tags from notes")}


@contextmanager
def fresh_anki() -> Iterator[Anki]:
    with tempfile.TemporaryDirectory(dir=IN_MEMORY) as folder:
        anki = Anki(Path(folder))
        try:
            yield anki
        finally:
            anki.col.close()
