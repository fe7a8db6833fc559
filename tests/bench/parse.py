"""Reading: a thousand study notes of about 6 kB to documents, against stock markdown-it-py on the same text."""

from __future__ import annotations

from collections.abc import Callable
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


ROWS: Final = (
    Row(
        "parse",
        "1,000 notes of 6 kB to `Document`",
        "`MarkdownIt('commonmark').enable('table').parse`",
        2.0,
        _parse,
        stretch=1.25,
    ),
)
