"""Garbage is not collected while a build fills memory with values that stay."""

from __future__ import annotations

import ctypes
import gc
from collections.abc import Iterator
from contextlib import contextmanager, suppress


@contextmanager
def uncollected() -> Iterator[None]:
    """No search for unreachable cycles: frozen values have none, and looking at millions of them takes a sixth more.

    What was made meanwhile counts as old then, so that the very next value does not set off a search of all of it.
    """
    before = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if before and not gc.get_freeze_count():
            gc.freeze()
            gc.unfreeze()
        if before:
            gc.enable()


@contextmanager
def collected_apart() -> Iterator[None]:
    """Garbage is searched for, but not among the values that are there already, which stay until the end.

    Every page leaves some cycles of its template behind; a thousand of them are 100 MB.
    """
    gc.freeze()
    try:
        yield
    finally:
        gc.unfreeze()


def forgotten() -> None:
    """What nobody holds any more goes back to the system, where the system takes it back from a living process."""
    gc.collect()
    with suppress(AttributeError, OSError):
        ctypes.CDLL(None).malloc_trim(0)
