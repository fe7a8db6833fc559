"""What the items around one say of it: in a list of commands the odd one is a command too, in a list of keys a key.

Goes in: an item of a list. Comes out: the name it begins with and where its meaning begins, where its siblings decide.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final

from exporter.kramdown.nodes import Blocks, BulletList, Inlines, ListItem, OrderedList, Paragraph
from exporter.recognise.code.command_line import is_command
from exporter.recognise.code.keys import is_key
from exporter.recognise.commands.names import command_in, speaks_of_keys
from exporter.recognise.pattern import Context, Here
from exporter.recognise.text.labels import Split, first_split, splits

_LEAST: Final = 3
"""Items that must be commands or keys before they speak for another."""
_LETTERS: Final = re.compile(r"^(?:[A-Za-z]{1,2}|\d?[a-zA-Z]{1,2}|:[\w!]+|[\^$%{}()/?*#~>.<;,+-]{1,2}|\d+G?)$")
_ODD_KEY: Final = re.compile(r"^(?:\[[^\]]+\]\S{0,2}|\S{1,3}|[:/?]\S+(?: \S+)?|\d+\S{1,2}|[A-Za-z]-\S)$")
_ODD_COMMAND: Final = re.compile(r"^[a-z][\w.-]*(?: [\x21-\x7e]+)*$")


@dataclass(frozen=True, slots=True)
class _Siblings:
    """How many items of a list there are, and how many of them name a command or a key before their meaning."""

    items: int
    commands: int
    keys: int


def name_among_siblings(inlines: Inlines, here: Here) -> tuple[str, int] | None:
    """The name and the end of it in an item that its siblings show to be like them."""
    if not isinstance(here.block, BulletList | OrderedList):
        return None
    split = next(iter(here.desk.once(splits, inlines)), None)
    if split is None or len(split.right) < 2:
        return None
    around = here.desk.once(_siblings, here.pieces(), here.context)
    told = around.keys + around.commands
    mostly_keys = told >= _LEAST and told * 2 >= around.items
    if speaks_of_keys(here.context) and (mostly_keys or _under_key(here)) and _ODD_KEY.match(split.left):
        return split.left, split.end
    mostly_commands = around.commands >= _LEAST and around.commands * 2 >= around.items
    if mostly_commands and _ODD_COMMAND.match(split.left) and command_in(split.before, here.context, 2):
        return split.left, split.end
    return None


def _siblings(pieces: Blocks, context: Context) -> _Siblings:
    items = [item for other in pieces if isinstance(other, BulletList | OrderedList) for item in other.items]
    found = [split for item in items if (split := _split(item)) is not None]
    commands = sum(is_command(split.left, context) for split in found)
    keys = sum(_is_key(split.left) and not is_command(split.left, context) for split in found)
    return _Siblings(len(items), commands, keys)


def _split(item: ListItem) -> Split | None:
    match item.blocks:
        case (Paragraph(inlines), *_):
            return first_split(inlines)
        case _:
            return None


def _is_key(name: str) -> bool:
    return is_key(name) or bool(_LETTERS.match(name))


def _under_key(here: Here) -> bool:
    """Whether the item hangs under one that explains a key."""
    return here.context.within == "command" and here.context.command is not None and _is_key(here.context.command)
