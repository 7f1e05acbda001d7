"""Rolling months: the year of each month in a column that names months alone, from the year of the first one."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from bsc_site.load.periods.column_rules import AmbiguousPeriodError
from bsc_site.model.period import MONTHS_A_YEAR
from bsc_site.model.saying.said import said
from bsc_site.model.sentences.in_data.date_sentences import ROLLING_MONTHS


def years_of_months(months: Sequence[int], year: int) -> dict[int, int]:
    """The year of each month, as they stand in the column: Nov, Dec, Jan, Feb go on from one year into the next.

    `months` are distinct, in the order of their first rows or headings. A column that begins with its latest month
    and goes back over the turn of a year raises AmbiguousPeriodError: its year can be that of either end.
    """
    forward = _steps(months, 1)
    back = _steps(months, -1)
    turns = any(later < earlier for earlier, later in pairwise(months))
    rises = any(later > earlier for earlier, later in pairwise(months))
    if not turns or (not rises and back <= forward):
        return dict.fromkeys(months, year)
    if forward < MONTHS_A_YEAR and forward <= back:
        return _rolled(months, year)
    if back == len(months) - 1:
        raise AmbiguousPeriodError(said(ROLLING_MONTHS), reason="roll")
    return dict.fromkeys(months, year)


def _steps(months: Sequence[int], direction: int) -> int:
    """Months from the first to the last when each follows the one before in one direction."""
    return sum((later - earlier) * direction % MONTHS_A_YEAR for earlier, later in pairwise(months))


def _rolled(months: Sequence[int], year: int) -> dict[int, int]:
    found: dict[int, int] = {}
    before = 0
    for month in months:
        year += month < before
        found[month] = year
        before = month
    return found
