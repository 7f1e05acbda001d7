"""Speech: which language a site is written in and which one the terminal is told in, with their catalogues."""

from __future__ import annotations

import io
from collections.abc import Mapping
from functools import cache
from gettext import GNUTranslations
from importlib.resources import files
from pathlib import Path

from bsc_site.load.languages.site_languages import chosen_language, site_languages
from bsc_site.load.settings.offered_languages import OFFERED, SOURCE, offered_language
from bsc_site.wording.language import ENGLISH, Language

TERMINAL = "BSC_LANGUAGE"
"""The variable that names the language of problem lines and explanations."""


def site_language(project: Path) -> Language:
    """The language of a project's site: that of its theme, else the first of its scorecard; English for no other."""
    return language_of(chosen_language(site_languages(project), project))


def terminal_language(environment: Mapping[str, str]) -> tuple[Language, str]:
    """The language that the variable BSC_LANGUAGE asks for, and a remark where it is not offered and English stays."""
    asked = environment.get(TERMINAL, "").strip()
    if not asked or offered_language(asked):
        return language_of(asked or SOURCE), ""
    return (
        ENGLISH,
        f"{TERMINAL}={asked}: there is no catalogue for it, English stays; write one of {', '.join(OFFERED)}",
    )


@cache
def language_of(code: str) -> Language:
    """The language offered for a code, whose numbers and dates may be of a region (`de-CH`); English for none."""
    offered = offered_language(code)
    if offered is None or offered == SOURCE:
        return ENGLISH
    from babel import Locale, UnknownLocaleError  # noqa: PLC0415  # English needs none of it
    from babel.messages.mofile import write_mo  # noqa: PLC0415  # likewise
    from babel.messages.pofile import read_po  # noqa: PLC0415  # likewise

    with (files("bsc_site.wording") / "catalogues" / f"{offered}.po").open("rb") as file:
        catalogue = read_po(file, locale=offered)
    compiled = io.BytesIO()
    write_mo(compiled, catalogue)
    compiled.seek(0)
    try:
        locale = Locale.parse(code.strip().replace("-", "_"))
    except (UnknownLocaleError, ValueError):
        locale = Locale(offered)
    return Language(offered, locale, GNUTranslations(compiled))
