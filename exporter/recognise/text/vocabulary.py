"""The words that readers know, as data: by group, and inside a group by language.

Goes in: `[read]` of kramdeck.toml (`words` and `classes` add to the groups, by the names below). Comes out:
`Vocabulary`, where all languages of a group stand together: notes mix them. Names of programs are in `programs.py`,
those of statements in `keywords.py`.
"""

from __future__ import annotations

from dataclasses import dataclass, fields, replace
from typing import Any, Final

from exporter.recognise.text.programs import PROGRAMS
from exporter.settings import ReadSettings

WORDS: Final[dict[str, dict[str, str]]] = {
    # names the kind of thing that stands before it
    "option_words": {
        "ko": "옵션 플래그 파라미터 파라메터 매개변수 인자 인수",
        "en": "option options flag flags parameter parameters argument arguments switch switches",
        "zh": "选项 选項 參數 参数 标志",
        "ja": "オプション フラグ パラメータ パラメーター 引数",
    },
    "command_words": {
        "ko": "명령어 명령 커맨드 쿼리 쿼리문 명령문 단축키 인스트럭션 스크립트 키",
        "en": "command commands query statement instruction shortcut key keys",
        "zh": "命令 指令 语句 快捷键",
        "ja": "コマンド クエリ 命令 キー",
    },
    # titles a column of keys
    "key_words": {
        "ko": "키 단축키 키보드",
        "en": "key keys keycombo keycombination shortcut shortcuts hotkey hotkeys keybinding keystroke",
        "zh": "快捷键 按键 键 键位 快捷鍵",
        "ja": "キー ショートカット",
    },
    "example_words": {
        "ko": "예 예시 예제 사용예 사용예시 사용예제 예문 예) 실습 활용예시",
        "en": "example examples ex ex) e.g e.g. eg sample usage-example demo",
        "zh": "例 例子 示例 举例 例如 比如",
        "ja": "例 使用例 実行例 サンプル",
    },
    "synopsis_words": {
        "ko": "사용법 사용방법 기본사용법 형식 문법 구문 방법 기본문법 기본형식 명령형식",
        "en": "usage syntax synopsis format",
        "zh": "用法 语法 格式 使用方法",
        "ja": "構文 書式 使い方 使用法 形式",
    },
    "output_words": {
        "ko": "결과 출력 출력결과 실행결과 결과값 결과화면 로그 응답",
        "en": "output result results log response prints",
        "zh": "结果 输出 输出结果 执行结果 运行结果",
        "ja": "結果 出力 実行結果 出力結果",
    },
    # between two commands of which one is enough
    "or_words": {
        "ko": "또는 혹은 나 이나",
        "en": "or alternatively",
        "zh": "或 或者",
        "ja": "または もしくは あるいは",
    },
    # between two commands that follow each other
    "then_words": {
        "ko": "또 그리고 다음 이후 이어서",
        "en": "and then next",
        "zh": "然后 以及",
        "ja": "次に",
    },
    # titles what a command or an option is for
    "purpose_words": {
        "ko": "용도 목적 역할 기능 설명 의미 뜻 내용 정의 동작",
        "en": "purpose description function what-it-does meaning use what-is-it-for definition action behavior "
        "behaviour",
        "zh": "作用 用途 功能 说明 描述 含义 定义",
        "ja": "用途 目的 役割 機能 説明 意味 内容 定義 動作",
    },
    "reference_words": {
        "ko": "참고 참조 출처 참고자료 참고문헌 참고링크 레퍼런스 참고사이트",
        "en": "reference references ref refs source sources links bibliography resources see-also further-reading",
        "zh": "参考 参考资料 参考链接 参考文献 引用 來源",
        "ja": "参考 参考文献 参考資料 参考リンク 出典 参照",
    },
    "notice_words": {
        "ko": "주의 참고 팁 중요 경고 주의사항 알림 노트 꿀팁 유의 비고",
        "en": "note notes remark remarks tip warning caution important info notice danger hint attention",
        "zh": "注意 提示 警告 重要 说明 备注",
        "ja": "注意 ヒント 警告 重要 補足 メモ 備考",
    },
    # a key on the keyboard
    "keys": {
        "ko": "엔터 엔터키 스페이스바 스페이스 방향키 화살표 화살표키 탭",
        "en": "ctrl control alt shift cmd command esc escape tab enter return space spacebar space-bar backspace "
        "delete home end pageup pagedown pgup pgdn up down left right win windows meta option super prefix "
        "leader insert",
        "zh": "回车 空格",
        "ja": "エンター スペース",
    },
}
CLASSES: Final[dict[str, str]] = {
    "synopsis_classes": "notice--info synopsis usage syntax",
    "admonition_classes": "notice notice--primary notice--success notice--warning notice--danger notice--info "
    "note tip info warning caution danger important alert callout admonition hint",
    "command_classes": "command",
    "definition_classes": "definition",
    "example_classes": "example",
    "option_classes": "option",
    "no_card_classes": "no-card",
}


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """Words and class names by group; every group a frozen set of lower-case words."""

    option_words: frozenset[str] = frozenset()
    command_words: frozenset[str] = frozenset()
    key_words: frozenset[str] = frozenset()
    example_words: frozenset[str] = frozenset()
    synopsis_words: frozenset[str] = frozenset()
    output_words: frozenset[str] = frozenset()
    or_words: frozenset[str] = frozenset()
    then_words: frozenset[str] = frozenset()
    purpose_words: frozenset[str] = frozenset()
    reference_words: frozenset[str] = frozenset()
    notice_words: frozenset[str] = frozenset()
    keys: frozenset[str] = frozenset()
    programs: frozenset[str] = PROGRAMS
    synopsis_classes: frozenset[str] = frozenset()
    admonition_classes: frozenset[str] = frozenset()
    command_classes: frozenset[str] = frozenset()
    definition_classes: frozenset[str] = frozenset()
    example_classes: frozenset[str] = frozenset()
    option_classes: frozenset[str] = frozenset()
    no_card_classes: frozenset[str] = frozenset()


def _known() -> Vocabulary:
    words: dict[str, Any] = {
        group: frozenset(word.replace("-", " ") for words in by_language.values() for word in words.split())
        for group, by_language in WORDS.items()
    }
    classes: dict[str, Any] = {group: frozenset(names.split()) for group, names in CLASSES.items()}
    return Vocabulary(**words, **classes)


VOCABULARY: Final = _known()


def vocabulary(settings: ReadSettings) -> Vocabulary:
    """The vocabulary with the words and classes of `[read]` added; groups that do not exist are passed over."""
    known = VOCABULARY
    groups = {field.name for field in fields(Vocabulary)}
    for group, words in (*settings.words, *settings.classes):
        if group in groups:
            added: Any = getattr(known, group) | frozenset(word.lower() for word in words)
            known = replace(known, **{group: added})
    return known
