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

_JOINT: Final = re.compile(r"\s+(?:or|또는|혹은|或者?|または|もしくは)\s+(?=[a-z./~$])")
_LAST: Final = re.compile(r"\s+(?:or|또는|혹은|或者?|または|もしくは)$")


def one_by_one(line: Line, context: Context) -> Iterator[Line]:
    """The commands of a line that names several of one program, of which one is enough; else the line itself."""
    ended = _LAST.search(line.text) if line.kind in ("command", "other") and line.rows == 1 else None
    if ended and is_command(line.text[: ended.start()], context):
        yield replace(line, kind="command", text=line.text[: ended.start()])
        yield replace(line, kind="other", text="or", prompt="", aside="")
        return
    parts = _JOINT.split(line.text) if line.kind in ("command", "other") and line.rows == 1 else []
    if len(parts) < 2 or len({head(part) for part in parts}) > 1:
        yield line
    elif all(is_command(part, context) for part in parts):
        for at, part in enumerate(parts):
            if at:
                yield replace(line, kind="other", text="or", prompt="", aside="")
            yield replace(line, kind="command", text=part)
    else:
        yield line
