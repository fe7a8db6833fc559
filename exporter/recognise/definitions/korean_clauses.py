"""Korean clauses: where a sentence goes on to another subject, and which particles mark one.

Goes in: the run of a sentence. Comes out: its clauses; and for a particle that looks like that of a topic, whether it
only ends a verb before a noun.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from exporter.recognise.definitions.kinds import CLOSED, words
from exporter.recognise.definitions.korean_names import CALLED_END_KO
from exporter.recognise.text.runs import PLAIN, Run

TOPIC_KO: Final = re.compile(
    r"(?:이?라는 것은|이?라 함은|(?:\(이\))?란|이란|\(은\)는|은\(는\)|은|는|\(는\))(?:[,:]|(?=[\s\"'`]))"
)

STEMS_KO: Final = (
    "하 되 있 없 않 시키 만드 나오 가지 싶 같 많 높 낮 좋 모르 따르 다루 쓰이 이루어지 가리키"
    " 나타내 띄우 걸리 넣 찾 읽 붙 담 남 받 적 작 맞 막 돕 누르 지우 바꾸 옮기 보내 들어가 돌아가"
    " 생기 나가 얻 짧 늦 깊 넓 굵 이끄 묶 잡 알리 올리 내리 돌리 걸 합치 삼 나누 맡 끄 끝나 만나"
    " 일어나 늘 줄 풀 뽑 고르 빠지 커지 떨어지 이어지 달 지나 고치 펼치 거치 미치 붙이 높이 낮추"
    " 맞추 갖추 감추 멈추 외우 배우 세우 채우 키우 비우 지키 보이 쌓이 모이 놓 놓이 깔 깔리 꺼 끊"
    " 이기 뜨 뜻하 남기 다니 이루 부딪히 막히 잡히 밝히 익히 기다리 불리 부르 숨기 옮 겹치 흐르 갖"
    " 사라지 달라지 망가지 무너지 쓰러지 벌어지 던지 나르 가르 오르 이르 둘러싸 감싸 에워싸 꾸미 다스리"
    " 버리 빌리 움직이 건너뛰 바뀌 나뉘 꺼내 빼내 알아내 찾아내 골라내 걸러내 끌어내 매기 맡기 넘기"
    " 당기 튕기 새기 챙기 쪼개 포개 나타나 벗어나 떠나 늘어나 드러나 나아가 건네 일으키 지나치 부딪치"
    " 뿌리 열리 밀리 풀리 눌리 실리 날리 살리 늘리 줄이 늘이 속이 섞이 늦추 가꾸 겨누 메우 끼우 씌우"
    " 엮 섞 겪 꽂 찍 덮 뱉 심 얹 쫓 맺 잊 쏟 믿 닫 걷 접 뜯 훑 밟"
)
"""Stems of verbs and adjectives, as they stand before 는 or 은."""

SHORT_KO: Final = "가 보 오 도 두 주 쓰 켜 사 타 파 짜 세 대 재 매 빼 떼 깨 내 싸 까 쥐 쉬 뛰"
"""Stems of one syllable, which is the end of many a noun, too: "정보는"."""

ADNOMINAL_KO: Final = re.compile(
    rf"(?:[어아여해려겨쳐켜혀펴져워둬뤄줘]지|{words(STEMS_KO).pattern})(?:은|는)$|[{CLOSED}]는$"
    rf"|(?:(?<![가-힣])|[어아여해려겨쳐켜혀펴져워둬뤄줘러라와가])(?:{words(SHORT_KO).pattern})는$"
    r"|[을를]\s[가-힣]{1,4}[는은]$|(?:[가-힣]다|파|노|놀)란$|(?:[^가-힣\s]|이)라는$|(?:[없있하되한된는]다|거라)는$|(?:와|과)는$|(?:^|\s)(?:또는|혹은|때로는|보통은"
    r"|실제로는|사실은|지금은|지금까지는|대부분은|개인적으로는|기본적으로는|여기까지는|우선은|아직은|너무나는)$"
)
"""What only looks like a topic: a verb or adjective before a noun (하는, 있는, 같은), a conjunction, an adverb.

No noun that ends in a consonant has 는 behind it.
"""

JOINT_KO: Final = re.compile(r"(?:고|며|지만|이나|는데),?\s(?=\S)|(?<=[가-힣)`\w]),\s(?=\S)")
"""What joins two clauses."""

LONGEST_SUBJECT: Final = 24

CALLED_ON_KO: Final = re.compile(r"(?:이라고|라고)\s(?:부르|하|불리)(?:며|고),?\s")
"""Where a clause that gave one thing its name goes on to another."""

MEANT_ON_KO: Final = re.compile(r"(?<=[을를])\s(?:뜻|의미|지칭)하(?:며|고|는데),?\s")
"""Where a clause that said what its subject means goes on to another."""

BOUND_KO: Final = re.compile(
    r"\s(?:데|것|수|때|게|줄|만큼|대로|동안|경우|방법|법)(?:에|에는|에서|에도|은|는|이|가|을|를|도|만|로|과|와|의|인|이다)?(?:\s|$)"
)
"""A noun that stands only behind a verb: what is before it is no topic ("되살리는 데")."""


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
        if any(later.start() > joint.end() and not adnominal(sentence, later) for later in near):
            yield sentence.part(start, joint.end())
            start = joint.end()
    yield sentence.part(start, len(sentence.text))


def adnominal(body: Run, topic: re.Match[str]) -> bool:
    """Whether a particle that looks like that of a topic ends a verb or adjective before a noun."""
    if topic.group() in ("는", "은") and BOUND_KO.match(body.text, topic.end()):
        return True
    before = body.marks[topic.start() - 1]
    if before != PLAIN and body.marks[topic.end() - 1] == PLAIN:
        return False
    return bool(ADNOMINAL_KO.search(body.text[: topic.end()].rstrip(",:")))


def in_brackets(text: str, at: int) -> bool:
    """Whether a place in a text stands between brackets."""
    return text.rfind("(", 0, at) > text.rfind(")", 0, at) and ")" in text[at:]
