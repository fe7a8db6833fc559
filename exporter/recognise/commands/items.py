"""Commands named together with their purpose: items, lines, and commands alone under a caption."""

from __future__ import annotations

import re
from typing import Final, TypeAlias

from exporter.kramdown.nodes import (
    Blocks,
    BulletList,
    CodeBlock,
    Inlines,
    Link,
    ListItem,
    OrderedList,
    Paragraph,
)
from exporter.recognise.code.command_line import is_command, without_gloss
from exporter.recognise.code.keys import is_key
from exporter.recognise.commands.captions import DEED, caption_of, labelled
from exporter.recognise.commands.names import command_in
from exporter.recognise.commands.siblings import name_among_siblings
from exporter.recognise.commands.usage import ACTION, COMMAND_WORD, JUST_RUN, MEANS, NOT_SO, USE, USE_ENGLISH
from exporter.recognise.options.sentences import options_of
from exporter.recognise.pattern import Context, Found, Here, attributes_of, unread
from exporter.recognise.tasks.choice import introduces
from exporter.recognise.tasks.signs import weigh_heading
from exporter.recognise.tasks.words import is_empty
from exporter.recognise.text.inlines import code_spans, cut, lines_in, one_line, paragraph, strip, text_of
from exporter.recognise.text.labels import Split, first_split, number_length, splits
from exporter.recognise.text.vocabulary import WITH_SUBCOMMANDS, WORDLIKE
from exporter.recognise.text.words import EAST_LETTER, holds
from exporter.source import Span
from exporter.study import Command, Listing

_WORDS_THEN_NAME: Final = re.compile(
    r"(?P<said>[가-힣\u3040-\u30ff\u4e00-\u9fff][^\n:：()]*?[가-힣\u3040-\u30ff\u4e00-\u9fff])"
    r"(?:\s+(?P<name>[a-z./~][\x21-\x7e]*(?: [\x21-\x7e]+)+)|\s*[(（](?P<bracketed>[\x20-\x7e]+)[)）])\s*$"
)
_WORDS: Final = re.compile(
    r"(?P<said>[A-Za-z가-힣\u3040-\u30ff\u4e00-\u9fff][^\n:：()]*?[^\s:：(),]),?\s+"
    r"(?:(?:(?:you can |just |simply |and )?(?:use|run|type)|with|by|via|using|running|typing)\s+(?:the command\s+)?)?"
)
"""Words before a command, and what only leads on to it."""
_GLOSS: Final = re.compile(r"(?P<name>\S.*?)\s*[(（](?P<gloss>[^()（）]{3,})[)）][.]?$")
_FORM: Final = re.compile(r"\s*(?:형식|꼴|키워드|구문)[은는]\s")
_GOES_ON: Final = re.compile(
    rf"{_FORM.pattern}|\s+(?=(?:[A-Za-z]\S*\s+)?\S*[가-힣\u3040-\u30ff\u4e00-\u9fff]\S*\s+(?P<long>\S+\s+)?\S)"
)
"""What a sentence begins with that goes on behind the command without a particle."""
_ONE_WORD: Final = re.compile(
    r"\s+(?=[가-힣]{2,}[.]?$)(?!\S*(?:명령|커맨드|옵션|입력|실행|수행|사용|참고|[은는을를]$))"
)
"""One word behind a command that says it all."""
_REMARK: Final = re.compile(r"^(?P<name>[^#]+?)\s+#+\s+(?=\S)")
_SEMICOLON: Final = re.compile(r"^(?P<name>[^;]+?)\s*;\s+(?=\S)")
_NAME_THEN_WORDS: Final = re.compile(
    r"(?P<name>[a-z./~!:][\x21-\x7e]*(?: [\x21-\x7e]+)*)\s+"
    r"(?=[가-힣\u3040-\u30ff\u4e00-\u9fff])(?!명령|커맨드|쿼리|옵션|命令|コマンド|[은는이가을를의와과나]\s|(?:이나|또는|혹은|및)\s)"
)
"""A command in Latin letters before words in others that no particle joins to it."""
_LONE: Final = re.compile(r"^[a-z][\w.-]*$")
_NARRATED: Final = re.compile(
    r"(?:겠다|겠습니다|[았었했]다|[았었했]습니다|야 ?합니다|야 ?한다|야 ?해요|지만|했음)[.,!~]*\s*$|[했었]기 때문"
)
"""What authors tell of what they did, will or must do."""
_JOINT: Final = re.compile(rf"^(?:{USE})\S*\s+")
_SHORT: Final = 20


_PLAIN_WITH_PARTICLE: Final = re.compile(
    rf"(?P<name>[a-z][A-Za-z0-9_.-]*(?: [A-Za-z0-9_./<>\[\]-]+){{0,4}}?)(?P<word>\s?(?:명령어|명령)?)(?:{USE})"
)
_KEY_WITH_PARTICLE: Final = re.compile(r"(?P<key>.{1,30}?)(?: ?키)?(?:를|을) (?:통해|눌러|누르면|이용해) ?")


def read_command_item(here: Here) -> Found | None:
    """`- cmd : what it does`, `- what it does → cmd`, `- cmd를 통해 …`, or the meaning nested under it."""
    match here.block:
        case BulletList((ListItem((Paragraph() as first, *rest)),)) | OrderedList(
            (ListItem((Paragraph() as first, *rest)),)
        ):
            return command_paragraph(first, tuple(rest), here, here.span)
        case _:
            return None


def read_command_line(here: Here) -> Found | None:
    """`` `cmd` : what it does`` as a paragraph."""
    match here.block:
        case Paragraph() as block if "\n" not in here.text.strip():
            return None if _is_thing(block, here) else command_paragraph(block, (), here, block.span)
        case _:
            return None


def _is_thing(block: Paragraph, here: Here) -> bool:
    """Whether a line tells what something is that only shares its name with a program: `net: 네트워크`."""
    split = next(iter(here.desk.once(splits, block.inlines)), None)
    if split is None or not _LONE.match(split.left) or next(code_spans(split.before), None):
        return False
    return not holds(" ".join((here.context.title, *here.context.trail)), here.context.vocabulary.command_words)


def command_paragraph(first: Paragraph, rest: Blocks, here: Here, span: Span) -> Found | None:
    """The command that a paragraph (or the first of an item) names, with what it does; `rest` is nested under it."""
    if len(strip(first.inlines)) == 1 and isinstance(strip(first.inlines)[0], Link):
        return None
    named = _name_first(first, here) or name_among_siblings(first.inlines, here)
    if named:
        name, end = named
        meaning = strip(cut(first.inlines, end))
        body = (paragraph(cut(first.inlines, end), first), *rest)
        label, own = cut(first.inlines, 0, end), attributes_of(here.block)
        return Found(Command(name, one_line(meaning), label, unread(body), span=span, attributes=own))
    for split in here.desk.once(splits, first.inlines):
        right = command_in(lines_in(split.after)[0], here.context, 1 if split.sign in (":", "：", "->", "→") else 0)
        if right and (re.search(r"\s", split.left) or EAST_LETTER.search(split.left)):
            said = split.before if not is_empty(split.left, here.context) else labelled(here) or caption_of(here)
            command = Command(right, one_line(said), first.inlines, unread(rest), span=span)
            told = () if rest else options_of(command, first.inlines, here)
            return Found(Listing((), here.block, (command, *told), span=span) if told else command) if said else None
    return (
        _glossed(first, rest, here, span)
        or _code_glossed(first, rest, here, span)
        or _alone(first, rest, here, span)
        or _words_before(first, rest, here, span)
    )


def _glossed(first: Paragraph, rest: Blocks, here: Here, span: Span) -> Found | None:
    """`ls -l(자세히 본다)`: a command with what it does in brackets behind it."""
    text = text_of(first.inlines)
    _, gloss = without_gloss(text)
    name = command_in(first.inlines, here.context) if gloss else None
    if name is None:
        return None
    start = text.rindex(gloss)
    said = one_line(cut(first.inlines, start, start + len(gloss)))
    return Found(Command(name, said, first.inlines, unread(rest), span=span))


def _code_glossed(first: Paragraph, rest: Blocks, here: Here, span: Span) -> Found | None:
    """`` `git tag v1` (marks a version)``: a command in code, and in brackets what it does."""
    text = text_of(first.inlines)
    code, match = next(code_spans(first.inlines), None), _GLOSS.match(text)
    if code is None or match is None or code[:2] != match.span("name"):
        return None
    name, said = command_in(cut(first.inlines, *code[:2]), here.context, 0), cut(first.inlines, *match.span("gloss"))
    if name is None or weigh_heading(text_of(said)) < DEED or is_command(text_of(said), here.context):
        return None
    return Found(Command(name, one_line(said), first.inlines, unread(rest), span=span))


def _words_before(first: Paragraph, rest: Blocks, here: Here, span: Span) -> Found | None:
    """`새 파일 만들기 vi a.txt`, `로그아웃 (exit)`: what one does, then the command, alone or in brackets."""
    text = text_of(first.inlines)
    bounds = _before_code(first.inlines, text) or _before_plain(text)
    if bounds is None:
        return None
    said_at, name_at, bracketed = bounds
    alone = bracketed and " " not in text[slice(*name_at)]
    name = command_in(cut(first.inlines, *name_at), here.context, 2 if alone else 0)
    said = one_line(cut(first.inlines, *said_at))
    if not (name and (" " in name or bracketed)) or weigh_heading(text_of(said)) < DEED:
        return None
    return Found(Command(name, said, first.inlines, unread(rest), span=span))


_Bounds: TypeAlias = "tuple[tuple[int, int], tuple[int, int], bool]"
"""Where words stand, where the command behind them, and whether that stands in brackets."""


def _before_plain(text: str) -> _Bounds | None:
    match = _WORDS_THEN_NAME.match(text, number_length(text))
    if match is None:
        return None
    group = "name" if match["name"] else "bracketed"
    return match.span("said"), match.span(group), group == "bracketed"


def _before_code(inlines: Inlines, text: str) -> _Bounds | None:
    """The words before a command in code that ends a line."""
    codes = list(code_spans(inlines))
    if len(codes) != 1 or text[codes[0][1] :].strip("` ."):
        return None
    match = _WORDS.fullmatch(text, number_length(text), codes[0][0])
    return (match.span("said"), codes[0][:2], False) if match else None


def _alone(first: Paragraph, rest: Blocks, here: Here, span: Span) -> Found | None:
    """A command and nothing else: its purpose is nested under it, or is the caption it stands under."""
    name = command_in(first.inlines, here.context, 0)
    if name is None:
        return None
    if rest:
        said = _nested_words(rest, here.context)
        return Found(Command(name, said, first.inlines, unread(rest), span=span)) if said else None
    if not isinstance(here.block, BulletList | OrderedList):
        return None
    caption = caption_of(here)
    return Found(Command(name, caption, first.inlines, (), span=span)) if caption else None


def _nested_words(blocks: Blocks, context: Context) -> Inlines:
    match blocks[0]:
        case BulletList((ListItem((Paragraph(inlines), *_)), *_)) if not command_in(inlines, context):
            joint = _JOINT.match(text_of(inlines))
            return () if _is_pair(inlines) else one_line(cut(inlines, joint.end() if joint else 0))
        case Paragraph(inlines) if not command_in(inlines, context):
            return one_line(inlines)
        case _:
            return ()


def _is_pair(inlines: Inlines) -> bool:
    """`a : 모두`: a short name and what it stands for, which tells of that name alone."""
    split = first_split(inlines)
    return split is not None and bool(split.right) and len(split.left) < _SHORT


def _name_first(first: Paragraph, here: Here) -> tuple[str, int] | None:
    """The command a line begins with, and where its meaning begins."""
    text, context = text_of(first.inlines), here.context
    found = context.desk.once(splits, first.inlines)
    for split in sorted(found[:2], key=lambda split: split.sign[:1] in "-–—―"):
        name = command_in(split.before, context, 0) or _key_name(split, context)
        if name and len(split.right) > 1:
            return name, split.end
        if split.sign[:1] not in "-–—―":
            break
    remark = _REMARK.match(text)
    if remark and command_in(cut(first.inlines, 0, remark.end("name")), context, 0):
        return str(command_in(cut(first.inlines, 0, remark.end("name")), context, 0)), remark.end()
    if semicolon := _SEMICOLON.match(text):
        name = command_in(cut(first.inlines, 0, semicolon.end("name")), context, 0)
        behind = cut(first.inlines, semicolon.end())
        if name and text_of(behind).strip() and not command_in(behind, context, 0):
            return name, semicolon.end()
    lead = number_length(text)
    code = next(code_spans(first.inlines), None)
    if _NARRATED.search(text):
        return None
    if code and code[0] <= lead + 1:
        return _code_with_particle(first.inlines, text, context)
    return (
        _key_with_particle(text, lead)
        or plain_with_particle(text, lead, context)
        or (None if isinstance(here.near(1), CodeBlock) else _words_behind(first.inlines, text, lead, context))
    )


def _code_with_particle(inlines: Inlines, text: str, context: Context) -> tuple[str, int] | None:
    """`` `touch`를 통해 새 파일을 만든다``: the command in code at the head of a line, and what joins it to its use."""
    _, end, code = next(code_spans(inlines))
    word = COMMAND_WORD.match(text[end:])
    after = end + (word.end() if word else 0)
    verb = re.match(rf"\s*(?:{USE})", text[after:]) or USE_ENGLISH.match(text[after:])
    verb = verb or (_goes_on(inlines, after, context) if " " in code.strip() else _FORM.match(text[after:]))
    if verb is None or JUST_RUN.match(text[after:]) or NOT_SO.search(text[after:]):
        return None
    if _is_spoken_of(code.strip(), text[after:], after == end and not _FORM.match(text[after:]), context):
        return None
    others = sum(is_command(other, context, 1) for _, _, other in code_spans(inlines))
    weak = re.match(r"\s*(?:으로|로|은|는)", text[after:]) is not None
    if others > 1 or code.lstrip().startswith("-") or not is_command(code, context, 1 if weak else 2):
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
    if match is None or " " not in match["name"] or not is_command(match["name"], context, 0):
        return None
    end = match.end()
    words = text[end:]
    long = len(words.split()) > 1 if re.match(r"[가-힣]", words) else len(words) > 1
    return (match["name"], end) if long and introduces(one_line(cut(inlines, end)), context) else None


def _key_name(split: Split, context: Context) -> str | None:
    name = split.left.strip()
    if is_key(name) or (context.command and re.fullmatch(r"[A-Za-z]{1,2}|:\w+|[⬆⬇⬅➡]️?", name)):
        return name if ACTION.search(split.right.strip()) else None
    return None


def _key_with_particle(text: str, lead: int) -> tuple[str, int] | None:
    match = _KEY_WITH_PARTICLE.match(text[lead:])
    if match and (is_key(match["key"]) or re.fullmatch(r"![\[\]\w]+|[a-z]+", match["key"])):
        return match["key"], lead + match.end()
    return None
