"""What this machine has and lacks.

Goes in: nothing. Comes out: `Finding` values; `needed` ones keep something from being made.
"""

from __future__ import annotations

import ctypes.util
import os
import shutil
import sys
from collections.abc import Iterator
from dataclasses import dataclass

from exporter.build.listing import cache_folder


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing looked at: whether it is `there`, what that means, and how to get it."""

    name: str
    there: bool
    detail: str
    needed: bool = True


def examine() -> Iterator[Finding]:
    """Look at everything a build can use."""
    yield Finding("Python", sys.version_info >= (3, 11), sys.version.split()[0])
    yield _pango()
    yield _subsetter()
    yield _cache()
    yield _program("kramdown", "the real kramdown, against which the tests compare")


def _pango() -> Finding:
    from exporter.pdf import available

    lacking = available()
    return Finding("Pango", lacking is None, lacking or "sheets are made as PDF")


def _subsetter() -> Finding:
    there = ctypes.util.find_library("harfbuzz-subset") is not None
    detail = "sheets are written quickly" if there else "without it sheets take longer: install libharfbuzz-subset0"
    return Finding("libharfbuzz-subset", there, detail, needed=False)


def _cache() -> Finding:
    folder = cache_folder()
    try:
        os.makedirs(folder, exist_ok=True)
        there = os.access(folder, os.W_OK)
    except OSError:
        there = False
    return Finding("cache", there, folder if there else f"{folder} can't be written: every build starts from nothing")


def _program(name: str, what: str) -> Finding:
    path = shutil.which(name)
    return Finding(name, path is not None, path or f"not here ({what})", needed=False)
