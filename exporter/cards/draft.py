"""What makers of cards take and give.

`Place` says where in the study note a part stands and how its words are written; `Draft` is a note to be, with the
answers its fronts must not show; `Unasked` is knowledge without a question.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Final, TypeAlias

from exporter.cards.commands import NO_COMMANDS, Commands
from exporter.cards.deck import Kind
from exporter.cards.plain import single_spaced
from exporter.cards.wording import Wording
from exporter.kramdown.nodes import NO_ATTRIBUTES, Attributes, Block, CodeSpan, Inlines, Node, Text, plain_text, walk
from exporter.markup import MarkupOptions, block_html, inlines_html
from exporter.source import Span
from exporter.study import Command

BLANK: Final = '<span class="blank">____</span>'
# `-> it works`, `; moves on`, `Unpack:`
_JOINTS: Final = re.compile(r"^(?:(?:-|=)?&gt;|[→⇒➜☞☛▶:：=•·,.;])+\s+|\s*[:：]+$")
_LATIN: Final = re.compile(r"[0-9a-z_-]", re.IGNORECASE)
_NUMBER: Final = re.compile(r"^\s*(?:\d+(?:[.-]\d+)*[.)]?|[ⅰ-ⅿⅠ-Ⅿ]+\.|[①-⑳])\s+")
_EMPHASIS: Final = re.compile(r"</?(?:strong|em)>")
# Longer lines are a burden to type on any keyboard (Anki compares every character).
_LONGEST_TYPED: Final = 72
_UNTYPEABLE: Final = re.compile(
    r"[\n…＜＞]|<[^>]*>|\.\.\.|\s{2}|\[[^\]]* [^\]]*\]|\{[\w-]+\}|(?<!\S)\[\w[\w.-]*\](?!\S)"
)


@dataclass(frozen=True, slots=True)
class Draft:
    """An Anki note to be.

    `name` are the parts of its key that follow study note and kind. `content` maps field names to HTML. `answers` maps
    each asking field to the plain texts its front must not show. `marks` are as in `AnkiNote`. `qualifier` tells drafts
    of one name apart. `said` is the sentence of the note that its front repeats, in plain text.
    """

    kind: Kind
    name: tuple[str, ...]
    content: Mapping[str, str]
    answers: Mapping[str, tuple[str, ...]]
    marks: tuple[str, str]
    span: Span
    place: Place
    qualifier: str = ""
    attributes: Attributes = NO_ATTRIBUTES
    said: str = ""


@dataclass(frozen=True, slots=True)
class Unasked:
    """Knowledge without a question, as written and as plain text. `owner` is the draft on whose back it belongs."""

    written: Block | Inlines
    text: str
    span: Span
    place: Place
    owner: Draft | None

    def html(self) -> str:
        """What stands there, as a field shows it."""
        if isinstance(self.written, tuple):
            return self.place.html(self.written)
        return block_html(self.written, self.place.options)


Outcome: TypeAlias = Draft | Unasked


@dataclass(frozen=True, slots=True)
class Place:
    """Where a part stands: under which headings (plain text, outermost first), of which command, and in whose care.

    `commands` are all commands of the note, so that an example finds the one it calls; `names` are the commands and
    terms that have cards of their own; `anchor` is the id the site gives the heading.
    """

    wording: Wording
    options: MarkupOptions
    typed: bool
    commands: Commands = NO_COMMANDS
    names: frozenset[str] = frozenset()
    headings: tuple[str, ...] = ()
    anchor: str | None = None
    command: Command | None = None
    owner: Draft | None = None

    def html(self, inlines: Inlines) -> str:
        """Inlines as a field shows them."""
        return inlines_html(inlines, self.options).strip()

    def meaning(self, inlines: Inlines) -> str:
        """A purpose or meaning, without the signs that joined it to what it tells of, or to what follows it."""
        return _JOINTS.sub("", self.html(inlines))

    def within(self, command: Command, owner: Draft | None) -> Place:
        """The place of a command's parts."""
        return replace(self, command=command, owner=owner)

    def owned(self, owner: Draft | None) -> Place:
        """The same place, in the care of another draft."""
        return replace(self, owner=owner or self.owner)


def code(text: str) -> str:
    """Plain text as inline code."""
    return f"<code>{escaped(text)}</code>"


def escaped(text: str) -> str:
    """Plain text as HTML; quotes stay."""
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


def words(*nodes: Node) -> str:
    """The plain text of nodes, single-spaced."""
    return single_spaced(plain_text(*nodes))


def unnumbered(title: str) -> str:
    """A heading without the number before it: renumbering changes no card."""
    return _NUMBER.sub("", title) or title


def says_something(inlines: Inlines, wording: Wording) -> bool:
    """Whether inlines are words to ask by: not a picture alone, a lone sign, or a piece of a sentence."""
    said = single_spaced("".join(node.text for top in inlines for node in walk(top) if isinstance(node, Text)))
    coded = any(isinstance(node, CodeSpan) for top in inlines for node in walk(top))
    return (coded or len(re.findall(r"\w", said)) > 1) and not wording.fragment.search(words(*inlines))


def typeable(text: str) -> bool:
    """Whether a learner can type `text` to the letter: one short line, single-spaced, without a placeholder."""
    return 0 < len(text) <= _LONGEST_TYPED and text == text.strip() and not _UNTYPEABLE.search(text)


def typed(text: str, place: Place) -> str:
    """What the learner's typing is compared with, as HTML; empty where nothing is to be typed."""
    return escaped(text) if place.typed and typeable(text) else ""


def without_emphasis(html: str) -> str:
    """HTML without bold and italics: in a question they would point at words for no reason."""
    return _EMPHASIS.sub("", html)


def mentions(text: str, answer: str) -> bool:
    """Whether `text` shows `answer`, as a word of its own where the answer begins or ends in a Latin letter or sign."""
    answer, text = single_spaced(answer).casefold(), single_spaced(text).casefold()
    at = text.find(answer) if answer else -1
    while at >= 0:
        if _is_word(answer, text[:at][-1:], text[at + len(answer) :][:1]):
            return True
        at = text.find(answer, at + 1)
    return False


def _is_word(answer: str, before: str, behind: str) -> bool:
    """Whether an answer is a word of its own between two characters: the rule of `word_pattern`."""
    return _parted(answer[0], before, alone=len(answer) == 1) and _parted(answer[-1], behind, alone=len(answer) == 1)


def _parted(edge: str, beside: str, *, alone: bool) -> bool:
    if _LATIN.match(edge):
        return not _LATIN.match(beside)
    return not alone or not beside.strip()


def word_pattern(answer: str) -> str:
    """A pattern for `answer` as a word of its own."""
    latin, other = _LATIN.pattern, "" if len(answer) > 1 else r"\S"
    before, after = (latin if _LATIN.match(edge) else other for edge in (answer[:1], answer[-1:]))
    before, after = f"(?<!{before})" if before else "", f"(?!{after})" if after else ""
    return before + re.escape(answer) + after


def masked(html: str, answers: tuple[str, ...]) -> str:
    """HTML with every mention of the answers in its text blanked out."""
    shown = html.casefold()
    found = [escaped(answer).casefold() for answer in sorted(answers, key=len, reverse=True) if answer]
    patterns = [word_pattern(answer) for answer in found if answer in shown]
    if not patterns:
        return html
    search = re.compile("|".join(patterns), re.IGNORECASE)
    pieces = re.split(r"(<[^>]*>)", html)
    return "".join(piece if piece.startswith("<") else search.sub(BLANK, piece) for piece in pieces)
