"""Building again whenever a note is saved.

Goes in: a request. Comes out: a `Rebuilt` after each build, until the process is interrupted. What was imported stays
warm.
"""

from __future__ import annotations

import os
import time
from collections.abc import Iterator
from dataclasses import dataclass
from threading import Event
from typing import TYPE_CHECKING, Final

from exporter.build.listing import NOTE_SUFFIXES, SETTINGS_NAME
from exporter.build.report import Report
from exporter.build.run import Request, build

if TYPE_CHECKING:
    from watchfiles import Change

_QUIET_MS: Final = 20  # an editor's writes come within it
_LONGEST_MS: Final = 300
_SETTLE: Final = 0.15  # seconds; an editor that saves by renaming has the file back by then
_PICTURES: Final = (".png", ".jpg", ".jpeg", ".gif", ".svg", ".webp")


@dataclass(frozen=True, slots=True)
class Rebuilt:
    """One build: what had changed (paths; empty for the first), what was done, how long it took."""

    changed: tuple[str, ...]
    report: Report
    seconds: float


def watch(request: Request, stop: Event | None = None) -> Iterator[Rebuilt]:
    """Build now, and after each change that matters.

    Ends when `stop` is set; a key interrupt is raised as `KeyboardInterrupt`.
    """
    from watchfiles import watch as changes

    first = _build(request, ())
    yield first
    said = first.report.said
    events = changes(
        *_folders(request.sources),
        watch_filter=_matters,
        debounce=_LONGEST_MS,
        step=_QUIET_MS,
        stop_event=stop,
        rust_timeout=1000,
        yield_on_timeout=False,
        raise_interrupt=True,
    )
    for found in events:
        paths = tuple(sorted({os.path.relpath(file) for _, path in found for file in _files(path)}))
        if not all(os.path.exists(path) for path in paths):
            time.sleep(_SETTLE)
        rebuilt = _build(request, paths)
        if not rebuilt.report.up_to_date or rebuilt.report.said != said:
            yield rebuilt
        said = rebuilt.report.said


def _build(request: Request, changed: tuple[str, ...]) -> Rebuilt:
    start = time.perf_counter()
    report = build(request)
    return Rebuilt(changed, report, time.perf_counter() - start)


def _folders(sources: tuple[str, ...]) -> list[str]:
    """Folders rather than files: a file that is replaced by renaming would no longer be the one watched."""
    return sorted({path if os.path.isdir(path) else os.path.dirname(path) or "." for path in sources})


def _files(path: str) -> Iterator[str]:
    """The path itself, or what matters in it if it is a new folder: its files may come before it is watched."""
    if not os.path.isdir(path):
        yield path
    for folder, _, names in os.walk(path):
        yield from (os.path.join(folder, name) for name in names if _is_input(name))


def _is_input(name: str) -> bool:
    suffix = os.path.splitext(name)[1].lower()
    return not name.startswith(".") and (name == SETTINGS_NAME or suffix in NOTE_SUFFIXES or suffix in _PICTURES)


def _matters(_: Change, path: str) -> bool:
    """Notes, settings, pictures; and folders, since a file may be in a new one before it is watched."""
    name = os.path.basename(path)
    if name.startswith("."):
        return False
    return _is_input(name) or "." not in name or os.path.isdir(path)
