"""Readers of code blocks that hold no code to run: text set in a box, a tree of files with what each is for.

Goes in: a place among sibling blocks. Comes out: a `Listing` of the block whose readings are definitions.
"""

from __future__ import annotations

import re
from typing import Final

from exporter.kramdown.nodes import CodeBlock, Text
from exporter.recognise.code.command_line import is_command
from exporter.recognise.definitions.claims import Claim, script
from exporter.recognise.definitions.places import among, convincing, definition_of, is_opening, listing
from exporter.recognise.definitions.sentences import about_title
from exporter.recognise.definitions.terms import split_term
from exporter.recognise.pattern import Found, Here
from exporter.recognise.text.runs import Run, run_of
from exporter.source import Span
from exporter.study import Definition
from exporter.words import words_of

TREE: Final = re.compile(
    r"^[\s│┃|]*(?:[├└┣┗]|\|--|`--|\+--)[─━\s-]*(?P<term>[^\s#]\S*)\s+(?:#|//|<-+|←|:|--?|→|\()\s*(?P<meaning>[^)]+)\)?$"
)
"""A line of a tree of files with a remark: `├── bin  # programs`."""

KEY: Final = re.compile(
    r"^\s*(?:-\s)?(?P<term>[A-Za-z_][\w./-]*):(?:\s+\S+)?\s+(?:#|//)\s*(?P<meaning>[^\s,]+(?:\s[^\s,]+){2,})$"
)
"""A key of a settings file with a remark of some words: `replicas: 3  # how many copies run`."""

SETTING: Final = re.compile(
    r"^\s*(?P<term>[A-Za-z][\w.-]*(?=\s?=|\s+=)|[A-Z][a-z]+(?:[A-Z][a-z]+)*(?=\s))(?:\s*=\s*|\s+)[^\s#=]+\s+#+\s*"
    r"(?P<meaning>\S.*)$"
)
"""A line of a settings file with a remark: `retries = 5  # how often it is tried`, `Banner none  # no greeting`."""

UNSET: Final = re.compile(r"^\s*(?:[\w.-]+\s*=.*|[A-Z][A-Za-z]+\s+\S+|\[\S+\]|[#;].*)?$")
"""Any other line of such a file: a setting, a section in brackets, a comment, or nothing."""

BULLETS: Final = "-*•"
GAP: Final = re.compile(r"^(?P<term>\S{1,30})(?:\t+|\s{3,})(?P<meaning>\S+(?:\s\S+)+)$")
"""A name, a gap as wide as a column, and some words."""

BESIDE: Final = re.compile(r"^[|│]\s*(?P<term>[^|│]{2,30}?)\s*[|│]\s+(?P<meaning>[^|│]+)$")
"""A name in a box that is drawn, and words beside the box."""

PROGRAMMING: Final = words_of(
    "java javascript js ts typescript jsx tsx kotlin swift go rust rs c c# csharp cpp php r scala groovy python py"
    " ruby rb"
)
"""Languages in which a line `name = value` is a statement of a program."""

TEXT_LANGUAGES: Final = (None, "text", "txt", "plaintext", "markdown", "md")
TYPED_LANGUAGES: Final = ("terminal", "console", "bash", "sh", "shell")


def read_boxed_text(here: Here) -> Found | None:
    """A code block of text lines: about the heading above, or `- term: meaning` line by line."""
    match here.block:
        case CodeBlock() as block if script(_opening(block)) != "en":
            lines = _text_lines(here, block) if _is_text(here, block) else []
        case _:
            return None
    if not lines or any(is_command(line.text, here.context) for line in lines):
        return None
    told = [line for line in lines if not SETTING.match(line.text)]
    claims = [claim for line in told if (claim := split_term(line) or _columns(line))]
    found = convincing(here, claims, among(here, claims))
    if not found and is_opening(here):
        about = about_title(here, lines[0])
        found = [about] if about else []
    return listing(here, found)


def _is_text(here: Here, block: CodeBlock) -> bool:
    """Whether a block is set as text, or is one for commands whose lines are columns all the same."""
    if block.language in TYPED_LANGUAGES:
        return all(_columns(line) for line in _text_lines(here, block))
    return block.language in TEXT_LANGUAGES


def _columns(line: Run) -> Claim | None:
    """The claim of a line with a gap between a name and what it is: `../      the directory above`; or a drawn box."""
    gap = GAP.match(line.text) or BESIDE.match(line.text)
    return gap and Claim("row", line.part(*gap.span("term")), (), line.part(*gap.span("meaning")))


def read_remarks(here: Here) -> Found | None:
    """A tree of files, or a settings file, whose lines end in remarks on what each is."""
    match here.block:
        case CodeBlock() as block:
            rows = [row.rstrip() for row in block.dedented.splitlines()]
            signs = (TREE, KEY, SETTING) if _are_settings(block, rows) else (TREE, KEY)
            marked = any(sign.match(row) for row in rows for sign in signs)
            lines = _text_lines(here, block, "") if marked else []
            claims = [claim for line in lines if (claim := _remark(line, signs))]
        case _:
            return None
    return listing(here, convincing(here, claims, among(here, claims)))


WRITTEN: Final = re.compile(r"<<-?\s?[\"']?(?P<end>[A-Z]+)[\"']?.*\n(?P<inside>(?:.*\n)+?)\s*(?P=end)\s*(?:\n|$)")
"""A file that a command writes, between `<<EOF` and `EOF`."""


def settings_written(here: Here, block: CodeBlock) -> list[Definition]:
    """What the settings are, by their remarks, in files that the commands of a block write."""
    code = block.dedented
    inside = (
        [row.rstrip() for file in WRITTEN.finditer(code) for row in file["inside"].splitlines()] if "<<" in code else []
    )
    if not _are_settings(block, inside):
        return []
    lines = [line for line in _text_lines(here, block, "") if line.text in inside]
    claims = [claim for line in lines if (claim := _remark(line, (SETTING,)))]
    return [definition_of(claim, block) for claim in convincing(here, claims, among(here, claims))]


def _are_settings(block: CodeBlock, rows: list[str]) -> bool:
    """Whether rows are those of a settings file, some of them with remarks: no line of a program among them."""
    if block.language in PROGRAMMING or sum(SETTING.match(row) is not None for row in rows) < 2:
        return False
    return all(SETTING.match(row) or UNSET.match(row) for row in rows)


def _remark(line: Run, signs: tuple[re.Pattern[str], ...]) -> Claim | None:
    match = next((found for sign in signs if (found := sign.match(line.text))), None)
    return match and Claim("row", line.part(*match.span("term")), (), line.part(*match.span("meaning")))


def _opening(block: CodeBlock) -> str:
    """The first line that is more than blanks and bullets."""
    return next((line for line in block.dedented.splitlines() if line.strip(" \t" + BULLETS)), "")


def _text_lines(here: Here, block: CodeBlock, bullets: str = BULLETS) -> list[Run]:
    """The lines of a box as runs, bullets taken off, each where it stands in the file."""
    found: list[Run] = []
    at = block.span.start
    for line in block.dedented.splitlines():
        text = line.strip().lstrip(bullets).strip() if bullets else line.rstrip()
        if text.strip():
            start = here.context.source.text.find(text, at)
            at = start + len(text) if start >= 0 else at
            found.append(run_of((Text(text, span=Span(max(start, 0), at)),)))
    return found
