"""A build from beginning to end. The door of this package.

Goes in: `Request`. Comes out: `Report`; nothing is raised for what a user wrote or named, or for what a disk refuses.
Where nothing changed it returns at once, so what only work needs is imported behind that point.
"""

from __future__ import annotations

import contextlib
import os
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace

from exporter.build.exporters import DECK, EXPORTERS
from exporter.build.files import sweep, write
from exporter.build.outputs import Manifest, manifest_of, manifest_path, unwritable
from exporter.build.project import Project, find
from exporter.build.report import Report, failed_report, unchanged_report
from exporter.build.standing import Stood, calls_path, pack, read, stands, tool_with, with_call
from exporter.diagnostics import Diagnostic

Progress = Callable[[int, int, str], None]
"""Told of progress: how many notes are done, of how many, and the note just done."""


@dataclass(frozen=True, slots=True)
class Request:
    """What the user asks for.

    `only` names one exporter, `sheet` are fields of `SheetSettings` set on the command line; `workers` 0 means as many
    as there are cores. `words` are the command line's, if the same words may be answered without reading them again.
    """

    sources: tuple[str, ...]
    output: str
    only: str | None = None
    sheet: tuple[tuple[str, str | int | bool], ...] = ()
    force: bool = False
    dry_run: bool = False
    workers: int = 0
    words: tuple[str, ...] = ()

    @property
    def makers(self) -> frozenset[str]:
        """The names of the exporters asked for."""
        return frozenset([self.only] if self.only else [DECK, *EXPORTERS])


@dataclass(frozen=True, slots=True)
class Task:
    """A request whose project is found: what the last build left, and since when (ns) this one runs.

    `tool` is the tool's fingerprint with what the command line adds to the settings; `stood` is the half of the
    manifest `last` that tells whether anything changed.
    """

    request: Request
    project: Project
    tool: str
    stood: Stood
    last: Manifest
    manifest_path: str
    started: int


def build(request: Request, progress: Progress = lambda *_: None) -> Report:
    """Make what changed. A failed build leaves every file of the last good one as it was."""
    task = task_of(request)
    if isinstance(task, Report):
        return task
    if nothing_to_do(task):
        _remember(task)
        return unchanged_report(task.last.summary)
    from exporter.build.work import dry_run, work

    if request.dry_run:
        return dry_run(task)[0]
    try:
        os.makedirs(request.output, exist_ok=True)
        with _alone(task.manifest_path):
            sweep(request.output)
            task = _with_manifest(task)
            report = unchanged_report(task.last.summary) if nothing_to_do(task) else work(task, progress)
        _remember(task)
        return report
    except OSError as error:
        return failed_report(error.filename or request.output, unwritable(error))


def task_of(request: Request) -> Task | Report:
    """Find the request's project; a report that says why where there is none."""
    started = time.time_ns()
    project = find(request.sources)
    if isinstance(project, Diagnostic):
        return failed_report(None, project)
    path = manifest_path(request.output, project)
    return _with_manifest(Task(request, project, tool_with(request.sheet), {}, Manifest(), path, started))


def _with_manifest(task: Task) -> Task:
    stood, rest = read(task.manifest_path)
    last = manifest_of(stood, rest)
    return replace(task, stood=stood if last.tool else {}, last=last)


def nothing_to_do(task: Task) -> bool:
    """Whether all that is asked for stands as the last build left it."""
    request, project = task.request, task.project
    return not request.force and stands(
        task.stood, project.root, project.notes, request.output, task.tool, request.makers
    )


def _remember(task: Task) -> None:
    """Keep what the command's words mean, for `standing.told_again`."""
    request, project = task.request, task.project
    if not request.words or request.force or request.dry_run or project.chosen is not None:
        return
    makers = tuple(sorted(request.makers))
    with contextlib.suppress(OSError):
        calls = with_call(request.words, (task.manifest_path, project.root, request.output, makers, request.sheet))
        if calls is not None:
            write(calls_path(), pack(calls))


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
