"""A command → its note: from what it does to its name (typed), and back.

Goes in: `Command`. Comes out: a draft, if the note says what the command does.
"""

from __future__ import annotations

from collections.abc import Iterator
from difflib import SequenceMatcher
from typing import Final

from exporter.cards.draft import Draft, Place, code, escaped, masked, says_something, typed, without_emphasis, words
from exporter.cards.plain import plain
from exporter.cards.question import asked_for
from exporter.cards.synopsis import synopsis_html
from exporter.study import Command, CommandLine

_EASILY_MIXED_UP: Final = 0.5
_MOST_COMPARED: Final = 2


def command_drafts(command: Command, place: Place) -> Iterator[Draft]:
    """One note with two cards."""
    if not says_something(command.purpose, place.wording):
        return
    wording, purpose = place.wording, place.meaning(command.purpose)
    asking = asked_for(without_emphasis(masked(purpose, (command.name,))), wording.command, wording.command_of, wording)
    content = {
        "Command": escaped(command.name),
        "Purpose": purpose,
        "AskCommand": asking,
        "AskPurpose": wording.purpose_of.format(name=code(command.name)),
        "Synopsis": "<br>".join(synopsis_html(synopsis.terms) for synopsis in command.synopses),
        "Example": escaped("\n".join(line.code for line in _first_lines(command))),
        "TypeIn": typed(command.name, place) if command.name.isascii() else "",
        "Extra": _versus(command, place),
    }
    answers = {"AskCommand": (command.name,), "AskPurpose": (plain(purpose),)}
    marks = (command.name, words(*command.purpose))
    yield Draft("command", (command.name,), content, answers, marks, command.span, place, attributes=command.attributes)


def _first_lines(command: Command) -> tuple[CommandLine, ...]:
    """The lines of the first example that shows more than the command's bare name."""
    shown = (tuple(line for line in example.commands if line.code != command.name) for example in command.examples)
    return next((lines for lines in shown if lines), ())


def _versus(command: Command, place: Place) -> str:
    """The commands of this note that are easily taken for this one: the same words before, a last word like its own."""
    kin = place.commands.kin_of(command)
    rivals = [other for other in kin if _likeness(command.name, other.name) >= _EASILY_MIXED_UP]
    rivals.sort(key=lambda other: -_likeness(command.name, other.name))
    return "".join(
        f'<p class="versus">{place.wording.compare}: {code(other.name)} {place.meaning(other.purpose)}</p>'
        for other in rivals[:_MOST_COMPARED]
    )


def _likeness(one: str, other: str) -> float:
    """How much the last words of two names have in common, from 0 to 1; a name is no rival of itself."""
    last, last_other = one.split()[-1], other.split()[-1]
    return 0.0 if one == other else SequenceMatcher(None, last, last_other, autojunk=False).ratio()
