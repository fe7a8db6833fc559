"""Builds that are ended at random moments, and disks that are full: nothing of the last good build is lost."""

from __future__ import annotations

import os
import random
import resource
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from tests.bench.notes import note
from tests.projects import Place, package_keys

_NOTES = 4
_ROUNDS = int(os.environ.get("KRAMDECK_INTERRUPTIONS", "20"))
_DECK = ("--only", "deck")


def _build(place: Place, *options: str) -> subprocess.Popen[bytes]:
    return subprocess.Popen(
        [sys.executable, "-m", "exporter", "build", "notes", "-o", "out", *options],
        cwd=place.folder,
        env=place.environment(),
        stdout=subprocess.DEVNULL,
        stderr=subprocess.PIPE,
        start_new_session=True,
    )


def _finish(place: Place, *options: str) -> float:
    start = time.perf_counter()
    child = _build(place, *options)
    _, errors = child.communicate(timeout=120)
    assert child.returncode == 0, errors.decode()
    return time.perf_counter() - start


@pytest.mark.parametrize(("options", "rounds"), [(_DECK, _ROUNDS), ((), _ROUNDS // 7)])
def test_interrupted_builds_leave_whole_files_and_the_next_one_completes(
    tmp_path: Path, options: tuple[str, ...], rounds: int
) -> None:
    place = Place(tmp_path)
    roll = random.Random(20)
    for number in range(_NOTES):
        place.write(f"note-{number}.md", note(number, 1))
    seconds = _finish(place, *options)
    for turn in range(rounds):
        before = place.state()
        for number in roll.sample(range(_NOTES), 2):
            place.write(f"note-{number}.md", note(1000 * turn + number, 1))
        child = _build(place, *options)
        time.sleep(roll.random() * seconds)
        child.send_signal(roll.choice([signal.SIGINT, signal.SIGTERM, signal.SIGKILL]))
        _, errors = child.communicate(timeout=60)
        assert b"Traceback" not in errors or b"exporter" not in errors, errors.decode()
        _all_whole(place, before)
    _finish(place, *options)
    made = place.state()
    assert not list(tmp_path.rglob(".kramdeck-tmp-*"))
    _rebuilt_the_same(place, made, *options)


def _all_whole(place: Place, before: dict[str, bytes]) -> None:
    """Every file that was there still is, either as it was or anew, and is no half file."""
    after = place.state()
    assert before.keys() <= after.keys()
    assert package_keys(after["notes.apkg"])
    assert after["kramdeck.lock"].endswith(b"]\n")
    for name, data in after.items():
        if name.endswith(".pdf"):
            assert data.startswith(b"%PDF"), name
            assert data.rstrip().endswith(b"%%EOF"), name


def _rebuilt_the_same(place: Place, made: dict[str, bytes], *options: str) -> None:
    """Building everything from nothing, with the lock file, gives the same bytes: no interruption left a trace."""
    for path in sorted(place.out.rglob("*"), reverse=True):
        path.unlink() if path.is_file() else path.rmdir()
    for path in (place.folder / "cache").glob("made*"):
        path.unlink()
    _finish(place, *options)
    now = place.state()
    assert {name: data for name, data in now.items() if name != "notes-removed.apkg"} == {
        name: data for name, data in made.items() if name != "notes-removed.apkg"
    }


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="this system has no /dev/full and no file size limit to try")
def test_a_full_disk_keeps_the_last_good_files(tmp_path: Path) -> None:
    """The limit on file sizes stands for the full disk: writing fails in the middle of a file."""
    place = Place(tmp_path)
    place.write("note.md", note(1, 3))
    place.run("build", "notes", "-o", "out", "--only", "deck", expect=0)
    before = place.state()
    place.write("note.md", note(2, 3))

    def limit() -> None:
        signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
        resource.setrlimit(resource.RLIMIT_FSIZE, (2000, 2000))

    done = subprocess.run(
        [sys.executable, "-m", "exporter", "build", "notes", "-o", "out", "--only", "deck"],
        cwd=place.folder,
        env=place.environment(),
        text=True,
        encoding="utf-8",
        capture_output=True,
        preexec_fn=limit,
        check=False,
    )
    assert done.returncode == 1
    assert "error[not-writable]" in done.stderr
    assert "Traceback" not in done.stderr
    assert place.state() == before
    assert not list(tmp_path.rglob(".kramdeck-tmp-*"))
    place.run("build", "notes", "-o", "out", "--only", "deck", expect=0)
    assert place.state() != before


def test_two_builds_at_once_both_succeed_and_leave_one_whole_result(tmp_path: Path) -> None:
    place = Place(tmp_path)
    for number in range(_NOTES):
        place.write(f"note-{number}.md", note(number, 1))
    children = [_build(place, *_DECK) for _ in range(3)]
    for child in children:
        _, errors = child.communicate(timeout=120)
        assert child.returncode == 0, errors.decode()
    made = place.state()
    assert package_keys(made["notes.apkg"])
    _finish(place, *_DECK)
    assert place.state() == made
