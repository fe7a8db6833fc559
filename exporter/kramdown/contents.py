"""The table of contents: `{:toc}` on a list puts one in its place.

Goes in: the headers met while printing. Comes out: a list of links to them, as an element tree. Ids of headers that GFM
leaves without one (in HTML, in footnotes) are made here, in kramdown's older way.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from exporter.kramdown.element import Element, Header, Kind, Paragraph


@dataclass(slots=True)
class Contents:
    """The headers so far, and the list whose place the table takes."""

    headers: list[tuple[Header, str]] = field(default_factory=list)
    place: Element | None = None
    used: dict[str, int] = field(default_factory=dict)

    def add(self, header: Header, name: str, levels: tuple[int, ...]) -> None:
        """Note a header, unless its level or its class `no_toc` keeps it out."""
        if header.level in levels and not re.search(r"\bno_toc\b", header.attrs.get("class", "")):
            self.headers.append((header, name))

    def plain_id(self, label: str, prefix: str) -> str:
        """An id of ASCII letters and digits alone."""
        name = plain_name(label) or "section"
        count = self.used.get(name)
        self.used[name] = 0 if count is None else count + 1
        return prefix + (name if count is None else f"{name}-{count + 1}")


def plain_name(text: str) -> str:
    """`text` without what stands before the first letter and without anything but letters, digits and hyphens."""
    rest = re.sub(r"^[^a-zA-Z]+", "", text, flags=re.M)
    return re.sub(r"[^a-zA-Z0-9 -]", "", rest).replace(" ", "-").lower()


def plain_texts(element: Element) -> Iterator[str]:
    """The text of an element and those in it."""
    for child in element.children:
        if child.type == "text":
            yield child.content
        else:
            yield from plain_texts(child)


def tree(found: Contents) -> Element:
    """The list of links, nested by the headers' levels."""
    place = found.place
    kind: Kind = "ol" if place is not None and place.type == "ol" else "ul"
    root = Element(kind, 0, 0)
    root.attrs = dict(place.attrs) if place is not None else {}
    root.attrs.setdefault("id", "markdown-toc")
    open_items: list[tuple[int, Element]] = []
    for header, name in found.headers:
        item = _item(header, name, root.attrs["id"])
        while open_items and open_items[-1][0] >= header.level:
            open_items.pop()
        if open_items:
            _sublist(open_items[-1][1], kind).children.append(item)
        else:
            root.children.append(item)
        open_items.append((header.level, item))
    return root


def _sublist(item: Element, kind: Kind) -> Element:
    if item.children[-1].type != kind:
        item.children.append(Element(kind, 0, 0))
    return item.children[-1]


def _item(header: Header, name: str, prefix: str) -> Element:
    item = Element("li", 0, 0)
    text = Paragraph(0, 0)
    text.transparent = True
    link = Element("a", 0, 0)
    link.attrs = {"href": f"#{name}", "id": f"{prefix}-{name}"}
    link.children = _without_links(header.children)
    text.children.append(link)
    item.children.append(text)
    return item


def _without_links(elements: list[Element]) -> list[Element]:
    """The same text, with links opened up and footnotes left out."""
    kept: list[Element] = []
    for element in elements:
        if element.type == "footnote":
            continue
        inside = _without_links(element.children)
        if element.type == "a":
            kept.extend(inside)
        else:
            kept.append(element.twin(inside))
    return kept
