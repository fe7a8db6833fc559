"""Which command a line calls: the program behind `sudo` and assignments, and the name one speaks of it by."""

from __future__ import annotations

import re
from typing import Final

from exporter.recognise.text.programs import SUBCOMMAND_GROUPS, WITH_SUBCOMMANDS

_WORD: Final = re.compile(r"[^\s]+")
_SUBCOMMAND: Final = re.compile(r"[a-z][a-z0-9-]*")
_ASSIGNMENTS: Final = re.compile(r"^(?:[A-Z_][A-Z0-9_]*=(?:\"[^\"]*\"|'[^']*'|\S*)\s+)+(?=\S)")
_SUDO: Final = re.compile(r"^(?:sudo(?: -\S+)*|time|nohup|exec|command|doas|env|winpty)\s+(?=\S)")
_LED: Final = re.compile(r"(?:sudo|time|nohup|exec|command|doas|env|winpty)\s|[A-Z_][A-Z0-9_]*=")
"""What may be one of these; most lines begin otherwise."""


def bare(line: str) -> str:
    """A command line without `sudo` and leading `NAME=value`."""
    text, before = line.strip(), ""
    while text != before and _LED.match(text):
        before, text = text, _SUDO.sub("", _ASSIGNMENTS.sub("", text))
    return text


def head(line: str) -> str:
    """The program a line calls: its first word, behind `sudo` and assignments."""
    return program_of(bare(line))


def program_of(bare_line: str) -> str:
    """The first word of a line that `bare` has left."""
    match = _WORD.match(bare_line)
    return match.group().rstrip(";,") if match else ""


def name_of(line: str) -> str:
    """The command's name as one speaks of it: `docker image build` for `sudo docker image build -t a .`."""
    words = bare(line).split()
    if not words:
        return line.strip()
    name = [words[0].rstrip(";")]
    if name[0].lower() in WITH_SUBCOMMANDS:
        for word in words[1:3]:
            if not _SUBCOMMAND.fullmatch(word):
                break
            name.append(word)
            if word not in SUBCOMMAND_GROUPS:
                break
    return " ".join(name)
