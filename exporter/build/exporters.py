"""What can be made of a study note: a table. To add an exporter, write its module and add its row here.

Goes in: a study note and settings. Comes out: `Page`, a finished file. The deck is not in the table: it is made of all
notes together (`exporter.build.deck`); so are the books, which have a table of their own. What an exporter needs is
imported when it runs.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from exporter.diagnostics import Diagnostic

if TYPE_CHECKING:
    from exporter.cards.deck import Deck
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


@dataclass(frozen=True, slots=True)
class Whole:
    """All the notes of a build: `notes` reads them through the stages, `decks` are their cards; `title` is the root
    deck's name, `root` the project's folder; `progress` is told how many of how many are printed, and the last one.
    """

    notes: Callable[[], Sequence[StudyNote]]
    decks: Sequence[Deck]
    title: str
    root: str
    progress: Callable[[int, int, str], None] = lambda *_: None


def _handbook(whole: Whole, settings: Settings) -> Page:
    from exporter.build.printing import handbook_page

    return handbook_page(whole, settings.sheet)


def _cards(whole: Whole, settings: Settings) -> Page:
    from exporter.build.printing import cards_page

    return cards_page(whole, settings.sheet)


@dataclass(frozen=True, slots=True)
class Book:
    """An output of all notes together, made when it is asked for. `ending` follows the package's name in its file's."""

    make: Callable[[Whole, Settings], Page]
    ending: str


BOOKS: Final[Mapping[str, Book]] = {"handbook": Book(_handbook, ""), "cards": Book(_cards, "-cards")}
