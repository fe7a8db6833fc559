"""Which faces a sheet is set in, as data: where they come from, which characters, which scale.

Goes in: nothing. Comes out: tables. The text face pairs Inter's Latin with the Hangul, kana and Han of Noto Sans CJK;
the code face pairs JetBrains Mono, brought to cells of half an em, with the same Hangul at exactly two cells, so that
counting display cells tells the width of a code line. Both come as Python packages under the SIL Open Font License;
nothing is downloaded when a sheet is made.
"""

from __future__ import annotations

from dataclasses import dataclass
from importlib.util import find_spec
from pathlib import Path
from typing import Final, Literal

from exporter.diagnostics import display_width

Language = Literal["ko", "en", "zh", "ja"]
Role = Literal["text", "code"]
Weight = Literal[400, 700]

ROLES: Final[tuple[Role, ...]] = ("text", "code")
WEIGHTS: Final[tuple[Weight, ...]] = (400, 700)

EM: Final = 1000
"""Units per em of every prepared face."""

CELL: Final = 0.5
"""Advance of a half-width character of the code face, in em."""

RECIPE: Final = "11"
"""Part of the cache key: raise it when a prepared face would come out different."""


@dataclass(frozen=True, slots=True)
class PackagedFont:
    """A font file inside an installed Python package."""

    package: str
    file: str

    def path(self) -> Path | None:
        """Where it lies; None if the package is not installed."""
        spec = find_spec(self.package)
        if spec is None or not spec.submodule_search_locations:
            return None
        path = Path(spec.submodule_search_locations[0]) / self.file
        return path if path.is_file() else None


@dataclass(frozen=True, slots=True)
class LatinSource:
    """The letters, digits and signs of a face.

    `scale` multiplies every length, `stretch` heights once more; `axes` gives the place on the font's axes for each
    weight.
    """

    font: PackagedFont
    scale: float
    stretch: float
    axes: dict[Weight, dict[str, float]]
    features: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class WideSetting:
    """How Hangul, kana and Han are set in a face.

    `scale` multiplies outlines; `cell` is the advance of one display cell in em, None to keep the scaled advance of the
    source; `lift` moves outlines up, in em.
    """

    scale: float
    cell: float | None
    lift: float = 0.0

    def cells(self, char: str) -> float | None:
        """The advance of `char` in em, None where the source's own counts."""
        return None if self.cell is None else self.cell * display_width(char)


CJK: Final = PackagedFont("manimgx_fonts_cjk", "NotoSansCJK-VF.otf.ttc")
CJK_NUMBER: Final[dict[Language, int]] = {"ja": 0, "ko": 1, "en": 1, "zh": 2}
"""Number of the font in the collection that draws Han as the language writes it."""
CJK_AXES: Final[dict[Weight, dict[str, float]]] = {400: {"wght": 400}, 700: {"wght": 700}}

LATIN: Final[dict[Role, LatinSource]] = {
    "text": LatinSource(
        PackagedFont("fontpkg_inter", "files/Inter[opsz,wght].ttf"),
        0.97,
        1.0,
        {400: {"opsz": 14, "wght": 410}, 700: {"opsz": 14, "wght": 700}},
        ("kern", "tnum", "ccmp", "mark", "locl", "case"),
    ),
    "code": LatinSource(
        PackagedFont("fontpkg_jetbrains_mono", "files/JetBrainsMono[wght].ttf"),
        5 / 6,
        1.08,
        {400: {"wght": 440}, 700: {"wght": 760}},
        (),
    ),
}

PACKAGED: Final = (CJK, *(source.font for source in LATIN.values()))

AS_DRAWN: Final = WideSetting(1.0, None)

WIDE: Final[dict[Role, WideSetting]] = {
    "text": WideSetting(0.94, None),
    "code": WideSetting(1.0, CELL),
}


LATIN_BLOCKS: Final = (
    (0x0020, 0x0180),
    (0x0192, 0x0193),
    (0x0218, 0x021C),
    (0x02C6, 0x02DE),
    (0x0300, 0x0304),
    (0x0370, 0x0400),
    (0x0400, 0x0460),
    (0x1E9E, 0x1E9F),
    (0x1EA0, 0x1EFA),
    (0x2000, 0x2070),
    (0x2070, 0x20C0),
    (0x2100, 0x2460),
    (0x2500, 0x27C0),
    (0x2900, 0x2C00),
)
"""Half-open ranges of what the Latin source of a face draws: Latin, Greek, Cyrillic, Vietnamese, signs, box drawing."""


def is_latin(code: int) -> bool:
    """Whether the Latin source is asked for a code point first."""
    return any(start <= code < end for start, end in LATIN_BLOCKS)


def _row_characters(encoding: str, leads: range, trails: range) -> frozenset[str]:
    codes = (bytes((lead, trail)) for lead in leads for trail in trails)
    return frozenset("".join(code.decode(encoding, "ignore") for code in codes))


def ksx1001_hangul() -> frozenset[str]:
    """The 2,350 syllables of KS X 1001, which cover nearly all Korean that is written."""
    return _row_characters("euc_kr", range(0xB0, 0xC9), range(0xA1, 0xFF))


def gb2312_first() -> frozenset[str]:
    """The 3,755 hanzi of GB 2312's first level."""
    return _row_characters("gb2312", range(0xB0, 0xD8), range(0xA1, 0xFF))


def jisx0208_first() -> frozenset[str]:
    """The 2,965 kanji of JIS X 0208's first level."""
    return _row_characters("euc_jp", range(0xB0, 0xD0), range(0xA1, 0xFF))


def kana_and_signs() -> frozenset[str]:
    """Kana, jamo, full-width forms and the signs that Latin faces lack."""
    blocks = ((0x3000, 0x3040), (0x3041, 0x3100), (0x3131, 0x318F), (0x2460, 0x24FF), (0xFF01, 0xFF5F))
    signs = "※○●◎◇◆□■△▲▽▼☆★♀♂♠♣♥♦♪♩☎☞→←↑↓↔⇒⇔∀∃∂∇∈∋∑∏√∝∞∟∠∧∨∩∪∫∴∵∽≒≠≡≤≥≪≫⊂⊃⊆⊇⊙⊥⌒㎜㎝㎞㎏㏄℃‰✓⏎⌘⚠▶◀▷◁◈▣▤▥"
    return frozenset(signs) | {chr(code) for start, end in blocks for code in range(start, end)}
