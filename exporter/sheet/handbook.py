"""All study notes as one book: cover, contents, a chapter a note, index.

Goes in: study notes and the choices of sheets. Comes out: `Handbook`. Chapters are sheets in a reading layout; cover,
contents and index are written when the pages of the chapters are known, so every number is plain text. Pages are
counted from the cover on, so that the printed number is the one a viewer shows.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache, partial
from html import unescape
from importlib.resources import files
from typing import Final, TypeAlias

from exporter.kramdown import nodes as n
from exporter.markup import escape
from exporter.settings import PageSize, SheetSettings
from exporter.sheet.context import label_attribute, plain_signs, unit
from exporter.sheet.glue import glued
from exporter.sheet.index import TOPICS, IndexGroup, IndexLine, Mention, Topic, index_groups, mentions, nearest
from exporter.sheet.labels import LABELS, Labels
from exporter.sheet.layout import Sheet, sheet_of
from exporter.sheet.layout import text_of as sheet_text_of
from exporter.sheet.page import COLUMNS, PAPER, Page
from exporter.study import Language, StudyNote

TEXT_SIZE: Final = 9.0
"""Size of the text in pt: a book is read at arm's length."""
MARGIN: Final = 15.0
TOP: Final = 20.0
BOTTOM: Final = 18.0
"""Margins in mm; running heads and page numbers stand in them."""
INDEX_COLUMNS: Final[dict[PageSize, int]] = {"a3": 4, "a4": 3, "a5": 2, "letter": 3}
Picture: TypeAlias = Callable[[StudyNote, str], str | None]
"""Gives the address of a picture for the source a note has for it, None where nothing can be shown."""
_BAND: Final = re.compile(r"<h2\b(?P<before>[^>]*)>(?P<content>.*?)</h2>", re.S)
_LABEL: Final = re.compile(r'data-l="([^"]*)"')
COVER_TITLES: Final = 12
"""Notes that the cover names."""


@dataclass(frozen=True, slots=True)
class Heading:
    """A section of a chapter that the contents list: its text and the id it has on the page."""

    text: str
    target: str


@dataclass(frozen=True, slots=True)
class Chapter:
    """A study note in the book.

    `prefix` starts the ids in it; `targets` are those at which its mentions stand, one each.
    """

    sheet: Sheet
    prefix: str
    headings: tuple[Heading, ...]
    mentions: tuple[Mention, ...]
    targets: tuple[str, ...]

    @property
    def target(self) -> str:
        """The id of its title."""
        return f"{self.prefix}top"


@dataclass(frozen=True, slots=True)
class Handbook:
    """A book before its pages are known."""

    title: str
    language: Language
    chapters: tuple[Chapter, ...]
    page: Page
    settings: SheetSettings

    @property
    def index_page(self) -> Page:
        """The page of the index: narrower columns."""
        return replace(self.page, columns=INDEX_COLUMNS[self.settings.size])

    @property
    def labels(self) -> Labels:
        """The words of the book's language."""
        return LABELS[self.language]


def handbook_of(
    notes: Sequence[StudyNote], title: str, settings: SheetSettings, picture: Picture = lambda _note, _source: None
) -> Handbook:
    """The book of study notes, in their order. Its language is the one most of them are written in."""
    language = settings.language or Counter(note.language for note in notes).most_common(1)[0][0]
    width, height = PAPER[settings.size]
    columns = COLUMNS[settings.size, "portrait"]
    page = Page(width, height, columns, margin=MARGIN, top=TOP, top_later=TOP, bottom=BOTTOM)
    chapters = tuple(
        _chapter(note, f"n{number}-", partial(sheet_of, note, settings, page=page, picture=partial(picture, note)))
        for number, note in enumerate(notes, 1)
    )
    return Handbook(title, language, chapters, page, settings)


def text_of(book: Handbook) -> str:
    """The characters that are printed, for checking that the faces draw them."""
    words = (mention.word + mention.about for chapter in book.chapters for mention in chapter.mentions)
    html = front_html(book, {}) + back_html(book, {})
    return "".join((*(sheet_text_of(chapter.sheet) for chapter in book.chapters), *words, _plain(html)))


# Chapters


def _chapter(note: StudyNote, prefix: str, sheet_of: Callable[..., Sheet]) -> Chapter:
    """A note's sheet, with an id at each place that the index points to."""
    seen: list[int] = []
    sheet_of(prefix, wrap=lambda inline, html: _noted(inline, html, seen))
    printed = sorted(set(seen))
    found = tuple(mentions(note))
    places = [nearest(mention.offset, printed) for mention in found]
    wanted = {place for place in places if place is not None}
    sheet = sheet_of(prefix, wrap=lambda inline, html: _marked(inline, html, wanted, prefix))
    targets = tuple(f"{prefix}top" if place is None else f"{prefix}m{place}" for place in places)
    body, headings = _with_heading_ids(sheet.body, prefix)
    return Chapter(replace(sheet, body=body), prefix, headings, found, targets)


def _noted(inline: n.Inline, html: str, seen: list[int]) -> str:
    if html.strip():
        seen.append(inline.span.start)
    return html


def _marked(inline: n.Inline, html: str, wanted: set[int], prefix: str) -> str:
    """The inline with an id, if it is the first printed one of a wanted place."""
    if inline.span.start not in wanted or not html.strip():
        return html
    wanted.discard(inline.span.start)
    return f'<span id="{prefix}m{inline.span.start}">{html}</span>'


def _with_heading_ids(body: str, prefix: str) -> tuple[str, tuple[Heading, ...]]:
    """The body with an id in each section band, and the sections for the contents."""
    found: list[Heading] = []

    def mark(match: re.Match[str]) -> str:
        label = _LABEL.search(match["before"])
        target = f"{prefix}s{len(found)}"
        found.append(Heading(unescape(label[1]) if label else "", target))
        return f'<h2{match["before"]}><span id="{target}">{match["content"]}</span></h2>'

    return _BAND.sub(mark, body), tuple(found)


def chapter_html(chapter: Chapter, body: str) -> str:
    """A chapter as it stands in the book; `body` is its sheet's, numbered."""
    return f'<section class="chapter" lang="{chapter.sheet.language}">{body}</section>'


# Cover and contents


def front_html(book: Handbook, pages: Mapping[str, int]) -> str:
    """Cover and contents. `pages` are the numbers of the pages by the targets on them; 0 stands for an unknown one."""
    rows = "".join(_contents_rows(book, pages))
    heading = f'<h1 class="title"{label_attribute(book.labels.contents)}>{escape(book.labels.contents)}</h1>'
    return f'{_cover(book)}<section class="contents">{heading}{rows}</section>'


def _cover(book: Handbook) -> str:
    counts = " · ".join(_counts(book))
    titles = "".join(f"<li>{escape(plain_signs(chapter.sheet.title))}</li>" for chapter in book.chapters[:COVER_TITLES])
    more = "<li>…</li>" if len(book.chapters) > COVER_TITLES else ""
    title = glued(escape(plain_signs(book.title)))
    return (
        f'<section class="cover"><p class="name">{title}</p><p class="counts">{counts}</p>'
        f'<ul class="about">{titles}{more}</ul></section>'
    )


def _counts(book: Handbook) -> Iterator[str]:
    labels = book.labels
    counted = Counter(
        mention.topic for chapter in book.chapters for mention in chapter.mentions if not _is_alias(mention)
    )
    numbers = (
        (labels.notes, len(book.chapters)),
        (labels.commands, counted["command"]),
        (labels.options, counted["option"]),
        (labels.definitions, counted["term"]),
    )
    for word, number in numbers:
        if number:
            yield labels.counted(number, word)


def _is_alias(mention: Mention) -> bool:
    return mention.topic == "term" and bool(mention.about)


def _contents_rows(book: Handbook, pages: Mapping[str, int]) -> Iterator[str]:
    for number, chapter in enumerate(book.chapters, 1):
        title = f'<span class="no">{number}</span>{escape(plain_signs(chapter.sheet.title))}'
        yield _contents_row("chapter-row", title, chapter.target, pages)
        for heading in chapter.headings:
            yield _contents_row("section-row", escape(plain_signs(heading.text)), heading.target, pages)
    if any(chapter.mentions for chapter in book.chapters):
        yield _contents_row("chapter-row", f'<span class="no"></span>{book.labels.index}', "index", pages)


def _contents_row(kind: str, title: str, target: str, pages: Mapping[str, int]) -> str:
    page = pages.get(target, 0)
    return f'<p class="{kind}"><a href="#{target}" data-p="{page}">{glued(title)}</a></p>'


# Index


def back_html(book: Handbook, pages: Mapping[str, int]) -> str:
    """The index, empty if the notes explain nothing."""
    found = (
        (mention, pages.get(target, 0), target)
        for chapter in book.chapters
        for mention, target in zip(chapter.mentions, chapter.targets, strict=True)
    )
    groups = index_groups(found, book.language)
    if not groups:
        return ""
    title = f'<h1 class="title" id="index"{label_attribute(book.labels.index)}>{book.labels.index}</h1>'
    topics = "".join(_topic(topic, groups[topic], book.labels) for topic in TOPICS if topic in groups)
    return f'<section class="back"><div class="head" id="index-head">{title}</div><main>{topics}</main></section>'


def _topic(topic: Topic, groups: tuple[IndexGroup, ...], labels: Labels) -> str:
    name = {"command": labels.index_commands, "option": labels.index_options, "term": labels.index_terms}[topic]
    heads = len(groups) > 1
    lines = "".join(_group(group, topic, heads=heads) for group in groups)
    return f'<h2 class="topic"{unit("band")}{label_attribute(name)}>{escape(name)}</h2>{lines}'


def _group(group: IndexGroup, topic: Topic, *, heads: bool) -> str:
    head = f'<p class="letter"{unit("head")}>{group.head}</p>' if heads else ""
    return head + "".join(_index_line(line, topic) for line in group.lines)


def _index_line(line: IndexLine, topic: Topic) -> str:
    word = escape(plain_signs(line.word))
    named = word if topic == "term" else f"<code>{word}</code>"
    joint = "→ " if topic == "term" else ""
    about = f' <span class="of">{joint}{escape(plain_signs(line.about))}</span>' if line.about else ""
    pages = ", ".join(f'<a href="#{target}">{page}</a>' for page, target in line.pages)
    return f'<p class="line"{unit("block")}>{glued(named + about)} <span class="pages">{pages}</span></p>'


# Style


@cache
def _house_style() -> str:
    return (files("exporter.sheet") / "handbook.css").read_text("utf-8")


def style(book: Handbook, first_page: int) -> str:
    """What the book needs beside the house style. Its pages are counted from `first_page`."""
    page = book.page
    margins = f"{page.top}mm {page.margin}mm {page.bottom}mm"
    name = escape(plain_signs(book.title)).replace("&quot;", '\\"').replace("&#x27;", "'")
    return (
        f"{_house_style()}"
        f"@page{{margin:{margins};@top-right{{content:string(band, first)}}}}"
        f"@page :first{{margin:{margins};counter-reset:page {first_page}}}"
        f'@page front{{@top-left{{content:"{name}"}}}}'
    )


def _plain(html: str) -> str:
    return unescape(re.sub(r"<[^>]*>", "", html))
