"""What is wrong with a study note, as values.

Goes in: findings of the stages. Comes out: `Diagnostic` values, and `render`, which draws one with its place and a
caret. Nothing here prints, logs or raises.
"""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass
from enum import Enum

from exporter.source import SourceFile, Span


class Severity(Enum):
    """How much a diagnostic weighs: errors stop the file's outputs, warnings do so under `--strict`."""

    ERROR = "error"
    WARNING = "warning"
    INFO = "info"


@dataclass(frozen=True, slots=True)
class Diagnostic:
    """One finding. `code` names the fault in words joined by hyphens; `help` says what the author can do."""

    code: str
    severity: Severity
    message: str
    span: Span | None
    help: str


def render(diagnostic: Diagnostic, source: SourceFile | None) -> str:
    """Draw a diagnostic: `path:line:column`, the line, a caret under the place, and the help.

    Columns in the heading count characters; the caret line counts display cells, so Hangul takes two.
    """
    head = f"{diagnostic.severity.value}[{diagnostic.code}]: {diagnostic.message}"
    if source is None:
        return "\n".join([head, *_help(diagnostic)])
    if diagnostic.span is None:
        return "\n".join([head, f"  --> {source.path}", *_help(diagnostic)])
    start = source.position(diagnostic.span.start)
    line = source.line(start.line)
    gutter = " " * len(str(start.line))
    before = line[: start.column - 1]
    marked = line[start.column - 1 : start.column - 1 + max(diagnostic.span.end - diagnostic.span.start, 1)]
    caret = " " * display_width(before) + "^" * max(display_width(marked), 1)
    return "\n".join(
        [
            head,
            f"{gutter}--> {source.path}:{start.line}:{start.column}",
            f"{gutter} |",
            f"{start.line} | {line.expandtabs(1)}",
            f"{gutter} | {caret}",
            *(gutter + text for text in _help(diagnostic)),
        ]
    )


def _help(diagnostic: Diagnostic) -> list[str]:
    return [f" = help: {diagnostic.help}"]


def display_width(text: str) -> int:
    """Width in terminal cells: East Asian wide and full-width characters count two, combining marks none."""
    return sum(
        0 if unicodedata.combining(char) else 2 if unicodedata.east_asian_width(char) in "WF" else 1 for char in text
    )
