"""What each stage makes of one note, as text: the debugger, and the expected files of the tests.

Goes in: a study note's source and settings. Comes out: text, or a diagnostic. `STAGES` is the table of the stages that
can be shown.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Mapping
from typing import Final

from exporter.build.files import read_source
from exporter.build.inputs import project_settings
from exporter.build.project import find
from exporter.build.report import Said
from exporter.build.stages import internal_error, study
from exporter.diagnostics import Diagnostic
from exporter.settings import Settings
from exporter.source import SourceFile


def show(source: SourceFile, settings: Settings, stage: str) -> str | Diagnostic:
    """The note at a stage (a name in `STAGES`); the error `internal-error` where a stage fails on it."""
    try:
        return STAGES[stage](source, settings)
    except Exception as error:  # whatever it is, the other files are shown
        return internal_error(error)


def read_note(path: str) -> tuple[SourceFile | None, Settings, tuple[Said, ...]]:
    """A note under the name it has in its project, and that project's settings; None where it can't be read."""
    project = find((path,))
    if isinstance(project, Diagnostic):
        return None, Settings(), (Said(path, project),)
    name = project.wanted[0]
    settings, said = project_settings(project)
    source = read_source(path, name)
    if isinstance(source, Diagnostic):
        return None, settings, (*said, Said(path, source))
    return source, settings, said


def outlines(given: tuple[str, ...]) -> Iterator[str]:
    """What each part of the notes in `given` was read as, note by note; what cannot be read is told by a build."""
    project = find(given)
    if isinstance(project, Diagnostic):
        return
    settings, _ = project_settings(project)
    for name in project.wanted:
        source = read_source(project.path(name), name)
        text = show(source, settings, "outline") if isinstance(source, SourceFile) else source
        if not isinstance(text, Diagnostic):
            yield f"{project.path(name)}\n{text}"


def _html(source: SourceFile, _: Settings) -> str:
    from exporter.kramdown import to_html

    return to_html(source.text)


def _tree(source: SourceFile, _: Settings) -> str:
    from exporter.dump import dump
    from exporter.kramdown import parse

    return dump(parse(source), source)


def _note(source: SourceFile, settings: Settings) -> str:
    from exporter.dump import dump

    return dump(study(source, settings), source)


def _facts(source: SourceFile, settings: Settings) -> str:
    from exporter.facts import facts_of

    return "".join(f"{json.dumps(fact, ensure_ascii=False)}\n" for fact in facts_of(study(source, settings)))


def _outline(source: SourceFile, settings: Settings) -> str:
    from exporter.outline import outline_of

    return "".join(f"{line}\n" for line in outline_of(study(source, settings)))


def _cards(source: SourceFile, settings: Settings) -> str:
    from exporter.cards import cards_of
    from exporter.cards.readable import readable

    return readable(cards_of(study(source, settings), settings.deck))


def _sheet(source: SourceFile, settings: Settings) -> str:
    from exporter.build.printing import sheet_html

    return sheet_html(study(source, settings), settings.sheet)


STAGES: Final[Mapping[str, Callable[[SourceFile, Settings], str]]] = {
    "html": _html,
    "tree": _tree,
    "note": _note,
    "facts": _facts,
    "outline": _outline,
    "cards": _cards,
    "sheet": _sheet,
}
