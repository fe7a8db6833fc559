"""Korean clauses: where a sentence goes on to another subject, and which particles mark one.

Goes in: the run of a sentence. Comes out: its clauses; and for a particle that looks like that of a topic, whether it
only ends a verb before a noun.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from exporter.recognise.definitions.korean_names import CALLED_END_KO
from exporter.recognise.text.runs import PLAIN, Run

TOPIC_KO: Final = re.compile(
    r"(?:이?라는 것은|이?라 함은|(?:\(이\))?란|이란|\(은\)는|은\(는\)|은|는|\(는\))(?:[,:]|(?=[\s\"'`]))"
)

ADNOMINAL_KO: Final = re.compile(
    r"(?:[어아여해려겨쳐켜혀펴져워둬뤄줘]지|하|되|있|없|않|시키|만드|나오|가지|갖|주|싶|같|많|높|낮|좋|모르|따르|다루|쓰이|이루어지|가리키"
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
