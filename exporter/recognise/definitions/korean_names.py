"""Korean names that stand behind what they are told of: "…라고 한다", "…도구인 X", "…것이 X다", or in brackets.

Goes in: the run of a sentence or clause. Comes out: the claims that end in a name, that give a kind to a name in
passing, or that tell in brackets what a name is.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from exporter.recognise.definitions.claims import BRACKET, Claim, claim_from, named, set_apart
from exporter.recognise.definitions.kinds import DEEDS, FUNCTIONS, KIND_KO, NOMINAL, syllables, words
from exporter.recognise.text.runs import BOLD, CODE, Run

KIND_END_KO: Final = re.compile(rf"(?:{words(KIND_KO).pattern})$")

CALLED_KO: Final = (
    r"\s?(?:이라고|라고|이라|라)\s?(?:도\s)?(?:한다|합니다|함|해요|부른다|부릅니다|부름"
    r"|일컫는다|칭한다|불린다|말한다|(?:하|부르|불리|칭하)(?:며|고|는데|지만).*)$"
)

NAMED_KO: Final = re.compile(
    r"^(?P<meaning>.+)(?<![하되있없않리주보])(?:을|를|은|는)\s+(?P<term>[^,]{1,60}?)(?P<alias>"
    + BRACKET
    + r")?"
    + CALLED_KO,
)

CALLED_END_KO: Final = re.compile(r"(?P<alias>" + BRACKET + ")?" + CALLED_KO.replace("|라)", "|라|고)"))

POINTED_KO: Final = re.compile(
    rf"^(?P<meaning>.+(?:{words(KIND_KO).pattern}|곳|존재|말|이름|작업|구성_?요소))(?:이"
    rf"|가)\s(?:바로\s)?(?P<term>[^,]{{2,40}}?)(?P<alias>{BRACKET})?"
    r"(?:\s?이다|\s?입니다|임"
    r"|"
    r"(?<=[A-Za-z`)가개고구거게기노누대데더도두드러로료루마머모무미바배부비사서소수스시어여오요우유의자제조주차체초추카코크타터테토투트티파포프피호호스너커버])다)$"
)

APPOSED_KO: Final = re.compile(
    rf"^(?P<meaning>.{{6,}}(?:{words(KIND_KO).pattern}))인\s"
    r"(?:(?P<term>[A-Za-z~/._$][\w~/.$-]*(?:\s[A-Z][\w-]*)*)(?P<alias>)"
    r"(?:$|(?=[가-힣])|(?=\s(?:은|는|이|가|을|를|에|에서|에서는|와|과|로)\s))"
    r"|(?P<other>[가-힣A-Za-z][\w-]*(?:\s[가-힣A-Za-z][\w-]*)?)(?P<gloss>" + BRACKET + r")(?:$|(?=[가-힣])))"
)
"""A noun with its name behind it: "…설정 파일인 ~/.profile", "…메커니즘인 동기화(Synchronization)가"."""

ENDS_IN_NAME_KO: Final = re.compile(
    rf"^(?P<meaning>.*(?:[는은던]|[한된할될킨른운린긴진])\s(?:\S+\s)?(?:{words(KIND_KO).pattern}|곳))(?:이|가)\s"
    r"(?P<term>[A-Za-z][\w.-]*(?: [A-Za-z][\w.-]*){0,2}|[가-힣]{2,}(?: [가-힣]{2,})?)(?P<alias>" + BRACKET + r")?$"
)
"""What is meant, and its name without a copula: "…하는 방법이 멀티캐스트"."""

VERBAL_KO: Final = re.compile(
    rf"[다요까기게고면서{NOMINAL}]$|(?:{DEEDS}|{FUNCTIONS}|필요|가능|동일|발생|존재|증가|감소|불가|는데|은데|지만|아님|아니라)$"
)
"""Ends of what is said of a subject, and names nothing."""

CALLED_SO_KO: Final = re.compile(
    r"(?:^|\s)(?P<term>[가-힣]{2,}?|[\"'“‘]?[A-Za-z][A-Za-z\d.-]*[\"'”’]?)(?P<alias>" + BRACKET + r")?"
    r"(?:이라는|(?<![가-힣])라는|이?라고\s(?:부르는|불리는|불리우는))\s"
    rf"(?P<meaning>(?!이름|것)(?:\S+\s){{0,5}}?\S*(?:{words(KIND_KO).pattern}))"
    r"(?=(?:[을를이가은는로과와에]|으로|로부터|에서|이다|입니다)(?:[\s,.]|$)|[,.]|$)"
)
"""What is called so, with its kind behind the name: "X라는 …도구를"."""

MODIFIER_KO: Final = re.compile(rf"[{syllables(4)}의적]\s")
"""The end of what goes before a noun and tells more of it."""

GLOSSED_KO: Final = re.compile(
    r"(?:^|[,:)]\s|[은는이가을를에로와과의]\s)(?P<term>[가-힣A-Za-z][\w.-]*(?:(?<![은는이가을를의에로])\s[\w.-]+){0,2}?)"
    r"(?P<alias>)\s?[(（]\s?"
    rf"(?P<meaning>[^()（）]*(?:[는은의던]|[한된할될킨른운린긴진]|적)\s(?:[^()（）\s]+\s){{0,2}}"
    rf"[^()（）\s]*(?:{words(KIND_KO).pattern}))\s?[)）]"
)
"""What is told in brackets behind a name: "Layer 3 스위치(라우터 기능을 하는 스위치)"."""

EACH_KO: Final = re.compile(
    r"(?P<meaning>[^,]{4,}?)[을를]\s(?P<term>(?!수\s)(?:(?!라고)[^,을를]){1,30}?)(?P<alias>"
    + BRACKET
    + r")?(?<![고며데면서로만])(?<!위해),\s"
)
"""One of several things called by their names in one sentence: "A를 X, B를 Y라 한다"."""


def named_behind(body: Run) -> Iterator[Claim]:
    """The claims of a clause that ends in the name of what it tells, the likeliest first."""
    yield from _apposed(body)
    match = POINTED_KO.match(body.text) if body.text.endswith(("다", "임")) else None
    if match and (set_apart(body, *match.span("term")) or _is_name(match)):
        yield claim_from("pointed", body, match)
    match = ENDS_IN_NAME_KO.match(body.text)
    if match and not VERBAL_KO.search(match["term"]):
        yield claim_from("pointed", body, match)
    yield from _called(body)


def _apposed(body: Run) -> Iterator[Claim]:
    """What stands before its own name: "…도구인 NAME"."""
    if "인" in body.text and (match := APPOSED_KO.match(body.text)):
        start = match.start("term") if match["term"] else match.start("other")
        end = match.end("term") if match["term"] else match.end("gloss")
        yield Claim("pointed", *named(body.part(start, end)), body.part(*match.span("meaning")))


def _is_name(match: re.Match[str]) -> bool:
    """Whether a term that nothing sets apart is one: few words, none of a clause, and after a noun with 이/가."""
    before = match.string[match.end("meaning") : match.start("term")].strip()
    return (
        before[:1] in ("이", "가")
        and not match["term"].startswith(("가장", "더 ", "제일"))
        and not match["term"].endswith(("보", "쓰", "높", "낮", "때문"))
        and bool(re.fullmatch(r"[A-Za-z][\w.-]*(?: [A-Za-z][\w.-]*)?|[가-힣A-Za-z]+(?: [가-힣]+)?", match["term"]))
        and not re.search(r"[는은한된할]\s|[적편]$", match["term"])
        and (match["meaning"].endswith(("것", "곳")) or not KIND_END_KO.search(match["term"]))
    )


def _called(body: Run) -> Iterator[Claim]:
    """What is called so: the term is what is set apart before the ending, else the words after the last 을."""
    if "라" not in body.text and "고" not in body.text:
        return
    end = CALLED_END_KO.search(body.text)
    if end and end.start() and body.marks[end.start() - 1] in (BOLD, CODE):
        start = len(body.marks[: end.start()].rstrip(BOLD + CODE))
        before = body.part(0, start)
        if before.text.endswith(("을", "를", "은", "는")):
            stop = end.end("alias") if end["alias"] else end.start()
            yield Claim("named", *named(body.part(start, stop)), before.part(0, len(before.text) - 1))
    match = NAMED_KO.match(body.text)
    if match and not match["term"].endswith(("다", "것", "기", "려", "자")):
        yield claim_from("named", body, match)


def called_so(body: Run) -> Iterator[Claim]:
    """What is called so in passing, with its kind behind the name."""
    match = CALLED_SO_KO.search(body.text) if "라는" in body.text or "라고" in body.text else None
    if match is None:
        return
    before = body.marks[: match.end("term")]
    start = len(before.rstrip(before[-1])) if before[-1] in (BOLD, CODE) else match.start("term")
    named_apart = match["alias"] or before[-1] in (BOLD, CODE)
    if (named_apart and " " in match["meaning"]) or MODIFIER_KO.search(match["meaning"]):
        term = body.part(start, match.end("alias") if match["alias"] else match.end("term"))
        yield Claim("pointed", *named(term), body.part(*match.span("meaning")))
    elif MODIFIER_KO.search(body.text[:start][-3:]):
        said = body.part(body.text.rfind(",", 0, start) + 1, match.end("meaning"))
        yield Claim("pointed", *named(body.part(start, match.end("term"))), said)


def glossed(body: Run) -> Iterator[Claim]:
    """The claims that stand in brackets behind the names they tell of."""
    if "(" in body.text:
        found = (match for match in GLOSSED_KO.finditer(body.text) if not match["meaning"].endswith(match["term"]))
        yield from (claim_from("pointed", body, match) for match in found)


def called_together(sentence: Run) -> list[Claim]:
    """What a sentence that gives several things their names calls each of them; nothing where it names only one."""
    text = sentence.text.rstrip(" .!")
    if "라" not in text and "고" not in text:
        return []
    found: list[Claim] = []
    at = 0
    while CALLED_END_KO.search(text) and (each := EACH_KO.match(text, at)):
        found.append(claim_from("named", sentence, each))
        at = each.end()
    rest = sentence.part(at, len(text)) if found else None
    last = next(_called(rest), None) if rest else None
    return [*found, last] if last else []
