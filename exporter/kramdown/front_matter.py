"""The YAML head of a Jekyll note.

Goes in: the note's text as it stands in the file. Comes out: the head, where the body begins, and what is wrong with
the head. A note that begins with a line `---` and has no second one has no head, and loses nothing.
"""

from __future__ import annotations

import re
from typing import Any, Final, NamedTuple

import yaml

from exporter.diagnostics import Diagnostic, Severity
from exporter.kramdown.nodes import FrontMatter
from exporter.source import Span

_head: Final = re.compile(r"\ufeff?(---[ \t\r\n\f\v]*\n)(.*?\n?)^(?:---|\.\.\.)[ \t\r\n\f\v]*$\n?", re.S | re.M)
_LOADER: Final = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


class Head(NamedTuple):
    """The head, if there is one; the offset at which the body begins; findings."""

    front_matter: FrontMatter | None
    body: int
    diagnostics: tuple[Diagnostic, ...]


def read_front_matter(text: str) -> Head:
    """Read the head as Jekyll does: YAML between a first line `---` and a line `---` or `...`."""
    match = _head.match(text)
    if match is None:
        return Head(None, 1 if text.startswith("\ufeff") else 0, ())
    span = Span(match.start(1), match.start(1) + len(match[0].lstrip("\ufeff").rstrip()))
    values, finding = _load(match[2], match.start(2))
    return Head(FrontMatter(values, span=span), match.end(), (finding,) if finding else ())


def _load(text: str, offset: int) -> tuple[tuple[tuple[str, Any], ...], Diagnostic | None]:
    try:
        loaded = yaml.load(text, _LOADER)
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark
        at = offset + min(mark.index if mark else 0, max(len(text) - 1, 0))
        return (), _invalid(error.problem or "not YAML", Span(at, at + 1))
    except (yaml.YAMLError, ValueError, TypeError, RecursionError, OverflowError) as error:
        return (), _invalid(str(error), Span(offset, offset + len(text.rstrip())))
    if loaded is None:
        return (), None
    if not isinstance(loaded, dict):
        return (), _invalid("not a list of `key: value`", Span(offset, offset + len(text.rstrip())))
    return tuple((str(key), value) for key, value in loaded.items()), None


def _invalid(message: str, span: Span) -> Diagnostic:
    advice = "put values with `:`, `#`, `[` or `{` in them between quotation marks"
    return Diagnostic(
        "front-matter-invalid", Severity.ERROR, f"the front matter cannot be read: {message}", span, advice
    )
