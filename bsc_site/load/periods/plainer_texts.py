"""Plainer texts: what a text that is no period would be without its remark, or without a slip of the pen."""

from __future__ import annotations

import re
from collections.abc import Iterator

from bsc_site.load.spellings.month_names import months_of, nearest_month
from bsc_site.load.spellings.spelled import spelled

_BRACKETS = re.compile(r"\s*[\[(][^\])]*[\])]?\s*")
_NUMBER = re.compile(r"^(.*\d)\s+\d{1,2}\)$")
_BEHIND = re.compile(r"^(.*\d)(?:[\s,;:*-]+\D+|\s+\d{1,2}|[^\W\d_])$")
_BEFORE = re.compile(r"^\D+?[\s:]+(\S*\d.*)$")
_YEARS = re.compile(r"\d{4} ?[-/] ?(\d{4})")
_NAME = re.compile(r"[^\W\d_]{3,}")


def plainer_texts(text: str) -> Iterator[str]:
    """Texts, in capitals, that `text` may stand for, likeliest first: without brackets, without words, mended."""
    years = _YEARS.fullmatch(text)
    if years is not None:
        yield years[1]
    bare = _BRACKETS.sub(" ", text).strip()
    if bare != text:
        yield bare
    yield from _mended(bare)
    for pattern in (_NUMBER, _BEHIND, _BEFORE):
        match = pattern.match(bare)
        if match is not None:
            yield match[1].strip()
            yield from _mended(match[1].strip())


def _mended(text: str) -> Iterator[str]:
    """The text with a misspelt month in English, where it has the shape of a month or a day."""
    shape = spelled(text)
    name = shape.parts.get("name") if shape else None
    if name and not months_of([name])[name]:
        month = nearest_month(name)
        if month is not None:
            yield text.replace(name, _ENGLISH[month - 1])


_ENGLISH = ["JAN", "FEB", "MAR", "APR", "MAY", "JUN", "JUL", "AUG", "SEP", "OCT", "NOV", "DEC"]
