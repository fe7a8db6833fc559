"""Building: nothing changed, everything new, one note of a thousand changed; and the memory it takes.

Only rows with `sheet` in their name make sheets.
"""

from __future__ import annotations

import os
import time
import zlib
from collections.abc import Callable, Iterator
from itertools import count
from pathlib import Path
from typing import Final

from tests.bench.measure import ROOT, Figures, Ran, Row, in_turns, kramdeck, python, wall
from tests.bench.notes import note, write_notes

_THOUSAND: Final = 1000
_COMMANDS: Final = 1  # in a note; makes about ten Anki notes of each


class _Project:
    """Generated notes, built once."""

    def __init__(self, folder: Path, notes: int, only: str = "deck", *, commands: int = _COMMANDS) -> None:
        self.folder = folder
        self.only = only
        self._commands = commands
        self._seeds: Iterator[int] = count(1_000_000)
        write_notes(folder / "notes", notes, commands=commands)
        os.environ["KRAMDECK_CACHE"] = str(folder / "cache")
        faces = Path("~/.cache/kramdeck/faces").expanduser()
        if faces.is_dir():
            (folder / "cache").mkdir()
            (folder / "cache" / "faces").symlink_to(faces)
        time.sleep(0.2)
        self.run()

    def run(self, *options: str) -> Ran:
        """Build in a process of its own."""
        return kramdeck("build", "notes", "-o", "out", *self._only(), *options, cwd=self.folder)

    def _only(self) -> tuple[str, ...]:
        return ("--only", self.only) if self.only else ()

    def change(self) -> None:
        """Write one note anew."""
        path = self.folder / "notes" / "000" / "note-00000.md"
        path.write_text(note(next(self._seeds), self._commands), "utf-8")

    def build_here(self) -> None:
        """Build in this process."""
        from exporter.build.run import Request, build

        build(Request((str(self.folder / "notes"),), str(self.folder / "out"), self.only or None))


def _noop(notes: int) -> Callable[[Path], Figures]:
    def measure(folder: Path) -> Figures:
        project = _Project(folder, notes)
        project.run()

        return in_turns(lambda: project.run().cpu, lambda: python("-c", "pass").cpu, 11)

    return measure


_SERIAL: Final = """\
import sys
from exporter.build.run import Request, build
build(Request(("notes",), "serial", "deck", force=True, workers=1))
"""


def _everything(folder: Path) -> Figures:
    project = _Project(folder, _THOUSAND)
    serial = {"PYTHONPATH": str(ROOT)}
    return in_turns(lambda: project.run("--force").wall, lambda: python("-c", _SERIAL, cwd=folder, env=serial).cpu, 3)


def _one_cold(only: str, floor: tuple[str, ...]) -> Callable[[Path], Figures]:
    def measure(folder: Path) -> Figures:
        project = _Project(folder, _THOUSAND if only else 3, only)

        def ours() -> float:
            project.change()
            return project.run().cpu

        return in_turns(ours, lambda: python(*floor).cpu, 5)

    return measure


def _one_warm(folder: Path) -> Figures:
    project = _Project(folder, _THOUSAND)
    package = folder / "out" / "notes.apkg"

    def ours() -> float:
        project.change()
        return wall(project.build_here)

    def copy() -> None:
        data = package.read_bytes()
        zlib.crc32(data)
        (folder / "copy.apkg").write_bytes(data)

    return in_turns(ours, lambda: wall(copy), 5)


def _memory(notes: int, most: float, *, nothing_to_do: bool = False, only: str = "deck") -> Callable[[Path], Figures]:
    def measure(folder: Path) -> Figures:
        project = _Project(folder, notes, only)
        ran = project.run() if nothing_to_do else project.run("--force")
        return Figures((ran.memory,), (most,), "MiB")

    return measure


ROWS: Final = (
    Row("noop-1k", "1,000 notes, nothing changed", "`python -c pass`", 1.6, _noop(1_000)),
    Row("noop-10k", "10,000 notes, nothing changed", "`python -c pass`", 5.5, _noop(10_000)),
    Row("build-1k", "1,000 notes to a deck from nothing, wall", "the same on one worker, CPU", 0.65, _everything),
    Row("inc-deck-cold", "one note of 1,000 changed", "`python -c pass`", 10, _one_cold("deck", ("-c", "pass")), 7),
    Row("inc-deck-warm", "the same in a warm process, wall", "reading, summing, writing the package", 2.5, _one_warm),
    Row(
        "inc-sheet-cold",
        "one note of 3 changed, deck and sheet",
        "WeasyPrint prints one line",
        1.1,
        _one_cold("", ("-c", "import weasyprint; weasyprint.HTML(string='<p>x').write_pdf()")),
        0.9,
    ),
    Row("memory-noop", "1,000 notes, nothing changed", "what is allowed", 1, _memory(1_000, 13, nothing_to_do=True)),
    Row("memory-deck-1k", "1,000 notes to a deck", "what is allowed", 1, _memory(1_000, 32)),
    Row("memory-sheet", "a note's sheet", "what is allowed", 1, _memory(1, 90, only="sheet")),
)
