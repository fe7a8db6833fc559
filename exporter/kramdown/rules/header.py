"""Headers: `# text` and text underlined with `=` or `-`; `{#id}` at the end gives the id."""

import re
from functools import cache
from typing import Final

from exporter.kramdown.blocks import BlockState
from exporter.kramdown.element import Header, Raw
from exporter.kramdown.located import BLANKS
from exporter.kramdown.patterns import ATX_START, OPTIONAL_INDENT

_setext: Final = re.compile(rf"{OPTIONAL_INDENT}([^ \t].*)\n([-=])[-=]*[ \t\r\f\v]*\n")
_atx: Final = re.compile(ATX_START)
_closing_hashes: Final = re.compile(r"[\t ]#+\Z")
_NAME_START: Final = (
    r":A-Z_a-z\u00C0-\u00D6\u00D8-\u00F6\u00F8-\u02FF\u0370-\u037D\u037F-\u1FFF\u200C-\u200D\u2070-\u218F"
    r"\u2C00-\u2FEF\u3001-\uD7FF\uF900-\uFDCF\uFDF0-\uFFFD\U00010000-\U000EFFFF"
)


def read_atx(state: BlockState, line: int, end: int, silent: bool) -> bool:
    """`## text ##`; a blank after the hashes is needed."""
    if state.first != "#":
        return False
    match = state.match(_atx)
    if match is None:
        return False
    text, name = _contents(match[2])
    closing = _closing_hashes.search(text)
    if closing:
        text = text[: closing.start()].rstrip(BLANKS)
    return _add(state, match, len(match[1]), match.start(2), text, name)


def read_setext(state: BlockState, line: int, end: int, silent: bool) -> bool:
    """A single line of text over a line of `=` or `-`."""
    below = state.src.find("\n", state.line) + 1
    if state.src[below : below + 1] not in ("-", "=") or not below or not state.after_boundary():
        return False
    match = state.match(_setext)
    if match is None:
        return False
    text, name = _contents(match[1])
    return _add(state, match, 1 if match[2] == "=" else 2, match.start(1), text, name)


def _contents(text: str) -> tuple[str, str | None]:
    """The header's text and the id it names."""
    text = text.rstrip(BLANKS)
    match = _own_id().search(text) if text.endswith("}") else None
    return (text[: match.start()].rstrip(BLANKS), match[1]) if match else (text, None)


@cache
def _own_id() -> re.Pattern[str]:
    """` {#id}` at the end; made when the first header has one, since the classes are large."""
    return re.compile(rf"[\t ]{{#([{_NAME_START}][{_NAME_START}\-.0-9\u00B7\u0300-\u036F\u203F-\u2040]*)}}\Z")


def _add(state: BlockState, match: re.Match[str], level: int, start: int, text: str, name: str | None) -> bool:
    if not text:
        return False
    element = Header(*state.place(state.line, match.end()), level)
    element.children.append(Raw(state.located.slice(start, start + len(text))))
    if name:
        element.attrs["id"] = name
    state.add(element)
    state.line = match.end()
    return True
