"""A synopsis → one note a blank, and its look: typed words bold, values underlined, what may be left out grey.

Goes in: `Synopsis`. Comes out: drafts that ask for one argument each, and HTML.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final, assert_never

from exporter.cards.draft import BLANK, Draft, Place, code, escaped, masked
from exporter.study import (
    Choice,
    Command,
    Flag,
    Operand,
    Optional,
    OptionsShortcut,
    Repeat,
    Space,
    Synopsis,
    Term,
    Word,
    terms_text,
)

_HOLE: Final = Operand("\ue000")
_MOST_BLANKS: Final = 4


@dataclass(frozen=True, slots=True)
class Blank:
    """One argument taken out: what it was, the flag it follows, and the terms with the hole in its place."""

    answer: str
    flag: str | None
    terms: tuple[Term, ...]


def synopsis_drafts(synopsis: Synopsis, place: Place) -> Iterator[Draft]:
    """One note for each argument, and for each flag that only its placeholder explains."""
    for blank in list(blanks(synopsis.terms))[:_MOST_BLANKS]:
        yield _blank_draft(synopsis, blank, place)
        if blank.flag and place.command and not _explained(blank.flag, place.command):
            yield _value_draft(blank.flag, blank.answer, place.command, synopsis, place)


def _blank_draft(synopsis: Synopsis, blank: Blank, place: Place) -> Draft:
    line = masked(synopsis_html(blank.terms), (blank.answer,))
    wording = place.wording
    content = {
        "Line": line,
        "Ask": wording.blank_after.format(flag=code(blank.flag)) if blank.flag else wording.blank,
        "Answer": escaped(blank.answer),
        "Full": synopsis_html(blank.terms).replace(BLANK, f"<mark>{escaped(blank.answer)}</mark>"),
    }
    with_hole = terms_text(blank.terms).replace(_HOLE.text, "____")
    about = place.command.name if place.command else synopsis.text
    answers = {"Line": (blank.answer,)}
    marks = (blank.answer, with_hole.removeprefix(place.command.name) if place.command else with_hole)
    return Draft("synopsis", (about, blank.answer), content, answers, marks, synopsis.span, place, with_hole)


def _value_draft(flag: str, value: str, command: Command, synopsis: Synopsis, place: Place) -> Draft:
    wording, name = place.wording, code(command.name)
    content = {
        "Command": escaped(command.name),
        "Flag": escaped(flag),
        "Meaning": code(value),
        "AskMeaning": wording.value_of.format(command=name, flag=code(flag)),
        "AskFlag": wording.option_for_value.format(command=name, value=code(value)),
        "TypeIn": escaped(flag) if place.typed else "",
    }
    answers = {"AskMeaning": (value,), "AskFlag": (flag,)}
    return Draft("option", (command.name, flag), content, answers, (flag, value), synopsis.span, place)


def _explained(flag: str, command: Command) -> bool:
    return any(flag in option.flags for option in command.options)


def blanks(terms: tuple[Term, ...]) -> Iterator[Blank]:
    """Every argument of a synopsis, taken out in turn. Terms without a blank between them are one argument."""
    for start, end in _groups(terms):
        for found in _group_blanks(terms[start:end]):
            yield Blank(found.answer, found.flag, terms[:start] + found.terms + terms[end:])


def _groups(terms: tuple[Term, ...]) -> Iterator[tuple[int, int]]:
    """Where each run of terms without a blank between them begins and ends."""
    spaces = [at for at, term in enumerate(terms) if isinstance(term, Space)]
    return zip([0, *(at + 1 for at in spaces)], [*spaces, len(terms)], strict=True)


def _group_blanks(group: tuple[Term, ...]) -> Iterator[Blank]:
    match group:
        case (Flag(name, Operand() | Optional() as argument, joint), *rest):
            yield Blank(terms_text((argument, *rest)), name, (Flag(name, _HOLE, joint),))
        case (Optional(inner),):
            for found in blanks(inner):
                yield Blank(found.answer, found.flag, (Optional(found.terms),))
        case (Repeat(inner, mark),):
            for found in _group_blanks((inner,)):
                yield Blank(found.answer, found.flag, (*found.terms[:-1], Repeat(found.terms[-1], mark)))
        case _:
            if any(isinstance(term, Operand) for term in group):
                yield Blank(terms_text(group), None, (_HOLE,))


def synopsis_html(terms: tuple[Term, ...]) -> str:
    """A synopsis as HTML; its look is in `card.css`."""
    return "".join(map(_term_html, terms))


def _term_html(term: Term) -> str:
    match term:
        case Operand(_HOLE.text):
            return BLANK
        case Word(text):
            return f"<b>{escaped(text)}</b>"
        case Operand(text):
            return f"<i>{escaped(text)}</i>"
        case OptionsShortcut(text):
            return f'<span class="any">{escaped(text)}</span>'
        case Space(text):
            return text
        case Flag(name, argument, joint):
            return f"<b>{escaped(name)}</b>{joint}{_term_html(argument) if argument else ''}"
        case Optional(inner):
            return f'<span class="optional">[{synopsis_html(inner)}]</span>'
        case Choice(branches, opening, closing):
            return opening + "|".join(map(synopsis_html, branches)) + closing
        case Repeat(inner, mark):
            return _term_html(inner) + mark
        case _:
            assert_never(term)
