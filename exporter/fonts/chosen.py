"""Finds a face the user asked for by name, in a folder of theirs or among the installed ones, and makes it printable.

Goes in: a family name and folders. Comes out: the file for a weight, or a prepared font's bytes. Opens font files; slow
the first time, which is why `cache` keeps what it found.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from fontTools.subset import Options, Subsetter
from fontTools.ttLib import TTCollection, TTFont, TTLibError
from fontTools.ttLib.scaleUpem import scale_upem
from fontTools.varLib.instancer import instantiateVariableFont

from exporter.fonts.catalog import EM, Weight
from exporter.fonts.prepare import add_outlines, empty_font, outlines_of

SUFFIXES: Final = frozenset({".ttf", ".otf", ".ttc", ".otc", ".woff", ".woff2"})
ITALIC: Final = 1
"""Bit 0 of `fsSelection`."""
LAYOUT_FEATURES: Final = ["kern", "tnum", "ccmp", "mark", "locl"]
FAMILY_NAMES: Final = (16, 1)
"""Name table entries that hold a family name: the typographic one and the one of four styles."""


@dataclass(frozen=True, slots=True)
class FontFile:
    """One face in a file: `number` counts within a collection, `weight` is CSS's, None for a variable one."""

    path: Path
    number: int
    weight: int | None


def installed_folders() -> tuple[Path, ...]:
    """Where this system keeps its faces."""
    home = Path.home()
    if sys.platform == "darwin":
        return (home / "Library/Fonts", Path("/Library/Fonts"), Path("/System/Library/Fonts"))
    if sys.platform == "win32":
        local = Path(os.environ.get("LOCALAPPDATA", home)) / "Microsoft/Windows/Fonts"
        return (local, Path(os.environ.get("WINDIR", "C:/Windows")) / "Fonts")
    return (home / ".local/share/fonts", home / ".fonts", Path("/usr/local/share/fonts"), Path("/usr/share/fonts"))


def find_family(family: str, folders: tuple[Path, ...]) -> tuple[FontFile, ...]:
    """Every upright face of `family` in the first folder that has any, in the order of their paths."""
    for folder in folders:
        found = tuple(face for path in _font_files(folder) for face in _faces_in(path, family))
        if found:
            return found
    return ()


def best(faces: tuple[FontFile, ...], weight: Weight) -> FontFile:
    """The face nearest to `weight`; a variable one has them all."""
    return min(faces, key=lambda face: abs((face.weight or weight) - weight))


def printable(face: FontFile, weight: Weight, characters: frozenset[str]) -> TTFont:
    """A static TrueType font of `characters`, those the face has."""
    font = TTFont(face.path, lazy=False, fontNumber=face.number, recalcTimestamp=False)
    axes = {axis.axisTag: axis.defaultValue for axis in font["fvar"].axes} if "fvar" in font else {}
    if "wght" in axes:
        axes["wght"] = weight
    if "glyf" not in font:
        drawn = empty_font()
        add_outlines(drawn, outlines_of(font, axes, characters), None)
        return drawn
    subsetter = Subsetter(Options(layout_features=LAYOUT_FEATURES, hinting=False, notdef_outline=True))
    subsetter.populate(text="".join(sorted(characters)))
    subsetter.subset(font)
    if axes:
        font = instantiateVariableFont(font, axes, inplace=True)
    if font["head"].unitsPerEm != EM:
        scale_upem(font, EM)
    return font


def _font_files(folder: Path) -> Iterator[Path]:
    for root, _, names in sorted(os.walk(folder)):
        for name in sorted(names):
            if Path(name).suffix.lower() in SUFFIXES:
                yield Path(root) / name


def _faces_in(path: Path, family: str) -> Iterator[FontFile]:
    collection = path.suffix.lower() in {".ttc", ".otc"}
    try:
        with TTCollection(path, lazy=True) if collection else TTFont(path, lazy=True) as opened:
            for number, font in enumerate(opened.fonts if collection else [opened]):
                if family.casefold() in _families(font) and not font["OS/2"].fsSelection & ITALIC:
                    yield FontFile(path, number if collection else -1, _weight(font))
    except (TTLibError, OSError, KeyError, ImportError, ValueError):
        return


def _weight(font: TTFont) -> int | None:
    if "fvar" in font and any(axis.axisTag == "wght" for axis in font["fvar"].axes):
        return None
    return int(font["OS/2"].usWeightClass)


def _families(font: TTFont) -> frozenset[str]:
    names = font["name"].names
    return frozenset(name.toUnicode().casefold() for name in names if name.nameID in FAMILY_NAMES)
