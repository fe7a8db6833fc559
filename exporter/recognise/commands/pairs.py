"""Several commands on one line: a choice with one purpose (`kill 1 / kill %1 : …`), or pairs (`:w = 저장, :q = 종료`).

Goes in: an item or a line. Comes out: a `Listing` of it as written, with a command for each of them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from exporter.kramdown.nodes import BulletList, Inlines, ListItem, OrderedList, Paragraph, Text
from exporter.recognise.code.keys import is_chord, is_key, pressed_together
from exporter.recognise.commands.name_first import imperative
from exporter.recognise.commands.names import (
    SHORT_KEY,
    code_lead,
    codes_end,
    command_in,
    commands_joined,
    speaks_of_keys,
)
from exporter.recognise.commands.sentences import keys_apiece
from exporter.recognise.commands.usage import USE_ENGLISH
from exporter.recognise.pattern import Context, Found, Here
from exporter.recognise.tasks.words import is_empty
from exporter.recognise.text.inlines import code_spans, cut, one_line, span_of, strip, text_of
from exporter.recognise.text.labels import number_length, splits, without_number
from exporter.recognise.text.sentence_ends import LONGEST
from exporter.recognise.text.words import EAST
from exporter.study import Command, Listing

_EITHER: Final = re.compile(
    r"\s*[(（]\s*(?:or|또는|혹은|或|または|aka)\s+|\s+(?:or|또는|혹은|或|または|/)\s+|`?\s*,\s*`|\s+/\s*(?=\$)",
    re.IGNORECASE,
)
_PAIR: Final = re.compile(
    r"(?P<name>:?[^\s,=:：<>][^,=：<>]{0,24}?)\s*(?:=|:|：)\s*(?P<said>[^,=<>]{2,40}?)\s*(?:,|$|[>)])"
)
_IN_BRACKETS: Final = re.compile(r"\s*\([^()]*\)$")
_WORDS: Final = re.compile(rf"[{EAST}]|[A-Za-z]{{2,}}")


def read_command_choice(here: Here) -> Found | None:
    """`git log -p or git log --patch : 차이까지 본다`, and pairs one after the other on a line."""
    match here.block:
        case BulletList((ListItem((Paragraph(inlines),)),)) | OrderedList((ListItem((Paragraph(inlines),)),)):
            pass
        case Paragraph(inlines) if "\n" not in here.text.strip():
            pass
        case _:
            return None
    read = several_in(inlines, here.context) or keys_apiece(inlines, here.context)
    return Found(Listing((), here.block, read, span=here.block.span)) if read else None


def several_in(inlines: Inlines, context: Context) -> tuple[Command, ...]:
    """The commands that a line names with one purpose for all, or each with its own; none where it names but one."""
    read = tuple(_choice(inlines, context)) or tuple(_pairs(inlines, context))
    return read if len(read) > 1 else ()


def _choice(inlines: Inlines, context: Context) -> Iterator[Command]:
    text = text_of(inlines)
    many = "," in text or len(list(code_spans(inlines))) > 1 or _EITHER.search(text)
    parted = [(split.before, split.after) for split in splits(inlines)] if many else []
    if many and (lead := code_lead(inlines) or _led(inlines, context)):
        parted.append(lead)
    for before, after in parted:
        for several, said in ((before, after), (after, before)):
            names = (
                commands_joined(without_number(several), context, 1)
                or _names(several, context)
                or _keys(several, context)
            )
            if names and text_of(said).strip() and not is_empty(text_of(said), context):
                yield from (Command(name, one_line(said), several, (), span=span_of(inlines)) for name in names)
                return


def _led(inlines: Inlines, context: Context) -> tuple[Inlines, Inlines] | None:
    """The codes a line begins with, and what it goes on with to say of them: `` `0` and `$` go to …``."""
    end = codes_end(inlines, context)
    behind = text_of(inlines)[end:]
    joint = (USE_ENGLISH.match(behind) or imperative(behind)) if end else None
    return (strip(cut(inlines, 0, end)), strip(cut(inlines, end + joint.end()))) if joint else None


def _names(several: Inlines, context: Context) -> tuple[str, ...]:
    """The commands between which a text gives a choice, if it holds nothing else."""
    text = text_of(several)
    if len(list(pressed_together(code_spans(several), text))) < min(len(list(code_spans(several))), 2):
        return ()
    start, parts = number_length(text), []
    around = " \t`"
    for joint in (*_EITHER.finditer(text, start), None):
        parts.append(strip(cut(several, start, joint.start() if joint else None), around))
        start, around = (joint.end(), " \t`)）" if "(" in joint.group() else around) if joint else (start, around)
    names = [_name(part, context) for part in parts]
    return tuple(name for name in names if name) if len(names) > 1 and all(names) else ()


def _keys(several: Inlines, context: Context) -> tuple[str, ...]:
    """The keys of a list of them, where keys are explained: `a, i (here), o`."""
    if not speaks_of_keys(context) or is_chord(text_of(several)):
        return ()
    parts = [_IN_BRACKETS.sub("", part).strip(" `") for part in text_of(several).split(",")]
    return tuple(parts) if len(parts) > 1 and all(is_key(part) or SHORT_KEY.match(part) for part in parts) else ()


def _name(part: Inlines, context: Context) -> str | None:
    return command_in(part, context, 1) or (text_of(part).strip() if is_key(text_of(part)) else None)


def _pairs(inlines: Inlines, context: Context) -> Iterator[Command]:
    text, span = text_of(inlines), span_of(inlines)
    signs = text.count("=") + text.count(":") + text.count("：")
    found = list(_PAIR.finditer(text)) if signs > 1 and len(text) <= LONGEST else []
    if len(found) < 2:
        return
    for match in found:
        name = _name((Text(match["name"].strip(" `"), span=span),), context)
        if name and _WORDS.search(match["said"]):
            label = cut(inlines, *match.span("name"))
            yield Command(name, one_line(cut(inlines, *match.span("said"))), label, (), span=span)
