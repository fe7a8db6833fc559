"""Whole questions in Korean, where the ending of what is given allows it surely.

Goes in: a meaning as HTML, as the note words it. Comes out: the question, or None.
"""

from __future__ import annotations

import re
from typing import Final

from exporter.cards import korean

# "…을 말함": what is given says itself that it is a name's meaning.
_TOLD: Final = re.compile(r"([을를]) (?:말|뜻|의미|가리)(?:함|한다|합니다|하는 것|킴|킨다|킵니다)\.?$")
_COPULA: Final = re.compile(r"(?:(?<=[가-힣])이다|입니다|임)\.?$|\.$")
_NOUN_END: Final = re.compile(r"[가-힣A-Za-z0-9)]$|</code>$")
_VERB_END: Final = re.compile(r"[다요음됨함]$")
# What may stand behind the noun that the particle agrees with.
_BEHIND_NOUN: Final = re.compile(r"\s*\([^)]*\)$|</code>$")


def what_is(term: str) -> str:
    """`이미지란?`; of a term that is a whole clause (`빌드한다`): `‘빌드한다’는 무엇을 뜻하는가?`."""
    if term.endswith("다"):
        return "‘{term}’는 무엇을 뜻하는가?"
    return "{term}" + korean.particle(term, "이란", "란") + "?"


def asked(given: str, noun: str) -> str | None:
    """`…을 생성하는 명령어` → `…을 생성하는 명령어는?`; `…하려면 이 옵션 사용` → `…하려면 어떤 옵션을 쓰는가?`."""
    topic, what = korean.particle(noun, "은", "는"), korean.particle(noun, "을", "를")
    if found := re.search(rf"({noun}|{noun.removesuffix('어')})(?:이다|임|입니다)?\.?$", given):
        return f"{given[: found.start()]}{noun}{topic}?"
    if found := re.search(rf"(려면)\s+(?:이\s+)?(?:{noun}\S*\s+)?(?:사용|지정|쓴다|이용|추가)\S*\.?$", given):
        return f"{given[: found.end(1)]} 어떤 {noun}{what} 쓰는가?"
    if found := re.search(r"(때)(?:\s+이 \S+)?\s+사용\S*\.?$", given):
        return f"{given[: found.end(1)]} 사용하는 {noun}{topic}?"
    turned = korean.before_noun(given)
    return f"{turned} {noun}{topic}?" if turned else None


def named(given: str) -> str | None:
    """`…을 위한 템플릿` → `…을 위한 템플릿을 무엇이라 하는가?`, where the definition ends in a noun."""
    if told := _TOLD.search(given):
        return f"{given[: told.end(1)]} 무엇이라 하는가?"
    bare = _COPULA.sub("", given.rstrip())
    last = bare.split()[-1] if bare.split() else ""
    if not _NOUN_END.search(bare) or _VERB_END.search(bare) or korean.before_noun(given) or korean.is_action(last):
        return None
    what = korean.particle(_BEHIND_NOUN.sub("", bare), "을", "를")
    return f"{bare}{what} 무엇이라 하는가?"
