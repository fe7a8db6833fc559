"""What keeps reading linear: openers without an end are not looked for again and again.

kramdown tries every opener and reads on to the end of the text if it has none, so 10,000 brackets take it 10,000
readings. Goes in: a text. Comes out: whether an end lies ahead at all (the next of each kind is looked for once), and,
for openers whose ends nobody can know beforehand, how much reading in vain the text still has.
"""

from __future__ import annotations

import re
from typing import Final

_FOR_EVERY_TEXT: Final = 50_000
_FOR_EVERY_CHARACTER: Final = 4
"""Characters that may be read in vain: far more than any text needs that somebody wrote."""


class DeadEnds:
    """What is known of one text, shared by all states that read it."""

    __slots__ = ("found", "left", "text", "told", "told_bracket")

    def __init__(self, text: str) -> None:
        self.text = text
        self.left = _FOR_EVERY_TEXT + _FOR_EVERY_CHARACTER * len(text)
        self.told = self.told_bracket = False
        self.found: dict[str | re.Pattern[str], tuple[int, int]] = {}

    def ahead(self, end: str | re.Pattern[str], at: int) -> bool:
        """Whether `end` begins somewhere at `at` or after."""
        looked_from, found = self.found.get(end, (len(self.text) + 1, -1))
        if found < at and (found >= 0 or at < looked_from):
            found = self._find(end, at)
            self.found[end] = at, found
        return found >= at

    def _find(self, end: str | re.Pattern[str], at: int) -> int:
        """Where the next `end` begins, -1 if there is none: what is known until reading has passed it."""
        if isinstance(end, str):
            return self.text.find(end, at)
        match = end.search(self.text, at)
        return match.start() if match else -1

    def read_in_vain(self, characters: int) -> None:
        """Note an opener that had no end."""
        self.left -= characters
