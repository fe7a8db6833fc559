"""Code blocks, indented and fenced.

An indented block goes on through blank lines and takes lazy lines in. A fence is one only if it is closed, and if what
follows its backticks is at most one word; its lines keep whatever indentation they have.
"""

import re
from typing import Final

from exporter.kramdown.blocks import BlockState
from exporter.kramdown.element import Code
from exporter.kramdown.located import BLANKS
from exporter.kramdown.patterns import (
    BLANK_LINE,
    EOB_MARKER,
    FENCE_START,
    IAL_BLOCK_START,
    INDENT,
    LAZY_END_HTML_START,
    LAZY_END_HTML_STOP,
    LINE_END,
    NOT_SPACE,
    OPTIONAL_INDENT,
    SPACE,
)

_NOT_LAZY: Final = (
    rf"{IAL_BLOCK_START}|{EOB_MARKER}|{OPTIONAL_INDENT}{LAZY_END_HTML_STOP}|{OPTIONAL_INDENT}{LAZY_END_HTML_START}"
)
INDENTED: Final = rf"(?:(?:{BLANK_LINE})?(?:{INDENT}[ \t]*{NOT_SPACE}.*\n)+(?:(?!{_NOT_LAZY})[ \t]*{NOT_SPACE}.*\n)*)*"

indent: Final = re.compile(rf"^{INDENT}", re.M)
_indented_start: Final = re.compile(INDENT)
_indented: Final = re.compile(INDENTED)
_lazy_line: Final = re.compile(rf"\n( {{0,3}}{NOT_SPACE})")
_fence_start: Final = re.compile(FENCE_START)
_fence: Final = re.compile(
    rf" {{0,3}}(([~`]){{3,99}}){SPACE}*?(({NOT_SPACE}+?)(?:\?{NOT_SPACE}*)?)?{LINE_END}(.*?)^ {{0,3}}\1\2*{LINE_END}",
    re.M | re.S,
)
_closing: Final = {char: re.compile(rf"^ {{0,3}}[~`]*{char}[ \t\r\f\v]*$", re.M) for char in "~`"}
_FAR: Final = 10_000
"""Characters below a fence in which its closing line is looked for."""
_opening: Final = re.compile(r" {0,3}(?:~{3,}|`{3,})([^`\n]*)\n")


def read_indented(state: BlockState, line: int, end: int, silent: bool) -> bool:
    """Lines indented by four blanks or a tab."""
    if state.first not in " \t":
        return False
    if state.match(_indented_start) is None:
        return False
    match = state.match(_indented)
    assert match is not None
    if match.end() == state.line:
        return False
    code = indent.sub("", _lazy_line.sub(r" \1", match[0]))
    state.add(Code(*state.place(state.line, match.end()), code))
    state.line = match.end()
    return True


def read_fenced(state: BlockState, line: int, end: int, silent: bool) -> bool:
    """Lines between fences of three or more backticks or tildes."""
    if state.first not in "`~":
        return False
    if state.match(_fence_start) is None:
        return False
    match = state.match(_fence) if state.ends.ahead(_closing[state.first], line + 1) else None
    if match is None:
        _warn(state)
        return False
    element = Code(*state.place(state.line, match.end()), match[5])
    element.fenced = True
    element.fence_indent = match.start(1) - match.start()
    language = (match[3] or "").strip(BLANKS)
    if language:
        element.language = language
        element.attrs["class"] = f"language-{match[4]}"
    state.add(element)
    state.line = match.end()
    return True


def _warn(state: BlockState) -> None:
    """Say why what looks like a fence is none."""
    match = state.match(_opening)
    if match is None:
        return
    place = state.place(state.line, match.end())
    if len(match[1].split()) > 1:
        advice = "write one word at most after the fence; attributes go into a line `{: …}` below the code"
        state.reading.warn("fence-with-words", "a fence with more than one word after it is none", *place, advice)
    elif _is_closed_outside(state, place[1]):
        message = "the fence is closed outside of what it stands in"
        advice = "leave a blank line before it, or indent all of its code as far as the item it belongs to"
        state.reading.warn("unclosed-fence", message, *place, advice)
    else:
        advice = "close it with a line of as many backticks or tildes; until then it is text"
        state.reading.warn("unclosed-fence", "the fence is never closed", *place, advice)


def _is_closed_outside(state: BlockState, end: int) -> bool:
    """Whether a fence of a list item or a quote has its closing line in the text below that."""
    whole = state.reading.located
    if state.located is whole:
        return False
    start = end - state.reading.offset
    return _closing[state.first].search(whole.text, start, start + _FAR) is not None
