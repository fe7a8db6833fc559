"""Text that remembers where it stands in the file.

kramdown collects the text of a container (an item, a quotation), takes its indentation off and reads it again. Goes in:
the file's text, then pieces of it. Comes out: `Located`, a string in which every offset can be mapped back to the file,
whatever was taken off on the way.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from typing import NamedTuple, TypeAlias


class Located(NamedTuple):
    """`text`, made of segments: segment `i` begins at `starts[i]` and stands at `origins[i]` in the file."""

    text: str
    starts: tuple[int, ...] = (0,)
    origins: tuple[int, ...] = (0,)

    def start(self, offset: int) -> int:
        """The offset in the file of the character at `offset`."""
        starts = self.starts
        if len(starts) == 1:
            return self.origins[0] + offset - starts[0]
        index = bisect_right(starts, offset) - 1
        place = self.origins[index] + offset - starts[index]
        # A tab that became several blanks is longer here than in the file.
        if index + 1 < len(starts) and place > self.origins[index + 1]:
            return self.origins[index + 1]
        return place

    def end(self, offset: int) -> int:
        """The offset in the file just after the character before `offset`."""
        return self.start(offset - 1) + 1 if offset else self.start(0)

    def slice(self, start: int, end: int) -> Located:
        """The part from `start` to `end`, still located."""
        starts, text = self.starts, self.text[start:end]
        if len(starts) == 1:
            return Located(text, (0,), (self.origins[0] + start - starts[0],))
        first = max(bisect_right(starts, start) - 1, 0)
        if first + 1 == len(starts) or end <= starts[first + 1]:
            return Located(text, (0,), (self.start(start),))
        last = max(bisect_right(starts, end - 1), first + 1)
        here = tuple([max(at - start, 0) for at in starts[first:last]])
        return Located(text, here, (self.start(start), *self.origins[first + 1 : last]))

    def stripped(self) -> Located:
        """Without blanks at either end."""
        text = self.text
        start = len(text) - len(text.lstrip(BLANKS))
        return self.slice(start, max(len(text.rstrip(BLANKS)), start))


BLANKS = " \t\r\n\f\v"

Piece: TypeAlias = tuple[int, int, int]
"""How many blanks to write first, then a range of the text the piece is taken from."""


def gather(source: Located, pieces: Sequence[Piece]) -> Located:
    """One text of many pieces of another; blanks written before a piece stand where the piece stands."""
    if len(pieces) == 1 and not pieces[0][0]:
        return source.slice(pieces[0][1], pieces[0][2])
    texts: list[str] = []
    starts: list[int] = []
    origins: list[int] = []
    length = 0
    for blanks, start, end in pieces:
        if blanks:
            texts.append(" " * blanks)
            starts.append(length)
            origins.append(source.start(max(start - 1, 0)))
            length += blanks
        if len(source.starts) == 1:
            starts.append(length)
            origins.append(source.origins[0] + start)
        elif start < end:
            part = source.slice(start, end)
            starts.extend(length + at for at in part.starts)
            origins.extend(part.origins)
        texts.append(source.text[start:end])
        length += end - start
    return Located("".join(texts), tuple(starts), tuple(origins)) if starts else Located("", (0,), (source.start(0),))


def join(parts: list[Located]) -> Located:
    """The parts after one another."""
    if len(parts) == 1:
        return parts[0]
    starts: list[int] = []
    origins: list[int] = []
    length = 0
    for part in parts:
        starts.extend(length + at for at in part.starts)
        origins.extend(part.origins)
        length += len(part.text)
    return Located("".join(part.text for part in parts), tuple(starts), tuple(origins))


def read(text: str, offset: int = 0) -> Located:
    """`text` from `offset` on as kramdown takes it in: every line ends in a newline, none in a carriage return."""
    if text.find("\r", offset) < 0:
        rest = text[offset:]
        return Located(rest if rest.endswith("\n") else rest + "\n", (0,), (offset,))
    lines: list[str] = []
    starts: list[int] = []
    origins: list[int] = []
    length = 0
    for match in _LINE.finditer(text, offset):
        line = match[1] or match[2] or ""
        lines.append(line)
        starts.append(length)
        origins.append(match.start())
        length += len(line) + 1
    return Located("\n".join([*lines, ""]), tuple(starts), tuple(origins))


_LINE = re.compile(r"([^\r\n]*)(?:\r\n?|\n)|([^\r\n]+)\Z")
