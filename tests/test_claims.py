"""What sentences claim, in four languages, and whether that is a definition."""

from __future__ import annotations

import pytest

from exporter.facts import facts_of
from exporter.kramdown import parse
from exporter.kramdown.nodes import Heading, Inlines, Paragraph
from exporter.recognise import recognise
from exporter.recognise.definitions.endings import ENDINGS
from exporter.recognise.definitions.glossaries import share_of_definitions
from exporter.recognise.definitions.separated import separated
from exporter.recognise.definitions.stacked import stacked
from exporter.recognise.definitions.subjects import claims_of
from exporter.recognise.definitions.titles import title_of
from exporter.recognise.definitions.weighing import BY_FORM, is_acronym
from exporter.recognise.definitions.weights import WEIGHTS
from exporter.recognise.desk import Desk
from exporter.recognise.text.runs import Run, run_of
from exporter.recognise.text.sentence_ends import sentence_bounds, sentences
from exporter.source import SourceFile


def inlines(written: str) -> Inlines:
    block = parse(SourceFile("note.md", written)).blocks[0]
    assert isinstance(block, Paragraph)
    return block.inlines


def run(written: str) -> Run:
    return run_of(inlines(written))


def claimed(written: str) -> list[tuple[str, str]]:
    return [(ways[0].form, ways[0].name) for ways in claims_of(run(written)) if ways]


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ("커널은 하드웨어를 다루는 프로그램이다.", [("topic", "커널")]),
        ("즉, 파드(Pod)란 컨테이너를 묶은 단위이다.", [("defined", "파드")]),
        ("변경을 묶어 남기는 것을 **커밋**이라고 한다.", [("named", "커밋")]),
        ("여러 작업을 차례로 잇는 것이 바로 `파이프라인`이다.", [("pointed", "파이프라인")]),
        ("r은 읽기, w는 쓰기를 의미한다.", [("defined", "r"), ("defined", "w")]),
        ("/etc에는 설정 파일이 들어 있다.", [("holds", "/etc")]),
        ("`%`는 여러 글자를 뜻한다.", [("topic", "%")]),
        ("`_`를 사용해 글자 하나를 대신할 수 있다.", [("used", "_")]),
        (
            "다시 보내는 것을 재시도(retry)라고 부르며, 그만두는 것을 중단이라고 부른다.",
            [("named", "재시도"), ("named", "중단")],
        ),
        ("맨 위의 것을 뿌리, 맨 아래 것을 잎이라 한다.", [("named", "뿌리"), ("named", "잎")]),
        ("문을 열 수 있는데, 이를 '허가'라고 한다.", [("named", "허가")]),
        ("순서를 정해 주는 장치인 잠금(lock)이 있어야 한다.", [("pointed", "잠금")]),
        ("판(pane)이 실제로 입력하는 하나의 가상 화면이다.", [("agent", "판")]),
        ("대기(또는 멈춤)는 차례를 기다리는 상태이다.", [("topic", "대기")]),
        ("아무도 없는 때를 '빈 시간(idle time)'이라 한다.", [("named", "빈 시간")]),
        ("_gate_는 문을 지키는 프로그램이다.", [("topic", "gate")]),
        ("캐시는 데이터 베이스, 색인 등을 위한 저장 공간이다.", [("topic", "캐시")]),
        ("창구를 한마디로 말하면 손님을 맞는 곳이다.", [("defined", "창구")]),
        (
            "말 그대로, 쓰기 모드는 글을 쓰는 모드고, 보기 모드는 읽는 모드다.",
            [("topic", "쓰기 모드"), ("topic", "보기 모드")],
        ),
        ("`Dock`이라는 하역 장소에서 내린다.", [("pointed", "Dock")]),
        ("짐을 맡아 두는 저장소인 Dock Hub 에서 찾는다.", [("pointed", "Dock Hub")]),
        ("작업 없이 기록만 남기는 도구이다.", []),
        ("컨테이너를 만드는 도구로 널리 쓰인다.", []),
        ("A node is a machine of the cluster.", [("topic", "node")]),
        ("Removing what nobody uses is called pruning.", [("named", "pruning")]),
        ("`replicas` sets how many copies run.", [("acts", "replicas")]),
        ("The `replicas` field sets how many copies run.", [("acts", "replicas")]),
        ("A scheduler decides which machine gets the work.", [("topic", "scheduler")]),
        ("The gate, which controls who may enter, stands open.", [("pointed", "gate")]),
        ("Everybody meets at a broker, an agent that passes messages on.", [("pointed", "broker")]),
        ("They share a building system called Forge, which nobody likes.", [("pointed", "Forge")]),
        ("Here the 'q' means leave.", [("pointed", "q")]),
        ("A layer is a set of files, while a tag is a name for one.", [("topic", "layer"), ("topic", "tag")]),
        ("This is known as a dry run.", [("named", "dry run")]),
        ("A livelock occurs when two sides keep giving way.", [("defined", "livelock")]),
        ("We call a set of doors a *gateway*.", [("named", "gateway")]),
        ("We call the next script by hand.", []),
        ("We made a folder called attic.", []),
        ("If the port is taken, it fails.", []),
        ("镜像是创建容器的模板。", [("topic", "镜像")]),
        ("`HEAD` 记录着当前的分支。", [("acts", "HEAD")]),
        ("守护进程（daemon）指在后台工作的程序。", [("defined", "守护进程")]),
        ("调度器一般用于分配任务。", [("topic", "调度器")]),
        ("标签是一个名字，分支是可以移动的标签。", [("topic", "标签"), ("topic", "分支")]),
        ("これを「空読み」といいます。", [("named", "空読み")]),
        ("デーモンとは、裏で動くプログラムです。", [("defined", "デーモン")]),
    ],
)
def test_a_sentence_claims_something_of_its_subject(written: str, expected: list[tuple[str, str]]) -> None:
    assert claimed(written) == expected


@pytest.mark.parametrize(
    ("written", "term", "meaning"),
    [
        ("**태그**: 이름표", "태그", "이름표"),
        ("**태그:** 이름표", "태그", "이름표"),
        ("태그(Tag) - 이름표", "태그", "이름표"),
        ("`kind` → 만들 것의 종류", "kind", "만들 것의 종류"),
        ("파티션 (%p)", "%p", "파티션"),
    ],
)
def test_a_sign_parts_a_term_from_its_meaning(written: str, term: str, meaning: str) -> None:
    claim = separated(run(written))
    assert claim is not None
    assert (claim.name, claim.meaning.text) == (term, meaning)


@pytest.mark.parametrize(
    "written", ["https://example.org/a", "시각은 10:30", "`a: b`", "a server (for one: a printer) waits"]
)
def test_a_sign_inside_of_something_parts_nothing(written: str) -> None:
    assert separated(run(written)) is None


@pytest.mark.parametrize(
    ("written", "term", "meaning"),
    [
        ("볼륨  \n남는 저장 공간", "볼륨", "남는 저장 공간"),
        ("`$?`\n마지막 명령의 상태. 0이면 성공", "$?", "마지막 명령의 상태."),
        ("~  \nhome. 사용자의 자리", "~", "home. 사용자의 자리"),
    ],
)
def test_a_line_of_few_words_may_be_the_term_of_the_next(written: str, term: str, meaning: str) -> None:
    claim = stacked(run(written))
    assert claim is not None
    assert (claim.name, claim.meaning.text) == (term, meaning)


@pytest.mark.parametrize("written", ["한 줄뿐이다", "먼저 서버를 켠다.\n그다음 접속한다.", "다음과 같다:\n차례로 한다"])
def test_a_sentence_is_no_term_of_the_next_line(written: str) -> None:
    assert stacked(run(written)) is None


@pytest.mark.parametrize(
    ("name", "text", "expected"),
    [
        ("PAM", "Pluggable Authentication Module", True),
        ("TCP", "Protocol of transport", False),
        ("pam", "a module", False),
    ],
)
def test_an_acronym_is_spelt_out_by_its_initials(name: str, text: str, expected: bool) -> None:
    assert is_acronym(name, text) is expected


def test_a_clause_that_goes_on_ends_its_meaning_before_the_copula() -> None:
    (ways, _) = claims_of(run("가상 머신은 컴퓨터를 통째로 흉내 낸 것이지만 컨테이너는 프로세스를 나누는 기술이다."))
    assert ways[0].meaning.text.endswith("흉내 낸 것")


def definitions(written: str) -> list[tuple[str, str]]:
    note = recognise(parse(SourceFile("note.md", written)), key="note")
    return [(fact["term"], fact["meaning"]) for fact in facts_of(note) if fact["kind"] == "definition"]


def test_a_question_is_answered_by_the_next_sentence() -> None:
    assert definitions("> 트랜잭션이란? 나눌 수 없는 작업의 단위\n") == [("트랜잭션", "나눌 수 없는 작업의 단위")]


def test_a_quote_under_a_heading_may_define_it() -> None:
    written = "## 그룹\n\n> 사용자를 묶어서 관리할 수 있는 단위다\n\n## 어제\n\n> 아무 일도 없었다\n"
    assert definitions(written) == [("그룹", "사용자를 묶어서 관리할 수 있는 단위다")]


def test_sections_side_by_side_that_tell_what_they_are_make_a_glossary() -> None:
    parsed = parse(
        SourceFile(
            "note.md",
            "## 볼륨\n\n남는 저장 공간\n\n## 노드\n\n파드가 올라가는 서버\n\n## 파드\n\n컨테이너를 묶은 배포 단위\n"
            "## 어제\n\n서버가 멈췄다.\n",
        )
    ).blocks
    sections = [(block, (parsed[at + 1],)) for at, block in enumerate(parsed) if isinstance(block, Heading)]
    assert share_of_definitions(sections, Desk()) == 0.75
    assert share_of_definitions(sections[:2], Desk()) == 0.0


@pytest.mark.parametrize(
    "written",
    [
        "- 상태 보기 : sudo service db status\n- 다시 시작 : sudo service db restart\n",
        "[웹 강의 - 아무개] 내용이다.\n",
        "EXPOSE는 밖으로 열 포트를 설정한다.\n",
    ],
)
def test_commands_orders_and_what_a_program_does_define_nothing(written: str) -> None:
    assert definitions(written) == []


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ("(별명: 다른 이름으로 부르는 이름)\n", [("별명", "다른 이름으로 부르는 이름")]),
        ("## 별명\n\n![그림](a.png)\n\n다른 이름으로 부르기 위한 이름\n", [("별명", "다른 이름으로 부르기 위한 이름")]),
        ("- 배치: 개수가 아니다. 파드가 올라갈 노드를 찾는 일\n", [("배치", "파드가 올라갈 노드를 찾는 일")]),
        ("## 별명 정의하기\n\n정의하는 방법\n", []),
        ("> ## 별명\n\n- 다른 이름으로 부르기 위한 이름\n", [("별명", "다른 이름으로 부르기 위한 이름")]),
        (
            "<details>\n<summary>별명</summary>\n\n- 다른 이름으로 부르기 위한 이름\n\n</details>\n",
            [("별명", "다른 이름으로 부르기 위한 이름")],
        ),
        ("1. **별명** 📦\n   - 다른 이름으로 부르기 위한 이름\n", [("별명", "다른 이름으로 부르기 위한 이름")]),
        ("1. 🔖 **별명 (Alias)**\n\n- 다른 이름으로 부르기 위한 이름\n", [("별명", "다른 이름으로 부르기 위한 이름")]),
        ("## 별명\n\n🔷 **다른 이름으로 부르기 위한 이름**\n", [("별명", "다른 이름으로 부르기 위한 이름")]),
        (
            "## 단점\n\n| 항목 | 내용 |\n|---|---|\n| 느린 쓰기 | 바꿀 때마다 갱신됨 |\n| 큰 자리 | 더 많이 차지함 |\n",
            [],
        ),
        ("**Q. 별명이란?**\n\nA. 다른 이름으로 부르기 위한 이름\n", [("별명", "다른 이름으로 부르기 위한 이름")]),
        ("차례 바꾸기(rolling) 방식은 하나씩 바꾸는 방식이다.\n", [("차례 바꾸기", "하나씩 바꾸는 방식이다")]),
        ("## 장점\n\n별명은 다른 이름으로 부르는 이름을 말한다.\n", [("별명", "다른 이름으로 부르는 이름을 말한다")]),
        ("## 장점\n\n별명은 이름보다 짧다.\n", []),
        ("첫째는 파일의 시각을 보는 것이다. 둘째는 크기를 보는 것이다.\n", []),
        (
            "별명(alias) : 다른 이름\n문패는 이름을 적어 두는 판입니다.\n어제는 비가 왔다.\n",
            [("별명", "다른 이름"), ("문패", "이름을 적어 두는 판입니다")],
        ),
        ("별명이란?\n  : 다른 이름으로 부르는 이름\n", [("별명", "다른 이름으로 부르는 이름")]),
        (
            "## 이름\n\n> 별명 : 부르기 위한 이름\n> 본명 : 태어날 때의 이름\n",
            [("별명", "부르기 위한 이름"), ("본명", "태어날 때의 이름")],
        ),
        ("순서(order)는 차례대로, 빠짐없이 지나는 길이다.\n", [("순서", "차례대로, 빠짐없이 지나는 길이다")]),
        ("별명은 꽤 유용하다. 문패는 가볍다. 별명은 두 종류로 나뉜다.\n", []),
        ("| 날짜 | 한 일 |\n|---|---|\n| 3/1 | 백업 |\n| 3/2 | 이사 |\n", []),
    ],
)
def test_what_stands_around_a_definition_does_not_hide_it(written: str, expected: list[tuple[str, str]]) -> None:
    assert definitions(written) == expected


def test_a_legend_of_signs_tells_what_each_stands_for() -> None:
    written = "- 대상\n  - u : 소유자\n  - g : 그룹\n  - o : 기타\n- 날짜: 어제\n- 점수: 90\n"
    assert definitions(written) == [("u", "소유자"), ("g", "그룹"), ("o", "기타")]


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ("# Notes\n\nA crate is a box for goods.\n", [("crate", "a box for goods")]),
        ("**Crane** is the machine that lifts.\n", [("Crane", "the machine that lifts.")]),
        ("## Crane\n\nLifts boxes from the ship.\n", [("Crane", "Lifts boxes from the ship.")]),
        ("## Deploy\n\nUses the same script as before.\n", []),
        ("I think this is a good way. The next step is to test it.\n", []),
    ],
)
def test_english_says_what_things_are_without_a_topic(written: str, expected: list[tuple[str, str]]) -> None:
    assert definitions(written) == expected


def test_a_gap_in_a_box_parts_names_from_what_they_are() -> None:
    written = "```\n./\t\t지금 있는 디렉토리\n../\t\t한 단계 위의 디렉토리\n```\n"
    assert definitions(written) == [("./", "지금 있는 디렉토리"), ("../", "한 단계 위의 디렉토리")]


def test_a_heading_may_define_its_own_term() -> None:
    written = "## 레지스트리 : 이미지를 저장해 두는 저장소\n\n공개된 것도 있다.\n\n## 서버 : 설치하기\n\n설치한다.\n"
    note = recognise(parse(SourceFile("note.md", written)), key="note")
    found = [(fact["term"], fact["meaning"]) for fact in facts_of(note) if fact["kind"] == "definition"]
    assert found == [("레지스트리", "이미지를 저장해 두는 저장소")]


def test_the_head_of_a_table_says_which_column_tells_what_things_are() -> None:
    written = (
        "| 용어 | 설명 | 예 |\n|---|---|---|\n"
        "| 파드 | 컨테이너를 묶은 배포 단위 | web-1 |\n| 노드 | 파드가 올라가는 서버 | node-1 |\n"
    )
    note = recognise(parse(SourceFile("note.md", written)), key="note")
    found = [(fact["term"], fact["meaning"]) for fact in facts_of(note) if fact["kind"] == "definition"]
    assert found == [("파드", "컨테이너를 묶은 배포 단위"), ("노드", "파드가 올라가는 서버")]


def test_sentences_end_at_stops_but_not_at_dots_of_words() -> None:
    found = sentences(run("값은 1.5이다. 예(e.g. `a. b`)도 있다.\n다음 줄이다. v2.0 is out. Done"))
    assert [one.text for one in found] == [
        "값은 1.5이다.",
        "예(e.g. `a. b`)도 있다.".replace("`", ""),
        "다음 줄이다.",
        "v2.0 is out.",
        "Done",
    ]


def test_a_stop_in_brackets_ends_no_sentence_and_closing_signs_stay_with_theirs() -> None:
    written = run("끝낸다 (잠시 멈춘다. 지우지 않는다) 그리고 나간다. 「終わります。」次の文です。1. 첫째")
    bounds = sentence_bounds(written)
    assert [written.text[start:end] for start, end in bounds] == [
        "끝낸다 (잠시 멈춘다. 지우지 않는다) 그리고 나간다.",
        " 「終わります。」",
        "次の文です。",
        "1. 첫째",
    ]


@pytest.mark.parametrize(
    ("heading", "term", "asks"),
    [
        ("2. Docker Container", "Docker Container", False),
        ("✅ 프로세스란?", "프로세스", True),
        ("What is a pod?", "pod", True),
        ("什么是容器", "容器", True),
        ("コンテナとは", "コンテナ", True),
        ("심볼릭 링크(Symbolic Link)", "심볼릭 링크", False),
    ],
)
def test_a_heading_names_its_term(heading: str, term: str, asks: bool) -> None:
    title = title_of(heading)
    assert (title.term, title.asks) == (term, asks)


def test_every_weight_of_a_form_names_an_ending_or_cue_there_is() -> None:
    endings = {name for name, _ in ENDINGS} | {"odd", *BY_FORM}
    assert {cue for cue in WEIGHTS if ":" in cue and cue.split(":")[1] not in endings} == set()


@pytest.mark.parametrize(
    "written",
    [
        "어제는 서버가 멈췄다. 이 방법은 간단하다. 결과는 아래와 같다.",
        "- 작성자: 아무개\n- 날짜: 2024-01-02\n- 출처: https://example.org",
        "## 설치 환경\n\n- OS: Ubuntu 22.04\n- 메모리: 16GB",
        "This post is about my week. I was confused. The result is shown below.",
        "이 방법은 하나의 통로를 여럿이 나눠 쓴다. 통로는 하나의 문으로 드나든다.",
        "## Introduction\n\nA powerful way to look around.",
        "- **Crane**\n  - If you have a heavy box",
        "The followings are the parts of the crane.",
        "这个命令是用来测试的。",
        "如果是一个用来测试的程序，就不用管它。",
        "新しく作った箱に関しては表示されません。箱の名前は hako とします。",
        "在目录下运行该命令，即可创建一个新的仓库。",
        "An error occurs when you run it.",
        "We share a folder named after the team that owns it.",
    ],
)
def test_accounts_labels_and_facts_of_a_machine_define_nothing(written: str) -> None:
    note = recognise(parse(SourceFile("note.md", written)), key="note")
    assert [fact for fact in facts_of(note) if fact["kind"] == "definition"] == []


def test_a_near_miss_is_told_with_its_reason() -> None:
    written = "## 장점\n\n- **빠른 걸음**: 가상 머신보다 훨씬 빠르다\n- **쉬운 이사**: 어디서나 똑같이 돌릴 수 있다\n"
    told = recognise(parse(SourceFile("note.md", written)), key="note").diagnostics
    assert [one.code for one in told] == ["near-miss", "near-miss"]
    assert "gains and losses" in told[0].message
    assert told[1].span is not None
    assert written[told[1].span.start :].startswith("**쉬운 이사")
