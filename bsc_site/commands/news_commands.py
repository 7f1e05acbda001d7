"""The command that tells people what is new, in files that others send."""

from __future__ import annotations

import os
import sys
from datetime import date
from pathlib import Path

import click

from bsc_site.commands.options import SiteAddress, dated, for_audience, in_project
from bsc_site.commands.telling import FINE, PROBLEMS, names_checked, print_problems, refused, say


@click.command()
@in_project
@dated
@click.option("--since", metavar="DATE|REV", required=True, help="The day, or a git revision of that day.")
@click.option("--person", metavar="ID", help="Whose digest; default: everybody's, and one for each person.")
@for_audience("Who may read it; default: the widest audience. `all` leaves nothing out.")
@click.option("--site-url", type=SiteAddress(), help="Where the site stands; default: site_url of mkdocs.yml.")
def digest(  # noqa: PLR0913, PLR0917  # one for each option
    folder: Path, as_of: date, since: str, person: str | None, audience: str | None, site_url: str | None
) -> None:
    """Write what is due and what flipped, for mailers and chats.

    Below build/digest/: HTML with pictures and text for a mail, JSON for Teams and Slack, of everybody and of each
    person. Nothing is sent.
    """
    from bsc_site.compute.audience import Circle  # noqa: PLC0415  # see check
    from bsc_site.interchange.digests.digesting import DigestError, WantedDigest, digested  # noqa: PLC0415  # likewise
    from bsc_site.load.git.revisions import RevisionError  # noqa: PLC0415  # likewise
    from bsc_site.outcomes import Order  # noqa: PLC0415  # likewise

    order = Order(folder, as_of, audience or Circle.WIDEST, environment=os.environ)
    try:
        with names_checked():
            told = digested(order, WantedDigest(since, person, site_url or ""))
    except (DigestError, RevisionError) as error:
        raise refused(error) from None
    print_problems(told.problems)
    click.echo("\n".join(told.lines) or say("Nothing was written."))
    sys.exit(FINE if told.lines else PROBLEMS)
