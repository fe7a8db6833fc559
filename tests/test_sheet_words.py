"""Words and names on the page: where a line may end. Nothing here needs Pango."""

from __future__ import annotations

import re
from html import unescape

from hypothesis import given
from hypothesis import strategies as st

from exporter.sheet.glue import JOINER, glued, kept_company


def visible(html: str) -> str:
    return unescape(re.sub(r"<[^>]*>", "", html)).replace(JOINER, "")


def test_hangul_is_never_broken_inside_a_word() -> None:
    assert glued("<p>도커 이미지</p>") == f"<p>도{JOINER}커 이{JOINER}미{JOINER}지</p>"


def test_a_particle_stays_with_the_code_before_it() -> None:
    assert f"</code>{JOINER}은" in glued("<p><code>Dockerfile</code>은 파일</p>")


def test_han_and_kana_may_break_anywhere() -> None:
    assert glued("<p>容器镜像とコンテナ</p>") == "<p>容器镜像とコンテナ</p>"


def test_code_breaks_at_blanks_only() -> None:
    inside = glued("<code>--build-arg A=b</code>").removeprefix("<code>").removesuffix("</code>")
    assert [word.replace(JOINER, "") for word in re.split(rf"(?<!{JOINER})[ ](?!{JOINER})", inside)] == [
        "--build-arg",
        "A=b",
    ]


def test_attributes_are_left_alone() -> None:
    assert glued('<h2 data-l="도커">도</h2>') == '<h2 data-l="도커">도</h2>'


@given(st.text(alphabet="가나다 abc<>&\"'-/.漢", max_size=40))
def test_gluing_changes_no_character(text: str) -> None:
    from html import escape

    assert visible(glued(f"<p>{escape(text)}</p>")) == text


def test_a_short_last_word_takes_another_along() -> None:
    written = "<p>인스트럭션에 정의된 애플리케이션이 실행</p>"
    assert kept_company(written) == written.replace("이 실행", "이 \u2060실행")


def test_words_behind_a_tag_are_left_alone_for_the_line_before_them_would_break_early() -> None:
    html = "<p>경로 자리에 <code>.</code>만 적음</p>"
    assert kept_company(html) == html


def test_a_heading_keeps_its_last_words_together_too() -> None:
    assert kept_company("<h2>개발 환경의 이해: Webpack 심화</h2>").endswith(f"Webpack {JOINER}심화</h2>")


def test_a_long_path_may_be_broken_behind_a_slash() -> None:
    path = "/usr/local/Cellar/hadoop/libexec/etc/hadoop"
    parts = re.split(rf"(?<=/)(?!{JOINER})", glued(f"<p>{path}</p>")[3:-4])
    assert [part.replace(JOINER, "") for part in parts] == [
        "/usr/",
        "local/",
        "Cellar/",
        "hadoop/",
        "libexec/",
        "etc/",
        "hadoop",
    ]
    assert f"/{JOINER}b" in glued("<p>a/b</p>")


def test_a_word_no_column_holds_may_be_broken_in_an_inline_inside_another() -> None:
    assert "\u200b" in glued(f"<p><b><code>{'x' * 60}</code></b></p>")
    assert "\u200b" in glued(f'<p><span class="mk">•</span>{"x" * 60}</p>')
    assert "\u200b" not in glued(f"<p><code>{'x' * 60}</code></p>")


def test_a_word_no_column_holds_may_be_broken_between_its_parts() -> None:
    item = "<li><span>•</span>preferredDuringSchedulingIgnoredDuringExecutionOfThePods</li>"
    assert visible(glued(item)).split("\u200b") == [
        "•preferredDuringSchedulingIgnoredDuring",
        "ExecutionOfThePods",
    ]


@given(st.text(alphabet="aB가/.-_(=", min_size=1, max_size=120))
def test_a_long_word_keeps_its_characters(word: str) -> None:
    assert visible(glued(f"<li><span>•</span>{word}</li>")).replace("\u200b", "") == f"•{word}"
