"""Answer: a query runs within its limits, and its rows become cells in an order of their own."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from datetime import date, datetime, time
from decimal import Decimal
from math import isnan
from pathlib import Path
from threading import Timer
from typing import TYPE_CHECKING, Any

from bsc_site.load.queries.edited_text import EditedText
from bsc_site.load.queries.engine import MEGABYTES
from bsc_site.load.queries.named_files import NamedFiles
from bsc_site.load.queries.query_error import QueryError
from bsc_site.load.queries.sql_mistakes import mistake_in
from bsc_site.load.tables.cells import Cell, text_of
from bsc_site.model.saying.said import said
from bsc_site.model.sentences.asked import query_sentences as told
from bsc_site.model.value_class import dataclass

if TYPE_CHECKING:
    from duckdb import DuckDBPyConnection as Connection

SECONDS = 120.0
MOST_ROWS = 200_000


@dataclass(frozen=True, slots=True)
class Answer:
    """What a query gives: the names of its columns, its rows, and the files of the project that it reads."""

    headings: list[str]
    rows: list[list[Cell]]
    files: tuple[str, ...]


def answer_of(database: Connection, reads: NamedFiles) -> Answer:
    """What the query gives; its rows are sorted where it does not say how.

    Raises QueryError for what cannot be answered, and for what takes too long, too much memory or too many rows.
    """
    import duckdb  # noqa: PLC0415  # only projects with queries wait for it

    text = EditedText(reads.query.text, tuple(reads.edits))
    try:
        with _limited(database):
            asked = database.execute(text.text)
            names = [column[0] for column in asked.description or ()]
            rows = asked.fetchmany(MOST_ROWS + 1)
    except duckdb.InterruptException:
        raise QueryError("BSC414", said(told.TOO_LONG, seconds=f"{SECONDS:g}"), 0) from None
    except duckdb.OutOfMemoryException:
        raise QueryError("BSC414", said(told.TOO_MUCH, megabytes=str(MEGABYTES)), 0) from None
    except duckdb.Error as error:
        raise mistake_in(text, error) from None
    if len(rows) > MOST_ROWS:
        raise QueryError("BSC414", said(told.TOO_MANY_ROWS, most=f"{MOST_ROWS:,}"), 0)
    return Answer(_checked(names), _in_order(reads.root, rows, ordered=reads.query.ordered), tuple(reads.files))


@contextmanager
def _limited(database: Connection) -> Iterator[None]:
    """Stop the query when its time is over."""
    timer = Timer(SECONDS, database.interrupt)
    timer.daemon = True
    timer.start()
    try:
        yield
    finally:
        timer.cancel()


def _checked(names: Sequence[str]) -> list[str]:
    for name in names:
        if sum(each.casefold() == name.casefold() for each in names) > 1:
            raise QueryError("BSC412", said(told.SAME_NAMES, name=name), 0)
    return list(names)


def _in_order(root: Path, rows: list[tuple[Any, ...]], *, ordered: bool) -> list[list[Cell]]:
    top = f"{root.resolve()}/"
    cells = [[_cell(value, top) for value in row] for row in rows]
    return cells if ordered else sorted(cells, key=lambda row: [text_of(cell) for cell in row])


def _cell(value: Any, top: str) -> Cell:
    """A value as a cell; where the project lies on this machine is no part of a file's name."""
    if value is None or isinstance(value, bool | int):
        return value
    if isinstance(value, str):
        return value.replace(top, "")
    if isinstance(value, Decimal | float):
        return None if isnan(value) else float(value)
    if isinstance(value, datetime):
        plain = value.replace(tzinfo=None)
        return plain.date() if plain.time() == time() else plain
    return value if isinstance(value, date) else str(value)
