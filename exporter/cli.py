"""The command line: options in, diagnostics and a short account out. It decides nothing of its own.

Only click is imported here; what a command needs is imported when it runs, so that `--help` stays quick. Exit codes: 0
done, 1 something is wrong in the notes or with the files, 2 the command was called wrongly.
"""

from __future__ import annotations

import os
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from typing import TYPE_CHECKING, Any, TypeVar

import click

from exporter import __version__

if TYPE_CHECKING:
    from exporter.build.report import Report, Said

SOURCE = click.argument("source", nargs=-1, type=click.Path())
FILES = click.argument("files", nargs=-1, required=True, type=click.Path(exists=True, dir_okay=False))
OUTPUT = click.option("-o", "--output", default="build", show_default=True, type=click.Path(), help="Where files go.")
ONLY = click.option(
    "--only",
    type=click.Choice(["deck", "sheet", "handbook", "cards"]),
    help="Make only the deck or the sheets; or all notes as one handbook, or as flash cards to cut out.",
)
STRICT = click.option("--strict", is_flag=True, help="Exit 1 for warnings too.")
SHEET = (
    click.option("--size", type=click.Choice(["a3", "a4", "a5", "letter"]), help="Paper of the sheets."),
    click.option("--orientation", type=click.Choice(["portrait", "landscape"]), help="Which way the paper lies."),
    click.option("--columns", type=click.IntRange(1, 6), help="Columns of a sheet."),
    click.option("--pages", type=click.IntRange(1, 99), help="How many pages a sheet should fit on."),
    click.option("--ink-saver/--no-ink-saver", default=None, help="Outlines in place of filled areas."),
    click.option("--language", type=click.Choice(["ko", "en", "zh", "ja"]), help="Language of a sheet's labels."),
)
STAGE_NAMES = ("html", "tree", "note", "outline", "facts", "cards", "sheet")


Command = TypeVar("Command", bound=Callable[..., Any])


def sheet_options(command: Command) -> Command:
    """Give a command the options that set the sheets; they win over `kramdeck.toml`."""
    for option in reversed(SHEET):
        command = option(command)
    return command


@click.group(context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100})
@click.version_option(__version__, prog_name="kramdeck", message="%(prog)s %(version)s")
def cli() -> None:
    """Make an Anki deck and printed sheets of kramdown study notes.

    SOURCE is a folder of notes, or some of its files; without it, the folder `source` if there is one, else this one.
    """
    import signal

    # A build that is told to end takes its half-written files along.
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(128 + signal.SIGTERM))


@cli.command()
@SOURCE
@OUTPUT
@ONLY
@STRICT
@click.option("--force", is_flag=True, help="Make everything anew.")
@click.option("--dry-run", is_flag=True, help="Say what would be done, write nothing.")
@click.option("--report", type=click.Path(dir_okay=False), help="Write an account as JSON to this file.")
@sheet_options
@click.pass_obj
def build(
    words: tuple[str, ...] | None,
    /,
    source: tuple[str, ...],
    output: str,
    only: str | None,
    report: str | None,
    *,
    strict: bool,
    force: bool,
    dry_run: bool,
    **sheet: Any,
) -> None:
    """Make the deck and the sheets; only what changed."""
    from exporter.build.run import Request
    from exporter.build.run import build as run

    start = time.perf_counter()
    told = () if report or words is None else words
    request = Request(_sources(source), output, only, _chosen(sheet), force=force, dry_run=dry_run, words=told)
    with _progress_bar() as progress:
        done = run(request, progress)
    _tell(done, time.perf_counter() - start, dry_run=dry_run)
    if report:
        _write_report(report, done)
    sys.exit(_exit_code(done, strict=strict))


@cli.command()
@SOURCE
@OUTPUT
@ONLY
@sheet_options
def watch(source: tuple[str, ...], output: str, only: str | None, **sheet: Any) -> None:
    """Build now, and again whenever a note is saved. Ctrl-C ends it."""
    from exporter.build.report import drawn, one_line
    from exporter.build.run import Request
    from exporter.build.watch import watch as rebuilds
    from exporter.diagnostics import Severity

    try:
        for rebuilt in rebuilds(Request(_sources(source), output, only, _chosen(sheet))):
            for text in drawn(rebuilt.report.said, least=Severity.WARNING):
                click.echo(text, err=True)
            click.echo(one_line(rebuilt))
    except KeyboardInterrupt:
        click.echo("Stopped.")


@cli.command()
@SOURCE
@OUTPUT
@ONLY
@click.option("--json", "as_json", is_flag=True, help="Print JSON.")
def diff(source: tuple[str, ...], output: str, only: str | None, *, as_json: bool) -> None:
    """Say card by card what a build would change."""
    import json

    from exporter.build import changes
    from exporter.build.run import Request

    found = changes.changes(Request(_sources(source), output, only))
    if as_json:
        click.echo(json.dumps(changes.as_json(found), ensure_ascii=False, indent=2))
    else:
        for line in changes.as_text(found):
            click.echo(line)
    sys.exit(_show_errors(found.said))


@cli.command()
@SOURCE
@OUTPUT
@STRICT
@click.option("--brief", is_flag=True, help="Leave out what each part was read as.")
def check(source: tuple[str, ...], output: str, *, strict: bool, brief: bool) -> None:
    """Show what the notes were read as, and everything there is to say about them; make nothing."""
    from exporter.build.report import check_result, drawn
    from exporter.build.run import Request
    from exporter.build.run import build as run
    from exporter.build.show import outlines
    from exporter.diagnostics import Severity

    for text in outlines(_sources(source)) if not brief else ():
        click.echo(text)
    done = run(Request(_sources(source), output, dry_run=True))
    for text in drawn(done.said, least=Severity.INFO):
        click.echo(text + "\n")
    click.echo(check_result(done))
    sys.exit(_exit_code(done, strict=strict))


@cli.command()
@FILES
def facts(files: tuple[str, ...]) -> None:
    """Print what was understood, one JSON object a line."""
    _show_each(files, "facts")


@cli.command()
@FILES
@click.option("--stage", type=click.Choice(STAGE_NAMES), default="note", show_default=True, help="Which stage.")
def show(files: tuple[str, ...], stage: str) -> None:
    """Print what a stage makes of a note."""
    _show_each(files, stage)


@cli.command()
@click.argument("old")
@click.argument("new")
@click.option("--source", default=None, type=click.Path(exists=True, file_okay=False), help="The folder of the notes.")
def alias(old: str, new: str, source: str | None) -> None:
    """Say that the card now called NEW is the one that was called OLD, so that it keeps its history."""
    from exporter.build.deck import rename

    problem = rename(source or _default_source(), old, new)
    if problem is not None:
        click.echo(problem, err=True)
        sys.exit(1)
    click.echo(f"{new} goes on as {old}. Build again to put it into the deck.")


@cli.command()
@click.option("--quiet", is_flag=True, help="Print nothing; exit 1 if something needed is missing.")
def doctor(*, quiet: bool) -> None:
    """Say what this machine has and lacks."""
    from exporter.build.doctor import examine

    found = list(examine())
    for finding in found if not quiet else ():
        mark = "ok" if finding.there else "MISSING" if finding.needed else "-"
        click.echo(f"{mark:8}{finding.name:20}{finding.detail}")
    sys.exit(any(finding.needed and not finding.there for finding in found))


@cli.group()
def cache() -> None:
    """What is kept between builds, outside the output folder."""


@cache.command()
def clear() -> None:
    """Delete it. The next build makes everything anew."""
    from exporter.build.store import clear as clear_store

    click.echo(f"{clear_store() / 1_000_000:.1f} MB freed")


def _sources(given: tuple[str, ...]) -> tuple[str, ...]:
    return given or (_default_source(),)


def _chosen(sheet: dict[str, Any]) -> tuple[tuple[str, Any], ...]:
    return tuple((name, value) for name, value in sheet.items() if value is not None)


def _default_source() -> str:
    return "source" if os.path.isdir("source") else "."


@contextmanager
def _progress_bar() -> Iterator[Callable[[int, int, str], None]]:
    """A bar with the time left on a terminal, another for the chapters of a book; nothing where the output is piped."""
    if not sys.stderr.isatty():
        yield lambda *_: None
        return
    with ExitStack() as stack:
        bars: list[Any] = []

        def progress(done: int, total: int, name: str) -> None:
            if not bars or done < bars[-1].pos:
                stack.close()
                bar = click.progressbar(
                    length=total, label="Notes", file=sys.stderr, item_show_func=lambda name: name or ""
                )
                bars.append(stack.enter_context(bar))
            bars[-1].update(done - bars[-1].pos, name)

        yield progress


def _tell(done: Report, seconds: float, *, dry_run: bool) -> None:
    from exporter.build.report import summary

    _show_errors(done.said)
    for line in summary(done, seconds, dry_run=dry_run):
        click.echo(line)


def _show_errors(said: tuple[Said, ...]) -> int:
    """Draw errors and warnings; 1 if there are errors, else 0."""
    from exporter.build.report import drawn
    from exporter.diagnostics import Severity

    for text in drawn(said, least=Severity.WARNING):
        click.echo(text + "\n", err=True)
    return int(any(one.diagnostic.severity is Severity.ERROR for one in said))


def _exit_code(done: Report, *, strict: bool) -> int:
    from exporter.diagnostics import Severity

    return int(done.count(Severity.ERROR) > 0 or (strict and done.count(Severity.WARNING) > 0))


def _write_report(path: str, done: Report) -> None:
    import json

    from exporter.build.files import write
    from exporter.build.report import as_json

    try:
        write(path, json.dumps(as_json(done), ensure_ascii=False, indent=2).encode() + b"\n")
    except OSError as error:
        raise click.FileError(path, error.strerror or str(error)) from error


def _show_each(files: tuple[str, ...], stage: str) -> None:
    """Print each file at a stage; exit 1 if one can't be read, or the stage fails on it."""
    from exporter.build.report import Said
    from exporter.build.show import read_note
    from exporter.build.show import show as shown
    from exporter.diagnostics import Diagnostic

    failed = 0
    for path in files:
        source, settings, said = read_note(path)
        failed |= _show_errors(said)
        text = shown(source, settings, stage) if source is not None else ""
        if isinstance(text, Diagnostic):
            failed |= _show_errors((Said(path, text),))
        else:
            click.echo(text, nl=False)
    sys.exit(failed)
