"""Proposed periods: which columns of a table may say to which period a row belongs."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from bsc_site.load.periods.date_grid import ends_periods
from bsc_site.load.proposals.column_look import ColumnLook
from bsc_site.load.tables.cells import text_of
from bsc_site.load.tables.table import Table
from bsc_site.model.period import Frequency, Period

Periods = tuple[str, ...]
"""The headings of the columns that are read as one period."""
_ROWS = 2_000
_DENSE = 0.6
_TWO = 2
_COARSE = (Frequency.YEARLY, Frequency.HALF_YEARLY, Frequency.QUARTERLY, Frequency.MONTHLY, Frequency.WEEKLY)


def period_choices(table: Table, looks: Sequence[ColumnLook]) -> list[Periods]:
    """The columns that may hold the period of a row, the first ones first; none where the file does not say."""
    whole = [look for look in looks if look.is_period]
    parts = [look for look in looks if look.part_of_year]
    years = [look for look in whole if look.looks_like_years]
    finer = [look for look in whole if look not in years]
    if not finer and years and parts:
        return [(years[0].heading, part.heading) for part in parts]
    apart = _without_repeats(table, finer or years)
    return [(look.heading,) for look in apart]


def frequency_of(periods: set[Period], year_starts: int = 1, *, events: bool = False) -> Frequency:
    """How often there is a figure: what whole periods the days stand for, days where nearly each has one, else months.

    `events` are rows that are counted or combined, which nobody has on a grid of days.
    """
    grids = {period.frequency for period in periods}
    if Frequency.DAILY not in grids:
        return min(grids, key=lambda each: each.rank, default=Frequency.MONTHLY)
    days = sorted(periods, key=lambda each: each.start)
    if len(days) < _TWO or len(grids) > 1:
        return Frequency.MONTHLY if events else Frequency.DAILY
    for frequency in _COARSE:
        if ends_periods(days, frequency, year_starts):
            return frequency
    span = (days[-1].start - days[0].start).days + 1
    dense = len(days) >= _DENSE * span or _on_working_days(days)
    return Frequency.DAILY if dense and not events else Frequency.MONTHLY


def _on_working_days(days: Sequence[Period]) -> bool:
    """Whether no two days are further apart than a long weekend."""
    return all((second.start - first.start).days <= 4 for first, second in pairwise(days))  # noqa: PLR2004  # Thursday to Monday


def _without_repeats(table: Table, looks: Sequence[ColumnLook]) -> list[ColumnLook]:
    """The columns without those that only say again, or less exactly, what another says in every row."""
    return [
        look
        for look in looks
        if not any(_says_again(table, look, other) for other in looks if other is not look and _before(other, look))
    ]


def _before(one: ColumnLook, other: ColumnLook) -> bool:
    """Whether one column stands for both where they say the same: the finer, otherwise the first."""
    fine, coarse = _rank(one), _rank(other)
    return fine < coarse or (fine == coarse and one.position < other.position)


def _rank(look: ColumnLook) -> int:
    return min((period.frequency.rank for period in look.periods.values()), default=0)


def _says_again(table: Table, look: ColumnLook, other: ColumnLook) -> bool:
    """Whether each row's period in `look` is that of `other`, or holds it."""
    if not look.periods or not other.periods:
        return False
    for number, (_, cells) in enumerate(table.rows):
        if number > _ROWS:
            break
        wide, fine = (each.periods.get(text_of(cells[each.position])) for each in (look, other))
        if wide is None or fine is None:
            if text_of(cells[look.position]):
                return False
        elif fine.frequency.rank > wide.frequency.rank or fine.within(wide.frequency) != wide:
            return False
    return True
