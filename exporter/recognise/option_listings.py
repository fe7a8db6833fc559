"""Options that lines of a code block explain: pasted help, a synopsis with its options under it, comments."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from exporter.kramdown.nodes import (
    CodeBlock,
    Text,
)
from exporter.recognise.code_lines import row_span
from exporter.recognise.flags import Names, names_at
from exporter.recognise.pattern import Context
from exporter.study import Option

_LISTED: Final = re.compile(r"^(?:\s*#+\s*|\s*//\s*|\s*[-*] +|\s{0,12})(?=\[?[-–]{1,2}[A-Za-z?])")
_OUTPUT: Final = re.compile(r"^\s*[-dlbcps][-rwxsStT]{9}")
_GAP: Final = re.compile(
    r"\s{2,}|\t+|\s*[:：](?=\s)\s*|\s+(?:=|->|→|-|–|—|#|//)\s+|(?<=[\w\]>])\s+(?=[가-힣\u3040-\u30ff\u4e00-\u9fff])"
)


_NO_MEANING: Final = re.compile(r"^(?:true|false|yes|no|on|off|null)$", re.IGNORECASE)


def options_in_code(block: CodeBlock, context: Context, command: str | None) -> Iterator[Option]:
    """Options that lines of a code block explain: pasted help, or comments above a command (`# -d: 백그라운드`)."""
    rows = (block.dedented or block.code).rstrip("\n").split("\n")
    for number, row in enumerate(rows):
        lead = _LISTED.match(row)
        if (
            lead is None
            or _OUTPUT.match(row)
            or (number and rows[number - 1].rstrip().endswith("\\") and "#" not in row)
        ):
            continue
        listed = _listed(row, lead.end(), rows[number + 1 : number + 2])
        if listed and re.search(r"[A-Za-z가-힣\u3040-\u30ff\u4e00-\u9fff]{2}", _NO_MEANING.sub("", listed[1])):
            names, meaning = listed
            span = row_span(block, number, context)
            said = (Text(meaning, span=span),)
            yield Option(names.flags, names.argument, said, command, (Text(row.strip(), span=span),), (), span=span)


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
    gap = _GAP.match(rest)
    meaning = rest[gap.end() :].strip() if gap else ""
    if rest.rstrip().endswith("\\") or (names_at(meaning) and not gap_is_wide(rest)):
        return None
    return names, meaning


_COMMENTED: Final = re.compile(r"^(?P<argument>\S*(?:\s+[^\s#][^#]*?)?)\s+(?:#+|//|;;)\s*(?P<meaning>\S.*)$")


def gap_is_wide(rest: str) -> bool:
    """Whether two blanks or more stand first: how pasted help sets off the meaning."""
    return bool(re.match(r"\s{2,}", rest))
