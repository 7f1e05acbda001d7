"""The command line: arguments in, problems printed, exit code out."""

from __future__ import annotations

import json
import os
import re
import shutil
import signal
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from datetime import date
from pathlib import Path
from typing import Any, NoReturn

import click

from bsc_site import __version__
from bsc_site.command_words import dated, delivered, from_parts, in_folder, printable, strictly, unburdened
from bsc_site.model.failure import PublishError
from bsc_site.model.problem import Place, Problem
from bsc_site.model.vocabularies import Preset

RULE_CODE = re.compile(r"BSC\d{3}")
FINE, PROBLEMS, MACHINE, INTERRUPTED, UNHEARD = 0, 1, 3, 130, 141
"""Exit codes; 2, wrong usage, is given by the parser of the command line. Nobody reads on: as of any Unix tool."""


_in_project = in_folder("folder", "The project; default: here.")


def _today() -> date:
    """The one place where the clock is read."""
    return date.today()  # noqa: DTZ011  # the reader's own day is meant


@click.group(context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, prog_name="bsc-site", help="Print the version.")
@in_folder("folder", "The project; here or after the command.")
def cli(folder: Path) -> None:  # each command asks for it
    """Balanced scorecards as code: strategy as YAML and KPI data in, a static site out.

    Exit codes: 0 fine, 1 problems in the input and nothing published, 2 wrong usage, 3 the machine failed.
    """


@cli.command()
@_in_project
@dated
@strictly
@click.option(
    "--format",
    "form",
    type=click.Choice(["text", "json", "github"]),
    default="text",
    show_default=True,
    help="Lines on standard error, a JSON list, or annotations for GitHub.",
)
def check(folder: Path, as_of: date | None, form: str, *, strict: bool) -> None:
    """Print every problem of the project; write nothing.

    Problems of the YAML, the data and the balance of the scorecard, all in one run, sorted by file and line.
    """
    from bsc_site.checking import checked  # noqa: PLC0415  # numpy is slow to import; `--help` does without
    from bsc_site.outcomes import Order  # noqa: PLC0415  # likewise

    examination = checked(Order(folder, as_of or _today(), strict=strict, environment=os.environ)).examination
    _print_problems(examination.problems, form, folder)
    sys.exit(PROBLEMS if examination.refused else FINE)


@cli.command()
@_in_project
@dated
@strictly
@click.option("--audience", help="Whose site it is; default: the widest audience's. `all` leaves nothing out.")
@delivered
def build(folder: Path, as_of: date | None, audience: str | None, **options: Any) -> None:
    """Build the site, in build/site unless told otherwise.

    It holds what everybody may see; the end of the build says what was left out. With --only it makes the pages and
    files of one scorecard, sales or s/sales, or of a share of all, such as 3/20.
    """
    from bsc_site.building import WantedBuild, built  # noqa: PLC0415  # see check

    with _names_checked():
        told = built(WantedBuild(folder, as_of or _today(), audience, **options))
    _echo(told.errors, told.lines)
    if told.refused:
        sys.exit(PROBLEMS)


@cli.command()
@_in_project
@from_parts
def assemble(folder: Path, parts: tuple[Path, ...], out: Path | None) -> None:
    """Join parts, made by `build --only`, into one site.

    It is the site that one build would have made. Each scorecard of the project is to be in one of them, and all are of
    the same day, for the same audience, from the same input.
    """
    from bsc_site.building import assembled  # noqa: PLC0415  # see check

    told = assembled(folder, out, parts)
    _echo(told.errors, told.lines)


@cli.command()
@_in_project
@dated
@click.option("--audience", help="Whose site it is; default: `all`, with nothing left out.")
@click.option("--port", type=click.IntRange(1, 65535), help="Default: 8000, or any free port when that is taken.")
def serve(folder: Path, as_of: date | None, audience: str | None, port: int | None) -> None:
    """Show the site in a browser, rebuilt at every change.

    On this machine only, so it shows everything, also what is not for everybody. A mistake keeps the last good site and
    is shown in the page and here. Ctrl-C ends it.
    """
    from bsc_site.serving import Circle, Order, preview  # noqa: PLC0415  # see check

    signal.signal(signal.SIGTERM, signal.default_int_handler)  # where no Ctrl-C reaches it, started by nohup or `&`
    with _names_checked():
        preview(Order(folder, as_of or _today(), audience or Circle.EVERYTHING, environment=os.environ), port)


@cli.command()
@_in_project
@dated
@click.argument("name", metavar="KPI|RULE")
def explain(folder: Path, as_of: date | None, name: str) -> None:
    """Print how a KPI got its status, or what a rule means.

    For a KPI the whole calculation, step by step; for a rule such as BSC012 also how to mend it.
    """
    from bsc_site.model.rules import RULES  # noqa: PLC0415  # see check
    from bsc_site.wording.problems.problem_lines import rule_page  # noqa: PLC0415  # likewise

    if name.upper() in RULES:
        click.echo("\n".join(rule_page(name.upper())))
        return
    if RULE_CODE.fullmatch(name.upper()):
        raise click.UsageError(f"there is no rule {name.upper()}; the codes run from {min(RULES)} to {max(RULES)}")
    from bsc_site.explaining import explained  # noqa: PLC0415  # see check
    from bsc_site.outcomes import Order  # noqa: PLC0415  # likewise

    with _names_checked():
        told = explained(Order(folder, as_of or _today(), environment=os.environ), name)
    _print_problems(told.problems if told.refused else ())
    click.echo("\n".join(told.lines))
    sys.exit(PROBLEMS if told.refused else FINE)


@cli.command()
@_in_project
def schema(folder: Path) -> None:  # noqa: ARG001  # the same for every project
    """Print the JSON Schema of the scorecard's YAML, for editors."""
    from bsc_site.load.schema import scorecard_schema  # noqa: PLC0415  # see check

    click.echo(json.dumps(scorecard_schema(), ensure_ascii=False, indent=2))


@cli.command()
@click.argument("folder", type=click.Path(file_okay=False, path_type=Path), default=".", metavar="[DIR]")
@click.option(
    "--preset",
    type=click.Choice([each.value for each in Preset]),
    default="private",
    show_default=True,
    help="The kind of organisation.",
)
@click.option("--here", is_flag=True, help="Replace the demo of a copied repository.")
@in_folder("base", "Where DIR is; default: here.")
def init(folder: Path, preset: str, base: Path, *, here: bool) -> None:
    """Start a new project in DIR; default: here.

    With YAML, data, mkdocs.yml, a workflow for GitHub Pages and what it installs; nothing that stands there is
    overwritten. With --here, in a copy of the repository of bsc-site, the demo makes way for it: only files go that are
    exactly the demo's.
    """
    from bsc_site.publish.starting.beginning import begin, begin_here  # noqa: PLC0415  # see check

    script = Path(sys.argv[0])
    named = script.stem != "bsc-site" or shutil.which("bsc-site") is not None
    told = (begin_here if here else begin)(base / folder, Preset(preset), _today(), None if named else script)
    click.echo("\n".join(told))


@cli.command()
@_in_project
@click.argument("file", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@click.option("--kpi", metavar="ID", help="The one KPI that it is for, of the project or a new one.")
@click.option(
    "--format",
    "form",
    type=click.Choice(["text", "json"]),
    default="text",
    show_default=True,
    help="YAML with remarks, or a JSON object.",
)
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


@cli.command("import")
@_in_project
@dated
@click.argument("file", type=click.Path(exists=True, path_type=Path))
@click.option("--disaggregations", is_flag=True, help="Open SDG: make every series a KPI, not the headline alone.")
def import_(folder: Path, as_of: date | None, file: Path, *, disaggregations: bool) -> None:
    """Read StratML, Excel scorecards, Open SDG, or a filled template.

    A scorecard becomes YAML and data, and nothing that stands in the project is overwritten; what it has no place for
    is told line by line. Figures that were filled in join data/entered.csv, all of them or none.
    """
    from bsc_site.interchange.importing import imported  # noqa: PLC0415  # see check
    from bsc_site.outcomes import Order  # noqa: PLC0415  # likewise

    if disaggregations and not (file.is_dir() or file.suffix.lower() == ".zip"):
        raise click.UsageError("--disaggregations is for a data repository of Open SDG, a folder or a ZIP file")
    order = Order(folder, as_of or _today(), environment=os.environ)
    told = imported(order, file, disaggregations=disaggregations)
    _print_problems(told.remarks)
    click.echo("\n".join(told.lines))


@cli.command()
@_in_project
@dated
@click.argument("form", type=click.Choice(["stratml", "template", "xlsx"]), metavar="FORMAT")
@click.option("--format", "kind", type=click.Choice(["xlsx", "csv"]), help="The kind of template; default: xlsx.")
@click.option("--scorecard", metavar="ID", help="Which one; default: the one at the top.")
@click.option("--audience", help="Whose file it is; default: the widest audience's. `all` leaves nothing out.")
@click.option("--out", type=click.Path(dir_okay=False, path_type=Path), help="The file; default: one below build/.")
def export(folder: Path, as_of: date | None, form: str, audience: str | None, **options: Any) -> None:
    """Write a file for others: stratml, xlsx, a template to fill in.

    What the format has no place for is told key by key. `import` reads a template once it is filled.
    """
    from bsc_site.interchange.exporting import Wanted, exported  # noqa: PLC0415  # see check
    from bsc_site.pipeline import Circle, Order  # noqa: PLC0415  # likewise

    if options["kind"] and form != "template":
        raise click.UsageError(f"--format is for a template; {form} has one form")
    with _names_checked():
        order = Order(folder, as_of or _today(), audience or Circle.WIDEST, environment=os.environ)
        word = "template-csv" if form == "template" and options["kind"] == "csv" else form
        told = exported(order, Wanted(word, options["scorecard"], options["out"]))
    _print_problems(told.problems)
    click.echo("\n".join(told.lines) or "Nothing was written.")
    sys.exit(FINE if told.lines else PROBLEMS)


@cli.command()
@_in_project
@dated
def fetch(folder: Path, as_of: date | None) -> None:
    """Write what connections say below data/fetched/.

    A file for each KPI, to be committed; builds without the connection read it.
    """
    from bsc_site.interchange.fetching import fetched  # noqa: PLC0415  # see check
    from bsc_site.outcomes import Order  # noqa: PLC0415  # likewise

    told = fetched(Order(folder, as_of or _today(), environment=os.environ))
    _print_problems(told.problems)
    click.echo("\n".join(told.lines))
    sys.exit(PROBLEMS if told.refused else FINE)


def main(arguments: Sequence[str] | None = None) -> NoReturn:
    """Run one command and leave with its exit code."""
    output = sys.stdout
    unburdened()
    printable()
    try:
        code = _exit_code(None if arguments is None else list(arguments))
        sys.stdout.flush()
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        code = UNHEARD
    except SystemExit:
        if sys.stdout is output:  # click puts another in its place when nobody reads on
            raise
        code = UNHEARD
    sys.exit(code)


def _exit_code(arguments: list[str] | None) -> int:
    try:
        return int(cli.main(args=arguments, prog_name="bsc-site", standalone_mode=False) or FINE)
    except click.Abort:
        return INTERRUPTED
    except click.ClickException as error:
        error.show()
        return error.exit_code
    except PublishError as error:
        _print_problems(error.problems)
        return error.exit_code
    except MemoryError:
        from bsc_site.model.rules import problem  # noqa: PLC0415  # see check

        _print_problems((problem("BSC914", Place("."), "the memory of this machine is too small for the project"),))
        return MACHINE


@contextmanager
def _names_checked() -> Iterator[None]:
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


def _print_problems(problems: Sequence[Problem], form: str = "text", folder: Path = Path()) -> None:
    """Plain lines go to standard error with a summary on standard output; JSON and annotations to standard output.

    Annotations name files as seen from here, which is the top of the repository in a workflow.
    """
    from bsc_site.wording.problems.printed import printed  # noqa: PLC0415  # see check

    told = printed(problems, form, folder)
    _echo(told.errors, told.lines)


def _echo(errors: Sequence[str], lines: Sequence[str]) -> None:
    for line in errors:
        click.echo(line, err=True)
    for line in lines:
        click.echo(line)
