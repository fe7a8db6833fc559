"""Commands that running text names in passing, together with what they do."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Final

from exporter.kramdown.nodes import Inlines
from exporter.recognise.code.command_line import is_command
from exporter.recognise.code.flags import names_at
from exporter.recognise.code.keys import is_key
from exporter.recognise.code.prompts import PROMPT
from exporter.recognise.commands.apiece import told_apiece
from exporter.recognise.commands.clauses import WIDTH, clause_on, width, without_topic
from exporter.recognise.commands.mentions import Mention, mentions_in
from exporter.recognise.commands.names import SHORT_KEY, speaks_of_keys
from exporter.recognise.commands.spoken_of import SPEAKING_INSTRUCTION, SPOKEN, in_brackets, is_led_to, speaks_of
from exporter.recognise.commands.usage import COMMAND_WORD, LEFT_OVER, MEANS
from exporter.recognise.pattern import Context
from exporter.recognise.tasks.words import is_empty
from exporter.recognise.text.inlines import cut, span_of, text_of
from exporter.recognise.text.keywords import INSTRUCTIONS
from exporter.recognise.text.programs import WITH_SUBCOMMANDS, WORDLIKE
from exporter.recognise.text.sentence_ends import LONGEST
from exporter.study import Command

_HANGING: Final = re.compile(r"(?:사용|실행|이용|입력)하고,.*때$|(?:먼저|우선|보통|일단)$")
"""What only goes on from a command to the next, or leads up to one."""


def commands_in(inlines: Inlines, context: Context) -> Iterator[Command]:
    """Commands that a sentence names together with what they do: ``목록은 `docker ps` 명령으로 확인한다``."""
    text = text_of(inlines)
    if len(text) > LONGEST or text.rstrip().endswith((":", "：")):
        return
    named = tuple(_commands_named(inlines, text, context))
    if apiece := _apiece(inlines, named, context):
        yield from apiece
        return
    groups = list(_alternatives(text, named, context))
    for at, group in enumerate(groups):
        start, end = group[0][0], group[-1][1]
        word = COMMAND_WORD.match(text[end:])
        if not speaks_of(text, start, end):
            continue
        after = end + (word.end() if word else 0)
        means = MEANS.match(text[after:])
        first = groups[at - 1][-1][1] if at else 0
        last = groups[at + 1][0][0] if at + 1 < len(groups) else len(text)
        last = after if in_brackets(text, start, end) or is_led_to(text, start, end) else last
        behind = min(after + (means.end() if means else 0), last)
        meaning = without_topic(clause_on(inlines, (first, start), (behind, last)))
        if width(text_of(meaning)) >= WIDTH and _tells(text_of(meaning), context):
            span = span_of(inlines)
            yield from (
                Command(code.strip(), meaning, cut(inlines, begin, stop), (), span=span) for begin, stop, code in group
            )


def keys_apiece(inlines: Inlines, context: Context) -> tuple[Command, ...]:
    """The keys of a sentence that names nothing else, and tells of each what it does."""
    named = tuple(_commands_named(inlines, text_of(inlines), context)) if speaks_of_keys(context) else ()
    keys = all(is_key(name) or SHORT_KEY.match(name) for _, _, name in named)
    return _apiece(inlines, named, context) if keys else ()


def _apiece(inlines: Inlines, named: tuple[Mention, ...], context: Context) -> tuple[Command, ...]:
    """Commands of which a sentence tells one by one what they do, if all that it tells is enough."""
    read = told_apiece(inlines, named) if len(named) > 1 else ()
    return read if all(_tells(text_of(command.purpose), context) for command in read) else ()


def _commands_named(inlines: Inlines, text: str, context: Context) -> Iterator[Mention]:
    """What a sentence names and is a command, and which the note does not tell of elsewhere."""
    for start, end, code in mentions_in(inlines, text, context):
        name = PROMPT.sub("", code.strip())
        if (
            is_key(name)
            or (SHORT_KEY.match(name) and speaks_of_keys(context))
            or (
                is_command(name, context, _bonus(text, start, end))
                and name.lower() not in WITH_SUBCOMMANDS
                and name not in context.documented
                and names_at(name) is None
                and (
                    " " in name
                    or name not in INSTRUCTIONS | WORDLIKE
                    or COMMAND_WORD.match(text[end:])
                    or _is_to_do(text, start, end)
                    or is_led_to(text, start, end)
                    or (name in INSTRUCTIONS and SPEAKING_INSTRUCTION.match(text[end:]))
                )
            )
        ):
            yield start, end, name


def _alternatives(text: str, named: Iterable[Mention], context: Context) -> Iterator[tuple[Mention, ...]]:
    """Commands of which one is enough, taken together: `` `a` or `b` ``."""
    group: list[Mention] = []
    for name in named:
        if group and text[group[-1][1] : name[0]].strip(" `,，、").lower() not in context.vocabulary.or_words:
            yield tuple(group)
            group = []
        group.append(name)
    if group:
        yield tuple(group)


def _tells(meaning: str, context: Context) -> bool:
    """Whether words tell anything, and are no mere step from a command to the next."""
    return not (is_empty(meaning, context) or _HANGING.search(meaning) or LEFT_OVER.match(meaning))


def _bonus(text: str, start: int, end: int) -> int:
    """What speaks for code being a command in the words around it."""
    if COMMAND_WORD.match(text[end:]) and text[start:end].isascii():
        return 4
    return 2 if _is_to_do(text, start, end) or is_led_to(text, start, end) else 1


def _is_to_do(text: str, start: int, end: int) -> bool:
    """`Use … to see`: the words say to use it for something."""
    return bool(SPOKEN.search(text[:start]) and re.match(r"`? to [a-z]", text[end:]))
