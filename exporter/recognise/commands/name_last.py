"""The command that a line ends with, or that brackets follow: `what it does cmd`, `cmd (what it does)`."""

from __future__ import annotations

import re
from typing import Final, TypeAlias

from exporter.kramdown.nodes import Blocks, Inlines, Paragraph, Strong
from exporter.recognise.code.command_line import is_command
from exporter.recognise.code.glosses import without_gloss
from exporter.recognise.commands.clauses import aim_in, without_topic
from exporter.recognise.commands.names import command_in
from exporter.recognise.pattern import Context, Found, Here, unread
from exporter.recognise.tasks.signs import names_deed
from exporter.recognise.text.aims import ends_in_aim
from exporter.recognise.text.inlines import code_spans, cut, one_line, strip, text_of
from exporter.recognise.text.labels import number_length
from exporter.recognise.text.runs import run_of
from exporter.recognise.text.sentence_ends import sentence_bounds
from exporter.recognise.text.words import EAST, EAST_LETTER
from exporter.source import Span
from exporter.study import Command

_WORDS_THEN_NAME: Final = re.compile(
    rf"(?P<said>[{EAST}][^\n:：()]*?[{EAST}])"
    r"(?:[^\S\n]+(?P<name>[a-z./~][\x21-\x7e]*(?: [\x21-\x7e]+)+)|[.]?\s*[(（](?P<bracketed>[\x20-\x7e]+)[)）])\s*$"
)
_WORDS: Final = re.compile(
    rf"(?P<said>[A-Za-z{EAST}][^\n:：()]*?[^\s:：(),]),?\s+"
    r"(?:(?:(?:you can |just |simply |and )?(?:use|run|type)|with|via|"
    r"(?:by\s+)?(?:using|running|typing|entering|calling)|by)\s+(?:the command\s+)?)?"
)
"""Words before a command, and what only leads on to it."""
_GLOSS: Final = re.compile(r"(?P<name>\S.*?)\s*[(（](?P<gloss>[^()（）]{3,})[)）][.]?$")
_REMARK: Final = re.compile(r"`?(?:\s*[(（][^()（）]+[)）])?[\s.]*")
"""What may stand behind a command that ends a line: a remark in brackets."""
_POINTS: Final = re.compile(r"(?:see|same|e\.g|i\.e|or|and|the|an?|for|in|on|with|if|not)\b", re.IGNORECASE)
"""Begins what brackets hold and is no clause of its own."""
_CLAUSE: Final = re.compile(r"[a-z]+(?: [A-Za-z'/-]+){2,}[.]?$")
"""Three English words and more, the first of which may well be a verb."""
_TYPED: Final = re.compile(r"[a-z][\x21-\x7e]*(?: [\x21-\x7e]+)+")
"""Several words in Latin letters."""
_PROGRAM: Final = re.compile(r"\s+(?=[a-z][\w.-]* +[\x21-\x7e])|\s+(?=[a-z][\w.-]* +[a-z-]+ )")
"""Comes before a word in Latin letters with another behind it."""
_Bounds: TypeAlias = "tuple[tuple[int, int], tuple[int, int], bool]"
"""Where words stand, where the command behind them, and whether that stands in brackets."""


def glossed(first: Paragraph, rest: Blocks, here: Here, span: Span) -> Found | None:
    """`ls -l(자세히 본다)`: a command with what it does in brackets behind it."""
    text = text_of(first.inlines)
    _, gloss = without_gloss(text)
    name = command_in(first.inlines, here.context) if gloss else None
    if name is None:
        return None
    start = text.rindex(gloss)
    said = one_line(cut(first.inlines, start, start + len(gloss)))
    return Found(Command(name, said, first.inlines, unread(rest), span=span))


def code_glossed(first: Paragraph, rest: Blocks, here: Here, span: Span) -> Found | None:
    """`` `git tag v1` (marks a version)``: a command in code or plain, and in brackets what it does."""
    text = text_of(first.inlines)
    code, match = next(code_spans(first.inlines), None), _GLOSS.match(text, number_length(text))
    if match is None or (code[:2] != match.span("name") if code else not _TYPED.fullmatch(match["name"])):
        return None
    name = command_in(cut(first.inlines, *match.span("name")), here.context, 0)
    said = cut(first.inlines, *match.span("gloss"))
    if name is None or not _tells(text_of(said)) or is_command(text_of(said), here.context):
        return None
    return Found(Command(name, one_line(said), first.inlines, unread(rest), span=span))


def _tells(said: str) -> bool:
    """Whether what brackets hold says what one does: the name of a deed, or an English clause."""
    return not _POINTS.match(said) and (names_deed(said) or bool(_CLAUSE.match(said)))


def words_before(first: Paragraph, rest: Blocks, here: Here, span: Span) -> Found | None:
    """`새 파일 만들기 vi a.txt`, `로그아웃 (exit)`: what one does, then the command, alone or in brackets."""
    text = text_of(first.inlines)
    bounds = _before_code(first.inlines, text) or _before_plain(text, here.context)
    if bounds is None:
        return None
    said_at, name_at, bracketed = bounds
    if any(said_at[0] < start <= said_at[1] for start, _ in sentence_bounds(here.desk.once(run_of, first.inlines))):
        return None
    alone = bracketed and " " not in text[slice(*name_at)]
    name = command_in(cut(first.inlines, *name_at), here.context, 2 if alone else 0)
    said = one_line(without_topic(strip(cut(first.inlines, *aim_in(text, *said_at)), " ,，、")))
    if not (name and (" " in name or bracketed)) or not (names_deed(text_of(said)) or ends_in_aim(text_of(said))):
        return None
    return Found(Command(name, said, first.inlines, unread(rest), span=span))


def _before_plain(text: str, context: Context) -> _Bounds | None:
    match = _WORDS_THEN_NAME.match(text, number_length(text))
    if match is None:
        return _before_mixed(text, context)
    group = "name" if match["name"] else "bracketed"
    return match.span("said"), match.span(group), group == "bracketed"


def _strong_end(inlines: Inlines, length: int) -> list[tuple[int, int, str]]:
    """Where bold words stand that end a line."""
    match inlines:
        case (_, *_, Strong(inner)):
            words = text_of(inner)
            return [(length - len(words), length, words)]
        case _:
            return []


def _before_mixed(text: str, context: Context) -> _Bounds | None:
    """The words before a command where these end in letters of its script, or it holds words of theirs."""
    begin = number_length(text)
    if not EAST_LETTER.match(text, begin) or re.search(r"[\n:：()（）]", text):
        return None
    for gap in _PROGRAM.finditer(text, begin):
        if is_command(text[gap.end() :].strip(), context):
            return (begin, gap.start()), (gap.end(), len(text.rstrip())), False
    return None


def _before_code(inlines: Inlines, text: str) -> _Bounds | None:
    """The words before a command in code, or in bold, that ends a line."""
    codes = list(code_spans(inlines)) or _strong_end(inlines, len(text))
    if len(codes) != 1 or not _REMARK.fullmatch(text, codes[0][1]):
        return None
    match = _WORDS.fullmatch(text, number_length(text), codes[0][0])
    return (match.span("said"), codes[0][:2], False) if match else None
