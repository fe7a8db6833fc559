"""Definitions in the comments of code: `cat /etc/issue  # LTS는 …을 뜻한다`.

Goes in: a code block and its lines. Comes out: the definitions that comments give in whole sentences. A comment seldom
defines anything, so only what a sentence says outright of a name of some letters counts.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from exporter.kramdown.nodes import CodeBlock, Text
from exporter.recognise.code.line import Line
from exporter.recognise.code.lines import row_span
from exporter.recognise.definitions.places import among, convincing, defines, definition_of, place_of
from exporter.recognise.definitions.separated import separated
from exporter.recognise.definitions.subjects import claims_of
from exporter.recognise.definitions.weighing import weigh
from exporter.recognise.pattern import Here
from exporter.recognise.text.runs import run_of
from exporter.source import Span
from exporter.study import Definition

OUTRIGHT: Final = 5
"""The least weight of a claim in a comment."""
SHORTEST: Final = 2
"""Letters of a name that a comment may define."""


LEGEND: Final = re.compile(r"[A-Za-z]\w+(?: ?[:：] | = )\S+(?: \S+){0,5}$")
FEWEST: Final = 2
"""Comments put the same way that make a legend."""


def definitions_in_comments(here: Here, block: CodeBlock, lines: tuple[Line, ...]) -> Iterator[Definition]:
    """What the comments of a code block define."""
    yield from _legend(here, block, lines)
    for line in lines:
        words = line.text if line.kind == "comment" else line.aside
        if " " in words:
            yield from _definitions(here, words, row_span(block, line.row, here.context))


def _legend(here: Here, block: CodeBlock, lines: tuple[Line, ...]) -> Iterator[Definition]:
    """What comments one below the other say of names: `# uid = user id`, `# gid = group id`."""
    told = [(line.text, row_span(block, line.row, here.context)) for line in lines if line.kind == "comment"]
    found = [separated(run_of((Text(words, span=span),))) for words, span in told if LEGEND.match(words)]
    claims = [claim for claim in found if claim and claim.term.text.lower() not in here.context.programs]
    if len(claims) >= FEWEST:
        yield from (definition_of(claim, here.block) for claim in convincing(here, claims, among(here, claims)))


def _definitions(here: Here, words: str, span: Span) -> Iterator[Definition]:
    for ways in claims_of(run_of((Text(words, span=span),))):
        claim = next(iter(ways), None)
        if claim is None or len(claim.name) < SHORTEST or claim.form not in ("topic", "defined", "named"):
            continue
        place = place_of(here)
        if weigh(claim, place) >= OUTRIGHT and defines(here, claim, place):
            yield definition_of(claim, here.block)
