"""Questions: what is asked of a table, so that it is filtered and added up by period where it lies."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from bsc_site.load.connections.measures import Aggregation, Arithmetic, ColumnNamed, Computed, columns_of
from bsc_site.load.suggestions import did_you_mean
from bsc_site.model.period import Frequency
from bsc_site.model.saying.said import said
from bsc_site.model.sentences.asked import connection_sentences as told
from bsc_site.model.value_class import dataclass

BUCKET = "bucket"
_NO_SUCH_TABLE = {"TableNotFound", "UndefinedTable", "CatalogException", "AnalysisException", "NoSuchTableError"}
_NO_SUCH_TABLE |= {"NotFound", "ProgrammingError", "IbisError"}
"""What drivers call the error of a table that is not there."""
_SUMMING = {"sum", "mean"}


class QuestionError(Exception):
    """What a source declares does not fit the table: the key, the rule's code and what is wrong."""

    def __init__(self, key: str, message: str, code: str = "BSC417") -> None:
        """Keep the key below `source`, and the rule."""
        super().__init__(message)
        self.key, self.message, self.code = key, message, code


@dataclass(frozen=True, slots=True)
class Question:
    """What a KPI asks of a table: the column of the day, what is added up by its name, and which rows count."""

    table: str
    day: str
    measures: Mapping[str, Aggregation]
    where: Mapping[str, Sequence[Any]]
    frequency: Frequency
    year_starts: int = 1


def table_named(backend: Any, connection: str, name: str) -> Any:
    """The table called so, also within a schema or a catalogue: `sales.orders`. Raises QuestionError."""
    *above, last = name.split(".")
    database = above[0] if len(above) == 1 else tuple(above) or None
    try:
        return backend.table(last, database=database)
    except Exception as error:
        if type(error).__name__ not in _NO_SUCH_TABLE:
            raise
        meant = did_you_mean(last, _tables(backend, database))
        message = said(told.NO_SUCH_TABLE, name=connection, table=name, meant=meant)
        raise QuestionError("table", message) from None


def _tables(backend: Any, database: Any) -> list[str]:
    """The names of all tables there; none where the database does not tell."""
    try:
        return list(backend.list_tables(database=database))
    except Exception:  # noqa: BLE001  # it is asked for a question to the reader alone
        return []


def expression_of(table: Any, asked: Question) -> Any:
    """The question as Ibis asks it: a row for each period, with the number of the period and each measure."""
    for column, values in asked.where.items():
        cells = table[_column(table, asked, "where", column)]
        table = table.filter(_allowed(cells, values))
    table = table.filter(_day(table, asked).notnull())
    measures = {name: _measure(table, asked, name, measure) for name, measure in asked.measures.items()}
    return table.group_by(_bucket(_day(table, asked), asked).name(BUCKET)).aggregate(**measures)


def _allowed(cells: Any, values: Sequence[Any]) -> Any:
    if cells.type().is_string():
        return cells.isin([str(value) for value in values])
    return cells.isin(list(values))


def _column(table: Any, asked: Question, key: str, name: str) -> str:
    names = list(table.columns)
    found = name if name in names else next((each for each in names if each.casefold() == name.casefold()), None)
    if found is None:
        there = ", ".join(names[:20])
        meant = did_you_mean(name, names)
        message = said(told.NO_SUCH_COLUMN, table=asked.table, column=name, meant=meant, there=there)
        raise QuestionError(key, message)
    return str(found)


def _day(table: Any, asked: Question) -> Any:
    """The column of days; texts such as 2025-01-31 are read as days where they lie."""
    cells = table[_column(table, asked, "period", asked.day)]
    kind = cells.type()
    if kind.is_date():
        return cells
    if kind.is_timestamp() or kind.is_string():
        return cells.cast("date")
    raise QuestionError("period", said(told.NO_DAYS, column=asked.day, kind=str(kind).lower()))


def _bucket(day: Any, asked: Question) -> Any:
    """What the days of one period have in common: a whole number of its months, or its first day."""
    months = asked.frequency.months
    if not months:
        return day.truncate("W") if asked.frequency is Frequency.WEEKLY else day
    counted = day.year().cast("int64") * 12 + day.month().cast("int64") - asked.year_starts
    return counted // months if months > 1 else counted


def _measure(table: Any, asked: Question, name: str, measure: Aggregation) -> Any:
    if measure.of is None:
        return table.count()
    for column in columns_of(measure.of):
        kind = table[_column(table, asked, name, column)].type()
        alone = isinstance(measure.of, ColumnNamed)
        if not kind.is_numeric() and (measure.function in _SUMMING or not alone):
            raise QuestionError(name, said(told.NO_NUMBERS, column=column, kind=str(kind).lower()))
    cells = _arithmetic(table, asked, name, measure.of)
    if measure.function == "distinct":
        return cells.nunique()
    return getattr(cells, measure.function)()


def _arithmetic(table: Any, asked: Question, key: str, part: Arithmetic) -> Any:
    if isinstance(part, ColumnNamed):
        return table[_column(table, asked, key, part.name)]
    if not isinstance(part, Computed):
        return part
    left, right = (_arithmetic(table, asked, key, each) for each in (part.left, part.right))
    if part.sign == "+":
        return left + right
    if part.sign == "-":
        return left - right
    return left * right if part.sign == "*" else left / right
