"""`Document` to `StudyNote`: the only place that guesses.

Goes in: a `Document`, the note's key, and `[read]` of the settings. Comes out: `StudyNote`, whose text is the
document's text, to the letter (invariant 3). Nothing is raised for anything a user wrote.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from pathlib import PurePosixPath
from typing import Any, Final

from exporter.kramdown.nodes import CodeBlock, Document, FrontMatter, Heading, plain_text, walk
from exporter.recognise.checks import checks_of
from exporter.recognise.code.fences import OTHER_LANGUAGES
from exporter.recognise.code.lines import programs_of
from exporter.recognise.commands.titles import heading_command
from exporter.recognise.own_ids import with_own_ids
from exporter.recognise.pattern import Context
from exporter.recognise.run_on import apart
from exporter.recognise.sections import read_sections
from exporter.recognise.text.label_lines import label_of
from exporter.recognise.text.programs import PROGRAMS, WORDLIKE
from exporter.recognise.text.vocabulary import vocabulary
from exporter.settings import ReadSettings
from exporter.study import Language, StudyNote

_SCRIPTS: Final[tuple[tuple[Language, re.Pattern[str], float], ...]] = (
    ("ko", re.compile(r"[가-힣]"), 0.05),
    ("ja", re.compile(r"[\u3040-\u30ff]"), 0.05),
    ("zh", re.compile(r"[\u4e00-\u9fff]"), 0.05),
)


_PLAIN: Final = ReadSettings()
_PROGRAM: Final = re.compile(r"[a-z][a-z0-9_-]{2,}")
_FLAG: Final = re.compile(r"--?[a-z]")
_TITLED: Final = re.compile(r"(?:[\d.)\s]*)([a-z][\w.-]*)(?: & ([a-z][\w.-]*))?\s*(?:$|[-:=–—(])")


def recognise(document: Document, *, key: str, read: ReadSettings = _PLAIN) -> StudyNote:
    """Read what a document means. `key` names the note in card identities: its path without suffix."""
    document = replace(document, blocks=apart(document.blocks, document.source))
    language = language_of(plain_text(*document.blocks))
    title = _title(document, key)
    context = Context(
        vocabulary=vocabulary(read),
        language=language,
        source=document.source,
        title=title,
        programs=_programs(document),
    )
    context = replace(context, documented=frozenset(_documented(document, context)))
    sections, told = read_sections(document.blocks, context)
    permalink = _front(document.front_matter, "permalink")
    note = StudyNote(
        source=document.source,
        key=key,
        title=title,
        language=language,
        tags=tuple(_tags(document.front_matter)),
        sections=with_own_ids(sections, document),
        permalink=permalink if isinstance(permalink, str) else None,
        diagnostics=told,
    )
    found = sorted((*told, *checks_of(note)), key=lambda finding: finding.span.start if finding.span else 0)
    return replace(note, diagnostics=tuple(found))


def language_of(text: str) -> Language:
    """The language a text is mostly in, told by its letters; English where no other is seen."""
    letters = sum(map(str.isalpha, text)) or 1
    for language, looks, share in _SCRIPTS:
        if len(looks.findall(text)) / letters > share:
            return language
    return "en"


def _front(matter: FrontMatter | None, key: str) -> Any:
    return matter.get(key) if matter else None


def _title(document: Document, key: str) -> str:
    title = _front(document.front_matter, "title")
    if title is not None and str(title).strip():
        return str(title).strip()
    heading = next((block for block in document.blocks if isinstance(block, Heading)), None)
    if heading and plain_text(heading).strip():
        return plain_text(heading).strip()
    return PurePosixPath(key).name


def _tags(matter: FrontMatter | None) -> Iterator[str]:
    """Tags and categories as Anki can hold them: without blanks, each once."""
    seen: set[str] = set()
    for key in ("tags", "tag", "categories", "category"):
        for value in _words(_front(matter, key)):
            tag = re.sub(r"\s+", "_", value.strip())
            if tag and tag not in seen:
                seen.add(tag)
                yield tag


def _words(value: Any) -> Iterator[str]:
    """The words of a YAML list, however deep, or of Jekyll's list in one string."""
    match value:
        case str():
            yield from value.split() if "," not in value else value.split(",")
        case list() | tuple():
            for item in value:
                yield from (item,) if isinstance(item, str) else _words(item)
        case None:
            pass
        case _:
            yield str(value)


def _documented(document: Document, context: Context) -> Iterator[str]:
    """The commands that have a title of their own."""
    for block in document.blocks:
        title = block.inlines if isinstance(block, Heading) else context.desk.once(label_of, block)
        named = heading_command(title, context) if title else None
        if named:
            yield named[0]


def _programs(document: Document) -> frozenset[str]:
    blocks = (node for block in document.blocks for node in walk(block) if isinstance(node, CodeBlock))
    code = [block for block in blocks if (block.language or "").lower() not in OTHER_LANGUAGES]
    shown = {program for block in code for program in programs_of(block)} | _repeated(code)
    titles = (plain_text(block) for block in document.blocks if isinstance(block, Heading))
    titled = {word for title in titles for word in _first_words(title) if word in WORDLIKE | PROGRAMS}
    return frozenset(shown | titled)


def _repeated(blocks: list[CodeBlock]) -> set[str]:
    """Words that begin three lines of code and more, in more than one block, with something like an option once."""
    rows = [(at, row.split()) for at, block in enumerate(blocks) for row in block.code.split("\n") if row.strip()]
    heads = [(at, words[0]) for at, words in rows if len(words) > 1 and _PROGRAM.fullmatch(words[0])]
    flagged = {words[0] for _, words in rows if any(_FLAG.match(word) for word in words[1:])}
    counts = Counter(word for _, word in heads)
    places = Counter(word for _, word in set(heads))
    return {word for word, count in counts.items() if count >= 3 and word in flagged and places[word] > 1}


def _first_words(title: str) -> tuple[str, ...]:
    """The word a title begins with, where it stands alone or before a separator: `less`, `ls - 목록`, `head & tail`."""
    match = _TITLED.match(title.strip())
    return tuple(word for word in match.groups() if word) if match else ()
