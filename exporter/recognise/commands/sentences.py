"""Commands that running text names in passing, together with what they do."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Final, TypeAlias

from exporter.kramdown.nodes import Inlines, Text
from exporter.recognise.code.command_line import is_command
from exporter.recognise.code.flags import names_at
from exporter.recognise.code.keys import is_key
from exporter.recognise.commands.usage import COMMAND_WORD, JUST_RUN, MEANS, NOT_SO
from exporter.recognise.pattern import Context
from exporter.recognise.tasks.words import is_empty
from exporter.recognise.text.inlines import code_spans, cut, one_line, span_of, strip, text_of
from exporter.recognise.text.runs import BOLD, run_of
from exporter.recognise.text.sentence_ends import LONGEST
from exporter.recognise.text.vocabulary import INSTRUCTIONS, WITH_SUBCOMMANDS, WORDLIKE
from exporter.study import Command

Named: TypeAlias = tuple[int, int, str]
"""A command that a sentence names: where it begins and ends in its text, and as written."""


def commands_in(inlines: Inlines, context: Context) -> Iterator[Command]:
    """Commands that a sentence names together with what they do: ``목록은 `docker ps` 명령으로 확인한다``."""
    text = text_of(inlines)
    if len(text) > LONGEST or text.rstrip().endswith((":", "：")):
        return
    groups = list(_alternatives(text, _commands_named(inlines, text, context), context))
    for at, group in enumerate(groups):
        start, end = group[0][0], group[-1][1]
        word = COMMAND_WORD.match(text[end:])
        if not _speaks_of(text, start, end):
            continue
        after = end + (word.end() if word else 0)
        means = MEANS.match(text[after:])
        first = groups[at - 1][-1][1] if at else 0
        last = groups[at + 1][0][0] if at + 1 < len(groups) else len(text)
        meaning = _clause(inlines, (first, start), (after + (means.end() if means else 0), last))
        if width(text_of(meaning)) >= _WIDTH and _tells(text_of(meaning), context):
            span = span_of(inlines)
            yield from (
                Command(code.strip(), meaning, cut(inlines, begin, stop), (), span=span) for begin, stop, code in group
            )


def _commands_named(inlines: Inlines, text: str, context: Context) -> Iterator[Named]:
    """What a sentence names and is a command, and which the note does not tell of elsewhere."""
    for start, end, code in _named_in(inlines, text, context):
        name = code.strip()
        if (
            is_command(code, context, _bonus(text, start, end))
            and name.lower() not in WITH_SUBCOMMANDS
            and name not in context.documented
            and names_at(name) is None
            and (
                " " in name
                or name not in INSTRUCTIONS | WORDLIKE
                or COMMAND_WORD.match(text[end:])
                or _is_to_do(text, start, end)
                or (name in INSTRUCTIONS and _SPEAKING_INSTRUCTION.match(text[end:]))
            )
        ):
            yield start, end, code


def _alternatives(text: str, named: Iterable[Named], context: Context) -> Iterator[tuple[Named, ...]]:
    """Commands of which one is enough, taken together: `` `a` or `b` ``."""
    group: list[Named] = []
    for name in named:
        if group and text[group[-1][1] : name[0]].strip(" `").lower() not in context.vocabulary.or_words:
            yield tuple(group)
            group = []
        group.append(name)
    if group:
        yield tuple(group)


def _tells(meaning: str, context: Context) -> bool:
    """Whether words tell anything, and are no mere step from a command to the next."""
    return not is_empty(meaning, context) and not _HANGING.search(meaning)


def _bonus(text: str, start: int, end: int) -> int:
    """What speaks for code being a command in the words around it."""
    if COMMAND_WORD.match(text[end:]) and text[start:end].isascii():
        return 4
    return 2 if _is_to_do(text, start, end) else 1


def _is_to_do(text: str, start: int, end: int) -> bool:
    """`Use … to see`: the words say to use it for something."""
    return bool(_SPOKEN.search(text[:start]) and re.match(r"`? to [a-z]", text[end:]))


def may_name(text: str) -> bool:
    """Whether a sentence without code can name a command or a key: told in no time, for most can't."""
    return bool(_JOINTS.search(text) or _INSTRUCTION.search(text) or _PRESSED.search(text))


def keys_in(inlines: Inlines) -> Iterator[Command]:
    """Keys that a sentence says to press, with what that does: `Ctrl+D를 누르면 …`."""
    text = text_of(inlines)
    for match in _PRESSED.finditer(text):
        words = list(re.finditer(r"\S+", text[: match.start()]))[-_KEY_WORDS:]
        starts = [word.start() for word in words if is_key(text[word.start() : match.start()])]
        said = one_line(strip(cut(inlines, match.end()), " ,.。"))
        if starts and len(text_of(said)) >= _TELLING:
            name = text[starts[0] : match.start()].strip(" `")
            yield Command(name, said, cut(inlines, starts[0], match.start()), (), span=span_of(inlines))


_KEY_WORDS: Final = 6
_TELLING: Final = 6
_PRESSED: Final = re.compile(
    r"(?: ?키)?(?:를|을)\s*(?:동시에\s|차례대로\s|같이\s|함께\s)?"
    r"(?:누르면|눌러서|눌러|입력하면|입력하여|입력해서?|치면|쳐서)\s"
)


def _named_in(inlines: Inlines, text: str, context: Context) -> Iterator[tuple[int, int, str]]:
    """What a sentence can name as a command: code, and plain words that it speaks of as one."""
    coded = list(code_spans(inlines))
    plain = [*_bold(inlines), *_called(text, context), *(match.span("name") for match in _INSTRUCTION.finditer(text))]
    free = [span for span in plain if not any(start < span[1] and span[0] < end for start, end, _ in coded)]
    found = {span for span in free if is_command(text[slice(*span)], context)}
    outer = [span for span in found if not any(other != span and _holds(other, span) for other in found)]
    yield from sorted((*coded, *((start, end, text[start:end]) for start, end in outer)))


def _holds(outer: tuple[int, int], inner: tuple[int, int]) -> bool:
    return outer[0] <= inner[0] and inner[1] <= outer[1]


def _bold(inlines: Inlines) -> Iterator[tuple[int, int]]:
    """Where a sentence sets several words off in bold."""
    run = run_of(inlines)
    for match in _SET_OFF.finditer(run.marks) if BOLD in run.marks else ():
        if " " in run.text[slice(*match.span())].strip():
            yield match.span()


def _called(text: str, context: Context) -> Iterator[tuple[int, int]]:
    """Plain words that a sentence calls a command, or joins as one to what it does: `docker ps -a 로 …`."""
    for joint in _JOINTS.finditer(text):
        typed = _TYPED.search(text, max(joint.start() - _LONGEST_NAME, 0), joint.start())
        words = list(_WORD.finditer(text, *typed.span())) if typed else []
        for word in words if joint["word"] else words[:-1]:
            name = text[word.start() : joint.start()]
            known = word.group() in context.vocabulary.programs - WORDLIKE or word.group() == "sudo"
            sure = joint["word"] or " -" in name or _said_around(text, word.start(), joint.end())
            if known and sure and is_command(name, context):
                yield word.start(), joint.start()
                break


def _said_around(text: str, start: int, end: int) -> bool:
    """`목록은 docker ps 로 본다`: what is done stands right before the command, and a verb behind it ends the text."""
    return bool(_OBJECT.search(text[:start].rstrip())) and bool(_ENDS.match(text[end:]))


_ENDS: Final = re.compile(r" ?(?:을|를|으로|로) ?(?!\S*[았었했였됐]다)\S+(?: (?!\S*[았었했였됐]다)\S+)?$")
_OBJECT: Final = re.compile(r"[가-힣](?:을|를|은|는)$")
"""Ends words before a command that what comes behind it is said of: `목록은 … 확인한다`."""
_SET_OFF: Final = re.compile(re.escape(BOLD) + "+")
_LONGEST_NAME: Final = 80
_WORD: Final = re.compile(r"\S+")
_TYPED: Final = re.compile(r"[a-z][\x21-\x7e]*(?: (?!\d\.)[\x21-\x7e]+)*$")
_JOINTS: Final = re.compile(
    r"(?<=[\x21-\x7e])(?= ?(?P<word>명령어?|커맨드|command|命令)"
    r"(?:[은는을를로으]|可以|用于|用来|是用|\s+(?:\w+s|to|can|will)\s)"
    r"| ?(?:을|를) ?(?:통해|통하여|사용|이용|활용|입력|실행|치면|쳐|하면)| ?(?:으로|로)\s)"
)
_INSTRUCTION: Final = re.compile(
    rf"^(?P<name>{'|'.join(sorted(INSTRUCTIONS))})(?=(?: (?:instruction|command))? (?!is\b)[a-z]{{2,}}s\s)"
)
_SPEAKING: Final = re.compile(
    r"^\s*(?:명령어|명령|커맨드|쿼리)?\s*(?:(?:을|를)\s*"
    r"(?:통해서|통해|통하여|사용|이용|활용|입력|실행|치|쳐|쓰|써|수행|날리|돌리|하면|하여)|(?:으로|로)(?=[\s,]))|"
    r"^\s*(?:명령어|명령|커맨드|쿼리)(?:는|은)\s|^의 경우|"
    r"^\s*(?:コマンド)?(?:で|を使|を(?:実行|使用|利用|入力)し(?!た|ま|てから))|^\s*(?:命令|指令)",
    re.IGNORECASE,
)
_SPEAKING_LINE: Final = re.compile(
    r"^ ?(?:은|는)\s|^\s*command(?: (?:to|will|can|is used|[a-z]+s))?|^\s+(?:to|will) \w+", re.IGNORECASE
)
_SPEAKING_INSTRUCTION: Final = re.compile(
    r"^\s*(?:(?:인스트럭션|명령어?|키워드|지시어|instruction|指令|命令)\s?)?(?:[은는]|は)\s|"
    r"^(?: (?:instruction|command))? [a-z]{2,}s\s"
)
_SPOKEN: Final = re.compile(
    r"(?:\b(?:use|using|run|running|(?<!starts )(?<!begins )with|via|by|type|execute|call|do|doing|the|enter|"
    r"entering|typing|through|issue|issuing|command)\s*[:：]?|使用|通过|执行|运行|用)\s*[`\s]*$",
    re.IGNORECASE,
)


_NEITHER: Final = re.compile(
    r"(?:不同于|并非|非|不|没有|without|instead of|rather than)\s?(?:通过|使用|using|running)?[`\s]*$|"
    r"\b(?:flag|option|switch|argument|parameter)s? (?:to|of|for|in|from|with) (?:the )?[`\s]*$"
)


def _speaks_of(text: str, start: int, end: int) -> bool:
    """Whether a sentence says of the code between `start` and `end` what it does."""
    if text[start - 1 : start] == "(" and text[end : end + 1] == ")" and not text[end + 1 :].strip(" ."):
        return True
    if NOT_SO.search(text[end:]) or _NEITHER.search(text[:start]):
        return False
    lone = " " not in text[start:end].strip()
    if text[start:end] in INSTRUCTIONS:
        return bool(_SPEAKING_INSTRUCTION.match(text[end:]))
    said = bool(_SPEAKING.match(text[end:])) or (not lone and bool(_SPEAKING_LINE.match(text[end:])))
    return said or bool(_SPOKEN.search(text[:start]))


_GOES_ON: Final = re.compile(r"^(?:으로|로|을|를|와|과|이나|나|명령어?|커맨드|で|を|と)\s")
_AIM: Final = re.compile(r"^.{4,60}?(?:려면|기 위해서?는?|고 싶다면|싶을 때는?|には)(?=[\s,、])")


_NEAR: Final = 40
_WIDTH: Final = 4
_HANGING: Final = re.compile(r"(?:사용|실행|이용|입력)하고,.*때$|(?:먼저|우선|보통|일단)$")
"""What only goes on from a command to the next, or leads up to one."""


def width(text: str) -> int:
    """The length of a text, a Chinese character counted as the word it is."""
    return len(text) + 2 * sum("\u4e00" <= char <= "\u9fff" for char in text)


_ENGLISH: Final = re.compile(r"[a-z]{2,}:? [`]?$")
"""English before the code."""
_ENGLISH_AIM: Final = re.compile(
    r"^[`\s]*(?:command\s)?"
    r"(?:,?\s*(?:to|for|which|that|will|can|lets|allows|is)\s|(?!is|was|has|does|as\b|its|this)[a-z]{2,}s\s)"
)
"""What an English sentence goes on with that says what the command before it does."""
_LEADING_UP: Final = re.compile(
    r"(?:,?\s*\b(?:(?:we|you|I|it|can|could|may|might|should|just|simply|please|also|then|have|need|want|has|be|to) )*)"
    r"(?:use|using|run|running|(?<!starts )(?<!begins )with|via|by|type|typing|execute|executing|"
    r"enter|issue|issuing|call|calling|do|doing)(?: the)?(?: command)?\s*[:：]?[`\s]*$"
)
_AIM_START: Final = re.compile(r"(?:^|[.;:,(]\s*|\b(?:when|if) (?:we|you|I) )(?=(?:to )?[A-Za-z]+ )", re.IGNORECASE)


_ALSO: Final = re.compile(r"[\s,;`)]*(?:and|then|or|but|also)\s+", re.IGNORECASE)


def _aimed_at(inlines: Inlines, start: int, end: int) -> Inlines:
    """What an English sentence says before it comes to the command: `to undo this, use …`, `we undo this with …`."""
    text = text_of(inlines)
    led = _LEADING_UP.search(text, start, end)
    if led is None:
        return ()
    begins = [match.end() for match in _AIM_START.finditer(text, start, led.start())]
    begin = begins[-1] if begins else start
    joint = _ALSO.match(text, begin)
    said = one_line(strip(cut(inlines, joint.end() if joint else begin, led.start()), " ,.\n`(:"))
    words = text_of(said).split()
    told = len(words) >= _TOLD and words[-1] not in ("and", "or") and not _PERSONAL.search(text_of(said))
    return said if told else ()


_PERSONAL: Final = re.compile(r"\bI(?:'m|’m|'ve|’ve|'ll|\s)|^(?:actually|so|now|well)\b", re.IGNORECASE)
"""What authors tell of themselves."""
_TOLD: Final = 3
"""Words that an English clause has which tells what a command does."""


def _clause(inlines: Inlines, before: tuple[int, int], after: tuple[int, int]) -> Inlines:
    """What is said of a command: what comes after it, or what leads up to it where nothing but "실행한다" comes."""
    text = text_of(inlines)
    leads = bool(_ENGLISH.search(text[: before[1]])) and len(text[: before[1]].split()) > 1
    if leads and not _ENGLISH_AIM.match(text[after[0] : after[1]]):
        return _aimed_at(inlines, *before)
    behind = strip(cut(inlines, *after), " ,.，、。\n`()")
    aim = one_line(strip(cut(inlines, *before), " ,.\n`(:"))
    if before[0] and _GOES_ON.match(text_of(aim)):
        head = _AIM.match(text[: before[1]])
        aim = one_line(cut(inlines, 0, head.end())) if head else ()
    run = JUST_RUN.match(text[after[0] : after[1]])
    if _OBJECT.search(text_of(aim)) and not run and len(text_of(behind)) >= 2 and len(text_of(aim)) <= _NEAR:
        return (*aim, Text(" ", span=span_of(inlines)), *one_line(behind))
    led = text[: before[1]].rstrip(" `").endswith((":", "："))
    if (led or re.match(r"\s*[,，、；;]", text[after[0] : after[1]])) and width(text_of(aim)) >= _WIDTH:
        return aim
    if width(text_of(behind)) >= 6 and not run:
        return one_line(behind)
    return aim
