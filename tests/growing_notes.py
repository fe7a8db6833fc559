"""Study notes that a person keeps working on: random steps of reading, rewording, renaming, moving, cutting.

Each item carries a number of its own, so that a test knows which card must be which, whatever its words are now.
"""

from __future__ import annotations

import random
from dataclasses import dataclass, field, replace

from exporter.study import Entry, StudyNote
from tests.study_notes import Writer

SYLLABLES = ["가나다라마바사아자차카타파하", "ka", "re", "mi", "to", "na", "su", "image", "build", "file"]
KINDS = ("command", "definition", "statement", "sequence", "fact")


@dataclass(frozen=True)
class Item:
    """One thing of a note: `name` and `words` are what a person rewords; `options` are flags with meanings."""

    number: int
    kind: str
    name: str
    words: str
    options: tuple[tuple[str, str], ...] = ()
    own_id: str | None = None


@dataclass
class Notes:
    """The files by key, each a list of items."""

    dice: random.Random
    files: dict[str, list[Item]] = field(default_factory=dict)
    made: int = 0
    touched: set[int] = field(default_factory=set)

    def word(self) -> str:
        return "".join(self.dice.choices(SYLLABLES, k=3))

    def words(self, count: int = 4) -> str:
        return " ".join(self.word() for _ in range(count))

    def new_item(self) -> Item:
        self.made += 1
        kind = self.dice.choice(KINDS)
        options = tuple((f"-{letter}", self.words()) for letter in self.dice.sample("abcdef", 2))
        own_id = f"id{self.made}" if self.dice.random() < 0.2 else None
        return Item(self.made, kind, f"{self.word()}{self.made}", self.words(), options, own_id)

    def add(self) -> None:
        items = self.files.setdefault(self.dice.choice([*self.files, f"file{self.made}"]), [])
        items.insert(self.dice.randint(0, len(items)), self.new_item())

    def pick(self) -> tuple[str, int] | None:
        """An item that no step of this build has touched yet."""
        free = [
            (key, at)
            for key, items in self.files.items()
            for at, item in enumerate(items)
            if item.number not in self.touched
        ]
        if not free:
            return None
        key, at = self.dice.choice(free)
        self.touched.add(self.files[key][at].number)
        return key, at

    def reword(self) -> None:
        if found := self.pick():
            key, at = found
            self.files[key][at] = replace(self.files[key][at], words=self.words())

    def mend_name(self) -> None:
        if found := self.pick():
            key, at = found
            item = self.files[key][at]
            self.files[key][at] = replace(item, name=self.word() + item.name)

    def remove(self) -> None:
        if found := self.pick():
            self.files[found[0]].pop(found[1])

    def move(self) -> None:
        if found := self.pick():
            item = self.files[found[0]].pop(found[1])
            items = self.files[self.dice.choice(list(self.files))]
            items.insert(self.dice.randint(0, len(items)), item)

    def rename_file(self) -> None:
        key = self.dice.choice(list(self.files))
        numbers = {item.number for item in self.files[key]}
        if not numbers & self.touched:
            self.touched |= numbers
            self.files[f"{self.word()}{self.made}-{len(numbers)}"] = self.files.pop(key)

    def turn(self) -> None:
        """Another kind of thing: the old cards go, new ones come."""
        if found := self.pick():
            key, at = found
            item = self.files[key][at]
            self.made += 1
            kind = self.dice.choice([kind for kind in KINDS if kind != item.kind])
            self.files[key][at] = replace(item, number=self.made, kind=kind)

    def work(self, steps: int) -> None:
        """Some steps of work between two builds, each on items of its own."""
        self.touched = set()
        choices = (self.add, self.reword, self.mend_name, self.remove, self.move, self.rename_file, self.turn)
        for _ in range(steps):
            self.dice.choices(choices, weights=(4, 5, 3, 2, 2, 1, 1))[0]()
        for key in [key for key, items in self.files.items() if not items]:
            del self.files[key]

    def study_notes(self) -> list[StudyNote]:
        return [_study_note(key, items) for key, items in sorted(self.files.items())]


def _study_note(key: str, items: list[Item]) -> StudyNote:
    writer = Writer()
    section = writer.section("part", *(_entry(item, writer) for item in items))
    return writer.note(key, "title", section)


def _entry(item: Item, writer: Writer) -> Entry:
    match item.kind:
        case "command":
            options = [writer.option(flag, meaning) for flag, meaning in item.options]
            synopsis = writer.synopsis(f"{item.name} [options] SOURCE{item.number} TARGET")
            return writer.command(item.name, item.words, synopsis, *options, own_id=item.own_id)
        case "definition":
            return writer.definition(item.name, item.words, own_id=item.own_id)
        case "statement":
            return writer.statement(f"{item.words} **{item.name}** end", "part")
        case "fact":
            return writer.statement(item.words, q=f"what of {item.name}?")
        case _:
            return writer.sequence(item.name, *(f"{item.name} {word}" for word in item.words.split()))
