"""A statement → one cloze note for each of its words that can be asked for.

Goes in: `Statement`. Comes out: drafts with one blank each (always number 1, so that an edit never moves a history from
one blank to another), or the statement as unasked.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from itertools import pairwise
from typing import Final

from exporter.cards.draft import Draft, Outcome, Place, Unasked, escaped, typed, unnumbered, word_pattern, words
from exporter.cards.plain import plain
from exporter.cards.sentence import is_exact, part, sentence_around
from exporter.kramdown.nodes import CodeSpan, Emphasis, Inline, Inlines, Link, Node, Strong, Text, walk
from exporter.markup import inlines_html
from exporter.source import Span
from exporter.study import Statement

# Beyond this a sentence is read for its blank alone.
_LONGEST_SENTENCE: Final = 280
_LEAST_AROUND: Final = 14
_MOST_BLANKS: Final = 3
_TAGS_AND_BLANKS: Final = re.compile(r"(<[^>]*>|\{\{c1::.*?\}\})", re.DOTALL)


def statement_outcomes(statement: Statement, place: Place, *, by_hand: bool = False) -> Iterator[Outcome]:
    """One draft a blank; the statement itself as unasked if there is none. `by_hand`: the answer is to be typed."""
    for spans in (statement.cloze, tuple(_worded_blanks(statement.inlines, place))):
        made = (_cloze_draft(statement, span, place, by_hand=by_hand) for span in spans)
        if drafts := [draft for draft in made if draft is not None]:
            yield from drafts[:_MOST_BLANKS]
            return
    yield Unasked(statement.inlines, words(*statement.inlines), statement.span, place, place.owner)


def _worded_blanks(inlines: Inlines, place: Place) -> Iterator[Span]:
    """The words that the sentence's wording makes a question of: "based on ____", "by default ____"."""
    for inline in filter(is_exact, inlines):
        found = (hit for pattern in place.wording.blanks if (hit := pattern.search(inline.text)))
        hit = next((hit for hit in found if not place.wording.loose.search(hit[1])), None)
        if hit is not None:
            span = Span(inline.span.start + hit.start(1), inline.span.start + hit.end(1))
            if not place.wording.told.search(words(*sentence_around(inlines, span))):
                yield span
            return


def _cloze_draft(statement: Statement, span: Span, place: Place, *, by_hand: bool) -> Draft | None:
    inlines = _cut(sentence_around(statement.inlines, span), span)
    answer = words(*(node for inline in inlines for node in walk(inline) if _is_leaf_in(node, span)))
    if not answer or answer.casefold() in place.names or _is_poor(words(*inlines), place):
        return None
    text = _cloze_html(inlines, span, answer, place)
    around = plain(re.sub(r"\{\{c1::.*?\}\}", "____", text, flags=re.DOTALL))
    if len(around) > _LONGEST_SENTENCE or len(around.replace("____", "").strip()) < _LEAST_AROUND:
        return None
    about = unnumbered(statement.about) or (place.headings[-1] if place.headings else "")
    name = (about, answer) if about else (answer,)
    answers = {"Text": (answer,)}
    content = {"Text": text, "TypeIn": typed(answer, place) if by_hand else ""}
    marks, qualifier = (answer, around), around[:40]
    return Draft("cloze", name, content, answers, marks, statement.span, place, qualifier, statement.attributes)


def _is_poor(sentence: str, place: Place) -> bool:
    """Whether the sentence points outside of itself, or says what the card it belongs to asks already."""
    said = place.owner.marks[1] if place.owner and place.owner.kind == "definition" else ""
    return bool(place.wording.vague.match(sentence) or (said and (said in sentence or sentence in said)))


def _cut(inlines: Inlines, span: Span) -> Inlines:
    """The inlines with text cut at both ends of `span`, so that some node stands for it exactly."""
    return tuple(piece for inline in inlines for piece in _pieces(inline, span))


def _pieces(inline: Inline, span: Span) -> Iterator[Inline]:
    match inline:
        case Text(text) if _crosses(inline.span, span) and is_exact(inline):
            inside = (edge - inline.span.start for edge in (span.start, span.end))
            edges = [0, *(edge for edge in inside if 0 < edge < len(text)), len(text)]
            for start, end in pairwise(edges):
                yield part(inline, start, end)
        case Strong(inner) | Emphasis(inner) | Link(inner) if _crosses(inline.span, span):
            yield replace(inline, inlines=_cut(inner, span))
        case _:
            yield inline


def _crosses(one: Span, other: Span) -> bool:
    return one.start < other.end and other.start < one.end and one != other


def _is_leaf_in(node: Node, span: Span) -> bool:
    return span.contains(node.span) and not hasattr(node, "inlines")


def _cloze_html(inlines: Inlines, span: Span, answer: str, place: Place) -> str:
    """The sentence with `{{c1::…}}` around the blank, and around every other mention of its answer.

    In code the marks go inside, so that a blank looks like code wherever it stands.
    """
    shown = place.options

    def wrap(inline: Inline, html: str) -> str:
        here = inline.span == span and not isinstance(inline, CodeSpan)
        return "{{c1::" + html + "}}" if here else html

    options = replace(
        shown,
        text=lambda text: _safe(shown.text(text)),
        code_text=lambda text: _safe(shown.code_text(text)),
        math=lambda tex, *, block: _safe(shown.math(tex, block=block)),
        wrap=wrap,
    )
    html = inlines_html(inlines, options).strip()
    others = re.compile(word_pattern(_safe(escaped(answer))), re.IGNORECASE)
    pieces = _TAGS_AND_BLANKS.split(html)
    return "".join(
        piece if at % 2 else others.sub(lambda found: "{{c1::" + found[0] + "}}", piece)
        for at, piece in enumerate(pieces)
    )


def _safe(html: str) -> str:
    """HTML in which nothing ends a blank or begins its hint but our own marks."""
    return html.replace("{", "&#123;").replace("}", "&#125;").replace("::", "&#58;&#58;")
