"""How a synopsis is printed: what is typed as it stands bold, what is put in underlined, what may be left out in grey.

Goes in: the terms of a synopsis. Comes out: HTML whose text equals the terms' text. Nothing depends on colour.
"""

from __future__ import annotations

import re
from typing import Final, assert_never

from exporter import study as s
from exporter.markup import escape

_BRACKETS: Final = re.compile(r"([\[\]{}|]|\.\.\.|…)")


def terms_html(terms: tuple[s.Term, ...]) -> str:
    """The terms, one after another."""
    return "".join(map(_term, terms)).replace("</b> <b>", " ")


def operand_name(text: str) -> str:
    """The first name in an operand: `image` of `image[:tag]`."""
    pieces = (piece for piece in _BRACKETS.split(text) if not _BRACKETS.fullmatch(piece))
    return next((piece for piece in pieces if piece.strip(" :=")), text)


def _operand(text: str) -> str:
    """`name[:tag]` with its brackets set apart."""
    pieces = (piece for piece in _BRACKETS.split(text) if piece)
    return "".join(f"<s>{escape(p)}</s>" if _BRACKETS.fullmatch(p) else f"<i>{escape(p)}</i>" for p in pieces)


def _term(term: s.Term) -> str:
    match term:
        case s.Word(text):
            return f"<b>{escape(text)}</b>"
        case s.Operand(text):
            return _operand(text)
        case s.OptionsShortcut(text):
            return f"<s>{escape(text)}</s>"
        case s.Space(text):
            return escape(text)
        case s.Flag(name, None):
            return f"<b>{escape(name)}</b>"
        case s.Flag(name, argument, joint):
            assert argument is not None
            return f'<span class="g"><b>{escape(name)}</b>{escape(joint)}{_term(argument)}</span>'
        case s.Optional(inner):
            return f"<s>[</s>{terms_html(inner)}<s>]</s>"
        case s.Choice(branches, opening, closing):
            inside = "<s>|</s>".join(map(terms_html, branches))
            return f"<s>{escape(opening)}</s>{inside}<s>{escape(closing)}</s>"
        case s.Repeat(inner_term, mark):
            return f"{_term(inner_term)}<s>{escape(mark)}</s>"
        case _:
            assert_never(term)
