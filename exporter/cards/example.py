"""An example → a note a command line: the task is given, the line is typed.

Goes in: `Example`, and the commands of the note, by which the values on a line get their roles. Comes out: drafts.

The values a learner can't know (names of files, images, hosts) stand on the front, each beside what it is. Where the
note doesn't say what a line is for, its command's purpose is the task, with the meaning of each option used.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from typing import Final

from exporter.cards.arguments import Argument, arguments, head_length, line_words
from exporter.cards.cloze import statement_outcomes
from exporter.cards.draft import Draft, Outcome, Place, Unasked, code, escaped, mentions, says_something, typed, words
from exporter.cards.plain import plain
from exporter.cards.synopsis import synopsis_html
from exporter.cards.unasked import unasked_outcomes
from exporter.kramdown.nodes import Block, CodeSpan, Paragraph, walk
from exporter.source import Span
from exporter.study import Command, CommandLine, Example, Statement

_MOST_GIVEN: Final = 8
# A database query has neither flags nor operands, and more than one right spelling.
_QUERY: Final = re.compile(
    r"(?:select|show|insert|update|delete|create|alter|drop|grant|revoke|flush|describe|use|explain|set)\b.*"
    r"(?:;\s*$|\b(?:from|into|table|database|on|where|tables|databases|status|processlist|password)\b)",
    re.IGNORECASE | re.DOTALL,
)


def example_outcomes(example: Example, place: Place) -> Iterator[Outcome]:
    """One draft for each line that a task is known for; the code as unasked if there is none.

    A command's name alone is no line to ask for: the command's own card does.
    """
    told = Counter(words(*line.meaning) for line in example.commands)
    lines = [_with_own_meaning(line, told, place) for line in example.commands if line.code not in place.commands.told]
    drafts = [draft for line in lines if (draft := _line_draft(line, example, place)) is not None]
    yield from _intro_outcomes(example, lines, place)
    yield from drafts
    if lines and not drafts:
        yield Unasked(example.block, words(*example.intro, example.block), example.span, place, place.owner)


def _intro_outcomes(example: Example, lines: list[CommandLine], place: Place) -> Iterator[Outcome]:
    """What is said before the code: a value it explains is asked for; what is nobody's task is kept."""
    values = {
        argument.value
        for line in lines
        for argument in arguments(line.code, place.commands.called(line_words(line.code)))
    }
    for block in example.intro:
        spans = _explained(block, values)
        if spans and isinstance(block, Paragraph):
            yield from statement_outcomes(Statement(block, block.inlines, spans, span=block.span), place, by_hand=True)
        elif not any(line.meaning for line in lines):
            yield from unasked_outcomes(block, place)


def _with_own_meaning(line: CommandLine, told: Counter[str], place: Place) -> CommandLine:
    """The line without a meaning that other lines have too, that only makes sense where it stands, or is its word."""
    said = words(*line.meaning)
    vague = place.wording.vague.match(said) or not says_something(line.meaning, place.wording)
    typed_too = said.casefold() in line_words(line.code.casefold())
    return replace(line, meaning=()) if told[said] > 1 or vague or typed_too else line


def _explained(block: Block, values: set[str | None]) -> tuple[Span, ...]:
    """The one code word of a sentence, if it stands on the line as a value: what to type in this case."""
    found = [node for node in walk(block) if isinstance(node, CodeSpan) and node.code in values]
    return (found[0].span,) if len(found) == 1 else ()


def _line_draft(line: CommandLine, example: Example, place: Place) -> Draft | None:
    command = place.commands.called(line_words(line.code))
    purpose = command.purpose if command else ()
    if not line.meaning and not says_something(purpose, place.wording):
        return None
    task = _task(_goal(line, command, place), line, command, place)
    content = {
        "Task": task,
        "Line": escaped(line.code),
        "Synopsis": synopsis_html(command.synopses[0].terms) if command and command.synopses else "",
        "TypeIn": "" if _QUERY.match(line.code) else typed(line.code, place),
    }
    name, marks = (_signature(line, command),), (line.code, plain(task))
    answers, said = {"Task": (line.code,)}, words(*line.meaning)
    return Draft("example", name, content, answers, marks, example.span, place, line.code, said=said)


def _goal(line: CommandLine, command: Command | None, place: Place) -> str:
    """What the line is for: as the note says it, with the command's purpose where that alone names only a case."""
    said = place.wording.here.sub("", place.meaning(line.meaning))
    purpose = place.meaning(command.purpose) if command else ""
    if said and purpose and place.wording.condition.search(words(*line.meaning)):
        return f"{purpose}<br>{said}"
    return said or purpose


def _task(goal: str, line: CommandLine, command: Command | None, place: Place) -> str:
    """What to do, what with, and the call to write it."""
    shown = [
        (role, value)
        for argument in ([] if _QUERY.match(line.code) else arguments(line.code, command))
        for role, value in [_given(argument, place, composed=not line.meaning)]
        if (role or value) and not (line.meaning and value and mentions(plain(goal), value))
    ]
    items = "".join(f"<li>{_given_html(role, value)}</li>" for role, value in shown[:_MOST_GIVEN])
    listed = f'<ul class="given">{items}</ul>' if items else ""
    return f'<div class="told">{goal}</div>{listed}<div class="ask">{place.wording.line_of}</div>'


def _given(argument: Argument, place: Place, *, composed: bool) -> tuple[str, str]:
    """The role (HTML) and value the front tells of an argument; two empty texts where the task must lead to it.

    `composed`: the task is the bare purpose of the command, so that options must be told too.
    """
    value = argument.value or ""
    if argument.flag is None:
        return _operand_html(argument.operand), value
    if argument.option is not None and argument.option.meaning:
        return (place.meaning(argument.option.meaning), value) if composed or value else ("", "")
    if argument.operand and value:
        return _operand_html(argument.operand), value
    if composed:
        return "", f"{argument.flag} {value}".strip()
    return "", value


def _operand_html(name: str | None) -> str:
    return f"<i>{escaped(name)}</i>" if name else ""


def _given_html(role: str, value: str) -> str:
    return " ".join(
        part for part in (f'<span class="role">{role}</span>' if role else "", code(value) if value else "") if part
    )


def _signature(line: CommandLine, command: Command | None) -> str:
    """The line without its values, so that another file name is the same card: `docker image build -f -t`."""
    tokens = line_words(line.code)
    length = head_length(tokens, command)
    flags = (token.split("=")[0] for token in tokens[length:] if token.startswith("-"))
    return " ".join([*tokens[:length], *flags])
