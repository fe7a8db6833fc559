"""Options alone in a block of code, told by the text above it."""

from __future__ import annotations

import re
from typing import Final

from exporter.kramdown.nodes import CodeBlock, Text
from exporter.recognise.code.flags import Names, names_at
from exporter.recognise.code.lines import row_span
from exporter.recognise.options.owner import command_near
from exporter.recognise.pattern import Found, Here
from exporter.recognise.tasks.sentences import first_words
from exporter.recognise.tasks.words import is_empty
from exporter.recognise.text.inlines import text_of
from exporter.recognise.text.words import EAST
from exporter.study import Listing, Option

_MOST: Final = 6
_WORD_BEHIND: Final = re.compile(rf"^ (?P<word>[a-z]+ [a-z][a-z ,-]*|[{EAST}][\w가-힣 ,-]+)$")


def read_option_code(here: Here) -> Found | None:
    """A block that holds names of options and nothing else: what they do stands above it (or in a word behind one)."""
    match here.block:
        case CodeBlock(code) as block if code.strip():
            rows = (block.dedented or code).rstrip("\n").split("\n")
        case _:
            return None
    named = [(number, found, row) for number, row in enumerate(rows) if row.strip() and (found := _alone(row))]
    if len(named) != sum(bool(row.strip()) for row in rows) or len(named) > _MOST:
        return None
    above = first_words(here.near(-1), here.desk)
    options: list[Option] = []
    for number, (names, behind), row in named:
        span = row_span(block, number, here.context)
        said = (Text(behind, span=span),) if behind else above
        if said and not is_empty(text_of(said), here.context):
            label = (Text(row.strip(), span=span),)
            options.append(
                Option(names.flags, names.argument, said, command_near(here, names.flags), label, (), span=span)
            )
    return Found(Listing((), block, tuple(options), span=block.span)) if options else None


def _alone(row: str) -> tuple[Names, str] | None:
    names = names_at(row.strip())
    if names is None:
        return None
    rest = row.strip()[names.end :]
    word = _WORD_BEHIND.match(rest)
    return (names, word["word"] if word else "") if word or not rest.strip() else None
