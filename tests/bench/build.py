"""Building: nothing changed, everything new, one note of a thousand changed; and the memory it takes.

Only rows with `sheet` in their name make sheets.
"""

from __future__ import annotations

import os
import tempfile
import time
import zlib
from collections.abc import Callable, Iterator
from functools import cache
from itertools import count
from pathlib import Path
from typing import Final

from tests.bench.measure import ROOT, Figures, Ran, Row, cpu, in_turns, kramdeck, memory, python
from tests.bench.notes import note, write_notes

_THOUSAND: Final = 1000
_COMMANDS: Final = 1  # in a note; makes about ten Anki notes of each


class Project:
    """Generated notes, built once."""

    def __init__(self, folder: Path, notes: int, only: str = "deck", *, commands: int = _COMMANDS) -> None:
        self.folder = folder
        self.only = only
        self._commands = commands
        self._seeds: Iterator[int] = count(1_000_000)
        write_notes(folder / "notes", notes, commands=commands)
        faces = Path("~/.cache/kramdeck/faces").expanduser()
        if faces.is_dir():
            (folder / "cache").mkdir()
            (folder / "cache" / "faces").symlink_to(faces)
        time.sleep(0.2)
        self.run()

    def run(self, *options: str) -> Ran:
        """Build in a process of its own."""
        return kramdeck(*self._words(), *options, cwd=self.folder, env=self.environment)

    def memory(self, *options: str) -> float:
        """The highest memory of a build in a process of its own, or of the hungriest of its workers."""
        return memory(*self._words(), *options, cwd=self.folder, env=self.environment)

    @property
    def environment(self) -> dict[str, str]:
        """What sets its cache apart."""
        return {"KRAMDECK_CACHE": str(self.folder / "cache")}

    def _words(self) -> tuple[str, ...]:
        return ("build", "notes", "-o", "out", *(("--only", self.only) if self.only else ()))

    def change(self) -> None:
        """Write one note anew."""
        path = self.folder / "notes" / "000" / "note-00000.md"
        path.write_text(note(next(self._seeds), self._commands), "utf-8")

    def build_here(self) -> None:
        """Build in this process."""
        os.environ.update(self.environment)
        from exporter.build.run import Request, build

        build(Request((str(self.folder / "notes"),), str(self.folder / "out"), self.only or None))


@cache
def _folder() -> tempfile.TemporaryDirectory[str]:
    return tempfile.TemporaryDirectory(prefix="kramdeck-bench-")


@cache
def _shared(notes: int, commands: int) -> Project:
    """Notes that several rows build a deck of; building them first takes longest."""
    folder = Path(_folder().name, str(notes))
    folder.mkdir()
    return Project(folder, notes, commands=commands)


def _noop(notes: int, commands: int) -> Callable[[Path], Figures]:
    def measure(_: Path) -> Figures:
        project = _shared(notes, commands)
        project.run()
        return in_turns(lambda: project.run().cpu, lambda: python("-c", "pass").cpu, 11)

    return measure


_SERIAL: Final = """\
import sys
from exporter.build.run import Request, build
build(Request(("notes",), "serial", "deck", force=True, workers=1))
"""


def _everything(_: Path) -> Figures:
    project = _shared(_THOUSAND, _COMMANDS)
    env = {"PYTHONPATH": str(ROOT), **project.environment}
    return in_turns(
        lambda: project.run("--force").wall,
        lambda: python("-c", _SERIAL, cwd=project.folder, env=env).cpu,
        1,
    )


def _one_cold(only: str, floor: tuple[str, ...]) -> Callable[[Path], Figures]:
    def measure(folder: Path) -> Figures:
        project = _shared(_THOUSAND, _COMMANDS) if only else Project(folder, 3, only)

        def ours() -> float:
            project.change()
            return project.run().cpu

        return in_turns(ours, lambda: python(*floor).cpu, 5)

    return measure


def _one_warm(folder: Path) -> Figures:
    project = _shared(_THOUSAND, _COMMANDS)
    package = project.folder / "out" / "notes.apkg"

    def ours() -> float:
        project.change()
        return cpu(project.build_here)

    def copy() -> None:
        data = package.read_bytes()
        zlib.crc32(data)
        (folder / "copy.apkg").write_bytes(data)

    return in_turns(ours, lambda: cpu(copy), 5)


def _memory(notes: int, most: float, *, nothing_to_do: bool = False, only: str = "deck") -> Callable[[Path], Figures]:
    def measure(folder: Path) -> Figures:
        project = _shared(notes, _COMMANDS) if only == "deck" else Project(folder, notes, only)
        project.run()
        used = project.memory() if nothing_to_do else project.memory("--force")
        return Figures((used,), (most,), "MiB")

    return measure


ROWS: Final = (
    Row("noop-1k", "1,000 notes, nothing changed", "`python -c pass`", 1.6, _noop(1_000, _COMMANDS)),
    Row("noop-10k", "10,000 notes, nothing changed", "`python -c pass`", 5.5, _noop(10_000, 0)),
    Row("build-1k", "1,000 notes to a deck from nothing, wall", "the same on one worker, CPU", 0.65, _everything),
    Row(
        "inc-deck-cold",
        "one note of 1,000 changed, 16,000 Anki notes",
        "`python -c pass`",
        10,
        _one_cold("deck", ("-c", "pass")),
        7,
    ),
    Row("inc-deck-warm", "the same in a warm process", "reading, summing, writing the package", 2.5, _one_warm),
    Row(
        "inc-sheet-cold",
        "one note of 3 changed, deck and sheet",
        "WeasyPrint prints one line",
        1.1,
        _one_cold("", ("-c", "import weasyprint; weasyprint.HTML(string='<p>x').write_pdf()")),
        0.9,
    ),
    Row("memory-noop", "1,000 notes, nothing changed", "what is allowed", 1, _memory(1_000, 13, nothing_to_do=True)),
    Row("memory-deck-1k", "1,000 Anki notes, of 60 study notes, to a deck", "what is allowed", 1, _memory(60, 32)),
    Row("memory-sheet", "a note's sheet", "what is allowed", 1, _memory(1, 90, only="sheet")),
)
