"""A study note as one HTML document: the printed sheet.

Goes in: `StudyNote`, `SheetSettings`, the words of the language. Comes out: `Sheet`, whose `html` is the page's body
with code not yet set in lines and places to break not yet numbered; `document` does both for a type size.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace
from html import unescape
from itertools import groupby
from typing import Final, TypeAlias

from exporter import study as s
from exporter.diagnostics import Diagnostic, display_width
from exporter.kramdown import nodes as n
from exporter.kramdown.nodes import plain_text
from exporter.markup import MarkupOptions, escape, inlines_html, no_image
from exporter.settings import SheetSettings
from exporter.sheet.blocks import shows
from exporter.sheet.code import set_code
from exporter.sheet.components import commands_html, parts_html
from exporter.sheet.context import Place, label_attribute, plain_signs, sheet_text, split_at, unit
from exporter.sheet.glue import glued, kept_company, without_edge_breaks
from exporter.sheet.header import counts, legend
from exporter.sheet.headings import levelled
from exporter.sheet.labels import LABELS
from exporter.sheet.overlong import overlong
from exporter.sheet.page import Page, accents_of, page_of
from exporter.study import Language, StudyNote

_NUMBER: Final = re.compile(r"^\s*(\d{1,3}(?:\.\d{1,3})*[.)]?)\s+(?=\S)")
FOOTER_CELLS: Final = 150
"""Display cells of references that find room beside the page number."""
INDEX_CELLS: Final = 1500
"""Display cells of an index of commands that stand in the head: some lines, whatever the paper."""
LINK_CELLS: Final = 7
"""Display cells that the number of a command and the space around it take there."""
TOGETHER: Final = 8
"""Commands of a long index that stay in one column."""
_UNIT: Final = re.compile(r' data-u="(\w+)"')
Wrap: TypeAlias = Callable[[n.Inline, str], str]


@dataclass(frozen=True, slots=True)
class Sheet:
    """A printed sheet before its type size is known. `body` is HTML."""

    key: str
    title: str
    language: Language
    body: str
    page: Page
    settings: SheetSettings
    diagnostics: tuple[Diagnostic, ...] = field(default=(), compare=False)


def sheet_of(
    note: StudyNote,
    settings: SheetSettings,
    prefix: str = "",
    *,
    page: Page | None = None,
    wrap: Wrap | None = None,
    picture: Callable[[str], str | None] = no_image,
) -> Sheet:
    """The sheet of one study note.

    `picture` gives the address of a picture for its source as written, None where nothing can be shown. Where the sheet
    shares a document with others, `prefix` starts the ids of its link targets, `page` is the document's, and `wrap`
    sees every inline with its HTML and returns the HTML to use.
    """
    language = settings.language or note.language
    page = page or page_of(settings)
    options = MarkupOptions(text=sheet_text, code_text=sheet_text, image=picture)
    options = replace(options, wrap=wrap) if wrap else options
    place = Place(LABELS[language], page.column_width, options, prefix)
    body = _Layout(note, place, len(accents_of(settings))).html()
    body = glued(kept_company(without_edge_breaks(body)))
    return Sheet(note.key, note.title, note.language, body, page, settings, tuple(overlong(note, page)))


def numbered(body: str, size: float) -> tuple[str, tuple[str, ...]]:
    """`body` set for a type size in pt, headings with their levels; its places to break have ids `u0`, `u1` ….

    With it come their kinds, in that order.
    """
    kinds: list[str] = []

    def number(match: re.Match[str]) -> str:
        kinds.append(match[1])
        return f' id="u{len(kinds) - 1}"'

    return _UNIT.sub(number, levelled(set_code(body, size))), tuple(kinds)


def text_of(sheet: Sheet) -> str:
    """The characters the sheet prints, for checking that its faces draw them."""
    return unescape(re.sub(r"<[^>]*>", "", sheet.body)) + plain_signs(sheet.title) + "0123456789/·–•\\↩▼"


@dataclass(frozen=True, slots=True)
class _Layout:
    note: StudyNote
    place: Place
    accents: int

    def html(self) -> str:
        """Header, columns, footer."""
        sections, references = _without_references(self.note.sections)
        numbers = {id(card): number for number, card in enumerate(_cards(sections), 1)}
        top = _band_level(sections, self.note.title)
        accents = {id(band): number % self.accents for number, band in enumerate(_bands(sections, top))}
        main = "".join(self._section(section, top, numbers, accents, 0) for section in sections)
        footer, last = self._references(references)
        above, behind = self._index(sections)
        head = f'<div class="head" id="{self.place.prefix}head">{self._header()}{above}</div>'
        return f"{footer}{head}<main>{main}{behind}{last}</main>"

    def _header(self) -> str:
        labels, note = self.place.labels, self.note
        title = escape(plain_signs(note.title))
        facts = " · ".join(counts(note, labels))
        where = " — ".join(filter(None, (facts, escape(note.permalink or ""))))
        heading = f'<h1{label_attribute(note.title)} id="{self.place.prefix}top">{title}</h1>'
        return f'<header class="top">{heading}<p class="facts"><span>{where}</span>{legend(note, labels)}</p></header>'

    def _index(self, sections: tuple[s.Section, ...]) -> tuple[str, str]:
        """The commands with their numbers: a short list for the head, a long one behind everything else."""
        cards = list(_cards(sections))
        if len(cards) < 2:
            return "", ""
        label = f"<span>{self.place.labels.command_index}</span> "
        links = [
            f'<a href="#{self.place.prefix}c{number}"><b>{number}</b>{escape(card.name)}</a> '
            for number, card in enumerate(cards, 1)
        ]
        if sum(display_width(card.name) + LINK_CELLS for card in cards) <= INDEX_CELLS:
            return f'<nav class="index">{label}{"".join(links)}</nav>', ""
        runs = ("".join(links[at : at + TOGETHER]) for at in range(0, len(links), TOGETHER))
        lines = "".join(f"<p{unit('block')}>{run}</p>" for run in runs)
        return "", f'<nav class="index"><p{unit("head")}>{label}</p>{lines}</nav>'

    def _references(self, references: tuple[s.Reference, ...]) -> tuple[str, str]:
        """Short references as the footer's text; long ones as the last block of the note."""
        width = sum(display_width(s.part_text(reference)) for reference in references)
        if width <= FOOTER_CELLS:
            text = " · ".join(_reference_text(reference, self.place.options) for reference in references)
            return f'<p class="src">{text}</p>', ""
        blocks = parts_html(references, self.place, "block")
        return '<p class="src"></p>', f'<section class="refs">{blocks}</section>'

    def _section(
        self, section: s.Section, top: int, numbers: dict[int, int], accents: dict[int, int], accent: int
    ) -> str:
        accent = accents.get(id(section), accent)
        inner = "".join(self._entries(section, numbers))
        deeper = "".join(self._section(child, top, numbers, accents, accent) for child in section.sections)
        content = self._heading(section, top) + inner + deeper
        return f'<section class="s{accent}">{content}</section>' if content else ""

    def _heading(self, section: s.Section, top: int) -> str:
        text = plain_text(*section.heading).strip()
        if not text or (section.level <= top and text == self.note.title.strip()):
            return ""
        number = _NUMBER.match(plain_text(*section.heading))
        name = split_at(section.heading, number.end())[1] if number else section.heading
        lead = f'<span class="n">{escape(number[1])}</span> ' if number else ""
        content = lead + inlines_html(name, self.place.options)
        if section.level <= top:
            return f"<h2{unit('band')}{label_attribute(text)}>{content}</h2>"
        level = min(section.level - top, 2)
        return f'<h3 class="d{level}"{unit("head")}{label_attribute(text)}>{content}</h3>'

    def _entries(self, section: s.Section, numbers: dict[int, int]) -> Iterator[str]:
        for commands, run in groupby(section.entries, key=lambda entry: isinstance(entry, s.Command)):
            if commands:
                cards = (entry for entry in run if isinstance(entry, s.Command))
                yield commands_html(cards, self.place, numbers, "block")
            else:
                yield parts_html(run, self.place, "block")


def _band_level(sections: tuple[s.Section, ...], title: str) -> int:
    """The level whose headings are bands: the topmost one, or the next if that only repeats the title."""
    headed = [section for section in sections if section.heading]
    if not headed:
        return 1
    only = headed[0] if len(headed) == 1 else None
    if only and only.sections and plain_text(*only.heading).strip() == title.strip():
        return min(section.level for section in only.sections)
    return min(section.level for section in headed)


def _bands(sections: tuple[s.Section, ...], top: int) -> Iterator[s.Section]:
    return (section for section in s.all_sections(sections) if section.heading and section.level <= top)


def _cards(sections: tuple[s.Section, ...]) -> Iterator[s.Command]:
    for section in s.all_sections(sections):
        yield from (entry for entry in section.entries if isinstance(entry, s.Command))


def _without_references(sections: tuple[s.Section, ...]) -> tuple[tuple[s.Section, ...], tuple[s.Reference, ...]]:
    """Sections without their references, which stand in the footer or at the end.

    The heading of a section that holds nothing else goes with them.
    """
    kept: list[s.Section] = []
    found: list[s.Reference] = []
    for section in sections:
        inner, deeper = _without_references(section.sections)
        entries = tuple(entry for entry in section.entries if not isinstance(entry, s.Reference | s.Spacing))
        references = [entry for entry in section.entries if isinstance(entry, s.Reference)]
        if references and not entries and not inner and section.heading:
            heading = n.Paragraph((n.Strong(section.heading, span=section.span),), span=section.span)
            found.append(replace(references[0], blocks=(heading, *references[0].blocks)))
            found += references[1:]
            continue
        found += [*references, *deeper]
        kept.append(replace(section, entries=entries, sections=inner))
    return tuple(kept), tuple(found)


def _reference_text(reference: s.Reference, options: MarkupOptions) -> str:
    """The lines of a reference in one, links kept."""
    lines = (node for block in reference.blocks for node in n.walk(block) if isinstance(node, n.Paragraph))
    return " · ".join(filter(shows, (inlines_html(line.inlines, options) for line in lines)))
