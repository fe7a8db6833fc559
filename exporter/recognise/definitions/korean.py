"""Korean grammar: what a clause speaks of, told by topic particles and by what it says of a case, a tool or a place.

Goes in: the run of a clause. Comes out: the claims it makes; those that end in a name are read by `korean_names`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from exporter.recognise.definitions.claims import BRACKET, QUOTED, Claim, Form, claim_from, named, set_apart
from exporter.recognise.definitions.kinds import KIND_KO, words
from exporter.recognise.definitions.korean_clauses import TOPIC_KO, adnominal, in_brackets
from exporter.recognise.definitions.korean_names import called_so, named_behind
from exporter.recognise.text.runs import PLAIN, Run

DEFINED_KO: Final = re.compile("란|라는 것은|라 함은")

NO_SUBJECT_KO: Final = re.compile(
    r"(?:에|에서|에게|까지|부터|으로|[할될한된을는쓸볼] ?때|때|경우|하면|되면|려면|하고|하지만|해서|하기"
    r"|동안|처럼|보다|[가-힣]지 않게)$|^$"
)
"""Ends of words that can't be what a sentence is about."""

USED_KO: Final = re.compile(
    r"^(?P<term>[^,]{1,40}?)(?P<alias>"
    + BRACKET
    + r")?\s?(?:파라미터|옵션|속성|함수|명령어?|키워드|변수|기호|연산자|필드)?(?:[을를]\s"
    r"(?:사용|이용|활용|통)(?:하여|해서|해|하면)|(?:으로|로)\s(?:설정|지정)하면)\s(?P<meaning>(?!.{0,12}위해서는).+?"
    r"(?:수 있[가-힣]*|[한된]다|[합됩]니다|준다))$"
)
"""What something is used for: "`X`를 사용해 …할 수 있다"."""

EACH_OF_KO: Final = re.compile(r"^(?:각각의|하나의|한 개의)\s(?=\S)")
"""What only says that each of its kind is spoken of."""

MADE_NAME: Final = re.compile(r"^(?:[A-Z][a-z]+){2,}$|^\w+(?:-\w+)+$|^\w+(?:\.\w+)+$")
"""A name that no language has for a word: `DefinePlugin`, `css-loader`, `spec.selector`."""

OWNED_KO: Final = re.compile(r"^\S+의\s(?=\S+\s?\([A-Za-z][^()]*\)$)")

NAME: Final = re.compile(r"^[A-Za-z][\w.+/-]*(?:\s[A-Za-z][\w.+/-]*)*(?:\s?\(.*\))?$|^\S+\s?\([A-Za-z][^()]*\)$")
"""What is a name beyond doubt: Latin words, or a word with another name in brackets."""

MODIFIED_KO: Final = re.compile(
    r"^(?!(?:제|내|우리)가\s).*(?:[하되있없않]는|[가-힣](?:은|던|인)|[한된할될킨린긴진])\s(?=\S)"
)
"""A clause that modifies the subject: "컨테이너를 실행하는 도구는"."""

ADVERBS_KO: Final = re.compile(r"^(?:\S+(?:적으로|에서도|으로는|으로써|대로|별로|부터|로)\s)+(?=\S)")
"""Adverbs before the subject: "그중에서도", "반대로"."""

CASE_KO: Final = re.compile(
    r"^(?P<term>\S+(?:\s\S+){0,2}?)(?P<alias>" + BRACKET + r")?의 경우(?:에는|엔|는|,)?\s(?P<meaning>.+)$"
)
"""A subject named as a case: "X의 경우 … 방식이다"."""

PUT_KO: Final = re.compile(
    r"^(?:.{0,12}\s)?(?P<term>[^\s,]+(?:\s[^\s,]+)?)(?P<alias>" + BRACKET + r")?[을를]\s(?:(?:가장|아주|좀|더)\s)?"
    r"(?:쉽게|간단히|간단하게|짧게|한 ?마디로|한 줄로|간략히|간략하게)\s(?:설명|말|정의|표현|요약|정리)"
    r"(?:하면|하자면|해 ?보면|한다면),?\s(?P<meaning>.+)$"
)
"""What something is in short: "X를 한마디로 말하면 …"."""

HOLDS_KO: Final = re.compile(
    r"^(?P<term>[\w/~.$-]+)(?<![가-힣A-Za-z][안밖속])(?P<alias>)(?:\s?(?:파일|디렉토리|디렉터리|폴더))?에는?\s(?!대하|대해|대한|의해|따라|비해)"
    r"(?P<meaning>.+(?:(?:저장|보관|포함|기록|설치)(?:되|돼|된|됨)|들어|담겨|담긴|모여)[가-힣 ]*)$"
)
"""What a place holds: "/etc에는 설정 파일이 들어 있다"."""

AGENT_KO: Final = re.compile(
    r"^(?P<term>[가-힣A-Za-z][\w.-]*(?:\s[가-힣A-Za-z][\w.-]*){0,2}?)(?P<alias>"
    + BRACKET
    + r")?(?<![없있같])(?:이|가)\s(?P<meaning>.+(?:(?:역할|담당|책임)[가-힣 ]*"
    rf"|[는은한된할던킨린진의적] (?:\S+ )?(?:{words(KIND_KO).pattern})(?:이다|입니다|임)"
    r"|(?:이라고|라고) (?:할|볼|보면|생각하면)[가-힣 ]+))$"
)
"""Whose part something is: "kubelet이 … 역할을 한다"; what is so, with a subject that is no topic."""

MEANS_KO: Final = re.compile(
    r"(?:의미|뜻|말|가리|나타)(?:하|낸|냅|킨|킵|한|합)?[가-힣]*$|(?:의미하|뜻하|나타내|가리키)는\s\S+(?:\s\S+)?(?:이다|입니다)$"
)

ABOUT_KO: Final = re.compile(
    r"^(?P<term>.+?)(?:에 대해서|에 대하여|의 (?:의미|뜻|정의|경우|역할|목적|용도|개념|기능)|(?:이라"
    r"|라)는 (?:것|개념|도구|명령어|용어|단어|말|용어|기능|파일))$"
)

BROKEN_KO: Final = re.compile(
    r"^.*(?:(?:[때면고서며지만라도여해려후]|경우|에|으로|그대로),|하면|되면|려면|으면|다면|자면|라면|[하되]지만"
    r"|해서|하여|하고|다르게|달리|[가-힣] ?시(?=\s['\"`“‘]))\s(?=\S)"
)
"""A clause before the subject: "…할 때, Git은"."""

CLAUSE_KO: Final = re.compile(
    r"(?<=[가-힣A-Za-z)`])(?:이므로|이기 때문에|이며|이고|인데|이지만|이라서|(?:으로|(?<![대별])로)(?:서|써)?,"
    r"|로(?=\s[A-Za-z][\w.-]*[은는]\s))(?=[\s,]|$)"
)
"""Ends a first clause that already says what the term is."""

ADJUNCT_KO: Final = re.compile(r"^[^,]{1,40}?(?:\s중에?서?|에서의?|에서는|에는|에 있어서?|의 경우)\s(?=\S)")


def korean(body: Run) -> Iterator[Claim]:
    """The claims a clause can be read to make, the likeliest first."""
    yield from named_behind(body)
    for topic in TOPIC_KO.finditer(body.text):
        if topic.start() and not adnominal(body, topic) and not in_brackets(body.text, topic.start()):
            yield from _topic(body, topic)
            break
    yield from called_so(body)
    if "의 경우" in body.text and (match := CASE_KO.match(body.text)):
        yield claim_from("topic", body, match)
    if match := PUT_KO.match(body.text):
        yield claim_from("defined", body, match)
    match = USED_KO.match(body.text)
    if match and (set_apart(body, *match.span("term")) or MADE_NAME.match(match["term"])):
        yield claim_from("used", body, match)
    if match := HOLDS_KO.match(body.text):
        yield claim_from("holds", body, match)
    if match := AGENT_KO.match(body.text):
        yield claim_from("agent", body, match)


def _topic(body: Run, topic: re.Match[str]) -> Iterator[Claim]:
    subject = body.part(0, topic.start())
    for before in (BROKEN_KO, ADJUNCT_KO, OWNED_KO, EACH_OF_KO):
        if match := before.match(subject.text):
            subject = subject.part(match.end(), len(subject.text))
    if match := ABOUT_KO.match(subject.text):
        subject = subject.part(0, match.end("term"))
    if match := ADVERBS_KO.match(subject.text):
        subject = subject.part(match.end(), len(subject.text))
    modified = MODIFIED_KO.match(subject.text)
    if modified and NAME.match(subject.text[modified.end() :]):
        subject = subject.part(modified.end(), len(subject.text))
    clause = CLAUSE_KO.search(body.text, topic.end())
    divided = any(char in ":：→👉" and mark == PLAIN for char, mark in zip(subject.text, subject.marks, strict=True))
    nameless = PLAIN in subject.marks and not re.search(r"\w", subject.text) and not QUOTED.match(subject.text)
    if (
        not NO_SUBJECT_KO.search(subject.text)
        and not divided
        and not nameless
        and subject.text.count("(") == subject.text.count(")")
    ):
        form: Form = "defined" if DEFINED_KO.search(topic.group()) else "topic"
        said = body.part(topic.end(), clause.start() if clause else len(body.text))
        yield Claim(form, *named(subject), said)
