"""The books of a build: what is made of all its notes together, when it is asked for.

Goes in: the readings of the notes. Comes out: files in the output folder. A book is kept while nothing it is made of
changes; where a note has an error, the last good one stays as it is.
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from dataclasses import replace

from exporter.build.deck import package_file, root_deck
from exporter.build.exporters import BOOKS, EXPORTERS, Whole
from exporter.build.files import decode, hash_of
from exporter.build.inputs import Inputs, contents
from exporter.build.made import diagnostic_row
from exporter.build.outputs import UNTRUSTED, Output, Outputs
from exporter.build.project import Project
from exporter.build.reading import Reader
from exporter.build.report import Said
from exporter.build.run import Progress, Task
from exporter.build.stages import study
from exporter.diagnostics import Diagnostic
from exporter.study import StudyNote


def book_files(project: Project, inputs: Inputs, makers: frozenset[str]) -> dict[str, str]:
    """The file name of each book asked for, by its maker; never that of a note's sheet."""
    wanted = {maker: book for maker, book in BOOKS.items() if maker in makers}
    if not wanted:
        return {}
    stem = os.path.splitext(package_file(project, root_deck(project, inputs.settings.deck)))[0]
    sheets = {
        os.path.splitext(name)[0] + suffix
        for name in project.notes
        for of in EXPORTERS.values()
        for suffix in of.suffixes
    }
    names = {maker: f"{stem}{book.ending}.pdf" for maker, book in wanted.items()}
    return {maker: f"{stem}-{maker}.pdf" if name in sheets else name for maker, name in names.items()}


def lacking_books(task: Task, inputs: Inputs, reader: Reader, outputs: Outputs) -> dict[str, str]:
    """The books to make, by maker, with their file names; those that stand as they should are kept."""
    names = book_files(task.project, inputs, task.request.makers)
    if any(reader.readings.made[name].deck is None for name in task.project.wanted if name in reader.readings.made):
        for maker in names:
            outputs.keep(maker, "")
        return {}
    key = _key(task, inputs, reader)
    return {maker: name for maker, name in names.items() if task.request.force or not outputs.keep(maker, "", key)}


def write_books(task: Task, inputs: Inputs, reader: Reader, outputs: Outputs, progress: Progress) -> None:
    """Make the books that lack."""
    key = _key(task, inputs, reader)
    for maker, name in lacking_books(task, inputs, reader, outputs).items():
        page = BOOKS[maker].make(replace(_whole(task, inputs, reader), progress=progress), inputs.settings)
        if page.data:
            said = tuple(map(diagnostic_row, page.diagnostics))
            outputs.write(name, page.data, Output(UNTRUSTED, maker, "", key, page.pages, said))
        else:
            outputs.keep(maker, "")
            outputs.said += [Said(None, found) for found in page.diagnostics]


def _key(task: Task, inputs: Inputs, reader: Reader) -> str:
    parts = [
        root_deck(task.project, inputs.settings.deck),
        *(reader.readings.keys[name] for name in _read(task, reader)),
    ]
    return hash_of("\n".join(parts).encode())


def _read(task: Task, reader: Reader) -> tuple[str, ...]:
    return tuple(name for name in task.project.wanted if name in reader.readings.made)


def _whole(task: Task, inputs: Inputs, reader: Reader) -> Whole:
    names = _read(task, reader)
    title = root_deck(task.project, inputs.settings.deck)
    return Whole(lambda: tuple(_notes(task, inputs, names)), reader.decks(names), title, task.project.root)


def _notes(task: Task, inputs: Inputs, names: tuple[str, ...]) -> Iterator[StudyNote]:
    for name, content in contents(task.project, inputs, list(names)):
        source = decode(name, content)
        if not isinstance(source, Diagnostic):
            yield study(source, inputs.settings)
