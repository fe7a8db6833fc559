"""What is loaded when: a heavy library only by the command that needs it."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from tests.projects import PULL, Place, let_time_pass

_HEAVY = ("markdown_it", "genanki", "weasyprint", "fontTools", "yaml", "pygments", "nh3", "watchfiles", "sqlite3")


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


def test_a_build_with_nothing_to_do_loads_no_stage(place: Place) -> None:
    let_time_pass()
    place.run("build", "notes", "--only", "deck", expect=0)
    loaded = _loaded(place, "build", "notes", "--only", "deck")
    assert "exporter.build.run" in loaded
    assert not loaded & {"exporter.build.work", "exporter.study", "exporter.kramdown", "exporter.settings", *_HEAVY}


def test_a_deck_loads_nothing_of_the_sheet(place: Place) -> None:
    loaded = _loaded(place, "build", "notes", "--only", "deck")
    assert "genanki" in loaded
    assert not loaded & {"weasyprint", "fontTools", "exporter.sheet", "exporter.pdf"}
