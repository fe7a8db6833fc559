r"""The regular expressions that several constructs share, spelled as Ruby means them.

In Ruby `\\s`, `\\w` and `\\d` are ASCII, while word boundaries and names know every script; so the ASCII classes are
written out here and no pattern is compiled with `re.ASCII`. Every pattern is matched at a line's start (or at the place
where reading goes on), which Ruby's scanner takes for a line's start too.
"""

from __future__ import annotations

import re
from typing import Final

from exporter.words import words_of

SPACE: Final = r"[ \t\r\n\f\v]"
NOT_SPACE: Final = r"[^ \t\r\n\f\v]"
WORD: Final = r"[A-Za-z0-9_]"
LINE_END: Final = rf"{SPACE}*?\n"
INDENT: Final = r"(?:\t| {4})"
OPTIONAL_INDENT: Final = r" {0,3}"

XML_NAME: Final = r"(?:[^\W\d][\w.\-]*:)?[^\W\d][\w.\-]*"
"""A tag or attribute name; every script's letters count."""

BLANK_LINE: Final = rf"(?>(?:{SPACE}*\n)+)"
EOB_MARKER: Final = rf"\^{LINE_END}"

LIST_ID: Final = rf"{WORD}(?:{WORD}|-)*"
ANY_IN_LIST: Final = r"(?:\\\}|[^\}])"
MANY_IN_LIST: Final = ANY_IN_LIST + r"{1,1000}"
"""A limit, where kramdown has none: what is never closed must not be looked through for every line."""
IAL: Final = rf"\{{:(?!:|/)({MANY_IN_LIST})\}}{LINE_END}"
IAL_BLOCK_START: Final = OPTIONAL_INDENT + IAL


HTML_SPAN_ELEMENTS: Final = words_of(
    "a abbr acronym b big bdo br button cite code del dfn em i img input ins kbd label mark option q rb rbc rp rt rtc "
    "ruby samp select small span strong sub sup tt u var"
)
_SPANS = "|".join(sorted(HTML_SPAN_ELEMENTS)) + "|script"
HIDDEN_CODE: Final = "\U00108000-\U0010fff0"
"""Characters that stand for code written in Liquid; Jekyll puts block HTML in its place (see `liquid`)."""
LAZY_END_HTML_START: Final = rf"(?:<(?>(?!(?:{_SPANS})\b){XML_NAME})|[{HIDDEN_CODE}])"
LAZY_END_HTML_STOP: Final = rf"</(?!(?:{_SPANS})\b){XML_NAME}{SPACE}*>"
LAZY_END: Final = (
    rf"{BLANK_LINE}|{IAL_BLOCK_START}|{EOB_MARKER}"
    rf"|{OPTIONAL_INDENT}{LAZY_END_HTML_STOP}|{OPTIONAL_INDENT}{LAZY_END_HTML_START}|\n?\Z"
)

AFTER_MARKER: Final = r"[\t| ].*?\n"
UNORDERED_START: Final = rf"({OPTIONAL_INDENT}[+*-])({AFTER_MARKER})"
ORDERED_START: Final = rf"({OPTIONAL_INDENT}[0-9]+\.)({AFTER_MARKER})"
DEFINITION_START: Final = rf"({OPTIONAL_INDENT}:)({AFTER_MARKER})"
BLOCKQUOTE_START: Final = rf"{OPTIONAL_INDENT}> ?"
ATX_START: Final = r"(#{1,6})[\t ]+(.*)\n"
FENCE_START: Final = r" {0,3}[~`]{3,}"
HORIZONTAL_RULE: Final = rf"{OPTIONAL_INDENT}(\*|-|_)[ \t]*\1[ \t]*\1(?:\1|[ \t])*\n"

blank_line: Final = re.compile(BLANK_LINE)
eob_marker: Final = re.compile(EOB_MARKER)
ial_block_start: Final = re.compile(IAL_BLOCK_START)
list_start: Final = re.compile(rf"{UNORDERED_START}|{ORDERED_START}")
block_boundary: Final = re.compile(rf"{BLANK_LINE}|{EOB_MARKER}|{IAL_BLOCK_START}|\n?\Z")
lazy_end: Final = re.compile(LAZY_END)
paragraph_end: Final = re.compile(
    rf"{LAZY_END}|{UNORDERED_START}|{ORDERED_START}|{ATX_START}|{DEFINITION_START}|{BLOCKQUOTE_START}|{FENCE_START}"
)
_paragraph_ends: Final = frozenset(" \t\n\r\f\v{^<+*-:>#~`0123456789")


def may_end_paragraph(char: str) -> bool:
    """Whether a line that begins with `char` can match `paragraph_end`: most lines cannot, and are soon passed."""
    return char in _paragraph_ends or char >= HIDDEN_CODE[0]
