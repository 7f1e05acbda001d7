"""What is said of files that cannot be opened as the kind of file that they are."""

from __future__ import annotations

from bsc_site.model.rule import sentence

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
