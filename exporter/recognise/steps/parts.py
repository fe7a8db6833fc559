"""One step, of the blocks it is written in.

Goes in: the line that names it, and what stands under it. Comes out: a `Step`, whose line and body are for the driver
to read. Where a command, or code with the line before it, is all that the step is, it stands in the step as it would
stand without it.
"""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Final

from exporter.kramdown.nodes import Blocks, ListItem, OrderedList, Paragraph
from exporter.recognise.commands.examples import read_example_item
from exporter.recognise.commands.headings import read_command_label
from exporter.recognise.commands.items import read_command_item
from exporter.recognise.commands.pairs import read_command_choice
from exporter.recognise.definitions.separated import separated
from exporter.recognise.pattern import Found, Here, Reader, unread
from exporter.recognise.tasks.sentences import first_sentences
from exporter.recognise.text.inlines import cut, one_line, paragraph, text_of
from exporter.recognise.text.runs import Run, run_of
from exporter.recognise.text.sentence_ends import sentence_bounds
from exporter.source import Span
from exporter.study import Example, Part, Prose, Step

_OF_ITEMS: Final[tuple[Reader, ...]] = (read_command_choice, read_command_item, read_example_item)
"""Those whose entry an item is, though it is a step."""
_ARROW: Final = re.compile(r"(?:>|→|⇒|➡️?)\s*$")
"""What leads from one menu to the next, and to no meaning."""
LONGEST_NAME: Final = 80
"""Characters of a name; of a longer line, its first sentence is the name."""


def item_step(here: Here, behind: Blocks) -> Step:
    """The step that is an item of a list, with the blocks behind the list that belong to it."""
    item, first = item_of(here)
    run = here.desk.once(run_of, first.inlines)
    span = Span(item.span.start, behind[-1].span.end if behind else item.span.end)
    end = name_end(run)
    for read in _OF_ITEMS:
        match read(here):
            case Found(Example((Paragraph() as intro,)) as entry):
                body: tuple[Part, ...] = (replace(entry, intro=()), *unread(behind))
                return Step(_name(run, 0, end), (), intro.inlines, body, span=span)
            case Found(entry):
                return Step(_name(run, 0, end), (), (), (entry, *unread(behind)), span=span)
            case _:
                pass
    return _worded(here, first, 0, end, (*item.blocks[1:], *behind), span)


def item_of(here: Here) -> tuple[ListItem, Paragraph]:
    """The item at this place and its first paragraph."""
    assert isinstance(here.block, OrderedList)
    (item,) = here.block.items
    first = item.blocks[0]
    assert isinstance(first, Paragraph)
    return item, first


def line_step(here: Here, taken: int, start: int) -> Step:
    """The step that begins with a line of its own, whose number ends at `start`, with the blocks it takes."""
    first, *rest = here.blocks[here.at : here.at + taken]
    assert isinstance(first, Paragraph)
    run = here.desk.once(run_of, first.inlines)
    span = Span(first.span.start, here.blocks[here.at + taken - 1].span.end)
    line = run.text.find("\n", start)
    end = line if line >= 0 else len(run.text)
    titled = read_command_label(replace(here, blocks=here.blocks[: here.at + taken]))
    if titled:
        return Step(_name(run, start, end), (), (), (titled.entry,), span=span)
    step = _worded(here, first, start, end, tuple(rest), span)
    match step.body:
        case (Prose(block), *_) if not step.meaning:
            return replace(step, meaning=one_line(next(iter(first_sentences(block)), ())))
        case _:
            return step


def name_end(run: Run) -> int:
    """Where the name of a step ends in its line: before a meaning behind a sign, else with the first sentence."""
    claim = separated(run)
    found = run.text.find(claim.meaning.text) if claim else 0
    if found > 0 and not _ARROW.search(run.text[:found]):
        return found
    return len(run.text) if len(run.text) <= LONGEST_NAME else sentence_bounds(run)[0][1]


def _name(run: Run, start: int, end: int) -> str:
    part = run.part(start, end)
    claim = separated(part) or separated(run)
    name = claim.name if claim and end < len(run.text) and part.text.startswith(claim.term.text) else part.text
    return " ".join(name.split()).rstrip(" :：")


def _worded(here: Here, first: Paragraph, start: int, end: int, rest: Blocks, span: Span) -> Step:
    """The step of a line that documents no command as a whole."""
    run = here.desk.once(run_of, first.inlines)
    said = cut(first.inlines, end)
    label = cut(first.inlines, 0, end) if text_of(said).strip() else first.inlines
    behind: Blocks = (paragraph(said, first),) if text_of(said).strip() else ()
    body = unread(behind + rest)
    return Step(_name(run, start, end), one_line(said), label, body, span=span)
