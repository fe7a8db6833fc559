"""The work of a build that has something to do.

Goes in: a `Task`. Comes out: files, and the `Report`. Order: notes are read and sheets written as they are finished,
then the deck, then the lock file, then what nothing makes any more goes, then the manifest. A build that ends anywhere
in between leaves whole files, and the next one goes on from there.
"""

from __future__ import annotations

import os
import time
from collections import Counter
from collections.abc import Mapping
from dataclasses import replace
from typing import Final

from exporter.build.books import book_files, lacking_books, write_books
from exporter.build.carried import carried_over, package_of
from exporter.build.deck import DeckPlan, package_file, plan_deck, root_deck
from exporter.build.exporters import DECK, EXPORTERS, Page
from exporter.build.files import hash_of, write
from exporter.build.inputs import Inputs, read_inputs
from exporter.build.listing import stamp
from exporter.build.made import Made, diagnostic_of, diagnostic_row
from exporter.build.outputs import UNTRUSTED, Dealt, Manifest, Output, Outputs, save, trusted, unwritable
from exporter.build.project import Project
from exporter.build.reading import Lacking, OnPage, Reader
from exporter.build.report import Cards, Report, Said, standing_line, summary_of
from exporter.build.run import Progress, Task
from exporter.build.stages import cores
from exporter.build.standing import same_inputs
from exporter.build.store import Store, open_store
from exporter.diagnostics import Diagnostic

REMOVED: Final = "removed"
"""What the package of removed cards is made of, in place of a note."""


def work(task: Task, progress: Progress) -> Report:
    """Do it. Raises `OSError` where the disk is full or the folder can't be written."""
    begun = time.perf_counter()
    with open_store() as store:
        inputs, outputs, reader, lacking = _begin(task, store)
        said = list(inputs.said)
        outputs.announce(_file_names(task, inputs, lacking))
        on_page = _page_writer(task.project, outputs)
        reader.read(lacking, on_page, progress, task.request.workers or cores(), fresh=task.request.force)
        plan = plan_deck(task.project, inputs, reader, said)
    if DECK in task.request.makers:
        _write_deck(task, inputs, plan, outputs)
    write_books(task, inputs, reader, outputs, progress)
    whole = _keep_broken(task, reader.readings.made, outputs)
    deleted = outputs.remove_stale(task.request.makers)
    said += [*_said(task.project, reader.readings.made, outputs), *outputs.said]
    report = _report(task, reader.readings.made, plan, said, outputs)
    seconds = {**reader.readings.seconds, "all": time.perf_counter() - begun}
    idle = not (reader.readings.read or outputs.written or deleted)
    report = replace(report, written=tuple(outputs.written), deleted=tuple(deleted), seconds=seconds, up_to_date=idle)
    dealt = _dealt(task, plan, outputs)
    _save(task, inputs, reader, outputs, report, dealt, whole=whole and not outputs.said)
    return report


def dry_run(task: Task) -> tuple[Report, DeckPlan | None]:
    """What `work` would do, and the deck it would make; nothing is written but the store."""
    with open_store() as store:
        inputs, outputs, reader, lacking = _begin(task, store)
        said = list(inputs.said)
        reader.read({}, _refuse, lambda *_: None, task.request.workers or cores(), fresh=False)
        plan = plan_deck(task.project, inputs, reader, said)
    made = reader.readings.made
    names = [
        _output_name(name, EXPORTERS[exporter].suffixes[0])
        for name, exporters in lacking.items()
        for exporter in exporters
        if made[name].deck is not None
    ]
    _keep_broken(task, made, outputs)
    if plan and plan.chosen and DECK in task.request.makers and not outputs.keep(DECK, "", plan.key):
        names.append(package_file(task.project, plan.root_name))
    names += lacking_books(task, inputs, reader, outputs).values()
    written = tuple(os.path.join(task.request.output, name) for name in names)
    deleted = tuple(path for path in outputs.stale(task.request.makers) if path not in written)
    said += _said(task.project, made, outputs)
    return replace(_report(task, made, plan, said, outputs), written=written, deleted=deleted), plan


def _begin(task: Task, store: Store) -> tuple[Inputs, Outputs, Reader, Lacking]:
    """What a build reads and what it may write: the beginning of one that works, and of one that only tells."""
    inputs = read_inputs(task.project, task.last, dict(task.request.sheet))
    outputs = Outputs(task.request.output, task.last, task.manifest_path)
    reader = Reader(task.project, inputs, task.tool, store, carried_over(task, inputs, outputs))
    return inputs, outputs, reader, _lacking(task, reader, outputs)


def _refuse(*_: object) -> None:
    raise AssertionError("a dry run makes no page")


def _lacking(task: Task, reader: Reader, outputs: Outputs) -> Lacking:
    """Which exporters' outputs each note lacks; the others are kept."""
    makers = [name for name in EXPORTERS if name in task.request.makers]
    lacking: Lacking = {}
    for name in task.project.wanted:
        key = reader.readings.keys.get(name)
        if key is not None:
            kept = [] if task.request.force else [maker for maker in makers if outputs.keep(maker, name, key)]
            lacking[name] = tuple(maker for maker in makers if maker not in kept)
    return {name: some for name, some in lacking.items() if some}


def _file_names(task: Task, inputs: Inputs, lacking: Lacking) -> dict[str, tuple[str, str]]:
    """Every file this build may write, with its maker and note."""
    project = task.project
    names = {
        _output_name(name, suffix): (maker, name)
        for name, some in lacking.items()
        for maker in some
        for suffix in EXPORTERS[maker].suffixes
    }
    package = package_file(project, root_deck(project, inputs.settings.deck))
    removed = f"{os.path.splitext(package)[0]}-removed.apkg"
    books = {name: (maker, "") for maker, name in book_files(project, inputs, task.request.makers).items()}
    return {**names, **books, package: (DECK, ""), removed: (DECK, REMOVED)}


def _output_name(note: str, suffix: str) -> str:
    return os.path.splitext(note)[0] + suffix


def _page_writer(project: Project, outputs: Outputs) -> OnPage:
    """What takes finished pages. Where none could be made, the last good one stays, and the reason is told."""

    def write_page(note: str, maker: str, key: str, page: Page) -> None:
        if not page.data:
            outputs.keep(maker, note)
            outputs.said += [Said(project.path(note), found) for found in page.diagnostics]
            return
        said = tuple(map(diagnostic_row, page.diagnostics))
        made = Output(UNTRUSTED, maker, note, "" if page.fallback else key, page.pages, said)
        outputs.write(_output_name(note, page.suffix), page.data, made)

    return write_page


def _write_deck(task: Task, inputs: Inputs, plan: DeckPlan | None, outputs: Outputs) -> None:
    """The package, then the lock file: a lock that is older than its package makes no card stale, the reverse could."""
    if plan is None or not plan.chosen:
        outputs.keep(DECK, "")
        outputs.keep(DECK, REMOVED)
        return
    if task.request.force or not outputs.keep(DECK, "", plan.key):
        name = package_file(task.project, plan.root_name)
        _write_removed(name, plan, outputs, force=task.request.force)
        outputs.write(name, plan.package(), Output(UNTRUSTED, DECK, "", plan.key), lasting=True)
    else:
        outputs.keep(DECK, REMOVED)
    if plan.dealt.lock != inputs.lock_hash:
        try:
            write(task.project.lock_path, plan.lock, lasting=True)
        except OSError as error:
            outputs.said.append(Said(task.project.lock_path, unwritable(error)))


def _write_removed(package: str, plan: DeckPlan, outputs: Outputs, *, force: bool) -> None:
    """The small package that tags removed cards in Anki; it takes their text from the packages of the last build."""
    gone = sorted((entry.guid, entry.mod) for entry in plan.ledger.entries.values() if entry.removed is not None)
    key = hash_of(f"{plan.root_name}\n{sorted(plan.ledger.types.items())}\n{gone}".encode())
    if gone and (force or not outputs.keep(DECK, REMOVED, key)):
        data = plan.removed_package(plan.last or package_of(outputs), package_of(outputs, REMOVED))
        if data is not None:
            name = f"{os.path.splitext(package)[0]}-removed.apkg"
            outputs.write(name, data, Output(UNTRUSTED, DECK, REMOVED, key))


def _keep_broken(task: Task, made: Mapping[str, Made], outputs: Outputs) -> bool:
    """Keep the last good outputs of notes with errors; whether there are no such notes."""
    broken = [name for name in task.project.notes if name not in made or made[name].deck is None]
    for name in broken:
        for maker in task.request.makers & EXPORTERS.keys():
            outputs.keep(maker, name)
    return not broken


def _said(project: Project, made: Mapping[str, Made], outputs: Outputs) -> list[Said]:
    """What is to be told of the notes that were asked for and of their pages, note by note."""
    of_pages: dict[str, list[Diagnostic]] = {}
    for output in outputs.records.values():
        of_pages.setdefault(output.note, []).extend(map(diagnostic_of, output.said))
    return [
        Said(project.path(name), found)
        for name in project.wanted
        for found in (*(made[name].diagnostics if name in made else ()), *of_pages.get(name, ()))
    ] + [Said(None, found) for found in of_pages.get("", ())]


def _report(task: Task, made: Mapping[str, Made], plan: DeckPlan | None, said: list[Said], outputs: Outputs) -> Report:
    wanted = [made[name] for name in task.project.wanted if name in made]
    facts: Counter[str] = Counter()
    for one in wanted:
        facts.update(one.facts)
    return Report(
        notes=len(task.project.wanted),
        facts=dict(facts),
        cards=plan.cards if plan else Cards(),
        not_asked=plan.not_asked if plan else 0,
        pages=sum(output.pages for output in outputs.records.values()),
        said=tuple(said),
    )


def _dealt(task: Task, plan: DeckPlan | None, outputs: Outputs) -> Dealt:
    """What the deck that now stands with its lock file was made of; what it was before if none was to be made."""
    if DECK not in task.request.makers:
        return task.last.dealt
    written = any(made.maker == DECK and plan and made.key == plan.key for made in outputs.records.values())
    return plan.dealt if plan and written and not outputs.said else Dealt()


def _save(
    task: Task, inputs: Inputs, reader: Reader, outputs: Outputs, report: Report, dealt: Dealt, *, whole: bool
) -> None:
    """The manifest. Exporters not asked for stay complete only if nothing they are made of changed."""
    made, keys = reader.readings.made, reader.readings.keys
    notes = {
        name: replace(
            seen, stamp=trusted(seen.stamp, task.started), good=seen.good if made[name].deck is None else keys[name]
        )
        for name, seen in inputs.seen.items()
        if name in made
    }
    complete = task.request.makers if whole and all(output.key for output in outputs.records.values()) else frozenset()
    if same_inputs(task.stood, task.project.root, task.project.notes, task.tool):
        complete |= set(task.last.complete) - task.request.makers
    wrote_lock = stamp(task.project.lock_path) != inputs.lock_stamp
    manifest = Manifest(
        task.tool,
        inputs.settings_stamp and trusted(inputs.settings_stamp, task.started),
        stamp(task.project.lock_path) if wrote_lock else inputs.lock_stamp and trusted(inputs.lock_stamp, task.started),
        notes,
        inputs.pictures,
        outputs.records,
        dealt,
        tuple(sorted(complete)),
        summary_of(report),
        standing_line(report),
    )
    if manifest != task.last:
        save(task.manifest_path, manifest)
