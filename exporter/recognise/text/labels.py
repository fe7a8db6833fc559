"""Where a line that explains something is cut: name on one side, meaning on the other.

Goes in: the inlines of an item, a heading, a paragraph or a cell. Comes out: `Split` values, the likely ones first.
Separators are those that notes use (`:`, ` - `, `—`, `→`, `=`, emoji arrows); one inside code, brackets, quotes or an
address does not count.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from exporter.kramdown.nodes import CodeSpan, Inlines, Text
from exporter.recognise.text.arrows import ARROW, DRAWN
from exporter.recognise.text.inlines import code_spans, cut, strip, text_of, unwrap

_SEPARATOR: Final = re.compile(
    r"\s*[:：](?=\s|$|\*)|\s*：|(?<=[`\])}가-힣>\"'])\s*:(?!/|\S*[-\w]\]?=)|\s+[-–—―]{1,3}(?=\s|$)|\s*—\s*|"
    r"\s+-(?=[가-힣]+$)"
    rf"|\s*(?:{ARROW}|>>|↔)|\s+=(?=\s)|\s+(?:←|<-|<=)\s+(?=\S)"
    r"|\s*(?:…{2}|・{2,3}|·{3})\s*(?=\w)|\s+…\s+(?=\w)"
)
_HIDING: Final = re.compile(r"\([^()\n]*\)|\[[^\[\]\n]*\]|<[^<>\n]*>|\"[^\"\n]*\"|'[^'\n]*'|“[^”\n]*”|https?://\S+")
_PICTURE: Final = (
    r":(?:[a-z0-9+-]+(?:_[a-z0-9+-]+)+|bulb|warning|star2?|memo|pushpin|rocket|fire|question|exclamation|tada|smile|zap|"
    r"books?|computer|key|lock|mag|link|bookmark|heart|sparkles|boom|pencil2?|clipboard|gear|wrench|hammer|package|"
    r"whale2?|penguin|bug|construction|loudspeaker|mega|gem|seedling|page|dart|trophy):"
)
"""A picture by its name: `:bulb:`; most of a single word are left out, because `:help: …` is a command of an editor."""
_PICTURED: Final = re.compile(rf"\s*{_PICTURE}\s*")
# ahead of a name: `1. `, `3) `, `① `, `✔ `
_NUMBER: Final = re.compile(
    r"^\s*(?:\d+(?:[.-]\d+)+\s+(?=\D)|(?:step|단계)?\s*\d+(?:[-.]\d+)*\s*[.)단、．]\s*|step \d+\s*:\s*|"
    r"[一二三四五六七八九十]{1,3}、\s*|[①-⑳]\s*|\(\d+\)\s*|[-*•·]\s+|"
    rf"{_PICTURE}\s*|"
    r"[^\w\s`\[({（「『【〈《≪<\"'“./~!$:*#%|\\⬅⬆⬇➡←↑→↓-]\ufe0f?\s*)+",
    re.IGNORECASE,
)
_BOXED: Final = re.compile(r"[\[【「『<〈《≪(（](?P<words>[^\[\]【】「」『』<>〈〉《》≪≫()（）]+)[\]】」』>〉》≫)）]")
_NUMBER_LETTERS: Final = "sS단一二三四五六七八九十"
"""The letters that `_NUMBER` can begin with."""
_PATHS: Final = re.compile(r"\s*`?(?:[\w*-]*[./][\w./*-]+|\*\S*|<[^<>]+>|files?\b)(?=[\s`|;]|$)")
"""What stands behind ` -- ` where it ends a command's options: `git checkout -- src/main.py`."""
_LONGEST_NAME: Final = 200
_SIGNS: Final = re.compile(rf"[:：\-–—―=>↔←<…・·{DRAWN}]")
_JOINTS: Final = " ,/|·&+*\n\t\u200b\u00a0"
"""What may stand between and around code words that are a label together."""


@dataclass(frozen=True, slots=True)
class Split:
    """One way to cut: offsets into the plain text. `name` and `meaning` are what stands on either side, stripped."""

    before: Inlines
    after: Inlines
    end: int
    sign: str

    @property
    def left(self) -> str:
        """The text before the separator."""
        return text_of(self.before)

    @property
    def right(self) -> str:
        """The text after it."""
        return text_of(self.after)


def splits(inlines: Inlines) -> tuple[Split, ...]:
    """Every place where a separator cuts `inlines`, from the left."""
    return tuple(_splits(inlines)) if _SIGNS.search(text_of(inlines), 0, _LONGEST_NAME) else ()


def first_split(inlines: Inlines) -> Split | None:
    """The first place where a separator cuts `inlines`."""
    return next(iter(splits(inlines)), None)


def _splits(inlines: Inlines) -> Iterator[Split]:
    text = text_of(inlines)
    hidden = _HIDING.sub(lambda match: "x" * len(match.group()), text)
    for start, end, _ in code_spans(inlines):
        hidden = hidden[:start] + "x" * (end - start) + hidden[end:]
    pictured = _PICTURED.match(text)
    begin = pictured.end() if pictured else 0
    for match in _SEPARATOR.finditer(hidden, begin, _LONGEST_NAME):
        name = text[begin : match.start()].strip()
        if name and "\n" not in name and not (match.group().strip() == "--" and _PATHS.match(text, match.end())):
            before, after = strip(cut(inlines, begin, match.start())), strip(cut(inlines, match.end()))
            yield Split(unwrap(before), after, _meaning_start(text, match.end()), match.group().strip())


def _meaning_start(text: str, at: int) -> int:
    return len(text) - len(text[at:].lstrip())


def without_number(inlines: Inlines) -> Inlines:
    """`inlines` without the number or bullet sign that stands first in its text; code is never one as a whole."""
    length = number_length(text_of(inlines))
    return unwrap(cut(inlines, 0 if _is_code(inlines, length) else length))


def _is_code(inlines: Inlines, length: int) -> bool:
    return length > 0 and isinstance(inlines[0], CodeSpan) and len(inlines[0].code) <= length


def number_length(text: str) -> int:
    """How many characters the number (or bullet sign) at the start of `text` takes."""
    first = text.lstrip()[:1]
    match = _NUMBER.match(text) if not first.isalpha() or first in _NUMBER_LETTERS else None
    return match.end() if match else 0


def unboxed(text: str) -> str:
    """Words without the brackets in which all of them stand: `[이미지 목록 보기]`."""
    boxed = _BOXED.fullmatch(text.strip())
    return boxed["words"] if boxed else text


def is_wholly_code(inlines: Inlines) -> bool:
    """Whether there is nothing but code spans (and marks between them)."""
    if any(isinstance(node, Text) and node.text.strip(_JOINTS) for node in inlines):
        return False
    bare = unwrap(inlines)
    spans = list(code_spans(bare))
    rest = text_of(bare)
    for _, _, code in spans:
        rest = rest.replace(code, "", 1)
    return bool(spans) and not rest.strip(_JOINTS)
