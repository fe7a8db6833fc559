"""Keys that running text says to press, together with what that does."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from exporter.kramdown.nodes import Inlines
from exporter.recognise.code.keys import is_key
from exporter.recognise.commands.names import speaks_of_keys
from exporter.recognise.pattern import Context
from exporter.recognise.text.inlines import cut, one_line, span_of, strip, text_of
from exporter.study import Command

_KEY_WORDS: Final = 6
"""Words before "press" that are looked at for the key."""
_TELLING: Final = 6
"""In characters: the least that tells what a key does."""
PRESSED: Final = re.compile(
    r"(?: ?(?:키|버튼))?(?:(?:를|을)\s*|\s)(?:동시에\s|차례대로\s|같이\s|함께\s)?"
    r"(?:(?P<press>누르면|눌러서|눌러|누를 ?(?:시|경우))|입력하면|입력하여|입력해서?|입력 ?시|치면|쳐서)\s"
)
_LETTERS: Final = re.compile(r"['\"‘“]?(?P<letters>[A-Za-z]{1,2}|:[a-z!]{1,3}|\d?[a-z]{2})['\"’”]?")
"""A key that is a letter or two: pressed, or typed where keys are explained."""


def keys_in(inlines: Inlines, context: Context) -> Iterator[Command]:
    """Keys that a sentence says to press, with what that does: `Ctrl+D를 누르면 …`."""
    text = text_of(inlines)
    for match in PRESSED.finditer(text):
        words = list(re.finditer(r"\S+", text[: match.start()]))[-_KEY_WORDS:]
        starts = [word.start() for word in words if is_key(text[word.start() : match.start()])]
        letters = _LETTERS.fullmatch(words[-1].group()) if words and not starts else None
        if letters and (match["press"] or speaks_of_keys(context)):
            starts = [words[-1].start()]
        said = one_line(strip(cut(inlines, match.end()), " ,.。"))
        if starts and len(text_of(said)) >= _TELLING:
            name = letters["letters"] if letters else text[starts[0] : match.start()].strip(" `")
            yield Command(name, said, cut(inlines, starts[0], match.start()), (), span=span_of(inlines))
