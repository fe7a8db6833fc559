"""Inlines as one line of text, and cutting them at places found in that text.

Goes in: the inlines of a paragraph, heading or cell. Comes out: a `Run`, whose `text` is what a reader sees and whose
`marks` tells for each character how it is set, so that a pattern can ask for "a code word before a particle" without
walking the tree; and its parts by offset.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from dataclasses import dataclass
from itertools import accumulate
from typing import Final

from exporter.kramdown.nodes import (
    CodeSpan,
    Emphasis,
    FootnoteReference,
    HtmlInline,
    Image,
    Inline,
    Inlines,
    LineBreak,
    Link,
    MathInline,
    SoftBreak,
    Strikethrough,
    Strong,
    Text,
    plain_text,
)
from exporter.recognise.text.inlines import cut, is_code_tag, text_of

PLAIN, CODE, BOLD, LINK, OTHER, SOFT, HARD = ".", "`", "*", "[", "!", "~", "/"
"""What a mark can be: plain text, code, bold or a name in italics, a link, no words at all, both kinds of line end."""


_NAME: Final = re.compile(r"[^\s:：.]+(?: [^\s:：.]+){0,2}|[\w./~-]+")
"""Words in italics that can be a name: few, and no sentence. They are set apart as bold ones are."""

_LINE_END: Final = re.compile(f"[{SOFT}{HARD}]")


@dataclass(frozen=True, slots=True)
class Whole:
    """Inlines, and where in their text each begins: to cut any part of many without walking over all of them."""

    inlines: Inlines
    starts: tuple[int, ...]

    def cut(self, start: int, end: int) -> Inlines:
        """The inlines that show the characters from `start` to before `end`."""
        first = max(bisect_left(self.starts, start) - 1, 0)
        nearby = self.inlines[first : bisect_right(self.starts, end)]
        before = self.starts[first] if nearby else 0
        return cut(nearby, start - before, end - before)


@dataclass(frozen=True, slots=True)
class Run:
    """The text that some inlines show, and one mark for each character of it.

    A part of a run remembers the whole it is of, and the place in that: its inlines are cut when they are asked for.
    """

    whole: Whole
    text: str
    marks: str
    start: int = 0

    @property
    def inlines(self) -> Inlines:
        """The inlines that show the text."""
        return self.whole.cut(self.start, self.start + len(self.text))

    def line_ends(self) -> list[int]:
        """Where its lines end, but for the last."""
        return [match.start() for match in _LINE_END.finditer(self.marks)]

    def part(self, start: int, end: int) -> Run:
        """The run between two offsets of its text, without the blanks at both ends."""
        while start < end and self.text[start].isspace():
            start += 1
        while start < end and self.text[end - 1].isspace():
            end -= 1
        return Run(self.whole, self.text[start:end], self.marks[start:end], self.start + start)


def run_of(inlines: Inlines) -> Run:
    """The run of some inlines."""
    if len(inlines) == 1 and isinstance(inlines[0], Text):
        return Run(Whole(inlines, (0,)), inlines[0].text, PLAIN * len(inlines[0].text))
    texts = [text_of((inline,)) for inline in inlines]
    starts = tuple(accumulate(map(len, texts), initial=0))
    marks = "".join([_marks(inline, PLAIN) for inline in inlines])
    return Run(Whole(inlines, starts[:-1]), "".join(texts), marks)


def _inside(inlines: Inlines, around: str) -> str:
    return "".join(_marks(child, around) for child in inlines)


def _mark_of(html: str, around: str) -> str:
    """How the words in a tag are set."""
    if is_code_tag(html):
        return CODE
    return BOLD if html.lower().startswith(("<b>", "<b ", "<strong", "<mark")) else around


def _marks(inline: Inline, around: str) -> str:
    match inline:
        case Text(text):
            return around * len(text)
        case CodeSpan(code):
            return CODE * len(code)
        case SoftBreak():
            return SOFT
        case LineBreak():
            return HARD
        case Strong(inlines) | Emphasis(inlines):
            named = isinstance(inline, Strong) or _NAME.fullmatch(plain_text(*inlines))
            return _inside(inlines, BOLD if named else around)
        case Link(inlines):
            return _inside(inlines, LINK if around == PLAIN else around)
        case HtmlInline(html, inlines) if inlines:
            return _inside(inlines, _mark_of(html, around))
        case Strikethrough(inlines):
            return _inside(inlines, around)
        case Image() | FootnoteReference() | MathInline():
            return OTHER * len(plain_text(inline))
        case _:
            return around * len(plain_text(inline))
