"""What is said of connections, of what they are asked, and of what they answered last."""

from __future__ import annotations

from bsc_site.model.saying.said import sentence

NO_MAPPING = sentence("'{name}' is no connection; write `{name}: {{url: ${{{variable}_URL}}}}`")
UNKNOWN_KEY = sentence("unknown key '{key}' of a connection; it has `url:` alone, and secrets stand in the environment")
NO_URL = sentence(
    "the connection '{name}' has no url; write `url: ${{{variable}_URL}}`, and set that variable where it is asked"
)
WRONG_NAME = sentence("a connection's name has letters, digits, - and _ alone")
SECRET_IN_THE_FILE = sentence(
    "a {what} stands in the url; write the whole url, or this part of it, as a variable of the environment, such as "
    "${{{variable}_URL}}, and change the {what}, for whoever has this file knows it"
)
NO_CONNECTION = sentence("there is no connection '{name}'{meant}; declare it in scorecard/connections.yml")

NO_TABLE = sentence("a connection needs the name of a table; write `table:`")
NO_PERIOD = sentence("a connection needs the column of the day; write `period:` with its name")
NO_MEASURE = sentence("a connection needs what is added up; write `value: sum(amount)`, or `count: rows`")
NOT_FOR_A_CONNECTION = sentence("{key} is about a file; remove it, the connection '{name}' gives one figure a period")
NO_FUNCTION = sentence(
    "'{text}' adds nothing up; write sum(..), mean(..), min(..), max(..), count(*) or count(distinct ..) of columns"
)
NO_ARITHMETIC = sentence(
    "'{text}' cannot be computed; write columns and numbers with + - * / and brackets, names with blanks in backticks"
)
NO_FILTER = sentence("'{column}' is compared with something else than a text, a number, true, false or a list of these")

NO_SUCH_TABLE = sentence("the connection '{name}' has no table '{table}'{meant}")
NO_SUCH_COLUMN = sentence("the table {table} has no column '{column}'{meant}; there are: {there}")
NO_NUMBERS = sentence("the column '{column}' holds {kind}, which cannot be added up; use count(distinct `{column}`)")
NO_DAYS = sentence("the column '{column}' holds {kind}, and no days; name one with dates")
REFUSED = sentence(
    "the connection '{name}' refuses the question ({reason}); look whether `table`, `period`, `value` and `where` fit "
    "the types of its columns"
)

DOWN = sentence("the connection '{name}' does not answer ({reason}, asked {count} times)")
NOT_ASKED = sentence("the connection '{name}' is not asked, as `fetched: true` says")
UNSET = sentence("the connection '{name}' cannot be asked, for {variable} is not set in the environment")
LAST_GOOD = sentence("{wrong}; the figures are those of {day}, as they stand in {file}")
LAST_GOOD_UNDATED = sentence("{wrong}; the figures are those that stand in {file}")
NOTHING_FETCHED = sentence("{wrong}, and there is no {file}; run bsc-site fetch where it answers, and commit that file")
KEPT = sentence("{wrong}; {file} stands as it was")
NOBODY_READS = sentence("no KPI asks for these figures any more; delete the file")
DRIVER_OF = sentence("the driver of {kind}")
NEEDS_PACKAGE = sentence("the connection '{name}' needs {package}; run: {command}")
