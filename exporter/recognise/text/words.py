"""Looking words up: whether a text is, begins with, or ends in a word of a vocabulary group."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Final

_TRIM: Final = " \t\n:：.,!?。、()[]<>*_`#=-~✔✅📌🔗💡⚠️👉★☆※\"'"
EAST: Final = r"가-힣\u3040-\u30ff\u4e00-\u9fff"
"""The letters of Korean, Japanese and Chinese, as an expression has them between `[` and `]`."""
EAST_LETTER: Final = re.compile(rf"[{EAST}]")
"""A letter of Korean, Japanese or Chinese: no command has one, unless for a placeholder."""
FARES: Final = (
    r"(?:fails|needs|requires|seems|looks|appears|takes|depends|works|belongs|hangs|crashes|gets|exists|becomes|remains|"
    r"stays|assumes|expects|differs)\b"
)
"""An English verb, as an expression has it, that tells how a thing fares or what it wants, and not what it does."""
_NUMBERED: Final = re.compile(r"^\s*(?:\d+(?:[-.]\d+)*[.)]?|[①-⑳]|\(\d+\))\s*")


@lru_cache(maxsize=512)
def trimmed(text: str) -> str:
    """`text` in lower case, without numbers, signs and blanks around it."""
    return _NUMBERED.sub("", text.strip()).strip(_TRIM).lower()


def is_word(text: str, words: frozenset[str]) -> bool:
    """Whether `text` is nothing but a word of the group (blanks inside do not matter, nor does a plural)."""
    plain = trimmed(text)
    if plain in words or (" " in plain and plain.replace(" ", "") in words):
        return True
    return plain[-1:].isdigit() and plain.rstrip("0123456789").rstrip() in words


def holds(text: str, words: frozenset[str]) -> bool:
    """Whether a word of the group stands anywhere in `text` (as a whole word where it is written in Latin letters)."""
    plain = text.lower()
    return any(
        re.search(rf"(?<![a-z]){re.escape(word)}(?![a-z])", plain) if word.isascii() else word in plain
        for word in words
    )
