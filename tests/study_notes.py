"""Study notes built by hand, for tests of what is made of them: words in, `StudyNote` out, every node with a place."""

from __future__ import annotations

from exporter.kramdown.nodes import (
    NO_ATTRIBUTES,
    Attributes,
    CodeBlock,
    CodeSpan,
    Inlines,
    Paragraph,
    Strong,
    Text,
)
from exporter.source import SourceFile, Span
from exporter.study import (
    Command,
    CommandLine,
    Definition,
    Entry,
    Example,
    Flag,
    Language,
    Operand,
    Option,
    OptionsShortcut,
    Part,
    Prose,
    Section,
    Sequence,
    Space,
    Statement,
    Step,
    StudyNote,
    Synopsis,
    Term,
    Word,
    terms_text,
)


class Writer:
    """Hands out places that follow one another, so that no two nodes share one."""

    def __init__(self) -> None:
        self.at = 0

    def place(self, text: str) -> Span:
        start, self.at = self.at, self.at + len(text) + 1
        return Span(start, start + len(text))

    def inlines(self, text: str) -> Inlines:
        """Text with `code` and **bold** in it."""
        found: list[Text | CodeSpan | Strong] = []
        for at, piece in enumerate(text.split("`")):
            if at % 2:
                found.append(CodeSpan(piece, span=self.place(f"`{piece}`")))
                continue
            for number, words in enumerate(piece.split("**")):
                if words and number % 2:
                    outer = self.place(f"**{words}**")
                    inner = Text(words, span=Span(outer.start + 2, outer.end - 2))
                    found.append(Strong((inner,), span=outer))
                elif words:
                    found.append(Text(words, span=self.place(words)))
        return tuple(found)

    def paragraph(self, text: str) -> Paragraph:
        return Paragraph(self.inlines(text), span=self.place(""))

    def command(self, name: str, purpose: str, *body: Part, own_id: str | None = None) -> Command:
        return Command(
            name, self.inlines(purpose), self.inlines(f"`{name}`"), body, span=self.place(""), attributes=own(own_id)
        )

    def option(self, flags: str, meaning: str, argument: str | None = None) -> Option:
        names = tuple(flags.split(", "))
        return Option(names, argument, self.inlines(meaning), None, self.inlines(f"`{flags}`"), (), span=self.place(""))

    def definition(self, term: str, meaning: str, *aliases: str, own_id: str | None = None) -> Definition:
        label = self.inlines(term)
        bare = term.replace("`", "")
        return Definition(bare, aliases, self.inlines(meaning), label, (), span=self.place(""), attributes=own(own_id))

    def statement(self, text: str, about: str = "", **attributes: str) -> Statement:
        """Every bold or code word can be asked for."""
        inlines = self.inlines(text)
        cloze = tuple(inline.span for inline in inlines if isinstance(inline, Strong | CodeSpan))
        given = Attributes(pairs=tuple(attributes.items()))
        block = Paragraph(inlines, span=self.place(""))
        return Statement(block, inlines, cloze, about, span=block.span, attributes=given)

    def prose(self, text: str) -> Prose:
        block = self.paragraph(text)
        return Prose(block, span=block.span)

    def synopsis(self, text: str) -> Synopsis:
        """Words; `-f:NAME` a flag with its value; `NAME` (capitals) an operand; `[options]` any options."""
        terms: list[Term] = []
        for word in text.split(" "):
            if terms:
                terms.append(Space(" "))
            terms.append(_term(word))
        line = terms_text(tuple(terms))
        return Synopsis(Paragraph(self.inlines(line), span=self.place("")), line, tuple(terms), span=self.place(""))

    def example(self, *lines: str) -> Example:
        """`task: command line`; without a task the line alone."""
        read = []
        for line in lines:
            task, _, code = line.rpartition(": ")
            read.append(CommandLine(code, self.inlines(task), span=self.place(line)))
        block = CodeBlock("\n".join(line.code for line in read) + "\n", span=self.place("code"))
        return Example((), block, tuple(read), span=block.span)

    def sequence(self, title: str, *steps: str) -> Sequence:
        read = tuple(Step(step, (), self.inlines(step), (), span=self.place(step)) for step in steps)
        return Sequence(title, self.inlines(title), read, span=self.place(title))

    def section(self, heading: str, *entries: Entry) -> Section:
        return Section(1, self.inlines(heading), entries, anchor="there", span=self.place(""))

    def note(
        self,
        key: str,
        title: str,
        *sections: Section,
        language: Language = "en",
        permalink: str | None = None,
    ) -> StudyNote:
        source = SourceFile(f"source/{key}.md", "x" * self.at)
        return StudyNote(source, key, title, language, ("a tag",), sections, permalink)


def own(own_id: str | None) -> Attributes:
    return Attributes(id=own_id) if own_id else NO_ATTRIBUTES


def _term(word: str) -> Term:
    flag, joint, value = word.partition(":")
    if word == "[options]":
        return OptionsShortcut(word)
    if word.startswith("-"):
        return Flag(flag, Operand(value), " ") if joint else Flag(flag)
    return Operand(word) if word.isupper() or not word.isascii() else Word(word)
