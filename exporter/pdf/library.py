"""WeasyPrint, imported when the first page is made.

Comes out: the package, or OSError or ImportError where Pango is missing, and the one command that helps.
"""

from __future__ import annotations

import ctypes.util
import logging
import platform
import sys
import warnings
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from importlib import import_module
from pathlib import Path
from types import ModuleType
from typing import Any, Final

SONAMES: Final[dict[str, str]] = {
    "libgobject-2.0-0": "libgobject-2.0.so.0",
    "libpango-1.0-0": "libpango-1.0.so.0",
    "libharfbuzz-0": "libharfbuzz.so.0",
    "libharfbuzz-subset-0": "libharfbuzz-subset.so.0",
    "libharfbuzz-vector-0": "libharfbuzz-vector.so.0",
    "libfontconfig-1": "libfontconfig.so.1",
    "libpangoft2-1.0-0": "libpangoft2-1.0.so.0",
}
"""The names WeasyPrint asks for first, and the file Linux knows each by."""


def available() -> str | None:
    """None if sheets can be printed here, else why not and the one command that helps."""
    try:
        weasyprint()
    except (OSError, ImportError):
        return f"Pango is missing, which WeasyPrint draws text with. Get it with: {_remedy()}"
    return None


def weasyprint() -> Any:
    """WeasyPrint, imported. OSError where Pango is missing."""
    with _libraries_by_name(), _loaded_when_called(), warnings.catch_warnings():
        warnings.simplefilter("ignore", DeprecationWarning)
        import weasyprint

        logging.getLogger("weasyprint").setLevel(logging.CRITICAL)
        return weasyprint


@contextmanager
def _libraries_by_name() -> Iterator[None]:
    """Saves the compiler and `ldconfig` runs by which Python looks for each library on Linux."""
    if platform.system() != "Linux":
        yield
        return
    find = ctypes.util.find_library
    ctypes.util.find_library = lambda name: SONAMES.get(name) if name in SONAMES else None
    try:
        yield
    finally:
        ctypes.util.find_library = find


SELDOM_USED: Final = ("fontTools.subset", "fontTools.varLib.instancer")
"""Modules that WeasyPrint imports for faces it can't cut by HarfBuzz: half of the time its own import takes."""


class _Later(ModuleType):
    """Stands for a module until one of its functions or classes is called."""

    def __getattr__(self, name: str) -> Callable[..., Any]:
        if name.startswith("__"):
            raise AttributeError(name)
        return lambda *given, **named: getattr(import_module(self.__name__), name)(*given, **named)


@contextmanager
def _loaded_when_called() -> Iterator[None]:
    """What is imported meanwhile gets `SELDOM_USED` modules only when it calls something in them."""
    standing = {name: _Later(name) for name in SELDOM_USED if name not in sys.modules}
    sys.modules.update(standing)
    try:
        yield
    finally:
        for name in standing:
            del sys.modules[name]


def _remedy() -> str:
    commands = (
        ("/etc/debian_version", "sudo apt-get install libpango-1.0-0 libpangoft2-1.0-0 libharfbuzz-subset0"),
        ("/etc/fedora-release", "sudo dnf install pango harfbuzz"),
        ("/etc/arch-release", "sudo pacman -S pango harfbuzz"),
        ("/etc/alpine-release", "sudo apk add pango harfbuzz-subset"),
    )
    if platform.system() == "Darwin":
        return "brew install pango"
    found = (command for path, command in commands if Path(path).exists())
    return next(found, "the package of Pango 1.44 or newer for this system")
