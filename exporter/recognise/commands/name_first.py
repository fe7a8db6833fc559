"""The command (or key) that a line begins with: `cmd : what it does`, `cmd를 통해 …`, `cmd  # what it does`.

Goes in: the words of a line. Comes out: the command as written, and where its meaning begins.
"""

from __future__ import annotations

import re
from typing import Final

from exporter.kramdown.nodes import CodeBlock, Inlines, Paragraph, Strong
from exporter.recognise.code.command_line import is_command
from exporter.recognise.code.glosses import without_gloss
from exporter.recognise.code.keys import is_chord, is_key, pressed_together
from exporter.recognise.commands.names import code_lead, command_in, is_typed, speaks_of_keys, subcommand_in
from exporter.recognise.commands.usage import ACTION, COMMAND_WORD, JUST_RUN, MEANS, NOT_SO, USE, USE_ENGLISH
from exporter.recognise.pattern import Context, Here
from exporter.recognise.tasks.choice import introduces
from exporter.recognise.tasks.signs import DEED, names_deed, weigh_heading
from exporter.recognise.text.inlines import code_spans, cut, one_line, text_of
from exporter.recognise.text.labels import Split, number_length, splits
from exporter.recognise.text.programs import WITH_SUBCOMMANDS, WORDLIKE
from exporter.recognise.text.runs import run_of
from exporter.recognise.text.sentence_ends import sentence_bounds
from exporter.recognise.text.words import EAST, EAST_LETTER

_FORM: Final = re.compile(r"\s*(?:형식|꼴|키워드|구문)[은는]\s")
_GOES_ON: Final = re.compile(rf"{_FORM.pattern}|\s+(?=(?:[A-Za-z]\S*\s+)?\S*[{EAST}]\S*\s+(?P<long>\S+\s+)?\S)")
"""What a sentence begins with that goes on behind the command without a particle."""
_ONE_WORD: Final = re.compile(
    r"\s+(?=[가-힣]{2,}[.]?$)(?!\S*(?:명령|커맨드|옵션|입력|실행|수행|사용|참고|[은는을를]$))"
    r"|\s+(?=[\u4e00-\u9fff][\u3040-\u30ff\u4e00-\u9fff]\S*$)(?!命令|参数|选项|语句|或者|可以|的|是|和|与|或|在|就|来|即|会)"
)
"""One word behind a command that says it all; Chinese and Japanese have no blanks between words."""
_REMARK: Final = re.compile(r"^(?P<name>[^#]+?)(?:\s+#+\s+|\s*(?<!:)//+\s+|\s+//)(?=\S)")
_SEMICOLON: Final = re.compile(r"^(?P<name>[^;]+?)\s*;\s+(?=\S)")
_COMMA: Final = re.compile(rf"(?P<name>[a-z./~][\x21-\x7e]*(?: [\x21-\x7e]+)+)\s*[，、]\s*(?=[{EAST}])")
_WIDE: Final = re.compile(rf"(?P<name>\S+(?: \S+)*?)(?: {{2,}}|\t+)(?=[{EAST}A-Za-z])")
_NAME_THEN_WORDS: Final = re.compile(
    r"(?P<name>[a-z./~!:][\x21-\x7e]*(?: [\x21-\x7e]+)*)\s+"
    rf"(?=[{EAST}])(?!명령|커맨드|쿼리|옵션|命令|コマンド|[은는이가을를의와과나]\s|(?:이나|또는|혹은|및)\s)"
)
"""A command in Latin letters before words in others that no particle joins to it."""
_EX: Final = re.compile(r":\w")
"""A command of an editor that it is given on its own line."""
_ENGLISH: Final = re.compile(
    r"\s+(?=[a-z]+ [a-z])(?!(?:is|are|was|and|or|has|does|in|on|of|as|with|by|from|can|will)\b)"
)
"""The gap before English words."""
_ASIDE: Final = re.compile(r"\s*[(（][^()（）\n]{1,40}[)）](?= [a-z])")
"""Stands in brackets between a command and the English words that say what it does."""
_TO_A_THING: Final = re.compile(
    r"[a-z]+(?: up| down| out| in| into| to)? (?:the|an?|all|your|each|every|any|this|its) "
)
"""English that does something to a thing."""
_DEED: Final = re.compile(
    rf"\s+(?=[{EAST}]+(?: \S+){{0,3}}(?: ?[(（][^()（）]*[)）])?$)(?!\S*[은는이가을를의와과나]\s|"
    r"(?:명령|커맨드|옵션|파일(?! [가-힣]{2})|폴더(?! [가-힣]{2})|편집기|에디터|도구|툴|프로그램|命令|コマンド))"
)
"""The gap before a few words in other letters that no particle joins to the command."""
_CALLED: Final = re.compile(r"\s?(?:이?란|은|는),?\s(?=.{4,80}(?:명령어?|커맨드)(?:이?다|입니다|임)?[.]?$)")
"""What joins a command to words that call it one: `란 … 명령어이다`."""
_NARRATED: Final = re.compile(
    r"(?:겠다|겠습니다|[았었했]다|[았었했]습니다|야 ?합니다|야 ?한다|야 ?해요|지만|했음)[.,!~]*\s*$|[했었]기 때문"
)
"""What authors tell of what they did, will or must do."""
_BEHIND: Final = re.compile(
    rf"[\x21-\x7e]\s+[(（]?(?P<said>[{EAST}][^()（）\x21-\x7e]*)(?:[)）]|[(（][^()（）]*[)）])?$"
)
"""What stands in other letters behind a command, alone or in brackets."""
_PLAIN_WITH_PARTICLE: Final = re.compile(
    rf"(?P<name>[a-z][A-Za-z0-9_.-]*(?: [A-Za-z0-9_./<>\[\]-]+){{0,4}}?)(?P<word>\s?(?:명령어|명령)?)(?:{USE})"
)
_FIRST_WORDS: Final = re.compile(r"\S+")
_WORDS_FOLLOW: Final = re.compile(rf"\s+(?=[{EAST}]+ |[{EAST}]{{2,}}$)(?![은는이가을를의와과나로]\s)")
_WORDS_OF_KEYS: Final = 6
"""Words that keys pressed together have, at most: `Ctrl + b , d`."""
_KEY_WITH_PARTICLE: Final = re.compile(r"(?P<key>.{1,30}?)(?: ?키)?(?:를|을) (?:통해|눌러|누르면|이용해) ?")


def name_first(first: Paragraph, here: Here) -> tuple[str, int] | None:
    """The command a line begins with, and where its meaning begins."""
    text, context = text_of(first.inlines), here.context
    found = context.desk.once(splits, first.inlines)
    for split in sorted(found[:2], key=lambda split: split.sign[:1] in "-–—―"):
        name = command_in(split.before, context, 0) or _key_name(split, context) or _subcommand(split, context)
        if (
            name
            and len(split.right) > 1
            and (EAST_LETTER.search(split.right) or command_in(split.after, context, 0) is None)
        ):
            return name, split.end
        if split.sign[:1] not in "-–—―":
            break
    if cut_off := _cut_off(first.inlines, text, context):
        return cut_off
    lead = number_length(text)
    code = _set_off(first.inlines)
    if _NARRATED.search(text):
        return None
    if code and code[0] <= lead + 1:
        return _code_with_particle(first.inlines, text, code, context)
    return (
        _key_with_particle(text, lead)
        or _chord(text, lead)
        or plain_with_particle(text, lead, context)
        or (None if isinstance(here.near(1), CodeBlock) else _words_behind(first.inlines, text, lead, context))
    )


def _cut_off(inlines: Inlines, text: str, context: Context) -> tuple[str, int] | None:
    """`cmd  # what it does`, `cmd; what it does`."""
    if remark := _REMARK.match(text):
        name = command_in(cut(inlines, 0, remark.end("name")), context, 0)
        if name:
            return name, remark.end()
    semicolon = _SEMICOLON.match(text)
    if semicolon and not any(start < semicolon.end() < end for start, end, _ in code_spans(inlines)):
        name = command_in(cut(inlines, 0, semicolon.end("name")), context, 0)
        behind = cut(inlines, semicolon.end())
        if name and text_of(behind).strip() and not command_in(behind, context, 0):
            return name, semicolon.end()
    if lead := code_lead(inlines):
        before, after = lead
        name = command_in(before, context, 0)
        if name and introduces(after, context):
            return name, len(text) - len(text_of(after).lstrip())
    if wide := _COMMA.match(text) or _WIDE.match(text):
        name = command_in(cut(inlines, 0, wide.end("name")), context, 0)
        if name and introduces(cut(inlines, wide.end()), context):
            return name, wide.end()
    return None


def _set_off(inlines: Inlines) -> tuple[int, int, str] | None:
    """Where the first code of a line stands, or the bold words it begins with, and what they are."""
    match inlines:
        case (Strong(inner), _, *_) if text_of(inner).isascii():
            return 0, len(text_of(inner)), text_of(inner)
        case _:
            return next(pressed_together(code_spans(inlines), text_of(inlines)), None)


def _code_with_particle(
    inlines: Inlines, text: str, set_off: tuple[int, int, str], context: Context
) -> tuple[str, int] | None:
    """`` `touch`를 통해 새 파일을 만든다``: a command at the head of a line and what joins it to its use."""
    _, end, code = set_off
    word = COMMAND_WORD.match(text[end:])
    after = end + (word.end() if word else 0)
    aside = _ASIDE.match(text, after)
    after = aside.end() if aside else after
    called = _CALLED.match(text, after)
    if called and code.lower() not in WITH_SUBCOMMANDS and is_command(code, context, 2):
        return code, called.end()
    verb = re.match(rf"\s*(?:{USE})", text[after:]) or USE_ENGLISH.match(text[after:])
    verb = verb or (_goes_on(inlines, after, context) if " " in code.strip() else _FORM.match(text[after:]))
    verb = verb or imperative(text[after:])
    if verb is None or JUST_RUN.match(text[after:]) or NOT_SO.search(text[after:]):
        return None
    if _is_spoken_of(code.strip(), text[after:], after == end and not _FORM.match(text[after:]), context):
        return None
    others = sum(is_command(other, context, 1) for _, _, other in code_spans(inlines))
    weak = re.match(r"\s*(?:으로|로|은|는)", text[after:]) is not None
    if others > 1 or code.lstrip().startswith("-") or not is_typed(code.strip(), context, 1 if weak else 2):
        return None
    means = MEANS.match(text[after:])
    return code, after + (means.end() if means and means.end() else verb.end())


def _goes_on(inlines: Inlines, after: int, context: Context) -> re.Match[str] | None:
    """The gap before a sentence that goes on behind the command without a particle."""
    text = text_of(inlines)
    gap = _GOES_ON.match(text[after:]) or _ONE_WORD.match(text[after:])
    if gap is None or gap.re is _ONE_WORD or gap["long"]:
        return gap
    return gap if introduces(one_line(cut(inlines, after + gap.end())), context) else None


def imperative(behind: str) -> re.Match[str] | None:
    """The gap before English words that tell to do something: `` `ls` list files``."""
    gap = _ENGLISH.match(behind) or _DEED.match(behind)
    if gap is None:
        return None
    said = behind[gap.end() :].rstrip(".")
    least = DEED if gap.re is _DEED or _TO_A_THING.match(said) else DEED + 1
    return gap if weigh_heading(said) >= least else None


def _is_spoken_of(code: str, behind: str, bare: bool, context: Context) -> bool:  # noqa: FBT001
    """Whether a name is the subject of a sentence about the thing, or of a command told elsewhere: no command here."""
    if code.lower() in WITH_SUBCOMMANDS and bare:
        return True
    if context.command is not None and code in context.documented and (context.said or code != context.command):
        return True
    if " " in code:
        return False
    unsure = code not in context.vocabulary.programs - WORDLIKE
    return bool(re.match(r"\s*[은는]", behind)) or bool(unsure and bare and re.match(r"\s*(?:으로|로)", behind))


def plain_with_particle(text: str, lead: int, context: Context) -> tuple[str, int] | None:
    """`git apply를 이용하여 …`: a command in plain text at the head of a line."""
    match = _PLAIN_WITH_PARTICLE.match(text[lead:])
    if match is None or NOT_SO.search(text[lead + match.end("name") :]):
        return None
    if match["name"].lower() in WITH_SUBCOMMANDS or not is_command(match["name"], context, 0):
        return None
    if re.search(r"(?:은|는)$", match.group()) or JUST_RUN.match(text[lead + match.end() :]):
        return None
    if match["name"] in context.documented:
        return None
    means = MEANS.match(text[lead + match.end("word") :])
    return match["name"], lead + match.end("word") + (means.end() if means else 0)


def _words_behind(inlines: Inlines, text: str, lead: int, context: Context) -> tuple[str, int] | None:
    """`docker ps -a 멈춘 것까지 보기`: the command in Latin letters, the purpose in others, nothing between them."""
    match = _NAME_THEN_WORDS.match(text, lead)
    if match is None or without_gloss(text)[1] or not _is_sure(match["name"], context):
        return None
    end = match.end()
    words = text[end:]
    long = len(words.split()) > 1 if re.match(r"[가-힣]", words) and not _EX.match(match["name"]) else len(words) > 1
    said = cut(inlines, end)
    first = next((stop for _, stop in sentence_bounds(run_of(said))), 0)
    return (match["name"], end) if long and introduces(one_line(cut(said, 0, first)), context) else None


def has_deed_behind(text: str) -> bool:
    """Whether words in other letters behind a command name a deed: `ls -l 자세히 보기`, and no value."""
    behind = _BEHIND.search(text)
    return behind is not None and names_deed(behind["said"])


def _is_sure(name: str, context: Context) -> bool:
    """Whether a name that nothing parts from the words behind it is a command: one word is as often a tool or a topic,
    but for those of an editor (`:wq`).
    """
    if name.count("(") != name.count(")"):
        return False
    return is_command(name, context, 0) if " " in name else bool(_EX.match(name)) and speaks_of_keys(context)


def _key_name(split: Split, context: Context) -> str | None:
    name = split.left.strip()
    if is_key(name) or (context.command and re.fullmatch(r"[A-Za-z]{1,2}|:\w+|[⬆⬇⬅➡]️?", name)):
        return name if ACTION.search(split.right.strip()) else None
    return None


def _subcommand(split: Split, context: Context) -> str | None:
    """`` `prune` - 안 쓰는 것 지우기`` in a note about docker."""
    name = subcommand_in(split.before, context)
    return name if name and names_deed(split.right) else None


def _key_with_particle(text: str, lead: int) -> tuple[str, int] | None:
    match = _KEY_WITH_PARTICLE.match(text[lead:])
    if match and (is_key(match["key"]) or re.fullmatch(r"![\[\]\w]+|[a-z]+", match["key"])):
        return match["key"], lead + match.end()
    return None


def _chord(text: str, lead: int) -> tuple[str, int] | None:
    """`Ctrl-b z 창을 크게 하기`: keys pressed together, maybe one more behind them, and right behind what they do."""
    ends = [match.end() for match in _FIRST_WORDS.finditer(text, lead)][:_WORDS_OF_KEYS]
    for end in ends:
        if is_chord(text[lead:end]) and (told := _WORDS_FOLLOW.match(text[end:]) or imperative(text[end:])):
            return text[lead:end], end + told.end()
    return None
