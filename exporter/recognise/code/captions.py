"""Words of a block of code on a line of their own right above or below a command, or before it on its own line.

`captioned` reads the lines as the comments they are; `words_first` cuts `목록 보기 : ls -l`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from typing import Final

from exporter.recognise.code.command_line import is_command
from exporter.recognise.code.line import Line
from exporter.recognise.pattern import Context
from exporter.recognise.text.arrows import ARROW
from exporter.recognise.text.words import EAST, EAST_LETTER, is_word

_CAPTION: Final = re.compile(r"^(?:\d+(?:-\d+)*[.)] |[①-⑳] ?|[-*•] |step \d+)", re.IGNORECASE)
_NUMBERED: Final = re.compile(rf"^(?:\d+(?:-\d+)*[.)] |[①-⑳] ?)(?=\S*[{EAST}])")
"""A number, and words behind it that no program prints."""
_WORDS: Final = re.compile(rf"(?=.{{0,12}}[{EAST}])[^\t|]{{2,80}}$(?<![:：])")
"""Words that are no table, and lead to nothing."""
_WORDS_FIRST: Final = re.compile(
    rf"^\s*(?:\d+[.)]\s*|[-*•]\s+)?(?P<said>[{EAST}][^:：→=>]{{1,40}}?)\s*(?:[:：]|{ARROW})\s+(?P<command>[a-z./~$].*)$"
)


def captioned(lines: tuple[Line, ...], *, prompted: bool) -> Iterator[Line]:
    """The lines, with words on a line of their own right above a command read as a comment.

    Where commands have prompts, lines without one are as likely printed: there only a number makes them a caption.
    """
    over_each, under_each = _over_each(lines), _under_each(lines)
    for at, line in enumerate(lines):
        before = lines[at - 1].kind if at else "blank"
        above = line.kind == "other" and _over_command(lines, at) and (before != "command" or over_each)
        words = not prompted and EAST_LETTER.search(line.text)
        if under_each and line.kind == "other":
            yield replace(line, kind="comment")
        elif above and (words or (_NUMBERED if prompted else _CAPTION).match(line.text)):
            yield replace(line, kind="comment", text=_CAPTION.sub("", line.text).removesuffix("*/").rstrip())
        else:
            yield line


def _over_command(lines: tuple[Line, ...], at: int) -> bool:
    return at + 1 < len(lines) and lines[at + 1].kind == "command"


def _over_each(lines: tuple[Line, ...]) -> bool:
    """Whether a block begins with words, and all words in it stand right above a command."""
    others = [at for at, line in enumerate(lines) if line.kind == "other"]
    first = next((at for at, line in enumerate(lines) if line.kind != "blank"), -1)
    return first in others and all(EAST_LETTER.search(lines[at].text) and _over_command(lines, at) for at in others)


def _under_each(lines: tuple[Line, ...]) -> bool:
    """Whether a block is of several commands, each with one line of words right below it."""
    pairs = [(above, line) for line, above in zip(lines[1:], lines, strict=False) if above.kind == "command"]
    kinds = [line.kind for line in lines if line.kind != "blank"]
    return (
        len(pairs) > 1
        and kinds == ["command", "other"] * len(pairs)
        and all(line.kind == "other" and _WORDS.match(line.text) for _, line in pairs)
        and not any(line.text in above.text for above, line in pairs)
    )


def words_first(text: str, context: Context) -> tuple[str, str] | None:
    """What a line says, and the command it says it of, where the words stand first."""
    match = _WORDS_FIRST.match(text)
    known = context.vocabulary
    labels = known.output_words | known.example_words | known.synopsis_words | known.command_words | known.option_words
    if match is None or is_word(match["said"], labels) or not is_command(match["command"], context, 1):
        return None
    return match["said"].strip(), match["command"].strip()
