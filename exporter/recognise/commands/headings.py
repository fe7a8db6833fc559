"""Commands that head what is told of them: a heading or label line takes what follows, a term its description.

A label line is bold, or a quote or a line of code alone.
"""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Final

from exporter.kramdown.nodes import (
    Block,
    BlockQuote,
    Blocks,
    CodeBlock,
    DefinitionDescription,
    DefinitionList,
    DefinitionTerm,
    Heading,
    Inlines,
    Paragraph,
    Text,
    plain_text,
)
from exporter.recognise.code.prompts import PROMPT
from exporter.recognise.commands.captions import titled
from exporter.recognise.commands.names import command_in, is_subcommand
from exporter.recognise.commands.purposes import said_below
from exporter.recognise.commands.titles import heading_command
from exporter.recognise.commands.turns import told_above
from exporter.recognise.pattern import Context, Found, Here, is_spacing, unread
from exporter.recognise.tasks.signs import names_deed
from exporter.recognise.text.inlines import one_line, text_of
from exporter.recognise.text.label_lines import label_of
from exporter.recognise.text.labels import is_wholly_code, without_number
from exporter.recognise.text.programs import SUBCOMMAND_GROUPS, SUBCOMMANDS, WITH_SUBCOMMANDS
from exporter.recognise.text.words import is_word
from exporter.study import Command, Listing

_ASKED: Final = re.compile(
    r"^(?:\d+[.)]\s*)?`?(?P<name>[a-z][a-z0-9_.-]*)`?\s?(?:명령어?)?\s?(?:이란|란|とは)\s*[?？]?$"
)
_A_COMMAND: Final = re.compile(
    r"(?:명령어?|커맨드|command|コマンド|命令)(?:이다|입니다|임|다|だ|です)?[.。]?$", re.IGNORECASE
)


_TOPIC: Final = re.compile(r"(?:\S+ ){0,2}\S*[가-힣A-Za-z](?:은|는|란)\s")
"""Begins a sentence that tells what something is."""
_CLAUSE: Final = re.compile(r"[가-힣](?:는|위한)$")
"""Ends a clause before a command, which tells all that it does."""
_WORD: Final = re.compile(r"[a-z][a-z-]+")
_CALLED: Final = re.compile(
    rf"(?:sudo )?(?P<program>[a-z][\w-]*) (?P<group>(?:{'|'.join(sorted(SUBCOMMAND_GROUPS))}) )?"
    r"(?P<sub>[a-z-]+)(?![\w-])"
)
"""A command line by its program and subcommand."""


def read_command_heading(here: Here) -> Found | None:
    """A heading that names a command: it takes its section."""
    match here.block:
        case Heading(_, inlines):
            named = _subcommand(inlines, here) or heading_command(inlines, here.context) or _asked_for(inlines, here)
        case _:
            return None
    if named is None:
        return None
    name, gloss = named
    body = here.blocks[here.at + 1 :]
    context = replace(here.context, command=name)
    purpose = _purpose(gloss, body, context) or _purpose((), _told_below(here.context), context)
    return Found(
        Command(name, purpose, inlines, unread(body), span=here.block.span, attributes=here.block.attributes),
        1 + len(body),
    )


def _subcommand(inlines: Inlines, here: Here) -> tuple[str, Inlines] | None:
    """`pause` where the code below says `docker pause`, or the words do what is done with it in a note about docker."""
    word = text_of(without_number(inlines)).strip(" `")
    body = here.blocks[here.at + 1 :]
    if not _WORD.fullmatch(word) or not body or not isinstance(body[0], Paragraph):
        return None
    rows = (PROMPT.sub("", row) for block in body for row in _typed_in(block))
    shown = next((match for row in rows if (match := _CALLED.match(row)) and match["sub"] == word), None)
    if shown and shown["program"] in WITH_SUBCOMMANDS | SUBCOMMANDS.keys():
        return f"{shown['program']} {shown['group'] or ''}{word}", ()
    said = text_of(said_below(body, here.context))
    told = is_subcommand(word, here.context) and names_deed(said) and not _TOPIC.match(said)
    return (word, ()) if told else None


def _typed_in(block: Block) -> list[str]:
    """The lines of a block of code, or the code that a paragraph is."""
    match block:
        case CodeBlock(code):
            return code.split("\n")
        case Paragraph(inlines) if is_wholly_code(inlines):
            return [text_of(inlines)]
        case _:
            return []


def _asked_for(inlines: Inlines, here: Here) -> tuple[str, Inlines] | None:
    """`grep이란?` over words that call it a command."""
    match = _ASKED.match(plain_text(*inlines).strip())
    if match is None or match["name"] not in here.context.vocabulary.programs - WITH_SUBCOMMANDS:
        return None
    said = plain_text(*said_below(here.blocks[here.at + 1 :], replace(here.context, command=match["name"])))
    return (match["name"], ()) if _A_COMMAND.search(said) else None


def _told_below(context: Context) -> Blocks:
    """What stands under a heading like "Purpose" or "Example" right below a command's title: it speaks of that."""
    known = context.vocabulary
    match context.below:
        case (Heading(_, inlines), *blocks) if is_word(plain_text(*inlines), known.example_words | known.purpose_words):
            return tuple(blocks)
        case _:
            return ()


def read_command_label(here: Here) -> Found | None:
    """A bold `docker image build`, or the command alone in a quote or on a line of code: takes what follows."""
    inlines = here.desk.once(label_of, here.block)
    named = heading_command(inlines, here.context) if inlines else None
    if named is None or not isinstance(here.block, Paragraph | BlockQuote) or told_above(here):
        return None
    name, gloss = named
    end = here.at + 1
    while end < len(here.blocks) and not here.desk.once(label_of, here.blocks[end]):
        end += 1
    while end > here.at + 1 and is_spacing(here.blocks[end - 1]):
        end -= 1
    body = here.blocks[here.at + 1 : end]
    purpose = _purpose(gloss, body, replace(here.context, command=name)) or (() if body or here.at else titled(here))
    return Found(
        Command(name, purpose, inlines, unread(body), span=here.block.span, attributes=here.block.attributes),
        end - here.at,
    )


def read_quoted_command(here: Here) -> Found | None:
    """A command alone on the first line of a quote, which says below what it does."""
    match here.block:
        case BlockQuote((Paragraph(inlines), first, *rest)):
            name = command_in(inlines, here.context, 2)
        case _:
            return None
    body = (first, *rest)
    said = _purpose((), body, replace(here.context, command=name)) if name else ()
    return Found(Command(str(name), said, inlines, unread(body), span=here.block.span)) if said else None


def read_command_list(here: Here) -> Found | None:
    """Kramdown's definition list with commands for terms."""
    match here.block:
        case DefinitionList(children) as block:
            pass
        case _:
            return None
    readings: list[Command] = []
    name: str | None = None
    label: Inlines = ()
    for child in children:
        match child:
            case DefinitionTerm(inlines):
                name, label = command_in(inlines, here.context, 1), inlines
            case DefinitionDescription((Paragraph(inlines), *_)) if name:
                readings.append(Command(name, one_line(inlines), label, (), span=child.span))
            case DefinitionDescription((Paragraph(inlines),)) if told := command_in(inlines, here.context, 0):
                readings += (
                    [Command(told, one_line(label), inlines, (), span=child.span)] if names_deed(text_of(label)) else []
                )
            case _:
                pass
    return Found(Listing((), block, tuple(readings), span=block.span)) if readings else None


def _purpose(gloss: Inlines, body: Blocks, context: Context) -> Inlines:
    said = said_below(body, context)
    if gloss and said and not _CLAUSE.search(text_of(gloss)):
        return (*one_line(gloss), Text(" — ", span=said[0].span), *said)
    return one_line(gloss) or said
