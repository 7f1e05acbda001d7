"""What is said of files that hold several tables, and of which of them a source means."""

from __future__ import annotations

from bsc_site.model.rule import sentence, sentence_of_count

NO_ROW_HAS_ANY = sentence("no row of the file has the headings {headings}")
NO_ROW_HAS_ALL = sentence("no row has all the headings: '{missing}' is missing in line {line}, which has: {there}")
TOO_FEW_TABLES = sentence_of_count(
    "there is only one table with the headings {headings}",
    "there are only {count} tables with the headings {headings}",
)
SEVERAL_TABLES = sentence(
    "{count} rows have the headings {headings}, in lines {lines}; add `number: 1` to `table:` for the first of these "
    "tables, `number: 2` for the second, or name a heading that only one of them has"
)
TABLE_AND_HEADER = sentence("`table:` finds the row of the headings itself; remove {key}:")
FILL_TWICE = sentence("fill: says the same already; remove fill_down:")
BEGINS_HERE = sentence(
    "another table begins here ({names}), and the rows from here on are not read; a source that means them declares "
    "`rows: {line}..`"
)
BEGINS_HERE_BY_NAME = sentence(
    "another table begins here ({names}), and the rows from here on are not read; a source that means them declares "
    "`rows: {line}..` or `table: {{headings: [{headings}]}}`"
)
TOO_MANY_GROUPS = sentence(
    "'{column}' tells {count} groups apart, and {most} are the most that a page can show; name a column with fewer of "
    "them in by:, or remove it"
)
NO_SUCH_COLUMN_LETTER = sentence("there is no column {letters}; the table has {count}, A to {last}")
SEVERAL_COLUMNS = sentence(
    "{count} columns are called '{name}'; rename all but one, or name the one meant by its letter, {letters}"
)
