"""Whether a claim is a definition: many weak cues, each with a weight, decide together.

Goes in: a `Claim` and its `Place`. Comes out: the names of the cues that it meets, and their sum. The cues stand in
`cues` and `endings`, what each counts in `weights`; here is only what can't be said as a pattern.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Final

from exporter.recognise.definitions.claims import Claim
from exporter.recognise.definitions.cues import MEANING, TERM, TITLE
from exporter.recognise.definitions.endings import ENDINGS
from exporter.recognise.definitions.separated import separated
from exporter.recognise.definitions.subjects import claim_of
from exporter.recognise.definitions.weights import WEIGHTS
from exporter.recognise.desk import Desk
from exporter.recognise.text.runs import BOLD, CODE, LINK


@dataclass(frozen=True, slots=True)
class Place:
    """Where a claim stands.

    `titles` are the headings above it, the nearest last, and `asked` says that it asks what its term is. `opening`: in
    the first block under that heading; `first`: the first sentence of its block; `item`: in a list item; `ordered`: of
    a numbered list; `alike`: how many items, rows or lines around it are put the same way, `agreed`: the share of
    those that convince alone; `below`: how many items stand under it; `deep`: these have items of their own;
    `spoken_of`: the note has spoken of the term before; `outline`: most items around it have items under them, too;
    `signs`: the share of those put the same way whose terms are signs or letters;
    `sisters`: the share of the sections beside its own that begin by telling what their headings are.
    `listed`: in a list made for definitions; `counted`: what stands under it is a numbered list.
    `desk` keeps what is known of words and titles of this note.
    """

    titles: tuple[str, ...] = ()
    opening: bool = False
    first: bool = True
    item: bool = False
    ordered: bool = False
    alike: int = 1
    below: int = 0
    asked: bool = False
    glossed: bool = False
    agreed: float = 0.0
    spoken_of: bool = False
    mentions: int = 0
    repeated: bool = False
    deep: bool = False
    outline: bool = False
    signs: float = 0.0
    sisters: float = 0.0
    headed: str = ""
    listed: bool = False
    counted: bool = False
    desk: Desk = field(default_factory=Desk, compare=False, repr=False)


SENTENCES: Final = ("topic", "defined", "named", "pointed")
"""The forms that are sentences, which say the same under any heading."""

BY_FORM: Final = (
    "relative",
    "described",
    "deed",
    "purpose",
    "functional",
    "possessive",
    "kind-inside",
    "article",
    "phrase-en",
    "verb-en",
    "names-only",
    "one-name",
    "chained",
    "behaves",
    "undergoes",
    "described-cjk",
    "says-zh",
    "also-called",
    "done-zh",
    "tends",
    "anaphor",
    "one-kind",
)
"""What is seen in a meaning that counts by the form it is put in, too."""

SIGN: Final = re.compile(r"^(?!\d+$)[^가-힣\s]{1,3}(?:\s?[/,]\s?[^가-힣\s]{1,3})?$")
"""A term that is a sign or a letter or two, as a legend explains them."""

ONE_OF: Final = re.compile(
    r"(?<![의과와및])\s(?:타입|상태|필드|파일|키|설정|파라미터|변수|구조|[Tt]ype|[Ss]tate|[Ee]lement|[Cc]omponent|[Ss]tructure)$"
)
"""The end of a title that names one of a kind of things: "지역 변수"."""

STRONG: Final = ("is-kind", "kind", "means", "calls", "likens", "thing")
"""Ends of a sentence that tells what its subject is, however often it was spoken of before."""

OF_GAINS: Final = ("gain-title", "advice-title")
"""Titles under which a sentence mostly praises or advises, unless it says outright what its subject is."""

TAIL: Final = re.compile(r"[\s.,!?。！？~…:：)\]'\"‘’“”」]+$")


ASIDE: Final = re.compile(r"\s?[(（][^()（）]*[)）][\s.!。]*$|\s(?:👉|→|->|=>|⇒)\s.*$")
"""What is said aside at the end of a meaning: in brackets, or behind an arrow."""


WORD: Final = re.compile(r"[一-鿿ぁ-ヶ]{1,3}|[^\s一-鿿ぁ-ヶ]+")
"""A word, or as many letters as a word has where none are written between blanks."""


def is_definition(claim: Claim, place: Place) -> bool:
    """Whether the cues for a claim outweigh those against it."""
    return weigh(claim, place) >= 0


def weigh(claim: Claim, place: Place) -> int:
    """How much speaks for a claim being a definition."""
    return sum(WEIGHTS.get(cue, 0) for cue in cues_of(claim, place))


def cues_of(claim: Claim, place: Place) -> tuple[str, ...]:
    """The names of the cues that a claim meets, the form it is put in first."""
    return (
        *place.desk.once(_own_cues, claim, place.desk),
        *_title_cues(claim, place),
        *_place_cues(claim, place),
    )


def _own_cues(claim: Claim, desk: Desk) -> tuple[str, ...]:
    """What speaks for or against a claim wherever it stands."""
    meaning = claim.meaning.text
    met = _meaning_cues(meaning)
    return (
        claim.form,
        f"{claim.form}:{ending_of(meaning)}",
        *met,
        *(f"{claim.form}:{name}" for name in met if name in BY_FORM),
        *_term_cues(claim),
        *_said_cues(claim, desk),
    )


def _said_cues(claim: Claim, desk: Desk) -> Iterator[str]:
    """What is seen in the words of a meaning together with the form it is put in."""
    form, marks = claim.form, set(claim.meaning.marks)
    checks = {
        "own-subject": form == "titled" and _has_subject(desk.once(claim_of, claim.meaning)),
        "other-subject": form in ("nested", "stacked") and speaks_of_another(claim),
        "other-one": form not in SENTENCES and SEVERAL.search(claim.name) is not None and _speaks_of_one(claim),
        "thin": form in ("titled", "nested", "headed") and len(WORD.findall(claim.meaning.text)) <= 2,
        "category": form in ("nested", "titled") and _is_entry(claim),
        "one-of": form in ("titled", "nested") and _is_one_of(claim),
        "code-meaning": marks == {CODE},
        "link-meaning": marks == {LINK},
    }
    return (name for name, met in checks.items() if met)


def _is_one_of(claim: Claim) -> bool:
    """Whether what stands under a term only names one of its kind: "라인 편집기" under "편집기"."""
    said = bare_end(claim.meaning.text).split("(")[0].split()
    return 0 < len(said) <= 2 and said[-1].casefold() == claim.name.split()[-1].casefold()


SEVERAL: Final = re.compile(
    r"\S(?:와|과|랑) ?\S|\s(?:and|및|vs\.?|versus)\s|[^和与]\s?[和与跟]\s?[\u4e00-\u9fffA-Za-z]|[^と]と\S{2}|"
    r"(?:차이점?|비교|differences?|区别|不同|差异|違い)$",
    re.IGNORECASE,
)
"""A title that names several things, or sets them side by side."""


def _speaks_of_one(claim: Claim) -> bool:
    """Whether what stands under a title has a subject of its own, which is not all of the title."""
    own = claim_of(claim.meaning)
    return own is not None and own.form in SENTENCES and letters(own.name) != letters(claim.name)


LABEL: Final = dict(TERM)["label"]


def _is_entry(claim: Claim) -> bool:
    """Whether what stands under a term is itself a term and its meaning; under a heading, a label and its text."""
    entry = separated(claim.meaning)
    if entry is None or len(entry.name.split()) > LONGEST_SUBJECT:
        return False
    return claim.form == "nested" or LABEL.search(entry.name) is not None


@lru_cache(maxsize=256)
def _meaning_cues(text: str) -> tuple[str, ...]:
    bare = bare_end(text)
    return tuple(name for name, pattern in MEANING if pattern.search(bare))


@lru_cache(maxsize=256)
def bare_end(text: str) -> str:
    """A text without what may stand behind its end: stops, brackets, an arrow with examples."""
    bare = TAIL.sub("", text.strip())
    short = TAIL.sub("", ASIDE.sub("", text.strip()))
    return short if len(short) > len(bare) // 3 else bare


@lru_cache(maxsize=256)
def ending_of(text: str) -> str:
    """The name of the way a text ends: the first row of `endings.ENDINGS` that meets it, "odd" where none does."""
    bare = bare_end(text)
    return next((name for name, pattern in ENDINGS if pattern.search(text if name == "asks" else bare)), "odd")


KINDS: Final = ("kind-inside", "article", "one-kind")
"""Cues of a meaning that names a kind of thing elsewhere than at its end."""


def tells_kind(claim: Claim) -> bool:
    """Whether a meaning says what kind of thing its term is, and not only what it does, as the purpose of a command."""
    ends = ending_of(claim.meaning.text)
    if " " in claim.name:
        return ends in ("kind", "is-kind")
    says = _meaning_cues(claim.meaning.text)
    does = () if claim.name.isupper() else ("does",)
    return ends in (*STRONG, *does, "is", "serves", "plays", "asks") or any(name in says for name in KINDS)


def is_of_command(claim: Claim) -> bool:
    """Whether a meaning says that its term is a command."""
    return "command-kind" in _meaning_cues(claim.meaning.text)


def _term_cues(claim: Claim) -> Iterator[str]:
    name_shown, marks = claim.name, set(claim.term.marks)
    set_apart = claim.form in ("named", "pointed") and marks <= {BOLD, CODE}
    for name, pattern in TERM:
        passed_over = (
            (name in ("generic", "label") and (claim.aliases or claim.form == "row"))
            or (name in ("clause", "verb-phrase") and set_apart)
            or (name == "divided" and marks == {CODE})
        )
        if pattern.search(name_shown) and not passed_over:
            yield name
    checks = {
        "code-term": claim.term.marks[:1] == CODE,
        "half-code": CODE in marks and claim.term.marks[:1] != CODE,
        "bold-term": BOLD in marks,
        "link-text": LINK in marks,
        "gloss": bool(claim.aliases),
        "acronym": is_acronym(claim.name, claim.meaning.text),
    }
    yield from (name for name, met in checks.items() if met)


def _title_cues(claim: Claim, place: Place) -> Iterator[str]:
    """What the heading says; of a claim whose term is the heading itself, only whether that names a group of things."""
    if claim.form == "titled":
        says = place.desk.once(_title_says, claim.name)
        one = ONE_OF.search(claim.name)
        yield from ("group" for name in says if name != "concepts-title" and not claim.aliases and not one)
        return
    weak = claim.form in SENTENCES and _is_weak(claim)
    outright = (claim.form in SENTENCES and not weak) or _is_phenomenon(claim)
    for name in place.desk.once(_title_says, place.titles[-1] if place.titles else ""):
        passed_over = (outright and name in OF_GAINS) or (weak and name == "kinds-title")
        if (name != "facts-title" or _is_bare(claim)) and not passed_over:
            yield name


def _is_phenomenon(claim: Claim) -> bool:
    """Whether a label is told outright to be something: problems that have names are terms, not advice."""
    return claim.form in ("nested", "separated", "stacked") and ending_of(claim.meaning.text) in STRONG


def _title_says(title: str) -> tuple[str, ...]:
    return tuple(name for name, pattern in TITLE if pattern.search(title))


def _is_bare(claim: Claim) -> bool:
    """Whether a claim only puts a value beside a name, as a list of versions does."""
    return claim.form not in SENTENCES and ending_of(claim.meaning.text) in ("noun", "odd")


def _place_cues(claim: Claim, place: Place) -> Iterator[str]:
    named_above = bool(place.titles) and same_name(claim, place.titles[-1])
    titled = claim.form == "titled"
    told = place.spoken_of and _is_weak(claim)
    checks = {
        "titled-term": named_above and not titled,
        "introduced": named_above and claim.form in ("topic", "defined") and place.opening and place.first and not told,
        "asked": place.asked and place.first and (titled or named_above) and not told,
        "glossed": titled and place.glossed and place.first,
        "later": titled and not place.first,
        "deep": place.deep,
        "head-means": place.headed == "meanings",
        "head-other": place.headed in ("others", "compared"),
        "code-means": place.headed == "meanings" and claim.name.isdecimal(),
        "compares": place.headed == "compared",
        "listed": place.listed,
        "outline": place.outline,
        "counted-steps": place.counted and "steps-title" in _title_says(place.titles[-1] if place.titles else ""),
        "signs": place.alike >= 2 and place.signs >= 0.7 and bool(SIGN.match(claim.name)),
        "sisters": titled and place.sisters >= 0.6,
        "few-below": 0 < place.below <= 2,
        "many-below": place.below > 2,
        "opening": place.opening,
        "first": place.first,
        "ordered": place.ordered,
        "spoken-of": place.spoken_of and ending_of(claim.meaning.text) not in STRONG,
        "mentioned": place.mentions > 1 and not place.spoken_of and _is_weak(claim),
        "new": place.mentions == 0 and claim.form == "topic" and named_above,
        "repeated": place.repeated,
        "alike": place.alike >= 2,
        "many-alike": place.alike >= 4,
        "agreed": place.alike >= 3 and place.agreed >= 0.6,
        "alone": place.alike >= 3 and place.agreed <= 0.34,
    }
    yield from (name for name, met in checks.items() if met)


def _is_weak(claim: Claim) -> bool:
    """Whether a meaning could be a property as well: it ends in no word that tells what its subject is."""
    text = claim.meaning.text
    return ending_of(text) not in (*STRONG, "serves", "plays") and "article" not in _meaning_cues(text)


LONGEST_SUBJECT: Final = 3
"""Words of a subject."""


def _has_subject(own: Claim | None) -> bool:
    """Whether a text is about a subject; what is only so ("한 사람이 …하는 작업") is none, nor is half a sentence."""
    return own is not None and own.form != "agent" and len(own.name.split()) <= LONGEST_SUBJECT


def speaks_of_another(claim: Claim) -> bool:
    """Whether what stands under a term has a subject of its own."""
    own = claim_of(claim.meaning)
    return own is not None and own.form == "topic" and not same_name(own, claim.name)


def same_name(claim: Claim, title: str) -> bool:
    """Whether a heading names the term: the one holds the other, letters and digits alone."""
    heading = letters(title)
    return any(
        (len(name) > 1 and name in heading) or (len(heading) > 1 and heading in name)
        for name in map(letters, (claim.name, *claim.aliases))
    )


def is_acronym(name: str, text: str) -> bool:
    """Whether a text spells out a name of capitals: "PAM", "Pluggable Authentication Module"."""
    capitals = "".join(char for char in name if "A" <= char <= "Z")
    if len(capitals) < 2 or len(capitals) < len(letters(name)) - 1:
        return False
    words = re.findall(r"[A-Za-z]+", re.split(r"[(（,.:]", text)[0])
    initials = "".join(word[0] for word in words if word.lower() not in ("of", "the", "for", "and", "to", "in"))
    return capitals == initials.upper()


def letters(text: str) -> str:
    """Letters and digits alone, in one case."""
    return "".join(char for char in text.casefold() if char.isalnum())
