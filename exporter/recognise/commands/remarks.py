"""Commands that lines of a code block speak of instead of showing them: numbered steps in words, names of aliases.

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
