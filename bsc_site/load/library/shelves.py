"""Reads the library: every sector with its measures, from the files beside this module."""

from __future__ import annotations

from functools import cache
from importlib.resources import files

import msgspec
import yaml

from bsc_site.load.library.library_measure import LibraryMeasure, LibrarySector, Sector, Shelved

_FOLDER = files("bsc_site.load.library") / "sectors"
_LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


@cache
def library_sector(sector: Sector) -> LibrarySector:
    """One sector. Raises msgspec.ValidationError when its file does not hold what it should."""
    text = (_FOLDER / f"{sector.value}.yml").read_text(encoding="utf-8")
    return msgspec.convert(yaml.load(text, _LOADER), LibrarySector)  # noqa: S506  # a safe loader, by name


@cache
def measures_by_id() -> dict[str, LibraryMeasure]:
    """Every measure by its id."""
    return {each.measure.id: each.measure for each in all_measures()}


def all_measures() -> tuple[Shelved, ...]:
    """Every measure of every sector, sector by sector, those for any organisation first."""
    return tuple(Shelved(each, measure) for each in map(library_sector, Sector) for measure in each.measures)
