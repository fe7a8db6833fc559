"""Options that running text explains in passing: `--soft` 옵션을 사용하면 …, 브로커 목록(-b), `-n` shows ….

Goes in: a sentence, or a comment in code. Comes out: an `Option` for each option it says something of.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import Final

from exporter.kramdown.nodes import Inlines, Text
from exporter.recognise.code.command_line import is_command
from exporter.recognise.code.command_name import name_of
from exporter.recognise.code.flags import Names, names_at, names_in_code
from exporter.recognise.options.cues import OPTION_BEHIND
from exporter.recognise.options.labels import flags_written, is_bullet
from exporter.recognise.options.owner import command_near, owner_among
from exporter.recognise.options.uses import Mention, Place, uses_in
from exporter.recognise.pattern import Context, Here
from exporter.recognise.text.inlines import code_spans, cut, one_line, span_of, text_of
from exporter.recognise.text.runs import Run
from exporter.recognise.text.sentence_ends import LONGEST, is_aside
from exporter.source import Span
from exporter.study import Command, Option

_PLAIN: Final = re.compile(r"(?<![A-Za-z0-9_가-힣\u3040-\u30ff`/.+-])-{1,2}[A-Za-z0-9][A-Za-z0-9_-]*")
_LAST: Final = re.compile(r"(?<=\s)--?[A-Za-z][A-Za-z0-9-]*$")
_IN_COMMAND: Final = re.compile(r"[A-Za-z0-9.\"'>\]] $")
_CALLED: Final = re.compile(
    r"(?<![\w-])(?P<word>[A-Za-z][\w-]*)`?(?= ?(?:옵션|オプション)| (?:flag|option|switch)\b)", re.ASCII
)
_COMMAND_NAMED: Final = re.compile(
    r"(?<![\w-])(?P<name>[a-z][\w.-]*(?: [a-z][\w-]*){0,2}) ?(?:명령어?|커맨드|commands?|命令|コマンド)", re.ASCII
)


_SIGNS: Final = ("-", "옵션", "オプション", " flag", " option", "플래그")


def speaks_of_options(text: str) -> bool:
    """Whether a text can name an option at all: most don't, and need no closer look."""
    return len(text) <= LONGEST and any(map(text.__contains__, _SIGNS))


def options_by_sentence(run: Run, found: tuple[Run, ...], here: Here) -> list[tuple[Option, ...]]:
    """The options that each sentence of a text explains; one in brackets is about the sentence before it."""
    told: list[tuple[Option, ...]] = []
    named: Names | None = None
    for number, sentence in enumerate(found):
        options: tuple[Option, ...] = ()
        if speaks_of_options(sentence.text):
            aside = number > 0 and is_aside(sentence.text)
            about = run.part(found[number - 1].start, sentence.start + len(sentence.text)) if aside else sentence
            options = tuple(options_in_sentence(about.inlines, here, named))
        named = None if options or "-" not in sentence.text else named_alone(sentence.inlines, here.context)
        told.append(options)
    return told


_AGAIN: Final = re.compile(r"(?:This|That|이|해당)(?= (?:flag|option|switch|옵션|플래그))")
"""Takes up the option that the sentence before has named."""


def named_alone(inlines: Inlines, context: Context) -> Names | None:
    """The option that a sentence names, if it names just one."""
    named = tuple(_mentions(inlines, text_of(inlines), context))
    return named[0].names if len(named) == 1 else None


def options_in_sentence(inlines: Inlines, here: Here, before: Names | None = None) -> Iterator[Option]:
    """The options a sentence explains; `before` is the one that the sentence before it names and tells nothing of."""
    text = text_of(inlines)
    if not speaks_of_options(text):
        return
    mentions = tuple(_either(text, _mentions(inlines, text, here.context), here.context))
    again = _AGAIN.match(text)
    if again and before:
        mentions = (Mention(again.start(), again.end(), before), *mentions)
    for use in uses_in(text, mentions, loose=False):
        if here.context.within == "option" and set(use.mention.names.flags) & set(here.context.lead.split()):
            continue
        names, label = use.mention.names, cut(inlines, use.mention.start, use.mention.end)
        owner = _named_in(inlines, text[: use.mention.start], here.context) or command_near(here, names.flags)
        yield Option(
            names.flags, names.argument, _pieces(inlines, use.meaning), owner, label, (), span=span_of(inlines)
        )


def _pieces(inlines: Inlines, places: tuple[Place, ...]) -> Inlines:
    """The parts of a sentence at some places, a blank between them."""
    pieces = [one_line(cut(inlines, *place)) for place in places]
    gap = Text(" ", span=span_of(inlines))
    return tuple(inline for piece in pieces for inline in (*piece, gap))[:-1]


def options_of(command: Command, words: Inlines, here: Here) -> tuple[Option, ...]:
    """The options of a command that the words next to it explain: `… : apt remove 이름 (--purge : 설정까지)`."""
    inside = replace(here, context=replace(here.context, command=command.name))
    return tuple(options_in_sentence(words, inside))


def options_in_comment(text: str, command: str | None, span: Span) -> Iterator[Option]:
    """The options a comment in code explains; words right behind one are its meaning: `# -i 입력 -t 터미널`."""
    mentions = tuple(_plain(text))
    for use in uses_in(text, mentions, loose=True):
        names = use.mention.names
        owner = owner_among((command,), names.flags) if command else None
        said, label = " ".join(text[slice(*place)] for place in use.meaning), text[use.mention.start : use.mention.end]
        yield Option(
            names.flags, names.argument, (Text(said, span=span),), owner, (Text(label, span=span),), (), span=span
        )


def _mentions(inlines: Inlines, text: str, context: Context) -> Iterator[Mention]:
    spans = tuple(code_spans(inlines))
    named = [mention for span in spans if (mention := _in_code(*span, text))]
    called = [mention for mention in _called(text, context) if _stands_free(mention, spans, whole=True)]
    plain = [
        mention
        for mention in _plain(text)
        if _stands_free(mention, spans, whole=False)
        and not (_opens(mention, text) and is_bullet(mention.names, text, context))
    ]
    yield from (*named, *called, *plain)


def _either(text: str, mentions: Iterable[Mention], context: Context) -> Iterator[Mention]:
    """The mentions in order; the short and the long name of an option, with "or" between them, as one."""
    held: Mention | None = None
    for mention in sorted(mentions, key=lambda mention: mention.start):
        if held and _two_names(held.names, mention.names) and _joined(text[held.end : mention.start], context):
            names = Names(held.names.flags + mention.names.flags, mention.names.argument, mention.names.end)
            held = Mention(held.start, mention.end, names)
            continue
        if held:
            yield held
        held = mention
    if held:
        yield held


def _two_names(first: Names, second: Names) -> bool:
    """Whether one is a single short name and the other a single long one."""
    return len(first.flags) == len(second.flags) == 1 and (
        first.flags[0].startswith("--") != second.flags[0].startswith("--")
    )


def _joined(between: str, context: Context) -> bool:
    return between.strip(" `").lower() in context.vocabulary.or_words


def _opens(mention: Mention, text: str) -> bool:
    """Whether a line begins with the mention."""
    return not text[: mention.start].rpartition("\n")[2].strip()


def _in_code(start: int, end: int, code: str, text: str) -> Mention | None:
    """The option a code span is, or that the command in it ends with: `` `ls -a` 옵션``."""
    if names := names_in_code(code):
        return Mention(start, end, names)
    last = _LAST.search(code) if OPTION_BEHIND.match(text[end:]) else None
    return Mention(start + last.start(), end, Names((last[0],), None, end)) if last else None


def _stands_free(mention: Mention, spans: tuple[tuple[int, int, str], ...], *, whole: bool) -> bool:
    """Whether no code span holds a mention among other words; `whole`: a span that is the mention and no more may."""
    return not any(
        start < mention.end and mention.start < end and not (whole and (start, end) == (mention.start, mention.end))
        for start, end, _ in spans
    )


def _plain(text: str) -> Iterator[Mention]:
    """Options that nothing marks as such but their hyphens."""
    end = 0
    for match in _PLAIN.finditer(text):
        names = names_at(text, match.start()) if match.start() >= end else None
        if names:
            end = names.end
            yield Mention(match.start(), end, names, bool(_IN_COMMAND.search(text[: match.start()])))


def _called(text: str, context: Context) -> Iterator[Mention]:
    """`soft 옵션`: an option called by its word, where the note writes it with hyphens elsewhere."""
    written = context.desk.once(flags_written, context.source.text)
    for match in _CALLED.finditer(text):
        flag = next((flag for dash in ("--", "-") if (flag := dash + match["word"].lower()) in written), None)
        if flag:
            yield Mention(match.start("word"), match.end("word"), Names((flag,), None, match.end("word")))


def _named_in(inlines: Inlines, before: str, context: Context) -> str | None:
    """The command a sentence itself names before the option."""
    for start, _, code in reversed(tuple(code_spans(inlines))):
        if start < len(before) and is_command(code, context, 1) and not names_in_code(code):
            return name_of(code)
    named = [match["name"] for match in _COMMAND_NAMED.finditer(before)]
    return name_of(named[-1]) if named and is_command(named[-1], context, 1) else None
