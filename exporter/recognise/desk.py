"""What the readers of one note have worked out, kept so that no other reader works it out again.

Goes in: a function and what it is asked about. Comes out: its answer, worked out the first time it is asked for. A
`Desk` lives as long as one run of `recognise`, which hands it to the readers in their `Context`.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, TypeVar, TypeVarTuple, Unpack

_About = TypeVar("_About")
_Rest = TypeVarTuple("_Rest")
_Answer = TypeVar("_Answer")


class Desk:
    """Answers by question. A text is the same question as its like; any other value is told from its like by identity,
    because a node's place in the file is no part of its value.
    """

    __slots__ = ("_answers",)

    def __init__(self) -> None:
        self._answers: dict[Any, tuple[Any, Any]] = {}

    def once(
        self,
        work: Callable[[_About, Unpack[_Rest]], _Answer],
        about: _About,
        *rest: *_Rest,
    ) -> _Answer:
        """`work(about, *rest)`, where `rest` is alike whenever `work` is asked about `about` in this note."""
        key = (work, about if isinstance(about, str) else id(about))
        known = self._answers.get(key)
        if known is None:
            known = self._answers[key] = (about, work(about, *rest))
        answer: _Answer = known[1]
        return answer
