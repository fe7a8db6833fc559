"""What speaks against a line being a command: it reads like text, a setting, program code or data."""

from __future__ import annotations

import re
from typing import Final

from exporter.recognise.code.cue import Cue, Typed
from exporter.recognise.code.cues_for import (
    FLAG,
    PLACEHOLDER,
    is_known_program,
    is_noted_program,
    is_sql,
    is_whole_loop,
)
from exporter.recognise.pattern import Context
from exporter.recognise.text.keywords import SQL
from exporter.recognise.text.programs import SUBCOMMANDS, WORDLIKE
from exporter.recognise.text.words import EAST, EAST_LETTER
from exporter.words import words_of

_QUOTED: Final = re.compile(r"\"[^\"]*\"|'[^']*'")
_GIVEN: Final = re.compile(f"{_QUOTED.pattern}|{PLACEHOLDER.pattern}")
"""What stands in a line for a value: quoted text and placeholders, in whatever language."""
_LATIN_WORD: Final = re.compile(r"(?<![-\w./])[A-Za-z']+(?![./_=-]\w)")
_ASIDES: Final = re.compile(r"[(（][^()（）]*[)）]")
_SET_APART: Final = re.compile(rf"\s(?:[:：=–—→⇒-]|->|=>)\s+[{EAST}]")
_SAID_FIRST: Final = re.compile(r"^[a-z]+(?: [a-z']+){1,}(?:: | ?\()(?=[a-z])")
"""Plain words and a colon or bracket, behind which the command may stand that does what they say."""
_COLON: Final = re.compile(rf"(?:\w|[{EAST}]\s+)[:：]\s*$")
_ARROW: Final = re.compile(r"\s(?:->|→|=>|⇒)\s")
_WIDE_STOP: Final = re.compile(r"[，。、；]")
_VERBS: Final = SQL | words_of(
    "read write find sort time watch wait type search break link test use look paste shift deactivate"
)
"""Programs that are verbs, and as such begin phrases of English."""
_DOING: Final = words_of("install open use join break run split clear start code")
"""Of these, what people say in English of things that are no commands: `install kubernetes`."""
_OBJECT: Final = re.compile(r"^[a-z]+ [A-Za-z]+(?: \([^()]*\))?$")
_INSTRUCTS: Final = re.compile(r"[A-Z]{3,} (?:instruction |command )?[a-z]{2,}s [a-z]+ ")
_MANAGED: Final = re.compile(
    rf"docker (?:image|container|network|volume|compose|service|node)(?: [{EAST}]+(?: \S+)*)?$"
)
"""What docker manages: a thing, and no command without a deed."""
_HANGUL: Final = re.compile(r"[가-힣?!]+")
_VALUE_NAME: Final = re.compile(
    r"(?:명|이름|파일|폴더|디렉토리|디렉터리|경로|주소|포트|번호|아이디|값|호스트|사용자|유저|계정|패키지|브랜치|서비스|"
    r"컨테이너|이미지|커밋|태그|저장소|문자열|문자|단어|키|대상|원본|목적지|인자|주제|메시지|해시|숫자|날짜|시간|내용|"
    r"그룹|프로세스|프로그램|명령어|명령|옵션|테이블|데이터베이스|세션|네트워크|볼륨|파드|노드|리소스|모듈|변수|"
    r"위치|링크|확장자|도메인|[A-Za-z])(?:들|[12])?(?:\s|$)"
)
_PARTICLE: Final = re.compile(
    r"[A-Za-z가-힣)`\"'\]]{1,}(?:을|를|은|는|이|가|의|에|에서|으로|로|와|과|도|만|까지|부터|하여|하고|하면|"
    r"하는|된|한|할|해)(?<!경로)(?=\s|,)|(?<= )[은는을를의](?= )|(?:命令|コマンド)[的の]"
)
_SENTENCE: Final = re.compile(r"(?:[가-힣](?:다|요|음|함|됨|임|세요|자)[.!]?|[a-z]\.|[。！？:：;?!])$")
_STOPWORDS: Final = words_of(
    "the a an is are was to of in for that this with you it we be your from will can as by on so or and not have has "
    "which when should our i if at but all into vs"
)
_SETTING: Final = re.compile(r"^[\w.\-/$\"']+\s*:(?:\s|$)|^[\w.\-\[\]]+\s+=\s|^\s*[\w.-]+=\S*$|^\[[\w .-]+\]$")
_CODE: Final = re.compile(
    r"[{;]\s*$|^\s*[})\]]|^\s*(?:public|private|class|def|return|var|let|const|#include|package|fn|func|"
    r"@\w+|</?\w+)\b|=>|\w\(\)|^\s*<\w|::\w"
)
_TABULAR: Final = re.compile(r"\S {2,}\S.* {2,}\S")
_STRANGE_START: Final = re.compile(r"^[^\w./~!:$(\"'<\[{가-힣%-]|^\d|^-[ rwxdl-]|^[{<\[(\"']")
DEED: Final = re.compile(
    r"\s(?:설치|실행|확인|생성|정지|삭제|설정|사용|사용법|사용하기|명령어|명령|옵션|활용|활용법|개념|정리|"
    r"이해|기초|기본|방법|종류|변경|추가|조회|시작|"
    r"종료|접속|배포|빌드|등록|구조|소개|설명|예제|예시|관련|관리|재시작|수정|저장|입력|작성|편집|복사|이동|"
    r"적용|단축키|모음|요약|연습|실습|시작하기|차이|차이점|문제|오류|에러|"
    r"해결|압축|해제|풀기|권한|백업|복원|복구|초기화|연동|연결|비교|활성화|비활성화|업데이트|업그레이드|다운로드|업로드|"
    r"명령어들|커맨드|트러블슈팅|튜토리얼|입문|강의|공부|복습|노트|후기|옵션들|단계|환경|버전|서버|클라이언트|"
    r"\S{1,8}기|\S{1,8}란|安装|使用|命令|配置|"
    r"教程|简介|インストール|コマンド|使い方|치트 ?시트)\??$|(?<=[a-z0-9])\s?の\S{2,8}$"
)
"""Ends a title that names a command and what is done with it: `docker 설치`."""
_LONG_RUN: Final = re.compile(r"[\u3040-\u30ff\u4e00-\u9fff]{7}")
_CONTROL: Final = re.compile(r"^\s*(?:if|for|while|until|case|do|done|fi|then|else|elif|esac|function)\b(?!\s+-)")
_CLICKED: Final = re.compile(r"(?:클릭|선택|버튼|메뉴|탭|点击|按钮|クリック)\s*$")
_VERSION: Final = re.compile(r"\bversion\s+v?\d|\binstalled$")
_MANUAL_PAGE: Final = re.compile(r"^[\w.+-]+ ?\(\d[a-z]*\)(?:\s|$)")
"""How `man -k` lists pages: `mkdir (2)`."""
_PROMPT_LINE: Final = re.compile(r"^[\w.-]+@[\w.-]+ \S+ .*\)$|^[\w.-]+@[\w.-]+:\S*\s*$")
_KEEPS_CASE: Final = re.compile(r"^[A-Z][a-z]+")
_LINE_OF_LIST: Final = re.compile(r"^(?:[-*+•] |[├└│┌])")


def _prose_words(typed: Typed, context: Context) -> bool:
    words = _LATIN_WORD.findall(_QUOTED.sub("", typed.line))
    return sum(word.lower() in _STOPWORDS for word in words) >= 2 and not is_sql(typed, context)


def _english_phrase(typed: Typed, _: Context) -> bool:
    """`read system call`: a word that is a program too, and more words, of which none is an option or a name."""
    return (
        typed.program in _VERBS
        and len(typed.words) > 2
        and typed.line.islower()
        and all(word.isalpha() and len(word) > 1 for word in typed.words)
    )


def _no_subcommand(typed: Typed, _: Context) -> bool:
    """`docker repository`: two plain words, of which the second is no subcommand of the first."""
    known = SUBCOMMANDS.get(typed.program)
    words = typed.words
    return known is not None and len(words) == 2 and words[1].isalpha() and words[1].islower() and words[1] not in known


def _spoken_with(typed: Typed, _: Context) -> bool:
    """`host 이용`: a name and Korean words, but none that a value has for a name (`cd 폴더명`)."""
    rest = typed.words[1:]
    return bool(rest) and all(_HANGUL.fullmatch(word) for word in rest) and not _VALUE_NAME.search(" ".join(rest))


def _prose_letters(typed: Typed, _: Context) -> bool:
    plain = _GIVEN.sub("", typed.line)
    return bool(EAST_LETTER.search(plain)) and bool(_PARTICLE.search(plain))


def _many_letters(typed: Typed, _: Context) -> bool:
    plain = _GIVEN.sub("", typed.line)
    return sum(bool(EAST_LETTER.search(word)) for word in plain.split()) >= 3 or bool(_LONG_RUN.search(plain))


AGAINST: Final = (
    Cue("a word and nothing else", -1, lambda typed, _: typed.program in WORDLIKE and typed.words == (typed.program,)),
    Cue("English running text", -4, _prose_words),
    Cue("an instruction that does something", -5, lambda typed, _: bool(_INSTRUCTS.match(typed.line))),
    Cue("English words and nothing else", -3, _english_phrase),
    Cue(
        "a verb and its object",
        -2,
        lambda typed, _: typed.program in _DOING and bool(_OBJECT.match(typed.line)),
    ),
    Cue("a thing that a program manages", -4, lambda typed, _: bool(_MANAGED.match(typed.line))),
    Cue("no subcommand of its program", -4, _no_subcommand),
    Cue("a name and words that stand for no value", -4, _spoken_with),
    Cue("Korean, Chinese or Japanese running text", -4, _prose_letters),
    Cue("many Korean, Chinese or Japanese words", -2, _many_letters),
    Cue("ends in the name of a deed", -4, lambda typed, _: bool(DEED.search(typed.line))),
    Cue("begins with a Korean, Chinese or Japanese word", -4, lambda typed, _: bool(EAST_LETTER.match(typed.bare))),
    Cue("ends like a sentence", -2, lambda typed, _: typed.line[-1] != ";" and bool(_SENTENCE.search(typed.line))),
    Cue(
        "words set apart by a sign",
        -4,
        lambda typed, _: bool(_SET_APART.search(_ASIDES.sub("", _GIVEN.sub("", typed.line)))),
    ),
    Cue("words with something behind a colon", -4, lambda typed, _: bool(_SAID_FIRST.match(typed.line))),
    Cue("an arrow", -4, lambda typed, _: bool(_ARROW.search(_GIVEN.sub("", typed.line)))),
    Cue("a comma or full stop of Chinese", -4, lambda typed, _: bool(_WIDE_STOP.search(_GIVEN.sub("", typed.line)))),
    Cue("ends in a colon", -3, lambda typed, _: bool(_COLON.search(typed.line))),
    Cue(
        "a setting",
        -4,
        lambda typed, context: bool(_SETTING.match(typed.line)) and not is_known_program(typed, context),
    ),
    Cue("program code", -3, lambda typed, context: bool(_CODE.search(typed.line)) and not is_sql(typed, context)),
    Cue("an address", -6, lambda typed, _: typed.words[0].startswith(("http://", "https://", "localhost"))),
    Cue("something to click", -4, lambda typed, _: bool(_CLICKED.search(typed.line))),
    Cue(
        "shell control",
        -5,
        lambda typed, context: bool(_CONTROL.match(typed.line)) and not is_whole_loop(typed, context),
    ),
    Cue("a version", -4, lambda typed, _: bool(_VERSION.search(typed.line)) and not FLAG.search(typed.line)),
    Cue("a page of the manual", -6, lambda typed, _: bool(_MANUAL_PAGE.match(typed.line))),
    Cue("two things compared", -6, lambda typed, _: " vs " in typed.line or " vs. " in typed.line),
    Cue("a prompt on a line of its own", -6, lambda typed, _: bool(_PROMPT_LINE.match(typed.line))),
    Cue("columns", -2, lambda typed, _: bool(_TABULAR.search(typed.line))),
    Cue("a sign no program begins with", -4, lambda typed, _: bool(_STRANGE_START.match(typed.line))),
    Cue(
        "a capital",
        -2,
        lambda typed, context: bool(_KEEPS_CASE.match(typed.line)) and not is_noted_program(typed, context),
    ),
    Cue("an item or a branch of a tree", -4, lambda typed, _: bool(_LINE_OF_LIST.match(typed.line))),
)
