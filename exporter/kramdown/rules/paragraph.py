"""Paragraphs: what no other construct claims, up to a line that may begin something else."""

import re
from typing import Final

from exporter.kramdown.blocks import BlockState
from exporter.kramdown.element import Element, Paragraph, Raw
from exporter.kramdown.located import BLANKS, Located
from exporter.kramdown.patterns import OPTIONAL_INDENT, may_end_paragraph, paragraph_end

_MAY_BEGIN: Final = frozenset("[$\\_")
_start: Final = re.compile(rf"{OPTIONAL_INDENT}[^ \t].*?\n")


def read(state: BlockState, line: int, end: int, silent: bool) -> bool:
    """Lines of text; they join a paragraph directly before them."""
    match = state.match(_start)
    if match is None:
        return False
    text, begin, at = state.src, state.line, match.end()
    while at < state.lineMax and (not may_end_paragraph(text[at]) or not paragraph_end.match(text, at)):
        at = text.index("\n", at) + 1
    end = begin + len(text[begin:at].rstrip(BLANKS))
    state.line = at
    last = state.last
    if isinstance(last, Paragraph):
        _join(state, last, begin, end)
        return True
    begin += len(text[begin:end]) - len(text[begin:end].lstrip(BLANKS))
    paragraph = Paragraph(*state.place(begin, end))
    if begin < end:
        paragraph.children.append(Raw(state.located.slice(begin, end)))
    state.add(paragraph)
    return True


def take_plain_line(tree: Element, located: Located) -> bool:
    """A text of one line that can be nothing else is a paragraph, with blank lines after it or not: most items are."""
    text = located.text
    if tree.children or not text or text[0] in _MAY_BEGIN or may_end_paragraph(text[0]):
        return False
    newline = text.find("\n")
    blank = text[newline + 1 :]
    if text.find("|", 0, newline) >= 0 or blank.strip(BLANKS):
        return False
    end = len(text.rstrip(BLANKS))
    paragraph = Paragraph(located.start(0), located.end(end))
    paragraph.children.append(Raw(located.slice(0, end)))
    tree.children.append(paragraph)
    if blank:
        tree.children.append(Element("blank", 0, 0, blank))
    return True


def _join(state: BlockState, paragraph: Paragraph, begin: int, end: int) -> None:
    """A line that only looked like the begin of something else goes on with the paragraph."""
    part = state.located.slice(begin, end)
    raw = paragraph.children[-1] if paragraph.children else None
    if isinstance(raw, Raw):
        joint = 3 if state.src[begin - 3 : begin] == "  \n" else 1
        raw.extend(state.located.slice(begin - joint, begin))
        raw.extend(part)
    else:
        paragraph.children.append(Raw(part))
    paragraph.end = state.located.end(end)
