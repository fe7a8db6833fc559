"""Escaped characters: a backslash makes the punctuation that kramdown uses plain text."""

from __future__ import annotations

import re
from typing import Final

from exporter.kramdown.spans import Spans

_escape: Final = re.compile(r"\\([\\.*_+`<>()\[\]{}#!:|\"'$=\-~])")


def read(state: Spans) -> bool:
    r"""`\\*`"""
    match = _escape.match(state.text, state.at)
    if match is None:
        return False
    state.add_text(state.at, match.end(), match[1])
    state.at = match.end()
    return True
