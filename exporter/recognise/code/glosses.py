"""Words in brackets behind a command that say what it does: `ls -l(자세히 본다)`."""

from __future__ import annotations

import re
from typing import Final

from exporter.recognise.code.cues_against import DEED
from exporter.recognise.text.words import EAST_LETTER

_GLOSS: Final = re.compile(r"\s*[(（](?P<gloss>[^()（）\n]{2,})[)）]\s*$")
_TELLS: Final = re.compile(
    r"(?:[가-힣](?:다|요|자)|[함음임됨]|[가-힣]기|[るすう])[.。]?$|[一-鿿]{4}|[가-힣]\s\S+\s\S+\s|[가-힣][을를]\s"
)


def without_gloss(line: str) -> tuple[str, str]:
    """A command and the words in brackets behind it, where they say something and don't stand for a value."""
    match = _GLOSS.search(line) if line.rstrip().endswith((")", "）")) else None
    if match is None or not EAST_LETTER.search(match["gloss"]) or not _tells(match):
        return line, ""
    return line[: match.start()], match["gloss"].strip()


def _tells(match: re.Match[str]) -> bool:
    """Whether words in brackets tell something: a sentence does, and the name of a deed."""
    return bool(_TELLS.search(match["gloss"]) or DEED.search(f" {match['gloss']}"))
