"""What each line of a code block is: a command, a comment, what a command printed, or nothing.

Goes in: a `CodeBlock` and the context. Comes out: `Line` values in order, continuation lines joined, prompts and
trailing comments taken off. Which comment tells what a command is for is decided in `examples`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from typing import Final

from exporter.kramdown.nodes import CodeBlock
from exporter.recognise.code.captions import captioned, words_first
from exporter.recognise.code.choices import one_by_one
from exporter.recognise.code.clients import goes_on
from exporter.recognise.code.columns import in_columns
from exporter.recognise.code.command_line import ENOUGH, is_command, weigh
from exporter.recognise.code.command_name import head
from exporter.recognise.code.fences import OTHER_LANGUAGES, SHELL_LANGUAGES
from exporter.recognise.code.glosses import without_gloss
from exporter.recognise.code.keys import is_chord
from exporter.recognise.code.line import Line
from exporter.recognise.code.not_typed import hand_typed
from exporter.recognise.code.prompts import BARE_ROOT_PROMPT, EXAMPLE_MARK, NAMED_PROMPT, PROMPT, ROOT_PROMPT
from exporter.recognise.pattern import Context
from exporter.recognise.text.keywords import CLAUSES, SQL
from exporter.recognise.text.words import EAST, EAST_LETTER
from exporter.source import SourceFile, Span

_COMMENT: Final = re.compile(
    r"^\s*(?:#+(?!\s?!\s?/)|//+|--(?=\s)|\"(?= )|;+(?= )|REM |rem |::(?= )|/\*|<!--)\s*(.*?)\s*(?:\*/|-->)?$"
)
_BANNER: Final = re.compile(r"^[-=#*_~\s]*$")
_ASIDE: Final = re.compile(
    r"(?<=\S)\s+(?:#+(?!\S*[\"'])|//|--(?= \D)|\"(?= )|;;|←|<-|<=|=>(?= \D)|"
    rf"(?:->|→|[-:])(?=\s+[{EAST}]))\s*(?=\S)"
)
_REMARKED: Final = re.compile(r"\s#+ |\s// ")
"""A remark that begins before words in brackets holds these too."""
_SAID: Final = re.compile(
    rf"^(?P<name>[^:：]*[^\s:：])(?:\s*[:：]\s+(?=[^{EAST}]*[{EAST}])|"
    rf"(?:\s{{2,}}|\s*\t\s*)(?=[{EAST}]))(?=\S)"
)
"""A command, and behind a colon or a wide gap words in letters of an other script."""
_DASHED: Final = re.compile(rf"^(?P<command>.*?\S)\s+--(?:\s+(?=\S)|(?=[{EAST}/]))(?P<said>.+)$")
_REMARK: Final = re.compile(
    r"\S [가-힣]\S*$|[가-힣]{2} [가-힣]{2}|[가-힣](?:을|를|의|로|에|에서|은|는|이|가)\s|[\u3040-\u30ff\u4e00-\u9fff]{3}"
)
"""What stands behind dashes and is said of a command, no path that it is given: several words of another script."""
_GOES_ON: Final = ("\\", "`", "^", "&", "|")
_CONTINUED: Final = re.compile(r"(?:\s|^)[\\`^]\s*$|\\$|(?:&&|\|\||\|)\s*$")
_HEREDOC: Final = re.compile(r"<<-?\s*['\"]?(\w+)['\"]?")
_REMARKED_CLAUSE: Final = re.compile(r"[^\s;]\s+-- ?(?=[^\s-])")
"""A line of a statement that a remark behind it tells of is read for itself."""
_CLAUSE_HEADS: Final = frozenset(clause.split("-")[0] for clause in CLAUSES)
_ROOTED: Final = 2
"""What it counts for a line that every line of its block begins with root's prompt."""
_ALIKE: Final = 3
"""What it counts for a line with a remark behind it that commands of its block have remarks too."""
_LINE_JOINT: Final = re.compile(r"[ \t]*(?:(?<=\s)[`^]|\\)\n\s*")
_FILLED: Final = re.compile(r"<[^<>]+>|\[[^\[\]]+\]|\{[^{}]+\}")
"""A placeholder, which may be in any letters."""
_DOLLAR: Final = re.compile(r"\s*\$ +(?=\S)")
_ALIAS: Final = re.compile(r"\s*(?:alias (?P<alias>[\w.-]+)=|Set-Alias (?P<set>[\w.-]+) )")
_QUOTED: Final = re.compile(r"\"(?:[^\"\\]|\\.)*\"|'[^']*'|`[^`]*`")


def lines_of(block: CodeBlock, context: Context) -> tuple[Line, ...]:
    """Every line of the block, read."""
    rows = (block.dedented or block.code).rstrip("\n").split("\n")
    language = (block.language or "").lower()
    bonus = 1 if language in SHELL_LANGUAGES else -2 if language in OTHER_LANGUAGES else 0
    prompted = any(_prompted(row) for row in rows)
    joined = list(_calls(list(_statements(list(_joined(rows)))), context))
    alone = sum(bool(text.strip()) for text, _, _ in joined) == 1
    rooted = _typed_as_root(rows, bonus, context)
    lines = tuple(
        _line(text, row, count, bonus + _place_bonus(joined, at, alone=alone), context, rooted=rooted)
        for at, (text, row, count) in enumerate(joined)
    )
    lines = tuple(in_columns(lines, rows, context))
    lines = tuple(one for line in _remarked_alike(lines, bonus, context) for one in one_by_one(line, context))
    if prompted:
        first = next((at for at, line in enumerate(lines) if line.prompt), 0)
        lines = (*lines[:first], *map(_output_under_prompt, lines[first:], (None, *lines[first:])))
    lines = tuple(map(_as_comment, lines, (*lines[1:], None)))
    lines = tuple(hand_typed(lines, rows))
    return tuple(captioned(lines, prompted=prompted))


def _typed_as_root(rows: list[str], bonus: int, context: Context) -> bool:
    """Whether every row begins with `#` and most of them go on with a command: it is root's prompt."""
    written = [row for row in rows if row.strip()]
    prompts = [ROOT_PROMPT.match(row) or BARE_ROOT_PROMPT.match(row) for row in written]
    if not written or not all(prompts):
        return False
    typed = [row[prompt.end() :] for row, prompt in zip(written, prompts, strict=True) if prompt]
    sure = sum(is_command(_split_aside(text, context)[0], context, bonus - 1) for text in typed)
    return 2 * sure > len(typed)


def _remarked_alike(lines: tuple[Line, ...], bonus: int, context: Context) -> Iterator[Line]:
    """Where remarks stand behind commands of a block, an other line with such a remark is likely a command too."""
    remarked = any(line.kind == "command" and line.aside for line in lines)
    for line in lines:
        if remarked and line.kind == "other" and line.aside and line.rows == 1:
            rest = _split_aside(line.text, context)[0]
            likely = is_command(rest.strip(), context, bonus + _ALIKE)
            yield replace(line, kind="command", text=_clean(rest)) if likely else line
        else:
            yield line


def _place_bonus(parts: list[tuple[str, int, int]], at: int, *, alone: bool) -> int:
    """A line is likelier a command if it is the only one, or stands under a comment."""
    above = _COMMENT.match(parts[at - 1][0]) if at else None
    return 1 if alone or (above and above.group(1).strip()) else 0


def row_span(block: CodeBlock, row: int, context: Context) -> Span:
    """Where a row of the block stands in the file (its text, without indentation)."""
    source = context.source
    number = context.desk.once(_first_line, block, source) + row
    if number > len(source.line_starts):
        return block.span
    text = source.line(number)
    start = source.line_starts[number - 1] + len(text) - len(text.lstrip(" \t>"))
    return Span(start, max(source.line_starts[number - 1] + len(text.rstrip()), start))


def _first_line(block: CodeBlock, source: SourceFile) -> int:
    """The line of the file, counted from 1, on which the code of a block begins."""
    return source.position(block.span.start).line + (1 if block.fenced else 0)


def _prompted(row: str) -> bool:
    match = PROMPT.match(row)
    return bool(match) and not row.lstrip().startswith(">") and bool(row[match.end() :].strip() if match else False)


def _joined(rows: list[str]) -> Iterator[tuple[str, int, int]]:
    at = 0
    while at < len(rows):
        first = at
        while at + 1 < len(rows) and rows[at].rstrip()[-1:] in _GOES_ON and _CONTINUED.search(rows[at]):
            at += 1
        here = _HEREDOC.search(rows[at])
        if here and any(row.strip() == here.group(1) for row in rows[at + 1 :]):
            while rows[at].strip() != here.group(1):
                at += 1
        at += 1
        yield "\n".join(rows[first:at]), first, at - first


def _statements(parts: list[tuple[str, int, int]]) -> Iterator[tuple[str, int, int]]:
    """Join the lines of an SQL statement that goes on until `;`."""
    at = 0
    while at < len(parts):
        text, row, count = parts[at]
        at += 1
        first = PROMPT.sub("", text).split()
        if first and first[0].lower() in SQL and (first[0].isupper() or first[0] == "select") and ";" not in text:
            while at < len(parts) and parts[at][0].strip() and not _COMMENT.match(parts[at][0]):
                if _REMARKED_CLAUSE.search(text) or _REMARKED_CLAUSE.search(parts[at][0]):
                    break
                if parts[at][0].split()[0].lower() in SQL and not parts[at][0].startswith(" "):
                    break
                text, count = f"{text}\n{parts[at][0]}", count + parts[at][2]
                at += 1
                if ";" in text:
                    break
        yield text, row, count


def _calls(parts: list[tuple[str, int, int]], context: Context) -> Iterator[tuple[str, int, int]]:
    """Join the lines of a client's call that goes on until what it opens is closed."""
    at = 0
    while at < len(parts):
        text, row, count = parts[at]
        at += 1
        while at < len(parts) and parts[at][0].strip() and goes_on(PROMPT.sub("", text), context):
            text, count = f"{text}\n{parts[at][0]}", count + parts[at][2]
            at += 1
        yield text, row, count


def _line(text: str, row: int, rows: int, bonus: int, context: Context, *, rooted: bool) -> Line:
    bonus += _ROOTED if rooted else 0
    if not text.strip():
        return Line("blank", "", row, rows)
    prompt = PROMPT.match(text)
    if prompt and text[prompt.end() :].strip():
        rest, aside = _split_aside(text[prompt.end() :], context)
        sure = not prompt.group().lstrip().startswith((">", "%")) and bool(re.match(r"\s*[\w./~:!\[({\"'$\\]", rest))
        if sure or is_command(rest, context, bonus + 1):
            return Line("command", _clean(rest), row, rows, prompt.group(), aside)
    named = NAMED_PROMPT.match(text)
    if named and is_command(text[named.end() :], context, bonus) and not is_command(text, context, bonus - 2):
        rest, aside = _split_aside(text[named.end() :], context)
        return Line("command", _clean(rest), row, rows, named.group(), aside)
    root = ROOT_PROMPT.match(text) or BARE_ROOT_PROMPT.match(text)
    if root:
        rest, aside = _split_aside(text[root.end() :], context)
        sure = rooted or not _reads_as_words(rest, context)
        if (aside or root.group()[-1] == " ") and sure and is_command(rest, context, bonus - 1):
            return Line("command", _clean(rest), row, rows, root.group(), aside)
    if text.lstrip().startswith("#!"):
        return Line("comment", "", row, rows, "#!")
    comment = _COMMENT.match(text)
    if comment and rows == 1:
        return Line("comment", "" if _BANNER.match(comment.group(1)) else comment.group(1).rstrip(" -=#*"), row, rows)
    return _bare_line(text, row, rows, bonus, context)


def _bare_line(text: str, row: int, rows: int, bonus: int, context: Context) -> Line:
    """A line with neither prompt nor mark of a comment."""
    mark = EXAMPLE_MARK.match(text)
    rest, aside = _split_aside(text[mark.end() :] if mark else text, context)
    clause = ENOUGH if aside and _begins_clause(rest) else 0
    if is_command(rest.strip(), context, bonus + (2 if mark else 0) + clause):
        return Line("command", _clean(rest), row, rows, mark.group() if mark else "", aside)
    if rows == 1 and (said := words_first(text, context)):
        return Line("command", said[1], row, rows, "", said[0])
    return Line("other", text.strip(), row, rows, "", aside)


def _begins_clause(text: str) -> bool:
    """Whether a line begins a part of an SQL statement, in capitals."""
    return head(text).isupper() and head(text).lower() in _CLAUSE_HEADS


def _reads_as_words(text: str, context: Context) -> bool:
    """A comment in words that begins with a program's name: `# git 설치`, `# make a new branch`."""
    words = text.split()
    return bool(EAST_LETTER.search(_FILLED.sub("", text))) or (
        weigh(text, context) < 5 and len(words) > 2 and not re.search(r"\s-|[./]", text)
    )


def _output_under_prompt(line: Line, above: Line | None) -> Line:
    """Where commands carry prompts, lines without one are what was printed, if no comment leads to them."""
    led = above is not None and above.kind == "comment" and above.text
    if line.kind == "command" and not line.prompt and not is_chord(line.text) and not led:
        return Line("other", line.text, line.row, line.rows, "", line.aside)
    return line


def _as_comment(line: Line, following: Line | None) -> Line:
    """`# mysql` above a command is a comment, though a root prompt would look the same."""
    above = following and following.kind == "command" and not following.prompt.lstrip().startswith("#")
    if line.kind == "command" and line.prompt.lstrip().startswith("#") and above:
        text = f"{line.text} : {line.aside}" if line.aside else line.text
        return replace(line, kind="comment", text=text, prompt="", aside="")
    return line


def _split_aside(text: str, context: Context) -> tuple[str, str]:
    """A command and what is said of it behind it: after `#` and its like, or in brackets, in words."""
    dashed = _DASHED.match(text)
    remark = dashed and (_REMARK.search(dashed["said"]) or text[dashed.start("said") - 1] == "-")
    if dashed and remark and is_command(dashed["command"], context, 1):
        return dashed["command"], dashed["said"]
    command, gloss = without_gloss(text)
    if gloss and not _REMARKED.search(command):
        return command, gloss
    hidden = _QUOTED.sub(lambda match: "x" * len(match.group()), text)
    sql = head(text).lower() in SQL or _begins_clause(text)
    match = next((found for found in _ASIDE.finditer(hidden) if sql or "--" not in found.group()), None)
    if match is None and (said := _SAID.match(hidden)) and is_command(text[: said.end("name")], context):
        return text[: said.end("name")], text[said.end() :].strip()
    if match is None or ("\n" in text and not hidden[: match.start()].endswith(";")):
        return text, ""
    return text[: match.start()], text[match.end() :].strip()


def _clean(text: str) -> str:
    """A command as it can be run: continuation lines joined, no blanks at the ends."""
    return (_LINE_JOINT.sub(" ", text) if "\n" in text else text).strip().removesuffix("\\").strip()


def programs_of(block: CodeBlock) -> Iterator[str]:
    """Programs that a block shows beyond doubt: what stands after a `$` prompt, and what it makes an alias of."""
    for row in block.code.split("\n"):
        match = _DOLLAR.match(row)
        if match and re.fullmatch(r"[A-Za-z][\w.+-]*", head(row[match.end() :])):
            yield head(row[match.end() :])
        made = _ALIAS.match(row) if "lias " in row else None
        if made:
            yield made["alias"] or made["set"]
