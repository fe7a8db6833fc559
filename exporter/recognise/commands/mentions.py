"""What a sentence can name as a command: code, words in bold, and plain words that it speaks of as one.

Goes in: the words of a sentence. Comes out: where each stands, and its text.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final, TypeAlias

from exporter.kramdown.nodes import Emphasis, Inlines
from exporter.recognise.code.command_line import is_command
from exporter.recognise.code.keys import pressed_together
from exporter.recognise.commands.pressed import PRESSED
from exporter.recognise.commands.usage import OBJECT_BEFORE
from exporter.recognise.pattern import Context
from exporter.recognise.text.inlines import code_spans, text_of
from exporter.recognise.text.keywords import INSTRUCTIONS
from exporter.recognise.text.programs import WORDLIKE
from exporter.recognise.text.runs import BOLD, run_of

Mention: TypeAlias = tuple[int, int, str]
"""A command that a sentence names: where it begins and ends in its text, and as written."""
_ENDS: Final = re.compile(r" ?(?:을|를|으로|로) ?(?!\S*[았었했였됐]다)\S+(?: (?!\S*[았었했였됐]다)\S+)?$")
"""Ends a text behind a command: a verb or two, none of the past."""
_SET_OFF: Final = re.compile(re.escape(BOLD) + "+")
_WORD: Final = re.compile(r"\S+")
_TYPED: Final = re.compile(r"[a-z][\x21-\x7e]*(?: (?!\d\.)[\x21-\x7e]+)*$")
_LONGEST_NAME: Final = 80
"""In characters."""
_JOINTS: Final = re.compile(
    r"(?<=[\x21-\x7e])(?= ?(?P<word>명령어?|커맨드|command|命令)"
    r"(?:[은는을를로으]|可以|用于|用来|是用|\s+(?:\w+s|to|can|will)\s)"
    r"| ?(?:을|를) ?(?:통해|통하여|사용|이용|활용|입력|실행|치면|쳐|하면)| ?(?:으로|로)\s)"
)
_INSTRUCTION: Final = re.compile(
    rf"^(?P<name>{'|'.join(sorted(INSTRUCTIONS))})(?=(?: (?:instruction|command))? (?!is\b)[a-z]{{2,}}s\s)"
)


def may_name(text: str) -> bool:
    """Whether a sentence without code can name a command or a key: told in no time, for most can't."""
    return bool(_JOINTS.search(text) or _INSTRUCTION.search(text) or PRESSED.search(text))


def mentions_in(inlines: Inlines, text: str, context: Context) -> Iterator[Mention]:
    """What a sentence can name as a command: code, and plain words that it speaks of as one."""
    coded = list(pressed_together(code_spans(inlines), text))
    plain = [
        *_bold(inlines),
        *_italic(inlines),
        *_called(text, context),
        *(match.span("name") for match in _INSTRUCTION.finditer(text)),
    ]
    free = [span for span in plain if not any(start < span[1] and span[0] < end for start, end, _ in coded)]
    found = {span for span in free if is_command(text[slice(*span)], context)}
    outer = [span for span in found if not any(other != span and _holds(other, span) for other in found)]
    yield from sorted((*coded, *((start, end, text[start:end]) for start, end in outer)))


def _holds(outer: tuple[int, int], inner: tuple[int, int]) -> bool:
    return outer[0] <= inner[0] and inner[1] <= outer[1]


def _bold(inlines: Inlines) -> Iterator[tuple[int, int]]:
    """Where a sentence sets several words off in bold."""
    run = run_of(inlines)
    for match in _SET_OFF.finditer(run.marks) if BOLD in run.marks else ():
        if " " in run.text[slice(*match.span())].strip():
            yield match.span()


def _italic(inlines: Inlines) -> Iterator[tuple[int, int]]:
    """Where a sentence sets several words off in italics."""
    at = 0
    for node in inlines:
        text = text_of((node,))
        if isinstance(node, Emphasis) and " " in text.strip():
            yield at, at + len(text.rstrip(" .,"))
        at += len(text)


def _called(text: str, context: Context) -> Iterator[tuple[int, int]]:
    """Plain words that a sentence calls a command, or joins as one to what it does: `docker ps -a 로 …`."""
    for joint in _JOINTS.finditer(text):
        typed = _TYPED.search(text, max(joint.start() - _LONGEST_NAME, 0), joint.start())
        words = list(_WORD.finditer(text, *typed.span())) if typed else []
        end = len(text[: joint.start()].rstrip("\"'”’"))
        for word in words if joint["word"] else words[:-1]:
            name = text[word.start() : end]
            known = word.group() in context.vocabulary.programs - WORDLIKE or word.group() == "sudo"
            sure = joint["word"] or " -" in name or _said_around(text, word.start(), joint.end())
            if known and sure and is_command(name, context):
                yield word.start(), end
                break


def _said_around(text: str, start: int, end: int) -> bool:
    """`목록은 docker ps 로 본다`: what is done stands right before the command, and a verb behind it ends the text."""
    return bool(OBJECT_BEFORE.search(text[:start].rstrip())) and bool(_ENDS.match(text[end:]))
