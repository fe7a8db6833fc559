"""Escaped characters: a backslash makes the punctuation that kramdown uses plain text."""

from __future__ import annotations

import re
from typing import Final

from exporter.kramdown.spans import SpanState

_escape: Final = re.compile(r"\\([\\.*_+`<>()\[\]{}#!:|\"'$=\-~])")


def read(state: SpanState, silent: bool) -> bool:
    r"""`\\*`"""
    if state.char != "\\":
        return False
    match = _escape.match(state.src, state.pos)
    if match is None:
        return False
    state.add_text(state.pos, match.end(), match[1])
    state.pos = match.end()
    return True
