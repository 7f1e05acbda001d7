"""Weeks by their number, counted as ISO 8601 does or from Sunday on."""

from __future__ import annotations

from datetime import date, timedelta

from bsc_site.load.periods.column_rules import ColumnRules
from bsc_site.model.period import Frequency, Period, PeriodSpellingError
from bsc_site.model.saying.said import said
from bsc_site.model.sentences.in_data import date_sentences as told

_MOST = 54


def week_of(year: int, number: int, rules: ColumnRules) -> Period:
    """The week from Monday to Sunday that holds most days of a numbered one.

    ISO 8601 unless `sunday` is declared: then weeks go from Sunday to Saturday and the first holds 1 January. Raises
    ValueError for a week that the year does not have.
    """
    if rules.writing.weeks == "sunday":
        first = date(year, 1, 1)
        sunday = first - timedelta(days=(first.weekday() + 1) % 7)
        start = sunday + timedelta(weeks=number - 1)
        if not 1 <= number <= _MOST or start.year > year:
            raise PeriodSpellingError(said(told.NO_SUCH_WEEK, year=str(year), number=str(number)))
        return Period(Frequency.WEEKLY, start + timedelta(days=1), rules.year_starts)
    try:
        return Period(Frequency.WEEKLY, date.fromisocalendar(year, number, 1), rules.year_starts)
    except ValueError:
        lines = rules.either("weeks", ("sunday", said(told.COUNTED_FROM_SUNDAY)))
        figures = {"year": str(year), "number": str(number)}
        raise PeriodSpellingError(said(told.NO_SUCH_WEEK_OR_FROM_SUNDAY, lines=lines, **figures)) from None
