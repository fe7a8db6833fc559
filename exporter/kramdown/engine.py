"""markdown-it as the engine: its core, block and inline loops, with kramdown's rules and none of its own.

Goes in: tables of rules, in the grammar's order. Comes out: a `Kramdown`, which is a `MarkdownIt` whose rulers hold
just those. It keeps nothing between calls: what a reading finds is in `env["reading"]`.

markdown-it divides a text into lines once and for all and tells containers apart by line numbers. kramdown collects a
container's text, takes its indentation off and reads it anew, and goes on in the middle of a line after an end tag. So
in our states a "line" is the offset at which reading stands, and a container's text is tokenized by a state of its own.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any, TypeAlias

from markdown_it import MarkdownIt
from markdown_it.parser_inline import ParserInline
from markdown_it.ruler import Ruler

from exporter.kramdown.reading import MAX_NESTING

Rule: TypeAlias = tuple[str, Callable[..., Any]]
"""A construct's name in kramdown, and the function that reads it."""


@dataclass(frozen=True, slots=True)
class Grammar:
    """All rules. `raw_html` and `cells` are for spans too: inside raw HTML, and to find the bars of a table."""

    starts: re.Pattern[str]
    """Where a span may begin; text without such a place is read at once."""
    core: tuple[Rule, ...]
    block: tuple[Rule, ...]
    inline: tuple[Rule, ...]
    raw_html: tuple[Rule, ...]
    cells: tuple[Rule, ...]


class Kramdown(MarkdownIt):
    """markdown-it, reading kramdown."""

    def __init__(self, grammar: Grammar) -> None:
        super().__init__("zero", {"maxNesting": MAX_NESTING + 1})
        self.starts = grammar.starts
        self.core.ruler = _ruler(grammar.core)
        self.block.ruler = _ruler(grammar.block)
        self.inline.ruler = _ruler(grammar.inline)
        self.raw_html = ParserInline()
        self.raw_html.ruler = _ruler(grammar.raw_html)
        self.cells = ParserInline()
        self.cells.ruler = _ruler(grammar.cells)


def _ruler(rules: Iterable[Rule]) -> Ruler[Any]:
    ruler: Ruler[Any] = Ruler()
    for name, rule in rules:
        ruler.push(name, rule)
    return ruler
