"""One sign that a line is a command, or that it is not; and the line as the signs look at it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from exporter.recognise.pattern import Context


@dataclass(frozen=True, slots=True)
class Typed:
    """A line as the cues look at it, taken apart once: what stands behind `sudo`, the program, the words."""

    line: str
    bare: str
    program: str
    words: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Cue:
    """One sign that a line is a command (or, below nought, that it is not), and how much it weighs."""

    name: str
    weight: int
    holds: Callable[[Typed, Context], bool]
