"""The commands that begin a project and bring its data."""

from __future__ import annotations

import json
import os
import shutil
import sys
from datetime import date
from pathlib import Path
from typing import Any

import click

from bsc_site.commands.beginning_options import asked, is_to_be_asked, wish_in, wished
from bsc_site.commands.options import dated, in_folder, in_project, printed_as, today
from bsc_site.commands.telling import FINE, PROBLEMS, print_problems


@click.command()
@click.argument("folder", type=click.Path(file_okay=False, path_type=Path), default=".", metavar="[DIR]")
@wished
@click.option("--here", is_flag=True, help="Replace the demo of a copied repository.")
@in_folder("base", "Where DIR is; default: here.")
@click.pass_context
def init(context: click.Context, /, folder: Path, base: Path, *, here: bool, **options: Any) -> None:
    """Start a new project in DIR; default: here.

    With YAML, data, mkdocs.yml, a workflow for GitHub Pages and what it installs; nothing that stands there is
    overwritten. On a terminal it asks for what is not said by any option. With --here, in a copy of the repository of
    bsc-site, the demo makes way for it: only files go that are exactly the demo's.
    """
    from bsc_site.publish.starting.beginning import begin, begin_here  # noqa: PLC0415  # see check

    if is_to_be_asked(context):
        options = asked(options)
    preset, wish, remarks = wish_in(options)
    script = Path(sys.argv[0])
    named = script.stem != "bsc-site" or shutil.which("bsc-site") is not None
    told = (begin_here if here else begin)(base / folder, preset, today(), None if named else script, wish)
    click.echo("\n".join((*told, *remarks)))


@click.command()
@in_project
def schema(folder: Path) -> None:  # noqa: ARG001  # the same for every project
    """Print the JSON Schema of the scorecard's YAML, for editors."""
    from bsc_site.load.schema import scorecard_schema  # noqa: PLC0415  # see check

    click.echo(json.dumps(scorecard_schema(), ensure_ascii=False, indent=2))


@click.command()
@in_project
@click.argument("file", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@click.option("--kpi", metavar="ID", help="The one KPI that it is for, of the project or a new one.")
@printed_as("YAML with remarks, or a JSON object.", "json")
def suggest(folder: Path, file: Path, kpi: str | None, form: str) -> None:
    """Print how a data file can be read: a source to paste.

    With the figures that a build would read by it, where each stands, what was left out, and a question wherever the
    file can be meant in two ways. Nothing is written.
    """
    from bsc_site.interchange.suggestion.suggested_json import json_of_suggestion  # noqa: PLC0415  # likewise
    from bsc_site.interchange.suggestion.suggested_yaml import text_of_suggestion  # noqa: PLC0415  # likewise
    from bsc_site.interchange.suggestion.suggesting import suggested  # noqa: PLC0415  # see check

    found = suggested(folder, file, kpi)
    click.echo(json_of_suggestion(found) if form == "json" else "\n".join(text_of_suggestion(found)))


@click.command()
@in_project
@dated
def fetch(folder: Path, as_of: date) -> None:
    """Write what connections say below data/fetched/.

    A file for each KPI, to be committed; builds without the connection read it.
    """
    from bsc_site.interchange.fetching import fetched  # noqa: PLC0415  # see check
    from bsc_site.outcomes import Order  # noqa: PLC0415  # likewise

    told = fetched(Order(folder, as_of, environment=os.environ))
    print_problems(told.problems)
    click.echo("\n".join(told.lines))
    sys.exit(PROBLEMS if told.refused else FINE)


@click.command()
@in_project
@dated
@printed_as("Lines to paste, or a JSON object.", "json")
def doctor(folder: Path, as_of: date, form: str) -> None:
    """Print versions, sizes, timings and what is odd, to report.

    Nothing that the organisation wrote is in it: no name, id, text or figure. Nothing is written, no connection asked.
    """
    from bsc_site.inspection.inspecting import inspected  # noqa: PLC0415  # see init
    from bsc_site.inspection.inspection_report import json_of_inspection, lines_of_inspection  # noqa: PLC0415  # likewise
    from bsc_site.outcomes import Order  # noqa: PLC0415  # likewise

    found = inspected(Order(folder, as_of))
    click.echo(json_of_inspection(found) if form == "json" else "\n".join(lines_of_inspection(found)))
