"""The signs by which words are known to tell what a command is for, with their weights: data for `choice`.

`DEEDS` are for words wherever they stand, `BEFORE` for words before the code, `AFTER` for words behind it, `HEADING`
for its heading, `COMMENT` (with those of a heading) for comments. All of them look at words in small letters.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import Final, Literal

from exporter.recognise.tasks.deed_words import CHINESE, ENGLISH, KOREAN
from exporter.recognise.text.english import forms_of
from exporter.recognise.text.labels import unboxed

DEED: Final = 2
"""What words must weigh to name a deed."""
Family = Literal["comment", "before", "after", "heading"]
"""Where words can stand to the code, as far as other signs count there."""


@dataclass(frozen=True, slots=True)
class Sign:
    """A sign that a sentence tells (or, below nought, does not tell) what the code beside it is for.

    `looks` is a pattern for small letters: one that leaves capitals to the pattern takes many times as long.
    """

    name: str
    weight: int
    looks: re.Pattern[str]


def _sign(name: str, weight: int, looks: str) -> Sign:
    return Sign(name, weight, re.compile(looks))


_PAST: Final = "".join(map(chr, range(0xAC14, 0xD7A4, 28))).translate({ord(char): None for char in "있겠"})
"""The syllables that end in ㅆ: a verb of Korean with one of them tells what was done."""
DEEDS: Final = (
    _sign(
        "names a deed in Korean",
        2,
        rf"(?:기|{'|'.join(KOREAN.split())}|생성하고.*)(?:\s*\d+)?(?:\s*\(.*\))?[.]?$",
    ),
    _sign(
        "names a deed in English",
        2,
        r"^(?:\([a-z]+\) |and |also |again,? )?"
        r"(?:now,? |next,? |then,? |first,? |finally,? |please |you can )?(?:let'?s |we |i )?(?:now |then |first )?"
        r"(?:to |how to |to be able to |try to |go ahead and )?(?:[a-z]+ly )?(?:re)?"
        rf"(?:{forms_of(ENGLISH)}|back ?up)\b",
    ),
    _sign(
        "names a deed in Chinese",
        2,
        rf"^(?:{CHINESE})|(?:{CHINESE}|脚本|状态)$",
    ),
    _sign(
        "names a deed as a noun",
        2,
        r"\b(?:installation|creation|deletion|removal|replacement|setup)\b(?: \w+){0,3}$|"
        r"[가-힣] (?:create|delete|remove|expose|install|start|stop|run|list|update|upgrade|check|build|push|pull|"
        r"commit|merge|rebase|deploy|restart|login|logout|setup|config|setting|connect|test|scale|rollback|clone|reset)$",
    ),
    _sign(
        "names a doing",
        1,
        r"\b\w{3,}(?:ation|ition|letion|ction|ement|ing)\b(?: \(.*\))?$|"
        r"(?:진입|탈출|진행|처리|작업|교체|정리|분할|종료|조절|조정|쓰기|읽기)$",
    ),
    _sign(
        "names what is shown",
        1,
        r"(?:목록|리스트|현황|정보|버전|내역|이력|상태|도움말|상세|용량|사용량|점유율|개수|크기|위치|경로|주소|기록|통계|사용률|"
        r"구조|프로세스|포트|패키지|一览|列表|版本|信息|一覧|情報)$|"
        r"\b(?:list|status|version|info(?:rmation)?|history|details|help)$",
    ),
    _sign(
        "names a deed in Japanese",
        2,
        r"(?:を[^。、]{1,14}(?:[うくぐつぬぶむる]|(?<!ま)す)|する|する方法|修正|編集|比較|置換|抽出|解除|停止|再開|終了|開始|追記|閲覧|測定|監視|整形|移行|同期|共有|公開|取り込み|取り出し|切替|切り離し|並び替え|書き換え|書き込み|読み込み|呼び出し|引き継ぎ|やり直し|元に戻す|退避|ログイン|ログアウト|アップロード|ダウンロード|コピー|ビルド|デプロイ|再起動|送信|変換|圧縮|解凍|展開|適用|生成|入力|プッシュ|コミット|マージ|プル|取得|反映|切り替え|移動|登録|接続|保存|検索|復元|更新|取り消し|戻す|作成|削除|確認|起動|停止|設定|インストール|一覧|変更|表示|実行|追加|たい)[。]?$",
    ),
)
_DOES: Final = _sign(
    "tells what the command does", 2, r"[는은할]\s(?:명령어?|커맨드)(?:이?다|입니다|임)?[.]?$|するコマンド"
)
_RESULT: Final = (
    r"결과(?:는|가|물|값|화면|다|이다)|^결과|(?:나타날|나올|보일|뜰|출력될) 것|"
    r"(?:위와 ?같이|이렇게) (?:\S+ ){0,3}확인할 수 있|(?:뜨면|나오면|나타나면) |"
    r"출력(?:된|이|은|결과|값|물)|나온다|나타난다|나왔다|보인다|"
    r"보여진다|나옵니다|나타납니다|보입니다|"
    r"보여집니다|뜹니다|뜬다|표시됩니다|(?:에러|오류)(?:가|를|이)? ?(?:발생|나온|나왔|났|뜬|뜨|확인|난다)|"
    r"outputs?|results?|you (?:should|will|would) (?:see|get)|looks? like|输出(?:如下|结果)|结果(?:如下|"
    r"是|为)|結果|出力|an error"
)
FILE: Final = _sign(
    "shows a file",
    -5,
    r"내용은|내용을? (?:추가|입력|작성)|파일[을를]? ?(?:\S+ )?(?:작성|수정|편집|열어)|(?:rc|conf|config|yml|"
    r"yaml|json|xml|설정)\S* ?(?:파일)?(?:을|를|에)? ?(?:수정|추가|기입|편집|입력)|"
    r"구조는|구조가|구조:|코드는|소스는|"
    r"^(?!(?:to )?(?:show|view|list|print|see|display|read|dump)\b).*\bcontents?\b.{0,20}:$|"
    r"configuration file|설정 파일은|추가한다[.:]?$|"
    r"following (?:code|content|lines|into|to your)|with some settings|파일에 추가|(?:dockerfile|파일|"
    r"스크립트)\S* .{0,12}(?:작성|만들)|(?:아래|위|끝|하단)에 추가",
)
_BEGINNING: Final = (
    r"^(?:\W|\d|(?:now|next|then|than|first|finally|also|please|and|lastly|optional|optionally|you can|you may|we can|"
    r"let'?s|let us|we|to)\b)*"
)
"""What an English sentence may begin with before it says what is done."""
_NO_DEED: Final = (
    r"(?!(?:in|on|at|for|if|when|as|with|from|by|of|the|this|that|these|those|here|there|note|after|before|once|while|"
    r"since|because|but|or|so|not|is|are|was|it|its|they|he|she|i|you|our|my|all|both|only|like|into|under|over|"
    r"unlike|within|without|about|using|via|than|where|what|which|who|how|why|have|has|need|want|should|must|will|"
    r"would|could|can|may|might)\b)"
)
"""Words with which a sentence of another form begins."""
_TO_A_THING: Final = (
    _sign(
        "does something to a thing",
        1,
        r"[을를]\s(?:[^\s.]+\s){0,3}?[^\s.]*(?:(?<![있없같았었했였됐졌])다|자|니다|[세어아해줘봐]요|기|함|하면|려면|위해)[.!:]?$|"
        r"(?:다시|한 ?번|확인|실행|설치|설정|적용|추가|생성|삭제|수정|변경|조회|검색|시작|종료|이동|접속|등록|배포|"
        r"빌드|출력)(?:한다|합니다|하자|해 ?보자|해 ?봅시다|해 ?준다|해 ?줍니다|하세요|해 ?주세요)[.!:]?$|"
        r"を[^。、]{0,14}(?:る|す|く|う|ます|しょう|ください)[。：]?$",
    ),
    _sign(
        "does something to a thing in English",
        1,
        _BEGINNING
        + _NO_DEED
        + r"[a-z]{2,}(?: up| down| out| in| off| into| on)? (?:the|an?|your|all|our|any|each|new|`)\b",
    ),
)
"""Sentences of any verb that tell what is done to what."""
_VAGUE: Final = _sign(
    "a vague deed",
    -2,
    r"(?:사용하기|사용해 ?보기|알아보기|이해하기|시작하기|살펴보기|다루기|정리하기|활용하기|들어가기|공부하기)[.]?$|"
    r"^(?:using|working with|getting started|understanding|learning|playing with|about|exploring|introducing|"
    r"dealing with)\b(?!.* to [a-z])",
)
_SYSTEM: Final = (
    r"(?:ubuntu|debian|centos|mac ?os(?: x)?|osx|mac|linux|unix|windows|fedora|rhel|redhat|wsl2?|git ?bash|"
    r"우분투|리눅스|유닉스|윈도우즈?|맥(?:북|os)?)(?: ?[\d.]+)?"
)
SYSTEM: Final = _sign(
    "names a system",
    -4,
    rf"^[<\[(【]?\s?(?:for|on|in|under)?\s?{_SYSTEM}(?:\s?(?:[/,&+·]|and|or|및|과|와|또는)\s?{_SYSTEM})*"
    r"(?: (?:zsh|bash|powershell|cmd|terminal|터미널))?(?:[:：]|의 경우|에서|용|\s?[(（][^()]*[)）])?$",
)
_WHEN: Final = _sign(
    "says when",
    2,
    r"(?:(?<=\s)(?:때|시)(?:는|에는|엔)?|땐|경우(?:에는|에|엔|는)?|(?:려|으|하|다|되)면)\s*[,:：]?$|"
    r"(?:とき|時|場合)(?:は|には)?[、：:]?$|(?:的?时候?|的话)[，,：:]?$",
)
"""Words that tell when something is done, and so lead on to it."""
_PROPOSES: Final = _sign(
    "proposes to do",
    0,
    r"^(?!위|이 명령|해당 명령).*(?:[가-힣]자|[합봅줍]시다)[.!~ ]*$|"
    r"^(?:now,? |next,? |so,? )?let(?:'?s| us)\b|ましょう[。]?$",
)
BEFORE: Final = (
    *_TO_A_THING,
    _VAGUE,
    _DOES,
    SYSTEM,
    _sign("ends in a colon", 2, r"[:：]\s*$"),
    _sign(
        "points on", 2, r"아래|다음과|다음의|다음 |이렇게|\bbelow\b|\bfollowing\b|\bas follows|如下|以下|下面|次の|下記"
    ),
    _sign(
        "points on to several",
        0,
        r"(?:명령어?|커맨드|쿼리문?)들|차례로|차례대로|순서대로|\b(?:commands|steps|lines|queries)\b|(?:以下|下面|如下)(?:几条|几个|一系列)",
    ),
    _sign(
        "says what for",
        2,
        r"려면|위해|위한|고 ?싶|^to \w+|, to \w+|\bin order to|(?<![需主重必])要|想|可以|には|場合|用于",
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
    _sign("can be done", 1, r"[가-힣] 수 (?:도 )?있(?:다|습니다|음|어요)[.]?$"),
    _sign(
        "points back",
        -2,
        r"^\s*(?:위|위의|위와|상기|이제까지|이런 ?식으로|이렇게 하면|이러면|"
        r"上面|上記|the above|그러면|그럼|그랬더니|then you)",
    ),
    _sign("tells a result", -6, _RESULT),
    _sign(
        "tells a state",
        -3,
        r"(?:이|가) (?:있다|없다|있습니다|없습니다|되었다)[.]?$|\b(?:just|we) ran\b|상태이?다[.]?$",
    ),
    FILE,
    _sign(
        "tells how to answer",
        -6,
        r"(?:엔터|enter|y)(?:키)?(?:를|을)? ?(?:만 )?(?:눌|누르|치|쳐|입력)|넘어가(?:자|면|도|주)|"
        r"\b(?:press|hit) enter",
    ),
    _sign("a question", -3, r"^(?!how (?:do|can|to)\b).*[?？]$"),
    _sign("asks how", 2, r"^how (?:do|can) (?:i|you|we) [^?]+\?$|^어떻게.*(?:까|나요?|죠|지)\?$"),
    _sign(
        "tells of a thing",
        -2,
        r"^(?:\S+\s){0,2}\S*[가-힣a-z)](?<!다음)(?<!때)(?<![없있하되않])(?<!경우)(?<!에서)(?<!우리)(?<!또)(?:은|"
        r"는)\s(?!.*려면)|^[^、。]{1,20}は(?!.*(?:場合|には))",
    ),
    _sign("tells where to look", -4, r"localhost|https?://|브라우저"),
    _PROPOSES,
    _WHEN,
    _sign("points elsewhere", -3, r"详见|请参考|자세한 (?:내용|사항|설명)|\bfor more (?:details|info)"),
    _sign(
        "a duty",
        -2,
        r"[해봐줘꿔둬]야 (?:한다|합니다|한다고|하는 [것거]\S*)[^가-힣]*$|必要が?(?:ある|あります)[。：:]?$",
    ),
    _sign("a caveat", -3, r"주의|must (?:be|not)|\bsupported\b|^(?:it is|if there)|때문|할 수 없(?:다|습니다|음)[.]?$"),
)
AFTER: Final = (
    *_TO_A_THING,
    _PROPOSES,
    _WHEN,
    _DOES,
    _sign("a caveat", -3, r"\brequired\b|\bwithout\b|해야 (?:한다|합니다)[.]?$|주의"),
    _sign(
        "goes on from the code",
        5,
        r"^(?:으로|로|을|를|은|는|이라고|라고|하면|를 통해|을 통해)\s|^と(?:すると|すれば|打つと|入力すると)|"
        r"^を(?:実行|入力)(?:すると|すれば|して)",
    ),
    _sign(
        "points back",
        4,
        r"^(?:위|위의|위와|상기|이 명령|해당 명령|上面|上記|"
        r"this (?:command |will |would )?(?!will|should|note|time)\w+s?\b|"
        r"it (?:will )?(?!is )\w+s? |the above|이렇게 하면|you (?:will )?(?:get|see) )",
    ),
    _sign("a caption", 1, r"^.{1,32}$"),
    _sign(
        "ends in a deed",
        1,
        r"(?:명령어|명령|사용|기|함|됨|음|줌|한다|보기|이동|변경|생성|삭제|취소|확인|설치|출력)[.!]?$",
    ),
    _sign("points on", -5, r"아래|다음|\bbelow\b|\bfollowing\b|[:：]\s*$|如下|以下|次の|下記"),
    _sign(
        "tells what was done",
        -6,
        r"^(?!\s*(?:위 |위의 |위와 |이 명령|해당 명령|this command|上))"
        rf".*[{_PAST}][다습]\S*[.!]?$|ました[。]?$",
    ),
    _sign("tells where to look", -8, r"localhost|https?://|브라우저|접속"),
    _sign("points elsewhere", -6, r"^(?:see|refer|for (?:more|details)|read more|visit)\b|참고|참조|링크|문서|자세한"),
    _sign("tells a result", -6, _RESULT),
    _sign(
        "a new thought",
        -3,
        r"^(?:그리고|그러나|하지만|이제|그 다음|먼저|now|next|then|but|however|然后|次に|참고|주의|※|\[|!|이후|그럼)",
    ),
    _sign("a question", -3, r"[?？]$"),
)
HEADING: Final = (
    _TO_A_THING[0],
    _VAGUE,
    SYSTEM,
    _sign("several words", 1, r"\S{2,}\s+\S{2,}"),
    _sign("a method", 1, r"(?:방법|방법들|사용|how ?to|方法)$"),
    _sign(
        "a general title",
        -4,
        r"^(?:\W|\d)*(?:명령어|기본 명령어|예시|예제|사용법|개요|소개|정리|결론|마치며|참고|기타|옵션|"
        r"commands?|usage|examples?|overview|introduction|summary|setup|basics|notes?|solutions?|tips?|misc|"
        r"others?|options?|references?|其他|其它|参考|概要|まとめ|기본 사용법|필수 명령어|環境|환경|준비|"
        r"사전 준비|상세 내용|내용|설명)(?:\W|$)|"
        r"(?:명령어|명령|commands?|コマンド|命令) ?(?:정리|모음|목록|리스트|요약|一覧|まとめ|リスト|"
        r"列表|大全|汇总|速查|lists?|summary)$|"
        r"^\S+ (?:기본 |주요 |필수 |자주 \S+ )?(?:명령어|명령|commands?|コマンド|命令)$|"
        r"^(?:list of |all )?\S+ commands$",
    ),
    _sign("a question", -3, r"[?？]$"),
)
COMMENT: Final = (
    *_TO_A_THING[1:],
    _sign(
        "a fact", -4, r"(?:은|는) .*(?:의미|뜻|말함|이다|임)[.]?$|\bis an? (?:option|argum\w+|flag)\b|\bstands? for\b"
    ),
    _sign("an option", -2, r"옵션[.]?$"),
    _sign(
        "compares",
        -3,
        r"^(?:or|same|just|like|also|equivalent|alternatively|또는|혹은|위와 같|或者|同上)\b|"
        r"^(?:같은|동일)",
    ),
    _sign("ends in a colon", -1, r"[:：]$"),
    _sign("tells a state", -3, rf"[{_PAST}](?:으면|다면)[.,!]?$"),
    _sign("a word or two", -1, r"^\S+(?: \S+)?$"),
    _sign("a duty", -2, r"(?:해야 함|해야 한다|필요|주의|불가|없음)[.!]?$"),
    _sign("a caveat", -2, r"^(?:see (?:also|https?|\W|\S+$)|note\b|caution\b|warning\b|주의|참고|remember\b)"),
    _sign("a caption", 0, r"^.{1,24}$"),
    SYSTEM,
    _sign("code", -2, r"[={}<>|;/]"),
    _sign("tells what was done", -2, rf"[{_PAST}][다습]\S*[.!]?$|\b(?:was|were|had|ran)\b"),
    _sign("tells a result", -2, _RESULT),
)
SIGNS: Final[dict[Family, tuple[Sign, ...]]] = {
    "comment": (*COMMENT, *HEADING),
    "before": BEFORE,
    "after": AFTER,
    "heading": HEADING,
}
"""The signs that each family looks for beside `DEEDS`."""
GENERIC: Final = re.compile(
    r"(?<![가-힣])(?:아래|위|다음|그리고|이제|먼저|그래서|따라서|그러면|그럼|또한|하지만|만약|이때|이후|"
    r"끝으로|마지막으로|그|이|예를 들어|해당)(?:의|와|과|에서|는|은)?(?![가-힣])|"
    r"(?:명령어|명령|커맨드|쿼리문?)[은는을를이가]?|코드|(?:터미널|콘솔|명령 ?프롬프트|셸|쉘)(?:창|에서|에)*|"
    r"(?:순서|차례)대로|차례로|하나씩|한 ?번씩|입력|실행|수행|사용|이용|"
    r"복사(?:하여|해서|해|하고|한 ?[후뒤])? ?붙여 ?넣\S*|"
    r"같은|같이|같다|방법|방식(?:도 가능\S*)?|활용(?:해서|하여|하면)?|"
    r"할 수(?= 있)|예제|예시|(?:치면|쓰면|쓴다|하면|해주면|해본다|해보자|해준다|된다|한다|하자|보자|합니다|"
    r"하세요|주세요|해 ?준다|준다|주면|하십시오|됩니다|이다|같습니다|있습니다)(?![가-힣])|"
    r"(?:^|(?<=\s))(?:[을를은는의에로]|에서)(?=\s|$)|으로|"
    r"펼치기|펼쳐 ?보기|접기|더 ?보기|자세히 ?보기|코드 ?보기|클릭|展开|点击|"
    r"\b(?:the|following|examples?|click|me|here|expand|commands?|run|type|enter|execute|use|below|as|follows|this|in|terminal|your|by|with|"
    r"and|then|now|we|you|just|can)\b|"
    r"如下|以下|命令|执行|使用|コマンド|[をのにで]|次の|ように|します|する|実行|。"
)
"""What words in small letters may be without telling anything."""


def weigh_before(text: str) -> int:
    """How much speaks for words before code telling what it is for."""
    return _weigh(text.strip(), "before")


def weigh_after(text: str) -> int:
    """How much speaks for words behind code telling what it is for."""
    return _weigh(text.strip(), "after")


def weigh_heading(text: str) -> int:
    """How much speaks for a heading (without its number) telling what the code under it is for."""
    return sum([sign.weight for sign in signs_in(text, "heading")])


def names_deed(text: str) -> bool:
    """Whether a heading, or words like one, name something that is done."""
    return weigh_heading(text) >= DEED


def _weigh(text: str, family: Family) -> int:
    """The sum of the signs that words show; no words weigh less than anything."""
    return sum([sign.weight for sign in signs_in(text, family)]) if text else -99


@lru_cache(maxsize=256)
def signs_in(text: str, family: Family) -> tuple[Sign, ...]:
    """The signs that words show which stand in such a place."""
    small = unboxed(text.lower())
    return (*_deeds_in(small.rstrip(" :：")), *[sign for sign in SIGNS[family] if sign.looks.search(small)])


@lru_cache(maxsize=256)
def _deeds_in(small: str) -> tuple[Sign, ...]:
    """The deeds that words in small letters name: asked for in every family."""
    return tuple([sign for sign in DEEDS if sign.looks.search(small)])
