"""What a sentence says of a command in it: the words behind the command, or those that lead up to it."""

from __future__ import annotations

import re
from typing import Final

from exporter.kramdown.nodes import Inlines, Text
from exporter.recognise.commands.usage import JUST_RUN, OBJECT_BEFORE
from exporter.recognise.text.aims import AIM
from exporter.recognise.text.inlines import cut, one_line, span_of, strip, text_of

_GOES_ON: Final = re.compile(r"^(?:으로|로|을|를|와|과|이나|나|명령어?|커맨드|で|を|と)\s")
_AIM: Final = re.compile(rf"^.{{4,60}}?{AIM}(?=[\s,、])")
_TOPIC: Final = re.compile(r"(?: ?(?:명령어?|방법)|(?<=\S{3}))[은는]$")
_NEAR: Final = 40
"""In characters: what is done stands so near the command that it belongs to the words behind."""
_FULL: Final = 6
"""The least width of words behind a command that say all of it."""
WIDTH: Final = 4
"""The least width of words that say anything."""
_ENGLISH: Final = re.compile(r"[a-z]{2,}:? [`]?$")
"""English before the code."""
_ENGLISH_AIM: Final = re.compile(
    r"^[`\s]*(?:command\s)?"
    r"(?:,?\s*(?:(?:you|we|one) (?:can|could|may)|to|for|which|that|will|can|lets|allows|is)\s|"
    r"(?!is|was|has|does|as\b|its|this)[a-z]{2,}s\s)"
)
"""What an English sentence goes on with that says what the command before it does."""
_LEADING_UP: Final = re.compile(
    r"(?:,?\s*\b(?:(?:we|you|I|it|can|could|may|might|should|just|simply|please|also|then|have|need|want|has|be|to|by"
    r"|or) )*)"
    r"(?:use|using|run|running|(?<!starts )(?<!begins )with|via|by|type|typing|execute|executing|"
    r"enter|issue|issuing|call|calling|do|doing)(?: the)?(?: command)?\s*[:：]?[`\s]*$"
)
_NAMED_ENGLISH: Final = re.compile(
    r"\bcommands? (?:to|for|that|which) (?P<said>\w+ [^.;:]{3,80}?) (?:is|are|would be)\s*[:：]?[`\s]*$"
)
"""`The command to undo this is …`."""
_AIM_START: Final = re.compile(
    r"(?:^|[.;:,]\s+|\(\s*|\b(?:when|if) (?:we|you|I) )(?=(?:to )?[A-Za-z]+ )", re.IGNORECASE
)
_ALSO: Final = re.compile(r"[\s,;`)]*(?:and|then|or|but|also)\s+", re.IGNORECASE)
_WISH: Final = re.compile(
    r"(?:(?:[Ii]f |[Ww]hen )?(?:(?:you|we|I) )?(?:want|need|like|wish|have) to|"
    r"(?:[Yy]ou|[Ww]e|I|[Oo]ne) (?:can|could|may|will)(?: (?:also|now|then|just|simply|easily))?) (?=\w)"
)
"""Leads up to what is done, and says only that one may or would."""
_RUN_CHINESE: Final = re.compile(
    r"[，,、]?\s*(?:我们|你|请|则|就|还|也|那么|可以|可|需要|先|再|直接|只需)*\s*(?:使用|采用|用|通过|利用|执行|运行|输入|键入|敲|按下?)"
    r"(?:以下|下面的?|如下)?(?:命令|指令)?\s*[:：]?[`\s]*$"
)
"""Ends Chinese words that lead up to a command, and says only to run it."""
_CHINESE_START: Final = re.compile(r"(?:[。；;]|\.\s|比如说?|例如)\s*(?:如果)?(?:你|我们)?(?:想要?|要)?")
"""What comes before the words that tell what is done."""
_TURN: Final = re.compile(r"[,，。;；]\s*(?:不过|但是|但|然后|而且|如果|当然)")
"""Where Chinese turns to something else."""
_OTHERWISE: Final = re.compile(r"\s*(?:또는|혹은|아니면|或者|または)(?:\s+|、|，|$)")
_DONE_BEFORE: Final = re.compile(r"\s(?:후에?|뒤에?|다음에?)$")
"""Ends words of what is done before the command, which it is not for."""
_PERSONAL: Final = re.compile(r"\bI(?:'m|’m|'ve|’ve|'ll|\s)|^(?:actually|so|now|well)\b", re.IGNORECASE)
"""What authors tell of themselves."""
_TOLD: Final = 2
"""Words that an English clause has which tells what a command does."""


def width(text: str) -> int:
    """The length of a text, a Chinese character counted as the word it is."""
    return len(text) + 2 * sum("\u4e00" <= char <= "\u9fff" for char in text)


def _aimed_at(inlines: Inlines, start: int, end: int) -> Inlines:
    """What an English sentence says before it comes to the command: `to undo this, use …`, `we undo this with …`."""
    text = text_of(inlines)
    led = _LEADING_UP.search(text, start, end)
    if led is None:
        return ()
    begins = [match.end() for match in _AIM_START.finditer(text, start, led.start())]
    begin = begins[-1] if begins else start
    joint = _ALSO.match(text, begin)
    begin = joint.end() if joint else begin
    words = text[begin : led.start()].strip(" ,.\n`(:").split()
    told = len(words) >= _TOLD and words[-1] not in ("and", "or") and not _PERSONAL.search(" ".join(words))
    return one_line(strip(cut(inlines, *aim_in(text, begin, led.start())), " ,.\n`(:")) if told else ()


def aim_in(text: str, start: int, end: int) -> tuple[int, int]:
    """Where the words before a command tell what it is for, without what only says that one may or should run it."""
    run_it = _RUN_CHINESE.search(text, start, end)
    if run_it:
        end = run_it.start()
        start = max((match.end() for match in _CHINESE_START.finditer(text, start, end)), default=start)
    wish = _WISH.match(text, start, end)
    return (wish.end() if wish else start), end


def _without_joint(inlines: Inlines) -> Inlines:
    """Words without the one that only puts them beside what was said before: `또는 …`."""
    joint = _OTHERWISE.match(text_of(inlines))
    return cut(inlines, joint.end()) if joint else inlines


def clause_on(inlines: Inlines, before: tuple[int, int], after: tuple[int, int]) -> Inlines:
    """What is said of a command: what comes after it, or what leads up to it where nothing but "실행한다" comes."""
    text = text_of(inlines)
    leads = bool(_ENGLISH.search(text[: before[1]])) and len(text[: before[1]].split()) > 1
    if named := _NAMED_ENGLISH.search(text, *before):
        return one_line(cut(inlines, *named.span("said")))
    if leads and not _ENGLISH_AIM.match(text[after[0] : after[1]]):
        return _aimed_at(inlines, *before)
    turn = _TURN.search(text, *after)
    behind = strip(cut(inlines, after[0], turn.start() if turn else after[1]), " ,.，、。\n`()")
    aim = one_line(strip(_without_joint(cut(inlines, *aim_in(text, *before))), " ,，、.\n`(:"))
    if before[0] and _GOES_ON.match(text_of(aim)):
        head = _AIM.match(text[: before[1]])
        aim = one_line(cut(inlines, 0, head.end())) if head else ()
    run = JUST_RUN.match(text[after[0] : after[1]])
    if OBJECT_BEFORE.search(text_of(aim)) and not run and len(text_of(behind)) >= 2 and len(text_of(aim)) <= _NEAR:
        return (*aim, Text(" ", span=span_of(inlines)), *one_line(behind))
    led = text[: before[1]].rstrip(" `").endswith((":", "："))
    if (led or re.match(r"\s*[,，、；;]", text[after[0] : after[1]])) and width(text_of(aim)) >= WIDTH:
        return aim
    if width(text_of(behind)) >= _FULL and not run:
        return one_line(behind)
    return () if _DONE_BEFORE.search(text_of(aim)) else aim


def without_topic(meaning: Inlines) -> Inlines:
    """What a topic wants, without the particle that made it one: `목록을 보는 명령어는`, `목록 조회는`."""
    topic = _TOPIC.search(text_of(meaning))
    return cut(meaning, 0, topic.start()) if topic else meaning
