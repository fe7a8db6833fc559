"""The tree while it is read: what kramdown's parser sees, before it is printed or turned into nodes.

Goes in: nothing but what the rules put there. An `Element` is changed while reading goes on (a later line can give an
earlier block its attributes, or turn a paragraph into a term), which is why it is not a `Node`.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from types import MappingProxyType
from typing import Any, Literal, TypeAlias

from markdown_it.token import Token

from exporter.kramdown.located import Located, join

Kind: TypeAlias = Literal[
    "root", "blank", "eob", "p", "header", "blockquote", "codeblock", "hr", "ul", "ol", "li", "dl", "dt", "dd",
    "table", "thead", "tbody", "tfoot", "tr", "td", "html", "comment_html", "instruction", "comment", "raw", "math",
    "footnote_def", "liquid", "raw_text", "text", "em", "strong", "a", "img", "br", "codespan", "entity",
    "smart_quote", "typographic", "footnote", "abbreviation",
]  # fmt: skip

ContentModel: TypeAlias = Literal["raw", "span", "block"]
Category: TypeAlias = Literal["block", "span"]


@dataclass(slots=True, eq=False)
class AttributeList:
    """What was read between `{:` and `}`: attributes in order, and names of lists defined elsewhere."""

    attributes: dict[str, str] = field(default_factory=dict)
    references: list[str] = field(default_factory=list)
    start: int = 0
    end: int = 0


class Element(Token):
    """One element, as a markdown-it token: a tree through `children`.

    `type` is kramdown's name for it, `content` its text, if it is of that kind, `attrs` its HTML attributes. `start`
    and `end` are offsets into the file.
    """

    __slots__ = ("end", "ial", "start")

    type: Kind
    attrs: dict[str, str]  # type: ignore[assignment]
    children: list[Element]  # type: ignore[assignment]

    # The same for every element: kramdown's tree needs no more of a token.
    tag = markup = info = ""
    nesting = level = 0
    map = None
    meta: dict[Any, Any] = MappingProxyType({})  # type: ignore[assignment]
    block = hidden = False

    def __init__(self, kind: Kind, start: int, end: int, content: str = "") -> None:
        self.type = kind
        self.attrs = {}
        self.children = []
        self.content = content
        self.start = start
        self.end = end
        self.ial: AttributeList | None = None

    # Two tokens are the same only if they are one.
    __eq__ = object.__eq__
    __hash__ = object.__hash__

    def twin(self, children: list[Element]) -> Element:
        """The same element with other children."""
        other = object.__new__(type(self))
        other.type, other.content, other.attrs, other.children = self.type, self.content, {**self.attrs}, children
        for kind in type(self).__mro__[: type(self).__mro__.index(Token)]:
            for name in kind.__slots__:  # type: ignore[attr-defined]
                setattr(other, name, getattr(self, name))
        return other

    def __repr__(self) -> str:
        return f"<{self.type} {self.start}..{self.end} {self.content!r} {self.children!r}>"


class Raw(Element):
    """Text of a block that is still to be read for spans, in pieces, which say where it stands."""

    __slots__ = ("pieces",)

    def __init__(self, located: Located) -> None:
        super().__init__("raw_text", 0, 0)
        self.pieces = [located]

    def extend(self, part: Located) -> None:
        """Put `part` at the end."""
        self.pieces.append(part)

    @property
    def located(self) -> Located:
        """All pieces as one text."""
        return join(self.pieces)


class Words(Element):
    r"""Text among spans, made of ranges of a located text; a range may be replaced by what it stands for (`\\*`)."""

    __slots__ = ("located", "parts")

    def __init__(self, located: Located, start: int, end: int, text: str | None = None) -> None:
        value = located.text[start:end] if text is None else text
        super().__init__("text", 0, 0, value)
        self.located = located
        self.parts: list[tuple[int, int, str | None]] = [(start, end, text)]

    def extend(self, start: int, end: int, text: str | None = None) -> None:
        """Put a further range at the end."""
        self.content += self.located.text[start:end] if text is None else text
        self.parts.append((start, end, text))

    def place(self) -> tuple[int, int]:
        """Its range in the file."""
        return self.located.start(self.parts[0][0]), self.located.end(self.parts[-1][1])

    def cut(self, start: int, end: int) -> Words:
        """The characters of `content` from `start` to `end`."""
        found: Words | None = None
        at = 0
        for first, last, text in self.parts:
            length = last - first if text is None else len(text)
            here, there = max(start - at, 0), min(end - at, length)
            at += length
            if here >= there:
                continue
            part = (first + here, first + there, None) if text is None else (first, last, text[here:there])
            if found is None:
                found = Words(self.located, *part)
            else:
                found.extend(*part)
        return found or Words(self.located, self.parts[0][0], self.parts[0][0])


class Paragraph(Element):
    """`transparent` is a paragraph that prints no `<p>`: a tight item's text."""

    __slots__ = ("transparent",)

    def __init__(self, start: int, end: int) -> None:
        super().__init__("p", start, end)
        self.transparent = False


class Header(Element):
    """`label` is the text its id is made of, `auto_id` that id, None if the author gave one."""

    __slots__ = ("auto_id", "label", "level")

    def __init__(self, start: int, end: int, level: int) -> None:
        super().__init__("header", start, end)
        self.level = level
        self.label = ""
        self.auto_id: str | None = None


class Code(Element):
    """A code block; `indents` says how many blanks each line of a fence would lose were it dedented."""

    __slots__ = ("fence_indent", "fenced", "language")

    def __init__(self, start: int, end: int, code: str) -> None:
        super().__init__("codeblock", start, end, code)
        self.language = ""
        self.fenced = False
        self.fence_indent = 0


class Table(Element):
    """`alignments` has an entry for each column; None is the default."""

    __slots__ = ("alignments",)

    def __init__(self, start: int, end: int) -> None:
        super().__init__("table", start, end)
        self.alignments: list[str | None] = []


class Item(Element):
    """`li` or `dd`: its text is collected first and read when the list is complete."""

    __slots__ = ("checked", "texts")

    def __init__(self, kind: Kind, start: int, end: int) -> None:
        super().__init__(kind, start, end)
        self.texts: list[list[tuple[int, int, int]]] = []
        self.checked: bool | None = None


class FootnotePlace(Element):
    """Where a footnote is explained: prints nothing; `body` holds the blocks, `content` is the name."""

    __slots__ = ("body",)

    def __init__(self, start: int, end: int, name: str, body: Element) -> None:
        super().__init__("footnote_def", start, end, name)
        self.body = body


class Html(Element):
    """An HTML element; `content` is its name.

    `open_tag`, `close_tag` and `written` (the whole element, among blocks only) are what the author wrote.
    """

    __slots__ = ("category", "close_tag", "closed", "content_model", "open_end", "open_tag", "written")

    def __init__(self, start: int, end: int, name: str, category: Category) -> None:
        super().__init__("html", start, end, name)
        self.category: Category = category
        self.content_model: ContentModel = "raw"
        self.closed = False
        self.open_end = end
        self.open_tag = self.close_tag = self.written = ""


class Placed(Element):
    """An element that may stand among blocks or within text: comments, raw output, math, Liquid."""

    __slots__ = ("category", "formats")

    def __init__(self, kind: Kind, start: int, end: int, content: str, category: Category) -> None:
        super().__init__(kind, start, end, content)
        self.category: Category = category
        self.formats: list[str] = []
