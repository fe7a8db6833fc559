"""Sections side by side that each begin by telling what their heading is: a glossary in headings.

Goes in: headings of one level with what stands under each. Comes out: the share of them whose first words could be a
definition of the heading, which tells a reader how likely any one of them is.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from exporter.kramdown.nodes import Blocks, Heading, Text, plain_text
from exporter.recognise.definitions.claims import Claim
from exporter.recognise.definitions.terms import opening_text
from exporter.recognise.definitions.titles import title_of
from exporter.recognise.definitions.weighing import Place, weigh
from exporter.recognise.desk import Desk
from exporter.recognise.text.runs import run_of

FEWEST: Final = 3
"""Headings side by side below which nothing is told by their likeness."""

ALMOST: Final = -25
"""The weight at which what stands under a heading could be a definition of it."""


def share_of_definitions(sections: Iterable[tuple[Heading, Blocks]], desk: Desk) -> float:
    """How many of the sections begin with what could define their heading, of all that begin with text at all."""
    beside = list(sections)
    claims = [claim for section in beside if len(beside) >= FEWEST and (claim := _opening_claim(*section))]
    if len(claims) < FEWEST:
        return 0.0
    return sum(weigh(claim, Place(opening=True, desk=desk)) >= ALMOST for claim in claims) / len(claims)


def _opening_claim(heading: Heading, blocks: Blocks) -> Claim | None:
    said = opening_text(blocks)
    title = title_of(plain_text(*heading.inlines))
    if said is None or not title.term:
        return None
    return Claim("titled", run_of((Text(title.term, span=heading.span),)), title.aliases, said)
