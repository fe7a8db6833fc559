"""The forms of English verbs that tell what is done, and not what was: `remove`, `removes`, `removing`."""

from __future__ import annotations

import re


def forms_of(verbs: str) -> str:
    """An expression for the verbs, which have blanks or line ends between them, in each of these forms."""
    return "|".join(map(_forms, sorted(verbs.split())))


def doing(verb: str) -> str:
    """The form that ends in `-ing`, as tasks and headings have it; a verb that doubles its last letter is not known."""
    return f"{verb.removesuffix('e')}ing"


def _forms(verb: str) -> str:
    stem = re.escape(verb[:-1])
    if verb.endswith("e"):
        return rf"{stem}(?:es?|ing)"
    if verb.endswith("y"):
        return rf"{stem}(?:ying|y|ies)"
    return rf"{stem}{verb[-1]}(?:e?s|{verb[-1]}?ing)?"
