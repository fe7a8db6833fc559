"""Columns of the page: type size, breaks and what goes on after them. Nothing here needs Pango."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from exporter.kramdown import parse
from exporter.recognise import recognise
from exporter.settings import SheetSettings
from exporter.sheet import Sheet, sheet_of
from exporter.sheet.breaking import best, grown, plan
from exporter.sheet.filling import filled
from exporter.sheet.page import LARGEST_TEXT, SMALLEST_TEXT
from exporter.sheet.sizing import expected_size, target_pages
from exporter.sheet.starts import HEADINGS, STUB
from exporter.sheet.strip import Room, Strip, Unit
from exporter.sheet.widening import holes_of
from exporter.source import SourceFile

ROOM = Room(columns=3, first=190.0, later=187.0)


def sheet(text: str) -> Sheet:
    return sheet_of(recognise(parse(SourceFile("a.md", text)), key="a"), SheetSettings())


def stack(*blocks: tuple[str, float]) -> Strip:
    units, top = [], 0.0
    for kind, height in blocks:
        units.append(Unit(kind, top, top + height))
        top += height + 2
    return Strip(8.0, 20.0, tuple(units))


def heights(strip: Strip, breaks: tuple[int, ...]) -> list[float]:
    bounds = [0, *breaks, len(strip.units)]
    return [strip.units[end - 1].bottom - strip.units[begin].top for begin, end in pairwise(bounds) if end > begin]


def test_columns_are_balanced_in_order() -> None:
    decided = plan(stack(*[("card", 40.0)] * 6), ROOM, 1, strict=True)
    assert decided is not None
    assert decided.breaks == (2, 4)


def test_a_note_without_anything_to_break_is_one_page() -> None:
    nothing = stack()
    assert target_pages(nothing, ROOM, None) == 1
    decided = best(nothing, ROOM, 1)
    assert decided is not None
    assert (decided.pages, decided.breaks, decided.widened) == (1, (), ())


def test_a_heading_never_ends_a_column() -> None:
    strip = stack(("card", 100), ("card", 50), ("band", 6), ("card", 100), ("card", 60))
    decided = grown(strip, ROOM)
    assert all(strip.units[begin - 1].kind not in HEADINGS for begin in decided.breaks)


def test_a_card_is_not_split_where_it_need_not_be() -> None:
    units = (
        Unit("card", 0, 90),
        Unit("part", 20, 40),
        Unit("part", 45, 85),
        Unit("card", 92, 180),
        Unit("card", 182, 250),
    )
    decided = plan(Strip(8.0, 20.0, units), ROOM, 1, strict=True)
    assert decided is not None
    assert {units[begin].kind for begin in decided.breaks} == {"card"}


def test_what_is_taller_than_a_column_is_broken_inside() -> None:
    units = (Unit("card", 0, 400), *(Unit("part", 10.0 + 30 * at, 38.0 + 30 * at) for at in range(13)))
    decided = grown(Strip(8.0, 20.0, units), ROOM)
    assert decided.breaks
    assert all(units[begin].kind == "part" for begin in decided.breaks)


@given(
    st.lists(st.tuples(st.sampled_from(["card", "block", "head", "band"]), st.floats(4, 120)), min_size=1, max_size=40)
)
def test_no_column_holds_more_than_its_height(blocks: list[tuple[str, float]]) -> None:
    strip = stack(*blocks)
    decided = grown(strip, ROOM)
    bounds = [0, *decided.breaks, len(strip.units)]
    for column, (begin, end) in enumerate(pairwise(bounds)):
        if end > begin and any(strip.units[at - 1].kind not in HEADINGS for at in range(begin + 1, end)):
            assert strip.units[end - 1].bottom - strip.units[begin].top <= ROOM.height(column, strip.header) + 0.01


def test_under_a_head_taller_than_the_page_columns_hold_what_they_have_room_for() -> None:
    strip = stack(*[("card", 20.0)] * 400)
    below = Strip(strip.size, ROOM.first + 100, strip.units)
    decided = grown(below, ROOM)
    bounds = [0, *decided.breaks, len(below.units)]
    held = [end - begin for begin, end in pairwise(bounds)]
    assert sum(held) == 400
    assert max(held) <= ROOM.later // 20


@given(st.floats(50, 5000))
def test_the_size_stays_between_seven_and_nine_points(height: float) -> None:
    strip = Strip(8.25, 20.0, (Unit("block", 0, height),))
    size = expected_size(strip, ROOM, target_pages(strip, ROOM, None))
    assert size is not None
    assert SMALLEST_TEXT <= size <= LARGEST_TEXT


def test_lines_that_are_no_places_to_break_are_counted_before_one_that_is() -> None:
    """Code of forty lines: the first three are no units, and the column must hold them too."""
    lines = tuple(Unit("line", 103.0 + 3.5 * at, 106.5 + 3.5 * at) for at in range(3, 37))
    strip = Strip(8.0, 20.0, (Unit("block", 0, 100), Unit("code", 102, 245), *lines))
    decided = plan(strip, ROOM, 1, strict=True)
    assert decided is not None
    for column, (begin, end) in enumerate(pairwise([0, *decided.breaks])):
        assert strip.units[end].top - strip.units[begin].top <= ROOM.height(column, strip.header)


def test_a_card_is_never_left_with_its_heading_alone() -> None:
    parts = tuple(Unit("part", 110.0 + 30 * at, 138.0 + 30 * at) for at in range(5))
    strip = Strip(8.0, 20.0, (Unit("block", 0, 98), Unit("card", 100, 262), *parts))
    decided = grown(strip, Room(columns=3, first=150, later=150))
    assert decided.breaks
    assert 2 not in decided.breaks


def test_what_is_taller_than_a_column_takes_those_after_it() -> None:
    tall = Strip(8.0, 20.0, (Unit("block", 0, 300), Unit("block", 302, 900)))
    assert grown(tall, ROOM).breaks[:2] == (1, 1)
    assert grown(tall, ROOM).breaks.count(2) == 3


def test_little_is_broken_to_make_a_page_even_that_has_room() -> None:
    """A table of half a column's height stays whole, although the columns beside it are left low."""
    rows = tuple(Unit("row", 42.0 + 6 * at, 48.0 + 6 * at) for at in range(14))
    units = (Unit("block", 0, 38), Unit("block", 40, 126), *rows, Unit("block", 128, 150))
    decided = plan(Strip(9.0, 20.0, units), ROOM, 1, strict=True)
    assert decided is not None
    assert not [begin for begin in decided.breaks if units[begin].kind == "row"]


def test_code_stays_with_the_text_above_it() -> None:
    strip = stack(("block", 60), ("code", 20), ("block", 50), ("block", 30))
    decided = plan(strip, Room(columns=2, first=190, later=187), 1, strict=True)
    assert decided is not None
    assert decided.breaks == (2,)


def test_a_line_that_says_what_code_is_for_goes_to_the_next_page_with_it() -> None:
    """The column would be fuller with the line, by less than being parted from its code is worth."""
    blocks = [("block", 50.0)] * 2 + [("block", 40.0), ("text", 8.0), ("code", 60.0)] + [("block", 80.0)] * 8
    decided = grown(stack(*blocks), ROOM)
    assert 3 in decided.breaks
    assert 4 not in decided.breaks
    told_at_length = [("text", 40.0) if block == ("text", 8.0) else block for block in blocks]
    assert 3 not in grown(stack(*told_at_length), ROOM).breaks


def grouped_cards(count: int, height: float) -> Strip:
    """Cards of a name, a purpose and examples between which a column may begin."""
    units: list[Unit] = []
    for top in (at * (height + 2) for at in range(count)):
        units.append(Unit("card", top, top + height))
        units += [Unit("gap", top + below, top + below + 4) for below in range(14, int(height) - 8, 12)]
    return Strip(8.0, 20.0, tuple(units))


def test_no_hole_is_larger_than_the_smallest_card_where_cards_can_be_broken() -> None:
    strip = grouped_cards(14, 62.0)
    kept = plan(strip, ROOM, 3, strict=True)
    assert kept is not None
    assert max(holes_of(strip, ROOM, kept.breaks)[:3]) > 30
    low = Strip(8.0, 20.0, (*strip.units, Unit("card", strip.height + 2, strip.height + 22)))
    decided = best(low, ROOM, 3)
    assert decided is not None
    assert max(holes_of(low, ROOM, decided.breaks)[: 3 * (decided.pages - 1)]) <= low.widest_hole


def test_a_card_that_is_broken_leaves_no_stub() -> None:
    strip = grouped_cards(14, 62.0)
    decided = plan(strip, ROOM, 3, strict=False)
    assert decided is not None
    cards = [unit for unit in strip.units if unit.kind == "card"]
    for begin in (strip.units[begin] for begin in decided.breaks):
        inside = [card for card in cards if card.top < begin.top < card.bottom]
        assert all(min(begin.top - card.top, card.bottom - begin.top) >= STUB for card in inside)


@pytest.mark.parametrize(("count", "tall"), [(3, 190.0), (4, 150.0), (5, 420.0)])
def test_a_last_page_that_is_nearly_empty_is_filled_as_high_as_it_can_be(count: int, tall: float) -> None:
    decided = filled(stack(*[("block", tall)] * count, ("block", 4.0)), ROOM)
    assert list(decided.breaks) == sorted(decided.breaks)
    assert decided.pages >= grown(stack(*[("block", tall)] * count, ("block", 4.0)), ROOM).pages
