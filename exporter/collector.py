"""Python's cycle collector, which walks all that is alive again and again while much is made and nothing is dropped.

Goes in: nothing. Comes out: a context, or decorator, in which it rests: for the trees of a long note, and for the
values of ten thousand cards.
"""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def collector_off() -> Iterator[None]:
    """Without the collector, until the outermost of such contexts ends."""
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()
