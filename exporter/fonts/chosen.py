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

from fontTools.pens.cu2quPen import Cu2QuPen
from fontTools.pens.recordingPen import RecordingPen
from fontTools.subset import Options, Subsetter
from fontTools.ttLib import TTCollection, TTFont, TTLibError
from fontTools.ttLib.scaleUpem import scale_upem
from fontTools.varLib.instancer import instantiateVariableFont

from exporter.fonts.catalog import EM, Weight
from exporter.fonts.prepare import MAX_ERROR, Outlines, wide_font

SUFFIXES: Final = frozenset({".ttf", ".otf", ".ttc", ".otc", ".woff", ".woff2"})
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


def printable(face: FontFile, weight: Weight, characters: frozenset[str], family: str) -> TTFont:
    """A static TrueType font of `characters`, those the face has."""
    font = TTFont(face.path, fontNumber=face.number, recalcTimestamp=False)
    axes = {axis.axisTag: axis.defaultValue for axis in font["fvar"].axes} if "fvar" in font else {}
    if "wght" in axes:
        axes["wght"] = weight
    if "glyf" not in font:
        return wide_font(_drawn(font, axes, characters), None, family)
    subsetter = Subsetter(Options(layout_features=LAYOUT_FEATURES, hinting=False, notdef_outline=True))
    subsetter.populate(text="".join(sorted(characters)))
    subsetter.subset(font)
    if axes:
        font = instantiateVariableFont(font, axes, inplace=True)
    if font["head"].unitsPerEm != EM:
        scale_upem(font, EM)
    return font


def _drawn(font: TTFont, axes: dict[str, float], characters: frozenset[str]) -> Outlines:
    names, glyphs = font.getBestCmap(), font.getGlyphSet(location=axes)
    scale = EM / font["head"].unitsPerEm
    outlines: Outlines = {}
    for char in sorted(characters & {chr(code) for code in names}):
        pen = RecordingPen()
        name = names[ord(char)]
        glyphs[name].draw(Cu2QuPen(pen, MAX_ERROR / scale, reverse_direction=True))
        outlines[char] = (pen, glyphs[name].width)
    if scale != 1:
        outlines = {char: _scaled(pen, width, scale) for char, (pen, width) in outlines.items()}
    return outlines


def _scaled(pen: RecordingPen, width: float, scale: float) -> tuple[RecordingPen, float]:
    scaled = RecordingPen()
    scaled.value = [
        (verb, tuple(None if point is None else (point[0] * scale, point[1] * scale) for point in points))
        for verb, points in pen.value
    ]
    return scaled, width * scale


def _font_files(folder: Path) -> Iterator[Path]:
    for root, _, names in sorted(os.walk(folder)):
        for name in sorted(names):
            if Path(name).suffix.lower() in SUFFIXES:
                yield Path(root) / name


def _faces_in(path: Path, family: str) -> Iterator[FontFile]:
    try:
        collection = path.suffix.lower() in {".ttc", ".otc"}
        fonts = TTCollection(path, lazy=True).fonts if collection else [TTFont(path, lazy=True)]
        for number, font in enumerate(fonts):
            if family.casefold() in _families(font) and not font["OS/2"].fsSelection & 1:
                variable = "fvar" in font and any(axis.axisTag == "wght" for axis in font["fvar"].axes)
                yield FontFile(path, number if collection else -1, None if variable else font["OS/2"].usWeightClass)
    except (TTLibError, OSError, KeyError, ImportError, ValueError):
        return


def _families(font: TTFont) -> frozenset[str]:
    names = font["name"].names
    return frozenset(name.toUnicode().casefold() for name in names if name.nameID in FAMILY_NAMES)
