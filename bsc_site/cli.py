"""The command line: arguments in, problems printed, exit code out."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from functools import partial
from pathlib import Path
from typing import Any, NoReturn

import click

from bsc_site import __version__
from bsc_site.commands.exchange_commands import export, import_
from bsc_site.commands.history_commands import diff
from bsc_site.commands.library_commands import library
from bsc_site.commands.meeting_commands import review
from bsc_site.commands.news_commands import digest
from bsc_site.commands.options import Doing, in_folder
from bsc_site.commands.process import comes_of_an_end, endable, printable, unburdened
from bsc_site.commands.project_commands import doctor, fetch, init, schema, suggest
from bsc_site.commands.site_commands import assemble, build, check, explain, serve, verify
from bsc_site.commands.telling import FINE, INTERRUPTED, MACHINE, UNHEARD, heard, print_problems, told_of
from bsc_site.commands.unforeseen import hooked, machine_error
from bsc_site.model.failure import PublishError


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
    words, doing = list(sys.argv[1:] if arguments is None else arguments), Doing()
    output = sys.stdout
    unburdened()
    printable()
    if arguments is None:
        endable()
        hooked(lambda: doing.folder, lambda: [doing.command, *words])
    code: int | str | None
    try:
        code = _exit_code(words, doing)
    except KeyboardInterrupt:
        code = INTERRUPTED
    except SystemExit as end:
        nobody_hears = sys.stdout is not output and output is not None  # click puts another in its place
        code = UNHEARD if nobody_hears else end.code
    sys.exit(heard(code))


def _exit_code(words: list[str], doing: Doing) -> int:
    try:
        with _in_own_language() as told:
            return int(_run(told, words, doing) or FINE)
    except click.Abort:
        return INTERRUPTED
    except BrokenPipeError:
        return UNHEARD
    except Exception as error:
        if comes_of_an_end(error):
            raise KeyboardInterrupt from error
        if sys.flags.dev_mode:  # whoever works on the program wants to see all of it
            raise
        return told_of(partial(_tell_of, error, doing, words), MACHINE)


def _run(told: click.Group, words: list[str], doing: Doing) -> Any:
    """What a command answers; wrong usage and what stops it are told of while its language is still spoken."""
    try:
        return told.main(args=words, prog_name="bsc-site", standalone_mode=False, obj=doing)
    except click.ClickException as error:
        return told_of(error.show, error.exit_code)
    except PublishError as error:
        return told_of(partial(print_problems, error.problems), error.exit_code)


def _tell_of(error: Exception, doing: Doing, words: list[str]) -> None:
    """What nobody foresaw, as a problem; plainly where even that cannot be told, as in a broken installation."""
    try:
        print_problems(machine_error(error, doing.folder, [doing.command, *words]).problems)
    except ImportError as missing:
        package = str(missing.name).partition(".")[0]
        click.echo(f"bsc-site: the package {package} cannot be loaded by this Python; install bsc-site anew", err=True)


@contextmanager
def _in_own_language() -> Iterator[click.Group]:
    """Tell everything in the language that the variable BSC_LANGUAGE names; without it in English, at no cost.

    Yields the commands with their help in that language.
    """
    if not os.environ.get("BSC_LANGUAGE"):
        yield cli
        return
    from bsc_site.commands.click_words import in_own_words  # noqa: PLC0415  # see check
    from bsc_site.commands.spoken_help import told_in  # noqa: PLC0415  # likewise
    from bsc_site.speech import terminal_language  # noqa: PLC0415  # see check
    from bsc_site.wording.language import speaking  # noqa: PLC0415  # likewise

    language, remark = terminal_language(os.environ)
    if remark:
        click.echo(remark, err=True)
    with speaking(language), in_own_words():
        yield told_in(cli)
