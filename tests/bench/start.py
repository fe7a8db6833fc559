"""Starting up: what every call of the command pays before it does anything."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Final

from tests.bench.measure import Figures, Row, in_turns, kramdeck, python

_RUNS: Final = 21


def _against(floor: str, *arguments: str) -> Callable[[Path], Figures]:
    """`kramdeck` with these arguments against a Python statement."""

    def measure(_: Path) -> Figures:
        return in_turns(lambda: kramdeck(*arguments).cpu, lambda: python("-c", floor).cpu, _RUNS)

    return measure


ROWS: Final = (
    Row("start-version", "`kramdeck --version`", "`python -c pass`", 1.15, _against("pass", "--version")),
    Row("start-help", "`kramdeck --help`", "`python -c 'import click'`", 1.2, _against("import click", "--help")),
)
