"""SpanState as inlines: text is joined and divided at line ends, attributes are told from kramdown's own.

Goes in: the spans of one block. Comes out: inlines, no two texts in a row and none empty.
"""

# ruff: noqa: ARG001 - the functions of a table all have the same parameters

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from typing import Final

from exporter.kramdown import nodes
from exporter.kramdown.element import Element, Html, Placed, Words
from exporter.kramdown.nodes import NO_ATTRIBUTES, Attributes, Inline, Inlines
from exporter.kramdown.reading import Reading
from exporter.kramdown.rules.attribute_list import unresolved
from exporter.source import Span
from exporter.words import words_of

BLOCK_KINDS: Final = words_of("blank p header codeblock ul ol blockquote hr dl table footnote_def")
_OWN: Final[Mapping[str, frozenset[str]]] = {"a": words_of("href title"), "img": words_of("src alt title")}
"""Attributes that are fields of their node."""


def is_span(element: Element) -> bool:
    """Whether the element stands within text."""
    if element.type in BLOCK_KINDS:
        return False
    if isinstance(element, (Html, Placed)):
        return element.category == "span"
    return True


def attributes_of(element: Element, reading: Reading, own_class: str = "") -> Attributes:
    """What the author gave: without `own_class`, which kramdown adds itself."""
    if not element.attrs and element.ial is None:
        return NO_ATTRIBUTES
    given = element.attrs
    classes = tuple(word for word in given.get("class", "").split() if word != own_class)
    own = _OWN.get(element.type, frozenset()) | {"id", "class"}
    show = reading.hidden.show
    pairs = tuple((name, show(value)) for name, value in given.items() if name not in own)
    references = tuple(unresolved(reading, element.ial)) if element.ial else ()
    return Attributes(given.get("id"), classes, pairs, references)


_liquid_comment: Final = re.compile(r"\{%-?\s*comment\b")


_BREAKS: Final = (nodes.LineBreak, nodes.SoftBreak)


class _Builder:
    """The inlines so far, and the text that has not become one yet."""

    __slots__ = ("after_break", "end", "inlines", "show", "start", "text")

    def __init__(self, reading: Reading) -> None:
        self.show = reading.hidden.show
        self.inlines: list[Inline] = []
        self.text = ""
        self.start = self.end = 0
        self.after_break = True

    @property
    def at_line_start(self) -> bool:
        """Whether blanks would say nothing here."""
        return self.after_break and not self.text

    def add_text(self, text: str, start: int, end: int) -> None:
        """More text on the same line."""
        if not self.text:
            if self.after_break:
                stripped = text.lstrip(" \t")
                start += min(len(text) - len(stripped), end - start)
                text = stripped
            if not text:
                return
            self.start = start
        self.text += text
        self.end = end
        self.after_break = False

    def flush(self, *, at_line_end: bool = False) -> None:
        """Make the text an inline."""
        text = self.text
        if at_line_end:
            text = text.rstrip(" \t")
            self.end -= len(self.text) - len(text)
        if text:
            self.inlines.append(nodes.Text(self.show(text), span=Span(self.start, max(self.end, self.start))))
        self.text = ""

    def add_line_end(self, start: int, end: int) -> None:
        """A newline in the text; at the begin and after a forced break it says nothing."""
        self.flush(at_line_end=True)
        if self.inlines and not isinstance(self.inlines[-1], _BREAKS):
            start = max(start, self.inlines[-1].span.end)  # a newline that Liquid made takes no room
            self.inlines.append(nodes.SoftBreak(span=Span(start, max(start, end))))
        self.after_break = True

    def add(self, inline: Inline) -> None:
        """Anything but text."""
        is_break = isinstance(inline, nodes.LineBreak)
        self.flush(at_line_end=is_break)
        if is_break and self.inlines and isinstance(self.inlines[-1], nodes.SoftBreak):
            self.inlines.pop()
        self.inlines.append(inline)
        self.after_break = is_break

    def finish(self) -> Inlines:
        """All of them; a line end at the very end says nothing."""
        self.flush()
        while self.inlines and isinstance(self.inlines[-1], nodes.SoftBreak):
            self.inlines.pop()
        return tuple(self.inlines)


def lower_spans(elements: list[Element], reading: Reading) -> Inlines:
    """The inlines of a block or of a span that encloses others."""
    if len(elements) == 1 and isinstance(elements[0], Words) and _is_plain(elements[0]):
        words = elements[0]
        return (nodes.Text(reading.hidden.show(words.content), span=Span(*words.place())),)
    builder = _Builder(reading)
    for element in elements:
        match element.type:
            case "text" if isinstance(element, Words):
                _add_words(builder, element)
            case "text" | "entity" | "typographic":
                builder.add_text(element.content, element.start, element.end)
            case "smart_quote":
                builder.add_text("'" if element.content[1:] == "squo" else '"', element.start, element.end)
            case kind:
                inline = _LOWER[kind](element, reading)
                if inline is not None:
                    builder.add(inline)
    return builder.finish()


def _is_plain(words: Words) -> bool:
    """Whether this is one line as it stands in the file: most text is."""
    text = words.content
    return len(words.parts) == 1 and "\n" not in text and text[0] not in " \t" and text[-1] not in " \t"


def _add_words(builder: _Builder, words: Words) -> None:
    located = words.located
    for start, end, text in words.parts:
        if text is not None:
            builder.add_text(text, located.start(start), located.end(end))
            continue
        at = start
        if builder.at_line_start:
            # Blanks here may be fewer in the file (a tab stands for several): pass them before asking for places.
            while at < end and located.text[at] in " \t":
                at += 1
        while (newline := located.text.find("\n", at, end)) >= 0:
            stop = newline
            while stop > at and located.text[stop - 1] in " \t":
                stop -= 1
            if at < stop:
                builder.add_text(located.text[at:stop], located.start(at), located.end(stop))
            builder.add_line_end(located.start(newline), located.end(newline + 1))
            at = newline + 1
            while at < end and located.text[at] in " \t":
                at += 1
        if at < end:
            builder.add_text(located.text[at:end], located.start(at), located.end(end))


def _place(element: Element, inside: Inlines = ()) -> Span:
    if not inside:
        return Span(element.start, element.end)
    return Span(min(element.start, inside[0].span.start), max(element.end, inside[-1].span.end))


def _enclosed(element: Element, reading: Reading) -> tuple[Inlines, Span, Attributes]:
    inlines = lower_spans(element.children, reading)
    return inlines, _place(element, inlines), attributes_of(element, reading)


def _emphasis(element: Element, reading: Reading) -> Inline:
    inlines, span, attributes = _enclosed(element, reading)
    made = nodes.Emphasis if element.type == "em" else nodes.Strong
    return made(inlines, span=span, attributes=attributes)


def _link(element: Element, reading: Reading) -> Inline:
    inlines, span, attributes = _enclosed(element, reading)
    title = element.attrs.get("title")
    href = reading.hidden.show(element.attrs.get("href", ""))
    return nodes.Link(inlines, href, title and reading.hidden.show(title), span=span, attributes=attributes)


def _image(element: Element, reading: Reading) -> Inline:
    show = reading.hidden.show
    title = element.attrs.get("title")
    return nodes.Image(
        show(element.attrs.get("alt", "")),
        show(element.attrs.get("src", "")),
        title and show(title),
        span=_place(element),
        attributes=attributes_of(element, reading),
    )


def _code(element: Element, reading: Reading) -> Inline:
    return nodes.CodeSpan(
        reading.hidden.show(element.content), span=_place(element), attributes=attributes_of(element, reading)
    )


def _break(element: Element, reading: Reading) -> Inline:
    return nodes.LineBreak(span=_place(element))


def _html(element: Element, reading: Reading) -> Inline | None:
    assert isinstance(element, Html)
    if element.content == "br":
        return _break(element, reading)
    if element.attrs.get("class") == "task-list-item-checkbox" and element.content == "input":
        return None
    inlines, span, attributes = _enclosed(element, reading)
    if element.open_tag == "~~":
        return nodes.Strikethrough(inlines, span=span, attributes=attributes)
    return nodes.HtmlInline(reading.hidden.show(element.open_tag), inlines, element.close_tag, span=span)


def _as_written(element: Element, reading: Reading) -> Inline:
    return nodes.HtmlInline(reading.hidden.show(element.content), span=_place(element))


def _comment(element: Element, reading: Reading) -> Inline:
    return nodes.HtmlInline(reading.hidden.show(f"<!-- {element.content} -->"), span=_place(element))


def _math(element: Element, reading: Reading) -> Inline:
    return nodes.MathInline(
        reading.hidden.show(element.content), span=_place(element), attributes=attributes_of(element, reading)
    )


def _footnote(element: Element, reading: Reading) -> Inline:
    return nodes.FootnoteReference(element.content, span=_place(element))


def _abbreviation(element: Element, reading: Reading) -> Inline:
    title = reading.abbreviations.titles[element.content]
    return nodes.Abbreviation(element.content, title, span=_place(element))


def _liquid(element: Element, reading: Reading) -> Inline | None:
    if _liquid_comment.match(element.content):
        return None
    return nodes.Opaque(element.content, span=_place(element))


_LOWER: Final[Mapping[str, Callable[[Element, Reading], Inline | None]]] = {
    "em": _emphasis,
    "strong": _emphasis,
    "a": _link,
    "img": _image,
    "br": _break,
    "codespan": _code,
    "html": _html,
    "comment_html": _as_written,
    "comment": _comment,
    "raw": _as_written,
    "math": _math,
    "footnote": _footnote,
    "abbreviation": _abbreviation,
    "liquid": _liquid,
}
