"""Examples: code that shows commands at work, each with the task it serves.

What the lines of a block are is read in `code.lines`, what each command is for in `tasks.choice`.
"""

from __future__ import annotations

from collections.abc import Iterator

from exporter.kramdown.nodes import (
    Blocks,
    BulletList,
    CodeBlock,
    Image,
    Inlines,
    Link,
    ListItem,
    OrderedList,
    Paragraph,
    Strong,
)
from exporter.recognise.code.command_line import is_command
from exporter.recognise.code.command_name import name_of
from exporter.recognise.code.line import Line
from exporter.recognise.code.lines import lines_of, row_span
from exporter.recognise.commands.captions import only_names, titled
from exporter.recognise.commands.names import command_in
from exporter.recognise.commands.remarks import commands_in_words
from exporter.recognise.commands.turns import told_above, told_below
from exporter.recognise.definitions.boxes import settings_written
from exporter.recognise.definitions.comments import definitions_in_comments
from exporter.recognise.options.listings import options_in_code
from exporter.recognise.options.owner import command_near
from exporter.recognise.options.sentences import options_in_sentence
from exporter.recognise.pattern import Context, Found, Here
from exporter.recognise.tasks.choice import introduced, introduces, tasks_of
from exporter.recognise.tasks.sentences import last_words
from exporter.recognise.tasks.words import names_system, tells_result
from exporter.recognise.text.inlines import code_spans, lines_in, one_line, span_of, strip, text_of
from exporter.recognise.text.labels import is_wholly_code
from exporter.recognise.text.runs import run_of
from exporter.recognise.text.sentence_ends import sentences
from exporter.recognise.text.words import EAST_LETTER
from exporter.study import CodeLine, CommandLine, CommentLine, Example, Listing, OutputLine


def read_example_item(here: Here) -> Found | None:
    """A list item of a sentence and the code it introduces."""
    match here.block:
        case BulletList((ListItem((Paragraph() as intro, CodeBlock() as code)),)) | OrderedList(
            (ListItem((Paragraph() as intro, CodeBlock() as code)),)
        ) if len(sentences(here.desk.once(run_of, intro.inlines))) <= 2:
            inside = Here((intro, code), 1, here.context)
            entry = example_of(inside, (intro,), _before_systems(intro, here) or one_line(intro.inlines))
            return _with_options(entry, intro, here) if isinstance(entry, Example) and entry.commands else None
        case _:
            return None


def _before_systems(intro: Paragraph, here: Here) -> Inlines:
    """What the text before a list says its code is for, where items name but the systems each code is for."""
    if not names_system(text_of(intro.inlines)):
        return ()
    at = here.list_start()
    said = last_words(here.blocks[at - 1], here.desk) if at else ()
    return said if said and introduces(said, here.context) else titled(here)


def _with_options(entry: Example, intro: Paragraph, here: Here) -> Found:
    """An example, and the options that the sentence before it explains in passing."""
    told = tuple(
        option
        for sentence in sentences(here.desk.once(run_of, intro.inlines))
        for option in options_in_sentence(sentence.inlines, here)
    )
    return Found(Listing((intro,), entry.block, (entry, *told), span=entry.span) if told else entry)


def read_example(here: Here) -> Found | None:
    """A code block in which commands are typed."""
    match here.block:
        case CodeBlock():
            entry = example_of(here, ())
        case _:
            return None
    commands = entry.commands if isinstance(entry, Example) else entry.readings
    return Found(entry) if commands else None


def read_command_paragraph(here: Here) -> Found | None:
    """A command on a line of its own, as plain text or as code, with the words around it for its task."""
    match here.block:
        case Paragraph() as block if not block.attributes.classes and not _leads_on(block):
            lines = [line for line in lines_in(block.inlines) if line]
        case _:
            return None
    if not lines or not all(command_in(line, here.context, 1 if is_wholly_code(line) else -1) for line in lines):
        return None
    if told_below(here):
        return None
    task = introduced(here) or _said_in_turn(here)
    task = task or (_said_by_item(here) if len({name_of(text_of(line)) for line in lines}) == 1 else ())
    task = () if _names_another(task, here.context) else task
    if not all(command_in(line, here.context, _speaking_for(line, task)) for line in lines):
        return None
    task = task or (titled(here) if here.at == 0 and not only_names(here) else ())
    if not task:
        return None
    return _shown(here, lines, task)


def _shown(here: Here, lines: list[Inlines], task: Inlines) -> Found:
    """Lines that are commands, all for one task."""
    read = (CommandLine(str(command_in(line, here.context, 1)), task, "", span=span_of(line)) for line in lines)
    return Found(Example((), here.block, tuple(read), span=here.block.span))


def _said_in_turn(here: Here) -> Inlines:
    """The words above, where words and commands take turns."""
    match here.near(-1) if told_above(here) else None:
        case Paragraph() as above:
            said = last_words(above, here.desk)
            return strip(said, " :：\n") if introduces(said, here.context) else ()
        case _:
            return ()


def _said_by_item(here: Here) -> Inlines:
    """The line of the item around, where nothing stands between it and a command below it but other commands."""
    if here.at == 0 or here.context.within != "item" or here.context.outer is None:
        return ()
    if here.at > here.desk.once(_last_command, here.blocks, here.context):
        return ()
    said = last_words(here.blocks[0], here.desk)
    return strip(said, " :：\n") if introduces(said, here.context) else ()


def _last_command(blocks: Blocks, context: Context) -> int:
    """How far the commands reach that stand below the first of some blocks: to the first block that is none."""
    below = (isinstance(block, Paragraph) and command_in(block.inlines, context) for block in blocks[1:])
    return next((at for at, named in enumerate(below, start=1) if not named), len(blocks))


def _names_another(task: Inlines, context: Context) -> bool:
    """Whether words before a command are, or hold, a command of their own that they speak of."""
    held = (code for _, _, code in code_spans(task))
    return command_in(task, context, 1) is not None or any(" " in code and is_command(code, context) for code in held)


def _speaking_for(line: Inlines, task: Inlines) -> int:
    """What speaks for a line being a command: that it is code and introduced. Against it speaks that it is plain text,
    and more so if it has words of other letters and nothing but a heading introduces it.
    """
    if is_wholly_code(line):
        return 1 if task else 0
    return -2 if not task and EAST_LETTER.search(text_of(line)) else -1


def _leads_on(block: Paragraph) -> bool:
    """A line all in bold titles what follows it; one that is all a link or a picture leads elsewhere."""
    return len(strip(block.inlines)) == 1 and isinstance(strip(block.inlines)[0], Strong | Link | Image)


def example_of(here: Here, intro: Blocks, said: Inlines = ()) -> Example | Listing:
    """The code block at this place as an example, which `said` introduces; a listing, if its lines explain options."""
    block = here.block
    assert isinstance(block, CodeBlock)
    lines = here.desk.once(lines_of, block, here.context)
    if tells_result(here) and not any(line.prompt for line in lines):
        lines = ()
    options = tuple(options_in_code(block, lines, here.context, _command_of(lines, here)))
    tasks = tasks_of(here, lines, said, options=bool(options))
    example = Example(intro, block, tuple(_code_lines(lines, block, tasks, here.context)), span=block.span)
    told = tuple(commands_in_words(block, lines, here.context))
    terms = (*definitions_in_comments(here, block, lines), *settings_written(here, block))
    if not (options or told or terms):
        return example
    return Listing(intro, block, (*((example,) if example.commands else ()), *options, *told, *terms), span=block.span)


def _command_of(lines: tuple[Line, ...], here: Here) -> str | None:
    return next((name_of(line.text) for line in lines if line.kind == "command"), None) or command_near(here)


def _code_lines(
    lines: tuple[Line, ...], block: CodeBlock, tasks: dict[int, Inlines], context: Context
) -> Iterator[CodeLine]:
    for at, line in enumerate(lines):
        span = row_span(block, line.row, context)
        match line.kind:
            case "command":
                yield CommandLine(line.text, tasks.get(at, ()), line.prompt, span=span)
            case "comment":
                yield CommentLine(line.text, span=span)
            case _:
                yield OutputLine(line.text, span=span)
