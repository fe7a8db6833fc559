"""Notes through all stages, here or on all cores.

Goes in: `Job`, a note's bytes and the settings. Comes out: `Result`: the packed `Made`, the packed cards and the
finished outputs, as they are done. Workers are forked after the libraries are loaded, so they start in milliseconds;
few jobs are done in this process.
"""

from __future__ import annotations

import gc
import os
import signal
import sys
import threading
import time
from collections import Counter
from collections.abc import Generator, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from importlib import import_module
from typing import Final

from exporter.build.exporters import EXPORTERS, Page
from exporter.build.files import decode
from exporter.build.made import Made, pack, pack_cards
from exporter.build.pictures import load_pictures
from exporter.collector import collector_off
from exporter.diagnostics import Diagnostic, Severity
from exporter.settings import Settings
from exporter.source import SourceFile
from exporter.study import StudyNote


@dataclass(frozen=True, slots=True)
class Job:
    """A note to read, and the exporters whose output it lacks.

    `name` is its path below `root`, the project's folder.
    """

    name: str
    root: str
    data: bytes
    settings: Settings
    exporters: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Result:
    """What became of a job. `packed` is its `Made`, `cards` its packed deck, `pages` are the outputs by exporter."""

    name: str
    packed: bytes
    cards: bytes | None = None
    pages: dict[str, Page] = field(default_factory=dict)
    seconds: dict[str, float] = field(default_factory=dict)


def run(job: Job) -> Result:
    """Take a note through the stages. A note that breaks a stage is the error `internal-error`: the others go on."""
    clock = _Clock()
    source = decode(job.name, job.data)
    if isinstance(source, Diagnostic):
        return _failed(job, source)
    try:
        return _run(job, source, clock)
    except Exception as error:  # whatever it is, it must not take the other notes with it
        return _failed(job, internal_error(error))


def _failed(job: Job, *told: Diagnostic) -> Result:
    return Result(job.name, pack(Made(None, diagnostics=told)))


def _run(job: Job, source: SourceFile, clock: _Clock) -> Result:
    from exporter.cards import cards_of
    from exporter.facts import facts_of
    from exporter.kramdown import parse
    from exporter.recognise import recognise

    with clock.stage("read"):
        document = parse(source)
        note = recognise(document, key=os.path.splitext(job.name)[0], read=job.settings.read)
    told = (*document.diagnostics, *note.diagnostics)
    if any(found.severity is Severity.ERROR for found in told):
        return _failed(job, *told)
    folder = os.path.dirname(os.path.join(job.root, job.name))
    images, missing = load_pictures(document.blocks, folder, job.root)
    with clock.stage("cards"):
        deck = cards_of(note, job.settings.deck, images)
        facts = Counter(fact["kind"] for fact in facts_of(note))
    pages = {}
    for exporter in job.exporters:
        with clock.stage(exporter):
            pages[exporter] = EXPORTERS[exporter].make(note, job.settings, folder, job.root)
    made = Made(deck.head, len(deck.not_asked), dict(facts), (*told, *missing))
    return Result(job.name, pack(made), pack_cards(deck), pages, clock.seconds)


def study(source: SourceFile, settings: Settings) -> StudyNote:
    """Read a note: text to document to study note."""
    from exporter.kramdown import parse
    from exporter.recognise import recognise

    return recognise(parse(source), key=os.path.splitext(source.path)[0], read=settings.read)


def internal_error(error: Exception) -> Diagnostic:
    """The diagnostic for a stage that failed on a note, whatever it raised."""
    trace = error.__traceback__
    while trace is not None and trace.tb_next is not None:
        trace = trace.tb_next
    where = f" in {trace.tb_frame.f_code.co_name}, line {trace.tb_lineno}" if trace else ""
    return Diagnostic(
        "internal-error",
        Severity.ERROR,
        f"kramdeck failed on this note: {type(error).__name__}: {error}{where}",
        None,
        "this is a fault of kramdeck's, not of the note; please report it together with the note",
    )


class _Clock:
    """Adds up the seconds of each stage."""

    def __init__(self) -> None:
        self.seconds: dict[str, float] = {}

    @contextmanager
    def stage(self, name: str) -> Iterator[None]:
        start = time.perf_counter()
        try:
            yield
        finally:
            self.seconds[name] = self.seconds.get(name, 0.0) + time.perf_counter() - start


_FEW_READINGS: Final = 24  # below this, forking costs more than it saves
_BATCH: Final = 16  # readings a worker takes at a time
_STAGES: Final = ("exporter.kramdown", "exporter.recognise", "exporter.cards", "exporter.facts")
_LOST: Final = Diagnostic(
    "internal-error",
    Severity.ERROR,
    "the process that worked on this note died",
    None,
    "this is a fault of kramdeck's or of a library's; please report it together with the note",
)
_KEPT: Final = 8  # jobs between two collections of what sheets leave behind


def run_all(jobs: Sequence[Job], workers: int) -> Iterator[Result]:
    """The result of every job, in no set order."""
    heavy = any(job.exporters for job in jobs)
    if workers < 2 or len(jobs) < (2 if heavy else _FEW_READINGS) or not hasattr(os, "fork"):
        yield from _here(jobs)
        return
    size = 1 if heavy else _BATCH
    yield from _forked([jobs[at : at + size] for at in range(0, len(jobs), size)], workers)


def _here(jobs: Sequence[Job]) -> Iterator[Result]:
    for number, job in enumerate(jobs, start=1):
        with collector_off():
            result = run(job)
        yield result
        if number % _KEPT == 0 and job.exporters:
            gc.collect()


def _forked(batches: list[Sequence[Job]], workers: int) -> Iterator[Result]:
    """All batches in workers. Where one dies, each job that was under way is tried alone, to find the note at fault."""
    _warm_up(batches)
    gc.freeze()
    try:
        undone = yield from _pooled(batches, workers)
        for job in (job for batch in undone for job in batch):
            if (yield from _pooled([[job]], 1)):
                yield _failed(job, _LOST)
    finally:
        gc.unfreeze()


def _pooled(batches: list[Sequence[Job]], workers: int) -> Generator[Result, None, list[Sequence[Job]]]:
    """The results of the batches; returns those that were not done because a worker died."""
    from concurrent.futures import ProcessPoolExecutor, as_completed
    from concurrent.futures.process import BrokenProcessPool
    from multiprocessing import get_context

    undone: list[Sequence[Job]] = []
    pool = ProcessPoolExecutor(
        min(workers, len(batches)), get_context("fork"), initializer=_begin, initargs=(os.getpid(),)
    )
    try:
        futures = {pool.submit(_batch, batch): batch for batch in batches}
        for done in as_completed(futures):
            try:
                yield from done.result()
            except BrokenProcessPool:
                undone.append(futures[done])
    finally:
        pool.shutdown(wait=True, cancel_futures=True)
    return undone


def _warm_up(batches: list[Sequence[Job]]) -> None:
    """Load, once and before forking, what every worker needs."""
    for name in _STAGES:
        import_module(name)
    printed = next((job for batch in batches for job in batch if job.exporters), None)
    if printed is not None:
        from exporter.build.printing import prepare

        prepare(printed.settings.sheet, printed.root)


def _begin(parent: int) -> None:
    """A worker leaves Ctrl-C to its parent, and ends when the parent is gone, even killed."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    signal.signal(signal.SIGTERM, signal.SIG_DFL)
    gc.disable()
    threading.Thread(target=_end_with, args=(parent,), daemon=True).start()


def _end_with(parent: int) -> None:
    while os.getppid() == parent:
        time.sleep(0.5)
    os._exit(1)


def _batch(jobs: Sequence[Job]) -> list[Result]:
    results = [run(job) for job in jobs]
    if any(job.exporters for job in jobs):
        gc.collect()
    return results


def cores() -> int:
    """How many cores this process may use."""
    return len(os.sched_getaffinity(0)) if sys.platform == "linux" else os.cpu_count() or 1
