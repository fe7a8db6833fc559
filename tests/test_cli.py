"""The command line as a user meets it: what is printed where, and with which exit code."""

from __future__ import annotations

import json
import os
import pty
import re
import subprocess
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner

from exporter import __version__, pdf
from exporter.__main__ import main
from exporter.kramdown.nodes import Document
from exporter.settings import ReadSettings
from exporter.study import StudyNote
from tests.projects import COMMIT, PULL, Place


@pytest.fixture
def place(tmp_path: Path) -> Place:
    made = Place(tmp_path)
    made.write("pull.md", PULL)
    return made


def test_the_version_and_the_help_are_printed(place: Place) -> None:
    assert place.run("--version", expect=0).stdout == f"kramdeck {__version__}\n"
    shown = place.run("--help", expect=0).stdout
    for command in ("alias", "build", "cache", "check", "diff", "doctor", "facts", "show", "watch"):
        assert re.search(rf"^  {command} ", shown, re.MULTILINE)


def test_wrong_usage_exits_2(place: Place) -> None:
    for arguments in (["build", "--only", "cake"], ["nonsense"], ["facts"], ["show", "notes/none.md"]):
        assert "Traceback" not in place.run(*arguments, expect=2).stderr


def test_a_build_says_what_it_did_and_then_that_there_is_nothing_to_do(place: Place) -> None:
    done = place.run("build", "notes", "-o", "out", "--only", "deck", expect=0)
    assert "Wrote out/notes.apkg" in done.stdout
    assert done.stderr == ""
    again = place.run("build", "notes", "-o", "out", "--only", "deck", expect=0)
    assert again.stdout.startswith("Nothing changed: 1 note, ")


def test_without_a_source_the_folder_source_is_built_or_else_this_one(place: Place) -> None:
    place.notes.rename(place.folder / "source")
    place.run("build", "--only", "deck", expect=0)
    assert (place.folder / "build" / "source.apkg").exists()
    inside = subprocess.run(
        [sys.executable, "-m", "exporter", "build", "--only", "deck", "-o", "../other"],
        cwd=place.folder / "source",
        env=place.environment(),
        check=True,
        capture_output=True,
    )
    assert b"other/source.apkg" in inside.stdout


def test_an_error_in_a_note_is_drawn_with_its_place_and_exits_1(place: Place) -> None:
    place.write("git.md", "---\ntitle: [\n---\n" + COMMIT)
    done = place.run("build", "notes", "-o", "out", "--only", "deck", expect=1)
    assert "error[front-matter-invalid]" in done.stderr
    assert re.search(r"--> notes/git\.md:\d+:\d+\n", done.stderr)
    assert "Traceback" not in done.stderr
    assert "Wrote out/notes.apkg" in done.stdout


def test_warnings_exit_1_only_when_strict(place: Place) -> None:
    place.write("kramdeck.toml", "[deck]\nnmae = 'x'\n")
    arguments = ("build", "notes", "-o", "out", "--only", "deck")
    done = place.run(*arguments, expect=0)
    assert "warning[settings-unknown]" in done.stderr
    for _ in range(2):
        assert "warning[settings-unknown]" in place.run(*arguments, "--strict", expect=1).stderr


def test_the_report_is_json_with_all_counts(place: Place) -> None:
    place.run("build", "notes", "-o", "out", "--only", "deck", "--report", "out/report.json", expect=0)
    report = json.loads((place.out / "report.json").read_text("utf-8"))
    assert report["notes"] == 1
    assert report["facts"] == {"command": 1, "synopsis": 1, "option": 1}
    assert len(report["cards"]["new"]) == report["cards"]["total"] > 0
    assert report["written"] == ["out/notes.apkg"]
    assert set(report["seconds"]) >= {"read", "cards", "all"}
    place.run("build", "notes", "-o", "out", "--only", "deck", "--report", "out/report.json", expect=0)
    again = json.loads((place.out / "report.json").read_text("utf-8"))
    assert (again["facts"], again["cards"]["total"]) == (report["facts"], report["cards"]["total"])


def test_a_report_that_can_not_be_written_is_told(place: Place) -> None:
    done = place.run("build", "notes", "-o", "out", "--only", "deck", "--report", "/proc/none/report.json", expect=1)
    assert "Traceback" not in done.stderr
    assert "report.json" in done.stderr


def test_facts_are_json_lines_with_the_lines_of_the_file(place: Place) -> None:
    place.write("git.md", COMMIT)
    done = place.run("facts", "notes/pull.md", "notes/git.md", expect=0)
    facts = [json.loads(line) for line in done.stdout.splitlines()]
    assert [(fact["kind"], fact["line"]) for fact in facts if fact["kind"] == "command"] == [
        ("command", 3),
        ("command", 1),
    ]


@pytest.mark.parametrize("stage", ["html", "tree", "note", "outline", "facts", "cards", "sheet"])
def test_every_stage_can_be_shown(place: Place, stage: str) -> None:
    shown = place.run("show", "notes/pull.md", "--stage", stage, expect=0)
    assert "docker image pull" in shown.stdout


def test_check_shows_remarks_too_and_makes_nothing(place: Place) -> None:
    place.write("git.md", "## `git gc`\n\nCleans up.\n\nthe image becomes <none> then\n")
    done = place.run("check", "notes", expect=0)
    assert "[placeholder-tag]: `<none>`" in done.stdout
    assert re.search(r"^notes/git.md\n +1  command +git gc: Cleans up\.$", done.stdout, re.MULTILINE)
    assert "command" not in place.run("check", "notes", "--brief", expect=0).stdout
    assert not (place.folder / "build").exists()
    assert not (place.notes / "kramdeck.lock").exists()


def test_diff_shows_old_and_new_text(place: Place) -> None:
    arguments = ("build", "notes", "-o", "out", "--only", "deck")
    place.run(*arguments, expect=0)
    place.write("pull.md", PULL.replace("진행 상황을 보이지 않음", "조용히 내려받음"))
    place.write("git.md", COMMIT)
    shown = place.run("diff", "notes", "-o", "out", "--only", "deck", expect=0).stdout
    assert "+ git / command / git commit" in shown
    assert "~ pull / option / docker image pull / --quiet" in shown
    assert re.search(r"- .*진행 상황을 보이지 않음", shown)
    assert re.search(r"\+ .*조용히 내려받음", shown)
    assert "would write out/notes.apkg" in shown
    found = json.loads(place.run("diff", "notes", "-o", "out", "--only", "deck", "--json", expect=0).stdout)
    assert {card["what"] for card in found["cards"]} == {"new", "changed"}
    place.run(*arguments, expect=0)
    assert place.run("diff", "notes", "-o", "out", "--only", "deck", expect=0).stdout == ""


def test_alias_gives_a_renamed_card_its_history(place: Place) -> None:
    arguments = ("build", "notes", "-o", "out", "--only", "deck")
    place.run(*arguments, expect=0)
    guid = _guid(place, "pull / command / docker image pull")
    place.write("pull.md", "**1) `podman fetch`**\n\n- 원격 저장소에서 꾸러미를 가져옴\n")
    place.run(*arguments, expect=0)
    old, new = "pull / command / docker image pull", "pull / command / podman fetch"
    assert _guid(place, new) != guid
    place.run("alias", old, new, "--source", "notes", expect=0)
    assert _guid(place, new) == guid
    assert "no card was ever called" in place.run("alias", "x", new, "--source", "notes", expect=1).stderr


def _guid(place: Place, key: str) -> str:
    lines = (place.notes / "kramdeck.lock").read_text("utf-8").splitlines()
    return next(str(values[2]) for values in map(json.loads, lines) if values[0] == key)


def test_the_cache_is_cleared(place: Place) -> None:
    place.run("build", "notes", "-o", "out", "--only", "deck", expect=0)
    assert list((place.folder / "cache").iterdir())
    place.run("cache", "clear", expect=0)
    assert not list((place.folder / "cache").glob("made*"))


def test_the_doctor_names_what_it_looks_at(place: Place) -> None:
    shown = place.run("doctor").stdout
    for name in ("Python", "Pango", "libharfbuzz-subset", "cache", "kramdown"):
        assert name in shown


def test_progress_is_drawn_on_a_terminal_and_not_in_a_pipe(place: Place) -> None:
    for number in range(5):
        place.write(f"note-{number}.md", COMMIT.replace("commit", f"command{number}"))
    piped = place.run("build", "notes", "-o", "out", "--only", "deck", expect=0)
    assert piped.stderr == ""
    assert "Notes" in _on_terminal(place, "build", "notes", "-o", "out2", "--only", "deck", "--force")


@pytest.mark.skipif(pdf.available() is not None, reason=pdf.available() or "")
def test_a_book_tells_its_chapters_as_they_are_laid_out(place: Place) -> None:
    place.write("commit.md", COMMIT)
    shown = _on_terminal(place, "build", "notes", "-o", "out", "--only", "handbook")
    assert re.search(r"Notes .* 50%  git commit.*Notes .*100%", shown, re.S)


def _on_terminal(place: Place, *arguments: str) -> str:
    """What the command writes to a terminal."""
    ours, theirs = pty.openpty()
    child = subprocess.Popen(
        [sys.executable, "-m", "exporter", *arguments],
        cwd=place.folder,
        env={**place.environment(), "TERM": "xterm"},
        stdout=subprocess.DEVNULL,
        stderr=theirs,
    )
    os.close(theirs)
    shown = b""
    try:
        while part := os.read(ours, 4096):
            shown += part
    except OSError:  # Linux ends a terminal so
        pass
    finally:
        os.close(ours)
    assert child.wait() == 0
    return shown.decode()


@pytest.mark.parametrize("command", [["facts"], ["show", "--stage", "note"], ["show", "--stage", "cards"]])
def test_a_stage_that_fails_on_a_note_is_told_and_the_next_note_is_shown(
    place: Place, monkeypatch: pytest.MonkeyPatch, command: list[str]
) -> None:
    import exporter.recognise
    from exporter.cli import cli

    real = exporter.recognise.recognise

    def fails_on_broken(document: Document, *, key: str, read: ReadSettings) -> StudyNote:
        if key == "broken":
            raise RecursionError("too deep")
        return real(document, key=key, read=read)

    monkeypatch.setattr(exporter.recognise, "recognise", fails_on_broken)
    paths = [str(place.write(name, COMMIT)) for name in ("broken.md", "whole.md")]
    done = CliRunner().invoke(cli, [*command, *paths])
    assert done.exit_code == 1
    assert "error[internal-error]" in done.stderr
    assert "broken.md" in done.stderr
    assert "git commit" in done.stdout


@pytest.mark.parametrize(("what", "code"), [(KeyboardInterrupt(), 130), (SystemExit(143), 143)])
def test_what_ends_a_command_while_its_modules_load_leaves_no_traceback(
    monkeypatch: pytest.MonkeyPatch, what: BaseException, code: int
) -> None:
    def loading(**_: object) -> None:
        raise RuntimeError("Error calling __set_name__") from what

    monkeypatch.setattr("exporter.cli.cli", loading)
    monkeypatch.setattr(sys, "argv", ["kramdeck", "check"])
    with pytest.raises(SystemExit) as ended:
        main()
    assert ended.value.code == code


def test_a_fault_of_our_own_is_not_taken_for_an_interrupt(monkeypatch: pytest.MonkeyPatch) -> None:
    def failing(**_: object) -> None:
        raise RuntimeError("a fault")

    monkeypatch.setattr("exporter.cli.cli", failing)
    monkeypatch.setattr(sys, "argv", ["kramdeck", "check"])
    with pytest.raises(RuntimeError, match="a fault"):
        main()
