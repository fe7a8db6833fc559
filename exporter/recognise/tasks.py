"""What a code block is for: the sentence before it, the one after it, or its heading.

Goes in: the place of a code block. Comes out: the task in the note's words, or nothing. Authors put the words before
the code ("목록을 보려면:"), behind it ("…로 업로드", "위 명령어는 …"), or leave it to the heading; `BEFORE`,
`AFTER` and `HEADING` list what speaks for each, with weights as data, and the heaviest that reaches `ENOUGH` is taken.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final

from exporter.kramdown.nodes import (
    Block,
    BlockQuote,
    BulletList,
    CodeBlock,
    Inlines,
    OrderedList,
    Paragraph,
    Text,
    plain_text,
)
from exporter.recognise.command_line import is_command
from exporter.recognise.inlines import cut, one_line, sentence_bounds, strip, text_of
from exporter.recognise.labels import number_length
from exporter.recognise.pattern import Context, Here, is_spacing
from exporter.recognise.words import is_word, trimmed

ENOUGH: Final = 2
_LIST: Final = (BulletList, OrderedList)


@dataclass(frozen=True, slots=True)
class Sign:
    """A sign that a sentence tells (or, below nought, does not tell) what the code beside it is for."""

    name: str
    weight: int
    looks: re.Pattern[str]


def _sign(name: str, weight: int, looks: str) -> Sign:
    return Sign(name, weight, re.compile(looks, re.IGNORECASE))


BEFORE: Final = (
    _sign("ends in a colon", 3, r"[:：]\s*$"),
    _sign("points on", 3, r"아래|다음|이렇게|\bbelow\b|\bfollowing\b|\bas follows|如下|以下|下面|次の|下記"),
    _sign(
        "says what for", 2, r"려면|위해|위한|하고 싶|하기|방법|경우|때|때는|\bto \w+|\bin order|要|想|可以|には|場合"
    ),
    _sign("a caption", 2, r"^.{1,32}$"),
    _sign(
        "does something",
        1,
        r"(?:한다|하자|해보자|해준다|합니다|보자|된다|세요|하면 된다|할 수 있다|하기|설치|확인|실행|생성|삭제|"
        r"변경|추가|설정)[.!]?$",
    ),
    _sign(
        "asks the reader to",
        2,
        r"^(?:now |next,? |then |first,? |finally,? |please |you can |let'?s |we |i )?(?:to |run|use|install|"
        r"create|add|check|start|stop|open|list|show|remove|delete|update|set|make|get|connect|launch|load|"
        r"verify|select|download|copy)\b",
    ),
    _sign("points back", -3, r"^\s*(?:위|위의|위와|상기|이제까지|上面|上記|the above)"),
    _sign(
        "tells a result",
        -4,
        r"결과|출력|나온다|나타난다|나왔다|보인다|\boutput|\bresult|you (?:should|will) see|looks like|结果|"
        r"输出|显示|結果|出力",
    ),
    _sign(
        "shows a file",
        -4,
        r"내용은|내용을 (?:추가|입력|작성)|파일을 (?:작성|수정)|구조는|코드는|\bcontents?\b.{0,20}:$|"
        r"configuration file|내용 추가|설정 파일은",
    ),
)
AFTER: Final = (
    _sign("goes on from the code", 5, r"^(?:으로|로|을|를|은|는|이라고|라고|하면|를 통해|을 통해)\s"),
    _sign(
        "points back",
        4,
        r"^(?:위|위의|위와|상기|이 명령|해당 명령|上面|上記|this (?:command|will|creates|shows|installs)|"
        r"the above|이렇게 하면)",
    ),
    _sign("a caption", 2, r"^.{1,32}$"),
    _sign(
        "a clause that ends in a noun or verb of doing",
        1,
        r"(?:명령어|명령|사용|기|함|됨|음|줌|한다|보기|이동|변경|생성|삭제|취소|확인|설치|출력)[.!]?$",
    ),
    _sign("points on", -5, r"아래|다음|\bbelow\b|\bfollowing\b|[:：]\s*$|如下|以下|次の|下記"),
    _sign("tells a result", -3, r"결과|나온다|나타난다|나왔다|output|result|you (?:should|will) see|结果|結果"),
    _sign(
        "a new thought",
        -3,
        r"^(?:그리고|그러나|하지만|이제|그 다음|먼저|now|next|then|but|however|然后|次に|참고|주의|※|\[|!)",
    ),
    _sign("a question", -3, r"\?$"),
)
HEADING: Final = (
    _sign(
        "names a deed",
        2,
        r"(?:하기|기|설치|확인|실행|생성|삭제|변경|추가|설정|이동|조회|검색|시작|종료|중지|재시작|접속|적용|"
        r"등록|해제|출력|복사|수정|업데이트|업로드|다운로드|보기|방법|사용|빌드|"
        r"배포|부여|개방|로그)(?:\s*\(.*\))?$",
    ),
    _sign(
        "names a deed",
        2,
        r"^(?:to |how to )?(?:install|create|add|check|start|stop|open|list|show|remove|delete|update|set|make|"
        r"get|connect|launch|run|build|view|rename|merge|find|search|copy|move|change|enable|disable|restart|"
        r"configure|verify|export|import|deploy|push|pull|clone|reset|undo|switch|log|stash|kill|print|display|"
        r"clean)\w*\b",
    ),
    _sign(
        "names a deed",
        2,
        r"^(?:查看|启动|停止|安装|创建|删除|修改|连接|授权|设置|添加|更新|执行|导出|导入|重启|搜索|切换|克隆|"
        r"提交|撤销)|(?:查看|"
        r"启动|停止|安装|创建|删除|修改|连接|授权|设置|脚本|状态)$",
    ),
    _sign("names a deed", 2, r"(?:する|方法|作成|削除|確認|起動|停止|設定|インストール|一覧|変更)$"),
    _sign(
        "a general title",
        -4,
        r"^(?:\W|\d)*(?:명령어|기본 명령어|예시|예제|사용법|개요|소개|정리|결론|마치며|참고|기타|옵션|"
        r"commands?|usage|examples?|overview|"
        r"introduction|summary|setup|basics|notes?|solutions?|tips?|misc|others?|options?|references?|其他|其它|参考|"
        r"概要|まとめ|기본 사용법|필수 명령어)(?:\W|$)",
    ),
    _sign("a question", -3, r"\?$"),
)


def task_of(here: Here, intro: Inlines = ()) -> Inlines:
    """The task of the code block at this place; `intro` are words already known to introduce it."""
    before = intro or _words_before(here)
    after = _words_after(here)
    behind = 3 if _words_follow_code(here) else 0
    candidates = (
        (_weigh(before, BEFORE) + (1 if before else 0) + (2 if intro else 0) - behind, before),
        (_weigh(after, AFTER) - 1 + behind - (0 if not before else 2), after),
    )
    weight, words = max(candidates, key=lambda candidate: candidate[0])
    if weight >= ENOUGH and words and not _empty_word(words, here.context):
        return _with_heading(words, here)
    return _heading_task(here) if not before or _empty_word(before, here.context) else ()


def tells_result(here: Here) -> bool:
    """Whether the words before the code say that it shows what was printed."""
    before = _words_before(here)
    return bool(before) and is_word(text_of(before), here.context.vocabulary.output_words)


def _weigh(words: Inlines, signs: tuple[Sign, ...]) -> int:
    text = text_of(words).strip()
    return sum(sign.weight for sign in signs if sign.looks.search(text)) if text else -9


def _empty_word(words: Inlines, context: Context) -> bool:
    known = context.vocabulary
    return is_word(text_of(words), known.example_words | known.synopsis_words | known.or_words | known.command_words)


def _words_before(here: Here) -> Inlines:
    block = here.near(-1)
    if isinstance(block, Paragraph) and _is_synopsis(block, here.context):
        return ()
    if block is None:
        return (Text(here.context.lead, span=here.block.span),) if here.at == 0 and here.context.lead else ()
    return last_words(block)


def _is_synopsis(block: Paragraph, context: Context) -> bool:
    return bool(context.vocabulary.synopsis_classes & set(block.attributes.classes)) or is_command(
        plain_text(block), context, 1
    )


def last_words(block: Block) -> Inlines:
    """The last sentence of a block of text."""
    match block:
        case Paragraph(inlines):
            bounds = sentence_bounds(text_of(inlines))
            start = bounds[-1][0] if bounds else 0
            words = strip(cut(inlines, start))
            return one_line(cut(words, number_length(text_of(words))))
        case BulletList(items) | OrderedList(items) if items and items[-1].blocks:
            inner = [child for child in items[-1].blocks if not is_spacing(child)]
            return last_words(inner[-1]) if inner else ()
        case BlockQuote(blocks) if blocks:
            return last_words(blocks[-1])
        case _:
            return ()


def first_words(block: Block | None) -> Inlines:
    """The first sentence of a block of text."""
    match block:
        case Paragraph(inlines):
            bounds = sentence_bounds(text_of(inlines))
            return one_line(cut(inlines, 0, bounds[0][1])) if bounds else ()
        case BulletList(items) | OrderedList(items) if items and items[0].blocks:
            return first_words(items[0].blocks[0])
        case _:
            return ()


def _words_after(here: Here) -> Inlines:
    for distance in (1, 2):
        block = here.near(distance)
        if isinstance(block, Paragraph):
            return first_words(block)
        if not isinstance(block, CodeBlock):
            return ()
    return ()


def _words_follow_code(here: Here) -> bool:
    """Whether this run of siblings begins with code and ends with words: each text belongs to the code before it."""
    shown = [block for block in here.blocks if not is_spacing(block)]
    return (
        bool(shown)
        and isinstance(shown[0], CodeBlock)
        and not here.context.lead
        and isinstance(shown[-1], Paragraph | BulletList)
        and sum(isinstance(block, Paragraph) for block in shown) >= 1
    )


def _with_heading(words: Inlines, here: Here) -> Inlines:
    """A caption of one word (`Ubuntu`) says where, the heading what: both together."""
    text = trimmed(text_of(words))
    if len(text.split()) == 1 and text.isascii() and here.context.trail and _weigh_heading(here.context.trail[-1]) > 0:
        span = words[0].span
        return (Text(f"{here.context.trail[-1]} · ", span=span), *words)
    return words


def _weigh_heading(heading: str) -> int:
    text = heading[number_length(heading) :].strip()
    return sum(sign.weight for sign in HEADING if sign.looks.search(text))


def _heading_task(here: Here) -> Inlines:
    """The heading as the task of code that stands right under it."""
    trail = here.context.trail
    if not trail or here.context.command or _weigh_heading(trail[-1]) + (1 if _first_code(here) else 0) < ENOUGH:
        return ()
    text = trail[-1][number_length(trail[-1]) :].strip()
    return (Text(text, span=here.block.span),)


def _first_code(here: Here) -> bool:
    return not any(isinstance(block, CodeBlock) for block in here.blocks[: here.at])
