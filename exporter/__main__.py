"""`kramdeck …` and `python -m exporter …`.

`--version` is answered here: loading click for it would take three times as long as all the rest.
"""

from __future__ import annotations

import sys

from exporter import __version__


def main() -> None:
    """Run the command line in `sys.argv`."""
    if sys.argv[1:] == ["--version"]:
        sys.stdout.write(f"kramdeck {__version__}\n")
        return
    try:
        from exporter.cli import cli

        cli(prog_name="kramdeck")
    except KeyboardInterrupt:
        sys.exit(130)


if __name__ == "__main__":
    main()
