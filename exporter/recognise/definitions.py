"""Definitions: a term and what the note says it is.

Several weak signs decide together: `PREDICATES` weighs how a sentence about a term ends. The subject may stand in the
sentence, in the title of its box, or be the subject of the section.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from exporter.kramdown.nodes import (
    Block,
    BulletList,
    CodeSpan,
    DefinitionDescription,
    DefinitionList,
    DefinitionTerm,
    Inlines,
    ListItem,
    OrderedList,
    Paragraph,
    Strong,
    plain_text,
)
from exporter.recognise.inlines import cut, one_line, paragraph, sentence_bounds, strip, text_of
from exporter.recognise.labels import splits
from exporter.recognise.pattern import Found, Here, is_said, unread
from exporter.source import Span
from exporter.study import Definition, Listing

ENOUGH: Final = 2


@dataclass(frozen=True, slots=True)
class Sign:
    """A sign that what is said of a term says what it is, and how much it weighs."""

    name: str
    weight: int
    looks: re.Pattern[str]


PREDICATES: Final = (
    Sign(
        "names a kind of thing",
        2,
        re.compile(
            r"(?:템플릿|도구|환경|코드|별명|박스|시스템|서비스|프로그램|방식|식별자|포인터|브랜치|단위|기술|"
            r"플랫폼|저장소|파일|언어|상태|"
            r"과정)(?:\s*\([^)]*\))?(?:이다|임|입니다|다|이며|이고|이므로)?[.]?$"
        ),
    ),
    Sign("names a thing at large", 1, re.compile(r"것(?:이다|임|입니다)[.]?$")),
    Sign("a copula", 1, re.compile(r"(?:이다|입니다|이며|이고|이므로)[.]?$")),
    Sign(
        "says what it means",
        2,
        re.compile(r"(?:을|를)?\s*(?:말함|말한다|말합니다|뜻함|뜻한다|의미함|의미한다|의미합니다|가리킨다)[.]?$"),
    ),
    Sign("ends in the word set in bold", 1, re.compile(r"\*\*$")),
    Sign("a clause in front", -2, re.compile(r"(?:때문|경우|려면|면)\b")),
)
_TOPIC: Final = re.compile(
    r"^(?:즉,?\s*|여기서 말하는\s*|여기서,?\s*)?"
    r"(?P<term>[^\s,.][^,.\n]{0,38}?)\s?(?:\((?P<alias>[^()\n]{1,40})\))?(?:은|는|"
    r"이란|란)\s+(?P<meaning>\S.*)$",
    re.DOTALL,
)
_CALLED: Final = re.compile(r"^(?:이라고|라고|고|이라|라)\s*(?:함|한다|합니다|부른다|부름|칭한다|칭함)[.]?$")
_COPULA: Final = re.compile(r"(?<=[가-힣A-Za-z)])(?:이므로|이고|이며|인데)[,\s]")
_SUFFIX: Final = re.compile(
    r"(?:을|를)?\s*(?:말함|말한다|말합니다|뜻함|뜻한다|의미함|의미한다|의미합니다|가리킨다)[.]?$|"
    r"(?<=[가-힣)])(?:이다|입니다|임)[.]?$|[.]$"
)
_NO_TERM: Final = re.compile(
    r"(?:이|그|저|이것|그것|여기|우리|나|저희|다음|아래|위|경우|때|후|전)$|(?:하|되|있|없|한|된|할|는|은)\s|"
    r"\?$|[을를에]\s|(?:하|되|있|없|않|시키|오|주|보이|"
    r"나오|만드|이루|불리|걸리|위해서|대해서)$"
)


def read_definition_sentence(here: Here) -> Found | None:
    """A paragraph (or item) that begins with a sentence of the kind `용어(English)는 …템플릿`."""
    match here.block:
        case Paragraph() as first:
            rest: tuple[Block, ...] = ()
        case BulletList((ListItem((Paragraph() as first, *nested)),)) | OrderedList(
            (ListItem((Paragraph() as first, *nested)),)
        ):
            rest = tuple(nested)
        case _:
            return None
    if is_said(text_of(first.inlines), here.context):
        return None
    end = sentence_bounds(text_of(first.inlines))[0][1]
    sentence = strip(cut(first.inlines, 0, end))
    read = _titled(first.inlines, here) or _sentence(sentence) or _without_subject(sentence, here)
    if read is None:
        return None
    term, alias, start, meaning = read
    if not start:
        return Found(Definition(term, alias, meaning, first.inlines, unread(rest), span=first.span))
    body = (paragraph(cut(first.inlines, start), first), *rest)
    return Found(Definition(term, alias, meaning, cut(first.inlines, 0, start), unread(body), span=first.span))


def definitions_in(inlines: Inlines) -> Iterator[Definition]:
    """Definitions that sentences inside running text give."""
    read = _sentence(inlines)
    if read:
        term, alias, _, meaning = read
        yield Definition(term, alias, meaning, inlines, (), span=Span(inlines[0].span.start, inlines[-1].span.end))


_Read = tuple[str, tuple[str, ...], int, Inlines]


def _sentence(inlines: Inlines) -> _Read | None:
    text = text_of(inlines)
    called = _called(inlines)
    if called:
        return called
    match = _TOPIC.match(text)
    if match is None or _NO_TERM.search(match["term"]):
        return None
    meaning = _meaning(inlines, match.start("meaning"), text)
    if _weigh(meaning) < ENOUGH:
        return None
    alias = (match["alias"],) if match["alias"] else ()
    return match["term"].strip("[] "), alias, match.start("meaning"), _trim(meaning)


def _meaning(inlines: Inlines, start: int, text: str) -> Inlines:
    copula = _COPULA.search(text, start)
    return one_line(cut(inlines, start, copula.end() if copula else None))


def _trim(meaning: Inlines) -> Inlines:
    text = text_of(meaning)
    text = re.sub(r"(?:이므로|이고|이며|인데),?\s*$", "", text)
    return one_line(cut(meaning, 0, len(_SUFFIX.sub("", text))))


def _weigh(meaning: Inlines) -> int:
    text = text_of(meaning).rstrip(", ")
    mark = "**" if meaning and isinstance(meaning[-1], Strong) else ""
    return sum(
        sign.weight
        for sign in PREDICATES
        if sign.looks.search(text if not sign.name.startswith("ends in the word") else text + mark)
    )


def _titled(inlines: Inlines, here: Here) -> _Read | None:
    """In a box with its term for a title: the sentence that says best what the term is."""
    term = here.context.lead.strip()
    if here.context.within != "admonition" or not term:
        return None
    read: list[tuple[int, Inlines]] = []
    for start, end in sentence_bounds(text_of(inlines)):
        topic = _TOPIC.match(text_of(inlines)[start:end].strip())
        if topic and topic["term"].endswith(term):
            sentence = strip(cut(inlines, start, end))
            meaning = _meaning(sentence, topic.start("meaning"), text_of(sentence))
            read.append((_weigh(meaning), _trim(meaning)))
    best = max(read, key=lambda found: found[0], default=None)
    return (term, (), 0, best[1]) if best and best[0] >= ENOUGH else None


def _called(inlines: Inlines) -> _Read | None:
    """`…을 **용어**라고 함`."""
    for place, node in enumerate(inlines):
        before = text_of(inlines[:place]).rstrip()
        marked = isinstance(node, Strong | CodeSpan) and before.endswith(("을", "를")) and len(before) > 6
        if marked and _CALLED.match(text_of(inlines[place + 1 :]).strip()):
            return plain_text(node).strip(), (), 0, one_line(cut(inlines, 0, len(before) - 1))
    return None


def _without_subject(inlines: Inlines, here: Here) -> _Read | None:
    """A bare noun phrase under its subject: the box's title, or the topic of the item before."""
    text = text_of(inlines)
    own = _TOPIC.match(text)
    if (
        (own and not _NO_TERM.search(own["term"]))
        or here.context.within == "item"
        or _weigh(strip(inlines)) < ENOUGH
        or "," in text
    ):
        return None
    previous = here.near(-1)
    match previous:
        case BulletList((ListItem((Paragraph(before),)),)):
            topic = _TOPIC.match(text_of(before))
        case _:
            return None
    if topic is None or _NO_TERM.search(topic["term"]) or here.context.command:
        return None
    return topic["term"], (), 0, one_line(inlines)


def read_definition_item(here: Here) -> Found | None:
    """`- **term**: what it is`."""
    match here.block:
        case BulletList((ListItem((Paragraph() as first, *rest)),)) | OrderedList(
            (ListItem((Paragraph() as first, *rest)),)
        ):
            pass
        case _:
            return None
    match strip(first.inlines):
        case (Strong(), *_):
            split = next(splits(first.inlines), None)
        case _:
            return None
    if split is None or not split.right or len(split.left) > 40:
        return None
    body = (paragraph(cut(first.inlines, split.end), first), *rest)
    term, alias = _with_alias(split.left)
    return Found(
        Definition(term, alias, one_line(split.after), cut(first.inlines, 0, split.end), unread(body), span=first.span)
    )


def _with_alias(text: str) -> tuple[str, tuple[str, ...]]:
    match = re.match(r"^(.+?)\s*\(([^()]+)\)\s*:?$", text.strip())
    return (match[1], (match[2],)) if match else (text.strip().rstrip(":"), ())


def read_definition_list(here: Here) -> Found | None:
    """The definition list that kramdown itself knows."""
    match here.block:
        case DefinitionList(children) as block:
            pass
        case _:
            return None
    readings: list[Definition] = []
    term: DefinitionTerm | None = None
    for child in children:
        match child:
            case DefinitionTerm():
                term = child
            case DefinitionDescription((Paragraph(inlines), *_)) if term:
                name, alias = _with_alias(plain_text(term).strip())
                readings.append(Definition(name, alias, one_line(inlines), term.inlines, (), span=term.span))
            case _:
                pass
    return Found(Listing((), block, tuple(readings), span=block.span)) if readings else None
