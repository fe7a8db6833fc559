"""Prepared faces on disk, made once and found again.

Goes in: the folder to keep them in, a name for the set, a function that makes it. Comes out: the set. A folder per set
is renamed into place when complete, so that a broken run leaves nothing half made.
"""

from __future__ import annotations

import hashlib
import os
import shutil
import tempfile
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Final, TypeAlias

from exporter.fonts.catalog import Role, Weight

COVERAGE: Final = "coverage.txt"

Built: TypeAlias = tuple[dict[tuple[Role, Weight], bytes], frozenset[str]]


@dataclass(frozen=True, slots=True)
class Prepared:
    """A set of faces on disk; `coverage` are the characters that one of them draws."""

    folder: Path
    coverage: frozenset[str]

    def file(self, role: Role, weight: Weight) -> Path:
        """The font of a role and weight."""
        return self.folder / _file_name(role, weight)


def signature(*parts: object) -> str:
    """A short name for what a set is made of. Files count with size and time of change, not with content."""
    described = [_describe(part) if isinstance(part, Path) else repr(part) for part in parts]
    return hashlib.sha256("\n".join(described).encode()).hexdigest()[:16]


def exists(cache_dir: Path, name: str) -> bool:
    """Whether the cache has the set called `name`."""
    return (cache_dir / name / COVERAGE).is_file()


def fetch(cache_dir: Path, name: str, build: Callable[[], Built]) -> Prepared:
    """The set called `name`, built now if the cache does not have it. OSError if it can't be written."""
    folder = cache_dir / name
    if not (folder / COVERAGE).is_file():
        _write(folder, *build())
    return Prepared(folder, frozenset((folder / COVERAGE).read_text("utf-8")))


def _write(folder: Path, fonts: dict[tuple[Role, Weight], bytes], coverage: frozenset[str]) -> None:
    folder.parent.mkdir(parents=True, exist_ok=True)
    fresh = Path(tempfile.mkdtemp(prefix=".making-", dir=folder.parent))
    for (role, weight), content in fonts.items():
        (fresh / _file_name(role, weight)).write_bytes(content)
    (fresh / COVERAGE).write_text("".join(sorted(coverage - {"\r"})), "utf-8", newline="\n")
    try:
        os.replace(fresh, folder)
    except OSError:
        shutil.rmtree(fresh, ignore_errors=True)
        if not (folder / COVERAGE).is_file():
            raise


def _file_name(role: Role, weight: Weight) -> str:
    return f"{role}-{weight}.ttf"


def _describe(path: Path) -> str:
    status = path.stat()
    return f"{path.name} {status.st_size} {status.st_mtime_ns}"
