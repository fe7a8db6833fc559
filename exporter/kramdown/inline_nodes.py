"""The inlines of the document tree: what stands within text. `nodes` is the door to them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TypeAlias

from exporter.kramdown.node import Node


@dataclass(frozen=True, slots=True)
class Text(Node):
    """Characters as written (source typography kept: `--rm` stays `--rm`), escapes and entities resolved."""

    text: str


@dataclass(frozen=True, slots=True)
class Emphasis(Node):
    """`*text*`"""

    inlines: tuple[Inline, ...]


@dataclass(frozen=True, slots=True)
class Strong(Node):
    """`**text**`"""

    inlines: tuple[Inline, ...]


@dataclass(frozen=True, slots=True)
class Strikethrough(Node):
    """`~~text~~`"""

    inlines: tuple[Inline, ...]


@dataclass(frozen=True, slots=True)
class CodeSpan(Node):
    """`` `code` ``"""

    code: str


@dataclass(frozen=True, slots=True)
class Link(Node):
    """`[text](href "title")`, reference links, and `<https://…>`."""

    inlines: tuple[Inline, ...]
    href: str
    title: str | None = None


@dataclass(frozen=True, slots=True)
class Image(Node):
    """`![alt](src "title")`; `src` as written, never percent-encoded."""

    alt: str
    src: str
    title: str | None = None


@dataclass(frozen=True, slots=True)
class SoftBreak(Node):
    """A line end inside a paragraph."""


@dataclass(frozen=True, slots=True)
class LineBreak(Node):
    """A forced line break: two spaces or a backslash before the line end, or `<br>`."""


@dataclass(frozen=True, slots=True)
class HtmlInline(Node):
    """An HTML element or comment inside text: the start tag (or comment) as written, and what it contains."""

    html: str
    inlines: tuple[Inline, ...] = ()
    end: str = ""


@dataclass(frozen=True, slots=True)
class MathInline(Node):
    """`$$tex$$` inside text."""

    tex: str


@dataclass(frozen=True, slots=True)
class FootnoteReference(Node):
    """`[^label]`"""

    label: str


@dataclass(frozen=True, slots=True)
class Abbreviation(Node):
    """A word that an `*[HTML]: …` line explains."""

    text: str
    title: str


@dataclass(frozen=True, slots=True)
class Opaque(Node):
    """Liquid that only Jekyll can run (`{{ site.x }}`, `{% include x %}`), as written."""

    text: str


Inline: TypeAlias = (
    Text
    | Emphasis
    | Strong
    | Strikethrough
    | CodeSpan
    | Link
    | Image
    | SoftBreak
    | LineBreak
    | HtmlInline
    | MathInline
    | FootnoteReference
    | Abbreviation
    | Opaque
)
Inlines: TypeAlias = tuple[Inline, ...]
