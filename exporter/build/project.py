"""What a build works on: the notes of a folder (or the files named), its settings and its lock file.

Goes in: the paths a user names. Comes out: `Project`, found by listing folders; no file is opened.
"""

from __future__ import annotations

import os
from dataclasses import dataclass

from exporter.build.listing import LOCK_NAME, NOTE_SUFFIXES, SETTINGS_NAME, Stamp, notes_below, stamp_of
from exporter.diagnostics import Diagnostic, Severity


@dataclass(frozen=True, slots=True)
class Project:
    """A folder of notes.

    `notes` are all of them, by their path below `root` (with `/`), in order; `chosen` are those outputs are made of
    (None: all). The cards of one note must not take over what belongs to another, so even a single note is built in
    its project.
    """

    root: str
    notes: dict[str, Stamp]
    chosen: frozenset[str] | None = None

    @property
    def settings_path(self) -> str:
        """Where `kramdeck.toml` would stand."""
        return os.path.join(self.root, SETTINGS_NAME)

    @property
    def lock_path(self) -> str:
        """Where `kramdeck.lock` would stand."""
        return os.path.join(self.root, LOCK_NAME)

    @property
    def wanted(self) -> tuple[str, ...]:
        """The notes that outputs are made of."""
        return tuple(name for name in self.notes if self.chosen is None or name in self.chosen)

    def path(self, note: str) -> str:
        """Where a note stands, as the user would name it."""
        return os.path.normpath(os.path.join(self.root, note))


def find(sources: tuple[str, ...]) -> Project | Diagnostic:
    """The project that `sources` mean: one folder, or files. Errors: `source-missing`, `no-notes`, `source-mixed`."""
    missing = next((path for path in sources if not os.path.exists(path)), None)
    if missing is not None:
        return _error(
            "source-missing", f"there is no `{missing}`", "name a folder of study notes, or some of its files"
        )
    folders = [path for path in sources if os.path.isdir(path)]
    if folders and len(sources) > 1:
        return _error("source-mixed", "a folder stands among other sources", "name one folder, or only files")
    if folders:
        return _whole(folders[0])
    return _chosen(sources)


def _whole(root: str) -> Project | Diagnostic:
    notes = dict(sorted(notes_below(root).items()))
    if not notes:
        ends = " or ".join(NOTE_SUFFIXES)
        return _error(
            "no-notes", f"there are no study notes in `{root}`", f"a study note is a file that ends in {ends}"
        )
    return Project(root, notes)


def _chosen(files: tuple[str, ...]) -> Project | Diagnostic:
    root = _root_of([os.path.dirname(os.path.abspath(path)) for path in files])
    chosen = {os.path.relpath(os.path.abspath(path), root).replace(os.sep, "/"): path for path in files}
    stamps = {name: stamp_of(os.stat(path)) for name, path in chosen.items()}
    notes = dict(sorted({**notes_below(root), **stamps}.items())) if _is_root(root) else stamps
    return Project(os.path.relpath(root), notes, frozenset(chosen))


def _root_of(folders: list[str]) -> str:
    """The nearest folder above all of them that holds settings or a lock file, else the folder they share."""
    shared = folder = os.path.commonpath(folders)
    while not _is_root(folder):
        above = os.path.dirname(folder)
        if above == folder:
            return shared
        folder = above
    return folder


def _is_root(folder: str) -> bool:
    return any(os.path.exists(os.path.join(folder, name)) for name in (SETTINGS_NAME, LOCK_NAME))


def _error(code: str, message: str, help_text: str) -> Diagnostic:
    return Diagnostic(code, Severity.ERROR, message, None, help_text)
