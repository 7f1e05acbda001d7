"""What a new project is to be like: as options of `init`, or asked for on a terminal."""

from __future__ import annotations

import os
import re
import sys
from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, Any
from uuid import uuid4

import click
from click.core import ParameterSource

from bsc_site.commands.library_commands import SECTORS
from bsc_site.commands.telling import say
from bsc_site.model.vocabularies import Preset

if TYPE_CHECKING:
    from bsc_site.publish.starting.wish import Wish

PRESETS = tuple(each.value for each in Preset)
KINDS = SECTORS[1:]
"""Sectors that a project can begin with; what is for any organisation is added by its ids."""
SITE_ID = re.compile(r"[A-Za-z0-9-]{8,64}")
_MONTHS, _PARTS = click.IntRange(1, 12), click.IntRange(0, 9)


def wished(command: Callable[..., Any]) -> Callable[..., Any]:
    """The options by which a new project is wished for."""
    kind = click.option("--preset", type=click.Choice(PRESETS), help="The kind of organisation; default: private.")
    sector = click.option("--sector", type=click.Choice(KINDS), help="Begin with what is usual there.")
    measures = click.option("--measures", default="", metavar="ID,ID", help="More measures of the library.")
    count = click.option("--scorecards", type=_PARTS, default=0, metavar="N", help="So many cascade from it, 0 to 9.")
    year = click.option(
        "--fiscal-year-starts", type=_MONTHS, default=1, metavar="MONTH", help="1 to 12; default: January."
    )
    language = click.option("--language", default="en", metavar="CODE", help="Of the site; default: en.")
    word = click.option("--site-id", default="", metavar="ID", help="Names its feeds; default: a random one.")
    return kind(sector(measures(count(year(language(word(command)))))))


def is_to_be_asked(context: click.Context) -> bool:
    """Whether somebody sits at a terminal and has said nothing but the folder."""
    said = {name for name in context.params if context.get_parameter_source(name) is ParameterSource.COMMANDLINE}
    return sys.stdin.isatty() and sys.stdout.isatty() and not os.environ.get("CI") and said <= {"folder", "base"}


def asked(options: Mapping[str, Any]) -> dict[str, Any]:
    """The answers; ENTER alone means what holds without any option."""
    kinds, sectors = ", ".join(PRESETS), ", ".join(KINDS)
    click.echo(say("What is it for? {kinds}; or a sector: {sectors}", kinds=kinds, sectors=sectors))
    kind = click.prompt(
        say("Kind or sector"), type=click.Choice([*PRESETS, *KINDS]), default="private", show_choices=False
    )
    chosen = {"preset": kind, "sector": None} if kind in PRESETS else {"preset": None, "sector": kind}
    return {
        **options,
        **chosen,
        "measures": click.prompt(
            say("More measures, by their ids (`bsc-site library search`)"), "", show_default=False
        ),
        "fiscal_year_starts": click.prompt(say("Month in which your year begins"), 1, type=_MONTHS),
        "scorecards": click.prompt(say("Scorecards that cascade from the first, 0 to 9"), 0, type=_PARTS),
        "language": click.prompt(say("Language of the site"), "en"),
    }


def wish_in(options: Mapping[str, Any]) -> tuple[Preset, Wish, list[str]]:
    """The kind of organisation, all else that is wished for, and what cannot be had yet.

    Raises click.UsageError for a measure that does not exist, and for a sector of another kind of organisation.
    """
    from bsc_site.interchange.choosing.answering import UnknownMeasureError, measures_of  # noqa: PLC0415  # see check
    from bsc_site.load.settings.offered_languages import offered_language  # noqa: PLC0415  # likewise
    from bsc_site.publish.starting.wish import wish_of  # noqa: PLC0415  # likewise

    ids = [each.strip() for each in options["measures"].split(",") if each.strip()]
    try:
        measures = [each.measure for each in measures_of(ids)]
    except UnknownMeasureError as error:
        raise click.UsageError(say("{error}; `bsc-site library list` names all", error=error)) from None
    language = offered_language(options["language"])
    plain = {"year_starts": options["fiscal_year_starts"], "children": options["scorecards"]}
    plain |= {"language": language or "en", "site_id": _site_id(options["site_id"])}
    wish = wish_of(options["sector"] or "", measures, **plain)
    usual = wish.sector.preset if wish.sector else Preset.PRIVATE
    preset = Preset(options["preset"]) if options["preset"] else usual
    if wish.sector and preset is not usual:
        kinds = {"sector": options["sector"], "kind": usual.value}
        raise click.UsageError(
            say("the sector {sector} is of the kind {kind}; leave --preset out, or use that", **kinds)
        )
    asked_for = options["language"]
    stays = say("The site stays English: there is no catalogue of the language '{language}' yet.", language=asked_for)
    return preset, wish, [] if language else [stays]


def _site_id(said: str) -> str:
    """The id as it was said, a random UUID (RFC 9562, version 4) without any. Raises click.UsageError for no id."""
    if said and not SITE_ID.fullmatch(said):
        raise click.UsageError(say("'{id}' is no id of a site; use 8 to 64 letters, digits and hyphens", id=said))
    return said or str(uuid4())
