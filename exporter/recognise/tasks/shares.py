"""Words that name as many deeds as there are commands, one for each: `서비스 시작/중지` over two lines of code.

Goes in: the tasks found for all commands of a block, by their place. Comes out: the same, each with its own deed.
"""

from __future__ import annotations

import re
from typing import Final

from exporter.kramdown.nodes import Inlines, Text
from exporter.recognise.text.inlines import text_of

_JOINT: Final = re.compile(r"\s?[/·]\s?|,\s")
_SERIES: Final = re.compile(
    r"(?P<before>(?:[^/·,]*\s)?)(?P<series>[^\W\d_]+(?:(?:\s?[/·]\s?|,\s)[^\W\d_]+)+)(?P<behind>(?:\s[^/·,]*)?)"
)


def shared_out(tasks: dict[int, Inlines], commands: int) -> dict[int, Inlines]:
    """The tasks, where all `commands` of a block have the same one and that names as many deeds."""
    texts = {text_of(words) for words in tasks.values()}
    if commands < 2 or len(tasks) != commands or len(texts) != 1:
        return tasks
    series = _SERIES.fullmatch(texts.pop().strip())
    deeds = _JOINT.split(series["series"]) if series else []
    if series is None or len(deeds) != commands:
        return tasks
    return {
        at: (Text(f"{series['before']}{deed}{series['behind']}", span=words[0].span),)
        for (at, words), deed in zip(tasks.items(), deeds, strict=True)
    }
