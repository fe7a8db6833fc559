"""Korean grammar: what a clause speaks of, told by topic particles, copulas and "…라고 한다".

Goes in: the run of a sentence or clause. Comes out: its clauses, and the claims each of them makes.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from exporter.recognise.definitions.claims import BRACKET, QUOTED, Claim, Form, claim_from, named, set_apart
from exporter.recognise.definitions.kinds import DEEDS, FUNCTIONS, KIND_KO, NOMINAL, syllables, words
from exporter.recognise.text.runs import BOLD, CODE, PLAIN, Run

KIND_END_KO: Final = re.compile(rf"(?:{words(KIND_KO).pattern})$")

CALLED_KO: Final = (
    r"\s?(?:이라고|라고|이라|라)\s?(?:도\s)?(?:한다|합니다|함|해요|부른다|부릅니다|부름"
    r"|일컫는다|칭한다|불린다|말한다|(?:하|부르|불리|칭하)(?:며|고|는데|지만).*)$"
)

TOPIC_KO: Final = re.compile(
    r"(?:이?라는 것은|이?라 함은|(?:\(이\))?란|이란|\(은\)는|은\(는\)|은|는|\(는\))(?:[,:]|(?=[\s\"'`]))"
)

DEFINED_KO: Final = re.compile("란|라는 것은|라 함은")

ADNOMINAL_KO: Final = re.compile(
    r"(?:[어아여해]지|하|되|있|없|않|시키|만드|나오|가지|갖|주|싶|같|많|높|낮|좋|모르|따르|다루|쓰이|이루어지|가리키"
    r"|나타내|띄우|걸리|넣|찾|읽|붙"
    r"|담|남|받|적|작|맞|막|돕|누르|지우|바꾸|옮기|보내|들어가|돌아가|생기|오|도|나가|얻|짧|늦|깊|넓|굵"
    r"|이끄|묶|잡|알리|올리|내리|돌리|걸|쓰"
    r"|합치|삼|나누|맡|끄|끝나|만나|일어나|늘|줄|풀|뽑|고르|빠지|커지|떨어지|이어지|달|지나|고치|펼치|거치"
    r"|미치|붙이|높이|낮추|맞추|갖추"
    r"|감추|멈추|외우|배우|세우|채우|키우|비우|지키|보이|쌓이|모이|놓|놓이|깔|깔리|켜|꺼|끊|이기|뜨|뜻하"
    r"|남기|다니|보|두|되두|이루|부딪히|막히|잡히|밝히|익히|기다리|불리|부르|숨기|옮|겹치|흐르)"
    r"(?:은|는)$|[을를]\s[가-힣]{1,4}는$|(?:커다|파|노|놀)란$|(?:[^가-힣\s]|이)라는$|(?:[없있하되한된는]다|거라)는$|(?:와|과)는$|(?:^|\s)(?:또는|혹은|때로는|보통은"
    r"|실제로는|사실은|지금은|지금까지는|대부분은|개인적으로는|기본적으로는|여기까지는|우선은|아직은|너무나는)$"
)
"""What only looks like a topic: a verb or adjective before a noun (하는, 있는, 같은), a conjunction, an adverb."""

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

JOINT_KO: Final = re.compile(r"(?:고|며|지만|이나|는데),?\s(?=\S)|(?<=[가-힣)`\w]),\s(?=\S)")
"""What joins two clauses."""

LONGEST_SUBJECT: Final = 24

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

HOLDS_KO: Final = re.compile(
    r"^(?P<term>[\w/~.$-]+)(?P<alias>)(?:\s?(?:파일|디렉토리|디렉터리|폴더))?에는?\s(?!대하|대해|대한|의해|따라|비해)"
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
    r"^.*(?:(?:[때면고서며지만라도여해려후]|경우|에|으로),|하면|되면|려면|으면|다면|자면|라면|[하되]지만"
    r"|해서|하여|하고|다르게|달리|[가-힣] ?시(?=\s['\"`“‘]))\s(?=\S)"
)
"""A clause before the subject: "…할 때, Git은"."""

NAMED_KO: Final = re.compile(
    r"^(?P<meaning>.+)(?<![하되있없않리주보])(?:을|를|은|는)\s+(?P<term>[^,]{1,60}?)(?P<alias>"
    + BRACKET
    + r")?"
    + CALLED_KO,
)

CALLED_ON_KO: Final = re.compile(r"(?:이라고|라고)\s(?:부르|하|불리)(?:며|고),?\s")
"""Where a clause that gave one thing its name goes on to another."""

MEANT_ON_KO: Final = re.compile(r"(?<=[을를])\s(?:뜻|의미|지칭)하(?:며|고|는데),?\s")
"""Where a clause that said what its subject means goes on to another."""

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
    r"(?:(?P<term>[A-Za-z~/._$][\w~/.$-]*(?:\s[A-Z][\w-]*)*)(?P<alias>)(?:$|(?=[가-힣]))"
    r"|(?P<other>[가-힣A-Za-z][\w-]*(?:\s[가-힣A-Za-z][\w-]*)?)(?P<gloss>" + BRACKET + r")(?:$|(?=[가-힣])))"
)
"""A noun with its name behind it: "…설정 파일인 ~/.profile", "…메커니즘인 동기화(Synchronization)가"."""

CLAUSE_KO: Final = re.compile(
    r"(?<=[가-힣A-Za-z)`])(?:이므로|이기 때문에|이며|이고|인데|이지만|이라서|(?:으로|로)(?:서|써)?,"
    r"|로(?=\s[A-Za-z][\w.-]*[은는]\s))(?=[\s,]|$)"
)
"""Ends a first clause that already says what the term is."""

ADJUNCT_KO: Final = re.compile(r"^[^,]{1,40}?(?:\s중에?서?|에서의?|에서는|에는|에 있어서?|의 경우)\s(?=\S)")


def clauses(sentence: Run) -> Iterator[Run]:
    """The clauses of a sentence whose later ones have subjects of their own; the sentence itself, if there is one."""
    start = 0
    for joint in MEANT_ON_KO.finditer(sentence.text):
        yield sentence.part(start, joint.end())
        start = joint.end()
    for joint in CALLED_ON_KO.finditer(sentence.text, start):
        if CALLED_END_KO.search(sentence.text.rstrip(" .!"), joint.end()):
            yield sentence.part(start, joint.end())
            start = joint.end()
    for joint in JOINT_KO.finditer(sentence.text, start):
        if joint.group().startswith(",") and not TOPIC_KO.search(sentence.text, start, joint.start()):
            continue
        after = JOINT_KO.search(sentence.text, joint.end())
        last = min(joint.end() + LONGEST_SUBJECT, after.start() if after else len(sentence.text))
        near = TOPIC_KO.finditer(sentence.text, joint.end(), last)
        if any(later.start() > joint.end() and not _adnominal(sentence, later) for later in near):
            yield sentence.part(start, joint.end())
            start = joint.end()
    yield sentence.part(start, len(sentence.text))


def korean(body: Run) -> Iterator[Claim]:
    """The claims a clause can be read to make, the likeliest first."""
    yield from _apposed(body)
    match = POINTED_KO.match(body.text) if body.text.endswith(("다", "임")) else None
    if match and (set_apart(body, *match.span("term")) or _is_name(match)):
        yield claim_from("pointed", body, match)
    match = ENDS_IN_NAME_KO.match(body.text)
    if match and not VERBAL_KO.search(match["term"]):
        yield claim_from("pointed", body, match)
    yield from _called(body)
    for topic in TOPIC_KO.finditer(body.text):
        if topic.start() and not _adnominal(body, topic):
            yield from _topic(body, topic)
            break
    yield from _called_so(body)
    if "의 경우" in body.text and (match := CASE_KO.match(body.text)):
        yield claim_from("topic", body, match)
    match = USED_KO.match(body.text)
    if match and (set_apart(body, *match.span("term")) or MADE_NAME.match(match["term"])):
        yield claim_from("used", body, match)
    if match := HOLDS_KO.match(body.text):
        yield claim_from("holds", body, match)
    if match := AGENT_KO.match(body.text):
        yield claim_from("agent", body, match)


def _apposed(body: Run) -> Iterator[Claim]:
    """What stands before its own name: "…도구인 NAME"."""
    if "인" in body.text and (match := APPOSED_KO.match(body.text)):
        start = match.start("term") if match["term"] else match.start("other")
        end = match.end("term") if match["term"] else match.end("gloss")
        yield Claim("pointed", *named(body.part(start, end)), body.part(*match.span("meaning")))


ENDS_IN_NAME_KO: Final = re.compile(
    rf"^(?P<meaning>.*(?:[는은던]|[한된할될킨른운린긴진])\s(?:\S+\s)?(?:{words(KIND_KO).pattern}|곳))(?:이|가)\s"
    r"(?P<term>[A-Za-z][\w.-]*(?: [A-Za-z][\w.-]*){0,2}|[가-힣]{2,}(?: [가-힣]{2,})?)(?P<alias>" + BRACKET + r")?$"
)
"""What is meant, and its name without a copula: "…하는 방법이 멀티캐스트"."""

VERBAL_KO: Final = re.compile(
    rf"[다요까기게고면서{NOMINAL}]$|(?:{DEEDS}|{FUNCTIONS}|필요|가능|동일|발생|존재|증가|감소|불가|는데|은데|지만|아님)$"
)
"""Ends of what is said of a subject, and names nothing."""

CALLED_SO_KO: Final = re.compile(
    r"(?:^|\s)(?P<term>[가-힣]{2,}?|[\"'“‘]?[A-Za-z][A-Za-z\d.-]*[\"'”’]?)(?P<alias>" + BRACKET + r")?"
    r"(?:이라는|(?<![가-힣])라는|이?라고\s(?:부르는|불리는|불리우는))\s"
    rf"(?P<meaning>(?!이름|것)(?:\S+\s){{0,5}}?\S*(?:{words(KIND_KO).pattern}))"
    r"(?=(?:[을를이가은는로과와에]|으로|이다|입니다)(?:[\s,.]|$)|[,.]|$)"
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


def glossed(body: Run) -> Iterator[Claim]:
    """The claims that stand in brackets behind the names they tell of."""
    if "(" in body.text:
        found = (match for match in GLOSSED_KO.finditer(body.text) if not match["meaning"].endswith(match["term"]))
        yield from (claim_from("pointed", body, match) for match in found)


def _called_so(body: Run) -> Iterator[Claim]:
    match = CALLED_SO_KO.search(body.text) if "라는" in body.text or "라고" in body.text else None
    if match is None:
        return
    before = body.marks[: match.end("term")]
    start = len(before.rstrip(before[-1])) if before[-1] in (BOLD, CODE) else match.start("term")
    if (match["alias"] and " " in match["meaning"]) or MODIFIER_KO.search(match["meaning"]):
        term = body.part(start, match.end("alias") if match["alias"] else match.end("term"))
        yield Claim("pointed", *named(term), body.part(*match.span("meaning")))
    elif MODIFIER_KO.search(body.text[:start][-3:]):
        said = body.part(body.text.rfind(",", 0, start) + 1, match.end("meaning"))
        yield Claim("pointed", *named(body.part(start, match.end("term"))), said)


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


BOUND_KO: Final = re.compile(r"\s(?:데|것|수|때|게|줄|만큼|대로|동안|경우|방법|법)(?:[가-힣]{0,2})(?:\s|$)")
"""A noun that stands only behind a verb: what is before it is no topic ("되살리는 데")."""


EACH_KO: Final = re.compile(
    r"(?P<meaning>[^,]{4,}?)[을를]\s(?P<term>(?!수\s)(?:(?!라고)[^,을를]){1,30}?)(?P<alias>"
    + BRACKET
    + r")?(?<![고며데면서로만])(?<!위해),\s"
)
"""One of several things called by their names in one sentence: "A를 X, B를 Y라 한다"."""


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


def _adnominal(body: Run, topic: re.Match[str]) -> bool:
    if topic.group() in ("는", "은") and BOUND_KO.match(body.text, topic.end()):
        return True
    before = body.marks[topic.start() - 1]
    if before != PLAIN and body.marks[topic.end() - 1] == PLAIN:
        return False
    return bool(ADNOMINAL_KO.search(body.text[: topic.end()].rstrip(",:")))


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
        subject, modified = subject.part(modified.end(), len(subject.text)), None
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
        if modified:
            yield Claim("modified", *named(subject.part(modified.end(), len(subject.text))), said)
