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
OTHER_TABLE = sentence("; if another table of the file is meant, name some of its headings: `table: {headings: [..]}`")
TOO_MANY_GROUPS = sentence(
    "'{column}' tells {count} groups apart, and {most} are the most that a page can show; name a column with fewer of "
    "them in by:, or remove it"
)
NO_SUCH_COLUMN_LETTER = sentence("there is no column {letters}; the table has {count}, A to {last}")
SEVERAL_COLUMNS = sentence(
    "{count} columns are called '{name}'; rename all but one, or name the one meant by its letter, {letters}"
)

PATTERN_OUTSIDE = sentence("the files lie outside of the project folder; copy them into data/")
NO_FILE_FITS = sentence("no file fits this pattern")
FILES_THERE = sentence("; there are: {there}")
NAME_WITHOUT_PERIOD = sentence(
    "the name '{name}' does not fit `from_name: {pattern}`, so the period of its rows is not known; rename the file, "
    "or leave it out by `file:`"
)
SEVERAL_SHEETS_IN_MANY = sentence(
    "the workbook has several sheets; declare in the source `sheet: {first}`, or one of: {there}"
)
COLUMN_MISSING_IN_FILES = sentence(
    "the column '{column}' is missing in {file}; give its column that name, or leave the file out by `file:`"
)
COLUMN_MISSING_IN_MORE = sentence(
    "the column '{column}' is missing in {file} and {more} more of these files; give their columns that name, or leave "
    "them out by `file:`"
)
PERIOD_IN_SEVERAL_FILES = sentence(
    "{period} stands in {first} and in {second}; declare in the source `repeated_files: newest name` if the file whose "
    "name comes last replaces the other, or `repeated_files: added` if they are parts of one figure"
)
ROW_OF_FILE = sentence("{line} of {file}")
