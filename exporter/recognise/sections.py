"""Sections: headings and what stands under them, each read with the tables.

Goes in: the blocks of a document. Comes out: the tree of sections, the text before the first heading first. A heading
that is itself an entry (a command, a reference) hands its words over to that entry: its section has no heading then.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import takewhile

from exporter.diagnostics import Diagnostic
from exporter.kramdown.nodes import Block, Blocks, Heading, Paragraph, plain_text
from exporter.recognise.definitions.glossaries import share_of_definitions
from exporter.recognise.definitions.sentences import heading_definition
from exporter.recognise.driver import deepen, read_all
from exporter.recognise.pattern import Context, Found, Here
from exporter.recognise.patterns import BLOCKS, HEADINGS
from exporter.recognise.steps.headings import with_procedures
from exporter.recognise.steps.titles import titles_above
from exporter.source import Span
from exporter.study import Command, Definition, Listing, Option, Part, Prose, Section


@dataclass(frozen=True, slots=True)
class _Chunk:
    heading: Heading | None
    blocks: Blocks

    @property
    def level(self) -> int:
        return self.heading.level if self.heading else 0

    @property
    def span(self) -> Span:
        nodes: list[Block] = [*([self.heading] if self.heading else []), *self.blocks]
        return Span(nodes[0].span.start, nodes[-1].span.end) if nodes else Span(0, 0)


def read_sections(blocks: Blocks, context: Context) -> tuple[tuple[Section, ...], tuple[Diagnostic, ...]]:
    """Every section of the document, nested by level, and what was noticed."""
    chunks = _chunks(blocks)
    told: list[Diagnostic] = []
    opening = [_read_chunk(chunk, context, told)[0] for chunk in chunks[:1] if chunk.heading is None]
    sections, _ = _read_level(chunks, len(opening), 0, context, told)
    return (*opening, *sections), tuple(told)


def _chunks(blocks: Blocks) -> list[_Chunk]:
    chunks: list[_Chunk] = []
    heading: Heading | None = None
    run: list[Block] = []
    for block in blocks:
        if isinstance(block, Heading):
            if run or heading:
                chunks.append(_Chunk(heading, tuple(run)))
            heading, run = block, []
        else:
            run.append(block)
    return [*chunks, _Chunk(heading, tuple(run))] if run or heading else chunks


def _read_level(
    chunks: list[_Chunk], at: int, above: int, context: Context, told: list[Diagnostic]
) -> tuple[tuple[Section, ...], int]:
    sections: list[Section] = []
    sisters = share_of_definitions(_side_by_side(chunks, at, above), context.desk)
    while at < len(chunks) and chunks[at].level > above:
        chunk = chunks[at]
        deeper = chunks[at + 1] if at + 1 < len(chunks) and chunks[at + 1].level > chunk.level else None
        follows: Blocks = (deeper.heading, *deeper.blocks) if deeper and deeper.heading else ()
        section, inner = _read_chunk(chunk, replace(context, below=follows, sisters=sisters), told)
        below, at = _read_level(chunks, at + 1, chunk.level, inner, told)
        span = Span(section.span.start, below[-1].span.end if below else section.span.end)
        sections.append(replace(section, sections=below, span=span))
    return with_procedures(tuple(sections), titles_above(context)), at


def _side_by_side(chunks: list[_Chunk], at: int, above: int) -> Iterator[tuple[Heading, Blocks]]:
    """The headings of the level that begins here, with what stands right under each."""
    level = chunks[at].level if at < len(chunks) else 0
    for chunk in takewhile(lambda chunk: chunk.level > above, map(chunks.__getitem__, range(at, len(chunks)))):
        if chunk.heading and chunk.level == level:
            yield chunk.heading, chunk.blocks


def _read_chunk(chunk: _Chunk, context: Context, told: list[Diagnostic]) -> tuple[Section, Context]:
    heading = chunk.heading
    if heading is None:
        reading = read_all(chunk.blocks, BLOCKS, context)
        told.extend(reading.diagnostics)
        return Section(0, (), reading.parts, span=chunk.span), context
    inner = replace(context, trail=(*context.trail, plain_text(*heading.inlines).strip()))
    anchor = heading.attributes.id or heading.auto_id
    here = Here((heading, *chunk.blocks), 0, context)
    for pattern in HEADINGS:
        match pattern.read(here):
            case Found(entry):
                reading = deepen(entry, BLOCKS, inner)
                told.extend(reading.diagnostics)
                whose = () if isinstance(entry, Command | Option) else heading.inlines
                if isinstance(entry, Command):
                    inner = replace(inner, command=entry.name, command_depth=len(inner.trail))
                    inner = replace(inner, said=plain_text(*entry.purpose))
                return Section(heading.level, whose, reading.parts, anchor=anchor, span=chunk.span), inner
            case _:
                pass
    reading = read_all(chunk.blocks, BLOCKS, inner)
    told.extend(reading.diagnostics)
    said = heading_definition(here)
    parts = _with(said, reading.parts) if said else reading.parts
    inner = replace(inner, outer=Here(chunk.blocks, len(chunk.blocks), inner))
    return Section(heading.level, heading.inlines, parts, anchor=anchor, span=chunk.span), inner


def _with(said: Definition, parts: tuple[Part, ...]) -> tuple[Part, ...]:
    """The parts of a section, the first of them with what the heading says: a heading has no place for readings."""
    match parts:
        case (Prose(block), *rest):
            return (Listing((), block, (said,), span=block.span), *rest)
        case (Listing(readings=readings) as first, *rest):
            return (replace(first, readings=(said, *readings)), *rest)
        case _:
            nothing = Paragraph((), span=said.span)
            return (Listing((), nothing, (said,), span=said.span), *parts)
