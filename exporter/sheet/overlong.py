"""Words that no line of a sheet holds, and tables that a page is too small for by far.

Goes in: a study note and its page. Comes out: a diagnostic for each, with its place.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final, assert_never

from exporter import study as s
from exporter.diagnostics import Diagnostic, Severity, display_width
from exporter.kramdown import nodes as n
from exporter.sheet.code import cells_at
from exporter.sheet.page import SMALLEST_TEXT, Page
from exporter.study import StudyNote

MANY_ROWS: Final = 500
"""More rows in a table than this are told of: they fill five pages."""
ROWS_A_SECOND: Final = 200
_BREAKS: Final = re.compile(r"[\s/]+")
_HANGUL: Final = re.compile(r"[\uac00-\ud7a3]")


def overlong(note: StudyNote, page: Page) -> Iterator[Diagnostic]:
    """Words that no column holds at the smallest size, which are cut; tables that take long to print."""
    cells = cells_at(SMALLEST_TEXT, page.column_width)
    for node in (node for block in _blocks(note) for node in n.walk(block)):
        if isinstance(node, n.Table) and (rows := sum(map(len, node.bodies))) > MANY_ROWS:
            message = f"a table of {rows:,} rows is printed whole, which takes long: about {rows / ROWS_A_SECOND:.0f} s"
            yield Diagnostic("table-too-long", Severity.WARNING, message, node.span, "a sheet is for what is looked at")
        widest = max(map(display_width, _words(node)), default=0)
        if widest > cells:
            message = f"a word {widest} cells wide is cut: a line of this sheet holds {cells}"
            yield Diagnostic("page-overflow", Severity.WARNING, message, node.span, "fewer `columns` have longer lines")


def _words(node: n.Node) -> list[str]:
    """What is kept in one line of a node's own text; a path may be broken behind its slashes, and Han anywhere."""
    match node:
        case n.CodeBlock() | n.CodeSpan():
            return node.code.split()
        case n.Text(text) if text.isascii() or _HANGUL.search(text):
            return _BREAKS.split(text)
        case _:
            return []


def _blocks(note: StudyNote) -> Iterator[n.Node]:
    """The document's nodes as the note's parts hold them, in order."""
    for section in s.all_sections(note.sections):
        yield from section.heading
        for entry in section.entries:
            yield from _written(entry)


def _written(part: s.Part) -> Iterator[n.Node]:
    match part:
        case s.Prose() | s.Spacing() | s.Statement() | s.Synopsis():
            yield part.block
        case s.Reference():
            yield from part.blocks
        case s.Example() | s.Listing():
            yield from (*part.intro, part.block)
        case s.Admonition():
            yield from part.title
            yield from _all_written(part.body)
        case s.Option() | s.Definition() | s.Command():
            yield from part.label
            yield from _all_written(part.body)
        case s.Sequence():
            yield from part.label
            for step in part.steps:
                yield from step.label
                yield from _all_written(step.body)
        case _:
            assert_never(part)


def _all_written(parts: tuple[s.Part, ...]) -> Iterator[n.Node]:
    for part in parts:
        yield from _written(part)
