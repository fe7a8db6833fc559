"""Ends a column inside things that are open there, such as a long card or table.

Goes in: a numbered body and what `breaking` decided. Comes out: the body in which whatever is open before such a
unit is closed and opened again in the next column, with the class `cont`; a table has its head again. WeasyPrint could
break inside by itself, but draws what it breaks down to the foot of the column.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final

from exporter.sheet.strip import Plan

_TOKEN: Final = re.compile(r"<[^>]*>|[^<]+")
_TAG: Final = re.compile(r"<(/?)([a-zA-Z][a-zA-Z0-9]*)")
_ID: Final = re.compile(r' id="[^"]*"')
_UNIT: Final = re.compile(r' id="u(\d+)"')
_STYLE: Final = re.compile(r' style="margin-top:[^"]*"')
_CLASS: Final = re.compile(r' class="([^"]*)"')
_VOID: Final = frozenset({"br", "hr", "img", "wbr", "input", "col"})
_OPEN_ANYWHERE: Final = frozenset({"main", "section"})
"""Elements without borders: a column may end inside them as they are."""
NEW_COLUMN: Final = ' style="break-before:column;margin-top:0"'


@dataclass(slots=True)
class _Open:
    """An element that is open: its start tag, and for a table the head that is repeated."""

    name: str
    tag: str
    head: str = ""


def in_columns(body: str, decided: Plan) -> str:
    """`body` with columns beginning and gaps widened as decided, and without the ids of its units."""
    beginnings = frozenset(decided.breaks)
    gaps = {wider.unit: round(wider.gap + wider.more, 3) for wider in decided.widened}
    out: list[str] = []
    stack: list[_Open] = []
    head_from = 0
    for token in _TOKEN.findall(body):
        match = _TAG.match(token)
        if not match or match[2] in _VOID:
            out.append(token)
            continue
        closing, name = match.groups()
        if closing:
            if name == "thead" and len(stack) > 1:
                stack[-2].head = "".join(out[head_from:]) + token
            stack.pop()
            out.append(token)
            continue
        if name == "thead":
            head_from = len(out)
        if found := _UNIT.search(token):
            number = int(found[1])
            token = _UNIT.sub(f' style="margin-top:{gaps[number]}mm"' if number in gaps else "", token)
            out += _new_column(stack, token) if number in beginnings else [token]
        else:
            out.append(token)
        stack.append(_Open(name, token))
    return "".join(out)


def _new_column(stack: list[_Open], token: str) -> list[str]:
    """What is put in place of a start tag that begins a column."""
    first = next((at for at, element in enumerate(stack) if element.name not in _OPEN_ANYWHERE), len(stack))
    again = stack[first:]
    if not again:
        return [_with(token, NEW_COLUMN)]
    closed = [f"</{element.name}>" for element in reversed(again)]
    opened = [_again(element, first=at == 0) for at, element in enumerate(again)]
    return [*closed, *opened, token]


def _again(element: _Open, *, first: bool) -> str:
    tag = _STYLE.sub("", _ID.sub("", element.tag))
    tag = _CLASS.sub(r' class="\1 cont"', tag) if _CLASS.search(tag) else _with(tag, ' class="cont"')
    return (_with(tag, NEW_COLUMN) if first else tag) + element.head


def _with(tag: str, attribute: str) -> str:
    return tag[:-1] + attribute + ">"
