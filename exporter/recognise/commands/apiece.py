"""Commands and keys of which a sentence says one by one what they do: `` `u` undoes, `Ctrl-r` redoes``.

Goes in: a sentence, and the commands it names. Comes out: each with the words of its own part of the sentence, if every
part has a command and says what that does.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from exporter.kramdown.nodes import Inlines
from exporter.recognise.code.keys import is_key
from exporter.recognise.commands.mentions import Mention
from exporter.recognise.commands.names import SHORT_KEY
from exporter.recognise.commands.usage import COMMAND_WORD, JUST_RUN, LEFT_OVER, MEANS, NOT_SO, USE_ENGLISH
from exporter.recognise.text.aims import ends_in_aim
from exporter.recognise.text.inlines import cut, one_line, span_of, strip, text_of
from exporter.study import Command

_BREAK: Final = re.compile(r"\s*(?:[,;，；、]|\band\b|(?<=고)(?=\s))\s*")
_RUN: Final = re.compile(r"(?:사용|이용|활용|실행|입력|수행)(?:하고|하며|해서|한 뒤|한 후)")
"""Says only to run a command, and goes on."""
_JOINT: Final = re.compile(rf"[`\s]*(?:{COMMAND_WORD.pattern.lstrip('^')})?{MEANS.pattern.lstrip('^')}", re.IGNORECASE)
_SUBJECT: Final = re.compile(r"[`\s]*(?:은|는|이|가)\s")
_GLOSS: Final = re.compile(r"[`\s]*[(（](?P<said>[^()（）]*[^\W\d]{2}[^()（）]*)[)）]")
_LEAST: Final = 2
"""Characters that tell what a key does."""
_PARTICLES: Final = ("", "을", "를", "으로", "로")
"""What stands behind a command whose verb follows at the end of the sentence."""
_OBJECT: Final = re.compile(r"(?<=[가-힣])[을를]$")
"""Ends what is done where the verb follows at the end of the sentence."""


def told_apiece(inlines: Inlines, named: Sequence[Mention]) -> tuple[Command, ...]:
    """The commands of a sentence that tells of several, each in a part of its own."""
    text = text_of(inlines)
    found: list[Command] = []
    for at, (start, end, name) in enumerate(named):
        first = named[at - 1][1] if at else 0
        last = named[at + 1][0] if at + 1 < len(named) else len(text)
        breaks = list(_BREAK.finditer(text, end, last))
        if at + 1 < len(named) and not breaks:
            return ()
        behind = (end, breaks[-1].start() if breaks and at + 1 < len(named) else last)
        said = _behind(inlines, name, behind) or _before(inlines, (first, start), behind)
        if not said:
            return ()
        found.append(Command(name, said, cut(inlines, start, end), (), span=span_of(inlines)))
    return tuple(found) if len(found) > 1 else ()


def _behind(inlines: Inlines, name: str, bounds: tuple[int, int]) -> Inlines:
    """What stands behind a command in its own part: in brackets, after a particle, or as an English verb."""
    text = text_of(inlines)[bounds[0] : bounds[1]]
    gloss = _GLOSS.match(text)
    if gloss:
        return one_line(cut(inlines, bounds[0] + gloss.start("said"), bounds[0] + gloss.end("said")))
    word = COMMAND_WORD.match(text)
    if NOT_SO.search(text) or JUST_RUN.match(text[word.end() if word else 0 :]):
        return ()
    typed = " " in name or is_key(name) or SHORT_KEY.match(name)
    joint = USE_ENGLISH.match(text) or (_SUBJECT.match(text) if typed else None) or _joint(text)
    if joint is None:
        return ()
    end = bounds[0] + len(_OBJECT.sub("", text.rstrip(" ,.;。，；`")))
    said = one_line(strip(cut(inlines, bounds[0] + joint.end(), end), " `"))
    return said if len(text_of(said)) >= _LEAST and not LEFT_OVER.match(text_of(said)) else ()


def _joint(text: str) -> re.Match[str] | None:
    """What joins a command to what it does, if it is more than a blank."""
    joint = _JOINT.match(text)
    return joint if joint and joint.group().strip(" `") and not _RUN.match(text, joint.end()) else None


def _before(inlines: Inlines, before: tuple[int, int], behind: tuple[int, int]) -> Inlines:
    """What leads up to a command in its own part, where nothing but to run it comes behind."""
    text = text_of(inlines)
    after = text[slice(*behind)].strip(" `.,。")
    if after not in _PARTICLES and not JUST_RUN.match(after):
        return ()
    aim = _last_part(text, *before)
    said = one_line(strip(cut(inlines, aim, before[1]), " ,.;。，；`("))
    return said if ends_in_aim(text_of(said)) else ()


def _last_part(text: str, start: int, end: int) -> int:
    stripped = len(text[:end].rstrip(" ,，、`("))
    return max((match.end() for match in _BREAK.finditer(text, start, stripped)), default=start)
