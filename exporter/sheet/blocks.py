"""Blocks nobody claimed, printed as what they are: paragraphs, lists, tables, code.

Goes in: a block and its place. Comes out: HTML in which long lists and tables may be broken between items and rows.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from exporter.diagnostics import display_width
from exporter.kramdown import nodes as n
from exporter.kramdown.nodes import plain_text
from exporter.markup import block_html, escape, inlines_html
from exporter.sheet.code import SHELL, cells_at, code_block
from exporter.sheet.context import Place, plain_signs, unit
from exporter.sheet.page import COMFORTABLE_TEXT
from exporter.sheet.table_widths import widths

LIST_INSET: Final = 3.0
QUOTE_INSET: Final = 3.6
DEEPEST: Final = 12
"""Levels of lists that are printed as lists; WeasyPrint's recursion has an end."""
DEEPEST_HTML: Final = 40
"""Levels of raw HTML that are printed as HTML, for the same reason."""
_SEEN: Final = re.compile(r"<(?:img|svg|hr|input)\b|(?:^|>)\s*[^<\s]")
_TAG: Final = re.compile(r"<(/?)([a-zA-Z][a-zA-Z0-9]*)")
VOID: Final = frozenset({"br", "hr", "img", "wbr", "input", "col"})
BULLETS: Final = ("•", "–")
TASKS: Final[dict[bool | None, str]] = {False: "□", True: "■"}
LONGEST_KEY: Final = 22
"""Display cells of a name that leave room for its meaning beside it."""
NARROW: Final = 13
"""Display cells of a column that takes one line a row."""
MANY_COLUMNS: Final = 4
"""Columns of a table that has room for narrow ones."""
_ROWS: Final = (
    ("<thead><tr>", f"<thead><tr{unit('stay')}>"),
    ("<tbody><tr>", f"<tbody><tr{unit('stay')}>"),
    ("<tr>", f"<tr{unit('row')}>"),
    ("<th>", '<th scope="col">'),
    ("<th class=", '<th scope="col" class='),
)


def block_units(block: n.Block, place: Place, kind: str) -> str:
    """One block, ready to be broken before (as `kind` says) and, where it is long, inside."""
    match block:
        case n.Paragraph(inlines):
            role = ("lead" if _leads(inlines) else "text") if kind == "block" else kind
            html = inlines_html(inlines, place.options)
            return f"<p{unit(role)}>{html}</p>" if shows(html) else ""
        case n.BulletList(items):
            return _list("ul", items, place, kind)
        case n.OrderedList(items):
            return _list("ol", items, place, kind)
        case n.CodeBlock():
            return f'<div class="ex"{unit(code_kind(kind))}>{_code(block, place)}</div>'
        case n.Heading(_, inlines):
            return f"<h5{unit('head')}>{inlines_html(inlines, place.options)}</h5>"
        case n.Table():
            return _table(block, place, kind)
        case n.BlockQuote():
            return _quote(block, place, kind)
        case n.ThematicBreak():
            return ""
        case _:
            return _other(block, place, kind)


def code_kind(kind: str) -> str:
    """How gladly a column is broken before code: less than before other blocks, for the text above speaks of it."""
    return "code" if kind == "block" else kind


def _leads(inlines: n.Inlines) -> bool:
    """Whether a paragraph announces what follows it: a bold line, or one that ends in a colon."""
    shown = [inline for inline in inlines if plain_text(inline).strip()]
    return plain_text(*inlines).rstrip().endswith((":", "：")) or (len(shown) == 1 and isinstance(shown[0], n.Strong))


def _quote(block: n.BlockQuote, place: Place, kind: str) -> str:
    if place.depth >= DEEPEST:
        return f"<p{unit(kind)}>{escape(plain_signs(plain_text(block)))}</p>"
    inside = place.deeper(QUOTE_INSET)
    content = "".join(block_units(inner, inside, "stay") for inner in block.blocks)
    return f"<blockquote{unit(kind)}>{content}</blockquote>"


def _other(block: n.Block, place: Place, kind: str) -> str:
    html = block_html(block, place.options)
    if _nesting(html) > DEEPEST_HTML:
        html = escape(plain_signs(plain_text(block)))
    return f"<div{unit(kind)}>{html}</div>" if shows(html) else ""


def shows(html: str) -> bool:
    """Whether anything of `html` is seen on paper: an anchor or a line break alone is not."""
    return bool(_SEEN.search(html))


def _nesting(html: str) -> int:
    """How deep the elements of `html` lie in each other, at most."""
    depth = deepest = 0
    for closing, name in _TAG.findall(html):
        if name.lower() not in VOID:
            depth += -1 if closing else 1
            deepest = max(deepest, depth)
    return deepest


def _list(tag: str, items: tuple[n.ListItem, ...], place: Place, kind: str, own: str = "") -> str:
    if place.depth >= DEEPEST:
        return f"<p{unit(kind)}>{escape(plain_signs(' · '.join(plain_text(item) for item in items)))}</p>"
    inside = place.deeper(LIST_INSET)
    entries = (
        f"<li{unit(_item(kind) if at else 'stay')}>{_item_html(item, marked(marker), inside, kind)}</li>"
        for at, (item, marker) in enumerate(zip(items, _markers(tag, items, place.depth), strict=True))
    )
    return f'<{tag} class="li"{unit(own or kind)}>{"".join(entries)}</{tag}>'


def _markers(tag: str, items: tuple[n.ListItem, ...], depth: int) -> Iterator[str]:
    for number, item in enumerate(items, 1):
        yield TASKS.get(item.checked) or (f"{number}." if tag == "ol" else BULLETS[min(depth, 1)])


def marked(marker: str) -> str:
    """The marker of a list item, as text where it stands: WeasyPrint draws its own markers behind all other text."""
    return f'<span class="mk{" box" if marker in TASKS.values() else ""}">{marker}</span>'


def _item(kind: str) -> str:
    """How gladly a list is broken between its items."""
    return {"block": "item", "item": "deep", "part": "subitem"}.get(kind, "stay")


def _item_html(item: n.ListItem, marker: str, place: Place, kind: str) -> str:
    inside = "item" if kind == "block" else "stay"
    first = _first_in_item(item.blocks[0], place, inside, marker) if item.blocks else marker
    return first + "".join(_in_item(block, place, inside) for block in item.blocks[1:])


def _first_in_item(block: n.Block, place: Place, kind: str, marker: str) -> str:
    """The first block of an item, its marker beside its first line."""
    match block:
        case n.Paragraph(inlines, True):
            return marker + inlines_html(inlines, place.options)
        case n.Paragraph(inlines):
            return f"<p>{marker}{inlines_html(inlines, place.options)}</p>"
        case _:
            return marker.replace('class="mk', 'class="alone mk', 1) + _in_item(block, place, kind, "stay")


def _in_item(block: n.Block, place: Place, kind: str, own: str = "under") -> str:
    """A block of an item. `own`: how gladly a column is broken before a list in it."""
    match block:
        case n.Paragraph(inlines, True):
            return inlines_html(inlines, place.options)
        case n.Paragraph(inlines):
            return f"<p>{inlines_html(inlines, place.options)}</p>"
        case n.BulletList(items):
            return _list("ul", items, place, kind, own if kind == "item" else kind)
        case n.OrderedList(items):
            return _list("ol", items, place, kind, own if kind == "item" else kind)
        case _:
            return block_units(block, place, "stay")


def _code(block: n.CodeBlock, place: Place) -> str:
    language = (block.language or "").lower()
    return code_block(block.dedented or block.code, place.room, shell=language in SHELL)


def _table(table: n.Table, place: Place, kind: str) -> str:
    html = block_html(table, place.options)
    for before, after in _ROWS:
        html = html.replace(before, after, 1 if before.startswith("<tbody>") else -1)
    shares = widths(table, cells_at(COMFORTABLE_TEXT, place.room))
    columns = "".join(f'<col style="width:{share:.0%}">' for share in shares)
    classes = " ".join(("t", *(("set",) if shares else _narrow(table))))
    return html.replace("<table>", f'<table class="{classes}"{unit(kind)}>{columns}', 1)


def _narrow(table: n.Table) -> Iterator[str]:
    """Classes: `key` for names before their meanings, `brief` where these are short; `n1` … for narrow columns."""
    rows = (*table.head, *(row for body in table.bodies for row in body), *table.foot)
    widths = [[display_width(plain_text(cell)) for cell in row.cells] for row in rows]
    columns = max(map(len, widths), default=0)
    if columns == 2:
        yield "key"
        if all(row[0] <= LONGEST_KEY for row in widths if row):
            yield "brief"
    if columns <= MANY_COLUMNS:
        for column in range(columns):
            if all(row[column] <= NARROW for row in widths if len(row) > column):
                yield f"n{column + 1}"
