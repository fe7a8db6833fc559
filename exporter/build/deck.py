"""All notes' cards as one package, with the ledger that says which card was which.

Goes in: the readings and the ledger of the last build. Comes out: `DeckPlan`: what the package would hold and change.
The package itself is made only when it must be written.
"""

from __future__ import annotations

import os
import re
import time
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from exporter.build.files import hash_of, read_source, write
from exporter.build.inputs import Inputs
from exporter.build.listing import LOCK_NAME
from exporter.build.made import Made, deck_in, outlines_in
from exporter.build.outputs import Dealt
from exporter.build.project import Project
from exporter.build.reading import Reader
from exporter.build.report import Cards, Said
from exporter.cards.deck import Deck, DeckHead
from exporter.cards.note_types import note_types
from exporter.collector import collector_off
from exporter.diagnostics import Diagnostic, Severity, render
from exporter.ledger import Ledger, Outline, Report, alias, read_changed, read_ledger, settle, write_ledger
from exporter.settings import DeckSettings

if TYPE_CHECKING:
    from exporter.apkg import Archive, Standing

_UNFIT: Final = re.compile(r'[\x00-\x1f/\\:*?"<>|]+')
_WHOLE_COLLECTION: Final = re.compile(r"collection$|backup-", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class DeckPlan:
    """The cards of the package, packed or carried over, the settled ledger and its text, and what changes.

    `last` is the package they are carried over from; `key` is the hash of all the package is made of, `dealt` what the
    next build goes by.
    """

    chosen: tuple[bytes | Standing, ...]
    last: Archive | None
    ledger: Ledger
    lock: bytes
    cards: Cards
    key: str
    dealt: Dealt
    not_asked: int
    root_name: str

    @property
    def decks(self) -> list[Deck | Standing]:
        """The decks of the package; unpacked each time."""
        return [deck_in(one) if isinstance(one, bytes) else one for one in self.chosen]

    @collector_off()
    def package(self) -> bytes:
        """The package's bytes."""
        from exporter.apkg import package

        return package(self.decks, self.ledger, self.root_name, self.last)

    def removed_package(self, last: Archive | None, removed: Archive | None) -> bytes | None:
        """A package that tags removed cards, taken from the packages of last time; None if these hold no such card."""
        from exporter.apkg import removed_package

        return removed_package(last, removed, self.ledger, self.root_name)


@collector_off()
def plan_deck(project: Project, inputs: Inputs, reader: Reader, said: list[Said]) -> DeckPlan | None:
    """Settle the cards of all notes. None, with a diagnostic, where the lock file can't be trusted or a key is double.

    A note that is broken now keeps the cards of its last good reading; where these are lost, its entries in the ledger
    stay untouched. Cards that are carried over are neither looked at nor settled.
    """
    whole, carried = _whole(project, reader), reader.carried
    stand = {name: head for name, (key, _, head) in whole.items() if carried.stands(name, key)}
    anew = {name: outlines_in(reader.readings.cards[name]) for name in whole if name not in stand}
    ledger = _ledger(project, inputs, reader, stand.keys(), said)
    if ledger is None or _double(project, anew, said):
        return None
    settings, root_name = inputs.settings.deck, root_deck(project, inputs.settings.deck)
    absent = frozenset(_key(name) for name in project.notes if name not in whole)
    outlines = (outline for some in anew.values() for outline in some)
    settled = settle(ledger, outlines, note_types().values(), _now_ms(), settings.namespace, absent=absent)
    lock = write_ledger(settled.ledger).encode()
    keys = {name: key for name, (key, _, _) in whole.items()}
    dealt = Dealt(hash_of(lock), {} if absent else keys)
    chosen = [name for name in project.wanted if name in whole]
    return DeckPlan(
        tuple(carried.standing(name, stand[name]) if name in stand else reader.readings.cards[name] for name in chosen),
        carried.package,
        settled.ledger,
        lock,
        _cards(settled.report, sum(head.notes for head in stand.values())),
        hash_of("\n".join([root_name, dealt.lock, *keys.values()]).encode()),
        dealt,
        sum(whole[name][1].not_asked for name in chosen),
        root_name,
    )


def _whole(project: Project, reader: Reader) -> dict[str, tuple[str, Made, DeckHead]]:
    """The notes that have cards, with the key of their reading, the last good one if need be, and what it made."""
    made, keys = reader.readings.made, reader.readings.keys
    good = reader.last_good(name for name in project.notes if name not in made or made[name].deck is None)
    found = ((name, good.get(name) or made.get(name)) for name in project.notes)
    return {
        name: (reader.good_key(name) if name in good else keys[name], one, one.deck)
        for name, one in found
        if one is not None and one.deck is not None
    }


def _ledger(
    project: Project, inputs: Inputs, reader: Reader, stand: Collection[str], said: list[Said]
) -> Ledger | None:
    """The ledger, of which only what changed notes need is read, where cards are carried over."""
    if inputs.lock_text is None:
        return None
    if reader.carried.keys:
        changed = {*reader.carried.keys, *project.notes}.difference(stand)
        return read_changed(inputs.lock_text, map(_key, changed))
    ledger = read_ledger(inputs.lock_text)
    if isinstance(ledger, Diagnostic):
        said.append(Said(project.lock_path, ledger))
        return None
    return ledger


def _key(name: str) -> str:
    """The study note's key, by which its cards' keys begin."""
    return os.path.splitext(name)[0]


def _double(project: Project, anew: Mapping[str, Sequence[Outline]], said: list[Said]) -> bool:
    owner: dict[str, str] = {}
    for name, outlines in anew.items():
        for outline in outlines:
            if (other := owner.setdefault(outline.key, name)) is not name:
                message = f"`{outline.key}` is a card of `{project.path(other)}` too"
                help_text = "give one of them an own `{: #id}`"
                found = Diagnostic("duplicate-card", Severity.ERROR, message, None, help_text)
                said.append(Said(project.path(name), found))
                return True
    return False


def _cards(report: Report, carried: int) -> Cards:
    return Cards(
        report.new,
        report.changed,
        report.removed,
        report.renamed,
        tuple((question.old, question.new) for question in report.questions),
        len(report.unchanged) + carried,
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
