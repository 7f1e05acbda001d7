"""How tables write periods, and what is read from it."""

from __future__ import annotations

import subprocess
import sys
from datetime import date, datetime, timedelta

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from bsc_site.load.periods.column_rules import AmbiguousPeriodError, ColumnRules
from bsc_site.load.periods.date_grid import on_grid
from bsc_site.load.periods.period_reader import PeriodReader
from bsc_site.load.spellings.month_names import language_is_known, months_of
from bsc_site.model.declared.sources.period_writing import DateOrder, PeriodWriting
from bsc_site.model.period import Frequency, PeriodSpellingError, parse_period, period_of
from tests.house.month_names import NAMES
from tests.house.repository import ROOT

SPELLINGS = {
    "2024": "2024",
    "2024-H1": "2024-H1",
    "H1 2024": "2024-H1",
    "2024-Q3": "2024-Q3",
    "2024Q3": "2024-Q3",
    "2024 Q3": "2024-Q3",
    "Q3 2024": "2024-Q3",
    "Q3-24": "2024-Q3",
    "q3 '24": "2024-Q3",
    "3Q24": "2024-Q3",
    "Quarter 3 2024": "2024-Q3",
    "2024-W07": "2024-W07",
    "2024W07": "2024-W07",
    "W07 2024": "2024-W07",
    "Week 7 2024": "2024-W07",
    "2024-01": "2024-01",
    "2024-1": "2024-01",
    "2024/03": "2024-03",
    "03/2024": "2024-03",
    "3.2024": "2024-03",
    "202403": "2024-03",
    "Jan-24": "2024-01",
    "jan 24": "2024-01",
    "Jan 2024": "2024-01",
    "January 2024": "2024-01",
    "January, 2024": "2024-01",
    "2024-Jan": "2024-01",
    "June 2024": "2024-06",
    "Sept-23": "2023-09",
    "Sep. 2023": "2023-09",
    "May 99": "1999-05",
    "May-69": "2069-05",
    "2024-03-31": "2024-03-31",
    "2024/03/31": "2024-03-31",
    "2024-3-1": "2024-03-01",
    "2024.03.31": "2024-03-31",
    "20240331": "2024-03-31",
    "2023-02-28 12:28:48": "2023-02-28",
    "2023-02-28T12:28:48.123Z": "2023-02-28",
    "2023-02-28T12:28+01:00": "2023-02-28",
    "31/03/2024": "2024-03-31",
    "03/31/2024": "2024-03-31",
    "31.03.2024": "2024-03-31",
    "31-03-24": "2024-03-31",
    "31/03/2024 23:59": "2024-03-31",
    "03/03/2024": "2024-03-03",
    "29 Jan 2024": "2024-01-29",
    "29-Jan-24": "2024-01-29",
    "29 January 2024": "2024-01-29",
    "1st June 2024": "2024-06-01",
    "Jan 29, 2024": "2024-01-29",
    "Monday, 29 January 2024": "2024-01-29",
    "\ufeff 2024\u00a0Q3 ": "2024-Q3",
    "2024–03": "2024-03",
}
FISCAL = {
    "2024/25": "FY2025",
    "2024-25": "FY2025",
    "2024/2025": "FY2025",
    "1999/00": "FY2000",
    "FY2025": "FY2025",
    "FY25": "FY2025",
    "FY 2024/25": "FY2025",
    "2024/25 Q3": "FY2025-Q3",
    "Q3 2024/25": "FY2025-Q3",
    "FY25 Q3": "FY2025-Q3",
    "Q3 FY2025": "FY2025-Q3",
    "H2 2024-25": "FY2025-H2",
    "FY2025-Q3": "FY2025-Q3",
}
UNREADABLE = (
    *("", "Total", "N/A", "nan", "2024-13", "2024-00", "2024-02-30", "31/02/2024", "2024-Q5", "2024-W54", "W60 2024"),
    *(
        "0000",
        "9999",
        "45292",
        "24-Jan",
        "Someday 2024",
        "99/99/2024",
        "2024/33",
        "Q3",
        "13.13.2024",
        "2024-03-31 noon",
    ),
    *("2024-99-99 12:00", "2024/25 W07"),
)
AMBIGUOUS = ("03/04/2024", "3.4.24", "03-04-2024", "2011/12", "2000/01")


def reader(
    *column: object, year_starts: int = 1, dates: DateOrder | None = None, year: int | None = None
) -> PeriodReader:
    """A reader of a column, or of single cells."""
    rules = ColumnRules(year_starts, writing=PeriodWriting(dates=dates, year=year))
    return PeriodReader(rules, (lambda: column) if column else None)


@pytest.mark.parametrize(("written", "meant"), SPELLINGS.items())
def test_a_usual_spelling_is_read_as_its_period(written: str, meant: str) -> None:
    assert str(reader().read(written)) == meant


@pytest.mark.parametrize(("written", "meant"), FISCAL.items())
def test_two_years_in_a_row_are_the_fiscal_year_that_starts_in_the_declared_month(written: str, meant: str) -> None:
    assert reader(year_starts=4).read(written) == parse_period(meant, 4)


@pytest.mark.parametrize("written", UNREADABLE)
def test_what_is_no_period_is_refused(written: str) -> None:
    with pytest.raises(PeriodSpellingError) as refusal:
        reader(year_starts=4).read(written)
    assert not isinstance(refusal.value, AmbiguousPeriodError)


@pytest.mark.parametrize("written", AMBIGUOUS)
def test_what_may_be_two_periods_is_never_guessed(written: str) -> None:
    with pytest.raises(AmbiguousPeriodError):
        reader(year_starts=4).read(written)


def test_a_year_crossing_needs_a_declared_start_of_the_year() -> None:
    with pytest.raises(PeriodSpellingError, match="declare `fiscal_year_starts: 4`"):
        reader().read("2024/25")


@pytest.mark.parametrize(
    ("order", "meant"),
    [("day first", "2024-04-03"), ("month first", "2024-03-04")],
)
def test_a_declared_order_settles_numeric_dates(order: DateOrder, meant: str) -> None:
    assert str(reader(dates=order).read("03/04/2024")) == meant


def test_short_dates_can_start_with_the_year_when_declared() -> None:
    assert str(reader(dates="year first").read("24-03-31")) == "2024-03-31"


def test_a_date_that_fits_only_the_other_order_contradicts_the_declared_one() -> None:
    with pytest.raises(PeriodSpellingError, match="is no date day first"):
        reader(dates="day first").read("03/31/2024")


def test_one_date_of_a_column_proves_the_order_of_the_others() -> None:
    column = ("03/04/2024", "31/03/2024")
    assert str(reader(*column).read("03/04/2024")) == "2024-04-03"


def test_a_column_in_two_orders_is_refused_once_for_all() -> None:
    one = reader("31/03/2024", "03/31/2024", "03/04/2024")
    for cell in ("31/03/2024", "03/31/2024", "03/04/2024"):
        with pytest.raises(AmbiguousPeriodError, match="'31/03/2024' is only a date day first"):
            one.read(cell)


def test_a_month_alone_needs_the_declared_year() -> None:
    assert str(reader(year=2023).read("Sept")) == "2023-09"
    with pytest.raises(PeriodSpellingError, match="declare in the source `year: 2025`"):
        reader().read("Sept")


@pytest.mark.parametrize(
    ("cell", "meant"),
    [
        (date(2024, 1, 29), "2024-01-29"),
        (datetime(2024, 1, 29, 12, 30), "2024-01-29"),  # noqa: DTZ001  # Excel has no time zones
        (pd.Timestamp("2024-01-29 12:30"), "2024-01-29"),
        (2024, "2024"),
        (2024.0, "2024"),
        (202403, "2024-03"),
        (20240331, "2024-03-31"),
    ],
)
def test_typed_cells_are_read_like_their_texts(cell: object, meant: str) -> None:
    assert str(reader().read(cell)) == meant


def test_the_reader_notices_times_of_day() -> None:
    one = reader()
    for midnight in ("2023-02-28", "2023-02-28 00:00:00", "2023-02-28T00:00Z", "28/02/2023 00:00"):
        one.read(midnight)
    assert not one.timed
    one.read("2023-02-28 12:28:48")
    assert one.timed


@given(
    st.dates(date(1990, 1, 1), date(2100, 12, 31)),
    st.sampled_from(list(Frequency)),
    st.sampled_from([1, 4, 7, 10]),
)
def test_every_period_is_read_back_from_its_own_spelling(day: date, frequency: Frequency, starts: int) -> None:
    period = period_of(day, frequency, starts)
    assert PeriodReader(ColumnRules(starts, frequency)).read(str(period)) == period


@given(st.text() | st.integers() | st.floats() | st.datetimes() | st.booleans())
def test_any_cell_is_a_period_or_refused(cell: object) -> None:
    try:
        period = reader(year_starts=4).read(cell)
    except PeriodSpellingError:
        return
    assert period.end >= period.start


@given(st.from_regex(r"\d{1,4}[-/. ]?(\d{1,4}|Q\d|W\d\d|Jan)[-/. ]?\d{0,4}", fullmatch=True))
def test_any_mixture_of_digits_is_a_period_or_refused(text: str) -> None:
    try:
        period = reader(year_starts=4, dates="day first").read(text)
    except PeriodSpellingError:
        return
    assert 1800 <= period.start.year <= 2200


@pytest.mark.parametrize(
    ("days", "frequency", "expected"),
    [
        (["2024-01-01", "2024-02-01"], Frequency.MONTHLY, True),
        (["2024-01-31", "2024-02-29"], Frequency.MONTHLY, True),
        (["2024-01-01", "2024-02-29"], Frequency.MONTHLY, False),
        (["2024-01-01", "2024-04-01"], Frequency.QUARTERLY, True),
        (["2024-01-01", "2024-02-01"], Frequency.QUARTERLY, False),
        (["2024-01-05", "2024-01-12"], Frequency.WEEKLY, True),
        (["2024-01-05", "2024-01-13"], Frequency.WEEKLY, False),
        (["2024-01-01"], Frequency.MONTHLY, False),
        (["2024-01-01", "2024-01-02"], Frequency.DAILY, False),
        (["2024-01", "2024-02"], Frequency.QUARTERLY, False),
    ],
)
def test_dates_on_one_end_of_every_period_stand_for_the_periods(
    days: list[str], frequency: Frequency, *, expected: bool
) -> None:
    assert on_grid({parse_period(day) for day in days}, frequency, 1) is expected


def test_a_week_is_the_one_from_monday_to_sunday() -> None:
    week = reader().read("2024W07")
    assert (week.start, week.end) == (date(2024, 2, 12), date(2024, 2, 12) + timedelta(days=6))


def test_the_names_of_months_are_those_of_cldr() -> None:
    """When they are not: `python -m tests.house.month_names`. Babel answers by what it was asked before, so: anew."""
    write = "import sys, tests.house.month_names as m; sys.stdout.buffer.write(m.written().encode())"
    asked = [sys.executable, "-c", write]
    assert subprocess.run(asked, capture_output=True, check=True, cwd=ROOT).stdout == NAMES.read_bytes()


def test_a_language_that_is_not_written_down_is_asked_of_cldr() -> None:
    assert months_of(["março", "jan"], "pt_BR") == {"março": frozenset({3}), "jan": frozenset({1})}
    assert language_is_known("pt_BR")
    assert not language_is_known("klingon")
