"""Readers of terms that are set apart: items, lines, titles, tables and kramdown's own definition lists.

Goes in: a place among sibling blocks. Comes out: a `Definition` where the block is one (an item), else a `Listing`
whose readings are definitions.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from typing import Final

from exporter.kramdown.nodes import (
    Block,
    BlockQuote,
    Blocks,
    BulletList,
    CodeBlock,
    DefinitionDescription,
    DefinitionList,
    DefinitionTerm,
    Heading,
    HtmlBlock,
    Inlines,
    ListItem,
    OrderedList,
    Paragraph,
    Text,
    plain_text,
)
from exporter.recognise.definitions.claims import Claim, Form, named
from exporter.recognise.definitions.places import among, convincing, defines, listing, over, place_of
from exporter.recognise.definitions.reasons import near_miss
from exporter.recognise.definitions.separated import bracketed, separated
from exporter.recognise.definitions.stacked import stacked
from exporter.recognise.definitions.subjects import claim_of, claims_of
from exporter.recognise.definitions.titles import title_of, title_over
from exporter.recognise.definitions.weighing import speaks_of_another, weigh
from exporter.recognise.pattern import Context, Found, Here, NearMiss, is_said, unread
from exporter.recognise.text.inlines import cut, one_line, paragraph, strip
from exporter.recognise.text.runs import BOLD, OTHER, Run, run_of
from exporter.recognise.text.sentence_ends import sentences
from exporter.study import Definition


def read_term_item(here: Here) -> Found | NearMiss | None:
    """`- **term**: meaning`, or a term with its meaning in the list below it."""
    match here.block:
        case BulletList((ListItem((Paragraph() as first, *rest)) as item,)) | OrderedList(
            (ListItem((Paragraph() as first, *rest)) as item,)
        ):
            claim = here.desk.once(_item_claim, item, here.context)
        case _:
            return None
    if claim is None:
        return None
    place = replace(over(place_of(here, item=True), tuple(rest)), outline=_is_outline(here))
    if of_title := _of_title(here, claim):
        claim, place = of_title, replace(place, asked=True)
    if -MOST_BY_OTHERS <= weigh(claim, place) <= MOST_BY_OTHERS:
        place = replace(over(among(here, _neighbours(here), item=True), tuple(rest)), outline=place.outline)
    if defines(here, claim, place):
        return Found(_entry(claim, first, tuple(rest)))
    return near_miss(here, claim, place)


DEFINES: Final = re.compile(r"정의|개념|의미|뜻|definition|meaning|what it is|定义|含义|概念|定義|意味", re.IGNORECASE)
"""A label before what the heading above means."""


def _of_title(here: Here, claim: Claim) -> Claim | None:
    """What an item labelled "Definition" says of the heading it stands under."""
    title = here.desk.once(title_over, here.context.trail) if DEFINES.fullmatch(claim.name) else None
    if title is None or not title.term:
        return None
    return Claim("separated", run_of((Text(title.term, span=here.span),)), title.aliases, claim.meaning)


MOST_BY_OTHERS: Final = 25
"""What the items around one can add to its weight or take from it; beyond that they need not be looked at."""


def _item_claim(item: ListItem, context: Context) -> Claim | None:
    match item.blocks:
        case (Paragraph(inlines), *rest):
            run = context.desk.once(run_of, inlines)
            claim = split_term(run)
        case _:
            return None
    if claim is not None:
        return _two_names(claim, tuple(rest)) or _first_sentence(claim)
    return stacked(run) or (nested(run, tuple(rest)) if rest else bracketed(run))


PATH: Final = re.compile(r"(?:[~.]?/|(?:[\w-]+/)+\.)[\w./-]+|[\w./~-]+/[\w.-]+ (?:파일|폴더|디렉토리|디렉터리|file)")
CAPITALS: Final = re.compile(r"[A-Z][\w+-]*(?: (?:[A-Z][\w+-]*|of|and|the))+")
NUMBERED: Final = re.compile(r"[^\W\d][\w ]*\d")
"""A term that only counts: the name stands behind it."""


def _two_names(claim: Claim, below: Blocks) -> Claim | None:
    """The claim of a term and another name of it, with what is said of it in the list below: `Layer 1: Link Layer`."""
    meaning = opening_text(below) if isinstance(next(iter(below), None), BulletList) else None
    other = claim.meaning.text.strip()
    named_behind = NUMBERED.fullmatch(claim.name) and CAPITALS.fullmatch(other)
    if meaning is None or claim.aliases or not (named_behind or PATH.fullmatch(other)):
        return None
    return Claim("nested", claim.term, (other,), meaning)


WINDOW: Final = 4
"""How many items before and after one are looked at to tell whether they are put alike."""


def _around(here: Here) -> list[ListItem]:
    """The items around one, itself among them."""
    around = [
        block
        for block in here.blocks[max(here.at - WINDOW, 0) : here.at + WINDOW + 1]
        if block.span == here.block.span and isinstance(block, BulletList | OrderedList)
    ]
    return [item for block in around for item in block.items]


def _neighbours(here: Here) -> list[Claim]:
    claims = [here.desk.once(_item_claim, item, here.context) for item in _around(here)]
    return [claim for claim in claims if claim]


def _is_outline(here: Here) -> bool:
    """Whether most items around one have lists under them."""
    items = _around(here)
    above = sum(any(isinstance(block, BulletList | OrderedList) for block in item.blocks[1:]) for item in items)
    return len(items) >= 2 and above * 2 > len(items)


WHOLE: Final = re.compile(r"\([^()]*(?:\([^()]*\)[^()]*)*\)\.?")
"""A text all in brackets."""


def split_term(run: Run) -> Claim | None:
    """The claim of a run that is a term and its meaning with a sign between them; a question is taken for its term.

    A run all in brackets is read as what stands in them.
    """
    bare = run.text.strip()
    whole = bare.startswith("(") and WHOLE.fullmatch(bare)
    claim = separated(run.part(run.text.index("(") + 1, run.text.rindex(")")) if whole else run)
    return titled(claim.form, claim.term, claim.meaning) if claim and claim.term.text.endswith(("?", "란")) else claim


BEHIND: Final = re.compile(r"[\s:：]*[^\w\s)\]}>\"'`.+#*/$@!?%^&=|~-]*[\s:：]*$")
"""What may stand behind a term and is no part of it: a colon, a picture sign."""


def nested(run: Run, below: Blocks) -> Claim | None:
    """The claim of a term that stands alone, with what is said of it in the blocks below."""
    meaning = opening_text(below)
    if meaning is None or not run.text.strip() or len(run.text) > 60 or "\n" in run.text.strip():
        return None
    return titled("nested", run.part(0, len(BEHIND.sub("", run.text))), meaning)


def titled(form: Form, title: Run, meaning: Run) -> Claim | None:
    """The claim of a term that stands alone, as it is or in a question ("X란?")."""
    asked = title_of(title.text)
    start = title.text.find(asked.term)
    subject = title.part(start, start + len(asked.term)) if asked.asks and start >= 0 else title
    term, aliases = named(subject)
    form = "defined" if asked.asks else form
    return Claim(form, term, aliases or asked.aliases, meaning) if term.text else None


ANSWER: Final = re.compile(r"^(?:(?:A|답|답변)\s?[.):]|[^\w\s\"'`(<\[$/~.\\*-]+)\s+(?=\S)")
"""What may stand before an answer, or before any text: a picture sign."""


def _is_property(run: Run) -> bool:
    """Whether a text only gives a property its value: "Unit: frame"."""
    claim = separated(run)
    return claim is not None and len(claim.meaning.text.split()) <= FEW


FEW: Final = 2
"""Words of a value."""


def opening_text(blocks: Blocks) -> Run | None:
    """The first sentence of the first block, where that is text: a paragraph or a list."""
    match blocks:
        case (Paragraph(inlines), *_):
            run = run_of(inlines)
            answer = ANSWER.match(run.text)
            found = sentences(run.part(answer.end(), len(run.text)) if answer else run)
            return found[0] if found else None
        case (BulletList((ListItem(inner), *others)) | OrderedList((ListItem(inner), *others)), *_):
            first = opening_text(inner)
            second = opening_text(others[0].blocks) if others and first and _is_property(first) else None
            return second if second and not _is_property(second) else first
        case (BlockQuote(inner), *_):
            return opening_text(inner)
        case _:
            return None


TRANSLATED: Final = re.compile(r"^[A-Za-z]+(?:[ -][A-Za-z]+){0,3}[.。]?$")
"""A first sentence that only names a term in another language."""

DENIES: Final = re.compile(r"(?:아님|아니다|아닙니다|아니라)[\s.]*$")
"""A sentence that only says what something is not."""


def _first_sentence(claim: Claim) -> Claim:
    found = sentences(claim.meaning)
    if len(found) > 1 and TRANSLATED.match(found[0].text) and not TRANSLATED.match(found[1].text):
        claim, found = replace(claim, aliases=(*claim.aliases, found[0].text.rstrip(" ."))), found[1:]
    said = next((sentence for sentence in found if not DENIES.search(sentence.text)), *found[:1]) if found else None
    own = claim_of(said) if said else None
    if (
        own
        and said
        and own.form == "topic"
        and TRANSLATED.match(own.name)
        and " " in own.name
        and not claim.name.isascii()
    ):
        return replace(claim, aliases=(*claim.aliases, own.name), meaning=own.meaning)
    return replace(claim, meaning=said) if said else claim


def _entry(claim: Claim, first: Paragraph, rest: Blocks) -> Definition:
    size = len(plain_text(*first.inlines))
    start = size if claim.form == "nested" else _start(first.inlines, claim.meaning)
    label, said = cut(first.inlines, 0, start), cut(first.inlines, start, size)
    below = (paragraph(said, first), *rest) if said else rest
    return Definition(claim.name, claim.aliases, one_line(claim.meaning.inlines), label, unread(below), span=first.span)


def _start(inlines: Inlines, meaning: Run) -> int:
    """Where the meaning begins in the text of its paragraph."""
    text = plain_text(*inlines)
    return text.find(meaning.text)


def read_term_lines(here: Here) -> Found | None:
    """A paragraph `**term**: meaning`, or one whose lines are all put so."""
    match here.block:
        case Paragraph(inlines) if here.context.within != "option":
            pass
        case _:
            return None
    lines = [line for line in _lines(here.desk.once(run_of, inlines)) if not is_said(line.text, here.context)]
    claims = [_first_sentence(claim) for line in lines if (claim := split_term(line))]
    if not claims:
        return None
    found = convincing(here, claims, among(here, claims))
    return listing(here, [*found, *_told_beside(here, lines)] if found else [])


def _told_beside(here: Here, lines: list[Run]) -> Iterator[Claim]:
    """What the other lines of such a paragraph define in sentences of their own."""
    place = place_of(here)
    for sentence in (sentence for line in lines if not split_term(line) for sentence in sentences(line)):
        for ways in claims_of(sentence):
            yield from [claim for claim in ways if defines(here, claim, place)][:1]


def read_stacked_lines(here: Here) -> Found | None:
    """A paragraph whose first line is a term, and whose next line tells what it is."""
    match here.block:
        case Paragraph(inlines) if here.context.within != "option":
            run = here.desk.once(run_of, inlines)
            claim = stacked(run)
        case _:
            return None
    if claim is None:
        return None
    around = [
        block for block in here.blocks[max(here.at - WINDOW, 0) : here.at + WINDOW + 1] if block is not here.block
    ]
    others = [other for block in around if isinstance(block, Paragraph) if (other := stacked(run_of(block.inlines)))]
    if not defines(here, claim, among(here, [claim, *others])):
        return None
    lines = [_first_sentence(line) for part in _lines(run) if (line := split_term(part))]
    claims = [line for line in lines if line.name != claim.name]
    return listing(here, [claim, *convincing(here, claims, among(here, claims))])


def _lines(run: Run) -> list[Run]:
    """The lines of a run; a bold line alone stays with the line below it."""
    starts = [0, *(at + 1 for at in run.line_ends())]
    ends = [at for start, at in zip(starts, run.line_ends(), strict=False) if set(run.marks[start:at]) != {BOLD}]
    return [run.part(start, end) for start, end in zip([0, *ends], [*ends, len(run.text)], strict=True)]


def read_term_title(here: Here) -> Found | None:
    """A bold line alone, or another title that is no heading, with what is said of it in the next block.

    An item alone is one too where a list of another kind follows: "1. TERM", "- meaning".
    """
    match here.near(1):
        case (Paragraph() | BulletList() | BlockQuote()) as below if (
            here.context.within != "definition"
            and below.span != here.block.span
            and (isinstance(below, BulletList) or not isinstance(here.block, BulletList))
        ):
            run = _title_run(here.block)
            claim = nested(run, (below,)) if run and _is_title(run) else None
            place = over(place_of(here), (below,)) if claim else None
            return listing(here, [claim] if claim and place and defines(here, claim, place) else [])
        case _:
            return None


SUMMARY: Final = re.compile(r"^\s*<summary>(?P<title>[^<]+)</summary>\s*$")


def _title_run(block: Block) -> Run | None:
    """The words of a block that can be a title: a paragraph, a heading in a quote, the summary of a `<details>`."""
    match block:
        case (
            Paragraph(inlines)
            | BlockQuote((Heading(_, inlines) | Paragraph(inlines),))
            | OrderedList((ListItem((Paragraph(inlines),)),))
            | BulletList((ListItem((Paragraph(inlines),)),))
        ):
            return run_of(strip(inlines))
        case HtmlBlock(html) | CodeBlock(html) if summary := SUMMARY.match(html):
            return run_of((Text(summary["title"].strip(), span=block.span),))
        case _:
            return None


NAMES: Final = re.compile(r"[^\n.!?:：,。、！？]{2,30}|[^\n.!:：。]{2,30}란\??|(?:[^\s.!?:：,]+ ?){1,3}[:：]")


CLAUSE_ZH: Final = re.compile(
    r"[\u4e00-\u9fffA-Za-z] ?(?:是|指的?是?|用于|用来|表示|代表|可以)[\u4e00-\u9fff].*[\u4e00-\u9fff]{3}$"
)
"""A whole Chinese sentence that no stop ends."""


def _is_title(run: Run) -> bool:
    """Whether a paragraph is a title to what follows: all bold, or a few words that end like no sentence.

    Three words at most may have a colon behind them; more of them lead in what follows.
    """
    if set(run.marks) == {BOLD}:
        return True
    return bool(NAMES.fullmatch(run.text)) and OTHER not in run.marks and not CLAUSE_ZH.search(run.text)


def read_definition_list(here: Here) -> Found | None:
    """Kramdown's own: a line with the term, `: meaning` below it."""
    match here.block:
        case DefinitionList(children):
            pass
        case _:
            return None
    found: list[Claim] = []
    terms: list[Run] = []
    for before, child in zip((None, *children), children, strict=False):
        match child:
            case DefinitionTerm(inlines):
                terms = [run_of(inlines)] if not isinstance(before, DefinitionTerm) else [*terms, run_of(inlines)]
            case DefinitionDescription(blocks):
                said = opening_text(blocks)
                if said and terms and not isinstance(before, DefinitionDescription):
                    claim = titled("separated", terms[0], said)
                    others = tuple(other.text for other in terms[1:])
                    found += [replace(claim, aliases=(*claim.aliases, *others))] if claim else []
    own = [claim for claim in found if _is_own(claim)]
    return listing(here, convincing(here, own, replace(among(here, own), listed=True)))


def _is_own(claim: Claim) -> bool:
    """Whether what is written under a term can be about it: a sentence about another thing tells no meaning of it."""
    said = claim.meaning.text
    return claim.name in said or re.match("[a-z]", said) is not None or not speaks_of_another(claim)
