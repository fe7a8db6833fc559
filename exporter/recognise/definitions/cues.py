"""What speaks for or against a claim being a definition: patterns as data, each with the name of its cue.

Three tables: what is seen in what is said (`MEANING`; how it ends stands in `endings`), in the term (`TERM`), and in
the heading above (`TITLE`). How much each cue counts stands in `weights`.
"""

from __future__ import annotations

import re
from typing import Final

from exporter.recognise.definitions.endings import Cues
from exporter.recognise.definitions.kinds import DEEDS, FUNCTIONS, KIND_CJK, KIND_KO, NOMINAL, words

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
            rf"(?:[는은한된할던의]|적|산|식|용)\s(?:[가-힣A-Za-z]+\s)?[가-힣A-Za-z]{{0,8}}(?:{words(KIND_KO).pattern})"
            r"(?:이?다|입니다|임)?(?:,|\.\s|으로서?,?|로서?,?|이며|이고|인데|이자)(?:\s|$)"
        ),
    ),
    (
        "one-kind",
        re.compile(
            r"^(?!只?有|没有)(?:[一-鿿]{0,4}一(?:个|种|款|套|组|类|项|门|台)|个(?!人)|用来|用于)|^(?:하나의|일종의)\s(?!(?:\S+\s){0,2}?\S*[을를이가에로]\s)|일종"
        ),
    ),
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
            r"|^the (?:next|first|last|second|third|previous|other|same)(?:\s\S+){0,2}$"
            r"|(?:등장한|나온|생긴|탄생한|만들어진|해결하기 위한) (?:것|방법|기술|개념)(?:이다|입니다|임)?$",
            re.IGNORECASE,
        ),
    ),
    ("pronoun", re.compile(r"^(?:it|they|we|you|he|she|i)(?:'\w+)?\s", re.IGNORECASE)),
    (
        "head-word",
        re.compile(r"^(?:설명|의미|뜻|내용|비고|description|meaning|explanation|说明|含义|説明|意味)$", re.IGNORECASE),
    ),
    ("object-topic", re.compile(r"^(?:제외|생략|무시|설치|삭제|제거|추가|변경)(?:하고|하며|한다|합니다|하자|하지|함)")),
    ("dated", re.compile(r"\d{4}[-./년]\s?\d{1,2}[-./월]")),
    ("one-word", re.compile(r"^[^\s一-鿿ぁ-ヶ]{1,12}$|^[一-鿿ぁ-ヶ]{1,4}$")),
    ("brief", re.compile(r"^(?:(?![一-鿿ぁ-ヶ]).){1,6}$|^.{1,4}$")),
    (
        "described-cjk",
        re.compile(
            r"^(?!有|没有|支持|面对|目前|一般)[^。，了]{3,}的[^，。,的了]{1,6}$"
            r"|^(?!上記|以下|下記)[^。、]*[ぁ-ん一-鿿](?:る|た|ない|の)[一-鿿ァ-ヶー]{2,12}$"
        ),
    ),
    ("done-zh", re.compile(r"^[^。]*[一-鿿]了")),
    ("says-zh", re.compile(r"^(?:指(?!定|令)|本质(?:上)?是|即(?!使|可)|主要(?:用|是)|用于|用来|表示|代表)")),
    ("lengthy", re.compile(r"^.{160,}", re.DOTALL)),
    (
        "points",
        re.compile(
            r"^(?:다음(?:과|의|은) |다음 \S+들|아래|위의 |위와 |여기|as follows|the following|below|以下|次の|如下"
            r"|下面)|(?:다음과|아래와|이와|위와) 같|(?:참고|참조)(?:한다|하자|하면|하세요|바랍|해|하시|$)"
        ),
    ),
    (
        "divides",
        re.compile(
            r"(?:가지|종류|단계|유형|부분|그룹|개)(?:의 \S+)?(?:으로|로)\s(?:크게\s)?"
            r"(?:나뉘|나뉜|나뉩|나누|나눌|나눠|분류|구분)|\b(?:divided|split|classified) into\b"
            r"|分为|分成|に分けられ|に分類"
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
            r"|lecture|post|slides|(?<!for )examples?)\b|강의|튜토리얼|블로그|포스팅|영상|문서$|教程|文档|博客",
            re.IGNORECASE,
        ),
    ),
    ("versioned", re.compile(r"^(?=.*\d)[A-Za-z][\w.+-]*(?:\s[A-Z0-9(/-][\w.()/+:-]*){1,6}$")),
    (
        "relative",
        re.compile(
            r"(?:[가-힣](?:는|은|던)|[한된할될진린킨긴난온친든운낸킬줄]) (?:[가-힣A-Za-z]+[의된한는적] )?"
            rf"[가-힣A-Za-z ]{{0,14}}[가-힣A-Za-z](?<![다요{NOMINAL}])(?<!하기)(?<!수 있)(?<!가능)"
            r"(?:이다|입니다|이에요|예요|임)?$"
        ),
    ),
    (
        "described",
        re.compile(
            r"(?:[가-힣](?:는|은|던)|[한된할될진린킨긴난온친든운낸킬줄의]|적) (?:[가-힣A-Za-z\d:/]+ ){0,2}"
            rf"(?!(?:{DEEDS})$)[가-힣A-Za-z]+(?<![다요{NOMINAL}])(?<!때)(?<!경우)(?<!하기)(?<!수 있)$"
        ),
    ),
    (
        "picks",
        re.compile(
            r"(?:선택|클릭|체크)(?:한다|합니다|함|하기)?$|^(?:select|choose|click|enter|tick)\b|^(?:选择|点击|输入|勾选)",
            re.IGNORECASE,
        ),
    ),
    ("also-called", re.compile(r"(?:이?라고도|라)\s(?:불|부르|부른|한다|합니다|함)|also (?:called|known)|也(?:叫|称)")),
    ("aims", re.compile(r"(?:위해|위해서|위하여|대비하여|하도록|하려고)$")),
    ("anaphor", re.compile(r"^(?:이|그|이런|이러한|그런|그러한)\s")),
    ("rates", re.compile(r"(?:^|\s)(?:너무|꽤|엄청|제일|별로)\s")),
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
        re.compile(rf"(?:{FUNCTIONS})(?:하는|한다|합니다|함|해준다|해줌)?$"),
    ),
    (
        "behaves",
        re.compile(
            r"(?:사용|이용|활용|통신|동작|작동|구동|진행|의존|소멸|유지|차지|시작|실행)(?:한다|합니다|함|하며|하고|된다|됩니다|됨)$"
            r"|(?<!의미를 )(?:가진다|가집니다|갖는다|가짐|끝난다|걸린다|나온다|남는다)$"
        ),
    ),
    (
        "tends",
        re.compile(
            r"(?:관리|제공|저장|담당|전달|제어|감시|모니터링|보관|연결|변환|중계|분배|조정|보장|유지|수행|처리|정의|표시"
            r"|포함|지원|추적|할당)(?:한다|합니다|함|해준다|해줌|해 준다)$"
        ),
    ),
    ("undergoes", re.compile(r"(?<!면 )(?:된다|됩니다|됨|되며|진다|집니다|당한다)$")),
    (
        "names-only",
        re.compile(
            r"^[A-Za-z][\w.+#/&-]*(?:\s[A-Za-z][\w.+#/&-]*){0,2}(?:\s?[,/·]\s?[A-Za-z][\w.+#/& -]*)+(?:\s?(?:등|etc))?$"
            r"|^(?!.*(?:[는은한된할의] |[다요함됨음]$))[^\W\d][\w가-힣]*(?: [\w가-힣]+)?"
            r"(?:\s?[,·、]\s?[\w가-힣]+(?: [\w가-힣]+){0,2}(?:\([^()]*\))?)+(?<!등)$"
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
            r"^(?!(?:this|its|is|was|has|does|as|us|less|always|sometimes|perhaps|plus|access|process|class|success|kubernetes|docker|jenkins)\b)"
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
            r"^(?:이것|그것|저것|이거|여기|거기|이곳|그곳|이|그|저|제|나|내|우리|너|누구|무엇|뭐|모두|둘|하나"
            r"|다음|아래|위|앞|뒤|이번|이전|이후|오늘|지금|현재|처음|마지막|나머지|전부|끝|전자|후자|본인|자신|필자"
            r"|it|its|this|that|these|those|there|here|they|he|she|you|we|what|which|who|if|when|why|how"
            r"|where|one|all|followings?|rest|some|most|many|both|other|another|everything|everyone|nothing|something|anything|nobody|anyone|someone|somebody|people"
            r"|这|那|它|他|我|你|这里|那里|其|此|これ|それ|あれ|ここ|そこ|この|その|私|次)$"
            r"|\s(?:우리|저|나|내|여러분)$|^(?:이|그|저|해당|위|아래|앞|본|제가|내가|우리가|i|we|you|이런|그런|이러한|그러한|어떤|다른|각|각각의|모든|여러|우리|내|제|저희"
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
            r"|方法|原因|问题|结果|例|目的|理由|結果)(?:들|s)?$"
            r"|的(?:原因|核心|区别|特点|优点|缺点|作用|方法|步骤)$",
            re.IGNORECASE,
        ),
    ),
    (
        "label",
        re.compile(
            r"^(?:정의|개념|역할|용도|특징|동작 방식|사용 시점|기능|설명|형식|문법|구문|사용법|사용 ?예시?|사용 예제"
            r"|(?-i:Descriptions?)|functions?|syntax|synopsis|format|effect|功能|描述|语法|用法|格式|機能|説明|書式|構文|使い方"
            r"|(?:옵션|인자|파라미터|매개변수)(?: ?(?:설명|의미|정리|목록))?"
            r"|options?|arguments?|parameters?|flags?|(?:参数|选项)(?:说明|解释)?|オプション(?:の説明)?|引数|definition|purpose|role|定义|用途|特点|定義|役割|用語"
            r"|용어|objectives?|goals?|意思是?|비유|analogy|yes|no|else|otherwise|then|environment|requirements?|prerequisites?|作用|核心|原因|예|예시|예제|참고|주의|출처|작성자|저자|날짜|버전|제목|링크|결과|출력|입력|문제|원인"
            r"|해결|해결책|해결방법|증상|질문|답변|정답|요약|결론|비고|장점|단점|특징|목표|목적|이유|대상"
            r"|전제|조건|환경|사양|기간|장소|시간|가격|주소|이메일"
            r"|example|examples|ex|e\.?g|i\.?e|note|notes|tip|tips|warning|caution|important|info|hint"
            r"|todo|ref|references?|source|sources|see|see also|output|result|results|input|authors?|date"
            r"|version|title|link|links|email|name|pros|cons|problem|solution|answer|question"
            r"|summary|fix|fyi|ps|usage|default|update|step|result"
            r"|注意|例|例如|参考|出处|作者|日期|版本|来源|备注|提示|说明|优点|缺点|結果|出典|注|前提|環境|まとめ)(?:\s?\d+)?[.:]?$",
            re.IGNORECASE,
        ),
    ),
    (
        "step",
        re.compile(
            r"^(?:step|단계|第)\s?\d|\d\s?(?:단계|번째|일차|주차|강|장|부)$|^(?:첫|둘|두|셋|세|넷|네) ?(?:번째|째)"
            r"|^(?:first|second|third|finally|next|then|또는|혹은|or|and)$",
            re.IGNORECASE,
        ),
    ),
    (
        "clause",
        re.compile(
            r"(?:[하되있없않]는|[한된할될진던긴]|[가-힣][은는을]|[려하]면|[하되]고|해서|[으로]로|에서|까지"
            r"|부터|에|을|를|도)\s\S|(?:하면|려면|하기|기 위해|할 때|하고|하지만|해서|해도)$"
            r"|[가-힣][이가]\s(?:감소|증가|발생|필요|가능|부족)$|\b(?:that|to|if|with|by|for|and|or|when|as|of|the)$|(?:应该|可能|往往|一般|通常|都|也|因为|所以)$|^[^，]*在[^，]*[下时中后前]$"
        ),
    ),
    ("assigns", re.compile(r"^\$?[A-Z][A-Z_]+\s?=\s?\S")),
    (
        "asking",
        re.compile(r"(?:^|\s)(?:언제|왜|어떻게|어디서?|얼마나)\s|^(?:when|why|how|where|who)\s.*[?？]$", re.IGNORECASE),
    ),
    ("flagged", re.compile(r"\S\s--?[A-Za-z]+(?:\s|$)")),
    ("operator", re.compile(r"^(?:&&|\|\|?)\s|[│├└]")),
    (
        "instructs-zh",
        re.compile(r"^(?:\d+[.、]\s?)?(?:添加|设置|点击|打开|安装|执行|输入|创建|修改|配置|选择|进入|下载|运行|使用)"),
    ),
    ("place-term", re.compile(r"(?:에서|에게|부터|까지|에는|에선)$")),
    (
        "verb-phrase",
        re.compile(
            r"(?:하기|시키기|만들기|보기|되기|쓰기|주기|넣기|빼기|합니다|한다|하다|된다|했다|함|됨|세요"
            r"|습니다)$|^(?:to|how|when|if|why|using|run|add|create|install|use|make|set|get|open|click|go"
            r"|check|copy|start|stop"
            r"|build|deploy|test|configure|update|remove|delete|download|write|push|pull|edit|verify|look"
            r"|enable|disable|restart|assign|following)\b(?!$)",
            re.IGNORECASE,
        ),
    ),
    (
        "verb-alone",
        re.compile(
            r"^(?:using|run|add|create|install|use|make|set|get|open|click|go|check|copy|start|stop|build|deploy|test"
            r"|configure|update|remove|delete|download|write|push|pull|edit|verify|look|enable|disable|restart|assign)$",
            re.IGNORECASE,
        ),
    ),
    ("wordy", re.compile(r"^\S+(?:\s\S*\w\S*){3,}|^[一-鿿ぁ-ヶー、]{13,}")),
    ("long", re.compile(r"^.{31,}", re.DOTALL)),
    ("single", re.compile(r"^\S{2,24}$")),
    ("latin", re.compile(r"^[A-Za-z_.$@~/<>*\-][\w .$@~/<>*:+-]*$")),
    (
        "name-like",
        re.compile(r"^(?:[\w-]+[._/-])+[\w-]+$|^~?/[\w.-]+(?:/[\w.-]*)+$|^[a-z]+[A-Z]\w+$|^[A-Z][A-Z0-9_]+$"),
    ),
    ("divided", re.compile(r"[:：]\s|\s(?:>|>>|->|→|\+|=|vs\.?|VS\.?)\s")),
    ("parts-zh", re.compile(r"(?:分为|分成)[一二两三四五六七八九几多\d]*(?:[种类个]\S*)?$|类别$")),
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
            r"설치|(?:하|보|만들|지우|찾|살피|옮기|바꾸|늘리|줄이|올리|내리|넣|빼|끄|켜|되돌리|고치|합치|받|보내|"
            r"돌리|띄우|없애|비우)기$|방법|순서|절차|과정|실습|따라|준비|install|setup|how to|steps?|getting started"
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
