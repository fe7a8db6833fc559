"""The faces of a sheet: prepared once, the same every time, checked against the text."""

from __future__ import annotations

from pathlib import Path
from types import SimpleNamespace

import pytest
from fontTools.ttLib import TTFont

from exporter.fonts import FaceChoice, Faces, faces, prepare, ready
from exporter.fonts.catalog import CELL, CJK, EM, LATIN, ksx1001_hangul

NOTHING_CHOSEN = FaceChoice()
_NONE = SimpleNamespace(glyphs=())


@pytest.fixture(scope="session")
def base(faces_cache: Path) -> Faces:
    return faces(NOTHING_CHOSEN, faces_cache, "도커 image", "ko")


def advance(font: TTFont, char: str) -> float:
    return float(font["hmtx"][font.getBestCmap()[ord(char)]][0]) / EM


def test_every_file_is_a_static_truetype_font(base: Faces) -> None:
    for file in base.files:
        font = TTFont(file.path)
        assert "glyf" in font
        assert "fvar" not in font
        assert font["OS/2"].usWeightClass == file.weight


def test_text_and_code_come_in_regular_and_bold(base: Faces) -> None:
    assert [(file.family, file.weight) for file in base.files] == [
        (base.text[0], 400),
        (base.text[0], 700),
        (base.code[0], 400),
        (base.code[0], 700),
    ]


def test_everyday_hangul_and_signs_need_no_second_set(faces_cache: Path, base: Faces) -> None:
    everyday = "".join(ksx1001_hangul()) + "ABCxyz 0123 →✓▼●①※“”…·「」あア ├─│└ §©"
    assert faces(NOTHING_CHOSEN, faces_cache, everyday, "ko") == base


def test_in_code_a_latin_character_is_one_cell_and_hangul_two(base: Faces) -> None:
    for file in base.files:
        if file.family in base.code:
            font = TTFont(file.path)
            assert {advance(font, char) for char in "iW0$├→"} == {CELL}
            assert {advance(font, char) for char in "가힝あ「"} == {2 * CELL}


def test_an_outline_stands_in_its_cell_where_it_was_drawn(base: Faces) -> None:
    """Renderers put the left edge of an outline at the left side bearing, whatever the outline itself says."""
    for file in base.files:
        font = TTFont(file.path)
        names = [font.getBestCmap()[ord(char)] for char in "가힝ビルド（。）Ai"]
        assert all(abs(font["hmtx"][name][1] - font["glyf"][name].xMin) <= 1 for name in names)
        assert font["hmtx"][font.getBestCmap()[ord("（")]][1] > EM // 3


def test_wide_characters_are_not_kerned(base: Faces) -> None:
    """Pairs of kana are made for proportional setting; Latin keeps its own."""
    wide = {f"u{ord(char):04X}" for char in "가힝ビルド（。）"}
    for file in base.files:
        lookups = TTFont(file.path)["GPOS"].table.LookupList
        kerned = {
            name
            for lookup in (lookups.Lookup if lookups else ())
            for table in lookup.SubTable
            for name in getattr(getattr(table, "ExtSubTable", table), "Coverage", _NONE).glyphs
        }
        assert not kerned & wide
        assert bool(kerned) == (file.family in base.text)


def test_digits_of_the_text_face_can_be_tabular(base: Faces) -> None:
    features = {record.FeatureTag for record in TTFont(base.files[0].path)["GSUB"].table.FeatureList.FeatureRecord}
    assert "tnum" in features


def test_the_code_face_has_no_ligatures(base: Faces) -> None:
    code = next(file for file in base.files if file.family in base.code)
    assert "GSUB" not in TTFont(code.path) or not TTFont(code.path)["GSUB"].table.FeatureList.FeatureRecord


def test_rare_syllables_and_hanja_get_a_set_of_their_own(faces_cache: Path, base: Faces) -> None:
    found = faces(NOTHING_CHOSEN, faces_cache, "도커 뷁漢字", "ko")
    assert found.text[0] == base.text[0]
    assert len(found.text) == 2
    assert not found.missing
    rare = TTFont(next(file.path for file in found.files if file.family == found.text[1]))
    assert set(rare.getBestCmap()) == set(map(ord, " 뷁漢字"))


def test_faces_are_ready_once_they_were_made(faces_cache: Path, base: Faces, tmp_path: Path) -> None:
    assert base.files
    assert ready(NOTHING_CHOSEN, faces_cache, "ko")
    assert not ready(NOTHING_CHOSEN, tmp_path, "ko")


def test_what_no_face_draws_is_named(faces_cache: Path) -> None:
    assert faces(NOTHING_CHOSEN, faces_cache, "로켓 🚀 a\u200d\ufe0f\u2060\n", "ko").missing == {"🚀"}


def test_a_face_of_the_users_own_comes_first(faces_cache: Path, tmp_path: Path) -> None:
    path = LATIN["text"].font.path()
    assert path is not None
    (tmp_path / "mine.ttf").write_bytes(path.read_bytes())
    found = faces(FaceChoice(text="inter", folder=tmp_path), faces_cache, "Docker 도커", "ko")
    assert len(found.text) == 2
    assert len(found.code) == 1
    assert "own" in found.text[0]
    assert not found.not_found


def test_a_compact_otf_becomes_truetype(faces_cache: Path, tmp_path: Path) -> None:
    from fontTools.subset import Options, Subsetter

    path = CJK.path()
    assert path is not None
    font = TTFont(path, fontNumber=1, lazy=False)
    subsetter = Subsetter(Options(name_IDs=["*"], drop_tables=["GSUB", "GPOS", "vhea", "vmtx"]))
    subsetter.populate(text="가나다")
    subsetter.subset(font)
    font.save(tmp_path / "mine.otf")
    found = faces(FaceChoice(code="Noto Sans CJK KR", folder=tmp_path), faces_cache, "가", "ko")
    own = TTFont(next(file.path for file in found.files if "own" in file.family))
    assert set(own.getBestCmap()) == set(map(ord, "가나다"))


def test_a_face_that_is_nowhere_is_named(faces_cache: Path) -> None:
    found = faces(FaceChoice(text="No Such Face"), faces_cache, "도커", "ko")
    assert found.not_found == ("No Such Face",)
    assert found.text


def test_prepared_fonts_are_the_same_bytes_every_time() -> None:
    def made() -> bytes:
        outlines = prepare.wide_outlines(CJK.path(), 1, {"wght": 400}, frozenset("가나"))
        font = prepare.empty_font()
        prepare.add_outlines(font, outlines, "text")
        return prepare.to_bytes(font, "Sheet", 400)

    assert made() == made()
