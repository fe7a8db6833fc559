"""Lines that tell no purpose, by what they are labelled as: an example, a way to call it, what it prints."""

from __future__ import annotations

import re
from typing import Final

from exporter.recognise.code.command_line import is_command
from exporter.recognise.pattern import Context
from exporter.recognise.text.words import is_word

_LABELLED: Final = re.compile(r"\s*[(\[<*`]?(?P<label>[^\W\d][^\n:：)）\]>]{0,11}?)[*`]?\s*[:：)）\]>]")


def is_aside(text: str, context: Context) -> bool:
    """Whether a line is labelled as something else than a purpose: `예) ls -l`, `usage: …`, `결과 : …`."""
    known = context.vocabulary
    match = _LABELLED.match(text)
    if match is None:
        return False
    if is_word(match["label"], known.synopsis_words | known.output_words):
        return True
    return is_word(match["label"], known.example_words) and is_command(text[match.end() :], context, 1)
