"""The deck in the real Anki: import, review, change the notes, import again."""

from __future__ import annotations

import random
import time
from dataclasses import dataclass, field, replace
from html import unescape
from pathlib import Path

import pytest

from exporter import apkg
from exporter.cards import cards_of
from exporter.cards.deck import Deck, Kind, NoteType
from exporter.cards.note_types import field_names, note_types
from exporter.kramdown import parse
from exporter.ledger import Ledger, Settled, outlines, read_ledger, settle, write_ledger
from exporter.recognise import recognise
from exporter.settings import DeckSettings
from exporter.source import SourceFile
from exporter.study import StudyNote
from tests.anki_backend import Anki, Imported, fresh_anki
from tests.growing_notes import Notes
from tests.study_notes import Writer

NOW = int(time.time() * 1000)
DAY = 86_400_000


@dataclass
class Project:
    """Notes built again and again: the ledger passes from build to build through its text."""

    now: int = NOW - 200 * DAY
    lock: str = ""
    decks: list[Deck] = field(default_factory=list)
    types: dict[Kind, NoteType] = field(default_factory=lambda: dict(note_types()))

    def build(self, *notes: StudyNote, typed: bool = True) -> tuple[bytes, Settled]:
        before = read_ledger(self.lock)
        assert isinstance(before, Ledger)
        self.decks = [cards_of(note, DeckSettings(typed=typed)) for note in notes]
        settled = settle(before, outlines(self.decks), self.types.values(), self.now)
        package = apkg.package(self.decks, settled.ledger, "notes")
        again = read_ledger(self.lock)
        assert isinstance(again, Ledger)
        assert (
            apkg.package(self.decks, settle(again, outlines(self.decks), self.types.values(), self.now).ledger, "notes")
            == package
        )
        self.lock = write_ledger(settled.ledger)
        return package, settled

    def expected(self, settled: Settled) -> dict[str, tuple[str, ...]]:
        """The fields of every note by guid, the source line left out."""
        return {
            settled.ledger.entries[note.key].guid: _without_source(note.kind, note.fields)
            for deck in self.decks
            for note in deck.notes
        }


def _without_source(kind: Kind, fields: tuple[str, ...]) -> tuple[str, ...]:
    at = field_names(kind).index("Source")
    return (*fields[:at], *fields[at + 1 :])


def found_in(anki: Anki) -> dict[str, tuple[str, ...]]:
    kinds = {note_type.id: note_type.kind for note_type in note_types().values()}
    rows = anki.rows("select guid, mid, flds from notes")
    return {guid: _without_source(kinds[mid], tuple(text.split("\x1f"))) for guid, mid, text in rows}


def docker(
    writer: Writer, term: str = "image", meaning: str = "a **template** of containers", key: str = "docker"
) -> StudyNote:
    command = writer.command(
        "docker image build",
        "Builds an image from a `Dockerfile`",
        writer.synopsis("docker image build [options] PATH"),
        writer.option("-t", "names the image", "NAME"),
        writer.example("build here: docker image build -t a:1 ."),
        writer.prose("The context is sent to the daemon."),
    )
    section = writer.section(
        "1. Images", writer.definition(term, meaning), command, writer.statement("use `COPY` to add files")
    )
    return writer.note(key, "Docker", section)


def test_every_card_is_made_by_anki_too_and_none_is_empty() -> None:
    package, _ = Project().build(docker(Writer()))
    with fresh_anki() as anki:
        anki.take(package)
        made = anki.col.card_count()
        assert anki.rows("select id from notes where id not in (select nid from cards)") == []
        anki.col.after_note_updates(list(anki.col.find_notes("")), mark_modified=False, generate_cards=True)
        assert anki.col.card_count() == made
        assert list(anki.col.get_empty_cards().notes) == []
        for card_id in anki.col.find_cards(""):
            shown = anki.col.get_card(card_id).render_output(reload=True)
            for text in (shown.question_text, shown.answer_text):
                assert not any(fault in text for fault in ("has a problem", "is blank", "no field called", "No cloze"))
        assert anki.col.fix_integrity()[1]


def test_new_cards_come_in_the_order_of_the_notes() -> None:
    project = Project()
    package, _ = project.build(docker(Writer(), key="b"), docker(Writer(), key="a"))
    with fresh_anki() as anki:
        anki.take(package)
        order = [
            key
            for (key,) in anki.rows(
                "select n.sfld from notes n join cards c on c.nid = n.id where c.ord = 0 order by c.due"
            )
        ]
        assert order == [note.key for deck in project.decks for note in deck.notes]


def test_an_unchanged_rebuild_is_already_present_and_touches_nothing_of_the_users() -> None:
    project = Project()
    package, _ = project.build(docker(Writer()))
    with fresh_anki() as anki:
        count = anki.take(package).new
        note = anki.col.get_note(
            anki.col.find_notes("kind")[0] if anki.col.find_notes("kind") else anki.col.find_notes("")[0]
        )
        note["Extra"] += " my own words"
        note.add_tag("mine")
        anki.col.update_note(note)
        cards = list(anki.col.find_cards(""))
        anki.col.sched.suspend_cards(cards[:1])
        anki.col.set_user_flag_for_cards(3, cards[1:2])
        model = anki.col.models.get(note.mid)
        model["css"] += ".card { color: teal }"
        anki.col.models.update_dict(model)
        before = anki.history(), anki.fields(), anki.tags()
        again, settled = project.build(docker(Writer()))
        assert anki.take(again) == Imported(0, 0, count, 0)
        assert (anki.history(), anki.fields(), anki.tags()) == before
        assert "teal" in anki.col.models.get(note.mid)["css"]
        assert (settled.report.new, settled.report.changed, settled.report.removed) == ((), (), ())


def test_a_new_look_arrives_without_touching_notes() -> None:
    project = Project()
    with fresh_anki() as anki:
        count = anki.take(project.build(docker(Writer()))[0]).new
        project.types = {kind: replace(row, css=row.css + ".new {}") for kind, row in project.types.items()}
        project.now += DAY
        package, settled = project.build(docker(Writer()))
        assert len(settled.report.unchanged) == count
        assert anki.take(package) == Imported(0, 0, count, 0)


def reviewed(anki: Anki, dice: random.Random, share: float = 0.3) -> None:
    from anki.scheduler.v3 import CardAnswer

    ratings = (CardAnswer.AGAIN, CardAnswer.HARD, CardAnswer.GOOD, CardAnswer.EASY)
    for card in anki.col.find_cards(""):
        if dice.random() < share:
            anki.answer(card, dice.choice(ratings))


def same_history_after(anki: Anki, package: bytes) -> Imported:
    before = anki.history()
    counts = anki.take(package)
    after = anki.history()
    assert {card: after.get(card) for card in before} == before
    assert counts.conflicting == 0
    return counts


def test_mended_terms_renumbered_headings_and_moved_sections_keep_their_history() -> None:
    project, dice = Project(), random.Random(1)
    with fresh_anki() as anki:
        count = anki.take(project.build(docker(Writer(), term="imgae"))[0]).new
        reviewed(anki, dice, 1)
        project.now += DAY
        counts = same_history_after(anki, project.build(docker(Writer(), term="image"))[0])
        assert (counts.new, counts.updated) == (0, 1)
        project.now += DAY
        moved = docker(Writer(), term="image", key="elsewhere/containers")
        moved = replace(moved, sections=(replace(moved.sections[0], heading=Writer().inlines("2. Images")),))
        package, settled = project.build(moved)
        counts = same_history_after(anki, package)
        assert (counts.new, counts.updated) == (0, count)
        assert len(settled.report.renamed) == count
        assert found_in(anki) == project.expected(settled)


TEXT = """---
title: Archives
---

# 1. Packing

archiev
: one file that holds many

**1) `tar -c`**

- a command that packs files into an archive

tar -c -f 이름 파일
{: .notice--info}

- `-z` option
  - compresses what it packs with gzip

```
$ tar -c -z -f all.tar.gz src
```

# 2. Reading

**1) `tar -t`**

- a command that lists what an archive holds

tar -t -f 이름
{: .notice--info}
"""


def from_text(text: str, key: str) -> StudyNote:
    return recognise(parse(SourceFile(f"{key}.md", text)), key=key)


def test_the_same_holds_for_text_as_people_write_and_mend_it() -> None:
    project, dice = Project(), random.Random(3)
    packing, reading = TEXT.split("# 2. Reading")
    renumbered = TEXT.replace("# 1. Packing", "# 3. Packing").replace("**1) `tar -t`**", "**4) `tar -t`**")
    steps = [
        [(TEXT.replace("archiev", "archive"), "tar")],
        [(renumbered.replace("archiev", "archive"), "tar")],
        [(packing.replace("archiev", "archive"), "tar"), ("# 2. Reading" + reading, "reading")],
        [(packing.replace("archiev", "archive"), "linux/tar"), ("# 2. Reading" + reading, "linux/reading")],
    ]
    with fresh_anki() as anki:
        count = anki.take(project.build(from_text(TEXT, "tar"))[0]).new
        assert count >= 6
        reviewed(anki, dice, 1)
        for files in steps:
            project.now += DAY
            package, settled = project.build(*(from_text(text, key) for text, key in files))
            assert same_history_after(anki, package).new == 0
            assert settled.report.renamed or files == steps[1]
            assert settled.report.questions == ()
            assert settled.report.removed == ()
            assert found_in(anki) == project.expected(settled)
        assert anki.col.note_count() == count


def test_a_removed_note_can_be_tagged_in_place() -> None:
    project, dice = Project(), random.Random(2)
    writer = Writer()
    whole = docker(writer)
    less = replace(whole, sections=(replace(whole.sections[0], entries=whole.sections[0].entries[1:]),))
    with fresh_anki() as anki:
        first = project.build(whole)[0]
        anki.take(first)
        reviewed(anki, dice, 1)
        project.now += DAY
        package, settled = project.build(less)
        tags = apkg.removed_package(apkg.opened(first), None, settled.ledger, "notes")
        assert tags is not None
        assert tags == apkg.removed_package(apkg.opened(package), apkg.opened(tags), settled.ledger, "notes")
        same_history_after(anki, package)
        before = anki.fields()
        assert same_history_after(anki, tags) == Imported(0, 1, 0, 0)
        assert anki.fields() == before
        (found,) = anki.col.find_notes(settled.report.removed_search)
        assert list(anki.col.find_notes(f"tag:{apkg.REMOVED_TAG}")) == [found]
        project.now += DAY
        same_history_after(anki, project.build(whole)[0])
        assert list(anki.col.find_notes(f"tag:{apkg.REMOVED_TAG}")) == []


def test_hundreds_of_builds_lose_no_review_and_leave_nothing_stale() -> None:
    """Random work on the notes, a quarter of the builds never imported, real reviews between."""
    dice = random.Random(20)
    for _ in range(3):
        with fresh_anki() as anki:
            _grow(anki, Notes(dice), dice, builds=110)


def _grow(anki: Anki, notes: Notes, dice: random.Random, builds: int) -> None:
    project = Project()
    guids: dict[int, set[str]] = {}
    for _ in range(8):
        notes.add()
    for _ in range(builds):
        notes.work(dice.randint(0, 4))
        project.now += dice.choice([-DAY, 1, 1000, DAY, DAY])
        package, settled = project.build(*notes.study_notes())
        _same_cards(notes, project, settled, guids)
        if dice.random() < 0.25:
            continue
        same_history_after(anki, package)
        expected = project.expected(settled)
        found = found_in(anki)
        assert {guid: found.get(guid) for guid in expected} == expected
        assert anki.rows("select guid from notes group by guid having count() > 1") == []
        assert {guid: set(tags) for guid, tags in anki.tags().items() if guid in expected} == {
            settled.ledger.entries[note.key].guid: set(note.tags) for deck in project.decks for note in deck.notes
        }
        reviewed(anki, dice, 0.1)
    assert len(anki.rows("select id from revlog")) > builds


def _same_cards(notes: Notes, project: Project, settled: Settled, guids: dict[int, set[str]]) -> None:
    """Every item still has the cards it had before, whatever happened to its name, words and place."""
    for deck in project.decks:
        for item in notes.files[deck.key]:
            mine = {
                settled.ledger.entries[note.key].guid
                for note in deck.notes
                if (item.own_id and f"#{item.own_id}" in note.key) or item.name in note.key
            }
            if item.kind != "sequence":
                before = guids.get(item.number, set())
                assert before <= mine, (item, before, mine)
                guids[item.number] = mine


OTHERS_NOTES = Path(__file__).parent.parent.parent / "shared" / "gold" / "notes"


@pytest.mark.skipif(not OTHERS_NOTES.is_dir(), reason="the notes by other authors are not here")
def test_other_peoples_notes_make_sound_decks() -> None:
    notes = [
        recognise(parse(SourceFile(path.name, path.read_bytes().decode())), key=f"all/{path.stem}")
        for path in sorted(OTHERS_NOTES.glob("*.md"))
    ]
    project = Project()
    package, settled = project.build(*notes)
    with fresh_anki() as anki:
        assert anki.take(package).new == len(settled.report.new)
        assert found_in(anki) == project.expected(settled)
        made = anki.col.card_count()
        anki.col.after_note_updates(list(anki.col.find_notes("")), mark_modified=False, generate_cards=True)
        assert anki.col.card_count() == made
        assert list(anki.col.get_empty_cards().notes) == []
        for card_id in anki.col.find_cards("note:*Cloze"):
            shown = anki.col.get_card(card_id).render_output(reload=True)
            assert "[...]" in shown.question_text
            assert "}}" not in shown.answer_text
        assert anki.col.media.check().missing == []


def test_what_anki_would_play_or_typeset_stays_text() -> None:
    traps = Path(__file__).parent / "cases" / "cards" / "traps.md"
    package, _ = Project().build(from_text(traps.read_text(encoding="utf-8"), "traps"))
    with fresh_anki() as anki:
        anki.take(package)
        shown = [anki.col.get_card(card).render_output(reload=True) for card in anki.col.find_cards("")]
        assert [list(each.question_av_tags) + list(each.answer_av_tags) for each in shown] == [[]] * len(shown)
        answers = " ".join(each.answer_text for each in shown)
        assert "&#91;sound:x.mp3]" in answers
        assert r"\(a &lt; b\)" in answers
        assert anki.col.media.check().missing == []


def test_typed_answers_are_accepted_to_the_letter() -> None:
    package, _ = Project().build(docker(Writer()))
    with fresh_anki() as anki:
        anki.take(package)
        expected = [note["TypeIn"] for note in map(anki.col.get_note, anki.col.find_notes("")) if note["TypeIn"]]
        assert len(expected) >= 3
        for field_text in expected:
            shown = anki.col.compare_answer(field_text, unescape(field_text))
            assert "typeBad" not in shown
            assert "typeMissed" not in shown
            assert "typeGood" in anki.col.compare_answer(field_text, unescape(field_text)[:-1])
