"""Whether a sentence says of a command in it what that does: by the words right before and behind it."""

from __future__ import annotations

import re
from typing import Final

from exporter.recognise.commands.usage import ADVERB, NOT_SO, RUN_NOUN, RUN_VERB, USE_ENGLISH
from exporter.recognise.text.aims import KOREAN_AIM
from exporter.recognise.text.keywords import INSTRUCTIONS
from exporter.recognise.text.words import FARES

_SPEAKING: Final = re.compile(
    r"^[\s\"”’']*(?:명령어|명령|커맨드|쿼리)?\s*(?:(?:을|를)\s*"
    rf"(?:{ADVERB} )?(?:통해서|통해|통하여|{RUN_NOUN}|{RUN_VERB}(?!고)|하면|하여|해 ?주)|"
    rf"(?:으로|로)(?=[\s,])|이?라고\s*(?:{ADVERB} )?(?:{RUN_NOUN}|{RUN_VERB}(?!고)))|"
    rf"^\s*(?:명령어|명령|커맨드|쿼리)\s(?={RUN_NOUN})|^\s*(?:명령어|명령|커맨드|쿼리)(?:는|은)\s|^의 경우|"
    r"^\s*(?:コマンド)?(?:で|を使|を(?:実行|使用|利用|入力)し(?!た|ま|てから))|^\s*(?:命令|指令)",
    re.IGNORECASE,
)
_SPEAKING_LINE: Final = re.compile(
    r"^ ?(?:은|는)\s|^\s*command(?: (?:to|will|can|is used|[a-z]+s))?|^\s+(?:to|will) \w+", re.IGNORECASE
)
SPEAKING_INSTRUCTION: Final = re.compile(
    r"^\s*(?:(?:인스트럭션|명령어?|키워드|지시어|instruction|指令|命令)\s?)?(?:[은는]|は)\s|"
    r"^(?: (?:instruction|command))? [a-z]{2,}s\s"
)
SPOKEN: Final = re.compile(
    r"(?:\b(?:use|using|run|running|(?<!starts )(?<!begins )with|via|by|type|execute|call|do|doing|the|enter|"
    r"entering|typing|through|issue|issuing|press|pressing|hit|hitting|command)\s*[:：]?|"
    r"(?:使用|通过|执行|运行|用|输入|键入|按下?)(?:以下|如下|下面的)?(?:命令|指令)?|命令|指令)\s*[`\s]*$",
    re.IGNORECASE,
)
_LEADS_TO: Final = re.compile(
    rf"(?:{KOREAN_AIM}|방법은|명령어?[은는]|(?:설정|확인|조회|삭제|생성|변경|"
    r"종료|실행|설치|이동|추가|제거|보기|하기)[은는]|"
    r"\bcommands? (?:to|for|that|which) \w+ [^.;:]{3,80}? (?:is|are|would be))[,:]?\s*[`\"“']*$"
)
"""Ends words that say what is wanted, before the command that does it: `화면을 지우려면`, `목록 조회는`."""
_SAYS_NO_MORE: Final = re.compile(r"^[`\"”'\s]*(?:이다|입니다|다|임|예요|이에요)?[\s.!]*$")
_FARES: Final = re.compile(rf"[`\s]*{FARES}")
_CLOSED: Final = re.compile(r"[ .]*$|[,;] |\s(?:and|then|to|before|so)\s")
"""What may stand behind brackets around the command for what stands before them."""
_NEITHER: Final = re.compile(
    r"(?:不同于|并非|非|不|没有|without|instead of|rather than)\s?(?:通过|使用|using|running)?[`\s]*$|"
    r"\b(?:flag|option|switch|argument|parameter)s? (?:to|of|for|in|from|with) (?:the )?[`\s]*$"
)


def in_brackets(text: str, start: int, end: int) -> bool:
    """Whether the code between `start` and `end` stands in brackets of its own."""
    return text[start - 1 : start] == "(" and text[end : end + 1] == ")"


def speaks_of(text: str, start: int, end: int) -> bool:
    """Whether a sentence says of the code between `start` and `end` what it does."""
    if in_brackets(text, start, end) and _CLOSED.match(text, end + 1):
        return True
    if NOT_SO.search(text[end:]) or _NEITHER.search(text[:start]):
        return False
    lone = " " not in text[start:end].strip()
    if text[start:end] in INSTRUCTIONS:
        return bool(SPEAKING_INSTRUCTION.match(text[end:]))
    said = bool(_SPEAKING.match(text[end:])) or (not lone and bool(_SPEAKING_LINE.match(text[end:])))
    return (
        said
        or (not lone and _begins(text, start, end))
        or is_led_to(text, start, end)
        or bool(SPOKEN.search(text[:start]))
    )


def _begins(text: str, start: int, end: int) -> bool:
    """`` `tar -xf a.tar` unpacks it``: an English sentence begins with the code and says what it does."""
    verb = USE_ENGLISH.match(text[end:].lstrip("`"))
    return verb is not None and not text[:start].strip(" `") and not _FARES.match(text[end:])


def is_led_to(text: str, start: int, end: int) -> bool:
    """Whether a sentence ends in the code that does what its words want: ``화면을 지우려면 `clear`.``"""
    return _LEADS_TO.search(text[:start]) is not None and _SAYS_NO_MORE.match(text[end:]) is not None
