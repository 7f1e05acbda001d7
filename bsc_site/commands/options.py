"""The options of the commands, and the words that are more than a text."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import click

from bsc_site.commands.telling import say

_ADDRESS = re.compile(r"https?://\w[\w.-]*(?::\d{1,5})?(?:/[^\s?#\"'<>\\]*)?", re.IGNORECASE)
"""A scheme, a host and folders; what follows `?` or `#` is no place where a site stands."""


_FOLDER = click.Path(file_okay=False, resolve_path=True, path_type=Path)
"""Where something is to be written."""


class Doing:
    """What the program is doing, for whoever has to tell of a failure."""

    def __init__(self) -> None:
        """Nothing yet, here."""
        self.folder = Path()
        self.command = ""


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
            self.fail(say("'{value}' is not a date; write it like 2025-06-30", value=value), param, ctx)


class SiteAddress(click.ParamType[str]):
    """An address written https://example.org/scorecard/."""

    name = "url"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> str:
        """The address with a slash at its end; a usage error when no site can stand there."""
        if not _ADDRESS.fullmatch(value):
            told = say(
                "'{value}' is not the address of a site; write it like https://example.org/scorecard/", value=value
            )
            self.fail(told, param, ctx)
        return f"{value.rstrip('/')}/"


def _from_here(ctx: click.Context, param: click.Parameter, value: Path) -> Path:
    """The folder seen from the one that was named before the command, as in `bsc-site -C DIR check`."""
    before = ctx.parent.params["folder"] if ctx.parent else Path()
    folder: Path = before / value
    if not folder.is_dir():
        raise click.BadParameter(say("there is no folder '{folder}'", folder=folder), ctx, param)
    if isinstance(ctx.obj, Doing):
        ctx.obj.folder, ctx.obj.command = folder, ctx.info_name or ""
    return folder


def in_folder(name: str, words: str) -> Callable[[Callable[..., Any]], Callable[..., Any]]:
    """The option `-C`, by which a command works in another folder."""
    place = click.Path(path_type=Path)
    return click.option("-C", name, type=place, default=".", metavar="DIR", callback=_from_here, help=words)


in_project = in_folder("folder", "The project; default: here.")


def _today() -> date:
    """The one place where the clock is read."""
    return date.today()  # noqa: DTZ011  # the reader's own day is meant


def today() -> date:
    """The reader's own day."""
    return _today()


def _or_today(ctx: click.Context, param: click.Parameter, value: date | None) -> date:  # noqa: ARG001  # as click calls it
    return value or today()


def dated(command: Callable[..., Any]) -> Callable[..., Any]:
    """The option `--as-of`; the reader's own day where it is not given."""
    words = "The date to judge for; default: today."
    return click.option("--as-of", type=IsoDate(), callback=_or_today, help=words)(command)


def for_audience(words: str) -> Callable[[Callable[..., Any]], Callable[..., Any]]:
    """The option `--audience`, whose default `words` tell."""
    return click.option("--audience", help=words)


def printed_as(words: str, *kinds: str) -> Callable[[Callable[..., Any]], Callable[..., Any]]:
    """The option `--format` of what a command prints: text unless one of the other `kinds` is asked for."""
    kind = click.Choice(["text", *kinds])
    return click.option("--format", "form", type=kind, default="text", show_default=True, help=words)


def strictly(command: Callable[..., Any]) -> Callable[..., Any]:
    """The option `--strict`."""
    return click.option("--strict", is_flag=True, help="A warning is an error.")(command)


def delivered(command: Callable[..., Any]) -> Callable[..., Any]:
    """The options of a build: which part, where it goes, where it will stand, and what it may be made from."""
    only = click.option("--only", multiple=True, metavar="SCORECARD", help="A part of the site; may be repeated.")
    out = click.option("--out", type=_FOLDER, help="The site; default: build/site, for a part build/parts/SCORECARD.")
    url = click.option(
        "--site-url", type=SiteAddress(), help="Where the site will stand; default: site_url of mkdocs.yml."
    )
    count = click.IntRange(min=1)
    jobs = click.option("--jobs", type=count, help="Processes that write pages; default: one for each processor.")
    no_cache = click.option("--no-cache", is_flag=True, help="Make everything anew.")
    return only(out(url(jobs(no_cache(command)))))


def from_parts(command: Callable[..., Any]) -> Callable[..., Any]:
    """The folders of parts, and where their site goes."""
    part = click.Path(exists=True, file_okay=False, path_type=Path)
    parts = click.argument("parts", nargs=-1, required=True, type=part, metavar="DIR...")
    return parts(click.option("--out", type=_FOLDER, help="The site; default: build/site.")(command))
