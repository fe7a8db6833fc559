"""Options: a flag and what it does, in every way that notes write it.

Readers of blocks claim items, paragraphs, tables, definition lists and listings; `options_in_sentence` reads running
text. Which command an option belongs to: the command it stands under, else the one shown last before it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from typing import Final

from exporter.kramdown.nodes import (
    Block,
    BulletList,
    CodeBlock,
    DefinitionDescription,
    DefinitionList,
    DefinitionTerm,
    Heading,
    Inlines,
    ListItem,
    OrderedList,
    Paragraph,
    Table,
    TableCell,
    TableRow,
    Text,
    plain_text,
)
from exporter.recognise.code_lines import lines_of, row_span
from exporter.recognise.command_line import name_of
from exporter.recognise.flags import Names, names_at, names_in_code
from exporter.recognise.inlines import code_spans, cut, lines_in, one_line, paragraph, strip, text_of
from exporter.recognise.pattern import Context, Found, Here, NearMiss, unread
from exporter.recognise.words import trimmed
from exporter.source import Span
from exporter.study import Listing, Option

_JOINER: Final = re.compile(
    r"^\s*(?:(?:옵션|플래그|파라미터|매개변수|option|flag|parameter|选项|参数|オプション)s?(?:은|는|이|을|를|의|:)?)?"
    r"\s*(?:[:：=]|->|→|=>|[-–—](?=\s)|은\s|는\s|：|\|)?\s*",
    re.IGNORECASE,
)
_PARTICLE_VERB: Final = re.compile(
    r"^[`\s]*(?:옵션|플래그|파라미터|매개변수|인자|options?|flags?|オプション|选项|参数)?\s*(?:을|를|은|는|"
    r"으로|로|이|가|は|を|で)?\s*"
    r"(?:사용하면|사용하여|사용해서|사용해|통해|이용하여|이용하면|이용해|붙이면|붙여|주면|추가하면|추가하여|"
    r"지정하면|설정하면|넣으면|쓰면|입력하면)?\s*"
)
_VALUE: Final = re.compile(r" ([^\s:：]\S{0,29}) [:：] ")
_USED: Final = re.compile(
    r"^[`\s]*(?:옵션|플래그|파라미터|매개변수)?(?:을|를)\s*(?:사용하면|사용하여|사용해서|사용해|통해|이용하여|"
    r"이용하면|붙이면|주면|추가하면|지정하면|설정하면|넣으면|쓰면)\s+"
)
_OPTION_WORD: Final = re.compile(
    r"^[`\s]*\s?(?:옵션|플래그|파라미터|파라메터|매개변수|인자|option|flag|parameter|switch|argument|选项|"
    r"参数|參數|オプション|フラグ)",
    re.IGNORECASE,
)
_LISTED: Final = re.compile(r"^(?:\s*#+\s*|\s*//\s*|\s*[-*] +|\s{0,12})(?=\[?[-–]{1,2}[A-Za-z?])")
_OUTPUT: Final = re.compile(r"^\s*[-dlbcps][-rwxsStT]{9}")
_GAP: Final = re.compile(
    r"\s{2,}|\t+|\s*[:：](?=\s)\s*|\s+(?:=|->|→|-|–|—|#|//)\s+|(?<=[\w\]>])\s+(?=[가-힣\u3040-\u30ff\u4e00-\u9fff])"
)


# Blocks


def read_option_item(here: Here) -> Found | NearMiss | None:
    """`- -f 옵션`, `- -f, --file : …`, with the meaning on the line or in what is nested under it."""
    match here.block:
        case BulletList((ListItem((Paragraph() as first, *rest)),)) | OrderedList(
            (ListItem((Paragraph() as first, *rest)),)
        ):
            return _option_paragraph(first, tuple(rest), here)
        case _:
            return None


def read_option_heading(here: Here) -> Found | None:
    """A heading that is an option, with or without its meaning: it takes its section."""
    match here.block:
        case Heading(_, inlines) if names_at(plain_text(*inlines).strip().strip("`*")):
            model = Paragraph(inlines, span=here.block.span)
        case _:
            return None
    rest = here.blocks[here.at + 1 :]
    found = _option_paragraph(model, rest, here)
    if not isinstance(found, Found) or not isinstance(found.entry, Option):
        return None
    return Found(replace(found.entry, label=inlines, body=unread(rest)), 1 + len(rest))


def read_option_paragraph(here: Here) -> Found | None:
    """`` `-f` : …`` on a line of its own."""
    match here.block:
        case Paragraph() as block if not _several_lines(block):
            found = _option_paragraph(block, (), here)
            return found if isinstance(found, Found) else None
        case _:
            return None


def read_option_lines(here: Here) -> Found | None:
    """A paragraph (or item) of lines that each explain an option."""
    match here.block:
        case Paragraph(inlines) as block if _several_lines(block):
            pass
        case _:
            return None
    readings: list[Option] = []
    for line in lines_in(inlines):
        found = _option_paragraph(paragraph(line, block), (), here) if line else None
        if isinstance(found, Found) and isinstance(found.entry, Option):
            readings.append(found.entry)
    return Found(Listing((), block, tuple(readings), span=block.span)) if len(readings) > 1 else None


def _several_lines(block: Paragraph) -> bool:
    lines = plain_text(*block.inlines).strip().split("\n")
    return sum(names_at(line.strip()) is not None for line in lines) > 1


def _option_paragraph(first: Paragraph, rest: tuple[Block, ...], here: Here) -> Found | NearMiss | None:
    text = plain_text(*first.inlines)
    names = _names_leading(first.inlines, text)
    if names is None:
        return None
    value = _VALUE.match(text, names.end) if names.argument is None else None
    if value:
        names = Names(names.flags, value[1], value.end(1))
    end = names.end + _label_end(text[names.end :])
    meaning = strip(cut(first.inlines, end))
    body = (*((paragraph(cut(first.inlines, end), first),) if meaning else ()), *rest)
    said = one_line(meaning) or _first_words(rest)
    label = cut(first.inlines, 0, end) if meaning else first.inlines
    if not said:
        return NearMiss(f"`{names.flags[0]}` looks like an option, but nothing says what it does", here.block.span)
    option = Option(names.flags, names.argument, said, command_near(here), label, unread(body), span=_span(here.block))
    return Found(option)


def _span(block: Block) -> Span:
    """The item's own place: the pieces of a list carry the span of the whole."""
    return block.items[0].span if isinstance(block, BulletList | OrderedList) else block.span


def _names_leading(inlines: Inlines, text: str) -> Names | None:
    """The option that `inlines` begin with, as code or as plain text."""
    lead = len(text) - len(text.lstrip(" *"))
    for start, end, code in code_spans(inlines):
        if start > lead + 1:
            break
        named = names_in_code(code)
        return _more_codes(inlines, text, Names(named.flags, named.argument, end)) if named else None
    return names_at(text, lead)


def _more_codes(inlines: Inlines, text: str, names: Names) -> Names:
    """`` `-f`, `--file` ``: more forms of the same option in code spans that follow."""
    for start, end, code in code_spans(inlines):
        between = text[names.end : start] if start >= names.end else None
        named = names_in_code(code)
        if between is not None and named and re.fullmatch(r"\s*(?:[,/|、(]|or|또는|혹은|或)\s*", between):
            closing = 1 if "(" in between and text[end : end + 1] == ")" else 0
            names = Names(names.flags + named.flags, names.argument or named.argument, end + closing)
    return names


def _label_end(rest: str) -> int:
    """How far the label goes on behind the flags: option word, particle, separator."""
    used = _USED.match(rest)
    if used:
        return used.end()
    match = _JOINER.match(rest)
    if match and match.end():
        return match.end()
    return len(rest) - len(rest.lstrip())


def _first_words(blocks: tuple[Block, ...]) -> Inlines:
    """The first line of text in what is nested under a label."""
    for block in blocks:
        match block:
            case Paragraph(inlines):
                return one_line(inlines)
            case BulletList((ListItem((Paragraph(inlines), *_)), *_)) | OrderedList(
                (ListItem((Paragraph(inlines), *_)), *_)
            ):
                return one_line(inlines)
            case _:
                return ()
    return ()


def read_option_table(here: Here) -> Found | None:
    """A table with an option in the first cell (or the first two) of its rows and the meaning in a later one."""
    match here.block:
        case Table(head, bodies, foot) as block:
            rows = (*head, *(row for body in bodies for row in body), *foot)
        case _:
            return None
    readings = tuple(option for row in rows if (option := _row_option(row, here)) is not None)
    if all(flag[1:].isdigit() for option in readings for flag in option.flags):
        return None
    return Found(Listing((), block, readings, span=block.span))


def _row_option(row: TableRow, here: Here) -> Option | None:
    """The option of a row: the first cells that name it, the next cell (else the one before) for its meaning."""
    cells = row.cells
    at = next((at for at, cell in enumerate(cells[:3]) if _cell_names(cell)), None)
    if at is None:
        return None
    first = at
    names = _cell_names(cells[at])
    assert names is not None
    while at + 1 < len(cells) and (more := _cell_names(cells[at + 1])):
        names = Names(names.flags + more.flags, names.argument or more.argument, 0)
        at += 1
    others = (*cells[at + 1 :], *reversed(cells[:first]))
    meaning = next((one_line(cell.inlines) for cell in others if plain_text(cell).strip()), ())
    meaning = meaning or (one_line(cells[at].inlines) if at > first else ())
    if not meaning:
        return None
    label = tuple(inline for cell in cells[first : at + 1] for inline in cell.inlines)
    return Option(names.flags, names.argument, meaning, command_near(here), label, (), span=row.span)


def _cell_names(cell: TableCell) -> Names | None:
    """The option a cell names, if it names nothing else."""
    text = plain_text(cell)
    names = _names_leading(cell.inlines, text)
    rest = text[names.end :] if names else ""
    if names is None or rest.startswith(")") or (rest.strip(" :*,`") and len(rest) > 24):
        return None
    return names


def read_option_definitions(here: Here) -> Found | None:
    """Kramdown's definition list with options for terms."""
    match here.block:
        case DefinitionList(children) as block:
            pass
        case _:
            return None
    readings: list[Option] = []
    names: Names | None = None
    for child in children:
        match child:
            case DefinitionTerm(inlines):
                names = _names_leading(inlines, plain_text(*inlines))
                label = inlines
            case DefinitionDescription(blocks) if names:
                said = _first_words(blocks)
                readings.append(
                    Option(names.flags, names.argument, said, command_near(here), label, (), span=child.span)
                )
            case _:
                pass
    return Found(Listing((), block, tuple(readings), span=block.span)) if readings else None


# Listings in code


def options_in_code(block: CodeBlock, context: Context, command: str | None) -> Iterator[Option]:
    """Options that lines of a code block explain: pasted help, or comments above a command (`# -d: 백그라운드`)."""
    rows = (block.dedented or block.code).rstrip("\n").split("\n")
    for number, row in enumerate(rows):
        lead = _LISTED.match(row)
        if (
            lead is None
            or _OUTPUT.match(row)
            or (number and rows[number - 1].rstrip().endswith("\\") and "#" not in row)
        ):
            continue
        listed = _listed(row, lead.end(), rows[number + 1 : number + 2])
        if listed and re.search(r"[A-Za-z가-힣\u3040-\u30ff\u4e00-\u9fff]{2}", listed[1]):
            names, meaning = listed
            span = row_span(block, number, context)
            said = (Text(meaning, span=span),)
            yield Option(names.flags, names.argument, said, command, (Text(row.strip(), span=span),), (), span=span)


def _listed(row: str, start: int, following: list[str]) -> tuple[Names, str] | None:
    """The option a line lists, and its meaning: behind a gap, behind `#`, or on the next line."""
    names = names_at(row, start)
    if names is None:
        return None
    rest = row[names.end :]
    comment = _COMMENTED.search(rest)
    if comment:
        argument = names.argument or comment["argument"].strip(" \\") or None
        long = names_at(comment["meaning"])
        if long is None:
            return Names(names.flags, argument, 0), comment["meaning"]
        meaning = comment["meaning"][long.end :].lstrip(" :-")
        return Names(names.flags + long.flags, argument or long.argument, 0), meaning
    if not rest.strip(" :："):
        below = following[0] if following else ""
        deep = len(below) - len(below.lstrip())
        return (names, below.strip()) if deep >= 8 and not names_at(below.strip()) else None
    gap = _GAP.match(rest)
    meaning = rest[gap.end() :].strip() if gap else ""
    if rest.rstrip().endswith("\\") or (names_at(meaning) and not gap_is_wide(rest)):
        return None
    return names, meaning


_COMMENTED: Final = re.compile(r"^(?P<argument>(?:\s+[^\s#][^#]*?)?)\s+(?:#+|//|;;)\s*(?P<meaning>\S.*)$")


def gap_is_wide(rest: str) -> bool:
    """Whether two blanks or more stand first: how pasted help sets off the meaning."""
    return bool(re.match(r"\s{2,}", rest))


# Running text


def options_in_sentence(inlines: Inlines, here: Here) -> Iterator[Option]:
    """`` … `--soft` 옵션을 사용하면 … ``: an option named as such inside a sentence, with the rest of it as meaning."""
    text = text_of(inlines)
    for start, end, named in _named_in(inlines, text):
        behind = text[end:]
        bracketed = _bracketed(inlines, text, start, end)
        if bracketed:
            yield Option(
                named.flags,
                named.argument,
                bracketed,
                command_near(here),
                cut(inlines, start, end),
                (),
                span=_own(inlines),
            )
            continue
        if not _OPTION_WORD.match(behind) and not re.search(
            r"(?:옵션|option|选项|オプション)\s*[`'\"]?$", text[:start], re.IGNORECASE
        ):
            continue
        verb = _PARTICLE_VERB.match(behind)
        after = end + (verb.end() if verb else 0)
        meaning = _around(inlines, start, after)
        if len(text_of(meaning)) >= 4:
            yield Option(
                named.flags,
                named.argument,
                meaning,
                command_near(here),
                cut(inlines, start, end),
                (),
                span=_own(inlines),
            )


_ASKED: Final = re.compile(r"(?:[,.·]\s*|[은는]\s|그 다음에는 (?:보통 )?)?(?P<noun>[^,.()은는]{2,24})$")


def _bracketed(inlines: Inlines, text: str, start: int, end: int) -> Inlines:
    """`브로커 목록(-b)`, `(-z) 매개변수로 …`: what an option in brackets is said of."""
    opening, closing = text[:start].rstrip("`"), text[end:].lstrip("`")
    if not opening.endswith(("(", "（")) or not re.match(r"[^()]{0,12}[)）]", closing):
        return ()
    before = opening[:-1].rstrip()
    noun = _ASKED.search(before)
    if noun and not re.search(r"(?:옵션|매개변수|플래그|option|flag)$", before):
        return one_line(cut(inlines, noun.start("noun"), noun.end("noun")))
    after = start + min((at for at in map(text[start:].find, ")）") if at >= 0), default=0) + 1
    verb = _PARTICLE_VERB.match(text[after:])
    meaning = strip(cut(inlines, after + (verb.end() if verb else 0)))
    return one_line(meaning) if len(text_of(meaning)) >= 4 else ()


def _named_in(inlines: Inlines, text: str) -> Iterator[tuple[int, int, Names]]:
    spans = [(start, end, names) for start, end, code in code_spans(inlines) if (names := names_in_code(code))]
    taken = [(start, end) for start, end, _ in spans]
    for match in re.finditer(r"(?<![\w`-])-{1,2}[A-Za-z][\w-]*", text):
        if not any(start <= match.start() < end for start, end in taken):
            names = names_at(text, match.start())
            if names:
                spans.append((match.start(), match.end(), names))
    yield from sorted(spans, key=lambda span: span[0])


def _around(inlines: Inlines, start: int, after: int) -> Inlines:
    before, behind = strip(cut(inlines, 0, start)), strip(cut(inlines, after))
    if len(text_of(behind)) < 4 or not text_of(before):
        return one_line(before if len(text_of(behind)) < 4 else behind)
    gap = Text(" ", span=behind[0].span)
    return one_line((*before, gap, *behind))


def _own(inlines: Inlines) -> Span:
    return Span(inlines[0].span.start, inlines[-1].span.end)


# The command an option belongs to


def command_near(here: Here) -> str | None:
    """The command the text stands under, else the one that code before it (or right after it) shows."""
    if here.context.command:
        return here.context.command
    for at in range(here.at - 1, max(here.at - 40, -1), -1):
        name = _shown(here.blocks[at], here.context)
        if name:
            return name
    for block in here.blocks[here.at + 1 : here.at + 3]:
        name = _shown(block, here.context)
        if name:
            return name
    return _named_by_heading(here.context)


def _shown(block: Block, context: Context) -> str | None:
    if not isinstance(block, CodeBlock):
        return None
    return next((name_of(line.text) for line in lines_of(block, context) if line.kind == "command"), None)


def _named_by_heading(context: Context) -> str | None:
    for heading in reversed(context.trail):
        words = trimmed(heading).split()
        if words and words[0] in context.vocabulary.programs | context.programs:
            return name_of(" ".join(words))
    return None
