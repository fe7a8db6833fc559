"""One reading of one text: what all rules share while it lasts.

Goes in: the options and the rule tables. Comes out: definitions found on the way, and diagnostics. A `Reading` is made
anew for every text, so nothing outlives a call.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Final

from exporter.diagnostics import Diagnostic, Severity
from exporter.kramdown.element import AttributeList, Element
from exporter.kramdown.liquid import Hidden
from exporter.kramdown.located import Located
from exporter.kramdown.options import Options
from exporter.source import Span

MAX_NESTING: Final = 60
"""Containers within containers; deeper text stays text. The stage after next needs Python's stack as well."""


@dataclass(slots=True, eq=False)
class LinkDefinition:
    """`[id]: url "title"`; `marker` receives the attribute list that may follow."""

    url: str
    title: str | None
    marker: Element | None = None


@dataclass(slots=True, eq=False)
class Footnote:
    """`[^name]: …`; `content` holds the blocks, `marker` receives the attribute list that may follow."""

    name: str
    content: Element
    marker: Element
    used: bool = False


@dataclass(slots=True, eq=False)
class Abbreviations:
    """`*[HTML]: …`: what each short form stands for, and the element that receives its attribute list."""

    titles: dict[str, str] = field(default_factory=dict)
    markers: dict[str, Element] = field(default_factory=dict)


@dataclass(slots=True, eq=False)
class Reading:
    """Definitions, options as they stand now, and findings."""

    options: Options
    offset: int = 0
    located: Located = field(default_factory=lambda: Located(""))
    root: Element = field(default_factory=lambda: Element("root", 0, 0))
    attribute_lists: dict[str, AttributeList] = field(default_factory=dict)
    links: dict[str, LinkDefinition] = field(default_factory=dict)
    footnotes: dict[str, Footnote] = field(default_factory=dict)
    footnote_contents: list[Element] = field(default_factory=list)
    abbreviations: Abbreviations = field(default_factory=Abbreviations)
    hidden: Hidden = field(default_factory=Hidden)
    diagnostics: list[Diagnostic] = field(default_factory=list)

    def warn(
        self,
        code: str,
        message: str,
        start: int,
        end: int,
        advice: str,
        severity: Severity = Severity.WARNING,
    ) -> None:
        """Note a finding at offsets into the file."""
        self.diagnostics.append(Diagnostic(code, severity, self.hidden.show(message), Span(start, end), advice))
