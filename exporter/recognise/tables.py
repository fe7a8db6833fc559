"""Tables whose rows tell what a command does or a term means, and lines with a pipe that kramdown takes for a table.

Goes in: a `Table`. Comes out: a `Listing` of it with the commands or definitions read. What a column holds is told
by its head, by what most of its cells are, or by both; a row that is turned round is read by its own cells.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Final

from exporter.kramdown.nodes import (
    BulletList,
    Inlines,
    ListItem,
    Paragraph,
    Table,
    TableCell,
    TableRow,
    Text,
    plain_text,
)
from exporter.recognise.code.command_line import is_command
from exporter.recognise.commands.items import read_command_item, read_command_line
from exporter.recognise.commands.names import command_in, commands_joined, is_about_keys
from exporter.recognise.definitions.claims import Claim, named
from exporter.recognise.definitions.places import among, convincing, definition_of, listing
from exporter.recognise.options.sentences import options_of
from exporter.recognise.options.tables import OPERAND, meanings_of, option_of_row
from exporter.recognise.pattern import Context, Found, Here
from exporter.recognise.text.inlines import code_spans, one_line, strip, text_of
from exporter.recognise.text.runs import run_of
from exporter.recognise.text.words import holds, is_word
from exporter.study import Command, Definition, Listing, Option

FEWEST_TERMS: Final = 3
"""Rows of a table of commands that name none, from which on they may explain terms."""
MOST: Final = 0.5
"""The share of cells that must be commands in a column of commands."""
_BETWEEN: Final = re.compile(r" ?[,、] ?| / ")
"""Parts commands in a cell."""
_PRESS: Final = re.compile(r"\s?키$")
_TYPED: Final = re.compile(
    r"^(?:[\x21-\x7e]{1,24}(?: [\x21-\x7e]+){0,2}|[:/?<%!][\x21-\x7e가-힣]{1,39}(?: [\x21-\x7e가-힣]+){0,2})$"
)
"""What can be typed: behind a sign that an editor's commands begin with, also placeholders in words."""
_GOES_ON: Final = re.compile(r"^\s*(?:후|다음|then|[을를로]\s|[,;:(])")
MOST_TOLD: Final = 2
"""Rows of a table on its side, its meanings and perhaps examples; one with more compares things."""
_DIRECTIVE: Final = re.compile(r"[a-z][a-z_.-]+")
WIDEST: Final = 3
"""Columns of a table of terms whose head tells of no meanings; one with more compares things."""


@dataclass(frozen=True, slots=True)
class Columns:
    """What the columns of a table hold: numbers of those with commands, with what they do, with examples and remarks.

    `titled` are the columns called so by their head. `deeds` says that the heads of the command columns tell what
    their commands do, `keys` that the commands are keys or what one types into an editor.
    """

    commands: tuple[int, ...]
    purposes: tuple[int, ...]
    examples: tuple[int, ...]
    remarks: tuple[int, ...]
    titled: tuple[int, ...]
    deeds: bool
    keys: bool


def read_command_table(here: Here) -> Found | None:
    """A table with a command in one cell of its rows and what it does in another, or in the head above it."""
    match here.block:
        case Table(head, bodies, foot) as block if not barred_line(block, here.context):
            rows = (*(row for body in bodies for row in body), *foot)
        case _:
            return None
    columns = _columns(block, rows, here.context)
    meanings = meanings_of(head, here.context)
    options = {row: option for row in rows if (option := option_of_row(row, here, meanings)) is not None}
    if not columns.commands or len(options) * 2 >= len(rows):
        return None
    rows = (*(row for row in head if _holds_command(row, columns, here.context)), *rows)
    readings: list[Command | Option | Definition] = []
    others: list[TableRow] = []
    for row in rows:
        commands = () if row in options else tuple(_row(row, head, columns, here.context))
        readings += (options[row],) if row in options else commands
        readings += (option for command in commands for option in options_of(command, command.purpose, here))
        others += (row,) if row not in options and not commands else ()
    named = any(isinstance(reading, Command) for reading in readings)
    readings += _terms_among(here, others) if len(others) >= FEWEST_TERMS and not columns.keys else ()
    return Found(Listing((), block, tuple(readings), span=block.span)) if named else None


def _terms_among(here: Here, rows: list[TableRow]) -> Iterator[Definition]:
    """The definitions in the rows of a table of commands that name no command."""
    claims = [claim for row in rows if (claim := _claim(row, None))]
    return (definition_of(claim, here.block) for claim in convincing(here, claims, among(here, claims)))


def _columns(block: Table, rows: tuple[TableRow, ...], context: Context) -> Columns:
    known, widest = context.vocabulary, _widest(block)
    titled = _headed(block.head, known.command_words, widest)
    purposes = _headed(block.head, known.purpose_words, widest)
    examples = _headed(block.head, known.example_words | known.synopsis_words, widest)
    remarks = _headed(block.head, known.notice_words, widest)
    filled = [at for at in range(widest) if at not in (*purposes, *examples)]
    if pressed := _headed(block.head, known.key_words, widest) or (titled if is_about_keys(context) else ()):
        return Columns((pressed[0],), purposes, examples, remarks, titled, deeds=False, keys=True)
    held = tuple(at for at in filled if _share(rows, at, context, 2 * (at in titled)) >= MOST)
    if not held and purposes:
        held = tuple(at for at in examples if _share(rows, at, context, 0) >= MOST)[:1]
        examples = tuple(at for at in examples if at not in held)
    deeds = len(held) > 1 and bool(block.head) and not titled and 0 not in held
    return Columns(held if deeds else held[:1], purposes, examples, remarks, titled, deeds, keys=False)


def _widest(block: Table) -> int:
    rows = (*block.head, *(row for body in block.bodies for row in body), *block.foot)
    return max((len(row.cells) for row in rows), default=0)


def _headed(head: tuple[TableRow, ...], words: frozenset[str], widest: int) -> tuple[int, ...]:
    """The columns with a word of a group for their head."""
    return tuple(at for at in range(widest) if any(is_word(_text(row, at), words) for row in head))


def _holds_command(row: TableRow, columns: Columns, context: Context) -> bool:
    """Whether the head of a table is a row like the others, as in a table meant to have none."""
    return not columns.deeds and any(
        _names(row.cells[at].inlines, context, 0) for at in columns.commands if at < len(row.cells)
    )


def _share(rows: tuple[TableRow, ...], at: int, context: Context, bonus: int) -> float:
    cells = [row.cells[at] for row in rows if at < len(row.cells) and plain_text(row.cells[at]).strip()]
    return sum(bool(_names(cell.inlines, context, bonus)) for cell in cells) / len(cells) if cells else 0.0


def _text(row: TableRow, at: int) -> str:
    return plain_text(row.cells[at]).strip() if at < len(row.cells) else ""


def _row(row: TableRow, head: tuple[TableRow, ...], columns: Columns, context: Context) -> Iterator[Command]:
    """The commands of a row; of one that is turned round, those in the cell that has any."""
    named = {at: _named(row, at, columns, context) for at in columns.commands if at < len(row.cells)}
    if not columns.keys and not any(named.values()):
        others = (at for at in range(len(row.cells)) if at not in columns.examples)
        named = dict([(at, names) for at in others if (names := _names(row.cells[at].inlines, context, 0))][:1])
    for at, names in named.items():
        purpose = _deed(row, head, columns, at) if columns.deeds else _purpose(row, columns, at, context)
        if purpose:
            yield from (Command(name, purpose, row.cells[at].inlines, (), span=row.span) for name in names)


def _named(row: TableRow, at: int, columns: Columns, context: Context) -> tuple[str, ...]:
    """The commands in a cell of a column of commands; where it is one of keys, whatever can be typed."""
    inlines = row.cells[at].inlines
    text = _PRESS.sub("", text_of(inlines).strip())
    named = columns.keys or any(map(str.isalpha, text))
    names = _names(inlines, context, 1 + (at in columns.titled)) if named else ()
    return names or ((text,) if columns.keys and _TYPED.match(text) else ())


def _purpose(row: TableRow, columns: Columns, at: int, context: Context) -> Inlines:
    """What a row says of the command in its cell `at`: the column for that, else the next that is no command."""
    behind, before = range(at + 1, len(row.cells)), range(at)
    told = sorted(columns.purposes, key=lambda other: other < at)
    last = (*columns.remarks, *columns.examples)
    order = (*told, *(other for other in (*behind, *before) if other not in last), *last)
    cells = (row.cells[other] for other in order if other < len(row.cells) and other != at)
    said = (one_line(cell.inlines) for cell in cells if not _names(cell.inlines, context, 0))
    return next((words for words in said if text_of(words).strip()), ())


def _deed(row: TableRow, head: tuple[TableRow, ...], columns: Columns, at: int) -> Inlines:
    """The head over a command, and in brackets what its row is about."""
    title: TableCell | None = next((line.cells[at] for line in head if _text(line, at)), None)
    about = next((cell for other, cell in enumerate(row.cells) if other not in columns.commands), None)
    if title is None or about is None or not plain_text(about).strip():
        return one_line(title.inlines) if title else ()
    opened, closed = Text(" (", span=title.span), Text(")", span=about.span)
    return (*one_line(title.inlines), opened, *one_line(about.inlines), closed)


def _names(inlines: Inlines, context: Context, bonus: int) -> tuple[str, ...]:
    """The commands that a cell is: one, several of which one is enough, or one with what is done after it."""
    if several := commands_joined(inlines, context, bonus) or _in_a_row(inlines, context, bonus):
        return several
    if whole := command_in(inlines, context, bonus):
        return (whole,)
    code, text = next(code_spans(inlines), None), text_of(inlines)
    if code is None or text[: code[0]].strip(" `") or not _GOES_ON.match(text[code[1] :]):
        return ()
    name = command_in((Text(code[2], span=inlines[0].span),), context, bonus + 1)
    return (name,) if name else ()


def _in_a_row(inlines: Inlines, context: Context, bonus: int) -> tuple[str, ...]:
    """The commands of a cell that is nothing but several in plain words: `head, tail`."""
    names = tuple(_BETWEEN.split(text_of(inlines).strip()))
    plain = len(names) > 1 and next(code_spans(inlines), None) is None
    return names if plain and all(is_command(name, context, bonus) for name in names) else ()


def read_term_table(here: Here) -> Found | None:
    """A table whose first column holds terms, and another what they are."""
    match here.block:
        case Table(head, bodies) as block if not barred_line(block, here.context):
            rows = [row for body in bodies for row in body]
        case _:
            return None
    if _names_commands(here, head) and not _are_terms([_text(row, 0) for row in rows], here.context):
        return None
    if turned := _turned(here, head, rows):
        return listing(here, convincing(here, turned, replace(among(here, turned), headed="meanings")))
    purposes = _headed(head, here.context.vocabulary.purpose_words, _widest(block))
    claims = [claim for row in rows if (claim := _claim(row, purposes[0] if purposes else None))]
    titled = any(plain_text(*row.cells).strip() for row in head)
    headed = "" if not titled else "meanings" if purposes else "others" if _widest(block) < WIDEST else "compared"
    return listing(here, convincing(here, claims, replace(among(here, claims), headed=headed)))


def _turned(here: Here, head: tuple[TableRow, ...], rows: list[TableRow]) -> list[Claim]:
    """The claims of a table that lies on its side: terms in its head, and below them a row titled "Meaning"."""
    words = here.context.vocabulary.purpose_words
    if len(head) != 1 or len(rows) > MOST_TOLD or is_word(_text(head[0], 0), words):
        return []
    told = next((row for row in rows if is_word(_text(row, 0), words)), None)
    pairs = zip(head[0].cells[1:], told.cells[1:], strict=False) if told else ()
    columns = (TableRow((term, meaning), span=term.span) for term, meaning in pairs)
    return [claim for column in columns if (claim := _claim(column, None))]


def _names_commands(here: Here, head: tuple[TableRow, ...]) -> bool:
    """Whether the head of a table says that its rows are commands or options."""
    words = here.context.vocabulary
    names = words.command_words | words.option_words
    return any(
        holds(plain_text(*row.cells), names) or is_word(_text(row, 0), here.context.vocabulary.key_words)
        for row in head
    )


def _are_terms(names: list[str], context: Context) -> bool:
    """Whether what a head calls commands or options are placeholders, or words that begin lines of a configuration."""
    if all(map(OPERAND.fullmatch, names)):
        return True
    lines = "|".join(map(re.escape, names))
    return all(map(_DIRECTIVE.fullmatch, names)) and bool(
        re.search(rf"^[ \t]+(?:{lines})(?: \S.*;|[:=] ?\S.*)$", context.source.text, re.MULTILINE)
    )


def _claim(row: TableRow, meanings: int | None) -> Claim | None:
    """What a row claims: its first cell is what the cell in the column of meanings says, else the last."""
    cells = [run_of(strip(cell.inlines)) for cell in row.cells]
    number = int(len(cells) > 2 and cells[0].text.isdigit())
    at = len(cells) - 1 if meanings is None else meanings
    if len(cells) - number < 2 or (meanings is None and len(cells) - number > WIDEST) or not number < at < len(cells):
        return None
    term, aliases = named(cells[number])
    if not term.text or not cells[at].text:
        return None
    return Claim("row", term, (*aliases, *(cell.text for cell in cells[:number])), cells[at])


def read_barred_line(here: Here) -> Found | None:
    """`ls -F | grep txt : …`: a line or an item with a pipe, which kramdown takes for a table of one row."""
    match here.block:
        case Table() as block if line := barred_line(block, here.context):
            found = read_command_line(here.seen_as(line))
        case BulletList((ListItem((Table() as block, *rest)) as item,)) as one if line := barred_line(
            block, here.context
        ):
            found = read_command_item(here.seen_as(replace(one, items=(replace(item, blocks=(line, *rest)),))))
        case _:
            return None
    if found is None or not isinstance(found.entry, Command):
        return None
    return Found(Listing((), here.block, (replace(found.entry, body=()),), span=here.block.span))


def barred_line(block: Table, context: Context) -> Paragraph | None:
    """The line that kramdown takes for a table because of the pipe in it: authors of tables begin them with one."""
    line = context.source.text[block.span.start : block.span.end].strip()
    match block:
        case Table((), ((row,),), ()) if "\n" not in line and not line.startswith("|"):
            joint = Text(" | ", span=row.span)
            return Paragraph(tuple(node for cell in row.cells for node in (joint, *cell.inlines))[1:], span=block.span)
        case _:
            return None
