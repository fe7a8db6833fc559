"""Building: what is done, what is left alone, and what a broken thing can't spoil."""

from __future__ import annotations

import os
import shutil
import signal
import sqlite3
from pathlib import Path
from typing import cast

import pytest

from exporter.build.exporters import EXPORTERS, Exporter, Page
from exporter.build.listing import cache_folder
from exporter.build.pictures import picture_address, picture_path
from exporter.build.run import Request, build
from exporter.build.store import open_store
from exporter.diagnostics import Diagnostic, Severity
from exporter.kramdown.nodes import Document
from exporter.settings import ReadSettings, Settings
from exporter.study import StudyNote
from tests.projects import COMMIT, PULL, Place, let_time_pass


@pytest.fixture
def place(tmp_path: Path) -> Place:
    made = Place(tmp_path)
    made.write("pull.md", PULL)
    made.write("git/commit.md", COMMIT)
    return made


def _codes(place: Place) -> list[str]:
    return [said.diagnostic.code for said in place.build().said if said.diagnostic.severity is Severity.ERROR]


# What a build makes


def test_all_notes_become_one_package_and_the_lock_file_lists_their_cards(place: Place) -> None:
    report = place.build()
    assert place.outputs() == ["notes.apkg"]
    keys = place.package()
    assert {key.split(" / ")[0] for key in keys} == {"pull", "git/commit"}
    assert report.cards.total == len(keys) == len(report.cards.new)
    lock = (place.notes / "kramdeck.lock").read_text("utf-8")
    assert all(key in lock for key in keys)


def test_the_root_deck_and_the_package_are_named_in_the_settings(place: Place) -> None:
    place.write("kramdeck.toml", '[deck]\nname = "공부::도커"\n')
    place.build()
    assert place.outputs() == ["공부-도커.apkg"]


@pytest.mark.parametrize(("name", "file"), [("collection", "deck-collection.apkg"), ("Backup-1", "deck-Backup-1.apkg")])
def test_no_package_has_a_name_that_makes_anki_replace_the_collection(place: Place, name: str, file: str) -> None:
    place.write("kramdeck.toml", f'[deck]\nname = "{name}"\n')
    place.build()
    assert place.outputs() == [file]


def test_one_note_alone_makes_a_package_of_its_own_and_takes_nothing_from_the_others(place: Place) -> None:
    before = place.build()
    report = build(Request((str(place.notes / "pull.md"),), str(place.out), "deck"))
    assert place.outputs() == ["notes.apkg", "pull.apkg"]
    assert {key.split(" / ")[0] for key in place.package("pull.apkg")} == {"pull"}
    assert report.cards.removed == ()
    assert report.cards.unchanged == before.cards.total


# What is not done again


def test_nothing_is_done_where_nothing_changed(place: Place) -> None:
    let_time_pass()
    first = place.build()
    before = place.state()
    second = place.build()
    assert (first.up_to_date, second.up_to_date) == (False, True)
    assert (second.notes, second.facts, second.cards.total) == (first.notes, first.facts, first.cards.total)
    assert place.state() == before


def test_a_note_touched_but_not_changed_changes_no_byte(place: Place) -> None:
    place.build()
    before = place.state()
    os.utime(place.notes / "pull.md")
    report = place.build()
    assert report.written == ()
    assert place.state() == before


def test_a_change_that_keeps_size_and_time_is_seen(place: Place) -> None:
    note = place.write("pull.md", PULL)
    place.build()
    times = note.stat()
    note.write_text(PULL.replace("--quiet", "--quick"), "utf-8")
    os.utime(note, ns=(times.st_atime_ns, times.st_mtime_ns))
    assert place.build().written
    assert any("--quick" in key for key in place.package())


def test_the_same_notes_make_the_same_bytes_with_and_without_the_store(place: Place) -> None:
    place.build()
    before = place.state()
    place.build(force=True)
    assert place.state() == before
    (place.out / "notes.apkg").unlink()
    place.build()
    assert place.state() == before


def test_a_deck_changed_note_by_note_has_the_bytes_of_one_made_at_once(place: Place) -> None:
    for text in (PULL.replace("pull", "push"), PULL.replace("`--quiet` 옵션", "`--all` 옵션"), PULL + "\n- 끝\n"):
        place.write("pull.md", text)
        place.build()
    before = place.state()
    shutil.rmtree(cache_folder())
    (place.out / "notes.apkg").unlink()
    place.build()
    assert place.state() == before


@pytest.mark.parametrize("damage", [b"", b"not a database", None])
def test_a_store_that_is_damaged_or_gone_is_made_anew(place: Place, damage: bytes | None) -> None:
    place.build()
    before = place.state()
    path = Path(cache_folder()) / "made.sqlite"
    if damage is None:
        path.unlink()
    else:
        path.write_bytes(damage)
    (place.out / "notes.apkg").unlink()
    place.build()
    assert place.state() == before


def test_a_value_damaged_in_the_store_is_not_believed(place: Place) -> None:
    place.build()
    before = place.state()
    with sqlite3.connect(Path(cache_folder()) / "made.sqlite") as connection:
        connection.execute("UPDATE made SET value = zeroblob(100)")
    connection.close()
    (place.out / "notes.apkg").unlink()
    place.build()
    assert place.state() == before


def test_the_store_gives_back_what_was_put(place: Place) -> None:
    with open_store() as store:
        store.put({"a": b"1", "b": b"2"})
    with open_store() as store:
        assert dict(store.get(["a", "b", "c"])) == {"a": b"1", "b": b"2"}


@pytest.mark.parametrize("at", [3, 40, -1])
def test_a_manifest_that_is_damaged_is_the_same_as_none(place: Place, at: int) -> None:
    let_time_pass()
    place.build()
    before = place.state()
    assert place.build().up_to_date
    for manifest in Path(cache_folder(), "builds").iterdir():
        if manifest.suffix != ".lock":
            data = bytearray(manifest.read_bytes())
            data[at] ^= 0x55
            manifest.write_bytes(data)
    assert not place.build().up_to_date
    assert place.state() == before


def test_a_setting_that_changes_builds_again(place: Place) -> None:
    place.build()
    place.write("kramdeck.toml", "[deck]\ntyped = false\n")
    assert place.build().cards.changed


# What goes


def test_a_note_that_is_gone_takes_its_cards_along_and_anki_is_told_by_a_small_package(place: Place) -> None:
    place.build()
    (place.notes / "git/commit.md").unlink()
    report = place.build()
    assert {key.split(" / ")[0] for key in place.package()} == {"pull"}
    assert {key.split(" / ")[0] for key in place.package("notes-removed.apkg")} == {"git/commit"}
    assert len(report.cards.removed) == len(place.package("notes-removed.apkg"))
    place.write("pull.md", PULL + "\n끝\n")
    place.build()
    assert "notes-removed.apkg" in place.outputs()


def test_the_package_of_removed_cards_is_written_again_only_when_others_are_removed(place: Place) -> None:
    place.write("log.md", COMMIT.replace("commit", "log"))
    place.build()
    (place.notes / "pull.md").unlink()
    place.build()
    first = place.package("notes-removed.apkg")
    place.write("git/commit.md", COMMIT.replace("new commit", "commit"))
    assert [Path(path).name for path in place.build().written] == ["notes.apkg"]
    (place.notes / "log.md").unlink()
    assert [Path(path).name for path in place.build().written] == ["notes-removed.apkg", "notes.apkg"]
    assert set(place.package("notes-removed.apkg")) > set(first)


def test_a_renamed_deck_leaves_no_old_package(place: Place) -> None:
    place.build()
    place.write("kramdeck.toml", '[deck]\nname = "다른 이름"\n')
    report = place.build()
    assert place.outputs() == ["다른 이름.apkg"]
    assert report.deleted == (os.path.join(str(place.out), "notes.apkg"),)


def test_only_what_the_tool_wrote_is_removed(place: Place) -> None:
    place.build()
    (place.out / "mine.apkg").write_bytes(b"mine")
    (place.out / "notes.apkg").write_bytes(b"changed by hand")
    place.write("kramdeck.toml", '[deck]\nname = "neu"\n')
    place.build()
    assert place.outputs() == ["mine.apkg", "neu.apkg", "notes.apkg"]


# What is wrong


def test_a_note_that_is_not_utf8_keeps_its_last_good_cards(place: Place) -> None:
    place.build()
    before = place.package()
    place.write("pull.md", "# 이미지".encode("cp949"))
    place.write("new.md", COMMIT.replace("commit", "status"))
    assert _codes(place) == ["not-utf8"]
    assert set(before) < set(place.package())
    assert _codes(place) == ["not-utf8"], "an error is told again as long as it is there"


def test_a_broken_note_whose_last_reading_is_lost_keeps_its_entries(place: Place) -> None:
    place.build()
    lock = (place.notes / "kramdeck.lock").read_text("utf-8")
    (Path(cache_folder()) / "made.sqlite").unlink()
    place.write("pull.md", b"\xff")
    assert _codes(place) == ["not-utf8"]
    assert {key.split(" / ")[0] for key in place.package()} == {"git/commit"}
    assert (place.notes / "kramdeck.lock").read_text("utf-8") == lock
    place.write("pull.md", PULL)
    report = place.build()
    assert (report.cards.new, report.cards.changed, report.cards.removed) == ((), (), ())


def test_broken_front_matter_is_an_error_of_that_note_alone(place: Place) -> None:
    place.build()
    place.write("git/commit.md", "---\ntitle: [\n---\n" + COMMIT)
    assert _codes(place) == ["front-matter-invalid"]
    assert {key.split(" / ")[0] for key in place.package()} == {"pull", "git/commit"}


def test_a_damaged_lock_file_is_told_and_nothing_is_written(place: Place) -> None:
    place.build()
    lock = place.notes / "kramdeck.lock"
    lock.write_text(lock.read_text("utf-8") + "<<<<<<< mine\n", "utf-8")
    before = place.state()
    place.write("pull.md", PULL + "\n- `-a` 옵션\n  - 모든 태그를 내려받음\n")
    assert _codes(place) == ["lock-conflict"]
    assert place.state() == before


def test_broken_settings_are_told_with_their_place(place: Place) -> None:
    place.write("kramdeck.toml", "[deck\n")
    report = place.build()
    assert [said.path for said in report.said] == [os.path.join(str(place.notes), "kramdeck.toml")]
    assert [said.diagnostic.code for said in report.said] == ["settings-invalid"]


def test_no_notes_and_no_folder_are_told(tmp_path: Path) -> None:
    (tmp_path / "empty").mkdir()
    for source, code in (("empty", "no-notes"), ("nowhere", "source-missing")):
        report = build(Request((str(tmp_path / source),), str(tmp_path / "out")))
        assert [said.diagnostic.code for said in report.said] == [code]
    assert not (tmp_path / "out").exists()


def test_an_output_folder_that_can_not_be_made_is_told(place: Place) -> None:
    place.write("file", b"")
    report = build(Request((str(place.notes),), str(place.notes / "file"), "deck"))
    assert [said.diagnostic.code for said in report.said] == ["not-writable"]


def test_a_folder_in_the_place_of_an_output_is_told_and_the_rest_is_made(place: Place) -> None:
    (place.out / "notes.apkg").mkdir(parents=True)
    assert _codes(place) == ["not-writable"]
    (place.out / "notes.apkg").rmdir()
    assert _codes(place) == []
    assert place.package()


def test_two_notes_with_one_name_are_told(place: Place) -> None:
    place.write("pull.markdown", PULL)
    assert _codes(place) == ["duplicate-note"]


def test_a_note_a_stage_fails_on_is_told_and_the_others_are_built(
    place: Place, monkeypatch: pytest.MonkeyPatch
) -> None:
    import exporter.recognise

    real = exporter.recognise.recognise

    def fails_on_git(document: Document, *, key: str, read: ReadSettings) -> StudyNote:
        if key.startswith("git"):
            raise RecursionError("too deep")
        return real(document, key=key, read=read)

    monkeypatch.setattr(exporter.recognise, "recognise", fails_on_git)
    assert _codes(place) == ["internal-error"]
    assert {key.split(" / ")[0] for key in place.package()} == {"pull"}


def test_a_note_that_kills_its_worker_is_told_and_the_others_are_printed(
    place: Place, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Only the scheduling is looked at: the exporter is put in for this test, and writes to this test's cache."""

    def deadly(note: StudyNote, _settings: Settings, _folder: str, _root: str) -> Page:
        if note.key == "pull":
            os.kill(os.getpid(), signal.SIGKILL)
        return Page(".pdf", note.key.encode())

    monkeypatch.setitem(cast("dict[str, Exporter]", EXPORTERS), "sheet", Exporter(deadly, (".pdf",)))
    place.write("log.md", COMMIT.replace("commit", "log"))
    report = build(Request((str(place.notes),), str(place.out), "sheet", workers=2))
    assert [(said.path, said.diagnostic.code) for said in report.said] == [
        (str(place.notes / "pull.md"), "internal-error")
    ]
    assert place.outputs() == ["git/commit.pdf", "log.pdf"]


@pytest.mark.parametrize("ready", [False, True])
def test_progress_says_when_faces_are_prepared_first(
    place: Place, monkeypatch: pytest.MonkeyPatch, ready: bool
) -> None:
    told: list[tuple[int, int, str]] = []
    monkeypatch.setattr("exporter.build.printing.ready", lambda *_: ready)
    monkeypatch.setattr("exporter.build.printing.pdf.available", lambda: None)
    made = Exporter(lambda note, *_: Page(".pdf", note.key.encode()), (".pdf",))
    monkeypatch.setitem(cast("dict[str, Exporter]", EXPORTERS), "sheet", made)
    request = Request((str(place.notes),), str(place.out), "sheet", workers=1)
    build(request, lambda done, total, name: told.append((done, total, name)))
    notes = [(1, 2, "git/commit.md"), (2, 2, "pull.md")]
    assert told == (notes if ready else [(0, 2, "preparing the faces, this once"), *notes])


@pytest.mark.parametrize("had_one", [False, True])
def test_a_page_that_can_not_be_made_leaves_the_last_good_one(
    place: Place, monkeypatch: pytest.MonkeyPatch, had_one: bool
) -> None:
    fails = False

    def printing(note: StudyNote, _settings: Settings, _folder: str, _root: str) -> Page:
        if fails and note.key == "pull":
            return Page(
                ".pdf", b"", 0, (Diagnostic("not-printed", Severity.ERROR, "it takes too long", None, "cut it"),)
            )
        return Page(".pdf", note.key.encode())

    def run() -> list[tuple[str | None, str]]:
        report = build(Request((str(place.notes),), str(place.out), "sheet", workers=1))
        return [(said.path, said.diagnostic.code) for said in report.said]

    monkeypatch.setitem(cast("dict[str, Exporter]", EXPORTERS), "sheet", Exporter(printing, (".pdf",)))
    if had_one:
        assert run() == []
        place.write("pull.md", PULL + "\nMore.\n")
    fails = True
    for _ in range(2):  # and it is tried again, told of again
        let_time_pass()
        assert run() == [(str(place.notes / "pull.md"), "not-printed")]
        assert place.outputs() == ["git/commit.pdf", *(["pull.pdf"] if had_one else [])]
    assert all((place.out / name).read_bytes() for name in place.outputs())
    fails = False
    let_time_pass()
    assert run() == []
    assert (place.out / "pull.pdf").read_bytes() == b"pull"


# Pictures


@pytest.mark.parametrize(
    ("source", "path"),
    [
        ("a.png", "/site/notes/a.png"),
        ("/img/a.png", "/site/img/a.png"),
        ("{{ site.url }}{{ site.baseurl }}/img/a.png", "/site/img/a.png"),
        ("{{site.baseurl}}img/a.png", "/site/img/a.png"),
        ('{{ "/img/a.png" | relative_url }}', "/site/img/a.png"),
        ('{{"/img/a.png"}}', "/site/img/a.png"),
        ("https://example.org/a.png", None),
    ],
)
def test_a_picture_is_looked_for_where_the_site_has_it(source: str, path: str | None) -> None:
    assert picture_path(source, "/site/notes", "/site") == path


def test_only_pictures_in_the_projects_folder_are_shown(tmp_path: Path) -> None:
    root = tmp_path / "site"
    (root / "notes").mkdir(parents=True)
    for path in (tmp_path / "out.png", root / "in.png", root / "secret.txt"):
        path.write_bytes(b"bytes")
    (root / "link.png").symlink_to(tmp_path / "out.png")
    shown = [
        picture_address(source, str(root / "notes"), str(root))
        for source in ("../in.png", "/in.png", "{{ site.url }}/in.png", "../../out.png", "/link.png", "/secret.txt")
    ]
    assert shown == [(root / "in.png").as_uri()] * 3 + [None] * 3


def test_a_picture_goes_into_the_deck_and_its_change_is_seen(place: Place) -> None:
    picture = "## `git log`\n\nShows the history.\n\n![graph](graph.png)\n"
    place.write("log.md", picture)
    report = place.build()
    assert "image-not-found" in [said.diagnostic.code for said in report.said]
    place.write("graph.png", b"\x89PNG one")
    let_time_pass()
    assert place.build().said == ()
    let_time_pass()
    assert place.build().up_to_date
    place.write("graph.png", b"\x89PNG two")
    assert not place.build().up_to_date


# Before it is done


def test_a_dry_run_says_what_a_build_then_does_and_writes_nothing(place: Place) -> None:
    place.build()
    before = place.state()
    place.write("pull.md", PULL.replace("진행 상황을 보이지 않음", "조용히 내려받음"))
    planned = place.build(dry_run=True)
    assert place.state() == before
    done = place.build()
    assert planned.cards == done.cards
    assert planned.written == done.written
    assert done.cards.changed
