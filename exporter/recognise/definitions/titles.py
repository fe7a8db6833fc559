"""The term a heading names: "2. Docker Container", "도커란?", "What is a pod?", "什么是容器", "コンテナとは".

Goes in: a heading's text. Comes out: the term without number and signs, its other names, and whether the heading itself
asks what the term is.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final

from exporter.recognise.definitions.claims import EITHER, GLOSS

NUMBER: Final = re.compile(
    r"^\s*(?:(?:chapter|part|제)\s?\d+\s?(?:장|부|강)?[.:)]?\s*|\(?\d+(?:[.-]\d+)*(?:[.)]?\s+|[.)](?=[^\W\d]))|[①-⑳]\s*"
    r"|\d\ufe0f?\u20e3\s*|[-*]\s+(?=\S)"
    r"|[^\w\s'\"`(<$.~/{\[-]+\s*)+",
    re.IGNORECASE,
)
ASKS: Final[tuple[re.Pattern[str], ...]] = (
    re.compile(r"^(?P<term>.+?)\s?(?:\(이\))?(?:이란|란|라는 것은|은|는)\s?(?:과연 )?(?:무엇|뭐|뭘|뭔)[^?]{0,8}\??$"),
    re.compile(r"^(?P<term>.+?)(?:이란|란)\s?[?？!]*$"),
    re.compile(
        r"^(?P<term>.+?)(?:의|에 대한)?\s(?:(?:기본|간단|간단한|기초)\s)?(?:개념|정의|소개|개요)"
        r"(?:\s?(?:및|과|와|,|&|/)\s?(?:개념|정의|소개|개요|특징|종류|역할|기능|필요성))?"
        r"(?:\s?정리)?$"
    ),
    re.compile(
        r"^(?P<term>.+?)(?:에 대해|에 대하여|을 알아보자|를 알아보자|\s알아보기|\s이해하기)(?:서|\s\S{1,8}){0,2}$"
    ),
    re.compile(r"^what(?:'s|’s|\sis|\sare)\s(?:an?\s|the\s)?(?P<term>.+?)\s?[?？]*$", re.IGNORECASE),
    re.compile(
        r"^(?:introduction to|intro to|about|understanding|overview of|definition of)\s(?:an?\s|the\s)?(?P<term>.+)$",
        re.IGNORECASE,
    ),
    re.compile(r"^(?P<term>.+?)\s(?:overview|introduction|definition|concepts?|basics)$", re.IGNORECASE),
    re.compile(
        r"^(?:什么是|何为|何謂)\s?(?P<term>.+?)[?？]*$|^(?P<other>.+?)\s?(?:是什么|简介|介绍|概念|的概念"
        r"|的定义|概述)[?？]*$"
    ),
    re.compile(r"^(?P<term>.+?)(?:とは(?:何か|なに)?|について|の概要|の概念)[?？]*$"),
)
"""Headings that ask what their term is, or promise to tell."""

BARE: Final = re.compile(
    r"^(?:기본 |핵심 |주요 )?(?:개념|정의|소개|개요|설명|이란\??|란\??|overview|introduction|concept"
    r"|definition|what is it\??"
    r"|概念|定义|介绍|简介|概要|概述)$",
    re.IGNORECASE,
)
"""A heading that asks about the heading above it."""

GLOSSED: Final = re.compile(r"^\S+(?:\s\S+)?\s+[-–—]\s+\S")
"""A heading that names its term and says in a few words what it is: "Read - read a file"."""
TAIL: Final = re.compile(r"\s+[-–—]\s+.*$|\s*[:：]\s+.*$")


WHERE: Final = re.compile(r"^\S+에서(?:의)?\s(?=\S)")
"""Where the term that a heading asks for is looked at: "리눅스에서 프로세스란?"."""


@dataclass(frozen=True, slots=True)
class Title:
    """What a heading names: a term, its other names, whether it asks what that is, and whether it glosses it."""

    term: str
    aliases: tuple[str, ...]
    asks: bool
    glossed: bool = False


def title_over(trail: tuple[str, ...]) -> Title | None:
    """The term that the nearest heading names, or the one above where that is only "개념" or "Overview"."""
    if not trail:
        return None
    if BARE.match(NUMBER.sub("", trail[-1], count=1).strip()):
        if len(trail) < 2:
            return None
        above = title_of(trail[-2])
        return Title(above.term, above.aliases, asks=True)
    return title_of(trail[-1])


def title_of(heading: str) -> Title:
    """The term a heading names."""
    whole = NUMBER.sub("", " ".join(heading.split()), count=1)
    text = TAIL.sub("", whole).strip(" *_`'\"?!:：")
    asked = next((match for pattern in ASKS if (match := pattern.match(text))), None)
    term = WHERE.sub("", next(group for group in asked.groups() if group)) if asked else text
    gloss = GLOSS.match(term.strip())
    aliases = tuple(name for name in re.split(r"\s*[,/]\s*", gloss["alias"].strip("`'\" ")) if name) if gloss else ()
    name = (gloss["term"] if gloss else term).strip(" `'\"")
    if either := EITHER.match(name):
        name, aliases = either["term"], (*aliases, either["other"])
    return Title(name, aliases, asked is not None, bool(GLOSSED.search(whole)))
