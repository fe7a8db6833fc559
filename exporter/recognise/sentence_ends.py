"""Where sentences begin and end in a run.

Goes in: a `Run`. Comes out: the runs of its sentences, in order. A full stop ends a sentence where a blank follows, and
without one in scripts that don't need it; a forced line break ends one always, a plain line end only after an ending
that closes a sentence. Dots of abbreviations, numbers and code don't count.
"""

from __future__ import annotations

import re
from typing import Final

from exporter.recognise.runs import CODE, HARD, Run

STOP: Final = re.compile(r"[.!?]+[\"'”’)\]]*(?=\s|$)|[。！？]|(?<=[가-힣])\.(?=[가-힣])|\n")
"""What may end a sentence."""

NO_STOP: Final = re.compile(r"(?:\b(?:e\.g|i\.e|etc|vs|cf|ex|No|Dr|Mr|Ms|St|approx)|^\s*\d+|\b[A-Z])\.$")
"""Text up to a dot that ends none: an abbreviation, the number of an item, an initial."""

CLOSED: Final = re.compile(r"(?:[.!?。！？:：]|[다요음함됨임])[\"'”’)\]]*$")
"""Text before a plain line end after which a new sentence begins."""


def sentences(run: Run) -> tuple[Run, ...]:
    """The sentences of a run, without the blanks around them; no empty ones."""
    found: list[Run] = []
    start = 0
    for match in STOP.finditer(run.text):
        if _ends(run, start, match):
            found.append(run.part(start, match.end()))
            start = match.end()
    found.append(run.part(start, len(run.text)))
    return tuple(sentence for sentence in found if sentence.text)


def _ends(run: Run, start: int, match: re.Match[str]) -> bool:
    before = run.text[start : match.start()]
    if run.marks[match.start()] == CODE or not before.strip():
        return False
    if match.group() == "\n":
        return run.marks[match.start()] == HARD or bool(CLOSED.search(before))
    return not (match.group() == "." and NO_STOP.search(before + "."))
