"""How recognisers work: a table of patterns is tried on sibling blocks, in order, and the first that reads wins.

Goes in: sibling blocks, a table of `Pattern`, and a `Context` (all a reader knows of what lies outside its siblings).
Comes out: `Reading`, the parts in the order of the file and the diagnostics of near misses.

The rules of the driver:

* A list is read item by item: the driver hands readers lists of one item each, and joins again what nobody claimed.
* A reader leaves what is inside an entry as `Prose`; the driver reads it again with the pattern's `body` table.
* What nobody claims stays: `Prose`, or, if something was read inside of it, a `Listing` of the block as written.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace
from itertools import groupby
from typing import TypeAlias

from exporter.diagnostics import Diagnostic, Severity
from exporter.kramdown.nodes import (
    NO_ATTRIBUTES,
    Attributes,
    Block,
    BlockQuote,
    Blocks,
    BulletList,
    CodeBlock,
    Comment,
    DefinitionDescription,
    DefinitionList,
    HtmlBlock,
    ListItem,
    OrderedList,
    Paragraph,
    Text,
    ThematicBreak,
    plain_text,
)
from exporter.recognise.desk import Desk
from exporter.recognise.vocabulary import Vocabulary
from exporter.source import SourceFile, Span
from exporter.study import (
    Admonition,
    Command,
    Definition,
    Example,
    Language,
    Listing,
    Option,
    Part,
    Prose,
    Sequence,
    Spacing,
    Statement,
)


@dataclass(frozen=True, slots=True)
class Context:
    """What a reader may know beside the siblings: all of it frozen, all of it given from outside.

    `trail` are the headings above, outermost first; `command` the command the text stands under; `programs` the
    programs the note itself shows to be such; `documented` the commands that have a title of their own; `lead` the
    text that the surrounding item begins with; `within` the kind of entry the text stands in, and `said` the words that
    entry has already taken for its purpose or meaning; `below` are the blocks of the section that follows a heading,
    one level down; `sisters` is the share of the sections beside this one that tell what their headings are. `desk`
    keeps what readers have worked out in this note.
    """

    vocabulary: Vocabulary
    language: Language
    source: SourceFile
    title: str = ""
    trail: tuple[str, ...] = ()
    command: str | None = None
    programs: frozenset[str] = frozenset()
    documented: frozenset[str] = frozenset()
    lead: str = ""
    within: str = ""
    said: str = ""
    below: Blocks = ()
    sisters: float = 0.0
    desk: Desk = field(default_factory=Desk, compare=False, repr=False)


@dataclass(frozen=True, slots=True)
class Here:
    """A place among siblings."""

    blocks: Blocks
    at: int
    context: Context

    @property
    def block(self) -> Block:
        """The block at this place."""
        return self.blocks[self.at]

    @property
    def desk(self) -> Desk:
        """What is already worked out in this note."""
        return self.context.desk

    def near(self, distance: int) -> Block | None:
        """The sibling `distance` blocks on (negative: back), or None; blocks without content do not count."""
        step, at = (1 if distance > 0 else -1), self.at
        for _ in range(abs(distance)):
            at += step
            while 0 <= at < len(self.blocks) and is_spacing(self.blocks[at]):
                at += step
        return self.blocks[at] if 0 <= at < len(self.blocks) else None

    def items(self) -> tuple[ListItem, ...]:
        """The items of the list that begins here, joined again from the pieces the driver makes."""
        found: list[ListItem] = []
        for block in self.blocks[self.at :]:
            if not isinstance(block, BulletList | OrderedList) or block.span != self.block.span:
                break
            found.extend(block.items)
        return tuple(found)


@dataclass(frozen=True, slots=True)
class Found:
    """A reader's yes: the entry, and how many siblings it takes (its written fields hold them, unread, as `Prose`)."""

    entry: Part
    taken: int = 1


@dataclass(frozen=True, slots=True)
class NearMiss:
    """A reader's "almost": told to the author if nobody else reads the block either."""

    message: str
    span: Span
    help: str | None = None


Reader: TypeAlias = Callable[[Here], Found | NearMiss | None]
Patterns: TypeAlias = "tuple[Pattern, ...]"


@dataclass(frozen=True, slots=True)
class Pattern:
    """One way of writing. `looks_like` is a sample in kramdown: printed in the README, run as a test.

    `body` is the table for what stands inside the entry; None stands for the table the pattern itself is in. `kinds`
    are the kinds of block that can be written so; a reader is asked about no other.
    """

    name: str
    looks_like: str
    read: Reader
    body: Patterns | None = None
    kinds: frozenset[type[Block]] = frozenset()


@dataclass(frozen=True, slots=True)
class Reading:
    """What was read among some siblings."""

    parts: tuple[Part, ...]
    diagnostics: tuple[Diagnostic, ...] = ()


def unread(blocks: Blocks) -> tuple[Prose, ...]:
    """Blocks as the body of an entry, for the driver to read."""
    return tuple(Prose(block, span=block.span) for block in blocks)


def is_said(text: str, context: Context) -> bool:
    """Whether `text` is what the surrounding entry has already taken for its purpose or meaning."""
    if not context.said:
        return False
    plain, said = "".join(text.split()).rstrip("."), "".join(context.said.split()).rstrip(".")
    return bool(said) and (plain in said or (said in plain and len(plain) < len(said) + 8))


def attributes_of(block: Block) -> Attributes:
    """The attribute list of a block; of a list of one item, the item's own or its paragraph's, where it has one."""
    if not isinstance(block, BulletList | OrderedList):
        return block.attributes
    match block.items:
        case (ListItem((Paragraph() as first, *_)) as item,):
            return next(
                (own for own in (item.attributes, first.attributes) if own != NO_ATTRIBUTES),
                replace(block.attributes, id=None) if block.attributes.id else block.attributes,
            )
        case _:
            return block.attributes


def is_spacing(block: Block) -> bool:
    """Whether a block shows no text: `---`, a comment, a paragraph of `<br>`."""
    match block:
        case Paragraph(inlines) if inlines and isinstance(inlines[0], Text) and inlines[0].text.strip():
            return False
        case ThematicBreak() | Comment():
            return True
        case CodeBlock(code):
            return not code.strip()
        case _:
            return not plain_text(block).replace("<br>", "").replace("<br />", "").replace("<br/>", "").strip()


def pieces_of(blocks: Blocks) -> Blocks:
    """Blocks as readers see them: every list as lists of one item each."""
    return tuple(piece for block in blocks for piece in _pieces(block))


def read_all(blocks: Blocks, table: Patterns, context: Context) -> Reading:
    """Read siblings with `table`; see the module's docstring for the rules."""
    pieces = pieces_of(blocks)
    readings: list[Reading] = []
    at = 0
    while at < len(pieces):
        reading, taken = _read_one(Here(pieces, at, context), table)
        readings.append(reading)
        at += taken
    parts = tuple(part for reading in readings for part in reading.parts)
    return Reading(_rejoin(parts), tuple(found for reading in readings for found in reading.diagnostics))


def _pieces(block: Block) -> Iterator[Block]:
    if isinstance(block, BulletList | OrderedList):
        yield from (replace(block, items=(item,)) for item in block.items)
    else:
        yield block


def _read_one(here: Here, table: Patterns) -> tuple[Reading, int]:
    if here.context.within == "option" and isinstance(here.block, Paragraph) and _is_meaning(here):
        return Reading((Prose(here.block, span=here.block.span),)), 1
    misses: list[NearMiss] = []
    kind = type(here.block)
    for pattern in table:
        if pattern.kinds and kind not in pattern.kinds:
            continue
        match pattern.read(here):
            case Found(entry, taken):
                return deepen(entry, table if pattern.body is None else pattern.body, here.context), taken
            case NearMiss() as miss:
                misses.append(miss)
            case None:
                pass
    reading = _leftover(here.block, table, here.context)
    told = tuple(Diagnostic("near-miss", Severity.INFO, miss.message, miss.span, miss.help) for miss in misses[:1])
    return Reading(reading.parts, reading.diagnostics + (told if isinstance(reading.parts[0], Prose) else ())), 1


def _is_meaning(here: Here) -> bool:
    """Whether a paragraph is what its option does, which is read already."""
    return here.at == 0 and is_said(plain_text(here.block), here.context)


def deepen(entry: Part, table: Patterns, context: Context) -> Reading:
    """Read what a reader left unread inside an entry."""
    match entry:
        case Command() | Option() | Definition() | Admonition():
            body = _read_body(entry.body, table, _inside(entry, context))
            return Reading((replace(entry, body=body.parts),), body.diagnostics)
        case Sequence(_, _, steps):
            bodies = [_read_body(step.body, table, replace(context, lead=step.name)) for step in steps]
            read = tuple(replace(step, body=body.parts) for step, body in zip(steps, bodies, strict=True))
            return Reading((replace(entry, steps=read),), tuple(d for body in bodies for d in body.diagnostics))
        case _:
            return Reading((entry,))


def _inside(entry: Command | Option | Definition | Admonition, context: Context) -> Context:
    match entry:
        case Command():
            said = plain_text(*entry.purpose)
            return replace(context, command=entry.name, within="command", lead="", said=said)
        case Option():
            said = plain_text(*entry.meaning)
            return replace(context, within="option", lead=said, said=said)
        case Definition():
            return replace(context, within="definition", lead=entry.term, said=plain_text(*entry.meaning))
        case Admonition():
            return replace(context, within="admonition", lead=plain_text(*entry.title), said="")


def _read_body(body: tuple[Part, ...], table: Patterns, context: Context) -> Reading:
    parts: list[Part] = []
    diagnostics: list[Diagnostic] = []
    for is_unread, run in groupby(body, key=lambda part: isinstance(part, Prose)):
        if is_unread:
            reading = read_all(tuple(part.block for part in run if isinstance(part, Prose)), table, context)
            parts += reading.parts
            diagnostics += reading.diagnostics
        else:
            parts += run
    return Reading(tuple(parts), tuple(diagnostics))


def _leftover(block: Block, table: Patterns, context: Context) -> Reading:
    if is_spacing(block):
        return Reading((Spacing(block, span=block.span),))
    inner = [read_all(blocks, table, _under(blocks, context)) for blocks in _insides(block)]
    readings = tuple(found for reading in inner for part in reading.parts for found in readings_of(part))
    told = tuple(found for reading in inner for found in reading.diagnostics)
    if readings:
        return Reading((Listing((), block, readings, span=block.span),), told)
    return Reading((Prose(block, span=block.span),), told)


def _under(blocks: Blocks, context: Context) -> Context:
    lead = plain_text(blocks[0]).strip() if blocks else ""
    return replace(context, lead=lead, within="item")


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
    joined: list[Part] = []
    for part in parts:
        together = _together(joined[-1], part) if joined else None
        if together is None:
            joined.append(part)
        else:
            joined[-1] = together
    return tuple(joined)


def _together(first: Part, second: Part) -> Part | None:
    match first, second:
        case (Prose() | Listing(), Prose() | Listing()):
            block = _one_list(first.block, second.block)
            if block is None or (isinstance(second, Listing) and second.intro):
                return None
            readings = tuple(found for part in (first, second) for found in readings_of(part))
            intro = first.intro if isinstance(first, Listing) else ()
            return Listing(intro, block, readings, span=block.span) if readings else Prose(block, span=block.span)
        case _:
            return None


def _one_list(first: Block, second: Block) -> Block | None:
    match first, second:
        case (BulletList() | OrderedList(), BulletList() | OrderedList()) if first.span == second.span and type(
            first
        ) is type(second):
            return replace(first, items=first.items + second.items)
        case _:
            return None
