"""The comments of a code block that may tell what a command of it is for.

Goes in: the block's lines. Comes out: `Remarks` by command: the comment behind it, the comments above it in its own
paragraph of the block, the comment below it. Comments that are templates, file names, options or words like "예시"
tell no task.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise
from typing import Final

from exporter.recognise.code.command_line import is_command
from exporter.recognise.code.command_name import head
from exporter.recognise.code.flags import names_at
from exporter.recognise.code.line import Line
from exporter.recognise.pattern import Context
from exporter.recognise.tasks.words import bare, is_empty, tells_of_file
from exporter.recognise.text.arrows import DRAWN
from exporter.recognise.text.words import is_word

_PLACE: Final = re.compile(
    r"^(?:now |현재 )?(?:path|경로|위치|file|파일|from)\s*[:：]|^[~./\w-]+\.(?:\w{1,5})(?:\s*\(.*\))?$|"
    r"^(?:[~.]{1,2})?/[\w./-]+$|^from [~/]\S*$|"
    r"^(?:run |execute |executed )?(?:on|in|at|inside|from) (?:the |your |a )?"
    r"(?!(?:back|fore)ground\b|\w+(?: \w+)? mode$)\w+(?: \w+){0,2}$|"
    r"^\S+(?: \S+)?에서(?: 실행)?$",
    re.IGNORECASE,
)

_VALUE: Final = re.compile(r"^@\w|^[\w.-]+(?: [\w.-]+)? ?= ?\S+$")
"""A remark on a value of the command: `@name 이름`, `id = 3`."""


@dataclass(frozen=True, slots=True)
class Remarks:
    """The comments above a command and how they stand to it, the one behind it, the one below; "" where there is none.

    `place` is `above` right over it, `apart` with a blank line between, `shared` over other commands that it follows,
    `joined` where an "or" stands between these and it. `run` are all comments of that place, as written.
    """

    place: str = "above"
    run: tuple[str, ...] = ()
    above: str = ""
    aside: str = ""
    below: str = ""

    def told(self) -> Iterator[tuple[str, str]]:
        """Place and text of those that may tell a task."""
        said = (("aside", self.aside), (self.place, self.above), ("below", self.below))
        return ((place, text) for place, text in said if text)


def remarks_on(lines: tuple[Line, ...], context: Context) -> dict[int, Remarks]:
    """The comments on each command of a block, by the command's place."""
    found = {}
    behind = _look_back(lines)
    for at, place, run in _runs(lines, context):
        line, run = lines[at], () if behind else run
        aside = line.aside if line.aside and _can_tell(line.aside, context) else ""
        below = lines[at + 1].text if behind else _below(lines, at, context)
        found[at] = Remarks(place, run, _said(run, line.text, context), aside, below)
    return found


def _look_back(lines: tuple[Line, ...]) -> bool:
    """Whether each command of several has one comment, and that right below it."""
    kinds = [line.kind for line in lines if line.kind != "blank"]
    under = sum(line.kind == "command" and after.kind == "comment" for line, after in pairwise(lines))
    return under > 1 and kinds == ["command", "comment"] * under


def _runs(lines: tuple[Line, ...], context: Context) -> Iterator[tuple[int, str, tuple[str, ...]]]:
    """Each command's place, how it stands to the comments above, and these."""
    run: tuple[str, ...] = ()
    passed, joined, apart, before = 0, False, False, "blank"
    keeps = not (lines and lines[0].prompt == "#!")
    for at, line in enumerate(lines):
        if line.kind in ("comment", "other") and _says_or(line.text, context):
            joined = passed > 0
        elif line.kind == "comment":
            kept = run if before == "comment" else ()
            run, passed, joined, apart = (*kept, line.text), 0, False, False
            behind = not kept and before in ("command", "other")
            keeps = keeps and not behind
        elif line.kind == "command":
            yield at, "joined" if joined else "shared" if passed else "apart" if apart else "above", run
            passed += 1
        elif line.kind == "blank":
            run = () if passed or apart or not keeps else run
            apart = True
        before = line.kind


def _says_or(text: str, context: Context) -> bool:
    """Whether words only put another command beside the one above."""
    return is_word(text, context.vocabulary.or_words) or bool(_OR.match(text))


_OR: Final = re.compile(r"^or,? \w+ly\W*$", re.IGNORECASE)


def _below(lines: tuple[Line, ...], at: int, context: Context) -> str:
    """A comment right below a command, with nothing but a blank line, a word like "또는" or the end after it."""
    behind = lines[at + 1 : at + 3]
    match [line.kind for line in behind]:
        case ["comment"] | ["comment", "blank" | "other"]:
            return behind[0].text if is_task(behind[0].text, context) else ""
        case ["other"] | ["other", "blank"] if behind[0].text.startswith(("->", "=>", *DRAWN)):
            return behind[0].text.lstrip(f"->= {DRAWN}")
        case _:
            return ""


def _said(comments: tuple[str, ...], command: str, context: Context) -> str:
    told = [
        words
        for text in map(bare, comments)
        if (words := _without_template(text, command, context)) and is_task(words, context)
    ]
    return " ".join(told)


def _without_template(comment: str, command: str, context: Context) -> str:
    """`create a branch git branch {name}` says what for, then how: only the first is the task."""
    program = head(command)
    at = comment.lower().find(f"{program} ")
    if at > 0 and is_command(comment[at:], context, 0) and comment[at - 1] in " :#(":
        return comment[:at].rstrip(" :#(-=>")
    if at == 0 and (
        named := re.match(rf"{re.escape(program)}\s*(?:명령어|명령|command)?\s*[:(=-]\s*(.+?)\)?$", comment)
    ):
        return named[1]
    plain = any(char > "\u3040" for char in comment) and not re.search(r"[\[<{]|\s-", comment)
    return comment if at < 0 or plain or not is_command(comment[:1].lower() + comment[1:], context, -1) else ""


_SPOKEN: Final = re.compile(r"\s(?:to|the|with|for|of|an?|your|all|into)\s", re.IGNORECASE)
"""Words that running English has and commands hardly ever."""


def is_task(text: str, context: Context) -> bool:
    """Whether a comment on a line of its own can tell a task at all."""
    return not tells_of_file(text) and _can_tell(text, context)


def _can_tell(text: str, context: Context) -> bool:
    """Whether a comment can, wherever it stands."""
    return context.desk.once(_is_telling, text, context)


def _is_telling(text: str, context: Context) -> bool:
    known = context.vocabulary
    if len(text) < 2 or is_word(text, known.output_words) or is_empty(text, context):
        return False
    if names_at(text) or _PLACE.search(text) or _VALUE.search(text) or not any(char.isalpha() for char in text):
        return False
    marked = text.isascii() and not _SPOKEN.search(text)
    typed = marked and bool(re.search(r"\s-|[|<>/$\"'=\\]", text)) and is_command(text, context, -1)
    return not typed and not text.endswith(";")
