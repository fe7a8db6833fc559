"""What ends words that say what is wanted, before the command or option that does it: `…하려면`, `…할 때는`, `…には`.

Comes out: pieces of expressions, for the readers that look at what stands before a command or an option.
"""

from __future__ import annotations

import re
from typing import Final

_ADNOMINAL: Final = "".join(map(chr, range(ord("갈"), ord("힣") + 1, 28)))
"""The syllables that end in ㄹ: what is yet to be done, before 때."""
_OF_TIME: Final = r"(?:에?는|에|엔)?"
KOREAN_WISH: Final = r"(?:려면|려거든|위해서?는?|위하여|싶(?:다면|으면|거든)|고자 (?:하면|한다면)|원(?:하면|한다면))"
KOREAN_AIM: Final = rf"(?:{KOREAN_WISH}|(?<=[{_ADNOMINAL}])\s?(?:때{_OF_TIME}|땐)|경우{_OF_TIME})"
"""What is wanted, or when it is."""
AIM: Final = rf"(?:{KOREAN_AIM}|には|(?:場合|とき|ため)(?:は|には)?)"
_AT_END: Final = re.compile(AIM + "$")


def ends_in_aim(text: str) -> bool:
    """Whether the words say what is wanted, and go on to what does it."""
    return bool(_AT_END.search(text))
