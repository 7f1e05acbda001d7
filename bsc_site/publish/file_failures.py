"""File failures: what the operating system refuses, as one clear line."""

from __future__ import annotations

import errno
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from bsc_site.model.failure import MachineError
from bsc_site.model.problem import Place, Problem
from bsc_site.model.rules import problem

_FULL = {errno.ENOSPC, errno.EDQUOT}
_REFUSED = {errno.EACCES, errno.EPERM, errno.EROFS}


def file_problem(error: OSError, root: Path) -> Problem:
    """The line about a failed file operation; the file is named relative to `root` where it lies below it."""
    path = Path(str(error.filename)) if error.filename else root
    name = path.relative_to(root).as_posix() if path.is_relative_to(root) else path.as_posix()
    if error.errno in _FULL:
        return problem("BSC901", Place(name), "no space is left on the disk")
    if error.errno in _REFUSED:
        return problem("BSC902", Place(name), f"{error.strerror}".lower())
    return problem("BSC909", Place(name), f"{error.strerror or error}".lower())


@contextmanager
def file_failures(root: Path) -> Iterator[None]:
    """Turn errors of the operating system into a MachineError with one clear line."""
    try:
        yield
    except OSError as error:
        raise MachineError((file_problem(error, root),)) from error
