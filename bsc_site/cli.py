"""The command line: arguments in, problems printed, exit code out."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import NoReturn

import click

from bsc_site import __version__
from bsc_site.commands.exchange_commands import export, import_
from bsc_site.commands.history_commands import diff
from bsc_site.commands.library_commands import library
from bsc_site.commands.meeting_commands import review
from bsc_site.commands.news_commands import digest
from bsc_site.commands.options import in_folder
from bsc_site.commands.process import printable, unburdened
from bsc_site.commands.project_commands import doctor, fetch, init, schema, suggest
from bsc_site.commands.site_commands import assemble, build, check, explain, serve, verify
from bsc_site.commands.telling import FINE, INTERRUPTED, MACHINE, UNHEARD, print_problems
from bsc_site.model.failure import PublishError
from bsc_site.model.problem import Place


@click.group(context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, prog_name="bsc-site", help="Print the version.")
@in_folder("folder", "The project; here or after the command.")
def cli(folder: Path) -> None:  # each command asks for it
    """Balanced scorecards as code: strategy as YAML and KPI data in, a static site out.

    Exit codes: 0 fine, 1 problems in the input and nothing published, 2 wrong usage, 3 the machine failed.
    """


COMMANDS = (
    assemble,
    build,
    check,
    diff,
    digest,
    doctor,
    explain,
    export,
    fetch,
    import_,
    init,
    library,
    review,
    schema,
    serve,
    suggest,
    verify,
)
for command in COMMANDS:
    cli.add_command(command)


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
        with _in_own_language():
            return int(cli.main(args=arguments, prog_name="bsc-site", standalone_mode=False) or FINE)
    except click.Abort:
        return INTERRUPTED
    except click.ClickException as error:
        error.show()
        return error.exit_code
    except PublishError as error:
        print_problems(error.problems)
        return error.exit_code
    except MemoryError:
        from bsc_site.model.rules import problem  # noqa: PLC0415  # see check

        print_problems((problem("BSC914", Place("."), "the memory of this machine is too small for the project"),))
        return MACHINE


@contextmanager
def _in_own_language() -> Iterator[None]:
    """Tell everything in the language that the variable BSC_LANGUAGE names; without it in English, at no cost."""
    if not os.environ.get("BSC_LANGUAGE"):
        yield
        return
    from bsc_site.speech import terminal_language  # noqa: PLC0415  # see check
    from bsc_site.wording.language import speaking  # noqa: PLC0415  # likewise

    language, remark = terminal_language(os.environ)
    if remark:
        click.echo(remark, err=True)
    with speaking(language):
        yield
