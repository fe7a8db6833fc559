"""Keeps words whole: WeasyPrint breaks Hangul between any two syllables and code at any hyphen.

Goes in: HTML of a page body. Comes out: the same HTML with U+2060 WORD JOINER where no line may break: inside Korean
words, between a word and the particle after it (also across the end of `<code>` or a link), after a hyphen or slash
inside a word, and inside the tokens of code. Han and kana stay free, as they should. The joiner has no glyph and leaves
no trace in text copied from the PDF, but it would in a title or an outline: attributes are never touched.
"""

from __future__ import annotations

import re
from html import escape, unescape
from typing import Final

from exporter.sheet.context import plain_signs

JOINER: Final = "\u2060"

_HANGUL: Final = "\u1100-\u11ff\u3130-\u318f\uac00-\ud7a3"
_HAN_KANA: Final = "\u2e80-\u303f\u3041-\u30ff\u3400-\u9fff\uf900-\ufaff\uff00-\uffef"
_SOLID: Final = rf"[^\s{JOINER}{_HAN_KANA}]"
_IN_PROSE: Final = re.compile(
    rf"(?<={_SOLID})(?=[{_HANGUL}])|(?<=[{_HANGUL}])(?={_SOLID})|(?<=[-/·~…=:.,)\]}}])(?={_SOLID})|(?<={_SOLID})(?=[-/(\[{{])"
)
_IN_CODE: Final = re.compile(rf"(?<={_SOLID})(?={_SOLID})")
_BROKEN_HAN: Final = re.compile(rf"(?<=[{_HAN_KANA}])\s*\n\s*(?=[{_HAN_KANA}])")
_ENDLESS: Final = re.compile(r"\S{400,}")
"""A word that no column holds: looking for a place to break in it takes time that grows with its square."""
_UNBREAKABLE: Final = re.compile(r"\S{44,}")
"""A word no column may hold, in an inline that lies in another: WeasyPrint breaks any word there or, told so, none.

Behind the marker of a list it would rather begin a new line than break one.
"""
MARKERS: Final = "•–□■"
CHUNK: Final = 40
"""Characters between two places where such words may be broken."""
_OPENING: Final = "\u200b"
_LONG: Final = re.compile(r"\S{32,}")
_AFTER_SLASH: Final = re.compile(rf"(?<=\w{JOINER}/){JOINER}(?=\w)")
"""Where a path or address too long for its line may be broken."""
_TOKEN: Final = re.compile(r"<[^>]*>|[^<]+")
_TAG_NAME: Final = re.compile(r"</?([a-zA-Z0-9]+)")
_INLINE: Final = frozenset(
    [
        "a",
        "abbr",
        "b",
        "bdi",
        "cite",
        "code",
        "del",
        "em",
        "i",
        "ins",
        "kbd",
        "mark",
        "q",
        "s",
        "samp",
        "small",
        "span",
        "strong",
        "u",
        "var",
    ]
)


_LAST_WORDS: Final = re.compile(r"(?<=\s)([^\s<>&]{1,12}) ([^\s<>&]{1,6})(?=\s*</(?:p|li|td|dd|h\d)>|\s*<(?:ul|ol)\b)")
_BREAKS: Final = r"(?:\s*<br[^>]*>)+\s*"
_EDGE_BREAKS: Final = re.compile(
    rf"(?P<open><(?:p|li|td|dd|div|blockquote)\b[^>]*>){_BREAKS}|{_BREAKS}(?=</(?:p|li|td|dd|div|blockquote)>|<(?:ul|ol|p)\b)"
)
_PART: Final = re.compile(
    rf"[^/.,:=&?_(-]{{0,{CHUNK - 1}}}?(?:[/.,:=&?_-]|[^\W\dA-Z_](?=[A-Z])|(?=\()|$)|.{{1,{CHUNK}}}", re.S
)


def without_edge_breaks(html: str) -> str:
    """`html` without the line breaks that a note sets at the edge of a block to hold it apart from the next."""
    return _EDGE_BREAKS.sub(lambda found: found["open"] or "", html)


def kept_company(html: str) -> str:
    """`html` in which a short last word takes the word before it along into its line.

    A joiner after the blank, not a span that may not wrap: before one WeasyPrint may break after the first word, as it
    does where the word before ends a tag; such words are left alone.
    """
    return _LAST_WORDS.sub(rf"\1 {JOINER}\2", html)


def glued(html: str) -> str:
    """`html` with its words kept whole; text inside `<pre>` is left alone."""
    out: list[str] = []
    before = ""
    code = pre = inside = 0
    for token in _TOKEN.findall(html):
        if not token.startswith("<"):
            text = plain_signs(unescape(token))
            alone = inside > 1 or (before and before in MARKERS)
            text = _UNBREAKABLE.sub(_in_chunks, text) if alone and not pre else text
            out.append(token if pre else escape(_joined(text, before, _IN_CODE if code else _IN_PROSE), quote=False))
            before = text[-1:]
            continue
        name = _name(token)
        step = -1 if token.startswith("</") else 1
        code += step if name == "code" else 0
        pre += step if name == "pre" else 0
        inside += step if name in _INLINE or name == "h4" else 0
        before = before if name in _INLINE else ""
        out.append(token)
    return "".join(out)


def _in_chunks(word: re.Match[str]) -> str:
    """The word with places where it may be broken: between its parts where it has any, else anywhere."""
    chunks = [""]
    for part in _PART.findall(word.group()):
        if len(chunks[-1]) + len(part) > CHUNK:
            chunks.append("")
        chunks[-1] += part
    return _OPENING.join(filter(None, chunks))


def _name(tag: str) -> str:
    match = _TAG_NAME.match(tag)
    return match.group(1).lower() if match else ""


def _joined(text: str, before: str, places: re.Pattern[str]) -> str:
    """`text` joined inside, and to the character `before` the tag it follows."""
    if _ENDLESS.search(text):
        return _ENDLESS.sub(_in_chunks, text)
    whole = _BROKEN_HAN.sub("", before + text)
    joined = _LONG.sub(lambda word: _AFTER_SLASH.sub("", word.group()), places.sub(JOINER, whole))
    if before and places is _IN_CODE and not _IN_PROSE.sub(JOINER, whole[:2]).startswith(before + JOINER):
        joined = joined.replace(before + JOINER, before, 1)
    return joined[len(before) :]
