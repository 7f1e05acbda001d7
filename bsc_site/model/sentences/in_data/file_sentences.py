"""What is said of a data file that is missing, cannot be read, or is not the table that its source describes."""

from __future__ import annotations

from bsc_site.model.saying.said import sentence

FILE_OUTSIDE = sentence("the file lies outside of the project folder; copy it into data/")
NO_SUCH_FILE = sentence("there is no such file{hint}")
NO_FOLDER_EITHER = sentence("; there is no folder {folder} either")
A_FOLDER = sentence("this is a folder, not a file")
NO_REGULAR_FILE = sentence("this is not a regular file")
CANNOT_BE_OPENED = sentence("the file cannot be opened ({reason})")
CANNOT_BE_FOLLOWED = sentence("the path cannot be followed ({reason})")
NO_SUCH_FORMAT = sentence("there is no format '{format}'; there are: {there}")
NO_KNOWN_ENDING = sentence("'{ending}' files cannot be read; use {endings}")
LINE_OF_FILE = sentence("{file}, line {line}")

NO_DELIMITER = sentence("a delimiter is one character, such as ; or |, not {shown}")
EMPTY_FILE = sentence("the file is empty")
NO_ENCODING = sentence("'{encoding}' is no encoding; use utf-8, cp1252, latin-1 or utf-16")
NUL_BYTES = sentence("this is not text (it holds NUL bytes); export the table as CSV")
CHARACTER_CUT = sentence("the file ends in the middle of a {encoding} character")
IN_ANOTHER_ENCODING = sentence(
    "the file is written in {found}; save it as UTF-8, or declare the source's `encoding: {found}`"
)
NOT_IN_ENCODING = sentence("the text is not {encoding}")
BYTE_NOT_IN_ENCODING = sentence("byte {column} of this row (0x{byte}) is not {encoding}")
BYTE_NOT_UTF8 = sentence(
    "byte {column} of this row (0x{byte}) is not {encoding}; "
    "save it as UTF-8, or declare the source's encoding, often `encoding: cp1252`"
)
ROW_NOT_TAKEN_APART = sentence("the row cannot be taken apart ({reason}); is a quotation mark never closed?")
QUOTE_NEVER_CLOSED = sentence("a quotation mark in this row is never closed, so the rest of the file would be one cell")
NOT_JSON = sentence("the file is not JSON ({reason})")
KEY_TWICE_IN_OBJECT = sentence("the key '{key}' stands twice in one object")
NO_JSON_NUMBER = sentence("{word} is not a JSON number")
PATH_LEADS_NOWHERE = sentence("the path '{path}' leads nowhere at '{key}'")
PATH_LEADS_ELSEWHERE = sentence("the path '{path}' leads nowhere at '{key}'; there is: {there}")
NO_RECORDS = sentence("there is no list of records at '{path}'; declare `records` with the path of keys to it")
RECORDS_ELSEWHERE = sentence("there is no list of records at '{path}'; declare `records: {key}`")
THE_TOP = sentence("the top")
NO_PYARROW = sentence("Parquet files need pyarrow; run: {command}")
PARQUET_BROKEN = sentence("the Parquet file cannot be read ({reason})")

FORMULA_WITHOUT_RESULT = sentence(
    "cell {cell} holds the formula {formula} without its result; open the file in Excel or LibreOffice and save it "
    "there, which stores the results"
)
NO_RESULT = sentence(
    "cell {cell} holds a formula without its result; open the file in Excel or LibreOffice and save it there, which "
    "stores the results"
)
TOO_MANY_CELLS = sentence("{count} cells under {width} headings; put a text that holds the delimiter in quotes")
NO_HEADINGS_IN_ROW = sentence("row {row} holds no column headings")
NO_HEADINGS_OF_SHEET = sentence("{called} holds no column headings in row {row}")
NO_COLUMN_CALLED = sentence("there is no column '{name}'{hint}; there are: {there}")
HEADING_MEANT = sentence("there is no column '{name}'; rename the heading '{wrong}' to {name}")
NO_COLUMN_VALUE = sentence("there is no column 'value'; there are: {there}")
