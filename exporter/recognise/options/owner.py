"""Which command an option belongs to: the one it stands under, else the one shown nearest to it."""

from __future__ import annotations

import re
from itertools import islice
from typing import Final

from exporter.kramdown.nodes import (
    Block,
    CodeBlock,
    Paragraph,
)
from exporter.recognise.code.command_line import is_command, name_of
from exporter.recognise.code.lines import lines_of
from exporter.recognise.pattern import Context, Here
from exporter.recognise.text.inlines import text_of
from exporter.recognise.text.words import trimmed

_COMMAND: Final = r"[a-z][\w.-]*(?: [a-z][\w-]*){0,2}"
_CAPTION: Final = re.compile(
    rf"^(?P<before>{_COMMAND})(?: ?명령어?)?(?:의)? (?:(?:주요|자주 쓰는|주로 쓰는) )?"
    r"(?:옵션|options?|flags?|选项|参数|オプション)\W*$"
    rf"|^(?:the )?(?:options?|flags?) (?:of|for) (?P<after>{_COMMAND})\W*$",
    re.IGNORECASE | re.ASCII,
)


def command_near(here: Here) -> str | None:
    """The command the text stands under, else the one that code before it (or right after it) shows."""
    if here.context.command:
        return name_of(here.context.command)
    for at in range(here.at - 1, max(here.at - 40, -1), -1):
        name = _shown(here.blocks[at], here.context) or _captioned(here.blocks[at], here.context)
        if name:
            return name
    behind = (block for block in here.blocks[here.at + 1 :] if block.span != here.block.span)
    for block in islice(behind, 2):
        name = _shown(block, here.context)
        if name:
            return name
    return _named_by_heading(here.context)


def _shown(block: Block, context: Context) -> str | None:
    if not isinstance(block, CodeBlock):
        return None
    lines = context.desk.once(lines_of, block, context)
    return next((name_of(line.text) for line in lines if line.kind == "command"), None)


def _captioned(block: Block, context: Context) -> str | None:
    """`chmod 옵션:`, `Options of ls`: the command a short line names the options of."""
    if not isinstance(block, Paragraph):
        return None
    caption = _CAPTION.match(text_of(block.inlines).strip())
    words = caption["after"] or caption["before"] if caption else None
    return name_of(words) if words and is_command(words, context, 1) else None


def _named_by_heading(context: Context) -> str | None:
    for heading in reversed(context.trail):
        words = trimmed(heading).split()
        if words and words[0] in context.vocabulary.programs | context.programs:
            return name_of(" ".join(words))
    return None
