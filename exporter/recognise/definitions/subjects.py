"""What a sentence speaks of, and what it says of it.

Goes in: the run of one sentence. Comes out: its claims (a term, its other names, what is said of it, and the form it
was said in); none where the sentence has no subject a reader would look up. Whether a claim is a definition is decided
in `weighing`; here stands only grammar: of English, Chinese and Japanese below, of Korean in `korean`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from typing import Final

from exporter.recognise.definitions.claims import BRACKET, Claim, Form, claim_from, named, script
from exporter.recognise.definitions.korean import MEANS_KO, korean
from exporter.recognise.definitions.korean_clauses import clauses
from exporter.recognise.definitions.korean_names import called_together, glossed
from exporter.recognise.text.runs import BOLD, CODE, LINK, Run

SUBJECT_EN: Final = re.compile(
    r"^(?:(?:the|an?|each|so|basically|in short|in \w+)[, ]\s*)?(?P<term>[^\s,;:()?!]+"
    r"(?:\s(?!(?:that|which|who|where)\s)[^\s,;:()?!]+){0,4}?)"
    r"(?P<alias>" + BRACKET + r")?(?P<extra>,?\s(?:or|aka|a\.k\.a\.?)\s[^,]{2,30},)?\s"
    r"(?P<verb>is|are|refers? to|means?|stands? for|represents?|denotes?|describes?|defines?"
    r"|allows?|lets?|provides?|contains?|specif(?:y|ies)|indicates?|goes|holds?|stores?|manages?|controls?"
    r"|tells?)\s(?:that\s)?(?P<meaning>.+)$",
    re.IGNORECASE,
)

NO_SUBJECT_EN: Final = re.compile(
    r"^(?:if|when|after|before|by|in|on|at|for|to|with|from|as|since|because|while|once|also|then|so|but"
    r"|and|or|not|no|there"
    r"|here|use|using|although|though|unless|until|where|how|what|which|why|who|whether|let|please|let's)\b",
    re.IGNORECASE,
)

COPULA_EN: Final = re.compile(r"^(?:is|are|means?|refers? to|stands? for)$", re.IGNORECASE)

DEFINED_EN: Final = re.compile(r"^(?:refers? to|stands? for|means?)$", re.IGNORECASE)

NAMED_EN: Final = re.compile(
    r"^(?P<meaning>.{12,}?)\s(?:is|are)\s(?:also\s|often\s|usually\s)?(?:called|known as|termed"
    r"|named)\s(?:an?\s|the\s)?"
    r"(?P<term>[\"“‘'][^\"”’]{2,50}[\"”’']|[^\s,.;]+(?:\s[^\s,.;]+){0,3})$",
    re.IGNORECASE,
)

LED_EN: Final = re.compile(r"^\s(?P<meaning>(?!is\b|was\b|has\b|this\b)[a-z]{2,}s\s\S.+)$")
"""A verb behind a code word that is the subject: "`replicas` sets how many …"."""

LED_CJK: Final = re.compile(
    r"^\s?(?:目录|文件|字段|下面?|中|里面?)?，?(?P<meaning>(?:则?是|则?用于|用来|记录|存储|存放|保存|包含|则?表示|指定|定义|负责"
    r"|管理|提供|控制|描述|决定|[则来]?代表).{3,})$"
)
"""What a Chinese sentence says right behind the code word that is its subject."""

SUBJECT_ZH: Final = re.compile(
    r"^(?:所谓的?|一个)?(?P<term>(?!本质|主要|作用|目的)[^，。,：:；;（(？?]{1,24}?)(?<!应该)(?<!可能)(?P<alias>"
    + BRACKET
    + r")?\s?，?"
    r"(?P<verb>是指|指的是|指的就是|就是|则是|是|即|用于|用来|表示|代表|相当于)\s?(?P<meaning>[^，。].+)$"
)

NAMED_ZH: Final = re.compile(
    r"^(?P<meaning>.{4,}?)，?(?:被)?(?:称为|称之为|称作|叫做|叫作)\s?(?P<term>[^，。]{1,20}?)(?P<alias>"
    + BRACKET
    + ")?$"
)

SUBJECT_JA: Final = re.compile(
    r"^(?P<term>[^、。，：:（(？?]{1,30}?)(?<!の)(?<!こと)(?<!あと)(?<!今回)(?<![にでとあこ])(?P<alias>"
    + BRACKET
    + r")?\s?"
    r"(?P<verb>というのは|とは|は)[、,，]?\s?(?P<meaning>.+)$"
)

NAMED_JA: Final = re.compile(
    r"^(?P<meaning>.{4,}?)(?:のこと)?を、?(?P<term>[^、。を]{1,30}?)(?P<alias>"
    + BRACKET
    + r")?と(?:呼ぶ|呼びます|いう|いいます|言う|言います)$"
)

MEANT_KO: Final = re.compile(r"(?:을|를)\s?(?:말|의미|뜻|지칭)하(?:며|고|는데),?$|(?:을|를)\s?가리키(?:며|고|는데),?$")
"""A clause that said what its subject means, and goes on."""
COPULA_ON_KO: Final = re.compile(r"(?<=[가-힣A-Za-z)])(?:이지만|이고|이며|인데),?\s*$|,\s?(?:이|이것|그것)$")
"""What joins a clause to the next: a copula that goes on, "…는데, 이(를)"."""

END: Final = re.compile(r"[\s.!?。！？~:：)\]^ㅎㅋㅠ😄]+$")

LEAD: Final = re.compile(
    r"^(?:(?::\w+:\s)|[\s\W]*?(?:즉|마지막으로|그리고|또한|또|여기서 말하는|여기서|참고로|먼저|우선|이때|따라서|그래서"
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
    read = [tuple(map(_finished, _ways(clause))) for clause in clauses(_on_one_line(sentence))]
    if len(read) > 1 and read[-1] and MEANS_KO.search(read[-1][0].meaning.text):
        return tuple(tuple(replace(claim, form="defined") for claim in ways) for ways in read)
    aside = tuple((claim,) for claim in glossed(_on_one_line(sentence)))
    return (*read, *aside)


def _finished(claim: Claim) -> Claim:
    """A claim without what joins it to the next clause: "…를 말하며," leaves what is meant."""
    text = claim.meaning.text
    means = MEANT_KO.search(text)
    is_so = COPULA_ON_KO.search(text)
    end = means.start() if means else is_so.start() if is_so else len(text.rstrip(" ,"))
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


def _led(body: Run, pattern: re.Pattern[str]) -> Iterator[Claim]:
    """What is said of the code or bold word that a sentence begins with."""
    lead = len(body.marks) - len(body.marks.lstrip(body.marks[:1])) if body.marks[:1] in (BOLD, CODE) else 0
    match = pattern.match(body.text[lead:]) if lead else None
    if match:
        said = body.part(lead + match.start("meaning"), len(body.text))
        yield Claim("acts", *named(body.part(0, lead)), said)


TOLD_ON_EN: Final = re.compile(
    r"(?:\s(?:which|that)\s(?P<does>(?:acts?|allows?|lets?|runs?|is|are|provides?|stores?|manages?|centralizes|holds?"
    r"|contains?|handles?|controls?|defines?|keeps?|tells?)\s.+)|,\s(?P<is>(?:an?|the)\s\w+\s[^,]{8,}))$"
)
"""What is told on, behind a name that is set apart: "**etcd**, the backend for …", "`charts` that allow …"."""


SET_APART: Final = re.compile("|".join(re.escape(mark) + "+" for mark in (BOLD, CODE, LINK)))


def _told_on(body: Run) -> Iterator[Claim]:
    for name in SET_APART.finditer(body.marks):
        told = TOLD_ON_EN.match(body.text, name.end())
        if told and name.start():
            said = body.part(*told.span("does" if told["does"] else "is"))
            yield Claim("pointed", *named(body.part(*name.span())), said)


LOCATED_EN: Final = re.compile(
    r"^(?P<meaning>(?:(?:the|an?)\s)?(?:[\w'-]+\s){1,4}?(?:files?|director(?:y|ies)|folder|logs?|database|data|socket))\s"
    r"(?:is|are)\s(?:located|stored|found|saved|kept)?\s?(?:at|in|under)\s(?P<term>[~/][\w~/.$-]+)(?:$|,|\sand\s)",
    re.IGNORECASE,
)
"""What stands at a path: "The configuration file is located at `/etc/app.conf`"."""

BETWEEN_EN: Final = re.compile(
    r"^(?P<meaning>(?:the|an?)\s(?:(?!(?:is|are|was|has|have|can|will)\s)[\w'-]+\s){1,5}[\w'-]+),"
    r"\s(?P<term>[^\s,]+(?:\s[^\s,]+)?),\s",
    re.IGNORECASE,
)
"""A name that is set apart between commas, behind what it is: "The default user, `admin`, has …"."""

NAMED_ON_EN: Final = re.compile(
    r"\s(?:the|an?)\s(?P<term>[A-Z][\w.-]+(?:\s[\w-]+)?),\s"
    r"(?P<meaning>(?:the|an?)\s(?:[\w-]+\s){1,2}(?:which|that|who)\s.+)$"
)
"""What is told on of a name of capital letters: "the Redis server, the program which …"."""


def _beside(body: Run) -> Iterator[Claim]:
    """What an English sentence says a path or a name is, beside telling something else."""
    for pattern in (LOCATED_EN, BETWEEN_EN):
        match = pattern.match(body.text)
        if match and set(body.marks[slice(*match.span("term"))]) <= {BOLD, CODE}:
            yield Claim("pointed", *named(body.part(*match.span("term"))), body.part(*match.span("meaning")))
    if match := NAMED_ON_EN.search(body.text):
        yield Claim("pointed", *named(body.part(*match.span("term"))), body.part(*match.span("meaning")))


def _english(body: Run) -> Iterator[Claim]:
    if match := NAMED_EN.match(body.text):
        yield claim_from("named", body, match)
    if match := SUBJECT_EN.match(body.text):
        if NO_SUBJECT_EN.match(match["term"].lstrip("◦○●•*- ")):
            return
        claim = claim_from("topic", body, match)
        start = match.start("meaning" if COPULA_EN.match(match["verb"]) else "verb")
        form: Form = "defined" if DEFINED_EN.match(match["verb"]) else "topic"
        yield Claim(form, claim.term, claim.aliases, body.part(start, len(body.text)))
    yield from _led(body, LED_EN)
    yield from _told_on(body)
    yield from _beside(body)


BEFORE_ZH: Final = re.compile(r"(?:^|[，,、；;.]\s?|[用个])\s?$")
"""What may stand before a code word that a Chinese sentence goes on to tell of."""


def _led_on(body: Run) -> Iterator[Claim]:
    """What a Chinese sentence tells of a code word that it does not begin with."""
    for name in SET_APART.finditer(body.marks):
        before = body.text[: name.start()]
        told = LED_CJK.match(body.text[name.end() :]) if before and BEFORE_ZH.search(before) else None
        if told and body.marks[name.start()] == CODE:
            said = body.part(name.end() + told.start("meaning"), len(body.text))
            yield Claim("acts", *named(body.part(*name.span())), said)


def _chinese(body: Run) -> Iterator[Claim]:
    if match := NAMED_ZH.match(body.text):
        yield claim_from("named", body, match)
    if match := SUBJECT_ZH.match(body.text):
        yield claim_from("defined" if "指" in match["verb"] else "topic", body, match)
    yield from _led(body, LED_CJK)
    yield from _led_on(body)


def _japanese(body: Run) -> Iterator[Claim]:
    if match := NAMED_JA.match(body.text):
        yield claim_from("named", body, match)
    if match := SUBJECT_JA.match(body.text):
        yield claim_from("topic" if match["verb"] == "は" else "defined", body, match)


CLAIMS: Final = {"ko": korean, "en": _english, "zh": _chinese, "ja": _japanese}
