"""Year spans: texts such as 2016-2018 that name the first and the last of several years."""

from __future__ import annotations

import re
from collections.abc import Iterable

from bsc_site.load.spellings.spelled import normal

_SPAN = re.compile(r"(\d{4}) ?(?:-|/|TO|BIS|AU|UNTIL) ?(\d{4}|\d{2})", re.ASCII)
_MONTH = re.compile(r"\d{4}[-/](?:0[1-9]|1[0-2])", re.ASCII)
_LONGEST = 30
_CENTURY = 100


def years_of_span(text: str) -> tuple[int, int] | None:
    """The first and last year of a text in capitals; None for one that names no span, or one backwards."""
    found = _SPAN.fullmatch(text)
    if found is None:
        return None
    first, last = int(found[1]), int(found[2])
    if last < _CENTURY:
        last += first - first % _CENTURY
        last += _CENTURY if last < first else 0
    return (first, last) if first < last <= first + _LONGEST else None


def is_span(text: str) -> bool:
    """Whether a text, in whatever letters and dashes, names a span of years."""
    return years_of_span(normal(text)) is not None


def may_be_month(text: str) -> bool:
    """Whether the second number of a span can be that of a month, as in 2001-03."""
    return _MONTH.fullmatch(text) is not None


def width_of_all(texts: Iterable[str]) -> int | None:
    """By how many years all of several texts span alike; None where one does not, or where there is only one."""
    spans = {text: years_of_span(text) for text in texts}
    widths = {span[1] - span[0] if span is not None else None for span in spans.values()}
    return widths.pop() if len(spans) > 1 and len(widths) == 1 else None


def year_of_span(first: int, last: int, belongs: str) -> int:
    """The year to which a figure of such a span belongs: the last, the first or the middle one."""
    return {"last": last, "first": first, "middle": (first + last) // 2}[belongs]
