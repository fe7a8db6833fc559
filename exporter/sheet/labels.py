"""The words a sheet itself says, per language, as data."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from exporter.study import Language


@dataclass(frozen=True, slots=True)
class Labels:
    """Words printed around a note's own; `plural` is the ending that a count of one leaves off.

    `card_foot` stands below a page of flash cards: what a page of fronts and one of backs is called, how to print them.
    """

    commands: str
    options: str
    definitions: str
    examples: str
    steps: str
    command_index: str
    literal_means: str
    operand_means: str
    optional_means: str
    prompt_means: str
    reference: str
    contents: str
    index: str
    index_commands: str
    index_options: str
    index_terms: str
    notes: str
    card_foot: tuple[str, str, str]
    admonitions: tuple[tuple[str, str], ...]
    plural: str = ""

    def counted(self, number: int, word: str) -> str:
        """So many things, as the language puts it: `명령 6`, `6 commands`, `1 command`."""
        if not self.plural:
            return f"{word} {number}"
        return f"{number} {word.removesuffix(self.plural) if number == 1 else word}"

    def admonition(self, kind: str) -> str:
        """The heading of a box without a title of its own; empty for a kind that has no word."""
        return dict(self.admonitions).get(kind, "")


KOREAN: Final = Labels(
    commands="명령",
    options="옵션",
    definitions="용어",
    examples="예시",
    steps="단계",
    command_index="명령 색인",
    literal_means="그대로 입력",
    operand_means="바꿔 쓰는 값",
    optional_means="생략 가능",
    prompt_means="셸 예시",
    reference="참고",
    contents="차례",
    index="찾아보기",
    index_commands="명령",
    index_options="옵션",
    index_terms="용어",
    notes="노트",
    card_foot=("앞면", "뒷면", "양면 인쇄: 긴 가장자리로 뒤집기"),
    admonitions=(
        ("info", "정보"),
        ("note", "참고"),
        ("tip", "팁"),
        ("success", "팁"),
        ("important", "중요"),
        ("warning", "주의"),
        ("caution", "주의"),
        ("danger", "위험"),
    ),
)
ENGLISH: Final = Labels(
    commands="commands",
    options="options",
    definitions="terms",
    examples="examples",
    steps="steps",
    command_index="Commands",
    literal_means="type as is",
    operand_means="your value",
    optional_means="may be left out",
    prompt_means="shell",
    reference="References",
    contents="Contents",
    index="Index",
    index_commands="Commands",
    index_options="Options",
    index_terms="Terms",
    notes="notes",
    card_foot=("fronts", "backs", "print on both sides, flip on the long edge"),
    admonitions=(
        ("info", "Info"),
        ("note", "Note"),
        ("tip", "Tip"),
        ("success", "Tip"),
        ("important", "Important"),
        ("warning", "Warning"),
        ("caution", "Caution"),
        ("danger", "Danger"),
    ),
    plural="s",
)
CHINESE: Final = Labels(
    commands="命令",
    options="选项",
    definitions="术语",
    examples="示例",
    steps="步骤",
    command_index="命令索引",
    literal_means="照原样输入",
    operand_means="替换的值",
    optional_means="可省略",
    prompt_means="终端示例",
    reference="参考",
    contents="目录",
    index="索引",
    index_commands="命令",
    index_options="选项",
    index_terms="术语",
    notes="笔记",
    card_foot=("正面", "背面", "双面打印:沿长边翻转"),
    admonitions=(
        ("info", "信息"),
        ("note", "说明"),
        ("tip", "提示"),
        ("success", "提示"),
        ("important", "重要"),
        ("warning", "注意"),
        ("caution", "注意"),
        ("danger", "危险"),
    ),
)
JAPANESE: Final = Labels(
    commands="コマンド",
    options="オプション",
    definitions="用語",
    examples="例",
    steps="手順",
    command_index="コマンド索引",
    literal_means="そのまま入力",
    operand_means="置き換える値",
    optional_means="省略可",
    prompt_means="シェル",
    reference="参考",
    contents="目次",
    index="索引",
    index_commands="コマンド",
    index_options="オプション",
    index_terms="用語",
    notes="ノート",
    card_foot=("表", "裏", "両面印刷:長辺とじ"),
    admonitions=(
        ("info", "情報"),
        ("note", "メモ"),
        ("tip", "ヒント"),
        ("success", "ヒント"),
        ("important", "重要"),
        ("warning", "注意"),
        ("caution", "注意"),
        ("danger", "危険"),
    ),
)

LABELS: Final[dict[Language, Labels]] = {"ko": KOREAN, "en": ENGLISH, "zh": CHINESE, "ja": JAPANESE}
