"""Years as written: plain, fiscal or crossing two, and the months, quarters and halves that are counted in them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date
from itertools import pairwise
from typing import Literal

from bsc_site.load.periods.column_rules import (
    AmbiguousPeriodError,
    ColumnPeriodError,
    ColumnRules,
    full_year,
    shown_texts,
)
from bsc_site.load.spellings.part_words import Unit
from bsc_site.model.period import MONTHS_A_YEAR, Frequency, Period, PeriodSpellingError, parse_period
from bsc_site.model.saying.said import said
from bsc_site.model.sentences.in_data import date_sentences as told
from bsc_site.model.value_class import dataclass

_PREFIX = re.compile(r"^(?:FY|GJ|WJ)[ -]?")
YearKind = Literal["fiscal", "calendar"]


@dataclass(frozen=True, slots=True)
class WrittenYear:
    """A year by its number, of a fiscal year that in which it ends; `plain` says that neither FY nor 2024/25 told."""

    number: int
    plain: bool

    def first_day(self, rules: ColumnRules, kind: YearKind) -> date:
        """The day on which the year begins."""
        if kind == "calendar" or not rules.fiscal:
            return date(self.number, 1, 1)
        return date(self.number - 1, rules.year_starts, 1)


def written_year(text: str, rules: ColumnRules) -> WrittenYear:
    """The year of `2024`, `24`, `FY25` or `2024/25`. Raises PeriodSpellingError for two years that do not follow."""
    if len(text) == 4 and text.isdigit():  # noqa: PLR2004  # a plain year
        return WrittenYear(int(text), plain=True)
    bare = _PREFIX.sub("", text).strip()
    years = re.split("[/-]", bare)
    if len(years) == 1:
        return WrittenYear(full_year(bare), plain=bare == text.strip())
    first, second = full_year(years[0]), years[1]
    if int(second) != (first + 1) % 10 ** len(second):
        raise PeriodSpellingError(said(told.NOT_TWO_YEARS, text=text))
    if not rules.fiscal:
        raise ColumnPeriodError(said(told.SPANS_TWO_YEARS, text=text), reason="two years")
    return WrittenYear(first + 1, plain=False)


def kind_of_plain_years(texts: Sequence[str], rules: ColumnRules) -> YearKind:
    """What plain years mean. Raises AmbiguousPeriodError where the KPI's year is fiscal and nothing is declared."""
    if rules.writing.years is not None:
        return rules.writing.years
    if not rules.fiscal or rules.frequency is None:
        return "calendar"
    year = full_year(next(iter(re.findall(r"\d{4}|\d{2}$", texts[0])), "2025"))
    fiscal = parse_period(f"FY{year}", rules.year_starts)
    lines = rules.either(
        "years",
        ("fiscal", said(told.YEAR_BEGINS, year=str(year), day=str(fiscal.start))),
        ("calendar", said(told.IT_BEGINS, day=f"{year}-01-01")),
    )
    message = said(told.PLAIN_YEARS, texts=shown_texts(texts), lines=lines)
    raise AmbiguousPeriodError(message, reason="plain years")


def year_period(year: WrittenYear, rules: ColumnRules, kind: YearKind) -> Period:
    """The period of a whole year."""
    starts = rules.year_starts if kind == "fiscal" or not year.plain else 1
    return Period(Frequency.YEARLY, year.first_day(rules, kind if year.plain else "fiscal"), starts)


def part_period(year: WrittenYear, unit: Unit, number: int, rules: ColumnRules, kind: YearKind) -> Period:
    """A quarter, a half or a fiscal month of a year, counted from its first day. Raises PeriodSpellingError."""
    if not 1 <= number <= unit.most:
        raise PeriodSpellingError(said(told.TOO_MANY_PARTS[unit], number=str(number)))
    kind = kind if year.plain else "fiscal"
    first = year.first_day(rules, kind)
    starts = rules.year_starts if kind == "fiscal" else 1
    whole = Period(unit.frequency, first, starts)
    return whole.shift(number - 1) if number > 1 else whole


def month_in_year(year: WrittenYear, month: int, rules: ColumnRules, kind: YearKind) -> Period:
    """The calendar month of that number within a year: January of FY2025 is that of 2025 where it starts in April."""
    if not 1 <= month <= MONTHS_A_YEAR:
        raise PeriodSpellingError(said(told.NO_SUCH_MONTH, month=str(month)))
    before = (kind == "fiscal" or not year.plain) and rules.fiscal and month >= rules.year_starts
    return Period(Frequency.MONTHLY, date(year.number - before, month, 1), rules.year_starts)


def kind_of_joined_years(months: Sequence[tuple[int, int]], texts: Sequence[str], rules: ColumnRules) -> YearKind:
    """What the years mean beside columns of months: calendar years, unless the rows then jump back and forth.

    Raises AmbiguousPeriodError where only fiscal years put the rows in order, as these may be named by either year.
    """
    if rules.writing.years is not None:
        return rules.writing.years
    if not rules.fiscal or _in_order([year * MONTHS_A_YEAR + month for year, month in months]):
        return "calendar"
    fiscal = [year * MONTHS_A_YEAR + (month - rules.year_starts) % MONTHS_A_YEAR for year, month in months]
    if not _in_order(fiscal):
        return "calendar"
    meanings = ("fiscal", said(told.FISCAL_ONE)), ("calendar", said(told.YEAR_OF_THE_MONTH))
    lines = rules.either("years", *meanings)
    message = said(told.ROWS_GO_THROUGH_FISCAL_YEARS, texts=shown_texts(texts), lines=lines)
    raise AmbiguousPeriodError(message, reason="joined years")


def first_month(months: Sequence[tuple[int, int]], texts: Sequence[str], rules: ColumnRules) -> int:
    """The month that has the number 1 beside fiscal years: the one by which the rows stand in order.

    Raises AmbiguousPeriodError where they do in both ways of counting, or in none.
    """
    if rules.writing.first_month is not None:
        return rules.writing.first_month
    if not rules.fiscal:
        return 1
    counted = _in_order([year * MONTHS_A_YEAR + month for year, month in months])
    named = _in_order([year * MONTHS_A_YEAR + (month - rules.year_starts) % MONTHS_A_YEAR for year, month in months])
    if counted != named:
        return rules.year_starts if counted else 1
    lines = rules.either(
        "first_month",
        (rules.year_starts, said(told.ONE_IS_FIRST_OF_FISCAL)),
        (1, said(told.ONE_IS_JANUARY)),
    )
    message = said(told.NUMBER_OF_A_MONTH, texts=shown_texts(texts), lines=lines)
    raise AmbiguousPeriodError(message, reason="first month")


def _in_order(ordinals: Sequence[int]) -> bool:
    return all(one <= other for one, other in pairwise(ordinals)) or all(
        one >= other for one, other in pairwise(ordinals)
    )
