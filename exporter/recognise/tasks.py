"""What a code block is for: the sentence before it, the one after it, or its heading.

Goes in: the place of a code block. Comes out: the task in the note's words, or nothing. Authors put the words before
the code ("목록을 보려면:"), behind it ("…로 업로드", "위 명령어는 …"), or leave it to the heading. `BEFORE`,
`AFTER` and `HEADING` list what speaks for each, with weights as data; the heaviest that reaches `ENOUGH` is taken.
"""

from __future__ import annotations

import re
from typing import Final

from exporter.kramdown.nodes import (
    Block,
    BlockQuote,
    Blocks,
    BulletList,
    CodeBlock,
    HtmlInline,
    Image,
    Inlines,
    Link,
    OrderedList,
    Paragraph,
    Strong,
    Text,
    plain_text,
)
from exporter.recognise.command_line import head, is_command, name_of
from exporter.recognise.desk import Desk
from exporter.recognise.flags import names_at
from exporter.recognise.inlines import code_spans, cut, lines_in, one_line, strip, text_of, unwrap
from exporter.recognise.labels import number_length, splits
from exporter.recognise.pattern import Context, Here, is_said, is_spacing, under_own_title
from exporter.recognise.runs import run_of
from exporter.recognise.sentence_ends import is_aside, sentence_bounds
from exporter.recognise.task_signs import BEFORE, FILE, GENERIC, weigh_after, weigh_before, weigh_heading
from exporter.recognise.vocabulary import DOINGS
from exporter.recognise.words import is_word

ENOUGH: Final = 2


_LEANING: Final = 3
_FAR: Final = 30
"""Blocks back that a line in bold is looked for."""


def task_of(here: Here, intro: Inlines = (), shown: str = "") -> Inlines:
    """The task of the code block at this place.

    `intro` are words already known to introduce it, `shown` its commands: words that share something with them are
    likelier meant for them.
    """
    intro = () if is_empty(text_of(intro), here.context) else intro
    before = _unsaid(intro or _words_before(here, shown), here.context)
    after = _unsaid(_words_after(here), here.context)
    behind = 3 if _words_follow_code(here) or here.desk.once(_tells_behind, here.blocks, here.desk) else 0
    leading = here.desk.once(weigh_before, text_of(before)) + _place_of_words(here, intro) - behind
    following = here.desk.once(weigh_after, text_of(after)) - 1 + behind - (2 if before else 0)
    candidates = ((leading + _shared(before, shown), before), (following + _shared(after, shown), after))
    weight, words = max(candidates, key=lambda candidate: candidate[0])
    titled = () if before else _heading_task(here, ())
    if (
        titled
        and weight <= (behind - 1 if behind else _weigh_heading(text_of(titled)))
        and not _speaks_for_itself(here, shown)
    ):
        return titled
    if weight >= ENOUGH:
        return _with_heading(_without_joints(words), here)
    if _speaks_for_itself(here, shown):
        return ()
    if not before or is_empty(text_of(before), here.context):
        return _heading_task(here, ())
    against = any(sign.weight < 0 and sign.looks.search(text_of(before)) for sign in BEFORE)
    return () if against or len(text_of(before)) > 24 else _heading_task(here, before)


def _unsaid(words: Inlines, context: Context) -> Inlines:
    """Words, unless the entry around them has taken them for its purpose already."""
    return () if context.within != "option" and is_said(text_of(words), context) else words


def _place_of_words(here: Here, intro: Inlines) -> int:
    """What their place adds to words before code: an item of their own, a line in bold, or between two blocks."""
    block = here.near(-1)
    first = next((other for other in here.blocks if not is_spacing(other)), None)
    between = isinstance(first, CodeBlock) and isinstance(block, Paragraph) and isinstance(here.near(-2), CodeBlock)
    if between or isinstance(block, BlockQuote):
        return 0
    return 2 if intro or (isinstance(block, Paragraph) and _is_title(block)) else 1


def _is_title(block: Paragraph) -> bool:
    bare = strip(block.inlines)
    return len(bare) == 1 and isinstance(bare[0], Strong | HtmlInline) and not _is_picture(bare)


def _title_line(block: Paragraph) -> Inlines:
    """The first line of a paragraph, if it is all in bold."""
    lines = lines_in(block.inlines)
    bare = lines[0] if lines else ()
    return bare if len(bare) == 1 and isinstance(bare[0], Strong | HtmlInline) and not _is_picture(bare) else ()


def _shared(words: Inlines, shown: str) -> int:
    """1 if a sentence speaks of what the commands do or are given, else 0."""
    text, typed = text_of(words).lower(), set(re.findall(r"[a-z0-9_./-]{3,}", shown.lower()))
    typed -= {head(line).lower() for line in shown.split("\n")}
    named = any(word in text for word in typed)
    doing = any(done & typed and any(word in text for word in said) for said, done in DOINGS)
    return int(bool(text) and (named or doing))


def _speaks_for_itself(here: Here, shown: str) -> bool:
    """Whether the text before the code names a command of its own."""
    block = here.near(-1)
    said = here.desk.once(last_sentences, block) if block else ()
    return any(_names_other(words, here.context, shown) for words in said)


def introduces(words: Inlines, context: Context) -> bool:
    """Whether words on the line before a command tell what it is for."""
    said = text_of(words)
    return not is_empty(said, context) and context.desk.once(weigh_before, said) >= 1


def introduced(here: Here) -> Inlines:
    """The words before this place, if they point on to it beyond doubt."""
    words = _words_before(here)
    return words if words and here.desk.once(weigh_before, text_of(words)) > ENOUGH else ()


def _without_joints(words: Inlines) -> Inlines:
    """Words without what ties them to the code: the colon that leads to it, the particle that goes on from it."""
    joint = re.match(r"^(?:으로|로|을|를)\s", text_of(words))
    return strip(cut(words, joint.end() if joint else 0), " :：\n")


def tells_result(here: Here) -> bool:
    """Whether the words before the code say that it shows what was printed."""
    block = here.near(-1)
    words = text_of(last_words(block, here.desk)) if block else ""
    return is_word(words, here.context.vocabulary.output_words)


def is_empty(text: str, context: Context) -> bool:
    """Whether words only say that something is run: "아래 명령어를 입력한다", "예시"."""
    return context.desk.once(_is_empty, text, context)


def _is_empty(text: str, context: Context) -> bool:
    known = context.vocabulary
    joints = known.or_words | known.then_words
    if is_word(text, known.example_words | known.synopsis_words | joints | known.command_words):
        return True
    option = names_at(text.strip())
    if option and (
        not text.strip()[option.end :].strip(" :") or is_word(text.strip()[option.end :], known.option_words)
    ):
        return True
    left = [char for char in GENERIC.sub(" ", text) if char.isalnum()]
    return len(left) < (2 if any(char > "\u3040" for char in left) else 3)


def is_heading(words: Inlines, context: Context) -> bool:
    """Whether a task is nothing but the heading."""
    return bool(context.trail) and text_of(words) == _bare(context.trail[-1])


def tells_of_file(text: str) -> bool:
    """Whether words say that the code is to be put into a file."""
    return bool(re.search(FILE, text, re.IGNORECASE))


def _words_before(here: Here, shown: str = "") -> Inlines:
    """The best sentence before the code: of the block before it, or of the one before that if it says nothing."""
    for distance in (-1, -2):
        block = here.near(distance)
        if isinstance(block, Paragraph) and _is_address(block):
            continue
        if isinstance(block, Paragraph) and _is_synopsis(block, here.context):
            return ()
        if block is None:
            return (Text(here.context.lead, span=here.block.span),) if here.at == 0 and here.context.lead else ()
        candidates = here.desk.once(last_sentences, block)
        words = _telling(candidates, here.context, shown)
        if distance == -2 and here.desk.once(weigh_before, text_of(words)) < ENOUGH - 1:
            return ()
        if words or isinstance(block, CodeBlock) or any(_names_other(said, here.context, shown) for said in candidates):
            return words
    return ()


def _telling(candidates: tuple[Inlines, ...], context: Context, shown: str) -> Inlines:
    """Of the last sentences, the one that tells a task best; two that both do, together, if they are short."""
    told = [() if _names_other(words, context, shown) else words for words in candidates]
    told = [words for words in told if words and not is_empty(text_of(words), context) and not is_aside(text_of(words))]
    if not told:
        return ()
    weights = [context.desk.once(weigh_before, text_of(words)) for words in told]
    best = weights.index(max(weights))
    if best == len(told) - 1 > 0 and weights[-2] > 0 and _AIM.search(text_of(told[-2])):
        best -= 1
    both = best + 2 == len(told) and weights[-1] > 0
    if both and len(text_of(told[best])) + len(text_of(told[-1])) < 110:
        return (*told[best], Text(" ", span=told[-1][0].span), *told[-1])
    return told[best]


_AIM: Final = re.compile(r"려면|위해|^to \w+|には", re.IGNORECASE)


def _names_other(words: Inlines, context: Context, shown: str) -> bool:
    """Whether a sentence names the command it speaks of itself, another than is shown (and so tells of that)."""
    if text_of(words).rstrip().endswith((":", "：")):
        return False
    named = [code.strip() for _, _, code in code_spans(words) if " " in code.strip() and is_command(code, context, 1)]
    return bool(named) and not set(named) <= {name_of(line) for line in shown.split("\n")}


def _is_synopsis(block: Paragraph, context: Context) -> bool:
    classes = context.vocabulary.synopsis_classes & set(block.attributes.classes)
    return bool(classes) or is_command(plain_text(block), context, 1)


def last_words(block: Block, desk: Desk) -> Inlines:
    """The last sentence of a block of text."""
    found = desk.once(last_sentences, block)
    return found[-1] if found else ()


def last_sentences(block: Block) -> tuple[Inlines, ...]:
    """The last three sentences of a block of text; of a list, those of its last item's own line."""
    match block:
        case Paragraph(inlines) if not _is_picture(inlines):
            bounds = sentence_bounds(run_of(inlines))[-3:]
            found = (strip(cut(inlines, start, end)) for start, end in bounds)
            return tuple(one_line(cut(words, number_length(text_of(words)))) for words in found)
        case BulletList(items) | OrderedList(items) if items and items[-1].blocks:
            return () if _is_pair(items[-1].blocks[0]) else last_sentences(items[-1].blocks[0])
        case BlockQuote(blocks) if blocks:
            return last_sentences(blocks[-1])
        case _:
            return ()


def _is_pair(block: Block) -> bool:
    """`OS: Linux`, `**Portability**: …`: a name and what it is, nothing that introduces code."""
    split = next(splits(block.inlines), None) if isinstance(block, Paragraph) else None
    return split is not None and split.sign in (":", "：") and bool(split.right) and len(split.left) < 24


_IDLE: Final = re.compile(r"^this is (?:the|a|an) (?:\w+ ){0,3}(?:usage|example|way|form|command|one)\b", re.IGNORECASE)
"""A sentence that only says that something is an example."""


def first_words(block: Block | None) -> Inlines:
    """The first sentence of a block of text."""
    match block:
        case Paragraph(inlines) if not _is_picture(inlines):
            found = [one_line(cut(inlines, start, end)) for start, end in sentence_bounds(run_of(inlines))[:2]]
            return next((words for words in found if not _IDLE.search(text_of(words))), ())
        case BulletList(items) | OrderedList(items) if items and items[0].blocks:
            return first_words(items[0].blocks[0])
        case BlockQuote(blocks) if blocks:
            return first_words(blocks[0])
        case _:
            return ()


def _is_address(block: Paragraph) -> bool:
    """A paragraph that is nothing but a link to something to read."""
    bare = strip(block.inlines)
    return len(bare) == 1 and isinstance(bare[0], Link)


def _is_picture(inlines: Inlines) -> bool:
    match unwrap(inlines):
        case (Image(),) | (Link((Image(),)),):
            return True
        case _:
            return False


def _words_after(here: Here) -> Inlines:
    for distance in (1, 2):
        block = here.near(distance)
        if isinstance(block, Paragraph):
            return () if is_command(plain_text(block), here.context) else first_words(block)
        if not isinstance(block, CodeBlock):
            return ()
    return ()


def _words_follow_code(here: Here) -> bool:
    """Whether this run of siblings begins with code and ends with words: each text belongs to the code before it."""
    return not here.context.lead and here.desk.once(_end_in_words, here.blocks)


def _end_in_words(blocks: Blocks) -> bool:
    shown = [block for block in blocks if not is_spacing(block)]
    return (
        bool(shown)
        and isinstance(shown[0], CodeBlock)
        and isinstance(shown[-1], Paragraph | BulletList)
        and any(isinstance(block, Paragraph) for block in shown)
    )


def _tells_behind(blocks: Blocks, desk: Desk) -> bool:
    """Whether the texts between the code of a section, taken together, rather look back at the code before them."""
    votes = [
        desk.once(weigh_after, text_of(first_words(block))) - desk.once(weigh_before, text_of(last_words(block, desk)))
        for block, before in zip(blocks[1:], blocks, strict=False)
        if isinstance(block, Paragraph) and isinstance(before, CodeBlock)
    ]
    return len(votes) > 1 and sum(max(min(vote, 4), -4) for vote in votes) >= _LEANING


def _with_heading(words: Inlines, here: Here) -> Inlines:
    """A short caption (`Ubuntu`, `root로 실행`) says where or how, its heading what: both together."""
    text, title = text_of(words), _title_above(here)
    if len(text) >= 16 or not title or under_own_title(here.context) or _weigh_heading(title) <= 0:
        return words
    if text in title:
        return (Text(title, span=words[0].span),)
    return (Text(f"{title} · ", span=words[0].span), *words)


def _title_above(here: Here) -> str:
    """The heading the code stands under, or the line set in bold (or in an HTML element) that serves as one.

    A line that names no deed (`Ubuntu`) needs its heading before it.
    """
    heading = _bare(here.context.trail[-1]) if here.context.trail else ""
    for at in range(here.at - 1, max(here.at - _FAR, -1), -1):
        block = here.blocks[at]
        if isinstance(block, Paragraph) and _title_line(block):
            line = _bare(text_of(_title_line(block)))
            short = _weigh_heading(line) < ENOUGH and len(line) < 16 and _weigh_heading(heading) >= ENOUGH
            return f"{heading} · {line}" if short else line
    return heading


def _weigh_heading(heading: str) -> int:
    return weigh_heading(_bare(heading))


def _bare(heading: str) -> str:
    return heading[number_length(heading) :].strip(" :")


def _heading_task(here: Here, caption: Inlines) -> Inlines:
    """The heading as the task of code that stands right under it, with the caption between them if there is one."""
    title = _title_above(here)
    if not title or under_own_title(here.context) or is_command(title.lower(), here.context) or _moved_on(here):
        return ()
    if max(map(_weigh_heading, title.split(" · "))) + (1 if _first_code(here) else 0) < ENOUGH:
        return ()
    if text_of(caption).strip() in title:
        caption = ()
    text = (Text(title + (" · " if caption else ""), span=here.block.span),)
    return (*text, *caption)


def _moved_on(here: Here) -> bool:
    """Whether text has come between this code and code before it: the section has moved on from its heading."""
    between: list[Block] = []
    for block in reversed(here.blocks[: here.at]):
        if isinstance(block, CodeBlock):
            return any(isinstance(other, Paragraph) and not _title_line(other) for other in between)
        between.append(block)
    return False


def _first_code(here: Here) -> bool:
    return not any(isinstance(block, CodeBlock) for block in here.blocks[: here.at])
