"""The faces a sheet is printed in, prepared and checked against its text.

Goes in: the user's choice, the cache folder, the sheet's text and language. Comes out: `Faces`: font files, the family
names to ask for, and the characters that nobody draws. fontTools is imported only when something must be made.

Sets, each made once and kept: `base` (Latin, the Hangul of KS X 1001, kana, signs), `zh` and `ja` (their everyday
Han) when a text needs them, `rare` with exactly the characters the others lack, and `own` for a face the user chose.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from exporter.fonts import catalog
from exporter.fonts.cache import Built, Prepared, exists, fetch, signature
from exporter.fonts.catalog import ROLES, WEIGHTS, Language, Role, Weight

NEVER_DRAWN: Final = frozenset(
    {chr(code) for code in (*range(0x20), *range(0x7F, 0xA1), 0xAD, *range(0x200B, 0x2010), *range(0x2028, 0x2030))}
    | {chr(code) for code in (*range(0x2060, 0x2070), *range(0xFE00, 0xFE10), 0xFEFF)}
)
"""Blanks, controls, joiners and variation selectors: they need no glyph."""


@dataclass(frozen=True, slots=True)
class FaceChoice:
    """The user's faces by family name, and the folder they may lie in."""

    text: str | None = None
    code: str | None = None
    folder: Path | None = None

    def family(self, role: Role) -> str | None:
        """The family chosen for a role."""
        return self.text if role == "text" else self.code


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
class _Set:
    name: str
    roles: tuple[Role, ...]
    prepared: Prepared

    def family(self, role: Role) -> str:
        return f"Sheet {self.name} {role}"


def faces(choice: FaceChoice, cache_dir: Path, text: str, language: Language) -> Faces:
    """The faces for `text`; the system's where the font packages are not installed.

    OSError if the cache can't be written.
    """
    wanted = frozenset(text) - NEVER_DRAWN
    own = {role: _own(cache_dir, role, family, choice.folder) for role in ROLES if (family := choice.family(role))}
    not_found = tuple(family for role in own if own[role] is None and (family := choice.family(role)))
    sets = [found for found in own.values() if found]
    if all(font.path() for font in catalog.PACKAGED):
        for name, characters in _packaged_sets(language):
            if name == "base" or (wanted - _covered(sets)) & characters:
                sets.append(_packaged(cache_dir, name, language, characters))
        if rare := wanted - _covered(sets):
            sets.append(_packaged(cache_dir, "rare", language, rare))
    files = (
        FaceFile(item.family(role), weight, item.prepared.file(role, weight))
        for item in sets
        for role in item.roles
        for weight in WEIGHTS
    )
    return Faces(tuple(files), _stack(sets, "text"), _stack(sets, "code"), wanted - _covered(sets), not_found)


def ready(choice: FaceChoice, cache_dir: Path, language: Language) -> bool:
    """Whether the faces most notes need are there, so that asking for them takes no time."""
    if choice.text or choice.code or not all(font.path() for font in catalog.PACKAGED):
        return True
    return exists(cache_dir, _name("base", language, dict(_packaged_sets(language))["base"]))


def _packaged_sets(language: Language) -> Iterator[tuple[str, frozenset[str]]]:
    yield "base", catalog.ksx1001_hangul() | catalog.kana_and_signs()
    match language:
        case "zh":
            yield "zh", catalog.gb2312_first()
        case "ja":
            yield "ja", catalog.jisx0208_first()
        case _:
            pass


def _covered(sets: list[_Set]) -> frozenset[str]:
    return frozenset().union(*(item.prepared.coverage for item in sets))


def _stack(sets: list[_Set], role: Role) -> tuple[str, ...]:
    return tuple(item.family(role) for item in sets if role in item.roles)


def _packaged(cache_dir: Path, name: str, language: Language, characters: frozenset[str]) -> _Set:
    def build() -> Built:
        from exporter.fonts import sets

        return sets.packaged(name, _drawn_as(name, language), characters)

    return _Set(name, ROLES, fetch(cache_dir, _name(name, language, characters), build))


def _drawn_as(name: str, language: Language) -> Language:
    return "ko" if name == "base" else language


def _name(name: str, language: Language, characters: frozenset[str]) -> str:
    """What a set is called in the cache."""
    number = catalog.CJK_NUMBER[_drawn_as(name, language)]
    sources = (font.path() for font in catalog.PACKAGED)
    return f"{name}-{signature(catalog.RECIPE, number, *sources, ''.join(sorted(characters)))}"


def _own(cache_dir: Path, role: Role, family: str, folder: Path | None) -> _Set | None:
    from exporter.fonts import chosen

    folders = (*((folder,) if folder else ()), *chosen.installed_folders())
    found = chosen.find_family(family, folders)
    if not found:
        return None
    made_of = signature(catalog.RECIPE, role, family, *sorted({face.path for face in found}))

    def build() -> Built:
        from exporter.fonts import sets

        return sets.own(role, family, found)

    return _Set("own", (role,), fetch(cache_dir, f"own-{role}-{made_of}", build))
