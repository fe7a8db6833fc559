"""What readers take and give: a way of writing is a `Pattern`, whose reader looks at a place and finds an entry or not.

`Here` is a place among sibling blocks, `Context` all that a reader knows of what lies outside of these, `Found` its
yes, `NearMiss` its almost. How the patterns of a table are tried stands in `driver`.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace
from typing import TypeAlias

from exporter.kramdown.nodes import (
    NO_ATTRIBUTES,
    Attributes,
    Block,
    Blocks,
    BulletList,
    CodeBlock,
    Comment,
    ListItem,
    OrderedList,
    Paragraph,
    Text,
    ThematicBreak,
    plain_text,
)
from exporter.recognise.desk import Desk
from exporter.recognise.text.vocabulary import Vocabulary
from exporter.source import SourceFile, Span
from exporter.study import (
    Language,
    Part,
    Prose,
)


@dataclass(frozen=True, slots=True)
class Context:
    """What a reader may know beside the siblings: all of it frozen, all of it given from outside.

    `trail` are the headings above, outermost first; `command` the command the text stands under, `command_depth` how
    many headings there were when it was named; `programs` the programs the note itself shows to be such; `documented`
    the commands that have a title of their own; `lead` the text that the surrounding item begins with; `within` the
    kind of entry the text stands in, and `said` the words that entry has already taken for its purpose or meaning;
    `below` are the blocks of the section that follows a heading, one level down; `sisters` is the share of the
    sections beside this one that tell what their headings are. `outer` is the place one
    level up, of the item or above the section. `desk` keeps what readers have worked out in this note.
    """

    vocabulary: Vocabulary
    language: Language
    source: SourceFile
    title: str = ""
    trail: tuple[str, ...] = ()
    command: str | None = None
    command_depth: int = 0
    programs: frozenset[str] = frozenset()
    documented: frozenset[str] = frozenset()
    lead: str = ""
    within: str = ""
    said: str = ""
    below: Blocks = ()
    sisters: float = 0.0
    outer: Here | None = field(default=None, compare=False, repr=False)
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
    def span(self) -> Span:
        """The place in the file; an item's own, where the pieces of a list carry the span of the whole."""
        return self.block.items[0].span if isinstance(self.block, BulletList | OrderedList) else self.block.span

    @property
    def desk(self) -> Desk:
        """What is already worked out in this note."""
        return self.context.desk

    @property
    def text(self) -> str:
        """The text of the block at this place."""
        return self.context.desk.once(plain_text, self.blocks[self.at])

    def seen_as(self, block: Block) -> Here:
        """The same place with `block` standing there: what the author meant where kramdown takes it otherwise."""
        return replace(self, blocks=(*self.blocks[: self.at], block, *self.blocks[self.at + 1 :]))

    def near(self, distance: int) -> Block | None:
        """The sibling `distance` blocks on (negative: back), or None; blocks without content do not count."""
        step, at = (1 if distance > 0 else -1), self.at
        for _ in range(abs(distance)):
            at += step
            while 0 <= at < len(self.blocks) and self.desk.once(is_spacing, self.blocks[at]):
                at += step
        return self.blocks[at] if 0 <= at < len(self.blocks) else None

    def pieces(self) -> Blocks:
        """All pieces of the list that this place is in, one an item; of anything else, the block itself."""
        return self.desk.once(_by_span, self.blocks)[self.block.span][1]

    def list_start(self) -> int:
        """Where the list that this place is in begins among the siblings."""
        return self.desk.once(_by_span, self.blocks)[self.block.span][0]

    def items(self) -> tuple[ListItem, ...]:
        """The items of the list that begins here, joined again from the pieces the driver makes."""
        found: list[ListItem] = []
        for block in self.blocks[self.at :]:
            if not isinstance(block, BulletList | OrderedList) or block.span != self.block.span:
                break
            found.extend(block.items)
        return tuple(found)


def _by_span(blocks: Blocks) -> dict[Span, tuple[int, Blocks]]:
    """Siblings by their span, which the pieces of a list share: where the first stands, and all of them."""
    pieces: dict[Span, list[Block]] = defaultdict(list)
    starts: dict[Span, int] = {}
    for at, block in enumerate(blocks):
        starts.setdefault(block.span, at)
        pieces[block.span].append(block)
    return {span: (start, tuple(pieces[span])) for span, start in starts.items()}


@dataclass(frozen=True, slots=True)
class Found:
    """A reader's yes: the entry, and how many siblings it takes (its written fields hold them, unread, as `Prose`).

    `inside` are blocks of a `Listing` that the reader has not looked at, for the driver to read.
    """

    entry: Part
    taken: int = 1
    inside: Blocks = ()


@dataclass(frozen=True, slots=True)
class NearMiss:
    """A reader's "almost": told to the author if nobody else reads the block either."""

    message: str
    span: Span
    help: str


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


def unread(blocks: Blocks) -> tuple[Prose, ...]:
    """Blocks as the body of an entry, for the driver to read."""
    return tuple(Prose(block, span=block.span) for block in blocks)


def under_own_title(context: Context) -> bool:
    """Whether the heading right above is that of the command the text stands under, not one below it."""
    return context.command is not None and len(context.trail) <= context.command_depth


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


def _pieces(block: Block) -> Iterator[Block]:
    if isinstance(block, BulletList | OrderedList):
        yield from (replace(block, items=(item,)) for item in block.items)
    else:
        yield block
