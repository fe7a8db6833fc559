"""One line of a code block, as it was read."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Kind = Literal["command", "comment", "other", "blank"]


@dataclass(frozen=True, slots=True)
class Line:
    """One line of code, or several that belong together.

    `text` is the command or the comment's words, `prompt` what stood before the command, `aside` the trailing comment.
    `row` counts lines of the block from 0; `rows` is how many of them this line takes.
    """

    kind: Kind
    text: str
    row: int
    rows: int = 1
    prompt: str = ""
    aside: str = ""

    @property
    def may_be_cut(self) -> bool:
        """Whether it stands on one row and may hold a command with something beside it."""
        return self.kind in ("command", "other") and self.rows == 1
