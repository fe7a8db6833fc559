"""The author's word: classes and keys in attribute lists overrule guessing.

`{: .command}`, `{: .definition}`, `{: .example}` and `{: .option}` say what a paragraph or item is, `{: .no-card}` that
nothing is to be read in it, `{: .card q="…"}` that it answers a question.
"""

from __future__ import annotations

from exporter.kramdown.nodes import Block, BulletList, CodeBlock, Inlines, ListItem, OrderedList, Paragraph
from exporter.recognise.code.flags import names_at
from exporter.recognise.commands.examples import example_of
from exporter.recognise.options.owner import command_near
from exporter.recognise.pattern import Found, Here, attributes_of, unread
from exporter.recognise.statements import about_of
from exporter.recognise.text.inlines import cut, one_line, paragraph, strip, text_of
from exporter.recognise.text.labels import Split, first_split
from exporter.study import Command, Definition, Option, Prose, Statement


def read_no_card(here: Here) -> Found | None:
    """`{: .no-card}`: stays as written."""
    own = here.desk.once(attributes_of, here.block)
    if here.context.vocabulary.no_card_classes.intersection(own.classes):
        return Found(Prose(here.block, span=here.block.span, attributes=own))
    return None


def read_asked(here: Here) -> Found | None:
    """`{: .card q="…"}`: an answer to the author's own question."""
    own = here.desk.once(attributes_of, here.block)
    first = _first(here.block) if own.get("q") is not None else None
    if first is None:
        return None
    statement = Statement(here.block, first.inlines, (), about_of(here.context), span=here.block.span, attributes=own)
    return Found(statement)


def read_said(here: Here) -> Found | None:
    """`{: .command}`, `{: .definition}`, `{: .option}`: `name : meaning`, whatever it looks like."""
    own = here.desk.once(attributes_of, here.block)
    known, classes = here.context.vocabulary, set(own.classes)
    first = _first(here.block) if classes else None
    if first is None or not classes & (known.command_classes | known.definition_classes | known.option_classes):
        return None
    split = first_split(first.inlines) or Split(strip(first.inlines), (), len(text_of(first.inlines)), "")
    said = strip(cut(first.inlines, split.end))
    body = unread((*((paragraph(cut(first.inlines, split.end), first),) if said else ()), *_rest(here.block)))
    label: Inlines = cut(first.inlines, 0, split.end) if said else first.inlines
    meaning, span = one_line(split.after), here.block.span
    if classes & known.command_classes:
        return Found(Command(split.left, meaning, label, body, span=span, attributes=own))
    if classes & known.definition_classes:
        return Found(Definition(split.left, (), meaning, label, body, span=span, attributes=own))
    names = names_at(split.left)
    flags, argument = (names.flags, names.argument) if names else ((split.left,), None)
    owner = command_near(here)
    return Found(Option(flags, argument, meaning, owner, label, body, span=span, attributes=own))


def read_said_example(here: Here) -> Found | None:
    """`{: .example}` on a code block."""
    if not here.context.vocabulary.example_classes & set(here.block.attributes.classes):
        return None
    return Found(example_of(here, ())) if isinstance(here.block, CodeBlock) else None


def _first(block: Block) -> Paragraph | None:
    match block:
        case Paragraph() as first:
            return first
        case BulletList((ListItem((Paragraph() as first, *_)),)) | OrderedList((ListItem((Paragraph() as first, *_)),)):
            return first
        case _:
            return None


def _rest(block: Block) -> tuple[Block, ...]:
    match block:
        case BulletList((ListItem((_, *rest)),)) | OrderedList((ListItem((_, *rest)),)):
            return tuple(rest)
        case _:
            return ()
