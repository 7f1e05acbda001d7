"""Day order: in which order a column of numeric dates, or of years and months of two digits, is written."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date

from bsc_site.load.periods.column_rules import AmbiguousPeriodError, ColumnRules, full_year, shown_texts
from bsc_site.load.spellings.spelled import Spelled
from bsc_site.model.declared.period_writing import DateOrder
from bsc_site.model.period import PeriodSpellingError

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
        raise PeriodSpellingError(f"'{numbers.text}' is no date {order}") from None


def day_order(dates: Sequence[Spelled], rules: ColumnRules) -> DateOrder:
    """The one order in which every date of a column exists; dates that mean one day in both orders ask for none.

    Raises AmbiguousPeriodError where both orders are left, or none.
    """
    if rules.writing.dates is not None:
        return rules.writing.dates
    left = [order for order in _ORDERS if all(_exists(each, order) for each in dates)]
    if len(left) == 1 or all(each["first"] == each["second"] for each in dates):
        return left[0] if left else "day first"
    if left:
        one = next(each for each in dates if each["first"] != each["second"])
        raise AmbiguousPeriodError(
            f"'{one.text}' is {day_in(one, 'day first')} or {day_in(one, 'month first')}; "
            + rules.either("dates", ("day first", ""), ("month first", "")),
            reason="day order",
        )
    raise _contradiction(dates)


def _contradiction(dates: Sequence[Spelled]) -> PeriodSpellingError:
    days = [each.text for each in dates if _exists(each, "day first") and not _exists(each, "month first")]
    months = [each.text for each in dates if _exists(each, "month first") and not _exists(each, "day first")]
    if days and months:
        return AmbiguousPeriodError(
            f"'{days[0]}' is only a date day first and '{months[0]}' only one month first; write all like 2024-03-31",
            reason="two orders",
        )
    wrong = next(each for each in dates if not _exists(each, "day first") and not _exists(each, "month first"))
    return PeriodSpellingError(f"'{wrong.text}' is no date in any order")


def readable(dates: Iterable[Spelled]) -> list[Spelled]:
    """The dates that exist in any order: one that does not exist says nothing of the others."""
    return [each for each in dates if any(_exists(each, order) for order in _ORDERS)]


def short_order(texts: Sequence[Spelled], rules: ColumnRules) -> DateOrder:
    """Whether 24-01 or 01/24 begin with the year. Raises AmbiguousPeriodError where both are left, as in 05/06."""
    if rules.writing.dates is not None:
        return rules.writing.dates
    months_first = all(1 <= int(each["first"]) <= _MONTHS for each in texts)
    years_first = all(each["gap"] == "-" and 1 <= int(each["second"]) <= _MONTHS for each in texts)
    if years_first and not months_first:
        years = [full_year(each["first"]) for each in texts]
        years_first = years in (sorted(years), sorted(years, reverse=True))
    if months_first != years_first:
        return "month first" if months_first else "year first"
    lines = rules.either("dates", ("month first", "the month stands first"), ("year first", "the year does"))
    raise AmbiguousPeriodError(
        f"{shown_texts([each.text for each in texts])} can be read in two ways; {lines}", reason="short order"
    )


def _exists(numbers: Spelled, order: DateOrder) -> bool:
    try:
        day_in(numbers, order)
    except PeriodSpellingError:
        return False
    return True
