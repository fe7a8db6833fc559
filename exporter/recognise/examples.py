"""Examples: code that shows commands at work, each with the task it serves.

A command's task is, in this order: the comment behind it, the comment above it (which reaches on to the next blank
line), the comment right below it, the block's own task (`tasks`). Comments that are templates, file names, options or
words like "예시" are no task.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise, takewhile
from typing import Final

from exporter.kramdown.nodes import (
    Blocks,
    BulletList,
    CodeBlock,
    Inlines,
    ListItem,
    OrderedList,
    Paragraph,
    Strong,
    Text,
)
from exporter.recognise.code_lines import Line, lines_of, row_span
from exporter.recognise.code_remarks import commands_in_words
from exporter.recognise.command_items import titled
from exporter.recognise.command_line import head, is_command, name_of
from exporter.recognise.command_names import command_in
from exporter.recognise.flags import names_at
from exporter.recognise.inlines import lines_in, one_line, span_of, strip, text_of
from exporter.recognise.labels import is_wholly_code
from exporter.recognise.option_listings import options_in_code
from exporter.recognise.option_owner import command_near
from exporter.recognise.pattern import Context, Found, Here
from exporter.recognise.runs import run_of
from exporter.recognise.sentence_ends import sentences
from exporter.recognise.tasks import introduced, is_empty, is_heading, task_of, tells_of_file, tells_result
from exporter.recognise.vocabulary import DOINGS
from exporter.recognise.words import is_word
from exporter.study import CodeLine, CommandLine, Example, Listing, OutputLine
from exporter.words import words_of

_HELPERS: Final = words_of("cd ls pwd vi vim nano cat clear exit su echo")
_HELPER_LINE: Final = re.compile(
    r"^(?:sudo )?(?:apt|apt-get|yum|dnf|brew|apk) (?:-y )?(?:update|upgrade)(?: -y)?(?:\s*$|\s*&&)|"
    r"^(?:use \w+|flush privileges|commit|quit|exit)\s*;?$|^cat\s*<<",
    re.IGNORECASE,
)
_CAPTION: Final = 24
_LOOKS: Final = re.compile(r" (?:--version|version|-V|--help)$")
_PLACE: Final = re.compile(
    r"^(?:now |현재 )?(?:path|경로|위치|file|파일|from)\s*[:：]|^[~./\w-]+\.(?:\w{1,5})(?:\s*\(.*\))?$|"
    r"^(?:[~.]{1,2})?/[\w./-]+$|^from [~/]\S*$|"
    r"^(?:run |execute |executed )?(?:on|in|at|inside|from) (?:the |your |a )?\w+(?: \w+){0,2}$|"
    r"^\S+(?: \S+)?에서(?: 실행)?$",
    re.IGNORECASE,
)


def read_example_item(here: Here) -> Found | None:
    """A list item of a sentence and the code it introduces."""
    match here.block:
        case BulletList((ListItem((Paragraph() as intro, CodeBlock() as code)),)) | OrderedList(
            (ListItem((Paragraph() as intro, CodeBlock() as code)),)
        ) if len(sentences(here.desk.once(run_of, intro.inlines))) <= 2:
            inside = Here((intro, code), 1, here.context)
            entry = example_of(inside, (intro,))
            return Found(entry) if isinstance(entry, Example) and entry.commands else None
        case _:
            return None


def read_example(here: Here) -> Found | None:
    """A code block in which commands are typed."""
    match here.block:
        case CodeBlock():
            entry = example_of(here, ())
        case _:
            return None
    commands = entry.commands if isinstance(entry, Example) else entry.readings
    return Found(entry) if commands else None


def read_command_paragraph(here: Here) -> Found | None:
    """A command on a line of its own, as plain text or as code, with the words around it for its task."""
    match here.block:
        case Paragraph() as block if not block.attributes.classes and not _is_bold(block):
            lines = [line for line in lines_in(block.inlines) if line]
        case _:
            return None
    typed = (command_in(line, here.context, 0 if is_wholly_code(line) else -2) for line in lines)
    commands = tuple(takewhile(bool, typed))
    if not lines or len(commands) < len(lines):
        return None
    task = introduced(here) or (titled(here) if here.at == 0 else ())
    if not task:
        return None
    read = tuple(
        CommandLine(str(code), task, "", span=span_of(line)) for code, line in zip(commands, lines, strict=True)
    )
    return Found(Example((), block, read, span=block.span))


def _is_bold(block: Paragraph) -> bool:
    """A line all in bold titles what follows it."""
    return len(strip(block.inlines)) == 1 and isinstance(strip(block.inlines)[0], Strong)


def example_of(here: Here, intro: Blocks) -> Example | Listing:
    """The code block at this place as an example; a listing, if its lines explain options too."""
    block = here.block
    assert isinstance(block, CodeBlock)
    lines = here.desk.once(lines_of, block, here.context)
    if tells_result(here) and not any(line.prompt for line in lines):
        lines = ()
    options = tuple(options_in_code(block, lines, here.context, _command_of(lines, here)))
    task = task_of(here, _intro_words(intro), "\n".join(line.text for line in lines if line.kind == "command"))
    read = tuple(_code_lines(lines, block, task, here.context))
    example = Example(intro, block, read, span=block.span)
    told = tuple(commands_in_words(block, lines, here.context))
    if not options and not told:
        return example
    return Listing(intro, block, (*((example,) if example.commands else ()), *options, *told), span=block.span)


def _intro_words(intro: Blocks) -> Inlines:
    match intro:
        case (Paragraph(inlines),):
            return one_line(inlines)
        case _:
            return ()


def _command_of(lines: tuple[Line, ...], here: Here) -> str | None:
    return next((name_of(line.text) for line in lines if line.kind == "command"), None) or command_near(here)


def _code_lines(lines: tuple[Line, ...], block: CodeBlock, task: Inlines, context: Context) -> Iterator[CodeLine]:
    shared = _sharing(lines, task, context) if task else ()
    meanings = _comments(lines, context)
    for at, line in enumerate(lines):
        span = row_span(block, line.row, context)
        if line.kind != "command":
            yield OutputLine(line.text, span=span)
            continue
        said = meanings.get(at, "")
        meaning: Inlines = (Text(said, span=span),) if said else task if at in shared else ()
        yield CommandLine(line.text, meaning, line.prompt, span=span)


def _sharing(lines: tuple[Line, ...], task: Inlines, context: Context) -> frozenset[int]:
    """Which commands of a block the block's own task is true of."""
    commands = [at for at, line in enumerate(lines) if line.kind == "command"]
    first_comment = next(
        (at for at, line in enumerate(lines) if line.kind == "comment" and _is_task(line.text, context)), None
    )
    told = sum(bool(lines[at].aside) for at in commands)
    if told > 1 and told * 2 >= len(commands):
        return frozenset()
    if first_comment is not None:
        commands = [at for at in commands if at < first_comment]
    if lines and lines[0].prompt == "#!":
        return frozenset()
    commands = [at for at in commands if not _is_example_mark(lines[at]) and not _under_file_name(lines, at)]
    answering = _with_alternatives(_answering(commands, lines, task, context), commands, lines, context)
    return frozenset(at for at in answering if not _only_looks(lines[at].text, text_of(task).lower()))


def _answering(commands: list[int], lines: tuple[Line, ...], task: Inlines, context: Context) -> list[int]:
    """The commands that do what the task says; all, where none does it better than the others."""
    said = text_of(task).lower()
    wanted = context.desk.once(_doing, said)
    asked = _asked(commands, lines, said, wanted)
    if asked and wanted & set(lines[asked[0]].text.lower().split()):
        return asked
    prompted = any(lines[at].prompt for at in commands)
    texts = [lines[at].text for at in commands]
    main = [
        at
        for at in commands
        if not _is_helper(lines[at].text) and not _readies(lines[at].text, texts) and bool(lines[at].prompt) == prompted
    ] or commands
    asked = _asked(main, lines, said, wanted)
    either = set(_with_alternatives(main[:1], main, lines, context)[1:])
    several = len({head(lines[at].text) for at in main if at not in either}) > 2
    caption = len(text_of(task)) <= _CAPTION or is_heading(task, context)
    return asked or ([] if several and caption else main)


def _with_alternatives(asked: list[int], commands: list[int], lines: tuple[Line, ...], context: Context) -> list[int]:
    """The commands asked for, and those that an "or" joins to one of them."""
    either = context.vocabulary.or_words
    found = list(asked)
    for before, at in pairwise(commands):
        if before in found and at not in found and any(is_word(line.text, either) for line in lines[before + 1 : at]):
            found.append(at)
    return found


def _under_file_name(lines: tuple[Line, ...], at: int) -> bool:
    """Whether the comment above says into which file the line goes."""
    while at > 0 and lines[at - 1].kind == "command":
        at -= 1
    return at > 0 and lines[at - 1].kind == "comment" and tells_of_file(lines[at - 1].text)


def _only_looks(code: str, task: str) -> bool:
    """`node --version` under "Node.js 설치" checks what was done, it does not do it."""
    return bool(_LOOKS.search(code)) and not re.search(r"확인|버전|version|check|verify|查看|確認|도움|help", task)


def _is_example_mark(line: Line) -> bool:
    """`ex) …` fills in the line above: its task is that line's."""
    return bool(line.prompt) and line.prompt.strip()[:1].isalpha() and ")" in line.prompt[:4]


def _asked(commands: list[int], lines: tuple[Line, ...], task: str, wanted: frozenset[str]) -> list[int]:
    """Of several commands, those that do what the task says, or whose program it names."""
    scores = {at: _answers(lines[at].text.lower(), task, wanted) for at in commands}
    best = max(scores.values(), default=0)
    return [at for at in commands if scores[at] == best] if best else []


def _doing(task: str) -> frozenset[str]:
    """The words of commands that do what a task asks for."""
    return frozenset(word for said, done in DOINGS if any(word in task for word in said) for word in done)


def _answers(code: str, task: str, wanted: frozenset[str]) -> int:
    """How well a command answers a task: by what it does, by the words it shares with it, by its program's name."""
    words = set(code.split())
    shared = sum(len(word) > 2 and word in task for word in words)
    named = _names(task, head(code))
    return 3 * bool(wanted & words) + min(shared, 2) + named


def _names(task: str, program: str) -> bool:
    """Whether a task speaks of a program, as a word of its own."""
    at = task.find(program)
    while at >= 0:
        around = task[max(at - 1, 0) : at] + task[at + len(program) :][:1]
        if not any("a" <= char <= "z" or char == "-" for char in around):
            return True
        at = task.find(program, at + 1)
    return False


def _is_helper(code: str) -> bool:
    return (head(code) in _HELPERS and not re.search(r"\s[|>]", code)) or bool(_HELPER_LINE.match(code))


def _readies(code: str, others: list[str]) -> bool:
    """Whether a command only makes a script of the same block fit to run: `chmod +x run.sh` beside `./run.sh`."""
    made = re.match(r"(?:sudo )?chmod [au]?\+x (?:\./)?([\w./-]+?)(?:\.sh)?$", code)
    name = re.escape(made[1]) if made else "$^"
    return any(re.match(rf"(?:\./|(?:sh|bash) ){name}", other) for other in others)


def _comments(lines: tuple[Line, ...], context: Context) -> dict[int, str]:
    """The comment that tells a command's task, by the command's place."""
    found: dict[int, str] = {}
    above: list[str] = []
    fresh = True
    for at, line in enumerate(lines):
        match line.kind:
            case "comment" | "other" if is_word(line.text, context.vocabulary.or_words):
                pass
            case "comment":
                above = [*above, line.text] if fresh and not _blank_before(lines, at) else [line.text]
                fresh = True
            case "command":
                aside = line.aside if line.aside and _is_task(line.aside, context) else ""
                said = _said(above, line.text, context)
                found[at] = aside or said or _below(lines, at, context)
                fresh = False
            case "blank":
                kept = fresh and lines[0].prompt != "#!" and not _after_command(lines, at)
                above = above if kept else []
            case _:
                above = []
    return {at: text for at, text in found.items() if text}


def _blank_before(lines: tuple[Line, ...], at: int) -> bool:
    return at > 0 and lines[at - 1].kind == "blank"


def _after_command(lines: tuple[Line, ...], at: int) -> bool:
    """Whether the comment before a blank line stands right behind a command (and so belongs to that)."""
    while at > 0 and lines[at - 1].kind == "comment":
        at -= 1
    return at > 0 and lines[at - 1].kind in ("command", "other")


def _below(lines: tuple[Line, ...], at: int, context: Context) -> str:
    """A comment right below a command, with nothing but a blank line, a word like "또는" or the end after it."""
    behind = lines[at + 1 : at + 3]
    match [line.kind for line in behind]:
        case ["comment"] | ["comment", "blank" | "other"]:
            return behind[0].text if _is_task(behind[0].text, context) else ""
        case ["other"] | ["other", "blank"] if behind[0].text.startswith(("->", "→", "=>")):
            return behind[0].text.lstrip("->→= ")
        case _:
            return ""


def _said(comments: list[str], command: str, context: Context) -> str:
    told = [
        words for text in comments if (words := _without_template(text, command, context)) and _is_task(words, context)
    ]
    return " ".join(told)


def _without_template(comment: str, command: str, context: Context) -> str:
    """`create a branch git branch {name}` says what for, then how: only the first is the task."""
    program = head(command)
    at = comment.find(f"{program} ")
    if at > 0 and is_command(comment[at:], context, 0) and comment[at - 1] in " :#(":
        return comment[:at].rstrip(" :#(-=>")
    if at == 0 and (
        named := re.match(rf"{re.escape(program)}\s*(?:명령어|명령|command)?\s*[:(=-]\s*(.+?)\)?$", comment)
    ):
        return named[1]
    plain = any(char > "\u3040" for char in comment) and not re.search(r"[\[<{]|\s-", comment)
    return comment if at < 0 or plain or not is_command(comment, context, -1) else ""


# a comment that tells a fact about a word of the line, or warns, and not what the line is for
_NO_TASK: Final = re.compile(
    r"(?:은|는) .*(?:의미|뜻|말함|이다|임)[.]?$|\bis an? (?:option|argument|flag)\b|\bstands for\b|옵션[.]?$|"
    r"(?:해야 함|해야 한다|필요|주의|불가|없음)[.!]?$|"
    r"^(?:see (?:also|https?|\W|\S+$)|note\b|caution\b|warning\b|주의|참고|remember\b)",
    re.IGNORECASE,
)


_SPOKEN: Final = re.compile(r"\s(?:to|the|with|for|of|an?|your|all|into)\s", re.IGNORECASE)
"""Words that running English has and commands hardly ever."""


def _is_task(text: str, context: Context) -> bool:
    known = context.vocabulary
    if len(text) < 2 or is_word(text, known.output_words) or is_empty(text, context) or tells_of_file(text):
        return False
    if names_at(text) or _PLACE.search(text) or not any(char.isalpha() for char in text):
        return False
    if _NO_TASK.search(text):
        return False
    marked = text.isascii() and not _SPOKEN.search(text)
    typed = marked and bool(re.search(r"\s-|[|<>/$\"'=\\]", text)) and is_command(text, context, -1)
    return not typed and not text.endswith(";")
