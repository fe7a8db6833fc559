"""Options: a flag and what it does, in every way that notes write it.

Readers of blocks claim items, paragraphs, tables, definition lists and listings; `options_in_sentence` reads running
text. Which command an option belongs to: the command it stands under, else the one shown last before it.
"""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Final

from exporter.kramdown.nodes import (
    Block,
    BulletList,
    DefinitionDescription,
    DefinitionList,
    DefinitionTerm,
    Heading,
    Inlines,
    ListItem,
    OrderedList,
    Paragraph,
    Table,
    TableCell,
    TableRow,
    plain_text,
)
from exporter.recognise.command_items import command_paragraph
from exporter.recognise.flags import Names, names_at, names_in_code
from exporter.recognise.inlines import code_spans, cut, lines_in, one_line, paragraph, strip, text_of
from exporter.recognise.option_cues import ADVICE, BEHIND, JOINED, NO_MEANING, OPTION_BEHIND, PARTICLE
from exporter.recognise.option_letters import read_option_letter
from exporter.recognise.option_owner import command_near
from exporter.recognise.option_sentences import options_in_sentence
from exporter.recognise.pattern import Found, Here, NearMiss, attributes_of, unread
from exporter.recognise.runs import run_of
from exporter.recognise.sentence_ends import sentences
from exporter.source import Span
from exporter.study import Command, Listing, Option

_JOINER: Final = re.compile(r"(?:\s*(?:[:：=|]|->|→|=>|[-–—](?=\s)))?\s*")
_GLOSS: Final = re.compile(r"[`\s]*[(（][^()（）\n]{1,24}[)）][`*]*\s*(?:[:：=]|->|→|=>|[-–—](?=\s))\s*(?=\S)")
"""What an option stands for, in brackets between its name and its meaning: `-h(human) : …`."""
_WORDED: Final = re.compile(
    r"^\s*[가-힣\u3040-\u30ff\u4e00-\u9fff][가-힣\u3040-\u30ff\u4e00-\u9fff ]{0,14}?\s?(?P<open>[(（])?\s?"
    r"(?=--?[A-Za-z])"
)
_VALUE: Final = re.compile(r" ([^\s:：(（]\S{0,29}) [:：] ")


# Blocks


def read_option_item(here: Here) -> Found | NearMiss | None:
    """`- -f 옵션`, `- -f, --file : …`, with the meaning on the line or in what is nested under it."""
    match here.block:
        case BulletList((ListItem((Paragraph() as first, *rest)),)) | OrderedList(
            (ListItem((Paragraph() as first, *rest)),)
        ):
            return _option_paragraph(first, tuple(rest), here) or read_option_letter(first, tuple(rest), here)
        case _:
            return None


def read_option_heading(here: Here) -> Found | None:
    """A heading that is an option, with or without its meaning: it takes its section."""
    match here.block:
        case Heading(_, inlines) if names_at(plain_text(*inlines).strip().strip("`*")):
            model = Paragraph(inlines, span=here.block.span)
        case _:
            return None
    rest = here.blocks[here.at + 1 :]
    found = _option_paragraph(model, rest, here)
    if not isinstance(found, Found) or not isinstance(found.entry, Option):
        return None
    return Found(replace(found.entry, label=inlines, body=unread(rest)), 1 + len(rest))


def read_option_paragraph(here: Here) -> Found | None:
    """`` `-f` : …`` on a line of its own."""
    match here.block:
        case Paragraph() as block if not _several_lines(block):
            found = _option_paragraph(block, (), here)
            return found if isinstance(found, Found) and not _tells_of_several(block, here) else None
        case _:
            return None


def _tells_of_several(block: Paragraph, here: Here) -> bool:
    """Whether running text speaks of one option after the other: what each does is read from its own words."""
    told = [
        option
        for sentence in here.desk.once(sentences, here.desk.once(run_of, block.inlines))
        for option in options_in_sentence(sentence.inlines, here)
    ]
    return len({option.flags for option in told}) > 1


def read_option_lines(here: Here) -> Found | None:
    """A paragraph (or item) of lines that each explain an option."""
    match here.block:
        case Paragraph(inlines) as block if _several_lines(block):
            pass
        case _:
            return None
    readings: list[Command | Option] = []
    for line in lines_in(inlines):
        part = paragraph(line, block)
        found = (_option_paragraph(part, (), here) or _command_line(part, here)) if line else None
        if isinstance(found, Found) and isinstance(found.entry, Option | Command):
            readings.append(replace(found.entry, span=part.span))
        if isinstance(found, Found) and isinstance(found.entry, Command):
            here = replace(here, context=replace(here.context, command=found.entry.name))
    several = sum(isinstance(reading, Option) for reading in readings) > 1
    return Found(Listing((), block, tuple(readings), span=block.span)) if several else None


def _command_line(line: Paragraph, here: Here) -> Found | None:
    """The command that the lines below it give options of: `tail : …`."""
    return command_paragraph(line, (), here, line.span)


def _several_lines(block: Paragraph) -> bool:
    text = plain_text(*block.inlines).strip()
    lines = text.split("\n")
    return (
        "\n" in text
        and not any(line.rstrip().endswith("\\") for line in lines)
        and sum(names_at(line.strip()) is not None or _worded(line) is not None for line in lines) > 1
    )


def _option_paragraph(first: Paragraph, rest: tuple[Block, ...], here: Here) -> Found | NearMiss | None:
    text = plain_text(*first.inlines)
    names = _names_leading(first.inlines, text)
    if names is None:
        return None
    value = _VALUE.match(text, names.end) if names.argument is None else None
    if value:
        names = Names(names.flags, value[1], value.end(1))
    behind, running = _label_end(text[names.end :])
    end = names.end + behind
    meaning = strip(cut(first.inlines, end))
    body = (*((paragraph(cut(first.inlines, end), first),) if meaning else ()), *rest)
    said = one_line(meaning) or _first_words(rest)
    label = cut(first.inlines, 0, end) if meaning else first.inlines
    if said and (NO_MEANING.match(text_of(said)) or (running and ADVICE.search(text_of(said)))):
        return None
    if not said:
        return NearMiss(f"`{names.flags[0]}` looks like an option, but nothing says what it does", here.block.span)
    owner, own = command_near(here), attributes_of(here.block)
    return Found(
        Option(names.flags, names.argument, said, owner, label, unread(body), span=_span(here.block), attributes=own)
    )


def _span(block: Block) -> Span:
    """The item's own place: the pieces of a list carry the span of the whole."""
    return block.items[0].span if isinstance(block, BulletList | OrderedList) else block.span


def _names_leading(inlines: Inlines, text: str) -> Names | None:
    """The option that `inlines` begin with, as code or as plain text."""
    if names := _worded(text):
        return names
    lead = len(text) - len(text.lstrip(" *"))
    for start, end, code in code_spans(inlines):
        if start > lead + 1:
            break
        named = names_in_code(code)
        return _more_codes(inlines, text, Names(named.flags, named.argument, end)) if named else None
    return names_at(text, lead)


def _worded(text: str) -> Names | None:
    """`맨 앞 숫자 -l : …`, `포트(-p) : …`: an option behind a few words, and a separator behind it."""
    lead = _WORDED.match(text)
    names = names_at(text, lead.end()) if lead else None
    if lead is None or names is None:
        return None
    closing = r"[)）]" if lead["open"] else ""
    behind = re.match(rf"`?{closing}(?=\s*[:：])", text[names.end :])
    return Names(names.flags, names.argument, names.end + behind.end()) if behind else None


def _more_codes(inlines: Inlines, text: str, names: Names) -> Names:
    """`` `-f`, `--file` ``: more forms of the same option that follow, in code or not."""
    for start, end, code in code_spans(inlines):
        between = text[names.end : start] if start >= names.end else None
        named = names_in_code(code)
        if between is not None and named and re.fullmatch(r"\s*(?:[,/|、(]|or|또는|혹은|或)\s*", between):
            closing = 1 if "(" in between and text[end : end + 1] == ")" else 0
            names = Names(names.flags + named.flags, names.argument or named.argument, end + closing)
    joint = JOINED.match(text, names.end)
    plain = names_at(text, joint.end()) if joint else None
    return Names(names.flags + plain.flags, names.argument or plain.argument, plain.end) if plain else names


def _label_end(rest: str) -> tuple[int, bool]:
    """How far the label goes on behind the flags (option word, particle, separator), and whether a sentence follows."""
    gloss = _GLOSS.match(rest)
    if gloss:
        return gloss.end(), False
    for cue in BEHIND:
        match = cue.after.match(rest) if cue.before is None else None
        if match:
            return match.end(), cue.name != "label"
    called = OPTION_BEHIND.match(rest)
    start = called.end() if called else 0
    particle, joiner = PARTICLE.match(rest[start:]), _JOINER.match(rest, start)
    return (start + particle.end(), True) if particle else (joiner.end() if joiner else start, False)


def _first_words(blocks: tuple[Block, ...]) -> Inlines:
    """The first line of text in what is nested under a label."""
    for block in blocks:
        match block:
            case Paragraph(inlines):
                return one_line(inlines)
            case BulletList((ListItem((Paragraph(inlines), *_)), *_)) | OrderedList(
                (ListItem((Paragraph(inlines), *_)), *_)
            ):
                return one_line(inlines)
            case _:
                return ()
    return ()


def read_option_table(here: Here) -> Found | None:
    """A table with an option in the first cell (or the first two) of its rows and the meaning in a later one."""
    match here.block:
        case Table(head, bodies, foot) as block:
            rows = (*head, *(row for body in bodies for row in body), *foot)
        case _:
            return None
    readings = tuple(option for row in rows if (option := _row_option(row, here)) is not None)
    if all(flag[1:].isdigit() for option in readings for flag in option.flags):
        return None
    return Found(Listing((), block, readings, span=block.span))


def _row_option(row: TableRow, here: Here) -> Option | None:
    """The option of a row: the first cells that name it, the next cell (else the one before) for its meaning."""
    cells = row.cells
    at = next((at for at, cell in enumerate(cells[:3]) if _cell_names(cell)), None)
    if at is None:
        return None
    first = at
    names = _cell_names(cells[at])
    assert names is not None
    while at + 1 < len(cells) and (more := _cell_names(cells[at + 1])):
        names = Names(names.flags + more.flags, names.argument or more.argument, 0)
        at += 1
    others = (*cells[at + 1 :], *reversed(cells[:first]))
    meaning = next((one_line(cell.inlines) for cell in others if len(plain_text(cell).strip()) > 1), ())
    if meaning and not any(map(str.isalnum, text_of(meaning))):
        return None
    meaning = meaning or (one_line(cells[at].inlines) if at > first else ())
    if not meaning:
        return None
    label = tuple(inline for cell in cells[first : at + 1] for inline in cell.inlines)
    return Option(names.flags, names.argument, meaning, command_near(here), label, (), span=row.span)


def _cell_names(cell: TableCell) -> Names | None:
    """The option a cell names, if it names nothing else."""
    text = plain_text(cell)
    names = _names_leading(cell.inlines, text)
    rest = text[names.end :] if names else ""
    if names is None or rest.startswith(")") or (rest.strip(" :*,`") and len(rest) > 24):
        return None
    return names


def read_option_definitions(here: Here) -> Found | None:
    """Kramdown's definition list with options for terms."""
    match here.block:
        case DefinitionList(children) as block:
            pass
        case _:
            return None
    readings: list[Option] = []
    names: Names | None = None
    for child in children:
        match child:
            case DefinitionTerm(inlines):
                names = _names_leading(inlines, plain_text(*inlines))
                label = inlines
            case DefinitionDescription(blocks) if names:
                said = _first_words(blocks)
                readings.append(
                    Option(names.flags, names.argument, said, command_near(here), label, (), span=child.span)
                )
            case _:
                pass
    return Found(Listing((), block, tuple(readings), span=block.span)) if readings else None
