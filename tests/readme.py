"""The README's table of how notes are read, made of the patterns' own samples.

Goes in: the table of patterns. Comes out: Markdown.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, Final

from exporter.facts import facts_of
from exporter.kramdown import parse
from exporter.recognise import recognise
from exporter.recognise.patterns import AROUND, BLOCKS, HEADINGS
from exporter.recognise.samples import SAMPLES
from exporter.source import SourceFile

BEGIN: Final = "<!-- patterns -->"
END: Final = "<!-- end of patterns -->"


def with_table(readme: str) -> str:
    """The README with its table made anew."""
    start, end = readme.index(BEGIN) + len(BEGIN), readme.index(END)
    return f"{readme[:start]}\n{table()}\n{readme[end:]}"


def table() -> str:
    """All patterns, in the order in which they are tried."""
    names = (*(pattern.name for pattern in (*HEADINGS, *BLOCKS)), *AROUND)
    rows = (_row(name, SAMPLES[name]) for name in names)
    return "\n".join(["<table>", "<tr><th>written</th><th>read as</th></tr>", *rows, "</table>"])


def _row(name: str, sample: str) -> str:
    said = "<br>".join(_read_as(sample)) or "no card is made of it"
    return f"<tr><td>\n\n~~~markdown\n{sample.strip()}\n~~~\n\n</td><td>{said}<br><sub>{name}</sub></td></tr>"


def _read_as(sample: str) -> Iterator[str]:
    note = recognise(parse(SourceFile("note.md", sample)), key="note")
    for fact in facts_of(note):
        yield _escaped(f"{fact['kind']}: {_subject(dict(fact))}")


def _subject(fact: dict[str, Any]) -> str:
    """What a fact is of, and what it says of it."""
    match fact["kind"]:
        case "command" | "step":
            subject = fact["name"]
        case "option":
            subject = ", ".join(fact["flags"])
        case "definition":
            subject = fact["term"]
        case "example":
            subject = fact["code"]
        case _:
            return str(fact["text"])
    meaning = fact.get("meaning")
    return f"{subject} – {meaning}" if meaning else str(subject)


def _escaped(text: str) -> str:
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace("\n", " ")
