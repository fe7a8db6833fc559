"""A build from beginning to end. The door of this package.

Goes in: `Request`. Comes out: `Report`; nothing is raised for what a user wrote or named, or for what a disk refuses.
Where nothing changed it returns at once, so what only work needs is imported behind that point.
"""

from __future__ import annotations

import contextlib
import os
import sys
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace

from exporter import __version__
from exporter.build.exporters import DECK, EXPORTERS
from exporter.build.files import hash_of, sweep
from exporter.build.outputs import Manifest, is_fresh, load, manifest_path, unwritable
from exporter.build.project import Project, find
from exporter.build.report import Report, failed_report, unchanged_report
from exporter.diagnostics import Diagnostic

Progress = Callable[[int, int, str], None]
"""Told of progress: how many notes are done, of how many, and the note just done."""


@dataclass(frozen=True, slots=True)
class Request:
    """What the user asks for.

    `only` names one exporter, `sheet` are fields of `SheetSettings` set on the command line; `workers` 0 means as many
    as there are cores.
    """

    sources: tuple[str, ...]
    output: str
    only: str | None = None
    sheet: tuple[tuple[str, str | int | bool], ...] = ()
    force: bool = False
    dry_run: bool = False
    workers: int = 0

    @property
    def makers(self) -> frozenset[str]:
        """The names of the exporters asked for."""
        return frozenset([self.only] if self.only else [DECK, *EXPORTERS])


@dataclass(frozen=True, slots=True)
class Task:
    """A request whose project is found: what the last build left, and since when (ns) this one runs.

    `tool` is the tool's fingerprint with what the command line adds to the settings.
    """

    request: Request
    project: Project
    tool: str
    last: Manifest
    manifest_path: str
    started: int


def build(request: Request, progress: Progress = lambda *_: None) -> Report:
    """Make what changed. A failed build leaves every file of the last good one as it was."""
    task = task_of(request)
    if isinstance(task, Report):
        return task
    if nothing_to_do(task):
        return unchanged_report(task.last.summary)
    from exporter.build.work import dry_run, work

    if request.dry_run:
        return dry_run(task)[0]
    try:
        os.makedirs(request.output, exist_ok=True)
        with _alone(task.manifest_path):
            sweep(request.output)
            task = replace(task, last=load(task.manifest_path))
            return unchanged_report(task.last.summary) if nothing_to_do(task) else work(task, progress)
    except OSError as error:
        return failed_report(error.filename or request.output, unwritable(error))


def task_of(request: Request) -> Task | Report:
    """Find the request's project; a report that says why where there is none."""
    started = time.time_ns()
    project = find(request.sources)
    if isinstance(project, Diagnostic):
        return failed_report(None, project)
    path = manifest_path(request.output, project)
    tool = f"{fingerprint()} {request.sheet}" if request.sheet else fingerprint()
    return Task(request, project, tool, load(path), path, started)


def nothing_to_do(task: Task) -> bool:
    """Whether all that is asked for stands as the last build left it."""
    request = task.request
    return not request.force and is_fresh(task.last, task.project, request.output, task.tool, request.makers)


def fingerprint() -> str:
    """The tool's version, Python's, and the state of the program's files and of the packages beside them.

    A version number alone would trust old results while the program is worked on. The time of the folder with the
    installed packages changes whenever one is installed, upgraded or removed.
    """
    import click

    package = os.path.dirname(os.path.dirname(__file__))
    parts = [__version__, sys.version, str(os.stat(os.path.dirname(os.path.dirname(click.__file__))).st_mtime_ns)]
    waiting = [package]
    while waiting:
        with os.scandir(waiting.pop()) as entries:
            for entry in sorted(entries, key=lambda entry: entry.name):
                if entry.is_dir():
                    if entry.name != "__pycache__":
                        waiting.append(entry.path)
                else:
                    status = entry.stat()
                    parts.append(f"{entry.name} {status.st_size} {status.st_mtime_ns}")
    return hash_of("\n".join(parts).encode())


@contextlib.contextmanager
def _alone(path: str) -> Iterator[None]:
    """Wait for another build of the same outputs to end. The lock ends with the process, however that ends."""
    with contextlib.ExitStack() as stack:
        with contextlib.suppress(OSError, ImportError):
            import fcntl

            os.makedirs(os.path.dirname(path), exist_ok=True)
            file = stack.enter_context(open(f"{os.path.splitext(path)[0]}.lock", "wb"))
            fcntl.flock(file, fcntl.LOCK_EX)
        yield
