"""The cells of a table's row, and which of its bars count."""

from __future__ import annotations

import re
from typing import Final

from exporter.kramdown.element import Element
from exporter.kramdown.engine import Kramdown
from exporter.kramdown.located import Located, join
from exporter.kramdown.options import EXACT
from exporter.kramdown.reading import Reading
from exporter.kramdown.rules import codespan
from exporter.kramdown.spans import SpanState

_code_element: Final = re.compile(r"(<code.*?>.*?</code>)")
_bar: Final = re.compile(r"(?<!\\)\|")
_escaped_bar: Final = re.compile(r"\\\|")
_has_bar: Final = re.compile(r"(?:\||.*?[^\\\n]\|)")
_ticks: Final = re.compile("`+")


def split_row(line: Located) -> list[Located]:
    """The cells between bars, with blanks; bars in code do not divide."""
    cells: list[list[Located]] = []
    at = 0
    for match in _code_element.finditer(line.text):
        _split_text(line, at, match.start(), cells)
        _append(cells, line.slice(match.start(), match.end()))
        at = match.end()
    _split_text(line, at, len(line.text), cells)
    return [join(parts) for parts in cells] or [line.slice(0, 0)]


def _append(cells: list[list[Located]], part: Located) -> None:
    if cells:
        cells[-1].append(part)
    else:
        cells.append([part])


def _split_text(line: Located, start: int, end: int, cells: list[list[Located]]) -> None:
    """The part of the row outside `<code>`: code spans are kept whole, the rest is divided."""
    part = line.slice(start, end)
    at = plain = 0
    while (at := part.text.find("`", at)) >= 0:
        found = codespan.find(part.text, at)
        if found.code is None:
            at = found.end
            continue
        _divide(part, plain, at, cells)
        _append(cells, _code(part, at, found))
        at = plain = found.end
    _divide(part, plain, len(part.text), cells)


def _divide(part: Located, start: int, end: int, cells: list[list[Located]]) -> None:
    if start == end:
        return
    first = True
    at = start
    for match in [*_bar.finditer(part.text[:end], start), None]:
        stop = match.start() if match else end
        cell = _without_escapes(part, at, stop)
        if first:
            _append(cells, cell)
        else:
            cells.append([cell])
        first = False
        at = match.end() if match else end


def _without_escapes(part: Located, start: int, end: int) -> Located:
    pieces: list[Located] = []
    for match in _escaped_bar.finditer(part.text, start, end):
        pieces.append(part.slice(start, match.start()))
        start = match.end() - 1
    return join([*pieces, part.slice(start, end)])


def _code(part: Located, at: int, found: codespan.Found) -> Located:
    """A code span as kramdown writes it anew: with one backtick more than its code has."""
    code = found.code or ""
    longest = max((len(run) for run in _ticks.findall(code)), default=0)
    ticks = "`" * (longest + 1)
    padding = " " if longest else ""
    if ticks == "`" * found.ticks and not padding:
        return part.slice(at, found.end)
    before, after = f"{ticks}{padding}", f"{padding}{ticks}"
    place, close = part.start(at), part.end(found.end)
    return join(
        [
            Located(before, (0,), (place,)),
            part.slice(found.start, found.start + len(code)),
            Located(after, (0,), (max(close - len(after), place),)),
        ]
    )


def bars_outside_code(md: Kramdown, text: str) -> bool:
    """Whether every line of the table has a bar that stands neither in a code span nor in an HTML element."""
    root = Element("root", 0, len(text))
    if "`" in text or "<" in text:
        SpanState(md.cells, md, Reading(EXACT), Located(text), root).read()
    else:
        root.children.append(Element("text", 0, len(text), text))
    bar = False
    for child in root.children:
        lines = child.content.rstrip("\n").split("\n")
        if child.type == "codespan":
            if len(lines) > 2 or (len(lines) == 2 and not bar):
                break
            bar = bar and len(lines) != 2
        else:
            if len(lines) > 1 and not bar and not _has_bar.match(lines[0]):
                break
            bar = (bar and len(lines) == 1) or _has_bar.match(lines[-1]) is not None
    return bar
