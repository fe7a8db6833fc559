"""Task lists: `- [ ] open` and `- [x] done`.

The box is looked for at the begin of an item's first paragraph. From the first item with a box on, items have the class
`task-list-item`, whether they have a box or not: kramdown's own way.
"""

import re
from typing import Final

from exporter.kramdown.element import Element, Item, Raw
from exporter.kramdown.located import Located
from exporter.kramdown.patterns import SPACE

_box: Final = re.compile(rf"{SPACE}*\[( |x|X)\]{SPACE}+")
_INPUT: Final = '<input type="checkbox" class="task-list-item-checkbox" disabled="disabled" />'
_CHECKED: Final = '<input type="checkbox" class="task-list-item-checkbox" disabled="disabled" checked="checked" />'


def read(element: Element) -> None:
    """Turn boxes into input elements, and name the list and its items."""
    found = False
    for item in element.children:
        raw = _first_text(item)
        if raw is None:
            continue
        found = _take_box(item, raw) or found
        if found:
            item.attrs["class"] = "task-list-item"
    if found:
        element.attrs["class"] = "task-list"


def _first_text(item: Element) -> Raw | None:
    first = item.children[0] if item.children else None
    if first is None or first.type != "p" or not first.children:
        return None
    raw = first.children[0]
    return raw if isinstance(raw, Raw) else None


def _take_box(item: Element, raw: Raw) -> bool:
    text = raw.located
    match = _box.match(text.text)
    if match is None or not isinstance(item, Item):
        return False
    item.checked = match[1] != " "
    html = _CHECKED if item.checked else _INPUT
    raw.pieces = [Located(html, (0,), (text.start(0),)), text.slice(match.end(), len(text.text))]
    return True
