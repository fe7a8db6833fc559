"""The tables: which patterns are tried, in which order. Order is precedence.

`HEADINGS` are tried on a heading with its section, `BLOCKS` on everything else. A new way of writing is a reader in
the module of its kind, and a row here.
"""

from __future__ import annotations

from typing import Final

from exporter.recognise import (
    author,
    boxes,
    callouts,
    command_items,
    commands,
    definitions,
    examples,
    options,
    references,
    sentences,
    statements,
    steps,
    synopsis,
    terms,
)
from exporter.recognise.pattern import Pattern, Reader, Table
from exporter.recognise.samples import SAMPLES


def _pattern(name: str, read: Reader) -> Pattern:
    return Pattern(name, SAMPLES[name], read)


HEADINGS: Final[Table] = (
    _pattern("reference-section", references.read_reference_section),
    _pattern("option-heading", options.read_option_heading),
    _pattern("command-heading", commands.read_command_heading),
)

BLOCKS: Final[Table] = (
    _pattern("no-card", author.read_no_card),
    _pattern("asked", author.read_asked),
    _pattern("said", author.read_said),
    _pattern("said-example", author.read_said_example),
    _pattern("reference-list", references.read_reference_list),
    _pattern("reference-line", references.read_reference_line),
    _pattern("numbered-lines", steps.read_numbered_lines),
    _pattern("command-paragraph", examples.read_command_paragraph),
    _pattern("ordered-steps", steps.read_ordered_steps),
    _pattern("command-label", commands.read_command_label),
    _pattern("synopsis", synopsis.read_synopsis_paragraph),
    _pattern("synopsis-block", synopsis.read_synopsis_block),
    _pattern("notice", callouts.read_notice),
    _pattern("quoted-notice", callouts.read_quoted_notice),
    _pattern("notice-line", callouts.read_notice_line),
    _pattern("option-item", options.read_option_item),
    _pattern("option-line", options.read_option_paragraph),
    _pattern("option-lines", options.read_option_lines),
    _pattern("option-table", options.read_option_table),
    _pattern("option-list", options.read_option_definitions),
    _pattern("command-item", command_items.read_command_item),
    _pattern("command-line", command_items.read_command_line),
    _pattern("command-lines", command_items.read_command_lines),
    _pattern("command-table", command_items.read_command_table),
    _pattern("example-item", examples.read_example_item),
    _pattern("example", examples.read_example),
    _pattern("definition-list", terms.read_definition_list),
    _pattern("term-table", terms.read_term_table),
    _pattern("term-item", terms.read_term_item),
    _pattern("term-line", terms.read_term_lines),
    _pattern("term-title", terms.read_term_title),
    _pattern("titled-item", definitions.read_titled_item),
    _pattern("boxed-text", boxes.read_boxed_text),
    _pattern("remarks", boxes.read_remarks),
    _pattern("definition-sentence", sentences.read_definition_sentence),
    _pattern("sentences", sentences.read_sentences),
    _pattern("statement", statements.read_statement),
)
