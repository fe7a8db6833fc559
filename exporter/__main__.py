"""`kramdeck …` and `python -m exporter …`.

Two commands are answered here, since loading click takes three times as long as all the rest of them: `--version`, and
a build that was made before, where nothing changed since.
"""

from __future__ import annotations

import sys

_INTERRUPTED = 130
"""The exit code of what Ctrl-C ended, as shells give it."""


def main() -> None:
    """Run the command line in `sys.argv`."""
    words = sys.argv[1:]
    if words == ["--version"]:
        from exporter import __version__

        sys.stdout.write(f"kramdeck {__version__}\n")
        return
    try:
        if words[:1] == ["build"] and (line := _nothing_to_do(words)):
            sys.stdout.write(f"{line}\n")
            return
        from exporter.cli import cli

        cli(prog_name="kramdeck", obj=tuple(words))
    except KeyboardInterrupt:
        sys.exit(_INTERRUPTED)
    except RuntimeError as error:
        # Python 3.11 wraps what comes while the fields of a class are set up, an interrupt as well.
        match error.__cause__:
            case KeyboardInterrupt():
                sys.exit(_INTERRUPTED)
            case SystemExit() as ended:
                raise ended from None
            case _:
                raise


def _nothing_to_do(words: list[str]) -> str:
    from exporter.build.standing import told_again

    return told_again(words)


if __name__ == "__main__":
    main()
