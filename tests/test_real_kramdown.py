"""The reader against the real kramdown, where it is installed: what both print for texts made at random is the same."""

from __future__ import annotations

import pytest
from hypothesis import HealthCheck, assume, given, settings

from exporter.kramdown import to_html
from tests.real_kramdown import RealKramdown
from tests.strategies import kramdown_text

SHARED = settings(
    deadline=None, max_examples=250, suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow]
)


@given(text=kramdown_text())
@SHARED
def test_both_print_the_same(real_kramdown: RealKramdown, text: str) -> None:
    printed = real_kramdown.html(text)
    assume(printed is not None)
    assert to_html(text) == printed


@pytest.mark.parametrize(
    "text",
    [
        "",
        "\n",
        "a",
        "\r\n# 제목\r\n\r\n- 하나\r- 둘\r\n",
        "\ufeff# a\n",
        "# 각\u1100\u1161\n",
        "a\0b\n",
        "\t\n \t- x\n",
    ],
)
def test_both_agree_on_odd_files(real_kramdown: RealKramdown, text: str) -> None:
    assert to_html(text) == real_kramdown.html(text)
