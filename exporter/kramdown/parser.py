"""The grammar, as tables, and the engine that follows it.

Goes in: a text, where its body begins, and the options. Comes out: what the reading found. The order of a table is the
grammar's precedence, and kramdown's own; the names are kramdown's names.
"""

from __future__ import annotations

import re
from typing import Final

from exporter.kramdown import core
from exporter.kramdown.engine import Grammar, Kramdown
from exporter.kramdown.liquid import HIDDEN
from exporter.kramdown.options import Options
from exporter.kramdown.patterns import HIDDEN_CODE
from exporter.kramdown.reading import Reading
from exporter.kramdown.rules import (
    abbreviation,
    autolink,
    bare_line,
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
    horizontal_rule,
    html_block,
    html_entity,
    html_span,
    line_break,
    link,
    liquid,
    list,  # noqa: A004 - the construct's own name
    maths,
    paragraph,
    smart_quotes,
    span_extension,
    strikethrough,
    table,
    typographic_symbol,
)
from exporter.kramdown.rules.text import any_character, end_of_span, text_up_to

CORE_RULES: Final = (
    ("normalize", core.normalize),
    ("liquid", core.liquid),
    ("block", core.block),
    ("inline", core.inline),
    ("abbreviations", core.abbreviations),
    ("line_breaks", core.line_breaks),
    ("header_ids", core.header_ids),
)

BLOCK_RULES: Final = (
    ("blank_line", blank_line.read),
    ("codeblock", codeblock.read_indented),
    ("codeblock_fenced", codeblock.read_fenced),
    ("blockquote", blockquote.read),
    ("atx_header", header.read_atx),
    ("horizontal_rule", horizontal_rule.read),
    ("list", list.read),
    ("definition_list", definition_list.read),
    ("block_html", html_block.read),
    ("liquid_code", liquid.read_code),
    ("setext_header", header.read_setext),
    ("block_math", maths.read_block),
    ("table", table.read),
    ("footnote_definition", footnote.read_definition),
    ("link_definition", link.read_definition),
    ("abbrev_definition", abbreviation.read),
    ("block_extensions", extension.read),
    ("eob_marker", eob.read),
    ("paragraph", paragraph.read),
    ("bare_line", bare_line.read),
)

SPAN_STARTS: Final = rf"[*_`<\[\]$&\\\"'{HIDDEN}{HIDDEN_CODE}]|!\[|\{{:|--|\.\.\.| ?>>|  (?=\n)|~~"
"""Where a span may begin or end: what the rules below begin with, as narrow as one look allows."""

SPAN_RULES: Final = (
    ("text", text_up_to(SPAN_STARTS)),
    ("end_of_span", end_of_span),
    ("emphasis", emphasis.read),
    ("codespan", codespan.read),
    ("autolink", autolink.read),
    ("span_html", html_span.read),
    ("footnote_marker", footnote.read_marker),
    ("link", link.read),
    ("smart_quotes", smart_quotes.read),
    ("inline_math", maths.read_span),
    ("span_extensions", span_extension.read),
    ("html_entity", html_entity.read),
    ("typographic_syms", typographic_symbol.read),
    ("line_break", line_break.read),
    ("escaped_chars", escaped_chars.read),
    ("strikethrough", strikethrough.read),
    ("liquid", liquid.read_tag),
    ("any_character", any_character),
)

RAW_HTML_RULES: Final = (
    ("text", text_up_to(f"[<{HIDDEN}{HIDDEN_CODE}]")),
    ("end_of_span", end_of_span),
    ("span_html", html_span.read),
    ("liquid", liquid.read_tag),
    ("any_character", any_character),
)

CELL_RULES: Final = (
    ("text", text_up_to("[`<]")),
    ("codespan", codespan.read),
    ("span_html", html_span.read),
    ("any_character", any_character),
)

KRAMDOWN: Final = Kramdown(
    Grammar(re.compile(SPAN_STARTS), CORE_RULES, BLOCK_RULES, SPAN_RULES, RAW_HTML_RULES, CELL_RULES)
)


def read_text(text: str, options: Options, offset: int = 0) -> Reading:
    """The whole reading of `text` from `offset` on."""
    reading = Reading(options, offset)
    KRAMDOWN.parse(text, {"reading": reading})
    return reading
