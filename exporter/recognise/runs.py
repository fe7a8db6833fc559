"""Inlines as one line of text, and cutting them at places found in that text.

Goes in: the inlines of a paragraph, heading or cell. Comes out: a `Run`, whose `text` is what a reader sees and whose
`marks` tells for each character how it is set, so that a pattern can ask for "a code word before a particle" without
walking the tree; and its parts by offset.
"""

from __future__ import annotations

from dataclasses import dataclass

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
    plain_text,
)
from exporter.recognise.inlines import cut

PLAIN, CODE, BOLD, LINK, OTHER, SOFT, HARD = ".", "`", "*", "[", "!", "~", "/"
"""What a mark can be: plain text, a code word, bold, a link's text, no words at all, and the two kinds of line end."""


@dataclass(frozen=True, slots=True)
class Run:
    """Inlines, the text they show, and one mark for each character of it."""

    inlines: Inlines
    text: str
    marks: str

    def part(self, start: int, end: int) -> Run:
        """The run between two offsets of its text, without the blanks at both ends."""
        while start < end and self.text[start].isspace():
            start += 1
        while start < end and self.text[end - 1].isspace():
            end -= 1
        return Run(cut(self.inlines, start, end), self.text[start:end], self.marks[start:end])


def run_of(inlines: Inlines) -> Run:
    """The run of some inlines."""
    return Run(inlines, plain_text(*inlines), "".join(_marks(inline, PLAIN) for inline in inlines))


def _marks(inline: Inline, around: str) -> str:
    match inline:
        case CodeSpan(code):
            return CODE * len(code)
        case SoftBreak():
            return SOFT
        case LineBreak():
            return HARD
        case Strong(inlines):
            return "".join(_marks(child, BOLD) for child in inlines)
        case Link(inlines):
            return "".join(_marks(child, LINK if around == PLAIN else around) for child in inlines)
        case HtmlInline(html, inlines) if inlines:
            inside = BOLD if html.lower().startswith(("<b>", "<b ", "<strong", "<mark")) else around
            return "".join(_marks(child, inside) for child in inlines)
        case Emphasis(inlines) | Strikethrough(inlines):
            return "".join(_marks(child, around) for child in inlines)
        case Image() | FootnoteReference() | MathInline():
            return OTHER * len(plain_text(inline))
        case _:
            return around * len(plain_text(inline))
