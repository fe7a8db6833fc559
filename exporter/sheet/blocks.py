"""Blocks nobody claimed, printed as what they are: paragraphs, lists, tables, code.

Goes in: a block and its place. Comes out: HTML in which long lists and tables may be broken between items and rows.
"""

from __future__ import annotations

from typing import Final

from exporter.kramdown import nodes as n
from exporter.markup import MarkupOptions, block_html, blocks_html, inlines_html
from exporter.sheet.code import SHELL, code_block
from exporter.sheet.context import Place, unit

LIST_INSET: Final = 3.0
QUOTE_INSET: Final = 3.6
DEEPEST: Final = 12
"""Levels of lists and quotes that are printed; WeasyPrint's recursion has an end."""


def block_units(block: n.Block, place: Place, kind: str) -> str:
    """One block, ready to be broken before (as `kind` says) and, where it is long, inside."""
    match block:
        case n.Paragraph(inlines):
            return f"<p{unit(kind)}>{inlines_html(inlines, place.options)}</p>"
        case n.BulletList(items):
            return _list("ul", items, place, kind)
        case n.OrderedList(items):
            return _list("ol", items, place, kind)
        case n.CodeBlock():
            return f'<div class="ex"{unit(kind)}>{_code(block, place)}</div>'
        case n.Heading(_, inlines):
            return f"<h5{unit('head')}>{inlines_html(inlines, place.options)}</h5>"
        case n.Table():
            return _table(block, place, kind)
        case n.BlockQuote(blocks):
            return f"<blockquote{unit(kind)}>{blocks_inside(blocks, place.narrowed(QUOTE_INSET))}</blockquote>"
        case n.ThematicBreak():
            return ""
        case _:
            html = block_html(block, _inside(place))
            return f"<div{unit(kind)}>{html}</div>" if html.strip() else ""


def blocks_inside(blocks: n.Blocks, place: Place) -> str:
    """Blocks that stay with what they stand in."""
    return blocks_html(blocks, _inside(place))


def _inside(place: Place) -> MarkupOptions:
    """Code inside other blocks is set with the room that is left there."""
    return place.options


def _list(tag: str, items: tuple[n.ListItem, ...], place: Place, kind: str) -> str:
    inside = place.narrowed(LIST_INSET)
    entries = (
        f"<li{_TASK[item.checked]}{unit('stay' if number == 0 else _item(kind))}>{_item_html(item, inside, kind)}</li>"
        for number, item in enumerate(items)
    )
    return f"<{tag}{unit(kind)}>{''.join(entries)}</{tag}>"


def _item(kind: str) -> str:
    """How gladly a list is broken between its items."""
    return {"block": "item", "item": "deep", "part": "subitem"}.get(kind, "stay")


_TASK: Final[dict[bool | None, str]] = {None: "", False: ' class="task"', True: ' class="task done"'}


def _item_html(item: n.ListItem, place: Place, kind: str) -> str:
    return "".join(_in_item(block, place, "item" if kind == "block" else "stay") for block in item.blocks)


def _in_item(block: n.Block, place: Place, kind: str) -> str:
    match block:
        case n.Paragraph(inlines, True):
            return inlines_html(inlines, place.options)
        case n.Paragraph(inlines):
            return f"<p>{inlines_html(inlines, place.options)}</p>"
        case n.BulletList(items):
            return _list("ul", items, place, kind)
        case n.OrderedList(items):
            return _list("ol", items, place, kind)
        case _:
            return block_units(block, place, "stay")


def _code(block: n.CodeBlock, place: Place) -> str:
    language = (block.language or "").lower()
    return code_block(block.dedented or block.code, place.room, shell=language in SHELL)


def _table(table: n.Table, place: Place, kind: str) -> str:
    html = block_html(table, place.options)
    for before, after in _ROWS:
        html = html.replace(before, after, 1 if before.startswith("<tbody>") else -1)
    return html.replace("<table>", f'<table class="t"{unit(kind)}>', 1)


_ROWS: Final = (
    ("<thead><tr>", f"<thead><tr{unit('stay')}>"),
    ("<tbody><tr>", f"<tbody><tr{unit('stay')}>"),
    ("<tr>", f"<tr{unit('row')}>"),
    ("<th>", '<th scope="col">'),
    ("<th class=", '<th scope="col" class='),
)
