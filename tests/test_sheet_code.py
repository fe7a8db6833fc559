"""Code on the page: how its lines are set in their place. Nothing here needs Pango."""

from __future__ import annotations

import re
import shlex
from html import unescape

import pytest
from hypothesis import given
from hypothesis import strategies as st

from exporter.diagnostics import display_width
from exporter.sheet.code import SHRINK, code_block, set_code
from exporter.sheet.glue import JOINER
from exporter.sheet.page import SMALLEST_TEXT, type_sizes


def visible(html: str) -> str:
    return unescape(re.sub(r"<[^>]*>", "", html)).replace(JOINER, "")


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
    room = int(cells / SHRINK)
    assert all(display_width(line) + line.count("↩") <= room for line in lines_of(code, cells, shell=False))


@given(st.lists(st.text("abc/.=:", min_size=1, max_size=60), min_size=1, max_size=5), st.booleans())
def test_a_word_cut_in_a_shell_line_is_joined_again_by_the_shell(words: list[str], quoted: bool) -> None:
    line = " ".join(f'"{word} b"' if quoted else word for word in words)
    printed = "\n".join(lines_of(f"run {line}", 30))
    assert shlex.split(printed.replace("\\\n", "")) == shlex.split(f"run {line}")


def test_what_a_backslash_would_not_join_is_marked_as_cut() -> None:
    assert lines_of("echo '" + "a" * 40 + "'", 30)[0].endswith(" ↩")


def test_a_long_address_is_cut_between_its_parts() -> None:
    printed = lines_of("curl https://example.org/releases/download/latest/kramdeck.tar.gz", 40)
    assert printed == ["curl https://example.org/releases/\\", "download/latest/kramdeck.tar.gz"]


def test_a_cut_never_follows_a_backslash() -> None:
    """The one that joins the halves would be its literal."""
    printed = "\n".join(lines_of("echo " + "a" * 20 + "\\ " * 9 + "b", 30))
    assert shlex.split(printed.replace("\\\n", "")) == ["echo", "a" * 20 + " " * 9 + "b"]


def test_markup_among_a_shells_lines_is_wrapped_as_code() -> None:
    printed = lines_of("vi site.xml\n<value>one two three four five six seven</value>\nexport A=1", 34)
    assert [line for line in printed if line.endswith((" ↩", "\\"))] == [printed[1]]
    assert printed[1].endswith(" ↩")


def test_code_set_in_from_the_left_as_a_whole_begins_at_the_edge() -> None:
    assert lines_of("    git add .\n      git commit", 40) == ["git add .", "  git commit"]


def test_code_is_broken_at_blank_lines_and_not_inside_a_wrapped_one() -> None:
    code = "a1\na2\na3\n\n" + "word " * 12 + "\nb2\nb3\n\nc1\nc2\nc3"
    units = re.findall(r'<span class="l[^"]*"(?: data-u="(\w+)")?>', set_code(code_block(code, 40), 8))
    assert units == ["", "", "", "gap", "", "wrap", "wrap", "line", "line", "gap", "", "", ""]


def test_a_comment_stays_with_the_line_it_speaks_of() -> None:
    code = "a1\na2\na3\n# the next\nb1\nb2\nc1\nc2\nc3"
    units = re.findall(r'<span class="l[^"]*"(?: data-u="(\w+)")?>', set_code(code_block(code, 40), 8))
    assert units == ["", "", "", "line", "wrap", "line", "line", "", ""]


def test_the_second_column_of_a_listing_goes_on_below_itself() -> None:
    printed = lines_of("$ tool --help\n  --file [name]" + " " * 20 + "The file to read instead of the input.", 44)
    assert printed[1:] == ["  --file [name]  The file to read instead of", "                 the input."]


def test_a_comment_goes_on_as_a_comment() -> None:
    printed = lines_of("$ ls   # 숨긴 파일까지 모두 보여주고 자세한 정보도 보여줌", 34)
    assert len(printed) > 1
    assert all("# " in line for line in printed)


def test_code_is_never_smaller_than_the_smallest_type() -> None:
    assert all(min(type_sizes(size).values()) >= SMALLEST_TEXT for size in (7, 7.5, 8.25, 9))
