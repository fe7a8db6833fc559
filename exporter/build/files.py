"""Writing so that a reader never sees half a file, and reading of study notes.

Goes in: paths and bytes. Comes out: files that are either the old or the new ones, whatever happens in between; and
`SourceFile` values, or the diagnostic that says why there is none.
"""

from __future__ import annotations

import contextlib
import errno
import hashlib
import os
from collections.abc import Iterator
from typing import Final

from exporter.build.listing import Stamp, stamp_of
from exporter.diagnostics import Diagnostic, Severity
from exporter.source import SourceFile

_TEMPORARY: Final = ".kramdeck-tmp-"


def hash_of(data: bytes) -> str:
    """The name of some content: 32 hexadecimal digits."""
    return hashlib.blake2b(data, digest_size=16).hexdigest()


def write(path: str, data: bytes, *, lasting: bool = False) -> Stamp:
    """Replace `path` by `data` in one step, making its folder; `lasting` waits until the disk has it.

    Raises `OSError`; then the old file stands as it was and nothing else is left behind.
    """
    folder, name = os.path.split(path)
    os.makedirs(folder or ".", exist_ok=True)
    if os.path.isdir(path):
        raise IsADirectoryError(errno.EISDIR, os.strerror(errno.EISDIR), path)
    temporary = os.path.join(folder, f"{_TEMPORARY}{os.getpid()}-{name}")
    try:
        with open(temporary, "wb") as file:
            file.write(data)
            if lasting:
                file.flush()
                os.fsync(file.fileno())
        os.replace(temporary, path)
    except BaseException:
        with contextlib.suppress(OSError):
            os.unlink(temporary)
        raise
    return stamp_of(os.stat(path))


def sweep(folder: str) -> None:
    """Remove what a killed build left half written in `folder` (not in folders below)."""
    with contextlib.suppress(OSError):
        for name in os.listdir(folder):
            if name.startswith(_TEMPORARY) and not _alive(name[len(_TEMPORARY) :].partition("-")[0]):
                with contextlib.suppress(OSError):
                    os.unlink(os.path.join(folder, name))


def _alive(pid: str) -> bool:
    if not pid.isdecimal():
        return False
    try:
        os.kill(int(pid), 0)
    except ProcessLookupError:
        return False
    except OSError:
        return True
    return int(pid) != os.getpid()


def remove(path: str, top: str) -> None:
    """Remove a file, and the folders that it leaves empty below `top`."""
    with contextlib.suppress(OSError):
        os.unlink(path)
        for folder in _folders_up(os.path.dirname(path), top):
            os.rmdir(folder)


def _folders_up(folder: str, top: str) -> Iterator[str]:
    while len(folder) > len(top) and folder.startswith(top):
        yield folder
        folder = os.path.dirname(folder)


def text_of(data: bytes) -> str | Diagnostic:
    """The text of a file as it stands there; not UTF-8 is the error `not-utf8`."""
    try:
        return data.decode()
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        return Diagnostic(
            "not-utf8",
            Severity.ERROR,
            f"line {line} holds the byte 0x{data[error.start]:02X}, which is not UTF-8",
            None,
            "save the file as UTF-8",
        )


def decode(path: str, data: bytes) -> SourceFile | Diagnostic:
    """The source in a file's bytes; the error `not-utf8`."""
    text = text_of(data)
    return SourceFile(path, text) if isinstance(text, str) else text


def read_source(path: str, shown: str) -> SourceFile | Diagnostic:
    """The file at `path`, called `shown`; what can't be opened is the error `not-readable`."""
    try:
        with open(path, "rb") as file:
            data = file.read()
    except OSError as error:
        return unreadable(error)
    return decode(shown, data)


def unreadable(error: OSError) -> Diagnostic:
    """The diagnostic for a file that can't be opened."""
    message, advice = f"it can't be read: {error.strerror}", "what was made of it before stays; see who may read it"
    return Diagnostic("not-readable", Severity.ERROR, message, None, advice)
