"""Sets of words as data, written as people write them."""

from __future__ import annotations


def words_of(text: str) -> frozenset[str]:
    """The words of `text`, which have blanks or line ends between them."""
    return frozenset(text.split())
