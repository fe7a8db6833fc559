"""What goes over from the last build's deck: the cards of notes that did not change, and their lines in the lock file.

Goes in: the last manifest, the inputs, the output folder. Comes out: `Carried`. Nothing is carried where the lock file
or the package is not the one that build left, and where all decks are needed whole.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

from exporter.build.exporters import BOOKS, DECK
from exporter.build.inputs import Inputs
from exporter.build.outputs import Outputs
from exporter.build.run import Task

if TYPE_CHECKING:
    from exporter.apkg import Archive, Standing
    from exporter.cards.deck import DeckHead

_SEPARATOR: Final = " / "  # a note with it in its name could own lines that begin like another's


@dataclass(frozen=True, slots=True)
class Carried:
    """The last deck: by note, the key of the reading its cards were made of, and its place in the package.

    `package` is None where none will be written.
    """

    keys: Mapping[str, str] = field(default_factory=dict)
    places: Mapping[str, int] = field(default_factory=dict)
    package: Archive | None = None

    def stands(self, note: str, key: str) -> bool:
        """Whether a note's cards stand there as a reading of this key makes them."""
        return self.keys.get(note) == key

    def standing(self, note: str, head: DeckHead) -> Standing:
        """The deck of such a note, for the package."""
        from exporter.apkg import Standing

        return Standing(self.places[note], head)


def carried_over(task: Task, inputs: Inputs, outputs: Outputs) -> Carried:
    """What may go over into this build's deck."""
    dealt, makers = task.last.dealt, task.request.makers
    if task.request.force or makers & BOOKS.keys() or not dealt.lock or dealt.lock != inputs.lock_hash:
        return Carried()
    if any(_SEPARATOR in note for note in (*dealt.keys, *task.project.notes)):
        return Carried()
    package = package_of(outputs) if DECK in makers and outputs.stands(DECK, "") else None
    if DECK in makers and package is None:
        return Carried()
    chosen = task.project.chosen
    places = [note for note in dealt.keys if chosen is None or note in chosen]
    return Carried(dealt.keys, {note: place for place, note in enumerate(places)}, package)


def package_of(outputs: Outputs, note: str = "") -> Archive | None:
    """The package that the last build made of this, if it is there."""
    from exporter.apkg import opened

    data = outputs.bytes_of(DECK, note)
    return None if data is None else opened(data)
