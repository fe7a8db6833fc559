"""What tests of printed books share: notes in our own words, and pages read back as characters with boxes in mm."""

from __future__ import annotations

import ctypes
import re
import zlib
from collections.abc import Iterator
from dataclasses import dataclass

import pypdfium2
import pypdfium2.raw as raw

from exporter.kramdown import parse
from exporter.pdf import Printed
from exporter.recognise import recognise
from exporter.settings import ReadSettings
from exporter.source import SourceFile
from exporter.study import StudyNote

MM_PER_PT = 25.4 / 72


def study_note(name: str, text: str) -> StudyNote:
    """A note through the real reader."""
    return recognise(parse(SourceFile(f"{name}.md", text)), key=name, read=ReadSettings())


@dataclass(frozen=True, slots=True)
class Char:
    """A character of a page: its box in mm from the left top corner, as wide as its advance; its size in pt."""

    text: str
    left: float
    top: float
    right: float
    bottom: float
    size: float


def chars(page: pypdfium2.PdfPage) -> Iterator[Char]:
    """The characters of a page that can be seen, in their order in the file."""
    height = page.get_height()
    text = page.get_textpage()
    for at in range(text.count_chars()):
        char = chr(raw.FPDFText_GetUnicode(text, at))
        if char.isspace():
            continue
        left, bottom, right, top = (edge * MM_PER_PT for edge in text.get_charbox(at, loose=True))
        height_mm = height * MM_PER_PT
        yield Char(char, left, height_mm - top, right, height_mm - bottom, _size(text, at))


def _size(text: pypdfium2.PdfTextPage, at: int) -> float:
    matrix = raw.FS_MATRIX()
    raw.FPDFText_GetMatrix(text, at, ctypes.byref(matrix))
    return float(raw.FPDFText_GetFontSize(text, at) * (matrix.b**2 + matrix.d**2) ** 0.5)


def pages_of(data: bytes) -> tuple[tuple[Char, ...], ...]:
    """The characters of every page of a PDF."""
    return tuple(tuple(chars(page)) for page in pypdfium2.PdfDocument(data))


def objects(content: bytes) -> bytes:
    """The objects of a PDF in plain bytes, those in compressed streams too."""
    streams = re.findall(rb"/ObjStm.*?stream\n(.*?)\nendstream", content, re.S)
    return content + b"".join(zlib.decompress(stream) for stream in streams)


def page_texts(printed: Printed) -> list[str]:
    """The text of every page, blanks left out."""
    document = pypdfium2.PdfDocument(printed.pdf)
    return ["".join(page.get_textpage().get_text_range().split()) for page in document]
