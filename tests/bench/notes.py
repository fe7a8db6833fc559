"""Study notes by the thousand, the same for the same seed.

Goes in: a seed and how many commands a note has. Comes out: text in the manner of the project's own notes: commands
with purpose, synopsis, options and examples, definitions, a table, a callout. Eleven commands make about 6 kB.
"""

from __future__ import annotations

import random
from pathlib import Path
from typing import Final

_TOOLS: Final = ("docker", "git", "kubectl", "tar", "systemctl", "npm", "psql", "ssh")
_OBJECTS: Final = ("image", "volume", "network", "branch", "remote", "pod", "service", "archive", "unit", "role")
_VERBS: Final = ("list", "create", "remove", "inspect", "rename", "copy", "merge", "export", "apply", "watch")
_NOUNS: Final = ("이미지", "컨테이너", "브랜치", "볼륨", "네트워크", "저장소", "파일", "서비스", "로그", "설정")
_ACTS: Final = ("만드는", "지우는", "보여 주는", "옮기는", "합치는", "내려받는", "올리는", "고치는", "찾는", "비교하는")
_FLAGS: Final = ("--all", "--force", "--quiet", "--name", "--limit", "--filter", "--output", "--dry-run", "-v", "-p")
_ADVERBS: Final = ("한 번에", "조용히", "강제로", "차례대로", "뒤에서", "자세히", "처음부터", "끝까지")


def note(seed: int, commands: int = 11) -> str:
    """One study note."""
    roll = random.Random(seed)
    tool = roll.choice(_TOOLS)
    head = f'---\ntitle: "{tool} 명령어 {seed}"\npermalink: /study/{tool}/{seed}/\ntoc: true\n---\n'
    words = "\n".join(_definition(roll) for _ in range(4))
    body = "\n".join(_command(roll, tool, number) for number in range(1, commands + 1))
    return f"{head}\n# 1. {tool}\n\n{words}\n\n{body}\n{_table(roll, tool)}"


def _definition(roll: random.Random) -> str:
    return f"- {_noun(roll)}({roll.randrange(10_000)})는 {_noun(roll)}을 {roll.choice(_ACTS)} 데 쓰는 **{_noun(roll)}**"


def _noun(roll: random.Random) -> str:
    return f"{roll.choice(_NOUNS)} {roll.choice(_NOUNS)}"


def _command(roll: random.Random, tool: str, number: int) -> str:
    name = f"{tool} {roll.choice(_OBJECTS)} {roll.choice(_VERBS)}{number}"
    purpose = f"- {_noun(roll)}을 {roll.choice(_ADVERBS)} {roll.choice(_ACTS)} 명령어"
    synopsis = f"{name} [options] {roll.choice(_NOUNS)}명[:태그]\n{{: .notice--info}}"
    options = "\n".join(_option(roll, name, flag) for flag in roll.sample(_FLAGS, 2))
    example = f"```\n$ {name} {roll.choice(_FLAGS)} demo/{roll.randrange(10_000)}\n```"
    callout = f"**주의**\n{_noun(roll)}을 {roll.choice(_ACTS)} 동안 `{tool}`을 멈추지 않는다.\n{{: .notice--warning}}"
    parts = [f"**{number}) `{name}`**", purpose, synopsis, options, example]
    return "\n\n".join([*parts, callout, ""] if roll.random() < 0.2 else [*parts, ""])


def _option(roll: random.Random, name: str, flag: str) -> str:
    said = f"{_noun(roll)}을 {roll.choice(_ADVERBS)} {roll.choice(_ACTS)} 옵션"
    code = f"```\n    $ {name} {flag} demo/{roll.randrange(10_000)}\n    ```"
    return f"- `{flag}` 옵션\n  - {said}\n\n    {code}\n"


def _table(roll: random.Random, tool: str) -> str:
    rows = "\n".join(
        f"| `--{roll.choice(_VERBS)}-{number}` | {_noun(roll)}을 {roll.choice(_ACTS)} |" for number in range(5)
    )
    return f"\n# 2. {tool} 옵션\n\n| 옵션 | 의미 |\n|------|------|\n{rows}\n"


def write_notes(folder: Path, count: int, *, seed: int = 0, commands: int = 11) -> None:
    """`count` notes in `folder`, in folders of a hundred."""
    for number in range(count):
        path = folder / f"{number // 100:03}" / f"note-{number:05}.md"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(note(seed + number, commands), "utf-8")
