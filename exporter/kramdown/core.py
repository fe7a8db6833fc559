"""The passes over one text, as markdown-it core rules: from the text to blocks, to spans, to what spans the whole.

Goes in: `state.src`, and a `Reading` in `state.env`. Comes out: `reading.root`, complete; `state.tokens` are its
children.
"""

from __future__ import annotations

from markdown_it.rules_core import StateCore

from exporter.kramdown.blocks import BlockState
from exporter.kramdown.element import Element, Header, Raw, Words
from exporter.kramdown.engine import Kramdown
from exporter.kramdown.liquid import hide
from exporter.kramdown.located import read
from exporter.kramdown.reading import Reading
from exporter.kramdown.rules import abbreviation, header_id, line_break
from exporter.kramdown.rules.attribute_list import apply
from exporter.kramdown.spans import SpanState


def reading_of(state: StateCore) -> Reading:
    """The reading this state serves."""
    reading: Reading = state.env["reading"]
    return reading


def engine_of(state: StateCore) -> Kramdown:
    """The engine, with its further inline parsers."""
    assert isinstance(state.md, Kramdown)
    return state.md


def normalize(state: StateCore) -> None:
    """Line ends become newlines; every character's place in the file is kept."""
    reading = reading_of(state)
    reading.located = read(state.src, reading.offset)
    state.src = reading.located.text


def liquid(state: StateCore) -> None:
    """Hide Jekyll's template tags, where the options say so."""
    reading = reading_of(state)
    if reading.options.liquid:
        reading.located = hide(reading.located, reading.hidden)
        state.src = reading.located.text


def block(state: StateCore) -> None:
    """Divide the text into blocks."""
    reading = reading_of(state)
    located, md = reading.located, engine_of(state)
    reading.root = Element("root", located.start(0), located.end(len(located.text)))
    blocks = BlockState(md, reading, located, reading.root, 0)
    md.block.tokenize(blocks, 0, blocks.lineMax)


def inline(state: StateCore) -> None:
    """Read the text of blocks for spans, and give attribute lists to their owners."""
    reading = reading_of(state)
    for top in _trees(reading):
        _complete(engine_of(state), reading, top)
    state.tokens = [*reading.root.children]


def abbreviations(state: StateCore) -> None:
    """Find the words that are explained."""
    reading = reading_of(state)
    for top in _trees(reading):
        abbreviation.replace(reading, top)


def line_breaks(state: StateCore) -> None:
    """Find the line breaks that a single backslash makes."""
    if "\\\n" in state.src:
        line_break.split_hard_breaks(reading_of(state).root)


def header_ids(state: StateCore) -> None:
    """Give headers their ids."""
    reading = reading_of(state)
    header_id.give(reading.root, reading.options)


def _trees(reading: Reading) -> tuple[Element, ...]:
    return (reading.root, *reading.footnote_contents)


def _complete(md: Kramdown, reading: Reading, element: Element) -> None:
    """Put spans where text was; markers that print nothing go."""
    children: list[Element] = []
    for child in element.children:
        if isinstance(child, Raw):
            children.extend(_spans(md, reading, child))
        elif child.type == "blank":
            if children and children[-1].type == "blank":
                children[-1].content += child.content
            else:
                children.append(child)
        elif _finish(md, reading, child):
            children.append(child)
    element.children = children


def _spans(md: Kramdown, reading: Reading, raw: Raw) -> list[Element]:
    located = raw.located
    if md.starts.search(located.text):
        SpanState(md.inline, md, reading, located, raw).read()
        return raw.children
    return [Words(located, 0, len(located.text))] if located.text else []


def _finish(md: Kramdown, reading: Reading, element: Element) -> bool:
    """Complete a block; whether it stays in the tree."""
    if element.children:
        _complete(md, reading, element)
    if element.ial is not None:
        apply(reading, element, element.ial)
    if isinstance(element, Header):
        element.label = header_id.label(element)
    return element.type != "eob" and (element.type != "footnote_def" or reading.options.footnotes_in_place)
