"""The number a line begins with.

Goes in: the text of a line. Comes out: its `Number`, or None. `1.`, `1)`, `(1)`, `①`, `2.1`, and numbers that a word
calls a step's: `Step 1 -`, `1단계:`, `第一步`, `手順1`.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final

_HAN: Final = "一二三四五六七八九十"
_CIRCLED: Final = "①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳"
_ONE: Final = rf"(?P<one>\d{{1,2}}|[{_HAN}])(?!\d)"
_JOINT: Final = r"\s*[-–—.:：)\]|]*\s*"
_NAMED: Final = tuple(
    re.compile(looks, re.IGNORECASE)
    for looks in (
        rf"[\W_]{{0,3}}(?:step|ステップ|스텝|단계|手順|步骤|步驟)\s*[-#.]?\s*{_ONE}{_JOINT}",
        rf"[\W_]{{0,3}}(?:第\s?)?{_ONE}\s?(?:단계|步|ステップ)(?=[\s\W]|$|(?<=步)){_JOINT}",
    )
)
_PLAIN: Final = re.compile(
    r"\s*(?:(?P<path>\d{1,2}(?:[.-]\d{1,2})+)(?:[.)]\s*|\s+|$)"
    r"|\(?(?P<one>\d{1,2})(?:[.)](?!\d)|\ufe0f?\u20e3)\s*"
    rf"|(?P<circled>[{_CIRCLED}])\s*)"
)


@dataclass(frozen=True, slots=True)
class Number:
    """Where a line stands in a count.

    `end` is the length of all of the number, `above` are the numbers it stands under (of `2.1`: 2), `named` says
    whether a word calls it a step.
    """

    value: int
    end: int
    above: tuple[int, ...] = ()
    named: bool = False


def number_of(text: str) -> Number | None:
    """The number that `text` begins with."""
    for looks in _NAMED:
        if match := looks.match(text):
            return Number(_value(match["one"]), match.end(), named=True)
    match = _PLAIN.match(text)
    if match is None:
        return None
    if match["path"]:
        *above, value = map(int, re.split(r"[.-]", match["path"]))
        return Number(value, match.end(), tuple(above))
    if match["circled"]:
        return Number(_CIRCLED.index(match["circled"]) + 1, match.end())
    return Number(int(match["one"]), match.end())


def _value(written: str) -> int:
    return _HAN.index(written) + 1 if written in _HAN else int(written)
