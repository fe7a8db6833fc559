"""The levels of headings as readers of a tagged PDF walk them: none is skipped on the way down.

Goes in: the HTML of a sheet, whose headings are named by what they look like: `h2` a band, `h3` a heading in it, `h4` a
command's name, `h5` the title of steps. Comes out: the same with each at most one level below the heading before it,
and its look as a class. PDF/UA-1, 7.4.2, asks for that.
"""

from __future__ import annotations

import re
from typing import Final

_HEADING: Final = re.compile(r"<(?P<end>/?)h(?P<look>[1-6])\b(?P<attributes>[^>]*)>")
_CLASS: Final = 'class="'


def levelled(html: str) -> str:
    """`html` with the levels of its headings."""
    level = 0

    def place(heading: re.Match[str]) -> str:
        nonlocal level
        if heading["end"]:
            return f"</h{level}>"
        level = min(int(heading["look"]), level + 1)
        return f"<h{level}{_classed(heading['attributes'], heading['look'])}>"

    return _HEADING.sub(place, html)


def _classed(attributes: str, look: str) -> str:
    """The attributes of a heading with the class that says what it looks like."""
    if _CLASS in attributes:
        return attributes.replace(_CLASS, f"{_CLASS}h{look} ", 1)
    return f' class="h{look}"{attributes}'
