"""The deck in other releases of Anki than the installed one. Asked for by `pytest -m releases`: it installs them."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import time
from pathlib import Path

import pytest
from platformdirs import user_cache_path

from exporter import apkg
from exporter.cards import cards_of
from exporter.cards.note_types import note_types
from exporter.ledger import Ledger, outlines, settle
from exporter.settings import DeckSettings
from tests.study_notes import Writer

pytestmark = pytest.mark.releases

# The newest two, the last that stored its own clock as a note's time, and one with the importer's first options.
RELEASES = ("26.9.3", "25.9.2", "24.11", "23.12.1")

# Runs under another release: imports the packages in turn, reviews after the first, prints what came of it.
LEARNER = """
import json, sys
from anki.collection import Collection, ImportAnkiPackageRequest
try:
    from anki.collection import ImportAnkiPackageOptions
    options = {"options": ImportAnkiPackageOptions()}
except ImportError:
    options = {}
col, shown = Collection(sys.argv[1]), []
for number, path in enumerate(sys.argv[2:]):
    log = col.import_anki_package(ImportAnkiPackageRequest(package_path=path, **options)).log
    if number == 0:
        for card_id in col.find_cards(""):
            card = col.get_card(card_id)
            card.start_timer()
            states = col._backend.get_scheduling_states(card_id)
            col.sched.answer_card(col.sched.build_answer(card=card, states=states, rating=2))
    shown.append({
        "new": len(log.new), "updated": len(log.updated), "conflicting": len(log.conflicting),
        "cards": col.db.all("select id, nid, ord, ivl, due, reps, type, queue from cards order by id"),
        "reviews": col.db.scalar("select count() from revlog"),
        "text": dict(col.db.all("select guid, flds from notes")),
    })
print(json.dumps(shown))
"""


@pytest.fixture(scope="module", params=RELEASES)
def release(request: pytest.FixtureRequest) -> Path:
    """A folder with the release in it, installed once."""
    folder = user_cache_path("kramdeck-tests") / f"anki-{request.param}"
    if not (folder / "anki").is_dir():
        install = [sys.executable, "-m", "pip", "install", "--quiet", "--target", str(folder), f"anki=={request.param}"]
        done = subprocess.run(install, capture_output=True, text=True, check=False)
        if done.returncode:
            pytest.skip(f"anki {request.param} can't be installed here: {done.stderr.strip().splitlines()[-1]}")
    return folder


def test_an_older_anki_takes_the_deck_its_changes_and_keeps_the_reviews(release: Path, tmp_path: Path) -> None:
    now, ledger, paths, expected = int(time.time() * 1000) - 10_000_000, Ledger(), [], {}
    for number, meaning in enumerate(("a template", "a template of containers", "what containers are made from")):
        writer = Writer()
        section = writer.section("P", writer.definition("image", meaning), writer.command("ls", "Lists files"))
        decks = [cards_of(writer.note("n", "T", section), DeckSettings())]
        # Up to 24.11, Anki writes down the time of the import: only a later one is taken.
        ledger = settle(
            ledger,
            outlines(decks),
            note_types().values(),
            now if number == 0 else int(time.time() * 1000) + number * 2000,
        ).ledger
        path = tmp_path / f"deck{number}.apkg"
        path.write_bytes(apkg.package(decks, ledger, "notes"))
        paths.append(str(path))
        expected = {ledger.entries[note.key].guid: note.fields[4] for note in decks[0].notes}
    command = [sys.executable, "-c", LEARNER, str(tmp_path / "collection.anki2"), *paths]
    environment = {**os.environ, "PYTHONPATH": str(release)}
    done = subprocess.run(command, capture_output=True, text=True, check=True, env=environment, cwd=tmp_path)
    first, *later = json.loads(done.stdout.splitlines()[-1])
    assert (first["new"], first["conflicting"], first["reviews"]) == (2, 0, 4)
    assert [(each["new"], each["updated"], each["conflicting"]) for each in later] == [(0, 1, 0), (0, 1, 0)]
    for each in later:
        assert (each["cards"], each["reviews"]) == (first["cards"], 4)
    assert {guid: text.split("\x1f")[4] for guid, text in later[-1]["text"].items()} == expected
