"""Commands: a command line together with what it is for, in every way that notes write it outside of code blocks.

Headings and label lines (bold, a quote or a line of code alone) open a command and take what follows;
items, table rows and lines name a command and its purpose at once; sentences name it in passing (`commands_in`).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from typing import Final

from exporter.kramdown.nodes import (
    Block,
    BlockQuote,
    Blocks,
    BulletList,
    CodeBlock,
    CodeSpan,
    Heading,
    Inlines,
    ListItem,
    OrderedList,
    Paragraph,
    Strong,
    Table,
    TableRow,
    Text,
    plain_text,
    walk,
)
from exporter.recognise.command_line import PROMPT, is_command
from exporter.recognise.flags import names_at
from exporter.recognise.inlines import code_spans, cut, one_line, paragraph, sentence_bounds, strip, text_of
from exporter.recognise.keys import is_key
from exporter.recognise.labels import Split, is_wholly_code, number_length, splits, without_number
from exporter.recognise.pattern import Context, Found, Here, is_spacing, pieces_of, unread
from exporter.recognise.vocabulary import WITH_SUBCOMMANDS
from exporter.recognise.words import is_word
from exporter.source import Span
from exporter.study import Command, Listing

_COMMAND_WORD: Final = re.compile(r"^[`\s]*(?:명령어|명령|커맨드|쿼리|command|コマンド|命令)(?:들)?", re.IGNORECASE)
_WITH_WORD: Final = re.compile(r"\s*(?:명령어|명령|커맨드|command|コマンド|命令)(?P<rest>.*)$", re.IGNORECASE)
_IN_BRACKETS: Final = re.compile(r"^(?P<name>[^()]+?)\s*\((?P<gloss>[^()]+)\)$")
# `cmd`을 통해 …: what joins a command to what one does with it
_USE: Final = (
    r"(?:을|를)\s*(?:통해서|통해|통하여|사용|이용|활용|입력|실행|치면|쳐서|쓰면|써서|수행|날리|돌리|하면|하여)|(?:으로|로)(?=[\s,])|(?:은|는)(?=\s)"
)
_MEANS: Final = re.compile(
    r"^\s*(?:을|를|으로|로|은|는|이|가)?\s*(?:통해서|통해|통하여|사용하여|사용해서|사용해|사용하면|이용하여|"
    r"이용해서|이용해|이용하면|"
    r"입력하면|입력하여|실행하면|실행하여|실행해|치면|하면|하여|써서|쓰면)?\s*,?\s*"
)
_JUST_RUN: Final = re.compile(
    r"^(?:[을를로]|으로)?\s*(?:입력|실행|사용|수행|이용|치|쓰|타이핑)?"
    r"(?:한다|하자|합니다|하면|해준다|해주면|해보자|하여|해|할 수 있다|된다|하면 된다|면 된다|도 있다)?[.!,\s]*$"
)
_ACTION: Final = re.compile(
    r"(?:이동|삭제|종료|확인|실행|검색|저장|복사|선택|취소|출력|전환|생성|닫기|열기|보기|기|함|음|됨|한다|된다|다)\.?$"
)


# Names


def command_in(inlines: Inlines, context: Context, bonus: int = 0) -> str | None:
    """The command that `inlines` are, if they are nothing else: as written, without prompt and number."""
    words = without_number(inlines)
    text = PROMPT.sub("", text_of(words).strip()).strip()
    if not text or "\n" in text or len(text) > 200:
        return None
    if is_wholly_code(words):
        bonus += 1
    return text if is_command(text, context, bonus) and not names_at(text) else None


def _named(split: Split, context: Context, bonus: int) -> tuple[str, Inlines, bool] | None:
    """Name, meaning, and whether the name stands first."""
    left = command_in(split.before, context, bonus)
    if left and split.right:
        return left, split.after, True
    right = command_in(split.after, context, bonus)
    return (right, split.before, False) if right else None


def heading_command(inlines: Inlines, context: Context) -> tuple[str, Inlines] | None:
    """The command that a title names, and what the title says of it."""
    title = without_number(inlines)
    whole = command_in(title, context, 1)
    if whole and not (whole.lower() in WITH_SUBCOMMANDS and " " not in whole):
        return whole, ()
    for split in splits(title):
        named = _named(split, context, 1)
        if named and named[0].lower() not in WITH_SUBCOMMANDS:
            return named[0], named[1]
    return _worded(title, context) or _paired(title, context)


def _worded(title: Inlines, context: Context) -> tuple[str, Inlines] | None:
    """`git push 명령어로 올리기`, `ls (list)`."""
    text = text_of(title)
    for match, group in ((_WITH_WORD.search(text), "rest"), (_IN_BRACKETS.match(text), "gloss")):
        if match:
            name = text[: match.start()] if group == "rest" else match["name"]
            if command_in((Text(name, span=_own(title)),), context, 1) and name.lower() not in WITH_SUBCOMMANDS:
                gloss = one_line(cut(title, match.start(group), match.end(group)))
                return name.strip(" `"), gloss if len(text_of(gloss)) > 3 else ()
    return None


def _paired(title: Inlines, context: Context) -> tuple[str, Inlines] | None:
    """`zip/unzip - …`: two commands under one title."""
    text = text_of(title)
    match = re.match(r"^([a-z][\w.-]*(?:\s*[/,&]\s*[a-z][\w.-]*)+)(?:\s+[-–:]\s+|$)", text)
    if match and all(
        part in context.vocabulary.programs | context.programs for part in re.split(r"\s*[/,&]\s*", match[1])
    ):
        return match[1], one_line(cut(title, match.end()))
    return None


# Titles


def read_command_heading(here: Here) -> Found | None:
    """A heading that names a command: it takes its section."""
    match here.block:
        case Heading(_, inlines):
            named = heading_command(inlines, here.context)
        case _:
            return None
    if named is None:
        return None
    name, gloss = named
    body = here.blocks[here.at + 1 :]
    purpose = _purpose(gloss, body, replace(here.context, command=name))
    return Found(Command(name, purpose, inlines, unread(body), span=here.block.span), 1 + len(body))


def read_command_label(here: Here) -> Found | None:
    """A bold `docker image build`, or the command alone in a quote or on a line of code: takes what follows."""
    inlines = label_of(here.block)
    named = heading_command(inlines, here.context) if inlines else None
    if named is None or not isinstance(here.block, Paragraph | BlockQuote):
        return None
    name, gloss = named
    end = here.at + 1
    while end < len(here.blocks) and not label_of(here.blocks[end]):
        end += 1
    while end > here.at + 1 and is_spacing(here.blocks[end - 1]):
        end -= 1
    body = here.blocks[here.at + 1 : end]
    purpose = _purpose(gloss, body, replace(here.context, command=name))
    return Found(Command(name, purpose, inlines, unread(body), span=here.block.span), end - here.at)


def label_of(block: Block) -> Inlines:
    """The inlines of a line that stands as a title: all bold, all code, or such a line alone in a quote."""
    match block:
        case BlockQuote((Paragraph() as only,)):
            return label_of(only)
        case Paragraph(inlines) if not block.attributes.classes and "\n" not in plain_text(block).strip():
            bare = strip(inlines)
            stands_out = len(bare) == 1 and isinstance(bare[0], Strong)
            return inlines if stands_out or is_wholly_code(bare) else ()
        case _:
            return ()


# Purposes


def _purpose(gloss: Inlines, body: Blocks, context: Context) -> Inlines:
    said = _said_below(body, context)
    if gloss and said:
        return (*one_line(gloss), Text(" — ", span=said[0].span), *said)
    return one_line(gloss) or said


def _said_below(body: Blocks, context: Context) -> Inlines:
    """What the first words under a command's title say of it."""
    for at, block in enumerate(body):
        match block:
            case CodeBlock() | BlockQuote():
                continue
            case Paragraph(inlines) if not _is_other(block, body, at, context):
                return _sentence(inlines)
            case BulletList((ListItem((Paragraph(inlines), *_)), *_)) if not _is_other(block, body, at, context):
                return _sentence(inlines)
            case Paragraph():
                continue
            case other:
                if not is_spacing(other) and not label_of(other):
                    return ()
    return ()


def _is_other(block: Block, body: Blocks, at: int, context: Context) -> bool:
    """Whether a block under a title speaks of something else than the command: an option, a synopsis, an example."""
    text = plain_text(block).strip()
    here = Here(pieces_of(body[at : at + 1]), 0, context)
    return (
        not text
        or not _letters(block)
        or bool(re.search(r"(?<![\w-])--?[a-zA-Z][\w-]*`?\s*(?:옵션|option)", text[:60], re.IGNORECASE))
        or bool(block.attributes.classes)
        or names_at(text.lstrip("`* ")) is not None
        or is_word(
            text, context.vocabulary.example_words | context.vocabulary.synopsis_words | context.vocabulary.option_words
        )
        or command_in((Text(text.split("\n")[0], span=block.span),), context) is not None
        or text.endswith((":", "："))
        or any(":" in split.sign and len(split.left) < 24 for split in splits(_inlines_of(block)))
        or read_command_item(here) is not None
    )


def _inlines_of(block: Block) -> Inlines:
    match block:
        case Paragraph(inlines) | BulletList((ListItem((Paragraph(inlines), *_)), *_)):
            return inlines
        case _:
            return ()


def _letters(block: Block) -> bool:
    """Whether there is text beside pictures."""
    return any(isinstance(node, Text | CodeSpan) and plain_text(node).strip() for node in walk(block))


def _sentence(inlines: Inlines) -> Inlines:
    bounds = sentence_bounds(text_of(inlines))
    end = bounds[0][1]
    if end < 20 and len(bounds) > 1:
        end = bounds[1][1]
    return one_line(cut(inlines, 0, end))


# Items, lines, rows


def read_command_item(here: Here) -> Found | None:
    """`- cmd : what it does`, `- what it does → cmd`, `- cmd를 통해 …`, or the meaning nested under it."""
    match here.block:
        case BulletList((ListItem((Paragraph() as first, *rest)),)) | OrderedList(
            (ListItem((Paragraph() as first, *rest)),)
        ):
            return _command_paragraph(first, tuple(rest), here, here.block.items[0].span)
        case _:
            return None


def read_command_line(here: Here) -> Found | None:
    """`` `cmd` : what it does`` as a paragraph."""
    match here.block:
        case Paragraph() as block if "\n" not in plain_text(block).strip():
            return _command_paragraph(block, (), here, block.span)
        case _:
            return None


def _command_paragraph(first: Paragraph, rest: Blocks, here: Here, span: Span) -> Found | None:
    named = _name_first(first, here.context)
    if named:
        name, end = named
        meaning = strip(cut(first.inlines, end))
        body = (paragraph(cut(first.inlines, end), first), *rest)
        return Found(Command(name, one_line(meaning), cut(first.inlines, 0, end), unread(body), span=span))
    for split in splits(first.inlines):
        right = command_in(split.after, here.context, 0)
        if right and len(split.left) > 1:
            return Found(Command(right, one_line(split.before), first.inlines, unread(rest), span=span))
    lead = here.context.lead
    alone = command_in(first.inlines, here.context, 0) or (
        is_key(text_of(first.inlines)) and text_of(first.inlines).strip()
    )
    if alone and rest and (said := _nested_words(rest, here.context)):
        return Found(Command(alone, said, first.inlines, unread(rest), span=span))
    if alone and not rest and here.context.within == "item" and len(lead) > 3 and lead != alone and ":" not in lead[-2:]:
        lines = lead.split("\n")
        if not is_command(lines[0], here.context) and not is_word(lines[0], here.context.vocabulary.example_words):
            purpose = (Text(lines[0][number_length(lines[0]) :], span=first.span),)
            return Found(Command(alone, purpose, first.inlines, (), span=span))
    return None


def _nested_words(blocks: Blocks, context: Context) -> Inlines:
    match blocks[0]:
        case BulletList((ListItem((Paragraph(inlines), *_)), *_)) if not command_in(inlines, context):
            return one_line(inlines)
        case Paragraph(inlines) if not command_in(inlines, context):
            return one_line(inlines)
        case _:
            return ()


def _name_first(first: Paragraph, context: Context) -> tuple[str, int] | None:
    """The command a line begins with, and where its meaning begins."""
    text = text_of(first.inlines)
    for split in splits(first.inlines):
        name = command_in(split.before, context, 0) or _key_name(split, context)
        if name and len(split.right) > 1:
            return name, split.end
        break
    lead = number_length(text)
    for start, end, code in code_spans(first.inlines):
        word = _COMMAND_WORD.match(text[end:])
        after = end + (word.end() if word else 0)
        verb = re.match(rf"\s*(?:{_USE})", text[after:])
        lone = code.strip().lower() in WITH_SUBCOMMANDS or _NOT_SO.search(text[after:]) is not None
        lone = lone or sum(is_command(other, context, 1) for _, _, other in code_spans(first.inlines)) > 1
        lone = lone or (" " not in code.strip() and re.match(r"\s*[은는]", text[after:]) is not None)
        known = lone or code.strip() in context.documented or code.strip() == context.command
        if (
            start <= lead + 1
            and verb
            and not known
            and is_command(code, context, 1)
            and not _JUST_RUN.match(text[after:])
        ):
            means = _MEANS.match(text[after:])
            return code, after + (means.end() if means else verb.end())
        break
    return _key_with_particle(text, lead) or _plain_with_particle(text, lead, context)


def _plain_with_particle(text: str, lead: int, context: Context) -> tuple[str, int] | None:
    """`git apply를 이용하여 …`: a command in plain text at the head of a line."""
    match = re.match(rf"(?P<name>[a-z][A-Za-z0-9_.-]*(?: [A-Za-z0-9_./<>\[\]-]+){{0,4}}?)\s?(?:명령어|명령)?(?:{_USE})", text[lead:])
    if match is None or _NOT_SO.search(text[lead + match.end("name") :]):
        return None
    if match["name"].lower() in WITH_SUBCOMMANDS or not is_command(match["name"], context, 0):
        return None
    if re.search(r"(?:은|는)$", match.group()) or _JUST_RUN.match(text[lead + match.end() :]):
        return None
    means = _MEANS.match(text[lead + match.end("name") :])
    return match["name"], lead + match.end("name") + (means.end() if means else 0)


def _key_name(split: Split, context: Context) -> str | None:
    name = split.left.strip()
    if is_key(name) or (context.command and re.fullmatch(r"[A-Za-z]{1,2}|:\w+|[⬆⬇⬅➡]️?", name)):
        return name if _ACTION.search(split.right.strip()) else None
    return None


def _key_with_particle(text: str, lead: int) -> tuple[str, int] | None:
    match = re.match(r"(?P<key>.{1,30}?)(?: ?키)?(?:를|을) (?:통해|눌러|누르면|이용해) ?", text[lead:])
    if match and (is_key(match["key"]) or re.fullmatch(r"![\[\]\w]+|[a-z]+", match["key"])):
        return match["key"], lead + match.end()
    return None


def read_command_table(here: Here) -> Found | None:
    """A table with a command in one cell of its rows and what it does in another."""
    match here.block:
        case Table(head_rows, bodies, foot) as block:
            pass
        case _:
            return None
    words = here.context.vocabulary.command_words
    bonus = 2 if any(is_word(plain_text(cell), words) for row in head_rows for cell in row.cells) else 0
    rows = (*(row for body in bodies for row in body), *foot)
    readings = tuple(command for row in rows if (command := _row_command(row, here.context, bonus)) is not None)
    return Found(Listing((), block, readings, span=block.span)) if len(readings) * 2 >= len(rows) and readings else None


def _row_command(row: TableRow, context: Context, bonus: int) -> Command | None:
    for at, cell in enumerate(row.cells):
        name = command_in(cell.inlines, context, bonus)
        if name:
            others = [one_line(other.inlines) for place, other in enumerate(row.cells) if place != at]
            meaning = next((other for other in (others[at:] + others[:at]) if text_of(other).strip()), ())
            return Command(name, meaning, cell.inlines, (), span=row.span) if meaning else None
    return None


# Running text


def commands_in(inlines: Inlines, context: Context) -> Iterator[Command]:
    """Commands that a sentence names together with what they do: ``목록은 `docker ps` 명령으로 확인한다``."""
    text = text_of(inlines)
    spans = [
        (start, end, code)
        for start, end, code in code_spans(inlines)
        if is_command(code, context, 4 if _COMMAND_WORD.match(text[end:]) and code.isascii() else 1)
        and code.strip().lower() not in WITH_SUBCOMMANDS
        and code.strip() not in context.documented
        and names_at(code.strip()) is None
    ]
    for at, (start, end, code) in enumerate(spans):
        word = _COMMAND_WORD.match(text[end:])
        if not _speaks_of(text, start, end):
            continue
        after = end + (word.end() if word else 0)
        means = _MEANS.match(text[after:])
        first = spans[at - 1][1] if at else 0
        last = spans[at + 1][0] if at + 1 < len(spans) else len(text)
        meaning = _clause(inlines, (first, start), (after + (means.end() if means else 0), last))
        if len(text_of(meaning)) >= 4:
            yield Command(code.strip(), meaning, cut(inlines, start, end), (), span=_own(inlines))


_SPEAKING: Final = re.compile(
    r"^\s*(?:명령어|명령|커맨드|쿼리)?\s*(?:(?:을|를)\s*"
    r"(?:통해서|통해|통하여|사용|이용|활용|입력|실행|치|쳐|쓰|써|수행|날리|돌리|하면|하여)|(?:으로|로)(?=[\s,]))|"
    r"^\s*(?:명령어|명령|커맨드|쿼리)(?:는|은)\s|^\s*(?:コマンド)?(?:で|を使)|^\s*(?:命令|指令)",
    re.IGNORECASE,
)
_SPEAKING_LINE: Final = re.compile(r"^ ?(?:은|는)\s|^\s*command(?: (?:to|will|can|is used))?|^\s+(?:to|will) \w+", re.IGNORECASE)
_SPOKEN: Final = re.compile(
    r"(?:\b(?:use|using|run|running|with|via|by|type|execute|call|do|doing|the)|使用|通过|执行|运行|用)\s*[`\s]*$",
    re.IGNORECASE,
)
_NOT_SO: Final = re.compile(r"^.{0,14}?(?:해도|하여도|없기|없으|안 되|않|불가)|(?:에러|오류|errors?)\s*(?:가|이)?\s*(?:발생|난|나|$)")


def _speaks_of(text: str, start: int, end: int) -> bool:
    """Whether a sentence says of the code between `start` and `end` what it does."""
    if text[start - 1 : start] == "(" and text[end : end + 1] == ")" and not text[end + 1 :].strip(" ."):
        return True
    if _NOT_SO.search(text[end:]):
        return False
    lone = " " not in text[start:end].strip()
    said = bool(_SPEAKING.match(text[end:])) or (not lone and bool(_SPEAKING_LINE.match(text[end:])))
    return said or bool(_SPOKEN.search(text[:start]))


def _clause(inlines: Inlines, before: tuple[int, int], after: tuple[int, int]) -> Inlines:
    """What is said of a command: what comes after it, or what leads up to it where nothing but "실행한다" comes."""
    text = text_of(inlines)
    behind = strip(cut(inlines, *after), " ,.\n`()")
    if len(text_of(behind)) >= 6 and not _JUST_RUN.match(text[after[0] : after[1]]):
        return one_line(behind)
    return one_line(strip(cut(inlines, *before), " ,.\n`(:"))


def _own(inlines: Inlines) -> Span:
    return Span(inlines[0].span.start, inlines[-1].span.end) if inlines else Span(0, 0)
