"""Commands named together with their purpose: items, lines, and commands alone under a caption."""

from __future__ import annotations

import re
from itertools import dropwhile, takewhile
from typing import Final

from exporter.kramdown.nodes import Blocks, BulletList, Inlines, Link, ListItem, OrderedList, Paragraph, plain_text
from exporter.recognise.commands.asides import is_aside
from exporter.recognise.commands.captions import caption_of, in_turn, labelled
from exporter.recognise.commands.name_first import name_first
from exporter.recognise.commands.name_last import code_glossed, glossed, words_before
from exporter.recognise.commands.names import command_in
from exporter.recognise.commands.siblings import name_among_siblings
from exporter.recognise.commands.usage import LEFT_OVER, USE
from exporter.recognise.options.sentences import options_of
from exporter.recognise.pattern import Context, Found, Here, attributes_of, unread
from exporter.recognise.tasks.choice import introduces
from exporter.recognise.tasks.words import is_empty
from exporter.recognise.text.arrows import DRAWN
from exporter.recognise.text.inlines import code_spans, cut, lines_in, one_line, paragraph, strip, text_of
from exporter.recognise.text.labels import Split, first_split, splits, without_number
from exporter.recognise.text.words import EAST_LETTER, holds
from exporter.source import Span
from exporter.study import Command, Listing

_LONE: Final = re.compile(r"^[a-z][\w.-]*$")
_JOINT: Final = re.compile(rf"^(?:{USE})\S*\s+")
_LEADING: Final = (":", "：", "->", "=>", *DRAWN)
"""Signs that lead from what is done to the command for it."""
_SHORT: Final = 20
"""In characters: what stands left of a sign and is shorter is a name."""


def read_command_item(here: Here) -> Found | None:
    """`- cmd : what it does`, `- what it does → cmd`, `- cmd를 통해 …`, or the meaning nested under it."""
    match here.block:
        case BulletList((ListItem((Paragraph() as first, *rest)),)) | OrderedList(
            (ListItem((Paragraph() as first, *rest)),)
        ):
            if _is_program(first, here):
                return None
            return _titled(first, tuple(rest), here) or command_paragraph(first, tuple(rest), here, here.span)
        case _:
            return None


def _titled(first: Paragraph, rest: Blocks, here: Here) -> Found | None:
    """An item whose first line is a command, and the next says what it does."""
    end = text_of(first.inlines).find("\n")
    if end < 0:
        return None
    above, below = cut(first.inlines, 0, end), cut(first.inlines, end)
    name = command_in(above, here.context, 2 if isinstance(here.block, OrderedList) else 1)
    said = lines_in(strip(below))[0]
    if not name or not introduces(said, here.context):
        return None
    if not text_of(said)[:1].isalpha() or command_in(said, here.context, 0):
        return None
    purpose = _nested_words((paragraph(strip(below), first),), here.context)
    return Found(Command(name, purpose, above, unread((paragraph(below, first), *rest)), span=here.span))


def read_command_line(here: Here) -> Found | None:
    """`` `cmd` : what it does`` as a paragraph."""
    match here.block:
        case Paragraph() as block if "\n" not in here.text.strip():
            return None if _is_thing(block, here) else command_paragraph(block, (), here, block.span)
        case _:
            return None


_PROGRAM: Final = re.compile(
    r"(?:편집기|에디터|프로그램|소프트웨어|도구|툴|셸|쉘|editor|shell|tool|software)"
    r"(?:이?다|입니다|이?며|인데|으?로|중\s하나\S*)?(?:[\s.,]|$)",
    re.IGNORECASE,
)
"""What kind of program something is."""


def _is_program(first: Paragraph, here: Here) -> bool:
    """Whether an item tells what kind of program its term is, and not what one does with it: `vi: an editor`."""
    split = next(iter(here.desk.once(splits, first.inlines)), None)
    if split is None or not _LONE.match(split.left) or next(code_spans(split.before), None):
        return False
    return _PROGRAM.search(text_of(split.after)) is not None


def _is_thing(block: Paragraph, here: Here) -> bool:
    """Whether a line tells what something is that only shares its name with a program: `net: 네트워크`."""
    split = next(iter(here.desk.once(splits, block.inlines)), None)
    if split is None or not _LONE.match(split.left) or next(code_spans(split.before), None):
        return False
    return not holds(" ".join((here.context.title, *here.context.trail)), here.context.vocabulary.command_words)


def command_paragraph(first: Paragraph, rest: Blocks, here: Here, span: Span) -> Found | None:
    """The command that a paragraph (or the first of an item) names, with what it does; `rest` is nested under it."""
    if len(strip(first.inlines)) == 1 and isinstance(strip(first.inlines)[0], Link):
        return None
    named = name_first(first, here) or name_among_siblings(first.inlines, here)
    if named:
        name, end = named
        meaning = strip(cut(first.inlines, end))
        if LEFT_OVER.match(text_of(meaning)):
            return None
        body = (paragraph(cut(first.inlines, end), first), *rest)
        label, own = cut(first.inlines, 0, end), attributes_of(here.block)
        return Found(Command(name, one_line(meaning), label, unread(body), span=span, attributes=own))
    for split in here.desk.once(splits, first.inlines):
        right = command_in(lines_in(split.after)[0], here.context, 1 if split.sign in _LEADING else 0)
        if right and _is_said(split, here.context):
            said = (
                without_number(split.before)
                if not is_empty(split.left, here.context)
                else labelled(here) or caption_of(here)
            )
            command = Command(right, one_line(said), first.inlines, unread(rest), span=span)
            told = () if rest else options_of(command, first.inlines, here)
            return Found(Listing((), here.block, (command, *told), span=span) if told else command) if said else None
    return (
        glossed(first, rest, here, span)
        or code_glossed(first, rest, here, span)
        or _alone(first, rest, here, span)
        or words_before(first, rest, here, span)
    )


def _is_said(split: Split, context: Context) -> bool:
    """Whether what stands before a sign are words, and no command that comes before the one behind it."""
    worded = re.search(r"\s", split.left) or EAST_LETTER.search(split.left)
    return bool(worded) and command_in(split.before, context, 0) is None


def _alone(first: Paragraph, rest: Blocks, here: Here, span: Span) -> Found | None:
    """A command and nothing else: its purpose is nested under it, or is the caption it stands under."""
    name = command_in(first.inlines, here.context, 0)
    if name is None:
        return None
    if rest:
        said = _nested_words(rest, here.context)
        return Found(Command(name, said, first.inlines, unread(rest), span=span)) if said else None
    if not isinstance(here.block, BulletList | OrderedList):
        return None
    caption = one_line(in_turn(here)) or caption_of(here)
    return Found(Command(name, caption, first.inlines, (), span=span)) if caption else None


def _nested_words(blocks: Blocks, context: Context) -> Inlines:
    told = dropwhile(lambda block: isinstance(block, Paragraph) and is_aside(plain_text(block), context), blocks)
    match next(told, None):
        case BulletList((ListItem((Paragraph(inlines), *_)), *_)) if not command_in(inlines, context):
            return () if _is_pair(inlines) else one_line(cut(inlines, _joint_length(inlines)))
        case Paragraph(inlines) if not command_in(inlines, context):
            lines = takewhile(lambda line: not is_aside(text_of(line), context), lines_in(inlines))
            return one_line(cut(inlines, _joint_length(inlines), sum(len(text_of(line)) + 1 for line in lines)))
        case _:
            return ()


def _joint_length(inlines: Inlines) -> int:
    """How much of the words below a command only joins them to it: `을 통해 …`."""
    joint = _JOINT.match(text_of(inlines).lstrip())
    return joint.end() if joint else 0


def _is_pair(inlines: Inlines) -> bool:
    """`a : 모두`: a short name and what it stands for, which tells of that name alone."""
    split = first_split(inlines)
    return split is not None and bool(split.right) and len(split.left) < _SHORT
