"""The document tree: what is written in a study note, before anyone asks what it means.

Content fields are positional; `span` (not compared) and `attributes` are keyword-only and sit in `Node`, so that
`case Paragraph((Strong(_),))` matches content alone. `Block` and `Inline` are closed unions: consumers use `match` and
end in `assert_never`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field, fields
from functools import cache
from operator import attrgetter
from typing import Any, Final, TypeAlias, get_args

from exporter.diagnostics import Diagnostic
from exporter.kramdown.inline_nodes import Abbreviation as Abbreviation
from exporter.kramdown.inline_nodes import CodeSpan as CodeSpan
from exporter.kramdown.inline_nodes import Emphasis as Emphasis
from exporter.kramdown.inline_nodes import FootnoteReference as FootnoteReference
from exporter.kramdown.inline_nodes import HtmlInline as HtmlInline
from exporter.kramdown.inline_nodes import Image as Image
from exporter.kramdown.inline_nodes import Inline as Inline
from exporter.kramdown.inline_nodes import Inlines as Inlines
from exporter.kramdown.inline_nodes import LineBreak as LineBreak
from exporter.kramdown.inline_nodes import Link as Link
from exporter.kramdown.inline_nodes import MathInline as MathInline
from exporter.kramdown.inline_nodes import Opaque as Opaque
from exporter.kramdown.inline_nodes import SoftBreak as SoftBreak
from exporter.kramdown.inline_nodes import Strikethrough as Strikethrough
from exporter.kramdown.inline_nodes import Strong as Strong
from exporter.kramdown.inline_nodes import Text as Text
from exporter.kramdown.node import NO_ATTRIBUTES as NO_ATTRIBUTES
from exporter.kramdown.node import Attributes as Attributes
from exporter.kramdown.node import Node as Node
from exporter.source import SourceFile, Span


@dataclass(frozen=True, slots=True)
class Heading(Node):
    """`## text` or a setext heading; `attributes.id` is only what the author wrote, `auto_id` what kramdown makes."""

    level: int
    inlines: tuple[Inline, ...]
    auto_id: str | None = None


@dataclass(frozen=True, slots=True)
class Paragraph(Node):
    """Lines of text. `tight` is kramdown's transparent paragraph: a list item's text without `<p>`."""

    inlines: tuple[Inline, ...]
    tight: bool = False


@dataclass(frozen=True, slots=True)
class ListItem(Node):
    """One item; `checked` is None where there is no task box."""

    blocks: tuple[Block, ...]
    checked: bool | None = None


@dataclass(frozen=True, slots=True)
class BulletList(Node):
    """`- item`"""

    items: tuple[ListItem, ...]


@dataclass(frozen=True, slots=True)
class OrderedList(Node):
    """`1. item`"""

    items: tuple[ListItem, ...]


@dataclass(frozen=True, slots=True)
class DefinitionTerm(Node):
    """A line above `: description`."""

    inlines: tuple[Inline, ...]


@dataclass(frozen=True, slots=True)
class DefinitionDescription(Node):
    """`: description`"""

    blocks: tuple[Block, ...]


@dataclass(frozen=True, slots=True)
class DefinitionList(Node):
    """Terms and descriptions in the order they stand in."""

    children: tuple[DefinitionTerm | DefinitionDescription, ...]


@dataclass(frozen=True, slots=True)
class CodeBlock(Node):
    """A fence or an indented block. `code` is what kramdown prints, `dedented` what people mean by it.

    `indent` is how many blanks stand before the fence, beyond those of the item it is in.
    """

    code: str
    language: str | None = None
    fenced: bool = True
    indent: int = field(default=0, compare=False)

    @property
    def dedented(self) -> str:
        """The code with at most `indent` blanks taken off every line."""
        if not self.indent:
            return self.code
        lines = self.code.split("\n")
        return "\n".join(line[min(self.indent, len(line) - len(line.lstrip(" "))) :] for line in lines)


@dataclass(frozen=True, slots=True)
class BlockQuote(Node):
    """`> text`"""

    blocks: tuple[Block, ...]


@dataclass(frozen=True, slots=True)
class TableCell(Node):
    """One cell."""

    inlines: tuple[Inline, ...]


@dataclass(frozen=True, slots=True)
class TableRow(Node):
    """One line of a table."""

    cells: tuple[TableCell, ...]


@dataclass(frozen=True, slots=True)
class Table(Node):
    """A table; kramdown allows none or several head rows, several bodies and a foot.

    `alignments` holds "left", "center", "right" or None for each column.
    """

    head: tuple[TableRow, ...]
    bodies: tuple[tuple[TableRow, ...], ...]
    foot: tuple[TableRow, ...] = ()
    alignments: tuple[str | None, ...] = ()


@dataclass(frozen=True, slots=True)
class ThematicBreak(Node):
    """`---`"""


@dataclass(frozen=True, slots=True)
class HtmlBlock(Node):
    """An HTML element on its own lines. `html` is the whole element as written.

    `blocks` is its content where that is read as kramdown (`markdown="1"`, and `<details>` in notes mode); then
    `open_tag` and `close_tag` stand around it.
    """

    html: str
    blocks: tuple[Block, ...] = ()
    open_tag: str = ""
    close_tag: str = ""


@dataclass(frozen=True, slots=True)
class Comment(Node):
    """`<!-- … -->` or `{::comment}`: kept, shown nowhere."""

    text: str


@dataclass(frozen=True, slots=True)
class MathBlock(Node):
    """`$$tex$$` on lines of its own."""

    tex: str


@dataclass(frozen=True, slots=True)
class FootnoteDefinition(Node):
    """`[^label]: text`"""

    label: str
    blocks: tuple[Block, ...]


@dataclass(frozen=True, slots=True)
class OpaqueBlock(Node):
    """A line of Liquid that only Jekyll can run, as written."""

    text: str


Block: TypeAlias = (
    Heading
    | Paragraph
    | BulletList
    | OrderedList
    | DefinitionList
    | CodeBlock
    | BlockQuote
    | Table
    | ThematicBreak
    | HtmlBlock
    | Comment
    | MathBlock
    | FootnoteDefinition
    | OpaqueBlock
)

Blocks: TypeAlias = tuple[Block, ...]


@dataclass(frozen=True, slots=True)
class FrontMatter:
    """The YAML head. `values` holds what YAML read (plain Python values); `span` covers both `---` lines."""

    values: tuple[tuple[str, Any], ...]
    span: Span = field(compare=False)

    def get(self, key: str) -> Any:
        """The value under `key`, or None."""
        return next((value for name, value in self.values if name == key), None)


@dataclass(frozen=True, slots=True)
class Document:
    """One study note, read."""

    source: SourceFile = field(compare=False)
    front_matter: FrontMatter | None
    blocks: Blocks
    diagnostics: tuple[Diagnostic, ...] = ()


def children(node: Node) -> Sequence[Node]:
    """The nodes directly inside `node`, in order: those in its tuples.

    A node of the document tree holds nodes in no other way. What was read (`study`) points to the one block it was read
    from as well; that block is its source, not inside of it.
    """
    kind: Any = type(node)
    names = _fields_with_nodes(kind)
    if len(names) == 1:
        return _nodes(getattr(node, names[0]))
    return [inner for name in names for inner in _nodes(getattr(node, name))]


@cache
def _fields_with_nodes(kind: type[Any]) -> tuple[str, ...]:
    """The fields of a kind of node that can hold nodes: those annotated as tuples."""
    tuples = ("tuple", "Blocks", "Inlines")
    return tuple(one.name for one in fields(kind) if any(name in str(one.type) for name in tuples))


def _nodes(values: Any) -> Sequence[Node]:
    """The nodes of a field: of a tuple, or of tuples in one. A tuple that begins with a node holds nothing else."""
    if not values or values.__class__ is not tuple:
        return ()
    if isinstance(values[0], Node):
        nodes: tuple[Node, ...] = values
        return nodes
    return [node for value in values for node in _nodes(value)]


def walk(node: Node) -> Iterator[Node]:
    """`node` and everything under it, in document order, without recursion."""
    stack = [node]
    while stack:
        current = stack.pop()
        yield current
        if current.__class__ is not Text:
            stack += reversed(children(current))


def plain_text(*nodes: Node) -> str:
    """The characters a reader sees in `nodes`, in order, with no separators between blocks.

    This is the text that conservation (invariant 3) counts. A soft break is one newline, a line break too.
    """
    if len(nodes) == 1 and isinstance(nodes[0], Text):
        return nodes[0].text
    found: list[str] = []
    stack = [*reversed(nodes)]
    while stack:
        node = stack.pop()
        if isinstance(node, Text):
            found.append(node.text)
            continue
        if isinstance(node, _ONLY_INLINES):
            stack += reversed(node.inlines)
            continue
        own = _OWN_TEXT.get(type(node))
        if own:
            found.append(own(node))
        if own is None or own is _html_alone:
            stack += reversed(children(node))
    return "".join(found)


def spaced_text(*blocks: Node) -> str:
    """What `blocks` say in one line, with a blank between one block, item or cell and the next."""
    return " ".join(word for block in blocks for leaf in _leaves(block) for word in plain_text(leaf).split())


def _leaves(node: Node) -> Iterator[Node]:
    """The innermost blocks and cells: those that hold nothing but inlines."""
    inner = [child for child in children(node) if not isinstance(child, _INLINES)]
    for child in inner:
        yield from _leaves(child)
    if not inner:
        yield node


def _html_alone(node: HtmlInline | HtmlBlock) -> str:
    """The markup of an element that is shown as it is written, because nothing in it was read."""
    inside: tuple[Node, ...] = node.inlines if isinstance(node, HtmlInline) else node.blocks
    return "" if inside else node.html


_INLINES: Final = get_args(Inline)
_ONLY_INLINES: Final = (Paragraph, Heading, Strong, Emphasis, Link)
"""The usual kinds that show nothing but their inlines."""
_OWN_TEXT: Final[dict[type[Any], Callable[[Any], str]]] = {
    **dict.fromkeys((Text, Abbreviation, Opaque, OpaqueBlock), attrgetter("text")),
    **dict.fromkeys((CodeSpan, CodeBlock), attrgetter("code")),
    **dict.fromkeys((MathInline, MathBlock), attrgetter("tex")),
    **dict.fromkeys((SoftBreak, LineBreak), lambda _: "\n"),
    **dict.fromkeys((HtmlInline, HtmlBlock), _html_alone),
    Image: attrgetter("alt"),
    FootnoteReference: lambda node: f"[^{node.label}]",
}
"""What a node shows by itself, by its kind; kinds that are not here show what is in them."""
