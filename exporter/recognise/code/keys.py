"""Keys on the keyboard, as notes write them: `ctrl + a`, `Ctrl-b d`, `C-x`, `<Tab>`, `spacebar`, `⬇️`."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Final

from exporter.recognise.text.vocabulary import VOCABULARY
from exporter.words import words_of

_MODIFIER: Final = r"(?:ctrl|control|alt|shift|cmd|command|option|opt|win|meta|super|prefix|leader|c|m|⌘|⌥|⌃|⇧)"
_KEY: Final = (
    r"(?:"
    + "|".join(sorted(map(re.escape, VOCABULARY.keys), key=len, reverse=True))
    + r"|f\d{1,2}|[a-z0-9←↑→↓]|[\]\[%\"'&,.:;?/\\|\-+~!@#$^*(){}])"
)
_CHORD: Final = (
    rf"[<\[(]?{_MODIFIER}[>\])]?(?:\s*[+\-]\s*[<\[(]?(?:{_MODIFIER}|{_KEY})[>\])]?){{1,3}}"
    rf"(?:\s*/\s*{_KEY})?"
)
_THEN: Final = r"(?:\s+|\s*,\s*|\s*(?:and|then|후|다음|누르고|누른 (?:뒤|후|다음)|->)\s+)"
_COMBINATION: Final = re.compile(
    rf"^{_CHORD}(?:{_THEN}(?:{_CHORD}|<?{_KEY}>?(?:/{_KEY})?|0-9|:?[a-z][a-z-]{{2,}})){{0,2}}$", re.IGNORECASE
)
_CHORD_START: Final = re.compile(
    r"^[<\[(]?(?:ctrl|control|alt|shift|cmd|⌘|⌥|⌃|prefix|(?-i:[CM]))[>\])]?\s*[+\-]", re.IGNORECASE
)
_ONE_KEY: Final = re.compile(rf"<?{_KEY}>?|[a-z]|:[a-z-]+|\\d+", re.IGNORECASE)
_AFTER: Final = re.compile(
    r"\s*(?:[+,]|and|then|(?:(?:을|를|키를?)\s?)?(?:누르고|누른 (?:뒤|후|다음)에?|입력 ?후)|"
    r"(?:한 )?(?:다음|후|뒤)에?|을|를)?\s*"
)
"""Stands between keys that are pressed one after the other."""
_NAMED: Final = frozenset(key for key in VOCABULARY.keys if len(key) > 2) | {f"f{number}" for number in range(100)}
_ARROW: Final = re.compile(r"^[←↑→↓⬅⬆⬇➡]\ufe0f?$")
_PLAIN_WORDS: Final = words_of(
    "command option return insert delete home end left right control meta super prefix leader window windows"
)
_LONGEST: Final = 60


def is_chord(text: str) -> bool:
    """Whether `text` names keys pressed together, and maybe more after them: `Ctrl-b %`, `[Ctrl] + b, x`."""
    return bool(_CHORD_START.match(text.strip()) and _COMBINATION.match(text.strip()))


def is_key(text: str) -> bool:
    """Whether `text` names a key or a combination of keys."""
    plain = text.strip().strip("`")
    if len(plain) > _LONGEST or plain.lower() in _PLAIN_WORDS:
        return False
    joined = "+" in plain or "-" in plain
    return plain.lower().removeprefix("<").removesuffix(">") in _NAMED or bool(
        (joined and _COMBINATION.match(plain)) or _ARROW.match(plain)
    )


def pressed_together(spans: Iterable[tuple[int, int, str]], text: str) -> Iterator[tuple[int, int, str]]:
    """Pieces of a text, those of keys that are pressed one after the other taken as one: `` `Ctrl-b` , `d` ``.

    Goes in: where each begins and ends, and what it is. The first of the keys is a chord, the second a key alone.
    """
    held: tuple[int, int, str] | None = None
    for start, end, piece in spans:
        if held and _follows(held[2], text[held[1] : start].replace("`", ""), piece.strip()):
            between = text[held[1] : start].strip(" `")
            name = text[held[0] : end] if between in ("", "+", ",") else f"{held[2].strip()} {piece.strip()}"
            yield held[0], end, name
            held = None
            continue
        if held:
            yield held
        held = (start, end, piece)
    if held:
        yield held


def _follows(first: str, between: str, second: str) -> bool:
    return is_chord(first) and bool(_ONE_KEY.fullmatch(second)) and bool(_AFTER.fullmatch(between))
