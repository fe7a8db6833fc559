"""Definitions in text that is set as HTML: `<p>`, `<div>` and their like, which kramdown hands on as written.

Goes in: an HTML block among its siblings. Comes out: a `Listing` of it with the definitions that its text would give
as a paragraph at that place. Blocks that hold anything but text (tables, code, pictures) are left alone.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from html import unescape
from typing import Final

from exporter.kramdown.nodes import Block, Blocks, CodeSpan, HtmlBlock, Inline, LineBreak, Paragraph, Strong, Text
from exporter.recognise.definitions.sentences import definitions_in
from exporter.recognise.definitions.terms import read_stacked_lines, read_term_lines, read_term_title
from exporter.recognise.pattern import Found, Here
from exporter.recognise.text.runs import run_of
from exporter.recognise.text.sentence_ends import sentences
from exporter.study import Definition, Listing

_ELEMENT: Final = r"(?:p|div|section|aside|article|blockquote)\b"
_TEXT: Final = re.compile("<" + _ELEMENT, re.IGNORECASE)
"""The beginning of an element that holds text."""

_NO_TEXT: Final = re.compile(
    r"<(?:pre|table|script|style|svg|iframe|form|button|input|video|audio|ul|ol|dl|img|h\d)\b|\]\(", re.IGNORECASE
)
_PART: Final = re.compile(rf"</?{_ELEMENT}[^>]*>", re.IGNORECASE)
_PIECE: Final = re.compile(
    r"<(?P<tag>b|strong|code)\b[^>]*>(?P<inside>.*?)</(?P=tag)>|(?P<end><br\s*/?>)", re.DOTALL | re.IGNORECASE
)
_TAG: Final = re.compile(r"</?[a-z][^<>]*>|<!--.*?-->", re.DOTALL | re.IGNORECASE)


def read_marked_up(here: Here) -> Found | None:
    """An HTML element whose text says what a term is."""
    match here.block:
        case HtmlBlock() as block if paragraphs := here.desk.once(_paragraphs, block):
            pass
        case _:
            return None
    blocks = here.desk.once(_as_text, here.blocks)
    found: list[Definition] = []
    for paragraph in paragraphs:
        found += _definitions(replace(here, blocks=blocks).seen_as(paragraph))
    return Found(Listing((), block, tuple(found), span=block.span)) if found else None


def _definitions(here: Here) -> Iterator[Definition]:
    """What a paragraph defines: as a title, in its lines, or in its sentences."""
    for read in (read_stacked_lines, read_term_lines, read_term_title):
        match read(here):
            case Found(Listing(readings=readings)):
                yield from (reading for reading in readings if isinstance(reading, Definition))
                return
            case _:
                pass
    match here.block:
        case Paragraph(inlines):
            for number, sentence in enumerate(sentences(run_of(inlines))):
                yield from definitions_in(sentence, here, number)
        case _:
            pass


def _as_text(blocks: Blocks) -> Blocks:
    """Siblings with each HTML element of one text as that text."""
    return tuple(_one_text(block) for block in blocks)


def _one_text(block: Block) -> Block:
    paragraphs = _paragraphs(block) if isinstance(block, HtmlBlock) else ()
    return paragraphs[0] if len(paragraphs) == 1 else block


def _paragraphs(block: HtmlBlock) -> tuple[Paragraph, ...]:
    """The texts of an HTML element that holds nothing else."""
    if block.blocks or not _TEXT.match(block.html) or _NO_TEXT.search(block.html):
        return ()
    texts = (tuple(_inlines(part.replace("&nbsp;", " ").strip(), block)) for part in _PART.split(block.html))
    return tuple(Paragraph(inlines, span=block.span) for inlines in texts if inlines)


def _inlines(html: str, block: HtmlBlock) -> Iterator[Inline]:
    at = 0
    for piece in _PIECE.finditer(html):
        yield from _text(html[at : piece.start()], block)
        at = piece.end()
        inside = tuple(_text(piece["inside"] or "", block))
        if piece["end"]:
            yield LineBreak(span=block.span)
        elif inside and piece["tag"].lower() == "code":
            yield CodeSpan(inside[0].text, span=block.span)
        elif inside:
            yield Strong(inside, span=block.span)
    yield from _text(html[at:], block)


def _text(html: str, block: HtmlBlock) -> Iterator[Text]:
    """The words between tags, on one line."""
    words = re.sub(r"\s+", " ", unescape(_TAG.sub("", html)))
    if words.strip():
        yield Text(words, span=block.span)
