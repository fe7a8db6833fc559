"""An option's row taken apart: its key, what the note says behind it, what stands beside and what below.

Goes in: labels and bodies of options. Comes out: inlines and parts in the same order, and the key as HTML.
"""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Final

from exporter import study as s
from exporter.kramdown import nodes as n
from exporter.kramdown.nodes import Inlines, plain_text
from exporter.markup import inlines_html
from exporter.sheet.context import Place, split_at
from exporter.sheet.naming import ORDINAL, as_code

WIDE: Final = (s.Example, s.Listing, s.Command, s.Sequence, s.Admonition)


def key_and_rest(label: Inlines, name: str, meaning: Inlines) -> tuple[Inlines, Inlines]:
    """A label as its key and what the note says behind it in the same line."""
    text = plain_text(*label)
    ordinal = ORDINAL.match(text) if not text.lstrip().startswith("-") else None
    label = split_at(label, ordinal.end())[1] if ordinal else label
    text, said = plain_text(*label), plain_text(*meaning).strip()
    at = text.rfind(said) if said else -1
    if at <= 0:
        return _without_tail(label), ()
    key, rest = split_at(label, at)
    if plain_text(*key).strip() and name in plain_text(*key):
        return _without_tail(key), rest
    return label, ()


def _without_tail(key: Inlines) -> Inlines:
    """`key` without the colon or dash that joins it to what follows."""
    tail = re.search(r"[\s:：=→⇒➡👉–—-]+$", plain_text(*key))
    if not tail or not key or not isinstance(key[-1], n.Text):
        return key
    return split_at(key, tail.start())[0] or key


def flags_as_code(key: Inlines, last: str, place: Place) -> str:
    """An option's name; of one that the note writes as plain text, the part up to its last flag in the code face."""
    end = plain_text(*key).find(last) + len(last)
    if plain_text(*key).isascii() or not plain_text(*key)[:end].isascii():
        return as_code(key, place)
    flags, rest = split_at(key, end)
    return as_code(flags, place) + inlines_html(rest, place.options)


def beside_and_below(body: tuple[s.Part, ...]) -> tuple[tuple[s.Part, ...], tuple[s.Part, ...]]:
    """What stands beside a key, and from the first wide part on, what stands below it.

    The words that lead to an example stay beside; a list of one item needs no bullet there.
    """
    at = next((at for at, part in enumerate(body) if isinstance(part, WIDE)), len(body))
    beside, below = [_without_bullet(part) for part in body[:at]], body[at:]
    if below and isinstance(below[0], s.Example) and below[0].intro:
        beside += [s.Prose(block, span=block.span) for block in below[0].intro]
        below = (replace(below[0], intro=()), *below[1:])
    return tuple(beside), below


def _without_bullet(part: s.Part) -> s.Part:
    match part:
        case s.Prose(n.BulletList((n.ListItem((n.Paragraph() as only,), None),))):
            return s.Prose(replace(only, tight=False), span=part.span)
        case _:
            return part
