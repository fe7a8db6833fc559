"""What the file system tells without a file being opened: stamps, the notes of a folder, the state of the tool itself.

Goes in: paths. Comes out: plain values. Every build begins here and most end here, so nothing is imported but `os` and
`sys`; what only a type checker needs is behind `TYPE_CHECKING`, which is not taken from `typing` for the same reason.
"""

from __future__ import annotations

import os
import sys

from exporter import __version__

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator
    from typing import Final

Stamp = tuple[int, int, int]
"""What tells that a file is unchanged without reading it: size, and the times (ns) of its content and of its inode.

The inode's time catches what an editor or a copy with kept times would hide.
"""

NOTE_SUFFIXES: Final = (".md", ".markdown")
SETTINGS_NAME: Final = "kramdeck.toml"
LOCK_NAME: Final = "kramdeck.lock"


def stamp_of(status: os.stat_result) -> Stamp:
    """The stamp in what `stat` told."""
    return status.st_size, status.st_mtime_ns, status.st_ctime_ns


def stamp(path: str) -> Stamp | None:
    """The file's stamp, or None if there is no such file."""
    try:
        return stamp_of(os.stat(path))
    except OSError:
        return None


def notes_below(root: str) -> dict[str, Stamp]:
    """The stamps of all notes below `root`, by their path from there (with `/`), in no set order.

    What a dot begins is hidden; links to folders are not followed.
    """
    notes: dict[str, Stamp] = {}
    waiting = [(root, "")]
    while waiting:
        folder, prefix = waiting.pop()
        try:
            entries = os.scandir(folder)
        except OSError:
            continue
        with entries:
            for entry in entries:
                name = entry.name
                if name.startswith("."):
                    continue
                if name.endswith(NOTE_SUFFIXES):
                    if entry.is_file():
                        notes[prefix + name] = stamp_of(entry.stat())
                elif entry.is_dir(follow_symlinks=False):
                    waiting.append((entry.path, f"{prefix}{name}/"))
    return notes


def cache_folder() -> str:
    """The user's cache folder for this tool; `KRAMDECK_CACHE` in the environment names another.

    On Linux the XDG rule is followed here: loading platformdirs takes longer than a build that has nothing to do.
    """
    if chosen := os.environ.get("KRAMDECK_CACHE"):
        return chosen
    if sys.platform == "linux":
        base = os.environ.get("XDG_CACHE_HOME", "")
        return os.path.join(base if os.path.isabs(base) else os.path.expanduser("~/.cache"), "kramdeck")
    from platformdirs import user_cache_dir

    return user_cache_dir("kramdeck", appauthor=False)


def fingerprint() -> str:
    """The tool's version, Python's, and the state of the folders with installed packages; where the tool is not in one
    of these, of its own files.

    A version number alone would trust old results while the program is worked on. The time of a folder with installed
    packages changes whenever one is installed, upgraded or removed.
    """
    installed = [path for path in sys.path if path.endswith("-packages")]
    parts = [(__version__,), (sys.version,), *((path, stamp(path)) for path in installed)]
    package = os.path.dirname(os.path.dirname(__file__))
    return repr(parts if os.path.dirname(package) in installed else [*parts, *sorted(_files_below(package))])


def _files_below(folder: str) -> Iterator[tuple[str, Stamp]]:
    with os.scandir(folder) as entries:
        for entry in entries:
            if not entry.is_dir():
                yield entry.path, stamp_of(entry.stat())
            elif entry.name != "__pycache__":
                yield from _files_below(entry.path)
