"""Which command an option belongs to: the one it stands under, else the one shown nearest to it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import chain, islice
from typing import Final

from exporter.kramdown.nodes import (
    Block,
    CodeBlock,
    Paragraph,
)
from exporter.recognise.code.command_line import is_command
from exporter.recognise.code.command_name import name_of
from exporter.recognise.code.lines import lines_of
from exporter.recognise.pattern import Context, Here, under_own_title
from exporter.recognise.text.inlines import code_spans, text_of
from exporter.recognise.text.programs import WORDLIKE
from exporter.recognise.text.words import trimmed
from exporter.source import Span

_FAR: Final = 40
"""Blocks that a command can stand before what is said of its options."""
_PARTS: Final = re.compile(r"\s*(?:\|\|?|&&|;)\s+")
_COMMAND: Final = r"[a-z][\w.-]*(?: [a-z][\w-]*){0,2}"
_PLAIN_WORDS: Final = re.compile(r"[a-z][a-z0-9-]*(?: [a-z][a-z-]+){0,2}")
_CAPTION: Final = re.compile(
    rf"^(?P<before>{_COMMAND})(?: ?명령어?)?(?:의)? (?:(?:주요|자주 쓰는|주로 쓰는) )?"
    r"(?:옵션|options?|flags?|选项|参数|オプション)\W*$"
    rf"|^(?:the )?(?:options?|flags?) (?:of|for) (?P<after>{_COMMAND})\W*$",
    re.IGNORECASE | re.ASCII,
)


def command_near(here: Here, flags: tuple[str, ...] = ()) -> str | None:
    """The command the text stands under, else the one that what stands around it shows, nearest first: before it,
    right after it, around the item or above the section it is in; else the one that a heading or the title names.
    Of several that one place shows, the one that is given one of the `flags`.
    """
    if here.context.command:
        nearer = None if under_own_title(here.context) else _given_before(here, flags)
        return nearer or _titled(here.context.command, here.context)
    around = chain(_before(here), _behind(here), _outside(here))
    found = next((lines for block in around if (lines := _shown(block, here.context))), None)
    return owner_among(found, flags) if found else _named_by_heading(here.context)


def _given_before(here: Here, flags: tuple[str, ...]) -> str | None:
    """The command that the nearest block before shows, in a section further down than that of the titled command."""
    lines = next((lines for block in _before(here) if (lines := _shown(block, here.context))), None)
    return owner_among(lines, flags) if lines else None


def _titled(command: str, context: Context) -> str:
    """The name of the command of a title: of a program nobody knows, all words where they could be subcommands."""
    unknown = command.split()[0].lower() not in context.vocabulary.programs
    return command if unknown and _PLAIN_WORDS.fullmatch(command) else name_of(command)


def _before(here: Here) -> Iterator[Block]:
    return reversed(here.blocks[max(here.at - _FAR, 0) : here.at])


def _behind(here: Here) -> tuple[Block, ...]:
    return here.desk.once(_next_code, here.block.span, here)


def _next_code(span: Span, here: Here) -> tuple[Block, ...]:
    """The code among the two blocks behind the one with this span: an item has that of its whole list."""
    behind = (block for block in here.blocks[here.at + 1 :] if block.span != span)
    return tuple(block for block in islice(behind, 2) if isinstance(block, CodeBlock))


def _outside(here: Here) -> Iterator[Block]:
    outer = here.context.outer
    while outer:
        yield from _before(outer)
        outer = outer.context.outer


def owner_among(lines: tuple[str, ...], flags: tuple[str, ...]) -> str:
    """The name of the first of some command lines that is given one of the flags; without any, of the first."""
    parts = (part for line in lines for part in _PARTS.split(line))
    given = next((part for part in parts if any(_uses(part, flag) for flag in flags)), None)
    return name_of(given or lines[0])


def _uses(line: str, flag: str) -> bool:
    if flag.startswith("--") or len(flag) > 2:
        return bool(re.search(rf"(?<!\S){re.escape(flag)}(?![\w-])", line))
    return bool(re.search(rf"(?<!\S)-[A-Za-z0-9]*{re.escape(flag[1:])}", line)) if flag[1:] else False


def _shown(block: Block, context: Context) -> tuple[str, ...]:
    """The command lines a block shows: code, a line that is nothing else, one that begins with a command in code."""
    match block:
        case CodeBlock():
            lines = context.desk.once(lines_of, block, context)
            return tuple(line.text for line in lines if line.kind == "command")
        case Paragraph(inlines):
            text = text_of(inlines).strip()
            last = next((code for _, end, code in code_spans(inlines) if "\n" in text and end == len(text)), "\n")
            lead = next((code for start, _, code in code_spans(inlines) if start == 0), "\n" if "\n" in text else text)
            named = _captioned(text, context)
            shown = tuple(code for code in (last, lead) if "\n" not in code and is_command(code, context))
            return (named,) if named else shown
        case _:
            return ()


def _captioned(text: str, context: Context) -> str | None:
    """`chmod 옵션:`, `Options of ls`: the command a short line names the options of."""
    caption = _CAPTION.match(text)
    words = caption["after"] or caption["before"] if caption else None
    return words if words and is_command(words, context, 1) else None


def _named_by_heading(context: Context) -> str | None:
    """The program a heading above or the title begins with, or is after one more word: `GNU grep`."""
    known = context.vocabulary.programs | context.programs
    for heading in (*reversed(context.trail), context.title):
        words = trimmed(heading).split()
        alone = len(words) == 1 and (heading in context.trail or heading.lower() in context.programs)
        if words and words[0].lower() in known and (alone or words[0].lower() not in WORDLIKE):
            return name_of(" ".join((words[0].lower(), *words[1:])))
        if len(words) == 2 and words[1] in known - WORDLIKE:
            return words[1]
    return None
