"""Cutting inlines: a run of inlines is text with marks, and readers cut it where the text tells them to.

Goes in: inlines and offsets into their plain text. Comes out: inlines. `cut(x, 0, k) + cut(x, k)` has the text of `x`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from html import unescape
from typing import Final

from exporter.kramdown.nodes import (
    Abbreviation,
    Block,
    CodeSpan,
    Emphasis,
    HtmlInline,
    Inline,
    Inlines,
    LineBreak,
    Link,
    Paragraph,
    SoftBreak,
    Strikethrough,
    Strong,
    Text,
    plain_text,
)
from exporter.source import Span


def text_of(inlines: Inlines) -> str:
    """The characters of `inlines`."""
    if len(inlines) == 1 and isinstance(inlines[0], Text):
        return inlines[0].text
    return "".join(map(_characters, inlines))


def _characters(node: Inline) -> str:
    """The characters of one inline; the usual ones without walking a tree."""
    if isinstance(node, Text):
        return node.text
    if isinstance(node, CodeSpan):
        return node.code
    if isinstance(node, (SoftBreak, LineBreak)):
        return "\n"
    return text_of(node.inlines) if isinstance(node, (Strong, Emphasis, Link)) else plain_text(node)


def cut(inlines: Inlines, start: int, end: int | None = None) -> Inlines:
    """The part of `inlines` that covers the characters from `start` to before `end` of its plain text."""
    return inlines if start <= 0 and end is None else tuple(_cut(inlines, start, end))


def _cut(inlines: Inlines, start: int, end: int | None) -> Iterator[Inline]:
    at = 0
    for node in inlines:
        if end is not None and at > end:
            break
        length = len(_characters(node))
        first, last = max(start - at, 0), length if end is None else min(end - at, length)
        if first == 0 and last == length and (length or (start <= at and (end is None or at < end))):
            yield node
        elif first < last:
            yield from _slice(node, first, last)
        at += length


def _slice(node: Inline, start: int, end: int) -> Iterator[Inline]:
    match node:
        case Text(text):
            yield Text(text[start:end], span=_part(node.span, text, start, end))
        case Abbreviation(text):
            yield Text(text[start:end], span=_part(node.span, text, start, end))
        case CodeSpan(code):
            yield replace(node, code=code[start:end])
        case Emphasis(inlines) | Strong(inlines) | Strikethrough(inlines) | Link(inlines):
            yield replace(node, inlines=cut(inlines, start, end))
        case HtmlInline(_, inlines) if inlines:
            yield replace(node, inlines=cut(inlines, start, end))
        case _ if start == 0:
            yield node
        case _:
            pass


def _part(span: Span, text: str, start: int, end: int) -> Span:
    if span.end - span.start != len(text):
        return span
    return Span(span.start + start, span.start + end)


def strip(inlines: Inlines, characters: str = " \t\n\u200b\u00a0") -> Inlines:
    """`inlines` without blanks at both ends."""
    first = _characters(inlines[0]) if inlines else ""
    last = _characters(inlines[-1]) if len(inlines) > 1 else first
    if first and last and first[0] not in characters and last[-1] not in characters:
        return inlines
    text = text_of(inlines)
    return cut(inlines, len(text) - len(text.lstrip(characters)), len(text.rstrip(characters)))


def one_line(inlines: Inlines) -> Inlines:
    """`inlines` with line ends read as blanks, stripped: how a reading quotes running text."""
    return strip(
        tuple(Text(" ", span=node.span) if isinstance(node, SoftBreak | LineBreak) else node for node in inlines)
    )


def lines_in(inlines: Inlines) -> tuple[Inlines, ...]:
    """`inlines` cut at line ends, each line stripped."""
    text = text_of(inlines)
    if "\n" not in text:
        return (strip(inlines),)
    return tuple(map(strip, cut_at(inlines, [at for at, char in enumerate(text) if char == "\n"])))


def cut_at(inlines: Inlines, offsets: list[int]) -> tuple[Inlines, ...]:
    """`inlines` cut at every one of `offsets` (in order), in one pass."""
    runs: list[Inlines] = []
    run: list[Inline] = []
    at = place = 0
    for node in inlines:
        length, start = len(_characters(node)), at
        rest: Inlines = (node,)
        while place < len(offsets) and offsets[place] <= at + length:
            here = offsets[place] - start
            run += cut(rest, 0, here)
            runs.append(tuple(run))
            rest, start, run, place = cut(rest, here), offsets[place], [], place + 1
        run += rest
        at += length
    return (*runs, tuple(run))


def span_of(inlines: Inlines) -> Span:
    """From the first of `inlines` to the last."""
    return Span(inlines[0].span.start, inlines[-1].span.end) if inlines else Span(0, 0)


def unwrap(inlines: Inlines) -> Inlines:
    """The inlines inside emphasis, links and HTML elements that hold everything there is."""
    bare = strip(inlines)
    if len(bare) != 1 or isinstance(bare[0], Text):
        return bare
    match bare[0]:
        case Strong(inner) | Emphasis(inner) | Link(inner):
            return unwrap(inner)
        case HtmlInline(html, inner) if inner and not is_code_tag(html):
            return unwrap(inner)
        case _:
            return bare


_CODE_TAG: Final = re.compile(r"<(?:code|kbd|tt|samp)\b", re.IGNORECASE)


def is_code_tag(html: str) -> bool:
    """Whether a start tag is that of an element for what one types: `<code>`, `<kbd>`."""
    return bool(_CODE_TAG.match(html))


def code_spans(inlines: Inlines) -> Iterator[tuple[int, int, str]]:
    """Start, end and text of every code span, at any depth, as offsets into the plain text."""
    at = 0
    for node in inlines:
        if isinstance(node, Text):
            at += len(node.text)
            continue
        length = len(_characters(node))
        match node:
            case CodeSpan(code):
                yield at, at + length, code
            case HtmlInline(html, (Text(code),)) if is_code_tag(html):
                yield at, at + length, unescape(code)
            case Emphasis(inner) | Strong(inner) | Link(inner) | Strikethrough(inner) | HtmlInline(_, inner):
                yield from ((at + start, at + end, code) for start, end, code in code_spans(inner))
            case _:
                pass
        at += length


def paragraph(inlines: Inlines, model: Block) -> Paragraph:
    """A paragraph of `inlines`, standing where they stand; `model` gives the span if they have none."""
    span = Span(inlines[0].span.start, inlines[-1].span.end) if inlines else Span(model.span.start, model.span.start)
    return Paragraph(inlines, span=span, tight=isinstance(model, Paragraph) and model.tight)
