"""Own tables: files that DuckDB does not read by itself, such as workbooks, become tables of its database."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from bsc_site.load.formats.any_file import open_table
from bsc_site.load.queries.engine import identifier
from bsc_site.load.queries.named_files import OwnTable
from bsc_site.load.queries.query_error import QueryError
from bsc_site.load.queries.statement import place_of
from bsc_site.load.tables.cells import Cell, TableError, Uncomputed, is_blank, text_of
from bsc_site.load.tables.file_layout import Layout
from bsc_site.load.tables.raw_table import WhichTable
from bsc_site.model.saying.said import said
from bsc_site.model.sentences.asked import query_sentences as told

if TYPE_CHECKING:
    from duckdb import DuckDBPyConnection as Connection


def create_own_table(database: Connection, root: Path, own: OwnTable, text: str, known: set[str]) -> None:
    """Make the table that the query names, once. Raises QueryError for a file that cannot be read as one."""
    if own.name.casefold() in known:
        return
    headings, columns = _read(root, own, text)
    kinds = [_kind_of(column) for column in columns]
    selected = ", ".join(
        f"unnest(?::{kind}[]) as {identifier(heading)}" for heading, (kind, _) in zip(headings, kinds, strict=True)
    )
    values = [[convert(cell) for cell in column] for column, (_, convert) in zip(columns, kinds, strict=True)]
    database.execute(f"create table {identifier(own.name)} as select {selected}", values).fetchall()  # quoted
    known.add(own.name.casefold())


def _read(root: Path, own: OwnTable, text: str) -> tuple[list[str], list[list[Cell]]]:
    """The headings and the columns of a table; what is wrong in it is told as of the query."""
    try:
        table = open_table(root, _layout(own))
        table.tell(_raise)
        columns = [list(each) for each in table.columns]
    except TableError as error:
        message = said(told.OWN_FILE, file=own.file, message=error.message)
        raise QueryError(error.code, message, place_of(text, own.named.parsed)) from None
    named = [place for place, heading in enumerate(table.headings) if heading]
    return [table.headings[place] for place in named], [columns[place] for place in named]


def _layout(own: OwnTable) -> Layout:
    """The part of a database is a table of it, that of a workbook a sheet."""
    if own.named.name.casefold() == "sqlite_scan":
        return Layout(own.file, which=WhichTable(name=own.part))
    return Layout(own.file, sheet=own.part)


def _raise(error: TableError) -> None:
    raise error


def _kind_of(cells: Iterable[Cell]) -> tuple[str, Callable[[Cell], object]]:
    """The type of a column whose cells all are of one kind, text for any other, and what makes a value of a cell."""
    found = {type_of(cell) for cell in cells if not is_blank(cell)}
    if found == {"BIGINT"}:
        return "BIGINT", _filled(int)
    if found <= {"BIGINT", "DOUBLE"} and found:
        return "DOUBLE", _filled(float)
    if found in ({"BOOLEAN"}, {"DATE"}):
        return found.pop(), _filled(lambda cell: cell)
    if found and found <= {"DATE", "TIMESTAMP"}:
        return "TIMESTAMP", _filled(lambda cell: cell)
    return "VARCHAR", _filled(text_of)


def type_of(cell: Cell) -> str:
    """The type of one cell; a formula without its result has none."""
    if isinstance(cell, Uncomputed):
        raise TableError("BSC335", cell.wrong)
    for kind, name in _TYPES:
        if isinstance(cell, kind):
            return name
    return "VARCHAR"


_TYPES: tuple[tuple[type, str], ...] = (
    (bool, "BOOLEAN"),
    (int, "BIGINT"),
    (float, "DOUBLE"),
    (datetime, "TIMESTAMP"),
    (date, "DATE"),
)


def _filled(convert: Callable[..., object]) -> Callable[[Cell], object]:
    return lambda cell: None if is_blank(cell) else convert(cell)
