"""The arrows that notes set between a name and what it is or does, drawn or typed."""

from __future__ import annotations

from typing import Final

DRAWN: Final = "→⇒⇨⟶⟹➔➙➜➝➞➤➡⮕▶►▷☞👉"
"""For use in a class of characters."""
ARROW: Final = rf"(?:[{DRAWN}]\ufe0f?|->|=>)"
