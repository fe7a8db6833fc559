"""The printed sheet as text that can be read and compared: what its body holds, and what its pages say.

Goes in: a note, its settings (the `[sheet]` table of the `.toml` file beside it, if there is one). Comes out: `body`,
an element a line with the kind of place it is (`@card`: how gladly a column ends before it); `pages`, the lines of the
finished PDF column by column in reading order, and what was told.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import partial
from html.parser import HTMLParser
from itertools import groupby, pairwise
from pathlib import Path, PurePosixPath
from typing import Final

from exporter.build.printing import sheet_page
from exporter.diagnostics import render
from exporter.kramdown import parse
from exporter.recognise import recognise
from exporter.settings import SheetSettings, read_settings
from exporter.sheet import sheet_of
from exporter.sheet.glue import JOINER
from exporter.sheet.page import page_of
from exporter.source import SourceFile
from exporter.study import StudyNote
from tests.prints import Char, pages_of

CASES: Final = Path(__file__).parent / "cases"
BLOCKS: Final = re.compile(
    "header|h[1-5]|nav|main|section|article|aside|div|p|[uod]l|li|d[td]|table|t[rhd]|pre|blockquote"
)
QUIET: Final = frozenset({"thead", "tbody", "tfoot"})
BLANK: Final = 0.05
"""Room between two letters that is a blank, in mm for each pt of type."""
SAME_LINE: Final = 0.45
"""Letters whose middles differ by less than this part of their height stand in one line."""


def body(source: SourceFile) -> str:
    """The elements of the sheet before its type size is known."""
    tree = _Tree()
    tree.feed(sheet_of(_note(source), _settings(source)).body.replace(JOINER, ""))
    return "\n".join([*map(str.rstrip, tree.lines), ""])


def pages(source: SourceFile) -> str:
    """The printed pages, line by line."""
    settings = _settings(source)
    made = sheet_page(_note(source), settings, str(CASES / "sheet"), str(CASES / "sheet"))
    paper = page_of(settings)
    out = [f"{paper.width:g} × {paper.height:g} mm, {made.pages} page{'s' * (made.pages > 1)}"]
    for number, printed in enumerate(pages_of(made.data), 1):
        column = partial(_column, number=number, width=paper.column_width, columns=paper.columns)
        for place, run in groupby(_lines(printed), key=column):
            out += ["", f"page {number}, {place}", *("  " + _words(line) for line in run)]
    told = [render(found, source) for found in made.diagnostics]
    return "\n".join([*out, *(["", *told] if told else []), ""])


def _note(source: SourceFile) -> StudyNote:
    return recognise(parse(source), key=PurePosixPath(source.path).stem)


def _settings(source: SourceFile) -> SheetSettings:
    file = (CASES / source.path).with_suffix(".toml")
    if not file.exists():
        return SheetSettings()
    settings, wrong = read_settings(SourceFile(file.name, file.read_text("utf-8")))
    assert not wrong
    return settings.sheet


def _lines(printed: tuple[Char, ...]) -> Iterator[list[Char]]:
    """Characters of a page in their order, a new line wherever the next one stands lower, higher or further left."""
    line: list[Char] = []
    for char in printed:
        if line and not _follows(line[-1], char):
            yield line
            line = []
        line.append(char)
    if line:
        yield line


def _words(line: list[Char]) -> str:
    """The characters of a line, with a blank where there is room for one."""
    apart = [char.left - last.right > BLANK * char.size for last, char in pairwise(line)]
    return line[0].text + "".join(" " * wide + char.text for wide, char in zip(apart, line[1:], strict=True))


def _follows(last: Char, char: Char) -> bool:
    apart = abs((last.top + last.bottom) - (char.top + char.bottom)) / 2
    return apart < SAME_LINE * (last.bottom - last.top) and last.left <= char.left <= last.right + 30


def _column(line: list[Char], number: int, width: float, columns: int) -> str:
    if max(char.size for char in line) < 6.5:
        return "margin"
    if line[0].top < 19 and number == 1:
        return "head"
    return f"column {min(int((line[0].left - 8 + 1) // (width + 5)) + 1, columns)}"


class _Tree(HTMLParser):
    """Lines of elements, each indented by its depth."""

    def __init__(self) -> None:
        super().__init__()
        self.lines: list[str] = [""]
        self.depth = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in QUIET:
            return
        if not BLOCKS.fullmatch(tag):
            self.lines[-1] += self.get_starttag_text() or ""
            return
        given = {name: value or "" for name, value in attrs}
        classes = "".join(f".{name}" for name in given.get("class", "").split())
        where = f"#{given['id']}" if "id" in given else ""
        unit = f" @{given['data-u']}" if "data-u" in given else ""
        self.lines.append("  " * self.depth + f"{tag}{classes}{where}{unit}: ")
        self.depth += 1

    def handle_endtag(self, tag: str) -> None:
        if BLOCKS.fullmatch(tag):
            self.depth -= 1
        elif tag not in QUIET:
            self.lines[-1] += f"</{tag}>"

    def handle_data(self, data: str) -> None:
        self.lines[-1] += data.replace("\n", "⏎")
