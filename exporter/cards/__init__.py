"""Study notes → Anki decks, as plain values. `cards_of` is the door; `apkg` writes what comes out."""

from __future__ import annotations
