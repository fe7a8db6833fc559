"""The words by which a note names an option: `-f`, `-f, --file FILE`, `[-a], [--all]`, `--color[=<when>]`.

Grammar (blanks allowed where a comma stands)::

    names    = name, { joint, name }, [ argument ], [ stands ]
    name     = "[" flag "]" | flag
    flag     = "-" letter { letter } | "--" word | "-" digit; "–word" and "—word" are "--word" gone through an editor
    joint    = "," | "，" | "/" | "|" | "、" | "or" | "또는" | "혹은" | "或" | "または" | "(" name ")"
    argument = "=" word | "[=" word "]" | " " placeholder
    placeholder = "<" … ">" | "[" … "]" | "{" … "}" | CAPITALS | "…" in quotes
    stands   = "(" Latin letters ")" before a sign: the word that a letter stands for, `-i(interactive) :`

Goes in: text. Comes out: `Names`, or None where the text does not begin with a flag.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final

_FLAG: Final = (
    r"(?:--[A-Za-z0-9][A-Za-z0-9_.-]*|—[a-z][a-z0-9-]+|[-–][A-Za-z][A-Za-z0-9_-]*\+?"
    r"|-\d\d?(?![\w.%/:-]|,(?! ?--[a-z]))|[-+]\?|-숫자|\+(?:[a-z]|[A-Z]+)(?![A-Za-z0-9_+]))"
)
_VALUE: Final = (
    r"<[^<>\n]*>|\{[^{}\n]*\}|\[[^\[\]\n]*\](?:[A-Za-z가-힣]+)?|\"[^\"\n]+\""
    r"|[A-Z](?:[A-Z0-9_:/-]*[A-Z0-9])?(?![a-z가-힣])(?:\[[^\]]*\])?"
)
_NAME: Final = re.compile(
    rf"\[?(?P<flag>{_FLAG})(?P<joined>=(?:{_VALUE}|[^\s,\])`]+)|\[=[^\]]*\])?(?P<more>(?: (?:{_VALUE}|\*|\.\.\.))*)\]?"
)
_STARTS: Final = ("-", "–", "—", "+", "[")
"""What a name can begin with."""
_JOINT: Final = re.compile(
    r"\s*(?:,|，|/|\||、|·|\b(?:or|ou)\b|또는|혹은|或|または|[(（](?:\s*=|or\s)?)\s*(?=\[?[-–—])|\s+(?=\[?--[a-z])|\s=\s(?=-)"
)
_STANDS_FOR: Final = re.compile(r"[(（][A-Za-z][A-Za-z -]*[)）](?=\s*[:：]|\s+[-–—=#]+\s|\s{2,}\S)")
"""The word a letter stands for, right behind it."""
_RIGHTS: Final = re.compile(r"-[r-][w-][xsStT-][r-][w-]")
"""The rights of a file as they are listed: `-rw-r--r--`."""
_TURNED: Final = re.compile(r"—|–(?=[a-z]{2})")
"""What an editor makes of two hyphens; before one letter it stands for one."""


@dataclass(frozen=True, slots=True)
class Names:
    """What an option is called: all its forms, the placeholder of its value, and where in the text this ends."""

    flags: tuple[str, ...]
    argument: str | None
    end: int


def names_at(text: str, start: int = 0) -> Names | None:
    """The option named at `start` of `text`, or None."""
    if not text.startswith(_STARTS, start) or _RIGHTS.match(text, start):
        return None
    flags: list[str] = []
    argument: str | None = None
    end = start
    match = _NAME.match(text, start)
    while match:
        flag, number = _numbered(_typed(match["flag"]))
        flags.append(flag)
        argument = argument or number
        value = (match["joined"] or "").strip("[=]") or match["more"].strip()
        argument = argument or value or None
        end = match.end()
        joint = _JOINT.match(text, end)
        match = _NAME.match(text, joint.end()) if joint else None
        if match and joint and "(" in joint.group() and text[match.end() : match.end() + 1] == ")":
            flags.append(_typed(match["flag"]))
            argument = argument or (match["joined"] or "").strip("[=]") or None
            end = match.end() + 1
            break
    word = _STANDS_FOR.match(text, end)
    return Names(tuple(dict.fromkeys(flags)), argument, word.end() if word else end) if flags else None


def _typed(flag: str) -> str:
    """A flag as it is typed, with hyphens."""
    return _TURNED.sub("--", flag).replace("–", "-")


def _numbered(flag: str) -> tuple[str, str | None]:
    """`-nN` is `-n` with a number."""
    return (flag[:2], "N") if re.fullmatch(r"-[a-z]N", flag) else (flag, None)


def names_in_code(code: str) -> Names | None:
    """The option that a code span names; what else stands in the span is its argument."""
    bare = code.strip()
    bare = bare[1:-1].strip() if bare.startswith("<-") and bare.endswith(">") else bare
    found = names_at(bare)
    if found is None:
        return None
    rest = bare[found.end :].strip(" =:：,")
    if len(rest.split()) > 3 or re.search(r"\s-", f" {rest}") or not re.fullmatch(r"[^|;&]*", rest):
        return None
    return Names(found.flags, found.argument or rest or None, len(code))
