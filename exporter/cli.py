"""The command line: options in, diagnostics and a short account out. It decides nothing of its own.

Only click is imported here; what a command needs is imported when it runs, so that `--help` stays quick.
"""

from __future__ import annotations

import click

from exporter import __version__


@click.group(context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100})
@click.version_option(__version__, prog_name="kramdeck", message="%(prog)s %(version)s")
def cli() -> None:
    """Make an Anki deck and printed sheets of kramdown study notes."""
