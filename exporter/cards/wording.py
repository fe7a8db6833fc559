"""How cards ask, in the language of the note, as data.

Goes in: a language. Comes out: its `Wording`. Words in braces are filled in as HTML: {name}, {command}, {flag},
{value}, {title}, {step}, {term}. `…_of` lines stand under what is given ("Lists images / Which command?"); `asked`
turns what is given and the thing asked for into one question where the language's endings allow it surely.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from typing import Final

from exporter.cards import korean_questions
from exporter.study import Language

_NOTHING: Final = re.compile(r"(?!)")


def _never(_given: str, _noun: str) -> str | None:
    return None


@dataclass(frozen=True, slots=True)
class Wording:
    """The words of one language.

    `when` finds meanings that say when to use a thing, `condition` a task that only makes sense with its command's
    purpose. `blanks` find, in a sentence nobody marked, the words (group 1) that its wording makes a question of.
    `vague` finds sentences that point outside of themselves, `here` the words of a task that point at the code below,
    `fragment` what is only a piece of a sentence.
    `asked(given, noun)` is the whole question for a command, option or term whose meaning is `given`, or None;
    `what_is(term)` is a template for "what is {term}?".
    """

    command: str
    option: str
    command_of: str
    purpose_of: str
    option_of: str
    option_alone: str
    in_command: str
    meaning_of: str
    when_of: str
    meaning_alone: str
    value_of: str
    option_for_value: str
    term_of: str
    blank: str
    blank_after: str
    line_of: str
    first_step: str
    next_step: str
    all_steps: str
    compare: str
    what_is: Callable[[str], str]
    asked: Callable[[str, str], str | None] = _never
    named: Callable[[str], str | None] = lambda _given: None
    when: re.Pattern[str] = _NOTHING
    condition: re.Pattern[str] = _NOTHING
    blanks: tuple[re.Pattern[str], ...] = ()
    loose: re.Pattern[str] = _NOTHING
    told: re.Pattern[str] = _NOTHING
    vague: re.Pattern[str] = _NOTHING
    here: re.Pattern[str] = _NOTHING
    fragment: re.Pattern[str] = _NOTHING


WORDINGS: Final[dict[Language, Wording]] = {
    "ko": Wording(
        command="명령어",
        option="옵션",
        command_of="어떤 명령어인가?",
        purpose_of="{name} 명령어는 무엇을 하는가?",
        option_of="{command}의 어떤 옵션인가?",
        option_alone="어떤 옵션인가?",
        in_command="{command}에서",
        meaning_of="{command}에서 {flag} 옵션은 무엇을 하는가?",
        when_of="{command}에서 {flag} 옵션은 언제 사용하는가?",
        meaning_alone="{flag} 옵션은 무엇을 하는가?",
        value_of="{command}에서 {flag} 옵션에 주는 값은?",
        option_for_value="{command}에서 {value} 값을 지정하는 옵션은?",
        term_of="무엇에 대한 설명인가?",
        blank="빈칸에 들어갈 인자는?",
        blank_after="{flag} 뒤의 빈칸에 들어갈 값은?",
        line_of="명령행을 쓰라.",
        first_step="{title}: 첫 번째는?",
        next_step="{title}: ‘{step}’ 다음은?",
        all_steps="{title}: 차례대로 모두 말하라.",
        compare="비교",
        what_is=korean_questions.what_is,
        asked=korean_questions.asked,
        named=korean_questions.named,
        when=re.compile(r"(?:려면\s.*|때\s*)사용\S*\.?$|때$"),
        condition=re.compile(r"(?:[다으]면|[가-힣]면|경우)(?:\s|,|에는|$)"),
        vague=re.compile(
            r"(?:위|아래|다음|여기|이|그|이것|그것|이때|이를|이는|이런|이렇게|그렇기|그래서)(?:[에의과와은]\S*|서|에서)?\s"
        ),
        fragment=re.compile(r"^(?:으로|로|을|를|은|는|가|에|의|와|과|위해서?는?)\s|^(?:그렇기에|그래서|그리고)$"),
        here=re.compile(
            r"^(?:그리고|이후에?|먼저|끝으로|다음으로|마지막으로|예를 들어,?|그 다음)\s+"
            r"|\s*(?:다음|아래)(?:과|와)?\s?(?:같은|같이|의)?\s?(?:명령어?|코드|예제)[을를]?\s?(?:실행|사용|입력|이용)\S*"
        ),
        blanks=(
            re.compile(r"[은는이가] ([^\s,]+(?: [^\s,]+)?)[을를] (?:바탕|기반|기초)으로"),
            re.compile(
                r"[을를은는] ([^\s,]+?(?: [^\s,]+?){0,2}?)(?:으로|(?<!대)로) (?:변경|변환|설정|지정|바꾸|바뀌|바뀜)"
                r"(?!했|하[면려])"
            ),
            re.compile(r"기본(?:적으로|값은|값으로) ([A-Za-z0-9_./:-]+)"),
            re.compile(r"[은는] (\S[^,.]{1,40}?)에(?:서)?만 "),
            re.compile(r"[은는] (누구나|아무나) "),
            re.compile(r"에는? (\S[^,.]{1,30}?)[이가] (?:포함|저장|할당|부여|기록)"),
        ),
        loose=re.compile(
            r"^(?:다시|모두|일괄|자동|위한|대한|어떤|필요한|사용하는|있는|없는)(?:\s|$)"
            r"|^(?:한|두|세|하나) ?(?:개|가지)?$"
            r"|적$|(?:에|에서|로|를|며|서|[는은]지는?)\s|[.!?]\s"
        ),
        told=re.compile(r"[했었았였렸졌왔됐갔](?:다|습니다|어요|음)\W*$|[가-힣]자\W*$"),
    ),
    "en": Wording(
        command="command",
        option="option",
        command_of="Which command?",
        purpose_of="What does {name} do?",
        option_of="Which option of {command}?",
        option_alone="Which option?",
        in_command="{command}:",
        meaning_of="{command}: what does {flag} do?",
        when_of="{command}: when is {flag} used?",
        meaning_alone="What does {flag} do?",
        value_of="{command}: what value does {flag} take?",
        option_for_value="{command}: which option takes {value}?",
        term_of="What is this called?",
        blank="What goes in the blank?",
        blank_after="What follows {flag}?",
        line_of="Write the command line.",
        first_step="{title}: what comes first?",
        next_step="{title}: what comes after “{step}”?",
        all_steps="{title}: name all, in order.",
        compare="Compare",
        what_is=lambda _term: "What is {term}?",
        condition=re.compile(r"^(?:if|when|unless|in case)\b", re.IGNORECASE),
        vague=re.compile(
            r"(?:this|these|that|those|it|its|they|there|here|such|the (?:above|following)|see|as|for example)\b",
            re.IGNORECASE,
        ),
        fragment=re.compile(r"\b(?:the|an?|with|to|of|by|in|and|or)$", re.IGNORECASE),
        here=re.compile(
            r"\s*\b(?:as follows|(?:with|using|run) the (?:following|below) command)\b[.:]?", re.IGNORECASE
        ),
        blanks=(
            re.compile(r"\bby default,? (?:is|are|to)? ?([\w./:-]+)"),
            re.compile(r"\bdefaults? (?:is|to) ([\w./:-]*\w)"),
        ),
        loose=re.compile(r"^(?:the|an?|is|are|to|it|its|this|that|these|all|not)$", re.IGNORECASE),
    ),
    "zh": Wording(
        command="命令",
        option="选项",
        command_of="是哪个命令？",
        purpose_of="{name} 命令的作用是什么？",
        option_of="是 {command} 的哪个选项？",
        option_alone="是哪个选项？",
        in_command="{command}：",
        meaning_of="{command} 中，{flag} 选项的作用是什么？",
        when_of="{command} 中，什么时候使用 {flag} 选项？",
        meaning_alone="{flag} 选项的作用是什么？",
        value_of="{command} 中，{flag} 选项的值是什么？",
        option_for_value="{command} 中，用哪个选项指定 {value}？",
        term_of="这叫什么？",
        blank="空白处应填什么？",
        blank_after="{flag} 后面应填什么？",
        line_of="写出命令行。",
        first_step="{title}：第一步是什么？",
        next_step="{title}：“{step}”之后是什么？",
        all_steps="{title}：按顺序说出全部。",
        compare="比较",
        what_is=lambda _term: "什么是 {term}？",
        condition=re.compile(r"^(?:如果|若|当)"),
        here=re.compile(r"[，,]?\s*(?:可以)?(?:使用|执行|运行|输入)?(?:以下|如下|下面的?)命令[：:]?"),
        vague=re.compile(r"(?:这|那|它|其|此|上面|下面|以上|以下|如下|例如)"),
    ),
    "ja": Wording(
        command="コマンド",
        option="オプション",
        command_of="どのコマンドか？",
        purpose_of="{name} コマンドは何をするか？",
        option_of="{command} のどのオプションか？",
        option_alone="どのオプションか？",
        in_command="{command}：",
        meaning_of="{command} の {flag} オプションは何をするか？",
        when_of="{command} の {flag} オプションはいつ使うか？",
        meaning_alone="{flag} オプションは何をするか？",
        value_of="{command} の {flag} オプションに渡す値は？",
        option_for_value="{command} で {value} を指定するオプションは？",
        term_of="何と呼ばれるか？",
        blank="空欄に入るものは？",
        blank_after="{flag} の後の空欄に入る値は？",
        line_of="コマンドラインを書け。",
        first_step="{title}：最初は？",
        next_step="{title}：「{step}」の次は？",
        all_steps="{title}：順にすべて挙げよ。",
        compare="比較",
        what_is=lambda _term: "{term}とは？",
        here=re.compile(r"、?(?:以下|次)の?(?:コマンド)?を?(?:実行|入力)(?:します|する|してください)?。?"),
        vague=re.compile(r"(?:これ|それ|この|その|ここ|上記|下記|以下|次の|例えば)"),
        condition=re.compile(r"(?:場合|なら|ときは?|れば)(?:、|に|$)"),
    ),
}
