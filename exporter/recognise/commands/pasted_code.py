"""Code pasted as HTML, the way highlighters print it: `<div><pre><span>$ docker ps</span></pre></div>`.

Goes in: an HTML block. Comes out: a `Listing` of it, with its code read as a block of code would be at that place. What
stands in `<pre>` is code if nothing else in the block is text; a `<pre>` of numbers counts the lines of the other.
"""

from __future__ import annotations

import re
from html import unescape
from typing import Final

from exporter.kramdown.nodes import CodeBlock, HtmlBlock
from exporter.recognise.commands.examples import example_of
from exporter.recognise.pattern import Found, Here
from exporter.source import Span
from exporter.study import Listing

_PRE: Final = re.compile(r"<pre\b[^>]*>\n?(?P<code>.*?)</pre>", re.DOTALL | re.IGNORECASE)
_MARKS: Final = re.compile(r"</?(?:span|code|b|i|em|strong|font|a|u|mark|ins)\b[^>]*>", re.IGNORECASE)
_TAG: Final = re.compile(r"</?[a-z][^>]*>", re.IGNORECASE)
_NEAR: Final = 6
"""Siblings on either side that are looked at for words."""


def read_pasted_code(here: Here) -> Found | None:
    """HTML that holds code and nothing else."""
    block = here.block
    if not isinstance(block, HtmlBlock):
        return None
    code = _code_in(block)
    if code is None:
        return None
    first = max(here.at - _NEAR, 0)
    around = (*here.blocks[first : here.at], code, *here.blocks[here.at + 1 : here.at + 1 + _NEAR])
    read = example_of(Here(around, here.at - first, here.context), ())
    readings = read.readings if isinstance(read, Listing) else (read,) if read.commands else ()
    return Found(Listing((), block, readings, span=block.span)) if readings else None


def _code_in(block: HtmlBlock) -> CodeBlock | None:
    """The code of an HTML block, without the marks of the highlighter."""
    found = [match for match in _PRE.finditer(block.html) if _plain(match["code"]).strip(" \n0123456789")]
    if len(found) != 1 or _TAG.sub("", _PRE.sub("", block.html)).strip():
        return None
    start = block.span.start + found[0].start("code")
    span = Span(start, max(block.span.end, start))
    return CodeBlock(_plain(found[0]["code"]), fenced=False, span=span)


def _plain(code: str) -> str:
    return unescape(_MARKS.sub("", code))
