"""Terms in bold: where a note defines a word, the word is seen at a glance.

Goes in: definitions, and HTML of text they stand in. Comes out: HTML with the same text.
"""

from __future__ import annotations

import re
from typing import Final

from exporter import study as s
from exporter.kramdown.nodes import plain_text
from exporter.markup import inlines_html
from exporter.sheet.context import Place, sheet_text, split_at
from exporter.sheet.naming import ORDINAL

_IN_TEXT: Final = re.compile(r"(?<![\w>-]).(?![^<]*>)(?![^<]*</(?:code|strong|b|pre)>)", re.S)
"""The first character of a word that stands neither in a tag nor in something that is set apart already."""


def with_terms(html: str, readings: tuple[s.Part, ...]) -> str:
    """`html` in which the first mention of each term that is defined there is bold."""
    defined = (reading.term for reading in readings if isinstance(reading, s.Definition) and reading.term)
    for term in map(sheet_text, dict.fromkeys(defined)):
        at = html.find(term)
        while at >= 0 and not _IN_TEXT.match(html, at):
            at = html.find(term, at + 1)
        if at >= 0:
            html = f'{html[:at]}<b class="term">{term}</b>{html[at + len(term) :]}'
    return html


def labelled_term(definition: s.Definition, place: Place) -> str:
    """A definition's label, its term in bold."""
    label = definition.label
    ordinal = ORDINAL.match(plain_text(*label))
    if ordinal and definition.term in plain_text(*label)[ordinal.end() :]:
        label = split_at(label, ordinal.end())[1]
    at = plain_text(*label).find(definition.term)
    if at < 0 or not definition.term:
        return inlines_html(label, place.options)
    before, rest = split_at(label, at)
    term, after = split_at(rest, len(definition.term))
    alone = "" if plain_text(*after).strip() else " "
    written = [inlines_html(inlines, place.options) for inlines in (before, term, after)]
    return f'{written[0]}<b class="term">{written[1]}</b>{alone}{written[2]}'
