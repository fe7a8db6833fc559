"""What the READMEs say is so."""

from __future__ import annotations

import re
from pathlib import Path

from exporter.cli import cli
from exporter.settings import DECK_KEYS, READ_KEYS, SHEET_KEYS
from tests.projects import ROOT
from tests.readme import with_table

README = ROOT / "README.md"


def test_the_table_of_how_notes_are_read_is_that_of_the_patterns(accept: bool) -> None:
    text = README.read_text("utf-8")
    made = with_table(text)
    if accept:
        README.write_text(made, "utf-8")
    else:
        assert text == made, "run `make accept`"


def test_every_command_of_the_program_is_told_and_no_other() -> None:
    told = set(re.findall(r"^\| `kramdeck (\w+)", README.read_text("utf-8"), re.MULTILINE))
    assert told == set(cli.commands)


def test_every_setting_is_told_and_no_other() -> None:
    told = set(re.findall(r"^\| `\[(\w+)\] ([\w-]+)", README.read_text("utf-8"), re.MULTILINE))
    keys = {"deck": DECK_KEYS, "sheet": SHEET_KEYS, "read": READ_KEYS}
    assert told == {(table, key) for table, names in keys.items() for key in names}


def test_the_targets_of_make_that_are_told_are_there() -> None:
    targets = set(re.findall(r"^([a-z]+):.*## ", (ROOT / "Makefile").read_text("utf-8"), re.MULTILINE))
    for path in (README, ROOT / "tests" / "README.md", ROOT / "exporter" / "README.md"):
        for target in re.findall(r"`make ([a-z]+)", path.read_text("utf-8")):
            assert target in targets, f"{path}: make {target}"


def test_every_file_a_readme_names_is_there() -> None:
    for path in (README, ROOT / "tests" / "README.md", ROOT / "exporter" / "README.md"):
        for name in re.findall(r"\]\(((?!http|#)[^)\s]+)\)|<img src=\"([^\"]+)\"", path.read_text("utf-8")):
            target = path.parent / Path(next(filter(None, name)))
            assert target.exists(), f"{path} speaks of {target}"


def test_the_ci_runs_what_the_readme_says_tests_are_run_with() -> None:
    assert "\nmake test\n" in README.read_text("utf-8")
    assert "\nmake test\n" in (ROOT / ".ci" / "run").read_text("utf-8")
