"""Heights at another type size, by arithmetic."""

from __future__ import annotations

import pytest

from exporter.sheet.rewrap import Run, Text, resized

ONE_LINE = Run(40.0, 1, 40.0)
JUST_TWO = Run(110.0, 2, 95.0)


def text(*runs: Run, top: float = 0.0, size: float = 9.0, beside: float = 0.0) -> Text:
    """A text whose lines are 4 mm high, in 100 mm."""
    return Text(top, top + 4.0 * sum(run.lines for run in runs), size, 100.0, beside, runs)


def test_at_its_own_size_everything_stays_where_it_is() -> None:
    moved = resized((text(ONE_LINE, JUST_TWO), text(JUST_TWO, top=15.0)), 1.0)
    assert [moved(height) for height in (0.0, 4.0, 13.5, 15.0, 19.0, 30.0)] == [0.0, 4.0, 13.5, 15.0, 19.0, 30.0]


def test_a_line_is_as_high_as_its_type() -> None:
    assert text(ONE_LINE).height(8 / 9) == pytest.approx(4.0 * 8 / 9)


def test_two_lines_become_one_where_their_words_find_room() -> None:
    assert text(JUST_TWO).height(0.8) == pytest.approx(4.0 * 0.8)


def test_a_line_becomes_two_where_its_words_find_none() -> None:
    assert text(Run(95.0, 1, 95.0)).height(1.1) == pytest.approx(2 * 4.0 * 1.1)


def test_what_stands_beside_a_cell_leaves_it_room_when_it_shrinks() -> None:
    barely = Run(112.0, 2, 95.0)
    assert text(barely).height(0.9) == pytest.approx(2 * 4.0 * 0.9)
    assert text(barely, beside=80.0).height(0.9) == pytest.approx(4.0 * 0.9)


def test_type_does_not_shrink_below_the_smallest() -> None:
    assert text(ONE_LINE, size=7.0).height(0.8) == pytest.approx(4.0)


def test_spaces_between_texts_stay() -> None:
    moved = resized((text(ONE_LINE), text(ONE_LINE, top=10.0)), 0.8)
    assert moved(10.0) - moved(4.0) == pytest.approx(6.0)
