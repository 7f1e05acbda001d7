"""Failures: the ways in which publishing ends early, each with its exit code.

PublishError
 ├─ InputError     1: something in the project's own pages or settings
 ├─ WrongUse       2: something in the command
 └─ MachineError   3: disk, permissions, engine, port
"""

from __future__ import annotations

import errno
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from bsc_site.model.problem import Place, Problem
from bsc_site.model.rules import problem


class PublishError(Exception):
    """Nothing was published, for the reasons in `problems`, sorted by file and line."""

    exit_code = 1

    def __init__(self, problems: tuple[Problem, ...]) -> None:
        """Keep the problems; the text of the error is one line for each."""
        self.problems = tuple(sorted(problems, key=lambda each: each.sort_key))
        super().__init__("\n".join(str(each) for each in self.problems))


class InputError(PublishError):
    """The project's own pages or settings cannot be published."""


class WrongUse(PublishError):  # noqa: N818  # the name of the exit code
    """The command asks for something that would do harm."""

    exit_code = 2


class MachineError(PublishError):
    """The machine failed."""

    exit_code = 3


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
