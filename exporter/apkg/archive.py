"""The ZIP around a collection.

Goes in: the collection's bytes and media by name. Comes out: the package's bytes; and what is in one.

Nothing is compressed: a package is made at every save, and the one of last time is read for it. Compression at its
fastest would make it a fifth as large in as much time as all the rest takes.
"""

from __future__ import annotations

import io
import json
import zipfile
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

_COLLECTION: Final = "collection.anki2"
_MEDIA: Final = "media"
_ZIP_EPOCH: Final = (1980, 1, 1, 0, 0, 0)


@dataclass(frozen=True, slots=True)
class Archive:
    """A package that was written before: its database, and its media by name."""

    collection: bytes
    media: Mapping[str, bytes]


def opened(data: bytes) -> Archive | None:
    """The package in `data`; None if it is damaged, by the sums in it, or none that `zipped` wrote."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            names: dict[str, str] = json.loads(archive.read(_MEDIA))
            return Archive(archive.read(_COLLECTION), {name: archive.read(number) for number, name in names.items()})
    except (zipfile.BadZipFile, ValueError, KeyError):
        return None


def zipped(database: bytes | bytearray, media: Mapping[str, bytes]) -> bytes:
    """The package's bytes."""
    names = {str(number): name for number, name in enumerate(sorted(media))}
    members = [(_COLLECTION, database), (_MEDIA, json.dumps(names, ensure_ascii=False).encode())]
    members += [(number, media[name]) for number, name in names.items()]
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        for name, data in members:
            archive.writestr(zipfile.ZipInfo(name, _ZIP_EPOCH), data, zipfile.ZIP_STORED)
    return buffer.getvalue()
