"""Options in tables and in definition lists."""

from __future__ import annotations

import re
from typing import Final

from exporter.kramdown.nodes import (
    DefinitionDescription,
    DefinitionList,
    DefinitionTerm,
    Table,
    TableCell,
    TableRow,
    plain_text,
)
from exporter.recognise.code.flags import Names
from exporter.recognise.options.items import first_words
from exporter.recognise.options.labels import names_leading
from exporter.recognise.options.owner import command_near
from exporter.recognise.pattern import Found, Here
from exporter.recognise.text.inlines import one_line, text_of
from exporter.study import Listing, Option

_RIGHTS: Final = re.compile(r"^-?(?:r[-w][-xsStT]){1,3}$")
"""Rights of a file, which look like flags where the first is not given: `--x`."""


def read_option_table(here: Here) -> Found | None:
    """A table with an option in the first cell (or the first two) of its rows and the meaning in a later one."""
    match here.block:
        case Table(head, bodies, foot) as block:
            rows = (*head, *(row for body in bodies for row in body), *foot)
        case _:
            return None
    if any(_RIGHTS.match(plain_text(cell).strip()) for row in rows for cell in row.cells):
        return None
    readings = tuple(option for row in rows if (option := option_of_row(row, here)) is not None)
    if all(flag[1:].isdigit() for option in readings for flag in option.flags):
        return None
    return Found(Listing((), block, readings, span=block.span))


def option_of_row(row: TableRow, here: Here) -> Option | None:
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
    return Option(names.flags, names.argument, meaning, command_near(here, names.flags), label, (), span=row.span)


def _cell_names(cell: TableCell) -> Names | None:
    """The option a cell names, if it names nothing else."""
    text = plain_text(cell)
    names = names_leading(cell.inlines, text)
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
