"""The commands for files of others: in and out."""

from __future__ import annotations

import os
import sys
from datetime import date
from pathlib import Path
from typing import Any

import click

from bsc_site.commands.options import dated, for_audience, in_project
from bsc_site.commands.telling import FINE, PROBLEMS, names_checked, print_problems, say


@click.command("import")
@in_project
@dated
@click.argument("file", type=click.Path(exists=True, path_type=Path))
@click.option("--disaggregations", is_flag=True, help="Open SDG: make every series a KPI, not the headline alone.")
def import_(folder: Path, as_of: date, file: Path, *, disaggregations: bool) -> None:
    """Read StratML, Excel scorecards, Open SDG, or a filled template.

    A scorecard becomes YAML and data, and nothing that stands in the project is overwritten; what it has no place for
    is told line by line. Figures that were filled in join data/entered.csv, all of them or none.
    """
    from bsc_site.interchange.importing import imported  # noqa: PLC0415  # see check
    from bsc_site.outcomes import Order  # noqa: PLC0415  # likewise

    if disaggregations and not (file.is_dir() or file.suffix.lower() == ".zip"):
        raise click.UsageError(say("--disaggregations is for a data repository of Open SDG, a folder or a ZIP file"))
    order = Order(folder, as_of, environment=os.environ)
    told = imported(order, file, disaggregations=disaggregations)
    print_problems(told.remarks)
    click.echo("\n".join(told.lines))


@click.command()
@in_project
@dated
@click.argument("form", type=click.Choice(["docx", "pdf", "pptx", "stratml", "template", "xlsx"]), metavar="FORMAT")
@click.option("--format", "kind", type=click.Choice(["xlsx", "csv"]), help="The kind of template; default: xlsx.")
@click.option("--scorecard", metavar="ID", help="Which one; default: the one at the top.")
@click.option("--page", metavar="ADDRESS", help="pdf: a page of the site, such as kpis/nps/, instead of the pack.")
@for_audience("Whose file it is; default: the widest audience's. `all` leaves nothing out.")
@click.option("--out", type=click.Path(dir_okay=False, path_type=Path), help="The file; default: one below build/.")
def export(folder: Path, as_of: date, form: str, audience: str | None, **options: Any) -> None:
    """Write a file for others: slides, PDF, text, workbook, form.

    `pdf` is the pack of a board on paper, `pptx` as slides, `docx` as a text. What a format has no place for is told
    key by key. `import` reads a template once it is filled.
    """
    from bsc_site.interchange.exporting import Wanted, exported  # noqa: PLC0415  # see check
    from bsc_site.pipeline import Circle, Order  # noqa: PLC0415  # likewise

    if options["kind"] and form != "template":
        raise click.UsageError(say("--format is for a template; {form} has one form", form=form))
    if options["page"] and (form != "pdf" or options["scorecard"]):
        raise click.UsageError(say("--page is for pdf, and its address says which scorecard it is about"))
    with names_checked():
        order = Order(folder, as_of, audience or Circle.WIDEST, environment=os.environ)
        word = "template-csv" if form == "template" and options["kind"] == "csv" else form
        if options["page"]:
            from bsc_site.interchange.page_export import exported_page  # noqa: PLC0415  # likewise

            told = exported_page(order, options["page"], options["out"])
        else:
            told = exported(order, Wanted(word, options["scorecard"], options["out"]))
    print_problems(told.problems)
    click.echo("\n".join(told.lines) or say("Nothing was written."))
    sys.exit(FINE if told.lines else PROBLEMS)
