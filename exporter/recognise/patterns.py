"""The tables: which patterns are tried, in which order. Order is precedence.

`HEADINGS` are tried on a heading with its section, `BLOCKS` on everything else; what is in `AROUND` takes several
headings. A new way of writing is a reader in the module of its kind, and a row here.
"""

from __future__ import annotations

from typing import Final

from exporter.kramdown.nodes import (
    Block,
    BlockQuote,
    BulletList,
    CodeBlock,
    DefinitionList,
    Heading,
    HtmlBlock,
    OrderedList,
    Paragraph,
    Table,
)
from exporter.recognise import author, callouts, joined_tables, references, sentences, statements, tables
from exporter.recognise.commands import examples, headings, pairs, pasted_code, quoted_code, synopses
from exporter.recognise.commands import items as command_items
from exporter.recognise.commands import lines as command_lines
from exporter.recognise.definitions import boxes, marked_up, terms
from exporter.recognise.definitions import sentences as definition_sentences
from exporter.recognise.options import code as option_code
from exporter.recognise.options import items as option_items
from exporter.recognise.options import tables as option_tables
from exporter.recognise.pattern import Pattern, Patterns, Reader
from exporter.recognise.samples import SAMPLES
from exporter.recognise.steps import lines as step_lines
from exporter.recognise.steps import lists as step_lists

ITEM: Final = (BulletList, OrderedList)
"""A list as readers see it: one item of it."""
TITLE: Final = (Paragraph, BlockQuote)
"""What can stand as a title over what follows it."""


def _pattern(name: str, read: Reader, *kinds: type[Block]) -> Pattern:
    return Pattern(name, SAMPLES[name], read, kinds=frozenset(kinds))


HEADINGS: Final[Patterns] = (
    _pattern("reference-section", references.read_reference_section, Heading),
    _pattern("option-heading", option_items.read_option_heading, Heading),
    _pattern("command-heading", headings.read_command_heading, Heading),
)

BLOCKS: Final[Patterns] = (
    _pattern("no-card", author.read_no_card),
    _pattern("asked", author.read_asked, *ITEM, Paragraph),
    _pattern("said", author.read_said, *ITEM, Paragraph),
    _pattern("said-example", author.read_said_example, CodeBlock),
    _pattern("reference-list", references.read_reference_list, Paragraph),
    _pattern("reference-line", references.read_reference_line, *ITEM, *TITLE),
    _pattern("numbered-lines", step_lines.read_numbered_lines, *TITLE),
    _pattern("command-paragraph", examples.read_command_paragraph, Paragraph),
    _pattern("ordered-steps", step_lists.read_ordered_steps, OrderedList),
    _pattern("quoted-command", headings.read_quoted_command, BlockQuote),
    _pattern("command-label", headings.read_command_label, *TITLE),
    _pattern("synopsis", synopses.read_synopsis_paragraph, Paragraph),
    _pattern("synopsis-block", synopses.read_synopsis_block, CodeBlock),
    _pattern("notice", callouts.read_notice, *TITLE, HtmlBlock),
    _pattern("quoted-notice", callouts.read_quoted_notice, BlockQuote),
    _pattern("notice-line", callouts.read_notice_line, Paragraph),
    _pattern("option-item", option_items.read_option_item, *ITEM),
    _pattern("option-line", option_items.read_option_paragraph, Paragraph),
    _pattern("option-lines", option_items.read_option_lines, Paragraph),
    _pattern("command-table", tables.read_command_table, Table),
    _pattern("option-table", option_tables.read_option_table, Table),
    _pattern("option-code", option_code.read_option_code, CodeBlock),
    _pattern("option-list", option_tables.read_option_definitions, DefinitionList),
    _pattern("command-choice", pairs.read_command_choice, *ITEM, Paragraph),
    _pattern("command-item", command_items.read_command_item, *ITEM),
    _pattern("joined-table", joined_tables.read_joined_table, Paragraph),
    _pattern("command-line", command_items.read_command_line, Paragraph),
    _pattern("command-lines", command_lines.read_command_lines, Paragraph),
    _pattern("barred-line", tables.read_barred_line, Table, BulletList),
    _pattern("example-item", examples.read_example_item, *ITEM),
    _pattern("example", examples.read_example, CodeBlock),
    _pattern("pasted-code", pasted_code.read_pasted_code, HtmlBlock),
    _pattern("quoted-code", quoted_code.read_quoted_code, BlockQuote),
    _pattern("command-list", headings.read_command_list, DefinitionList),
    _pattern("definition-list", terms.read_definition_list, DefinitionList),
    _pattern("term-table", tables.read_term_table, Table),
    _pattern("term-item", terms.read_term_item, *ITEM),
    _pattern("term-over-line", terms.read_stacked_lines, Paragraph),
    _pattern("term-line", terms.read_term_lines, Paragraph),
    _pattern("term-title", terms.read_term_title, *ITEM, *TITLE, HtmlBlock, CodeBlock),
    _pattern("titled-item", definition_sentences.read_titled_item, *ITEM, BlockQuote),
    _pattern("marked-up-text", marked_up.read_marked_up, HtmlBlock),
    _pattern("boxed-text", boxes.read_boxed_text, CodeBlock),
    _pattern("remarks", boxes.read_remarks, CodeBlock),
    _pattern("sentences", sentences.read_sentences, Paragraph),
    _pattern("statement", statements.read_statement, Paragraph),
)

AROUND: Final = ("run-on-heading", "step-headings")
"""Ways of writing that several headings show together: read before the tables are tried (`run_on`), and after all
under the headings is read (`steps.headings`)."""
