"""Footnotes as they are printed: numbers in the order of their first mention, and the list at the end.

Goes in: the mentions met while printing. Comes out: the mark for each, and the items of the list with links back.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from exporter.kramdown.element import Element, Item, Paragraph, Placed
from exporter.kramdown.escaping import escape_text
from exporter.kramdown.options import Options
from exporter.kramdown.reading import Reading


@dataclass(slots=True)
class FootnoteList:
    """Names in the order of their numbers; `repeats` counts mentions after the first."""

    next_number: int = 1
    names: list[str] = field(default_factory=list)
    keys: list[str] = field(default_factory=list)
    numbers: dict[str, int] = field(default_factory=dict)
    repeats: dict[str, int] = field(default_factory=dict)

    def reference(self, name: str, key: str) -> str:
        """The mark at a mention of the footnote `key`, printed under `name`."""
        again = ""
        if name in self.numbers:
            self.repeats[name] += 1
            again = f":{self.repeats[name]}"
        else:
            self.numbers[name] = self.next_number
            self.repeats[name] = 0
            self.next_number += 1
            self.names.append(name)
            self.keys.append(key)
        link = f'<a href="#fn:{name}" class="footnote" rel="footnote">{self.numbers[name]}</a>'
        return f'<sup id="fnref:{name}{again}" role="doc-noteref">{link}</sup>'

    def item(self, index: int, reading: Reading, options: Options) -> Element:
        """The list item of a footnote, with its links back."""
        name = self.names[index]
        item = Item("li", 0, 0)
        item.attrs = {"id": f"fn:{name}", "role": "doc-endnote"}
        item.children = [_twin(child) for child in reading.footnotes[self.keys[index]].content.children]
        if options.footnote_backlink:
            self._link_back(item, name, options)
        return item

    def _link_back(self, item: Element, name: str, options: Options) -> None:
        paragraph = _last_paragraph(item, inline=options.footnote_backlink_inline)
        space = "\u00a0" if paragraph is not None else ""
        if paragraph is None:
            paragraph = Paragraph(0, 0)
            item.children.append(paragraph)
        text = escape_text(options.footnote_backlink)
        paragraph.children.append(_back(name, space, text))
        for again in range(1, self.repeats[name] + 1):
            paragraph.children.append(_back(f"{name}:{again}", "\u00a0", f"{text}<sup>{again + 1}</sup>"))


def _back(name: str, space: str, text: str) -> Element:
    link = f'{space}<a href="#fnref:{name}" class="reversefootnote" role="doc-backlink">{text}</a>'
    return Placed("raw", 0, 0, link, "span")


def _last_paragraph(item: Element, *, inline: bool) -> Element | None:
    """Where the link back goes: the last block if it is a paragraph, or the last one however deep."""
    last = item.children[-1] if item.children else None
    if not inline:
        return last if last is not None and last.type == "p" else None
    while last is not None and last.type not in ("p", "header"):
        last = last.children[-1] if last.children else None
    return last


def _twin(element: Element) -> Element:
    return element.twin([_twin(child) for child in element.children])
