"""Lines that stand as a title: all bold, all code, or such a line alone in a quote."""

from __future__ import annotations

from exporter.kramdown.nodes import (
    Block,
    BlockQuote,
    Inlines,
    Paragraph,
    Strong,
    Text,
)
from exporter.recognise.text.inlines import strip, text_of
from exporter.recognise.text.labels import is_wholly_code, without_number


def label_of(block: Block) -> Inlines:
    """The inlines of a line that stands as a title: all bold, all code, or such a line alone in a quote."""
    match block:
        case BlockQuote((Paragraph() as only,)):
            return label_of(only)
        case Paragraph(inlines) if not block.attributes.classes:
            bare = strip(inlines)
            if bare and isinstance(bare[0], Text):
                bare = strip(without_number(bare))
            stands_out = (len(bare) == 1 and isinstance(bare[0], Strong)) or is_wholly_code(bare)
            return inlines if stands_out and "\n" not in text_of(bare) else ()
        case _:
            return ()
