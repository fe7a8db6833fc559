"""Builds static TrueType faces out of variable ones; the only place that draws glyphs.

Goes in: the tables of `catalog`, a weight, the characters wanted. Comes out: the bytes of TrueType fonts, always the
same for the same sources. WeasyPrint reads such a font many times faster than a variable, CFF or compressed one.
"""

from __future__ import annotations

from io import BytesIO
from pathlib import Path
from typing import Any, Final, TypeAlias

from fontTools.fontBuilder import FontBuilder
from fontTools.misc.transform import Transform
from fontTools.pens.cu2quPen import Cu2QuPen
from fontTools.pens.recordingPen import RecordingPen
from fontTools.pens.transformPen import TransformPen
from fontTools.pens.ttGlyphPen import TTGlyphPen
from fontTools.subset import Options, Subsetter
from fontTools.ttLib import TTFont
from fontTools.ttLib.scaleUpem import scale_upem
from fontTools.ttLib.tables._g_l_y_f import GlyphCoordinates, dropImpliedOnCurvePoints
from fontTools.varLib.instancer import instantiateVariableFont

from exporter.fonts.catalog import AS_DRAWN, EM, LATIN, WIDE, Role, Weight, is_latin

MAX_ERROR: Final = 3.0
"""Greatest distance (units of 1/1000 em) between a cubic outline and the quadratic one made of it."""
GRID: Final = 8
"""Points of outlines lie on multiples of this (units of 1/1000 em), 0.02 mm in print: a third less font data."""
LATIN_GRID: Final = 4
"""The same for Latin letters, whose curves are seen at a title's size, too."""

EPOCH: Final = 3_400_000_000
"""The time written into every prepared font (seconds since 1904), so that its bytes depend on its sources alone."""

ASCENT: Final = 950
DESCENT: Final = 250

Outlines: TypeAlias = dict[str, tuple[RecordingPen, float]]


def wide_outlines(path: Path | None, number: int, axes: dict[str, float], characters: frozenset[str]) -> Outlines:
    """Outline and advance of each of `characters` that the font has."""
    with TTFont(path, fontNumber=number, lazy=True) as font:
        return outlines_of(font, axes, characters)


def outlines_of(font: TTFont, axes: dict[str, float], characters: frozenset[str]) -> Outlines:
    """Quadratic outline and advance, in thousandths of an em, of each of `characters` that the font has."""
    names = font.getBestCmap()
    glyphs = font.getGlyphSet(location=axes)
    scale = EM / font["head"].unitsPerEm
    outlines: Outlines = {}
    for char in sorted(characters):
        if (name := names.get(ord(char))) is not None:
            pen = RecordingPen()
            scaling = TransformPen(pen, Transform(scale, 0, 0, scale)) if scale != 1 else pen
            glyphs[name].draw(Cu2QuPen(scaling, MAX_ERROR / scale, reverse_direction=True))
            outlines[char] = (pen, glyphs[name].width * scale)
    return outlines


def latin_font(role: Role, weight: Weight) -> TTFont:
    """The static Latin part of a face, scaled to its place in the em."""
    source = LATIN[role]
    font = TTFont(source.font.path(), lazy=False, recalcTimestamp=False)
    options = Options(layout_features=list(source.features), hinting=False, notdef_outline=True)
    subsetter = Subsetter(options)
    subsetter.populate(unicodes=[code for code in font.getBestCmap() if is_latin(code)])
    subsetter.subset(font)
    font = instantiateVariableFont(font, dict(source.axes[weight]), inplace=True)
    scale_upem(font, round(EM * source.scale))
    font["head"].unitsPerEm = EM
    _stretch(font, source.stretch)
    for name in font.getGlyphOrder():
        _to_grid(font["glyf"][name], LATIN_GRID)
    for name, (advance, _) in font["hmtx"].metrics.items():
        font["hmtx"][name] = (advance, _left_bearing(font["glyf"][name], font["glyf"]))
    return font


def add_outlines(font: TTFont, outlines: Outlines, role: Role | None) -> None:
    """Add to `font` the characters it lacks, set as the role asks; without a role, as their source has them."""
    setting = WIDE[role] if role else AS_DRAWN
    order = list(font.getGlyphOrder())
    known = set(font.getBestCmap())
    added = {}
    for char, (pen, width) in outlines.items():
        if ord(char) in known:
            continue
        cells = setting.cells(char)
        advance = round(width * setting.scale if cells is None else cells * EM)
        narrow = min(setting.scale, advance / width) if width else setting.scale
        shift = (advance - width * narrow) / 2
        name = f"u{ord(char):04X}"
        glyph = _glyph(pen, Transform(narrow, 0, 0, setting.scale, shift, setting.lift * EM))
        font["glyf"][name] = glyph
        font["hmtx"][name] = (advance, _left_bearing(glyph, font["glyf"]))
        order.append(name)
        added[ord(char)] = name
    font.setGlyphOrder(order)
    _extend_cmap(font, added)


def empty_font() -> TTFont:
    """A font that draws nothing yet."""
    builder = FontBuilder(EM, isTTF=True)
    builder.setupGlyphOrder([".notdef"])
    builder.setupCharacterMap({})
    builder.setupGlyf({".notdef": TTGlyphPen(None).glyph()})
    builder.setupHorizontalMetrics({".notdef": (EM, 0)})
    builder.setupHorizontalHeader(ascent=ASCENT, descent=-DESCENT)
    builder.setupNameTable({})
    builder.setupOS2(sTypoAscender=ASCENT, sTypoDescender=-DESCENT, usWinAscent=ASCENT, usWinDescent=DESCENT)
    builder.setupPost()
    return builder.font


def to_bytes(font: TTFont, family: str, weight: Weight) -> bytes:
    """The font file, named `family`, without tables that a print does not need."""
    for tag in ("STAT", "MVAR", "HVAR", "avar", "fvar", "gvar", "DSIG", "meta", "gasp", "prep"):
        if tag in font:
            del font[tag]
    font["head"].created = font["head"].modified = EPOCH
    font["hhea"].ascent, font["hhea"].descent, font["hhea"].lineGap = ASCENT, -DESCENT, 0
    font["OS/2"].usWeightClass = weight
    _rename(font, family, "Bold" if weight == 700 else "Regular")
    font.recalcTimestamp = False
    stream = BytesIO()
    font.save(stream, reorderTables=None)
    return stream.getvalue()


def coverage(font: TTFont) -> frozenset[str]:
    """The characters a font draws."""
    return frozenset(map(chr, font.getBestCmap()))


def _stretch(font: TTFont, times: float) -> None:
    for name in font.getGlyphOrder() if times != 1 else ():
        glyph = font["glyf"][name]
        if glyph.isComposite():
            for part in glyph.components:
                part.y = round(part.y * times)
        elif glyph.numberOfContours > 0:
            glyph.coordinates.scale((1, times))
            glyph.coordinates.toInt()
        glyph.recalcBounds(font["glyf"])


def _glyph(pen: RecordingPen, transform: Transform) -> Any:
    glyph_pen = TTGlyphPen(None)
    pen.replay(TransformPen(glyph_pen, transform))
    glyph = glyph_pen.glyph()
    _to_grid(glyph, GRID)
    return glyph


def _to_grid(glyph: Any, grid: int) -> None:
    """Move the points of an outline to multiples of `grid`."""
    if glyph.numberOfContours > 0:
        points = [(round(x / grid) * grid, round(y / grid) * grid) for x, y in glyph.coordinates]
        glyph.coordinates = GlyphCoordinates(points)
        dropImpliedOnCurvePoints(glyph)


def _left_bearing(glyph: Any, table: Any) -> int:
    """Where the outline begins. A renderer moves the outline there, so that any other value shifts it in its cell."""
    glyph.recalcBounds(table)
    return int(glyph.xMin) if glyph.numberOfContours else 0


def _extend_cmap(font: TTFont, added: dict[int, str]) -> None:
    for table in font["cmap"].tables:
        if table.isUnicode():
            table.cmap.update({code: name for code, name in added.items() if table.format != 4 or code < 0x10000})


def _rename(font: TTFont, family: str, style: str) -> None:
    names = font["name"]
    names.names = []
    full, plain = f"{family} {style}", family.replace(" ", "")
    for name_id, text in ((1, family), (2, style), (3, full), (4, full), (6, f"{plain}-{style}")):
        names.setName(text, name_id, 3, 1, 0x409)
