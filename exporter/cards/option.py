"""An option → its note: from what it does to the flag (typed), and back. Its fronts name the command.

Goes in: `Option`. Comes out: a draft, if the note says what the option does.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from exporter.cards.draft import Draft, Place, code, escaped, masked, says_something, typed, without_emphasis, words
from exporter.cards.plain import plain
from exporter.cards.question import with_line
from exporter.study import Option

_MOST_COMPARED: Final = 3
# A meaning read from a comment behind the flag may keep the comment's sign.
_COMMENT: Final = re.compile(r"^(?:#|//)+\s+")


def option_drafts(option: Option, place: Place) -> Iterator[Draft]:
    """One note with two cards."""
    if not option.flags or not says_something(option.meaning, place.wording):
        return
    command = option.command or (place.command.name if place.command else "")
    flags, meaning = ", ".join(option.flags), _COMMENT.sub("", place.meaning(option.meaning))
    content = {
        "Command": escaped(command),
        "Flag": escaped(flags if option.argument is None else f"{flags} {option.argument}"),
        "Meaning": meaning,
        "AskFlag": _ask_flag(without_emphasis(masked(meaning, option.flags)), command, place),
        "AskMeaning": _ask_meaning(option, command, plain(meaning), place),
        "TypeIn": typed(flags, place) if len(option.flags) == 1 else "",
        "Extra": _versus(option, place),
    }
    answers = {"AskFlag": option.flags, "AskMeaning": (plain(meaning),)}
    name = (command, flags) if command else (flags,)
    marks = (flags, words(*option.meaning))
    yield Draft("option", name, content, answers, marks, option.span, place, attributes=option.attributes)


def _ask_flag(meaning: str, command: str, place: Place) -> str:
    wording = place.wording
    line = wording.option_of.format(command=code(command)) if command else wording.option_alone
    question = wording.asked(meaning, wording.option)
    if question is None:
        return with_line(meaning, line)
    return f"{wording.in_command.format(command=code(command))} {question}" if command else question


def _ask_meaning(option: Option, command: str, meaning: str, place: Place) -> str:
    wording = place.wording
    flag = code(", ".join(option.flags))
    if not command:
        return wording.meaning_alone.format(flag=flag)
    line = wording.when_of if wording.when.search(meaning) else wording.meaning_of
    return line.format(command=code(command), flag=flag)


def _versus(option: Option, place: Place) -> str:
    """The other short flags of the same command: one letter is easily taken for another."""
    if place.command is None or not any(_is_short(flag) for flag in option.flags):
        return ""
    rivals = [other for other in place.command.options if other.flags != option.flags and other.meaning]
    short = [other for other in rivals if any(map(_is_short, other.flags))]
    return "".join(
        f'<p class="versus">{place.wording.compare}: {code(", ".join(other.flags))} {place.meaning(other.meaning)}</p>'
        for other in short[:_MOST_COMPARED]
    )


def _is_short(flag: str) -> bool:
    return len(flag) == 2
