"""The page of all commands and options, from the commands themselves."""

from __future__ import annotations

import inspect
from collections.abc import Iterator

import click

from bsc_site.cli import cli
from tests.docs.reference.cells import cell

_HEAD = """\
# Commands

Every command of `bsc-site`, with its options, as `bsc-site COMMAND --help` prints them. A command works on the project
in the folder where it is called, or on the one that `-C DIR` names, before the command or after it.

| exit code | means |
|---|---|
| 0 | fine |
| 1 | problems in the input; nothing was published |
| 2 | wrong usage |
| 3 | the machine failed: a full disk, a missing engine |

Problems go to standard error, one line each: file, line, column, code, severity, what, and how to mend it.
[Every code](rules.md) has its place.
"""


def commands_page() -> str:
    """The page as Markdown, commands by name."""
    sections = ("\n".join(_section(name, command)) for name, command in sorted(cli.commands.items()))
    return "\n".join([_HEAD, *sections])


def _section(name: str, command: click.Command) -> Iterator[str]:
    usage = [_shown(each) for each in command.params if isinstance(each, click.Argument)]
    yield f"## {name}\n"
    yield f"`{' '.join(['bsc-site', name, '[OPTIONS]', *usage])}`\n"
    yield f"{_paragraphs(command.help or '')}\n"
    options = [each for each in command.params if isinstance(each, click.Option)]
    if options:
        yield "| option | takes | does |"
        yield "|---|---|---|"
        yield from (f"| `{', '.join(each.opts)}` | {_takes(each)} | {_does(each)} |" for each in options)
        yield ""


def _paragraphs(text: str) -> str:
    """The words of the help, one line a paragraph."""
    return "\n\n".join(" ".join(part.split()) for part in inspect.cleandoc(text).split("\n\n"))


def _shown(parameter: click.Parameter) -> str:
    """How an argument stands in the usage."""
    return parameter.make_metavar(click.Context(cli))


def _takes(option: click.Option) -> str:
    if option.is_flag:
        return ""
    if isinstance(option.type, click.Choice):
        return ", ".join(f"`{each}`" for each in option.type.choices)
    return f"`{cell(option.make_metavar(click.Context(cli)))}`"


def _does(option: click.Option) -> str:
    words = [option.help or ""]
    if option.required:
        words.append("It has to be given.")
    if option.show_default and isinstance(option.default, str):
        words.append(f"Default: `{option.default}`.")
    if isinstance(option.type, click.IntRange):
        known = [(option.type.min, "At least"), (option.type.max, "at most")]
        words.append(", ".join(f"{said} {bound}" for bound, said in known if bound is not None) + ".")
    return cell(" ".join(words))
