"""Options that running text explains in passing: `--soft` 옵션을 사용하면 …, 브로커 목록(-b)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from exporter.kramdown.nodes import (
    Inlines,
    Text,
)
from exporter.recognise.flags import Names, names_at, names_in_code
from exporter.recognise.inlines import code_spans, cut, one_line, strip, text_of
from exporter.recognise.option_owner import command_near
from exporter.recognise.pattern import Here
from exporter.recognise.sentence_ends import LONGEST
from exporter.source import Span
from exporter.study import Option

_PARTICLE_VERB: Final = re.compile(
    r"^[`\s]*(?:옵션|플래그|파라미터|매개변수|인자|options?|flags?|オプション|选项|参数)?\s*(?:을|를|은|는|"
    r"으로|로|이|가|は|を|で)?\s*"
    r"(?:사용하면|사용하여|사용해서|사용해|통해|이용하여|이용하면|이용해|붙이면|붙여|주면|추가하면|추가하여|"
    r"지정하면|설정하면|넣으면|쓰면|입력하면)?\s*"
)
_OPTION_WORD: Final = re.compile(
    r"^[`\s]*\s?(?:옵션|플래그|파라미터|파라메터|매개변수|인자|option|flag|parameter|switch|argument|选项|"
    r"参数|參數|オプション|フラグ)",
    re.IGNORECASE,
)


def options_in_sentence(inlines: Inlines, here: Here) -> Iterator[Option]:
    """`` … `--soft` 옵션을 사용하면 … ``: an option named as such inside a sentence, with the rest of it as meaning."""
    text = text_of(inlines)
    found = list(_named_in(inlines, text)) if "-" in text and len(text) <= LONGEST else []
    for at, (start, end, named) in enumerate(found):
        until = found[at + 1][0] if at + 1 < len(found) else len(text)
        meaning = (
            _bracketed(inlines, text, start, end)
            or _said_of(inlines, text, start, end)
            or _told_of(inlines, start, end, until)
            or _aimed_at(inlines, start, end)
        )
        if len(text_of(meaning)) >= _SHORTEST:
            label = cut(inlines, start, end)
            yield Option(named.flags, named.argument, meaning, command_near(here), label, (), span=_own(inlines))


def _said_of(inlines: Inlines, text: str, start: int, end: int) -> Inlines:
    """What a sentence says of an option that it calls one; nothing, if it doesn't."""
    if _WITHOUT.search(text[:start]):
        return ()
    if not _OPTION_WORD.match(text[end:]) and not _CALLED_OPTION.search(text[:start]):
        return ()
    verb = _PARTICLE_VERB.match(text[end:])
    return _around(inlines, start, end + (verb.end() if verb else 0))


def _told_of(inlines: Inlines, start: int, end: int, until: int) -> Inlines:
    """What is told of an option in code that is the subject: `` `-d`는 …, `-p`는 … ``, `` `-v` shows … ``."""
    text = text_of(inlines)
    tells = _TELLS.match(text[end:until])
    alone = any(first == start for first, _, _ in code_spans(inlines)) and _BEGINS.search(text[:start])
    return one_line(strip(cut(inlines, end + tells.end("joint"), until), " ,.，、。")) if tells and alone else ()


def _aimed_at(inlines: Inlines, start: int, end: int) -> Inlines:
    """What one uses an option in code for: ``To search case-insensitively, use `-i` ``."""
    text = text_of(inlines)
    used = _USES.search(text[:start]) or _USED.match(text[end:])
    aim = _AIM.search(text[:start])
    alone = any(first == start for first, _, _ in code_spans(inlines))
    return one_line(strip(cut(inlines, 0, aim.end()), " ,.，、。")) if alone and used and aim else ()


_WITHOUT: Final = re.compile(r"\bwithout (?:the |an? )?`?$", re.IGNORECASE)
_TELLS: Final = re.compile(
    r"(?P<joint>(?=\s+(?!is\b|was\b|has\b|does\b)[a-z]+s\s(?!and\b|or\b)\S|\s+(?:will|can|is (?:used|for|to))\s)"
    r"|\s*[은는]\s|\s*(?:选项|参数|的作用)?(?:是|则|表示|指定|代表|(?=会|用于|用来|将))|\s*は)"
)
_BEGINS: Final = re.compile(r"(?:^|[.,;，、。；]|(?:and|고|며|而|and the))\s*`?$", re.IGNORECASE)
_USES: Final = re.compile(
    r"\b(?:use|using|add|supply|pass|specify|give|append|set|with|provide|include)\s+(?:the\s+)?`?$", re.IGNORECASE
)
_USED: Final = re.compile(r"^`?\s*(?:을|를)\s*(?:사용|추가|붙|주|지정|넣|이용|쓰|써)")
_AIM: Final = re.compile(
    r"^.*?\bto \w+ [^,]{4,}(?=,)|^(?:if|when) you [^,]{6,}(?=,)|"
    r"^.*(?:려면|위해서?는?|싶다면|싶을 때|경우에?는?)(?=[\s,])",
    re.IGNORECASE,
)
_SHORTEST: Final = 2
_CALLED_OPTION: Final = re.compile(r"(?:옵션|플래그|option|flag|选项|参数|オプション|フラグ)\s*[`'\"]?$", re.IGNORECASE)
_ASKED: Final = re.compile(r"(?:[,.·]\s*|[은는]\s|그 다음에는 (?:보통 )?)?(?P<noun>[^,.()은는]{2,24})$")


def _bracketed(inlines: Inlines, text: str, start: int, end: int) -> Inlines:
    """`브로커 목록(-b)`, `(-z) 매개변수로 …`: what an option in brackets is said of."""
    opening, closing = text[:start].rstrip("`"), text[end:].lstrip("`")
    if not opening.endswith(("(", "（")) or not re.match(r"[^()]{0,12}[)）]", closing):
        return ()
    before = opening[:-1].rstrip()
    noun = _ASKED.search(before)
    if noun and not re.search(r"(?:옵션|매개변수|플래그|option|flag)$", before):
        return one_line(cut(inlines, noun.start("noun"), noun.end("noun")))
    after = start + min((at for at in map(text[start:].find, ")）") if at >= 0), default=0) + 1
    verb = _PARTICLE_VERB.match(text[after:])
    meaning = strip(cut(inlines, after + (verb.end() if verb else 0)))
    return one_line(meaning) if len(text_of(meaning)) >= 4 else ()


def _named_in(inlines: Inlines, text: str) -> Iterator[tuple[int, int, Names]]:
    spans = [(start, end, names) for start, end, code in code_spans(inlines) if (names := names_in_code(code))]
    taken = [(start, end) for start, end, _ in spans]
    for match in re.finditer(r"(?<![\w`-])-{1,2}[A-Za-z][\w-]*", text):
        if not any(start <= match.start() < end for start, end in taken):
            names = names_at(text, match.start())
            if names:
                spans.append((match.start(), match.end(), names))
    yield from sorted(spans, key=lambda span: span[0])


def _around(inlines: Inlines, start: int, after: int) -> Inlines:
    before, behind = strip(cut(inlines, 0, start)), strip(cut(inlines, after))
    if len(text_of(behind)) < 4 or not text_of(before):
        return one_line(before if len(text_of(behind)) < 4 else behind)
    gap = Text(" ", span=behind[0].span)
    return one_line((*before, gap, *behind))


def _own(inlines: Inlines) -> Span:
    return Span(inlines[0].span.start, inlines[-1].span.end)
