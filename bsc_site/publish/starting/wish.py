"""What somebody wishes of a new project beside the kind of organisation."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from bsc_site.load.library.library_measure import LibraryMeasure, LibrarySector, Sector
from bsc_site.load.library.shelves import library_sector
from bsc_site.model.value_class import dataclass


@dataclass(frozen=True, slots=True)
class Wish:
    """A sector whose objectives it begins with, measures of the library on top, and how its year and cascade are."""

    sector: LibrarySector | None = None
    measures: tuple[LibraryMeasure, ...] = ()
    year_starts: int = 1
    """The month in which the year begins."""
    children: int = 0
    """How many scorecards cascade from the one at the top."""
    language: str = "en"
    """Of the site, one of those that are offered."""
    site_id: str = ""
    """What tells the site from every other one while it has no address; empty for nothing."""


NO_WISH = Wish()
"""The preset as it is."""


def wish_of(sector: str, measures: Iterable[LibraryMeasure], **plain: Any) -> Wish:
    """The wish as it was typed; the name of the sector is empty where none was named."""
    return Wish(library_sector(Sector(sector)) if sector else None, tuple(measures), **plain)
