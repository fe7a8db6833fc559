"""What a title or a cell names as its command, and what it says of it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from html import unescape
from typing import Final

from exporter.kramdown.nodes import Inlines, Link, Strong, Text
from exporter.recognise.code.clients import is_clients_word
from exporter.recognise.code.command_line import is_command
from exporter.recognise.code.flags import names_at
from exporter.recognise.code.glosses import without_gloss
from exporter.recognise.code.keys import is_key, pressed_together
from exporter.recognise.code.prompts import EXAMPLE_MARK, PROMPT
from exporter.recognise.pattern import Context
from exporter.recognise.text.inlines import code_spans, cut, strip, text_of, unwrap
from exporter.recognise.text.labels import Split, is_wholly_code, number_length, without_number
from exporter.recognise.text.programs import SUBCOMMANDS
from exporter.recognise.text.words import EAST, EAST_LETTER

SHORT_KEY: Final = re.compile(
    r"^(?:[A-Za-z]{1,2}!?|\d?[a-zA-Z]{2}|:[\w!$%]+(?:-\w+)*|[/?][가-힣]+|[\^$%{}()/?*#~>.<;,+!-]{1,2}|'[!-~]'|\d+G)$"
)
"""A key or a short command of an editor, where keys are explained."""
_TYPED_KEYS: Final = re.compile(
    r"(?:[!-~]{1,3}|(?:[!-~]{0,3}[{<\[][A-Za-z_]+[}>\]]){1,2}[!-~]{0,3}|[/?:][\w가-힣]+)[⏎↵]?$"
)
"""What code is that is typed into an editor: a few signs, maybe with a place for more: `ciw`, `g~`, `f{char}`."""
_KEYS: Final = re.compile(
    r"\b(?:vim?|neovim|tmux|less|screen|emacs|nano|hot ?keys?|shortcuts?|key ?bindings?)\b|단축키|快捷键|"
    r"ショートカット",
    re.IGNORECASE | re.ASCII,
)
_DEEDS_OF_KEYS: Final = re.compile(
    r"명령|키|모드|이동|편집|삭제|복사|검색|저장|command|mode|mov|edit|keystroke|shortcut|cheat|命令|模式|移动|移動|コマンド",
    re.IGNORECASE,
)
"""What the parts of a note about an editor are called."""
_BRACKETED: Final = re.compile(r"[(（][^()（）]*[)）]\s*$")
_ENGLISH: Final = re.compile(r"^ [a-z]{2,}s(?: [a-z]+){2,}")
"""What English goes on with behind a command: a verb and more."""
_QUOTED: Final = re.compile(r"[\"“](?P<name>:?[a-z!%][^\"“”]*)[\"”]")
_ALIKE: Final = re.compile(r"[a-z][\w.-]*(?: [\x21-\x7e]+)*")
"""What looks like a command, beside one that is known."""
_ABOUT: Final = {
    "docker": re.compile(r"docker|도커|컨테이너"),
    "git": re.compile(r"\bgit\b|깃"),
    "kubectl": re.compile(r"kubectl|kubernetes|k8s|쿠버네티스"),
}
"""What tells that a note is about a program whose subcommands are known."""
_NO_COMMAND: Final = re.compile(
    r"^[a-z][\w.-]* (?:shells?|editors?|keys?|servers?|clients?|daemons?|sessions?|commands?|scripts?|prompts?|tools?|"
    rf"cheat ?sheets?|users?|process(?:es)?|shortcuts?|hot ?keys?|key ?bindings?|keystrokes?|basics|tips|tricks|cli|"
    rf"sdk|api|gui|console|dashboard|tutorials?|guides?)$|[{EAST}]\s*[(（][^()（）]*[)）]$"
)
"""A program's name before a noun, `bash shell`, and words with a remark in brackets, `vim 설정 (선택)`."""
_BOTH: Final = ("and", "와", "과", "및", "랑", "그리고", "和", "与", "及", "と")
"""Between two commands that are told of together."""
_LEAD_SIGN: Final = re.compile(r"(?:\.{3}|…)?\s*(?:[,，、]\s*|\s\|\s)(?=[^\W\d])")
"""Parts code that a line begins with from what it does."""


@dataclass(frozen=True, slots=True)
class _Written:
    """What may be a command, as written without prompt and number. `key`: it names a key; `short`: where keys are
    explained it may be one.
    """

    text: str
    is_code: bool
    key: bool
    short: bool


def command_in(inlines: Inlines, context: Context, bonus: int = 0) -> str | None:
    """The command that `inlines` are, if they are nothing else: as written, without prompt and number."""
    written = context.desk.once(_written, inlines)
    if written is None:
        return None
    if written.key or (written.short and speaks_of_keys(context)):
        return written.text
    return (
        written.text
        if is_command(written.text, context, bonus + written.is_code) and not names_at(written.text)
        else None
    )


def subcommand_in(inlines: Inlines, context: Context) -> str | None:
    """What is code, or stands in square brackets, and is a subcommand of a program the note is about: `` `prune` ``."""
    words = without_number(inlines)
    text = text_of(words).strip()
    name = text.strip("[]")
    if not (is_wholly_code(words) or name != text) or not name.islower():
        return None
    return name if is_subcommand(name, context) else None


def is_subcommand(name: str, context: Context) -> bool:
    """Whether `name` is a subcommand of a program that the note is about."""
    about = " ".join((context.title, *context.trail)).lower()
    return any(name in known and _ABOUT[program].search(about) for program, known in SUBCOMMANDS.items())


def code_lead(inlines: Inlines) -> tuple[Inlines, Inlines] | None:
    """The code that a line begins with, and the words that a comma or a bar parts from it: `` `C-a c`, 새 창``."""
    text, codes = text_of(inlines), list(code_spans(inlines))
    end = number_length(text)
    if not codes or text[end : codes[0][0]].strip(" `"):
        return None
    for start, stop, _ in codes:
        if text[end:start].strip(" `,/"):
            break
        end = stop
    sign = _LEAD_SIGN.match(text, end)
    return (strip(cut(inlines, 0, end)), strip(cut(inlines, sign.end()))) if sign else None


def codes_end(inlines: Inlines, context: Context) -> int:
    """Where the codes end that a line begins with, put together as several that are told of at once; 0 if they are not
    several: `` `a` and `b` ``.
    """
    text, codes = text_of(inlines), list(code_spans(inlines))
    end, many = min(number_length(text), codes[0][0] if codes else 0), 0
    for start, stop, _ in codes:
        if not _is_joint(text[end:start].strip(" `").lower(), context):
            break
        end, many = stop, many + 1
    return end if many > 1 else 0


def is_typed(code: str, context: Context, bonus: int) -> bool:
    """Whether code is a command, or a key where keys are explained."""
    return (
        is_key(code) or is_command(code, context, bonus) or (is_about_keys(context) and bool(_TYPED_KEYS.match(code)))
    )


def commands_joined(inlines: Inlines, context: Context, bonus: int) -> tuple[str, ...]:
    """The commands that `inlines` are where they are several in code, of which one is enough: `` `a`, `b` or `c` ``.

    Beside one that is known, whatever looks like one is a command too.
    """
    text = text_of(inlines)
    codes = list(pressed_together(code_spans(inlines), text))
    if len(codes) < 2:
        return ()
    ends, starts = [0, *(end for _, end, _ in codes)], [*(start for start, _, _ in codes), len(text)]
    first, *joints, last = (text[end:start].strip(" \t\n`").lower() for end, start in zip(ends, starts, strict=True))
    if first or last.strip(")） ") or not all(_is_joint(joint, context) for joint in joints):
        return ()
    names = tuple(code.strip() for _, _, code in codes)
    known = [is_typed(name, context, bonus + 1) for name in names]
    alike = any(known) and all(sure or _ALIKE.fullmatch(name) for sure, name in zip(known, names, strict=True))
    return names if alike else ()


def _is_joint(between: str, context: Context) -> bool:
    return between.strip(" ,/|·&(（、") in ("", *_BOTH, *context.vocabulary.or_words)


def _written(inlines: Inlines) -> _Written | None:
    words = _bare(inlines)
    text, _ = without_gloss(PROMPT.sub("", unescape(text_of(words)).strip()).strip())
    quoted = _QUOTED.fullmatch(text)
    text = quoted["name"] if quoted else text
    if not text or "\n" in text or len(text) > 200 or not _balanced(text) or _names_thing(text):
        return None
    if not is_wholly_code(words) and not is_key(text) and (_spoken_outside_code(words) or _goes_on_in_words(words)):
        return None
    return _Written(text, is_wholly_code(words), is_key(text), bool(SHORT_KEY.match(text)))


def _names_thing(text: str) -> bool:
    """Whether a text names what belongs to a program; `get key` is a command that gets a key."""
    return bool(_NO_COMMAND.search(text)) and not (text.isascii() and is_clients_word(text.split()[0]))


def _bare(inlines: Inlines) -> Inlines:
    """Words without the number or mark of an example before them, and the full stop behind code."""
    words = without_number(inlines)
    mark = EXAMPLE_MARK.match(text_of(words))
    words = unwrap(cut(words, mark.end())) if mark else words
    match words:
        case (*code, Text(end)) if code and end.strip() == "." and is_wholly_code(tuple(code)):
            return tuple(code)
        case _:
            return words


def _spoken_outside_code(words: Inlines) -> bool:
    """`` `ls -l` 자세히 ``: words stand beside code, and are no part of the command in it."""
    plain = tuple(node for node in words if not isinstance(node, Link))
    outside, at, text = [], 0, text_of(plain)
    for start, end, _ in code_spans(plain):
        outside.append(text[at:start])
        at = end
    said = _BRACKETED.sub("", "".join(outside) + text[at:])
    return at > 0 and bool(EAST_LETTER.search(said) or _ENGLISH.search(said))


def _goes_on_in_words(words: Inlines) -> bool:
    """`**git gc** cleans up`: a name set off by its marks, and what is said of it."""
    behind = text_of(words[1:]).split() if len(words) > 1 and isinstance(words[0], Strong) else []
    return len(behind) > 1 and all(word.isalpha() for word in behind)


def _balanced(text: str) -> bool:
    """Whether a text is whole: what it opens it closes, and it does not go on on the next line."""
    pairs = all(text.count(opening) == text.count(closing) for opening, closing in ("()", "（）"))
    return pairs and (text.count('"') != 1 or text.endswith('"')) and not text.endswith("\\")


def speaks_of_keys(context: Context) -> bool:
    """Whether the text stands where keys are explained: under an editor's or pager's name, or "단축키"."""
    if _KEYS.search(" ".join(context.trail[-2:])):
        return True
    named = " ".join((context.title, *context.trail[-1:]))
    return bool(_KEYS.search(context.title) and _DEEDS_OF_KEYS.search(named))


def is_about_keys(context: Context) -> bool:
    """Whether the note as a whole, or the part of it, is about an editor, a pager or the like."""
    return bool(_KEYS.search(" ".join((context.title, *context.trail[-2:]))))


def named_on_one_side(split: Split, context: Context, bonus: int) -> tuple[str, Inlines, bool] | None:
    """Name, meaning, and whether the name stands first."""
    left = command_in(split.before, context, bonus)
    if left and split.right:
        return left, split.after, True
    right = command_in(split.after, context, bonus)
    return (right, split.before, False) if right else None
