r"""Sets code in lines that fit their place.

Goes in: `<pre class="code">` elements with raw code and, as data attributes, the room they have and how they are to be
read. Comes out: the same elements with one `<span class="l">` a printed line. Width is counted in display cells, two
for Hangul. A shell line too long for its place is wrapped between tokens with ` \`, so that it can still be run when
copied, a word too long for a line between its parts with `\` and no blank; other code, SQL or markup among a shell's
lines too, is wrapped with ` ↩`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from html import escape, unescape
from textwrap import dedent
from typing import Final

from exporter.diagnostics import display_width
from exporter.sheet.context import plain_signs, unit
from exporter.sheet.page import MM_PER_PT, SMALLEST_TEXT, type_sizes

CELL_EM: Final = 0.5
"""Width of one cell of the code face, in em."""
INSET: Final = 2.6
"""Border and padding of a block of code, in mm."""
SHRINK: Final = 0.93
"""A block that is this much too wide is set smaller rather than wrapped."""
INDENT: Final = "  "
LONG: Final = 8
"""Lines of code that are long enough to be broken between."""
SHELL_MARK: Final = " \\"
CODE_MARK: Final = " ↩"
JOINING_MARK: Final = "\\"
MARK_CELLS: Final = {SHELL_MARK: 2, CODE_MARK: 3}
"""The room of each mark: an arrow is drawn wider than the cell a terminal gives it."""
SHELL: Final = frozenset(
    ["bash", "sh", "shell", "zsh", "ksh", "fish", "console", "terminal", "shell-session", "dockerfile", "docker"]
)

_PRE: Final = re.compile(r'<pre class="code"(?P<attributes>[^>]*)>(?P<code>.*?)</pre>', re.S)
_ATTRIBUTE: Final = re.compile(r'data-(\w+)="([^"]*)"')
_PROMPT: Final = re.compile(r"\s*(?:\(\w+\) ?)?(?:PS [^>]*>|[\w.-]+@[\w.-]+[^$#%]{0,30}[$#%]|[$%❯➜])(?= )")
_DOLLAR: Final = re.compile(r"^\s*\$ \S", re.M)
_ROOT_PROMPT: Final = re.compile(r"\s*#(?= )")
_PIECE: Final = re.compile(r"""(?:"[^"]*"|'[^']*'|\\.|[^\s"'\\]|["'\\])+|\s+""")
_FLAG: Final = re.compile(r"--?[A-Za-z][\w-]*$")
_COMMENT: Final = re.compile(r"(?:^|(?<=\s))#\s.*$")
_BESIDE: Final = re.compile(r"(\s*(?![|+])\S.*?\s{2,})(\S.*)$")
_SQL_PROMPT: Final = re.compile(
    r"\s*(?:(?:mysql|mariadb(?: \[[^\]]*\])?|sql(?:ite)?|cqlsh(?::\w+)?|hive|\w+[=-])[>#]|->)(?:\s|$)", re.I
)
_SQL: Final = re.compile(
    r"""\s*(?:select\s(?!\w+\s+in\s)|insert\s+(?:ignore\s+)?into\s|update\s+\S+\s+set\s|delete\s+from\s|grant\s|revoke\s
    |(?:create|alter|drop|truncate)\s+(?:or\s|temporary\s|unique\s|database|schema|table|view|index|user|role|procedure
    |function|trigger|event|sequence)|show\s+(?:global|full|create|databases|tables|variables|status|index|columns|grants
    |processlist|engine)|set\s+(?:global|session|password|names|@)|with\s+\w+\s+as\s*\()""",
    re.I | re.X,
)
_MARKUP: Final = re.compile(r"\s*</?[A-Za-z][\w:.-]*(?:\s[^<>]*)?/?>")
_SQL_LONE: Final = re.compile(r"\s*select\s*$", re.I)
_BOX: Final = re.compile(r"[\u2500-\u257f]")
DEEPEST_COMMENT: Final = 0.6
"""A comment that begins further right, as a part of the line, is not set as a column of its own."""
LEAST_FILLED: Final = 0.5
"""A line filled less takes the beginning of a piece that is too long for any line."""
LEAST_ROOM: Final = 4
"""Cells a line has at least, however little room there is."""
JOINTS: Final = (" ", "/,:;&?=", ".-_(|")
"""Signs behind which a word is cut, the best first."""
SHORTEST_CUT: Final = 0.6
"""A line cut at a joint is filled at least so far."""
REMARKS: Final = ("#", "//", "-- ")


def code_block(code: str, room: float, *, shell: bool = False, root: bool = False) -> str:
    """An unset code block for a place `room` mm wide. `root`: `#` is a prompt in it."""
    kind = "root" if root else "shell" if shell else "text"
    return f'<pre class="code" data-room="{room - INSET:.1f}" data-kind="{kind}">{escape(plain_signs(code))}</pre>'


def cells_at(size: float, room: float) -> int:
    """Display cells of code that go into a line `room` mm wide at a text size in pt."""
    return int(room / (CELL_EM * type_sizes(size)["code"] * MM_PER_PT))


def set_code(html: str, size: float) -> str:
    """`html` with every code block set for a text size in pt."""
    return _PRE.sub(lambda match: _set_block(match, size), html)


@dataclass(frozen=True, slots=True)
class _Line:
    """A printed line: what stands in the prompt's place, the code, the mark of a line that goes on."""

    prompt: str
    code: str
    mark: str = ""
    output: bool = False
    foreign: bool = False
    goes_on: bool = False

    @property
    def blank(self) -> bool:
        """Whether nothing stands in it."""
        return not self.code and not self.prompt


def _set_block(match: re.Match[str], size: float) -> str:
    attributes = dict(_ATTRIBUTE.findall(match["attributes"]))
    code = dedent(unescape(match["code"]).expandtabs(4).strip("\n"))
    kind = "shell" if attributes["kind"] == "text" and _DOLLAR.search(code) else attributes["kind"]
    points = type_sizes(size)["code"]
    cells = cells_at(size, float(attributes["room"]))
    lines = list(_read(code, kind))
    widest = max((display_width(line.prompt + line.code) for line in lines), default=0)
    small = ""
    if cells < widest <= cells / SHRINK and points * SHRINK >= SMALLEST_TEXT - 1e-6:
        small, cells = " tight", int(cells / SHRINK)
    printed = [part for line in lines for part in _wrapped(line, cells, shell=kind != "text")]
    body = "".join(_line_html(line, _break(number, printed)) for number, line in enumerate(printed))
    tree = " tree" if _BOX.search(code) else ""
    return f'<pre class="code{small}{tree}">{body}</pre>'


def _read(code: str, kind: str) -> Iterator[_Line]:
    found = [_prompt(line, kind) for line in code.split("\n")]
    prompted = any(found)
    goes_on = False
    foreign = _foreign_lines(code.split("\n"))
    for number, (line, prompt) in enumerate(zip(code.split("\n"), found, strict=True)):
        rest = line[len(prompt) :].removeprefix(" ") if prompt else line
        output = prompted and not prompt and not goes_on and not line.lstrip().startswith("#")
        yield _Line(prompt.strip() + " " if prompt else "", rest.rstrip(), output=output, foreign=number in foreign)
        goes_on = bool(prompt or goes_on) and line.rstrip().endswith("\\")


def _foreign_lines(lines: list[str]) -> frozenset[int]:
    """The lines that are no shell's: markup; SQL's statements to their semicolon or a blank line, and at its prompt."""
    found = set()
    inside = False
    for number, line in enumerate(lines):
        if _MARKUP.match(line):
            found.add(number)
            continue
        prompted = _SQL_PROMPT.match(line)
        inside = bool(prompted or _SQL.match(line) or _SQL_LONE.match(line) or (inside and line.strip()))
        if inside:
            found.add(number)
            inside = not line.rstrip().endswith(";")
    return frozenset(found)


def _prompt(line: str, kind: str) -> str:
    match = (_ROOT_PROMPT.match(line) if kind == "root" else None) or _PROMPT.match(line)
    return match.group() if match and kind != "text" else ""


def _wrapped(line: _Line, cells: int, *, shell: bool) -> Iterator[_Line]:
    room = cells - display_width(line.prompt)
    if display_width(line.code) <= room:
        yield line
        return
    comment = None if line.output else _COMMENT.search(line.code)
    if comment and comment.start() <= room * DEEPEST_COMMENT:
        yield from _comment_below(line, comment, room)
        return
    beside = None if shell and not line.output else _BESIDE.match(line.code)
    for first in (beside[1], beside[1].rstrip() + INDENT) if beside else ():
        if beside and display_width(first) <= room * DEEPEST_COMMENT:
            yield from _text_below(line, first, beside[2], room)
            return
    yield from _going_on(line, cells, runs=shell and not line.output and not line.foreign and not comment)


def _going_on(line: _Line, cells: int, *, runs: bool) -> Iterator[_Line]:
    """A line in several, each but the last with the mark of one that goes on.

    Where the shell has to join the two halves of a word again, nothing may stand before or behind the cut.
    """
    indent = re.match(r"\s*", line.code)
    lead = (indent.group() if indent else "")[: cells // 3]
    room = cells - display_width(line.prompt + lead)
    mark = SHELL_MARK if runs else CODE_MARK
    parts = list(_fill(list(_pieces(line.code.strip(), runs=runs)), room - MARK_CELLS[mark], len(INDENT)))
    joined = False
    for number, part in enumerate(parts):
        before = lead + (INDENT if number else "")
        prompt = line.prompt if number == 0 else " " * len(line.prompt)
        cut = part.cut and runs and "'" not in part.text
        sign = "" if number == len(parts) - 1 else JOINING_MARK if cut else CODE_MARK if part.cut else mark
        shown = ("", part.text) if joined else (prompt, before + part.text)
        yield _Line(*shown, sign, line.output, goes_on=number > 0)
        joined = cut


def _comment_below(line: _Line, comment: re.Match[str], room: int) -> Iterator[_Line]:
    """A comment goes on under itself, each line of it a comment again."""
    before = line.code[: comment.start()]
    column = display_width(before)
    words = comment.group().removeprefix("#").strip().split(" ")
    for number, part in enumerate(_fill(words, room - column - 2)):
        prompt = line.prompt if number == 0 else " " * len(line.prompt)
        code = (before if number == 0 else " " * column) + "# " + part.text
        yield _Line(prompt, code, goes_on=number > 0)


def _text_below(line: _Line, first: str, second: str, room: int) -> Iterator[_Line]:
    """The second column of a listing goes on under itself."""
    column = display_width(first)
    for number, part in enumerate(_fill(second.split(" "), room - column)):
        code = (" " * column if number else first) + part.text
        yield _Line(line.prompt, code, output=line.output, goes_on=number > 0)


@dataclass(frozen=True, slots=True)
class _Part:
    """Text of one line; `cut`: its last word goes on in the next."""

    text: str
    cut: bool = False


def _fill(pieces: list[str], room: int, indent: int = 0) -> Iterator[_Part]:
    """Lines of whole pieces, the first `room` cells wide, the others less by the indent."""
    current, width = "", room
    for piece in pieces:
        joined = f"{current} {piece}" if current else piece
        if display_width(joined) <= width:
            current = joined
            continue
        if current and display_width(piece) > room - indent and display_width(current) < width * LEAST_FILLED:
            current = joined
        else:
            if current:
                yield _Part(current)
                width = room - indent
            current = piece
        while display_width(current) > max(width, LEAST_ROOM):
            end = _cut(current, max(width, LEAST_ROOM))
            yield _Part(current[:end], cut=True)
            current, width = current[end:], room - indent
    yield _Part(current)


def _cut(token: str, width: int) -> int:
    """Where a token too long for a line is cut: behind the last joint of its parts, else where the line is full."""
    cells = end = 0
    for char in token:
        cells += display_width(char)
        if cells > width:
            break
        end += 1
    end -= len(token[1:end]) - len(token[1:end].rstrip("\\"))
    joints = (max(token.rfind(sign, 0, end) for sign in signs) + 1 for signs in JOINTS)
    return next((joint for joint in joints if joint >= end * SHORTEST_CUT), end)


def _pieces(code: str, *, runs: bool) -> Iterator[str]:
    """What may not be torn apart: tokens with their quotes, a flag with its value."""
    tokens = [token for token in (_PIECE.findall(code) if runs else code.split(" ")) if token.strip() or not runs]
    held = ""
    for token in tokens:
        if held and runs and not token.startswith("-"):
            yield f"{held} {token}"
            held = ""
            continue
        if held:
            yield held
        held = token if runs and _FLAG.match(token) else ""
        if not held:
            yield token
    if held:
        yield held


def _break(number: int, printed: list[_Line]) -> str:
    """Long code may be broken between lines, three of them staying together at each end; gladly at a blank one."""
    if len(printed) < LONG or not 3 <= number <= len(printed) - 3 or printed[number - 1].blank:
        return ""
    line = printed[number]
    return unit("wrap" if line.goes_on or _is_remark(printed[number - 1]) else "gap" if line.blank else "line")


def _is_remark(line: _Line) -> bool:
    """Whether a line only speaks of the next one."""
    return not line.output and line.code.lstrip().startswith(REMARKS)


def _line_html(line: _Line, unit_attribute: str) -> str:
    comment = None if line.output else _COMMENT.search(line.code)
    code = escape(line.code[: comment.start()] if comment else line.code)
    note = f'<span class="rem">{escape(comment.group())}</span>' if comment else ""
    prompt = f'<span class="ps">{escape(line.prompt)}</span>' if line.prompt else ""
    mark = f'<span class="go">{line.mark}</span>' if line.mark else ""
    kind = "l gap" if line.blank else "l out" if line.output else "l"
    return f'<span class="{kind}"{unit_attribute}>{prompt}{code}{note}{mark}\n</span>'
