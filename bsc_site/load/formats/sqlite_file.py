"""SQLite files: the rows of one table or view of a database, which is only read."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator, Sequence
from pathlib import Path
from urllib.parse import quote

from bsc_site.load.suggestions import did_you_mean
from bsc_site.load.tables.cells import Cell, Row, TableError
from bsc_site.load.tables.file_layout import Layout
from bsc_site.load.tables.headings import listed, seen_as
from bsc_site.load.tables.raw_table import RawTable, Report, WhichTable
from bsc_site.load.yaml.yaml_words import in_yaml
from bsc_site.model.saying.said import said
from bsc_site.model.sentences import table_sentences as told

_ALLOWED = frozenset({sqlite3.SQLITE_SELECT, sqlite3.SQLITE_READ, sqlite3.SQLITE_FUNCTION, sqlite3.SQLITE_RECURSIVE})
_STEPS, _MOST_STEPS = 1_000_000, 5_000
"""After so many steps the number of them is looked at; after so many times that a view is one without an end."""
_NAMES = "SELECT name FROM sqlite_master WHERE type IN ('table', 'view') AND name NOT LIKE 'sqlite\\_%' ESCAPE '\\'"


def read_database(path: Path, layout: Layout, _: Report) -> RawTable:
    """The rows of the table that is named, or of the only one, below its columns; rows are counted from 1.

    Raises TableError for a file that is no database, and where it is not clear which table is meant.
    """
    log = path.with_name(f"{path.name}-wal")
    if log.exists() and log.stat().st_size:
        raise TableError("BSC303", said(told.DATABASE_IN_USE, wal=log.name))
    try:
        database = _opened(path)
        name = _chosen(database, layout.which)
        found = database.execute(f"SELECT * FROM {_quoted(name)}")  # noqa: S608  # a name that the database told
        return RawTable(_rows(database, found, name), [each[0] for each in found.description])
    except sqlite3.Error as error:
        raise _broken(error) from None


def _opened(path: Path) -> sqlite3.Connection:
    database = sqlite3.connect(f"file:{quote(str(path))}?mode=ro&immutable=1", uri=True)
    database.text_factory = lambda text: text.decode("utf-8", "replace")
    database.set_authorizer(lambda action, *_: sqlite3.SQLITE_OK if action in _ALLOWED else sqlite3.SQLITE_DENY)
    left = iter(range(_MOST_STEPS))
    database.set_progress_handler(lambda: int(next(left, None) is None), _STEPS)
    return database


def _chosen(database: sqlite3.Connection, which: WhichTable) -> str:
    names = [str(name) for (name,) in database.execute(_NAMES)]
    if which.name is not None:
        return _called(names, which.name)
    if which.headings:
        fit = [name for name in names if {*map(seen_as, which.headings)} <= _columns(database, name)]
        if not fit:
            headings = listed(which.headings)
            raise TableError("BSC372", said(told.NO_TABLE_WITH, headings=headings, there=listed(names)))
        names = fit
    if not names:
        raise TableError("BSC372", said(told.NO_TABLES))
    if len(names) > 1:
        raise TableError("BSC373", said(told.NAME_A_TABLE, first=in_yaml(names[0]), there=listed(names)))
    return names[0]


def _called(names: Sequence[str], wanted: str) -> str:
    found = [each for each in names if each == wanted] or [each for each in names if seen_as(each) == seen_as(wanted)]
    if found:
        return found[0]
    near = did_you_mean(wanted, names)
    raise TableError("BSC372", said(told.NO_SUCH_TABLE, table=wanted, near=near, there=listed(names)))


def _columns(database: sqlite3.Connection, name: str) -> set[str]:
    found = database.execute(f"SELECT * FROM {_quoted(name)} LIMIT 0")  # noqa: S608  # as above
    return {seen_as(each[0]) for each in found.description}


def _rows(database: sqlite3.Connection, found: sqlite3.Cursor, name: str) -> Iterator[Row]:
    try:
        for number, cells in enumerate(found, start=1):
            yield number, [_cell(cell) for cell in cells]
    except sqlite3.Error as error:
        if str(error) == "interrupted":
            raise TableError("BSC303", said(told.TOO_LONG_A_VIEW, table=name)) from None
        raise _broken(error) from None
    finally:
        database.close()


def _cell(value: str | float | bytes | None) -> Cell:
    return value.decode("utf-8", "replace") if isinstance(value, bytes) else value


def _quoted(name: str) -> str:
    return '"' + name.replace('"', '""') + '"'


def _broken(error: sqlite3.Error) -> TableError:
    return TableError("BSC303", said(told.NOT_A_DATABASE, error=str(error)))
