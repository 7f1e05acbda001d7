"""Day order: in which order a column of numeric dates, or of years and months of two digits, is written."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date
from typing import Literal

from bsc_site.load.periods.column_rules import AmbiguousPeriodError, ColumnRules, full_year, shown_texts
from bsc_site.load.periods.date_grid import ends_periods
from bsc_site.load.spellings.spelled import Spelled
from bsc_site.model.declared.sources.period_writing import DateOrder
from bsc_site.model.period import Frequency, Period, PeriodSpellingError
from bsc_site.model.saying.said import said
from bsc_site.model.sentences.in_data import date_sentences as told

_ORDERS: tuple[DateOrder, ...] = ("day first", "month first")
_SHORT = 2
_MONTHS = 12


def day_in(numbers: Spelled, order: DateOrder) -> date:
    """The day of three numbers in an order. Raises PeriodSpellingError where there is none."""
    first, second, third = numbers["first"], numbers["second"], numbers["third"]
    if order == "year first" and len(third) <= _SHORT:
        written, month, day = first.rjust(_SHORT, "0"), second, third
    elif order == "month first":
        written, month, day = third, first, second
    else:
        written, month, day = third, second, first
    try:
        return date(full_year(written), int(month), int(day))
    except ValueError:
        raise PeriodSpellingError(said(told.NO_DATE_IN_ORDER, text=numbers.written, order=order)) from None


def day_order(dates: Sequence[Spelled], rules: ColumnRules) -> DateOrder:
    """The one order in which every date of a column exists; dates that mean one day in both orders ask for none.

    Raises AmbiguousPeriodError where both orders are left, or none.
    """
    if rules.writing.dates is not None:
        return rules.writing.dates
    left = [order for order in _ORDERS if all(_exists(each, order) for each in dates)]
    if len(left) == 1 or all(each["first"] == each["second"] for each in dates):
        return left[0] if left else "day first"
    likely = _on_grid(dates, rules) if left else None
    if likely is not None:
        return likely
    if left:
        one = next(each for each in dates if each["first"] != each["second"])
        days = {name: str(day_in(one, order)) for name, order in zip(("one", "other"), _ORDERS, strict=True)}
        lines = rules.either("dates", ("day first", ""), ("month first", ""))
        raise AmbiguousPeriodError(said(told.TWO_DAYS, text=one.written, lines=lines, **days), reason="day order")
    raise _contradiction(dates)


def _on_grid(dates: Sequence[Spelled], rules: ColumnRules) -> DateOrder | None:
    """The order in which all dates begin, or all end, the KPI's periods, where the other would crowd them into one."""
    frequency = rules.frequency
    if frequency is None or rules.combined or len(dates) < 2:  # noqa: PLR2004  # one date proves nothing
        return None
    days = {order: [Period(Frequency.DAILY, day_in(each, order)) for each in dates] for order in _ORDERS}
    fitting = [order for order in _ORDERS if ends_periods(days[order], frequency, rules.year_starts)]
    crowded = [order for order in _ORDERS if len({day.within(frequency) for day in days[order]}) < len(dates)]
    return fitting[0] if len(fitting) == 1 and len(crowded) == 1 and fitting != crowded else None


def _contradiction(dates: Sequence[Spelled]) -> PeriodSpellingError:
    days = [each.written for each in dates if _exists(each, "day first") and not _exists(each, "month first")]
    months = [each.written for each in dates if _exists(each, "month first") and not _exists(each, "day first")]
    if days and months:
        return AmbiguousPeriodError(said(told.TWO_ORDERS, one=days[0], other=months[0]), reason="two orders")
    wrong = next(each for each in dates if not _exists(each, "day first") and not _exists(each, "month first"))
    return PeriodSpellingError(said(told.NO_DATE, text=wrong.written))


def readable(dates: Iterable[Spelled]) -> list[Spelled]:
    """The dates that exist in any order: one that does not exist says nothing of the others."""
    return [each for each in dates if any(_exists(each, order) for order in _ORDERS)]


def short_order(texts: Sequence[Spelled], rules: ColumnRules) -> DateOrder | Literal["fiscal years"]:
    """Whether 24-01 or 01/24 begin with the year, and whether 23/24 and 24/25 are fiscal years.

    Raises AmbiguousPeriodError where two meanings are left, as in 05/06.
    """
    if rules.writing.dates is not None:
        return rules.writing.dates
    months_first = all(1 <= int(each["first"]) <= _MONTHS for each in texts)
    follow = all(int(each["second"]) == (int(each["first"]) + 1) % 100 for each in texts)
    if follow and (not months_first or rules.writing.years == "fiscal" or _fiscal(texts, rules)):
        return "fiscal years"
    years_first = all(each["gap"] == "-" and 1 <= int(each["second"]) <= _MONTHS for each in texts)
    if years_first and not months_first:
        years = [full_year(each["first"]) for each in texts]
        years_first = years in (sorted(years), sorted(years, reverse=True))
    if months_first != years_first:
        return "month first" if months_first else "year first"
    meanings = ("month first", said(told.MONTH_STANDS_FIRST)), ("year first", said(told.YEAR_STANDS_FIRST))
    shown = shown_texts([each.written for each in texts])
    message = said(told.TWO_WAYS, texts=shown, lines=rules.either("dates", *meanings))
    raise AmbiguousPeriodError(message, reason="short order")


def _fiscal(texts: Sequence[Spelled], rules: ColumnRules) -> bool:
    """Whether texts that each name a year and the next one are fiscal years, although they could be months."""
    return rules.frequency is Frequency.YEARLY and rules.fiscal and (len(texts) > 1 or not rules.combined)


def _exists(numbers: Spelled, order: DateOrder) -> bool:
    try:
        day_in(numbers, order)
    except PeriodSpellingError:
        return False
    return True
