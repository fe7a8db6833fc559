"""How near to the floor writing a package is: 10,000 notes, against the same rows through bare `executemany`.

Run: `python -m tests.bench.deck`. Prints milliseconds (best of five) and the ratio; exits 1 above 1.3.
"""

from __future__ import annotations

import io
import sqlite3
import sys
import time
import zipfile
from collections.abc import Callable
from typing import Any

from exporter import apkg
from exporter.cards.deck import Deck
from exporter.cards.note_types import note_types
from exporter.cards.records import anki_note
from exporter.ledger import Ledger, settle

COUNT = 10_000
MOST = 1.3


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
        with zipfile.ZipFile(io.BytesIO(), "w", zipfile.ZIP_DEFLATED, compresslevel=6) as archive:
            archive.writestr("collection.anki2", connection.serialize())
            archive.writestr("media", "{}")
        connection.close()

    return write


def best_of_five(*works: Callable[[], Any]) -> list[float]:
    """The best of five of each, in milliseconds; taken in turns, so that a busy machine slows all alike."""
    times: list[list[float]] = [[] for _ in works]
    for _ in range(5):
        for work, taken in zip(works, times, strict=True):
            start = time.perf_counter()
            work()
            taken.append(time.perf_counter() - start)
    return [min(taken) * 1000 for taken in times]


def main() -> int:
    decks = [deck(COUNT)]
    ledger = settle(Ledger(), decks, note_types().values(), 1_790_000_000_000).ledger
    with zipfile.ZipFile(io.BytesIO(apkg.package(decks, ledger, "bench"))) as archive:
        bare_write = floor(archive.read("collection.anki2"))
    bare, ours, settled = best_of_five(
        bare_write,
        lambda: apkg.package(decks, ledger, "bench"),
        lambda: settle(ledger, decks, note_types().values(), 1_790_000_000_000),
    )
    sys.stdout.write(
        f"write {COUNT} notes: {ours:.0f} ms, executemany floor {bare:.0f} ms, ×{ours / bare:.2f} (at most ×{MOST})\n"
        f"settle them: {settled:.0f} ms\n"
    )
    return int(ours / bare > MOST)


if __name__ == "__main__":
    raise SystemExit(main())
