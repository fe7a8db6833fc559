"""A term set apart from its meaning by a sign, by bold type, or by its own line.

Goes in: the run of a paragraph, item or heading. Comes out: a `Claim` of the form "separated", or None. `TERM: meaning`
with the colon inside or outside the bold, `TERM - meaning`, `TERM → meaning`, `**TERM** meaning`, and a bold line with
its meaning below.
"""

from __future__ import annotations

import re
from typing import Final

from exporter.recognise.definitions.claims import Claim, named
from exporter.recognise.text.arrows import ARROW, DRAWN
from exporter.recognise.text.runs import BOLD, CODE, LINK, Run

SIGN: Final = re.compile(
    rf"\s*[:：]+(?=\s|$)|\s*：|\s+(?:[-–—~=]|--+|[-=]+>|{ARROW}|:)\s+|\s?→\s?|(?<=[가-힣)])\s?:\s?(?=[가-힣])"
)
"""What stands between a term and its meaning."""

ANY_SIGN: Final = re.compile(rf"[:：\-–—~=>{DRAWN}]")
AFTER_LEAD: Final = re.compile(r"^(?P<rest>[^:：=→\n]{0,24}?)(?P<sign>" + SIGN.pattern + r"|\n)")
"""What may stand between a leading bold or code word and the sign: a bracket, a class word."""

PARTICLE: Final = re.compile(
    r"^(?:은|는|이|가|을|를|에|의|로|으로|와|과|도|란|이란|에서|에는|라고|이라|이라고|か|が|は|を|に|の|と"
    r"|で|'s\b|[,.])"
)
COMMA: Final = re.compile(r"(?:，|, )(?=[\u4e00-\u9fff`])")
"""Sets a bold term apart in Chinese."""
LONGEST_TERM: Final = 60

IS: Final = re.compile(r"\s(?:is|are)\s")
"""An English copula between a term and what it is."""


SYMBOL: Final = re.compile(r"^(?P<meaning>[^()]{2,40}?)\s?\((?P<term>[^\w\s()]{1,2}\w{0,2}|[a-zA-Z])\),?$")
"""What a sign stands for, with the sign in brackets: "이름 (%n)"."""


def separated(run: Run) -> Claim | None:
    """The claim of a run that is one term and its meaning, with a sign between them."""
    if run.text.endswith((")", "),")) and (symbol := SYMBOL.match(run.text)):
        return Claim("separated", run.part(*symbol.span("term")), (), run.part(*symbol.span("meaning")))
    lead = _lead(run)
    if lead:
        rest = run.text[lead:]
        found = AFTER_LEAD.match(rest)
        if found:
            return _claim(run, lead + found.end("rest"), lead + found.end())
        inside = re.search(r"\s*[:：]\s*$", run.text[:lead])
        if inside and run.marks[0] == BOLD:
            return _claim(run, inside.start(), lead)
        if run.marks[0] == BOLD and (comma := COMMA.match(rest)):
            return _claim(run, lead, lead + comma.end())
        if run.marks[0] == BOLD and rest[:1].isspace() and not PARTICLE.match(rest.strip()):
            copula = IS.match(rest)
            return _claim(run, lead, lead + (copula.end() if copula else 0), form="led")
        return None
    if not ANY_SIGN.search(run.text, 0, 2 * LONGEST_TERM):
        return None
    sign = next((match for match in SIGN.finditer(run.text) if _parts(run, match)), None)
    return _claim(run, sign.start(), sign.end()) if sign else None


def _parts(run: Run, sign: re.Match[str]) -> bool:
    """Whether a sign stands between words, not inside of code, a link or brackets."""
    before = run.text[: sign.start()]
    inside = any(before.count(opened) > before.count(closed) for opened, closed in ("()", "[]"))
    return not {CODE, LINK} & set(run.marks[sign.start() : sign.end()]) and not inside


def _lead(run: Run) -> int:
    """How many characters at the beginning are one bold or code word."""
    first = run.marks[:1]
    return len(run.marks) - len(run.marks.lstrip(first)) if first in (BOLD, CODE, LINK) else 0


def _claim(run: Run, end: int, start: int, form: str = "separated") -> Claim | None:
    subject, meaning = run.part(0, end), run.part(start, len(run.text))
    if (
        not subject.text
        or not re.search(r"\w", meaning.text)
        or len(subject.text) > LONGEST_TERM
        or "\n" in subject.text
    ):
        return None
    term, aliases = named(subject)
    return Claim(form, term, aliases, meaning) if term.text else None  # type: ignore[arg-type]


BRACKETED: Final = re.compile(
    r"^(?P<term>(?!\S{25})\S+(?:\s[^\s()（）]+){0,2}?)\s?[(（]\s?(?P<meaning>(?!即)[^()（）]+?)\s?[)）]\.?$"
)
SHORTEST: Final = 3
"""Words in brackets that tell something; fewer are another name."""


def bracketed(run: Run) -> Claim | None:
    """The claim of a run that is a term with what it is in brackets: `connected (all the states but listen)`."""
    match = BRACKETED.match(run.text)
    if match is None or len(match["meaning"].split()) < SHORTEST or match["term"].isupper():
        return None
    term, _ = named(run.part(*match.span("term")))
    return Claim("separated", term, (), run.part(*match.span("meaning"))) if term.text else None
