"""From the tree as it was read to the nodes the rest works with.

Goes in: the element tree of a reading in notes mode. Comes out: blocks and inlines with their places in the file. What
only printing needs (blank lines, markers, typographic marks) ends here; typography is written back as it stood.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Final

from exporter.kramdown import nodes
from exporter.kramdown.element import Code, Element, FootnotePlace, Header, Html, Item, Paragraph, Table
from exporter.kramdown.lower_spans import attributes_of, is_span, lower_spans
from exporter.kramdown.nodes import Attributes, Block, Blocks
from exporter.kramdown.reading import Reading
from exporter.source import Span


def lower_blocks(elements: list[Element], reading: Reading) -> Blocks:
    """The blocks of a container, in order; text that stands in it bare becomes a paragraph."""
    blocks: list[Block] = []
    bare: list[Element] = []
    for element in elements:
        if is_span(element):
            bare.append(element)
            continue
        if bare:
            blocks.extend(_bare(bare, reading))
            bare = []
        if element.type != "blank":
            blocks.append(_LOWER[element.type](element, reading))
    if bare:
        blocks.extend(_bare(bare, reading))
    return tuple(blocks)


def _bare(elements: list[Element], reading: Reading) -> Blocks:
    inlines = lower_spans(elements, reading)
    if not inlines:
        return ()
    return (nodes.Paragraph(inlines, tight=True, span=Span(inlines[0].span.start, inlines[-1].span.end)),)


def _place(element: Element, inside: tuple[nodes.Node, ...] = ()) -> Span:
    """The element's range, and never less than that of what is in it."""
    if not inside:
        return Span(element.start, element.end)
    return Span(min(element.start, inside[0].span.start), max(element.end, inside[-1].span.end))


def _paragraph(element: Element, reading: Reading) -> Block:
    inlines = lower_spans(element.children, reading)
    if reading.hidden.tags and all(map(_is_liquid, element.children)):
        return _only_liquid(element, inlines)
    tight = isinstance(element, Paragraph) and element.transparent
    span = _place(element, inlines)
    return nodes.Paragraph(inlines, tight, span=span, attributes=attributes_of(element, reading))


def _is_liquid(element: Element) -> bool:
    return element.type == "liquid" or (element.type == "text" and not element.content.strip())


def _only_liquid(element: Element, inlines: nodes.Inlines) -> Block:
    """A paragraph of nothing but Liquid: a comment, or opaque."""
    if not inlines:
        return nodes.Comment("\n".join(child.content for child in element.children), span=_place(element))
    return nodes.OpaqueBlock(nodes.plain_text(*inlines), span=_place(element, inlines))


def _heading(element: Element, reading: Reading) -> Block:
    assert isinstance(element, Header)
    inlines = lower_spans(element.children, reading)
    attributes = attributes_of(element, reading)
    return nodes.Heading(element.level, inlines, element.auto_id, span=_place(element, inlines), attributes=attributes)


def _code(element: Element, reading: Reading) -> Block:
    assert isinstance(element, Code)
    attributes = attributes_of(element, reading)
    language = element.language or None
    if language is None:
        named = [word for word in attributes.classes if word.startswith("language-")]
        language = named[0].removeprefix("language-") if named else None
    classes = tuple(word for word in attributes.classes if not word.startswith("language-"))
    return nodes.CodeBlock(
        reading.hidden.show(element.content),
        language,
        element.fenced,
        element.fence_indent,
        span=_place(element),
        attributes=Attributes(attributes.id, classes, attributes.pairs, attributes.references),
    )


def _quote(element: Element, reading: Reading) -> Block:
    blocks = lower_blocks(element.children, reading)
    return nodes.BlockQuote(blocks, span=_place(element, blocks), attributes=attributes_of(element, reading))


def _rule(element: Element, reading: Reading) -> Block:
    return nodes.ThematicBreak(span=_place(element), attributes=attributes_of(element, reading))


def _list(element: Element, reading: Reading) -> Block:
    items = tuple(_item(child, reading) for child in element.children)
    made = nodes.BulletList if element.type == "ul" else nodes.OrderedList
    return made(items, span=_place(element, items), attributes=attributes_of(element, reading, "task-list"))


def _item(element: Element, reading: Reading) -> nodes.ListItem:
    blocks = lower_blocks(element.children, reading)
    checked = element.checked if isinstance(element, Item) else None
    attributes = attributes_of(element, reading, "task-list-item")
    return nodes.ListItem(blocks, checked, span=_place(element, blocks), attributes=attributes)


def _definitions(element: Element, reading: Reading) -> Block:
    children = tuple(_definition_part(child, reading) for child in element.children)
    return nodes.DefinitionList(children, span=_place(element, children), attributes=attributes_of(element, reading))


def _definition_part(element: Element, reading: Reading) -> nodes.DefinitionTerm | nodes.DefinitionDescription:
    attributes = attributes_of(element, reading)
    if element.type == "dt":
        inlines = lower_spans(element.children, reading)
        return nodes.DefinitionTerm(inlines, span=_place(element, inlines), attributes=attributes)
    blocks = lower_blocks(element.children, reading)
    return nodes.DefinitionDescription(blocks, span=_place(element, blocks), attributes=attributes)


def _table(element: Element, reading: Reading) -> Block:
    assert isinstance(element, Table)
    parts = [(part.type, tuple(_row(row, reading) for row in part.children)) for part in element.children]
    return nodes.Table(
        tuple(row for kind, rows in parts for row in rows if kind == "thead"),
        tuple(rows for kind, rows in parts if kind == "tbody"),
        tuple(row for kind, rows in parts for row in rows if kind == "tfoot"),
        tuple(element.alignments),
        span=_place(element),
        attributes=attributes_of(element, reading),
    )


def _row(element: Element, reading: Reading) -> nodes.TableRow:
    cells = tuple(_cell(child, reading) for child in element.children)
    return nodes.TableRow(cells, span=_place(element, cells))


def _cell(element: Element, reading: Reading) -> nodes.TableCell:
    inlines = lower_spans(element.children, reading)
    return nodes.TableCell(inlines, span=_place(element, inlines))


def _html(element: Element, reading: Reading) -> Block:
    assert isinstance(element, Html)
    blocks: Blocks = ()
    if element.content_model != "raw":
        blocks = lower_blocks(element.children, reading)
    show = reading.hidden.show
    return nodes.HtmlBlock(
        show(element.written), blocks, show(element.open_tag), element.close_tag, span=_place(element, blocks)
    )


def _comment(element: Element, reading: Reading) -> Block:
    return nodes.Comment(reading.hidden.show(element.content), span=_place(element))


def _raw(element: Element, reading: Reading) -> Block:
    return nodes.HtmlBlock(reading.hidden.show(element.content), span=_place(element))


def _math(element: Element, reading: Reading) -> Block:
    return nodes.MathBlock(
        reading.hidden.show(element.content), span=_place(element), attributes=attributes_of(element, reading)
    )


def _footnote(element: Element, reading: Reading) -> Block:
    assert isinstance(element, FootnotePlace)
    blocks = lower_blocks(element.body.children, reading)
    attributes = attributes_of(element, reading)
    return nodes.FootnoteDefinition(element.content, blocks, span=_place(element, blocks), attributes=attributes)


_LOWER: Final[Mapping[str, Callable[[Element, Reading], Block]]] = {
    "p": _paragraph,
    "header": _heading,
    "codeblock": _code,
    "blockquote": _quote,
    "hr": _rule,
    "ul": _list,
    "ol": _list,
    "dl": _definitions,
    "table": _table,
    "html": _html,
    "comment_html": _comment,
    "comment": _comment,
    "raw": _raw,
    "math": _math,
    "footnote_def": _footnote,
}
