"""How HTML is written for an Anki field: raw media names, Anki's own MathJax, and no text that MathJax would take.

Goes in: the media names by source. Comes out: `MarkupOptions`; and `media_file`, a picture under its lasting name.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Mapping
from pathlib import PurePosixPath
from typing import Final

from exporter.cards.deck import Media
from exporter.cards.draft import escaped
from exporter.markup import MarkupOptions

# MathJax reads text across one element at a time, so a backslash in an element of its own begins no formula.
_MATH_MARK: Final = re.compile(r"\\(?=[()\[\]])")
_NOT_PLAIN: Final = re.compile(r"[^a-z0-9]+")
_SUFFIX: Final = re.compile(r"\.[a-z0-9]{2,5}\Z")


def anki_options(media_names: Mapping[str, str]) -> MarkupOptions:
    """The options for cards. Pictures are known by their source as written."""
    return MarkupOptions(text=_text, code_text=escaped, image=media_names.get, math=_math)


def _text(text: str) -> str:
    return _MATH_MARK.sub(r"<span>\\</span>", escaped(text))


def _math(tex: str, *, block: bool) -> str:
    return rf"\[{escaped(tex)}\]" if block else rf"\({escaped(tex)}\)"


def media_file(src: str, data: bytes) -> Media:
    """The picture under a name that holds a hash of it.

    Anki never overwrites a media file and updates no note for a new picture's sake; a new name changes the field.
    """
    path = PurePosixPath(src.lower())
    stem = _NOT_PLAIN.sub("-", path.stem).strip("-")[:40]
    suffix = path.suffix if _SUFFIX.search(path.suffix) else ""
    middle = f"{stem}-" if stem else ""
    return Media(f"kramdeck-{middle}{hashlib.sha256(data).hexdigest()[:12]}{suffix}", data)
