"""Running text: what its sentences document in passing. The paragraph stays as written, in a `Listing`."""

from __future__ import annotations

from exporter.kramdown.nodes import Paragraph
from exporter.recognise.commands import commands_in
from exporter.recognise.definitions import definitions_in
from exporter.recognise.inlines import sentences, strip, text_of
from exporter.recognise.options import options_in_sentence
from exporter.recognise.pattern import Found, Here, is_said
from exporter.study import Command, Definition, Listing, Option


def read_sentences(here: Here) -> Found | None:
    """A paragraph whose sentences name commands, options or terms with what they are for."""
    match here.block:
        case Paragraph(inlines) as block:
            pass
        case _:
            return None
    readings: list[Command | Option | Definition] = []
    for sentence in map(strip, sentences(inlines)):
        if is_said(text_of(sentence), here.context):
            continue
        options = tuple(options_in_sentence(sentence, here))
        commands = tuple(commands_in(sentence, here.context))
        readings += (*options, *commands)
        if not options and not commands:
            readings += definitions_in(sentence)
    return Found(Listing((), block, tuple(readings), span=block.span)) if readings else None
