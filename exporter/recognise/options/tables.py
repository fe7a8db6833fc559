"""Options in tables and in definition lists."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from typing import Final

from exporter.kramdown.nodes import (
    DefinitionDescription,
    DefinitionList,
    DefinitionTerm,
    Inlines,
    Table,
    TableCell,
    TableRow,
    plain_text,
)
from exporter.recognise.code.command_line import is_command
from exporter.recognise.code.flags import Names
from exporter.recognise.options.items import first_words
from exporter.recognise.options.labels import as_typed, is_typed, names_leading
from exporter.recognise.options.owner import command_near
from exporter.recognise.pattern import Context, Found, Here
from exporter.recognise.text.inlines import one_line, text_of
from exporter.recognise.text.words import EAST, is_word
from exporter.study import Listing, Option

_RIGHTS: Final = re.compile(r"^-?(?:r[-w][-xsStT]){1,3}$")
"""Rights of a file, which look like flags where the first is not given: `--x`."""
_EASTERN: Final = re.compile(rf"(?:^|(?<=\s))\S*[{EAST}]\S*")
"""A word in other letters than Latin ones."""
_BARE: Final = re.compile(r"^(?P<flag>%?[A-Za-z_][\w.-]{0,40})(?:[= ](?P<value>[<\[{]?[\w.-]+[>\]}]?))?$", re.ASCII)
"""An option that is a word: `soft`, `maxmemory <bytes>`."""

OPERAND: Final = re.compile(r"[A-Z][A-Z-]+")
"""A placeholder as synopses have it, which stands for what a command works on: a term, and no option."""


def read_option_table(here: Here) -> Found | None:
    """A table with an option in the first cell (or the first two) of its rows and the meaning in a later one; under a
    head that says so, the options may be words without hyphens.
    """
    match here.block:
        case Table(head, bodies, foot) as block:
            rows = (*head, *(row for body in bodies for row in body), *foot)
        case _:
            return None
    if any(_RIGHTS.match(plain_text(cell).strip()) for row in rows for cell in row.cells):
        return None
    meanings = meanings_of(head, here.context)
    readings = tuple(option for row in rows if (option := option_of_row(row, here, meanings)) is not None)
    if all(flag[1:].isdigit() for option in readings for flag in option.flags):
        readings = ()
    named = readings or _alike(tuple(_named_rows(*_under_titles(head, rows), here)))
    return Found(Listing((), block, named, span=block.span)) if named else None


def meanings_of(head: tuple[TableRow, ...], context: Context) -> int | None:
    """The column that a table's head says to hold meanings."""
    return _headed(head, context.vocabulary.purpose_words)


def _headed(head: tuple[TableRow, ...], words: frozenset[str]) -> int | None:
    cells = (enumerate(row.cells) for row in head)
    return next((at for row in cells for at, cell in row if is_word(plain_text(cell), words)), None)


def _filled(row: TableRow) -> TableRow:
    """A row without its empty cells: `|| Option || Meaning ||` stands over rows with single bars."""
    return replace(row, cells=tuple(cell for cell in row.cells if plain_text(cell).strip()))


def option_of_row(row: TableRow, here: Here, meanings: int | None) -> Option | None:
    """The option of a row: the first cells that name it, and for its meaning the cell in the column for that, else the
    next one, else the one before.
    """
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
    meaning = _said((*_told(cells, meanings, range(first, at + 1)), *cells[at + 1 :], *reversed(cells[:first])), here)
    if meaning and not any(map(str.isalnum, text_of(meaning))):
        return None
    meaning = meaning or (one_line(cells[at].inlines) if at > first else ())
    if not meaning:
        return None
    label = tuple(inline for cell in cells[first : at + 1] for inline in cell.inlines)
    return Option(names.flags, names.argument, meaning, command_near(here, names.flags), label, (), span=row.span)


def _told(cells: tuple[TableCell, ...], meanings: int | None, named: range) -> tuple[TableCell, ...]:
    """The cell in the column of meanings, where the row has one that names no option."""
    return cells[meanings : meanings + 1] if meanings is not None and meanings not in named else ()


def _said(cells: tuple[TableCell, ...], here: Here) -> Inlines:
    """The first words in some cells; a command only where there is nothing else."""
    said = tuple(one_line(cell.inlines) for cell in cells if len(plain_text(cell).strip()) > 1)
    return next((words for words in said if not is_command(text_of(words), here.context)), next(iter(said), ()))


def _under_titles(
    head: tuple[TableRow, ...], rows: tuple[TableRow, ...]
) -> tuple[tuple[TableRow, ...], tuple[TableRow, ...]]:
    """The rows of a table and its titles: those of the first row, where no rule sets them apart."""
    return (rows[len(head) :], head) if head else (tuple(map(_filled, rows[1:])), tuple(map(_filled, rows[:1])))


def _named_rows(rows: tuple[TableRow, ...], head: tuple[TableRow, ...], here: Here) -> Iterator[Option]:
    """The options in a column that the head says to hold some, where they are words without hyphens."""
    at, meanings = _headed(head, here.context.vocabulary.option_words), meanings_of(head, here.context)
    if at is None or meanings is None or at == meanings:
        return
    for row in (row for row in rows if max(at, meanings) < len(row.cells)):
        label, said = one_line(row.cells[at].inlines), one_line(row.cells[meanings].inlines)
        name = _BARE.match(text_of(label))
        if name is None or len(text_of(said)) < 2 or OPERAND.fullmatch(name["flag"]):
            continue
        owner = command_near(here, (name["flag"],))
        flag = as_typed(name["flag"], owner, here.context)
        if len(flag) > 1 or is_typed(flag, here.context):
            yield Option((flag,), name["value"], said, owner, label, (), span=row.span)


def _alike(options: tuple[Option, ...]) -> tuple[Option, ...]:
    """The options of one column, all words of which are typed with two hyphens where one of them is."""
    if not any(option.flags[0].startswith("--") for option in options):
        return options
    return tuple(
        replace(option, flags=(f"--{option.flags[0]}",)) if option.flags[0].isalpha() else option for option in options
    )


def _cell_names(cell: TableCell) -> Names | None:
    """The option a cell names, if it names nothing else."""
    text = plain_text(cell)
    names = names_leading(cell.inlines, text)
    rest = text[names.end :] if names else ""
    if names is None or rest.startswith(")") or len(_EASTERN.findall(rest)) > 1:
        return None
    if rest.strip(" :*,`") and len(rest) > 24:
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
                names = names_leading(inlines, plain_text(*inlines))
                label = inlines
            case DefinitionDescription(blocks) if names:
                said = first_words(blocks)
                readings.append(
                    Option(
                        names.flags, names.argument, said, command_near(here, names.flags), label, (), span=child.span
                    )
                )
            case _:
                pass
    return Found(Listing((), block, tuple(readings), span=block.span)) if readings else None
