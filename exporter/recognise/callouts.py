"""Readers of callouts: boxes and lines set apart to warn, hint or remark.

Goes in: a place among sibling blocks. Comes out: an `Admonition`. Its kind is the class, word or sign that sets it
apart, its title the bold line or notice word it begins with; what follows is its body, which the driver reads on.
"""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Final

from exporter.kramdown.nodes import Block, BlockQuote, Blocks, HtmlBlock, Paragraph, plain_text
from exporter.recognise.definitions.terms import read_stacked_lines
from exporter.recognise.pattern import Found, Here, unread
from exporter.recognise.text.inlines import cut, paragraph, text_of
from exporter.recognise.text.runs import BOLD, Run, run_of
from exporter.recognise.text.vocabulary import Vocabulary
from exporter.study import Admonition

SIGNS: Final = {
    **dict.fromkeys(("※", "☝️", "📌", "📝", "✏️"), "note"),
    **dict.fromkeys(("ℹ️", "ℹ"), "info"),
    **dict.fromkeys(("💡",), "tip"),
    **dict.fromkeys(("⚠️", "⚠", "❗️", "❗", "⛔"), "warning"),
    **dict.fromkeys(("🚨",), "danger"),
}
"""Signs that open a callout, and the kind each stands for."""

KINDS: Final = {
    "warning": "주의 주의사항 유의 유의사항 경고 warning caution attention 注意 警告",
    "important": "중요 important 重要",
    "tip": "팁 꿀팁 tip hint 提示 ヒント",
    "danger": "위험 danger 危险 危険",
    "info": "info information 정보",
}
"""Notice words by kind; any other notice word of the vocabulary makes a note."""

ALERT: Final = re.compile(r"^\s*\[!(?P<word>\w+)\]\s*")
LABELLED: Final = re.compile(r"^\W{0,4}(?P<word>[^\W\d]+(?: [^\W\d]+)?)\s?!?\W{0,2}[:：]\s*")
ALONE: Final = re.compile(r"^\W{0,4}(?P<word>[^\W\d]+(?: [^\W\d]+)?)\W{0,3}$")
LONGEST: Final = 600
"""Characters that a line which only a word or sign makes a callout may have."""


def read_notice(here: Here) -> Found | None:
    """A paragraph, quote or `<div>` with a callout's class, as `{: .notice--warning}` gives it."""
    kind = _class_kind(here.block, here.context.vocabulary.admonition_classes)
    if kind is None:
        return None
    match here.block:
        case Paragraph() as block:
            return _found(here, kind, block, ())
        case BlockQuote((Paragraph() as first, *rest)) | HtmlBlock(_, (Paragraph() as first, *rest)):
            return _found(here, kind, first, tuple(rest))
        case BlockQuote(blocks) | HtmlBlock(_, blocks) if blocks:
            return Found(Admonition(kind, (), unread(blocks), span=here.block.span))
        case _:
            return None


def _class_kind(block: Block, known: frozenset[str]) -> str | None:
    names = block.attributes.classes
    if isinstance(block, HtmlBlock):
        written = re.match(r"<\w+[^>]*\bclass=[\"']?([^\"'>]+)", block.html)
        names = (*names, *(written[1].split() if written else ()))
    kinds = [name for name in names if name in known]
    return kinds[-1].split("--")[-1] if kinds else None


def read_quoted_notice(here: Here) -> Found | None:
    """A quote that begins with `[!NOTE]`, with a notice word in bold or before a colon, or with a sign."""
    match here.block:
        case BlockQuote((Paragraph() as first, *rest)):
            kind = _opening(here.desk.once(run_of, first.inlines), here.context.vocabulary)[0]
            return _found(here, kind, first, tuple(rest)) if kind else None
        case _:
            return None


def read_notice_line(here: Here) -> Found | None:
    """A paragraph that begins with ※ or another sign, or with a notice word and a colon."""
    match here.block:
        case Paragraph(inlines) as block if len(here.text) <= LONGEST and not here.context.within:
            kind = _opening(here.desk.once(run_of, inlines), here.context.vocabulary)[0]
            return _found(here, kind, block, ()) if kind else None
        case _:
            return None


def _found(here: Here, kind: str, first: Paragraph, rest: Blocks) -> Found | None:
    run = here.desk.once(run_of, first.inlines)
    opening, line = _opening(run, here.context.vocabulary)[1], _bold_line(run)
    if not opening and (term := _under_its_term(here, first, line)):
        return Found(Admonition(kind, (), (term.entry, *unread(rest)), span=here.block.span))
    title = max(opening, line)
    said = cut(first.inlines, title)
    if not plain_text(*said).strip() and not rest:
        return None
    body = ((paragraph(said, first),) if said else ()) + rest
    return Found(Admonition(kind, cut(first.inlines, 0, title), unread(body), span=here.block.span))


def _under_its_term(here: Here, first: Paragraph, line: int) -> Found | None:
    """A callout whose title, up to `line`, is a term that the text below defines without naming it again."""
    text = text_of(first.inlines)
    if not line or text[:line].strip() in text[line:]:
        return None
    return read_stacked_lines(replace(here, blocks=(paragraph(first.inlines, first),), at=0))


def _opening(run: Run, known: Vocabulary) -> tuple[str, int]:
    """The kind of callout that a text opens, and where its sign or word ends; no kind, and nought, if it opens none."""
    text = run.text.lstrip()
    sign = next((sign for sign in SIGNS if text.startswith(sign)), None) if text.startswith(tuple(SIGNS)) else None
    if sign and len(run.text.strip()) > len(sign):
        return SIGNS[sign], _behind(run.text, run.text.index(sign) + len(sign))
    if alert := ALERT.match(run.text):
        return alert["word"].lower(), alert.end()
    line = run.text[: _bold_line(run)]
    match = LABELLED.match(run.text) or (ALONE.match(line.strip()) if line else None)
    word = match["word"].casefold() if match else ""
    if match is None or word not in known.notice_words | {each for words in KINDS.values() for each in words.split()}:
        return "", 0
    kind = next((kind for kind, words in KINDS.items() if word in words.split()), "note")
    return kind, max(match.end() if match.re is LABELLED else 0, len(line))


def _bold_line(run: Run) -> int:
    """Where a first line that is all bold ends, with the blanks behind it; nought if there is none."""
    if run.marks[:1] != BOLD:
        return 0
    end = next(iter(run.line_ends()), len(run.text))
    return _behind(run.text, end) if end and set(run.marks[:end]) == {BOLD} else 0


def _behind(text: str, at: int) -> int:
    """The place of the first character from `at` on that is no blank."""
    return at + len(text[at:]) - len(text[at:].lstrip())
