"""One function a component of the page: section bands, command cards, options, definitions, steps, boxes.

Goes in: entries and parts of a study note, and the place they are printed in. Comes out: HTML with the written text of
each, whole and in order; a synopsis alone moves up under the purpose of its command. Elements that a column may break
before carry `data-u`.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from itertools import groupby
from typing import Final, assert_never

from exporter import study as s
from exporter.diagnostics import display_width
from exporter.kramdown import nodes as n
from exporter.kramdown.nodes import Inlines, plain_text
from exporter.markup import escape, inlines_html
from exporter.sheet.blocks import BULLETS, LIST_INSET, LONGEST_KEY, block_units, code_kind, marked
from exporter.sheet.code import SHELL, code_block
from exporter.sheet.context import Place, label_attribute, split_at, unit
from exporter.sheet.naming import ORDINAL, OneLine, as_code, hoisted, one_line, take_purpose, title_of
from exporter.sheet.option_names import beside_and_below, flags_as_code, key_and_rest
from exporter.sheet.synopsis import terms_html
from exporter.sheet.terms import labelled_term, with_terms

CARD_INSET: Final = 3.8
"""Borders and padding of a card, in mm; the code in it has so much less room."""
STEP_INSET: Final = 8.0
BOX_INSET: Final = 3.6
LONGEST_BESIDE: Final = 12
"""Display cells of names that what is said of them is aligned beside."""


def parts_html(parts: Iterable[s.Part], place: Place, kind: str) -> str:
    """Parts one after another, options and definitions that follow each other in one table or list."""
    return "".join(_runs(parts, place, kind))


def _runs(parts: Iterable[s.Part], place: Place, kind: str) -> Iterator[str]:
    shown = (part for part in parts if not isinstance(part, s.Spacing))
    for group, run in groupby(shown, key=type):
        members = tuple(run)
        if issubclass(group, s.Option):
            yield options_table([part for part in members if isinstance(part, s.Option)], place, kind)
        elif issubclass(group, s.Definition):
            yield definition_list([part for part in members if isinstance(part, s.Definition)], place, kind)
        elif issubclass(group, s.Command):
            yield commands_html([part for part in members if isinstance(part, s.Command)], place, {}, kind)
        else:
            yield from (part_html(part, place, kind) for part in members)


def part_html(part: s.Part, place: Place, kind: str) -> str:  # noqa: C901 (one arm a kind)
    """One part; `kind` says how gladly a column may break before it."""
    match part:
        case s.Command():
            return commands_html([part], place, {}, kind)
        case s.Synopsis():
            return synopsis_bar(part, kind)
        case s.Option():
            return options_table([part], place, kind)
        case s.Example():
            return example(part, place, kind)
        case s.Definition():
            return definition_list([part], place, kind)
        case s.Admonition():
            return admonition(part, place, kind)
        case s.Sequence():
            return sequence(part, place, kind)
        case s.Statement() | s.Prose():
            return block_units(part.block, place, kind)
        case s.Listing():
            blocks = "".join(block_units(block, place, kind) for block in (*part.intro, part.block))
            return with_terms(blocks, part.readings)
        case s.Reference():
            return "".join(block_units(block, place, kind) for block in part.blocks)
        case s.Spacing():
            return ""
        case _:
            assert_never(part)


def commands_html(commands: Iterable[s.Command], place: Place, numbers: Mapping[int, int], kind: str) -> str:
    """Commands one after another: cards, and lists of those that are no more than a line.

    `numbers` has the number of each in the index, by identity.
    """
    html = ""
    lines = ((command, one_line(command)) for command in commands)
    for is_line, run in groupby(lines, key=lambda found: found[1] is not None):
        if is_line:
            rows = [(numbers.get(id(command), 0), command, line) for command, line in run if line]
            html += command_rows(rows, place, kind)
        else:
            html += "".join(command_card(command, place, numbers.get(id(command), 0), kind) for command, _ in run)
    return html


def command_rows(rows: list[tuple[int, s.Command, OneLine]], place: Place, kind: str) -> str:
    """Commands with what is said of each in the same line; a sentence stays one."""
    later = "row" if kind == "block" else "stay"
    items = "".join(_command_row(*row, place, later if at else "stay") for at, row in enumerate(rows))
    return f'<div class="lines"{unit(kind)}>{items}</div>'


def _command_row(number: int, command: s.Command, line: OneLine, place: Place, kind: str) -> str:
    name = _heading(number, command, line.title, place)
    lead = f"<i>{inlines_html(line.lead, place.options)}</i>" if line.lead else ""
    said = f"<span>{inlines_html(line.said, place.options)}</span>" if line.said else ""
    short = not line.runs_on and display_width(plain_text(*line.title)) <= LONGEST_BESIDE
    manner = " runs" if line.runs_on else " short" if short else ""
    return f'<article class="one{manner}"{unit(kind)}>{lead}{name}{said}</article>'


def _heading(number: int, command: s.Command, title: Inlines, place: Place) -> str:
    chip = f'<span class="k">{number}</span>' if number else ""
    anchor = f' id="{place.prefix}c{number}"' if number else ""
    return f"<h4{anchor}{label_attribute(command.name)}>{chip}{as_code(title, place)}</h4>"


def command_card(command: s.Command, place: Place, number: int, kind: str) -> str:
    """A card: number and name, purpose, synopsis, then the rest as the note has it."""
    title, after = title_of(command)
    body, purpose = take_purpose(command, after)
    inside = place.narrowed(CARD_INSET)
    bars, rest = hoisted(body)
    heading = _heading(number, command, title, place)
    why = f'<p class="why">{inlines_html(purpose, place.options)}</p>' if purpose else ""
    content = "".join(synopsis_bar(bar, "stay") for bar in bars) + parts_html(rest, inside, "part")
    return f'<article class="cmd"{unit("card" if kind == "block" else kind)}>{heading}{why}{content}</article>'


def synopsis_bar(synopsis: s.Synopsis, kind: str) -> str:
    """The way to call a command."""
    return f'<p class="syn"{unit(kind)}>{terms_html(synopsis.terms)}</p>'


def example(part: s.Example, place: Place, kind: str) -> str:
    """What it is for, then the code; the two stay together."""
    intro = "".join(block_units(block, place, kind) for block in part.intro)
    if not isinstance(part.block, n.CodeBlock):
        return intro + block_units(part.block, place, "stay" if intro else kind)
    language = (part.block.language or "").lower()
    shell = language in SHELL or (bool(part.commands) and language in {"", "text", "plaintext", "log"})
    root = any(line.prompt.strip() == "#" for line in part.commands)
    code = code_block(part.block.dedented or part.block.code, place.room, shell=shell, root=root)
    return intro + f'<div class="ex"{unit("stay" if intro else code_kind(kind))}>{code}</div>'


def options_table(options: list[s.Option], place: Place, kind: str) -> str:
    """Flags to the left, what they do to the right; code under an option takes the whole width."""
    rows = "".join(_option_rows(option, place) for option in options)
    return f'<table class="opts"{unit(kind)}>{rows}</table>'


def _option_rows(option: s.Option, place: Place) -> str:
    last = option.flags[-1] if option.flags else ""
    key, rest = key_and_rest(option.label, last, option.meaning)
    beside, below = beside_and_below(option.body)
    meaning = f"<p>{inlines_html(rest, place.options)}</p>" if rest else ""
    cell = meaning + parts_html(beside, place.narrowed(20), "stay")
    name = flags_as_code(key, last, place)
    if display_width(plain_text(*key)) > LONGEST_KEY:
        row = f'<tr class="o"{unit("row")}><th scope="row" colspan="2">{name}</th></tr>'
        row += f'<tr class="x"><td></td><td>{cell}</td></tr>' if cell else ""
    else:
        row = f'<tr class="o"{unit("row")}><th scope="row">{name}</th><td>{cell}</td></tr>'
    wide = parts_html(below, place, "stay")
    return row + (f'<tr class="x"><td colspan="2">{wide}</td></tr>' if wide else "")


def definition_list(definitions: list[s.Definition], place: Place, kind: str) -> str:
    """Terms in bold, each in the sentence that says what it is."""
    inside = place.narrowed(LIST_INSET)
    later = "item" if kind == "block" else "stay"
    items = (
        f"<li{unit(later if number else 'stay')}>{marked(BULLETS[0])}{_sentence(definition, inside)}</li>"
        for number, definition in enumerate(definitions)
    )
    return f'<ul class="li defs"{unit(kind)}>{"".join(items)}</ul>'


def _sentence(definition: s.Definition, place: Place) -> str:
    words, rest = _run_in(definition, place)
    return words + parts_html(rest, place, "stay")


def _run_in(part: s.Part, place: Place) -> tuple[str, tuple[s.Part, ...]]:
    """A part that begins with words as those words, and what is left of it; no words if it begins otherwise."""
    match part:
        case s.Prose(n.Paragraph(inlines)) | s.Statement(n.Paragraph(inlines)):
            return inlines_html(inlines, place.options), ()
        case s.Listing((), n.Paragraph(inlines), readings):
            return with_terms(inlines_html(inlines, place.options), readings), ()
        case s.Definition():
            words = labelled_term(part, place)
            if part.body and (more := _run_in(part.body[0], place))[0]:
                return words + more[0], (*more[1], *part.body[1:])
            return words, part.body
        case _:
            return "", (part,)


def admonition(part: s.Admonition, place: Place, kind: str) -> str:
    """A box with a bar, headed by its own title or the word for its kind."""
    own = inlines_html(part.title, place.options)
    word = "" if own else escape(place.labels.admonition(part.kind))
    head = own or word
    inside = place.narrowed(BOX_INSET)
    words, rest = _run_in(part.body[0], inside) if part.body and head else ("", part.body)
    lead = f'<b class="head">{head}</b> ' if head else ""
    heading = f"<p>{lead}{words}</p>" if lead or words else ""
    body = parts_html((*rest, *part.body[1:]) if part.body and head else rest, inside, "stay")
    weight = "warn" if part.kind in {"warning", "caution", "danger", "important"} else "info"
    return f'<aside class="note {weight}"{unit(kind)}>{heading}{body}</aside>'


def sequence(part: s.Sequence, place: Place, kind: str) -> str:
    """Numbered boxes with arrows between; a step the note leaves empty keeps a line to write on."""
    name = plain_text(*part.label).strip()
    title = f"<h5{unit('head')}{label_attribute(name)}>{inlines_html(part.label, place.options)}</h5>" if name else ""
    told = sum(bool(step.body or step.meaning) for step in part.steps)
    blank = '<p class="blank"></p>' if told * 2 > len(part.steps) else ""
    first, later = "stay" if title else kind, "step" if kind == "block" else "stay"
    steps = "".join(
        _step(number, step, place, later if number > 1 else first, blank) for number, step in enumerate(part.steps, 1)
    )
    return f'{title}<ol class="steps">{steps}</ol>'


def _step(number: int, step: s.Step, place: Place, kind: str, blank: str) -> str:
    text = plain_text(*step.label)
    ordinal = ORDINAL.match(text)
    start = text.find(step.name) if step.name else -1
    label = split_at(step.label, max(start, ordinal.end() if ordinal else 0))[1] or step.label
    body = parts_html(step.body, place.narrowed(STEP_INSET), "part")
    empty = "" if step.body or step.meaning else blank
    alone = "" if label else " alone"
    words = inlines_html(label, place.options)
    name = f'<p class="name{alone}"><span class="no">{number}</span>{words}</p>'
    return f'<li{unit(kind)}><div class="step">{name}{body}{empty}</div></li>'
