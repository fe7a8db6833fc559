"""What commands alone in a list are for: the text before the list, the item around it, a label, or the heading."""

from __future__ import annotations

import re
from typing import Final

from exporter.kramdown.nodes import Block, Blocks, BulletList, Inlines, ListItem, OrderedList, Paragraph, Text
from exporter.recognise.code.command_line import is_command
from exporter.recognise.commands.asides import is_aside
from exporter.recognise.commands.names import command_in
from exporter.recognise.pattern import Context, Here, is_said, under_own_title
from exporter.recognise.tasks.sentences import last_words
from exporter.recognise.tasks.signs import DEED, names_deed, weigh_before
from exporter.recognise.tasks.words import is_empty
from exporter.recognise.text.inlines import code_spans, strip, text_of
from exporter.recognise.text.labels import first_split, is_wholly_code, number_length
from exporter.recognise.text.words import is_word

ENOUGH: Final = 1
"""What the text before a list must weigh to tell what the commands in it are for."""

_NO_PURPOSE: Final = re.compile(
    r"(?:순서(?:대로.*)?|과정|단계|절차|steps?|步骤|手順|차이(?:점)?|비교|differences?|区别|違い)\W*$", re.IGNORECASE
)
"""Ends what introduces steps, or things compared: no purpose of each."""
_NAME: Final = re.compile(r"\s*[A-Za-z][\w.-]*\s*")
"""One word, and nothing that is given to it."""


def caption_of(here: Here) -> Inlines:
    """What introduces a list of commands: the text before the list, or of the item around it."""
    return () if only_names(here) else _caption(here)


def _caption(here: Here) -> Inlines:
    start = here.list_start()
    words = here.desk.once(_words_above, here.pieces(), here.context)[here.at - start]
    if words and weigh_before(text_of(words)) >= DEED and not is_said(text_of(words), here.context):
        return strip(words, " :：\n")
    at = start - 1
    if at < 0 and (not here.context.lead or here.context.within in ("option", "definition", "command", "admonition")):
        return titled(here)
    known = here.context.vocabulary
    words = last_words(here.blocks[at], here.desk) if at >= 0 else ()
    text = text_of(words) if words else here.context.lead.split("\n")[0]
    if here.desk.once(weigh_before, text.strip()) < ENOUGH or is_aside(text, here.context):
        return ()
    text = text[number_length(text) :].rstrip(" :：")
    paired = re.match(r"^([^:：]{2,24}?)\s*[:：]\s", text)
    if paired:
        text, words = paired[1], ()
    if _NO_PURPOSE.search(text):
        return ()
    if is_command(text, here.context) or is_word(text, known.example_words) or is_empty(text, here.context):
        return ()
    return strip(words, " :：\n") or (Text(text, span=here.block.span),)


def _words_above(pieces: Blocks, context: Context) -> tuple[Inlines, ...]:
    """For each item of a list, the nearest words above it in the list that are no command."""
    above: Inlines = ()
    found: list[Inlines] = []
    for piece in pieces:
        found.append(above)
        words = last_words(piece, context.desk)
        above = words if words and not command_in(words, context) else above
    return tuple(found)


def only_names(here: Here) -> bool:
    """Whether the list here, or the one this is in, only names what there is: several plain words and nothing else."""
    inside = here.context.within == "item" and not isinstance(here.block, BulletList | OrderedList)
    place = here.context.outer if inside and here.context.outer else here
    return here.desk.once(_are_names, place.pieces())


def _are_names(pieces: Blocks) -> bool:
    items = [item for piece in pieces if isinstance(piece, BulletList | OrderedList) for item in piece.items]
    return len(items) > 1 and all(map(_is_name, items))


def _is_name(item: ListItem) -> bool:
    match item.blocks:
        case (Paragraph(inlines),):
            return bool(_NAME.fullmatch(text_of(inlines))) and not is_wholly_code(inlines)
        case _:
            return False


def in_turn(here: Here) -> Inlines:
    """What the next item tells of a command alone, in a list that names commands and tells of them in turn."""
    told = here.desk.once(_told_in_turn, here.pieces(), here.context)
    at = here.at - here.list_start() + 1
    return told[at] if at < len(told) else ()


def _told_in_turn(pieces: Blocks, context: Context) -> tuple[Inlines, ...]:
    """The words of each item of a list, if every other one is a command and the ones between them tell of it."""
    told = tuple(map(_words_alone, pieces))
    named = [command_in(words, context) is not None for words in told]
    coded = [next(code_spans(words), None) is not None for words in told[1::2]]
    in_turn = len(told) % 2 == 0 and all(told) and all(named[::2]) and not any(named[1::2]) and not any(coded)
    return told if in_turn else ()


def _words_alone(block: Block) -> Inlines:
    """The words of an item that has but one line of them."""
    match block:
        case BulletList((ListItem((Paragraph(inlines),)),)) | OrderedList((ListItem((Paragraph(inlines),)),)):
            return inlines if "\n" not in text_of(inlines).strip() else ()
        case _:
            return ()


def titled(here: Here) -> Inlines:
    """The heading that commands stand right under, where it names a deed."""
    heading = here.context.trail[-1] if here.context.trail else ""
    title = heading[number_length(heading) :].strip(" :")
    words = (Text(title, span=here.block.span),)
    return words if title and not under_own_title(here.context) and names_deed(title) else ()


def labelled(here: Here) -> Inlines:
    """The purpose that the next item (or the one before) is labelled as: `명령어 : ls`, `기능 : 목록을 본다`."""
    for at in (here.at + 1, here.at - 1):
        match here.blocks[at] if 0 <= at < len(here.blocks) else None:
            case BulletList((ListItem((Paragraph(inlines), *_)),)) | OrderedList((ListItem((Paragraph(inlines), *_)),)):
                split = first_split(inlines)
                if split and is_word(split.left, here.context.vocabulary.purpose_words):
                    return split.after
            case _:
                pass
    return ()
