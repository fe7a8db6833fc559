"""Makes a set of faces: regular and bold of the text and the code face, for some characters.

Goes in: the name of a set, the language whose Han it draws, its characters, or the user's own font files. Comes out:
font files as bytes and the characters they draw. The slow part of the work: two processes share it where it is long.
"""

from __future__ import annotations

from concurrent.futures import ProcessPoolExecutor
from functools import partial
from typing import Final

from exporter.fonts import catalog, chosen, prepare
from exporter.fonts.cache import Built
from exporter.fonts.catalog import ROLES, WEIGHTS, Language, Role, Weight

BLANK: Final = " "
"""Every face has one: Pango sets a blank in the face of what stands before it, whether that has one or not."""
FEW: Final = 300
"""Fewer characters than this are drawn faster in this process than in two new ones."""


def packaged(name: str, language: Language, characters: frozenset[str]) -> Built:
    """A set out of the packaged fonts; the set called `base` has the Latin sources too."""
    job = partial(_packaged_weight, name, language, characters)
    if len(characters) < FEW:
        return _joined(list(map(job, WEIGHTS)))
    with ProcessPoolExecutor(len(WEIGHTS)) as pool:
        return _joined(list(pool.map(job, WEIGHTS)))


def own(role: Role, family: str, found: tuple[chosen.FontFile, ...]) -> Built:
    """A set out of font files of the user's; it draws what both its weights have."""
    letters = {chr(code) for start, end in catalog.LATIN_BLOCKS for code in range(start, end)}
    characters = catalog.ksx1001_hangul() | catalog.kana_and_signs() | letters
    fonts: dict[tuple[Role, Weight], bytes] = {}
    coverage = characters
    for weight in WEIGHTS:
        font = chosen.printable(chosen.best(found, weight), weight, characters)
        coverage &= prepare.coverage(font)
        fonts[role, weight] = prepare.to_bytes(font, family, weight)
    return fonts, coverage


def _packaged_weight(name: str, language: Language, characters: frozenset[str], weight: Weight) -> Built:
    drawn = characters | {BLANK}
    outlines = prepare.wide_outlines(catalog.CJK.path(), catalog.CJK_NUMBER[language], catalog.CJK_AXES[weight], drawn)
    fonts: dict[tuple[Role, Weight], bytes] = {}
    coverage: frozenset[str] = frozenset()
    for role in ROLES:
        font = prepare.latin_font(role, weight) if name == "base" else prepare.empty_font()
        prepare.add_outlines(font, outlines, role)
        coverage |= prepare.coverage(font)
        fonts[role, weight] = prepare.to_bytes(font, f"Sheet {name} {role}", weight)
    return fonts, coverage


def _joined(parts: list[Built]) -> Built:
    fonts = {key: content for built, _ in parts for key, content in built.items()}
    return fonts, frozenset().union(*(coverage for _, coverage in parts))
