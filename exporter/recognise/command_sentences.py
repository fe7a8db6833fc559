"""Commands that running text names in passing, together with what they do."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from exporter.kramdown.nodes import (
    Inlines,
)
from exporter.recognise.command_line import is_command
from exporter.recognise.command_usage import COMMAND_WORD, JUST_RUN, MEANS, NOT_SO
from exporter.recognise.flags import names_at
from exporter.recognise.inlines import code_spans, cut, one_line, span_of, strip, text_of
from exporter.recognise.pattern import Context
from exporter.recognise.sentence_ends import LONGEST
from exporter.recognise.vocabulary import INSTRUCTIONS, WITH_SUBCOMMANDS, WORDLIKE
from exporter.study import Command


def commands_in(inlines: Inlines, context: Context) -> Iterator[Command]:
    """Commands that a sentence names together with what they do: ``목록은 `docker ps` 명령으로 확인한다``."""
    text = text_of(inlines)
    if len(text) > LONGEST or text.rstrip().endswith((":", "：")):
        return
    spans = [
        (start, end, code)
        for start, end, code in code_spans(inlines)
        if is_command(code, context, 4 if COMMAND_WORD.match(text[end:]) and code.isascii() else 1)
        and code.strip().lower() not in WITH_SUBCOMMANDS
        and code.strip() not in context.documented
        and names_at(code.strip()) is None
        and (" " in code.strip() or code.strip() not in INSTRUCTIONS | WORDLIKE or COMMAND_WORD.match(text[end:]))
    ]
    for at, (start, end, code) in enumerate(spans):
        word = COMMAND_WORD.match(text[end:])
        if not _speaks_of(text, start, end):
            continue
        after = end + (word.end() if word else 0)
        means = MEANS.match(text[after:])
        first = spans[at - 1][1] if at else 0
        last = spans[at + 1][0] if at + 1 < len(spans) else len(text)
        meaning = _clause(inlines, (first, start), (after + (means.end() if means else 0), last))
        if len(text_of(meaning)) >= 4:
            yield Command(code.strip(), meaning, cut(inlines, start, end), (), span=span_of(inlines))


_SPEAKING: Final = re.compile(
    r"^\s*(?:명령어|명령|커맨드|쿼리)?\s*(?:(?:을|를)\s*"
    r"(?:통해서|통해|통하여|사용|이용|활용|입력|실행|치|쳐|쓰|써|수행|날리|돌리|하면|하여)|(?:으로|로)(?=[\s,]))|"
    r"^\s*(?:명령어|명령|커맨드|쿼리)(?:는|은)\s|^\s*(?:コマンド)?(?:で|を使)|^\s*(?:命令|指令)",
    re.IGNORECASE,
)
_SPEAKING_LINE: Final = re.compile(
    r"^ ?(?:은|는)\s|^\s*command(?: (?:to|will|can|is used))?|^\s+(?:to|will) \w+", re.IGNORECASE
)
_SPOKEN: Final = re.compile(
    r"(?:\b(?:use|using|run|running|with|via|by|type|execute|call|do|doing|the)|使用|通过|执行|运行|用)\s*[`\s]*$",
    re.IGNORECASE,
)


def _speaks_of(text: str, start: int, end: int) -> bool:
    """Whether a sentence says of the code between `start` and `end` what it does."""
    if text[start - 1 : start] == "(" and text[end : end + 1] == ")" and not text[end + 1 :].strip(" ."):
        return True
    if NOT_SO.search(text[end:]):
        return False
    lone = " " not in text[start:end].strip()
    said = bool(_SPEAKING.match(text[end:])) or (not lone and bool(_SPEAKING_LINE.match(text[end:])))
    return said or bool(_SPOKEN.search(text[:start]))


def _clause(inlines: Inlines, before: tuple[int, int], after: tuple[int, int]) -> Inlines:
    """What is said of a command: what comes after it, or what leads up to it where nothing but "실행한다" comes."""
    text = text_of(inlines)
    behind = strip(cut(inlines, *after), " ,.，、。\n`()")
    aim = one_line(strip(cut(inlines, *before), " ,.\n`(:"))
    if re.match(r"\s*[,，、；;]", text[after[0] : after[1]]) and len(text_of(aim)) >= 4:
        return aim
    if len(text_of(behind)) >= 6 and not JUST_RUN.match(text[after[0] : after[1]]):
        return one_line(behind)
    return aim
