"""Plainer texts: what a text that is no period would be without its remark, or without a slip of the pen."""

from __future__ import annotations

import re
from collections.abc import Iterator

from bsc_site.load.spellings.month_names import months_of, nearest_month
from bsc_site.load.spellings.spelled import spelled

_BRACKETS = re.compile(r"\s*[\[(][^\])]*[\])]?\s*")
_NUMBER = re.compile(r"^(.*\d)\s+\d{1,2}\)$")
_BEHIND = re.compile(r"^(.*\d)(?:[\s,;:*-]\D+|\s+\d{1,2}|[^\W\d_])$")
_DIGIT = re.compile(r"\d")
_GAP = re.compile(r"[\s:]+")
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
    matches = (_NUMBER.match(bare), _BEHIND.match(bare))
    for rest in (*(each[1] for each in matches if each), _behind_words(bare)):
        if rest is not None:
            yield rest.strip()
            yield from _mended(rest.strip())


def _behind_words(text: str) -> str | None:
    """What follows the words at the beginning: the word with the first digit, from its first colon on if it has one.

    None without such words. No place is looked at twice, for a cell may hold a whole page.
    """
    digit = _DIGIT.search(text)
    if digit is None or "\n" in text[digit.start() :]:
        return None
    blank = max((at for at, sign in enumerate(text[: digit.start()]) if sign.isspace()), default=0)
    gap = _GAP.search(text, max(1, blank), digit.start())
    return text[gap.end() :] if gap else None


def _mended(text: str) -> Iterator[str]:
    """The text with a misspelt month in English, where it has the shape of a month or a day."""
    shape = spelled(text)
    name = shape.parts.get("name") if shape else None
    if name and not months_of([name])[name]:
        month = nearest_month(name)
        if month is not None:
            yield text.replace(name, _ENGLISH[month - 1])


_ENGLISH = ["JAN", "FEB", "MAR", "APR", "MAY", "JUN", "JUL", "AUG", "SEP", "OCT", "NOV", "DEC"]
