"""What can be made of a study note: a table. To add an exporter, write its module and add its row here.

Goes in: a study note and settings. Comes out: `Page`, a finished file. The deck is not in the table: it is made of all
notes together (`exporter.build.deck`). What an exporter needs is imported when it runs.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from exporter.diagnostics import Diagnostic

if TYPE_CHECKING:
    from exporter.settings import Settings
    from exporter.study import StudyNote

DECK: Final = "deck"


@dataclass(frozen=True, slots=True)
class Page:
    """A finished output of one note; `suffix` is that of its file, `pages` how many pages it has.

    A `fallback` is made again as soon as it can be better.
    """

    suffix: str
    data: bytes
    pages: int = 0
    diagnostics: tuple[Diagnostic, ...] = ()
    fallback: bool = False


def _sheet(note: StudyNote, settings: Settings, folder: str, root: str) -> Page:
    from exporter.build.printing import sheet_page

    return sheet_page(note, settings.sheet, folder, root)


@dataclass(frozen=True, slots=True)
class Exporter:
    """How an output is made of a note, and the suffixes its file may have, the best first.

    `make` takes the note, the settings, the note's folder and the project's.
    """

    make: Callable[[StudyNote, Settings, str, str], Page]
    suffixes: tuple[str, ...]


EXPORTERS: Final[Mapping[str, Exporter]] = {"sheet": Exporter(_sheet, (".pdf", ".html"))}
