"""What speaks for words being the task of a command: the names of the cues that meet.

Goes in: a `Candidate`, a command of a block and what is known of the block (`Shown`). Comes out: names of cues. What
each counts stands in `weights`, by the family of places that the words stand in.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from exporter.kramdown.nodes import Block
from exporter.recognise.code.command_line import is_command
from exporter.recognise.code.prompts import PROMPT
from exporter.recognise.desk import Desk
from exporter.recognise.pattern import is_said
from exporter.recognise.tasks.answering import Typed, answers, meets, names_program
from exporter.recognise.tasks.block import PLACEHOLDER, Shown
from exporter.recognise.tasks.comments import is_task
from exporter.recognise.tasks.signs import Family, signs_in
from exporter.recognise.tasks.words import (
    JOINT,
    Candidate,
    is_empty,
    names_other,
    tells_of_file,
)
from exporter.recognise.text.inlines import text_of
from exporter.recognise.text.words import is_word
from exporter.source import SourceFile

FAMILIES: Final[dict[str, Family]] = {
    **dict.fromkeys(("aside", "above", "apart", "shared", "joined", "below"), "comment"),
    **dict.fromkeys(("item", "lead", "last", "second", "third", "pair", "opening", "far"), "before"),
    **dict.fromkeys(("next", "after-next", "next-far"), "after"),
    **dict.fromkeys(("title", "titles", "heading", "qualified", "captioned"), "heading"),
}
"""The family of cues by the place of the words."""

_WEAK: Final = ("a caption", "does something", "several words", "can be done")
"""Signs that speak for words, but not of anything that is done."""

_CHECKS: Final = re.compile(r"확인|버전|version|check|verify|查看|確認|도움|help", re.IGNORECASE)


def line_cues(shown: Shown, at: int) -> tuple[str, ...]:
    """The cues that tell what kind of line the command at `at` is, and where it stands in its block."""
    line, rank, typed = shown.lines[at], shown.ranks[at], shown.typed[at]
    last = shown.ranks[next(reversed(shown.ranks))]
    checks = {
        "only": last == 0,
        "first": last > 0 and rank == 0,
        "later": rank > 0,
        "last line": last > 0 and rank == last,
        "only main": last > 0 and shown.main == (at,),
        "all one program": last > 0 and len(shown.programs) == 1,
        "all one name": last > 0 and len(shown.names) == 1,
        "many programs": len(shown.programs) > 2,
        "helper": at not in shown.main,
        "looks": typed.looks,
        "same name above": shown.names[typed.name] < at,
        "same program above": shown.programs[typed.program] < at,
        "fills in": at in shown.filled,
        "alternative": shown.remarks[at].place == "joined",
        "template": bool(PLACEHOLDER.search(line.text)),
        "output before": any(row.kind == "other" for row in shown.lines[max(at - 3, 0) : at]),
        "blank before": rank > 0 and shown.lines[at - 1].kind == "blank",
        "seen before": _seen_before(line.text, shown),
    }
    return (*(name for name, met in checks.items() if met), *_comment_cues(shown, at))


def _comment_cues(shown: Shown, at: int) -> Iterator[str]:
    """What comments the block has, and this command."""
    context, run, comments = shown.here.context, shown.remarks[at].run, shown.comments
    own = bool(shown.lines[at].aside)
    checks = {
        "behind a comment": bool(comments) and comments[0] < at,
        "before a comment": bool(comments) and comments[0] > at,
        "comment over two": bool(run) and len(shown.under[run]) in (2, 3),
        "comment over many": bool(run) and len(shown.under[run]) > 3,
        "commented": any(is_task(text, context) for text in run),
        "has an aside": own,
        "others have asides": shown.asides > own,
        "under an example mark": any(is_word(text, context.vocabulary.example_words) for text in run),
        "under a file name": any(tells_of_file(text) for text in run),
    }
    return (name for name, met in checks.items() if met)


def _seen_before(text: str, shown: Shown) -> bool:
    """Whether the note has shown the same line before this block."""
    context = shown.here.context
    here = context.desk.once(_line_of, shown.here.block, context.source)
    return context.desk.once(_first_rows, context.source).get(text, here) < here


def _line_of(block: Block, source: SourceFile) -> int:
    return source.position(block.span.start).line


def _first_rows(source: SourceFile) -> dict[str, int]:
    """The first line of the file that shows a text, by the text without prompt and blanks."""
    found: dict[str, int] = {}
    for number, row in enumerate(source.text.splitlines(), 1):
        match = PROMPT.match(row)
        found.setdefault((row[match.end() :] if match else row).strip(" `"), number)
    return found


def word_cues(candidate: Candidate, shown: Shown) -> tuple[str, ...]:
    """The cues in the words themselves."""
    context = shown.here.context
    family, text = FAMILIES[candidate.place], text_of(candidate.words).strip()
    said = text.split(JOINT)[0] if candidate.place in ("titles", "qualified", "captioned") else text
    signs = signs_in(said, family)
    told = any(sign.weight > 0 and sign.name not in _WEAK for sign in signs)
    checks = {
        "tells no deed": not told,
        "tells of a file": family != "comment" and tells_of_file(text),
        "long": len(text) > 90,
        "short": len(text) < 8,
        "bare caption": not told and len(text) <= 24,
        "said": context.within != "option" and is_said(text, context),
        "empty": is_empty(text, context),
        "is a command": is_command(text.lower(), context),
        "names another command": names_other(candidate.words, context, frozenset(shown.names)),
    }
    return (*(sign.name for sign in signs), *(name for name, met in checks.items() if met))


def answer_cues(task: str, typed: Typed, best: int | None, desk: Desk) -> Iterator[str]:
    """Whether a command does what the words `task` (in small letters) speak of.

    `best` is how well the best of several commands does, None if there is but one.
    """
    own, (done, about) = answers(typed, task, desk), meets(typed, task, desk)
    checks = {
        "answers": own > 0 and best is None,
        "does not answer": own == 0 and best is None,
        "answers best": best == own > 0,
        "answers less": best is not None and own < best,
        "none answers": best == 0,
        "does it": done,
        "speaks of its thing": about,
        "names its program": names_program(task, typed.program),
        "shares a word": any(len(word) > 2 and word in task and word != typed.program for word in typed.words),
        "checks": typed.looks and bool(_CHECKS.search(task)),
    }
    return (name for name, met in checks.items() if met)
