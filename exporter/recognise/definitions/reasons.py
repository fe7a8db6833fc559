"""Why a claim was almost, but not quite, a definition: what `kramdeck check` tells the author.

Goes in: a claim, its place and its weight. Comes out: a `NearMiss` that names the cue which spoke loudest against it.
"""

from __future__ import annotations

from typing import Final

from exporter.recognise.definitions.claims import Claim
from exporter.recognise.definitions.weighing import Place, cues_of
from exporter.recognise.definitions.weights import WEIGHTS
from exporter.recognise.pattern import Here, NearMiss

NEAR: Final = -12
"""The least weight at which a claim is worth telling of."""

REASONS: Final = {
    "label": "it reads like a label",
    "address": "an address follows",
    "number": "a number follows",
    "versioned": "what follows looks like a product and its version",
    "advises": "it gives advice",
    "tells": "it tells what happened",
    "gain-title": "it stands under a heading of gains and losses",
    "advice-title": "it stands under a heading of advice",
    "sources-title": "it stands under a heading of sources",
    "facts-title": "it stands under a heading of versions and requirements",
    "clause": "what it speaks of is a clause, not a term",
    "verb-phrase": "what it speaks of is something to do, not a term",
    "wordy": "what it speaks of has many words",
    "generic": "what it speaks of has too general a name",
    "alone": "the items around it are not put this way",
    "points": "it points to what follows",
    "instructs": "it tells what to do",
    "pronoun": "it begins like a sentence about something else",
    "points-back": "it points back to another sentence",
    "material": "it speaks of reading matter",
}
"""Cues that speak against a definition, in words."""


def near_miss(here: Here, claim: Claim, place: Place) -> NearMiss | None:
    """What to tell of a claim that did not convince; None where it was far from it."""
    cues = cues_of(claim, place)
    if not NEAR <= sum(WEIGHTS.get(cue, 0) for cue in cues) < 0:
        return None
    loudest = sorted(cues, key=lambda cue: WEIGHTS.get(cue, 0))
    reason = next((REASONS[name] for cue in loudest if (name := cue.split(":")[-1]) in REASONS), None)
    if reason is None:
        return None
    message = f"`{claim.name}` looks like a term with its meaning, but {reason}"
    span = claim.term.inlines[0].span if claim.term.inlines else here.block.span
    return NearMiss(message, span, "write {: .definition} below it to have it read as one")
