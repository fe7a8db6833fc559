"""Synopses in a note: a line, a marked paragraph or a block that says how a command is called.

Goes in: the place of a paragraph or of a code block. Comes out: the synopsis, read into terms (`code.synopsis`).
"""

from __future__ import annotations

import re
from typing import Final

from exporter.kramdown.nodes import CodeBlock, Paragraph
from exporter.recognise.code.command_line import is_command
from exporter.recognise.code.command_name import name_of
from exporter.recognise.code.prompts import PROMPT
from exporter.recognise.code.synopsis import terms_of
from exporter.recognise.commands.captions import titled
from exporter.recognise.commands.name_first import has_deed_behind
from exporter.recognise.pattern import Context, Found, Here, under_own_title
from exporter.recognise.text.programs import WITH_SUBCOMMANDS
from exporter.recognise.text.words import EAST, EAST_LETTER
from exporter.study import Command, Synopsis

_BRACKETS: Final = re.compile(r"[\[\](){}<>]")
_DEEPEST: Final = 12
_LONGEST: Final = 200
"""In characters."""
_MARKS: Final = re.compile(r"<[^<>\s][^<>]*>|\[[^\[\]]+\]|\{[^{}]+\}|\.{3}|…|\b[A-Z]{2,}\b")
_PLACES: Final = re.compile(rf"[a-z][\w.-]*(?: [a-z]+){{0,2}}(?: -{{1,2}}[\w-]+)*(?: [{EAST}_]+\d?)+")
"""A command and words in other letters that each stand for a value: `docker rename 이전이름 새이름`."""
_USAGE: Final = re.compile(r"^\s*(?:usage|사용법|用法|使い方|syntax|형식|구문)\s*[:：]\s*", re.IGNORECASE)
_SENTENCE: Final = re.compile(
    rf"[。、，：]|[{EAST}] ?:\s|(?:다|요|[a-z]{{3}})\.$|\S(?: +[-–—]{{1,2}}|:) +(?:[{EAST}]|[a-z]+ [a-z]+)"
)


def _looks_like_synopsis(text: str, context: Context) -> bool:
    """Whether one line is a command with something to put in, and neither a sentence that begins with one nor a
    command with what it does behind it, nor the name of a tool before words (`docker 설치`).
    """
    words = text.split()
    if _SENTENCE.search(text) or has_deed_behind(text):
        return False
    if words[0] in WITH_SUBCOMMANDS and EAST_LETTER.match("".join(words[1:])):
        return False
    return bool(_MARKS.search(text) or _PLACES.fullmatch(text)) and is_command(text, context, 1)


def _depth(text: str) -> int:
    """How deep brackets are nested in `text`."""
    depth = deepest = 0
    for bracket in _BRACKETS.findall(text):
        depth += 1 if bracket in "[({<" else -1
        deepest = max(deepest, depth)
    return deepest


def one_line(text: str) -> str:
    """A synopsis as one line: without prompt and `Usage:`, line ends read as blanks."""
    plain = _USAGE.sub("", PROMPT.sub("", text.strip()))
    return " ".join(plain.split())


def read_synopsis_paragraph(here: Here) -> Found | None:
    """`docker run [옵션] 이미지` on a line of its own, with `{: .notice--info}`, or as `Usage: …`."""
    match here.block:
        case Paragraph() as block:
            text = here.text
        case _:
            return None
    marked = bool(here.context.vocabulary.synopsis_classes & set(block.attributes.classes))
    if "\n" in text.strip() and not marked:
        return None
    line = one_line(text)
    if not line or len(line) > _LONGEST or _depth(line) > _DEEPEST:
        return None
    said = bool(_USAGE.match(text))
    if ((marked or said) and is_command(line, here.context, 2)) or _looks_like_synopsis(line, here.context):
        synopsis = Synopsis(block, line, terms_of(line), span=block.span)
        return Found(_for_title(synopsis, here) or synopsis)
    return None


def _for_title(synopsis: Synopsis, here: Here) -> Command | None:
    """The command of a synopsis right under a heading that says what it does, and names none."""
    said = titled(here) if here.at == 0 and here.context.command is None else ()
    given = _MARKS.search(synopsis.text) or _PLACES.fullmatch(synopsis.text)
    name = name_of(synopsis.text) if given else synopsis.text
    return Command(name, said, (), (synopsis,), span=synopsis.span) if said else None


def read_synopsis_block(here: Here) -> Found | None:
    """A code block of one line that is a template, under a command it belongs to."""
    match here.block:
        case CodeBlock(code) as block if len(code.strip().splitlines()) == 1:
            line = one_line(code)
        case _:
            return None
    if (
        _depth(line) > _DEEPEST
        or here.context.command is None
        or not under_own_title(here.context)
        or not (_MARKS.search(line) or _PLACES.fullmatch(line))
        or not is_command(line, here.context, 1)
    ):
        return None
    if not (line == here.context.command or line.startswith(f"{here.context.command} ")):
        return None
    return Found(Synopsis(block, line, terms_of(line), span=block.span))
