"""Running text: what its sentences document in passing. The paragraph stays as written, in a `Listing`."""

from __future__ import annotations

from exporter.kramdown.nodes import Emphasis, Paragraph
from exporter.recognise.commands.mentions import may_name
from exporter.recognise.commands.pressed import keys_in
from exporter.recognise.commands.sentences import commands_in
from exporter.recognise.definitions.sentences import definitions_in
from exporter.recognise.options.sentences import options_by_sentence
from exporter.recognise.pattern import Found, Here, is_said
from exporter.recognise.text.runs import BOLD, CODE, run_of
from exporter.recognise.text.sentence_ends import LONGEST, sentences
from exporter.study import Command, Definition, Listing, Option


def read_sentences(here: Here) -> Found | None:
    """A paragraph whose sentences say what a term is, or name commands and options with what they are for."""
    match here.block:
        case Paragraph(inlines) as block:
            pass
        case _:
            return None
    readings: list[Command | Option | Definition] = []
    desk = here.desk
    run = desk.once(run_of, inlines)
    found = desk.once(sentences, run)
    explained = options_by_sentence(run, found, here)
    for number, sentence in enumerate(found):
        said = is_said(sentence.text, here.context)
        if len(sentence.text) > LONGEST or (said and here.context.within == "option"):
            continue
        inlines = sentence.inlines
        options = explained[number]
        if said:
            readings += options
            continue
        set_off = (
            CODE in sentence.marks or BOLD in sentence.marks or any(isinstance(node, Emphasis) for node in inlines)
        )
        may = set_off or may_name(sentence.text)
        commands = (tuple(commands_in(inlines, here.context)) or tuple(keys_in(inlines, here.context))) if may else ()
        readings += (*options, *commands)
        if not options and not commands:
            readings += definitions_in(sentence, here, number)
    return Found(Listing((), block, tuple(readings), span=block.span)) if readings else None
