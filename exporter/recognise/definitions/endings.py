"""How what is said of a term ends: patterns as data, each with the name of its cue.

Only the first row that a meaning meets counts; English is read from its beginning, where its verb stands.
"""

from __future__ import annotations

import re
from typing import Final

from exporter.recognise.definitions.kinds import ADJECTIVE, FUNCTIONS, KIND_CJK, KIND_KO, NOMINAL, PAST, words

Cues = tuple[tuple[str, re.Pattern[str]], ...]

ENDINGS: Final[Cues] = (
    ("asks", re.compile(r"(?:까|는가|은가|나요|는지|을지|ㄹ지)$|[?？][\s\"')\]]*$")),
    (
        "advises",
        re.compile(
            r"(?:[해여어아]야)\s?(?:만\s)?(?:한다|합니다|함|됩니다|된다|돼)|필요가 있다"
            r"|(?:하|주|보)?(?:세요|십시오|시오)$|[하보가]자$"
            r"|바란다|바랍니다|권장|추천|좋다$|좋습니다$|좋음$|주의|말 것$|마라$|해라$|할 것$|금지|조심"
            r"|하도록 (?:하자|한다|합니다|해|하면)|(?<!생각)(?<!이해)하면 (?:된다|됩니다|됨)$"
            r"|(?:[누오따고부]르|받으|넣으)면 (?:된다|됩니다|됨)$"
            r"|^(?i:see|check|click|visit|read|go to|refer|please|you\b|if |when |your |don't|never|always|make sure"
            r"|let's)|\bshould\b|\bmust\b|してください|しましょう|必要があ|ましょう|请(?!求)|不要|必须|需要|建议"
        ),
    ),
    (
        "tells",
        re.compile(rf"[{PAST}](?:다|습니다|음|어요|지만)$|ました$|でした$|とします$|とする$|了$"),
    ),
    (
        "intends",
        re.compile(
            r"(?:겠다|겠습니다|[할될볼올갈일킬룰둘줄쓸을] 것이다|[할될볼올갈일킬룰둘줄쓸을] 것입니다"
            r"|것 같다|것 같습니다|예정이?다?|려고 한다|려 한다|(?:살펴|알아|다뤄|정리해|사용해|만들어"
            r"|해) ?(?:본다|봅니다|볼 것이다|보겠다)|생각한다|생각합니다|싶다)$"
        ),
    ),
    (
        "means",
        re.compile(
            r"(?:말한다|말합니다|말함|말하며|말하고|의미하며|의미하고|뜻하며|뜻하고|의미한다|의미합니다"
            r"|의미함|의미|의미이다|뜻한다|뜻합니다|뜻함|뜻|뜻이다|가리킨다|가리킵니다|가리킴|일컫는다"
            r"|나타낸다|나타냅니다|나타냄"
            r"|약자다?|약자이다|약자입니다|약어이?다?|줄임말이?다?|지칭(?:한다|합니다|함)?|정의된다|정의한다"
            r"|에 해당(?:한다|합니다|함|된다|됩니다|됨)"
            r"|의미를 갖는다|의미를 가진다|의미를 가집니다)$"
        ),
    ),
    (
        "means",
        re.compile(
            r"のこと(?:です|だ|である)?$|指し(?:ます)?$|を指す$|意味(?:する|します)$|略(?:です|称)?$"
            r"|的缩写$|的简称$|^(?:表示(?![さしす])|代表|指向|相当于)|^short for"
            r"|^an? (?:abbreviation|acronym)|^(?:stands for|the name of)"
        ),
    ),
    (
        "calls",
        re.compile(r"(?<!적)(?<!적이)(?:이?라고|라) ?(?:한다|합니다|함|부른다|부릅니다|불린다|불립니다)$"),
    ),
    (
        "likens",
        re.compile(
            r"(?<!적)(?<!적이)(?:이?라고|라) ?(?:할 수 있다|볼 수 있다|(?:보|생각하|이해하)면 (?:된다|됩니다|됨)"
            r"|할 수 있습니다|볼 수 있습니다|생각하면 될 것 같다)$"
            rf"|(?:{words(KIND_KO).pattern})으?로 (?:볼|생각할|이해할|여길) 수 (?:있다|있습니다|있음|있어요)$"
        ),
    ),
    (
        "serves",
        re.compile(
            r"(?:위해서?|위한|[때떄]|데|에|용으로|용도로|으로|로|에서)\s?(?:주로 |많이 )?(?:사용"
            r"|쓰[이여인임]|이용|활용|쓰는|쓴다|쓸)(?!.*(?:수 있|않|안 ?[된됩돼]))[가-힣 ]*$|^(?:is |are )?[Uu]sed\b"
            r"|^[A-Za-z]+s (?:that|the|an?|all|how|which|what|your|each|every|you)\b|使用(?:する|します)|用于|用来"
        ),
    ),
    ("plays", re.compile(r"(?:역할|담당|책임)[가-힣 ]*$|役割|^负责|^(?:is |are )?[Rr]esponsible for\b")),
    (
        "judges",
        re.compile(
            rf"(?:(?<!가능)하|느리|빠르|다르|바쁘|나쁘|비싸|크)다$|[{ADJECTIVE}]다$"
            r"|(?:유용|유리|불리|간단|간편|편리|복잡|단순|다양|중요|필요|강력|안전|유사|비슷|동일|적합|적절|유명|충분|부족"
            r"|명확)합니다$|(?:느립|빠릅|다릅|바쁩|나쁩|비쌉|큽)니다$|(?:좋|높|낮|많|적|쉽|어렵|가볍|무겁|깊|넓|짧|같|괜찮)습니다$"
        ),
    ),
    ("thing", re.compile(r"것(?:이다|입니다|이에요|임|들이다)$")),
    (
        "is-kind",
        re.compile(
            rf"(?:{words(KIND_KO).pattern})(?:들)?[\"'”’]?\s?(?:이다|입니다|이에요|예요|임|이라는 것|인 것|다|이 ?다)$"
        ),
    ),
    (
        "is-kind",
        re.compile(
            rf"^(?!有|没有|支持).*(?:的[^，。的]{{0,6}}|[のるたい][^、。のるたい]{{0,6}})(?:{words(KIND_CJK).pattern})(?:です|である|だ)?$"
        ),
    ),
    (
        "is",
        re.compile(
            r"(?:[^보쓰높기]이다|입니다|이에요|예요|[^쓰보]임|인 것|(?<![가-힣])이다|[A-Za-z)`]다"
            r"|"
            r"[가개고구거게기노누대데더도두드래러로료루마머모무미바배부비사서소수스시어여오요우유의이자제조주지차체초추카코크타터테토투트티파포프피하호호스]다)$"
            r"|(?:です|である|だ|であり、.*)$"
        ),
    ),
    (
        "can",
        re.compile(
            r"수(?:도)? ?(?:있|없)[다음습으]|가능(?:하다|합니다|함)?$|^(?:can|may|might|will|could"
            r"|would)\b|できる$|できます$|可以|能够"
        ),
    ),
    (
        "judges",
        re.compile(
            r"(?:필요(?:하다|합니다|함)?|같다|같습니다|쉽다|쉽습니다|어렵다|편하다|편리하다|중요하다|중요합니다|다르다|다릅니다"
            r"|많다|많습니다|없다|없습니다|없음|안 ?(?:됨|된다|됩니다)|있다|있습니다|있음"
            r"|않는다|않다|않습니다|않음|아니다"
            r"|아닙니다|빠르다|빠르고.*|유용하다|유용합니다|높다|낮다|크다|작다|존재한다|동일하다|동일"
            r"|발생한다|발생|필수|불가능?)$"
        ),
    ),
    (
        "judges",
        re.compile(
            r"^(?:not|very|so|too|more|less|important|necessary|required|available|optional|easy|hard"
            r"|good|better|free|different|similar|also|now|still|already|always|usually|often|only|just(?! an? )|in"
            r"|on|at|up|to|here|that|because|when)\b"
        ),
    ),
    ("does", re.compile(rf"[을를]\s(?:[가-힣]+\s)?(?:{FUNCTIONS})$")),
    ("kind", re.compile(rf"(?:{words(KIND_KO).pattern})(?:들)?$")),
    (
        "does",
        re.compile(
            rf"(?:다|니다|[해와줘돼]요|[{NOMINAL}])$|(?:る|す|む|く|う|ます)$|^(?:决定|管理|记录|存储|保存|提供|控制)|^(?i:allows?"
            r"|lets?|provides?|contains?|specif\w+|indicates?|holds?|stores?|manages?|controls?|defines?"
            r"|describes?|represents?|denotes?|goes|tells?)\b"
        ),
    ),
    ("unfinished", re.compile(r"(?:[하되주키내]고|[하되주키내]며|하는데|되는데)$")),
    ("joins", re.compile(r"(?:고|며|면|서|어|아|지만|는데|니|은|는|을|를|이|가|에|의|도|만|과|와|로)$")),
    ("noun", re.compile(r"[\w)\]'\"`%]$")),
)
"""How the meaning ends (in English, how it begins): the first row that meets it counts, and only that one.

One ending has a row for each kind of language: a pattern whose words all begin with a letter of their own is searched
for several times faster.
"""
