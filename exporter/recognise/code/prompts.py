"""What stands before a typed line: the prompt of a shell or a database, or the mark of an example."""

from __future__ import annotations

import re
from typing import Final

PROMPT: Final = re.compile(
    r"^(?=[^$%#>=❯➜λ]*+[$%#>=❯➜λ])\s*(?:ex\)\s*|예\)\s*)?(?:"
    r"\$>? +|\$>(?=[a-z./])|\$(?=[a-z]{2,} )|[\w.-]+ [$%] (?=[a-z./])|[A-Za-z~][\w./~-]*\$ +(?=[a-z./])|"
    r"% +|❯ *|➜ {2,}\w[\w.-]* (?=[a-z])(?!git:)|"
    r"➜ +(?:~\S* |\S+ (?=git:))?(?:git:\(\S+\) (?:[^\w\s] )?)?|λ +|>>> ?|"
    r"(?:\([\w.-]+\) )?\[?[\w.-]+@(?:[\w.-]+|\{[^{}\n]+\}|<[^<>\n]+>)(?:[: ][^\]$#%>]*)?\]?\s*(?:\([^)]*\) ?)?[$#%>] ?|"
    r"(?:PS )?[A-Za-z]:\\[^>]*> ?|PS [^>]*> ?|"
    r"(?:mysql|mariadb|sqlite|postgres|psql|redis|mongo|test|admin|[\w.-]+:\d+)(?:[ \[(][^>]*)?[>=][#>$]? |"
    r"SQL> ?|bash-[\d.]+[$#] ?|> +(?=[a-z][\w.-]+( |$)))"
)
EXAMPLE_MARK: Final = re.compile(r"^\s*(?:ex|예|예시|예제|e\.g\.|例|例如)(?:[.):：]+\)?\s*|\s+)(?=\S)", re.IGNORECASE)
NAMED_PROMPT: Final = re.compile(r"^\s*[A-Za-z][\w.-]*[>#] ?(?=(?:sudo )?[a-z./])")
"""What may be a prompt, if a command follows: `ec2-user> `, `router#`."""
BARE_ROOT_PROMPT: Final = re.compile(r"^\s*#(?=[a-z./])")
"""What may be root's prompt, if a command follows and a remark behind it: `#ls -a -- …`."""
ROOT_PROMPT: Final = re.compile(r"^\s*# +(?=[a-z./])")
