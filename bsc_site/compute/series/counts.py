"""Counts: figures that are counted up within the year become what each period added."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import timedelta

from bsc_site.compute.series.calendar import Calendar
from bsc_site.model.declared.kpi import Kpi
from bsc_site.model.period import Frequency, Period, counted_year, last_part
from bsc_site.model.series import Reading

_WEEKEND = timedelta(days=4)
"""So long before the end of a period its last day with figures may lie: a long weekend."""

Groups = dict[Period, list[Reading]]


def counts_apart(kpi: Kpi, groups: Mapping[Period, list[Reading]], calendar: Calendar) -> tuple[Groups, list[Period]]:
    """What each period added, as one row; and the periods of which that is not known.

    The last count of a period, less that of the period before: the first one of a year stands for itself. Where the
    period before has no count, or one from before its end, nothing is made up. `groups` are the rows by period, in
    order of time.
    """
    month = calendar.year_starts if kpi.counted_up in {None, "year"} else int(kpi.counted_up or 1)
    counts = {period: max(rows, key=_end_of) for period, rows in groups.items()}
    apart: Groups = {}
    unknown: list[Period] = []
    for period, row in counts.items():
        before = period.shift(-1)
        held = period is next(reversed(counts)) or _closes(row, period, calendar)
        if counted_year(before, month) != counted_year(period, month):
            added = row if held else None
        else:
            earlier = counts.get(before)
            known = held and earlier is not None and _closes(earlier, before, calendar)
            added = _less(row, earlier) if known and earlier is not None else None
        if added is None:
            unknown.append(period)
        else:
            apart[period] = [added]
    return apart, unknown


def _closes(row: Reading, period: Period, calendar: Calendar) -> bool:
    """Whether the count goes as far as the end of its period."""
    if row.period.frequency is Frequency.DAILY:
        return row.period.end >= period.end - _WEEKEND
    return row.period.end >= last_part(period, row.period.frequency, calendar.year_starts).end


def _less(row: Reading, before: Reading) -> Reading:
    return row._replace(
        value=_difference(row.value, before.value),
        numerator=_difference(row.numerator, before.numerator),
        denominator=_difference(row.denominator, before.denominator),
        target=_difference(row.target, before.target),
    )


def _difference(later: float | None, earlier: float | None) -> float | None:
    """The difference to as many decimals as the two counts have, so that 0.3 less 0.2 is 0.1."""
    if later is None or earlier is None:
        return None
    return round(later - earlier, max(_decimals(later), _decimals(earlier)))


def _decimals(value: float) -> int:
    return len(f"{value:.9f}".rstrip("0").partition(".")[2])


def _end_of(row: Reading) -> tuple[object, float, object]:
    return row.period.end, row.seconds, row.place
