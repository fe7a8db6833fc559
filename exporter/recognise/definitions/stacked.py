"""A term on a line of its own, with its meaning on the lines below it in the same paragraph.

Goes in: the run of a paragraph or item. Comes out: a `Claim` of the form "stacked", or None.
"""

from __future__ import annotations

import re
from typing import Final

from exporter.kramdown.nodes import Image
from exporter.recognise.definitions.claims import Claim, named
from exporter.recognise.definitions.titles import title_of
from exporter.recognise.text.runs import Run
from exporter.recognise.text.sentence_ends import sentences

TITLE: Final = re.compile(
    r"^(?!.*(?:다|요|니다|함|됨|임|세요)$)(?:[^\n.!?:：,。、！？]|\.(?=\w)){1,40}$|^\W{1,3}$|^\S{1,20}란\s?\??$"
)
"""A line that could name something: few words, no sentence."""

ALONE: Final = 2
"""A first sentence of fewer words says too little to stand alone."""


def stacked(run: Run) -> Claim | None:
    """The claim of a run whose first line is a term, and whose second tells what that is."""
    end = next(iter(run.line_ends()), 0)
    title = run.part(0, end)
    pictured = any(isinstance(inline, Image) for inline in title.inlines)
    if not end or pictured or not TITLE.match(title.text.strip()):
        return None
    asked = title_of(title.text)
    start = title.text.find(asked.term) if asked.asks else -1
    term, aliases = named(title.part(start, start + len(asked.term)) if start >= 0 else title)
    below = _opening(run.part(end, len(run.text)))
    return Claim("stacked", term, aliases, below) if term.text and below.text else None


def _opening(below: Run) -> Run:
    """The first sentence of a text, or its first line where that sentence is a single word ("root. The top of all")."""
    first = next(iter(sentences(below)), below)
    if len(first.text.split()) >= ALONE:
        return first
    end = next(iter(below.line_ends()), len(below.text))
    return below.part(0, end)
