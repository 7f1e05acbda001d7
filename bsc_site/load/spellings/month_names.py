"""Names of months in the languages of CLDR, and what a column of them can mean."""

from __future__ import annotations

import unicodedata
from collections.abc import Collection, Iterable, Iterator, Sequence
from difflib import get_close_matches
from functools import cache, lru_cache
from pathlib import Path

_ENGLISH = {
    name: number
    for number, names in enumerate(
        (
            "JAN JANUARY",
            "FEB FEBRUARY",
            "MAR MARCH",
            "APR APRIL",
            "MAY",
            "JUN JUNE",
            "JUL JULY",
            "AUG AUGUST",
            "SEP SEPT SEPTEMBER",
            "OCT OCTOBER",
            "NOV NOVEMBER",
            "DEC DECEMBER",
        ),
        start=1,
    )
    for name in names.split()
}
_COMMON = (
    "en de de_AT fr es it nl pt pl sv da nb nn fi cs sk hu ro bg el hr sl sr et lv lt ga mt is tr uk ru mk sq ca eu gl "
    "cy ja ko zh ar he hi id ms vi th fa"
)
"""Languages that are asked first: an unusual language shall not make a usual name ambiguous."""
_ABBREVIATED = 3
"""Letters of a name from which on it can stand for the whole: Janu, Febr."""


def months_of(names: Collection[str], language: str | None = None) -> dict[str, frozenset[int]]:
    """What each name of a column can mean, one month where nothing is in doubt, none for what is no name.

    Names are in capitals. English comes first, as in most exports; then the languages that know every name of the
    column, then each name alone. A declared language goes before all.
    """
    if language:
        own = _in_language(language)
        return {name: _one(own.get(_bare(name)) or _ENGLISH.get(_bare(name))) for name in names}
    if all(_bare(name) in _ENGLISH for name in names):
        return {name: _one(_ENGLISH[_bare(name)]) for name in names}
    knowing = [each for each in map(_in_language, _COMMON.split()) if all(_bare(name) in each for name in names)]
    if knowing:
        return {name: frozenset(each[_bare(name)] for each in knowing) for name in names}
    return {name: _alone(_bare(name)) for name in names}


def languages_of(name: str) -> dict[int, str]:
    """For each month that a name can mean a language, by its code, in which it does."""
    found: dict[int, str] = {}
    for language in _languages_with(_bare(name)):
        found.setdefault(_in_language(language)[_bare(name)], language)
    return found


def nearest_month(name: str) -> int | None:
    """The month of which a text is a slip of the pen: FBE is February; None for one that is near to none."""
    bare = _bare(name)
    near = [each for each in _ENGLISH if sorted(each) == sorted(bare)]
    near += get_close_matches(bare, [each for each in _ENGLISH if abs(len(each) - len(bare)) <= 1], n=1, cutoff=0.66)
    return _ENGLISH[near[0]] if near else None


def in_english(name: str) -> int | None:
    """The month of an English name; None for any other text."""
    return _ENGLISH.get(_bare(name))


def language_is_known(language: str) -> bool:
    """Whether names of months are known in a language."""
    return bool(_in_language(language))


def _one(month: int | None) -> frozenset[int]:
    return frozenset() if month is None else frozenset({month})


def _alone(name: str) -> frozenset[int]:
    if name in _ENGLISH:
        return frozenset({_ENGLISH[name]})
    found = frozenset(_in_language(each)[name] for each in _languages_with(name))
    return found or _beginning(name)


def _beginning(name: str) -> frozenset[int]:
    if len(name) <= _ABBREVIATED:
        return frozenset()
    return frozenset(month for full, month in _ENGLISH.items() if full.startswith(name))


@lru_cache(maxsize=4096)
def _languages_with(name: str) -> tuple[str, ...]:
    common = tuple(each for each in _COMMON.split() if name in _in_language(each))
    return common or tuple(each for each in _written() if name in _in_language(each))


def _in_language(language: str) -> dict[str, int]:
    """Every name of a month in one language, long and short, in capitals and without points and accents."""
    written = _written().get(language)
    return _of_cldr(language) if written is None else written


@cache
def _written() -> dict[str, dict[str, int]]:
    """The names in all languages from a file made beforehand: CLDR itself takes a second and 130 MB to be asked."""
    lines = Path(__file__).with_suffix(".txt").read_text(encoding="utf-8").splitlines()
    return {language: _taken_apart(months) for language, *months in (line.split("\t") for line in lines)}


def _taken_apart(months: Sequence[str]) -> dict[str, int]:
    return {name: month for month, names in enumerate(months, start=1) for name in names.split("|") if name}


def names_of_cldr() -> Iterator[str]:
    """The lines of that file: a language and twelve months, parted by tabs, the names of each parted by `|`."""
    from babel.localedata import locale_identifiers  # noqa: PLC0415  # the file is made from it, once

    usual = {each for each in locale_identifiers() if "_" not in each} | {*_COMMON.split()}
    for language in sorted(usual):
        names = _of_cldr(language)
        yield "\t".join((language, *("|".join(sorted(n for n in names if names[n] == month)) for month in _MONTHS)))


@lru_cache(maxsize=64)
def _of_cldr(language: str) -> dict[str, int]:
    """The same from CLDR, for the file and for a declared language that is not in it, such as pt_BR."""
    from babel import Locale, UnknownLocaleError  # noqa: PLC0415  # most tables name their months as the file does

    try:
        months = Locale.parse(language, sep="-" if "-" in language else "_").months
    except (ValueError, UnknownLocaleError):
        return {}
    widths: Iterable[dict[int, str]] = (months[use][width] for use in ("format", "stand-alone") for width in _WIDTHS)
    known = {_bare(name): month for names in widths for month, name in names.items() if not name.isdigit()}
    return _SHORTER.get(language, {}) | known | _NUMBERED


_MONTHS = range(1, 13)
_WIDTHS = ("wide", "abbreviated")
_NUMBERED = {f"M{month:02d}": month for month in _MONTHS}
"""Names in CLDR where a language has none of its own; Babel tells them or not, by what it was asked before."""
_SHORTER = {"de": {"MRZ": 3, "MAERZ": 3}, "de_AT": {"FEBER": 2}, "fr": {"FEV": 2, "AOU": 8}, "it": {"SETT": 9}}
"""Names that spreadsheets write and CLDR does not know."""


@lru_cache(maxsize=4096)
def _bare(name: str) -> str:
    """The name in capitals without points and accents, as it may stand in an export: FEVR for févr."""
    plain = unicodedata.normalize("NFD", name.upper().replace(".", "").strip())
    return unicodedata.normalize("NFC", "".join(letter for letter in plain if unicodedata.category(letter) != "Mn"))
