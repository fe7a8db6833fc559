"""Every expected file under `tests/cases`, beside the note it belongs to: `x.md` and `x.tree`, `x.html`, `x.txt` …

The suffix says which stage is printed and compared (`tests/stages.py`). With `--accept` the files that stand there are
rewritten, and a new note gets those its folder's other notes have; read the diff before committing it.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from exporter import pdf
from exporter.source import SourceFile
from tests.real_kramdown import RealKramdown, why_missing
from tests.stages import STAGES, body_of

CASES = Path(__file__).parent / "cases"


def _pairs() -> Iterator[tuple[Path, str]]:
    """Notes and the suffixes expected for each: its own files, or for a new note those of its neighbours."""
    for note in sorted(CASES.rglob("*.md")):
        own = [suffix for suffix in STAGES if note.with_suffix(suffix).exists()]
        neighbours = {file.suffix for file in note.parent.iterdir()} & STAGES.keys()
        for suffix in own or sorted(neighbours) or [".tree"]:
            yield note, suffix


def _name(value: Path | str) -> str:
    return value if isinstance(value, str) else value.relative_to(CASES).with_suffix("").as_posix()


def read(note: Path) -> SourceFile:
    """The note as it stands, its path shown relative to the cases."""
    return SourceFile(note.relative_to(CASES).as_posix(), note.read_bytes().decode("utf-8"))


@pytest.mark.parametrize(("note", "suffix"), list(_pairs()), ids=_name)
def test_the_stage_prints_what_is_expected(
    note: Path, suffix: str, request: pytest.FixtureRequest, *, accept: bool
) -> None:
    if suffix == ".pages" and (reason := pdf.available()):
        pytest.skip(reason)
    source = read(note)
    printed = STAGES[suffix](source)
    expected = note.with_suffix(suffix)
    if accept:
        _rewrite(expected, printed, source, request)
    assert expected.exists(), f"{expected.name} is missing: run `make accept` and read what it wrote"
    assert printed == expected.read_bytes().decode("utf-8")


def _rewrite(expected: Path, printed: str, source: SourceFile, request: pytest.FixtureRequest) -> None:
    if expected.suffix == ".html":
        if why_missing() is not None:
            return
        program: RealKramdown = request.getfixturevalue("real_kramdown")
        printed = program.html(body_of(source)) or ""
    if not expected.exists() or expected.read_bytes().decode("utf-8") != printed:
        expected.write_bytes(printed.encode("utf-8"))
