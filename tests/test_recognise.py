"""Reading notes: every pattern reads its own sample, nothing is lost, and the user's note is read whole."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from exporter.facts import facts_of
from exporter.kramdown import parse
from exporter.kramdown.nodes import Heading, plain_text
from exporter.recognise import recognise
from exporter.recognise.code.synopsis import terms_of
from exporter.recognise.driver import read_all
from exporter.recognise.pattern import Context, Found, Here, NearMiss, Pattern
from exporter.recognise.patterns import AROUND, BLOCKS, HEADINGS
from exporter.recognise.samples import SAMPLES
from exporter.recognise.text.vocabulary import VOCABULARY
from exporter.source import SourceFile
from exporter.study import StudyNote, terms_text, text

NOTES = sorted(
    path
    for folder in ("source", "../shared/notes", "../shared/gold/notes")
    for path in (Path(__file__).parents[1] / folder).glob("**/*.md")
)


def note_of(written: str) -> StudyNote:
    return recognise(parse(SourceFile("note.md", written)), key="note")


def readers_of(written: str) -> set[str]:
    """The patterns that read something anywhere in the text, inside of entries too."""
    source = SourceFile("note.md", written)
    blocks = parse(source).blocks
    context = Context(VOCABULARY, "ko", source)
    found: set[str] = set()

    def watched(pattern: Pattern) -> Pattern:
        def read(here: Here) -> Found | NearMiss | None:
            result = pattern.read(here)
            found.update({pattern.name} if isinstance(result, Found) else set())
            return result

        return replace(pattern, read=read)

    if isinstance(blocks[0], Heading):
        read_all(blocks, tuple(map(watched, HEADINGS)), context)
        context = replace(context, trail=(plain_text(blocks[0]),))
        blocks = blocks[1:]
    read_all(blocks, tuple(map(watched, BLOCKS)), context)
    return found


@pytest.mark.parametrize("pattern", [*HEADINGS, *BLOCKS], ids=lambda pattern: pattern.name)
def test_every_pattern_reads_its_sample(pattern: Pattern) -> None:
    assert pattern.name in readers_of(pattern.looks_like)


@pytest.mark.parametrize("pattern", [*HEADINGS, *BLOCKS], ids=lambda pattern: pattern.name)
def test_no_text_of_a_sample_is_lost(pattern: Pattern) -> None:
    document = parse(SourceFile("sample.md", pattern.looks_like))
    assert text(recognise(document, key="sample")) == plain_text(*document.blocks)


@pytest.mark.parametrize("path", NOTES, ids=lambda path: path.stem)
def test_no_text_of_a_real_note_is_lost(path: Path) -> None:
    document = parse(SourceFile(str(path), path.read_text(encoding="utf-8")))
    assert text(recognise(document, key=path.stem)) == plain_text(*document.blocks)


def test_no_text_of_a_pattern_case_is_lost() -> None:
    for path in sorted((Path(__file__).parent / "cases" / "patterns").rglob("*.md")):
        document = parse(SourceFile(str(path), path.read_text(encoding="utf-8")))
        assert text(recognise(document, key=path.stem)) == plain_text(*document.blocks), path


_LINES = st.sampled_from(
    [
        "# 명령어",
        "### docker run - 실행",
        "**1) `docker ps`**",
        "- `-f` 옵션",
        "  - 설명",
        "- `ls -l` : 목록",
        "- 모두 보기 `ls -a`",
        "- `git tag v1` (marks a version)",
        "* [-a], [--all] : 모두",
        "1) 시작",
        "2) 끝",
        "docker ps [options] 이름",
        "{: .notice--info}",
        "```",
        "$ docker ps # 목록",
        "# 주석",
        "> `git branch`",
        "| `-a` | 모두 |",
        "태그는 이미지에 붙인 **별명**이다.",
        "이름 `ls` 명령으로 본다",
        "---",
        "<br>",
        "",
        "",
    ]
)


@given(st.lists(_LINES, max_size=14).map("\n".join))
@settings(max_examples=200, deadline=None)
def test_no_text_is_lost_however_lines_come_together(written: str) -> None:
    document = parse(SourceFile("note.md", written))
    assert text(recognise(document, key="note")) == plain_text(*document.blocks)


@given(st.text(alphabet='ab -[](){}<>|=."…이_', max_size=40))
def test_terms_give_the_synopsis_back(line: str) -> None:
    assert terms_text(terms_of(line)) == line


def test_the_users_note_is_read_whole() -> None:
    path = Path(__file__).parents[1] / "../shared/notes/docker-1.md"
    if not path.exists():
        pytest.skip("the user's own note is not at hand")
    note = recognise(parse(SourceFile("source/docker-1.md", path.read_text(encoding="utf-8"))), key="docker-1")
    facts = list(facts_of(note))
    assert [fact["name"] for fact in facts if fact["kind"] == "command"] == [
        "docker image build",
        "docker search",
        "docker image pull",
        "docker image ls",
        "docker image tag",
        "docker image push",
    ]
    assert all(fact["meaning"] for fact in facts if fact["kind"] == "command")
    assert [(fact["command"], fact["flags"]) for fact in facts if fact["kind"] == "option"] == [
        ("docker image build", ["-f"]),
        ("docker image build", ["--pull"]),
    ]
    assert sum(fact["kind"] == "synopsis" for fact in facts) == 6
    assert sum(fact["kind"] == "reference" for fact in facts) == 1
    assert [fact["name"] for fact in facts if fact["kind"] == "step"] == ["실행 중 상태", "정지 상태", "파기 상태"]
    terms = {fact["term"] for fact in facts if fact["kind"] == "definition"}
    assert terms >= {
        "도커 이미지",
        "Dockerfile",
        "도커 이미지를 빌드한다",
        "호스트 운영 체제",
        "태그",
        "도커 컨테이너",
    }


def test_headings_that_are_counted_are_steps_and_those_in_a_list_are_headings() -> None:
    procedure, lists = (note_of(SAMPLES[name]) for name in ("step-headings", "run-on-heading"))
    assert [fact["name"] for fact in facts_of(procedure) if fact["kind"] == "step"] == [
        "계정 만들기",
        "방화벽 열기",
        "접속 확인하기",
    ]
    assert [plain_text(*section.heading) for section in lists.sections] == ["볼륨", "파드"]


@pytest.mark.parametrize("name", [*SAMPLES])
def test_every_pattern_has_three_cases_and_one_that_must_not_be_read(name: str) -> None:
    names = [path.stem for path in (Path(__file__).parent / "cases" / "patterns" / name).glob("*.md")]
    assert len(names) >= 3
    assert any(name.startswith(("near-miss", "not-")) for name in names)


def test_a_line_of_thousands_of_characters_is_data_not_a_command() -> None:
    fence = "```\ndocker run {}\n```\n"
    shown = [[fact["kind"] for fact in facts_of(note_of(fence.format("a" * length)))] for length in (40, 5_000)]
    assert shown == [["example"], []]


def test_every_sample_is_of_a_pattern() -> None:
    assert set(SAMPLES) == {*(pattern.name for pattern in (*HEADINGS, *BLOCKS)), *AROUND}
