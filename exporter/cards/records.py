"""Named contents → `AnkiNote`.

Goes in: a kind, a key, and what stands in which field. Comes out: the record, its fields in the note type's order and
safe for Anki, and the ordinals of the cards it makes.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Final

from exporter.cards.deck import AnkiNote, Kind
from exporter.cards.note_types import ASKS, field_names

# What Anki would read as its own: a field separator among the control characters, sounds, LaTeX and speech.
_CONTROL: Final = re.compile(r"[\x00-\x08\x0b-\x1f\x7f\ud800-\udfff]")
_ANKI_TAG: Final = re.compile(r"\[(?=/?(?:sound:|latex\]|\$\$?\]|anki:))", re.IGNORECASE)
_TAG_BREAK: Final = re.compile(r"[\s\u3000\x00-\x1f\"]+")


def anki_note(
    kind: Kind,
    key: str,
    content: Mapping[str, str],
    *,
    marks: tuple[str, str],
    tags: tuple[str, ...] = (),
    source: str = "",
) -> AnkiNote:
    """The record. `content` maps field names to HTML; a name the note type doesn't have raises `KeyError`."""
    names = field_names(kind)
    if unknown := set(content) - set(names):
        raise KeyError(f"{kind} has no field {sorted(unknown)}")
    filled = {**content, "Key": plain_to_html(key)}
    fields = tuple(safe_field(filled.get(name, "")) for name in names)
    cards = tuple(at for at, name in enumerate(ASKS[kind]) if filled.get(name))
    return AnkiNote(kind, key, fields, cards, tuple(map(safe_tag, tags)), marks, safe_field(source))


def safe_field(html: str) -> str:
    """HTML that Anki shows as it stands: no control characters, and no bracket commands."""
    return _ANKI_TAG.sub("&#91;", _CONTROL.sub("", html))


def safe_tag(tag: str) -> str:
    """A tag in one piece: Anki splits tags at blanks, and makes levels of `::`."""
    levels = [_TAG_BREAK.sub("-", level.strip()).strip("-") for level in tag.split("::")]
    return "::".join(level for level in levels if level)


def plain_to_html(text: str) -> str:
    """Plain text as a field holds it; quotes stay, so that Anki's search and typed answers see them as they are."""
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
