"""Abbreviations: `*[HTML]: Hypertext Markup Language` explains every `HTML` in the text."""

from __future__ import annotations

import re
from typing import Final

from exporter.kramdown.blocks import BlockState
from exporter.kramdown.element import Element, Html, Words
from exporter.kramdown.located import BLANKS
from exporter.kramdown.patterns import OPTIONAL_INDENT
from exporter.kramdown.reading import Reading

_definition: Final = re.compile(rf"{OPTIONAL_INDENT}\*\[(.+?)\]:(.*?)\n")


def read(state: BlockState, line: int, end: int, silent: bool) -> bool:
    """`*[short]: what it stands for`"""
    if state.first != "*":
        return False
    match = state.match(_definition)
    if match is None:
        return False
    marker = Element("eob", *state.place(state.line, match.end()), "abbrev_def")
    state.add(marker)
    state.reading.abbreviations.titles[match[1]] = match[2].strip(BLANKS)
    state.reading.abbreviations.markers[match[1]] = marker
    state.line = match.end()
    return True


def replace(reading: Reading, root: Element) -> None:
    """Find the explained words in every text under `root`, at word boundaries."""
    words = sorted(reading.abbreviations.titles, key=len, reverse=True)
    if not words:
        return
    either = "|".join(re.escape(word) for word in words)
    pattern = re.compile(rf"(?:(?<![A-Za-z0-9_])|^)(?:{either})(?![A-Za-z0-9_])", re.M)
    _replace(root, pattern)


def _replace(element: Element, pattern: re.Pattern[str]) -> None:
    raw = isinstance(element, Html) and element.content_model == "raw"
    children: list[Element] = []
    for child in element.children:
        if isinstance(child, Words) and not raw:
            children.extend(_split(child, pattern))
        else:
            _replace(child, pattern)
            children.append(child)
    element.children = children


def _split(words: Words, pattern: re.Pattern[str]) -> list[Element]:
    parts: list[Element] = []
    at = 0
    for match in pattern.finditer(words.content):
        if at < match.start():
            parts.append(words.cut(at, match.start()))
        found = words.cut(match.start(), match.end())
        parts.append(Element("abbreviation", *found.place(), match[0]))
        at = match.end()
    if not parts:
        return [words]
    if at < len(words.content):
        parts.append(words.cut(at, len(words.content)))
    return parts
