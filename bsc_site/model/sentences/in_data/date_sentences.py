"""What is said of dates and periods in a column: that they are none, or that they may be meant in two ways."""

from __future__ import annotations

from bsc_site.model.saying.said import sentence

DECLARE_IN_SOURCE = sentence("declare in the source {lines}")
DECLARE_AT_KPI = sentence("declare at the KPI {lines}")
OR_ELSE = sentence("{one}, or {other}")
LINE_WHERE = sentence("{line} where {meaning}")

NO_PERIOD = sentence("'{text}' is not a period; write it like 2025-03, 2025-Q3, 2025-W07, 2025-03-31 or FY2025")
BARE_NO_PERIOD = sentence("'{text}' is no period")
NO_PERIOD_ON_PURPOSE = sentence("'{text}' is declared as no period")
WHAT_IT_STANDS_FOR = sentence("'{text}' is no period; declare in the source what it stands for: {line}")
WHAT_IT_STANDS_FOR_AT_KPI = sentence("'{text}' is no period; declare at the KPI what it stands for: {line}")
FIGURE_WITHOUT_PERIOD = sentence("the row has a figure but no period")
OUTSIDE_THE_YEARS = sentence("'{text}' lies outside of the years {first} to {last}")
NO_WHOLE_PERIOD = sentence("{start} to {end} is no whole week, month, quarter or year")
NO_DATE_IN_ORDER = sentence("'{text}' is no date {order}")
NO_DATE = sentence("'{text}' is no date in any order")
NEITHER_MONTH_NOR_YEARS = sentence("'{text}' is neither a month nor two years in a row")
ZERO_LOST = sentence(
    "'{text}' can be January or October, as numbers lose a 0 at their end; write {year}-01 or {year}-10"
)
WHICH_UNIT = sentence("'{mark}' can be one of {units}; write 2025-Q1 or 2025-W07")
NO_WEEK_OF_A_YEAR = sentence("'{text}' is no week; weeks are counted in calendar years, like 2025-W07")
TWO_MONTHS = sentence("'{text}' can be two months; {lines}")
IS_MONTH = sentence("it is month {month}")
DAY_OR_YEAR = sentence("'{text}' can be a day or the month of a year; {lines}")
IS_THE_YEAR = sentence("{year} is the year")
NAMES_NO_YEAR = sentence("'{text}' names no year; {lines}, or the year that it is")
SERIAL_NUMBER = sentence("'{text}' is no period; if it is Excel's number of the day {day}, format the cells as dates")

TWO_DAYS = sentence("'{text}' is {one} or {other}; {lines}")
TWO_ORDERS = sentence("'{one}' is only a date day first and '{other}' only one month first; write all like 2024-03-31")
TWO_WAYS = sentence("{texts} can be read in two ways; {lines}")
MONTH_STANDS_FIRST = sentence("the month stands first")
YEAR_STANDS_FIRST = sentence("the year does")

MONTHS_OR_FISCAL_YEARS = sentence("{texts} can be months or fiscal years; {lines}")
YEAR_STARTS_LINE = sentence("`fiscal_year_starts: 4`, or the month that it is, where they are fiscal years")
ARE_FISCAL_YEARS = sentence("they are fiscal years")
ARE_MONTHS = sentence("they are months")
ARE_WEEKS = sentence("they are weeks")
MONTHS_AND_FISCAL_YEARS = sentence("{texts} are months and fiscal years in one column; write FY2012 or 2012-Q1")
WHAT_IS_COUNTED = sentence("{texts} do not say what is counted; {lines}")
NUMBERS_ARE = {
    "months": sentence("the numbers are months"),
    "quarters": sentence("the numbers are quarters"),
    "half-years": sentence("the numbers are half-years"),
    "weeks": sentence("the numbers are weeks"),
}
ROLLING_MONTHS = sentence(
    "the months go back over the turn of a year, so `year` can be that of the first or of the last; "
    "write the year in the data, or each month in the map: `periods: {map: {Dec: 2023-12}}`"
)
WEEKS_OR_MONTHS = sentence("{texts} can be weeks or months; {lines}")
NEITHER_MONTHS_NOR_DAYS = sentence("{texts} are neither months like 202403 nor days like 240331")
DAYS_OR_MONTHS = sentence("{texts} can be days or months; {lines}")
NO_SUCH_WEEK = sentence("{year} has no week {number}")
NO_SUCH_WEEK_OR_FROM_SUNDAY = sentence("{year} has no week {number}; {lines}")
COUNTED_FROM_SUNDAY = sentence("weeks are counted from Sunday on")

NOT_TWO_YEARS = sentence("'{text}' does not name two years in a row")
SPANS_TWO_YEARS = sentence(
    "'{text}' spans two years, but the scorecard's starts in January; declare `fiscal_year_starts: 4`, or the month "
    "in which it starts, for the KPI or the scorecard"
)
PLAIN_YEARS = sentence("{texts}: a plain year can be a fiscal or a calendar one; {lines}")
YEAR_BEGINS = sentence("{year} begins on {day}")
IT_BEGINS = sentence("it begins on {day}")
TOO_MANY_PARTS = {
    "months": sentence("there are no {number} months in a year"),
    "quarters": sentence("there are no {number} quarters in a year"),
    "half-years": sentence("there are no {number} half-years in a year"),
    "fiscal months": sentence("there are no {number} fiscal months in a year"),
}
NO_SUCH_MONTH = sentence("there is no month {month}")
ROWS_GO_THROUGH_FISCAL_YEARS = sentence(
    "{texts}: the rows go through fiscal years, not through calendar years; {lines}"
)
FISCAL_ONE = sentence("the year is the fiscal one")
YEAR_OF_THE_MONTH = sentence("it is that of the month")
NUMBER_OF_A_MONTH = sentence("{texts}: the number of a month can be counted in two ways; {lines}")
ONE_IS_FIRST_OF_FISCAL = sentence("number 1 is the first month of the fiscal year")
ONE_IS_JANUARY = sentence("number 1 is January")
