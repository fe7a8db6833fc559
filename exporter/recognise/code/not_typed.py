"""What looks like a command in a block of code and is not typed by hand: bodies, recipes, patches, quoted code.

Goes in: the `Line` values of a block and its rows. Comes out: the same lines, those not typed marked as such.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import Final

from exporter.recognise.code.line import Line

_TARGET: Final = re.compile(r"^[\w.%/-]+\s*:(?:\s+[\w.%/-]+)*$")
_HUNK: Final = re.compile(r"^\s*@@ -\d+(?:,\d+)? \+\d+(?:,\d+)? @@")
_PATCH: Final = re.compile(r"^\s*(?:diff --git |--- |\+\+\+ |index [0-9a-f]{7,}\.\.)")
_COMMENTED: Final = re.compile(r"^\s*#+(?P<gap>\s*)(?P<text>.*?)\s*$")
_DEEPER: Final = 2
"""How many blanks more than a comment that leads on to it a piece of code has behind its `#`, at least."""


def hand_typed(lines: Iterable[Line], rows: list[str]) -> Iterator[Line]:
    """The lines, where those that nobody types are no commands."""
    return _outside_recipes(_outside_braces(_outside_patches(_outside_comments(lines, rows), rows)), rows)


def _outside_braces(lines: Iterable[Line]) -> Iterator[Line]:
    """What stands between `{` at a line's end and `}` is the body of a function."""
    depth = 0
    for line in lines:
        opens, closes = line.text.endswith("{") and line.kind != "comment", line.text.startswith("}")
        depth = max(depth - closes, 0)
        yield replace(line, kind="other") if depth and line.kind == "command" else line
        depth += opens


def _outside_recipes(lines: Iterable[Line], rows: list[str]) -> Iterator[Line]:
    """What is indented under `target:` is a recipe of a Makefile."""
    inside = False
    for line in lines:
        indented = rows[line.row][:1] in (" ", "\t")
        inside = bool(_TARGET.match(line.text)) if not indented and line.kind != "blank" else inside
        yield replace(line, kind="other") if inside and indented and line.kind == "command" else line


def _outside_patches(lines: Iterable[Line], rows: list[str]) -> Iterator[Line]:
    """From the head of a patch on all is what a program printed, up to the next prompt."""
    patched = any(map(_HUNK.match, rows))
    inside = False
    for line in lines:
        inside = patched and not line.prompt.strip(" #") and (inside or bool(_PATCH.match(rows[line.row])))
        yield replace(line, kind="other", prompt="", aside="") if inside and line.kind != "blank" else line


def _outside_comments(lines: Iterable[Line], rows: list[str]) -> list[Line]:
    """Code that is commented out, further in, and the comment that leads on to it say nothing of what follows."""
    told = list(lines)
    leading, gap = None, 0
    for at, line in enumerate(told):
        comment = _COMMENTED.match(rows[line.row])
        if comment is None:
            leading = None
        elif leading is not None and (not comment["text"] or len(comment["gap"]) >= gap + _DEEPER):
            told[at] = Line("comment", "", line.row, line.rows, "#")
            told[leading] = replace(told[leading], text="")
        else:
            leading, gap = (at if comment["text"].endswith((":", "：")) else None), len(comment["gap"])
    return told
