"""Problems as a command prints them: which lines go where, in each of its formats."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from bsc_site.model.problem import Problem
from bsc_site.model.value_class import dataclass
from bsc_site.wording.problems.finding_text import said_again
from bsc_site.wording.problems.problem_lines import as_annotations, as_json, as_lines, summary


@dataclass(frozen=True, slots=True)
class Printed:
    """Lines for standard error, and lines for standard output after them."""

    errors: tuple[str, ...]
    lines: tuple[str, ...]


def printed(problems: Sequence[Problem], form: str, folder: Path) -> Printed:
    """Problems in the language that is spoken now, whichever they were found in.

    Plain lines go to standard error with a summary on standard output; JSON and annotations to standard output.

    Annotations name files as seen from here, which is the top of the repository in a workflow; `folder` is the project.
    """
    problems = [replace(each, message=said_again(each.message)) for each in problems]
    if form == "json":
        return Printed((), (as_json(problems),))
    if form == "github":
        return Printed((), as_annotations([_seen_from(folder, each) for each in problems]))
    return Printed(as_lines(problems), (summary(problems),) if problems else ())


def _seen_from(folder: Path, told: Problem) -> Problem:
    return replace(told, place=told.place._replace(file=(folder / told.place.file).as_posix()))
