"""Running text → the sentence around a place in it.

Goes in: inlines, and the span of a word. Comes out: the inlines of its sentence.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final, TypeGuard

from exporter.cards.draft import words
from exporter.kramdown.nodes import Inline, Inlines, Text
from exporter.source import Span

# Up to here a statement of several sentences is read as one.
_SHORT: Final = 120
# Not behind a number ("1. ") or an abbreviation ("e.g. ").
_END: Final = re.compile(r"(?<=[.!?])(?<!\d\.)(?<!\.\.)(?<!\b[A-Za-z]\.)\s+|(?<=[。！？])")


def sentence_around(inlines: Inlines, span: Span) -> Inlines:
    """The sentence around `span`; all of it where it is short, or where `span` crosses an end."""
    if len(words(*inlines)) <= _SHORT:
        return inlines
    found = (each for each in _sentences(inlines) if each and _holds(each, span))
    return next(found, inlines)


def _holds(inlines: Inlines, span: Span) -> bool:
    return inlines[0].span.start <= span.start and span.end <= inlines[-1].span.end


def _sentences(inlines: Inlines) -> Iterator[Inlines]:
    current: list[Inline] = []
    for inline in inlines:
        if not is_exact(inline):
            current.append(inline)
            continue
        start = 0
        for end in _END.finditer(inline.text):
            yield (*current, part(inline, start, end.start()))
            current, start = [], end.end()
        current.append(part(inline, start, len(inline.text)))
    yield tuple(current)


def is_exact(inline: Inline) -> TypeGuard[Text]:
    """Whether a text stands in the file letter for letter, so that places in it can be told."""
    return isinstance(inline, Text) and len(inline.text) == inline.span.end - inline.span.start


def part(text: Text, start: int, end: int) -> Text:
    """Part of an exact text, with its place."""
    return Text(text.text[start:end], span=Span(text.span.start + start, text.span.start + end))
