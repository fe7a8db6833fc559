"""Plain text, and where it ends: the rules that frame all other span rules.

`text` jumps to the next character that may mean something, `end_of_span` stops at the end of the span being read,
`any_character` takes what no rule between them has claimed.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Final

from exporter.kramdown.spans import SpanState

_QUOTES: Final = frozenset("\"'")


def text_up_to(halts: str) -> Callable[[SpanState, bool], bool]:
    """The rule that takes text up to the next match of `halts`."""
    search = re.compile(halts).search

    def read(state: SpanState, silent: bool) -> bool:
        at = state.pos
        found = search(state.src, at)
        if found is None:
            state.add_text(at, state.posMax)
            state.pos = state.posMax
            return True
        here = found.start()
        if here > at:
            if state.src[here] in _QUOTES and state.src[here - 1] != "\\":
                here -= 1  # a quotation mark is read together with the character before it
            state.add_text(at, here)
            state.pos = here
        state.char = state.src[here]
        return False

    return read


def end_of_span(state: SpanState, silent: bool) -> bool:
    """The end of the span being read, if this is it."""
    if state.stop is None:
        return False
    match = state.stop.match(state.src, state.pos)
    if match is None or (state.accept is not None and not state.accept(match)):
        return False
    state.stopped_at = state.pos
    state.pos = state.posMax
    return True


def any_character(state: SpanState, silent: bool) -> bool:
    """A character that means nothing after all."""
    state.add_text(state.pos, state.pos + 1)
    state.pos += 1
    return True
