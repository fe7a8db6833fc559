"""Lines of a paragraph that name commands with their purpose: on the line, above it, or below it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Final

from exporter.kramdown.nodes import Inlines, Paragraph
from exporter.recognise.code.flags import names_at
from exporter.recognise.code.glosses import without_gloss
from exporter.recognise.commands.asides import is_aside
from exporter.recognise.commands.items import command_paragraph
from exporter.recognise.commands.name_first import has_deed_behind
from exporter.recognise.commands.names import command_in
from exporter.recognise.commands.pairs import several_in
from exporter.recognise.options.sentences import options_by_sentence, options_of
from exporter.recognise.pattern import Context, Found, Here
from exporter.recognise.tasks.choice import introduces
from exporter.recognise.tasks.signs import names_deed, weigh_after
from exporter.recognise.tasks.words import without_joints
from exporter.recognise.text.arrows import ARROW
from exporter.recognise.text.inlines import code_spans, cut, lines_in, one_line, paragraph, span_of, strip, text_of
from exporter.recognise.text.labels import is_wholly_code, number_length, splits, without_number
from exporter.recognise.text.runs import run_of
from exporter.recognise.text.sentence_ends import sentences
from exporter.study import Command, Listing, Option

_ARROW: Final = re.compile(rf"\s*(?:-+>|{ARROW}|:|#+)\s*")
"""Leads from a command to what the line below says of it, or marks a line above as its title."""
_POINTING: Final = 4
"""What a line that points back to the command above it weighs, and nothing else that it says."""
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
    told_below = False
    for at, line in enumerate(lines):
        if told_below:
            told_below = False
            continue
        place = _Line(line, above, lines[at + 1] if at + 1 < len(lines) else (), titles=at == 0 and _is_numbered(line))
        read, above, told_below = _read(place, here)
        readings += read
    return (
        Found(Listing((), block, (*readings, *_in_passing(block, readings, here)), span=block.span))
        if readings
        else None
    )


@dataclass(frozen=True, slots=True)
class _Line:
    """A line of a paragraph, the line above it if nothing was read of that, and the line below it.

    `titles` says that it stands first and has a number, as the title of the others.
    """

    words: Inlines
    above: Inlines
    below: Inlines
    titles: bool


def _read(line: _Line, here: Here) -> tuple[tuple[Command | Option, ...], Inlines, bool]:
    """What a line says of commands, what stands above the next line that may be a purpose still, and whether the next
    line has told the purpose of this one.
    """
    words, context = line.words, here.context
    aside = is_aside(text_of(words), context)
    if aside and not line.above:
        return (), (), False
    if several := several_in(words, context):
        return several, (), False
    if alone := None if _is_cut(words) else command_in(words, context, 2 * line.titles):
        if line.above:
            said = line.above if introduces(line.above, context) else ()
        else:
            said = line.below if _tells_above(line, context) else ()
        told = Command(alone, one_line(_without_sign(said)), words, (), span=span_of(words))
        return ((told,) if said else ()), line.above, bool(said) and not line.above
    found = command_paragraph(paragraph(words, here.block), (), here, span_of(words))
    if found and isinstance(found.entry, Command):
        return (found.entry, *options_of(found.entry, found.entry.purpose, here)), (), False
    return (), () if aside or found else words, False


def _without_sign(said: Inlines) -> Inlines:
    """Words without the number or the arrow that they begin with, or what ties them to the command above."""
    arrow = _ARROW.match(text_of(said))
    return without_joints(strip(cut(said, arrow.end())) if arrow else without_number(said))


def _is_numbered(line: Inlines) -> bool:
    return number_length(text_of(line)) > 0


def _is_cut(line: Inlines) -> bool:
    """Whether a line is a command and what it does, though all of it could be typed: a sign cuts it, or brackets, or
    other letters begin.
    """
    text = text_of(line)
    if without_gloss(text)[1] or has_deed_behind(text):
        return True
    in_code = next(code_spans(line), None) is not None and not is_wholly_code(line)
    return any(in_code or names_deed(split.right) for split in splits(line)[:2])


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


def _tells_above(line: _Line, context: Context) -> bool:
    """Whether the line below a command tells what it does: words, and none that lead on to another."""
    text = text_of(line.below).rstrip()
    return (
        bool(text)
        and names_at(text) is None
        and not text.endswith((":", "："))
        and not is_aside(text, context)
        and not command_in(line.below, context, 0)
        and (line.titles or introduces(line.below, context) or weigh_after(text) > _POINTING)
    )


def _is_other_text(block: Paragraph, text: str) -> bool:
    """A paragraph with classes of its own, or of Liquid."""
    return bool(block.attributes.classes) or text.lstrip().startswith(("{{", "{%"))
