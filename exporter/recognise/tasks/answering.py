"""How well a command answers words that ask for something: by what it does, and by what it deals with.

Goes in: a command taken apart, and words in small letters. Comes out: a number, or which of its reasons there are.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

from exporter.recognise.code.command_name import head, name_of
from exporter.recognise.desk import Desk
from exporter.recognise.tasks.deeds import DOINGS, THINGS

_CLEAR: Final = 2
"""Commands that must do what the words on one side of them ask for, more than do for the other side."""
_LOOKS: Final = re.compile(r" (?:--version|version|-V|--help)$")


@dataclass(frozen=True, slots=True)
class Typed:
    """A command in small letters: its words, its program, what it is called."""

    words: frozenset[str]
    program: str
    name: str
    looks: bool


def typed_of(text: str) -> Typed:
    """A command taken apart."""
    return Typed(frozenset(text.lower().split()), head(text).lower(), name_of(text), bool(_LOOKS.search(text)))


def meets(typed: Typed, task: str, desk: Desk) -> tuple[bool, bool]:
    """Whether a command does what a task asks for, and whether it deals with what the task speaks of."""
    doing, dealing = desk.once(_typed_for, task)
    return not doing.isdisjoint(typed.words), not dealing.isdisjoint(typed.words)


def _typed_for(task: str) -> tuple[frozenset[str], frozenset[str]]:
    """The words of commands that do what a task asks for, and of those that deal with what it speaks of."""
    return _listed(task, DOINGS), _listed(task, THINGS)


def _listed(task: str, rows: Iterable[tuple[frozenset[str], frozenset[str]]]) -> frozenset[str]:
    return frozenset(word for said, typed in rows if any(map(task.__contains__, said)) for word in typed)


def answers(typed: Typed, task: str, desk: Desk) -> int:
    """How well a command answers a task: by what it does, by the words it shares with it, by its program's name."""
    shared = sum([len(word) > 2 and word in task for word in typed.words])
    done, about = meets(typed, task, desk)
    return 3 * done + about + min(shared, 2) + names_program(task, typed.program)


def leaning(shown: Iterable[tuple[str, Typed, str]], desk: Desk) -> int:
    """How many more commands do what the words behind them ask for than what those before them do: +1 or -1 if that is
    clear, else 0. Goes in: each command between its words, in small letters.
    """
    votes = sum(meets(typed, after, desk)[0] - meets(typed, before, desk)[0] for before, typed, after in shown)
    return (votes > 0) - (votes < 0) if abs(votes) >= _CLEAR else 0


def names_program(task: str, program: str) -> bool:
    """Whether a task speaks of a program, as a word of its own."""
    at = task.find(program) if program else -1
    while at >= 0:
        around = task[max(at - 1, 0) : at] + task[at + len(program) :][:1]
        if not any("a" <= char <= "z" or char == "-" for char in around):
            return True
        at = task.find(program, at + 1)
    return False
