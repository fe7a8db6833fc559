"""Commands and what they do in two columns of a block of code: `git status      show what changed`.

Goes in: the lines as read so far, and the rows they were read from. Comes out: the lines, the words of the second
column taken off as what is said behind a command. A column is where words begin behind a wide gap in two rows or more;
in the longest row of such a block a single blank may stand before it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from typing import Final

from exporter.recognise.code.command_line import is_command
from exporter.recognise.code.line import Line
from exporter.recognise.pattern import Context
from exporter.recognise.text.words import EAST

_SAID: Final = rf"(?:[-–—:=] )?[A-Za-z(（{EAST}]"
_GAP: Final = re.compile(rf"(?<=\S)(?: {{2,}}|\s*\t\s*)(?={_SAID})")
_WORDS: Final = re.compile(_SAID)
_MARK: Final = re.compile(r"^[-–—:=]\s+")
_BRACKETED: Final = re.compile(r"^[(（]([^()（）]+)[)）]$")
_DATA: Final = re.compile(r"\S {2,}\S|\t")
"""More columns: what was printed, not what is said."""
_LEAST: Final = 2
_ALIKE: Final = 3
"""What it counts for a line that others of its block have words in the same column."""


def in_columns(lines: tuple[Line, ...], rows: list[str], context: Context) -> Iterator[Line]:
    """The lines, with what a second column says of them."""
    starts = {start for line in lines for start in _gap(line, rows)}
    counted = {start: sum(_cut(line, rows, start, 1, context) is not None for line in lines) for start in starts}
    column = max(counted, key=lambda start: counted[start], default=0)
    for line in lines:
        cut = _cut(line, rows, column, _ALIKE, context) if column and counted[column] >= _LEAST else None
        yield cut if cut is not None and not line.aside else line


def _gap(line: Line, rows: list[str]) -> Iterator[int]:
    """Where words begin behind the first wide gap in a row."""
    if line.may_be_cut:
        gap = _GAP.search(rows[line.row], len(line.prompt))
        if gap:
            yield gap.end()


def _cut(line: Line, rows: list[str], column: int, bonus: int, context: Context) -> Line | None:
    """A line whose row has a command before the column, and words that begin there."""
    row = rows[line.row] if line.may_be_cut else ""
    if len(row) <= column or not row[column - 1].isspace() or not _WORDS.match(row[column:]):
        return None
    typed, said = row[:column].removeprefix(line.prompt).strip(), row[column:].strip()
    if _DATA.search(said) or not is_command(typed, context, bonus):
        return None
    return replace(line, kind="command", text=typed, aside=_MARK.sub("", _BRACKETED.sub(r"\1", said)))
