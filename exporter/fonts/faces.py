"""The faces a sheet is printed in, prepared and checked against its text.

Goes in: the user's choice, the cache folder, the sheet's text and language. Comes out: `Faces`: font files, the family
names to ask for, and the characters that nobody draws. fontTools is imported only when something must be made.

Sets, each made once and kept: `base` (Latin, the Hangul of KS X 1001, kana, signs), `zh` and `ja` (their everyday
Han) when a text needs them, `rare` with exactly the characters the others lack, and `own` for a face the user chose.
"""

from __future__ import annotations

from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Final, Literal

from exporter.fonts import catalog
from exporter.fonts.cache import Built, Prepared, fetch, signature
from exporter.fonts.catalog import ROLES, WEIGHTS, Role, Weight

Language = Literal["ko", "en", "zh", "ja"]

NEVER_DRAWN: Final = frozenset(
    {chr(code) for code in (*range(0x20), *range(0x7F, 0xA1), 0xAD, *range(0x200B, 0x2010), *range(0x2028, 0x2030))}
    | {chr(code) for code in (*range(0x2060, 0x2070), *range(0xFE00, 0xFE10), 0xFEFF)}
)
"""Blanks, controls, joiners and variation selectors: they need no glyph."""


@dataclass(frozen=True, slots=True)
class FaceFile:
    """One TrueType file and the family it is asked for by."""

    family: str
    weight: Weight
    path: Path


@dataclass(frozen=True, slots=True)
class Faces:
    """What a sheet is set in: files, the families of each role in order of preference, what none of them draws.

    `not_found` are the faces the user asked for that are nowhere.
    """

    files: tuple[FaceFile, ...]
    text: tuple[str, ...]
    code: tuple[str, ...]
    missing: frozenset[str] = frozenset()
    not_found: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class FaceChoice:
    """The user's faces by family name, and the folder they may lie in."""

    text: str | None = None
    code: str | None = None
    folder: Path | None = None


def faces(choice: FaceChoice, cache_dir: Path, text: str, language: Language) -> Faces:
    """The faces for `text`. OSError if the cache can't be written; without packaged faces, the system's are asked for."""
    wanted = frozenset(text) - NEVER_DRAWN
    if any(catalog.LATIN[role].font.path() is None for role in ROLES) or catalog.CJK.path() is None:
        return Faces((), (), (), wanted, tuple(filter(None, (choice.text, choice.code))))
    sets: list[tuple[str, Prepared, tuple[Role, ...]]] = []
    not_found = []
    for role, family in (("text", choice.text), ("code", choice.code)):
        if family is not None:
            own = _own(cache_dir, role, family, choice.folder)
            if own is None:
                not_found.append(family)
            else:
                sets.append((f"own-{role}", own, (role,)))
    for name, characters in _sets(language, wanted):
        rest = wanted - _covered(sets)
        if rest & characters or name == "base":
            sets.append((name, _prepared(cache_dir, name, characters, language), ROLES))
    if rare := wanted - _covered(sets):
        sets.append(("rare", _prepared(cache_dir, "rare", rare, language), ROLES))
    return _assemble(sets, wanted - _covered(sets), tuple(not_found))


def _sets(language: Language, wanted: frozenset[str]) -> list[tuple[str, frozenset[str]]]:
    base = [("base", catalog.ksx1001_hangul() | catalog.kana_and_signs())]
    match language:
        case "zh":
            return [*base, ("zh", catalog.gb2312_first())]
        case "ja":
            return [*base, ("ja", catalog.jisx0208_first())]
        case _:
            return base


def _covered(sets: list[tuple[str, Prepared, tuple[Role, ...]]]) -> frozenset[str]:
    return frozenset().union(*(prepared.coverage for _, prepared, _ in sets))


def _assemble(
    sets: list[tuple[str, Prepared, tuple[Role, ...]]], missing: frozenset[str], not_found: tuple[str, ...]
) -> Faces:
    files = tuple(
        FaceFile(_family(name, role), weight, prepared.file(role, weight))
        for name, prepared, roles in sets
        for role in roles
        for weight in WEIGHTS
    )
    stacks = {role: tuple(_family(name, role) for name, _, roles in sets if role in roles) for role in ROLES}
    return Faces(files, stacks["text"], stacks["code"], missing, not_found)


def _family(name: str, role: Role) -> str:
    return f"Sheet {role} {name}".replace("-" + role, "")


def _prepared(cache_dir: Path, name: str, characters: frozenset[str], language: Language) -> Prepared:
    number = catalog.CJK_NUMBER[language] if name != "base" else catalog.CJK_NUMBER["ko"]
    sources = [font.path() for font in (catalog.CJK, *(catalog.LATIN[role].font for role in ROLES))]
    made_of = signature(catalog.RECIPE, number, *sources, "".join(sorted(characters)))
    return fetch(cache_dir, f"{name}-{made_of}", partial(_build_set, name, number, characters))


def _build_set(name: str, number: int, characters: frozenset[str]) -> Built:
    job = partial(_build_weight, name, number, characters)
    if len(characters) < FEW:
        parts = list(map(job, WEIGHTS))
    else:
        with ProcessPoolExecutor(len(WEIGHTS)) as pool:
            parts = list(pool.map(job, WEIGHTS))
    fonts = {key: content for built, _ in parts for key, content in built.items()}
    return fonts, frozenset().union(*(coverage for _, coverage in parts))


FEW: Final = 300
"""Fewer characters than this are drawn faster in this process than in two new ones."""


def _build_weight(name: str, number: int, characters: frozenset[str], weight: Weight) -> Built:
    from exporter.fonts import prepare

    cjk = catalog.CJK.path()
    assert cjk is not None
    outlines = prepare.wide_outlines(cjk, number, catalog.CJK_AXES[weight], characters)
    fonts: dict[tuple[Role, Weight], bytes] = {}
    coverage: frozenset[str] = frozenset()
    for role in ROLES:
        family = _family(name, role)
        latin = catalog.LATIN[role].font.path() if name == "base" else None
        font = prepare.latin_font(latin, role, weight) if latin else prepare.wide_font({}, None, family)
        prepare.add_outlines(font, outlines, role)
        coverage |= prepare.coverage(font)
        fonts[role, weight] = prepare.to_bytes(font, family, weight)
    return fonts, coverage


def _own(cache_dir: Path, role: Role, family: str, folder: Path | None) -> Prepared | None:
    from exporter.fonts import chosen

    folders = (*((folder,) if folder else ()), *chosen.installed_folders())
    found = chosen.find_family(family, folders)
    if not found:
        return None
    paths = {face.path for face in found}
    made_of = signature(catalog.RECIPE, role, family, *sorted(paths))
    return fetch(cache_dir, f"own-{role}-{made_of}", partial(_build_own, role, family, found))


def _build_own(role: Role, family: str, found: tuple[chosen.FontFile, ...]) -> Built:
    from exporter.fonts import chosen, prepare

    characters = (
        catalog.ksx1001_hangul()
        | catalog.kana_and_signs()
        | {chr(code) for start, end in catalog.LATIN_BLOCKS for code in range(start, end)}
    )
    fonts: dict[tuple[Role, Weight], bytes] = {}
    coverage = None
    for weight in WEIGHTS:
        font = chosen.printable(chosen.best(found, weight), weight, characters, family)
        drawn = prepare.coverage(font)
        coverage = drawn if coverage is None else coverage & drawn
        fonts[role, weight] = prepare.to_bytes(font, _family("own", role), weight)
    return fonts, coverage or frozenset()
