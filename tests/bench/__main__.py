"""`python -m tests.bench [--only ROW …] [--list] [--write] [--compare FILE]`

Prints a table of all rows; keeps the figures as JSON in `.bench/`; `--write` puts the table into `README.md` here,
`--compare` shows them beside a kept run.
"""

from __future__ import annotations

import argparse
import json
import platform
import sys
import tempfile
import time
from collections.abc import Iterable, Mapping
from importlib import import_module
from importlib.util import find_spec
from pathlib import Path
from statistics import median
from typing import Final

from tests.bench.measure import ROOT, Figures, Row

MODULES: Final = ("start", "build", "parse", "deck", "sheet", "printing")
README: Final = Path(__file__).with_name("README.md")
_BEGIN, _END = "<!-- table -->", "<!-- end of table -->"


def main() -> int:
    """Measure, print, keep; 1 if a goal is missed."""
    options = _options()
    rows = [row for row in _rows() if not options.only or row.name in options.only]
    if options.list:
        sys.stdout.writelines(f"{row.name:16} {row.workload}\n" for row in rows)
        return 0
    before = json.loads(options.compare.read_text("utf-8"))["rows"] if options.compare else {}
    found: dict[str, Figures] = {}
    for row in rows:
        with tempfile.TemporaryDirectory(prefix="kramdeck-bench-") as folder:
            found[row.name] = row.measure(Path(folder))
        sys.stdout.write(_line(row, found[row.name], before.get(row.name)) + "\n")
        sys.stdout.flush()
        if options.write:
            _write_table(found)
    kept = _keep(found)
    sys.stdout.write(f"kept in {kept.relative_to(ROOT)}\n")
    return int(any(found[row.name].ratio > row.goal for row in rows))


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m tests.bench", description="Measure speed against floors.")
    parser.add_argument("--only", nargs="+", metavar="ROW", help="only these rows")
    parser.add_argument("--list", action="store_true", help="list the rows, measure nothing")
    parser.add_argument("--write", action="store_true", help="put the table into tests/bench/README.md")
    parser.add_argument("--compare", type=Path, metavar="FILE", help="a kept run to compare with")
    return parser.parse_args()


def _rows() -> Iterable[Row]:
    for name in MODULES:
        if find_spec(f"tests.bench.{name}"):
            yield from import_module(f"tests.bench.{name}").ROWS


def _line(row: Row, figures: Figures, before: Mapping[str, float] | None) -> str:
    mark = "ok  " if figures.ratio <= row.goal else "MISS"
    text = (
        f"{mark} {row.name:16} ×{figures.ratio:5.2f}  goal ×{row.goal:<5} "
        f"{median(figures.ours):10.2f} {figures.unit:4} floor {median(figures.floor):10.2f}"
    )
    return f"{text}  before ×{before['ratio']:.2f} ({figures.ratio / before['ratio'] - 1:+.0%})" if before else text


def _keep(found: Mapping[str, Figures]) -> Path:
    rows = {
        name: {
            "ratio": figures.ratio,
            "ours": median(figures.ours),
            "floor": median(figures.floor),
            "unit": figures.unit,
        }
        for name, figures in found.items()
    }
    path = ROOT / ".bench" / f"{time.strftime('%Y%m%d-%H%M%S')}.json"
    path.parent.mkdir(exist_ok=True)
    path.write_text(json.dumps({"machine": _machine(), "rows": rows}, indent=2) + "\n", "utf-8")
    return path


def _machine() -> str:
    return f"Python {platform.python_version()}, {platform.system()} {platform.machine()}, {_cores()} cores"


def _cores() -> int:
    from exporter.build.stages import cores

    return cores()


def _write_table(found: Mapping[str, Figures]) -> None:
    """Put what was measured into the table; rows that were not stay as they are."""
    text = README.read_text("utf-8")
    start, end = text.index(_BEGIN) + len(_BEGIN), text.index(_END)
    kept = {line.split("|")[1].strip(): line for line in text[start:end].splitlines() if line.startswith("| ")}
    head = [
        f"{_machine()}; last written {time.strftime('%Y-%m-%d')}.",
        "",
        "| benchmark | workload | ours | floor measured beside it | ratio | goal |",
        "|---|---|---:|---|---:|---:|",
    ]
    lines = (_table_line(row, found[row.name]) if row.name in found else kept.get(row.name) for row in _rows())
    table = [*head, *filter(None, lines)]
    README.write_text("\n".join([text[:start], "", *table, "", text[end:]]), "utf-8")


def _table_line(row: Row, figures: Figures) -> str:
    floor = f"{median(figures.floor):.1f} {figures.unit}: {row.floor}"
    stretch = f" ({row.stretch})" if row.stretch else ""
    return (
        f"| {row.name} | {row.workload} | {median(figures.ours):.1f} {figures.unit} | {floor} "
        f"| {figures.ratio:.2f} | {row.goal}{stretch} |"
    )


if __name__ == "__main__":
    sys.exit(main())
