"""Where sentences begin and end in a run.

Goes in: a `Run`. Comes out: the bounds of its sentences, which together cover it, or the runs of them. A full stop ends
a sentence where a blank follows, and without one in scripts that don't need it; a forced line break ends one always, a
plain line end only after an ending that closes a sentence. Dots of abbreviations and numbers, in code and in brackets
don't count.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import Final

from exporter.recognise.text.runs import CODE, HARD, Run

CAPTION: Final = re.compile(r"^.{1,23}[^.。!！](?<![가-힣]다)(?<![가-힣]자)(?<![가-힣]요)$")
"""Words so few that they make no sentence, and may need their heading before them."""

STOP: Final = re.compile(r"[.!?]+[\"'”’)\]]*(?=\s|$)|[。！？]+[\"'”’」』）)\]]*|(?<=[가-힣])\.(?=[가-힣])|\n")
"""What may end a sentence."""

NO_STOP: Final = re.compile(r"(?:\b(?:e\.g|i\.e|etc|vs|cf|ex|No|Dr|Mr|Ms|St|approx)|^\s*\d+|\s\d|\b[A-Z])\.$")
"""Text up to a dot that ends none: an abbreviation, the number of an item, an initial, dots that trail off."""

CLOSED: Final = re.compile(r"[.!?。！？:：)다요음함됨임][\"'”’)\]]*$")
"""Text before a plain line end after which a new sentence begins."""

BRACKETED: Final = re.compile(r"\([^()\n]*\)|（[^（）\n]*）")


_BRACKET: Final = re.compile(r"[ \t]*[(（]`?(?P<held>[^()（）`\n]+)`?[)）][.。]?")

LONGEST: Final = 1_000
"""Characters that a sentence may have which documents something: a longer text without an end is a list or data."""


def sentences(run: Run) -> tuple[Run, ...]:
    """The sentences of a run, without the blanks around them; no empty ones."""
    found = (run.part(start, end) for start, end in sentence_bounds(run))
    return tuple(sentence for sentence in found if sentence.text)


def sentence_bounds(run: Run) -> tuple[tuple[int, int], ...]:
    """Start and end of every sentence of a run, in order; together they cover its text."""
    return _bounds(run.text, run.marks)


@lru_cache(maxsize=128)
def _bounds(text: str, marks: str) -> tuple[tuple[int, int], ...]:
    ends = list(_ends(text, marks))
    return tuple(zip([0, *ends], [*ends, len(text)], strict=True))


def is_aside(sentence: str) -> bool:
    """Whether a sentence stands in brackets as a whole."""
    text = sentence.strip()
    return text.startswith(("(", "（")) and text.rstrip(".。").endswith((")", "）"))


def _ends(text: str, marks: str) -> Iterator[int]:
    """Where the sentences of a run end, but for the last."""
    hidden = BRACKETED.sub(lambda inside: "(" + "x" * (len(inside.group()) - 2) + ")", text)
    start, last = 0, len(text.rstrip())
    for match in STOP.finditer(hidden, 0, last):
        end = _past_code(text, marks, match.end())
        if start < end < last and _is_end(text, marks, start, match):
            yield end
            start = end


def _past_code(text: str, marks: str, end: int) -> int:
    """Where a sentence ends that has nothing but code in brackets behind its full stop: the code belongs to it."""
    bracket = _BRACKET.match(text, end)
    if bracket is None or set(marks[bracket.start("held") : bracket.end("held")]) != {CODE}:
        return end
    return bracket.end()


def _is_end(text: str, marks: str, start: int, match: re.Match[str]) -> bool:
    before = text[start : match.start()]
    if marks[match.start()] == CODE or not before.strip():
        return False
    if match.group() == "\n":
        return marks[match.start()] == HARD or bool(CLOSED.search(before))
    return not (match.group() == "." and NO_STOP.search(before + "."))
