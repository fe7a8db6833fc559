"""Watching: a save is built once and soon, however the editor writes the file."""

from __future__ import annotations

import os
import threading
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from queue import Empty, Queue

import pytest

from exporter.build.report import one_line
from exporter.build.run import Request
from exporter.build.watch import Rebuilt, watch
from tests.projects import COMMIT, PULL, Place


@pytest.fixture
def place(tmp_path: Path) -> Place:
    made = Place(tmp_path)
    made.write("pull.md", PULL)
    return made


@pytest.fixture
def rebuilds(place: Place) -> Iterator[Queue[Rebuilt]]:
    """The builds of a watcher that runs until the test ends; the first has been taken off."""
    built: Queue[Rebuilt] = Queue()
    stop = threading.Event()

    def run() -> None:
        for rebuilt in watch(Request((str(place.notes),), str(place.out), "deck"), stop):
            built.put(rebuilt)

    thread = threading.Thread(target=run)
    thread.start()
    try:
        assert built.get(timeout=30).changed == ()
        time.sleep(0.3)  # the watcher is set up after the first build was handed out
        yield built
    finally:
        stop.set()
        thread.join(timeout=30)
    assert not thread.is_alive()


def _in_place(path: Path, text: str) -> None:
    path.write_text(text, "utf-8")


def _by_renaming(path: Path, text: str) -> None:
    """As vim and many others: a new file takes the old one's name."""
    fresh = path.with_name(f".{path.name}.swp-new")
    fresh.write_text(text, "utf-8")
    os.replace(fresh, path)


def _with_backup(path: Path, text: str) -> None:
    """As vim with `backupcopy=no`, gedit, Kate: the old file is moved away, then a new one is written."""
    backup = path.with_name(f"{path.name}~")
    os.replace(path, backup)
    time.sleep(0.03)
    path.write_text(text, "utf-8")
    backup.unlink()


def _in_pieces(path: Path, text: str) -> None:
    """As a program that empties the file and writes it bit by bit."""
    with path.open("w", encoding="utf-8") as file:
        for start in range(0, len(text), 40):
            file.write(text[start : start + 40])
            file.flush()
            time.sleep(0.002)


@pytest.mark.parametrize("save", [_in_place, _by_renaming, _with_backup, _in_pieces])
def test_a_saved_note_is_built_and_loses_no_card(
    place: Place, rebuilds: Queue[Rebuilt], save: Callable[[Path, str], None]
) -> None:
    save(place.notes / "pull.md", PULL.replace("진행 상황을 보이지 않음", "조용히 내려받음"))
    rebuilt = _settled(rebuilds)
    assert [os.path.basename(path) for path in rebuilt.changed] == ["pull.md"]
    assert rebuilt.report.cards.changed
    assert rebuilt.report.cards.removed == ()
    lock = (place.notes / "kramdeck.lock").read_text("utf-8")
    assert not [line for line in lock.splitlines() if line.count(",") > 7], "no card counted as removed meanwhile"


def test_errors_and_deletions_are_survived(place: Place, rebuilds: Queue[Rebuilt]) -> None:
    place.write("broken.md", b"\xff")
    assert [said.diagnostic.code for said in _settled(rebuilds).report.said] == ["not-utf8"]
    (place.notes / "broken.md").unlink()
    assert _settled(rebuilds).report.said == ()
    place.write("sub/git.md", COMMIT)
    rebuilt = _settled(rebuilds)
    assert rebuilt.report.cards.new
    assert "git.md: " in one_line(rebuilt)
    assert {key.split(" / ")[0] for key in place.package()} == {"pull", "sub/git"}


def test_a_folder_moved_in_is_told_by_its_notes(place: Place, rebuilds: Queue[Rebuilt]) -> None:
    away = place.notes.parent / "away"
    away.mkdir()
    (away / "git.md").write_text(COMMIT, "utf-8")
    away.rename(place.notes / "sub")
    assert "git.md: " in one_line(_settled(rebuilds))


def test_what_is_no_note_wakes_nobody(place: Place, rebuilds: Queue[Rebuilt]) -> None:
    place.write("todo.txt", "x")
    place.write(".pull.md.swp", "x")
    with pytest.raises(Empty):
        rebuilds.get(timeout=0.5)


def _settled(rebuilds: Queue[Rebuilt]) -> Rebuilt:
    """The last of the builds that one save caused, if the first came soon."""
    rebuilt = rebuilds.get(timeout=10)
    while True:
        try:
            again = rebuilds.get(timeout=0.6)
        except Empty:
            return rebuilt
        if not again.report.up_to_date and again.report.cards.changed:
            rebuilt = again
