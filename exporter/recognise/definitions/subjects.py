"""What a sentence speaks of, and what it says of it.

Goes in: the run of one sentence. Comes out: its claims (a term, its other names, what is said of it, and the form it
was said in); none where the sentence has no subject a reader would look up. Whether a claim is a definition is decided
in `weighing`; the grammar of each language stands in `korean`, `english` and `chinese_japanese`.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import replace
from typing import Final

from exporter.recognise.definitions.chinese_japanese import chinese, clauses_zh, japanese
from exporter.recognise.definitions.claims import Claim, script
from exporter.recognise.definitions.english import clauses_en, english
from exporter.recognise.definitions.kinds import KIND_KO, words
from exporter.recognise.definitions.korean import MEANS_KO, korean
from exporter.recognise.definitions.korean_clauses import clauses
from exporter.recognise.definitions.korean_names import called_together, glossed
from exporter.recognise.text.runs import Run
from exporter.study import Language

MEANT_KO: Final = re.compile(r"(?:을|를)\s?(?:말|의미|뜻|지칭)하(?:며|고|는데),?$|(?:을|를)\s?가리키(?:며|고|는데),?$")
"""A clause that said what its subject means, and goes on."""
COPULA_ON_KO: Final = re.compile(r"(?<=[가-힣A-Za-z)])(?:이지만|이고|이며|인데),?\s*$|,\s?(?:이|이것|그것)$")
"""What joins a clause to the next: a copula that goes on, "…는데, 이(를)"."""
KIND_ON_KO: Final = re.compile(rf"(?:{words(KIND_KO).pattern})(?P<on>고|며|지만),?\s*$")
"""The same behind a noun that ends in a vowel: "…하는 도구고"."""

END: Final = re.compile(r"[\s.!?。！？~:：)\]^ㅎㅋㅠ😄]+$")

LEAD: Final = re.compile(
    r"^(?:(?::\w+:\s)|[•◦○●▪‣➤▶►✓✔]\s+|[\s\W]*?(?:즉|마지막으로|그리고|또한|또|여기서 말하는|여기서"
    r"|참고로|먼저|우선|이때|따라서|그래서"
    r"|하지만|그러나|그런데|결국|간단히|일단|쉽게 말해서?|쉽게 말하면|말하자면|간단히 말해서?"
    r"|간단하게 말하면|정확히는|실제로|특히|대표적으로|이 ?중에?서?|그 ?중에?서?|여기에서|우리가 사용하는"
    r"|첫째|둘째|셋째|이제|보통|기본적으로|일반적으로"
    r"|원래|다시 말해|예를 들어|말 그대로|한마디로|이제|다음으로|반면|반면에|So|Now|And|But|Also|因此|所以"
    r"|其中|另外|つまり|また|なお)(?:[,，、]\s?|\s))+"
)
"""Words that join a sentence to the one before."""


def claims_of(sentence: Run) -> tuple[tuple[Claim, ...], ...]:
    """What a sentence claims, for each of its clauses ("…고, Y는 …"): the ways to read it, the likeliest first.

    Where the last of several says outright what its subject means, the others are taken to do so too ("r은 읽기, w는
    쓰기를 뜻한다").
    """
    together = called_together(_on_one_line(sentence))
    if together:
        return tuple((claim,) for claim in together)
    split = CLAUSES.get(script(sentence.text), clauses)
    read = [tuple(map(_finished, _ways(clause))) for clause in split(_on_one_line(sentence))]
    if len(read) > 1 and read[-1] and MEANS_KO.search(read[-1][0].meaning.text):
        return tuple(tuple(replace(claim, form="defined") for claim in ways) for ways in read)
    aside = tuple((claim,) for claim in glossed(_on_one_line(sentence)))
    return (*read, *aside)


def _finished(claim: Claim) -> Claim:
    """A claim without what joins it to the next clause: "…를 말하며," leaves what is meant."""
    text = claim.meaning.text
    means = MEANT_KO.search(text)
    is_so = COPULA_ON_KO.search(text)
    of_kind = KIND_ON_KO.search(text)
    ends = (
        means.start() if means else None,
        is_so.start() if is_so else None,
        of_kind.start("on") if of_kind else None,
    )
    end = next((at for at in ends if at is not None), len(text.rstrip(" ,")))
    return replace(claim, form="defined" if means else claim.form, meaning=claim.meaning.part(0, end))


def claim_of(clause: Run) -> Claim | None:
    """What one clause claims of its subject, None where it has none."""
    return next(_ways(_on_one_line(clause)), None)


def _ways(clause: Run) -> Iterator[Claim]:
    lead = LEAD.match(clause.text)
    end = END.search(clause.text)
    body = clause.part(lead.end() if lead else 0, end.start() if end else len(clause.text))
    return CLAIMS[script(body.text)](body)


def _on_one_line(run: Run) -> Run:
    return replace(run, text=run.text.replace("\n", " ")) if "\n" in run.text else run


CLAIMS: Final = {"ko": korean, "en": english, "zh": chinese, "ja": japanese}
CLAUSES: Final[dict[Language, Callable[[Run], Iterator[Run]]]] = {"ko": clauses, "en": clauses_en, "zh": clauses_zh}
