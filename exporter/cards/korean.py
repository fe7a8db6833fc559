"""Korean particles and verb endings: what a question needs to read as if a person had written it.

Goes in: words and clauses in plain text. Comes out: the particle that fits, or the clause turned to stand before a noun
("이미지를 생성함" → "이미지를 생성하는"), or None where the ending is not one that can be turned surely.
"""

from __future__ import annotations

import re
from typing import Final

from exporter.words import words_of

_FIRST, _LAST = 0xAC00, 0xD7A3
_FINALS: Final = 28
_NO_FINAL, _N, _L, _LM, _M, _B = 0, 4, 8, 10, 16, 17
# Whether a digit, a letter's name, or an English word with this last letter ends in a consonant when read in Korean.
_DIGITS: Final = {digit: digit in "013678" for digit in "0123456789"}
_SPELT: Final = {letter: letter in "LMNR" for letter in "ABCDEFGHIJKLMNOPQRSTUVWXYZ"}
# English words by their ending: 파일, 깃, 훅 close with a consonant; 이미지, 코드, 포트, 루트 don't.
_ENGLISH: Final = (
    (re.compile(r"[lmn]e?$|ng$|[^aeiou][aeiou][ptk]$|[^aeiou][aeiou]ck$|ic$|oo[kp]$|eb$"), True),
    (re.compile(r"[aiouydfgjrsvwxzh]$|[aeiou]{2}t$|[^aeiou][ptkbc]$|[^p]e$"), False),
)
# Nouns of action: with 하다 they are verbs.
_ACTIONS: Final = words_of(
    """
    가입 갱신 검사 검색 결합 계산 공유 관리 교체 구성 기록 나열 다운로드 대기 등록 로드
    마운트 매핑 목록화 반환 변경 변환 병합 복구 복사 복원 복제 분리 분석 불러오기 빌드
    사용 삭제 생성 선언 설정 설치 수정 수집 시작 실행 압축 업데이트 업로드 연결 예약 요청 이동
    인쇄 입력 재시작 저장 적용 전달 전송 전환 접속 정렬 정리 정의 정지 제거 제어 제한
    조정 조회 종료 중단 중지 지정 차단 초기화 추가 추출 출력 취소 측정 캐시 커밋 탐색
    통합 처리 편집 포함 표시 푸시 해제 확인 활성화 비활성화 허용
    """
)


# What is said to be something is no verb; what is said to be possible is 가능한, not 가능하는.
# Nor is what was done (공부했습니다) what a command does.
_NO_VERB: Final = re.compile(r"(?:입니다|이다|아니다|아닙니다|[했었았였렸졌왔됐겠]습니다)$")
_ABLE: Final = re.compile(r"수 있(?:음|다|습니다)$")
_QUALITY: Final = re.compile(
    r"(가능|불가능|필요|불필요|동일|유용|중요|간단|편리|적합|안전|다양|유효|적절)(?:합니다|하다|함)$"
)


def particle(word: str, after_consonant: str, after_vowel: str) -> str:
    """The form that fits after `word`: 은 or 는. Where its reading is not sure (English words): both, `은(는)`."""
    final = ends_in_consonant(word)
    if final is None:
        return _both(after_consonant, after_vowel)
    return after_consonant if final else after_vowel


def _both(after_consonant: str, after_vowel: str) -> str:
    """`은(는)`, and `(이)란` where one form is the other with 이 before it."""
    if after_consonant == "이" + after_vowel:
        return f"(이){after_vowel}"
    return f"{after_consonant}({after_vowel})"


def is_action(word: str) -> bool:
    """Whether 하다 makes a verb of `word`."""
    return word in _ACTIONS


def ends_in_consonant(word: str) -> bool | None:
    """Whether `word`, read aloud in Korean, ends in a consonant; None where that can't be told."""
    letters = [char for char in word if char.isalnum()]
    if not letters:
        return None
    last = letters[-1]
    if "가" <= last <= "힣":
        return _final(last) != _NO_FINAL
    if last in _DIGITS:
        return _DIGITS[last]
    if last.isupper():
        return _SPELT.get(last)
    latin = re.search(r"[A-Za-z]+$", "".join(letters))
    return next((sounded for ending, sounded in _ENGLISH if latin and ending.search(latin[0].lower())), None)


def before_noun(clause: str) -> str | None:
    """The clause as it stands before a noun: 생성함, 생성한다, 이미지를 생성 → …하는; None if it can't be told."""
    bare = clause.rstrip(" .")
    if _NO_VERB.search(bare):
        return None
    if able := _ABLE.search(bare):
        return f"{bare[: able.start()]}수 있는"
    if quality := _QUALITY.search(bare):
        return f"{bare[: quality.start()]}{quality[1]}한"
    for ending, turned in _ENDINGS:
        if found := ending.search(bare):
            return bare[: found.start()] + turned(found[0])
    action = re.search(r"[을를] (\S+)$", bare)
    return f"{bare}하는" if action and action[1] in _ACTIONS else None


def _from_n_da(found: str) -> str:
    """한다 → 하는, 보여준다 → 보여주는, 받는다 → 받는."""
    stem = found.removesuffix("다")
    return stem if stem == "는" else _with_final(stem, _NO_FINAL) + "는"


def _from_b_nida(found: str) -> str:
    """합니다 → 하는, 받습니다 → 받는."""
    stem = found.removesuffix("니다")
    return "는" if stem == "습" else _with_final(stem, _NO_FINAL) + "는"


def _from_m(found: str) -> str:
    """함 → 하는, 보여줌 → 보여주는, 만듦 → 만드는, 받음 → 받는."""
    return "는" if found == "음" else _with_final(found, _NO_FINAL) + "는"


def _from_gi(found: str) -> str:
    """지우기 → 지우는, 만들기 → 만드는."""
    stem = found.removesuffix("기")
    return (_with_final(stem, _NO_FINAL) if _final(stem) == _L else stem) + "는"


def _syllables(*finals: int) -> str:
    """A character class of all syllables with one of these finals."""
    return "[" + "".join(chr(code) for code in range(_FIRST, _LAST + 1) if (code - _FIRST) % _FINALS in finals) + "]"


# A noun can look like a turned verb (이름, 크기): an object right before the word makes sure that it is one.
_OBJECT: Final = tuple(f"(?<=[을를] {'[가-힣]' * length})" for length in range(4))
_ENDINGS: Final = (
    (re.compile(_syllables(_B) + "니다$"), _from_b_nida),
    (re.compile(_syllables(_N) + "다$"), _from_n_da),
    (re.compile("[함됨줌킴]$"), _from_m),
    (re.compile(f"(?:{'|'.join(_OBJECT)}){_syllables(_M, _LM)}$"), _from_m),
    (re.compile(f"(?:{'|'.join(_OBJECT)})[가-힣]기$|하기$"), _from_gi),
)


def _final(syllable: str) -> int:
    code = ord(syllable)
    return (code - _FIRST) % _FINALS if _FIRST <= code <= _LAST else _NO_FINAL


def _with_final(syllable: str, final: int) -> str:
    code = ord(syllable)
    return chr(code - _final(syllable) + final) if _FIRST <= code <= _LAST else syllable
