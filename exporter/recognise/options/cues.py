"""What tells in running text that an option is being explained, as data: the words before it and the words behind it.

`BEHIND` are tried in order; a cue fits where its `before` ends the text before the option and its `after` begins the
text behind it, and the meaning is what follows. `WANTED` and `WANTED_BEHIND` together tell that what comes before is
the meaning: "… 하려면 `-x`를 쓴다", "to …, use `-x`".
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final

from exporter.recognise.text.aims import KOREAN_WISH
from exporter.recognise.text.arrows import ARROW


def _any(text: str) -> str:
    """Any of some words, the longest first; `_` stands for a blank that may be missing."""
    return "(?:" + "|".join(sorted(text.replace("_", " ?").split("/"), key=len, reverse=True)) + ")"


_QUOTE: Final = r"[`'\"]?"
_WORD: Final = _any(
    "옵션/플래그/파라미터/파라메터/매개변수/인자/options?/flags?/parameters?/switch/arguments?/"
    "选项/參數/参数/オプション/フラグ"
)
_TAIL: Final = rf"^{_QUOTE}\s*(?:[(（][^()（）]{{1,20}}[)）]\s*(?={_WORD}))?(?:{_WORD}(?:값|들)?[`\s]*)?"
_DOING: Final = _any("사용/이용/활용/추가/삽입/지정/설정/입력/작성/부여/명시/적용/제공/포함/전달/실행")
_ONCE_DONE: Final = _any(
    "하면/하게_되면/하여/해서/해_주면/해_줄 경우/했을 때/할 경우/하는 경우/할 때/하고/한다면/함으로써/해/시(?=\\s)"
)
_ONCE_GIVEN: Final = _any(
    "붙이면/붙여서?/붙여_주면/붙으면/붙이게_되면/주면/줘서/주어/줄 경우/주게_되면/주고/준다면/넣으면/넣어서?/넣어_주면/"
    "쓰면/써서/달면/달아/걸면/켜면/통해서?/통하여/주어야/줘야/붙여야/넣어야/써야/달아야"
)
_USE: Final = (
    r"\b"
    + _any("uses?/using/with/via/add(?:ing)?/pass(?:ing)?/supply(?:ing)?/specify(?:ing)?/set(?:ting)?/append/include")
    + r"\b|\b"
    + _any("give/by/try/has")
    + r"\b"
)
_USING: Final = rf"(?:{_USE})\s*(?:the |an? )?"
_VERB: Final = _any(
    "will/can/lets?/allows?/tells?/makes?/means?/stands? for/does/do/specif(?:y|ies)/[a-z]{2,}[a-z]s/are/"
    "is (?:used|for|the|an?|to|short|equivalent|like)"
)
_CLAUSE: Final = (
    r"(?:^|[.,;:(]|\b(?:and|while|then|where|so|also|but|the|that|here)|여기서|이때|그리고)\s*" + _QUOTE + "$"
)


@dataclass(frozen=True, slots=True)
class Cue:
    """One way to go on behind an option; `before` is how the text before it must end."""

    name: str
    after: re.Pattern[str]
    before: re.Pattern[str] | None = None


def _cue(name: str, after: str, before: str = "") -> Cue:
    return Cue(
        name,
        re.compile(_TAIL + after, re.IGNORECASE),
        re.compile(before, re.IGNORECASE) if before else None,
    )


BEHIND: Final = (
    _cue("label", rf"(?:功能|作用|설명|의미)?(?:[:：]|{ARROW}|[-–—=](?=\s))\s*(?=\S)"),
    _cue(
        "with",
        r"(?:을|를|으로|로|과|와|도|가|까지)?\s*(?:같이 |함께 )?"
        rf"(?:{_DOING}\s?{_ONCE_DONE}|{_ONCE_GIVEN})[,\s]\s*(?!있)",
    ),
    _cue("topic", r"(?:은|는|이란|란|이|가|의 경우(?:에는|엔|는)?)(?:,|\s)\s*(?:각각\s)?"),
    _cue("by", r"(?:으로|로)\s+"),
    _cue("means", r"(?:is used|is short|is|means|stands for|will)\s+(?:to\s|for\s)?\s*", _CLAUSE),
    _cue("does", rf"(?={_VERB}\s)", _CLAUSE),
    _cue(
        "for",
        r"(?:to(?!\s(?:the|an?|this|your|its|any)\b|\s[`'\"])|for|in order to)\s+",
        rf"(?:{_CLAUSE}|{_USING}(?:[a-z-]+ )?{_QUOTE}$)",
    ),
    _cue("use", r"(?:,\s*|which\s+|(?:if|when) you want to\s+|(?=(?:if|when|unless)\s))", rf"{_USING}{_QUOTE}$"),
    _cue("which", r",\s+which\s+(?=[a-z])"),
    _cue(
        "zh",
        r"[，,]?(?:的|本意)?(?:作用|含义|意思)?"
        + _any("表示/用于/用来/是指/是/代表/可以/能够/指定/会/将")
        + r"\s*(?:为)?",
    ),
    _cue(
        "zh-use",
        rf"(?:，|来|可以|可)?(?!{_WORD})(?=[\u4e00-\u9fff])",
        r"(?:通过|使用|加上?|带上?|用)(?:参数|选项|參數)?\s*" + _QUOTE + "$",
    ),
    _cue(
        "ja",
        r"(?:は|とは|を(?:付け|つけ|指定し|使い|用い|追加し)て?(?=、)|を(?:指定|使用?|付け?|つけ|利用|追加)(?:して|し|て)?(?:実行)?"
        r"(?:すると|すれば|ると|れば|うと|えば|することで))、?\s*",
    ),
    _cue("ja-with", r"(?:で|により|によって)、?\s*", rf"(?:{_CLAUSE}|[のはに、]\s*{_QUOTE}$)"),
)

CONDITION: Final = re.compile(r"(?:때|때는|때에는|경우|경우에는?|시에?는?|면)[,\s]*" + _QUOTE + "$")
"""Ends words before an option that say when it is used: they belong to what is said behind it."""

_AIM: Final = rf"(?:{KOREAN_WISH}|려고|고자|한다면|싶을 ?때는?|[할을] ?때(?:에?는)?|[할을] 경우(?:에는?)?)"
_SO: Final = r"(?:you (?:can|may|should) |you |just |simply )*"
_BY: Final = r"(?:by )?(?:using|with|via|by|passing|adding|specifying|giving)"
_SET: Final = _any("set/specified/enabled/disabled/turned on/turned off/chosen/selected/changed/defined/controlled")
WANTED: Final = re.compile(
    rf"(?P<meaning>[^.。!?\n]*?{_AIM})[,\s]*(?:[\w\s-]{{0,24}}(?:명령어?|뒤|다음)?(?:에서?|에는|같이)\s)?{_QUOTE}$"
    r"|(?:^|[.;,]\s*|\band\s)(?:to|in order to|if you (?:want|need|wish|prefer)(?: to)?|for)\s+(?P<aim>[^.;]+?),?\s+"
    rf"{_SO}{_USING}{_QUOTE}$"
    rf"|(?:^|[.;,]\s*)(?P<unless>if you (?:don['’]t|do not) [^.;]+?),?\s+{_SO}{_USING}{_QUOTE}$"
    r"|\b(?:you|we) (?:can|could|may) (?:also )?(?P<able>[a-z]+ (?!(?:it|this|that)\b)[^.;,]+?) "
    rf"{_BY} (?:the |an? )?{_QUOTE}$"
    rf"|(?:^|[。；;]\s*)(?P<chinese>[^。；;]*[\u4e00-\u9fff]{{3}}[^。；;，,]*?)(?:的时候|的话|时)?[，,]\s*(?:只?需要?|可以?|则|就|请)*"
    rf"(?:加上?|带上?|使用|用)(?:参数|选项|參數)?\s*{_QUOTE}$"
    rf"|(?:^|[.;,]\s*)(?P<passive>[^.;,]+? (?:is|are|(?:can|could|may) be) {_SET}) {_BY} (?:the |an? )?{_QUOTE}$",
    re.IGNORECASE,
)
WANTED_BEHIND: Final = re.compile(
    _TAIL + r"(?:(?:을|를|으로|로|이|가|도)?\s*(?:같이 |함께 )?"
    rf"(?:{_DOING}|붙|주[면자고어]|준|줄|줘|넣|쓰|쓴|써|쓸|달|있|필요)"
    r"|\s*(?:뒤|다음)에|instead|as well|to (?:the|an?|your|this|that)\b|$|[.,。，:：]|即可|就)",
    re.IGNORECASE,
)
"""What stands before an option and its aim, and how the text goes on behind such an option."""

OPTION_BEHIND: Final = re.compile(rf"^{_QUOTE}\s*(?:[(（][^()（）]{{1,20}}[)）]\s*)?{_WORD}", re.IGNORECASE)
OPTION_BEFORE: Final = re.compile(rf"{_WORD}(?:\s*[:：은는]|\s+인)?\s*{_QUOTE}$", re.IGNORECASE)
"""The option is called one, behind it or before it."""

AIM_BEHIND: Final = re.compile(rf"^{_QUOTE}\s*(?:to|for)\s", re.IGNORECASE)

NOT_TOLD: Final = re.compile(
    _TAIL + r"(?:(?:을|를|이|가|은|는)?\s*(?:없|빼|제외|생략|빠[지져]|안 |않"
    rf"|(?:{_DOING}하|주|쓰|붙이?|넣|달)지 ?[않말못]|{_DOING}할 때(?:는|에는|만)\s)"
    r"|(?:과|와)\s*(?:동일|같|비슷|유사|다르|마찬가지)"
    r"|\s*(?:is|was|are) (?:missing|omitted|not|absent)\b)",
    re.IGNORECASE,
)
WITHOUT: Final = re.compile(
    rf"\b(?:without|remov(?:e|ing)|dropp?(?:ing)?|omit(?:ting)?|unlike|skip) (?:the |an? )?{_QUOTE}$"
    r"|(?:不使用|不加|没有|不带|无需|不需要)[`'\"\s]*$",
    re.IGNORECASE,
)
"""Speak of the option's absence, or liken it to another: not what it does."""
RELATED: Final = re.compile(
    r"(?:^|[.,;:\n]\s*)(?P<meaning>(?:[^\s.,;:]+ )*[^\s.,;:]+"
    r"(?<!사용하)(?<!이용하)(?<!활용하)(?<!쓰)(?<!있)(?<!없)(?<!같)(?<!다르)"
    rf"(?:는|위한) ?){_QUOTE}$"
)
"""Ends a clause before an option that tells what it does: `숨은 것까지 보여 주는 -a 옵션`."""

_FINE: Final = r"(?:된다|됩니다|됨)"
_USED: Final = (
    rf"(?:{_DOING}|시작)\s?(?:한다|합니다|함|했다|했습니다|{_FINE}|하자|하세요|하면 {_FINE}|해야 ?(?:한다|합니다|함)"
    r"|할 수 (?:있다|있음|있습니다)|하는 것(?: 같다|이다|임|입니다)?"
    rf"|해 ?(?:준다|줍니다|주자|주면 {_FINE})|가능(?:하다|함|합니다)?)"
)
_GIVEN: Final = (
    rf"(?:넣어 ?(?:준다|줍니다|주면 {_FINE})|넣는다|넣으면 {_FINE}|붙인다|붙여 ?(?:준다|주면 {_FINE})"
    rf"|쓴다|씁니다|쓰면 {_FINE}|써야 (?:한다|합니다|함)|주면 {_FINE}|준다|주는 것|{_FINE}"
    r"|있[다음]|있습니다|없[다음]|필요(?:하다|함|합니다)|줄일 수 있[다음])"
)
NO_MEANING: Final = re.compile(
    r"^[\s,]*(?:(?:으로|로|은|는|이|가|도|을|를|같이|함께|다음과 같이|아래와 같이|꼭|반드시)\s*)*"
    rf"(?:{_USED}|{_GIVEN})(?:[(（][^)）]*[)）]?)?\s*[.!]?$"
    r"|^(?:and|or|nor|should|must|needs? to|has to|requires?|is (?:required|recommended|needed|deprecated))\s"
    r"|^(?:true|false|yes|no|on|off|null|option|옵션|등|사용|추가|필수|optional|required)\W*$"
    r"|^(?:의\s*)?(?:means?|의미|뜻|차이점?|설명|사용법|종류|예시|예제|(?:유무|여부)(?:의|에)?(?:\s\S{1,6})?)\W*$"
    r"|^即可|^就(?:可以|行|好)|^으?로서\W*$|^있(?:고|으며|는데|지만)\b|^\S+의$|^(?:한다|합니다|함|하며|하고|된다|됩니다|됨)\W*$",
    re.IGNORECASE,
)
"""Says no more than that the option is used."""

ADVICE: Final = re.compile(
    r"(?:권장|주의|조심|금지|[가-힣]야 ?(?:함|한다|합니다|된다|됨)|유용|필요|위험(?:하다|함|합니다)?"
    r"|하라|세요|십시오|하자|보자|해라)\W*$|推荐|注意\W*$",
    re.IGNORECASE,
)
"""Ends a sentence that says when to use an option, or how, and not what it does."""

JOINED: Final = re.compile(
    rf"{_QUOTE}\s*(?:[,/·&|]|와|과|및|랑|하고|또는|혹은|and|or|ou|和|与|、|と)\s*{_QUOTE}", re.IGNORECASE
)
"""Joins two options of which the same is said."""

PARTICLE: Final = re.compile(r"^(?:(?:을|를|은|는|이|가|으로|로|과|와|의|도)\s+|(?:では|には|[はがをでに])、?(?=\S))")
ALONG: Final = re.compile(rf"{_QUOTE}\s*(?:{_WORD})?(?:과|와|랑|하고) (?:함께|같이)", re.IGNORECASE)
"""Behind an option that is given along with the one being explained."""

FURTHER: Final = re.compile(rf"[,/;·]\s*{_QUOTE}--?[A-Za-z][\w-]*{_QUOTE}\s?(?:[(（]|[:：]\s|{_WORD}\s)", re.IGNORECASE)
"""Another option with its own meaning, behind that of the first: `--rm : …, --name : …`, `-l(…), -w(…)`."""

OBJECT: Final = re.compile(r"^(?:(?:을|를|과|와|의)\s|を|\s*to (?:the|an?|your|this|that)\b)", re.IGNORECASE)
"""Behind what is called an option: the words that follow speak of giving it, not of what it does."""
TRAILING: Final = re.compile(r"(?:[\s,;/·+(（`'\"—–-]|\s(?:그리고|및|and|또는|or|while|여기서))+$", re.IGNORECASE)
"""What joins an option to the words that follow, and a meaning to the next option: no part of it."""
