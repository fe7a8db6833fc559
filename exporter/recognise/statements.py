"""Statements: sentences worth knowing, with the words in them that can be asked for."""

from __future__ import annotations

from collections.abc import Iterator

from exporter.kramdown.nodes import CodeSpan, Emphasis, HtmlInline, Inlines, Link, Paragraph, Strong, plain_text
from exporter.recognise.pattern import Context, Found, Here, is_said
from exporter.source import Span
from exporter.study import Statement


def read_statement(here: Here) -> Found | None:
    """A paragraph of running text with bold or code words in it."""
    match here.block:
        case Paragraph(inlines) as block:
            text = plain_text(block).strip()
        case _:
            return None
    cloze = tuple(_cloze(inlines))
    if (
        is_said(text, here.context)
        or not cloze
        or not 10 <= len(text) <= 400
        or text.endswith((":", "：", "?"))
        or _whole(inlines, text)
    ):
        return None
    return Found(Statement(block, inlines, cloze, about_of(here.context), span=block.span))


def about_of(context: Context) -> str:
    """What the text is about: the command it stands under, else the section."""
    return context.command or (context.trail[-1] if context.trail else context.title)


def _whole(inlines: Inlines, text: str) -> bool:
    return any(plain_text(node).strip() == text for node in inlines)


def _cloze(inlines: Inlines) -> Iterator[Span]:
    for node in inlines:
        match node:
            case Strong() | CodeSpan() if 1 < len(plain_text(node).strip()) <= 40:
                yield node.span
            case Emphasis(inner) | Link(inner) | HtmlInline(_, inner):
                yield from _cloze(inner)
            case _:
                pass
