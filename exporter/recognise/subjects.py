"""What a sentence speaks of, and what it says of it.

Goes in: the run of one sentence. Comes out: a `Claim` (a term, its other names, what is said of it, and the form it was
said in), or None where the sentence has no subject a reader would look up. Whether a claim is a definition is decided
in `weighing`; here stands only grammar: topic particles, copulas, "is called", brackets with another name.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Final, Literal

from exporter.recognise.kinds import KIND_KO, words
from exporter.recognise.runs import BOLD, CODE, PLAIN, Run
from exporter.study import Language

Form = Literal[
    "led",
    "topic",
    "modified",
    "agent",
    "holds",
    "used",
    "defined",
    "named",
    "pointed",
    "separated",
    "nested",
    "titled",
    "row",
]
"""How a claim is put: **X** and a meaning, "X는 …", "…하는 X는 …", "X가 …",
"X에는 …", "…하려면 X를 사용한다", "X란 …", "…을 X라고 한다", "…것이 X다", "X: …", X over an indented
text, a text under the heading X, a row of a table."""


@dataclass(frozen=True, slots=True)
class Claim:
    """A term, its other names, and what is said of it."""

    form: Form
    term: Run
    aliases: tuple[str, ...]
    meaning: Run

    @property
    def name(self) -> str:
        """The term as plain words on one line."""
        return " ".join(self.term.text.split())


def script(text: str) -> Language:
    """The language a text is written in, by its letters alone."""
    return next((language for language, letters in SCRIPTS if letters.search(text)), "en")


SCRIPTS: Final[tuple[tuple[Language, re.Pattern[str]], ...]] = (
    ("ko", re.compile("[가-힣]")),
    ("ja", re.compile("[ぁ-んァ-ヶ]")),
    ("zh", re.compile("[一-鿿]")),
)

BRACKET: Final = r"(?:\s?[(（][^()（）]{1,60}[)）])"

CALLED_KO: Final = (
    r"\s?(?:이라고|라고|이라|라)\s?(?:도\s)?(?:한다|합니다|함|해요|부른다|부릅니다|부름"
    r"|일컫는다|칭한다|불린다|말한다|(?:하|부르|불리|칭하)(?:며|고|는데|는|지만).*)$"
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
    r"|남기|다니|보|두|되두)"
    r"(?:은|는)$|(?:[^가-힣\s]|이)라는$|(?:[없있하되한된는]다|거라)는$|(?:와|과)는$|(?:^|\s)(?:또는|혹은|때로는|보통은"
    r"|실제로는|사실은|지금은|지금까지는|대부분은|개인적으로는|기본적으로는|여기까지는|우선은|아직은|너무나는)$"
)
"""What only looks like a topic: a verb or adjective before a noun (하는, 있는, 같은), a conjunction, an adverb."""

NO_SUBJECT_KO: Final = re.compile(
    r"(?:에|에서|에게|까지|부터|으로|[할될한된을는쓸볼] ?때|때|경우|하면|되면|려면|하고|하지만|해서|하기"
    r"|동안|처럼|보다|[가-힣]지 않게)$|^[^가-힣\w]*$"
)
"""Ends of words that can't be what a sentence is about."""

JOINT_KO: Final = re.compile(r"(?:고|며|지만|이나|는데),?\s(?=\S)|(?<=[가-힣)`\w]),\s(?=[`\w<>])")
"""What joins two clauses."""
LONGEST_SUBJECT: Final = 24

OWNED_KO: Final = re.compile(r"^\S+의\s(?=\S+\s?\([A-Za-z][^()]*\)$)")
NAME: Final = re.compile(r"^[A-Za-z][\w.+/-]*(?:\s[A-Za-z][\w.+/-]*)*(?:\s?\(.*\))?$|^\S+\s?\([A-Za-z][^()]*\)$")
"""What is a name beyond doubt: Latin words, or a word with another name in brackets."""
MODIFIED_KO: Final = re.compile(r"^.*(?:[하되있없않]는|[가-힣](?:은|던|인)|[한된할될킨린긴진])\s(?=\S)")
"""A clause that modifies the subject: "컨테이너를 실행하는 도구는"."""

ADVERBS_KO: Final = re.compile(r"^(?:\S+(?:적으로|에서도|으로는|으로써|대로|별로|부터|로)\s)+(?=\S)")
"""Adverbs before the subject: "그중에서도", "반대로"."""
USED_KO: Final = re.compile(
    r"^(?P<meaning>.+(?:려면|위해서?|때는?|경우에?는?))\s(?P<term>[A-Za-z][\w./-]*[A-Za-z])(?P<alias>)(?:을|를)\s"
    r"(?:사용|이용|활용)(?:한다|합니다|함|하면 된다|하면 됩니다)$"
)
"""What one uses for something: "…하려면 X를 사용한다"."""
CASE_KO: Final = re.compile(
    r"^(?P<term>\S+(?:\s\S+){0,2}?)(?P<alias>" + BRACKET + r")?의 경우(?:에는|엔|는|,)?\s(?P<meaning>.+)$"
)
"""A subject named as a case: "X의 경우 … 방식이다"."""
HOLDS_KO: Final = re.compile(
    r"^(?P<term>[\w/~.$-]+)(?P<alias>)(?:\s?(?:파일|디렉토리|디렉터리|폴더))?에는?\s"
    r"(?P<meaning>.+(?:(?:저장|보관|포함|기록|설치)(?:되|돼|된|됨)|들어|담겨|담긴|모여)[가-힣 ]*)$"
)
"""What a place holds: "/etc에는 설정 파일이 들어 있다"."""
AGENT_KO: Final = re.compile(
    r"^(?P<term>[가-힣A-Za-z][\w.-]*(?:\s[가-힣A-Za-z][\w.-]*){0,2}?)(?P<alias>"
    + BRACKET
    + r")?(?:이|가)\s(?P<meaning>.+(?:역할|담당|책임)[가-힣 ]*)$"
)
"""Whose part something is: "kubelet이 … 역할을 한다"."""
MEANS_KO: Final = re.compile(r"(?:의미|뜻|말|가리|나타)(?:하|낸|냅|킨|킵|한|합)?[가-힣]*$")
ABOUT_KO: Final = re.compile(
    r"^(?P<term>.+?)(?:에 대해서|에 대하여|의 (?:의미|뜻|정의|경우|역할|목적|용도|개념|기능)|(?:이라"
    r"|라)는 (?:것|개념|도구|명령어|용어|단어|말|용어|기능|파일))$"
)
BROKEN_KO: Final = re.compile(
    r"^.*(?:(?:[때면고서며지만라도여해려후]|경우|에|으로),|하면|되면|려면|으면|다면|자면|라면|[하되]지만"
    r"|해서|하여|하고|다르게|달리)\s(?=\S)"
)
"""A clause before the subject: "…할 때, Git은"."""

NAMED_KO: Final = re.compile(
    r"^(?P<meaning>.+)(?:을|를|은|는)\s+(?P<term>[^,]{1,60}?)(?P<alias>" + BRACKET + r")?" + CALLED_KO,
)
CALLED_END_KO: Final = re.compile(r"(?P<alias>" + BRACKET + ")?" + CALLED_KO.replace("|라)", "|라|고)"))
POINTED_KO: Final = re.compile(
    rf"^(?P<meaning>.+(?:{words(KIND_KO).pattern}|곳|존재|말|이름|작업|구성_?요소))(?:이"
    rf"|가)\s(?:바로\s)?(?P<term>[^,]{{2,40}}?)(?P<alias>{BRACKET})?"
    r"(?:이다|입니다|임"
    r"|"
    r"(?<=[A-Za-z`)가개고구거게기노누대데더도두드러로료루마머모무미바배부비사서소수스시어여오요우유의자제조주차체초추카코크타터테토투트티파포프피호호스너커버])다)$"
)
APPOSED_KO: Final = re.compile(
    r"^(?P<meaning>.*(?:파일|도구|툴|명령어|프로그램|시스템|변수|경로|함수"
    r"|서비스))인\s(?P<term>[A-Za-z~/._$][\w~/.$-]*)(?P<alias>)$"
)
"""A noun with its name behind it: "…설정 파일인 ~/.profile"."""
CLAUSE_KO: Final = re.compile(
    r"(?<=[가-힣A-Za-z)`])(?:이므로|이기 때문에|이며|이고|인데|이지만|이라서|(?:으로|로)(?:서|써)?,)(?=[\s,]|$)"
)
"""Ends a first clause that already says what the term is."""

SUBJECT_EN: Final = re.compile(
    r"^(?:(?:the|an?|each|so|basically|in short|in \w+)[, ]\s*)?(?P<term>[^\s,;:()?!]+(?:\s[^\s,;:()?!]+){0,4}?)"
    r"(?P<alias>" + BRACKET + r")?(?P<extra>,?\s(?:or|aka|a\.k\.a\.?)\s[^,]{2,30},)?\s"
    r"(?P<verb>is|are|refers? to|means?|stands? for|represents?|denotes?|describes?|defines?"
    r"|allows?|lets?|provides?|contains?|specif(?:y|ies)|indicates?|goes|holds?|stores?|manages?|controls?"
    r"|tells?)\s(?P<meaning>.+)$",
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
    r"(?P<term>[^\s,.;]+(?:\s[^\s,.;]+){0,3})$",
    re.IGNORECASE,
)

SUBJECT_ZH: Final = re.compile(
    r"^(?P<term>[^，。,：:；;（(？?]{1,24}?)(?P<alias>" + BRACKET + r")?\s?，?"
    r"(?P<verb>是指|指的是|指的就是|就是|则是|是|即|用于|用来|表示|代表|相当于)\s?(?P<meaning>[^，。].+)$"
)
NAMED_ZH: Final = re.compile(
    r"^(?P<meaning>.{4,}?)，?(?:被)?(?:称为|称之为|称作|叫做|叫作)\s?(?P<term>[^，。]{1,20}?)(?P<alias>"
    + BRACKET
    + ")?$"
)
SUBJECT_JA: Final = re.compile(
    r"^(?P<term>[^、。，：:（(？?]{1,30}?)(?P<alias>" + BRACKET + r")?\s?"
    r"(?P<verb>というのは|とは|は)、?\s?(?P<meaning>.+)$"
)
NAMED_JA: Final = re.compile(
    r"^(?P<meaning>.{4,}?)(?:のこと)?を、?(?P<term>[^、。]{1,30}?)(?P<alias>"
    + BRACKET
    + r")?と(?:呼ぶ|呼びます|いう|いいます|言う|言います)$"
)

END: Final = re.compile(r"[\s.!?。！？~:：)\]^ㅎㅋㅠ😄]*$")
LEAD: Final = re.compile(
    r"^(?:[\s\W]*?(?:즉|마지막으로|그리고|또한|또|여기서 말하는|여기서|참고로|먼저|우선|이때|따라서|그래서"
    r"|하지만|그러나|그런데|결국|간단히|일단|쉽게 말해서?|쉽게 말하면|말하자면|간단히 말해서?"
    r"|간단하게 말하면|정확히는|실제로|특히|대표적으로|이 ?중에?서?|그 ?중에?서?|여기에서|우리가 사용하는"
    r"|첫째|둘째|셋째|이제|보통|기본적으로|일반적으로"
    r"|원래|다시 말해|예를 들어|말 그대로|한마디로|이제|다음으로|반면|반면에|So|Now|And|But|Also|因此|所以"
    r"|其中|另外|つまり|また|なお)(?:[,，、]\s?|\s))+"
)
"""Words that join a sentence to the one before."""

ORDINAL: Final = re.compile(
    r"^(?:\(?\d{1,2}(?:[.)]|-\d+[.)]?)|[①-⑳]|[a-zA-Z가-힣][.)])\s+|^[\s*•·▶►■□◆◇※👉✔✅🔹📌⭐→>]+(?=\S)|^-\s+"
)
"""A number or sign before the words."""

ADJUNCT_KO: Final = re.compile(r"^[^,]{1,40}?(?:\s중에?서?|에서의?|에서는|에는|에 있어서?|의 경우)\s(?=\S)")
QUOTED: Final = re.compile(r"^[\"'“‘「『\[<](?P<inside>[^\"'”’」』\]>]+)[\"'”’」』\]>]$")
GLOSS: Final = re.compile(r"^(?P<term>.+?)\s?[(（](?P<alias>[^()（）]{1,60})[)）]$")
CLASS_WORD: Final = re.compile(
    r"^\s?(?:파일|파라미터|매개변수|변수|함수|필드|속성|키|키워드|값|항목|인스트럭션|디렉토리|디렉터리"
    r"|폴더|설정|field|file|key|variable|parameter|参数|文件|变量|字段|ファイル)$"
)
"""A word that only tells what kind of thing the code word before it is."""


PLAIN_NAME: Final = re.compile(
    r"^(?P<name>[A-Za-z_$@][\w.$-]*)\s(?:속성|필드|키|값|파라미터|매개변수|변수|함수|메서드|메소드|파일"
    r"|field|key|parameter|variable)$"
)
"""A name with such a word behind it, where nothing sets the name apart."""


def claims_of(sentence: Run) -> tuple[tuple[Claim, ...], ...]:
    """What a sentence claims, for each of its clauses ("…고, Y는 …"): the ways to read it, the likeliest first.

    Where the last of several says outright what its subject means, the others are taken to do so too ("r은 읽기, w는
    쓰기를 뜻한다").
    """
    read = [tuple(_ways(clause)) for clause in clauses(_on_one_line(sentence))]
    if len(read) > 1 and read[-1] and MEANS_KO.search(read[-1][0].meaning.text):
        return tuple(tuple(replace(claim, form="defined") for claim in ways) for ways in read)
    return tuple(read)


def claim_of(clause: Run) -> Claim | None:
    """What one clause claims of its subject, None where it has none."""
    return next(_ways(_on_one_line(clause)), None)


def _ways(clause: Run) -> Iterator[Claim]:
    lead = LEAD.match(clause.text)
    end = END.search(clause.text)
    body = clause.part(lead.end() if lead else 0, end.start() if end else len(clause.text))
    return CLAIMS[script(body.text)](body)


def _on_one_line(run: Run) -> Run:
    return Run(run.inlines, run.text.replace("\n", " "), run.marks)


def clauses(sentence: Run) -> Iterator[Run]:
    """The clauses of a sentence whose later ones have subjects of their own; the sentence itself, if there is one."""
    start = 0
    for joint in JOINT_KO.finditer(sentence.text):
        near = TOPIC_KO.finditer(sentence.text, joint.end(), joint.end() + LONGEST_SUBJECT)
        if any(later.start() > joint.end() and not _adnominal(sentence, later) for later in near):
            yield sentence.part(start, joint.end())
            start = joint.end()
    yield sentence.part(start, len(sentence.text))


def _korean(body: Run) -> Iterator[Claim]:
    if match := APPOSED_KO.match(body.text):
        yield _claim("pointed", body, match)
    match = POINTED_KO.match(body.text)
    if match and (_set_apart(body, *match.span("term")) or _is_name(match)):
        yield _claim("pointed", body, match)
    yield from _called(body)
    for topic in TOPIC_KO.finditer(body.text):
        if topic.start() and not _adnominal(body, topic):
            yield from _topic(body, topic)
            break
    if match := CASE_KO.match(body.text):
        yield _claim("topic", body, match)
    if match := USED_KO.match(body.text):
        yield _claim("used", body, match)
    if match := HOLDS_KO.match(body.text):
        yield _claim("holds", body, match)
    if match := AGENT_KO.match(body.text):
        yield _claim("agent", body, match)


def _is_name(match: re.Match[str]) -> bool:
    """Whether a term that nothing sets apart is one: few words, none of a clause, and after a noun with 이/가."""
    before = match.string[match.end("meaning") : match.start("term")].strip()
    return (
        before[:1] in ("이", "가")
        and bool(re.fullmatch(r"[A-Za-z][\w.-]*(?: [A-Za-z][\w.-]*)?|[가-힣A-Za-z]+(?: [가-힣]+)?", match["term"]))
        and not re.search(r"[는은한된할]\s|[적편]$", match["term"])
        and (match["meaning"].endswith(("것", "곳")) or not re.search(rf"(?:{words(KIND_KO).pattern})$", match["term"]))
    )


def _called(body: Run) -> Iterator[Claim]:
    """What is called so: the term is what is set apart before the ending, else the words after the last 을."""
    end = CALLED_END_KO.search(body.text)
    if end and end.start() and body.marks[end.start() - 1] in (BOLD, CODE):
        start = len(body.marks[: end.start()].rstrip(BOLD + CODE))
        before = body.part(0, start)
        if before.text.endswith(("을", "를", "은", "는")):
            stop = end.end("alias") if end["alias"] else end.start()
            yield Claim("named", *named(body.part(start, stop)), before.part(0, len(before.text) - 1))
    match = NAMED_KO.match(body.text)
    if match and not match["term"].endswith(("다", "것", "기", "려", "자")):
        yield _claim("named", body, match)


def _adnominal(body: Run, topic: re.Match[str]) -> bool:
    before = body.marks[topic.start() - 1]
    if before != PLAIN and body.marks[topic.end() - 1] == PLAIN:
        return False
    return bool(ADNOMINAL_KO.search(body.text[: topic.end()].rstrip(",:")))


def _topic(body: Run, topic: re.Match[str]) -> Iterator[Claim]:
    subject = body.part(0, topic.start())
    for before in (BROKEN_KO, ADJUNCT_KO, OWNED_KO):
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
    if not NO_SUBJECT_KO.search(subject.text) and not divided and subject.text.count("(") == subject.text.count(")"):
        form: Form = "defined" if DEFINED_KO.search(topic.group()) else "topic"
        said = body.part(topic.end(), clause.start() if clause else len(body.text))
        yield Claim(form, *named(subject), said)
        if modified:
            yield Claim("modified", *named(subject.part(modified.end(), len(subject.text))), said)


def _english(body: Run) -> Iterator[Claim]:
    if match := NAMED_EN.match(body.text):
        yield _claim("named", body, match)
    if match := SUBJECT_EN.match(body.text):
        if NO_SUBJECT_EN.match(match["term"]):
            return
        claim = _claim("topic", body, match)
        start = match.start("meaning" if COPULA_EN.match(match["verb"]) else "verb")
        form: Form = "defined" if DEFINED_EN.match(match["verb"]) else "topic"
        yield Claim(form, claim.term, claim.aliases, body.part(start, len(body.text)))


def _chinese(body: Run) -> Iterator[Claim]:
    if match := NAMED_ZH.match(body.text):
        yield _claim("named", body, match)
    if match := SUBJECT_ZH.match(body.text):
        yield _claim("defined" if "指" in match["verb"] else "topic", body, match)


def _japanese(body: Run) -> Iterator[Claim]:
    if match := NAMED_JA.match(body.text):
        yield _claim("named", body, match)
    if match := SUBJECT_JA.match(body.text):
        yield _claim("topic" if match["verb"] == "は" else "defined", body, match)


CLAIMS: Final = {"ko": _korean, "en": _english, "zh": _chinese, "ja": _japanese}


def _claim(form: str, body: Run, match: re.Match[str]) -> Claim:
    end = match.end("alias") if match.groupdict().get("alias") else match.end("term")
    return Claim(form, *named(body.part(match.start("term"), end)), body.part(*match.span("meaning")))  # type: ignore[arg-type]


def _set_apart(body: Run, start: int, end: int) -> bool:
    return set(body.marks[start:end]) <= {BOLD, CODE} or bool(QUOTED.match(body.text[start:end]))


def named(subject: Run) -> tuple[Run, tuple[str, ...]]:
    """A term without numbers, quotes and class words around it, and its other names."""
    ordinal = ORDINAL.match(subject.text)
    if ordinal and subject.marks[0] != CODE:
        subject = subject.part(ordinal.end(), len(subject.text))
    aliases: tuple[str, ...] = ()
    gloss = GLOSS.match(subject.text)
    if gloss:
        aliases = tuple(name for name in re.split(r"\s*[,/]\s*", gloss["alias"].strip("`'\" ")) if name)
        subject = subject.part(0, gloss.end("term"))
    subject = subject.part(len(subject.text) - len(subject.text.lstrip("“‘")), len(subject.text))
    quoted = QUOTED.match(subject.text)
    if quoted and CODE not in subject.marks:
        subject = subject.part(*quoted.span("inside"))
    if (plain := PLAIN_NAME.match(subject.text)) and CODE not in subject.marks:
        aliases = (*aliases, plain["name"])
    code = len(subject.marks) - len(subject.marks.lstrip(CODE))
    if code and CLASS_WORD.match(subject.text[code:]):
        subject = subject.part(0, code)
    return subject, aliases
