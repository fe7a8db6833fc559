"""Commands that lines of code speak of instead of showing them: steps in words, names of aliases, lists in pasted help.

`1. git status로 바뀐 것 확인` is a step in words; `# gs=git status` tells what an alias made below stands for.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from exporter.kramdown.nodes import CodeBlock, Inlines, Text
from exporter.recognise.code.line import Line
from exporter.recognise.code.lines import row_span
from exporter.recognise.commands.name_first import plain_with_particle
from exporter.recognise.pattern import Context
from exporter.recognise.text.labels import number_length
from exporter.source import Span
from exporter.study import Command

_ALIAS: Final = re.compile(r"^(?P<name>[\w.-]{1,12})\s?=\s?(?P<meaning>\S.*)$")
_TITLE: Final = re.compile(r"^\s*(?:[A-Za-z]+ )*(?:sub-?)?commands(?: \([^()]*\))?:?\s*$", re.IGNORECASE)
_ENTRY: Final = re.compile(r"^\s+(?P<name>[a-z][\w-]*)\*?(?:, [a-z][\w-]*)*(?:\s{2,}|\t+)(?P<said>\S+(?: \S+)+)\s*$")
"""A title of pasted help, and what stands under it: `  build       Build an image`."""


def commands_in_words(block: CodeBlock, lines: tuple[Line, ...], context: Context) -> Iterator[Command]:
    """What the lines of `block` that are no commands say of commands."""
    rows = (block.dedented or block.code).rstrip("\n").split("\n")
    for line in lines:
        if line.kind == "command" or line.row >= len(rows):
            continue
        read = _step(rows[line.row], context) or _alias(line, context)
        if read:
            name, meaning = read
            yield _command(name, meaning, row_span(block, line.row, context))
    for row, name, meaning in _listed(rows):
        yield _command(name, meaning, row_span(block, row, context))


def _listed(rows: list[str]) -> Iterator[tuple[int, str, str]]:
    """The commands that pasted help lists under a title, with their rows."""
    under = False
    for at, row in enumerate(rows):
        entry = _ENTRY.match(row) if under else None
        if entry:
            yield at, entry["name"], entry["said"]
        elif row.strip(" ."):
            under = bool(_TITLE.match(row)) or (under and row[:1].isspace())


def _command(name: str, meaning: str, span: Span) -> Command:
    label: Inlines = (Text(name, span=span),)
    return Command(name, (Text(meaning, span=span),), label, (), span=span)


def _step(row: str, context: Context) -> tuple[str, str] | None:
    lead = number_length(row)
    if not lead:
        return None
    read = plain_with_particle(row, lead, context)
    return (read[0], row[read[1] :].strip()) if read and row[read[1] :].strip() else None


def _alias(line: Line, context: Context) -> tuple[str, str] | None:
    told = _ALIAS.match(line.text) if line.kind == "comment" else None
    return (told["name"], told["meaning"]) if told and told["name"] in context.programs else None
