"""The author's ids: `{: #id}` names what it stands beside, for as long as the note lives.

Goes in: the sections as read, and the document. Comes out: the same sections, in which a command, option, definition,
statement, example or sequence carries the id that its heading, paragraph, item or list has. The nearest one that begins
in the same paragraph gets it, and nobody else.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import TypeAlias

from exporter.kramdown.nodes import Document, Heading, Node, walk
from exporter.study import (
    Admonition,
    Command,
    Definition,
    Example,
    Listing,
    Option,
    Part,
    Section,
    Sequence,
    Statement,
    all_sections,
    flat,
)

Reading: TypeAlias = Command | Option | Definition | Example | Statement
Named: TypeAlias = Command | Option | Definition | Statement | Example | Sequence


def with_own_ids(sections: tuple[Section, ...], document: Document) -> tuple[Section, ...]:
    """The sections with the author's ids on what they name."""
    parts = [part for section in all_sections(sections) for part in flat(section.entries)]
    named = [part for part in parts if isinstance(part, Named)]
    ids = {id(found): own for node, own in _written(document) if (found := _beside(node, named, document)) is not None}
    return tuple(_section(section, ids) for section in sections) if ids else sections


def _written(document: Document) -> Iterator[tuple[Node, str]]:
    for block in document.blocks:
        for node in walk(block):
            if node.attributes.id:
                yield node, node.attributes.id


def _beside(node: Node, named: list[Named], document: Document) -> Named | None:
    """The nearest that begins without an empty line between. A heading names only what it is itself: a command."""
    near = [part for part in named if not part.attributes.id and not _apart(part.span.start, node.span.start, document)]
    if isinstance(node, Heading):
        near = [part for part in near if part.span.start < node.span.end]
    return min(near, key=lambda part: abs(part.span.start - node.span.start), default=None)


def _apart(one: int, other: int, document: Document) -> bool:
    between = document.source.text[min(one, other) : max(one, other)]
    return any(not line.strip() for line in between.split("\n")[1:-1])


def _section(section: Section, ids: dict[int, str]) -> Section:
    children = tuple(_section(child, ids) for child in section.sections)
    return replace(section, entries=_parts(section.entries, ids), sections=children)


def _parts(parts: tuple[Part, ...], ids: dict[int, str]) -> tuple[Part, ...]:
    return tuple(_part(part, ids) for part in parts)


def _part(part: Part, ids: dict[int, str]) -> Part:
    own = ids.get(id(part))
    attributes = replace(part.attributes, id=own) if own else part.attributes
    match part:
        case Command() | Option() | Definition() | Admonition():
            return replace(part, attributes=attributes, body=_parts(part.body, ids))
        case Sequence():
            steps = tuple(replace(step, body=_parts(step.body, ids)) for step in part.steps)
            return replace(part, attributes=attributes, steps=steps)
        case Listing():
            readings = (_part(reading, ids) for reading in part.readings)
            return replace(part, readings=tuple(reading for reading in readings if isinstance(reading, Reading)))
        case Statement() | Example():
            return replace(part, attributes=attributes)
        case _:
            return part
