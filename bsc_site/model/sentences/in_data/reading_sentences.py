"""What is said of the rows that a KPI gets, of those that contradict each other, and of KPIs and files without any."""

from __future__ import annotations

from bsc_site.model.saying.said import sentence, sentence_of_count

HALF_A_RATIO = sentence("a ratio needs both `numerator` and `denominator`")
WHICH_COLUMN_HOLDS_FIGURES = sentence("say which column of {file} holds the figures: `value: ...`; there are: {there}")
NO_HEADING_IS_A_PERIOD = sentence(
    "no heading of {file} is a period; name the column that holds it: `period: ...`; there are: {there}"
)
ONE_PART_OF_A_YEAR = sentence(
    "'{heading}' is one of several parts of a year; remove `value: {value}` to read all of them"
)
HIDDEN_SHEETS = sentence("; sheets that are hidden are read only where `sheet` names them: {sheets}")
MORE_KPIS_READ_IT = sentence(" ({more} more KPIs read the same)")

CANNOT_BE_USED = sentence("no KPI uses this file, and it cannot be read; save it as .xlsx or .csv")
NOT_NAMED = sentence("no KPI uses this file: no `source` names it")
NOT_NAMED_WITHOUT_KPI = sentence(
    "no KPI uses this file: no `source` names it, and it has no `kpi` column; there are: {there}"
)
NO_ROW_WITH_A_FIGURE = sentence("no KPI uses this file: it has no row with a figure")
NO_FILE_NAMES = sentence(
    "no data file names '{id}'; add rows `{id},<period>,<value>` to a file below data/, or a `source`"
)
NO_ROW_PASSES = sentence("no row of {file} passes the filter with a figure")
NO_ROW_HAS_A_FIGURE = sentence("no row of {file} has a figure")
QUERY_PASSES_NONE = sentence("no row of the query passes the filter with a figure")
QUERY_HAS_NONE = sentence("no row of the query has a figure")

ALL_SUNDAYS = sentence("all days of '{id}' are Sundays; {lines}")
LAST_DAY_OF_ITS_WEEK = sentence("each is the last day of its week")
FIRST_DAY_OF_ITS_WEEK = sentence("it is the first")
IN_TWO_YEARS = sentence(
    "{period} goes from {start} to {end}, but the years of '{id}' start in month {month}; declare "
    "`fiscal_year_starts: {declared}` for the KPI, or write fiscal years like FY{year}"
)
COARSER_THAN_THE_KPI = sentence("{period} is a {noun}, but '{id}' is {frequency}")
SECOND_FIGURE = sentence("a second figure of '{id}' for {period}: {figure}, but {other} in row {row}; {mend}")
SECOND_FIGURE_IN_FILE = sentence(
    "a second figure of '{id}' for {period}: {figure}, but {other} in row {row} of {file}; {mend}"
)
KEEP_ONE = sentence("keep one of the two")
NARROW_WHERE = sentence("where: takes both rows, so narrow it, or say with `aggregate:` what the two become")
WHERE_IS_MISSING = sentence("a `where:` is missing that picks one row, or say with `aggregate:` what the two become")
SHARE_SHOWN = sentence("{numerator} of {denominator}")
WITH_TARGET = sentence("{value} (target {target})")
LIES_WITHIN = sentence("{period} lies within {around}, which has its own figure in row {row}")

ALSO_WRITTEN = sentence(
    "'{heading}' is also written {texts}, and these rows are taken too; say so with `{line}`, or declare "
    "`case_sensitive: true` to leave them out"
)
TEXT_IN_ROWS = sentence_of_count("'{text}' ({count} row)", "'{text}' ({count} rows)")
SHEETS_SHARE_A_PERIOD = sentence(
    "the sheets {sheets} of {file} both have a figure of {period}; declare in the source {lines}"
)
SHEETS_FIT = sentence(
    "the sheets {sheets} of {file} fit, and nothing says that they are one table; declare in the source {lines}"
)
OF_A_SHEET = sentence("sheet '{sheet}': {wrong}")

READ_BY_SOURCE = sentence("the figures of '{text}' here are not used: its `source` reads {file}")
COMPUTED_BY_FORMULA = sentence("the figures of '{text}' here are not used: its `formula` computes it")
MADE_FROM_CHILDREN = sentence(
    "the figures of '{text}' here are not used: its `from_children` makes it from the scorecards below"
)
ROW_NAMES_NO_KPI = sentence("the row names no KPI")
NO_KPI_CALLED = sentence("there is no KPI '{text}'{hint}")
A_NAME = sentence("; that is a KPI's name, write its id: '{id}'")
HAS_A_COLUMN_ALREADY = sentence("; if it means '{id}', which has a column already, delete this one")
