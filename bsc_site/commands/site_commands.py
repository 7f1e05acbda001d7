"""The commands that judge a project and make its site."""

from __future__ import annotations

import os
import re
import sys
from datetime import date
from pathlib import Path
from typing import Any

import click

from bsc_site.commands.options import dated, delivered, for_audience, from_parts, in_project, printed_as, strictly
from bsc_site.commands.process import endable
from bsc_site.commands.telling import FINE, PROBLEMS, echo, names_checked, print_problems, refused
from bsc_site.commands.unforeseen import machine_error

RULE_CODE = re.compile(r"BSC\d{3}")


@click.command()
@in_project
@dated
@strictly
@printed_as("Lines on standard error, a JSON list, or annotations for GitHub.", "json", "github")
def check(folder: Path, as_of: date, form: str, *, strict: bool) -> None:
    """Print every problem of the project; write nothing.

    Problems of the YAML, the data and the balance of the scorecard, all in one run, sorted by file and line.
    """
    from bsc_site.checking import checked  # noqa: PLC0415  # numpy is slow to import; `--help` does without
    from bsc_site.outcomes import Order  # noqa: PLC0415  # likewise

    examination = checked(Order(folder, as_of, strict=strict, environment=os.environ)).examination
    print_problems(examination.problems, form, folder)
    sys.exit(PROBLEMS if examination.refused else FINE)


@click.command()
@in_project
@dated
@strictly
@for_audience("Whose site it is; default: the widest audience's. `all` leaves nothing out.")
@delivered
def build(folder: Path, as_of: date, audience: str | None, **options: Any) -> None:
    """Build the site, in build/site unless told otherwise.

    It holds what everybody may see; the end of the build says what was left out. With --only it makes the pages and
    files of one scorecard, sales or s/sales, or of a share of all, such as 3/20.
    """
    from bsc_site.building import WantedBuild, built  # noqa: PLC0415  # see check

    with names_checked():
        told = built(WantedBuild(folder, as_of, audience, **options))
    echo(told.errors, told.lines)
    if told.refused:
        sys.exit(PROBLEMS)


@click.command()
@in_project
@from_parts
def assemble(folder: Path, parts: tuple[Path, ...], out: Path | None) -> None:
    """Join parts, made by `build --only`, into one site.

    It is the site that one build would have made. Each scorecard of the project is to be in one of them, and all are of
    the same day, for the same audience, from the same input.
    """
    from bsc_site.building import assembled  # noqa: PLC0415  # see check

    told = assembled(folder, out, parts)
    echo(told.errors, told.lines)


@click.command()
@in_project
@click.argument("site", metavar="DIR", type=click.Path(exists=True, file_okay=False, path_type=Path))
@click.option("--rev", "revision", metavar="REV", help="Compare with this commit; default: the files as they stand.")
@click.option("--only-manifest", is_flag=True, help="Build nothing: are the files as the manifest has them?")
@printed_as("Lines on standard error, a JSON list, or annotations for GitHub.", "json", "github")
def verify(folder: Path, site: Path, revision: str | None, form: str, *, only_manifest: bool) -> None:
    """Prove that a published site is what this input gives.

    DIR is the folder of the site, or a copy fetched from where it stands. The project is built once more in a folder of
    its own, for the day, the readers and the address that the manifest of the site names; every file is compared.
    """
    from bsc_site.load.git.revisions import RevisionError  # noqa: PLC0415  # see check
    from bsc_site.verifying import verified  # noqa: PLC0415  # likewise

    try:
        found = verified(folder, site, revision, only_manifest=only_manifest)
    except RevisionError as error:
        raise refused(error) from None
    print_problems(found.problems, form)
    if found.refused:
        sys.exit(PROBLEMS)
    if form == "text":
        click.echo(found.line)


@click.command()
@in_project
@dated
@for_audience("Whose site it is; default: `all`, with nothing left out.")
@click.option("--port", type=click.IntRange(1, 65535), help="Default: 8000, or any free port when that is taken.")
def serve(folder: Path, as_of: date, audience: str | None, port: int | None) -> None:
    """Show the site in a browser, rebuilt at every change.

    On this machine only, so it shows everything, also what is not for everybody. A mistake keeps the last good site and
    is shown in the page and here. Ctrl-C ends it.
    """
    from bsc_site.serving import Circle, Order, preview  # noqa: PLC0415  # see check

    endable()
    order = Order(folder, as_of, audience or Circle.EVERYTHING, environment=os.environ)
    with names_checked():
        preview(order, port, lambda error: machine_error(error, folder, ["serve"]))


@click.command()
@in_project
@dated
@click.argument("name", metavar="KPI|RULE")
def explain(folder: Path, as_of: date, name: str) -> None:
    """Print how a KPI got its status, or what a rule means.

    For a KPI the whole calculation, step by step; for a rule such as BSC012 also how to mend it.
    """
    from bsc_site.model.rules import RULES  # noqa: PLC0415  # see check
    from bsc_site.wording.problems.problem_lines import rule_page  # noqa: PLC0415  # likewise

    if name.upper() in RULES:
        click.echo("\n".join(rule_page(name.upper())))
        return
    if RULE_CODE.fullmatch(name.upper()):
        from bsc_site.wording.language import say  # noqa: PLC0415  # see check

        ends = {"first": min(RULES), "last": max(RULES)}
        unknown = say("there is no rule {code}; the codes run from {first} to {last}", code=name.upper(), **ends)
        raise click.UsageError(unknown)
    from bsc_site.explaining import explained  # noqa: PLC0415  # see check
    from bsc_site.outcomes import Order  # noqa: PLC0415  # likewise

    with names_checked():
        told = explained(Order(folder, as_of, environment=os.environ), name)
    print_problems(told.problems if told.refused else ())
    click.echo("\n".join(told.lines))
    sys.exit(PROBLEMS if told.refused else FINE)
