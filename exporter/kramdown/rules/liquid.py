"""Liquid tags, hidden before reading: code among blocks, opaque within text."""

from __future__ import annotations

import re
from typing import Final

from exporter.kramdown.blocks import BlockState
from exporter.kramdown.element import Code, Placed
from exporter.kramdown.liquid import PAIR
from exporter.kramdown.located import BLANKS
from exporter.kramdown.patterns import HIDDEN_CODE, OPTIONAL_INDENT
from exporter.kramdown.spans import SpanState

_code: Final = re.compile(rf"{OPTIONAL_INDENT}([{HIDDEN_CODE}].)[ \t]*\n")
_highlight: Final = re.compile(r"\{%-?\s*highlight\s*([\w+.#-]*)(?:.*?)%\}[ \t]*\n?(.*)\{%-?\s*endhighlight", re.S)


def read_code(state: BlockState, line: int, end: int, silent: bool) -> bool:
    """`{% highlight language %}` to `{% endhighlight %}`."""
    if state.first.isascii() or not state.reading.hidden.tags:
        return False
    match = state.match(_code)
    written = _highlight.match(state.reading.hidden.show(match[1])) if match else None
    if match is None or written is None:
        return False
    code = written[2].rstrip(BLANKS)
    element = Code(*state.place(match.start(1), match.end(1)), f"{code}\n" if code else "")
    element.fenced = True
    element.language = written[1]
    state.add(element)
    state.line = match.end()
    return True


def read_tag(state: SpanState, silent: bool) -> bool:
    """Any other tag."""
    if state.char.isascii() or not state.reading.hidden.tags:
        return False
    match = state.match(PAIR)
    if match is None:
        return False
    text = state.reading.hidden.show(match[0])
    state.add(Placed("liquid", *state.place(state.pos, match.end()), text, "span"))
    state.pos = match.end()
    return True
