"""Options that lines of a code block explain: pasted help, a synopsis with its options under it, comments."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import takewhile
from typing import Final

from exporter.kramdown.nodes import (
    CodeBlock,
    Text,
)
from exporter.recognise.code.flags import Names, names_at
from exporter.recognise.code.line import Line
from exporter.recognise.code.lines import row_span
from exporter.recognise.options.cues import NO_MEANING, OPTION_BEHIND
from exporter.recognise.options.sentences import options_in_comment
from exporter.recognise.pattern import Context
from exporter.recognise.text.arrows import ARROW
from exporter.recognise.text.words import EAST
from exporter.source import Span
from exporter.study import Option

_LISTED: Final = re.compile(r"^(?:\s*#+\s*|\s*//\s*|\s*[-*] +|\s{0,12})(?=\[?[-–]{1,2}[A-Za-z?]|-\d,)")
_OUTPUT: Final = re.compile(r"^\s*[-dlbcps][-rwxsStT]{9}")
_GAP: Final = re.compile(rf"\s{{2,}}|\t+|\s*[:：](?=\s)\s*|\s+(?:=|{ARROW}|-|–|—|#|//)\s+|(?<=[\w\]>])\s+(?=[{EAST}])")


_PLAIN_VALUE: Final = re.compile(r" (?P<value>[a-z][\w./-]{0,15})(?=\s{2,}\S|\t)")
"""What pasted help calls the value of an option, before the gap: `-o file      …`."""
_MOST_LINES: Final = 4
_DEEP: Final = 12
"""Where the meanings of pasted help stand at least, in columns."""
_ARROW: Final = re.compile(rf"{ARROW}\s*")
"""Begins what is said of the command above."""
_SETTING: Final = re.compile(r"^(?:true|false|yes|no|on|off|null)$", re.IGNORECASE)


def options_in_code(
    block: CodeBlock, lines: tuple[Line, ...], context: Context, command: str | None
) -> Iterator[Option]:
    """Options that lines of a code block explain: pasted help, comments above a command or behind it."""
    rows = (block.dedented or block.code).rstrip("\n").split("\n")
    by_row = {line.row: at for at, line in enumerate(lines)}
    for number, row in enumerate(rows):
        if "-" not in row and "–" not in row:
            continue
        span = row_span(block, number, context)
        at = by_row.get(number)
        told = (
            tuple(options_in_comment(_comment_of(lines[at], row), _owner(lines, at) or command, span))
            if at is not None
            else ()
        )
        option = None if told else _listed_in(rows, number, command, span)
        yield from told or ((option,) if option else ())


def _comment_of(line: Line, row: str) -> str:
    """The words of a comment, on a line of its own or behind code; a line without its sign is none."""
    if line.kind == "comment":
        return "" if row.strip() == line.text else line.text
    arrow = _ARROW.match(line.text) if line.kind == "other" else None
    return line.text[arrow.end() :] if arrow else line.aside


def _owner(lines: tuple[Line, ...], at: int) -> str | None:
    """The command line a comment is about: its own line's, else the next, else the one before; behind an arrow, that
    before.
    """
    below, above = lines[at:], tuple(reversed(lines[:at]))
    near = (*above, *below) if lines[at].kind == "other" else (*below, *above)
    return next((line.text for line in near if line.kind == "command"), None)


def _listed_in(rows: list[str], number: int, command: str | None, span: Span) -> Option | None:
    """The option that a row lists."""
    row, above = rows[number], rows[number - 1] if number else ""
    lead = _LISTED.match(row)
    if lead is None or _OUTPUT.match(row) or (above.rstrip().endswith("\\") and "#" not in row):
        return None
    listed = _listed(row, lead.end(), rows[number + 1 :])
    if listed is None or not re.search(rf"[A-Za-z{EAST}]{{2}}", _SETTING.sub("", listed[1])):
        return None
    names, meaning = listed
    meaning = " ".join((meaning.rstrip(" \\"), *_wrapped(row, meaning, rows[number + 1 :])))
    if OPTION_BEHIND.match(meaning) and NO_MEANING.match(OPTION_BEHIND.sub("", meaning)):
        return None
    return Option(
        names.flags,
        names.argument,
        (Text(meaning, span=span),),
        command,
        (Text(row.strip(), span=span),),
        (),
        span=span,
    )


def _wrapped(row: str, meaning: str, following: list[str]) -> Iterator[str]:
    """The lines on which a meaning goes on, set as deep as it begins."""
    depth = len(row[: row.rfind(meaning)].expandtabs()) if meaning in row else 0
    for below in takewhile(str.strip, following[:_MOST_LINES]):
        indent = len(below.expandtabs()) - len(below.expandtabs().lstrip())
        if depth < _DEEP or not depth <= indent <= depth + 2 or names_at(below.strip()):
            return
        yield below.strip()


def _listed(row: str, start: int, following: list[str]) -> tuple[Names, str] | None:
    """The option a line lists, and its meaning: behind a gap, behind `#`, or on the next line."""
    names = names_at(row, start)
    if names is None:
        return None
    rest = row[names.end :]
    comment = _COMMENTED.search(rest)
    if comment:
        argument = names.argument or comment["argument"].strip(" \\") or None
        long = names_at(comment["meaning"])
        if long is None:
            return Names(names.flags, argument, 0), comment["meaning"]
        meaning = comment["meaning"][long.end :].lstrip(" :-")
        return Names(names.flags + long.flags, argument or long.argument, 0), meaning
    if not rest.strip(" :："):
        below = following[0] if following else ""
        deep = len(below) - len(below.lstrip())
        return (
            (names, below.strip())
            if deep >= 8 and not names_at(below.strip()) and not below.lstrip().startswith("- -")
            else None
        )
    value = _PLAIN_VALUE.match(rest) if names.argument is None else None
    if value:
        names, rest = Names(names.flags, value["value"], 0), rest[value.end() :]
    gap = _GAP.match(rest)
    meaning = rest[gap.end() :].strip() if gap else ""
    if rest.rstrip().endswith("\\") or (names_at(meaning) and not gap_is_wide(rest)):
        return None
    return names, meaning


_COMMENTED: Final = re.compile(r"^(?P<argument>\S*(?:\s+[^\s#][^#]*?)?)\s+(?:#+|//|;;)\s*(?P<meaning>\S.*)$")


def gap_is_wide(rest: str) -> bool:
    """Whether two blanks or more stand first: how pasted help sets off the meaning."""
    return bool(re.match(r"\s{2,}", rest))
