"""Commands on one line of code between which it gives a choice: `git log -p or git log --patch`.

Goes in: a line as read so far. Comes out: the commands as lines of their own, with what stands between them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from typing import Final

from exporter.recognise.code.command_line import is_command
from exporter.recognise.code.command_name import head
from exporter.recognise.code.line import Line
from exporter.recognise.pattern import Context

_OR: Final = r"\s+(?:or|또는|혹은|或者?|または|もしくは)"
_JOINT: Final = re.compile(_OR + r"\s+(?=[a-z./~$])")
_LAST: Final = re.compile(_OR + "$")


def one_by_one(line: Line, context: Context) -> Iterator[Line]:
    """The commands of a line that names several of one program, of which one is enough; else the line itself."""
    commands = _choices(line.text, context) if line.may_be_cut else ()
    if not commands:
        yield line
    for at, command in enumerate(commands):
        if at:
            yield replace(line, kind="other", text="or", prompt="", aside="")
        if command:
            yield replace(line, kind="command", text=command)


def _choices(text: str, context: Context) -> tuple[str, ...]:
    """The commands between which a line gives a choice, the last empty where it goes on on the next line; or none."""
    ended = _LAST.search(text)
    if ended and is_command(text[: ended.start()], context):
        return text[: ended.start()], ""
    parts = _JOINT.split(text)
    alike = len(parts) > 1 and len({head(part) for part in parts}) == 1
    return tuple(parts) if alike and all(is_command(part, context) for part in parts) else ()
