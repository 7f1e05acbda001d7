"""What is said of a query, at its place in the YAML."""

from __future__ import annotations

from bsc_site.model.saying.said import sentence

EMPTY = sentence("the query is empty; write `select ... from 'data/orders.csv'`")
SEVERAL = sentence("these are {count} statements; write one select")
NO_SELECT = sentence("this is no select, and a query may only select; it changes, attaches and installs nothing")
NO_SHOW = sentence("a query selects from files; `describe`, `show` and `summarize` give no figures")
PARAMETER = sentence("a query has no parameters; write the value itself")
SAMPLE = sentence("a sample gives other figures each time; select all rows")
CHANGING_FUNCTION = sentence(
    "'{name}' gives another answer each time, and the same files must give the same site; name the value itself, as "
    "in date '2025-01-01'"
)
TABLE_FUNCTION = sentence("'{name}' cannot be selected from; there are: {allowed}")
COMPUTED_NAME = sentence("the file of {name} is computed; write its name in quotes, such as {name}('data/orders.csv')")
NO_TABLE_BUT_NEAR = sentence("there is no table '{name}'; did you mean '{meant}'?")
NO_TABLE = sentence("there is no table '{name}'; name a file of the project in quotes, such as 'data/orders.csv'")
UNQUOTED_FILE = sentence("'{name}' is read as a schema and a table; write the file in quotes: '{name}'")
NO_FILES = sentence("no file is called '{pattern}'{meant}")
OUTSIDE = sentence("'{file}' lies outside of the project folder; copy it into data/")
HIDDEN = sentence("'{file}' is a hidden file, and a query reads only files that are seen; name others")
OWN_FILE = sentence("{file}: {message}")
SEVERAL_TABLES = sentence("'{file}' is read by pattern, and only CSV, JSON and Parquet files can be; name one file")

NO_COLUMN = sentence("there is no column '{name}'{meant}{there}")
NO_TABLE_OF_THE_QUERY = sentence("the query selects from no table '{name}'{meant}{there}")
NO_FUNCTION = sentence("there is no function '{name}'{meant}")
SQL = sentence("{message}")

TOO_LONG = sentence("the query took longer than {seconds} seconds and was stopped; let it read less, or fewer columns")
TOO_MUCH = sentence(
    "the query needs more memory than the {megabytes} MB that it may use; let it read less, or sum up sooner"
)
TOO_MANY_ROWS = sentence(
    "the query gives more than {most} rows; let it sum up by period, such as `group by date_trunc('month', day)`"
)
SAME_NAMES = sentence("two columns of the result are called '{name}'; name one otherwise with `as`")

QUERY_OF = sentence("the query of '{kpi}'")
THERE_ARE = sentence("; there are: {names}")
IN_THE_RESULT = sentence("row {row} of the result, column '{column}': {message}")
IN_A_ROW = sentence("row {row} of the result: {message}")
