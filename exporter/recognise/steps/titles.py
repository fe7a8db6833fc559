"""What counted things stand under: the line right above, what they hang under, the headings, the note's title."""

from __future__ import annotations

from exporter.kramdown.nodes import Paragraph
from exporter.recognise.pattern import Context, Here
from exporter.recognise.text.runs import run_of
from exporter.recognise.text.sentence_ends import is_aside, sentences


def line_above(here: Here) -> str:
    """The last sentence of the paragraph right above."""
    match here.near(-1):
        case Paragraph(inlines):
            said = [sentence.text for sentence in sentences(run_of(inlines)) if not is_aside(sentence.text)]
            return said[-1] if said else ""
        case _:
            return ""


def titles_above(context: Context) -> tuple[str, ...]:
    """The titles over a place, the nearest first."""
    return tuple(filter(None, (context.lead, *reversed(context.trail), context.title)))
