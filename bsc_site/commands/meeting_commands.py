"""The command for the meeting: what it is to speak of becomes a form to fill in."""

from __future__ import annotations

import os
import sys
from datetime import date
from pathlib import Path

import click

from bsc_site.commands.options import dated, in_project
from bsc_site.commands.telling import FINE, PROBLEMS, print_problems, say


@click.command()
@in_project
@dated
@click.argument("task", type=click.Choice(["new"]), metavar="new")
@click.argument("period", metavar="PERIOD")
@click.option("--scorecard", metavar="ID", help="Which one; default: the one at the top.")
def review(folder: Path, as_of: date, task: str, period: str, scorecard: str | None) -> None:  # noqa: ARG001  # one so far
    """Write the form of a review: `review new 2026-Q4`.

    It has an entry for every KPI off track, every changed status and every open decision, at the end of the reviews
    that the scorecard declares. Nothing that stands there is changed.
    """
    from bsc_site.interchange.minutes.new_review import ReviewPeriodError, new_review  # noqa: PLC0415  # see check
    from bsc_site.outcomes import Order  # noqa: PLC0415  # likewise

    try:
        told = new_review(Order(folder, as_of, environment=os.environ), period, scorecard)
    except ReviewPeriodError as error:
        raise click.UsageError(str(error)) from None
    print_problems(told.problems)
    click.echo("\n".join(told.lines) or say("Nothing was written."))
    sys.exit(FINE if told.lines else PROBLEMS)
