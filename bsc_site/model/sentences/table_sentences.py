"""What is said of files that cannot be opened, and of which of their tables a source means."""

from __future__ import annotations

from bsc_site.model.saying.said import sentence, sentence_of_count

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
NO_ROWS = sentence("there is no row that is not empty")
HEADINGS_LIKE_FIGURES = sentence(
    "{headings} stand in line {line}, where the names of the columns are looked for, and are figures or dates; declare "
    "in the source `header: none` if the file has no headings, or `header: {line}` if these are its headings all the "
    "same"
)
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

TOO_LARGE_UNPACKED = sentence(
    "it would be {size} MB unpacked, more than the {most} MB that a data file may have; split it, or save it as Parquet"
)
TOO_DENSE = sentence(
    "it would be {ratio} times as large unpacked, {size} MB, as no table is; unpack it yourself if that is right"
)
NOT_UNPACKED = sentence("the compressed file cannot be read ({error}); compress it again")
LOCKED_MEMBER = sentence("'{member}' is protected by a password; pack it without one")
NO_MEMBER = sentence("it holds no data file; it holds: {there}")
SEVERAL_MEMBERS = sentence("it holds several data files; declare in the source `member: {first}`, or one of: {there}")
NO_SUCH_MEMBER = sentence("it holds no file '{member}'{near}; it holds: {there}")
KIND_UNKNOWN = sentence("its name does not say what is in it; declare in the source `format: csv`, or what else it is")
ZSTD_MISSING = sentence("Zstandard files need zstandard; run: {command}")

SHEET = sentence("sheet '{name}'")
CELL_OF_SHEET = sentence("{cell} of sheet '{sheet}'")
NO_SHEET_NUMBER = sentence("there is no sheet number {number}; there are {count}: {there}")
NO_SHEET = sentence("there is no sheet '{sheet}'; there are: {there}")
WORKBOOK_BROKEN = sentence("the workbook cannot be read ({error}); save it again as .xlsx")
WORKBOOK_LOCKED = sentence("the workbook is protected by a password; save it without one")
WORKBOOK_OLD_OR_LOCKED = sentence(
    "the workbook is protected by a password or in the old .xls format; save it as plain .xlsx"
)
BEYOND_THE_SHEET = sentence("cell {cell} lies beyond the last cell of a sheet, XFD1048576; save the workbook again")

NOT_A_DATABASE = sentence("the database cannot be read ({error})")
DATABASE_IN_USE = sentence(
    "a program has the database open, and what it wrote last stands in the file {wal} beside it; close that program"
)
NO_SUCH_TABLE = sentence("there is no table '{table}'{near}; there are: {there}")
NO_TABLES = sentence("the database has no tables")
NAME_A_TABLE = sentence("the database has several tables; declare in the source `table: {first}`, or one of: {there}")
NO_TABLE_WITH = sentence("no table of the database has the columns {headings}; there are: {there}")
TOO_LONG_A_VIEW = sentence("the table '{table}' takes too long to read; it may be a view without an end")

NO_PAGE_TABLES = sentence("the page holds no table")
SEVERAL_PAGE_TABLES = sentence(
    "the page holds {count} tables ({there}); declare in the source `table: {{headings: [{first}]}}` with headings of "
    "the one that is meant"
)
NO_PAGE_TABLE_WITH = sentence("no table of the page has the headings {headings}; there are: {there}")
SEVERAL_PAGE_TABLES_WITH = sentence(
    "{count} tables of the page have the headings {headings}; add `number: 1` to `table:` for the first of them"
)
TOO_FEW_PAGE_TABLES = sentence("the page has fewer tables with the headings {headings} than {number}")

WHERE_COLUMNS_BEGIN = sentence(
    "nothing says where the columns begin; declare in the source `columns_at: [{proposal}]`, counted from 1, or their "
    "`widths`"
)
COLUMNS_BACKWARDS = sentence("columns begin one after the other, from 1 on; write `columns_at` from the smallest on")
