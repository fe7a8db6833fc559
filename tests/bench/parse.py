"""Reading: a thousand study notes of about 6 kB to documents, against stock markdown-it-py on the same text."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterable
from itertools import cycle
from pathlib import Path
from typing import Final

from tests.bench.measure import Figures, Row, cpu, in_turns
from tests.bench.notes import note

_NOTES: Final = 1000
_AT_ONCE: Final = 100


def _read_all(read: Callable[[str], object], notes: list[str]) -> Callable[[], float]:
    """A call that reads the next hundred notes, and what that costs."""
    parts = cycle([notes[at : at + _AT_ONCE] for at in range(0, len(notes), _AT_ONCE)])

    def measure() -> float:
        part = next(parts)
        return cpu(lambda: [read(text) for text in part])

    return measure


def _parse(_: Path) -> Figures:
    from markdown_it import MarkdownIt

    from exporter.kramdown import parse
    from exporter.source import SourceFile

    notes = [note(seed) for seed in range(_NOTES)]
    stock = MarkdownIt("commonmark").enable("table")
    ours = _read_all(lambda text: parse(SourceFile("note.md", text)), notes)
    return in_turns(ours, _read_all(stock.parse, notes), _NOTES // _AT_ONCE)


def _many(_: Path) -> Figures:
    """CPU a kB of 10,000 notes against that of the first 1,000."""
    return Figures((_a_kilobyte(note(seed) for seed in range(10 * _NOTES)),), (_a_kilobyte(map(note, range(_NOTES))),))


def _long(_: Path) -> Figures:
    """CPU a kB of one note of 6 MB against that of 1,000 notes."""
    notes = [note(seed) for seed in range(_NOTES)]
    return Figures((_a_kilobyte(["\n\n".join(notes)]),), (_a_kilobyte(notes),))


def _a_kilobyte(notes: Iterable[str]) -> float:
    """What reading costs as builds read: Python's collector rests meanwhile, and works between notes."""
    from exporter.collector import collector_off
    from exporter.kramdown import parse
    from exporter.source import SourceFile

    spent = size = 0.0
    for text in notes:
        source = SourceFile("note.md", text)
        with collector_off():
            start = time.process_time()
            parse(source)
            spent += (time.process_time() - start) * 1000
        size += len(text.encode()) / 1000
    return spent / size


ROWS: Final = (
    Row(
        "parse-1k",
        "1,000 notes of 6 kB to `Document`, a hundred at a time",
        "`MarkdownIt('commonmark').enable('table').parse`",
        1.25,
        _parse,
        stretch=0.7,
    ),
    Row("parse-10k", "CPU a kB of 10,000 notes", "of 1,000", 1.05, _many),
    Row("parse-6mb", "CPU a kB of one note of 6 MB", "of 1,000 notes", 1.05, _long),
)
