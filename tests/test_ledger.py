from __future__ import annotations

from dataclasses import replace
from itertools import pairwise
from unicodedata import normalize

import pytest

from exporter.cards.deck import AnkiNote, Deck
from exporter.cards.note_types import note_types
from exporter.cards.records import anki_note
from exporter.diagnostics import Diagnostic
from exporter.ledger import Ledger, Settled, alias, guid_of, outlines, read_changed, read_ledger, settle, write_ledger
from exporter.ledger.lockfile import taken

DAY = 86_400_000
START = 1_790_000_000_000


def term(note: str, name: str, meaning: str, own_id: str | None = None) -> AnkiNote:
    content = {"Term": name, "Definition": meaning, "AskDefinition": f"What is {name}?", "AskTerm": meaning}
    key = f"{note} / definition / {f'#{own_id}' if own_id else name}"
    return anki_note("definition", key, content, marks=(name, meaning))


def built(before: Ledger, *notes: AnkiNote, now: int = START) -> Settled:
    decks = [Deck("n", "n", "", notes)]
    return settle(before, outlines(decks), note_types().values(), now)


def guid(settled: Settled, key: str) -> str:
    return settled.ledger.entries[key].guid


def test_an_unchanged_note_keeps_its_time_and_a_changed_one_gets_a_later_one() -> None:
    first = built(Ledger(), term("n", "a", "one"), term("n", "b", "two"))
    second = built(first.ledger, term("n", "a", "one"), term("n", "b", "three"), now=START + DAY)
    assert second.report.unchanged == ("n / definition / a",)
    assert second.report.changed == ("n / definition / b",)
    assert second.ledger.entries["n / definition / a"] == first.ledger.entries["n / definition / a"]
    assert second.ledger.entries["n / definition / b"].mod == (START + DAY) // 1000


def test_a_clock_that_runs_behind_still_makes_later_times() -> None:
    first = built(Ledger(), term("n", "a", "one"))
    second = built(first.ledger, term("n", "a", "two"), now=START - 50 * DAY)
    assert second.ledger.entries["n / definition / a"].mod == START // 1000 + 1


def test_the_source_line_is_no_change() -> None:
    first = built(Ledger(), term("n", "a", "one"))
    assert built(first.ledger, replace(term("n", "a", "one"), source="n.md:99")).report.unchanged


def test_a_lost_ledger_makes_the_same_guids() -> None:
    notes = [term("n", "a", "one"), term("n", "b", "two")]
    first, again = built(Ledger(), *notes), built(Ledger(), *reversed(notes), now=START + DAY)
    assert {key: entry.guid for key, entry in first.ledger.entries.items()} == {
        key: entry.guid for key, entry in again.ledger.entries.items()
    }


def test_guids_follow_the_key_in_either_unicode_form_and_nothing_else() -> None:
    assert guid_of("", "definition", normalize("NFD", "카드")) == guid_of("", "definition", "카드")
    assert guid_of("", "definition", "a") != guid_of("", "fact", "a")
    assert guid_of("", "definition", "a") != guid_of("project", "definition", "a")
    assert guid_of("", "definition", "a").isalnum()


def test_a_mended_term_and_a_renamed_file_keep_the_guid() -> None:
    first = built(Ledger(), term("n", "contianer", "a box"), term("n", "image", "a template"))
    second = built(first.ledger, term("n", "container", "a box"), term("n", "image", "a template"))
    assert second.report.renamed == (("n / definition / contianer", "n / definition / container"),)
    assert guid(second, "n / definition / container") == guid(first, "n / definition / contianer")
    third = built(second.ledger, term("m", "container", "a box"), term("m", "image", "a template"))
    assert guid(third, "m / definition / container") == guid(first, "n / definition / contianer")
    assert guid(third, "m / definition / image") == guid(first, "n / definition / image")
    assert not third.report.removed
    assert not third.report.new


def test_equal_entries_of_a_renamed_file_are_told_apart_by_their_names() -> None:
    def option(note: str, command: str) -> AnkiNote:
        key = f"{note} / option / {command} / -v"
        return anki_note("option", key, {"Flag": "-v", "AskFlag": "say more"}, marks=("-v", "say more"))

    first = built(Ledger(), option("n", "run"), option("n", "build"))
    second = built(first.ledger, option("m", "build"), option("m", "run"))
    for command in ("run", "build"):
        assert guid(second, f"m / option / {command} / -v") == guid(first, f"n / option / {command} / -v")


def test_what_is_moved_and_reworded_at_once_follows_the_others() -> None:
    first = built(Ledger(), term("n", "a", "one"), term("n", "b", "two"))
    second = built(first.ledger, term("m", "a", "one"), term("m", "b", "two, reworded"))
    assert guid(second, "m / definition / b") == guid(first, "n / definition / b")


def test_an_id_of_the_authors_own_outlives_every_wording() -> None:
    first = built(Ledger(), term("n", "a", "one", "box"))
    second = built(first.ledger, term("n", "b", "two", "box"))
    assert second.report.changed == ("n / definition / #box",)
    third = built(second.ledger, term("m", "c", "three", "box"))
    assert guid(third, "m / definition / #box") == guid(first, "n / definition / #box")


def test_a_likeness_is_asked_and_an_alias_answers() -> None:
    first = built(Ledger(), term("n", "virtual machine", "one"))
    second = built(first.ledger, term("n", "virtual machines", "two"), now=START + DAY)
    (question,) = second.report.questions
    old, new = "n / definition / virtual machine", "n / definition / virtual machines"
    assert (question.old, question.new) == (old, new)
    assert second.report.removed == (old,)
    told = alias(second.ledger, old, new)
    assert told.entries[new].guid == guid(first, old)
    assert told.entries[new].mod > second.ledger.entries[new].mod
    assert built(told, term("n", "virtual machines", "two"), now=START + DAY).report.unchanged == (new,)


def test_an_alias_may_be_told_before_the_build() -> None:
    first = built(Ledger(), term("n", "a", "one"))
    told = alias(first.ledger, "n / definition / a", "n / definition / z")
    second = built(told, term("n", "z", "entirely new"))
    assert guid(second, "n / definition / z") == guid(first, "n / definition / a")


def test_an_alias_that_makes_no_sense_is_refused() -> None:
    first = built(Ledger(), term("n", "a", "one"), term("n", "b", "two"))
    with pytest.raises(LookupError, match="ever called"):
        alias(first.ledger, "n / definition / x", "n / definition / b")
    with pytest.raises(LookupError, match="still in the notes"):
        alias(first.ledger, "n / definition / a", "n / definition / b")


def test_a_note_that_comes_back_has_its_guid_and_a_later_time() -> None:
    first = built(Ledger(), term("n", "a", "one"))
    gone = built(first.ledger, now=START + DAY)
    assert gone.report.removed == ("n / definition / a",)
    assert gone.report.removed_search == '"Key:n / definition / a"'
    assert built(gone.ledger).report.removed == ()
    back = built(gone.ledger, term("n", "a", "one"), now=START + DAY)
    entry = back.ledger.entries["n / definition / a"]
    assert entry.guid == guid(first, "n / definition / a")
    assert entry.mod > gone.ledger.entries["n / definition / a"].mod
    assert entry.removed is None


def test_cut_in_one_build_and_pasted_elsewhere_in_the_next_is_still_the_same() -> None:
    first = built(Ledger(), term("n", "a", "one"), term("n", "b", "two"))
    cut = built(first.ledger, term("n", "b", "two"))
    pasted = built(cut.ledger, term("n", "b", "two"), term("m", "a", "one"))
    assert guid(pasted, "m / definition / a") == guid(first, "n / definition / a")


def test_a_new_note_under_a_key_whose_guid_moved_on_gets_another() -> None:
    first = built(Ledger(), term("n", "a", "one"))
    moved = built(first.ledger, term("n", "b", "one"))
    third = built(moved.ledger, term("n", "b", "one"), term("n", "a", "something else"))
    assert guid(third, "n / definition / b") == guid(first, "n / definition / a")
    assert guid(third, "n / definition / a") != guid(first, "n / definition / a")


def test_ids_never_repeat_and_a_clock_at_zero_makes_none() -> None:
    first = built(Ledger(), *(term("n", str(at), str(at)) for at in range(50)), now=0)
    ids = sorted(entry.note_id for entry in first.ledger.entries.values())
    assert ids[0] > 1_500_000_000_000
    most_cards = max(len(note_type.templates) for note_type in note_types().values())
    assert min(after - before for before, after in pairwise(ids)) > most_cards


def test_the_text_gives_the_ledger_back_and_is_sorted() -> None:
    terms = [term("n", "나", "x"), term("n", 'q"\\', "y"), term("n", "a\u2028b\x85c", "z")]
    ledger = built(built(Ledger(), *terms).ledger, terms[0]).ledger
    text = write_ledger(ledger)
    assert read_ledger(text) == read_ledger(text.replace("\n", "\r\n")) == ledger
    notes = [line for line in text.split("\n")[1:-1] if not line.startswith('["type"')]
    assert notes == sorted(notes)
    assert "나" in text


def test_lines_of_notes_that_did_not_change_are_carried_over_unread() -> None:
    names = ["a", "a b", "a/b", 'a"b', "ab", "가"]
    others = [term(name, 'one, "two"', "x") for name in names if name != "a"]
    gone = term("a", "gone", "elsewhere soon")
    before = built(built(Ledger(), term("a", "one", "x"), gone, *others).ledger, term("a", "one", "x"), *others).ledger
    text = write_ledger(before)
    now = [term("a", "one", "y"), term("a", "new", "z"), term("a", "back", "elsewhere soon")]
    part = read_changed(text, ["a"])
    assert len(part.carried) == len(others)
    assert {key.split(" / ")[0] for key in part.entries} == {"a"}
    settled = built(part, *now, now=START + DAY)
    assert write_ledger(settled.ledger) == write_ledger(built(before, *now, *others, now=START + DAY).ledger)
    assert not {entry.guid for entry in settled.ledger.entries.values()} & taken(part.carried)[0]


def test_a_guid_on_a_line_that_is_carried_over_is_given_to_no_other() -> None:
    first = built(Ledger(), term("a", "one", "x")).ledger
    renamed = alias(first, "a / definition / one", "b / definition / other")
    moved = built(renamed, term("b", "other", "x")).ledger
    part = read_changed(write_ledger(moved), ["a"])
    settled = built(part, term("a", "one", "x"))
    assert write_ledger(settled.ledger) == write_ledger(
        built(moved, term("a", "one", "x"), term("b", "other", "x")).ledger
    )


def test_an_empty_text_is_an_empty_ledger() -> None:
    assert read_ledger("") == Ledger({}, {})


def test_two_lines_for_one_card_are_merged() -> None:
    old = built(Ledger(), term("n", "a", "one")).ledger
    new = built(old, term("n", "a", "two"), now=START + DAY).ledger
    merged = write_ledger(new) + "\n".join(write_ledger(old).splitlines()[1:]) + "\n"
    assert read_ledger(merged) == new


@pytest.mark.parametrize("marker", ["<<<<<<< ours", "=======", ">>>>>>> theirs"])
def test_a_merge_conflict_is_told_with_its_place(marker: str) -> None:
    text = write_ledger(built(Ledger(), term("n", "a", "one")).ledger) + marker + "\n"
    found = read_ledger(text)
    assert isinstance(found, Diagnostic)
    assert found.code == "lock-conflict"
    assert found.span is not None
    assert text[found.span.start : found.span.end] == marker


@pytest.mark.parametrize(
    "line",
    [
        "{}",
        "garbage",
        '["n / definition / a"]',
        '["k", "nokind", "g", "h", 1, 2, "m", "n"]',
        '["k", "fact", "g", "h", "1", 2, "m", "n"]',
    ],
)
def test_a_damaged_line_is_told_with_its_place(line: str) -> None:
    text = write_ledger(Ledger()) + line + "\n"
    found = read_ledger(text)
    assert isinstance(found, Diagnostic)
    assert (found.code, found.span and text[found.span.start : found.span.end]) == ("lock-damaged", line)


def test_another_file_is_not_taken_for_a_ledger() -> None:
    found = read_ledger('{"version": 1}\n')
    assert isinstance(found, Diagnostic)
    assert found.code == "lock-damaged"
