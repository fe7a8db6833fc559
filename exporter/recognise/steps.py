"""Sequences: things in an order, written as `1) state` lines under a title."""

from __future__ import annotations

import re
from typing import Final

from exporter.kramdown.nodes import Block, Blocks, Inlines, Paragraph, plain_text
from exporter.recognise.commands import label_of
from exporter.recognise.inlines import cut, one_line, paragraph, text_of
from exporter.recognise.pattern import Found, Here, is_spacing, unread
from exporter.recognise.tasks import first_words
from exporter.source import Span
from exporter.study import Sequence, Step

_NUMBERED: Final = re.compile(r"^\s*(\d+)\)\s*(\S[^\n]*)")


def read_numbered_lines(here: Here) -> Found | None:
    """`1) …`, `2) …`: paragraphs that kramdown takes for text, each with what stands under it."""
    label = label_of(here.block)
    start = here.at + (1 if label else 0)
    steps: list[Step] = []
    at = start
    while at < len(here.blocks) and (name := _numbered(here.blocks[at], len(steps) + 1)):
        end = at + 1
        while end < len(here.blocks) and not _ends_step(here.blocks[end]):
            end += 1
        steps.append(_step(here.blocks[at : _without_spacing(here.blocks, at, end)], name))
        at = _without_spacing(here.blocks, at, end)
    if len(steps) < 2:
        return None
    title = text_of(label).strip() if label else (here.context.trail[-1] if here.context.trail else here.context.title)
    return Found(Sequence(title, label, tuple(steps), span=here.block.span), at - here.at)


def _without_spacing(blocks: Blocks, at: int, end: int) -> int:
    while end > at + 1 and is_spacing(blocks[end - 1]):
        end -= 1
    return end


def _ends_step(block: Block) -> bool:
    return bool(label_of(block)) or (isinstance(block, Paragraph) and bool(_NUMBERED.match(plain_text(block))))


def _numbered(block: Block, expected: int) -> re.Match[str] | None:
    match = _NUMBERED.match(plain_text(block)) if isinstance(block, Paragraph) else None
    return match if match and int(match[1]) == expected else None


def _step(blocks: Blocks, name: re.Match[str]) -> Step:
    first = blocks[0]
    assert isinstance(first, Paragraph)
    rest = cut(first.inlines, name.end())
    body = (*((paragraph(rest, first),) if text_of(rest).strip() else ()), *blocks[1:])
    label = cut(first.inlines, 0, name.end()) if text_of(rest).strip() else first.inlines
    return Step(name[2].strip(), _meaning(body), label, unread(body), span=Span(first.span.start, blocks[-1].span.end))


def _meaning(body: Blocks) -> Inlines:
    return one_line(first_words(body[0])) if body else ()
