"""The sheet before it is printed: what it says, how code is set, how columns are chosen. Nothing here needs Pango."""

from __future__ import annotations

import re
from dataclasses import replace
from html import unescape
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from exporter.diagnostics import display_width
from exporter.kramdown import nodes as n
from exporter.kramdown import parse
from exporter.recognise import recognise
from exporter.settings import SheetSettings
from exporter.sheet import Sheet, sheet_of
from exporter.sheet.code import cells_at, code_block, set_code
from exporter.sheet.document import COLOURS, INK_SAVER_COLOURS, house_style
from exporter.sheet.fit import COSTS, HEADINGS, Room, Strip, Unit, expected_size, grown, plan, target_pages
from exporter.sheet.glue import JOINER, glued, kept_company
from exporter.sheet.labels import LABELS
from exporter.sheet.layout import numbered
from exporter.sheet.naming import one_line
from exporter.sheet.page import ACCENTS, LARGEST_TEXT, SMALLEST_TEXT, accents_of, contrast, page_of, type_sizes
from exporter.sheet.split import in_columns
from exporter.source import SourceFile, Span
from exporter.study import Command, Definition, Prose, Section
from exporter.study import text as text_of_note

NOTE = """\
---
title: 파일 찾기
---
# 1. 검색

**1) `find`**

- 조건에 맞는 파일을 찾는 명령어
  - 하위 디렉터리까지 내려감

find [경로] -name 패턴
{: .notice--info}

- `-type` 옵션
  - 파일의 종류를 고름

    ```
    $ find . -type d
    ```

**2) `locate`**

- 색인에서 파일을 찾는 명령어

locate [options] 이름
{: .notice--info}

```
$ locate -i readme
```
"""


def sheet(text: str, settings: SheetSettings | None = None) -> Sheet:
    return sheet_of(recognise(parse(SourceFile("a.md", text)), key="a"), settings or SheetSettings())


def visible(html: str) -> str:
    return unescape(re.sub(r"<[^>]*>", "", html)).replace(JOINER, "")


def letters(text: str) -> list[str]:
    return sorted(re.findall(r"\w", text))


# What it says


def test_a_sheet_says_every_word_of_its_note() -> None:
    note = recognise(parse(SourceFile("a.md", NOTE)), key="a")
    body = sheet_of(note, SheetSettings()).body
    main = visible(body[body.index("<main>") :])
    missing = list(letters(text_of_note(note)))
    for letter in letters(main):
        if letter in missing:
            missing.remove(letter)
    assert not missing


def test_a_command_is_a_card_with_its_purpose_and_then_its_synopsis() -> None:
    card = sheet(NOTE).body.split("<article")[1]
    order = [card.index(part) for part in ('class="k">1<', 'class="why"', 'class="syn"', "<ul", 'class="opts"')]
    assert order == sorted(order)


def test_an_options_example_takes_the_whole_width() -> None:
    assert re.search(r'<tr class="x"><td colspan="2"><div class="ex"', sheet(NOTE).body)


SHORT = """\
# 명령

- `cd`를 통해 폴더를 옮김
- `ls` : 폴더 안을 보여 줌

**3) `pwd`**

- 지금 있는 폴더의 경로

**4) `find`**

- 조건에 맞는 파일을 찾음

```
$ find . -name '*.md'
```
"""


def rows(text: str) -> list[str]:
    return re.findall(r'<article class="one[^"]*".*?</article>', sheet(text).body)


def test_a_command_read_from_a_sentence_stays_a_sentence() -> None:
    sentence, pair, _ = rows(SHORT)
    assert visible(sentence) == "1cd를 통해 폴더를 옮김"
    assert "<p" not in sentence
    assert "runs" in sentence.split(">")[0]
    assert "runs" not in pair.split(">")[0]


def test_commands_of_a_line_each_are_one_list_and_all_others_cards() -> None:
    body = sheet(SHORT).body
    assert [visible(row) for row in rows(SHORT)] == [
        "1cd를 통해 폴더를 옮김",
        "2ls폴더 안을 보여 줌",
        "3pwd지금 있는 폴더의 경로",
    ]
    assert body.count('class="lines"') == body.count('class="cmd"') == 1
    assert re.findall(r'href="#(c\d)"', body) == re.findall(r'<h4 id="(c\d)"', body) == ["c1", "c2", "c3", "c4"]


def test_a_row_is_broken_before_but_never_inside() -> None:
    assert all(len(re.findall("data-u=", row)) == 1 for row in rows(SHORT))
    assert [re.findall(r'data-u="(\w+)"', row)[0] for row in rows(SHORT)] == ["stay", "row", "row"]


def test_a_long_description_makes_a_card() -> None:
    assert not rows("- `ls` : " + "폴더 안을 보여 줌 " * 30)


def test_what_a_row_says_keeps_its_first_sign() -> None:
    place = Span(0, 1)
    label, said = (n.Text("false", span=place),), (n.Text("–1 is what it returns", span=place),)
    body = (Prose(n.Paragraph(said, span=place), span=place),)
    line = one_line(Command("false", (), label, body, span=place))
    assert line is not None
    assert line.said == said


def test_a_term_that_looks_like_a_list_marker_is_printed() -> None:
    term = Definition("-", (), (), (n.Text("- : 보통 파일", span=Span(0, 9)),), (), span=Span(0, 9))
    section = Section(0, (), (term,), span=Span(0, 9))
    note = replace(recognise(parse(SourceFile("a.md", "x")), key="a"), sections=(section,))
    assert '<b class="term">-</b>' in sheet_of(note, SheetSettings()).body


def test_every_card_is_linked_from_the_index() -> None:
    body = sheet(NOTE).body
    assert re.findall(r'href="#(c\d)"', body) == re.findall(r'<h4 id="(c\d)"', body) == ["c1", "c2"]


def test_headings_name_themselves_in_the_outline_without_joiners() -> None:
    labels = re.findall(r'data-l="([^"]*)"', sheet(NOTE).body)
    assert labels == ["파일 찾기", "1. 검색", "find", "locate"]


@pytest.mark.parametrize("language", ["ko", "en", "zh", "ja"])
def test_labels_follow_the_language_chosen(language: str) -> None:
    chosen = SheetSettings(language=language)  # type: ignore[arg-type]
    assert LABELS[language].command_index in visible(sheet(NOTE, chosen).body)  # type: ignore[index]


def test_raw_html_that_could_act_is_left_out() -> None:
    body = sheet(
        '<script>alert(1)</script><p onclick="x()">a</p><link rel="attachment" href="file:///etc/passwd">'
    ).body
    assert "script" not in body
    assert "onclick" not in body
    assert "passwd" not in body


def test_lists_end_in_plain_lines_before_they_nest_too_deep() -> None:
    deep = sheet("\n".join("  " * level + f"- x{level}" for level in range(60))).body
    assert deep.count("<ul") < 15
    assert "x59" in visible(deep)


def test_a_word_no_column_holds_is_told() -> None:
    told = sheet("```\n" + "x" * 300 + "\n```\n").diagnostics
    assert [diagnostic.code for diagnostic in told] == ["page-overflow"]
    assert not sheet("```\n" + "x" * 40 + "\n```\n").diagnostics


def test_emoji_become_signs_that_a_face_has() -> None:
    assert "✓" in visible(sheet("- ✅ 완료\n").body)


# Words kept whole


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


# Code


def lines_of(code: str, cells: int, *, shell: bool = True) -> list[str]:
    room = cells * 0.5 * type_sizes(8)["code"] * 25.4 / 72 + 2.7
    return visible(set_code(code_block(code, room, shell=shell), 8)).rstrip("\n").split("\n")


def test_a_shell_line_goes_on_after_a_backslash_between_tokens() -> None:
    assert lines_of("$ docker run --name web -p 80:80 --rm nginx:latest", 34) == [
        "$ docker run --name web -p 80:80 \\",
        "    --rm nginx:latest",
    ]


@pytest.mark.parametrize(
    "statement",
    [
        "mysql> UPDATE account SET balance = 0 WHERE name = 'kim';",
        "MariaDB [shop]> select name, price from goods where price > 10;",
        "shop=# alter role reader with password 'long password';",
        "GRANT SELECT ON shop.* TO 'reader'@'localhost' IDENTIFIED BY 'x';",
        "SELECT\n    name, price, amount, place FROM goods ORDER BY price;",
    ],
)
def test_sql_among_a_shells_lines_is_wrapped_as_code(statement: str) -> None:
    printed = lines_of(f"mysql -u root\n{statement}\nmysqldump -u root --no-data --databases shop", 34)
    assert any(line.endswith(" ↩") for line in printed)
    assert [line for line in printed if line.endswith(" \\")] == [printed[-2]]


@pytest.mark.parametrize(
    "command",
    ["apt-get update && apt-get install --yes sqlite3 curl", "mysql -u root -p --host db.example.org shop_of_mine"],
)
def test_a_shell_command_that_looks_like_sql_is_none(command: str) -> None:
    assert lines_of(command, 34)[0].endswith(" \\")


@given(
    st.lists(st.sampled_from(["docker", "run", "-f", "a/b.txt", "'한 글'", "--rm", "이미지"]), min_size=1, max_size=14)
)
def test_a_wrapped_command_is_the_same_command(words: list[str]) -> None:
    printed = lines_of("$ " + " ".join(words), 26)
    joined = " ".join(line.removesuffix("\\").strip().removeprefix("$ ") for line in printed)
    assert joined.split() == " ".join(words).split()
    assert all(line.endswith(" \\") for line in printed[:-1])


@given(st.text(alphabet="ab 한글#\"'-", max_size=90), st.integers(20, 60))
def test_no_line_of_code_is_wider_than_its_place(code: str, cells: int) -> None:
    assert all(display_width(line) <= cells + 6 for line in lines_of(code, cells, shell=False))


def test_a_comment_goes_on_as_a_comment() -> None:
    printed = lines_of("$ ls   # 숨긴 파일까지 모두 보여주고 자세한 정보도 보여줌", 34)
    assert len(printed) > 1
    assert all("# " in line for line in printed)


def test_code_is_never_smaller_than_the_smallest_type() -> None:
    assert all(min(type_sizes(size).values()) >= SMALLEST_TEXT for size in (7, 7.5, 8.25, 9))


# Columns

ROOM = Room(columns=3, first=190.0, later=187.0)


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


@given(st.floats(50, 5000))
def test_the_size_stays_between_seven_and_nine_points(height: float) -> None:
    strip = Strip(8.25, 20.0, (Unit("block", 0, height),))
    size = expected_size(strip, ROOM, target_pages(strip, ROOM, None))
    assert size is not None
    assert SMALLEST_TEXT <= size <= LARGEST_TEXT


def test_every_kind_of_place_has_its_cost() -> None:
    _, kinds = numbered(sheet(NOTE).body, 8)
    assert set(kinds) <= set(COSTS)


def test_a_table_that_goes_on_has_its_head_again() -> None:
    rows = "".join(f'<tr id="u{at}"><td>{at}</td></tr>' for at in range(3))
    body = f'<main><table class="t"><thead><tr><th>a</th></tr></thead><tbody>{rows}</tbody></table></main>'
    from exporter.sheet.fit import Plan

    split = in_columns(body, Plan(1, (2,)))
    assert split.count("<thead>") == 2
    assert re.sub(r"<[^>]*>", "", split) == "a01a2"


# Colours and paper


def accent_pairs() -> list[tuple[str, str]]:
    plain = [(accent.ink, ground) for accent in ACCENTS for ground in ("#ffffff", accent.tint)]
    inks = [COLOURS[name] for name in ("ink", "body", "mute")]
    grounds = ["#ffffff", COLOURS["tint"], *(accent.tint for accent in ACCENTS)]
    return [*plain, *((ink, ground) for ink in inks for ground in grounds), (INK_SAVER_COLOURS["mute"], "#ffffff")]


@pytest.mark.parametrize(("ink", "ground"), accent_pairs())
def test_every_pair_of_colours_can_be_read(ink: str, ground: str) -> None:
    assert contrast(ink, ground) >= 4.5


def test_colours_in_the_style_sheet_come_from_the_table() -> None:
    assert set(re.findall(r"#[0-9a-f]{3,6}\b", house_style())) <= {"#fff"}


def test_a_light_accent_of_the_users_is_darkened_until_it_can_be_read() -> None:
    (accent,) = accents_of(SheetSettings(accents=("#ffd400",)))
    assert contrast(accent.ink, "#ffffff") >= 4.5
    assert contrast(accent.ink, accent.tint) >= 4.5


def test_an_ink_saver_has_no_colours() -> None:
    assert {accent.tint for accent in accents_of(SheetSettings(ink_saver=True))} == {"#ffffff"}


@pytest.mark.parametrize(
    ("size", "orientation", "columns"),
    [
        ("a4", "landscape", 3),
        ("a4", "portrait", 2),
        ("a5", "portrait", 1),
        ("a3", "landscape", 4),
        ("letter", "landscape", 3),
    ],
)
def test_paper_has_its_columns(size: str, orientation: str, columns: int) -> None:
    page = page_of(SheetSettings(size=size, orientation=orientation))  # type: ignore[arg-type]
    assert page.columns == columns
    assert (page.width > page.height) == (orientation == "landscape")
    assert cells_at(9, page.column_width) >= 40


def test_one_thing_is_counted_as_one() -> None:
    english, korean = LABELS["en"], LABELS["ko"]
    assert [english.counted(number, english.commands) for number in (1, 6)] == ["1 command", "6 commands"]
    assert korean.counted(6, korean.commands) == "명령 6"
