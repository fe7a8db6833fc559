"""A definition → its note: from the term to what it is, and back.

Goes in: `Definition`. Comes out: a draft. What is too long to be one answer is asked in one direction only.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from exporter.cards.draft import Draft, Place, code, escaped, masked, says_something, without_emphasis, words
from exporter.cards.plain import plain
from exporter.cards.question import with_line
from exporter.kramdown.nodes import CodeSpan, walk
from exporter.study import Definition

# A definition that long has more than one point; as a question it would be read, not recalled.
_LONGEST_GIVEN: Final = 200


def definition_drafts(definition: Definition, place: Place) -> Iterator[Draft]:
    """One note with two cards."""
    meaning, wording = place.meaning(definition.meaning), place.wording
    names = (definition.term, *definition.aliases)
    if not definition.term or not says_something(definition.meaning, wording):
        return
    term = _term_html(definition)
    alias = f" ({escaped(', '.join(definition.aliases))})" if definition.aliases else ""
    given = without_emphasis(masked(meaning, names))
    content = {
        "Term": term,
        "Alias": alias.strip(),
        "Definition": meaning,
        "AskDefinition": wording.what_is(definition.term).format(term=term + alias),
        "AskTerm": _ask_term(given, place) if len(plain(meaning)) <= _LONGEST_GIVEN else "",
    }
    answers = {"AskDefinition": (plain(meaning),), "AskTerm": names}
    marks = (definition.term, words(*definition.meaning))
    name, about = (definition.term,), place.headings[-1] if place.headings else ""
    yield Draft("definition", name, content, answers, marks, definition.span, place, about, definition.attributes)


def _term_html(definition: Definition) -> str:
    """The term, as code where the note writes it so."""
    spans = (
        node for top in (*definition.label, *definition.meaning) for node in walk(top) if isinstance(node, CodeSpan)
    )
    return code(definition.term) if any(span.code == definition.term for span in spans) else escaped(definition.term)


def _ask_term(given: str, place: Place) -> str:
    return place.wording.named(given) or with_line(given, place.wording.term_of)
