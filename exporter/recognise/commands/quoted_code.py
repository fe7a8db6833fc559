"""Commands in a quote, which stands for a block of code: `> git fetch`.

Goes in: a quote of one paragraph. Comes out: a `Listing` of it, with its lines read as a block of code would be at that
place, if all of them are commands; quotes around it that are such too are seen as code. A quote near one of words is
quoted speech as that is.
"""

from __future__ import annotations

from exporter.kramdown.nodes import Block, BlockQuote, Blocks, CodeBlock, Paragraph
from exporter.recognise.code.command_line import is_command
from exporter.recognise.code.lines import lines_of
from exporter.recognise.commands.examples import example_of
from exporter.recognise.pattern import Context, Found, Here
from exporter.study import Listing


def read_quoted_code(here: Here) -> Found | None:
    """A quote that holds commands and nothing else, where words around it tell what one of them is for."""
    code = here.desk.once(_code_in, here.block, here.context)
    around = [block for distance in (-1, -2) if isinstance(block := here.near(distance), BlockQuote)]
    if code is None or not all(here.desk.once(_code_in, block, here.context) for block in around):
        return None
    read = example_of(Here(here.desk.once(_as_code, here.blocks, here.context), here.at, here.context), ())
    readings = read.readings if isinstance(read, Listing) else (read,)
    told = isinstance(read, Listing) or any(line.meaning for line in read.commands)
    return Found(Listing((), here.block, readings, span=here.block.span)) if told else None


def _as_code(blocks: Blocks, context: Context) -> Blocks:
    """All blocks of a text with the quotes among them that are commands seen as code: worked out for the whole text,
    not for each of its quotes.
    """
    return tuple(context.desk.once(_code_in, block, context) or block for block in blocks)


def _code_in(block: Block, context: Context) -> CodeBlock | None:
    """The commands of a quote, as the block of code it stands for."""
    if not isinstance(block, BlockQuote) or len(block.blocks) != 1 or not isinstance(block.blocks[0], Paragraph):
        return None
    rows = context.source.text[block.span.start : block.span.end].rstrip().split("\n")
    code = CodeBlock("\n".join(row.strip().lstrip("> ").strip("` ") for row in rows), fenced=False, span=block.span)
    lines = lines_of(code, context)
    typed = [line for line in lines if line.kind == "command"]
    sure = all(is_command(line.text, context) for line in typed)
    return code if typed and sure and all(line.kind != "other" for line in lines) else None
