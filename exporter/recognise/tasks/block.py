"""What a block of code shows, before it is asked what each of its commands is for.

Goes in: the place of the block and its lines. Comes out: `Shown`, its commands taken apart and counted, with the cues
that they share: what kind of block it is, and where it stands to its heading, to other code and to the words around it.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterator
from dataclasses import dataclass
from typing import Final

from exporter.kramdown.nodes import (
    Block,
    BlockQuote,
    Blocks,
    BulletList,
    CodeBlock,
    Inlines,
    OrderedList,
    Paragraph,
    plain_text,
)
from exporter.recognise.code.command_line import is_command
from exporter.recognise.code.command_name import head
from exporter.recognise.code.line import Line
from exporter.recognise.code.lines import lines_of
from exporter.recognise.desk import Desk
from exporter.recognise.pattern import Context, Here, is_spacing, under_own_title
from exporter.recognise.tasks.answering import Typed, leaning, typed_of
from exporter.recognise.tasks.comments import Remarks, is_task, remarks_on
from exporter.recognise.tasks.sentences import first_words, last_words, title_line
from exporter.recognise.tasks.signs import weigh_after, weigh_before
from exporter.recognise.text.inlines import text_of
from exporter.recognise.text.keywords import INSTRUCTIONS
from exporter.recognise.text.sentence_ends import CAPTION
from exporter.words import words_of

_FEW: Final = 40
"""Commands of a block that are counted; that there are more tells nothing further."""
_LEANING: Final = 3
_WORDS: Final = (Paragraph, BulletList, OrderedList, BlockQuote)
"""Blocks that say something of the code beside them."""

_HELPERS: Final = words_of("cd ls pwd vi vim nano cat clear exit su echo")
_HELPER_LINE: Final = re.compile(
    r"^(?:sudo )?(?:apt|apt-get|yum|dnf|brew|apk) (?:-y )?(?:update|upgrade)(?: -y)?(?:\s*$|\s*&&)|"
    r"^(?:use \w+|flush privileges|commit|quit|exit)\s*;?$|^cat\s*<<",
    re.IGNORECASE,
)
_RUNS: Final = re.compile(r"(?:\./|(?:sh|bash) )([\w./-]+?)(?:\.sh)?(?:\s|$)")
_MAKES_RUN: Final = re.compile(r"(?:sudo )?chmod [au]?\+x (?:\./)?([\w./-]+?)(?:\.sh)?$")
PLACEHOLDER: Final = re.compile(r"<[^<>\n]+>|\{[^{}\n]+\}|\[[^\[\]\n]+\]|\.\.\.|[가-힣]")
_CONTROL: Final = re.compile(r"^(?:if|for|while|until|case|do|done|fi|then|else|elif|esac|function)\b|\(\)\s*\{$")
_ASSIGNS: Final = re.compile(r"^[A-Za-z_]\w*=\S*$")


@dataclass(frozen=True, slots=True)
class Shown:
    """The commands a block shows, and what is known of them together.

    `typed` are the commands taken apart. `ranks` counts the commands from 0: one that fills in a template above it, or
    stands for another that would do as well, counts as that. `names` and `programs` tell where a command's name and its
    program stand first, `main` which are no helpers, `filled` which fill in a template, `under` which stand under the
    same comments; `cues` are those that all commands of the block share.
    """

    here: Here
    lines: tuple[Line, ...]
    remarks: dict[int, Remarks]
    typed: dict[int, Typed]
    ranks: dict[int, int]
    main: tuple[int, ...]
    filled: frozenset[int]
    names: dict[str, int]
    programs: dict[str, int]
    under: dict[tuple[str, ...], tuple[int, ...]]
    asides: int
    comments: tuple[int, ...]
    cues: tuple[str, ...]

    @property
    def several(self) -> bool:
        """Whether the block shows more than one command."""
        return self.ranks[next(reversed(self.ranks))] > 0

    @property
    def commands(self) -> tuple[int, ...]:
        """The places of the commands among the lines."""
        return tuple(self.remarks)


def shown_in(here: Here, lines: tuple[Line, ...], *, options: bool) -> Shown:
    """What the lines of the block at this place show; `options` says that the block explains options."""
    remarks = remarks_on(lines, here.context)
    typed = {at: typed_of(lines[at].text) for at in remarks}
    filled = frozenset(_filled(lines, typed))
    ranks = _ranks(remarks, filled)
    count = max(ranks.values()) + 1
    return Shown(
        here,
        lines,
        remarks,
        typed,
        ranks,
        _main(lines, remarks),
        filled,
        _first_by({at: parts.name for at, parts in typed.items()}),
        _first_by({at: parts.program for at, parts in typed.items()}),
        _under(remarks),
        sum(bool(lines[at].aside) for at in remarks),
        tuple(at for at, line in enumerate(lines) if line.kind == "comment" and is_task(line.text, here.context)),
        (*_block_cues(lines, count, options=options), *_place_cues(here, several=count > 1)),
    )


def _main(lines: tuple[Line, ...], commands: Collection[int]) -> tuple[int, ...]:
    """The commands that are no helpers; a command alone has none to help."""
    if len(commands) == 1:
        return tuple(commands)
    scripts = _scripts_run(lines)
    return tuple(at for at in commands if not is_helper(lines[at].text) and not _readies(lines[at].text, scripts))


def _under(remarks: dict[int, Remarks]) -> dict[tuple[str, ...], tuple[int, ...]]:
    found: dict[tuple[str, ...], list[int]] = {}
    for at, said in remarks.items():
        found.setdefault(said.run, []).append(at)
    return {run: tuple(places) for run, places in found.items()}


def _first_by(texts: dict[int, str]) -> dict[str, int]:
    """The first place of each text."""
    return {text: at for at, text in reversed(texts.items())}


def _filled(lines: tuple[Line, ...], typed: dict[int, Typed]) -> Iterator[int]:
    """The commands that are a template above them with its placeholders filled in."""
    templates: set[str] = set()
    for at, parts in typed.items():
        name, template = parts.name, bool(PLACEHOLDER.search(lines[at].text))
        if is_example_mark(lines[at]) or (name in templates and not template):
            yield at
        elif template:
            templates.add(name)


def _ranks(remarks: dict[int, Remarks], filled: frozenset[int]) -> dict[int, int]:
    ranks: dict[int, int] = {}
    for at in remarks:
        alike = bool(ranks) and (at in filled or remarks[at].place == "joined")
        ranks[at] = max(ranks.values(), default=-1) + (not alike) if len(ranks) < _FEW else _FEW
    return ranks


def _block_cues(lines: tuple[Line, ...], commands: int, *, options: bool) -> Iterator[str]:
    others = [line for line in lines if line.kind == "other"]
    controls = any(_CONTROL.search(line.text) for line in others) and not any(line.prompt for line in lines)
    checks = {
        "two": commands == 2,
        "some": 3 <= commands <= 4,
        "many": commands > 4,
        "output": bool(others),
        "mostly other": 2 * len(others) > commands,
        "script": controls or lines[0].prompt == "#!",
        "assignments": any(line.kind != "comment" and _ASSIGNS.search(line.text) for line in lines),
        "instructions": any(line.text.split(" ")[0] in INSTRUCTIONS for line in lines),
        "options": options,
    }
    return (name for name, met in checks.items() if met)


def _place_cues(here: Here, *, several: bool) -> Iterator[str]:
    """Where the block stands to its heading, to other code and to the words around it."""
    before, after = here.near(-1), here.near(1)
    titled = before is not None and bool(here.desk.once(title_line, before))
    first = here.at == here.desk.once(_first_code, here.blocks)
    checks = {
        "first code": first and not several,
        "first code, several": first and several,
        "right under": before is None,
        "words before": isinstance(before, Paragraph | BulletList | OrderedList | BlockQuote) and not titled,
        "after code": isinstance(before, CodeBlock),
        "after a list": isinstance(before, BulletList | OrderedList),
        "after a quote": isinstance(before, BlockQuote),
        "after a title": titled,
        "words next": isinstance(after, Paragraph),
        "code next": isinstance(after, CodeBlock),
        "nothing next": after is None,
        "moved on": _moved_on(here),
        "in a command": bool(here.context.command),
        "under its command's title": under_own_title(here.context),
        "in an item": here.context.within == "item",
        "in an option": here.context.within == "option",
        "in a definition": here.context.within == "definition",
        "no language": isinstance(here.block, CodeBlock) and not here.block.language,
    }
    yield from (name for name, met in checks.items() if met)
    layout = here.desk.once(_layout_cues, here.blocks, here.context)
    yield from (name for name in layout if name != "words follow code" or not here.context.lead)


def _first_code(blocks: Blocks) -> int:
    return next((at for at, block in enumerate(blocks) if isinstance(block, CodeBlock)), -1)


def _layout_cues(blocks: Blocks, context: Context) -> tuple[str, ...]:
    """On which side of the code a run of siblings puts its words."""
    shown = [block for block in blocks if not context.desk.once(is_spacing, block)]
    begins, ends = isinstance(shown[0], CodeBlock), isinstance(shown[-1], Paragraph | BulletList)
    worded = any(isinstance(block, Paragraph) for block in shown)
    code = [at for at, block in enumerate(shown) if isinstance(block, CodeBlock)]
    led = not begins and all(isinstance(shown[at - 1], _WORDS) for at in code)
    followed = code[-1:] != [len(shown) - 1] and all(isinstance(shown[at + 1], _WORDS) for at in code)
    checks = {
        "words follow code": begins and ends and worded,
        "each led": len(code) > 1 and led,
        "each captioned": len(code) > 1 and led and all(_is_caption(shown[at - 1], context.desk) for at in code),
        "each followed": len(code) > 1 and followed,
        "ends in code": isinstance(shown[-1], CodeBlock),
        "texts look back": not (led and isinstance(shown[-1], CodeBlock)) and _look_back(shown, context),
        "begins with a name": _is_name(shown[: code[0]][-1:] if code else [], context),
    }
    return tuple(name for name, met in checks.items() if met)


def _is_caption(block: Block, desk: Desk) -> bool:
    """Whether a block of text is a few words that make no sentence, but more than a word."""
    said = text_of(last_words(block, desk)) if isinstance(block, Paragraph | BulletList | OrderedList) else ""
    return len(said) > 5 and bool(CAPTION.search(said)) and "\n" not in plain_text(block)


def _is_name(blocks: list[Block], context: Context) -> bool:
    """Whether the block before the first code only names a command."""
    return any(isinstance(block, Paragraph) and is_command(plain_text(block), context, 1) for block in blocks)


def _look_back(shown: list[Block], context: Context) -> bool:
    """Whether the texts between the code of a section, taken together, rather look back at the code before them."""
    if side := leaning(_between_words(shown, context), context.desk):
        return side > 0
    desk = context.desk
    votes = [
        weigh_after(text_of(first_words(block, desk))) - weigh_before(text_of(last_words(block, desk)))
        for block, before in zip(shown[1:], shown, strict=False)
        if isinstance(block, _WORDS) and isinstance(before, CodeBlock)
    ]
    return len(votes) > 1 and sum(max(min(vote, 4), -4) for vote in votes) >= _LEANING


def _between_words(shown: list[Block], context: Context) -> Iterator[tuple[str, Typed, str]]:
    """The first command of each block of code, between the words before and behind the block."""
    for before, block, after in zip([None, *shown], shown, [*shown[1:], None], strict=False):
        if isinstance(block, CodeBlock) and (typed := context.desk.once(_first_typed, block, context)):
            yield _said(before, last_words, context.desk), typed, _said(after, first_words, context.desk)


def _said(block: Block | None, words: Callable[[Block, Desk], Inlines], desk: Desk) -> str:
    """What a block of text says at its end or beginning, in small letters; a block of anything else says nothing."""
    return text_of(words(block, desk)).lower() if isinstance(block, _WORDS) else ""


def _first_typed(block: CodeBlock, context: Context) -> Typed | None:
    """The first command of a block of code, taken apart."""
    lines = context.desk.once(lines_of, block, context)
    return next((typed_of(line.text) for line in lines if line.kind == "command"), None)


def _moved_on(here: Here) -> bool:
    """Whether text has come between this code and code before it: the section has moved on from its heading."""
    worded = False
    for at in range(here.at - 1, -1, -1):
        block = here.blocks[at]
        if isinstance(block, CodeBlock):
            return worded
        worded = worded or (isinstance(block, Paragraph) and not here.desk.once(title_line, block))
    return False


def is_helper(code: str) -> bool:
    """Whether a line only gets ready for, or looks at, what others do: `cd`, `ls`, `apt update`."""
    return (head(code) in _HELPERS and not re.search(r"\s[|>]", code)) or bool(_HELPER_LINE.match(code))


def _scripts_run(lines: tuple[Line, ...]) -> frozenset[str]:
    """The scripts that lines run: `build` of `./build.sh`."""
    found = (_RUNS.match(line.text) for line in lines if line.kind == "command")
    return frozenset(match[1] for match in found if match)


def _readies(code: str, scripts: frozenset[str]) -> bool:
    """Whether a command only makes a script of the same block fit to run: `chmod +x run.sh` beside `./run.sh`."""
    made = _MAKES_RUN.match(code)
    return made is not None and made[1] in scripts


def is_example_mark(line: Line) -> bool:
    """`ex) …` fills in the line above: its task is that line's."""
    return bool(line.prompt) and line.prompt.strip()[:1].isalpha() and ")" in line.prompt[:4]
