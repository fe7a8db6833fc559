"""A claim: something said of something, before anyone has judged whether it defines it.

Goes in: runs. Comes out: `Claim`; and `named`, which takes numbers, quotes and class words off a term and finds its
other names.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final, Literal

from exporter.recognise.text.runs import BOLD, CODE, LINK, Run
from exporter.study import Language

Form = Literal[
    "led",
    "topic",
    "agent",
    "acts",
    "used",
    "holds",
    "defined",
    "named",
    "pointed",
    "separated",
    "nested",
    "stacked",
    "titled",
    "headed",
    "row",
]
"""How a claim is put: **X** and a meaning, "X는 …", "X가 …", `X` and what it does,
"`X`를 사용해 …", "X에는 …", "X란 …", "…을 X라고 한다", "…것이 X다", "X: …", X over an indented text,
X on a line above a text, a text under the heading X, a heading "X: …", a row of a table."""


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


BRACKET: Final = r"(?:\s?[(（][^()（）]{1,60}[)）])"

ORDINAL: Final = re.compile(
    r"^(?:\(?\d{1,2}(?:[.)]|-\d+[.)]?)|[①-⑳]|[a-zA-Z가-힣][.)])\s+|^[\s*•·▶►■□◆◇※👉✔✅🔹📌⭐→>]+(?=\S)(?!(?:or|또는|혹은)\s)|^-\s+"
    r"|^(?:[\U0001F000-\U0001FAFF\u2600-\u27BF]\uFE0F?\s?)+"
)
"""A number or sign before the words."""

QUOTED: Final = re.compile(
    r"^(?:(?:[\"'“‘「『]|[\[<](?=[^\W_]{2}))(?P<inside>[^\"'”’」』\]>]+)[\"'”’」』\]>]|(?P<sign>[_*])(?P<held>[^_*]+)(?P=sign))$"
)
"""A term in quotes, in brackets that are no part of it, or between signs that were to set it in italics."""

EITHER: Final = re.compile(
    r"^(?:an?\s|the\s)?(?P<term>\S+(?:\s\S+){0,2}?)\s(?:또는|혹은|or(?:\san?|\sthe)?)\s(?P<other>\S+(?:\s\S+){0,2})$"
)
"""Two names of one thing: "A 또는 B"."""

TAGGED: Final = re.compile(r"^<(?P<tag>\w+)>(?P<inside>[^<>]+)</(?P=tag)>$")
"""A term in a tag that is none of HTML, which stays text."""

GLOSS: Final = re.compile(r"^(?P<term>.+?)\s?[(（](?P<alias>[^()（）]{1,120})[)）]$")

ARGUMENT: Final = re.compile(r"[A-Za-z\d]{1,2}")
"""What stands in brackets behind a name in code and is no other name but what it is given: `T(n)`."""

CLASS_WORD: Final = re.compile(
    r"^\s?(?:파일|파라미터|매개변수|변수|함수|필드|속성|키|키워드|값|항목|문법|구문|연산자|기호|인스트럭션|디렉토리|디렉터리"
    r"|폴더|설정|field|file|key|variable|parameter|コマンド|参数|文件|变量|字段|ファイル)$"
)
"""A word that only tells what kind of thing the code word before it is."""

PLAIN_NAME: Final = re.compile(
    r"^(?P<name>[A-Za-z_$@][\w.$-]*)\s(?:속성|필드|키|값|파라미터|매개변수|변수|함수|메서드|메소드|파일"
    r"|field|key|parameter|variable)$"
)
"""A name with such a word behind it, where nothing sets the name apart."""


CLASSED: Final = re.compile(
    r"^(?P<name>.+[)）])(?:용|식|형)?(?:\s처리)?\s(?:방식|기법|기능|개념|패턴|모델|도구|서비스|시스템|객체|오브젝트|파일|명령어?|함수|프로토콜|알고리즘|운영체제|언어|구조|정책|전략)$"
)
"""A name with another in brackets, and a word behind both that only tells what kind of thing they name."""


def named(subject: Run) -> tuple[Run, tuple[str, ...]]:
    """A term without numbers, quotes and class words around it, and its other names."""
    ordinal = ORDINAL.match(subject.text)
    if ordinal and subject.marks[0] != CODE:
        subject = subject.part(ordinal.end(), len(subject.text))
    aliases: tuple[str, ...] = ()
    subject = _unquoted(subject)
    if classed := CLASSED.match(subject.text):
        subject = subject.part(0, classed.end("name"))
    gloss = GLOSS.match(subject.text)
    if gloss and not (set(subject.marks) == {CODE} and ARGUMENT.fullmatch(gloss["alias"])):
        aliases = tuple(name for name in re.split(r"\s*[,/]\s*", gloss["alias"].strip("`'\" ")) if name)
        subject = subject.part(0, gloss.end("term"))
    subject = _unquoted(subject)
    subject = subject.part(len(subject.text) - len(subject.text.lstrip("“‘")), len(subject.text))
    if tagged := TAGGED.match(subject.text):
        subject = subject.part(*tagged.span("inside"))
    if either := EITHER.match(subject.text):
        aliases = (*aliases, either["other"].strip("`'\""))
        subject = subject.part(*either.span("term"))
    if (plain := PLAIN_NAME.match(subject.text)) and CODE not in subject.marks:
        aliases = (*aliases, plain["name"])
    code = len(subject.marks) - len(subject.marks.lstrip(CODE))
    if code and CLASS_WORD.match(subject.text[code:]):
        subject = subject.part(0, code)
    return subject, aliases


def _unquoted(subject: Run) -> Run:
    """A term without quotes around it; code keeps its own."""
    quoted = QUOTED.match(subject.text)
    if quoted is None or CODE in (subject.marks[0], subject.marks[-1]):
        return subject
    return subject.part(*quoted.span("inside" if quoted["inside"] else "held"))


def claim_from(form: str, body: Run, match: re.Match[str]) -> Claim:
    """The claim of a pattern with the groups `term`, `meaning` and, where it has one, `alias`."""
    end = match.end("alias") if match.groupdict().get("alias") else match.end("term")
    return Claim(form, *named(body.part(match.start("term"), end)), body.part(*match.span("meaning")))  # type: ignore[arg-type]


def parted(sentence: Run, joints: re.Pattern[str]) -> Iterator[Run]:
    """What stands between the joints of a sentence; the sentence itself, if it has none."""
    start = 0
    for joint in joints.finditer(sentence.text):
        yield sentence.part(start, joint.start())
        start = joint.end()
    yield sentence.part(start, len(sentence.text))


SCRIPTS: Final[tuple[tuple[Language, re.Pattern[str]], ...]] = (
    ("ko", re.compile("[가-힣]")),
    ("ja", re.compile("[ぁ-んァ-ヶ]")),
    ("zh", re.compile("[一-鿿]")),
)


def script(text: str) -> Language:
    """The language a text is written in, by its letters alone."""
    return next((language for language, letters in SCRIPTS if letters.search(text)), "en")


def set_apart(body: Run, start: int, end: int) -> bool:
    """Whether all characters of a part are bold or code, or it stands in quotes."""
    return set(body.marks[start:end]) <= {BOLD, CODE} or bool(QUOTED.match(body.text[start:end]))


SET_APART: Final = re.compile("|".join(re.escape(mark) + "+" for mark in (BOLD, CODE, LINK)))
"""In the marks of a run: what is set apart from the words around it."""


def told_after(body: Run, pattern: re.Pattern[str]) -> Iterator[Claim]:
    """What is said of the code or bold word that a sentence begins with."""
    lead = len(body.marks) - len(body.marks.lstrip(body.marks[:1])) if body.marks[:1] in (BOLD, CODE) else 0
    match = pattern.match(body.text[lead:]) if lead else None
    if match:
        said = body.part(lead + match.start("meaning"), len(body.text))
        yield Claim("acts", *named(body.part(0, lead)), said)
