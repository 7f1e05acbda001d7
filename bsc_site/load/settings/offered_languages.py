"""Languages: those in which sites and problem lines are written, by their codes."""

from __future__ import annotations

from functools import cache

from bsc_site.model.translated.prose import CODE

SOURCE = "en"
"""The language of the sentences in the code."""
OFFERED = (SOURCE, "ar", "de", "es", "fr", "ja")
"""Each of the others has a catalogue in `wording/catalogues/`, kept so by a test."""


def offered_language(code: str) -> str | None:
    """Of the languages offered that which a code asks for: `de` for `de`, `DE` and `de-AT`; None for no other."""
    plain = code.strip().replace("_", "-").lower()
    return next((each for each in (plain, plain.partition("-")[0]) if each in OFFERED), None)


@cache
def known(code: str) -> bool:
    """Whether a code is that of a language of which numbers, dates and words are known."""
    from babel import Locale, UnknownLocaleError  # noqa: PLC0415  # most scorecards have one language

    if CODE.fullmatch(code) is None:
        return False
    try:
        Locale.parse(code, sep="-")
    except (UnknownLocaleError, ValueError):
        return False
    return True


def base(code: str) -> str:
    """The language without its region: `de` of `de-CH`."""
    return code.partition("-")[0].lower()
