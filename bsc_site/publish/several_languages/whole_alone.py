"""Parts of a site are made and joined where it is published in one language alone."""

from __future__ import annotations

from pathlib import Path

from bsc_site.load.languages.site_languages import published_languages
from bsc_site.load.settings.own_settings import place_of, read_own_settings
from bsc_site.model.failure import WrongUse
from bsc_site.model.rules import problem

_KEY = "extra.bsc_site.languages"


def must_be_one(project: Path) -> None:
    """Return where the site has one language. WrongUse where it has several."""
    codes = published_languages(project)
    if len(codes) > 1:
        place = place_of(read_own_settings(project).get(*_KEY.split(".")))
        message = f"a site in {len(codes)} languages ({', '.join(codes)}) is built whole; leave out --only and assemble"
        raise WrongUse((problem("BSC935", place, message, _KEY),))
