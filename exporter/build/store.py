"""What was made before, by the content it was made of: read notes and finished sheets, outside the output folder.

Goes in: a key (a hash of content, options and tool) and bytes. Comes out: the same bytes, or None. It may be deleted at
any time; two builds may use it at once; damage in it is the same as its absence.
"""

from __future__ import annotations

import contextlib
import os
import sqlite3
import zlib
from collections.abc import Iterable, Iterator, Mapping
from typing import Final

from exporter.build.listing import cache_folder

_NAME: Final = "made.sqlite"
_LIMIT: Final = 1 << 29  # bytes; the older half goes when it is passed
_BATCH: Final = 500


def clear() -> int:
    """Delete the store; its size before, in bytes. What builds left in output folders stays known."""
    freed = 0
    for suffix in ("", "-journal", "-wal", "-shm"):
        with contextlib.suppress(OSError):
            path = os.path.join(cache_folder(), _NAME + suffix)
            size = os.path.getsize(path)
            os.unlink(path)
            freed += size
    return freed


class Store:
    """An open store. Use it as a context manager."""

    def __init__(self, connection: sqlite3.Connection | None) -> None:
        self._connection = connection

    def __enter__(self) -> Store:
        return self

    def __exit__(self, *_: object) -> None:
        if self._connection is not None:
            self._connection.close()

    def get(self, keys: Iterable[str]) -> Iterator[tuple[str, bytes]]:
        """Those of the keys that are there, with their bytes."""
        wanted = list(keys)
        for start in range(0, len(wanted), _BATCH):
            yield from self._some(wanted[start : start + _BATCH])

    def _some(self, keys: list[str]) -> Iterator[tuple[str, bytes]]:
        if self._connection is None:
            return
        marks = ",".join("?" * len(keys))
        query = f"SELECT key, check_sum, value FROM made WHERE key IN ({marks})"
        with contextlib.suppress(sqlite3.Error):
            for key, check_sum, value in self._connection.execute(query, keys):
                if isinstance(value, bytes) and zlib.crc32(value) == check_sum:
                    yield key, value

    def put(self, values: Mapping[str, bytes]) -> None:
        """Keep values under their keys. What can't be kept is not: the next build makes it again."""
        if self._connection is None or not values:
            return
        rows = [(key, zlib.crc32(value), value) for key, value in values.items()]
        with contextlib.suppress(sqlite3.Error), self._connection:
            self._connection.executemany("INSERT OR REPLACE INTO made VALUES (?, ?, ?)", rows)
            self._trim()

    def _trim(self) -> None:
        assert self._connection is not None
        (pages,), (free,), (size,) = (
            self._connection.execute(f"PRAGMA {name}").fetchone()
            for name in ("page_count", "freelist_count", "page_size")
        )
        if (pages - free) * size > _LIMIT:
            middle = "(SELECT rowid FROM made ORDER BY rowid LIMIT 1 OFFSET (SELECT count(*) / 2 FROM made))"
            self._connection.execute(f"DELETE FROM made WHERE rowid < {middle}")


def open_store() -> Store:
    """The user's store. A damaged one is thrown away; where none can be had, one that is always empty."""
    path = os.path.join(cache_folder(), _NAME)
    with contextlib.suppress(OSError):
        os.makedirs(os.path.dirname(path), exist_ok=True)
    for _ in range(2):
        try:
            return Store(_connect(path))
        except sqlite3.DatabaseError as error:
            if isinstance(error, sqlite3.OperationalError):
                break
            clear()
    return Store(None)


def _connect(path: str) -> sqlite3.Connection:
    connection = sqlite3.connect(path, timeout=10)
    try:
        connection.execute("PRAGMA synchronous = OFF")
        connection.execute("CREATE TABLE IF NOT EXISTS made (key TEXT PRIMARY KEY, check_sum INTEGER, value BLOB)")
    except BaseException:
        connection.close()
        raise
    return connection
