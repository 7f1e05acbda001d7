"""The command that compares versions of a project, as its git repository holds them."""

from __future__ import annotations

import sys
from datetime import date
from pathlib import Path
from typing import Any

import click

from bsc_site.commands.options import dated, for_audience, in_project, printed_as
from bsc_site.commands.telling import FINE, PROBLEMS, echo, names_checked, refused


@click.command()
@in_project
@dated
@for_audience("Who may read it; default: the widest audience. `all` leaves nothing out.")
@click.argument("earlier", metavar="[REV]", default="HEAD")
@click.argument("later", metavar="[REV2]", required=False)
@printed_as("Lines, Markdown for a comment, a JSON object, or annotations for GitHub.", "markdown", "json", "github")
def diff(folder: Path, as_of: date, audience: str | None, form: str, **revisions: Any) -> None:
    """Print what changed between two git revisions, and why.

    From REV, HEAD unless named, to REV2, or to the working tree without one. Both are judged at the same date.
    """
    from bsc_site.comparing import UnsoundVersionError, VersionsAsked, differences  # noqa: PLC0415  # slow to import
    from bsc_site.compute.audience import Circle  # noqa: PLC0415  # likewise
    from bsc_site.load.git.revisions import RevisionError  # noqa: PLC0415  # likewise
    from bsc_site.wording.reporting.printed_comparison import printed_comparison, unsound_lines  # noqa: PLC0415

    try:
        with names_checked():
            found = differences(VersionsAsked(folder, as_of=as_of, readers=audience or Circle.WIDEST, **revisions))
    except RevisionError as error:
        raise refused(error) from None
    except UnsoundVersionError as error:
        echo(unsound_lines(error.version, error.problems), ())
        sys.exit(PROBLEMS)
    echo((), printed_comparison(found, form, folder))
    sys.exit(FINE)
