"""Chinese and Japanese grammar: what a sentence speaks of.

Goes in: the run of a sentence or clause. Comes out: its clauses, and the claims that a clause can be read to make, the
likeliest first.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from exporter.recognise.definitions.claims import BRACKET, SET_APART, Claim, Form, claim_from, named, parted, told_after
from exporter.recognise.text.runs import CODE, Run

LED_CJK: Final = re.compile(
    r"^\s?(?:目录|文件|字段|命令|参数|下面?|中|里面?)?，?(?P<meaning>(?:则?是|则?用于|用来|记录|存储|存放|保存|包含|则?表示|指定|指向|定义|负责"
    r"|管理|提供|控制|描述|决定|[则来]?代表).{3,})$"
)
"""What a Chinese sentence says right behind the code word that is its subject."""

SUBJECT_ZH: Final = re.compile(
    r"^(?:所谓的?|一个|每个)?(?P<term>(?!本质|主要|作用|目的|就|如果|当然|尤其|比如|因为|所以|但是|而且|虽然|由于|为了|对于|关于|根据|[^，]*(?:之?后|时|会(?![话议员计])).*，)[^，。,：:；;（(？?]{1,24}?)(?<!应该)(?<!可能)(?<!可以)(?P<alias>"
    + BRACKET
    + r")?\s?，?"
    r"(?:一般|通常|主要|其实|本身|实际上|本质上|也|都)*(?:(?:是指(?![向定令])|指的是|指的就是|就是|则是|是|即(?![可使将])|指(?![定令向示])|可以?理解为|可以看[作成]|的意思是)\s?(?P<meaning>[^，。].+)$"
    r"|(?:可以)?(?P<said>(?:主要)?(?:用于|用来|表示|代表|相当于|负责|指向|决定|管理|记录|存储|保存)(?!的).+)$)"
)
KIND_FIRST_ZH: Final = re.compile(r"^[^，；]*(?:的|一[个种款类项])[^，；的]{1,12}(?=[，；])")
"""A clause that already says what the subject is, before the next tells more."""

DEFINED_ZH: Final = re.compile(r"^(?:所谓|.{1,30}?(?:指的|是指|的意思|指(?![定令向示])))")

NAMED_ZH: Final = re.compile(
    r"^(?P<meaning>.{2,}?)，?(?:被)?(?:称为|称之为|称作|叫做|叫作)\s?[“「『\"]?(?P<term>[^，,。”」』\"]{1,20}?)(?P<alias>"
    + BRACKET
    + '[”」』"]?)?$'
)

SUBJECT_JA: Final = re.compile(
    r"^(?P<term>[^、。，：:（(？?]{1,30}?)(?<!の)(?<!こと)(?<!あと)(?<!今回)(?<!とき)(?<!場合)(?<!ところ)(?<![にでとあこて])(?P<alias>"
    + BRACKET
    + r")?\s?"
    r"(?P<verb>というのは|とは|は)[、,，]?\s?(?P<meaning>.+)$"
)

NAMED_JA: Final = re.compile(
    r"^(?P<meaning>.{2,}?)(?:のこと)?を、?(?P<term>[^、。を]{1,30}?)(?P<alias>"
    + BRACKET
    + r")?と(?:呼ぶ|呼びます|いう|いいます|言う|言います)$"
)

JOINT_ZH: Final = re.compile(
    r"[，；,;]\s?(?:而|同时)?(?=(?![就则])[^，。；,;]{1,14}?(?:则是|就是|是指|是一|用于|表示|代表|是[^，。；是]{3,}的))"
)
"""What joins two clauses that both tell what something is."""

BEFORE_ZH: Final = re.compile(r"(?:^|[，,、；;.]\s?|[用个])\s?$")
"""What may stand before a code word that a Chinese sentence goes on to tell of."""


def clauses_zh(sentence: Run) -> Iterator[Run]:
    """The clauses of a Chinese sentence that each tell what something is; the sentence itself, if there is one."""
    return parted(sentence, JOINT_ZH)


def chinese(body: Run) -> Iterator[Claim]:
    """The claims a Chinese clause can be read to make, the likeliest first."""
    if match := NAMED_ZH.match(body.text):
        yield claim_from("named", body, match)
    yield from told_after(body, LED_CJK)
    yield from _led_on(body)
    if match := SUBJECT_ZH.match(body.text):
        end = match.end("alias") if match["alias"] else match.end("term")
        start, end_said = match.span("meaning" if match["meaning"] else "said")
        first = KIND_FIRST_ZH.match(body.text[start:end_said])
        said = body.part(start, start + first.end() if first else end_said)
        form: Form = "defined" if DEFINED_ZH.match(body.text[: said.start - body.start]) else "topic"
        yield Claim(form, *named(body.part(match.start("term"), end)), said)


def _led_on(body: Run) -> Iterator[Claim]:
    """What a Chinese sentence tells of a code word that it does not begin with."""
    for name in SET_APART.finditer(body.marks):
        before = body.text[: name.start()]
        told = LED_CJK.match(body.text[name.end() :]) if before and BEFORE_ZH.search(before) else None
        if told and body.marks[name.start()] == CODE:
            said = body.part(name.end() + told.start("meaning"), len(body.text))
            yield Claim("acts", *named(body.part(*name.span())), said)


def japanese(body: Run) -> Iterator[Claim]:
    """The claims a Japanese clause can be read to make, the likeliest first."""
    if match := NAMED_JA.match(body.text):
        yield claim_from("named", body, match)
    if match := SUBJECT_JA.match(body.text):
        yield claim_from("topic" if match["verb"] == "は" else "defined", body, match)
