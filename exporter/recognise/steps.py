"""Sequences: things that come one after the other.

Goes in: a place among sibling blocks. Comes out: a `Sequence`, whose steps hold what stands under them for the driver
to read. A list with numbers is a sequence only where its title says that its items follow each other: many lists
merely count.
"""

from __future__ import annotations

import re
from typing import Final

from exporter.kramdown.nodes import Block, Blocks, Inlines, ListItem, OrderedList, Paragraph, plain_text
from exporter.recognise.definitions.separated import separated
from exporter.recognise.pattern import Found, Here, is_spacing, unread
from exporter.recognise.tasks.words import first_sentences
from exporter.recognise.text.inlines import cut, one_line, paragraph, text_of
from exporter.recognise.text.label_lines import label_of
from exporter.recognise.text.runs import run_of
from exporter.recognise.text.sentence_ends import is_aside, sentences
from exporter.source import Span
from exporter.study import Sequence, Step

_NUMBERED: Final = re.compile(
    r"^\s*(?:(?=\d+\))|(?=\d+단계)|(?:step|단계)\s*)(\d+)(?:단계)?\s*[.):：]*\s*(\S[^\n]*)", re.IGNORECASE
)
ORDER: Final = re.compile(
    r"생애\s?주기|생명\s?주기|라이프\s?사이클|한살이|순서|절차|과정|단계|흐름|워크플로|life\s?cycle|procedure|process\b"
    r"|steps?\b|stages?\b|phases?\b|workflow|\bflow\b|pipeline|sequence|步骤|流程|过程|阶段|生命周期|顺序|"
    r"手順|流れ|順序",
    re.IGNORECASE,
)
"""A title that says that what follows comes in an order."""
POINTS: Final = re.compile(r"다음|아래|이렇|如下|以下|following|below|次の")
"""A line that only says that the steps follow."""
LONGEST_NAME: Final = 180


def read_numbered_lines(here: Here) -> Found | None:
    """`1) …`, `2) …`: paragraphs that kramdown takes for text, each with what stands under it."""
    label = here.desk.once(label_of, here.block)
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


def read_ordered_steps(here: Here) -> Found | None:
    """`1. …`, `2. …` under a title that tells an order."""
    if not isinstance(here.block, OrderedList) or here.context.within in ("option", "definition"):
        return None
    items = here.items()
    title = _title(here)
    if len(items) < 2 or not (ORDER.search(title) or _is_announced(here)) or not all(map(_is_step, items)):
        return None
    steps = tuple(_ordered(item) for item in items)
    taken = sum(1 for other in here.blocks[here.at :] if other.span == here.block.span)
    return Found(Sequence(title, (), steps, span=here.block.span), taken)


def _is_announced(here: Here) -> bool:
    match here.near(-1):
        case Paragraph() as before:
            return bool(ORDER.search(plain_text(before)))
        case _:
            return False


def _title(here: Here) -> str:
    """What a list is announced by: the line above it, else what it hangs under, else the heading."""
    above = here.context.lead or (here.context.trail[-1] if here.context.trail else here.context.title)
    match here.near(-1):
        case Paragraph(inlines):
            said = [sentence.text for sentence in sentences(run_of(inlines)) if not is_aside(sentence.text)]
            line = re.sub(r"^[\d\W]+|[\s:：.。]+$", "", said[-1]) if said else ""
            return above if POINTS.search(line) and ORDER.search(line) else line
        case None:
            return above
        case _:
            return ""


def _is_step(item: ListItem) -> bool:
    match item.blocks:
        case (Paragraph(inlines), *_):
            return 0 < len(plain_text(*inlines).strip()) <= LONGEST_NAME
        case _:
            return False


def _ordered(item: ListItem) -> Step:
    first, rest = item.blocks[0], item.blocks[1:]
    assert isinstance(first, Paragraph)
    run = run_of(first.inlines)
    claim = separated(run)
    start = run.text.find(claim.meaning.text) if claim else len(run.text)
    said = cut(first.inlines, start)
    name = claim.name if claim else " ".join(run.text.split())
    body = ((paragraph(said, first),) if said else ()) + rest
    return Step(name, one_line(said), cut(first.inlines, 0, start), unread(body), span=item.span)


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
    return one_line(next(iter(first_sentences(body[0])), ())) if body else ()
