"""Which stage prints what: the suffix of an expected file names the stage whose print it holds.

To add a stage, add a row. A function takes the file as read and gives the text that should stand in the expected file.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from pathlib import PurePosixPath
from typing import Final, TypeAlias

from exporter.cards import cards_of
from exporter.cards.readable import readable
from exporter.diagnostics import render
from exporter.dump import dump
from exporter.facts import facts_of
from exporter.kramdown import parse, to_html
from exporter.kramdown.front_matter import read_front_matter
from exporter.outline import outline_of
from exporter.recognise import recognise
from exporter.settings import DeckSettings
from exporter.source import SourceFile
from tests import sheet_cases

Stage: TypeAlias = Callable[[SourceFile], str]


def body_of(source: SourceFile) -> str:
    """The note without its front matter, as Jekyll hands it to kramdown."""
    return source.text[read_front_matter(source.text).body :]


def html(source: SourceFile) -> str:
    """What kramdown prints for the body."""
    return to_html(body_of(source))


def tree(source: SourceFile) -> str:
    """The document tree, with places."""
    return dump(parse(source), source)


def diagnostics(source: SourceFile) -> str:
    """What the reader reports, drawn as on the terminal."""
    return "\n\n".join([*(render(found, source) for found in parse(source).diagnostics), ""])


def findings(source: SourceFile) -> str:
    """What an author is told of a note that was read, drawn as on the terminal."""
    note = recognise(parse(source), key=PurePosixPath(source.path).stem)
    return "\n\n".join([*(render(found, source) for found in note.diagnostics), ""])


def cards(source: SourceFile) -> str:
    """The deck as a learner reads it."""
    key = PurePosixPath(source.path).stem
    return readable(cards_of(recognise(parse(source), key=key), DeckSettings()))


def note(source: SourceFile) -> str:
    """The study note: what each part was read as."""
    return dump(recognise(parse(source), key=PurePosixPath(source.path).stem), source)


def outline(source: SourceFile) -> str:
    """What each part was read as, a line for each, as `kramdeck check` prints it."""
    lines = outline_of(recognise(parse(source), key=PurePosixPath(source.path).stem))
    return "".join(f"{line}\n" for line in lines)


def facts(source: SourceFile) -> str:
    """What was understood, one object a line."""
    found = facts_of(recognise(parse(source), key=PurePosixPath(source.path).stem))
    return "".join(json.dumps(fact, ensure_ascii=False) + "\n" for fact in found)


STAGES: Final[Mapping[str, Stage]] = {
    ".html": html,
    ".tree": tree,
    ".txt": diagnostics,
    ".cards": cards,
    ".facts": facts,
    ".note": note,
    ".outline": outline,
    ".findings": findings,
    ".sheet": sheet_cases.body,
    ".pages": sheet_cases.pages,
}
"""`.html` is printed by the real kramdown when expected files are rewritten, never by us."""
