"""Liquid, Jekyll's template language, in notes mode.

Jekyll runs it before kramdown sees the text, so its tags must mean nothing to kramdown's rules: `{{ a | b }}` is no
table. Goes in: the text. Comes out: the text with every tag as a pair of characters of no meaning, which the rules in
`rules/liquid.py` turn into opaque nodes and code, and which `Hidden.show` writes back wherever text is kept as written
(code, addresses, HTML).

`{% raw %}` goes and leaves what it encloses as it is; `{% comment %}` and `{% highlight %}` are hidden up to their end
tags. Code so written begins and ends a block, as the HTML does that Jekyll puts in its place.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import Final

from exporter.kramdown.located import Located, join
from exporter.kramdown.patterns import HIDDEN_CODE

_FIRST: Final = 0x100000
_FIRST_CODE: Final = 0x108000
_MOST: Final = 0x7FF0
_CLOSE: Final = "\U0010fffd"
HIDDEN: Final = "\U00100000-\U00107fff"
PAIR: Final = re.compile(f"([{HIDDEN}{HIDDEN_CODE}]){_CLOSE}")
_reserved: Final = re.compile(f"[{HIDDEN}{HIDDEN_CODE}{_CLOSE}]")

# A tag ends at the first end mark and holds no begin mark: so looking for the end of one that has none stops soon.
_tag: Final = re.compile(
    r"\{%-?\s*(?P<name>\w*)(?:[^%{]|%(?!\})|\{(?!%))*%\}|\{\{(?:[^{}]|\}(?!\})|\{(?!\{))*\}\}",
)
_end_tags: Final = {name: re.compile(rf"\{{%-?\s*end{name}\s*-?%\}}") for name in ("raw", "comment", "highlight")}
_before_code: Final = re.compile(r"[ \t]*(?:(?:[-*+>]|[0-9]+\.)[ \t]+)*\Z")


@dataclass(slots=True)
class Hidden:
    """The tags that were hidden, in order."""

    tags: list[str] = field(default_factory=list)

    def show(self, text: str) -> str:
        """`text` with the tags as they were written."""
        return PAIR.sub(self._shown, text) if self.tags else text

    def _shown(self, pair: re.Match[str]) -> str:
        number = ord(pair[1])
        return self.tags[number - (_FIRST if number < _FIRST_CODE else _FIRST_CODE)]


def hide(located: Located, hidden: Hidden) -> Located:
    """The text with its Liquid tags hidden; a text that already holds the characters used for it stays as it is."""
    text = located.text
    if ("{%" not in text and "{{" not in text) or _reserved.search(text):
        return located
    parts: list[Located] = []
    at = 0
    unended: set[str] = set()
    while match := _tag.search(text, at):
        parts.append(located.slice(at, match.start()))
        end = None
        if match["name"] in _end_tags and match["name"] not in unended:
            end = _end_tags[match["name"]].search(text, match.end())
            if end is None:
                unended.add(match["name"])
        at = end.end() if end else match.end()
        if end is not None and match["name"] == "raw":
            parts.append(located.slice(match.end(), end.start()))
        elif len(hidden.tags) < _MOST:
            is_code = end is not None and match["name"] == "highlight" and _begins_block(text, match.start())
            parts.extend(_hide(located, match.start(), at, hidden, is_code=is_code))
        else:
            parts.append(located.slice(match.start(), at))
    parts.append(located.slice(at, len(text)))
    return join([part for part in parts if part.text] or [located])


def _begins_block(text: str, at: int) -> bool:
    """Whether nothing but indentation and markers stand before on the line."""
    return _before_code.match(text, text.rfind("\n", 0, at) + 1, at) is not None


def _hide(located: Located, start: int, end: int, hidden: Hidden, *, is_code: bool) -> list[Located]:
    char = chr((_FIRST_CODE if is_code else _FIRST) + len(hidden.tags))
    column = start - located.text.rfind("\n", 0, start) - 1
    written = located.text[start:end]
    hidden.tags.append(re.sub(rf"^ {{1,{column}}}", "", written, flags=re.M) if is_code and column else written)
    pair = Located(char + _CLOSE, (0, 1), (located.start(start), located.start(end - 1)))
    ends_line = located.text[end : located.text.find("\n", end)].isspace() or located.text[end] == "\n"
    return [pair] if ends_line or not is_code else [pair, Located("\n", (0,), (located.start(end - 1),))]
