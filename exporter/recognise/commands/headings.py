"""Commands: a command line together with what it is for, in every way that notes write it outside of code blocks.

Headings and label lines (bold, a quote or a line of code alone) open a command and take what follows;
items, table rows and lines name a command and its purpose at once; sentences name it in passing (`commands_in`).
"""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Final

from exporter.kramdown.nodes import (
    Block,
    BlockQuote,
    Blocks,
    BulletList,
    CodeBlock,
    CodeSpan,
    DefinitionDescription,
    DefinitionList,
    DefinitionTerm,
    Heading,
    Inlines,
    ListItem,
    Paragraph,
    Strong,
    Text,
    plain_text,
    walk,
)
from exporter.recognise.code.flags import names_at
from exporter.recognise.commands.items import read_command_item
from exporter.recognise.commands.names import command_in, heading_command
from exporter.recognise.commands.sentences import commands_in
from exporter.recognise.pattern import Context, Found, Here, is_spacing, pieces_of, unread
from exporter.recognise.text.inlines import cut, one_line, strip, text_of
from exporter.recognise.text.labels import first_split, is_wholly_code, splits
from exporter.recognise.text.runs import run_of
from exporter.recognise.text.sentence_ends import sentence_bounds
from exporter.recognise.text.vocabulary import WITH_SUBCOMMANDS
from exporter.recognise.text.words import is_word
from exporter.study import Command, Listing

_ASKED: Final = re.compile(
    r"^(?:\d+[.)]\s*)?`?(?P<name>[a-z][a-z0-9_.-]*)`?\s?(?:명령어?)?\s?(?:이란|란|とは)\s*[?？]?$"
)
_A_COMMAND: Final = re.compile(
    r"(?:명령어?|커맨드|command|コマンド|命令)(?:이다|입니다|임|다|だ|です)?[.。]?$", re.IGNORECASE
)
_NAME_LENGTH: Final = 24
_PERSONAL: Final = re.compile(
    r"\b(?:I|I've|I'm|my)\b|내가|나는|나의|저는|제가|필자|(?:겠다|겠습니다|[았었했였]다|[았었했였]습니다|싶다|같다)$|[?？]$"
)
"""What authors say of themselves, of what they did or will do."""


def read_command_heading(here: Here) -> Found | None:
    """A heading that names a command: it takes its section."""
    match here.block:
        case Heading(_, inlines):
            named = heading_command(inlines, here.context) or _asked_for(inlines, here)
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


def _asked_for(inlines: Inlines, here: Here) -> tuple[str, Inlines] | None:
    """`grep이란?` over words that call it a command."""
    match = _ASKED.match(plain_text(*inlines).strip())
    if match is None or match["name"] not in here.context.vocabulary.programs - WITH_SUBCOMMANDS:
        return None
    said = plain_text(*_said_below(here.blocks[here.at + 1 :], replace(here.context, command=match["name"])))
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
    if named is None or not isinstance(here.block, Paragraph | BlockQuote):
        return None
    name, gloss = named
    end = here.at + 1
    while end < len(here.blocks) and not here.desk.once(label_of, here.blocks[end]):
        end += 1
    while end > here.at + 1 and is_spacing(here.blocks[end - 1]):
        end -= 1
    body = here.blocks[here.at + 1 : end]
    purpose = _purpose(gloss, body, replace(here.context, command=name))
    return Found(
        Command(name, purpose, inlines, unread(body), span=here.block.span, attributes=here.block.attributes),
        end - here.at,
    )


def label_of(block: Block) -> Inlines:
    """The inlines of a line that stands as a title: all bold, all code, or such a line alone in a quote."""
    match block:
        case BlockQuote((Paragraph() as only,)):
            return label_of(only)
        case Paragraph(inlines) if not block.attributes.classes:
            bare = strip(inlines)
            stands_out = (len(bare) == 1 and isinstance(bare[0], Strong)) or is_wholly_code(bare)
            return inlines if stands_out and "\n" not in text_of(bare) else ()
        case _:
            return ()


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
            case _:
                pass
    return Found(Listing((), block, tuple(readings), span=block.span)) if readings else None


def _purpose(gloss: Inlines, body: Blocks, context: Context) -> Inlines:
    said = _said_below(body, context)
    if gloss and said:
        return (*one_line(gloss), Text(" — ", span=said[0].span), *said)
    return one_line(gloss) or said


def _said_below(body: Blocks, context: Context) -> Inlines:
    """What the first words under a command's title say of it."""
    for at, block in enumerate(body):
        labelled = _labelled_purpose(block, context)
        if labelled:
            return labelled
        match block:
            case BlockQuote((Paragraph(inlines), *_)) if at == 0 and not label_of(block) and not _lists(inlines):
                return _sentence(inlines, context)
            case CodeBlock() | BlockQuote():
                continue
            case Paragraph(inlines) if not _is_other(block, body, at, context):
                return _sentence(inlines, context)
            case BulletList((ListItem((Paragraph(inlines), *_)), *_)) if not _is_other(block, body, at, context):
                return _sentence(inlines, context)
            case Paragraph():
                continue
            case other:
                if not is_spacing(other) and not label_of(other):
                    return ()
    return ()


def _lists(inlines: Inlines) -> bool:
    """Whether lines give names and values, as notes about a note do: `date - …`, `keyword - …`."""
    return any(len(split.left) < _NAME_LENGTH for split in splits(inlines))


def _labelled_purpose(block: Block, context: Context) -> Inlines:
    """What a line says is the purpose: `용도 : …`, `**Purpose:** …`."""
    split = first_split(_inlines_of(block))
    if split is None or not split.right or not is_word(split.left, context.vocabulary.purpose_words):
        return ()
    return _sentence(split.after, context)


def _is_other(block: Block, body: Blocks, at: int, context: Context) -> bool:
    """Whether a block under a title speaks of something else than the command: an option, a synopsis, an example."""
    text = plain_text(block).strip()
    here = Here(pieces_of(body[at : at + 1]), 0, context)
    return (
        not text
        or not _letters(block)
        or bool(re.search(r"(?<![\w-])--?[a-zA-Z][\w-]*`?\s*(?:옵션|option)", text[:60], re.IGNORECASE))
        or bool(block.attributes.classes)
        or names_at(text.lstrip("`* ")) is not None
        or is_word(
            plain_text(*_inlines_of(block)).strip() or text,
            context.vocabulary.example_words | context.vocabulary.synopsis_words | context.vocabulary.option_words,
        )
        or command_in((Text(text.split("\n")[0], span=block.span),), context) is not None
        or text.endswith((":", "："))
        or any(":" in split.sign and len(split.left) < 24 for split in splits(_inlines_of(block)))
        or read_command_item(here) is not None
    )


def _inlines_of(block: Block) -> Inlines:
    match block:
        case Paragraph(inlines) | BulletList((ListItem((Paragraph(inlines), *_)), *_)):
            return inlines
        case _:
            return ()


def _letters(block: Block) -> bool:
    """Whether there is text beside pictures."""
    return any(isinstance(node, Text | CodeSpan) and plain_text(node).strip() for node in walk(block))


def _sentence(inlines: Inlines, context: Context) -> Inlines:
    """The first sentence that speaks of the titled command, and not of others; the next too, if it is very short."""
    bounds = sentence_bounds(run_of(inlines))
    for at, (start, end) in enumerate(bounds[:4]):
        sentence = cut(inlines, start, end)
        if _PERSONAL.search(plain_text(*sentence).rstrip(".!) ")):
            continue
        if len(list(commands_in(sentence, replace(context, documented=frozenset())))) > 1:
            continue
        if end - start < 20 and at + 1 < len(bounds):
            end = bounds[at + 1][1]
        return one_line(cut(inlines, start, end))
    return ()
