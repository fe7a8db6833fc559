"""Words around a code block that may tell what its commands are for: the candidates among which `choice` chooses.

Goes in: the place of a code block. Comes out: `Candidate` values, each with the place its words stand in: the sentences
before the code, those after it, its heading, a line in bold that serves as one, and what these say together.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise
from typing import Final

from exporter.kramdown.nodes import (
    Block,
    BulletList,
    CodeBlock,
    Inlines,
    Link,
    OrderedList,
    Paragraph,
    Text,
    plain_text,
)
from exporter.recognise.code.command_line import is_command
from exporter.recognise.code.flags import names_at
from exporter.recognise.desk import Desk
from exporter.recognise.pattern import Context, Here
from exporter.recognise.tasks.sentences import first_sentences, last_sentences, last_words, title_line
from exporter.recognise.tasks.signs import FILE, GENERIC, SYSTEM, names_deed, signs_in, weigh_after, weigh_before
from exporter.recognise.text.inlines import code_spans, cut, strip, text_of
from exporter.recognise.text.labels import number_length, unboxed
from exporter.recognise.text.sentence_ends import CAPTION, is_aside
from exporter.recognise.text.words import is_word

_SHORT: Final = 16
"""In characters: a title that is shorter may need the one above it."""
_SURELY: Final = 6
"""How much more must speak for words leading to code than for their looking back at code."""
_FAR: Final = 30
"""Blocks back that a line in bold is looked for."""

_ALTERNATIVES: Final = 4
"""Blocks of code joined by "or" that are looked past."""

JOINT: Final = " · "
"""What stands between a heading and the line below it where they are taken together."""

_TOGETHER: Final = 110
"""In characters: two sentences that are longer together are taken one by one."""

_MEANS: Final = re.compile(r"`?\s*(?:[:：=]|-{1,2}>?\s|[–—→])")
"""Stands between an option and what it means."""

_COUNTED: Final = re.compile(
    r"(?:options?|steps?|methods?|ways?|cases?|examples?|방법|단계|예시?|예제|경우|방식|方法|步骤|手順|例)\s?#?\d+[.)]?",
    re.IGNORECASE,
)
"""Words that only count what follows: `Option 1`, `방법 2`."""


@dataclass(frozen=True, slots=True)
class Candidate:
    """Words that may tell what a command is for, and where they stand to it."""

    place: str
    words: Inlines


def candidates_of(here: Here, intro: Inlines) -> tuple[Candidate, ...]:
    """The words around the code block at this place; `intro` are words already known to introduce it."""
    leading = tuple(before(here, intro))
    captions = [said for said in leading if said.place in ("last", "far")]
    return (*leading, *_after(here), *_titles(here, captions))


def before(here: Here, intro: Inlines) -> Iterator[Candidate]:
    """The sentences before the code: of the item it stands in, or of the block before it."""
    if intro and not is_empty(text_of(intro), here.context):
        yield Candidate("item", intro)
        return
    near = _past_alternatives(here, -2 if _is_address(here.near(-1)) else -1)
    yield from _before_systems(here, near)
    block = here.near(near)
    if block is None:
        lead = here.context.lead if here.at == 0 else ""
        if lead:
            yield Candidate("lead", (Text(lead, span=here.block.span),))
        return
    if isinstance(block, Paragraph) and is_synopsis(block, here.context):
        return
    yield from _ending(block, here.context, ("last", "second", "third"), "pair")
    yield from _opening(here, near)
    further = here.near(near - 1)
    if isinstance(further, Paragraph) and is_synopsis(further, here.context):
        return
    if further is not None and (isinstance(block, CodeBlock) or not _tells(block, here.context)):
        yield from _ending(further, here.context, ("far",), "")


def _past_alternatives(here: Here, near: int) -> int:
    """How far back the words stand that lead to code of which this does as well: code, "or:", code."""
    for _ in range(_ALTERNATIVES):
        joint = here.near(near)
        if not isinstance(joint, Paragraph) or not isinstance(here.near(near - 1), CodeBlock):
            break
        if not is_word(text_of(last_words(joint, here.desk)), here.context.vocabulary.or_words):
            break
        near -= 2
    return near


def _before_systems(here: Here, near: int) -> Iterator[Candidate]:
    """The sentences that lead to code for each of several systems: "to install it", "Mac", code, "Windows", code."""
    captions = 0
    while captions < _ALTERNATIVES and isinstance(caption := here.near(near), Paragraph):
        if not names_system(plain_text(caption)):
            break
        captions, near = captions + 1, near - 2 if isinstance(here.near(near - 1), CodeBlock) else near - 1
    block = here.near(near)
    if captions and block is not None:
        yield from _ending(block, here.context, ("last", "second"), "pair")


def names_system(text: str) -> bool:
    """Whether words only name the system that something is for: "Ubuntu", "mac / linux"."""
    return SYSTEM.looks.match(text.strip().lower()) is not None


def _opening(here: Here, near: int) -> Iterator[Candidate]:
    """The first item of a list before the code: what comes after it are often remarks."""
    block, first = here.near(near), None
    while isinstance(block, BulletList) and (first is None or block.span == first.span):
        near, first = near - 1, block
        block = here.near(near)
    if first is not None and near < -2:
        said = here.desk.once(last_sentences, first)
        yield from (Candidate("opening", words) for words in said[:1] if _can_tell(words, here.context))


def _is_address(block: Block | None) -> bool:
    """A paragraph that is nothing but a link to something to read."""
    bare = strip(block.inlines) if isinstance(block, Paragraph) else ()
    return len(bare) == 1 and isinstance(bare[0], Link)


def _tells(block: Block, context: Context) -> bool:
    return any(_can_tell(words, context) for words in context.desk.once(last_sentences, block))


def _can_tell(words: Inlines, context: Context) -> bool:
    text = text_of(words)
    return bool(text) and not is_empty(text, context) and not is_aside(text)


def _ending(block: Block, context: Context, places: tuple[str, ...], both: str) -> Iterator[Candidate]:
    """The last sentences of a block, from its end, and pairs of short ones that follow each other."""
    found = context.desk.once(last_sentences, block)[::-1]
    for place, words in zip(places, found, strict=False):
        if _can_tell(words, context):
            yield Candidate(place, words)
    if both:
        yield from _pairs(found[:2], both, context)


def _pairs(found: tuple[Inlines, ...], place: str, context: Context) -> Iterator[Candidate]:
    for later, earlier in pairwise(found):
        short = len(text_of(later)) + len(text_of(earlier)) < _TOGETHER
        told = all(_can_tell(words, context) and weigh_before(text_of(words)) > 1 for words in (later, earlier))
        if short and told:
            yield Candidate(place, (*earlier, Text(" ", span=later[0].span), *later))


def _after(here: Here) -> Iterator[Candidate]:
    """The first sentences behind the code, or behind the block of output that follows it."""
    for distance, places in ((1, ("next", "after-next")), (2, ("next-far",))):
        block = here.near(distance)
        if isinstance(block, Paragraph) and is_command(plain_text(block), here.context):
            return
        if isinstance(block, OrderedList) and isinstance(here.near(distance + 1), CodeBlock):
            return
        if not isinstance(block, CodeBlock):
            said = here.desk.once(first_sentences, block) if block else ()
            if said and (_explains_option(text_of(said[0])) or _is_title(block, here.desk)):
                return
            if len(said) == 1 and isinstance(here.near(distance + 1), CodeBlock) and _leads_on(text_of(said[0])):
                return
            for place, words in zip(places, said, strict=False):
                if _can_tell(words, here.context) or place == "next":
                    yield Candidate(place, words)
            return


def _leads_on(text: str) -> bool:
    """Whether a sentence between two blocks of code without doubt leads to the second."""
    return weigh_before(text) - weigh_after(text) >= _SURELY


def _is_title(block: Block | None, desk: Desk) -> bool:
    """Whether a block is a line in bold and nothing else: the title of what follows it."""
    return isinstance(block, Paragraph) and text_of(desk.once(title_line, block)) == plain_text(block).strip()


def _explains_option(text: str) -> bool:
    """`` `-d` : 백그라운드로``: a name, a sign and what it means say nothing of the command."""
    option = names_at(text.strip(" `"))
    return option is not None and bool(_MEANS.match(text.strip(" `"), option.end))


def _titles(here: Here, captions: list[Candidate]) -> Iterator[Candidate]:
    """The heading, the line in bold that serves as one, and either with a short caption between it and the code."""
    heading = _heading(here.context)
    line = _line_above(here)
    if line:
        yield Candidate("title", (Text(line, span=here.block.span),))
        if heading and len(line) < _SHORT:
            yield Candidate("titles", (Text(f"{heading}{JOINT}{line}", span=here.block.span),))
    if heading:
        yield Candidate("heading", (Text(heading, span=here.block.span),))
    if not line and (deed := _qualified(here.context)):
        yield Candidate("qualified", (Text(deed, span=here.block.span),))
    title = line or heading
    for said in captions:
        if title and CAPTION.search(text_of(said.words)) and text_of(said.words) not in title:
            yield Candidate("captioned", (Text(f"{title}{JOINT}", span=here.block.span), *said.words))


def _heading(context: Context) -> str:
    """The lowest heading; the one above it where that only says what follows, or for whom: "명령어", "Ubuntu"."""
    titles = [bare(title) for title in context.trail[-2:]]
    if len(titles) == 2 and _only_leads(titles[1], context):
        return titles[0]
    return titles[-1] if titles else ""


def _only_leads(title: str, context: Context) -> bool:
    """Whether a heading only says what kind of text follows, or for whom."""
    known = context.vocabulary
    return is_word(title, known.command_words | known.synopsis_words | known.example_words) or names_system(title)


def _qualified(context: Context) -> str:
    """The deed that a heading names, and what the short one below it does that with: "브랜치 삭제", "원격"."""
    titles = [bare(title) for title in context.trail[-2:]]
    if len(titles) < 2 or len(titles[1]) >= _SHORT or _only_leads(titles[1], context):
        return ""
    return JOINT.join(titles) if names_deed(titles[0]) and not _stands_alone(titles[1], context) else ""


def _stands_alone(title: str, context: Context) -> bool:
    """Whether a short heading names a deed or a command itself, or is one that stands over anything: "기타"."""
    return is_command(title.lower(), context, 1) or any(
        sign.name.startswith(("names a", "a general")) for sign in signs_in(title, "heading")
    )


def _line_above(here: Here) -> str:
    """The nearest line above that is all in bold."""
    for at in range(here.at - 1, max(here.at - _FAR, -1), -1):
        block = here.blocks[at]
        if line := here.desk.once(title_line, block):
            return bare(text_of(line))
    return ""


def is_synopsis(block: Paragraph, context: Context) -> bool:
    """Whether a paragraph is a command's template."""
    classes = context.vocabulary.synopsis_classes & set(block.attributes.classes)
    return bool(classes) or is_command(plain_text(block), context, 1)


_JOINED: Final = re.compile(
    r"(?:(?:으로|로|을|를)\s|と(?:すると|すれば)、?|"
    r"(?:위의?|이|해당|상기|앞의) ?(?:명령어?|커맨드|쿼리|코드)"
    r"(?:[은는로]|으로|[을를] (?:통해서?|(?:사용|이용|입력|실행)하면))\s(?=\S+\s\S)|"
    r"(?:this|the above) command (?:will )?(?=[a-z]+ \S+ \S))",
    re.IGNORECASE,
)
"""Ties words to the code before them: a particle, or that they speak of it."""


def without_joints(words: Inlines) -> Inlines:
    """Words without what ties them to the code: the colon that leads to it, what goes on from it or points back."""
    joint = _JOINED.match(text_of(words))
    return strip(cut(words, joint.end() if joint else 0), " :：\n")


def is_empty(text: str, context: Context) -> bool:
    """Whether words only say that something is run: "아래 명령어를 입력한다", "예시"."""
    return context.desk.once(_is_empty, text, context)


def _is_empty(text: str, context: Context) -> bool:
    known = context.vocabulary
    joints = known.or_words | known.then_words
    if is_word(text, known.example_words | known.synopsis_words | joints | known.command_words):
        return True
    if _COUNTED.fullmatch(text.strip(" :：")):
        return True
    option = names_at(text.strip())
    if option and (
        not text.strip()[option.end :].strip(" :") or is_word(text.strip()[option.end :], known.option_words)
    ):
        return True
    left = [char for char in GENERIC.sub(" ", text.lower()) if char.isalnum()]
    return len(left) < (2 if any(char > "\u3040" for char in left) else 3)


@lru_cache(maxsize=256)
def tells_of_file(text: str) -> bool:
    """Whether words say that the code is to be put into a file."""
    return FILE.looks.search(text.lower()) is not None


def names_other(words: Inlines, context: Context, shown: frozenset[str]) -> bool:
    """Whether a sentence names the command it speaks of itself, another than is shown (and so tells of that)."""
    if text_of(words).rstrip().endswith((":", "：")):
        return False
    named = {code.strip() for _, _, code in code_spans(words) if " " in code.strip() and is_command(code, context, 1)}
    return not named <= shown


def tells_result(here: Here) -> bool:
    """Whether the words before the code say that it shows what was printed."""
    block = here.near(-1)
    words = text_of(last_words(block, here.desk)) if block else ""
    return is_word(words, here.context.vocabulary.output_words)


def bare(heading: str) -> str:
    """A heading without its number, or the brackets around it."""
    return unboxed(heading[number_length(heading) :].strip(" :"))
