"""Printed sheets, read back with PDFium."""

from __future__ import annotations

import os
import re
from pathlib import Path

import pypdfium2
import pytest

from exporter import pdf
from exporter.fonts import FaceChoice, faces
from exporter.kramdown import nodes as n
from exporter.kramdown import parse
from exporter.pdf import Printed
from exporter.settings import SheetSettings
from exporter.sheet import sheet_of, text_of
from exporter.source import SourceFile
from exporter.study import Prose, Section, StudyNote, part_text

pytestmark = pytest.mark.skipif(pdf.available() is not None, reason=pdf.available() or "")

NOTE = """\
# Git 되돌리기

- 작업 디렉터리(working tree)의 변경을 버리는 명령과 커밋을 되돌리는 명령은 서로 다름
- `HEAD`는 지금 체크아웃한 커밋을 가리킴

## 표

| 명령 | 하는 일 |
|---|---|
| `git restore` | 파일을 되돌림 |
| `git revert` | 새 커밋으로 되돌림 |

```
$ git restore --source=HEAD~2 --staged --worktree -- docs/manual/first-chapter.md docs/manual/second-chapter.md
```
"""


def as_prose(text: str, title: str = "Git 되돌리기") -> StudyNote:
    """A study note in which nothing was understood."""
    document = parse(SourceFile("git.md", text))
    sections: list[Section] = []
    for block in document.blocks:
        if isinstance(block, n.Heading) or not sections:
            heading = block.inlines if isinstance(block, n.Heading) else ()
            level = block.level if isinstance(block, n.Heading) else 0
            sections.append(Section(level, heading, (), span=block.span))
        if not isinstance(block, n.Heading):
            last = sections[-1]
            entries = (*last.entries, Prose(block, span=block.span))
            sections[-1] = Section(last.level, last.heading, entries, span=last.span)
    return StudyNote(document.source, "git", title, "ko", (), tuple(sections))


def printed(text: str, faces_cache: Path, settings: SheetSettings | None = None) -> Printed:
    sheet = sheet_of(as_prose(text), settings or SheetSettings())
    return pdf.render(sheet, faces(FaceChoice(), faces_cache, text_of(sheet), sheet.language))


def solid(text: str) -> str:
    """`text` without what a page may set differently: blanks, list markers, continuation marks."""
    return re.sub(r"[\s\\•–▼]", "", text)


def text_in(result: Printed) -> str:
    document = pypdfium2.PdfDocument(result.pdf)
    return "\n".join(page.get_textpage().get_text_range() for page in document)


def test_every_word_of_a_note_is_on_the_page_in_order(faces_cache: Path) -> None:
    blocks = as_prose(NOTE).sections
    expected = solid("".join(part_text(entry) for section in blocks for entry in section.entries))
    assert expected in solid(text_in(printed(NOTE, faces_cache))).replace("표", "", 1)


def test_the_same_note_gives_the_same_bytes(faces_cache: Path) -> None:
    assert printed(NOTE, faces_cache).pdf == printed(NOTE, faces_cache).pdf


def test_printing_leaves_the_clock_of_the_deck_alone(faces_cache: Path) -> None:
    """What dates a print would date the cards too, and Anki would take no change of them."""
    before = os.environ.get("SOURCE_DATE_EPOCH")
    printed("Text.", faces_cache)
    assert os.environ.get("SOURCE_DATE_EPOCH") == before


def test_a_long_shell_line_goes_on_after_a_backslash(faces_cache: Path) -> None:
    text = text_in(printed(NOTE, faces_cache)).replace("\r\n", "\n")
    assert re.search(r"^\$ git restore .* \\$", text, re.M)


def test_a_short_note_takes_one_page_at_the_largest_size(faces_cache: Path) -> None:
    result = printed(NOTE, faces_cache)
    assert (result.pages, result.size) == (1, 9.0)
