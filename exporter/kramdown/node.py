"""What every node of the document tree has: its place in the file, and the attribute list the author gave it."""

from __future__ import annotations

from dataclasses import dataclass, field

from exporter.source import Span


@dataclass(frozen=True, slots=True)
class Attributes:
    """What an attribute list `{: #id .class key="value"}` gives to the element it belongs to."""

    id: str | None = None
    classes: tuple[str, ...] = ()
    pairs: tuple[tuple[str, str], ...] = ()
    references: tuple[str, ...] = ()
    """Names no list in the note defines: `toc`, `standalone`, and mistakes."""

    def get(self, key: str) -> str | None:
        """The value of `key="value"`, or None."""
        return next((value for name, value in self.pairs if name == key), None)


NO_ATTRIBUTES = Attributes()


@dataclass(frozen=True, slots=True, kw_only=True)
class Node:
    """Anything in the tree: where it stands in the file and what attribute list it carries."""

    span: Span = field(compare=False)
    attributes: Attributes = NO_ATTRIBUTES
