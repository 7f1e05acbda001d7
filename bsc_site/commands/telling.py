"""What a command prints: problems, lines, and names that do not exist as wrong usage."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path

import click

from bsc_site.model.problem import Problem

FINE, PROBLEMS, MACHINE, INTERRUPTED, UNHEARD = 0, 1, 3, 130, 141
"""Exit codes; 2, wrong usage, is given by the parser of the command line. Nobody reads on: as of any Unix tool."""


def say(sentence: str, /, **figures: object) -> str:
    """A sentence in the language that is spoken; English alone needs nothing that is slow to import."""
    if not os.environ.get("BSC_LANGUAGE"):
        return sentence.format(**figures) if figures else sentence
    from bsc_site.wording.language import say as said  # noqa: PLC0415  # see check

    return said(sentence, **figures)


@contextmanager
def names_checked() -> Iterator[None]:
    """Turn the name of an audience or KPI that does not exist into wrong usage."""
    try:
        yield
    except ValueError as error:
        from bsc_site.compute.audience import UnknownAudienceError  # noqa: PLC0415  # see check
        from bsc_site.wording.audience_text import unknown_audience_statement  # noqa: PLC0415  # likewise
        from bsc_site.wording.calculations.explanation import UnknownKpiError  # noqa: PLC0415  # likewise

        if isinstance(error, UnknownAudienceError):
            raise click.UsageError(unknown_audience_statement(error)) from None
        if isinstance(error, UnknownKpiError) or type(error).__name__ == "UnknownScorecardError":
            raise click.UsageError(str(error)) from None
        raise


def refused(reason: ValueError) -> click.UsageError:
    """Wrong usage, with what the program said of it in the language that is spoken."""
    from bsc_site.wording.problems.finding_text import said_again  # noqa: PLC0415  # see check

    return click.UsageError(said_again(reason.args[0]))


def print_problems(problems: Sequence[Problem], form: str = "text", folder: Path = Path()) -> None:
    """Plain lines go to standard error with a summary on standard output; JSON and annotations to standard output.

    Annotations name files as seen from here, which is the top of the repository in a workflow.
    """
    from bsc_site.wording.problems.printed import printed  # noqa: PLC0415  # see check

    told = printed(problems, form, folder)
    echo(told.errors, told.lines)


def echo(errors: Sequence[str], lines: Sequence[str]) -> None:
    """Print `errors` to standard error and `lines` to standard output."""
    for line in errors:
        click.echo(line, err=True)
    for line in lines:
        click.echo(line)


def told_of(tell: Callable[[], None], code: int) -> int:
    """The exit code of a failure, which is told of as far as anybody can be told."""
    with suppress(OSError):
        tell()
    return code


def heard(code: int | str | None) -> int | str | None:
    """The exit code when all that was printed has gone out; another one where it could not, which is told of once."""
    failure: OSError | None = None
    for number, stream in ((1, sys.stdout), (2, sys.stderr)):
        try:
            stream.flush()
        except OSError as error:
            failure = failure or error
            _silenced(number)
    if failure is None:
        return code
    if isinstance(failure, BrokenPipeError):
        return UNHEARD
    if code in (FINE, None):
        from bsc_site.publish.file_failures import file_problem  # noqa: PLC0415  # see check

        lost = file_problem(OSError(failure.errno, failure.strerror), Path())
        return told_of(lambda: click.echo(str(lost), err=True), MACHINE)
    return code


def _silenced(number: int) -> None:
    """What is printed from now on goes nowhere: it must not fail once more when Python ends."""
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, number)
    os.close(nowhere)
