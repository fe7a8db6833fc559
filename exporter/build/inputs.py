"""Everything a build reads: settings, lock file, and those notes whose stamp is not the one of last time.

Goes in: a project and the last manifest. Comes out: `Inputs`. A note unchanged since the last build is known by its
hash and opened only if it must be read again.
"""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from typing import Any

from exporter.build.files import hash_of, text_of, unreadable
from exporter.build.listing import Stamp, stamp
from exporter.build.outputs import Manifest, Seen
from exporter.build.pictures import mentioned, picture_paths
from exporter.build.project import Project
from exporter.build.report import Said
from exporter.collector import collector_off
from exporter.diagnostics import Diagnostic, Severity
from exporter.settings import Settings, read_settings
from exporter.source import SourceFile


@dataclass(frozen=True, slots=True)
class Inputs:
    """What was read. `lock_text` is None where the lock file can't be read; `said` are faults outside the notes."""

    settings: Settings
    settings_hash: str
    settings_stamp: Stamp | None
    lock_text: str | None
    lock_hash: str
    lock_stamp: Stamp | None
    seen: dict[str, Seen]
    pictures: dict[str, Stamp | None]
    said: tuple[Said, ...] = ()
    data: dict[str, bytes] = field(default_factory=dict)


@collector_off()
def read_inputs(project: Project, last: Manifest, sheet: Mapping[str, Any]) -> Inputs:
    """Read settings and lock file, and hash the notes. A note that can't be opened is left out and told of.

    `sheet` are fields of the sheet's settings that the command line sets.
    """
    said: list[Said] = []
    settings_stamp, lock_stamp = stamp(project.settings_path), stamp(project.lock_path)
    settings_text = _text(project.settings_path, said)
    settings = _settings(project, settings_text, said)
    settings = replace(settings, sheet=replace(settings.sheet, **sheet))
    lock_text = _text(project.lock_path, said)
    seen: dict[str, Seen] = {}
    data: dict[str, bytes] = {}
    for name, now in _with_own_key(project, said):
        known = last.notes.get(name)
        if known is not None and known.stamp == now:
            seen[name] = known
        elif (content := _read(project.path(name), said)) is not None:
            data[name] = content
            seen[name] = _seen(project, name, now, content, known)
    return Inputs(
        settings,
        hash_of((settings_text or "").encode()),
        settings_stamp,
        lock_text,
        hash_of((lock_text or "").encode()),
        lock_stamp,
        seen,
        {path: stamp(path) for path in sorted({path for one in seen.values() for path in one.pictures})},
        tuple(said),
        data,
    )


def _with_own_key(project: Project, said: list[Said]) -> Iterator[tuple[str, Stamp]]:
    """The notes, but for those that differ from another in their suffix alone: cards are known without it."""
    taken: dict[str, str] = {}
    for name, now in project.notes.items():
        other = taken.setdefault(os.path.splitext(name)[0], name)
        if other == name:
            yield name, now
        else:
            message = f"`{project.path(other)}` has the same name but for the suffix"
            said.append(
                Said(
                    project.path(name),
                    Diagnostic("duplicate-note", Severity.ERROR, message, None, "rename one of the two"),
                )
            )


def project_settings(project: Project) -> tuple[Settings, tuple[Said, ...]]:
    """The project's settings, and what is wrong in them."""
    said: list[Said] = []
    settings = _settings(project, _text(project.settings_path, said), said)
    return settings, tuple(said)


def _settings(project: Project, text: str | None, said: list[Said]) -> Settings:
    settings, found = read_settings(SourceFile(project.settings_path, text or ""))
    said += [Said(project.settings_path, diagnostic) for diagnostic in found]
    return settings


def _seen(project: Project, name: str, now: Stamp, content: bytes, known: Seen | None) -> Seen:
    sources = picture_paths(mentioned(content), os.path.dirname(project.path(name)), project.root)
    return Seen(now, hash_of(content), known.good if known else "", tuple(sorted(set(sources))))


def _text(path: str, said: list[Said]) -> str | None:
    """The file's text, empty if there is none; None, with a diagnostic, if it can't be read."""
    if not os.path.lexists(path):
        return ""
    data = _read(path, said)
    text = None if data is None else text_of(data)
    if isinstance(text, Diagnostic):
        said.append(Said(path, text))
        return None
    return text


def _read(path: str, said: list[Said]) -> bytes | None:
    try:
        with open(path, "rb") as file:
            return file.read()
    except OSError as error:
        said.append(Said(path, unreadable(error)))
        return None


def contents(project: Project, inputs: Inputs, names: list[str]) -> Iterator[tuple[str, bytes]]:
    """The bytes of notes, opened now where they were not before. A note that changed meanwhile is taken as it is now.

    The next build finds the change by its stamp. Raises `OSError` if a note is gone.
    """
    for name in names:
        content = inputs.data.get(name)
        if content is None:
            with open(os.path.join(project.root, name), "rb") as file:
                content = file.read()
        yield name, content
