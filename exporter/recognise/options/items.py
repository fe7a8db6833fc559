"""Options: a flag and what it does, in every way that notes write it.

Readers of blocks claim items, headings and paragraphs here; tables, listings, letters and running text are read by the
modules of their names. Which command an option belongs to: the one it stands under, else the one shown last before it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from itertools import dropwhile, zip_longest
from typing import Final

from exporter.kramdown.nodes import (
    Block,
    BulletList,
    CodeBlock,
    CodeSpan,
    Heading,
    Inlines,
    ListItem,
    OrderedList,
    Paragraph,
    Text,
    plain_text,
)
from exporter.recognise.code.command_line import is_command
from exporter.recognise.code.flags import Names, names_at
from exporter.recognise.commands.items import command_paragraph
from exporter.recognise.definitions.places import is_opening
from exporter.recognise.options.cues import ADVICE, ALONG, FURTHER, NO_MEANING, NOT_TOLD
from exporter.recognise.options.labels import is_bullet, is_given, is_labelled, label_of, names_leading
from exporter.recognise.options.letters import read_letter_lines, read_option_letter
from exporter.recognise.options.owner import command_near
from exporter.recognise.options.sentences import options_in_sentence
from exporter.recognise.pattern import Found, Here, NearMiss, attributes_of, unread
from exporter.recognise.tasks.words import bare
from exporter.recognise.text.inlines import cut, lines_in, one_line, paragraph, strip, text_of
from exporter.recognise.text.runs import Run, run_of
from exporter.recognise.text.sentence_ends import sentences
from exporter.recognise.text.words import holds
from exporter.study import Command, Listing, Option

_SAID: Final = 6
_TIMES: Final = 3
"""Characters of a first sentence that can say what an option does; how much longer the text is of which it is all."""
_TITLE: Final = re.compile(r"^(?:means?|옵션|추가|사용|의미|설명|options?|flag)(?: 추가)?\W*$", re.IGNORECASE)
"""Stands behind an option for a title: what it does stands below."""


def read_option_item(here: Here) -> Found | NearMiss | None:
    """`- -f 옵션`, `- -f, --file : …`, with the meaning on the line or in what is nested under it."""
    match here.block:
        case BulletList((ListItem((Paragraph() as first, *rest)),)) | OrderedList(
            (ListItem((Paragraph() as first, *rest)),)
        ):
            if _goes_on_with_another(first) and _tells_of_several(first, here):
                return None
            return _option_paragraph(first, tuple(rest), here) or read_option_letter(first, tuple(rest), here)
        case _:
            return None


def _goes_on_with_another(first: Paragraph) -> bool:
    labelled = label_of(first.inlines)
    return labelled is not None and bool(FURTHER.search(text_of(first.inlines), labelled[1]))


def read_option_heading(here: Here) -> Found | None:
    """A heading that is an option, with or without its meaning: it takes its section."""
    match here.block:
        case Heading(_, inlines) if names_at(plain_text(*inlines).strip().strip("`*")):
            model = Paragraph(inlines, span=here.block.span)
        case _:
            return None
    rest = here.blocks[here.at + 1 :]
    found = _option_paragraph(model, tuple(dropwhile(_is_code, rest)), here)
    if not isinstance(found, Found) or not isinstance(found.entry, Option):
        return None
    return Found(replace(found.entry, label=inlines, body=unread(rest)), 1 + len(rest))


def _is_code(block: Block) -> bool:
    return isinstance(block, CodeBlock)


def read_option_paragraph(here: Here) -> Found | None:
    """`` `-f` : …`` on a line of its own."""
    match here.block:
        case Paragraph() as block if not here.desk.once(_several_lines, block):
            found = _option_paragraph(block, (), here)
            return found if isinstance(found, Found) and not _tells_of_several(block, here) else None
        case _:
            return None


def _tells_of_several(block: Paragraph, here: Here) -> bool:
    """Whether running text speaks of one option after the other: what each does is read from its own words."""
    told = [
        option
        for sentence in here.desk.once(sentences, here.desk.once(run_of, block.inlines))
        for option in options_in_sentence(sentence.inlines, here)
    ]
    return len({option.flags for option in told}) > 1


def read_option_lines(here: Here) -> Found | None:
    """A paragraph (or item) of lines that each explain an option."""
    match here.block:
        case Paragraph(inlines) as block if here.desk.once(_several_lines, block):
            pass
        case Paragraph() as block:
            return read_letter_lines(block, here)
        case _:
            return None
    readings: list[Command | Option] = []
    for line, below in zip_longest(lines_in(inlines), lines_in(inlines)[1:]):
        part = paragraph(line, block)
        told = (paragraph(below, block),) if below and _is_label(line) and not is_labelled(text_of(below)) else ()
        found = (_option_paragraph(part, told, here) or _command_line(part, here)) if line else None
        if isinstance(found, Found) and isinstance(found.entry, Option | Command):
            readings += (replace(found.entry, span=part.span), *_further(line, here))
        if isinstance(found, Found) and isinstance(found.entry, Command):
            here = replace(here, context=replace(here.context, command=found.entry.name))
    options = [reading for reading in readings if isinstance(reading, Option)]
    if is_command(text_of(lines_in(inlines)[0]), here.context) and not any(map(_tells, options)):
        return None
    several = len(options) > 1
    return Found(Listing((), block, tuple(readings), span=block.span)) if several else None


def _is_label(line: Inlines) -> bool:
    """Whether a line names an option and says nothing of it: the line below may."""
    labelled = label_of(line)
    return labelled is not None and not text_of(line)[labelled[1] :].strip()


def _tells(option: Option) -> bool:
    """Whether words stand behind an option, and not only its value: `-p 8080:80` below the command it goes on."""
    said = text_of(option.meaning)
    return " " in said.strip("[]<>{}\"'") and not said.startswith(("[", "<", "{"))


def _further(line: Inlines, here: Here) -> Iterator[Option]:
    """The options of which the further sentences of a line speak."""
    for sentence in sentences(run_of(line))[1:]:
        yield from options_in_sentence(sentence.inlines, here)


def _command_line(line: Paragraph, here: Here) -> Found | None:
    """The command that the lines below it give options of: `tail : …`."""
    return command_paragraph(line, (), here, line.span)


def _several_lines(block: Paragraph) -> bool:
    text = text_of(block.inlines).strip()
    lines = text.split("\n")
    return (
        len(lines) > 1 and not any(line.rstrip().endswith("\\") for line in lines) and sum(map(is_labelled, lines)) > 1
    )


def _option_paragraph(first: Paragraph, rest: tuple[Block, ...], here: Here) -> Found | NearMiss | None:
    labelled = label_of(first.inlines)
    if labelled is None:
        return None
    names, end, running = labelled
    if NOT_TOLD.match(text_of(first.inlines)[names.end :]) or is_given(first.inlines, names, end):
        return None
    if isinstance(here.block, Paragraph) and is_bullet(names, here.text, here.context):
        return None
    meaning = strip(cut(first.inlines, end), " \t\n\u200b\u00a0,，、")
    body = (*((paragraph(cut(first.inlines, end), first),) if meaning else ()), *rest)
    said = one_line(_alone(meaning, names)) or first_words(rest)
    if _TITLE.match(text_of(said)):
        said = first_words(rest) or said
    said = said if said and not _is_code_alone(said) else _heading_over(here) or said
    label = cut(first.inlines, 0, end) if meaning else first.inlines
    if said and (NO_MEANING.match(text_of(said)) or (running and ADVICE.search(text_of(said)))):
        return None
    if not said:
        message = f"`{names.flags[0]}` looks like an option, but nothing says what it does"
        return NearMiss(message, here.block.span, f"write it as `{names.flags[0]}` : what it does")
    owner, own = command_near(here, names.flags), attributes_of(here.block)
    return Found(Option(names.flags, names.argument, said, owner, label, unread(body), span=here.span, attributes=own))


def _is_code_alone(said: Inlines) -> bool:
    """Whether words are a block of code that kramdown takes for text: no blank line stands before it."""
    return text_of(said).startswith("```") or (len(said) == 1 and isinstance(said[0], CodeSpan))


def _heading_over(here: Here) -> Inlines:
    """The heading that an option stands alone under: what it does, unless it names a command or speaks of options."""
    words = here.context.vocabulary
    heading = bare(here.context.trail[-1]) if here.context.trail else ""
    if (
        sum(block.span == here.block.span for block in here.blocks) > 1
        or here.context.within
        or not is_opening(here)
        or " " not in heading
    ):
        return ()
    if names_at(heading) or holds(heading, words.option_words) or is_command(heading, here.context):
        return ()
    return (Text(heading, span=here.span),)


def _alone(meaning: Inlines, names: Names) -> Inlines:
    """What is said of an option up to the sentence that goes on with another."""
    run = run_of(meaning)
    found = sentences(run)
    other = next((sentence for sentence in found[1:] if _is_another(sentence, names)), None)
    told = cut(meaning, 0, other.start) if other else meaning
    first = found[0].text if found else ""
    return found[0].inlines if len(first) >= _SAID and len(text_of(told)) > _TIMES * len(first) else told


def _is_another(sentence: Run, names: Names) -> bool:
    """Whether a sentence begins with an option that is not the one being explained, nor used along with it."""
    other = names_leading(sentence.inlines, sentence.text)
    along = other and ALONG.match(sentence.text[other.end :])
    return other is not None and not along and not set(other.flags) & set(names.flags)


def first_words(blocks: tuple[Block, ...]) -> Inlines:
    """The first line of text in what is nested under a label."""
    for block in blocks:
        match block:
            case Paragraph(inlines):
                return one_line(inlines)
            case BulletList((ListItem((Paragraph(inlines), *_)), *_)) | OrderedList(
                (ListItem((Paragraph(inlines), *_)), *_)
            ):
                return one_line(inlines)
            case _:
                return ()
    return ()
