"""Whether things with numbers are the steps of a procedure, or are merely counted: chapters, reasons, commands.

Goes in: what they are called, and the titles they stand under. Comes out: the title of the procedure, or None. Weak
cues decide together: what the titles promise, whether the names tell of doings, what stands between the numbers.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from exporter.recognise.steps.numbers import number_of
from exporter.recognise.tasks.signs import DEEDS

ORDER: Final = re.compile(
    r"생애(?:\s?주기|$)|생명\s?주기|라이프\s?사이클|한살이|순서|절차|과정|단계|흐름|워크플로|우선\s?순위"
    r"|life\s?cycle|procedure|process\b|steps?\b|stages?\b|phases?\b|workflow|\bflow\b|pipeline|sequence|precedence"
    r"|步骤|流程|过程|阶段|生命周期|顺序|优先级|手順|流れ|順序|優先順位",
    re.IGNORECASE,
)
"""A title that says that what follows comes in an order."""
_POINTS: Final = re.compile(r"다음|아래|이렇|如下|以下|following|below|次の")
"""A line that only says that the steps follow."""
_COUNTS: Final = re.compile(r"(?:\d|[두세네]|다섯|two|three|four|five)\s?(?:개의 |가지 )?(?:단계|steps|stages|phases)")
"""A sentence that says how many steps follow."""
_GOAL: Final = re.compile(
    r"설치|설정|구축|구성하|만들|생성|배포|연동|연결|등록|발급|[세셋]팅|셋업|마이그레이션|방법|하는 법|려면|할 때"
    r"|해\s?보기|하기$|\bhow to\b|^to \w+.*:|\binstall|\bset(?:ting)? ?up\b|\bdeploy|\bconfigur|\bbuilding\b"
    r"|\bcreating\b|walk-?through|quick ?start|getting started|如何|怎么|安装|配置|搭建|部署|创建|方法|教程"
    r"|インストール|構築|作成|設定|導入|するには",
    re.IGNORECASE,
)
"""A title that says what is reached in the end."""
_CATALOGUE: Final = re.compile(
    r"명령|사용법|사용\s?방법|정리|종류|기능|특징|장점|단점|팁|주의|사례|예시|예제|목록|개념|용어|이유|규칙|원칙|목차"
    r"|질문|문제|옵션|유형|비교|차이|요약|참고|활용(?:법|\s?사례|\s?팁|하려|하기|$)|문법|요구|조건|방식|경우|실수|연습|과제|환경$"
    r"|\b(?:commands?|cheat ?sheets?|tips?|features|examples?|exercises?|benefits?|advantages?|rules?|principles?"
    r"|concepts?|types?|reasons?|questions?|faq|references?|overview|summary|contents|requirements?|prerequisites?"
    r"|options?|notes?|practices?|don'?ts?|pros|cons|cases|tricks|mistakes|troubleshooting|basics|glossary"
    r"|alternatives|ways|methods|either|problems?)\b"
    r"|命令|用法|总结|目录|示例|案例|注意|特点|优点|缺点|区别|原则|问题|技巧|概念|コマンド|まとめ|特徴|使い方|目次|一覧|違い",
    re.IGNORECASE,
)
"""A title under which things stand side by side."""
_SENTENCE: Final = re.compile(r"(?:[다요까][.?!]?|[.。?!？]|です|ます)\s*$")
_BRACKETS: Final = re.compile(r"\s*[(（\[][^()（）\[\]]*[)）\]]")
_LEADING: Final = re.compile(
    r"^(?:(?:in|on|at|from|inside|once|after|before|if|when|to|using) [^,.]{3,60}, )?"
    r"(?:(?:optionally|periodically|afterwards?|finally|first(?:ly)?|second(?:ly)?|then|next|now|lastly|please"
    r"|먼저|우선|그리고|이제|마지막으로|首先|然后|接着|最后|まず|次に)[,，、]?\s*)*",
    re.IGNORECASE,
)
_DOES: Final = re.compile(
    r"(?:[가-힣](?:다|자|요|시오|세요|니다)|면 (?:된다|됩니다|돼요|끝이다|끝입니다)|기|함|[해봐줘]야\s?\S+)$"
    r"|(?:엔터|입력|선택|클릭|작성|준비|진행|개방|세팅|셋팅|구성|구축|제작|허용|동의|수행|다운|로드|이동|올림|변환|파싱|전달|보냄|기다림)$"
    r"|(?:상태|단계|states?|stages?|phases?|状态|阶段|状態|段階)$"
    r"|[가-힣A-Za-z) ](?:install|build|compile|set ?up|deploy|clone|test|run|push|pull|update|upgrade|download)$"
    r"|(?:ます|する|ください|ましょう|準備|コンパイル|ビルド|ダウンロード|選択|入力)$"
    r"|^(?:go|enter|type|click|press|choose|insert|assign|close|reopen|ensure|make sure|resolve|finish|fix|confirm"
    r"|navigate|sign|fork|follow|wait|repeat|write|look|send|paste|boot|reboot|adjust|set ?up|prepare|define|work"
    r"|checkout|check ?out|login|upload|compos|train|evaluat|install)(?:e|ing|ting|ning)?\b"
    r"|^(?:在\S{1,16}[上中里内下]|将|把|用|使用|点击|选择|输入|新建|进入|检查|测试|验证|注册|登录|部署|初始化|编写|准备|复制|解压|更改)"
)
"""What tells somebody to do something, beside the deeds that tasks name; or names a state one comes to."""
_STATES: Final = re.compile(
    r"(?:이다|입니다|있다|있습니다|없다|없습니다|(?<!면 )된다|(?<!면 )됩니다|않는다|않습니다"
    r"|나온다|나옵니다|나타난다|나타납니다"
    r"|보인다|보입니다|바뀐다|바뀝니다|된\s?것|경우|때문)$|(?:です|である|できます|なります)$|\?$"
)
"""What tells how things are."""
_BEGINS: Final = re.compile(
    r"설치|다운|받기|생성|만들|접속|가입|클론|준비|업그레이드|실행|\b(?:install|download|clone|create|open|set ?up"
    r"|prepare|fork|init|get|sign|log|generat|start|assign)|安装|下载|创建|新建|克隆|准备|打开|注册|インストール|準備|作成|取得",
    re.IGNORECASE,
)
_ENDS: Final = re.compile(
    r"확인|테스트|검증|실행|배포|푸시|완료|끝|올리|\b(?:check|test|verif|confirm|run|deploy|push|done|finish|start)"
    r"|测试|验证|完成|运行|确认|推送|確認|実行|起動|テスト",
    re.IGNORECASE,
)
WEIGHTS: Final = {
    "named": 5,
    "order": 5,
    "goal": 2,
    "goal further up": 1,
    "catalogue": -3,
    "all do": 3,
    "most do": 2,
    "few do": -3,
    "most state": -3,
    "goes on": 2,
    "begins": 1,
    "ends": 1,
    "two": -2,
    "one thing": -2,
}
"""What each cue says for a procedure, or below nought against it."""
ENOUGH: Final = 5
_LONGEST_NAME: Final = 120


@dataclass(frozen=True, slots=True)
class Counted:
    """Things with numbers.

    `names` are their words without the number, empty where that is a command to type; `titles` what they stand under,
    the nearest first, and `line` what stands right above; `named` says whether a word calls them steps, `goes_on`
    whether the count goes on behind code, `chapters` whether they are sections, with all that stands there.
    """

    names: tuple[str, ...]
    titles: tuple[str, ...]
    line: str = ""
    named: bool = False
    goes_on: bool = False
    chapters: bool = False


def procedure_title(counted: Counted) -> str | None:
    """The title of the procedure whose steps these are; None where they are no steps."""
    if len(counted.names) < 2 or sum(WEIGHTS[cue] for cue in cues_of(counted)) < ENOUGH:
        return None
    return _title(counted)


def cues_of(counted: Counted) -> Iterator[str]:
    """The cues that these things give."""
    at, title = _telling((counted.line, *counted.titles))
    words = [name for name in counted.names if name]
    ordered = is_ordered(title)
    doing = sum(map(is_doing, words))
    if ordered or is_goal(title):
        doing += len(counted.names) - len(words)
    yield from (cue for cue, holds in (("named", counted.named), ("order", ordered)) if holds)
    if _CATALOGUE.search(title) and not ordered:
        yield "catalogue"
    if is_goal(title):
        yield "goal" if at < 2 else "goal further up"
    if doing == len(counted.names):
        yield "all do"
    elif doing * 4 >= len(counted.names) * 3:
        yield "most do"
    elif doing * 2 < len(counted.names) and not (ordered or counted.named):
        yield "few do"
    if sum(map(_states, words)) * 2 > len(counted.names):
        yield "most state"
    yield from _shape(counted, words)


def _shape(counted: Counted, words: list[str]) -> Iterator[str]:
    if counted.goes_on:
        yield "goes on"
    if counted.names[0] and _BEGINS.search(counted.names[0]):
        yield "begins"
    if counted.names[-1] and _ENDS.search(counted.names[-1]):
        yield "ends"
    if len(counted.names) == 2 and not counted.named:
        yield "two"
    if counted.chapters and len(words) > 2 and _shared(words):
        yield "one thing"


def _shared(names: list[str]) -> bool:
    """Whether one word stands in nearly all names: what they are put together for is that thing."""
    each = [set(re.findall(r"[A-Za-z]{3,}|[가-힣]{2,}|[\u4e00-\u9fff]{2}", name.casefold())) for name in names]
    return any(sum(word in other for other in each) >= len(each) - 1 for word in each[0] | each[-1])


def is_doing(name: str) -> bool:
    """Whether a line tells somebody to do something."""
    said = _LEADING.sub("", _bare(name))
    if not said or _STATES.search(said):
        return False
    return bool(_DOES.search(said)) or any(
        deed.weight > 1 and deed.name.startswith("names a deed") and deed.looks.search(said) for deed in DEEDS
    )


def _states(name: str) -> bool:
    return bool(_STATES.search(_bare(name)))


def _bare(name: str) -> str:
    """The first sentence of a line, in small letters, without what stands in brackets."""
    first = re.split(r"(?<=[다요])\.\s|\n", name.strip(), maxsplit=1)[0]
    return re.sub(r"[\s.:：。]+$", "", _BRACKETS.sub("", first)).strip().lower()


def is_ordered(title: str) -> bool:
    """Whether a title or a line above says that things follow in an order."""
    if not ORDER.search(title):
        return False
    is_name = len(title) <= _LONGEST_NAME and not _SENTENCE.search(title)
    return is_name or bool(_POINTS.search(title) or _COUNTS.search(title))


def is_goal(title: str) -> bool:
    """Whether a title says what is reached in the end."""
    return bool(_GOAL.search(title)) or is_doing(title)


def _telling(titles: tuple[str, ...]) -> tuple[int, str]:
    """The nearest title that says what kind of things stand under it, and how far up it is."""
    for at, title in enumerate(titles):
        if is_ordered(title) or is_goal(title) or _CATALOGUE.search(title):
            return at, title
    return len(titles), ""


def _title(counted: Counted) -> str:
    titles = (counted.line, *counted.titles)
    at, _ = _telling(titles)
    usable = [title for title in titles[at:] + titles[:at] if _names(title) and not _is_first(title, counted)]
    title = usable[0] if usable else ""
    number = number_of(title)
    return re.sub(r"[\s:：.。]+$", "", title[number.end :] if number else title)


def _is_first(title: str, counted: Counted) -> bool:
    """Whether a title is the first step's own: that of a note without another."""
    return bool(counted.names[0]) and number_of(title) is not None and title.endswith(counted.names[0])


def _names(title: str) -> bool:
    """Whether a title names the procedure, and does more than lead on to it."""
    if not title.strip() or len(title) > _LONGEST_NAME:
        return False
    if _SENTENCE.search(title):
        return bool(ORDER.search(title)) and not _POINTS.search(title)
    return not re.fullmatch(r"[\W\d]*", title)
