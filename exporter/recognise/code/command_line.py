"""Whether a piece of text is a command line.

Goes in: text of one line (no prompt) and the context. Comes out: a weight (`weigh`), a yes or no (`is_command`). No
single sign decides: `cues_for.py` and `cues_against.py` list what speaks for and against, with weights as data.
"""

from __future__ import annotations

from typing import Final

from exporter.recognise.code.command_name import bare, program_of
from exporter.recognise.code.cue import Cue, Typed
from exporter.recognise.code.cues_against import AGAINST
from exporter.recognise.code.cues_for import FOR_ITS_SIGNS, FOR_ITS_WORDS, has_signs
from exporter.recognise.pattern import Context

ENOUGH: Final = 3
NOTHING: Final = -9
"""The weight of a line that can't be a command, whatever stands around it."""
LONGEST: Final = 4_000
"""In characters: a longer line is data, and the cues look at each of its places more than once."""


def weigh(line: str, context: Context) -> int:
    """How much speaks for `line` being a command line; of a statement on several lines the line ends do not count."""
    return context.desk.once(_speaking, line, context) + context.desk.once(_against, line, context)


def is_command(line: str, context: Context, bonus: int = 0) -> bool:
    """Whether enough speaks for `line`; `bonus` is what the reader knows from where it stands."""
    return context.desk.once(_speaking, line, context) + bonus >= ENOUGH and weigh(line, context) + bonus >= ENOUGH


def _speaking(line: str, context: Context) -> int:
    """How much speaks for `line`: what speaks against it is looked at only where this is enough."""
    typed = _typed(line)
    if typed is None:
        return NOTHING
    signs = _sum(FOR_ITS_SIGNS, typed, context) if has_signs(typed.line) else 0
    return _sum(FOR_ITS_WORDS, typed, context) + signs


def _against(line: str, context: Context) -> int:
    """How much speaks against `line`, below nought."""
    typed = _typed(line)
    return _sum(AGAINST, typed, context) if typed else 0


def _typed(line: str) -> Typed | None:
    """A line taken apart; None where it is blank or data."""
    words = () if len(line) > LONGEST else tuple(line.split())
    if not words:
        return None
    line = " ".join(words) if "\n" in line else line
    bare_line = bare(line)
    return Typed(line, bare_line, program_of(bare_line), words)


def _sum(cues: tuple[Cue, ...], typed: Typed, context: Context) -> int:
    return sum([cue.weight for cue in cues if cue.holds(typed, context)])
