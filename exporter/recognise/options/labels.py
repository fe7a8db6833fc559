"""How a label names an option: its forms, what its value is called, and where the label ends.

Goes in: the inlines that a label begins. Comes out: `Names` with where they end in the text, and the end of the label:
behind the option's word, its particle or a separator.
"""

from __future__ import annotations

import re
from typing import Final

from exporter.kramdown.nodes import Inlines, Text
from exporter.recognise.code.flags import Names, names_at, names_in_code
from exporter.recognise.options.cues import BEHIND, JOINED, OPTION_BEHIND, PARTICLE
from exporter.recognise.pattern import Context
from exporter.recognise.text.arrows import ARROW
from exporter.recognise.text.inlines import code_spans, text_of
from exporter.recognise.text.words import EAST

_JOINER: Final = re.compile(rf"(?:\s*(?:[:：=|]|{ARROW}|[-–—](?=\s)))?\s*")
_GLOSS: Final = re.compile(rf"[`\s]*[(（][^()（）\n]{{1,24}}[)）][`*]*\s*(?:[:：=]|{ARROW}|[-–—](?=\s))\s*(?=\S)")
"""What an option stands for, in brackets between its name and its meaning: `-h(human) : …`."""
_WORDED: Final = re.compile(
    rf"^\s*[{EAST}][{EAST} ]{{0,14}}?\s?(?P<open>[(（])?\s?"
    r"(?=--?[A-Za-z])"
)
_BULLET: Final = re.compile(r"\s*[-*+•]\s+(?=[`*]*[-–+]{1,2}[A-Za-z])")
"""The sign of an item on a line that is none: no blank line stands before it."""
_SIGN: Final = re.compile(r"\s*[-–]{1,2}")
"""The sign of an item glued to the words behind it, which are set apart: `-*upstream*`."""
_BETWEEN: Final = re.compile(r"\s*(?:[,/|、]|or|ou|또는|혹은|或|\((?:\s*=|or\s|또는\s)?)\s*")
"""Stands between two names of an option that are set as code."""
_FLAG_BEHIND: Final = re.compile(r"\S(?=[ \t`]+(-\w+))")
_CLUSTER: Final = 7
"""Characters from which on a hyphen and letters are a word, and not letters set together."""
_LETTER_LINE: Final = re.compile(r"^\s*-[A-Za-z](?![A-Za-z])", re.MULTILINE)
"""A line that begins with an option of one letter."""
_LONG_WORD: Final = re.compile(r"-[A-Za-z]{3,}")
_BARE_LETTERS: Final = frozenset(("tar", "ps", "ar", "jar"))
"""Programs that take letters without hyphens."""
_GIVEN: Final = re.compile(
    r"[\w./:@$~-]*[\d./:=@$~][\w./:@$~=-]*(?: \\)?|[\w.:/=-]*(?:\[[^\]]*\]|<[^>]*>|\{[^}]*\})(?: \\)?|[a-z]+-[a-z-]+",
    re.ASCII,
)
"""A value, and not words that say something: `3306:3306`, `web-1`, `[이름]`, `NAME=<값>`."""
_VALUE: Final = re.compile(
    r" (?!(?:flag|option|옵션|플래그)\b)"
    r"(?:(?P<word>[^\s:：(（]\S{0,29}) [:：] |(?P<typed>[!-~]{1,29}?)(?=[:：]\s|\s[-–—]\s))"
)
"""What an option is given, between it and the sign that its meaning follows: `-a stdin: …`, `-p 80:80 - …`."""
_GLUED: Final = re.compile(
    rf"(?!옵션|플래그|인자|[은는이가을를와과도의]\s)(?P<word>[{EAST}][^\s:：()（）]{{0,19}})(?= ?[:：]\s)"
)
"""What stands for a value right behind a letter: `-I경로 : …`."""


def label_of(inlines: Inlines) -> tuple[Names, int, bool] | None:
    """The option that `inlines` begin with, where its label ends, and whether a sentence goes on from it."""
    text = text_of(inlines)
    names = names_leading(inlines, text)
    if names is None:
        return None
    called = OPTION_BEHIND.match(text[names.end :])
    value = None
    if names.argument is None and not called:
        value = _VALUE.match(text, names.end) or _GLUED.match(text, names.end)
    if value:
        names = Names(names.flags, value[value.lastgroup or 0], value.end(value.lastgroup or 0))
    behind, running = _label_end(text[names.end :])
    return names, names.end + behind, running


def is_given(inlines: Inlines, names: Names, end: int) -> bool:
    """Whether the words behind an option are no more than the value it is given there, as on the lines of a command."""
    text = text_of(inlines)
    if any(start < names.end <= stop for start, stop, _ in code_spans(inlines)):
        return False
    joint = text[names.end : end]
    return joint == "=" if joint.strip() else _GIVEN.fullmatch(text[end:].strip()) is not None


def is_bullet(names: Names, lines: str, context: Context) -> bool:
    """Whether the hyphen before a word is the sign of an item: nowhere does the note use the word as an option, nor do
    the other lines name options of one letter.
    """
    flag = names.flags[0]
    if not _LONG_WORD.fullmatch(flag) or _LETTER_LINE.search(lines):
        return False
    return flag not in context.desk.once(_flags_behind, context.source.text)


def _flags_behind(text: str) -> frozenset[str]:
    """The words with a hyphen that stand behind another word of their line somewhere in a note."""
    return frozenset(_FLAG_BEHIND.findall(text))


def is_typed(letter: str, context: Context) -> bool:
    """Whether a note types a letter as an option, alone or among others: `x` in `tar -xvf`."""
    return any(letter in flag for flag in context.desk.once(_flags_behind, context.source.text) if len(flag) < _CLUSTER)


def as_typed(word: str, command: str | None, context: Context) -> str:
    """An option that is written as a letter or a word, with the hyphens it is typed with: `rm` where the note has
    `--rm`; a letter with one, unless its command takes letters without and the note doesn't type it otherwise.
    """
    flags = context.desk.once(flags_written, context.source.text)
    spelt = next((dashes + word for dashes in ("--", "-") if dashes + word in flags), word)
    if spelt != word or not re.fullmatch("[A-Za-z]", word):
        return spelt
    program = command.split()[0] if command else ""
    given = rf"(?<![\w-]){re.escape(program)} (?:\S+ )*?-[A-Za-z]*{word}"
    typed = re.search(given, context.source.text) is not None if program else is_typed(word, context)
    return f"-{word}" if typed or (program and program not in _BARE_LETTERS) else word


def flags_written(text: str) -> frozenset[str]:
    """All that a text writes with hyphens as options are."""
    return frozenset(re.findall(r"(?<![\w-])--?[A-Za-z][A-Za-z0-9-]*", text))


def is_labelled(line: str) -> bool:
    """Whether a line of text begins with an option."""
    bullet = _BULLET.match(line)
    return names_at(line[bullet.end() :] if bullet else line.strip()) is not None or _worded(line) is not None


def names_leading(inlines: Inlines, text: str) -> Names | None:
    """The option that `inlines` begin with, as code or as plain text."""
    if names := _worded(text):
        return names
    lead = bulleted.end() if (bulleted := _BULLET.match(text)) else len(text) - len(text.lstrip(" *"))
    for start, end, code in code_spans(inlines):
        if start > lead + 1:
            break
        named = names_in_code(code)
        return _more_codes(inlines, text, Names(named.flags, named.argument, end)) if named else None
    return None if _SIGN.fullmatch(_first(inlines)) else names_at(text, lead)


def _first(inlines: Inlines) -> str:
    return inlines[0].text if len(inlines) > 1 and isinstance(inlines[0], Text) else ""


def _worded(text: str) -> Names | None:
    """`맨 앞 숫자 -l : …`, `포트(-p) : …`: an option behind a few words, and a separator behind it."""
    lead = _WORDED.match(text)
    names = names_at(text, lead.end()) if lead else None
    if lead is None or names is None:
        return None
    closing = r"[)）]" if lead["open"] else ""
    behind = re.match(rf"`?{closing}(?=\s*[:：])", text[names.end :])
    return Names(names.flags, names.argument, names.end + behind.end()) if behind else None


def _more_codes(inlines: Inlines, text: str, names: Names) -> Names:
    """`` `-f`, `--file` ``: more forms of the same option that follow, in code or not."""
    for start, end, code in code_spans(inlines):
        between = text[names.end : start] if start >= names.end else None
        named = names_in_code(code)
        if between is not None and named and _BETWEEN.fullmatch(between):
            closing = 1 if "(" in between and text[end : end + 1] == ")" else 0
            names = Names(names.flags + named.flags, names.argument or named.argument, end + closing)
    joint = JOINED.match(text, names.end)
    plain = names_at(text, joint.end()) if joint else None
    return Names(names.flags + plain.flags, names.argument or plain.argument, plain.end) if plain else names


def _label_end(rest: str) -> tuple[int, bool]:
    """How far the label goes on behind the flags (option word, particle, separator), and whether a sentence follows."""
    gloss = _GLOSS.match(rest)
    if gloss:
        return gloss.end(), False
    for cue in BEHIND:
        match = cue.after.match(rest) if cue.before is None else None
        if match:
            return match.end(), cue.name != "label"
    called = OPTION_BEHIND.match(rest)
    start = called.end() if called else 0
    particle, joiner = PARTICLE.match(rest[start:]), _JOINER.match(rest, start)
    return (start + particle.end(), True) if particle else (joiner.end() if joiner else start, False)
