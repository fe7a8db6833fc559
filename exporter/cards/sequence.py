"""A sequence → one note a step, asked for by the step before it; a short one as a whole too.

Goes in: `Sequence`. Comes out: drafts. A step's key is the sequence and the step itself, so that a new step between two
others touches one note and adds one.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from exporter.cards.draft import Draft, Place, escaped
from exporter.study import Sequence, Step

_LONGEST_STEP: Final = 80
_MOST_AT_ONCE: Final = 4


def sequence_drafts(sequence: Sequence, place: Place) -> Iterator[Draft]:
    """The first step, each next step, and all of them."""
    title = sequence.title or (place.headings[-1] if place.headings else "")
    steps = [step for step in sequence.steps if step.name]
    if not title or len(steps) < 2 or any(len(step.name) > _LONGEST_STEP for step in steps):
        return
    for before, step in zip([None, *steps], steps, strict=False):
        yield _step_draft(sequence, title, before, step, place)
    if len(steps) <= _MOST_AT_ONCE:
        yield _whole_draft(sequence, title, steps, place)


def _step_draft(sequence: Sequence, title: str, before: Step | None, step: Step, place: Place) -> Draft:
    wording = place.wording
    line = wording.next_step if before else wording.first_step
    ask = line.format(title=escaped(title), step=escaped(before.name) if before else "")
    content = {"Ask": ask, "Answer": escaped(step.name), "Whole": _listed(sequence.steps, step)}
    answers = {"Ask": (step.name,)}
    marks = (step.name, f"after {before.name}" if before else "first")
    return Draft("sequence", (title, step.name), content, answers, marks, step.span, place)


def _whole_draft(sequence: Sequence, title: str, steps: list[Step], place: Place) -> Draft:
    ask = place.wording.all_steps.format(title=escaped(title))
    content = {"Ask": ask, "Answer": _listed(tuple(steps), None)}
    marks = (title, " → ".join(step.name for step in steps))
    answers = {"Ask": tuple(step.name for step in steps)}
    return Draft("sequence", (title, "*"), content, answers, marks, sequence.span, place)


def _listed(steps: tuple[Step, ...], here: Step | None) -> str:
    names = (f"<mark>{escaped(step.name)}</mark>" if step is here else escaped(step.name) for step in steps)
    return "<ol>" + "".join(f"<li>{name}</li>" for name in names) + "</ol>"
