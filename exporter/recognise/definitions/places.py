"""Where a claim stands, and whether it defines something there.

Goes in: a place among sibling blocks and the claims made at it. Comes out: the `Place` that `weighing` asks for, the
claims that convince, and the `Listing` made of them.
"""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Final

from exporter.kramdown.nodes import (
    Block,
    BlockQuote,
    Blocks,
    BulletList,
    Image,
    LineBreak,
    OrderedList,
    Paragraph,
    SoftBreak,
    plain_text,
)
from exporter.recognise.code.command_line import is_command
from exporter.recognise.code.flags import names_at
from exporter.recognise.definitions.claims import Claim
from exporter.recognise.definitions.titles import title_over
from exporter.recognise.definitions.weighing import (
    SENTENCES,
    SIGN,
    Place,
    is_definition,
    is_of_command,
    tells_kind,
    weigh,
)
from exporter.recognise.pattern import Found, Here
from exporter.recognise.text.inlines import one_line
from exporter.study import Definition, Listing


def place_of(here: Here, *, item: bool = False) -> Place:
    """The place of a claim in the block that is read; `item` says that the block is a list item."""
    title = here.desk.once(title_over, here.context.trail)
    return Place(
        titles=here.context.trail,
        asked=title is not None and title.asks,
        glossed=title is not None and title.glossed,
        opening=is_opening(here),
        item=item or here.context.within == "item",
        ordered=isinstance(here.block, OrderedList),
        sisters=here.context.sisters,
        desk=here.desk,
    )


def among(here: Here, claims: list[Claim], *, item: bool = False) -> Place:
    """The place of claims that are put the same way, one after the other: how many, and how many convince alone."""
    place = place_of(here, item=item)
    alone = sum(here.desk.once(weigh, claim, place) >= 0 for claim in claims)
    count = max(len(claims), 1)
    signs = sum(bool(SIGN.match(claim.name)) for claim in claims)
    return replace(place, alike=len(claims), agreed=alone / count, signs=signs / count)


def is_opening(here: Here) -> bool:
    """Whether the block, or the list it is a piece of, is the first under its heading, or in a quotation there."""
    outer = here.context.outer
    quoted = here.context.within == "item" and outer is not None and isinstance(outer.block, BlockQuote)
    if here.context.within and not (quoted and outer and is_opening(outer)):
        return False
    first = here.desk.once(_first_shown, here.blocks)
    return first is None or first.span == here.block.span


def _first_shown(blocks: Blocks) -> Block | None:
    """The first block that shows text."""
    return next((block for block in blocks if plain_text(block).strip() and not _is_picture(block)), None)


def _is_picture(block: Block) -> bool:
    match block:
        case Paragraph(inlines):
            return all(isinstance(inline, Image | SoftBreak | LineBreak) for inline in inlines)
        case _:
            return False


def over(place: Place, below: Blocks) -> Place:
    """The place of a term with something under it: how much, and whether that is a list of lists, or numbered."""
    first = next((block for block in below if isinstance(block, BulletList | OrderedList)), None)
    items = first.items if first else ()
    deep = bool(items) and len(items[0].blocks) > 1
    return replace(place, below=len(items) or len(below), deep=deep, counted=isinstance(first, OrderedList))


def defines(here: Here, claim: Claim, place: Place) -> bool:
    """Whether a claim is a definition, and not what a command or an option is for."""
    name = claim.term.text
    if name.count("(") != name.count(")"):
        return False
    if " " not in name and name.startswith(("/", "~")):
        return is_definition(claim, place)
    if names_at(name) or (is_command(name, here.context) and (not tells_kind(claim) or is_of_command(claim))):
        return False
    if is_command(name.lower(), here.context) and USED.search(claim.meaning.text):
        return False
    if claim.form not in SENTENCES and is_command(claim.meaning.text, here.context):
        return False
    return is_definition(claim, _with_mentions(here, claim, place))


USED: Final = re.compile(r"(?:때|경우)에?\s?(?:사용|쓴|쓰)[가-힣]*\W*$")
"""What is said of a command, and not of a thing: when one uses it."""


def _with_mentions(here: Here, claim: Claim, place: Place) -> Place:
    """The place of a sentence, with what the text before it has said of its subject."""
    if claim.form in LABELS:
        return replace(place, repeated=here.desk.once(_is_label, claim.term.text, here.context.source.text))
    if claim.form not in SUBJECTS or not claim.term.inlines:
        return place
    first, second = here.desk.once(_first_mentions, claim.term.text, here.context.source.text)
    start = claim.term.inlines[0].span.start
    mentions = (0 <= first < start) + (0 <= second < start)
    return replace(place, spoken_of=_is_spoken_of(here, claim), mentions=mentions)


LABELS: Final = ("separated", "nested", "led")
"""The forms in which a word may be no term but a label, which stands before what it is about wherever that comes."""


def _is_label(term: str, text: str) -> bool:
    """Whether a note sets a word before a colon in several places."""
    if len(term) >= LONGEST_LABEL or not term[-1:].isalpha() or text.count(term) < OFTEN:
        return False
    return len(re.findall(rf"^\W*{re.escape(term)}[*`]*\s*[:：]", text, re.MULTILINE)) >= OFTEN


LONGEST_LABEL: Final = 12
OFTEN: Final = 3
"""How often a word stands before a colon that is a label."""

SUBJECTS: Final = ("topic", "agent", "used")
"""The forms of sentences that may tell anything of their subject."""


def _first_mentions(term: str, text: str) -> tuple[int, int]:
    """Where the first two lines of a note stand that name a term and are no headings; -1 for one that is not there."""
    found: list[int] = []
    at = text.find(term, _front_matter_end(text))
    while at >= 0 and len(found) < 2:
        line = text.rfind("\n", 0, at) + 1
        if not text.startswith("#", line):
            found.append(line)
        after = text.find("\n", at)
        at = text.find(term, after) if after >= 0 else -1
    return (*found, -1, -1)[0], (*found, -1, -1)[1]


def _front_matter_end(text: str) -> int:
    return max(text.find("\n---", 3), 0) if text.startswith("---\n") else 0


def _is_spoken_of(here: Here, claim: Claim) -> bool:
    """Whether an earlier block has spoken of the term: later sentences tell more of it than what it is."""
    if claim.form not in ("topic", "agent") or not claim.term.inlines:
        return False
    start = claim.term.inlines[0].span.start
    spoken = here.desk.once(_first_spoken_of, claim.term.text, here.context.source.text)
    return 0 <= spoken <= min(start, here.block.span.start)


SPOKEN_OF: Final = re.compile(r"[`*]*(?:\([^)\n]*\))?[`*]*\s?(?:은|는|란|이란|:|is|are)\s")
"""What stands behind a term of which something is said."""


def _first_spoken_of(term: str, text: str) -> int:
    """Where a note has said something of a term for the first time: the end of that; -1 if it nowhere has."""
    at = text.find(term)
    while at >= 0:
        if said := SPOKEN_OF.match(text, at + len(term)):
            return said.end()
        at = text.find(term, at + 1)
    return -1


def convincing(here: Here, claims: list[Claim], place: Place) -> list[Claim]:
    """Those claims that are definitions."""
    return [claim for claim in claims if defines(here, claim, place)]


def listing(here: Here, claims: list[Claim]) -> Found | None:
    """The block as written with the definitions read in it; None where there are none."""
    if not claims:
        return None
    readings = tuple(definition_of(claim, here.block) for claim in claims)
    return Found(Listing((), here.block, readings, span=here.block.span))


def definition_of(claim: Claim, block: Block) -> Definition:
    """The definition that a claim in a block is."""
    span = claim.term.inlines[0].span if claim.term.inlines else block.span
    return Definition(claim.name, claim.aliases, one_line(claim.meaning.inlines), (), (), span=span)
