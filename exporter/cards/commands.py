"""The commands of a note, to look up: by what a line begins with, and by what they are easily taken for.

Goes in: the note's commands, in its order. Comes out: `Commands`.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Final

from exporter.study import Command


@dataclass(frozen=True, slots=True)
class Commands:
    """Commands by their names.

    `by_words`: the first of each name, by the words of that, which are `longest` at most; `kin`: the first of each name
    with a purpose, by all but the last word and the letter with which that begins; `told`: the names of all these.
    """

    by_words: Mapping[tuple[str, ...], Command]
    longest: int
    kin: Mapping[tuple[tuple[str, ...], str], tuple[Command, ...]]
    told: frozenset[str]

    def called(self, words: list[str]) -> Command | None:
        """The command that a line of these words calls: the one whose name it begins with, the longest first."""
        heads = (tuple(words[:length]) for length in range(min(len(words), self.longest), 0, -1))
        return next((self.by_words[head] for head in heads if head in self.by_words), None)

    def kin_of(self, command: Command) -> tuple[Command, ...]:
        """The commands with the same words before the last, and a last word of the same letter; itself among them."""
        words = tuple(command.name.split())
        return self.kin.get(_family(words), ()) if words else ()


def commands_of(commands: Iterable[Command]) -> Commands:
    """The commands of a note, to look up."""
    by_words: dict[tuple[str, ...], Command] = {}
    kin: dict[tuple[tuple[str, ...], str], list[Command]] = defaultdict(list)
    told: set[str] = set()
    for command in commands:
        words = tuple(command.name.split())
        if not words:
            continue
        by_words.setdefault(words, command)
        if command.purpose and command.name not in told:
            kin[_family(words)].append(command)
            told.add(command.name)
    longest = max(map(len, by_words), default=0)
    return Commands(by_words, longest, {family: tuple(members) for family, members in kin.items()}, frozenset(told))


def _family(words: tuple[str, ...]) -> tuple[tuple[str, ...], str]:
    return words[:-1], words[-1][0]


NO_COMMANDS: Final = commands_of(())
