"""Six digits: whether a column such as 190301 or 202407 holds days, months or weeks."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date

from bsc_site.load.periods.column_rules import (
    AmbiguousPeriodError,
    ColumnRules,
    full_year,
    one_line_or_another,
    shown_texts,
)
from bsc_site.load.periods.date_grid import ends_periods
from bsc_site.load.spellings.part_words import Unit
from bsc_site.model.declared.sources.period_writing import DateOrder
from bsc_site.model.period import Frequency, Period
from bsc_site.model.saying.said import said
from bsc_site.model.sentences.in_data import date_sentences as told

SixDigits = DateOrder | Unit
"""Days in one of three orders, months or weeks."""
_RECENT = 1950
"""Months before are no figures of an organisation, where the same digits can be days."""
_ORDERS: tuple[DateOrder, ...] = ("year first", "day first", "month first")


def six_digits(texts: Sequence[str], rules: ColumnRules) -> SixDigits:
    """What the digits of a column stand for. Raises AmbiguousPeriodError where two meanings are left."""
    if rules.writing.dates is not None:
        return rules.writing.dates
    if rules.writing.numbers in {"months", "weeks"}:
        return Unit(rules.writing.numbers)
    months, days = _read(texts, month_of_six), _days(texts)
    if rules.frequency is Frequency.WEEKLY and not days:
        return _weeks(texts, months, rules)
    if months and not days:
        return Unit.MONTH
    if len(days) == 1 and not months and (rules.frequency is Frequency.DAILY or _regular(texts, days[0], rules)):
        return days[0]
    likely = _likely(months, texts, days, rules)
    if likely is None and not days and 2 * sum(bool(_read([text], month_of_six)) for text in texts) > len(texts):
        likely = Unit.MONTH  # a slip of the pen, which has a line of its own
    if likely is not None:
        return likely
    raise _doubt(texts, months, days, rules)


def month_of_six(text: str) -> Period:
    """The month of 202403, or of 032024. Raises ValueError for other digits."""
    year, month = (text[:4], text[4:]) if text[:2] in {"18", "19", "20", "21"} else (text[2:], text[:2])
    return Period(Frequency.MONTHLY, date(int(year), int(month), 1))


def week_of_six(text: str) -> Period:
    """The week of 202407. Raises ValueError for other digits."""
    return Period(Frequency.WEEKLY, date.fromisocalendar(int(text[:4]), int(text[4:]), 1))


def day_of_six(text: str, order: DateOrder) -> Period:
    """The day of 240331 (year first), 310324 or 033124. Raises ValueError for other digits."""
    one, two, three = text[:2], text[2:4], text[4:]
    year, month, day = {
        "year first": (one, two, three),
        "day first": (three, two, one),
        "month first": (three, one, two),
    }[order]
    return Period(Frequency.DAILY, date(full_year(year), int(month), int(day)))


def _days(texts: Sequence[str]) -> list[DateOrder]:
    return [order for order in _ORDERS if _read(texts, lambda text, order=order: day_of_six(text, order))]  # type: ignore[misc]


def _read(texts: Sequence[str], meaning: Callable[[str], Period]) -> list[Period]:
    """All texts in one meaning; none where any of them has no such meaning."""
    try:
        return [meaning(text) for text in texts]
    except ValueError:
        return []


def _weeks(texts: Sequence[str], months: Sequence[Period], rules: ColumnRules) -> Unit:
    if not months and _read(texts, week_of_six):
        return Unit.WEEK
    lines = rules.either("numbers", ("weeks", said(told.ARE_WEEKS)), ("months", said(told.ARE_MONTHS)))
    raise AmbiguousPeriodError(said(told.WEEKS_OR_MONTHS, texts=shown_texts(texts), lines=lines), reason="weeks")


def _likely(
    months: Sequence[Period], texts: Sequence[str], days: Sequence[DateOrder], rules: ColumnRules
) -> SixDigits | None:
    """Days where months would lie before 1950, and the one meaning in which the column goes on without a gap."""
    if rules.frequency is Frequency.DAILY and len(days) == 1:
        return days[0]
    recent = bool(months) and min(month.start.year for month in months) >= _RECENT
    if len(days) == 1 and months and not recent:
        return days[0]
    regular = [order for order in days if _regular(texts, order, rules)]
    if recent and _without_gaps(months) and not regular:
        return Unit.MONTH
    if len(regular) == 1 and not (recent and _without_gaps(months)):
        return regular[0]
    crowded = all(_crowded(texts, order, rules) for order in days)
    return Unit.MONTH if recent and crowded and not rules.combined else None


def _crowded(texts: Sequence[str], order: DateOrder, rules: ColumnRules) -> bool:
    """Whether days would give one period of the KPI several figures."""
    frequency = rules.frequency or Frequency.MONTHLY
    return len({day_of_six(text, order).within(frequency) for text in texts}) < len(texts)


def _without_gaps(periods: Sequence[Period]) -> bool:
    """Whether two or more periods follow one another without a gap."""
    ordered = sorted({period.ordinal for period in periods})
    return len(ordered) > 1 and ordered[-1] - ordered[0] == len(ordered) - 1


def _regular(texts: Sequence[str], order: DateOrder, rules: ColumnRules) -> bool:
    days = [day_of_six(text, order) for text in texts]
    frequency = rules.frequency
    if frequency is None or not ends_periods(days, frequency, rules.year_starts):
        return False
    return _without_gaps([day.within(frequency) for day in days])


def _doubt(
    texts: Sequence[str], months: Sequence[Period], days: Sequence[DateOrder], rules: ColumnRules
) -> AmbiguousPeriodError:
    shown = shown_texts(texts)
    if not months and not days:
        return AmbiguousPeriodError(said(told.NEITHER_MONTHS_NOR_DAYS, texts=shown), reason="digits")
    lines = [rules.line("dates", order) for order in days]
    lines += [rules.line("numbers", "months")] if months else []
    declared = rules.declare(one_line_or_another(*lines))
    return AmbiguousPeriodError(said(told.DAYS_OR_MONTHS, texts=shown, lines=declared), reason="days")
