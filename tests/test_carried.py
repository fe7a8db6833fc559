"""Cards carried over from the last deck: whatever was changed, the bytes are those of a build of everything."""

from __future__ import annotations

import random
import zipfile
from pathlib import Path

import pytest

from exporter.build import deck as decks
from exporter.build.carried import Carried
from exporter.build.made import outlines_in
from exporter.ledger import Outline
from tests.bench.notes import note
from tests.projects import Place, let_time_pass

_PICTURE = "\n\n![graph](graph{0}.png)\n\n## `git log`\n\nShows the history: ![graph](graph{0}.png)\n"


class _Twins:
    """A project twice: one builds what changed, the other everything."""

    def __init__(self, folder: Path) -> None:
        self.places = []
        for name in ("one", "other"):
            (folder / name).mkdir()
            self.places.append(Place(folder / name))

    def write(self, name: str, text: str | bytes) -> None:
        for place in self.places:
            place.write(name, text)

    def rename(self, old: str, new: str) -> None:
        for place in self.places:
            (place.notes / new).parent.mkdir(exist_ok=True)
            (place.notes / old).rename(place.notes / new)

    def unlink(self, name: str) -> None:
        for place in self.places:
            (place.notes / name).unlink()

    def build_alike(self) -> None:
        one, other = self.places
        changed, everything = one.build(), other.build(force=True)
        assert changed.cards == everything.cards
        assert changed.facts == everything.facts
        assert one.state() == other.state()


def _work(twins: _Twins, roll: random.Random, names: list[str], turn: int) -> None:
    """Change something, in the ways notes are changed."""
    name = roll.choice(names or [""])
    kind = roll.randrange(9) if len(names) > 2 else roll.randrange(2)
    if kind < 2:
        names.append(f"{roll.choice('azm')}/note-{turn}.md" if kind else f"note-{turn}.md")
        twins.write(names[-1], note(turn, 1))
    elif kind == 2:
        names.remove(name)
        twins.unlink(name)
    elif kind == 3:
        names.remove(name)
        names.append(f"renamed-{turn}.md")
        twins.rename(name, names[-1])
    elif kind == 4:
        twins.write(name, b"\xff broken")
    elif kind == 5:
        twins.write(f"graph{turn % 3}.png", b"\x89PNG %d" % turn)
        twins.write(name, note(turn, 1) + _PICTURE.format(turn % 3))
    elif kind == 6:
        twins.write(name, note(roll.randrange(3), 2))
    else:
        twins.write(name, note(turn, roll.randrange(3)))


def test_what_is_carried_over_has_the_bytes_of_what_is_made_anew(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    roll, carried = random.Random(7), 0
    names: list[str] = []
    twins, stands = _Twins(tmp_path), Carried.stands

    def counted(self: Carried, name: str, key: str) -> bool:
        nonlocal carried
        carried += stands(self, name, key)
        return stands(self, name, key)

    monkeypatch.setattr(Carried, "stands", counted)
    for turn in range(25):
        monkeypatch.setenv("SOURCE_DATE_EPOCH", str(1_790_000_000 + 7 * turn))
        for _ in range(roll.randint(1, 2)):
            _work(twins, roll, names, turn)
        let_time_pass()
        twins.build_alike()
    assert carried > 25


def test_of_notes_that_did_not_change_no_card_is_looked_at(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    place = Place(tmp_path)
    for number in range(5):
        place.write(f"note-{number}.md", note(number, 1))
    place.build()
    looked: list[bytes] = []

    def seen(packed: bytes) -> tuple[Outline, ...]:
        looked.append(packed)
        return outlines_in(packed)

    monkeypatch.setattr(decks, "outlines_in", seen)
    place.write("note-3.md", note(30, 1))
    let_time_pass()
    report = place.build()
    assert len(looked) == 1
    assert report.cards.unchanged > 30
    assert {key.split(" / ")[0] for key in place.package()} == {f"note-{number}" for number in range(5)}


@pytest.mark.parametrize("harm", ["package", "lock"])
def test_nothing_is_carried_over_from_what_another_hand_changed(tmp_path: Path, harm: str) -> None:
    place = Place(tmp_path)
    for number in range(3):
        place.write(f"note-{number}.md", note(number, 1))
    place.build()
    good = place.package()
    if harm == "package":
        with zipfile.ZipFile(place.out / "notes.apkg", "w") as archive:
            archive.writestr("collection.anki2", b"another")
    else:
        lock = place.notes / "kramdeck.lock"
        lock.write_text("\n".join(lock.read_text("utf-8").splitlines()[:-9]) + "\n", "utf-8")
    place.write("note-1.md", note(1, 1) + "\n끝\n")
    let_time_pass()
    assert not place.build().cards.removed
    assert set(good) <= set(place.package())
