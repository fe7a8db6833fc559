"""How long a print may take, and what is done for its speed.

Goes in: a function that prints, seconds. Comes out: what it returns, or None.
"""

from __future__ import annotations

import ctypes
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Final, TypeVar

from exporter.collector import collector_off

LONGEST: Final = 300.0
"""How long a sheet may take, in seconds of the clock."""

_Made = TypeVar("_Made")


def within(seconds: float, make: Callable[[], _Made]) -> _Made | None:
    """What `make` prints; None if it takes longer than `seconds`, or nests too deep to be laid out."""
    try:
        # Layout makes millions of objects that live to the end; walking them again and again is half the time.
        with collector_off(), _deadline(seconds):
            return make()
    except (_TooLong, RecursionError):
        return None


class _TooLong(BaseException):
    """Raised in the thread that prints when its time is over; no `except Exception` on the way may stop it."""


@contextmanager
def _deadline(seconds: float) -> Iterator[None]:
    """Raise `_TooLong` in this thread after `seconds`."""
    thread = ctypes.c_ulong(threading.get_ident())
    raise_there = ctypes.pythonapi.PyThreadState_SetAsyncExc
    timer = threading.Timer(seconds, raise_there, (thread, ctypes.py_object(_TooLong)))
    timer.daemon = True
    timer.start()
    try:
        yield
    finally:
        timer.cancel()
