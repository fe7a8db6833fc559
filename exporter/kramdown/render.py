"""The HTML that kramdown prints.

Goes in: the element tree of an exact reading. Comes out: HTML, laid out as kramdown lays it out (two blanks a level),
with the syntax highlighter off.
"""

# ruff: noqa: ARG001 - the functions of a table all have the same parameters

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Final

from exporter.kramdown import contents
from exporter.kramdown.element import Element, Header, Html, Paragraph, Placed, Table
from exporter.kramdown.escaping import attributes_of, entity, escape, escape_text, quote_mark
from exporter.kramdown.footnotes import FootnoteList
from exporter.kramdown.options import Options
from exporter.kramdown.reading import Reading
from exporter.kramdown.rules.html_elements import VOID_ELEMENTS
from exporter.kramdown.rules.html_entity import Entity
from exporter.kramdown.rules.typographic_symbol import SYMBOLS

_TOC: Final = "\x00toc\x00"
_FOOTNOTES: Final = "\x00footnotes\x00"


@dataclass(slots=True)
class Writer:
    """What printing one tree needs to remember."""

    reading: Reading
    options: Options
    stack: list[Element] = field(default_factory=list)
    footnotes: FootnoteList = field(default_factory=FootnoteList)
    toc: contents.Contents = field(default_factory=contents.Contents)
    notes_are_placed: bool = False

    def inner(self, element: Element, indent: int) -> str:
        """The children of `element`, one level further in."""
        self.stack.append(element)
        printed = "".join([PRINTERS[child.type](self, child, indent + 2) for child in element.children])
        self.stack.pop()
        return printed


def to_html(reading: Reading) -> str:
    """Print the tree, the footnotes after it (or where they are wanted), and the table of contents in its place."""
    writer = Writer(reading, reading.options)
    writer.footnotes.next_number = reading.options.footnote_nr
    printed = writer.inner(reading.root, -2)
    notes = _footnotes(writer)
    printed = printed.replace(_FOOTNOTES, notes, 1) if writer.notes_are_placed else printed + notes
    if writer.toc.place is None:
        return printed
    listed = contents.tree(writer.toc)
    return printed.replace(_TOC, PRINTERS[listed.type](writer, listed, 0) if listed.children else "", 1)


def _span(name: str, attributes: Mapping[str, str], body: str) -> str:
    return f"<{name}{attributes_of(attributes)}>{body}</{name}>"


def _block(name: str, attributes: Mapping[str, str], body: str, indent: int) -> str:
    return f"{' ' * indent}<{name}{attributes_of(attributes)}>{body}</{name}>\n"


def _indented(name: str, attributes: Mapping[str, str], body: str, indent: int) -> str:
    blanks = " " * indent
    return f"{blanks}<{name}{attributes_of(attributes)}>\n{body}{blanks}</{name}>\n"


def _blank(writer: Writer, element: Element, indent: int) -> str:
    return "\n"


def _text(writer: Writer, element: Element, indent: int) -> str:
    text = escape_text(element.content)
    if writer.options.remove_line_breaks_for_cjk:
        return _between_cjk.sub("", text)
    return text


_CJK: Final = (
    r"[\u2e80-\u2fd5\u3005\u3007\u3021-\u3029\u3038-\u303b\u3041-\u3096\u309d-\u309f\u30a1-\u30fa"
    r"\u30fd-\u30ff\u31f0-\u31ff\u3400-\u9fff\uf900-\ufaff]"
)
_between_cjk: Final = re.compile(rf"(?<={_CJK})\n(?={_CJK})")


def _paragraph(writer: Writer, element: Element, indent: int) -> str:
    body = writer.inner(element, indent)
    if isinstance(element, Paragraph) and element.transparent:
        return body
    only = element.children[0] if len(element.children) == 1 else None
    if only is not None and only.type == "img" and only.ial is not None and "standalone" in only.ial.references:
        return _figure(element, only, indent)
    return _block("p", element.attrs, body, indent)


def _figure(paragraph: Element, image: Element, indent: int) -> str:
    figure, img = dict(paragraph.attrs), dict(image.attrs)
    for name in ("class", "id"):
        if name in img and name not in figure:
            figure[name] = img.pop(name)
    blanks = " " * (indent + 2)
    body = f"{blanks}<img{attributes_of(img)} />\n{blanks}<figcaption>{img.get('alt', '')}</figcaption>\n"
    return _indented("figure", figure, body, indent)


def _codeblock(writer: Writer, element: Element, indent: int) -> str:
    attributes = dict(element.attrs)
    language = _take_language(attributes)
    code = escape(element.content.removesuffix("\n"))
    if re.search(r"\bshow-whitespaces\b", attributes.get("class", "")):
        code = _show_whitespace(code)
    inner = {"class": f"language-{language}"} if language else {}
    blanks = " " * indent
    return f"{blanks}<pre{attributes_of(attributes)}><code{attributes_of(inner)}>{code}\n</code></pre>\n"


def _take_language(attributes: dict[str, str]) -> str | None:
    match = re.search(r"\blanguage-([^ \t\r\n\f\v]+)", attributes.get("class", ""))
    if match is None:
        return None
    classes = attributes["class"]
    rest = (classes[: match.start()] + classes[match.end() :]).strip()
    if rest:
        attributes["class"] = rest
    else:
        del attributes["class"]
    return match[1]


def _show_whitespace(code: str) -> str:
    def mark(match: re.Match[str]) -> str:
        suffix = "-l" if match[1] else "-r" if match[2] else ""
        tab = f'<span class="ws-tab{suffix}">\t</span>'
        space = f'<span class="ws-space{suffix}">&#8901;</span>'
        return "".join(tab if char == "\t" else space for char in match[0])

    return re.sub(r"(?:(^[ \t]+)|([ \t]+$)|([ \t]+))", mark, code, flags=re.M)


def _blockquote(writer: Writer, element: Element, indent: int) -> str:
    return _indented("blockquote", element.attrs, writer.inner(element, indent), indent)


def _header(writer: Writer, element: Element, indent: int) -> str:
    assert isinstance(element, Header)
    attributes = dict(element.attrs)
    if element.auto_id is not None:
        attributes["id"] = element.auto_id
    if writer.options.auto_ids and "id" not in attributes:
        attributes["id"] = writer.toc.plain_id(element.label, writer.options.auto_id_prefix)
    if "id" in attributes:
        writer.toc.add(element, attributes["id"], writer.options.toc_levels)
    level = min(max(element.level + writer.options.header_offset, 1), 6)
    return _block(f"h{level}", attributes, writer.inner(element, indent), indent)


def _rule(writer: Writer, element: Element, indent: int) -> str:
    return f"{' ' * indent}<hr{attributes_of(element.attrs)} />\n"


def _list(writer: Writer, element: Element, indent: int) -> str:
    references = element.ial.references if element.ial else []
    if writer.toc.place is None and "toc" in references:
        writer.toc.place = element
        return _TOC
    if not writer.notes_are_placed and "footnotes" in references:
        writer.notes_are_placed = True
        return _FOOTNOTES
    return _container(writer, element, indent)


def _container(writer: Writer, element: Element, indent: int) -> str:
    return _indented(element.type, element.attrs, writer.inner(element, indent), indent)


def _item(writer: Writer, element: Element, indent: int) -> str:
    body = writer.inner(element, indent)
    first = element.children[0] if element.children else None
    blanks = " " * indent
    if first is None or (isinstance(first, Paragraph) and first.transparent):
        shown = body + (blanks if body.endswith("\n") else "")
    else:
        shown = f"\n{body}{blanks}"
    return f"{blanks}<{element.type}{attributes_of(element.attrs)}>{shown}</{element.type}>\n"


def _term(writer: Writer, element: Element, indent: int) -> str:
    attributes = dict(element.attrs)
    given = writer.stack[-1].ial
    for reference in given.references if given and "id" not in attributes else ():
        if match := re.match(r"auto_ids(?:-([A-Za-z0-9_-]+))?", reference):
            text = "".join(contents.plain_texts(element))
            attributes["id"] = ((match[1] or "") + contents.plain_name(text)).lstrip()
            break
    return _block("dt", attributes, writer.inner(element, indent), indent)


def _html(writer: Writer, element: Element, indent: int) -> str:
    assert isinstance(element, Html)
    body = writer.inner(element, indent)
    name = element.content
    start = f"<{name}{attributes_of(element.attrs)}"
    if element.category == "span":
        return f"{start} />" if not body and name in VOID_ELEMENTS else f"{start}>{body}</{name}>"
    blanks = " " * indent
    if element.closed and element.content_model == "raw":
        printed = f"{start} />"
    elif body and element.content_model != "block":
        printed = f"{start}>{body}</{name}>"
    elif body:
        printed = f"{start}>\n{body.removesuffix(chr(10))}\n{blanks}</{name}>"
    else:
        printed = f"{start} />" if name in VOID_ELEMENTS else f"{start}></{name}>"
    return printed if _in_raw_html(writer) else f"{blanks}{printed}\n"


def _in_raw_html(writer: Writer) -> bool:
    parent = writer.stack[-1]
    return isinstance(parent, Html) and parent.content_model == "raw"


def _html_comment(writer: Writer, element: Element, indent: int) -> str:
    assert isinstance(element, Placed)
    if element.category == "block" and not _in_raw_html(writer):
        return f"{' ' * indent}{element.content}\n"
    return element.content


def _cell(writer: Writer, element: Element, indent: int) -> str:
    body = writer.inner(element, indent)
    row, part, table = writer.stack[-1], writer.stack[-2], writer.stack[-3]
    assert isinstance(table, Table)
    side = table.alignments[next(at for at, cell in enumerate(row.children) if cell is element)]
    attributes = dict(element.attrs)
    if side is not None:
        style = attributes.get("style")
        attributes["style"] = (f"{style}; " if style is not None else "") + f"text-align: {side}"
    return _block("th" if part.type == "thead" else "td", attributes, body or "\u00a0", indent)


def _comment(writer: Writer, element: Element, indent: int) -> str:
    assert isinstance(element, Placed)
    printed = f"<!-- {element.content} -->"
    return f"{' ' * indent}{printed}\n" if element.category == "block" else printed


def _break(writer: Writer, element: Element, indent: int) -> str:
    return "<br />"


def _link(writer: Writer, element: Element, indent: int) -> str:
    return _span("a", element.attrs, writer.inner(element, indent))


def _image(writer: Writer, element: Element, indent: int) -> str:
    return f"<img{attributes_of(element.attrs)} />"


def _codespan(writer: Writer, element: Element, indent: int) -> str:
    return _span("code", element.attrs, escape(element.content))


def _footnote(writer: Writer, element: Element, indent: int) -> str:
    return writer.footnotes.reference(writer.options.footnote_prefix + element.content, element.content)


def _footnotes(writer: Writer) -> str:
    """The list of footnotes; notes that notes refer to are found on the way."""
    items: list[str] = []
    notes = writer.footnotes
    while len(items) < len(notes.names):
        item = notes.item(len(items), writer.reading, writer.options)
        items.append(PRINTERS["li"](writer, item, 4))
    if not items:
        return ""
    start = writer.options.footnote_nr
    attributes = {"start": str(start)} if start != 1 else {}
    body = _indented("ol", attributes, "".join(items), 2)
    return _indented("div", {"class": "footnotes", "role": "doc-endnotes"}, body, 0)


def _raw(writer: Writer, element: Element, indent: int) -> str:
    assert isinstance(element, Placed)
    if element.formats and "html" not in element.formats:
        return ""
    return element.content + ("\n" if element.category == "block" else "")


def _emphasis(writer: Writer, element: Element, indent: int) -> str:
    return _span(element.type, element.attrs, writer.inner(element, indent))


def _entity(writer: Writer, element: Element, indent: int) -> str:
    assert isinstance(element, Entity)
    return entity(element.content, writer.options.entity_output, element.original)


def _typographic(writer: Writer, element: Element, indent: int) -> str:
    output = writer.options.entity_output
    return "".join(entity(char, output) for char in SYMBOLS[element.content])


def _smart_quote(writer: Writer, element: Element, indent: int) -> str:
    marks = quote_mark(element.content, writer.options.smart_quotes)
    return "".join(entity(char, writer.options.entity_output) for char in marks)


def _math(writer: Writer, element: Element, indent: int) -> str:
    assert isinstance(element, Placed)
    tex = escape(element.content)
    attributes = dict(element.attrs)
    block = element.category == "block"
    if writer.options.math_engine != "mathjax":
        attributes["class"] = f"{attributes.get('class', '')} kdmath".lstrip()
        body = f"$$\n{element.content}\n$$" if block else f"${element.content}$"
        return _block("div", attributes, body, indent) if block else _span("span", attributes, body)
    if block:
        return _block("div", attributes, f"\\[{tex}\\]\n", indent) if attributes else f"\\[{tex}\\]\n"
    return _span("span", attributes, f"${element.content}$") if attributes else f"\\({tex}\\)"


def _abbreviation(writer: Writer, element: Element, indent: int) -> str:
    known = writer.reading.abbreviations
    attributes = dict(known.markers[element.content].attrs)
    title = known.titles[element.content]
    if title:
        attributes["title"] = title
    return _span("abbr", attributes, element.content)


def _children(writer: Writer, element: Element, indent: int) -> str:
    return writer.inner(element, indent)


PRINTERS: Final[Mapping[str, Callable[[Writer, Element, int], str]]] = {
    "blank": _blank,
    "text": _text,
    "p": _paragraph,
    "codeblock": _codeblock,
    "blockquote": _blockquote,
    "header": _header,
    "hr": _rule,
    "ul": _list,
    "ol": _list,
    "li": _item,
    "dd": _item,
    "dl": _container,
    "dt": _term,
    "table": _container,
    "thead": _container,
    "tbody": _container,
    "tfoot": _container,
    "tr": _container,
    "td": _cell,
    "html": _html,
    "comment_html": _html_comment,
    "instruction": _html_comment,
    "comment": _comment,
    "raw": _raw,
    "math": _math,
    "br": _break,
    "a": _link,
    "img": _image,
    "codespan": _codespan,
    "footnote": _footnote,
    "em": _emphasis,
    "strong": _emphasis,
    "entity": _entity,
    "typographic": _typographic,
    "smart_quote": _smart_quote,
    "abbreviation": _abbreviation,
    "root": _children,
}
