"""What the user chose in `kramdeck.toml` and on the command line, as one frozen value.

Goes in: the text of `kramdeck.toml` (read by `build`). Comes out: `Settings`, or diagnostics for what can't be read.
Every stage takes only its own part.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal

PageSize = Literal["a3", "a4", "a5", "letter"]
Orientation = Literal["portrait", "landscape"]
LabelLanguage = Literal["ko", "en", "zh", "ja"]


@dataclass(frozen=True, slots=True)
class ReadSettings:
    """`[read]`: words and class names that are added to the vocabulary, by its own group names."""

    words: tuple[tuple[str, tuple[str, ...]], ...] = ()
    classes: tuple[tuple[str, tuple[str, ...]], ...] = ()


@dataclass(frozen=True, slots=True)
class DeckSettings:
    """`[deck]`: the root deck's name (None: the folder's), typed answers, and the site a card's source links to."""

    name: str | None = None
    namespace: str = ""
    typed: bool = True
    site: str | None = None


@dataclass(frozen=True, slots=True)
class SheetSettings:
    """`[sheet]`: the printed page. `pages` is the target a note is fitted to; None lets the note grow freely."""

    size: PageSize = "a4"
    orientation: Orientation = "landscape"
    columns: int | None = None
    pages: int | None = None
    accents: tuple[str, ...] = ()
    ink_saver: bool = False
    font_text: str | None = None
    font_code: str | None = None
    font_dir: str | None = None
    language: LabelLanguage | None = None


@dataclass(frozen=True, slots=True)
class Settings:
    """All of `kramdeck.toml`."""

    read: ReadSettings = field(default_factory=ReadSettings)
    deck: DeckSettings = field(default_factory=DeckSettings)
    sheet: SheetSettings = field(default_factory=SheetSettings)
