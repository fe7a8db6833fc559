"""Drafts → the deck's Anki notes.

Goes in: drafts and unasked knowledge, in the order of the note. Comes out: `AnkiNote` and `NotAsked` values: fronts
that would show their answer dropped, questions asked once, keys made unique, context, extra, source and tags filled
in.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Final, TypeAlias

from exporter.cards.deck import AnkiNote, Kind, NotAsked
from exporter.cards.draft import Draft, Outcome, Unasked, escaped, mentions
from exporter.cards.note_types import ASKS
from exporter.cards.plain import plain
from exporter.cards.records import anki_note
from exporter.settings import DeckSettings
from exporter.study import StudyNote

# A card's back is not the sheet: so much is kept on it, the rest is in the note.
_MOST_EXTRA: Final = 8
_LONGEST_EXTRA: Final = 400
# So little more than the answer itself is an ending, not a fact.
_LEAST_REST: Final = 6
_ENDING_NUMBER: Final = re.compile(r"[-_. ]*\d+$")
_HIDDEN: Final = re.compile(r"\{\{c1::.*?\}\}", re.DOTALL)
# What these ask is clear only with the command they stand under.
_NEEDS_COMMAND: Final = frozenset[Kind](["cloze", "definition", "fact"])
# Of these a part makes several, so an id of the author's names them together with what they ask for.
_SEVERAL: Final = frozenset[Kind](["cloze", "synopsis", "example", "sequence"])
Owner: TypeAlias = tuple[Kind, tuple[str, ...]]


@dataclass(frozen=True, slots=True)
class Finished:
    """The notes of a deck and what it doesn't ask."""

    notes: tuple[AnkiNote, ...]
    not_asked: tuple[NotAsked, ...]


def finished(outcomes: Iterable[Outcome], note: StudyNote, settings: DeckSettings) -> Finished:
    """The records of `note`."""
    listed = list(outcomes)
    one_each = _merged(outcome for outcome in listed if isinstance(outcome, Draft))
    drafts = _asked_once([_hiding_answers(draft, note) for draft in one_each])
    kept = _with_keys([draft for draft in drafts if _fronts(draft)], note)
    said = {_bare(draft.said) for _, draft in kept}
    unasked = [outcome for outcome in listed if isinstance(outcome, Unasked) and not _is_said(outcome, said)]
    extras, not_asked = _shared_out(unasked, {_owner(draft) for _, draft in kept}, note)
    records = (_record(key, draft, extras.get(_owner(draft), ()), note, settings) for key, draft in kept)
    return Finished(tuple(records), not_asked)


def _merged(drafts: Iterable[Draft]) -> list[Draft]:
    """The drafts, with all that a section says of one term on one note: "what is X?" has one answer."""
    merged: dict[object, Draft] = {}
    for number, draft in enumerate(drafts):
        about = (draft.name, draft.qualifier) if draft.kind == "definition" else number
        first = merged.setdefault(about, draft)
        if first is not draft and draft.content["Definition"] not in first.content["Definition"]:
            both = f"{first.content['Definition']}<br>{draft.content['Definition']}"
            merged[about] = replace(first, content={**first.content, "Definition": both})
    return list(merged.values())


def _is_said(item: Unasked, said: set[str]) -> bool:
    """Whether a front repeats it, or the card it belongs to says it already."""
    if _bare(item.text) in said:
        return True
    return item.owner is not None and _rest(item.text, item.owner.marks[1]) <= _LEAST_REST


def _bare(sentence: str) -> str:
    return sentence.rstrip(" .:：。")


def _rest(text: str, said: str) -> int:
    """How many characters `text` has beyond what was said."""
    return len(text.replace(said, "", 1)) if said and said in text else len(text)


def _owner(draft: Draft) -> Owner:
    return draft.kind, draft.name


def _fronts(draft: Draft) -> dict[str, str]:
    """The asking fields that are filled."""
    return {name: draft.content[name] for name in ASKS[draft.kind] if draft.content.get(name)}


def _hiding_answers(draft: Draft, note: StudyNote) -> Draft:
    """The draft without the fronts that show what they ask for, or show nothing."""
    fronts = {ask: _front_text(html) for ask, html in _fronts(draft).items()}
    shown = {
        ask: ""
        for ask, front in fronts.items()
        if not front or any(mentions(front, answer) for answer in draft.answers.get(ask, ()))
    }
    return replace(draft, content={**draft.content, "Context": _context(draft, note), **shown})


def _front_text(html: str) -> str:
    return plain(_HIDDEN.sub("____", html))


def _asked_once(drafts: list[Draft]) -> Iterator[Draft]:
    """Every draft, without the fronts that an earlier one has already, and without those that have two answers."""
    answers: dict[tuple[str, str], set[tuple[str, ...]]] = defaultdict(set)
    for draft, ask, front in _all_fronts(drafts):
        answers[front].add(draft.answers.get(ask, ()))
    seen: set[tuple[str, str]] = set()
    for draft in drafts:
        fronts = {ask: front for _, ask, front in _all_fronts([draft])}
        again = {ask: "" for ask, front in fronts.items() if front in seen or len(answers[front]) > 1}
        seen.update(fronts.values())
        yield replace(draft, content={**draft.content, **again})


def _all_fronts(drafts: Iterable[Draft]) -> Iterator[tuple[Draft, str, tuple[str, str]]]:
    for draft in drafts:
        for ask, html in _fronts(draft).items():
            yield draft, ask, (draft.content["Context"], _front_text(html).casefold())


def _context(draft: Draft, note: StudyNote) -> str:
    """Where the question belongs: title, headings, and the command where the question needs it; never the answer."""
    place = draft.place
    command = [place.command.name] if place.command and draft.kind in _NEEDS_COMMAND else []
    answers = [answer for texts in draft.answers.values() for answer in texts]
    parts = dict.fromkeys([note.title, *place.headings[-2:], *command])
    telling = [part for part in parts if part and not any(mentions(part, answer) for answer in answers)]
    stem = note.key.rsplit("/", 1)[-1]
    return escaped(" · ".join(telling or [_ENDING_NUMBER.sub("", stem) or stem]))


def _with_keys(drafts: list[Draft], note: StudyNote) -> list[tuple[str, Draft]]:
    """Each draft with a key of its own. Where several would share one, each takes in what tells it apart."""
    bases = [_base_key(draft, note) for draft in drafts]
    count = Counter(bases)
    keyed: dict[str, Draft] = {}
    for base, draft in zip(bases, drafts, strict=True):
        key = f"{base} / {draft.qualifier}" if count[base] > 1 and draft.qualifier else base
        keyed.setdefault(key, draft)
    return list(keyed.items())


def _base_key(draft: Draft, note: StudyNote) -> str:
    name: tuple[str, ...] = draft.name
    if own := draft.attributes.id:
        name = (f"#{own}", draft.name[-1]) if draft.kind in _SEVERAL else (f"#{own}",)
    return " / ".join([note.key, draft.kind, *name])


def _shared_out(
    unasked: list[Unasked], owners: set[Owner], note: StudyNote
) -> tuple[Mapping[Owner, list[str]], tuple[NotAsked, ...]]:
    """What is kept on which back, and the account of all of it."""
    extras: dict[Owner, list[str]] = defaultdict(list)
    account = []
    for item in unasked:
        owner = _owner(item.owner) if item.owner else None
        kept = (
            owner in owners and len(extras[owner]) < _MOST_EXTRA and len(item.text) <= _LONGEST_EXTRA
            if owner
            else False
        )
        if kept and owner:
            extras[owner].append(f'<div class="more">{item.html()}</div>')
        account.append(NotAsked(note.source.position(item.span.start).line, item.text, kept))
    return extras, tuple(account)


def _record(key: str, draft: Draft, extra: Iterable[str], note: StudyNote, settings: DeckSettings) -> AnkiNote:
    content = {
        **draft.content,
        "Extra": draft.content.get("Extra", "") + "".join(extra),
        "Language": note.language,
    }
    return anki_note(
        draft.kind, key, content, marks=draft.marks, tags=_tags(draft, note), source=_source(draft, note, settings)
    )


def _tags(draft: Draft, note: StudyNote) -> tuple[str, ...]:
    section = (
        [f"{note.key.replace('/', '::')}::{draft.place.headings[-1].replace('::', '-')}"]
        if draft.place.headings
        else []
    )
    return tuple(dict.fromkeys([*note.tags, *section, f"kind::{draft.kind}"]))


def _source(draft: Draft, note: StudyNote, settings: DeckSettings) -> str:
    line = note.source.position(draft.span.start).line
    place = escaped(f"{note.key}.md:{line}")
    if not settings.site or not note.permalink:
        return place
    anchor = f"#{draft.place.anchor}" if draft.place.anchor else ""
    return f'<a href="{escaped(settings.site.rstrip("/") + "/" + note.permalink.lstrip("/") + anchor)}">{place}</a>'
