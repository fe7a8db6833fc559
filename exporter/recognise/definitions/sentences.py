"""Definitions in running text, and under the heading that is their term.

Goes in: sentences, and the place they stand at. Comes out: `Definition` values, in a `Listing` of the block as written.
What a sentence claims is found in `subjects`, whether that is a definition is decided in `weighing`.
"""

from __future__ import annotations

import re
from dataclasses import replace
from itertools import pairwise
from typing import Final

from exporter.kramdown.nodes import (
    Block,
    BlockQuote,
    Blocks,
    BulletList,
    CodeBlock,
    Heading,
    ListItem,
    OrderedList,
    Paragraph,
    Text,
)
from exporter.recognise.code.flags import names_at
from exporter.recognise.code.lines import lines_of
from exporter.recognise.definitions.claims import Claim, named, script
from exporter.recognise.definitions.korean_clauses import clauses
from exporter.recognise.definitions.places import defines, definition_of, is_opening, listing, place_of
from exporter.recognise.definitions.separated import separated
from exporter.recognise.definitions.subjects import claim_of, claims_of
from exporter.recognise.definitions.terms import ANSWER, DEFINES
from exporter.recognise.definitions.titles import title_over
from exporter.recognise.definitions.weighing import LONGEST_SUBJECT, Place, same_name
from exporter.recognise.pattern import Found, Here
from exporter.recognise.text.runs import BOLD, Run, run_of
from exporter.recognise.text.sentence_ends import CAPTION, sentences
from exporter.study import Definition


def definitions_in(sentence: Run, here: Here, number: int) -> tuple[Definition, ...]:
    """The definitions a sentence of running text gives; `number` is its place in the paragraph."""
    return tuple(definition_of(claim, here.block) for claim in _sentence_claims(here, number, sentence))


def _sentence_claims(here: Here, number: int, sentence: Run) -> list[Claim]:
    sentence = without_title(sentence)
    claims = _asked(here, number, sentence) or claims_of(sentence)
    place = place_of(here)
    if number:
        place = replace(place, first=False)
    found: list[Claim] = []
    for ways in claims:
        completed = (_completed(here, number, claim) for claim in ways)
        found += next(([claim] for claim in completed if defines(here, claim, place)), [])
    if place.opening and number < EARLY and all(claim.form == "agent" for claim in found):
        about = about_title(here, sentence, first=number == 0)
        return [about] if about else found
    return found


def without_title(sentence: Run) -> Run:
    """A sentence without the bold line that stands over it as a title."""
    end = next(iter(sentence.line_ends()), 0)
    return sentence.part(end, len(sentence.text)) if set(sentence.marks[:end]) == {BOLD} else sentence


EARLY: Final = 2
"""Sentences of the first paragraph under a heading that may tell what its term is."""

ASKS: Final = (
    re.compile(r"^(?:\W+\s)?(?P<term>[^,.!?]{1,40}?)(?:\(이\))?(?:이란|란|이라는 것은)\s?[?？]*$"),
    re.compile(
        r"^(?:\W+\s)?what(?:'s|’s|\sis|\sare)\s(?:an?\s|the\s)?(?P<term>[^,.!?]{1,40}?)\s?[?？]+$", re.IGNORECASE
    ),
)
"""A sentence that asks what a term is, and no more."""


def _asked(here: Here, number: int, sentence: Run) -> tuple[tuple[Claim, ...], ...]:
    """What the next sentence says of the term that this one asks about: "X란? …"."""
    asked = next((match for pattern in ASKS if (match := pattern.match(sentence.text))), None)
    match here.block:
        case Paragraph(inlines) if asked:
            after = here.desk.once(sentences, here.desk.once(run_of, inlines))[number + 1 : number + 2]
            term = named(sentence.part(*asked.span("term")))
            return tuple((Claim("defined", *term, _without_pronoun(said)),) for said in after)
        case _:
            return ()


PRONOUN: Final = re.compile(r"^(?:it|they)(?:'s|’s|\sis|\sare)\s(?!not\b)", re.IGNORECASE)


def _without_pronoun(said: Run) -> Run:
    """What is said of a term that "it" stands for."""
    pronoun = PRONOUN.match(said.text)
    return said.part(pronoun.end(), len(said.text)) if pronoun else said


BACK: Final = re.compile(
    r"^(?:이런|이러한|이를|이와 같은|이렇게|위와 같은|그런|그러한|이|this|such|这种|このよう)\s?\S{0,12}$",
    re.IGNORECASE,
)
"""A meaning that only points back to the sentence before."""
ASKED: Final = re.compile(r"^(?:과연 )?(?:무엇|뭐|뭘|뭔|어떤 것|何)\S{0,6}(?: \S{1,4})?$")
"""A meaning that only asks for one."""


def _completed(here: Here, number: int, claim: Claim) -> Claim:
    """A claim whose meaning stands in the sentence before ("이를 X라고 한다") or after ("X란 무엇일까?")."""
    step = (
        -1
        if BACK.match(claim.meaning.text)
        else 1
        if claim.form == "defined" and ASKED.match(claim.meaning.text)
        else 0
    )
    match here.block:
        case Paragraph(inlines) if step:
            around = sentences(run_of(inlines))
            at = number + step
            return replace(claim, meaning=around[at]) if 0 <= at < len(around) else claim
        case _:
            return claim


def heading_definition(here: Here) -> Definition | None:
    """What a heading says of its own term: `### TERM: meaning`."""
    match here.block:
        case Heading(_, inlines):
            run = run_of(inlines)
            claim = separated(run)
        case _:
            return None
    said = [replace(claim, form="headed")] if claim else [ways[0] for ways in claims_of(run) if ways]
    place = Place(titles=here.context.trail, desk=here.desk)
    return next((definition_of(claim, here.block) for claim in said if defines(here, claim, place)), None)


ALSO_CALLED: Final = re.compile(r"라고도\s|also (?:called|known)|也(?:叫|称)")
"""What gives the heading another name, and has no subject of its own."""


def read_titled_item(here: Here) -> Found | None:
    """An item of the first list under a heading that is a term, or a quotation there, which tells what that is."""
    sentence = here.desk.once(first_sentence, here.block) if is_opening(here) else None
    said = next(clauses(sentence), None) if sentence else None
    own = here.desk.once(claim_of, said) if said else None
    if said is None or (own and own.form != "agent" and not ALSO_CALLED.search(said.text)):
        return None
    before = here.blocks[here.at - 1] if here.at and here.blocks[here.at - 1].span == here.block.span else None
    claim = about_title(here, said, before, first=before is None)
    found = listing(here, [claim] if claim else [])
    return replace(found, inside=_below(here.block)) if found else None


def _below(block: Block) -> Blocks:
    """What stands in an item, or in a quotation, behind the text it begins with."""
    match block:
        case BulletList((ListItem((_, *rest)),)) | OrderedList((ListItem((_, *rest)),)) | BlockQuote((_, *rest)):
            return tuple(rest)
        case _:
            return ()


def first_sentence(block: Block) -> Run | None:
    """The first sentence of a list of one item, or of a quotation, that begins with text."""
    match block:
        case (
            BulletList((ListItem((Paragraph(inlines), *_)),))
            | OrderedList((ListItem((Paragraph(inlines), *_)),))
            | BlockQuote((Paragraph(inlines), *_))
        ):
            return next(iter(sentences(run_of(inlines))), None)
        case _:
            return None


def about_title(here: Here, said: Run, before: Block | None = None, *, first: bool = True) -> Claim | None:
    """What a text says of the heading it stands under, if that defines it.

    `before` is the item ahead of it; `first`: nothing has been said under the heading yet.
    """
    title = here.desk.once(title_over, here.context.trail)
    if title is None or not title.term or _is_listed(said) or _captions_code(here, said):
        return None
    if sign := ANSWER.match(said.text):
        said = said.part(sign.end(), len(said.text))
    own = here.desk.once(claim_of, said)
    entry = separated(said)
    labelled = entry.meaning if entry and DEFINES.fullmatch(entry.name) else None
    if labelled:
        said = labelled
    elif entry and _is_of_another(entry, title.term):
        return None
    else:
        said = own.meaning if own and same_name(own, title.term) else _without_pronoun(said)
    term = run_of((Text(title.term, span=here.block.span),))
    aliases = title.aliases
    topic = here.desk.once(_topic_of, before) if before else None
    if topic and script(topic.name) != script(title.term):
        term, aliases = topic.term, (*topic.aliases, title.term)
    claim = Claim("titled", term, aliases, said)
    place = replace(place_of(here), asked=title.asks or said is labelled)
    return claim if defines(here, claim, place if first else replace(place, first=False)) else None


def _is_of_another(entry: Claim, title: str) -> bool:
    """Whether a text is an entry of its own, with a term of few words that is not the heading."""
    return len(entry.name.split()) <= LONGEST_SUBJECT and not same_name(entry, title)


def _captions_code(here: Here, said: Run) -> bool:
    """Whether what is said are a few words over commands: they tell of these, and not what the heading names."""
    code = here.near(1) if CAPTION.search(said.text) else None
    return isinstance(code, CodeBlock) and any(
        line.kind == "command" for line in here.desk.once(lines_of, code, here.context)
    )


def _is_listed(said: Run) -> bool:
    """Whether what is said is a list of things, one a line: options, or names with signs behind them."""
    lines = [said.part(start, end) for start, end in pairwise((0, *said.line_ends(), len(said.text)))]
    return bool(names_at(said.text)) or sum(separated(line) is not None for line in lines) > 1


def _topic_of(before: Block) -> Claim | None:
    """What the item before speaks of, where that is a name of few words."""
    said = first_sentence(before)
    claim = claim_of(said) if said else None
    return claim if claim and len(claim.name.split()) <= 2 else None
