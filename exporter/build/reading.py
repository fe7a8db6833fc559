"""Every note read: from the store where nothing changed, else through the stages.

Goes in: inputs, the store, and which outputs each note lacks. Comes out: `Readings`; finished pages are handed on at
once, so that they are never all held.
"""

from __future__ import annotations

import marshal
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final, TypeAlias

from exporter.build.carried import Carried
from exporter.build.exporters import Page
from exporter.build.files import hash_of
from exporter.build.inputs import Inputs, contents
from exporter.build.made import Made, deck_in, diagnostic_of, diagnostic_row, unpack
from exporter.build.project import Project
from exporter.build.run import Progress
from exporter.build.stages import Job, Result, run_all
from exporter.build.store import Store
from exporter.collector import collector_off

if TYPE_CHECKING:
    from exporter.cards.deck import Deck

_CARDS: Final = ".cards"
_KEEP_EVERY: Final = 32  # results between two writes to the store: what a killed build had finished is not lost

Lacking: TypeAlias = dict[str, tuple[str, ...]]
"""Exporters whose output is to be made, by note."""
OnPage = Callable[[str, str, str, Page], None]
"""Takes a finished page: the note, the exporter, the key it was made of, and the page."""


@dataclass(slots=True)
class Readings:
    """The notes by name: what was made of them, and the key of that in the store. `read` counts those read anew.

    `cards` are the packed decks, but for those that are carried over.
    """

    made: dict[str, Made] = field(default_factory=dict)
    cards: dict[str, bytes] = field(default_factory=dict)
    keys: dict[str, str] = field(default_factory=dict)
    seconds: dict[str, float] = field(default_factory=dict)
    read: int = 0


class Reader:
    """Reads the notes of one build; of those whose cards are carried over, it takes no cards from the store."""

    def __init__(self, project: Project, inputs: Inputs, tool: str, store: Store, carried: Carried) -> None:
        self._project = project
        self._inputs = inputs
        self._store = store
        self.carried = carried
        self._options = hash_of(f"{tool}\n{inputs.settings_hash}".encode())
        self.readings = Readings(keys={name: self._key(name, seen.hash) for name, seen in inputs.seen.items()})

    def _key(self, name: str, content: str) -> str:
        """The hash of all a note's outputs are made of. Pictures count by their stamps."""
        pictures = [(path, self._inputs.pictures[path]) for path in self._inputs.seen[name].pictures]
        return hash_of(f"{self._options}\n{name}\n{content}\n{pictures}".encode())

    def read(self, lacking: Lacking, on_page: OnPage, progress: Progress, workers: int, *, fresh: bool) -> None:
        """Read all notes. `lacking` names the exporters whose output a note needs; `fresh` passes the store over."""
        if not fresh:
            self._made_from_store()
            lacking = self._pages_from_store(lacking, on_page)
        names = [name for name in self.readings.keys if name not in self.readings.made or lacking.get(name)]
        jobs = [
            Job(name, self._project.root, content, self._inputs.settings, lacking.get(name, ()))
            for name, content in contents(self._project, self._inputs, names)
        ]
        for job in jobs:
            self.readings.keys[job.name] = self._key(job.name, hash_of(job.data))
        if _must_prepare(jobs):
            progress(0, len(jobs), "preparing the faces, this once")
        waiting: dict[str, bytes] = {}
        try:
            for done, result in enumerate(run_all(jobs, workers), start=1):
                self._take(result, on_page, waiting)
                progress(done, len(jobs), result.name)
                if done % _KEEP_EVERY == 0:
                    self._store.put(waiting)
                    waiting.clear()
        finally:
            self._store.put(waiting)
        self.readings.read = len(jobs)

    @collector_off()
    def _made_from_store(self) -> None:
        made, keys = self.readings.made, self.readings.keys
        names = {key: name for name, key in keys.items()}
        for key, packed in self._store.get(keys.values()):
            if (one := unpack(packed)) is not None:
                made[names[key]] = one
        wanted = [name for name, one in made.items() if one.deck and not self.carries(name)]
        self.readings.cards = self._cards({keys[name]: name for name in wanted})
        for name in wanted:
            if name not in self.readings.cards:
                del made[name]

    def _cards(self, names: dict[str, str]) -> dict[str, bytes]:
        """The packed decks of notes, by the keys of their readings, that are in the store."""
        wanted = {f"{key}{_CARDS}": name for key, name in names.items()}
        return {wanted[key]: packed for key, packed in self._store.get(wanted)}

    @collector_off()
    def _pages_from_store(self, lacking: Lacking, on_page: OnPage) -> Lacking:
        keys = self.readings.keys
        pages = {f"{keys[name]}.{exporter}": (name, exporter) for name, some in lacking.items() for exporter in some}
        had: set[tuple[str, str]] = set()
        for key, packed in self._store.get(pages):
            name, exporter = pages[key]
            page = _unpack_page(packed)
            if page is not None and name in self.readings.made:
                had.add((name, exporter))
                on_page(name, exporter, keys[name], page)
        return {name: tuple(some for some in all_ if (name, some) not in had) for name, all_ in lacking.items()}

    def _take(self, result: Result, on_page: OnPage, waiting: dict[str, bytes]) -> None:
        key = self.readings.keys[result.name]
        made = unpack(result.packed)
        assert made is not None
        self.readings.made[result.name] = made
        if result.cards is not None:
            self.readings.cards[result.name] = result.cards
        if not any(found.code == "internal-error" for found in made.diagnostics):
            waiting[key] = result.packed
            if result.cards is not None:
                waiting[f"{key}{_CARDS}"] = result.cards
        for stage, seconds in result.seconds.items():
            self.readings.seconds[stage] = self.readings.seconds.get(stage, 0.0) + seconds
        for exporter, page in result.pages.items():
            if page.data and not page.fallback:
                waiting[f"{key}.{exporter}"] = _pack_page(page)
            on_page(result.name, exporter, key, page)

    def carries(self, name: str) -> bool:
        """Whether a note's cards go over from the last deck."""
        return self.carried.stands(name, self.readings.keys[name])

    def good_key(self, name: str) -> str:
        """The store's key of a note's last reading without errors; empty if there is none."""
        seen = self._inputs.seen.get(name)
        return seen.good if seen else ""

    def last_good(self, wanted: Iterable[str]) -> dict[str, Made]:
        """For broken notes: what was made of them when they last were whole, where the store still has it."""
        keys = {key: name for name in wanted if (key := self.good_key(name))}
        self.readings.cards |= self._cards(keys)
        found = {keys[key]: unpack(packed) for key, packed in self._store.get(keys)}
        return {name: made for name, made in found.items() if made and made.deck and name in self.readings.cards}

    def decks(self, names: Iterable[str]) -> list[Deck]:
        """The decks of these notes, of which none may be carried over; unpacked each time."""
        return [deck_in(self.readings.cards[name]) for name in names if name in self.readings.cards]


def _must_prepare(jobs: list[Job]) -> bool:
    """Whether the first sheet will take half a minute longer than the others."""
    printed = next((job for job in jobs if job.exporters), None)
    if printed is None:
        return False
    from exporter.build.printing import prepared

    return not prepared(printed.settings.sheet, printed.root)


def _pack_page(page: Page) -> bytes:
    return marshal.dumps((page.suffix, page.data, page.pages, tuple(map(diagnostic_row, page.diagnostics))))


def _unpack_page(packed: bytes) -> Page | None:
    try:
        suffix, data, pages, said = marshal.loads(packed)
        return Page(suffix, data, pages, tuple(map(diagnostic_of, said)))
    except (ValueError, TypeError, EOFError):
        return None
