"""A command line read against its command: which value fills which argument.

Goes in: the line, and the `Command` it calls, if the note documents it. Comes out: `Argument` values, in order.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final

from exporter.cards.synopsis import blanks
from exporter.study import Command, Option

_WORD: Final = re.compile(r"""(?:"(?:\\.|[^"\\])*"|'[^']*'|\\.|[^\s"'\\])+|\S""")
# Behind these stands another command, whose words fill no argument of this one.
_NEXT_COMMAND: Final = frozenset(["|", "||", "&&", ";", ">", ">>", "<", "2>", "&"])


@dataclass(frozen=True, slots=True)
class Argument:
    """A flag, a value, or a flag with its value. `operand` is the name of what the value fills, as the synopsis has it.

    `option` is the note's explanation of the flag.
    """

    flag: str | None
    value: str | None
    operand: str | None = None
    option: Option | None = None


def command_called(code: str, commands: tuple[Command, ...]) -> Command | None:
    """The command that a line calls: the one whose name it begins with, the longest first."""
    words = line_words(code)
    fitting = (command for command in commands if words[: len(command.name.split())] == command.name.split())
    return max(fitting, key=lambda command: len(command.name.split()), default=None)


def line_words(code: str) -> list[str]:
    """The words of a command line, quoted parts kept together."""
    return _WORD.findall(code)


def arguments(code: str, command: Command | None) -> list[Argument]:
    """What stands behind the command's name, in order."""
    words = line_words(code)[len(command.name.split()) if command else 1 :]
    operands = _operand_names(command)
    known = _flag_operands(command)
    unclaimed = _positional_count(words, known) - len(operands) if operands else 0
    found: list[Argument] = []
    while words:
        word = words.pop(0)
        if word in _NEXT_COMMAND:
            return [*found, Argument(None, " ".join([word, *words]))]
        if not _is_flag(word):
            found.append(Argument(None, word, operands.pop(0) if operands else None))
            continue
        flag, joint, value = word.partition("=")
        if joint or not words or _is_flag(words[0]):
            found.append(_flag(flag, value if joint else None, command, known))
        elif flag in known or unclaimed > 0:
            unclaimed -= flag not in known
            found.append(_flag(flag, words.pop(0), command, known))
        else:
            found.append(_flag(flag, None, command, known))
    return found


def _flag(flag: str, value: str | None, command: Command | None, known: dict[str, str]) -> Argument:
    options = command.options if command else ()
    option = next((option for option in options if flag in option.flags), None)
    return Argument(flag, value, known.get(flag), option)


def _is_flag(word: str) -> bool:
    return word.startswith("-") and len(word) > 1


def _positional_count(words: list[str], known: dict[str, str]) -> int:
    before = ["", *words]
    return sum(not _is_flag(word) and previous not in known for previous, word in zip(before, words, strict=False))


def _operand_names(command: Command | None) -> list[str]:
    if command is None or not command.synopses:
        return []
    return [blank.answer for blank in blanks(command.synopses[0].terms) if blank.flag is None]


def _flag_operands(command: Command | None) -> dict[str, str]:
    """The flags that take a value, and its name: as the synopses show them, then as the options say."""
    if command is None:
        return {}
    shown = (blank for synopsis in command.synopses for blank in blanks(synopsis.terms) if blank.flag)
    said = {flag: option.argument for option in command.options if option.argument for flag in option.flags}
    return {**said, **{blank.flag or "": blank.answer for blank in shown}}
