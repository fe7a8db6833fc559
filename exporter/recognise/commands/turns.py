"""Paragraphs of words and paragraphs that are a command, taking turns: which of the two tells of the other.

Goes in: a place among siblings. Comes out: whether the command there is told by the words above it.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final, TypeAlias

from exporter.kramdown.nodes import Blocks, Paragraph
from exporter.recognise.commands.names import command_in
from exporter.recognise.pattern import Context, Here, is_spacing

_LEAST: Final = 4
"""Paragraphs that must take turns: two of words and two commands."""
_Turn: TypeAlias = tuple[int, bool]
"""Where a paragraph stands among its siblings, and whether it is a command."""


def told_above(here: Here) -> bool:
    """Whether the command here is told by the words above it: words come first in their turns, and a command last."""
    return here.at in here.desk.once(_told_above, here.blocks, here.context)


def _told_above(blocks: Blocks, context: Context) -> frozenset[int]:
    return frozenset(
        at
        for run in _runs(blocks, context)
        if len(run) >= _LEAST and not run[0][1] and run[-1][1]
        for at, named in run
        if named
    )


def _runs(blocks: Blocks, context: Context) -> Iterator[list[_Turn]]:
    """The longest stretches of siblings in which words and commands take turns."""
    run: list[_Turn] = []
    for at, block in enumerate(blocks):
        if is_spacing(block):
            continue
        named = isinstance(block, Paragraph) and command_in(block.inlines, context, 0) is not None
        if not isinstance(block, Paragraph) or (run and run[-1][1] == named):
            yield run
            run = []
        if isinstance(block, Paragraph):
            run.append((at, named))
    yield run
