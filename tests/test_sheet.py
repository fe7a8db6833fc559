"""The sheet before it is printed: what it says, in which colours, on which paper. Nothing here needs Pango."""

from __future__ import annotations

import re
from dataclasses import replace
from html import unescape
from itertools import pairwise

import pytest

from exporter.kramdown import nodes as n
from exporter.kramdown import parse
from exporter.recognise import recognise
from exporter.settings import SheetSettings
from exporter.sheet import Sheet, sheet_of
from exporter.sheet.code import cells_at
from exporter.sheet.document import COLOURS, INK_SAVER_COLOURS, INK_SAVER_STYLE, house_style
from exporter.sheet.glue import JOINER
from exporter.sheet.headings import levelled
from exporter.sheet.labels import LABELS
from exporter.sheet.layout import numbered
from exporter.sheet.naming import one_line
from exporter.sheet.page import accents_of, contrast, page_of
from exporter.sheet.starts import COSTS
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


def glue_free(html: str) -> str:
    return html.replace(JOINER, "")


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
    assert '<b class="term">-</b>' in glue_free(sheet_of(note, SheetSettings()).body)


def test_an_index_too_long_for_the_head_stands_behind_the_note() -> None:
    body = sheet("".join(f"### `docker tool{at} run`\n\n{at}번째 일을 하는 명령어\n\n" for at in range(200))).body
    head, _, main = body.partition("<main>")
    assert 'class="index"' not in head
    index = main[main.index('<nav class="index">') :]
    assert index.count("<a href") == 200
    assert index.count('data-u="block"') == 25


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


def test_breaks_that_only_hold_blocks_apart_are_left_out() -> None:
    body = sheet("- one<br>two<br><br>\n- three\n\n<br>\nfour\n").body
    assert visible(body).split() == ["one", "two", "three", "four"] or "one" in visible(body)
    assert body.count("<br>") == 1


def test_what_shows_nothing_takes_no_room() -> None:
    body = sheet('Text.\n\n<a id="here"></a>\n\n* * *\n').body.split("<main>")[1]
    assert body.count("<p") == 1


def test_a_bracket_behind_a_name_is_printed_with_it() -> None:
    note = recognise(parse(SourceFile("a.md", "## List (`ls`)\n\nShows files.\n\n```\n$ ls -l\n```\n")), key="a")
    assert "List (ls)" in visible(sheet_of(note, SheetSettings()).body)


def test_a_picture_that_is_not_there_keeps_its_words() -> None:
    note = recognise(parse(SourceFile("a.md", "![a graph](https://example.org/a.png) ![tree](b.png)\n")), key="a")
    body = sheet_of(note, SheetSettings(), picture={"b.png": "file:///notes/b.png"}.get).body
    assert re.findall(r'<span class="missing">([^<]*)', glue_free(body)) == ["a graph"]
    assert re.findall(r'<img src="([^"]*)"', body) == ["file:///notes/b.png"]


def test_a_narrow_column_of_a_table_stays_in_one_line() -> None:
    classes = re.findall(
        r'<table class="([^"]*)"', sheet("| `-a` | every file |\n| `-l` | " + "long " * 20 + "|\n").body
    )
    assert classes == ["t key brief n1"]


def test_the_flag_of_an_option_written_as_text_is_set_as_code() -> None:
    body = sheet("## `docker run`\n\n- -p 호스트포트:컨테이너포트 : 포트를 이음\n- -d : 뒤에서 실행함\n").body
    assert re.findall(r'<th[^>]*><span class="m">([^<]*)', glue_free(body)) == ["-p", "-d"]


def test_emoji_become_signs_that_a_face_has() -> None:
    assert "✓" in visible(sheet("- ✅ 완료\n").body)


def test_key_caps_become_digits_in_circles() -> None:
    assert "① 첫째 ⑨ 끝" in visible(sheet("1\ufe0f\u20e3 첫째 9\u20e3 끝\n").body)


def test_an_items_own_items_stay_with_it_more_gladly_than_with_each_other() -> None:
    _, kinds = numbered(sheet("글\n\n1. 하나\n   - 속\n   - 속\n2. 둘\n").body, 8)
    assert kinds[1:] == ("block", "stay", "under", "stay", "deep", "item")
    assert COSTS["under"] > COSTS["deep"] > COSTS["item"]


def test_every_kind_of_place_has_its_cost() -> None:
    _, kinds = numbered(sheet(NOTE).body, 8)
    assert set(kinds) <= set(COSTS)


# Colours and paper


def rules(style: str) -> list[dict[str, str]]:
    """The declarations of each rule of a style sheet."""
    blocks = re.findall(r"\{([^{}]*)\}", re.sub(r"/\*.*?\*/", "", style, flags=re.S))
    return [dict(part.strip().split(":", 1) for part in block.split(";") if ":" in part) for block in blocks]


def named(value: str, colours: dict[str, str]) -> str | None:
    """The colour that a declaration's value is, None if it is no plain colour."""
    found = re.search(r"var\(--([\w-]+)\)|(#[0-9a-fA-F]{3,6})\b|\bnone\b", value)
    return None if found is None else (colours.get(found[1]) if found[1] else found[2] or "#ffffff")


def pairs_in(style: str, colours: dict[str, str]) -> set[tuple[str, str]]:
    """Every colour of text in a style sheet with each ground it may lie on: white, the tints, its rule's own."""
    grounds = {"#ffffff", colours["tint"], colours["at"]}
    pairs = set()
    for rule in rules(style):
        if ink := named(rule.get("color", ""), colours):
            own = named(rule.get("background", ""), colours)
            pairs |= {(ink, ground) for ground in ({own} if own else grounds)}
    return pairs


CHOICES = (
    SheetSettings(),
    SheetSettings(ink_saver=True),
    SheetSettings(accents=("#ffd400", "#00c8ff", "#f06", "#ffffff", "#000")),
)


@pytest.mark.parametrize("settings", CHOICES, ids=["ours", "ink-saver", "the user's"])
def test_every_pair_of_colours_can_be_read(settings: SheetSettings) -> None:
    colours = COLOURS | (INK_SAVER_COLOURS if settings.ink_saver else {})
    look = house_style() + (INK_SAVER_STYLE if settings.ink_saver else "")
    pairs: set[tuple[str, str]] = set()
    for accent in accents_of(settings):
        pairs |= pairs_in(look, {**colours, "a": accent.ink, "a0": accent.ink, "at": accent.tint})
    assert len(pairs) >= 4
    assert {pair for pair in pairs if contrast(*pair) < 4.5} == set()


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


def test_no_level_of_headings_is_skipped_on_the_way_down() -> None:
    """A command right below a section's band is one level below it, and looks as every command does."""
    body, _ = numbered(sheet("# t\n\n## tar\n\n### `tar -x`\n\nUnpacks an archive.\n").body, 9)
    levels = [int(level) for level in re.findall(r"<h([1-6])", body)]
    assert levels[0] == 1
    assert all(after <= before + 1 for before, after in pairwise(levels))
    assert re.findall(r"</h([1-6])>", body) == [str(level) for level in levels]
    assert levelled('<h1>a</h1><h4 id="c1">b</h4><h2 class="x">c</h2><h5>d</h5>') == (
        '<h1 class="h1">a</h1><h2 class="h4" id="c1">b</h2><h2 class="h2 x">c</h2><h3 class="h5">d</h3>'
    )
