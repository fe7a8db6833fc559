"""The first and the last sentences of the blocks that stand around code, and the lines that serve as its title.

Goes in: a block of text. Comes out: the words of its sentences, of a list those of its first or last item.
"""

from __future__ import annotations

import re
from typing import Final

from exporter.kramdown.nodes import (
    Block,
    BlockQuote,
    BulletList,
    CodeBlock,
    Heading,
    HtmlBlock,
    HtmlInline,
    Image,
    Inlines,
    Link,
    ListItem,
    OrderedList,
    Paragraph,
    Strong,
)
from exporter.recognise.code.prompts import EXAMPLE_MARK
from exporter.recognise.desk import Desk
from exporter.recognise.text.inlines import cut, lines_in, one_line, strip, text_of, unwrap
from exporter.recognise.text.labels import first_split, number_length
from exporter.recognise.text.runs import run_of
from exporter.recognise.text.sentence_ends import sentence_bounds

_IDLE: Final = re.compile(r"^this is (?:the|a|an) (?:\w+ ){0,3}(?:usage|example|way|form|command|one)\b", re.IGNORECASE)
"""A sentence that only says that something is an example."""


def title_line(block: Block) -> Inlines:
    """The first line of a paragraph, if it is all in bold; the summary of what unfolds; a heading set as an item."""
    match block:
        case Paragraph(inlines):
            lines = lines_in(inlines)
        case HtmlBlock(html, (Paragraph(inlines),)) if html.startswith("<summary"):
            return one_line(inlines)
        case BulletList((ListItem((Heading(_, inlines),)),)) | OrderedList((ListItem((Heading(_, inlines),)),)):
            return one_line(inlines)
        case _:
            return ()
    bare = lines[0] if lines else ()
    return bare if len(bare) == 1 and isinstance(bare[0], Strong | HtmlInline) and not _is_picture(bare) else ()


def last_words(block: Block, desk: Desk) -> Inlines:
    """The last sentence of a block of text."""
    found = desk.once(last_sentences, block)
    return found[-1] if found else ()


def last_sentences(block: Block) -> tuple[Inlines, ...]:
    """The last three sentences of a block of text; of a list, those of its last item's line if no code follows it."""
    match block:
        case Paragraph(inlines) if not _is_picture(inlines):
            bounds = sentence_bounds(run_of(inlines))[-3:]
            found = (strip(cut(inlines, start, end)) for start, end in bounds)
            return tuple(one_line(cut(words, number_length(text_of(words)))) for words in found)
        case BulletList(items) | OrderedList(items) if items and items[-1].blocks:
            first, *rest = items[-1].blocks
            if shown := _exemplified(rest[-1]) if rest else ():
                return (shown,)
            return () if _is_pair(first) or (rest and isinstance(rest[-1], CodeBlock)) else last_sentences(first)
        case BlockQuote(blocks) if blocks:
            return last_sentences(blocks[-1])
        case _:
            return ()


def _exemplified(block: Block) -> Inlines:
    """What the last item of a nested list says that the code below shows: `예제: …`."""
    match block:
        case BulletList((*_, ListItem((Paragraph(inlines),)))) | OrderedList((*_, ListItem((Paragraph(inlines),)))):
            mark = EXAMPLE_MARK.match(text_of(inlines))
            return one_line(cut(inlines, mark.end())) if mark else ()
        case _:
            return ()


def _is_pair(block: Block) -> bool:
    """`OS: Linux`, `**Portability**: …`: a name and what it is, nothing that introduces code."""
    split = first_split(block.inlines) if isinstance(block, Paragraph) else None
    return split is not None and split.sign in (":", "：") and bool(split.right) and len(split.left) < 24


def first_words(block: Block | None, desk: Desk) -> Inlines:
    """The first sentence of a block of text."""
    found = desk.once(first_sentences, block) if block else ()
    return found[0] if found else ()


def first_sentences(block: Block) -> tuple[Inlines, ...]:
    """The first two sentences of a block of text; of a list, those of its first item's own line."""
    match block:
        case Paragraph(inlines) if not _is_picture(inlines):
            bounds = sentence_bounds(run_of(inlines))[:3]
            found = [one_line(cut(inlines, start, end)) for start, end in bounds]
            return tuple(words for words in found if not _IDLE.search(text_of(words)))[:2]
        case BulletList(items) | OrderedList(items) if items and items[0].blocks:
            return first_sentences(items[0].blocks[0])
        case BlockQuote(blocks) if blocks:
            return first_sentences(blocks[0])
        case _:
            return ()


def _is_picture(inlines: Inlines) -> bool:
    match unwrap(inlines):
        case (Image(),) | (Link((Image(),)),):
            return True
        case _:
            return False
