"""How near to the floor writing a package is: 10,000 notes, against the same rows through bare `executemany`."""

from __future__ import annotations

import io
import sqlite3
import zipfile
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Final

from exporter import apkg
from exporter.cards.deck import Deck
from exporter.cards.note_types import note_types
from exporter.cards.records import anki_note
from exporter.ledger import Ledger, outlines, settle
from tests.bench.measure import Figures, Row, cpu, in_turns


def deck(count: int) -> Deck:
    """Notes of two cards each, as long as real ones."""
    notes = tuple(
        anki_note(
            "command",
            f"bench / command / tool{at}",
            {
                "Context": "Bench · Commands",
                "Command": f"tool{at}",
                "Purpose": f"does the {at}th thing of all the things that <code>tools</code> do to files and streams",
                "AskCommand": f"does the {at}th thing of all the things that tools do. Which command?",
                "AskPurpose": f"What does <code>tool{at}</code> do?",
                "TypeIn": f"tool{at}",
                "Language": "en",
            },
            marks=(f"tool{at}", str(at)),
            tags=("bench", "kind::command"),
        )
        for at in range(count)
    )
    return Deck("bench", "bench", "", notes)


def floor(database: bytes) -> Callable[[], None]:
    """The same tables, rows and ZIP, written with nothing but sqlite3 and zipfile."""
    with sqlite3.connect(":memory:") as source:
        source.deserialize(database)
        schema = [
            sql for (sql,) in source.execute("select sql from sqlite_master where sql is not null order by rowid")
        ]
        tables = {name: source.execute(f"select * from {name}").fetchall() for name in ("col", "notes", "cards")}

    def write() -> None:
        connection = sqlite3.connect(":memory:")
        for sql in schema:
            connection.execute(sql)
        for name, rows in tables.items():
            connection.executemany(f"insert into {name} values ({','.join('?' * len(rows[0]))})", rows)
        connection.commit()
        with zipfile.ZipFile(io.BytesIO(), "w", zipfile.ZIP_STORED) as archive:
            archive.writestr("collection.anki2", connection.serialize())
            archive.writestr("media", "{}")
        connection.close()

    return write


def _write(count: int, runs: int = 5) -> Callable[[Path], Figures]:
    def measure(_: Path) -> Figures:
        decks = [deck(count)]
        ledger = settle(Ledger(), outlines(decks), note_types().values(), 1_790_000_000_000).ledger
        with zipfile.ZipFile(io.BytesIO(apkg.package(decks, ledger, "bench"))) as archive:
            bare = floor(archive.read("collection.anki2"))
        return in_turns(lambda: cpu(lambda: apkg.package(decks, ledger, "bench")), lambda: cpu(bare), runs)

    return measure


def _hostile(_: Path) -> Figures:
    """A field of 100 kB with bare `<` in one line, against the same bytes with line ends."""

    def of(end: str) -> Callable[[], bytes]:
        field = f"a < b and{end}" * 10_000
        decks = [Deck("bench", "bench", "", tuple(replace(one, fields=(field, *one.fields[1:])) for one in few))]
        return lambda: apkg.package(decks, ledger, "bench")

    few = deck(20).notes
    ledger = settle(Ledger(), outlines([deck(20)]), note_types().values(), 1_790_000_000_000).ledger
    one_line, lines = of(" "), of("\n")
    return in_turns(lambda: cpu(one_line), lambda: cpu(lines), 5)


ROWS: Final = (
    Row(
        "deck-1k",
        "1,000 Anki notes of two cards to a package",
        "bare `executemany`, the same tables and ZIP",
        1.3,
        _write(1_000),
    ),
    Row("deck-10k", "10,000 of them", "the same", 1.3, _write(10_000)),
    Row("deck-100k", "100,000 of them", "the same", 1.3, _write(100_000, 1)),
    Row("deck-hostile", "20 fields of 100 kB, each a line with bare `<`", "the same with line ends", 2, _hostile),
)
