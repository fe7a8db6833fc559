"""The two ways in: a note's text to its tree, and to kramdown's HTML."""

from __future__ import annotations

from exporter.diagnostics import Diagnostic
from exporter.kramdown.front_matter import read_front_matter
from exporter.kramdown.lower import lower_blocks
from exporter.kramdown.nodes import Document
from exporter.kramdown.options import EXACT, NOTES
from exporter.kramdown.parser import read_text
from exporter.source import SourceFile


def to_html(text: str) -> str:
    """What kramdown prints for `text` under Jekyll's options, the syntax highlighter off. Front matter is not known."""
    from exporter.kramdown.render import to_html as print_html  # only who prints needs it

    return print_html(read_text(text, EXACT))


def parse(source: SourceFile) -> Document:
    """Read a study note. Any text makes a document; what is wrong with it is in `Document.diagnostics`."""
    head = read_front_matter(source.text)
    reading = read_text(source.text, NOTES, head.body)
    blocks = lower_blocks(reading.root.children, reading)
    return Document(source, head.front_matter, blocks, (*head.diagnostics, *_in_order(reading.diagnostics)))


def _in_order(found: list[Diagnostic]) -> list[Diagnostic]:
    """Each finding once, by its place in the note."""
    unique = {(one.code, one.span): one for one in found}
    return sorted(unique.values(), key=lambda one: one.span.start if one.span else 0)
