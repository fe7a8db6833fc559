"""What each command of a code block is for: the likeliest of the words around it, or none.

Goes in: the place of a code block and its lines. Comes out: the task of each command in the note's words. Authors put
the words before the code ("목록을 보려면:"), behind it ("…로 업로드", "위 명령어는 …"), into comments, or leave it to
the heading. All of these are candidates; each is weighed by the cues that meet (`cues`) with `WEIGHTS` as data,
and the heaviest is taken if it reaches nought.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

from exporter.kramdown.nodes import CodeBlock, Inlines, Text
from exporter.recognise.code.line import Line
from exporter.recognise.code.lines import row_span
from exporter.recognise.pattern import Context, Here
from exporter.recognise.tasks.answering import answers
from exporter.recognise.tasks.block import Shown, shown_in
from exporter.recognise.tasks.cues import FAMILIES, answer_cues, line_cues, word_cues
from exporter.recognise.tasks.shares import shared_out
from exporter.recognise.tasks.signs import weigh_before
from exporter.recognise.tasks.weights import ENOUGH, FAMILY, PLACES, WEIGHTS
from exporter.recognise.tasks.words import Candidate, before, candidates_of, is_empty, without_joints
from exporter.recognise.text.inlines import text_of

_FEW: Final = 8
"""Commands under one comment that are compared with each other."""

_POINTING: Final = 2
"""What words must weigh more than to point on to what follows."""


@dataclass(frozen=True, slots=True)
class Offer:
    """A candidate with what is known of it whichever command it is for: its own cues, and how well the best command of
    those it may be for answers it (None if there is but one). `task` are its words in small letters.
    """

    candidate: Candidate
    task: str
    cues: tuple[str, ...]
    best: int | None

    @property
    def column(self) -> int:
        """The column of `WEIGHTS` that counts for it."""
        return FAMILY[FAMILIES[self.candidate.place]]


def tasks_of(here: Here, lines: tuple[Line, ...], intro: Inlines, *, options: bool) -> dict[int, Inlines]:
    """The task of each command among the lines of the block at this place, by its place among the lines.

    `intro` are words already known to introduce the code; `options` says that the block explains options as well.
    """
    if not any(line.kind == "command" for line in lines):
        return {}
    shown = shown_in(here, lines, options=options)
    block = [_sum(shown.cues, column) for column in range(len(FAMILY))]
    around = [(offer, _own(offer) + block[offer.column]) for offer in offers_around(shown, intro)]
    found: dict[int, Inlines] = {}
    for at in shown.commands:
        cues = line_cues(shown, at)
        line = [_sum(cues, column) for column in range(len(FAMILY))]
        offers = [(offer, _own(offer) + block[offer.column]) for offer in comments_offered(shown, at)] + around
        weights = [weight + line[offer.column] + _answering(offer, at, shown) for offer, weight in offers]
        best = max(weights, default=ENOUGH - 1)
        if best >= ENOUGH:
            found[at] = without_joints(offers[weights.index(best)][0].candidate.words)
    return shared_out(found, len(shown.commands))


def _sum(cues: Iterable[str], column: int) -> int:
    return sum([WEIGHTS[cue][column] for cue in cues if cue in WEIGHTS])


def _own(offer: Offer) -> int:
    """What the words themselves weigh, and the place they stand in."""
    return PLACES[offer.candidate.place] + _sum(offer.cues, offer.column)


def _answering(offer: Offer, at: int, shown: Shown) -> int:
    return _sum(answer_cues(offer.task, shown.typed[at], offer.best, shown.here.desk), offer.column)


def offers_around(shown: Shown, intro: Inlines) -> list[Offer]:
    """The words around the block: any of its commands may be what they are for."""
    return [_offer(candidate, shown.commands, shown) for candidate in candidates_of(shown.here, intro)]


def comments_offered(shown: Shown, at: int) -> list[Offer]:
    """The comments that may tell what the command at `at` is for; one above may be for all that it stands over."""
    block, remarks = shown.here.block, shown.remarks[at]
    assert isinstance(block, CodeBlock)
    span = row_span(block, shown.lines[at].row, shown.here.context)
    together = shown.under[remarks.run][:_FEW]
    return [
        _offer(Candidate(place, (Text(text, span=span),)), (at,) if place in ("aside", "below") else together, shown)
        for place, text in remarks.told()
    ]


def _offer(candidate: Candidate, commands: tuple[int, ...], shown: Shown) -> Offer:
    task = text_of(candidate.words).lower()
    best = max(answers(shown.typed[at], task, shown.here.desk) for at in commands) if shown.several else None
    return Offer(candidate, task, word_cues(candidate, shown), best)


def introduces(words: Inlines, context: Context) -> bool:
    """Whether words on the line before a command tell what it is for."""
    said = text_of(words)
    return not is_empty(said, context) and weigh_before(said) >= 1


def introduced(here: Here) -> Inlines:
    """The words before this place, if they point on to it beyond doubt."""
    offered = [candidate.words for candidate in before(here, ()) if candidate.place not in ("third", "far")]
    best = max(offered, key=_weighed, default=())
    return without_joints(best) if best and _weighed(best) > _POINTING else ()


def _weighed(words: Inlines) -> int:
    return weigh_before(text_of(words))
