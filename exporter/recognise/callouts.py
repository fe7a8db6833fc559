"""Callouts: boxes set apart by a class or by a quote that begins with a word like "주의"."""

from __future__ import annotations

from exporter.kramdown.nodes import BlockQuote, Inlines, Paragraph, Strong
from exporter.recognise.inlines import cut, paragraph, strip, text_of
from exporter.recognise.pattern import Found, Here, unread
from exporter.recognise.words import is_word
from exporter.study import Admonition


def read_notice(here: Here) -> Found | None:
    """A paragraph or quote with a notice class; a first line in bold is its title."""
    known = here.context.vocabulary.admonition_classes
    kinds = [name for name in here.block.attributes.classes if name in known]
    match here.block:
        case Paragraph(inlines) as block if kinds:
            length = _title_length(inlines)
            title, rest = cut(inlines, 0, length), cut(inlines, length)
            body = (paragraph(rest, block),) if rest else ()
            return Found(Admonition(kinds[-1].removeprefix("notice--"), title, unread(body), span=block.span))
        case BlockQuote(blocks) as block if kinds:
            return Found(Admonition(kinds[-1].removeprefix("notice--"), (), unread(blocks), span=block.span))
        case _:
            return None


def read_quoted_notice(here: Here) -> Found | None:
    """`> **주의** …`: a quote that begins with the word for what it is."""
    match here.block:
        case BlockQuote((Paragraph(inlines) as first, *rest)) as block:
            pass
        case _:
            return None
    match strip(inlines):
        case (Strong(word), *_) if is_word(text_of(word), here.context.vocabulary.notice_words):
            length = _title_length(inlines) or len(text_of((strip(inlines)[0],)))
        case _:
            return None
    body = (*((paragraph(cut(inlines, length), first),) if cut(inlines, length) else ()), *rest)
    kind = text_of(word).strip(" :").lower()
    return Found(Admonition(kind, cut(inlines, 0, length), unread(body), span=block.span))


def _title_length(inlines: Inlines) -> int:
    """How long the title is: bold words that fill the first line."""
    text = text_of(inlines)
    line = text.find("\n")
    if line < 0:
        return 0
    match strip(cut(inlines, 0, line)):
        case (Strong(),):
            return line + 1
        case _:
            return 0
