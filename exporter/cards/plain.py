"""What a field's HTML says to a reader, in plain text."""

from __future__ import annotations

import re
from html import unescape
from typing import Final

_TAG: Final = re.compile(r"<(?:br|/?(?:p|div|li|ul|ol|pre|table|tr|dl|dt|dd|h\d))\b[^>]*>|(<[^>]*>)", re.IGNORECASE)
"""A tag; the ones that begin or end a line part words, the others (group 1) do not."""


def plain(html: str) -> str:
    """The text a reader sees in a field, single-spaced."""
    text = _TAG.sub(lambda found: "" if found[1] else " ", html) if "<" in html else html
    return single_spaced(unescape(text))


def single_spaced(text: str) -> str:
    """Text without blanks at its ends or double blanks within."""
    return " ".join(text.split())
