"""Headings that a list has run on into: written at the start of a line, without an empty line before it.

Goes in: the blocks of a document. Comes out: the same blocks in the same order, with such headings, and what follows
them, beside the list. kramdown takes a heading right below an item into that item; whoever wrote it there meant one.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import TypeAlias

from exporter.kramdown.nodes import Block, Blocks, BulletList, Heading, ListItem, OrderedList
from exporter.source import SourceFile, Span

_List: TypeAlias = BulletList | OrderedList


def apart(blocks: Blocks, source: SourceFile) -> Blocks:
    """`blocks` with the headings that lists have run on into as blocks of their own."""
    return tuple(piece for block in blocks for piece in _apart(block, source))


def _apart(block: Block, source: SourceFile) -> Iterator[Block]:
    match block:
        case BulletList(items) | OrderedList(items) if _runs_on(block, source):
            kept: list[ListItem] = []
            for piece in (piece for item in items for piece in _parts(item, source)):
                if isinstance(piece, ListItem):
                    kept.append(piece)
                else:
                    yield from _list(block, kept)
                    yield piece
                    kept = []
            yield from _list(block, kept)
        case _:
            yield block


def _runs_on(block: Block, source: SourceFile) -> bool:
    match block:
        case BulletList(items) | OrderedList(items):
            return any(_starts(inner, source) or _runs_on(inner, source) for item in items for inner in item.blocks)
        case _:
            return False


def _starts(block: Block, source: SourceFile) -> bool:
    """Whether a block is a heading at the start of a line."""
    before = source.text[block.span.start - 1 : block.span.start]
    return isinstance(block, Heading) and before in ("", "\n")


def _parts(item: ListItem, source: SourceFile) -> Iterator[Block | ListItem]:
    """What of an item stays one, then the headings and what follows them."""
    blocks = [piece for block in item.blocks for piece in _apart(block, source)]
    end = next((at for at, block in enumerate(blocks) if _starts(block, source)), len(blocks))
    if end:
        yield replace(item, blocks=tuple(blocks[:end]), span=Span(item.span.start, blocks[end - 1].span.end))
    yield from blocks[end:]


def _list(block: _List, items: list[ListItem]) -> Iterator[_List]:
    """What is left of a list: some of its items, or nothing."""
    if items:
        yield replace(block, items=tuple(items), span=Span(items[0].span.start, items[-1].span.end))
