"""A command line read against its command: which value fills which argument.

Goes in: the line, and the `Command` it calls, if the note documents it. Comes out: `Argument` values, in order.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import groupby
from typing import Final

from exporter.cards.synopsis import blanks
from exporter.study import Command, Option
from exporter.words import words_of

_WORD: Final = re.compile(
    r"""
    (?: "(?:\\.|[^"\\])*" | '[^']*'
    | \$\((?:[^()]|\([^()]*\))*\) | `[^`]*`
    | <[^\s<>](?:[^<>|&;]*[^\s<>|&;])?>
    | \\. | [^\s"'\\]
    )+ | \S
    """,
    re.VERBOSE,
)
_NEXT_COMMAND: Final = frozenset(["|", "||", "&&", ";", "&"])
_REDIRECTION: Final = re.compile(r"\d?[<>]{1,2}(?:&\d)?")
# Programs whose first word says what to do, and first words of theirs that leave it to the second.
_WITH_SUBCOMMANDS: Final = words_of(
    """
    apt apt-get aws az brew bundle cargo composer conda docker docker-compose dnf flutter gcloud gem gh git go helm k
    kubectl minikube npm npx pip pip3 pnpm podman poetry systemctl terraform tmux uv vagrant yarn yum
    """
)
_GROUPS: Final = words_of(
    """
    builder compose config container context image mod network plugin remote repo stash submodule system volume
    """
)


@dataclass(frozen=True, slots=True)
class Argument:
    """A flag, a value, or a flag with its value. `operand` is the name of what the value fills, as the synopsis has it.

    `option` is the note's explanation of the flag.
    """

    flag: str | None
    value: str | None
    operand: str | None = None
    option: Option | None = None


def line_words(code: str) -> list[str]:
    """The words of a command line; what is quoted, substituted (`$(…)`) or a placeholder (`<…>`) is kept together."""
    return _WORD.findall(code)


def head_length(words: list[str], command: Command | None) -> int:
    """How many words at the front say what is done: a documented command's name, or program and subcommand."""
    if command is not None:
        return len(command.name.split())
    start = 1 if words[:1] == ["sudo"] else 0
    if words[start : start + 1] and words[start] in _WITH_SUBCOMMANDS:
        start += 1
        if words[start : start + 1] and words[start] in _GROUPS:
            start += 1
    return start + 1


def arguments(code: str, command: Command | None) -> list[Argument]:
    """What stands behind the command's name, in order, and behind the names of the commands piped to."""
    parts = groupby(line_words(code), key=_NEXT_COMMAND.__contains__)
    segments = [list(words) for is_mark, words in parts if not is_mark]
    found: list[Argument] = []
    for at, words in enumerate(segments):
        called = command if at == 0 else None
        found += _arguments(words[head_length(words, called) :], called)
    return found


def _arguments(words: list[str], command: Command | None) -> list[Argument]:
    operands, known = _operand_names(command), _flag_operands(command)
    unclaimed = _positional_count(words, known) - len(operands) if operands else 0
    found: list[Argument] = []
    while words:
        word = words.pop(0)
        if _REDIRECTION.fullmatch(word):
            continue
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
