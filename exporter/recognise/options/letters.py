"""Options written without their dash, under words that call them options: `tar [옵션]`, then `c : 새로 묶는다`."""

from __future__ import annotations

import re
from typing import Final

from exporter.kramdown.nodes import Block, BlockQuote, Paragraph, plain_text
from exporter.recognise.options.owner import command_near
from exporter.recognise.pattern import Found, Here, unread
from exporter.recognise.text.inlines import cut, one_line, paragraph, strip, text_of
from exporter.recognise.text.words import holds
from exporter.source import Span
from exporter.study import Option

_LETTER: Final = re.compile(
    r"^\s*`?(?P<flag>[A-Za-z]{1,2}|\d)`?\s*(?:[(（][^()（）]*[)）]\s*)?(?::|：|[-–=](?=\s)|->|→|=>)\s*(?=\S)"
)


def read_option_letter(first: Paragraph, rest: tuple[Block, ...], here: Here) -> Found | None:
    """`- c : 새로 묶는다` in a list whose caption speaks of options."""
    text = text_of(first.inlines)
    match = _LETTER.match(text)
    if match is None or not holds(_caption(here), here.context.vocabulary.option_words):
        return None
    said, label = strip(cut(first.inlines, match.end())), cut(first.inlines, 0, match.end())
    return Found(
        Option(
            (match["flag"],),
            None,
            one_line(said),
            command_near(here, (match["flag"],)),
            label,
            unread((paragraph(said, first), *rest)),
            span=here.span,
        )
    )


def _above(span: Span, here: Here) -> Block | None:
    """The block before the one with this span: an item has that of its whole list."""
    return next((block for block in reversed(here.blocks[: here.at]) if block.span != span), None)


def _caption(here: Here) -> str:
    """The words that a list stands under: the text before it, else the item or the heading it hangs under."""
    before = here.desk.once(_above, here.block.span, here)
    if isinstance(before, Paragraph | BlockQuote):
        return plain_text(before)
    if before is None and here.context.lead:
        return here.context.lead
    return here.context.trail[-1] if before is None and here.context.trail else ""
