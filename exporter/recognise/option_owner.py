"""Which command an option belongs to: the one it stands under, else the one shown nearest to it."""

from __future__ import annotations

from itertools import islice

from exporter.kramdown.nodes import (
    Block,
    CodeBlock,
)
from exporter.recognise.code_lines import lines_of
from exporter.recognise.command_line import name_of
from exporter.recognise.pattern import Context, Here
from exporter.recognise.words import trimmed


def command_near(here: Here) -> str | None:
    """The command the text stands under, else the one that code before it (or right after it) shows."""
    if here.context.command:
        return name_of(here.context.command)
    for at in range(here.at - 1, max(here.at - 40, -1), -1):
        name = _shown(here.blocks[at], here.context)
        if name:
            return name
    behind = (block for block in here.blocks[here.at + 1 :] if block.span != here.block.span)
    for block in islice(behind, 2):
        name = _shown(block, here.context)
        if name:
            return name
    return _named_by_heading(here.context)


def _shown(block: Block, context: Context) -> str | None:
    if not isinstance(block, CodeBlock):
        return None
    lines = context.desk.once(lines_of, block, context)
    return next((name_of(line.text) for line in lines if line.kind == "command"), None)


def _named_by_heading(context: Context) -> str | None:
    for heading in reversed(context.trail):
        words = trimmed(heading).split()
        if words and words[0] in context.vocabulary.programs | context.programs:
            return name_of(" ".join(words))
    return None
