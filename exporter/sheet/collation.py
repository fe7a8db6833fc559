"""The order of words in an index, and the head each stands under.

Goes in: a word and the language of the index. Comes out: a key to sort by; the head. Korean stands first, as a
dictionary has it, then Latin, kana, Han, and last what begins with a digit or sign. In a Chinese index Han stands among
the Latin letters, by pinyin; in a Japanese one, by its usual reading. Both orders are those of the character sets that
Python knows: GB 2312 lists its everyday hanzi by pinyin, JIS X 0208 its everyday kanji by reading; rarer ones follow.
"""

from __future__ import annotations

import unicodedata
from bisect import bisect_right
from typing import Final

from exporter.study import Language

_INITIALS: Final = "ㄱㄱㄴㄷㄷㄹㅁㅂㅂㅅㅅㅇㅈㅈㅊㅋㅌㅍㅎ"
"""The heads of the nineteen initial consonants: a dictionary puts the tense ones among the plain."""
_SYLLABLES: Final = 588
"""Hangul syllables with one initial consonant."""
_KANA_ROWS: Final = "あかさたなはまやらわ"
_PINYIN: Final = "啊芭擦搭蛾发噶哈击喀垃妈拿哦啪期然撒塌挖昔压匝"
_PINYIN_LETTERS: Final = "ABCDEFGHJKLMNOPQRSTWXYZ"
"""The first hanzi of GB 2312 under each letter, and the letters: no word begins with i, u or v."""
_EVERYDAY_END: Final = b"\xd8"
"""Where the hanzi that GB 2312 lists by pinyin end."""
_CODECS: Final[dict[Language, str]] = {"zh": "gb2312", "ja": "euc_jp", "ko": "euc_kr", "en": "gb2312"}
_HAN: Final = "漢"
_SIGNS: Final = "#"
_LAST: Final = "\uffff"
LATIN: Final = 1
HAN: Final = 3
_SCRIPTS: Final = {"HANGUL": 0, "LATIN": LATIN, "HIRAGANA": 2, "KATAKANA": 2, "CJK": HAN}


def sort_key(word: str, language: Language) -> tuple[int, str, str]:
    """Orders words: by script, then as a dictionary of it does, letters before case."""
    plain = unicodedata.normalize("NFC", _bare(word)).casefold()
    script = _script(plain[:1])
    ordered = "".join(_place(char, language) for char in plain)
    if script == HAN and (letter := _pinyin(plain[0], language)):
        return LATIN, letter.casefold() + _LAST + ordered, word
    return script, ordered, word


def head_of(word: str, language: Language) -> str:
    """The head under which a word stands."""
    first = unicodedata.normalize("NFC", _bare(word))[:1]
    match _script(first):
        case 0:
            return _INITIALS[(ord(first) - 0xAC00) // _SYLLABLES]
        case 1:
            return unicodedata.normalize("NFD", first)[0].upper()
        case 2:
            return max((row for row in _KANA_ROWS if row <= _hiragana(first)), default=_KANA_ROWS[0])
        case 3:
            return _pinyin(first, language) or _HAN
        case _:
            return _SIGNS


def _place(char: str, language: Language) -> str:
    """A character as text that sorts as the language has it: Han by its place in the language's character set."""
    if _script(char) != HAN:
        return char
    code = _code(char, language)
    return f"\ue000{code.hex()}" if code else f"\ue001{char}"


def _pinyin(char: str, language: Language) -> str | None:
    """The letter an everyday hanzi stands under in a Chinese index."""
    code = _code(char, "zh")
    if language != "zh" or not code or code >= _EVERYDAY_END:
        return None
    return _PINYIN_LETTERS[bisect_right([_code(first, "zh") for first in _PINYIN], code) - 1]


def _code(char: str, language: Language) -> bytes:
    """The place of a character in a language's character set; empty if it is not there."""
    return char.encode(_CODECS[language], "ignore")


def _bare(word: str) -> str:
    """A word without the dashes, brackets and quotes before it."""
    kept = next((at for at, char in enumerate(word) if char.isalnum()), 0)
    return word[kept:]


def _script(char: str) -> int:
    """The place of a script among the others; jamo, digits and signs come last."""
    name = unicodedata.name(char, "") if char and char.isalpha() else ""
    jamo = "JAMO" in name or name.startswith("HANGUL LETTER")
    return len(_SCRIPTS) - 1 if jamo else _SCRIPTS.get(name.split(" ")[0], len(_SCRIPTS) - 1)


def _hiragana(char: str) -> str:
    """A kana as its plain hiragana."""
    plain = unicodedata.normalize("NFD", char)[0]
    return chr(ord(plain) - 0x60) if "\u30a1" <= plain <= "\u30f6" else plain
