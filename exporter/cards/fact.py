"""The author's own question, written beside what answers it, → one note.

    - one tag points to one image only
      {: .card q="How many images can a tag point to?" a="one"}

Goes in: a part whose attribute list has `q`. Comes out: a draft. Without `a` the part itself is the answer; a given
answer that can be typed is typed.
"""

from __future__ import annotations

from exporter.cards.draft import Draft, Place, escaped, typed
from exporter.cards.plain import plain
from exporter.kramdown.nodes import Attributes, Block
from exporter.markup import block_html
from exporter.source import Span


def fact_draft(attributes: Attributes, block: Block, span: Span, place: Place) -> Draft | None:
    """The note, or None where the author asks nothing. `block` is what stands there."""
    ask, answer = attributes.get("q"), attributes.get("a")
    if not ask:
        return None
    html = block_html(block, place.options)
    content = {
        "Front": escaped(ask),
        "Back": escaped(answer) if answer else html,
        "TypeIn": typed(answer, place) if answer else "",
        "Extra": html if answer else "",
    }
    marks = (ask, answer or plain(html))
    return Draft("fact", (ask,), content, {"Front": (answer,) if answer else ()}, marks, span, place, "", attributes)
