"""Statements: sentences worth knowing, with the words in them that can be asked for.

Goes in: a paragraph that nothing else has read. Comes out: a `Statement` where it is one such sentence, a `Listing`
where some of its sentences are. Only what holds whoever reads it is worth asking: a whole sentence that declares
something, no advice, no step, no account, nothing that points elsewhere.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from exporter.kramdown.nodes import CodeSpan, Emphasis, HtmlInline, Inlines, Link, Paragraph, Strong, plain_text
from exporter.recognise.definitions.separated import separated
from exporter.recognise.definitions.weighing import ending_of, letters
from exporter.recognise.pattern import Context, Found, Here, is_said
from exporter.recognise.text.inlines import paragraph
from exporter.recognise.text.runs import BOLD, CODE, Run, run_of
from exporter.recognise.text.sentence_ends import sentences
from exporter.source import Span
from exporter.study import Listing, Statement

SHORTEST: Final = 14
LONGEST: Final = 220
"""Characters that a sentence which is asked for has, at least and at most."""
MOST: Final = 4
"""Words that can be asked for in one sentence; a sentence with more lists them."""

DECLARES: Final = frozenset(("does", "can", "judges", "is", "is-kind", "serves", "plays", "means", "calls", "done"))
"""The ways to end (`cues.ENDINGS`) that declare something."""

DONE: Final = re.compile(
    r"(?:실행|변경|부여|저장|삭제|생성|적용|관리|종료|반환|출력|할당|발생|포함|유지|공유|제거|추가|전달"
    r"|차단|허용|지원|초기화)$"
)
"""Nouns that stand for the verb at the end of a Korean note's sentence."""

NOT_WORTH: Final = re.compile(
    r"^(?:\W*)(?:위|아래|여기|이곳|일단|이제|먼저|자|그럼|만약 저|예를 ?들|ex\b|예\)|예시|다음|우선|즉"
    r"|그래서|지금|참고|그리고|그런데"
    r"|use|add|create|set|run|open|click|go|install|copy|make|let|see|check|find|first|next|then|now|here"
    r"|this|these|it|例)"
    r"|나는|저는|제가|내가|우리|저의|필자|\b(?:I|we|you|my|our|your|let's)\b|https?://|[?？]|아래와|다음과"
    r"|위와 같|이번|포스팅"
    r"|(?:누른|클릭한|연|설치한|만든|만들어준|입력한|추가한|적는|적어준|바꿔준|옮긴|복사한|선택한|사용한"
    r"|이용한|진행한|작성한|확인한|수정한|해준|넣는)다\W*$",
    re.IGNORECASE,
)
"""What makes a sentence a step, an aside, or one that needs its surroundings."""


def read_statement(here: Here) -> Found | None:
    """A paragraph with sentences whose bold or code words can be asked for."""
    match here.block:
        case Paragraph(inlines) as block:
            found = tuple(_statements(inlines, block, here.context))
        case _:
            return None
    if not found:
        return None
    if len(found) == 1 and plain_text(*found[0].inlines).strip() == plain_text(block).strip():
        return Found(Statement(block, inlines, found[0].cloze, found[0].about, span=block.span))
    return Found(Listing((), block, found, span=block.span))


def _statements(inlines: Inlines, block: Paragraph, context: Context) -> Iterator[Statement]:
    for sentence in context.desk.once(sentences, context.desk.once(run_of, inlines)):
        marked = CODE in sentence.marks or BOLD in sentence.marks
        cloze = tuple(_cloze(sentence, context)) if marked and is_worth_asking(sentence, context) else ()
        if 0 < len(cloze) <= MOST:
            part = paragraph(sentence.inlines, block)
            yield Statement(part, sentence.inlines, cloze, about_of(context), span=part.span)


def is_worth_asking(sentence: Run, context: Context) -> bool:
    """Whether a sentence declares something that holds whoever reads it."""
    text = " ".join(sentence.text.split())
    if not SHORTEST <= len(text) <= LONGEST or is_said(text, context) or separated(sentence):
        return False
    if (not_worth := NOT_WORTH.search(text)) and (not_worth.start() or sentence.marks[:1] != CODE):
        return False
    bare = re.sub(r"[\s.!。)]+$", "", text)
    english = bool(re.match(r"[A-Z][^가-힣]+\s(?:is|are|has|have|needs?|\w+s)\s[^가-힣]+\.$", text))
    return english or ("done" if DONE.search(bare) else ending_of(bare)) in DECLARES


def about_of(context: Context) -> str:
    """What the text is about: the command it stands under, else the section."""
    return context.command or (context.trail[-1] if context.trail else context.title)


def _cloze(sentence: Run, context: Context) -> Iterator[Span]:
    """The bold and code words that stand once in the sentence, and not in what it is about."""
    about = letters(about_of(context))
    for node in _marked(sentence.inlines):
        word = plain_text(node).strip()
        once = sentence.text.count(word) == 1
        if 1 < len(word) <= 40 and len(word.split()) <= 4 and once and letters(word) not in about and letters(word):
            yield node.span


def _marked(inlines: Inlines) -> Iterator[Strong | CodeSpan]:
    for node in inlines:
        match node:
            case Strong() | CodeSpan():
                yield node
            case Emphasis(inner) | Link(inner) | HtmlInline(_, inner):
                yield from _marked(inner)
            case _:
                pass
