"""What a code block is for: the sentence before it, the one after it, or its heading.

Goes in: the place of a code block. Comes out: the task in the note's words, or nothing. Authors put the words before
the code ("목록을 보려면:"), behind it ("…로 업로드", "위 명령어는 …"), or leave it to the heading. `BEFORE`,
`AFTER` and `HEADING` list what speaks for each, with weights as data; the heaviest that reaches `ENOUGH` is taken.
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
    HtmlInline,
    Image,
    Inlines,
    Link,
    OrderedList,
    Paragraph,
    Strong,
    Text,
    plain_text,
)
from exporter.recognise.command_line import is_command
from exporter.recognise.inlines import code_spans, cut, one_line, sentence_bounds, strip, text_of, unwrap
from exporter.recognise.labels import number_length, splits
from exporter.recognise.pattern import Context, Here, is_said, is_spacing
from exporter.recognise.vocabulary import DOINGS
from exporter.recognise.words import is_word

ENOUGH: Final = 2


@dataclass(frozen=True, slots=True)
class Sign:
    """A sign that a sentence tells (or, below nought, does not tell) what the code beside it is for."""

    name: str
    weight: int
    looks: re.Pattern[str]


def _sign(name: str, weight: int, looks: str) -> Sign:
    return Sign(name, weight, re.compile(looks, re.IGNORECASE))


DEEDS: Final = (
    _sign(
        "names a deed in Korean",
        2,
        r"(?:하기|보기|가기|기|설치|확인|실행|생성|삭제|변경|추가|설정|이동|조회|검색|시작|종료|중지|정지|"
        r"재시작|접속|적용|등록|해제|출력|복사|수정|업데이트|업로드|다운로드|빌드|배포|부여|개방|로그|제거|"
        r"저장|연결|초기화|전환|압축|취소|활성화|비활성화|포맷|선언|정렬|호출|로그인|받아오기|찾기|커밋|푸시|"
        r"병합|되돌리기|업그레이드|테스트|백업|복구|복원|갱신|발급|생성하고.*)(?:\s*\(.*\))?[.]?$",
    ),
    _sign(
        "names a deed in English",
        2,
        r"^(?:now |next,? |then |first,? |finally,? |please |you can |let'?s |we |i )?(?:to |how to |"
        r"to be able to )?(?:re)?(?:install|create|add|check|start|stop|open|list|show|remove|delete|update|"
        r"upgrade|set|make|get|connect|launch|run|build|view|name|merge|find|search|copy|move|change|enable|"
        r"disable|configure|verify|export|import|deploy|push|pull|clone|reset|undo|switch|log|stash|kill|"
        r"print|display|clean|load|transfer|select|download|use|register|generate|initiali[sz]e|commit|apply|"
        r"restore|revert|compile|test|mount|edit|save|extract|convert|inspect|attach|tag|see|fetch|count|"
        r"write|read)(?:ing|e?s|ed)?\b",
    ),
    _sign(
        "names a deed in Chinese",
        2,
        r"^(?:查看|启动|停止|安装|创建|删除|修改|连接|授权|设置|添加|更新|执行|导出|导入|重启|搜索|切换|克隆|"
        r"提交|撤销|查询|查找|显示|下载|上传|配置|打开|关闭|编译|运行|生成|恢复|合并|拉取|推送)|(?:启动|停止|"
        r"安装|创建|删除|修改|连接|授权|设置|脚本|状态|配置|更新)$",
    ),
    _sign("names a deed as a noun", 2, r"\b(?:installation|creation|deletion|removal)\b(?: \w+){0,3}$"),
    _sign(
        "names a deed in Japanese",
        2,
        r"(?:する|する方法|作成|削除|確認|起動|停止|設定|インストール|一覧|変更|表示|実行|追加)[。]?$",
    ),
)
_RESULT: Final = (
    r"결과(?:는|가|물|값|화면|다|이다)|^결과|출력(?:된|이|은|결과|값|물)|나온다|나타난다|나왔다|보인다|"
    r"보여진다|(?:에러|오류)(?:가|를|이)? ?(?:발생|나온|나왔|났|뜬|뜨|확인|난다)|"
    r"outputs?|results?|you (?:should|will|would) (?:see|get)|looks? like|输出(?:如下|结果)|结果(?:如下|"
    r"是|为)|結果|出力|an error"
)
_FILE: Final = (
    r"내용은|내용을? (?:추가|입력|작성)|파일[을를]? ?(?:\S+ )?(?:작성|수정|편집|열어)|(?:rc|conf|config|yml|"
    r"yaml|json|xml|설정)\S* ?(?:파일)?(?:을|를|에)? ?(?:수정|추가|기입|편집|입력)|"
    r"구조는|구조가|구조:|코드는|소스는|\bcontents?\b.{0,20}:$|configuration file|설정 파일은|추가한다[.:]?$|"
    r"following (?:code|content|lines|into|to your)|with some settings|파일에 추가|(?:Dockerfile|파일|"
    r"스크립트)\S* .{0,12}(?:작성|만들)|(?:아래|위|끝|하단)에 추가"
)
_VAGUE: Final = _sign(
    "a vague deed",
    -2,
    r"(?:사용하기|사용해 ?보기|알아보기|이해하기|시작하기|살펴보기|다루기|정리하기|활용하기|들어가기|공부하기)[.]?$",
)
BEFORE: Final = (
    *DEEDS,
    _VAGUE,
    _sign("ends in a colon", 2, r"[:：]\s*$"),
    _sign(
        "points on", 2, r"아래|다음과|다음의|다음 |이렇게|\bbelow\b|\bfollowing\b|\bas follows|如下|以下|下面|次の|下記"
    ),
    _sign(
        "says what for",
        2,
        r"려면|위해|위한|하고 ?싶|^to \w+|, to \w+|\bin order to|要|想|可以|には|場合|用于",
    ),
    _sign(
        "does something", 1, r"(?:[가-힣]다|[가-힣]자|[가-힣]요|세요|하기|ます|する|しよう|ください|ましょう)[.!。]?$"
    ),
    _sign(
        "tells what was done",
        -1,
        r"[았었했였됐][다습]\S*[.!]?$|ました[。]?$|\b(?:installed|created|did|was|were|had)\b[^:]*$",
    ),
    _sign("a method", 1, r"(?:방법|how ?to|方法)[.]?$|\b(?:need|have|want) to\b|\brun:?$|\b(?:can|could) \w+"),
    _sign("a caption", 1, r"^.{2,24}(?<![다요.。!?])(?<! 후)$"),
    _sign("points back", -2, r"^\s*(?:위|위의|위와|상기|이제까지|上面|上記|the above|그러면|그럼|그랬더니|then you)"),
    _sign("tells a result", -6, _RESULT),
    _sign(
        "tells a state",
        -3,
        r"(?:이|가) (?:있다|없다|있습니다|없습니다|되었다)[.]?$|\b(?:just|we) ran\b|상태이?다[.]?$",
    ),
    _sign("shows a file", -5, _FILE),
    _sign("a question", -3, r"[?？]$"),
    _sign(
        "tells of a thing",
        -2,
        r"^(?:\S+\s){0,2}\S*[가-힣A-Za-z)](?<!다음)(?<!때)(?<!경우)(?<!에서)(?<!우리)(?<!또)(?:은|"
        r"는)\s(?!.*려면)|^[^、。]{1,20}は(?!.*(?:場合|には))",
    ),
    _sign("tells where to look", -4, r"localhost|https?://|브라우저"),
    _sign("a duty", -2, r"[해봐줘]야 (?:한다|합니다|한다고)[^가-힣]*$"),
    _sign("a caveat", -3, r"주의|must (?:be|not)|\bsupported\b|^(?:it is|if there)|때문"),
)
AFTER: Final = (
    *DEEDS,
    _sign("a caveat", -3, r"\brequired\b|\bwithout\b|해야 (?:한다|합니다)[.]?$|주의"),
    _sign("goes on from the code", 5, r"^(?:으로|로|을|를|은|는|이라고|라고|하면|를 통해|을 통해)\s"),
    _sign(
        "points back",
        4,
        r"^(?:위|위의|위와|상기|이 명령|해당 명령|上面|上記|this (?:command|will|creates|shows|installs)|"
        r"the above|이렇게 하면)",
    ),
    _sign("a caption", 1, r"^.{1,32}$"),
    _sign(
        "ends in a deed",
        1,
        r"(?:명령어|명령|사용|기|함|됨|음|줌|한다|보기|이동|변경|생성|삭제|취소|확인|설치|출력)[.!]?$",
    ),
    _sign("points on", -5, r"아래|다음|\bbelow\b|\bfollowing\b|[:：]\s*$|如下|以下|次の|下記"),
    _sign("tells a result", -6, _RESULT),
    _sign(
        "a new thought",
        -3,
        r"^(?:그리고|그러나|하지만|이제|그 다음|먼저|now|next|then|but|however|然后|次に|참고|주의|※|\[|!|이후|그럼)",
    ),
    _sign("a question", -3, r"[?？]$"),
)
HEADING: Final = (
    *DEEDS,
    _VAGUE,
    _sign("several words", 1, r"\S{2,}\s+\S{2,}"),
    _sign("a method", 1, r"(?:방법|방법들|사용|how ?to|方法)$"),
    _sign(
        "a general title",
        -4,
        r"^(?:\W|\d)*(?:명령어|기본 명령어|예시|예제|사용법|개요|소개|정리|결론|마치며|참고|기타|옵션|"
        r"commands?|usage|examples?|overview|introduction|summary|setup|basics|notes?|solutions?|tips?|misc|"
        r"others?|options?|references?|其他|其它|参考|概要|まとめ|기본 사용법|필수 명령어|環境|환경|준비|"
        r"사전 준비|상세 내용|내용|설명)(?:\W|$)",
    ),
    _sign("a question", -3, r"[?？]$"),
)
_GENERIC: Final = re.compile(
    r"(?<![가-힣])(?:아래|위|다음|그리고|이제|먼저|그래서|따라서|그러면|그럼|또한|하지만|만약|이때|이후|"
    r"끝으로|마지막으로|그|이|예를 들어|해당)(?:의|와|과|에서|는|은)?(?![가-힣])|"
    r"(?:명령어|명령|커맨드|쿼리문?)[은는을를이가]?|코드|터미널|입력|실행|수행|사용|이용|"
    r"같은|같이|같다|방법|예제|예시|(?:치면|하면|해주면|해본다|해보자|해준다|된다|한다|하자|보자|합니다|"
    r"하세요|주세요|해 ?준다|준다|주면|하십시오|됩니다|이다|같습니다|있습니다)(?![가-힣])|"
    r"(?<=\s)[을를은는의에](?=\s|$)|으로|"
    r"\b(?:the|following|commands?|run|type|enter|execute|use|below|as|follows|this|in|terminal|your|by|with|"
    r"and|then|now|we|you|just|can)\b|"
    r"如下|以下|命令|执行|使用|コマンド|[をのにで]|次の|ように|します|する|実行|。",
    re.IGNORECASE,
)


def task_of(here: Here, intro: Inlines = (), shown: str = "") -> Inlines:
    """The task of the code block at this place.

    `intro` are words already known to introduce it, `shown` its commands: words that share something with them are
    likelier meant for them.
    """
    before = intro or _words_before(here)
    after = _words_after(here)
    behind = 3 if _words_follow_code(here) else 0
    candidates = (
        (_weigh(before, BEFORE) + _place_of_words(here, intro) - behind + _shared(before, shown), before),
        (_weigh(after, AFTER) - 1 + behind - (2 if before else 0) + _shared(after, shown), after),
    )
    weight, words = max(candidates, key=lambda candidate: candidate[0])
    said = here.context.within != "option" and is_said(text_of(words), here.context)
    if weight >= ENOUGH and not said:
        return _with_heading(_without_joints(words), here)
    if _speaks_for_itself(here):
        return ()
    if not before or is_empty(text_of(before), here.context):
        return _heading_task(here, ())
    against = any(sign.weight < 0 and sign.looks.search(text_of(before)) for sign in BEFORE)
    return () if against or len(text_of(before)) > 24 else _heading_task(here, before)


def _place_of_words(here: Here, intro: Inlines) -> int:
    """What their place adds to words before code: an item of their own, a line in bold, or between two blocks."""
    block = here.near(-1)
    first = next((other for other in here.blocks if not is_spacing(other)), None)
    between = isinstance(first, CodeBlock) and isinstance(block, Paragraph) and isinstance(here.near(-2), CodeBlock)
    if between or isinstance(block, BlockQuote):
        return 0
    return 2 if intro or (isinstance(block, Paragraph) and _is_title(block)) else 1


def _is_title(block: Paragraph) -> bool:
    bare = strip(block.inlines)
    return len(bare) == 1 and isinstance(bare[0], Strong | HtmlInline) and not _is_picture(bare)


def _shared(words: Inlines, shown: str) -> int:
    """1 if a sentence speaks of what the commands do or are given, else 0."""
    text, typed = text_of(words).lower(), set(re.findall(r"[a-z0-9_./-]{3,}", shown.lower()))
    named = any(word in text for word in typed)
    doing = any(done & typed and any(word in text for word in said) for said, done in DOINGS)
    return int(bool(text) and (named or doing))


def _speaks_for_itself(here: Here) -> bool:
    """Whether the text before the code names a command of its own."""
    block = here.near(-1)
    return block is not None and any(_names_command(words, here.context) for words in last_sentences(block))


def introduces(words: Inlines, context: Context) -> bool:
    """Whether words on the line before a command tell what it is for."""
    return not is_empty(text_of(words), context) and _weigh(words, BEFORE) >= 1


def introduced(here: Here) -> Inlines:
    """The words before this place, if they point on to it beyond doubt."""
    words = _words_before(here)
    return words if words and _weigh(words, BEFORE) > ENOUGH else ()


def _without_joints(words: Inlines) -> Inlines:
    """Words without what ties them to the code: the colon that leads to it, the particle that goes on from it."""
    joint = re.match(r"^(?:으로|로|을|를)\s", text_of(words))
    return strip(cut(words, joint.end() if joint else 0), " :：\n")


def tells_result(here: Here) -> bool:
    """Whether the words before the code say that it shows what was printed."""
    block = here.near(-1)
    words = text_of(last_words(block)) if block else ""
    return is_word(words, here.context.vocabulary.output_words)


def is_empty(text: str, context: Context) -> bool:
    """Whether words only say that something is run: "아래 명령어를 입력한다", "예시"."""
    known = context.vocabulary
    if is_word(text, known.example_words | known.synopsis_words | known.or_words | known.command_words):
        return True
    left = [char for char in _GENERIC.sub(" ", text) if char.isalnum()]
    return len(left) < (2 if any(char > "\u3040" for char in left) else 3)


def is_heading(words: Inlines, context: Context) -> bool:
    """Whether a task is nothing but the heading."""
    return bool(context.trail) and text_of(words) == _bare(context.trail[-1])


def tells_of_file(text: str) -> bool:
    """Whether words say that the code is to be put into a file."""
    return bool(re.search(_FILE, text, re.IGNORECASE))


def _weigh(words: Inlines, signs: tuple[Sign, ...]) -> int:
    text = text_of(words).strip()
    return sum(sign.weight for sign in signs if sign.looks.search(text)) if text else -99


def _words_before(here: Here) -> Inlines:
    """The best sentence before the code: of the block before it, or of the one before that if it says nothing."""
    for distance in (-1, -2):
        block = here.near(distance)
        if isinstance(block, Paragraph) and _is_synopsis(block, here.context):
            return ()
        if block is None:
            return (Text(here.context.lead, span=here.block.span),) if here.at == 0 and here.context.lead else ()
        candidates = last_sentences(block)
        words = _telling(candidates, here.context)
        if distance == -2 and _weigh(words, BEFORE) < ENOUGH - 1:
            return ()
        if words or isinstance(block, CodeBlock) or any(_names_command(said, here.context) for said in candidates):
            return words
    return ()


def _telling(candidates: tuple[Inlines, ...], context: Context) -> Inlines:
    """Of the last sentences, the one that tells a task best; two that both do, together, if they are short."""
    told = [() if _names_command(words, context) else words for words in candidates]
    told = [words for words in told if words and not is_empty(text_of(words), context) and not _aside(words)]
    if not told:
        return ()
    weights = [_weigh(words, BEFORE) for words in told]
    best = weights.index(max(weights))
    both = best + 2 == len(told) and weights[-1] > 0
    if both and len(text_of(told[best])) + len(text_of(told[-1])) < 110:
        return (*told[best], Text(" ", span=told[-1][0].span), *told[-1])
    return told[best]


def _aside(words: Inlines) -> bool:
    """Whether a sentence stands in brackets as a whole."""
    text = text_of(words).strip()
    return text.startswith(("(", "（")) and text.rstrip(".。").endswith((")", "）"))


def _names_command(words: Inlines, context: Context) -> bool:
    """Whether a sentence names the command it speaks of itself (and so says what that does, not the code)."""
    if text_of(words).rstrip().endswith((":", "：")):
        return False
    return any(" " in code.strip() and is_command(code, context, 1) for _, _, code in code_spans(words))


def _is_synopsis(block: Paragraph, context: Context) -> bool:
    classes = context.vocabulary.synopsis_classes & set(block.attributes.classes)
    return bool(classes) or is_command(plain_text(block), context, 1)


def last_words(block: Block) -> Inlines:
    """The last sentence of a block of text."""
    found = last_sentences(block)
    return found[-1] if found else ()


def last_sentences(block: Block) -> tuple[Inlines, ...]:
    """The last three sentences of a block of text; of a list, those of its last item's own line."""
    match block:
        case Paragraph(inlines) if not _is_picture(inlines):
            bounds = sentence_bounds(text_of(inlines))[-3:]
            found = (strip(cut(inlines, start, end)) for start, end in bounds)
            return tuple(one_line(cut(words, number_length(text_of(words)))) for words in found)
        case BulletList(items) | OrderedList(items) if items and items[-1].blocks:
            return () if _is_pair(items[-1].blocks[0]) else last_sentences(items[-1].blocks[0])
        case BlockQuote(blocks) if blocks:
            return last_sentences(blocks[-1])
        case _:
            return ()


def _is_pair(block: Block) -> bool:
    """`OS: Linux`, `**Portability**: …`: a name and what it is, nothing that introduces code."""
    split = next(splits(block.inlines), None) if isinstance(block, Paragraph) else None
    return split is not None and split.sign in (":", "：") and bool(split.right) and len(split.left) < 24


def first_words(block: Block | None) -> Inlines:
    """The first sentence of a block of text."""
    match block:
        case Paragraph(inlines) if not _is_picture(inlines):
            bounds = sentence_bounds(text_of(inlines))
            return one_line(cut(inlines, 0, bounds[0][1])) if bounds else ()
        case BulletList(items) | OrderedList(items) if items and items[0].blocks:
            return first_words(items[0].blocks[0])
        case _:
            return ()


def _is_picture(inlines: Inlines) -> bool:
    match unwrap(inlines):
        case (Image(),) | (Link((Image(),)),):
            return True
        case _:
            return False


def _words_after(here: Here) -> Inlines:
    for distance in (1, 2):
        block = here.near(distance)
        if isinstance(block, Paragraph):
            return () if is_command(plain_text(block), here.context) else first_words(block)
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
        and any(isinstance(block, Paragraph) for block in shown)
    )


def _with_heading(words: Inlines, here: Here) -> Inlines:
    """A short caption (`Ubuntu`, `root로 실행`) says where or how, its heading what: both together."""
    text, title = text_of(words), _title_above(here)
    if len(text) >= 16 or not title or here.context.command or _weigh_heading(title) <= 0:
        return words
    if text in title:
        return (Text(title, span=words[0].span),)
    return (Text(f"{title} · ", span=words[0].span), *words)


def _title_above(here: Here) -> str:
    """The heading the code stands under, or the line set in bold (or in an HTML element) that serves as one.

    A line that names no deed (`Ubuntu`) needs its heading before it.
    """
    heading = _bare(here.context.trail[-1]) if here.context.trail else ""
    for at in range(here.at - 1, -1, -1):
        block = here.blocks[at]
        if isinstance(block, Paragraph) and _is_title(block):
            line = _bare(text_of(strip(block.inlines)))
            short = _weigh_heading(line) < ENOUGH and len(line) < 16 and _weigh_heading(heading) >= ENOUGH
            return f"{heading} · {line}" if short else line
    return heading


def _weigh_heading(heading: str) -> int:
    text = _bare(heading)
    return sum(sign.weight for sign in HEADING if sign.looks.search(text))


def _bare(heading: str) -> str:
    return heading[number_length(heading) :].strip(" :")


def _heading_task(here: Here, caption: Inlines) -> Inlines:
    """The heading as the task of code that stands right under it, with the caption between them if there is one."""
    title = _title_above(here)
    if not title or here.context.command or is_command(title.lower(), here.context):
        return ()
    if max(map(_weigh_heading, title.split(" · "))) + (1 if _first_code(here) else 0) < ENOUGH:
        return ()
    if text_of(caption).strip() in title:
        caption = ()
    text = (Text(title + (" · " if caption else ""), span=here.block.span),)
    return (*text, *caption)


def _first_code(here: Here) -> bool:
    return not any(isinstance(block, CodeBlock) for block in here.blocks[: here.at])
