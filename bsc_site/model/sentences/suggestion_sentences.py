"""What is said of a file that nobody has described yet, and of one that is not the export that its source names."""

from __future__ import annotations

from bsc_site.model.saying.said import sentence

WHICH_PERIOD_COLUMN = sentence("Several columns hold periods; which one says when a row counts?")
NO_PERIOD_COLUMN = sentence("No column says of which period the figures are. Write the one that all of them belong to")
SEVERAL_ROWS = sentence(
    "{period} has {count} rows, told apart by {columns}. Which rows are meant, or how do they become one figure?"
)
FILE_ROWS = sentence(
    "The file has {count} rows, told apart by {columns}. Which rows are meant, or how do they become one figure?"
)
FILE_ALIKE = sentence("The file has {count} rows. How do they become one figure?")
NO_HEADINGS = sentence("there are no headings")
SEVERAL_ALIKE = sentence("{period} has {count} rows. How do they become one figure?")
SEVERAL_FIGURES = sentence(
    "Several rows fall into one period. How do they become one figure: sum for what adds up (sales, hours), last for "
    "what stands on a day (stock, staff), mean, max or min?"
)
WHICH_ROW = sentence("The table has {count} rows, each with a figure of its own. Which one is meant?")
WHICH_COLUMN = sentence("Several columns hold figures; which one is meant?")
MAY_BE_MISSING = sentence("'{column}' holds texts that are no numbers. Write this if they mean that there is no value")
COLUMNS_LEFT = sentence("columns that hold neither figures nor periods: {columns}")
COLUMNS_LEFT_BESIDE = sentence("columns that are no periods, and no names of rows: {columns}")
MORE_FIGURES = sentence("{count} more columns with figures, for which --kpi or this block can be copied: {columns}")
MORE_TABLES = sentence("there may be more tables; the first {count} are shown")
AS_CHECK_ASKS = sentence("{message}")

ANOTHER_LAYOUT = sentence("{file} is no {title}: it has no '{missing}'; it is a {other}; write {name}")
ANOTHER_FILE = sentence(
    "{file} is no {title}: it has no '{missing}'; take `layout` away, and see how it is read with: "
    "bsc-site suggest {file}"
)
SEVERAL_CURRENCIES = sentence(
    "the orders of {file} are in {currencies}, and amounts of several currencies are no sum; take the orders of one, "
    "with `where: {{Currency: {first}}}`"
)
