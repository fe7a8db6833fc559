"""What a command is called on the page, and the line that says what it is for.

Goes in: commands as they were read. Comes out: their names without ordinals, what follows the name, and `OneLine` for a
command of which the note says no more than a line.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from exporter import study as s
from exporter.diagnostics import display_width
from exporter.kramdown import nodes as n
from exporter.kramdown.nodes import Blocks, Inlines, plain_text
from exporter.markup import inlines_html
from exporter.sheet.context import Place, split_at

ORDINAL: Final = re.compile(r"^\s*(?:\(?\d{1,3}[.)]|[①-⑳]|[-–•])\s*")
_JOINT: Final = re.compile(r"[\s:：=→⇒➡👉–—>|-]+")
_CLOSING: Final = re.compile(r"[)\]}」』》”’\"']+")
"""Signs that belong to a name they stand behind: `List (ls)`."""
LONGEST_LINE: Final = 160
"""Display cells of what is said of a command that is still a line beside its name: about three in a column."""
SAID_OF_COMMAND: Final = (s.Prose, s.Statement, s.Listing, s.Definition, s.Spacing, s.Admonition)
"""What a lone synopsis may move up past: it speaks of the command as a whole."""


@dataclass(frozen=True, slots=True)
class OneLine:
    """A command of which the note says one line, or none.

    `said` follows `title`; where `runs_on`, the two are one sentence, of which `lead` is what stands before the name.
    """

    lead: Inlines
    title: Inlines
    said: Inlines
    runs_on: bool = False


def one_line(command: s.Command) -> OneLine | None:
    """`command` as a line, None if there is more to it: a synopsis, code, options, or longer text."""
    title, after = title_of(command)
    if sentence := _sentence(command, after):
        lead, name = _lead_and_name(title, command.name)
        line = OneLine(lead, name, (*after, *sentence), runs_on=True)
    else:
        body, purpose = take_purpose(command, after)
        rest = [part for part in body if not isinstance(part, s.Spacing)]
        more = _paragraph(rest[0]) if len(rest) == 1 and not purpose else ()
        if rest and not more:
            return None
        line = OneLine((), title, purpose or more)
    return line if display_width(plain_text(*line.said)) <= LONGEST_LINE else None


def _sentence(command: s.Command, after: Inlines) -> Inlines:
    """The rest of the sentence that the label begins, if label and body are one and nothing else follows."""
    rest = [part for part in command.body if not isinstance(part, s.Spacing)]
    if len(rest) != 1 or not command.label:
        return ()
    said = _paragraph(rest[0])
    adjoins = said and said[0].span.start == command.label[-1].span.end
    opening = (plain_text(*after) or plain_text(*said)).lstrip()[:1]
    return said if adjoins and opening.isalpha() else ()


def _paragraph(part: s.Part) -> Inlines:
    match part:
        case s.Prose(n.Paragraph(inlines)) | s.Statement(n.Paragraph(inlines)):
            return inlines
        case _:
            return ()


def _lead_and_name(title: Inlines, name: str) -> tuple[Inlines, Inlines]:
    at = plain_text(*title).rfind(name)
    return split_at(title, at) if at > 0 else ((), title)


def as_code(key: Inlines, place: Place) -> str:
    """What one types, in the code face even where the note does not mark it as code."""
    html = inlines_html(key, place.options)
    marked = any(isinstance(node, n.CodeSpan) for inline in key for node in n.walk(inline))
    return html if marked or not plain_text(*key).isascii() else f'<span class="m">{html}</span>'


def title_of(command: s.Command) -> tuple[Inlines, Inlines]:
    """The label without its ordinal, and what follows the name in it."""
    text = plain_text(*command.label)
    ordinal = ORDINAL.match(text)
    label = split_at(command.label, ordinal.end())[1] if ordinal else command.label
    at = plain_text(*label).find(command.name)
    if at < 0:
        return label, ()
    end = at + len(command.name)
    if closing := _CLOSING.match(plain_text(*label), end):
        end = closing.end()
    return split_at(label, end)


def take_purpose(command: s.Command, after: Inlines) -> tuple[tuple[s.Part, ...], Inlines]:
    """The line under the name: what follows it in the label, or the first paragraph if that says the purpose."""
    rest = _without_joint(after)
    if rest or not command.body:
        return command.body, rest
    first = command.body[0]
    if not isinstance(first, s.Prose | s.Statement | s.Listing) or not command.purpose:
        return command.body, ()
    wanted = command.purpose[0].span.start
    match first.block:
        case n.Paragraph(inlines) if first.block.span.start <= wanted < first.block.span.end:
            return command.body[1:], inlines
        case n.BulletList((n.ListItem((n.Paragraph(inlines) as paragraph, *deeper), None), *items)) if (
            paragraph.span.start <= wanted < paragraph.span.end
        ):
            return (*_leftover(first.block, tuple(deeper), tuple(items)), *command.body[1:]), inlines
        case _:
            return command.body, ()


def _leftover(block: n.BulletList, deeper: Blocks, items: tuple[n.ListItem, ...]) -> Iterator[s.Part]:
    for inner in deeper:
        yield s.Prose(inner, span=inner.span)
    if items:
        yield s.Prose(n.BulletList(items, span=block.span), span=block.span)


def _without_joint(inlines: Inlines) -> Inlines:
    """`inlines` without the colon or dash that joins them to what stands before."""
    text = plain_text(*inlines)
    joint = _JOINT.match(text)
    rest = split_at(inlines, joint.end())[1] if joint else inlines
    return rest if re.search(r"\w", plain_text(*rest)) else ()


def hoisted(body: tuple[s.Part, ...]) -> tuple[tuple[s.Synopsis, ...], tuple[s.Part, ...]]:
    """A lone synopsis that only text stands before moves up; several stay with what introduces them."""
    places = [at for at, part in enumerate(body) if isinstance(part, s.Synopsis)]
    if len(places) != 1:
        return (), body
    at = places[0]
    synopsis = body[at]
    movable = all(isinstance(part, SAID_OF_COMMAND) for part in body[:at])
    if not movable or not isinstance(synopsis, s.Synopsis):
        return (), body
    return (synopsis,), (*body[:at], *body[at + 1 :])
