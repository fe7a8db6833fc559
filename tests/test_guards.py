"""Quick looks that spare a text its patterns: what they pass over, no pattern would have met."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from exporter.recognise.code import command_name, flags, glosses
from exporter.recognise.code.command_name import bare, head
from exporter.recognise.code.cue import Typed
from exporter.recognise.code.cues_for import FOR_ITS_SIGNS, has_signs
from exporter.recognise.code.glosses import without_gloss
from exporter.recognise.code.prompts import PROMPT
from exporter.recognise.pattern import Context
from exporter.recognise.tasks.signs import DEEDS, FILE, SIGNS
from exporter.recognise.text import labels
from exporter.recognise.text.vocabulary import VOCABULARY
from exporter.source import SourceFile

HERE = Path(__file__).parent
MADE = (
    "psql = # x", "mysql> show tables;", "PS C:\\> dir", "(venv) me@host:~$ ls", "❯ ls", "λ ls", ">>> print(1)", ":wq!",
    "!ls", "\\d users", "set number", "./run", "run.sh x", "ctrl + b", "a > b", "ls &", "step 3. x", "단계 2) x",
    "S 1", "[-a]", "+x", "–v", "a (연다)", "a (연다）",
)  # fmt: skip


def lines() -> Iterator[str]:
    """The lines of all cases, and some made to be at the edge."""
    yield from MADE
    for path in sorted((HERE / "cases").rglob("*.md")):
        for line in path.read_text(encoding="utf-8", errors="replace").splitlines():
            yield line
            yield line.strip(" -*`#>")


LINES = tuple(dict.fromkeys(lines()))


def test_what_speaks_for_a_line_by_a_sign_is_met_by_no_line_without_one() -> None:
    context = Context(VOCABULARY, "ko", SourceFile("note.md", ""))
    for line in LINES:
        if not line.split() or has_signs(line):
            continue
        typed = Typed(line, bare(line), head(line), tuple(line.split()))
        assert not [cue.name for cue in FOR_ITS_SIGNS if cue.holds(typed, context)], line


def test_what_stands_before_a_command_is_taken_off_wherever_it_may_begin() -> None:
    for line in LINES:
        text, before = line.strip(), ""
        while text != before:
            before, text = text, command_name._SUDO.sub("", command_name._ASSIGNMENTS.sub("", text))
        assert bare(line) == text


@pytest.mark.parametrize("line", ["a (연다)", "a（연다）", "ls (목록을 본다) "])
def test_words_in_brackets_are_found_at_the_end_of_a_line(line: str) -> None:
    match = glosses._GLOSS.search(line)
    assert bool(without_gloss(line)[1]) == bool(match and glosses._TELLS.search(match["gloss"]))


def test_a_prompt_begins_no_line_without_a_sign_of_prompts() -> None:
    guard = "(?=[^$%#>=❯➜λ]*+[$%#>=❯➜λ])"
    unguarded = re.compile(PROMPT.pattern.replace(guard, ""))
    assert unguarded.pattern != PROMPT.pattern
    for line in LINES:
        assert bool(unguarded.match(line)) == bool(PROMPT.match(line)), line


def test_a_number_or_an_option_begins_with_one_of_its_signs() -> None:
    for line in LINES:
        number = labels._NUMBER.match(line)
        assert labels.number_length(line) == (number.end() if number else 0), line
        is_option = flags._NAME.match(line) and not flags._RIGHTS.match(line)
        assert bool(flags.names_at(line)) == bool(is_option), line


def test_signs_of_tasks_are_written_in_small_letters() -> None:
    for sign in (*DEEDS, FILE, *(sign for signs in SIGNS.values() for sign in signs)):
        bare_pattern = re.sub(r"\\[A-Z]|A-Z", "", sign.looks.pattern)
        assert bare_pattern == bare_pattern.lower(), sign.name
