"""Document nodes → HTML strings, for the card and the sheet alike.

Goes in: inlines or blocks, and `MarkupOptions`: how text is written, where images and links lead, how mathematics and
code look. Comes out: well-formed HTML without ids, scripts and event handlers; raw HTML of the note passes nh3's allow
list. Nothing here knows where the HTML will stand.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from html import escape as _escape
from typing import TYPE_CHECKING, Final, assert_never

from exporter.kramdown import nodes as n
from exporter.kramdown.nodes import Block, Blocks, Inline, Inlines, Node
from exporter.source import Span

if TYPE_CHECKING:
    from pygments.formatter import Formatter
    from pygments.lexer import Lexer

# Stands for "the content goes here" while a start tag and its end tag pass the sanitiser together.
_SLOT: Final = "\ue000"
# Pygments wraps blanks too, which nobody sees.
_SPACE_SPAN: Final = re.compile(r'<span class="w">(\s+)</span>')
_LINK_SCHEMES: Final = ("http:", "https:", "mailto:", "ftp:")


def escape(text: str) -> str:
    """Text as HTML text; quotes are escaped too, so it may stand in an attribute."""
    return _escape(text, quote=True)


def web_link(href: str) -> str | None:
    """`href` if it leads somewhere from anywhere (http, https, mailto, ftp), else None."""
    return href if href.lower().startswith(_LINK_SCHEMES) else None


def highlighted(code: str, language: str | None) -> str:
    """Code as HTML with Pygments' short class names (`k`, `s1`, `nb` …); plain where the language is not known."""
    lexer = _lexer(language) if language else None
    if lexer is None:
        return escape(code)
    from pygments import highlight

    html = highlight(code, lexer, _formatter())
    return _SPACE_SPAN.sub(r"\1", html).removesuffix("\n")


@lru_cache(maxsize=1)
def _formatter() -> Formatter[str]:
    from pygments.formatters.html import HtmlFormatter

    return HtmlFormatter(nowrap=True)


@lru_cache(maxsize=64)
def _lexer(language: str) -> Lexer | None:
    from pygments.lexers import get_lexer_by_name
    from pygments.util import ClassNotFound

    try:
        return get_lexer_by_name(language, stripnl=False, ensurenl=False)
    except ClassNotFound:
        return None


def _math(tex: str, *, block: bool) -> str:
    return f'<div class="math">{escape(tex)}</div>' if block else f'<span class="math">{escape(tex)}</span>'


def no_image(_src: str) -> str | None:
    """No picture for any source."""
    return None


def _as_is(_node: Inline, html: str) -> str:
    return html


@dataclass(frozen=True, slots=True)
class MarkupOptions:
    """How HTML is written. The defaults need no files and lead nowhere.

    `text` and `code_text` turn characters into HTML outside and inside code (they escape; a sheet may glue words);
    `code` writes the inside of a code block; `image` gives the address to print for a source as written, None where the
    picture is missing, and then its alternative text is shown; `link` does so for links; `math` writes TeX (keyword
    `block`); `wrap` sees every inline with its HTML and returns the HTML to use.
    """

    text: Callable[[str], str] = escape
    code_text: Callable[[str], str] = escape
    code: Callable[[str, str | None], str] = highlighted
    image: Callable[[str], str | None] = no_image
    link: Callable[[str], str | None] = web_link
    math: Callable[..., str] = _math
    wrap: Callable[[Inline, str], str] = _as_is


DEFAULT_OPTIONS: Final = MarkupOptions()


def inlines_html(inlines: Inlines, options: MarkupOptions = DEFAULT_OPTIONS) -> str:
    """The inlines, one after another."""
    return "".join([options.wrap(inline, _inline(inline, options)) for inline in inlines])


def blocks_html(blocks: Iterable[Block], options: MarkupOptions = DEFAULT_OPTIONS) -> str:
    """The blocks, one a line."""
    return "\n".join(html for block in blocks if (html := block_html(block, options)))


def code_html(code: str, language: str | None = None, options: MarkupOptions = DEFAULT_OPTIONS) -> str:
    """A code block: `<pre><code>`, its lines as they stand, without the last line end."""
    return f"<pre><code>{options.code(code.removesuffix(chr(10)), language)}</code></pre>"


def _inline(inline: Inline, options: MarkupOptions) -> str:  # noqa: C901 (one arm a kind)
    match inline:
        case n.Text(text) | n.Opaque(text):
            return options.text(text)
        case n.CodeSpan(code):
            return f"<code>{options.code_text(code)}</code>"
        case n.Strong(inlines):
            return f"<strong>{inlines_html(inlines, options)}</strong>"
        case n.Emphasis(inlines):
            return f"<em>{inlines_html(inlines, options)}</em>"
        case n.Strikethrough(inlines):
            return f"<del>{inlines_html(inlines, options)}</del>"
        case n.Link(inlines, href, title):
            return _link(inlines_html(inlines, options), options.link(href), title)
        case n.Image():
            return _image(inline, options)
        case n.SoftBreak():
            return "\n"
        case n.LineBreak():
            return "<br>"
        case n.HtmlInline(html, inlines, end):
            start, close = _clean_pair(html, end, options)
            return start + inlines_html(inlines, options) + close
        case n.MathInline(tex):
            return options.math(tex, block=False)
        case n.FootnoteReference(label):
            return f'<sup class="footnote">{options.text(label)}</sup>'
        case n.Abbreviation(text, title):
            return f'<abbr title="{escape(title)}">{options.text(text)}</abbr>'
        case _:
            assert_never(inline)


def _link(content: str, href: str | None, title: str | None) -> str:
    if href is None:
        return content
    hint = f' title="{escape(title)}"' if title else ""
    return f'<a href="{escape(href)}"{hint}>{content}</a>'


def _image(image: n.Image, options: MarkupOptions) -> str:
    address = options.image(image.src)
    if address is None:
        return f'<span class="missing">{options.text(image.alt or image.src)}</span>'
    sizes = ((name, image.attributes.get(name) or "") for name in ("width", "height"))
    size = "".join(f' {name}="{value}"' for name, value in sizes if value.isdecimal())
    hint = f' title="{escape(image.title)}"' if image.title else ""
    return f'<img src="{escape(address)}" alt="{escape(image.alt)}"{hint}{size}>'


def block_html(block: Block, options: MarkupOptions = DEFAULT_OPTIONS) -> str:  # noqa: C901 (one arm a kind)
    """One block; empty where it shows nothing (a comment)."""
    match block:
        case n.Heading(level, inlines):
            return f"<h{level}>{inlines_html(inlines, options)}</h{level}>"
        case n.Paragraph(inlines, tight):
            html = inlines_html(inlines, options)
            return html if tight else f"<p>{html}</p>"
        case n.BulletList(items):
            return f"<ul>{_items(items, options)}</ul>"
        case n.OrderedList(items):
            return f"<ol>{_items(items, options)}</ol>"
        case n.DefinitionList():
            return f"<dl>{''.join(_definition(child, options) for child in block.children)}</dl>"
        case n.CodeBlock(code, language):
            return code_html(block.dedented or code, language, options)
        case n.BlockQuote(blocks):
            return f"<blockquote>{blocks_html(blocks, options)}</blockquote>"
        case n.Table():
            return _table(block, options)
        case n.ThematicBreak():
            return "<hr>"
        case n.HtmlBlock(html, blocks, open_tag, close_tag):
            return _html_block(html, blocks, (open_tag, close_tag), options)
        case n.Comment():
            return ""
        case n.MathBlock(tex):
            return options.math(tex, block=True)
        case n.FootnoteDefinition(label, blocks):
            return f'<div class="footnote"><sup>{options.text(label)}</sup> {blocks_html(blocks, options)}</div>'
        case n.OpaqueBlock(text):
            return f"<p>{options.text(text)}</p>"
        case _:
            assert_never(block)


def _items(items: tuple[n.ListItem, ...], options: MarkupOptions) -> str:
    return "".join(f"<li{_TASK[item.checked]}>{blocks_html(item.blocks, options)}</li>" for item in items)


_TASK: Final[dict[bool | None, str]] = {None: "", False: ' class="task"', True: ' class="task done"'}


def _definition(child: n.DefinitionTerm | n.DefinitionDescription, options: MarkupOptions) -> str:
    match child:
        case n.DefinitionTerm(inlines):
            return f"<dt>{inlines_html(inlines, options)}</dt>"
        case n.DefinitionDescription(blocks):
            return f"<dd>{blocks_html(blocks, options)}</dd>"
        case _:
            assert_never(child)


def _table(table: n.Table, options: MarkupOptions) -> str:
    parts = [
        ("thead", "th", table.head),
        *(("tbody", "td", body) for body in table.bodies),
        ("tfoot", "td", table.foot),
    ]
    return f"<table>{''.join(_rows(table, options, *part) for part in parts)}</table>"


def _rows(table: n.Table, options: MarkupOptions, group: str, cell: str, rows: tuple[n.TableRow, ...]) -> str:
    if not rows:
        return ""
    lines = "".join(f"<tr>{''.join(_cells(table, row, cell, options))}</tr>" for row in rows)
    return f"<{group}>{lines}</{group}>"


def _cells(table: n.Table, row: n.TableRow, tag: str, options: MarkupOptions) -> Iterator[str]:
    for column, cell in enumerate(row.cells):
        side = table.alignments[column] if column < len(table.alignments) else None
        kind = f' class="{side}"' if side else ""
        yield f"<{tag}{kind}>{inlines_html(cell.inlines, options)}</{tag}>"


def _html_block(html: str, blocks: Blocks, tags: tuple[str, str], options: MarkupOptions) -> str:
    if not blocks:
        return _clean(html, options)
    start, end = _clean_pair(*tags, options)
    return start + blocks_html(blocks, options) + end


def _clean_pair(start: str, end: str, options: MarkupOptions) -> tuple[str, str]:
    """A start and end tag, sanitised together, so that one is never kept without the other."""
    before, _, after = _clean(start.replace(_SLOT, "") + _SLOT + end, options).partition(_SLOT)
    return before, after


def _clean(html: str, options: MarkupOptions) -> str:
    import nh3

    def attribute(tag: str, name: str, value: str) -> str | None:
        if tag == "img" and name == "src":
            return options.image(value)
        return options.link(value) if name in {"href", "src", "cite"} else value

    return nh3.clean(html, attribute_filter=attribute, link_rel=None)


def image_sources(nodes: Iterable[Node]) -> Iterator[tuple[str, Span]]:
    """Every image under `nodes`, in order: its source as written, and the place to speak of when it is missing."""
    for top in nodes:
        for node in n.walk(top):
            match node:
                case n.Image(_, src):
                    yield src, node.span
                case n.HtmlInline(html) | n.HtmlBlock(html) if "<img" in html.lower():
                    yield from ((src, node.span) for src in _raw_images(html))


def _raw_images(html: str) -> list[str]:
    found: list[str] = []

    def note(src: str) -> str:
        found.append(src)
        return src

    _clean(html, MarkupOptions(image=note))
    return found
