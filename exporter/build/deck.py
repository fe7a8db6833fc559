"""All notes' cards as one package, with the ledger that says which card was which.

Goes in: the readings and the ledger of the last build. Comes out: `DeckPlan`: what the package would hold and change.
The package itself is made only when it must be written.
"""

from __future__ import annotations

import os
import re
import time
from dataclasses import dataclass
from typing import Final

from exporter.build.collector import collector_off
from exporter.build.files import hash_of, read_source, write
from exporter.build.inputs import Inputs
from exporter.build.listing import LOCK_NAME
from exporter.build.made import Made
from exporter.build.project import Project
from exporter.build.reading import Reader
from exporter.build.report import Cards, Said
from exporter.cards.deck import Deck
from exporter.cards.note_types import note_types
from exporter.diagnostics import Diagnostic, Severity, render
from exporter.ledger import Ledger, Report, alias, read_ledger, settle, write_ledger
from exporter.settings import DeckSettings

_UNFIT: Final = re.compile(r'[\x00-\x1f/\\:*?"<>|]+')
_WHOLE_COLLECTION: Final = re.compile(r"collection$|backup-", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class DeckPlan:
    """The notes whose decks go into the package, the settled ledger and its text, and what changes.

    `key` is the hash of all the package is made of.
    """

    chosen: tuple[Made, ...]
    ledger: Ledger
    lock_text: str
    cards: Cards
    key: str
    not_asked: int
    root_name: str

    @property
    def decks(self) -> list[Deck]:
        """The decks of the package; unpacked each time."""
        return [deck for made in self.chosen if (deck := made.deck) is not None]

    @collector_off()
    def package(self) -> bytes:
        """The package's bytes."""
        from exporter.apkg import package

        return package(self.decks, self.ledger, self.root_name)

    def removed_package(self, previous: list[bytes]) -> bytes | None:
        """A package that tags removed cards, taken from packages written before; None if these hold no such card."""
        from exporter.apkg import removed_package

        return removed_package(previous, self.ledger, self.root_name)


@collector_off()
def plan_deck(project: Project, inputs: Inputs, reader: Reader, said: list[Said]) -> DeckPlan | None:
    """Settle the cards of all notes. None, with a diagnostic, where the lock file can't be trusted or a key is double.

    A note that is broken now keeps the cards of its last good reading; where these are lost, its entries in the ledger
    stay untouched.
    """
    if inputs.ledger is None:
        return None
    made = reader.readings.made
    broken = [name for name in project.notes if name not in made or made[name].packed_deck is None]
    made = made | reader.last_good(broken)
    whole = {name: made[name] for name in project.notes if name in made and made[name].packed_deck is not None}
    if double := _double(project, whole):
        said.append(double)
        return None
    absent = frozenset(os.path.splitext(name)[0] for name in project.notes if name not in whole)
    settings = inputs.settings.deck
    outlines = (outline for one in whole.values() for outline in one.outlines)
    settled = settle(inputs.ledger, outlines, note_types().values(), _now_ms(), settings.namespace, absent=absent)
    chosen = tuple(whole[name] for name in project.wanted if name in whole)
    lock_text = write_ledger(settled.ledger)
    root_name = root_deck(project, settings)
    keys = (reader.good_key(name) if name in broken else reader.readings.keys[name] for name in whole)
    parts = [root_name, hash_of(lock_text.encode()), *keys]
    return DeckPlan(
        chosen,
        settled.ledger,
        lock_text,
        _cards(settled.report),
        hash_of("\n".join(parts).encode()),
        sum(one.not_asked for one in chosen),
        root_name,
    )


def _double(project: Project, whole: dict[str, Made]) -> Said | None:
    owner: dict[str, str] = {}
    for name, made in whole.items():
        for outline in made.outlines:
            if (other := owner.setdefault(outline.key, name)) is not name:
                message = f"`{outline.key}` is a card of `{project.path(other)}` too"
                return Said(
                    project.path(name),
                    Diagnostic("duplicate-card", Severity.ERROR, message, None, "give one of them an own `{: #id}`"),
                )
    return None


def _cards(report: Report) -> Cards:
    return Cards(
        report.new,
        report.changed,
        report.removed,
        report.renamed,
        tuple((question.old, question.new) for question in report.questions),
        len(report.unchanged),
        report.removed_search,
    )


def _now_ms() -> int:
    """The clock; `SOURCE_DATE_EPOCH` (seconds) may set it, for builds that must give the same bytes elsewhere."""
    fixed = os.environ.get("SOURCE_DATE_EPOCH", "")
    return int(fixed) * 1000 if fixed.isdecimal() else time.time_ns() // 1_000_000


def root_deck(project: Project, settings: DeckSettings) -> str:
    """The name of the deck that holds all others: the user's choice, else the folder's name."""
    return settings.name or os.path.basename(os.path.abspath(project.root)) or "kramdeck"


def package_file(project: Project, root_name: str) -> str:
    """The file name of the package: the root deck's name, or the note's where only one is built.

    Never `collection` or `backup-…`: Anki would replace the user's whole collection by such a file.
    """
    alone = len(project.wanted) == 1 and project.chosen is not None
    name = os.path.splitext(project.wanted[0])[0].rpartition("/")[2] if alone else root_name.replace("::", "-")
    name = _UNFIT.sub("-", name).strip(" .-") or "deck"
    return f"deck-{name}.apkg" if _WHOLE_COLLECTION.match(name) else f"{name}.apkg"


def rename(folder: str, old: str, new: str) -> str | None:
    """Let the card `new` go on with the history of `old`; None if done, else what is in the way."""
    path = os.path.join(folder, LOCK_NAME)
    source = read_source(path, path)
    if isinstance(source, Diagnostic):
        return f"{path}: {source.message}"
    ledger = read_ledger(source.text)
    if isinstance(ledger, Diagnostic):
        return render(ledger, source)
    try:
        write(path, write_ledger(alias(ledger, old, new)).encode(), lasting=True)
    except LookupError as error:
        return str(error.args[0])
    except OSError as error:
        return f"{path}: {error.strerror}"
    return None
