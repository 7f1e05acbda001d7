"""The lock: one build at a time in one place; it ends with the process that holds it, however that ends."""

from __future__ import annotations

import os
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from bsc_site.model.failure import MachineError
from bsc_site.model.problem import Place
from bsc_site.model.rules import problem

if sys.platform == "win32":
    import msvcrt

    def _take(handle: int) -> None:
        msvcrt.locking(handle, msvcrt.LK_NBLCK, 1)
else:
    import fcntl

    def _take(handle: int) -> None:
        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)


PATIENCE = 20
_PAUSE = 0.1
"""Seconds between two tries."""


@contextmanager
def build_lock(file: Path) -> Iterator[None]:
    """Hold `file` as a lock. MachineError when another living process holds it.

    The operating system gives the lock up when its holder dies, so a file left by a killed build is taken at once.
    """
    file.parent.mkdir(parents=True, exist_ok=True)
    handle = os.open(file, os.O_RDWR | os.O_CREAT, 0o644)
    try:
        _take_patiently(file, handle)
        os.ftruncate(handle, 0)
        os.write(handle, f"{os.getpid()}\n".encode())
        yield
    finally:
        os.close(handle)


def _take_patiently(file: Path, handle: int) -> None:
    """Take the lock within two seconds: a program that a killed build was just starting keeps it for a moment."""
    for tries_left in reversed(range(PATIENCE)):
        try:
            _take(handle)
        except OSError as error:
            if not tries_left:
                raise _busy(file, handle) from error
            time.sleep(_PAUSE)
        else:
            return


def _busy(file: Path, handle: int) -> MachineError:
    holder = os.pread(handle, 20, 0).decode(errors="replace").strip() if sys.platform != "win32" else ""
    who = f" (process {holder})" if holder.isdigit() else ""
    message = f"another build{who} is writing here; wait until it is done"
    return MachineError((problem("BSC905", Place(file.as_posix()), message),))
