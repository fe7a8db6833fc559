"""Whether a piece of text is a command line, and which command it calls.

Goes in: text of one line (no prompt) and the context. Comes out: a weight (`weigh`), a yes or no (`is_command`), the
command's name (`name_of`). No single sign decides: `CUES` lists what speaks for and against, with weights as data.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from typing import Final

from exporter.recognise.pattern import Context
from exporter.recognise.vocabulary import INSTRUCTIONS, SQL, SUBCOMMAND_GROUPS, WITH_SUBCOMMANDS, WORDLIKE, words_of

ENOUGH: Final = 3

PROMPT: Final = re.compile(
    r"^\s*(?:ex\)\s*|예\)\s*)?(?:"
    r"\$ +|\$(?=[a-z]{2,} )|% +|❯ *|➜ +(?:\S+ )?|λ +|>>> ?|"
    r"(?:\([\w.-]+\) )?\[?[\w.-]+@[\w.-]+(?:[: ][^\]$#%>]*)?\]?\s*(?:\([^)]*\) ?)?[$#%>] ?|"
    r"(?:PS )?[A-Z]:\\[^>]*> ?|PS [^>]*> ?|"
    r"(?:mysql|mariadb|sqlite|postgres|psql|redis|mongo|test|admin|[\w.-]+:\d+)(?:[ \[(][^>]*)?[>=][#>]? |"
    r"SQL> ?|bash-[\d.]+[$#] ?|> +(?=[a-z][\w.-]+( |$)))"
)
ROOT_PROMPT: Final = re.compile(r"^\s*# +(?=[a-z./])")

_WORD: Final = re.compile(r"[^\s]+")
_ASSIGNMENTS: Final = re.compile(r"^(?:[A-Z_][A-Z0-9_]*=(?:\"[^\"]*\"|'[^']*'|\S*)\s+)+(?=\S)")
_SUDO: Final = re.compile(r"^(?:sudo(?: -\S+)*|time|nohup|exec|command|doas|env|winpty)\s+(?=\S)")
_FLAG: Final = re.compile(r"(?:^|\s)(?:--?[A-Za-z][\w-]*|--|-\d+)(?=[\s=\[<,]|$)")
_PLACEHOLDER: Final = re.compile(r"<[^<>\n]{1,40}>|\{[^{}\n]{1,40}\}|\[[^\[\]\n]{1,40}\]|\.{3}|…")
_QUOTED: Final = re.compile(r"\"[^\"]*\"|'[^']*'")
_GIVEN: Final = re.compile(f"{_QUOTED.pattern}|{_PLACEHOLDER.pattern}")
"""What stands in a line for a value: quoted text and placeholders, in whatever language."""
_LATIN_WORD: Final = re.compile(r"(?<![-\w])[A-Za-z']+")
_PLUMBING: Final = re.compile(r"\S (?:\||&&|\|\||>>?|<) \S|\S(?:>>|\|)\S|&$")
_PATH_PROGRAM: Final = re.compile(
    r"^\.{1,2}/[\w./-]*\w(?:\s|$)|^(?:~|/[\w.-]+)/[\w./-]+\s+\S|^/(?:[\w.-]+/)*s?bin/[\w.-]+|"
    r"^[\w./~-]+\.(?:sh|pl|exe|bat|ps1)(?:\s|$)|^[\w./~-]+\.(?:py|rb|js)\s+\S"
)
_LETTERS: Final = re.compile(r"[가-힣\u3040-\u30ff\u4e00-\u9fff]")
_PARTICLE: Final = re.compile(
    r"[A-Za-z가-힣)`\"'\]]{1,}(?:을|를|은|는|이|가|의|에|에서|으로|로|와|과|도|만|까지|부터|하여|하고|하면|"
    r"하는|된|한|할|해)(?<!경로)(?=\s|,)"
)
_SENTENCE: Final = re.compile(r"(?:[가-힣](?:다|요|음|함|됨|임|세요|자)[.!]?|[a-z]\.|[。！？:：;?!])$")
_STOPWORDS: Final = words_of(
    "the a an is are was to of in for that this with you it we be your from will can as by on so or and not have has "
    "which when should our i if at but all"
)
_SETTING: Final = re.compile(r"^[\w.\-/$\"']+\s*:(?:\s|$)|^[\w.\-\[\]]+\s+=\s|^\s*[\w.-]+=\S*$|^\[[\w .-]+\]$")
_CODE: Final = re.compile(
    r"[{;]\s*$|^\s*[})\]]|^\s*(?:public|private|class|def|return|var|let|const|#include|package|fn|func|"
    r"@\w+|</?\w+)\b|=>|\w\(\)|^\s*<\w|::\w"
)
_TABULAR: Final = re.compile(r"\S {2,}\S.* {2,}\S")
_STRANGE_START: Final = re.compile(r"^[^\w./~!:$(\"'<\[{가-힣%-]|^\d|^-[ rwxdl-]|^[{<\[(\"']")
_DEED: Final = re.compile(
    r"\s(?:설치|실행|확인|생성|정지|삭제|설정|사용|사용법|사용하기|명령어|명령|옵션|활용|활용법|개념|정리|"
    r"이해|기초|기본|방법|종류|변경|추가|조회|시작|"
    r"종료|접속|배포|빌드|등록|구조|소개|설명|예제|예시|관련|관리|재시작|수정|저장|입력|작성|편집|복사|이동|"
    r"적용|단축키|모음|요약|연습|실습|시작하기|차이|차이점|문제|오류|에러|"
    r"해결|압축|해제|풀기|권한|백업|복원|복구|초기화|연동|연결|비교|활성화|비활성화|업데이트|업그레이드|다운로드|업로드|"
    r"명령어들|커맨드|트러블슈팅|튜토리얼|입문|강의|공부|복습|노트|후기|옵션들|단계|환경|버전|서버|클라이언트|"
    r"\S{1,8}기|\S{1,8}란|安装|使用|命令|配置|"
    r"教程|简介|インストール|コマンド|使い方)\??$"
)
_LONG_RUN: Final = re.compile(r"[\u3040-\u30ff\u4e00-\u9fff]{7}")
_CONTROL: Final = re.compile(r"^\s*(?:if|for|while|until|case|do|done|fi|then|else|elif|esac|function)\b(?!\s+-)")
_VERSION: Final = re.compile(r"\bversion\s+v?\d|\binstalled$")
_PROMPT_LINE: Final = re.compile(r"^[\w.-]+@[\w.-]+ \S+ .*\)$|^[\w.-]+@[\w.-]+:\S*\s*$")
_KEEPS_CASE: Final = re.compile(r"^[A-Z][a-z]+")
_LINE_OF_LIST: Final = re.compile(r"^(?:[-*+•] |[├└│┌])")


def bare(line: str) -> str:
    """A command line without `sudo` and leading `NAME=value`."""
    text, before = line.strip(), ""
    while text != before:
        before, text = text, _SUDO.sub("", _ASSIGNMENTS.sub("", text))
    return text


def head(line: str) -> str:
    """The program a line calls: its first word, behind `sudo` and assignments."""
    match = _WORD.match(bare(line))
    return match.group().rstrip(";,") if match else ""


def name_of(line: str) -> str:
    """The command's name as one speaks of it: `docker image build` for `sudo docker image build -t a .`."""
    words = bare(line).split()
    if not words:
        return line.strip()
    name = [words[0].rstrip(";")]
    if name[0].lower() in WITH_SUBCOMMANDS:
        for word in words[1:3]:
            if not re.fullmatch(r"[a-z][a-z0-9-]*", word):
                break
            name.append(word)
            if word not in SUBCOMMAND_GROUPS:
                break
    return " ".join(name)


_GLOSS: Final = re.compile(r"\s+[(（](?P<gloss>[^()（）\n]{2,})[)）]\s*$")
_TELLS: Final = re.compile(
    r"(?:[가-힣](?:다|요|자)|[함음임됨]|[가-힣]기|[るすう])[.。]?$|[一-鿿]{4}|[가-힣]\s\S+\s\S+\s"
)


def without_gloss(line: str) -> tuple[str, str]:
    """A command and the words in brackets behind it, where they say something and don't stand for a value."""
    match = _GLOSS.search(line)
    if match is None or not _LETTERS.search(match["gloss"]) or not _TELLS.search(match["gloss"]):
        return line, ""
    return line[: match.start()], match["gloss"].strip()


@dataclass(frozen=True, slots=True)
class Cue:
    """One sign that a line is a command (or, below nought, that it is not), and how much it weighs."""

    name: str
    weight: int
    holds: Callable[[str, Context], bool]


def _known_program(line: str, context: Context) -> bool:
    program = head(line)
    return program in context.vocabulary.programs and program not in WORDLIKE


def _wordlike_program(line: str, _: Context) -> bool:
    return head(line) in WORDLIKE


def _wordlike_alone(line: str, _: Context) -> bool:
    return head(line) in WORDLIKE and line.strip() == head(line)


def _noted_program(line: str, context: Context) -> bool:
    return head(line) in context.programs and not _known_program(line, context)


def _sql(line: str, _: Context) -> bool:
    words = line.split()
    if not words or words[0].lower() not in SQL or len(words) < 2:
        return words[:1] != [] and words[0].rstrip(";").lower() in SQL and line.rstrip().endswith(";")
    return words[0].isupper() or line.rstrip().endswith(";") or words[0].lower() in ("select", "grant", "alter")


def _vim(line: str, _: Context) -> bool:
    return bool(re.match(r"^:[a-zA-Z!%][\w!]*(?: \S+)*$|^set [a-z]+(=\S+)?$|^\\[a-z]\+?(?: |$)|^![\w\[!]", line))


def _prose_words(line: str, _: Context) -> bool:
    words = _LATIN_WORD.findall(_QUOTED.sub("", line))
    return not _sql(line, _) and sum(word.lower() in _STOPWORDS for word in words) >= 2


def _prose_letters(line: str, _: Context) -> bool:
    plain = _GIVEN.sub("", line)
    return bool(_PARTICLE.search(plain)) and bool(_LETTERS.search(plain))


def _many_letters(line: str, _: Context) -> bool:
    plain = _GIVEN.sub("", line)
    return sum(bool(_LETTERS.search(word)) for word in plain.split()) >= 3 or bool(_LONG_RUN.search(plain))


def _ends_in_deed(line: str, _: Context) -> bool:
    return bool(_DEED.search(line))


def _starts_in_letters(line: str, _: Context) -> bool:
    return bool(_LETTERS.match(bare(line)))


LONGEST: Final = 4_000
"""In characters: a longer line is data, and the cues look at each of its places more than once."""

CUES: Final = (
    Cue("a program everybody knows", 4, _known_program),
    Cue("a program that is also a word", 2, _wordlike_program),
    Cue("such a word and nothing else", -1, _wordlike_alone),
    Cue("a program this note shows", 3, _noted_program),
    Cue("a path to run", 3, lambda line, _: bool(_PATH_PROGRAM.search(bare(line)))),
    Cue("a flag", 2, lambda line, _: bool(_FLAG.search(line)) and not line.startswith("-")),
    Cue("a placeholder", 1, lambda line, _: bool(_PLACEHOLDER.search(line))),
    Cue("pipes and redirections", 1, lambda line, _: bool(_PLUMBING.search(line))),
    Cue("SQL", 4, _sql),
    Cue("an SQL keyword alone", 3, lambda line, _: line.isupper() and line.lower() in SQL),
    Cue("a Dockerfile instruction", 4, lambda line, _: line.split()[0] in INSTRUCTIONS),
    Cue("an editor's command", 4, _vim),
    Cue("English running text", -4, _prose_words),
    Cue("Korean, Chinese or Japanese running text", -4, _prose_letters),
    Cue("many Korean, Chinese or Japanese words", -2, _many_letters),
    Cue("ends in the name of a deed", -4, _ends_in_deed),
    Cue("begins with a Korean, Chinese or Japanese word", -4, _starts_in_letters),
    Cue("ends like a sentence", -2, lambda line, _: bool(_SENTENCE.search(line)) and not line.endswith(";")),
    Cue("a setting", -4, lambda line, context: bool(_SETTING.search(line)) and not _known_program(line, context)),
    Cue("program code", -3, lambda line, context: bool(_CODE.search(line)) and not _sql(line, context)),
    Cue("an address", -6, lambda line, _: line.lstrip().startswith(("http://", "https://", "localhost"))),
    Cue("shell control", -5, lambda line, _: bool(_CONTROL.search(line))),
    Cue("a version", -4, lambda line, _: bool(_VERSION.search(line)) and not _FLAG.search(line)),
    Cue("a prompt on a line of its own", -6, lambda line, _: bool(_PROMPT_LINE.search(line))),
    Cue("columns", -2, lambda line, _: bool(_TABULAR.search(line))),
    Cue("a sign no program begins with", -4, lambda line, _: bool(_STRANGE_START.search(line))),
    Cue("a capital", -2, lambda line, context: bool(_KEEPS_CASE.match(line)) and not _noted_program(line, context)),
    Cue("an item or a branch of a tree", -4, lambda line, _: bool(_LINE_OF_LIST.search(line))),
)


def weigh(line: str, context: Context) -> int:
    """How much speaks for `line` being a command line; of a statement on several lines the line ends do not count."""
    if len(line) > LONGEST:
        return -9
    line = " ".join(line.split()) if "\n" in line else line
    return sum(cue.weight for cue in CUES if cue.holds(line, context)) if line.strip() else -9


def is_command(line: str, context: Context, bonus: int = 0) -> bool:
    """Whether enough speaks for `line`; `bonus` is what the reader knows from where it stands."""
    return weigh(line, context) + bonus >= ENOUGH
