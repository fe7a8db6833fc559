"""The grammar, as two tables, and the passes that make a tree of a text.

Goes in: a located text and the options. Comes out: the element tree, all spans read and all attribute lists given, and
what the reading found besides. The order of a table is the grammar's precedence, and kramdown's own.
"""

from __future__ import annotations

import builtins
from typing import Final, TypeAlias

from exporter.kramdown.blocks import BlockConstruct, Blocks, block_table, read_blocks
from exporter.kramdown.element import Element, Header, Raw
from exporter.kramdown.located import Located
from exporter.kramdown.options import Options
from exporter.kramdown.reading import Reading
from exporter.kramdown.rules import (
    abbreviation,
    autolink,
    blank_line,
    blockquote,
    codeblock,
    codespan,
    definition_list,
    emphasis,
    eob,
    escaped_chars,
    extension,
    footnote,
    header,
    header_id,
    horizontal_rule,
    html_block,
    html_entity,
    html_span,
    line_break,
    link,
    list,  # noqa: A004 - the construct's own name
    maths,
    paragraph,
    smart_quotes,
    span_extension,
    strikethrough,
    table,
    typographic_symbol,
)
from exporter.kramdown.rules.attribute_list import apply
from exporter.kramdown.spans import SpanConstruct, Spans, read_spans, span_table

BLOCK_RULES: Final = (
    BlockConstruct("blank_line", " \t\n\r\f\v", blank_line.read),
    BlockConstruct("codeblock", " \t", codeblock.read_indented),
    BlockConstruct("codeblock_fenced", "`~", codeblock.read_fenced),
    BlockConstruct("blockquote", ">", blockquote.read),
    BlockConstruct("atx_header", "#", header.read_atx),
    BlockConstruct("horizontal_rule", "*-_", horizontal_rule.read),
    BlockConstruct("list", "*-+0123456789", list.read),
    BlockConstruct("definition_list", ":", definition_list.read),
    BlockConstruct("block_html", "<", html_block.read),
    BlockConstruct("setext_header", "", header.read_setext),
    BlockConstruct("block_math", "$\\", maths.read_block),
    BlockConstruct("table", "", table.read),
    BlockConstruct("footnote_definition", "[", footnote.read_definition),
    BlockConstruct("link_definition", "[", link.read_definition),
    BlockConstruct("abbrev_definition", "*", abbreviation.read),
    BlockConstruct("block_extensions", "{", extension.read),
    BlockConstruct("eob_marker", "^", eob.read),
    BlockConstruct("paragraph", "", paragraph.read),
)

SPAN_RULES: Final = (
    SpanConstruct("emphasis", "*_", emphasis.read),
    SpanConstruct("codespan", "`", codespan.read),
    SpanConstruct("autolink", "<", autolink.read),
    SpanConstruct("span_html", "<", html_span.read),
    SpanConstruct("footnote_marker", "[", footnote.read_marker),
    SpanConstruct("link", "![", link.read),
    SpanConstruct("smart_quotes", "", smart_quotes.read),
    SpanConstruct("inline_math", "$", maths.read_span),
    SpanConstruct("span_extensions", "{", span_extension.read),
    SpanConstruct("html_entity", "&", html_entity.read),
    SpanConstruct("typographic_syms", "-.<> \\", typographic_symbol.read),
    SpanConstruct("line_break", " \\", line_break.read),
    SpanConstruct("escaped_chars", "\\", escaped_chars.read),
    SpanConstruct("strikethrough", "~", strikethrough.read),
)

HALT: Final = r"[*_`<\[$&\\\"']|!\[|\{:|--|\.\.\.| ?>>|  (?=\n)|~~"
"""Where a span may begin: what the rules above begin with, as narrow as one look allows."""

Children: TypeAlias = "builtins.list[Element]"

_blocks: Final = block_table(BLOCK_RULES)
_spans: Final = span_table(SPAN_RULES, HALT)


def parse_tree(located: Located, options: Options) -> tuple[Element, Reading]:
    """The whole reading of one text."""
    reading = Reading(options)
    root = Element("root", located.start(0), located.end(len(located.text)))
    read_blocks(Blocks(reading, _blocks, located, root, 0))
    for top in _all_trees(root, reading):
        _complete(reading, top)
    for top in _all_trees(root, reading):
        abbreviation.replace(reading, top)
    line_break.split_hard_breaks(root)
    header_id.give(root, reading.options)
    return root, reading


def _all_trees(root: Element, reading: Reading) -> tuple[Element, ...]:
    return (root, *reading.footnote_contents)


def _complete(reading: Reading, element: Element) -> None:
    """Read the text of blocks for spans, give attribute lists to their owners, drop markers that print nothing."""
    children: Children = []
    for child in element.children:
        if isinstance(child, Raw):
            read_spans(Spans(reading, _spans, child.located, child))
            children.extend(child.children)
            continue
        if child.kind in ("eob", "footnote_def"):
            if child.ial is not None:
                apply(reading, child, child.ial)
            if child.kind == "footnote_def" and reading.options.footnotes_in_place:
                children.append(child)
            continue
        if child.kind == "blank":
            if children and children[-1].kind == "blank":
                children[-1].value += child.value
                continue
        else:
            _complete(reading, child)
            if child.ial is not None:
                apply(reading, child, child.ial)
            if isinstance(child, Header):
                child.label = header_id.label(child)
        children.append(child)
    element.children = children
