"""References: where the note's knowledge comes from. They go to the footer of a sheet, and never on a card.

Goes in: a place among sibling blocks. Comes out: a `Reference` that holds the label and what it labels, as written.
"""

from __future__ import annotations

import re
from typing import Final

from exporter.kramdown.nodes import (
    Block,
    BlockQuote,
    BulletList,
    Heading,
    Link,
    OrderedList,
    Paragraph,
    plain_text,
    walk,
)
from exporter.recognise.pattern import Found, Here, is_spacing
from exporter.recognise.text.words import is_word
from exporter.study import Reference

LABELLED: Final = re.compile(r"^\W{0,4}(?P<word>[^\W\d][^:：\n]{0,14}?)\s*(?:[:：👉→]|->)+\s*(?=\S)")
"""A label and what it labels on one line: "출처 : …"."""
SENTENCE: Final = re.compile(r"(?:[다요함됨]|[.!?])\s*$")
"""The end of a sentence, which the title of a book has not."""
LONGEST: Final = 200
"""Characters a paragraph with a link may have to be a source, and not text that happens to link."""


def read_reference_list(here: Here) -> Found | None:
    """`**Reference**` on a line of its own, and the list or the links under it."""
    match here.block:
        case Paragraph() as block if is_word(here.text, here.context.vocabulary.reference_words):
            end = here.at + 1
        case _:
            return None
    last = here.at
    while end < len(here.blocks) and (is_spacing(here.blocks[end]) or _is_source(here.blocks[end])):
        last = end if not is_spacing(here.blocks[end]) else last
        end += 1
    if last == here.at:
        return None
    return Found(Reference(here.blocks[here.at : last + 1], span=block.span), last + 1 - here.at)


def _is_source(block: Block) -> bool:
    match block:
        case BulletList(items) | OrderedList(items):
            return all(has_link(first) or _is_name(plain_text(first)) for item in items for first in item.blocks[:1])
        case Paragraph() | BlockQuote():
            return has_link(block) and len(plain_text(block)) <= LONGEST
        case _:
            return False


def _is_name(text: str) -> bool:
    """Whether a text may be the name of a book or a page: short, and no sentence."""
    return len(text) <= 60 and not SENTENCE.search(text)


def read_reference_section(here: Here) -> Found | None:
    """A heading that says "참고", with all that stands under it."""
    match here.block:
        case Heading(_, inlines) if is_word(plain_text(*inlines), here.context.vocabulary.reference_words):
            rest = here.blocks[here.at + 1 :]
            return Found(Reference(rest, span=here.block.span), 1 + len(rest)) if rest else None
        case _:
            return None


def read_reference_line(here: Here) -> Found | None:
    """`출처: <https://…>`: a line, a quote or an item that is a label and a link."""
    match here.block:
        case Paragraph() | BlockQuote() | BulletList() | OrderedList() as block:
            text = here.text.strip()
            label = LABELLED.match(text)
        case _:
            return None
    known = here.context.vocabulary.reference_words
    if label is None or not is_word(label["word"], known) or len(text) > LONGEST or not has_link(block):
        return None
    first = block.items[0] if isinstance(block, BulletList | OrderedList) else block
    return Found(Reference((block,), span=first.span))


def has_link(block: Block) -> bool:
    """Whether a block holds the address of another page."""
    return "://" in plain_text(block) or any(isinstance(node, Link) and "://" in node.href for node in walk(block))
