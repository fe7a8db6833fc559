from __future__ import annotations

import re
from html import unescape
from pathlib import Path

import pytest

from exporter.cards import cards_of
from exporter.cards.deck import AnkiNote, Deck
from exporter.cards.korean import before_noun, particle
from exporter.cards.note_types import ASKS, field_names, note_types
from exporter.cards.plain import plain
from exporter.cards.wording import WORDINGS
from exporter.kramdown import parse
from exporter.kramdown.nodes import Image, MathInline, Paragraph, Text
from exporter.recognise import recognise
from exporter.settings import DeckSettings
from exporter.source import SourceFile
from exporter.study import Language, Prose, StudyNote
from tests.study_notes import Writer

USERS_NOTE = Path(__file__).parent.parent.parent / "shared" / "notes" / "docker-1.md"


def made(*entries: object, language: Language = "en", typed: bool = True, writer: Writer | None = None) -> Deck:
    writer = writer or Writer()
    note = writer.note("n", "Title", writer.section("Part", *entries), language=language)  # type: ignore[arg-type]
    return cards_of(note, DeckSettings(typed=typed))


def field(note: AnkiNote, name: str) -> str:
    return note.fields[field_names(note.kind).index(name)]


def fronts(deck: Deck) -> list[str]:
    """Every question as a learner reads it, a blank as ____."""
    return [
        plain(re.sub(r"\{\{c1::.*?\}\}", "____", field(note, ASKS[note.kind][card])))
        for note in deck.notes
        for card in note.cards
    ]


def read(text: str, key: str = "note") -> StudyNote:
    return recognise(parse(SourceFile(f"{key}.md", text)), key=key)


def test_a_command_is_typed_from_its_purpose_and_told_from_its_name() -> None:
    w = Writer()
    deck = made(w.command("tar -x", "Unpacks an archive", w.synopsis("tar -x -f:ARCHIVE")), writer=w)
    assert fronts(deck)[:2] == ["Unpacks an archive Which command?", "What does tar -x do?"]
    (command, *_) = deck.notes
    assert field(command, "TypeIn") == "tar -x"
    assert field(command, "Context") == "Title · Part"
    assert plain(field(command, "Synopsis")) == "tar -x -f ARCHIVE"


def test_typing_can_be_switched_off() -> None:
    w = Writer()
    entries = (w.command("ls", "Lists files"), w.example("list all: ls -a"))
    assert {field(note, "TypeIn") for note in made(*entries, typed=False, writer=w).notes} == {""}


def test_only_what_can_be_typed_to_the_letter_is_typed() -> None:
    w = Writer()
    deck = made(
        w.example("copy a to b: cp a b"),
        w.example("copy anything: cp <from> <to>"),
        w.example("go on and on: tar --create --gzip --verbose --file a-very-long-archive-name.tar.gz --exclude-vcs ."),
        w.option("-a, --all", "shows all"),
        writer=w,
    )
    assert [field(note, "TypeIn") for note in deck.notes] == ["cp a b", "", "", ""]


def test_every_argument_of_a_synopsis_is_one_blank() -> None:
    w = Writer()
    deck = made(w.command("cp", "", w.synopsis("cp [options] -t:DIR SOURCE TARGET")), writer=w)
    blanks = [note for note in deck.notes if note.kind == "synopsis"]
    assert [(plain(field(note, "Line")), plain(field(note, "Answer"))) for note in blanks] == [
        ("cp [options] -t ____ SOURCE TARGET", "DIR"),
        ("cp [options] -t DIR ____ TARGET", "SOURCE"),
        ("cp [options] -t DIR SOURCE ____", "TARGET"),
    ]
    assert [plain(field(note, "Full")) for note in blanks] == ["cp [options] -t DIR SOURCE TARGET"] * 3
    assert field(blanks[0], "Full").count("<mark>DIR</mark>") == 1


def test_a_flag_that_only_its_placeholder_explains_is_asked_for_its_value() -> None:
    w = Writer()
    deck = made(w.command("cp", "Copies", w.synopsis("cp -t:DIR"), w.option("-r", "copies folders")), writer=w)
    flags = {field(note, "Flag"): plain(field(note, "Meaning")) for note in deck.notes if note.kind == "option"}
    assert flags == {"-t": "DIR", "-r": "copies folders"}


def test_an_option_names_its_command_and_a_short_one_its_rivals() -> None:
    w = Writer()
    deck = made(
        w.command("cp", "Copies", w.option("-r", "goes into folders"), w.option("-f", "asks nothing")), writer=w
    )
    recursive = next(note for note in deck.notes if "/ -r" in note.key)
    assert plain(field(recursive, "AskMeaning")) == "cp: what does -r do?"
    assert plain(field(recursive, "Extra")) == "Compare: -f asks nothing"


def test_a_statement_becomes_one_note_a_blank_and_no_blank_shows_another_ones_answer() -> None:
    w = Writer()
    deck = made(w.statement("The daemon reads `EXPOSE` and the word EXPOSE again, then **ports**."), writer=w)
    assert [field(note, "Text") for note in deck.notes] == [
        "The daemon reads <code>{{c1::EXPOSE}}</code> and the word {{c1::EXPOSE}} again, then <strong>ports</strong>.",
        "The daemon reads <code>EXPOSE</code> and the word EXPOSE again, then {{c1::<strong>ports</strong>}}.",
    ]


def test_what_would_end_a_blank_or_hint_is_escaped() -> None:
    w = Writer()
    deck = made(w.statement("Print the names alone with `{{.Names}}` and reach `std::vector` too"), writer=w)
    for note in deck.notes:
        inside = field(note, "Text").replace("{{c1::", "", 1).replace("}}", "", 1)
        assert not re.search(r"\{|\}|::", inside)
        assert "{{.Names}}" in unescape(inside)
        assert "std::vector" in unescape(inside)


def test_a_word_with_a_card_of_its_own_is_no_blank() -> None:
    w = Writer()
    deck = made(
        w.definition("`Dockerfile`", "the recipe of an image"), w.statement("edit the `Dockerfile` by hand"), writer=w
    )
    assert [note.kind for note in deck.notes] == ["definition"]
    assert [(item.text, item.kept) for item in deck.not_asked] == [("edit the Dockerfile by hand", True)]
    assert "edit the <code>Dockerfile</code> by hand" in field(deck.notes[0], "Extra")


def test_a_sentence_that_points_elsewhere_is_not_asked() -> None:
    w = Writer()
    deck = made(w.statement("This is why the `cache` must be emptied first"), writer=w)
    assert deck.notes == ()
    assert len(deck.not_asked) == 1


def test_a_long_statement_is_cut_to_the_sentence_of_its_blank() -> None:
    w = Writer()
    text = "Images are built in layers, and every layer is kept. The cache of layers is emptied with `prune`. "
    deck = made(w.statement(text + "Nobody needs to know what comes after it."), writer=w)
    assert [plain(field(note, "Text")) for note in deck.notes] == ["The cache of layers is emptied with {{c1::prune}}."]


def test_definitions_blank_out_their_own_term() -> None:
    w = Writer()
    deck = made(w.definition("container", "a container is a running image", "box"), writer=w)
    assert fronts(deck) == ["What is container (box)?", "a ____ is a running image What is this called?"]


def test_the_context_never_shows_the_answer() -> None:
    w = Writer()
    section = w.section("2. docker pull", w.command("docker pull", "Fetches an image"))
    deck = cards_of(w.note("tools/docker-2", "Docker", section), DeckSettings())
    assert field(deck.notes[0], "Context") == "Docker"
    hidden = cards_of(w.note("tools/docker-2", "docker pull", section), DeckSettings())
    assert field(hidden.notes[0], "Context") == "docker"


def test_an_example_tells_the_values_nobody_can_know_and_hides_the_flags() -> None:
    w = Writer()
    deck = made(
        w.command(
            "docker run",
            "Starts a container",
            w.synopsis("docker run [options] IMAGE"),
            w.option("-d", "leaves it in the background"),
            w.example("docker run -d nginx:1"),
            w.example("start nginx:1 in the background under a name: docker run -d --name web nginx:1"),
        ),
        writer=w,
    )
    tasks = [plain(field(note, "Task")) for note in deck.notes if note.kind == "example"]
    assert tasks == [
        "Starts a container leaves it in the background IMAGE nginx:1 Write the command line.",
        "start nginx:1 in the background under a name web Write the command line.",
    ]


def test_lines_that_share_one_task_are_not_asked_by_it() -> None:
    w = Writer()
    deck = made(w.example("install: ./configure", "install: make"), writer=w)
    assert deck.notes == ()
    assert len(deck.not_asked) == 1


def test_steps_are_asked_by_the_step_before() -> None:
    w = Writer()
    deck = made(w.sequence("life", "born", "grown", "gone"), writer=w)
    assert fronts(deck) == [
        "life: what comes first?",
        "life: what comes after “born”?",
        "life: what comes after “grown”?",
        "life: name all, in order.",
    ]


def test_a_question_with_two_answers_is_not_asked() -> None:
    w = Writer()
    deck = made(w.option("-q", "says nothing"), w.option("-s", "says nothing"), writer=w)
    assert fronts(deck) == ["What does -q do?", "What does -s do?"]


def test_the_same_question_is_asked_once() -> None:
    w = Writer()
    deck = made(w.definition("a", "one thing"), w.definition("a", "one thing"), writer=w)
    assert len(deck.notes) == 1


def test_all_that_is_said_of_a_term_stands_on_one_note() -> None:
    w = Writer()
    deck = made(w.definition("tag", "tells versions apart"), w.definition("tag", "a second name"), writer=w)
    assert fronts(deck) == ["What is tag?", "tells versions apart What is this called?"]
    assert field(deck.notes[0], "Definition") == "tells versions apart<br>a second name"


@pytest.mark.parametrize(
    ("sentence", "answer"),
    [
        ("컨테이너는 이미지를 바탕으로 만들어짐", "이미지"),
        ("같은 이름이 붙으면 이전 이름은 <none>으로 바뀜", "<none>"),
        ("인증서의 내용을 x509 형식으로 변환함", "x509 형식"),
        ("이름을 정하지 않은 것은 기본적으로 latest 이름이 붙음", "latest"),
        ("저장소는 소유한 사람의 폴더에만 올릴 수 있음", "소유한 사람의 폴더"),
        ("내용을 사용자가 원하는 대로 변경할 수 있음", None),
    ],
)
def test_korean_wordings_make_questions_of_plain_sentences(sentence: str, answer: str | None) -> None:
    w = Writer()
    deck = made(w.prose(sentence), language="ko", writer=w)
    found = [unescape(re.findall(r"\{\{c1::(.*?)\}\}", field(note, "Text"))[0]) for note in deck.notes]
    assert found == ([answer] if answer else [])


def test_the_author_may_ask_himself_or_keep_a_thing_out() -> None:
    w = Writer()
    asked = w.statement("one tag points to `one` image", q="How many images has a tag?", a="one")
    deck = made(asked, writer=w)
    (fact,) = deck.notes
    assert (fact.kind, field(fact, "Front"), field(fact, "Back"), field(fact, "TypeIn")) == (
        "fact",
        "How many images has a tag?",
        "one",
        "one",
    )


def test_text_without_a_question_is_kept_on_the_back_and_counted() -> None:
    w = Writer()
    deck = made(w.command("ls", "Lists files", w.prose("Sorted by name, unless told.")), writer=w)
    assert [(item.text, item.kept) for item in deck.not_asked] == [("Sorted by name, unless told.", True)]
    assert plain(field(deck.notes[0], "Extra")) == "Sorted by name, unless told."


def test_pictures_have_lasting_names_and_missing_ones_their_words() -> None:
    w = Writer()
    at = w.place("x")
    block = Paragraph(
        (Image("the map", "img/My Map.PNG", span=at), Text(" and ", span=at), Image("gone", "x.png", span=at)), span=at
    )
    note = w.note("n", "T", w.section("P", w.definition("map", "a picture"), Prose(block, span=at)))
    deck = cards_of(note, DeckSettings(), {"img/My Map.PNG": b"picture", "unused.png": b"no"})
    (media,) = deck.media
    assert re.fullmatch(r"kramdeck-my-map-[0-9a-f]{12}\.png", media.name)
    extra = field(deck.notes[0], "Extra")
    assert f'src="{media.name}"' in extra
    assert '<span class="missing">gone</span>' in extra
    changed = cards_of(note, DeckSettings(), {"img/My Map.PNG": b"another"})
    assert changed.notes[0].content_hash != deck.notes[0].content_hash


def test_math_is_ankis_own_and_other_backslashes_are_not() -> None:
    w = Writer()
    at = w.place("x")
    block = Paragraph((Text(r"find \( and ", span=at), MathInline("a < b", span=at)), span=at)
    note = w.note("n", "T", w.section("P", w.definition("d", "meaning"), Prose(block, span=at)))
    assert r"find <span>\</span>( and \(a &lt; b\)" in field(cards_of(note, DeckSettings()).notes[0], "Extra")


def test_bracket_commands_and_control_characters_reach_no_field() -> None:
    w = Writer()
    deck = made(w.definition("d", "plays [sound:x.mp3] \x1f and [latex]x[/latex]"), writer=w)
    meaning = field(deck.notes[0], "Definition")
    assert "[sound:" not in meaning
    assert "[latex]" not in meaning
    assert "\x1f" not in meaning
    assert "[sound:x.mp3]" in unescape(meaning)


def test_tags_name_the_section_and_the_kind_in_one_piece_each() -> None:
    w = Writer()
    note = w.note("linux/shell", "T", w.section("3) Pipes and files", w.definition("pipe", "joins two programs")))
    assert cards_of(note, DeckSettings()).notes[0].tags == (
        "a-tag",
        "linux::shell::Pipes-and-files",
        "kind::definition",
    )


def test_the_source_leads_to_the_site_where_there_is_one() -> None:
    w = Writer()
    section = w.section("P", w.definition("pipe", "joins two programs"))
    note = w.note("shell", "T", section, permalink="/study/shell/")
    assert cards_of(note, DeckSettings()).notes[0].source == "shell.md:1"
    linked = cards_of(note, DeckSettings(site="https://notes.example/")).notes[0].source
    assert linked == '<a href="https://notes.example/study/shell/#there">shell.md:1</a>'


@pytest.mark.parametrize(
    ("word", "expected"),
    [
        ("이미지", "이미지란"),
        ("컨테이너 박스", "컨테이너 박스란"),
        ("템플릿", "템플릿이란"),
        ("Dockerfile", "Dockerfile이란"),
        ("git", "git이란"),
        ("node", "node란"),
        ("URL", "URL이란"),
        ("CLI", "CLI란"),
        ("HTTP 3", "HTTP 3이란"),
        ("type", "type(이)란"),
    ],
)
def test_particles_fit_the_word(word: str, expected: str) -> None:
    assert word + particle(word, "이란", "란") == expected


@pytest.mark.parametrize(
    ("clause", "expected"),
    [
        ("이미지를 생성함", "이미지를 생성하는"),
        ("목록을 보여줍니다.", "목록을 보여주는"),
        ("파일을 만든다", "파일을 만드는"),
        ("컨테이너를 지우기", "컨테이너를 지우는"),
        ("이미지를 내려받음", "이미지를 내려받는"),
        ("이미지를 생성", "이미지를 생성하는"),
        ("실행이 가능합니다", "실행이 가능한"),
        ("목록을 볼 수 있음", "목록을 볼 수 있는"),
        ("값이 참입니다", None),
        ("이미지의 이름", None),
        ("저장소 탐색", None),
    ],
)
def test_clauses_are_turned_to_stand_before_a_noun(clause: str, expected: str | None) -> None:
    assert before_noun(clause) == expected


def test_every_language_words_every_question() -> None:
    for language, wording in WORDINGS.items():
        w = Writer()
        deck = made(
            w.command("cp", "copies files", w.synopsis("cp -t:DIR SOURCE"), w.option("-r", "goes into folders")),
            w.definition("pipe", "joins two programs"),
            w.example("copy all: cp -r a b"),
            w.sequence("life", "born", "gone"),
            language=language,
            writer=w,
        )
        shown = fronts(deck)
        assert len(shown) == len(set(shown)) >= 11
        assert not any("{" in front for front in shown)
        assert wording.blank in {field(note, "Ask") for note in deck.notes if note.kind == "synopsis"}


def test_note_types_are_what_they_were_in_the_first_release() -> None:
    """Anki takes a changed number or order of fields or templates for another note type: these must never change."""
    assert [(row.kind, row.id, len(row.fields), len(row.templates)) for row in note_types().values()] == [
        ("command", 1763994300000, 15, 4),
        ("synopsis", 1763994301000, 13, 3),
        ("option", 1763994302000, 14, 4),
        ("definition", 1763994303000, 14, 4),
        ("example", 1763994304000, 12, 3),
        ("cloze", 1763994305000, 10, 1),
        ("fact", 1763994306000, 11, 3),
        ("sequence", 1763994307000, 12, 3),
    ]
    for row in note_types().values():
        assert [item.id - row.id for item in row.fields] == list(range(100, 100 + len(row.fields)))
        assert row.fields[0].name == "Key"


# The core of the user's own note: kind, a word of the front or key, and the answer.
CORE = [
    *[
        ("command", name, "Command", name)
        for name in (
            "docker image build",
            "docker search",
            "docker image pull",
            "docker image ls",
            "docker image tag",
            "docker image push",
        )
    ],
    ("synopsis", "docker image build", "Answer", "이미지명[:태그명]"),
    ("synopsis", "docker image build", "Answer", "Dockerfile_경로"),
    ("synopsis", "docker image pull", "Answer", "리포지토리명[:태그명]"),
    ("synopsis", "docker image tag", "Answer", "기반이미지명[:태그]"),
    ("synopsis", "docker image tag", "Answer", "새이미지명[:태그]"),
    ("synopsis", "docker image push", "Answer", "리포지토리명[:태그]"),
    ("option", "docker image build / -t", "Flag", "-t"),
    ("option", "docker image build / -f", "Flag", "-f"),
    ("option", "docker image build / --pull", "Flag", "--pull"),
    *[
        ("definition", term, "Term", term)
        for term in (
            "도커 이미지",
            "Dockerfile",
            "도커 이미지를 빌드한다",
            "호스트 운영 체제",
            "태그",
            "도커 컨테이너",
        )
    ],
    *[("cloze", answer, "Text", answer) for answer in ("이미지", ".", "COPY", "도커 허브 ID", "CMD", "ENTRYPOINT")],
    *[
        ("example", "docker image", "Line", line)
        for line in (
            "docker image build -t example/echo:latest .",
            "docker image build -f Dockerfile-test -t example/echo:latest .",
            "docker image build --pull=true -t example/echo:latest .",
            "docker image pull jenkins:latest",
            "docker image tag example/echo:latest example/echo:0.1.0",
            "docker image push stormcattest/echo:latest",
        )
    ],
    *[("sequence", state, "Answer", state) for state in ("실행 중 상태", "정지 상태", "파기 상태")],
]


@pytest.fixture(scope="module")
def users_deck() -> Deck:
    if not USERS_NOTE.exists():
        pytest.skip("the user's own note is not here")
    return cards_of(read(USERS_NOTE.read_text(encoding="utf-8"), "docker-1"), DeckSettings())


@pytest.mark.parametrize(("kind", "named", "answer_field", "answer"), CORE)
def test_the_core_of_the_users_note_is_asked(
    users_deck: Deck, kind: str, named: str, answer_field: str, answer: str
) -> None:
    fitting = [
        note
        for note in users_deck.notes
        if note.kind == kind
        and named.split(" / ")[-1] in note.key
        and answer in unescape(plain(field(note, answer_field)))
    ]
    assert fitting
    wanted = {"command": 2, "option": 2, "definition": 2}.get(kind, 1)
    assert max(len(note.cards) for note in fitting) == wanted


def test_the_users_deck_has_no_junk(users_deck: Deck) -> None:
    shown = fronts(users_deck)
    assert len(shown) == len(set(shown)) >= 60
    text = " ".join("".join(note.fields) for note in users_deck.notes)
    for junk in ("notice--", "Reference", "야마다", "permalink", "---", "{:", "[options]]"):
        assert junk not in text
    for note in users_deck.notes:
        typed = unescape(field(note, "TypeIn"))
        assert typed == " ".join(typed.split())
        assert not typed.startswith("$")
    assert "야마다" in users_deck.description
    assert all(item.kept for item in users_deck.not_asked)
