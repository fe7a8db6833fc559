"""Options written without hyphens: letters and words under a caption that calls them options (`tar [옵션]`, then
`c : 새로 묶는다`), and the keys of settings that the command above is given (`NAME=값 → …`).
"""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Final

from exporter.kramdown.nodes import Block, BlockQuote, CodeBlock, Inlines, Paragraph, plain_text
from exporter.recognise.options.labels import as_typed, flags_written
from exporter.recognise.options.owner import command_near
from exporter.recognise.pattern import Found, Here, unread
from exporter.recognise.text.arrows import ARROW
from exporter.recognise.text.inlines import code_spans, cut, lines_in, one_line, paragraph, span_of, strip, text_of
from exporter.recognise.text.words import holds
from exporter.source import Span
from exporter.study import Listing, Option

_SIGN: Final = rf"\s*(?:[(（][^()（）]*[)）]\s*)?(?::|：|[-–=](?=\s)|{ARROW})\s*(?=\S)"
_LETTER: Final = re.compile(rf"^\s*`?(?P<flag>%?[A-Za-z]{{1,2}}|\d)(?P<value>)`?{_SIGN}")
_WORD: Final = re.compile(
    rf"^\s*(?P<flag>[A-Za-z_][\w<>-]*)(?P<value>=(?:\[[^\]]*\]|<[^>]*>|[^\s\[<:：]+))?{_SIGN}", re.ASCII
)
_WILD: Final = re.compile(r"<[^<>]*>")
LEAST: Final = 2
"""Lines of letters that are a list of options."""
_LAST: Final = re.compile(r"[^.。\n]*[.。:：\s]*$")
"""The last sentence of a caption."""


def read_option_letter(first: Paragraph, rest: tuple[Block, ...], here: Here) -> Found | None:
    """`- c : 새로 묶는다` in a list whose caption speaks of options, `- NAME=값 → …` below a command with `NAME=`."""
    match = _named(first, here)
    if match is None:
        return None
    option = _option(match, first.inlines, here)
    body = unread((paragraph(option.meaning, first), *rest))
    return Found(replace(option, meaning=one_line(option.meaning), body=body, span=here.span))


def read_letter_lines(block: Paragraph, here: Here) -> Found | None:
    """Lines `c - 묶는다` below a line that calls them options, in one paragraph or right under another."""
    words = here.context.vocabulary.option_words
    first, *others = lines_in(block.inlines)
    titled = not _LETTER.match(text_of(first)) and holds(text_of(first), words)
    rows = others if titled else [first, *others]
    named = [(row, match) for row in rows if (match := _LETTER.match(text_of(row)))]
    if len(named) < max(len(rows), LEAST) or not (titled or holds(_last(_caption(here)), words)):
        return None
    options = tuple(_option(match, row, here) for row, match in named)
    return Found(Listing((), block, options, span=block.span))


def _option(match: re.Match[str], row: Inlines, here: Here) -> Option:
    """The option that a row begins with, and the words behind it."""
    owner = command_near(here, (match["flag"],))
    flags, argument = (as_typed(match["flag"], owner, here.context),), (match["value"] or "").removeprefix("=") or None
    said, label = strip(cut(row, match.end())), cut(row, 0, match.end())
    return Option(flags, argument, said, owner, label, (), span=span_of(row))


def _named(first: Paragraph, here: Here) -> re.Match[str] | None:
    """The letter or word an item begins with, if it is one that can be given."""
    text, words = text_of(first.inlines), here.context.vocabulary.option_words
    letter, word = _LETTER.match(text), _WORD.match(text)
    if letter and holds(_caption(here), words):
        return letter
    if word is None:
        return None
    marked = next(((start, end) for start, end, _ in code_spans(first.inlines)), None) == word.span("flag")
    typed = f"--{word['flag']}" in here.desk.once(flags_written, here.context.source.text)
    called = (marked or typed) and holds(_last(_caption(here)), words)
    return word if called or _is_set_above(word["flag"], here) else None


def _last(caption: str) -> str:
    last = _LAST.search(caption)
    return last.group() if last else caption


def _is_set_above(key: str, here: Here) -> bool:
    """Whether the code above a list sets a key: `-DNAME=값`, `python=3.11`."""
    above = here.desk.once(_above, here.block.span, here)
    written = r"\w+".join(map(re.escape, _WILD.split(key)))
    pattern = rf"(?<![\w-])(?:-D)?{written}="
    return isinstance(above, CodeBlock) and bool(re.search(pattern, above.code))


def _above(span: Span, here: Here) -> Block | None:
    """The block before the one with this span: an item has that of its whole list."""
    return next((block for block in reversed(here.blocks[: here.at]) if block.span != span), None)


def _caption(here: Here) -> str:
    """The words that a list stands under: the text before it, else the item or the heading it hangs under."""
    before = here.desk.once(_above, here.block.span, here)
    if isinstance(before, Paragraph | BlockQuote):
        return plain_text(before)
    if before is None and here.context.lead:
        return here.context.lead
    return here.context.trail[-1] if before is None and here.context.trail else ""
