"""Paragraphs of words and paragraphs that are a command, taking turns: which of the two tells of the other.

Goes in: a place among siblings. Comes out: whether the command there is told by the words above it, or below.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final, TypeAlias

from exporter.kramdown.nodes import Blocks, Paragraph, plain_text
from exporter.recognise.commands.names import command_in
from exporter.recognise.desk import Desk
from exporter.recognise.pattern import Context, Here, is_spacing
from exporter.recognise.tasks.answering import leaning, typed_of

_LEAST: Final = 4
"""Paragraphs that must take turns: two of words and two commands."""
_Turn: TypeAlias = tuple[int, bool]
"""Where a paragraph stands among its siblings, and whether it is a command."""


def told_above(here: Here) -> bool:
    """Whether the command here is told by the words above it: words come first in their turns, and a command last."""
    return here.desk.once(_sides, here.blocks, here.context).get(here.at) == "above"


def told_below(here: Here) -> bool:
    """Whether the command here is told by the words below it: a command comes first in their turns, and words last."""
    return here.desk.once(_sides, here.blocks, here.context).get(here.at) == "below"


def _sides(blocks: Blocks, context: Context) -> dict[int, str]:
    """The side on which the words of each command stand, where turns tell it."""
    sides: dict[int, str] = {}
    for run in _runs(blocks, context):
        if len(run) >= _LEAST and (side := _side([(plain_text(blocks[at]), named) for at, named in run], context.desk)):
            sides |= {at: side for at, named in run if named}
    return sides


def _side(run: list[tuple[str, bool]], desk: Desk) -> str:
    """Where words come first and last, what their commands do tells which of them speak of what; if anything does."""
    if run[0][1] != run[-1][1]:
        return "below" if run[0][1] else "above"
    shown = (
        (before.lower(), typed_of(command.strip(" `\n")), after.lower())
        for (before, _), (command, named), (after, _) in zip(run, run[1:], run[2:], strict=False)
        if named
    )
    return {1: "below", -1: "above"}.get(leaning(shown, desk), "")


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
