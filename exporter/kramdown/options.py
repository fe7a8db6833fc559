"""The named differences between the two ways to read, and kramdown's options that a note may set.

`EXACT` prints what kramdown prints under Jekyll's defaults. `NOTES` is what the document tree is built with; each
field that differs is a deviation listed in this package's README.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final


@dataclass(frozen=True, slots=True)
class Options:
    """How to read. The first block is ours, the second kramdown's own (`{::options name="value" /}`)."""

    unknown_tags_are_text: bool = False
    liquid: bool = False
    details_hold_blocks: bool = False
    footnotes_in_place: bool = False

    auto_ids: bool = True
    auto_id_prefix: str = ""
    parse_block_html: bool = False
    parse_span_html: bool = True
    footnote_nr: int = 1
    footnote_prefix: str = ""
    footnote_backlink: str = "&#8617;"
    footnote_backlink_inline: bool = False
    toc_levels: tuple[int, ...] = (1, 2, 3, 4, 5, 6)
    header_offset: int = 0
    smart_quotes: tuple[str, ...] = ("lsquo", "rsquo", "ldquo", "rdquo")
    entity_output: str = "as_char"
    math_engine: str = "mathjax"
    remove_line_breaks_for_cjk: bool = False


EXACT: Final = Options()
NOTES: Final = Options(unknown_tags_are_text=True, liquid=True, details_hold_blocks=True, footnotes_in_place=True)
