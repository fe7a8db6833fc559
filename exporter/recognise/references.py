"""References: where the note's knowledge comes from. They go to the footer of a sheet, and never on a card."""

from __future__ import annotations

from exporter.kramdown.nodes import BulletList, Heading, OrderedList, Paragraph, plain_text
from exporter.recognise.pattern import Found, Here
from exporter.recognise.words import is_word
from exporter.study import Reference


def read_reference_list(here: Here) -> Found | None:
    """`**Reference**` on a line of its own, and the list under it."""
    match here.block:
        case Paragraph() as block if is_word(plain_text(block), here.context.vocabulary.reference_words):
            end = here.at + 1
        case _:
            return None
    while end < len(here.blocks) and isinstance(here.blocks[end], BulletList | OrderedList):
        end += 1
    if end == here.at + 1:
        return None
    return Found(Reference(here.blocks[here.at : end], span=block.span), end - here.at)


def read_reference_section(here: Here) -> Found | None:
    """A heading that says "참고", with all that stands under it."""
    match here.block:
        case Heading(_, inlines) if is_word(plain_text(*inlines), here.context.vocabulary.reference_words):
            rest = here.blocks[here.at + 1 :]
            return Found(Reference(rest, span=here.block.span), 1 + len(rest)) if rest else None
        case _:
            return None
