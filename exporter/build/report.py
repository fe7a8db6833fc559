"""What a build did: as values, as JSON for `--report`, in words for people, and for the next build.

Goes in: what the other modules of `build` found. Comes out: `Report`, its JSON form, and lines of text.
"""

from __future__ import annotations

import os
import time
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, Final

from exporter.build.files import read_source
from exporter.build.made import diagnostic_of, diagnostic_row
from exporter.diagnostics import Diagnostic, Severity, render
from exporter.source import SourceFile


@dataclass(frozen=True, slots=True)
class Said:
    """A diagnostic and the file it speaks of, as the user would name it; None for none in particular."""

    path: str | None
    diagnostic: Diagnostic


@dataclass(frozen=True, slots=True)
class Cards:
    """What became of the Anki notes, by key; `renamed` and `questions` pair the old key with the new."""

    new: tuple[str, ...] = ()
    changed: tuple[str, ...] = ()
    removed: tuple[str, ...] = ()
    renamed: tuple[tuple[str, str], ...] = ()
    questions: tuple[tuple[str, str], ...] = ()
    unchanged: int = 0
    removed_search: str = ""

    @property
    def total(self) -> int:
        """How many Anki notes there are now."""
        return len(self.new) + len(self.changed) + self.unchanged


@dataclass(frozen=True, slots=True)
class Report:
    """One build. `written` and `deleted` are paths, `pages` counts those of all sheets, `seconds` are by stage."""

    notes: int = 0
    facts: dict[str, int] = field(default_factory=dict)
    cards: Cards = field(default_factory=Cards)
    not_asked: int = 0
    pages: int = 0
    said: tuple[Said, ...] = ()
    written: tuple[str, ...] = ()
    deleted: tuple[str, ...] = ()
    seconds: dict[str, float] = field(default_factory=dict)
    up_to_date: bool = False

    def count(self, severity: Severity) -> int:
        """How many diagnostics of a severity there are."""
        return sum(said.diagnostic.severity is severity for said in self.said)


def as_json(report: Report) -> dict[str, Any]:
    """The report as `--report` writes it."""
    cards = report.cards
    return {
        "notes": report.notes,
        "facts": report.facts,
        "cards": {
            "total": cards.total,
            "new": list(cards.new),
            "changed": list(cards.changed),
            "unchanged": cards.unchanged,
            "removed": list(cards.removed),
            "renamed": [list(pair) for pair in cards.renamed],
            "questions": [list(pair) for pair in cards.questions],
            "removed_search": cards.removed_search,
        },
        "not_asked": report.not_asked,
        "pages": report.pages,
        "diagnostics": [_said_json(said) for said in report.said],
        "written": list(report.written),
        "deleted": list(report.deleted),
        "seconds": {stage: round(seconds, 4) for stage, seconds in report.seconds.items()},
        "up_to_date": report.up_to_date,
    }


def _said_json(said: Said) -> dict[str, Any]:
    found = said.diagnostic
    return {
        "path": said.path,
        "code": found.code,
        "severity": found.severity.value,
        "message": found.message,
        "start": found.span.start if found.span else None,
        "end": found.span.end if found.span else None,
        "help": found.help,
    }


def summary_of(report: Report) -> dict[str, Any]:
    """What the manifest keeps of a report, to give it again while nothing changes."""
    return {
        "notes": report.notes,
        "facts": report.facts,
        "cards": report.cards.total,
        "not_asked": report.not_asked,
        "pages": report.pages,
        "said": [(said.path, diagnostic_row(said.diagnostic)) for said in report.said],
    }


def unchanged_report(summary: dict[str, Any]) -> Report:
    """The report of a build that had nothing to do."""
    return Report(
        notes=summary["notes"],
        facts=dict(summary["facts"]),
        cards=Cards(unchanged=summary["cards"]),
        not_asked=summary["not_asked"],
        pages=summary["pages"],
        said=tuple(Said(path, diagnostic_of(row)) for path, row in summary["said"]),
        up_to_date=True,
    )


def standing_line(report: Report) -> str:
    """All that is told while nothing changes after this build; empty if diagnostics are to be drawn too."""
    if report.count(Severity.ERROR) or report.count(Severity.WARNING):
        return ""
    return "\n".join(summary(unchanged_report(summary_of(report)), 0))


def failed_report(path: str | None, *found: Diagnostic) -> Report:
    """The report of a build that could not begin."""
    return Report(said=tuple(Said(path, diagnostic) for diagnostic in found))


if TYPE_CHECKING:
    from exporter.build.watch import Rebuilt

_PLURALS: Final[Mapping[str, str]] = {"synopsis": "synopses"}
_FEW: Final = 8
_WORDS: Final[Mapping[Severity, str]] = {
    Severity.ERROR: "error",
    Severity.WARNING: "warning",
    Severity.INFO: "remark",
}


def summary(report: Report, seconds: float, *, dry_run: bool = False) -> Iterator[str]:
    """What a build did, in a few lines. `seconds` is the time the user waited."""
    if not report.notes:
        return
    if report.up_to_date:
        yield f"Nothing changed: {_count(report.notes, 'note')}, {_count(report.cards.total, 'Anki note')}."
        return
    facts = ", ".join(_count(number, kind) for kind, number in report.facts.items())
    yield f"Read {_count(report.notes, 'note')}: {facts or 'nothing understood'}."
    yield f"Deck: {_cards(report)}."
    yield from _searches(report)
    yield from _paths("Would write" if dry_run else "Wrote", report.written)
    yield from _paths("Would remove" if dry_run else "Removed", report.deleted)
    yield f"{_troubles(report)}{seconds:.2f} s"


def one_line(rebuilt: Rebuilt) -> str:
    """A build of `watch`: when, what had changed, what it did, how long it took."""
    report = rebuilt.report
    changed = ", ".join(rebuilt.changed[:_FEW]) or "first build"
    if len(rebuilt.changed) > _FEW:
        changed += f" and {len(rebuilt.changed) - _FEW} more"
    errors = report.count(Severity.ERROR)
    did = _count(errors, "error") if errors else "nothing to do" if report.up_to_date else _done(report)
    return f"{time.strftime('%H:%M:%S')}  {changed}: {did} ({rebuilt.seconds:.2f} s)"


def _done(report: Report) -> str:
    cards = report.cards
    changes = {"new": cards.new, "changed": cards.changed, "removed": cards.removed, "renamed": cards.renamed}
    told = [f"{len(keys)} {word}" for word, keys in changes.items() if keys]
    files = [os.path.basename(path) for path in report.written[:_FEW]]
    return "; ".join(filter(None, (", ".join(told) or "no card changed", ", ".join(files))))


def check_result(report: Report) -> str:
    """What `check` ends with."""
    counts = [(report.count(severity), word) for severity, word in _WORDS.items()]
    return ", ".join(_count(number, word) for number, word in counts if number) or "Nothing to say."


def _cards(report: Report) -> str:
    cards = report.cards
    changes = {
        "new": len(cards.new),
        "changed": len(cards.changed),
        "unchanged": cards.unchanged,
        "removed": len(cards.removed),
        "renamed": len(cards.renamed),
        "not asked": report.not_asked,
    }
    told = ", ".join(f"{number} {word}" for word, number in changes.items() if number)
    return f"{_count(cards.total, 'Anki note')} ({told})" if told else "no cards"


def _searches(report: Report) -> Iterator[str]:
    if report.cards.removed:
        yield "  Anki keeps what was removed. To find it in Anki's browser:"
        yield f"  {report.cards.removed_search}"
    for old, new in report.cards.questions[:_FEW]:
        yield f"  Is this the same card? If so: kramdeck alias {_quoted(old)} {_quoted(new)}"


def _quoted(text: str) -> str:
    return "'" + text.replace("'", "'\\''") + "'"


def _paths(verb: str, paths: tuple[str, ...]) -> Iterator[str]:
    for path in paths[:_FEW]:
        yield f"{verb} {path}"
    if len(paths) > _FEW:
        yield f"{verb} {len(paths) - _FEW} more"


def _troubles(report: Report) -> str:
    counts = [(report.count(severity), word) for severity, word in _WORDS.items()]
    told = ", ".join(_count(number, word) for number, word in counts if number)
    hint = " (kramdeck check shows them)" if report.count(Severity.INFO) else ""
    return f"{told}{hint}; " if told else ""


def _count(number: int, word: str) -> str:
    return f"{number} {word if number == 1 else _PLURALS.get(word, word + 's')}"


def drawn(said: Iterable[Said], *, least: Severity) -> Iterator[str]:
    """Diagnostics that weigh at least so much, each with its line and caret, read again from its file."""
    weights = list(Severity)
    sources: dict[str, SourceFile | Diagnostic] = {}
    for one in said:
        if weights.index(one.diagnostic.severity) <= weights.index(least):
            yield render(one.diagnostic, _source(one.path, sources))


def _source(path: str | None, sources: dict[str, SourceFile | Diagnostic]) -> SourceFile | None:
    if path is None:
        return None
    if path not in sources:
        sources[path] = read_source(path, path) if os.path.isfile(path) else SourceFile(path, "")
    source = sources[path]
    return source if isinstance(source, SourceFile) else SourceFile(path, "")
