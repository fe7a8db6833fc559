"""What is loaded when: a heavy library only by the command that needs it."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.projects import COMMIT, PULL, Place, let_time_pass

_HEAVY = ("markdown_it", "genanki", "weasyprint", "fontTools", "yaml", "pygments", "nh3", "watchfiles", "sqlite3")
_DECK = ("build", "notes", "--only", "deck")


def _loaded(place: Place, *arguments: str) -> set[str]:
    """The modules that the command loads."""
    done = subprocess.run(
        [sys.executable, "-X", "importtime", "-m", "exporter", *arguments],
        cwd=place.folder,
        env=place.environment(),
        text=True,
        encoding="utf-8",
        capture_output=True,
        check=True,
    )
    return {line.rpartition("|")[2].strip() for line in done.stderr.splitlines() if line.startswith("import time:")}


@pytest.fixture
def place(tmp_path: Path) -> Place:
    made = Place(tmp_path)
    made.write("pull.md", PULL)
    return made


def test_the_version_is_told_without_click(place: Place) -> None:
    loaded = _loaded(place, "--version")
    assert "exporter.__main__" in loaded or "exporter" in loaded
    assert not loaded & {"click", "dataclasses", *_HEAVY}


def test_help_loads_click_and_nothing_heavy(place: Place) -> None:
    loaded = _loaded(place, "--help")
    assert "click" in loaded
    assert not loaded & {"exporter.settings", "exporter.build", *_HEAVY}


@pytest.fixture
def built(place: Place) -> Place:
    """A place where the deck was made, and nothing is to be done."""
    let_time_pass()
    place.run(*_DECK, expect=0)
    return place


def test_a_build_made_before_with_nothing_to_do_loads_neither_click_nor_any_stage(built: Place) -> None:
    loaded = _loaded(built, *_DECK)
    assert {name for name in loaded if name.startswith("exporter.")} == {
        "exporter.build",
        "exporter.build.listing",
        "exporter.build.standing",
    }
    assert not loaded & {"click", "dataclasses", "typing", "re", "json", "hashlib", *_HEAVY}


def test_a_build_with_nothing_to_do_in_other_words_loads_no_stage(built: Place) -> None:
    loaded = _loaded(built, "build", "./notes", "--only", "deck")
    assert "exporter.build.run" in loaded
    assert not loaded & {"exporter.build.work", "exporter.study", "exporter.kramdown", "exporter.settings", *_HEAVY}


def test_the_same_words_are_answered_as_any_others_that_mean_the_same(built: Place) -> None:
    assert built.run(*_DECK, expect=0).stdout == built.run("build", "./notes", "--only", "deck", expect=0).stdout
    assert built.run(*_DECK, expect=0).stdout.startswith("Nothing changed: 1 note, ")


@pytest.mark.parametrize(
    "change",
    [
        lambda place: place.write("pull.md", PULL.replace("quiet", "silent")),
        lambda place: place.write("commit.md", COMMIT),
        lambda place: place.write("deeper/commit.md", COMMIT),
        lambda place: place.write("kramdeck.toml", "[deck]\ntyped = false\n"),
        lambda place: (place.notes / "kramdeck.lock").unlink(),
        lambda place: (place.folder / "build" / "notes.apkg").unlink(),
        lambda place: (place.folder / "build" / "notes.apkg").write_bytes(b"damaged"),
    ],
    ids=["note", "new note", "new folder", "settings", "lock file", "package gone", "package damaged"],
)
def test_what_changed_is_built_though_the_words_are_known(built: Place, change: Callable[[Place], object]) -> None:
    change(built)
    assert "Nothing changed" not in built.run(*_DECK, expect=0).stdout


def test_the_same_words_mean_something_else_in_another_folder_and_with_a_folder_called_source(tmp_path: Path) -> None:
    place = Place(tmp_path)
    place.write("pull.md", PULL)
    let_time_pass()
    for _ in range(2):
        here = place.run("build", "--only", "deck", expect=0).stdout
    assert "Nothing changed: 1 note" in here
    place.notes.rename(tmp_path / "source")
    (tmp_path / "pull.md").write_text(PULL, "utf-8")
    assert "Nothing changed" not in place.run("build", "--only", "deck", expect=0).stdout


def test_what_must_be_told_or_made_each_time_is_though_nothing_changed(place: Place) -> None:
    place.write("kramdeck.toml", "[deck]\ncolour = 1\n")
    let_time_pass()
    warned = [place.run(*_DECK, expect=0).stderr for _ in range(3)]
    assert warned[0] == warned[1] == warned[2]
    assert "warning[settings-unknown]" in warned[0]
    assert place.run(*_DECK, "--strict", expect=1).stderr == warned[0]


def test_a_build_that_is_forced_or_writes_a_report_does_so_each_time(built: Place) -> None:
    for _ in range(2):
        assert "Wrote" in built.run(*_DECK, "--force", expect=0).stdout
        built.run(*_DECK, "--report", "report.json", expect=0)
        (built.folder / "report.json").unlink()


@pytest.mark.parametrize("name", ["calls", "builds"])
@pytest.mark.parametrize("damage", [b"", b"nothing", b"\0" * 40, b"\xff" * 40])
def test_damage_in_what_is_kept_costs_time_only(built: Place, name: str, damage: bytes) -> None:
    kept = built.folder / "cache" / name
    for path in [kept] if kept.is_file() else kept.iterdir():
        path.write_bytes(damage)
    done = built.run(*_DECK, expect=0)
    assert not done.stderr
    assert "1 note" in done.stdout


def test_a_deck_loads_nothing_of_the_sheet(place: Place) -> None:
    loaded = _loaded(place, "build", "notes", "--only", "deck")
    assert "genanki" in loaded
    assert not loaded & {"weasyprint", "fontTools", "exporter.sheet", "exporter.pdf"}
