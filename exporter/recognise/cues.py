"""What speaks for or against a claim being a definition: patterns as data, each with the name of its cue.

Four tables: how what is said ends (`ENDINGS`, only the first row that meets it counts), what else is seen in it
(`MEANING`), what is seen in the term (`TERM`), and in the heading above (`TITLE`). How much each cue counts stands in
`weights`.
"""

from __future__ import annotations

import re
from typing import Final

from exporter.recognise.kinds import KIND_CJK, KIND_KO, NOMINAL, PAST, words

Cues = tuple[tuple[str, re.Pattern[str]], ...]

DEEDS: Final = (
    "설치|확인|실행|사용|수행|생성|변경|저장|이동|작동|전환|삭제|제거|추가|설정|시작|종료|재시작|중지|정지|조회|출력|입력|등록|복사"
    "|수정|취소|활용|관리|구축|배포|적용|연결|접속|해제|빌드|다운로드|업로드|업데이트|테스트|생략|표기|지원|선택|표시|처리"
)
"""Nouns that are deeds: a text which ends in one tells what is done."""

ENDINGS: Final[Cues] = (
    ("asks", re.compile(r"(?:까|는가|은가|나요|는지|을지|ㄹ지)$|[?？][\s\"')\]]*$")),
    (
        "advises",
        re.compile(
            r"(?:[해여어아]야)\s?(?:만\s)?(?:한다|합니다|함|됩니다|된다|돼)|필요가 있다"
            r"|(?:하|주|보)?(?:세요|십시오|시오)$|[하보가]자$"
            r"|바란다|바랍니다|권장|추천|좋다$|좋습니다$|좋음$|주의|말 것$|마라$|해라$|할 것$|금지|조심"
            r"|하도록 (?:하자|한다|합니다|해|하면)|(?<!생각)(?<!이해)하면 (?:된다|됩니다|됨)$"
            r"|^(?:see|check|click|visit|read|go to|refer|please|you\b|if |when |your |don't|never|always|make sure"
            r"|let's)|\bshould\b|\bmust\b|してください|しましょう|必要があ|ましょう|请|不要|必须|需要|建议"
        ),
    ),
    (
        "tells",
        re.compile(rf"[{PAST}](?:다|습니다|음|어요|지만)$|ました$|でした$|了$"),
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
            r"|약자다?|약자이다|약자입니다|약어이?다?|줄임말이?다?|지칭한다|지칭|정의된다|정의한다"
            r"|의미를 갖는다|의미를 가진다|의미를 가집니다)$"
        ),
    ),
    (
        "means",
        re.compile(
            r"のこと(?:です|だ|である)?$|指し(?:ます)?$|を指す$|意味(?:する|します)$|略(?:です|称)?$"
            r"|的缩写$|的简称$|^short for|^an? (?:abbreviation|acronym)|^(?:stands for|the name of)"
        ),
    ),
    (
        "calls",
        re.compile(
            r"(?<!적)(?:이?라고|라) ?(?:한다|합니다|함|부른다|부릅니다|불린다|불립니다|할 수 있다|볼 수 있다"
            r"|(?:보|생각하|이해하)면 (?:된다|됩니다|됨)|할 수 있습니다|볼 수 있습니다|생각하면 될 것 같다)$"
        ),
    ),
    (
        "serves",
        re.compile(
            r"(?:위해서?|위한|[때떄]|데|에|용으로|용도로|으로|로|에서)\s?(?:주로 |많이 )?(?:사용"
            r"|쓰[이여인임]|이용|활용|쓰는|쓴다|쓸)(?!.*수 있)[가-힣 ]*$|^(?:is |are )?[Uu]sed\b"
            r"|^[A-Za-z]+s (?:that|the|an?|all|how|which|what|your|each|every|you)\b|使用(?:する|します)|用于|用来"
        ),
    ),
    ("plays", re.compile(r"(?:역할|담당|책임)[가-힣 ]*$|役割|^(?:is |are )?[Rr]esponsible for\b")),
    ("thing", re.compile(r"것(?:이다|입니다|이에요|임|들이다)$")),
    (
        "is-kind",
        re.compile(rf"(?:{words(KIND_KO).pattern})(?:들)?(?:이다|입니다|이에요|예요|임|이라는 것|인 것|다|이 ?다)$"),
    ),
    (
        "is-kind",
        re.compile(rf"(?:的[^，。的]{{0,6}}|[のるたい])(?:{words(KIND_CJK).pattern})(?:です|である|だ)?$"),
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
            r"|good|better|free|different|similar|also|now|still|already|always|usually|often|only|just|in"
            r"|on|at|up|to|here|that|because|when)\b"
        ),
    ),
    ("kind", re.compile(rf"(?:{words(KIND_KO).pattern})(?:들)?$")),
    (
        "does",
        re.compile(
            rf"(?:다|니다|[해와줘돼]요|[{NOMINAL}])$|(?:る|す|む|く|う|ます)$|^(?i:allows?"
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

MEANING: Final[Cues] = (
    (
        "article",
        re.compile(
            r"^(?:basically |simply |just |essentially |actually |like )?(?:an?|the|one of|any|another"
            r"|some)\s[^가-힣]*$",
            re.IGNORECASE,
        ),
    ),
    (
        "kind-inside",
        re.compile(
            rf"(?:[는은한된할던의]|적|산|식)\s(?:[가-힣A-Za-z]+\s)?[가-힣A-Za-z]{{0,8}}(?:{words(KIND_KO).pattern})"
            r"(?:이?다|입니다|임)?(?:,|\.\s|으로서?|로서?|이며|이고|인데|이자)(?:\s|$)"
        ),
    ),
    ("one-kind", re.compile(r"^(?:一(?:个|种|款|套|组|类|项|门|台)|个|用来|用于)|^(?:하나의|일종의)|일종")),
    ("kind-zh", re.compile(rf"(?:{words(KIND_CJK).pattern})$")),
    (
        "address",
        re.compile(
            r"^\W*(?:https?:|www\.|~?/[\w.]|[A-Z]:\\|[\w.-]+@[\w.-]+|\d{1,3}(?:\.\d{1,3}){3})[!-~]*(?:\s\S+){0,2}$"
        ),
    ),
    (
        "number",
        re.compile(
            r"^v?\d+(?:\.[\dx]+)*\s?(?:or|and|이상|이하|버전|\+|以上)"
            r"|^\W*v?\d[\d.,:/년월일시분초%GMKTBgbmk\s~-]*$"
        ),
    ),
    (
        "points-back",
        re.compile(
            r"^(?:this|these|that|those|it|이|이것|그것|이런|이러한|그런"
            r"|그)(?:\s\S+){0,2}$"
            r"|(?:등장한|나온|생긴|탄생한|만들어진|해결하기 위한) (?:것|방법|기술|개념)(?:이다|입니다|임)?$",
            re.IGNORECASE,
        ),
    ),
    ("pronoun", re.compile(r"^(?:it|they|we|you|he|she|i)(?:'\w+)?\s", re.IGNORECASE)),
    ("dated", re.compile(r"\d{4}[-./년]\s?\d{1,2}[-./월]")),
    ("one-word", re.compile(r"^\S{1,12}$")),
    ("brief", re.compile(r"^.{1,6}$")),
    ("lengthy", re.compile(r"^.{160,}", re.DOTALL)),
    (
        "points",
        re.compile(
            r"^(?:다음(?:과|의|은) |아래|위의 |위와 |여기|as follows|the following|below|以下|次の|如下"
            r"|下面)|(?:다음과|아래와|이와|위와) 같|(?:참고|참조)(?:한다|하자|하면|하세요|바랍|해|하시|$)"
        ),
    ),
    ("clean-start", re.compile(r"^[가-힣A-Za-z一-鿿ぁ-ヶ`'\"(]")),
    ("comparing", re.compile(r"보다 |비해|반면|than\b|와 달리|과 달리|처럼")),
    (
        "own",
        re.compile(
            r"(?:\b(?:I|we|my|our)\b|(?<![가-힣])(?:내가|나는|나의)|우리|저는|제가|필자|여러분|你|我|私)", re.IGNORECASE
        ),
    ),
    (
        "instructs",
        re.compile(
            r"(?:적어|입력해|넣어|바꿔|바꾸어|만들어|맞춰|설정해|지정해|추가해|실행해|설치해|수정해|입력하"
            r"|설정하면|입력하면|해주면|하면 )(?:준다|줍니다|주면|고|면)"
        ),
    ),
    ("command-line", re.compile(r"^\$ |&&|\s--?[a-z]+(?:\s|$)")),
    ("command-kind", re.compile(r"(?:명령어?|커맨드|\bcommand|命令|コマンド)(?:이다|입니다|다|임)?(?:\(.*)?$")),
    (
        "material",
        re.compile(
            r"\b(?:guide|tutorial|documentation|docs|manual|courses?|book|article|blog|video|cheat ?sheet"
            r"|lecture|post|slides|examples?)\b|강의|튜토리얼|블로그|포스팅|영상|문서$|教程|文档|博客",
            re.IGNORECASE,
        ),
    ),
    ("versioned", re.compile(r"^(?=.*\d)[A-Za-z][\w.+-]*(?:\s[A-Z0-9(/-][\w.()/+:-]*){1,6}$")),
    (
        "relative",
        re.compile(
            r"(?:[가-힣](?:는|은|던)|[한된할될진린킨긴난온친든운낸킬줄]) (?:[가-힣A-Za-z]+[의된한는적] )?"
            rf"[가-힣A-Za-z ]{{0,14}}[가-힣A-Za-z](?<![다요{NOMINAL}])(?<!수 있)(?:이다|입니다|이에요|예요|임)?$"
        ),
    ),
    (
        "described",
        re.compile(
            r"(?:[가-힣](?:는|은|던)|[한된할될진린킨긴난온친든운낸킬줄의]|적) (?:[가-힣A-Za-z/]+ ){0,2}"
            rf"(?!(?:{DEEDS})$)[가-힣A-Za-z]+(?<![다요{NOMINAL}])(?<!때)(?<!경우)(?<!수 있)$"
        ),
    ),
    ("deed", re.compile(rf"(?:{DEEDS})$|[가-힣]하기$")),
    (
        "command-inside",
        re.compile(
            r"^(?:\$\s?)?(?:sudo|apt|apt-get|yum|brew|systemctl|service|docker|git|kubectl|npm|pip|ssh|cd|ls)\s[!-~]+"
        ),
    ),
    ("possessive", re.compile(r"[가-힣A-Za-z)]의\s(?:[가-힣A-Za-z]+\s){0,2}[가-힣A-Za-z]+(?:이다|입니다|임)?$")),
    (
        "purpose",
        re.compile(
            r"(?:기 위한|을 위한|를 위한|하기 위해|하게 (?:해|하)|할 수 있(?:는|게|도록))|\b(?:used (?:to|for|by|as|in)"
            r"|allows?|lets?|enables?|so that|responsible for)\b|用于|用来|ための"
        ),
    ),
    (
        "functional",
        re.compile(
            r"(?:관리|제공|저장|담당|정의|지정|연결|변환|수행|처리|제어|감시|모니터링|보관|포함|설정|표시|구성|전달|할당|기록"
            r"|실행|생성|출력|반환|조회|삭제|배포|보장|유지|결정|조정|분배|확인|명시|선언|참조|지원)(?:하는|한다|합니다|함|해준다|해줌)?$"
        ),
    ),
    (
        "names-only",
        re.compile(
            r"^[A-Za-z][\w.+#/&-]*(?:\s[A-Za-z][\w.+#/&-]*){0,2}(?:\s?[,/·]\s?[A-Za-z][\w.+#/& -]*)+(?:\s?(?:등|etc))?$"
        ),
    ),
    ("one-name", re.compile(r"^[A-Za-z][\w.+#/-]*$")),
    ("chained", re.compile(r"\s(?:-|→|->|=>|=|>)\s")),
    (
        "phrase-en",
        re.compile(
            r"^(?!(?:it|this|that|you|we|they|there|if|when|to|in|on|for|with|only|not)\b)(?:[A-Za-z][\w-]*\s){1,5}"
            r"(?:of|for|that|which|where|who|used|from|between|inside|outside|within|containing|by)\s",
            re.IGNORECASE,
        ),
    ),
    (
        "verb-en",
        re.compile(
            r"^(?!(?:this|its|is|was|has|does|as|us|less|always|sometimes|perhaps|plus|access|process|class|success)\b)"
            r"[a-z]{3,}[^s\W]s\s[a-z]",
            re.IGNORECASE,
        ),
    ),
    ("example", re.compile(r"^(?:ex\b|예\)|예:|예시|e\.g|i\.e|例)", re.IGNORECASE)),
)

TERM: Final[Cues] = (
    (
        "deictic",
        re.compile(
            r"^(?:이것|그것|저것|이거|여기|거기|이곳|그곳|이|그|저|나|내|우리|너|누구|무엇|뭐|모두|둘|하나"
            r"|다음|아래|위|앞|뒤|이번|이전|이후|오늘|지금|현재|처음|마지막|나머지|전부|끝|전자|후자|본인|자신|필자"
            r"|it|its|this|that|these|those|there|here|they|he|she|you|we|what|which|who|if|when|why|how"
            r"|where|one|all|some|most|many|both|other|another|everything|everyone|nothing|something|anything|people"
            r"|这|那|它|他|我|你|这里|那里|其|此|これ|それ|あれ|ここ|そこ|この|その|私|次)$"
            r"|^(?:이|그|저|해당|위|아래|앞|본|i|we|you|이런|그런|이러한|그러한|어떤|다른|각|각각의|모든|여러|우리|내|제|저희"
            r"|나의|this|that|these|those|my|our|your|his|their|both|another|other)\s|^(?:这个|这些|那个"
            r"|该|每个|我们|この|その|あの|これら)",
            re.IGNORECASE,
        ),
    ),
    (
        "generic",
        re.compile(
            r"(?:^|\s)(?:방법|이유|경우|때|결과|내용|예시|예제|예|목적|점|팁|기준|특징|장점|단점|차이|차이점"
            r"|문제|문제점|해결|해결책|설명|과정|순서|단계|부분|정도|시점|이상|이하|동안|중|후|전|사실|의미"
            r"|용도|필요|명령|명령어|옵션|것|기|수"
            r"|기본값|핵심|정답|요약|결론|참고|주의|주의사항|출처|작성자|날짜|버전|제목|사용법"
            r"|사용|설치|실행|확인|way|thing|reason|problem|question|idea|goal|point|example|step|result"
            r"|output|solution|answer|purpose|advantage|difference|note|command|option"
            r"|方法|原因|问题|结果|例|目的|理由|結果)(?:들|s)?$",
            re.IGNORECASE,
        ),
    ),
    (
        "label",
        re.compile(
            r"^(?:비유|예|예시|예제|참고|주의|출처|작성자|저자|날짜|버전|제목|링크|결과|출력|입력|문제|원인"
            r"|해결|해결책|해결방법|증상|질문|답변|정답|요약|결론|비고|장점|단점|특징|목표|목적|이유|대상"
            r"|전제|조건|환경|사양|기간|장소|시간|가격|주소|이메일"
            r"|example|examples|ex|e\.?g|i\.?e|note|notes|tip|tips|warning|caution|important|info|hint"
            r"|todo|ref|references?|source|sources|see|see also|output|result|results|input|authors?|date"
            r"|version|title|link|links|email|name|pros|cons|problem|solution|answer|question"
            r"|summary|fix|fyi|ps|usage|default|update|step|result"
            r"|注意|例|例如|参考|出处|作者|日期|版本|来源|备注|提示|说明|优点|缺点|結果|出典|注)(?:\s?\d+)?$",
            re.IGNORECASE,
        ),
    ),
    (
        "step",
        re.compile(
            r"^(?:step|단계|第)\s?\d|\d\s?(?:단계|번째|일차|주차|강|장|부)$|^(?:첫|두|세|네) ?번째"
            r"|^(?:first|second|third|finally|next|then|또는|혹은|or|and)$",
            re.IGNORECASE,
        ),
    ),
    (
        "clause",
        re.compile(
            r"(?:[하되있없않]는|[한된할될진던긴]|[가-힣][은는을]|[려하]면|[하되]고|해서|[으로]로|에서|까지"
            r"|부터|에|을|를|도)\s\S|(?:하면|려면|하기|기 위해|할 때|하고|하지만|해서|해도)$"
            r"|\b(?:that|to|if|with|by|for|and|or|when|as|of|the)$|(?:应该|可能|往往|一般|通常|都|也|因为|所以)$"
        ),
    ),
    (
        "verb-phrase",
        re.compile(
            r"(?:하기|시키기|만들기|보기|되기|쓰기|주기|넣기|빼기|합니다|한다|하다|된다|했다|함|됨|세요"
            r"|습니다)$|^(?:to|how|when|if|why|using|run|add|create|install|use|make|set|get|open|click|go"
            r"|check|copy|start|stop"
            r"|build|deploy|test|configure|update|remove|delete|download|write|push|pull)\b",
            re.IGNORECASE,
        ),
    ),
    ("wordy", re.compile(r"^\S+(?:\s\S*\w\S*){3,}")),
    ("long", re.compile(r"^.{31,}", re.DOTALL)),
    ("single", re.compile(r"^\S{2,24}$")),
    ("latin", re.compile(r"^[A-Za-z_.$@~/<>*\-][\w .$@~/<>*:+-]*$")),
    ("name-like", re.compile(r"^(?:[\w-]+[._/-])+[\w-]+$|^[a-z]+[A-Z]\w+$|^[A-Z][A-Z0-9_]+$")),
    ("divided", re.compile(r"[:：]\s|\s(?:>|>>|->|→|\+|=)\s")),
    ("deed-term", re.compile(rf"(?:^|\s)(?:{DEEDS})$")),
    (
        "numbering",
        re.compile(
            r"^\(?\d+[).]?$|^[a-z]\)$|^(?:방법|예시|예제|문제|사례|경우|案|例|方法|方式|method|option|case"
            r"|example|way|q|a)\s?\d+$",
            re.IGNORECASE,
        ),
    ),
    ("date-term", re.compile(r"^\d{1,4}\s?[-/.년월]\s?\d{1,2}(?:\D|$)")),
    ("symbol", re.compile(r"^[^\w\s]\w{1,2}$")),
    ("made-up", re.compile(r"^[0-9a-f]{8,}$")),
    ("commented", re.compile(r"^[#+](?!!)\s?\S")),
    ("mark-only", re.compile(r"^\W{1,3}$")),
    ("sentence", re.compile(r"[.!?]\s|[。！？]|[,，]\s.*[,，]")),
    ("link-term", re.compile(r"^https?:")),
)

TITLE: Final[Cues] = (
    (
        "concepts-title",
        re.compile(
            r"개념|정의|소개|개요|용어|overview|introduction|concepts?\b|terms?$|glossary|vocabulary|术语"
            r"|概念|介绍|用語|概要",
            re.IGNORECASE,
        ),
    ),
    (
        "kinds-title",
        re.compile(
            r"종류|구성|구조|요소|컴포넌트|유형|타입|특징|기능|상태|필드|파일|키|설정|파라미터|변수"
            r"|types?\b|kinds?\b|components?\b|elements?\b|states?\b|parts?\b|features?\b|structure"
            r"|architecture|types|组成|类型|结构|种类|構成|種類",
            re.IGNORECASE,
        ),
    ),
    (
        "gain-title",
        re.compile(
            r"장점|단점|장단점|이점|한계|장·단점|효과|이유|필요성|왜|benefits?|advantages?|pros|cons|why"
            r"|limitations?|优点|缺点|优势|为什么|メリット|デメリット|理由",
            re.IGNORECASE,
        ),
    ),
    (
        "advice-title",
        re.compile(
            r"팁|tips?\b|주의|원칙|모범|사례|best practices?|do\b|don't|해결|에러|오류|error|trouble|문제"
            r"|후기|회고|느낀|결론|마치|마무리|정리하며|들어가|시작하며|summary|conclusion|wrap"
            r"|faq|todo|问题|总结|注意|まとめ|注意",
            re.IGNORECASE,
        ),
    ),
    (
        "steps-title",
        re.compile(
            r"설치|하기$|방법|순서|절차|과정|실습|따라|준비|install|setup|how to|steps?|getting started"
            r"|tutorial|quick ?start|안치|安装|步骤|配置|手順|インストール|準備",
            re.IGNORECASE,
        ),
    ),
    (
        "sources-title",
        re.compile(
            r"참고|출처|레퍼런스|링크|\breferences?|\bsources?\b|\blinks?\b|further|reading|see also"
            r"|contents|목차|table of|参考|链接|目录|出典|リンク|目次",
            re.IGNORECASE,
        ),
    ),
    (
        "facts-title",
        re.compile(
            r"환경|사양|요구\s?사항|버전|스펙|requirements?$|environment|prerequisites?|版本|环境|環境", re.IGNORECASE
        ),
    ),
)
