"""The output folder: what the last build left there, and what this one writes.

Goes in: the manifest file, kept in the cache folder (its form: `standing.py`); finished bytes with what they were made
of. Comes out: `Manifest`; files, and their `Output` records. A manifest that is missing, damaged or of another tool is
an empty one: everything is then looked at anew. Only what a manifest says this tool wrote is ever removed.
"""

from __future__ import annotations

import contextlib
import errno
import os
from dataclasses import dataclass, field, replace
from typing import Any, Final

from exporter.build.files import hash_of, remove, write
from exporter.build.listing import Stamp, cache_folder, stamp
from exporter.build.project import Project
from exporter.build.report import Said
from exporter.build.standing import Stood, joined, pack, unpack
from exporter.diagnostics import Diagnostic, Severity

UNTRUSTED: Final = (-1, 0, 0)
"""The stamp that no file has."""

_TICK: Final = 50_000_000  # ns; a file changed so shortly before may change again without its times showing it


@dataclass(frozen=True, slots=True)
class Seen:
    """A note as a build found it: its stamp then, and the hash of its content.

    `good` is the store's key of its last reading without errors, empty if there is none: while the note is broken, its
    cards are taken from there. `pictures` are the files it may show.
    """

    stamp: Stamp
    hash: str
    good: str = ""
    pictures: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Output:
    """A file as a build left it, and how it came to be.

    `maker` is the exporter's name, `note` the note it was made of (empty: all), `key` the hash of all that went into
    it; `pages` its number of pages and `said` what its making found to tell, as plain values.
    """

    stamp: Stamp
    maker: str
    note: str
    key: str
    pages: int = 0
    said: tuple[tuple[Any, ...], ...] = ()


@dataclass(frozen=True, slots=True)
class Dealt:
    """What the deck was made of: the hash of the lock file that was left with it, and, in the deck's order, the key of
    each note's reading. Empty where not every note's cards were to be had.
    """

    lock: str = ""
    keys: dict[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Manifest:
    """The last build.

    `pictures` holds the stamp of every file that a note may show, None where there was none. `complete` names the
    exporters whose outputs are all there; `summary` is its report, `line` the whole of what is told while nothing
    changes (empty if that is more than a line).
    """

    tool: str = ""
    settings: Stamp | None = None
    lock: Stamp | None = None
    notes: dict[str, Seen] = field(default_factory=dict)
    pictures: dict[str, Stamp | None] = field(default_factory=dict)
    outputs: dict[str, Output] = field(default_factory=dict)
    dealt: Dealt = field(default_factory=Dealt)
    complete: tuple[str, ...] = ()
    summary: dict[str, Any] = field(default_factory=dict)
    line: str = ""


def manifest_path(output: str, project: Project) -> str:
    """Where the manifest of this project's builds into `output` is kept."""
    chosen = "" if project.chosen is None else "\n".join(sorted(project.chosen))
    name = hash_of(f"{os.path.realpath(output)}\n{os.path.realpath(project.root)}\n{chosen}".encode())[:16]
    return os.path.join(cache_folder(), "builds", name)


def manifest_of(stood: Stood, rest: bytes) -> Manifest:
    """The manifest from its two halves; an empty one if they don't fit."""
    try:
        seen, made, dealt, summary = unpack(rest)
        return Manifest(
            stood["tool"],
            stood["settings"],
            stood["lock"],
            {name: Seen(now, *seen[name]) for name, now in stood["notes"].items()},
            stood["pictures"],
            {name: Output(now, maker, *made[name]) for name, (maker, now) in stood["outputs"].items()},
            Dealt(*dealt),
            stood["complete"],
            summary,
            stood["line"],
        )
    except (ValueError, KeyError, TypeError):
        return Manifest()


def save(path: str, manifest: Manifest) -> None:
    """Write the manifest. Where that can't be done, the next build looks at everything anew."""
    stood = {
        "tool": manifest.tool,
        "settings": manifest.settings,
        "lock": manifest.lock,
        "notes": {name: seen.stamp for name, seen in manifest.notes.items()},
        "pictures": manifest.pictures,
        "outputs": {name: (made.maker, made.stamp) for name, made in manifest.outputs.items()},
        "complete": manifest.complete,
        "line": manifest.line,
    }
    seen = {name: (seen.hash, seen.good, seen.pictures) for name, seen in manifest.notes.items()}
    made = {name: (made.note, made.key, made.pages, made.said) for name, made in manifest.outputs.items()}
    with contextlib.suppress(OSError):
        write(path, joined(stood, pack((seen, made, (manifest.dealt.lock, manifest.dealt.keys), manifest.summary))))


def trusted(seen: Stamp, started_ns: int) -> Stamp:
    """The stamp to remember of a file read in a build that began at `started_ns`."""
    return seen if max(seen[1], seen[2]) < started_ns - _TICK else UNTRUSTED


_HOPELESS: Final = frozenset({errno.ENOSPC, errno.EDQUOT, errno.EROFS})


class Outputs:
    """What stands in the output folder by name, and what this build did to it."""

    def __init__(self, folder: str, last: Manifest, manifest_path: str) -> None:
        self._folder = folder
        self._last = last
        self._manifest_path = manifest_path
        self._found = {(made.maker, made.note): name for name, made in last.outputs.items()}
        self.records: dict[str, Output] = {}
        self.written: list[str] = []
        self.said: list[Said] = []

    def keep(self, maker: str, note: str, key: str | None = None) -> bool:
        """Keep the file of last time if it stands as it was left and was made of `key` (None: of whatever)."""
        name = self._found.get((maker, note))
        if name is None:
            return False
        made = self._last.outputs[name]
        if key is not None and (made.key != key or made.stamp != stamp(os.path.join(self._folder, name))):
            return False
        self.records[name] = made
        return True

    def stands(self, maker: str, note: str) -> bool:
        """Whether the file of this maker and note is whole and as the last build left it."""
        name = self._found.get((maker, note))
        made = None if name is None else self._last.outputs[name]
        return bool(name and made and made.key and made.stamp == stamp(os.path.join(self._folder, name)))

    def announce(self, names: dict[str, tuple[str, str]]) -> None:
        """Write down new files (by name: maker and note) before they are there, so that even a killed build's are
        known.

        Raises `OSError`.
        """
        planned = {
            name: Output(UNTRUSTED, maker, note, "")
            for name, (maker, note) in names.items()
            if name not in self._last.outputs
        }
        if planned:
            save(self._manifest_path, replace(self._last, complete=(), outputs={**self._last.outputs, **planned}))

    def write(self, name: str, data: bytes, made: Output, *, lasting: bool = False) -> None:
        """Put a file into the folder. A file that can't be written is told of; a full disk raises `OSError`."""
        path = os.path.join(self._folder, name)
        try:
            self.records[name] = replace(made, stamp=write(path, data, lasting=lasting))
            self.written.append(path)
        except OSError as error:
            if error.errno in _HOPELESS:
                raise
            self.said.append(Said(path, unwritable(error)))
            if name in self._last.outputs:
                self.records[name] = replace(self._last.outputs[name], key="")

    def bytes_of(self, maker: str, note: str) -> bytes | None:
        """What the last build left in the file of this maker and note, if it is there."""
        name = self._found.get((maker, note))
        try:
            with open(os.path.join(self._folder, name or ""), "rb") as file:
                return file.read()
        except OSError:
            return None

    def stale(self, makers: frozenset[str]) -> list[str]:
        """The files of these makers that are neither made nor kept this time, but for those someone changed since."""
        paths = []
        for name, made in self._last.outputs.items():
            path = os.path.join(self._folder, name)
            if name not in self.records and made.maker in makers:
                now = stamp(path)
                if now is not None and made.stamp in (UNTRUSTED, now):
                    paths.append(path)
        return paths

    def remove_stale(self, makers: frozenset[str]) -> list[str]:
        """Remove the stale files of these makers; those of other makers stay as they are."""
        self.records.update(
            (name, made)
            for name, made in self._last.outputs.items()
            if made.maker not in makers and name not in self.records
        )
        paths = self.stale(makers)
        for path in paths:
            remove(path, self._folder)
        return paths


def unwritable(error: OSError) -> Diagnostic:
    """The diagnostic for a file or folder that can't be written."""
    message = f"it can't be written: {error.strerror or error}"
    return Diagnostic("not-writable", Severity.ERROR, message, None, "what the last build left is untouched")
