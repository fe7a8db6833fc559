"""Steps in lines of their own: `1) …`, `Step 1. …`, and bold lines with numbers, each with what stands under it.

Goes in: a place among sibling blocks. Comes out: a `Sequence`, whose steps hold what stands under them for the driver
to read.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from itertools import pairwise

from exporter.kramdown.nodes import Inlines, Paragraph
from exporter.recognise.commands.names import command_in
from exporter.recognise.pattern import Found, Here, is_spacing
from exporter.recognise.steps.numbers import Number, number_of
from exporter.recognise.steps.parts import line_step
from exporter.recognise.steps.procedures import Counted, procedure_title
from exporter.recognise.steps.titles import line_above, titles_above
from exporter.recognise.text.inlines import cut, text_of
from exporter.recognise.text.label_lines import label_of
from exporter.study import Sequence


def read_numbered_lines(here: Here) -> Found | None:
    """Lines that are numbered from one on, and are to be done, or come, one after the other."""
    label: Inlines = here.desk.once(label_of, here.block)
    start = here.at + (1 if label and _number(here, here.at) is None else 0)
    label = label if start > here.at else ()
    steps = tuple(_steps(here, start))
    if len(steps) < 2:
        return None
    named = any(number.named for _, number in steps)
    names = tuple(words for at, number in steps if (words := _words(here, at, number)) or named)
    line = text_of(label).strip() if label else line_above(here)
    goes_on = any(after > at + 1 for (at, _), (after, _) in pairwise(steps))
    title = procedure_title(Counted(names, titles_above(here.context), line, named=named, goes_on=goes_on))
    if title is None:
        return None
    end = _end(here, steps[-1][0], is_title=bool(here.desk.once(label_of, here.blocks[steps[-1][0]])))
    ends = (*(at for at, _ in steps[1:]), end)
    read = tuple(
        line_step(replace(here, at=at), until - at, number.end) for (at, number), until in zip(steps, ends, strict=True)
    )
    return Found(Sequence(title, label, read, span=here.block.span), end - here.at)


def _steps(here: Here, at: int) -> Iterator[tuple[int, Number]]:
    """The places of the lines that count on from one, all of them bold or none."""
    bold = at < len(here.blocks) and bool(here.desk.once(label_of, here.blocks[at]))
    expected = 1
    while at < len(here.blocks):
        number = _number(here, at)
        is_title = bool(here.desk.once(label_of, here.blocks[at]))
        if number and number.value == expected and not number.above and is_title == bold:
            yield at, number
            expected += 1
        elif expected == 1 or (is_title and not bold) or (number and number.value == 1):
            return
        at += 1


def _number(here: Here, at: int) -> Number | None:
    match here.blocks[at] if at < len(here.blocks) else None:
        case Paragraph(inlines):
            number = number_of(text_of(inlines))
            return number if number and text_of(inlines)[number.end :].strip() else None
        case _:
            return None


def _words(here: Here, at: int, number: Number) -> str:
    """The words of a line without its number; none where it is a command."""
    block = here.blocks[at]
    assert isinstance(block, Paragraph)
    said = cut(block.inlines, number.end)
    return "" if command_in(said, here.context) else text_of(said).strip().split("\n")[0]


def _end(here: Here, at: int, *, is_title: bool) -> int:
    """Where the last step ends: before the next line that is a title, or that has a number."""
    end = at + 1
    while end < len(here.blocks) and not here.desk.once(label_of, here.blocks[end]):
        if not is_title and _number(here, end):
            break
        end += 1
    while end > at + 1 and is_spacing(here.blocks[end - 1]):
        end -= 1
    return end
