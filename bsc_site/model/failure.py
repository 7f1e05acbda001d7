"""Failures: the ways in which publishing ends early, each with its exit code.

PublishError
 ├─ InputError     1: something in the project's own pages or settings
 ├─ WrongUse       2: something in the command
 └─ MachineError   3: disk, permissions, engine, port
"""

from __future__ import annotations

from bsc_site.model.problem import Problem


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
