"""The words that join a command to what one does with it: `…를 통해`, `… 명령으로`, `use … to`."""

from __future__ import annotations

import re
from typing import Final

COMMAND_WORD: Final = re.compile(
    r"^[`\"”’\'\s]*(?:명령어|명령|커맨드|쿼리|인스트럭션|지시어|단축키|command|instruction|shortcut|コマンド|ショートカット|命令|快捷键)(?:들)?",
    re.IGNORECASE,
)

_RUNNING_JAPANESE: Final = r"を(?:実行|使用|利用|入力)(?:して?(?!た|ま|て?から)|すると|すれば|することで)"

# `cmd`을 통해 …: what joins a command to what one does with it
USE: Final = (
    r"(?:을|를)\s*(?:통해서|통해|통하여|(?:사용|이용|활용|입력|실행|수행|호출)(?!(?:하는|되는|한|할|된)\s)|치면|쳐서|쓰면|"
    r"써서|날리|돌리|누르면|눌러서?|하면|하여)"
    r"|(?:으로|로)(?=[\s,])|(?:은|는)(?=\s)|의 경우(?:에?는)?(?=[\s,])"
    rf"|(?:コマンド)?(?:で(?=[^すあの])|を使って|を使うと|{_RUNNING_JAPANESE}、?)"
)
USE_ENGLISH: Final = re.compile(
    r"\s+(?:command\s+)?(?:is (?:the|a) command (?:to|for|that|which)?\s?|(?:is|are|can be|will be) used (?:to|for)\s|"
    r"(?:will|lets you|allows you to|helps(?: you)? to|to|for)\s(?=\w)|"
    r"(?=(?!is\b|was\b|has\b|does\b|its\b|this\b)[a-z]{2,}s\s\S))"
)
"""What joins a command to what it does in English: `` `cmd` to …``, `` `cmd` shows …``."""
MEANS: Final = re.compile(
    r"^\s*(?:(?:을|를|으로|로|은|는|이|가|의 경우(?:에?는)?)"
    r"(?=[\s,]|통|사용|이용|호출|입력|실행|치면|누르면|눌러|하면|하여|써|쓰면)"
    r"|is (?:the|a) command (?:to|for|that|which)\b"
    rf"|(?:コマンド)?(?:で|を使って|を使うと|{_RUNNING_JAPANESE}))?\s*"
    r"(?:통해서|통해|통하여|사용하여|사용해서|사용해|사용하면|이용하여|"
    r"이용해서|이용해|이용하면|호출하여|호출하면|호출해|"
    r"입력하면|입력하여|실행하면|실행하여|실행해|치면|누르면|눌러서?|하면|하여|써서|쓰면|"
    r"[,，]?\s*(?:我们|你)?(?:就|便|也|则)?(?:可以|可|能够|能|被|来|用来|用于)(?:用来|用于|来)?)?\s*[,、]?\s*"
)

ADVERB: Final = r"(?:추가로|추가적으로|직접|먼저|다시|함께|같이|차례대로|차례로|한 ?번|아래와 같이|다음과 같이)"
"""Says how a command is run, and nothing of what it does."""

# what one does with a command, and nothing of what it does: a noun before 하다, or a verb of its own
RUN_NOUN: Final = r"(?:사용|이용|활용|입력|실행|수행|호출|타이핑|작성|적용)"
RUN_VERB: Final = (
    r"(?:치|쳐|친|칠|칩|쓰|써|쓴|쓸|씁|누르|눌러|누른|누릅|날리|날려|날린|날립|돌리|돌려|돌린|때리|때려|때린|찍|넣)"
)
_RUN_ENDING: Final = (
    r"(?:한 경우|하는 경우|할 경우|(?:[하시]?면|여|[어아]|도록|게|고|기|는)?[가-힣]{0,3}?"
    r"(?: ?(?:수|것|방법|된다|됩니다|돼요|되고|됨|된|한다|합니다|함|해요|하면|하자|보자|봅시다|보면|주자|준다|줍니다|"
    r"주세요|주면|주시면|주십시오|보시면|보세요|줘야|주어야|있다|있습니다|있어요|있음|가능하다|가능합니다|가능|끝|좋다|좋습니다)[이도]?){0,3})"
)
JUST_RUN: Final = re.compile(
    r"^[`\s]*(?:[을를로]|으로|(?:이)?라고)?\s*(?:명령어?(?:[을를로]|으로)?\s*)?"
    rf"(?:{ADVERB} )?(?:(?:{RUN_NOUN}(?:을|를)?\s?(?:[하해한할합되돼]|시키|시켜|시킨)?|{RUN_VERB}|[하해한할합])"
    rf"{_RUN_ENDING}|된다|면 된다|도 있다)?[.!,\s]*$"
)

ACTION: Final = re.compile(
    r"(?:이동|삭제|종료|확인|실행|검색|저장|복사|선택|취소|출력|전환|생성|닫기|열기|보기|기|함|음|됨|한다|된다|다)\.?$"
)
NOT_SO: Final = re.compile(
    r"^[`\s]*(?:명령어?|커맨드)?\s*(?:을|를)?\s*(?:사용|이용|실행|입력|수행|호출|했|한|할)\S{0,3} "
    r"(?:때|경우|뒤|후|다음|결과)|^[^.]{0,60}할 ?때(?: 실행| 호출| 동작|\W*$)|"
    r"^(?:명령어?|\s)*[은는]\s[^.]*(?:가진다|(?<!수 )있다|필요하다|존재한다|위치한다)[.]?$|"
    r"^[`\s]*来?这样|^\s*(?:时|後|后|之后|之前|以后|的|した後|する前|[^，。,\s]{1,4}的)|"
    r"^[^.]{0,40}[했었]기 때문|"
    r"^.{0,30}?[가-힣]는 (?:(?:명령|커맨드|옵션)\S* (?:아니|못)|"
    r"(?:것|편|게|흐름|방식)(?:이|도)? ?(?:더 |가장 )?(?:안전|좋|낫|편))|"
    r"^[^.]{0,40}다고 (?:안내|권|말|설명|소개)|"
    r"^.{0,14}?(?:해도|하여도|없기|없으|안 되|않|불가)|^[^.]{0,40}수 없(?:다|습니다|음)|^[^.]{0,16}것보다\s|"
    r"(?:에러|오류|errors?)\s*(?:가|이)?\s*(?:발생|난|나|$)"
)
OBJECT_BEFORE: Final = re.compile(r"[가-힣](?:을|를|은|는)$")
"""Ends words before a command that what comes behind it is said of: `목록은 … 확인한다`."""
LEFT_OVER: Final = re.compile(
    r"^(?:(?:을|를|의|에서|에|에게|로|으로|와|과|처럼|까지|부터|보다)\s|[をのにがはと](?=[^ぁ-んー])|での|には|では|からの?)"
)
"""Begins words that were cut off behind a name, and say nothing without it."""
