"""Lines of a paragraph that name commands with their purpose: on the line, above it, or below it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from typing import Final

from exporter.kramdown.nodes import Inlines, Paragraph
from exporter.recognise.code.flags import names_at
from exporter.recognise.commands.captions import DEED
from exporter.recognise.commands.items import command_paragraph
from exporter.recognise.commands.names import command_in
from exporter.recognise.commands.pairs import several_in
from exporter.recognise.options.sentences import options_by_sentence, options_of
from exporter.recognise.pattern import Context, Found, Here
from exporter.recognise.tasks.choice import introduces
from exporter.recognise.tasks.signs import weigh_heading
from exporter.recognise.text.inlines import code_spans, lines_in, one_line, paragraph, span_of, text_of
from exporter.recognise.text.labels import is_wholly_code, splits
from exporter.recognise.text.runs import run_of
from exporter.recognise.text.sentence_ends import sentences
from exporter.study import Command, Listing, Option

_LIQUID: Final = re.compile(r"^\{%.*%\}$")


def read_command_lines(here: Here) -> Found | None:
    """A paragraph of lines that each name a command with its purpose, or in turn a purpose and a command."""
    match here.block:
        case Paragraph(inlines) as block if "\n" in here.text.strip() and not _is_other_text(block, here.text):
            lines = [line for line in lines_in(inlines) if line and not _LIQUID.match(text_of(line))]
        case _:
            return None
    readings: list[Command | Option] = []
    above: Inlines = ()
    for line, below in zip(lines, (*lines[1:], ()), strict=True):
        several = several_in(line, here.context)
        alone = None if several or _is_cut(line) else command_in(line, here.context, 0)
        if several:
            readings += several
            above = ()
        elif alone and not above and _tells_above(below, here.context):
            readings.append(Command(alone, one_line(below), line, (), span=span_of(line)))
        elif alone and above and introduces(above, here.context):
            readings.append(Command(alone, one_line(above), line, (), span=span_of(line)))
        elif not alone:
            found = command_paragraph(paragraph(line, block), (), here, span_of(line))
            if found and isinstance(found.entry, Command):
                readings += (found.entry, *options_of(found.entry, found.entry.purpose, here))
            above = () if found else line
    return (
        Found(Listing((), block, (*readings, *_in_passing(block, readings, here)), span=block.span))
        if readings
        else None
    )


def _is_cut(line: Inlines) -> bool:
    """Whether a sign cuts a line into a command and what it does, though all of it could be typed."""
    in_code = next(code_spans(line), None) is not None and not is_wholly_code(line)
    return any(in_code or weigh_heading(split.right) >= DEED for split in splits(line)[:2])


def _in_passing(block: Paragraph, readings: list[Command | Option], here: Here) -> Iterator[Option]:
    """The options that sentences running over the lines explain, and that no line has told yet."""
    run = here.desk.once(run_of, block.inlines)
    found = here.desk.once(sentences, run)
    commands = tuple(reading.name for reading in readings if isinstance(reading, Command))
    if len(commands) == 1:
        here = replace(here, context=replace(here.context, command=commands[0]))
    told = {flag for reading in readings if isinstance(reading, Option) for flag in reading.flags}
    for sentence, options in zip(found, options_by_sentence(run, found, here), strict=True):
        if not sentence.text.startswith(commands):
            yield from (option for option in options if not told & set(option.flags))


def _tells_above(below: Inlines, context: Context) -> bool:
    """Whether the line below a command tells what it does: words, and none that lead on to another."""
    text = text_of(below).rstrip()
    return (
        bool(text)
        and names_at(text) is None
        and not text.endswith((":", "："))
        and names_at(text) is None
        and not command_in(below, context, 0)
        and introduces(below, context)
    )


def _is_other_text(block: Paragraph, text: str) -> bool:
    """A paragraph with classes of its own, or of Liquid."""
    return bool(block.attributes.classes) or text.lstrip().startswith(("{{", "{%"))
