"""Steps in a list: `1. …`, `2. …`, also where code between them breaks the list in pieces.

Goes in: a place among sibling blocks. Comes out: a `Sequence`, whose steps hold what stands under them for the driver
to read. A list with numbers is a sequence only where it is a procedure: many lists merely count.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import Final

from exporter.kramdown.nodes import Block, CodeBlock, Image, OrderedList, Paragraph, ThematicBreak
from exporter.recognise.author import read_asked, read_no_card, read_said
from exporter.recognise.commands.names import command_in
from exporter.recognise.pattern import Found, Here, is_spacing
from exporter.recognise.steps.parts import item_of, item_step, name_end
from exporter.recognise.steps.procedures import Counted, procedure_title
from exporter.recognise.steps.titles import line_above, titles_above
from exporter.recognise.text.runs import run_of
from exporter.study import Sequence

_NUMBER: Final = re.compile(r"\s*(\d+)[.)]")
_MOST_BETWEEN: Final = 8
"""Blocks that may stand between two pieces of one list."""
_LONGEST_NAME: Final = 180


@dataclass(frozen=True, slots=True)
class _Run:
    """Where the items are, and where the last of them ends; whether the list goes on behind other blocks."""

    places: tuple[int, ...]
    end: int
    goes_on: bool


def read_ordered_steps(here: Here) -> Found | None:
    """`1. …`, `2. …` that are to be done one after the other."""
    if not isinstance(here.block, OrderedList) or here.context.within in ("option", "definition"):
        return None
    if here.block.items[0].span.start != here.block.span.start:
        return None
    run = _run(here)
    items = [replace(here, at=at) for at in run.places]
    if len(items) < 2 or not all(map(_is_step, items)):
        return None
    names = tuple("" if _is_typed(item) else _words(item) for item in items)
    title = procedure_title(Counted(names, titles_above(here.context), line_above(here), goes_on=run.goes_on))
    if title is None:
        return None
    ends = (*run.places[1:], run.end)
    steps = tuple(item_step(item, here.blocks[item.at + 1 : end]) for item, end in zip(items, ends, strict=True))
    return Found(Sequence(title, (), steps, span=here.block.span), run.end - here.at)


def _run(here: Here) -> _Run:
    places = [here.at]
    goes_on = False
    while (following := _next(here, places[-1], len(places) + 1)) is not None:
        goes_on = goes_on or following > places[-1] + 1
        places.append(following)
    end = places[-1] + 1
    while goes_on and end < len(here.blocks) and _is_shown(here.blocks[end]):
        end += 1
    return _Run(tuple(places), end, goes_on)


def _next(here: Here, at: int, number: int) -> int | None:
    """Where the next item stands: in the same list, or behind some blocks with the number that follows."""
    last = here.blocks[at]
    for after in range(at + 1, min(at + 2 + _MOST_BETWEEN, len(here.blocks))):
        match here.blocks[after]:
            case OrderedList((item,)) as piece:
                if piece.span == last.span:
                    return after
                written = _NUMBER.match(here.context.source.text, item.span.start)
                return after if written and int(written[1]) == number else None
            case ThematicBreak():
                return None
            case _:
                pass
    return None


def _is_shown(block: Block) -> bool:
    """Code or a picture, which shows what the item before it says."""
    match block:
        case CodeBlock():
            return True
        case Paragraph(inlines):
            return bool(inlines) and all(isinstance(node, Image) for node in inlines)
        case _:
            return is_spacing(block) and not isinstance(block, ThematicBreak)


def _is_step(here: Here) -> bool:
    match here.block:
        case OrderedList((item,)) if item.blocks and isinstance(item.blocks[0], Paragraph):
            own_word = (read(here) for read in (read_no_card, read_asked, read_said))
            return 0 < len(_words(here)) <= _LONGEST_NAME and not any(own_word)
        case _:
            return False


def _words(here: Here) -> str:
    _, first = item_of(here)
    run = here.desk.once(run_of, first.inlines)
    return run.text[: name_end(run)].strip()


def _is_typed(here: Here) -> bool:
    """Whether the item begins with a command to type, and says no more on its line."""
    _, first = item_of(here)
    return command_in(first.inlines, here.context) is not None
