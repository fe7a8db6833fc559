"""What the first words under a command's title say it is for.

Goes in: the blocks below the title, and the context. Comes out: the words, or none where those blocks tell of
something else.
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
    Inlines,
    ListItem,
    Paragraph,
    Text,
    plain_text,
    walk,
)
from exporter.recognise.code.flags import names_at
from exporter.recognise.commands.items import read_command_item
from exporter.recognise.commands.names import command_in
from exporter.recognise.commands.sentences import commands_in
from exporter.recognise.pattern import Context, Here, is_spacing, pieces_of
from exporter.recognise.text.inlines import cut, one_line
from exporter.recognise.text.label_lines import label_of
from exporter.recognise.text.labels import first_split, splits
from exporter.recognise.text.runs import run_of
from exporter.recognise.text.sentence_ends import sentence_bounds
from exporter.recognise.text.words import is_word

_NAME_LENGTH: Final = 24
"""In characters: what stands left of a sign and is shorter is a name."""
_SENTENCE: Final = re.compile(r"(?:[.。!]|다|요|함|음|됨|임|ます|です)$")
"""How a sentence ends, which speaks of the command; captions do without."""
_TURNS: Final = 2
"""Captions and code in turns that are a list of what is done with a command."""
_PERSONAL: Final = re.compile(
    r"\b(?:I|I've|I'm|my)\b|내가|나는|나의|저는|제가|필자|(?:겠다|겠습니다|[았었했였]다|[았었했였]습니다|싶다|같다)$|[?？]$"
)
"""What authors say of themselves, of what they did or will do."""
_SHORT_FOR: Final = re.compile(
    r"^예를 들(?:어|면)$|(?:줄임말|준말|약자|약어)(?:이?다|입니다|임|이에요)?$|的(?:缩写|简称)[。]?$|"
    r"の略(?:です|だ|称)?[。]?$"
)
"""What a name is short for, and what only leads to an example."""


def said_below(body: Blocks, context: Context) -> Inlines:
    """What the first words under a command's title say of it."""
    if _captions(body):
        return ()
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


def _captions(body: Blocks) -> bool:
    """Whether the text under a title is captions and code in turns: the first of them tells of its code only."""
    shown = [block for block in body if not is_spacing(block)]
    turns = list(zip(shown[::2], shown[1::2], strict=False))
    led = [isinstance(words, Paragraph | BulletList) and isinstance(code, CodeBlock) for words, code in turns]
    count = led.index(False) if False in led else len(led)
    return count >= _TURNS and _SENTENCE.search(plain_text(shown[0]).strip()) is None


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
        or any(":" in split.sign and len(split.left) < _NAME_LENGTH for split in splits(_inlines_of(block)))
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
        plain = plain_text(*sentence).rstrip(".!) ")
        if _PERSONAL.search(plain) or _SHORT_FOR.search(plain):
            continue
        if len(list(commands_in(sentence, replace(context, documented=frozenset())))) > 1:
            continue
        if end - start < 20 and at + 1 < len(bounds):
            end = bounds[at + 1][1]
        return one_line(cut(inlines, start, end))
    return ()
