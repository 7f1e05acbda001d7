"""The command for the library of measures: what others in the same sector measure, to choose from."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Any

import click

from bsc_site.commands.options import in_project, printed_as
from bsc_site.commands.telling import FINE, PROBLEMS, say

SECTORS = ("any", "online-shop", "saas", "manufacturing", "city", "agency", "nonprofit", "hospital", "education")
"""As the library names them; here again, so that the help of all commands starts without reading it."""
PERSPECTIVES = ("mission", "customer", "financial", "internal", "learning")


@click.command()
@in_project
@click.argument("task", type=click.Choice(["search", "list", "show"]), metavar="search|list|show")
@click.argument("words", nargs=-1, metavar="[WORD|ID]...")
@click.option("--sector", type=click.Choice(SECTORS), help="Measures of this sector alone.")
@click.option("--perspective", type=click.Choice(PERSPECTIVES), help="Measures that usually stand there.")
@printed_as("Lines, a JSON list, or KPIs to paste into a scorecard.", "json", "yaml")
def library(folder: Path, task: str, words: tuple[str, ...], **options: Any) -> None:  # noqa: ARG001  # of no project
    """Find measures to choose from: `library search retention`.

    By sector, each with its formula in words, unit, direction, usual source, the publication that defines it, and a
    benchmark where a public one is known. `list` names all of them, `show ID` tells everything about one.
    """
    from bsc_site.interchange.choosing.answering import (  # noqa: PLC0415  # see check
        UnknownMeasureError,
        listed,
        searched,
        shown,
    )
    from bsc_site.load.library.library_measure import Sector, UsualPerspective  # noqa: PLC0415  # likewise

    if (task == "list") is bool(words):
        missing = say("show needs an ID") if task == "show" else say("search needs a word")
        raise click.UsageError(say("list takes no words") if words else missing)
    form, sector, row = options["form"], options["sector"], options["perspective"]
    shelf = (Sector(sector) if sector else None, UsualPerspective(row) if row else None)
    try:
        if task == "show":
            answer = shown(words, form)
        else:
            answer = searched(words, shelf, form) if words else listed(shelf, form)
    except UnknownMeasureError as error:
        raise click.UsageError(str(error)) from None
    told = answer.text
    if not answer.found and form == "text":
        nothing = " ".join(words)
        told = say("Nothing in the library is called {words}; `bsc-site library list` names everything.", words=nothing)
    click.echo(told)
    sys.exit(FINE if answer.found else PROBLEMS)
