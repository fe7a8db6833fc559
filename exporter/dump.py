"""Any tree of frozen values as indented text: what `kramdeck show` prints and golden files hold.

Goes in: a dataclass instance and the file it was read from. Comes out: a line for each node, such as
`Text 3:1-12 "text"`, its children indented below. Works on every dataclass alike: fields that hold dataclasses are
children, other fields are shown unless they have their default value.
"""

from __future__ import annotations

from dataclasses import MISSING, Field, fields, is_dataclass
from enum import Enum
from typing import Any

from exporter.source import SourceFile, Span


def dump(tree: Any, source: SourceFile) -> str:
    """Draw `tree`; places are `line:column` pairs, both counted from 1, the end just after the last character."""
    lines: list[str] = []
    _draw(tree, source, 0, "", lines)
    return "\n".join([*lines, ""])


def place(span: Span, source: SourceFile) -> str:
    """`3:1-4:12`, or `3:1-12` within one line."""
    start, end = source.position(span.start), source.position(span.end)
    return f"{start.line}:{start.column}-" + (f"{end.column}" if start.line == end.line else f"{end.line}:{end.column}")


def _draw(node: Any, source: SourceFile, depth: int, label: str, lines: list[str]) -> None:
    """One node and what is in it. Values are drawn in its line, nodes below it."""
    shown = [label + type(node).__name__] if label else [type(node).__name__]
    below: list[tuple[str, Any]] = []
    for field in fields(node):
        value = getattr(node, field.name)
        if isinstance(value, Span) and field.name == "span":
            shown.insert(1, place(value, source))
        elif isinstance(value, SourceFile) or _is_default(field, value):
            continue
        elif _holds_nodes(value):
            below.append((field.name, value))
        else:
            shown.append(_short(field.name, value, source))
    lines.append("  " * depth + " ".join(shown))
    for name, value in below:
        _draw_field(name, value, source, depth + 1, lines, alone=len(below) == 1)


def _draw_field(name: str, value: Any, source: SourceFile, depth: int, lines: list[str], *, alone: bool) -> None:
    """A field that holds nodes: straight below if it is the only one, else under its name."""
    if not isinstance(value, tuple):
        _draw(value, source, depth, f"{name}=", lines)
        return
    if not alone:
        lines.append("  " * depth + f"{name}:")
        depth += 1
    for item in value:
        if isinstance(item, tuple):
            _draw_field("-", item, source, depth, lines, alone=False)
        elif is_dataclass(item):
            _draw(item, source, depth, "", lines)
        else:
            lines.append("  " * depth + _value(item, source))


def _is_default(field: Field[Any], value: Any) -> bool:
    if field.default is not MISSING:
        return bool(value == field.default)
    return field.default_factory is not MISSING and bool(value == field.default_factory())


def _holds_nodes(value: Any) -> bool:
    if isinstance(value, tuple):
        return any(_holds_nodes(item) for item in value)
    return is_dataclass(value) and not isinstance(value, Span | type)


def _short(name: str, value: Any, source: SourceFile) -> str:
    return f"{name}={_value(value, source)}" if name not in _PLAIN else _value(value, source)


_PLAIN = frozenset({"text", "code", "html", "tex", "label", "level", "href", "src"})


def _value(value: Any, source: SourceFile) -> str:
    if isinstance(value, Span):
        return place(value, source)
    if isinstance(value, Enum):
        return value.name.lower()
    if isinstance(value, tuple):
        return "(" + ", ".join(_value(item, source) for item in value) + ")"
    return f'"{value.translate(_ESCAPES)}"' if isinstance(value, str) else str(value)


_ESCAPES = str.maketrans({"\n": "\\n", "\t": "\\t", "\r": "\\r", '"': '\\"', "\\": "\\\\"})
