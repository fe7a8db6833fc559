"""The driver: a table of patterns is tried on sibling blocks, in order, and the first that reads wins.

Goes in: sibling blocks, a table of `Pattern`, and a `Context`. Comes out: `Reading`, the parts in the order of the file
and the diagnostics of near misses.

* A list is read item by item: the driver hands readers lists of one item each, and joins again what nobody claimed.
* A reader leaves what is inside an entry as `Prose`; the driver reads it again with the pattern's `body` table.
* What nobody claims stays: `Prose`, or, if something was read inside of it, a `Listing` of the block as written.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import groupby

from exporter.diagnostics import Diagnostic, Severity
from exporter.kramdown.nodes import (
    Block,
    BlockQuote,
    Blocks,
    BulletList,
    DefinitionDescription,
    DefinitionList,
    HtmlBlock,
    ListItem,
    OrderedList,
    Paragraph,
    Text,
    plain_text,
)
from exporter.recognise.pattern import Context, Found, Here, NearMiss, Patterns, is_said, is_spacing, pieces_of
from exporter.source import Span
from exporter.study import (
    Admonition,
    Command,
    Definition,
    Example,
    Listing,
    Option,
    Part,
    Prose,
    Sequence,
    Spacing,
    Statement,
    Step,
)


@dataclass(frozen=True, slots=True)
class Reading:
    """What was read among some siblings."""

    parts: tuple[Part, ...]
    diagnostics: tuple[Diagnostic, ...] = ()


def read_all(blocks: Blocks, table: Patterns, context: Context, ahead: Blocks = ()) -> Reading:
    """Read siblings with `table`; see the module's docstring for the rules. `ahead` stands before them, and is read."""
    pieces = (*ahead, *pieces_of(blocks))
    readings: list[Reading] = []
    at = len(ahead)
    while at < len(pieces):
        reading, taken = _read_one(Here(pieces, at, context), table)
        readings.append(reading)
        at += taken
    parts = tuple(part for reading in readings for part in reading.parts)
    return Reading(_rejoin(parts), tuple(found for reading in readings for found in reading.diagnostics))


def _read_one(here: Here, table: Patterns) -> tuple[Reading, int]:
    if here.context.within == "option" and isinstance(here.block, Paragraph) and _is_meaning(here):
        return Reading((Prose(here.block, span=here.block.span),)), 1
    misses: list[NearMiss] = []
    tried = here.desk.once(_by_kind, table)
    for pattern in tried.get(type(here.block), tried[None]):
        match pattern.read(here):
            case Found(Listing() as entry, taken, inside) if inside:
                return _with_inside(entry, read_all(inside, table, _under(inside, here))), taken
            case Found(entry, taken):
                return deepen(entry, table if pattern.body is None else pattern.body, here.context), taken
            case NearMiss() as miss:
                misses.append(miss)
            case None:
                pass
    reading = _leftover(here, table)
    told = tuple(Diagnostic("near-miss", Severity.INFO, miss.message, miss.span, miss.help) for miss in misses[:1])
    return Reading(reading.parts, reading.diagnostics + (told if isinstance(reading.parts[0], Prose) else ())), 1


def _with_inside(entry: Listing, inner: Reading) -> Reading:
    """A listing with what is read in the blocks inside of it."""
    found = tuple(found for part in inner.parts for found in readings_of(part))
    return Reading((replace(entry, readings=(*entry.readings, *found)),), inner.diagnostics)


def _by_kind(table: Patterns) -> dict[type[Block] | None, Patterns]:
    """The patterns to try on each kind of block; under None, those to try on a kind that none is made for."""
    kinds = {kind for pattern in table for kind in pattern.kinds}
    found: dict[type[Block] | None, Patterns] = {
        kind: tuple(pattern for pattern in table if not pattern.kinds or kind in pattern.kinds) for kind in kinds
    }
    return {**found, None: tuple(pattern for pattern in table if not pattern.kinds)}


def _is_meaning(here: Here) -> bool:
    """Whether a paragraph is what its option does, which is read already, and goes on without another option."""
    first, _, further = here.text.partition(here.context.said)
    return here.at == 0 and (is_said(here.text, here.context) or (not first.strip() and " -" not in further))


def deepen(entry: Part, table: Patterns, context: Context) -> Reading:
    """Read what a reader left unread inside an entry."""
    match entry:
        case Command() | Option() | Definition() | Admonition():
            body = _read_body(entry.body, table, _inside(entry, context))
            return Reading((replace(entry, body=body.parts),), body.diagnostics)
        case Sequence(_, _, steps):
            bodies = [_read_step(step, table, context) for step in steps]
            read = tuple(replace(step, body=body.parts) for step, body in zip(steps, bodies, strict=True))
            return Reading((replace(entry, steps=read),), tuple(d for body in bodies for d in body.diagnostics))
        case _:
            return Reading((entry,))


def _inside(entry: Command | Option | Definition | Admonition, context: Context) -> Context:
    match entry:
        case Command():
            said = plain_text(*entry.purpose)
            depth = len(context.trail)
            return replace(context, command=entry.name, command_depth=depth, within="command", lead="", said=said)
        case Option():
            said = plain_text(*entry.meaning)
            return replace(context, within="option", lead=" ".join((*entry.flags, said)), said=said)
        case Definition():
            return replace(context, within="definition", lead=entry.term, said=plain_text(*entry.meaning))
        case Admonition():
            return replace(context, within="admonition", lead=plain_text(*entry.title), said="")


def _read_step(step: Step, table: Patterns, context: Context) -> Reading:
    """What a step's line says, as readings (the line itself is the label), and what stands under it."""
    line = Paragraph(step.label or (Text(step.name, span=step.span),), span=step.span)
    body = _read_body(step.body, table, context, (line,))
    inside = replace(context, lead=step.name, within="item", outer=Here((line,), 0, context))
    said = read_all((line,), table, inside) if step.label else Reading(())
    readings = tuple(found for part in said.parts for found in readings_of(part))
    if not readings:
        return body
    nothing = Paragraph((), span=Span(step.span.start, step.span.start))
    return replace(body, parts=(Listing((), nothing, readings, span=nothing.span), *body.parts))


def _read_body(body: tuple[Part, ...], table: Patterns, context: Context, ahead: Blocks = ()) -> Reading:
    parts: list[Part] = []
    diagnostics: list[Diagnostic] = []
    for is_unread, run in groupby(body, key=lambda part: isinstance(part, Prose)):
        if is_unread:
            blocks = tuple(part.block for part in run if isinstance(part, Prose))
            reading = read_all(blocks, table, context, ahead)
            parts += reading.parts
            diagnostics += reading.diagnostics
        else:
            for reading in (deepen(part, table, context) for part in run):
                parts += reading.parts
                diagnostics += reading.diagnostics
    return Reading(tuple(parts), tuple(diagnostics))


def _leftover(here: Here, table: Patterns) -> Reading:
    block, context = here.block, here.context
    if context.desk.once(is_spacing, block):
        return Reading((Spacing(block, span=block.span),))
    inner = [read_all(blocks, table, _under(blocks, here)) for blocks in _insides(block)]
    readings = tuple(found for reading in inner for part in reading.parts for found in readings_of(part))
    told = tuple(found for reading in inner for found in reading.diagnostics)
    if readings:
        return Reading((Listing((), block, readings, span=block.span),), told)
    return Reading((Prose(block, span=block.span),), told)


def _under(blocks: Blocks, here: Here) -> Context:
    lead = plain_text(blocks[0]).strip() if blocks else ""
    return replace(here.context, lead=lead, within="item", outer=here)


def _insides(block: Block) -> Iterator[Blocks]:
    match block:
        case BulletList(items) | OrderedList(items):
            yield from (item.blocks for item in items)
        case BlockQuote(blocks):
            yield blocks
        case HtmlBlock(_, blocks) if blocks:
            yield blocks
        case DefinitionList(children):
            yield from (child.blocks for child in children if isinstance(child, DefinitionDescription))
        case _:
            pass


def readings_of(part: Part) -> Iterator[Command | Option | Definition | Example | Statement]:
    """What a part says, taken out of its place: for a `Listing`, whose text is its block alone."""
    match part:
        case Command() | Option() | Definition() | Example() | Statement():
            yield part
        case Listing():
            yield from part.readings
        case Admonition():
            for inner in part.body:
                yield from readings_of(inner)
        case Sequence():
            for step in part.steps:
                for inner in step.body:
                    yield from readings_of(inner)
        case _:
            pass


def _rejoin(parts: tuple[Part, ...]) -> tuple[Part, ...]:
    """What nobody claimed of a list, in one piece again."""
    runs: list[list[Part]] = []
    for part in parts:
        if runs and _goes_on(runs[-1][-1], part):
            runs[-1].append(part)
        else:
            runs.append([part])
    return tuple(run[0] if len(run) == 1 else _one_list(run) for run in runs)


def _goes_on(first: Part, second: Part) -> bool:
    match first, second:
        case (Prose(one) | Listing(_, one), Prose(other) | Listing((), other)):
            return isinstance(one, BulletList | OrderedList) and type(one) is type(other) and one.span == other.span
        case _:
            return False


def _one_list(run: list[Part]) -> Prose | Listing:
    first = run[0]
    assert isinstance(first, Prose | Listing)
    assert isinstance(first.block, BulletList | OrderedList)
    items = tuple(item for part in run for item in _items(part))
    block, readings = replace(first.block, items=items), tuple(found for part in run for found in readings_of(part))
    if not readings:
        return Prose(block, span=block.span)
    return Listing(first.intro if isinstance(first, Listing) else (), block, readings, span=block.span)


def _items(part: Part) -> tuple[ListItem, ...]:
    match part:
        case Prose(BulletList(items) | OrderedList(items)) | Listing(_, BulletList(items) | OrderedList(items)):
            return items
        case _:
            return ()
