"""The command line: arguments in, problems printed, exit code out."""

from __future__ import annotations

import json
import os
import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from datetime import date
from pathlib import Path
from typing import Any, NoReturn

import click

from bsc_site import __version__
from bsc_site.model.problem import Place, Problem
from bsc_site.model.rules import RULES, problem
from bsc_site.model.words import Preset
from bsc_site.publish.failure import PublishError
from bsc_site.render.problem_lines import as_annotations, as_json, as_lines, rule_page, summary

FINE, PROBLEMS, MACHINE = 0, 1, 3
"""Exit codes; 2, wrong usage, is given by the parser of the command line."""


class IsoDate(click.ParamType[date]):
    """A date written 2025-06-30."""

    name = "date"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> date:
        """The date; a usage error when the text is none."""
        if isinstance(value, date):
            return value
        try:
            return date.fromisoformat(value)
        except ValueError:
            self.fail(f"'{value}' is not a date; write it like 2025-06-30", param, ctx)


def _in_project(command: Callable[..., Any]) -> Callable[..., Any]:
    place = click.Path(exists=True, file_okay=False, path_type=Path)
    return click.option("-C", "folder", type=place, default=".", help="The project; default: here.")(command)


def _dated(command: Callable[..., Any]) -> Callable[..., Any]:
    return click.option("--as-of", type=IsoDate(), help="The date to judge for; default: today.")(command)


def _strictly(command: Callable[..., Any]) -> Callable[..., Any]:
    return click.option("--strict", is_flag=True, help="A warning is an error.")(command)


def _today() -> date:
    """The one place where the clock is read."""
    return date.today()  # noqa: DTZ011  # the reader's own day is meant


@click.group(context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, prog_name="bsc-site")
def cli() -> None:
    """Balanced scorecards as code: strategy as YAML and KPI data in, a static site out.

    Exit codes: 0 fine, 1 problems in the input and nothing published, 2 wrong usage, 3 the machine failed.
    """


@cli.command()
@_in_project
@_dated
@_strictly
@click.option("--format", "form", type=click.Choice(["text", "json", "github"]), default="text", show_default=True)
def check(folder: Path, as_of: date | None, form: str, *, strict: bool) -> None:
    """Print every problem in the YAML, the data and the balance of the scorecard; write nothing."""
    from bsc_site.pipeline import Order, examine  # noqa: PLC0415  # pandas is slow to import; `--help` does without

    examination = examine(Order(folder, as_of or _today(), strict=strict))
    _print_problems(examination.problems, form)
    sys.exit(PROBLEMS if examination.refused else FINE)


@cli.command()
@_in_project
@_dated
@_strictly
@click.option("--audience", help="Whose site it is; default: everyone's, with every element in it.")
@click.option("--out", type=click.Path(file_okay=False, path_type=Path), help="The site; default: build/site.")
@click.option("--jobs", type=click.IntRange(min=1), default=os.cpu_count() or 1, help="Charts drawn at once.")
@click.option("--no-cache", is_flag=True, help="Draw every chart again.")
def build(folder: Path, as_of: date | None, audience: str | None, **options: Any) -> None:
    """Build the site, in build/site unless told otherwise."""
    from bsc_site.pipeline import Delivery, Order, build_site  # noqa: PLC0415  # see check
    from bsc_site.publish.progress import progress_on  # noqa: PLC0415  # likewise
    from bsc_site.publish.site import default_out  # noqa: PLC0415  # likewise

    order = Order(folder, as_of or _today(), audience, strict=options["strict"])
    out = options["out"] or default_out(folder)
    delivery = Delivery(out, options["jobs"], not options["no_cache"], progress_on(sys.stdout))
    with _names_checked():
        outcome = build_site(order, delivery)
    _print_problems(outcome.problems, "text")
    if outcome.published is None:
        click.echo("Nothing was published.")
        sys.exit(PROBLEMS)
    click.echo(f"{outcome.published.pages:,} pages in {outcome.published.site}")


@cli.command()
@_in_project
@_dated
@click.option("--audience", help="Whose site it is; default: everyone's.")
@click.option("--port", type=click.IntRange(1, 65535), help="Default: 8000, or any free port when that is taken.")
def serve(folder: Path, as_of: date | None, audience: str | None, port: int | None) -> None:
    """Show the site in a browser, rebuilt at every change; a mistake keeps the last good site."""
    from bsc_site.pipeline import Order, preview  # noqa: PLC0415  # see check

    with _names_checked():
        preview(Order(folder, as_of or _today(), audience), port)


@cli.command()
@_in_project
@_dated
@click.argument("name", metavar="KPI|RULE")
def explain(folder: Path, as_of: date | None, name: str) -> None:
    """Print how the status of a KPI came about, step by step, or what a rule such as BSC012 means."""
    if name.upper() in RULES:
        click.echo("\n".join(rule_page(name.upper())))
        return
    from bsc_site.pipeline import Order, explained  # noqa: PLC0415  # see check

    with _names_checked():
        told = explained(Order(folder, as_of or _today()), name)
    _print_problems(told.problems if told.refused else (), "text")
    click.echo("\n".join(told.lines))
    sys.exit(PROBLEMS if told.refused else FINE)


@cli.command()
def schema() -> None:
    """Print the JSON Schema of the scorecard's YAML, for editors."""
    from bsc_site.load.schema import scorecard_schema  # noqa: PLC0415  # see check

    click.echo(json.dumps(scorecard_schema(), ensure_ascii=False, indent=2))


@cli.command()
@click.argument("folder", type=click.Path(file_okay=False, path_type=Path), default=".", metavar="[DIR]")
@click.option("--preset", type=click.Choice([each.value for each in Preset]), default="private", show_default=True)
@click.option(
    "-C", "base", type=click.Path(exists=True, file_okay=False, path_type=Path), default=".", help="Where DIR is."
)
def init(folder: Path, preset: str, base: Path) -> None:
    """Start a new project in DIR, ready to push: YAML, data, mkdocs.yml and a workflow for GitHub Pages."""
    from bsc_site.publish.start import start_project  # noqa: PLC0415  # see check

    for path in start_project(base / folder, Preset(preset), _today()):
        click.echo(path)


def main(arguments: Sequence[str] | None = None) -> NoReturn:
    """Run one command and leave with its exit code."""
    try:
        cli.main(args=None if arguments is None else list(arguments), prog_name="bsc-site", standalone_mode=True)
    except PublishError as error:
        _print_problems(error.problems, "text")
        sys.exit(error.exit_code)
    except MemoryError:
        _print_problems(
            (problem("BSC914", Place("."), "the memory of this machine is too small for the project"),), "text"
        )
        sys.exit(MACHINE)
    sys.exit(FINE)


@contextmanager
def _names_checked() -> Iterator[None]:
    """Turn the name of an audience or KPI that does not exist into wrong usage."""
    from bsc_site.pipeline import UnknownAudienceError, UnknownKpiError  # noqa: PLC0415  # see check

    try:
        yield
    except (UnknownAudienceError, UnknownKpiError) as error:
        raise click.UsageError(str(error)) from None


def _print_problems(problems: Sequence[Problem], form: str) -> None:
    """Plain lines go to standard error with a summary on standard output; JSON and annotations to standard output."""
    if form == "json":
        click.echo(as_json(problems))
    elif form == "github":
        click.echo("\n".join(as_annotations(problems)))
    else:
        for line in as_lines(problems):
            click.echo(line, err=True)
        if problems:
            click.echo(summary(problems))
