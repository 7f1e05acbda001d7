"""Table texts: names and descriptions of KPIs that stand in a table of metadata, put in their place."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import field, replace
from pathlib import Path
from typing import Any, TypeVar

from pydantic import ValidationError

from bsc_site.load.filters.row_filter import conditions_of
from bsc_site.load.formats.any_file import open_table
from bsc_site.load.gathering.rows_chosen import RowsChosen
from bsc_site.load.joining.yaml_files import JoinedCard
from bsc_site.load.suggestions import did_you_mean
from bsc_site.load.tables.cells import TableError, text_of
from bsc_site.load.tables.file_layout import Layout, layout_of_file
from bsc_site.load.tables.headings import HeadingError, column_of
from bsc_site.load.tables.table import Table
from bsc_site.load.yaml.marked_file import KeyPath
from bsc_site.model.declared.table_text import TEXTS, TableText
from bsc_site.model.problem import Problem
from bsc_site.model.saying.said import all_of, of_file, one_of, said
from bsc_site.model.sentences import table_text_sentences as told
from bsc_site.model.value_class import dataclass

_KPIS = "kpis"
_Found = TypeVar("_Found")


class _NoTextError(Exception):
    """There is no such text: the key that says what does not fit, the rule and what is wrong."""

    def __init__(self, key: str, code: str, message: str) -> None:
        super().__init__(message)
        self.key, self.code, self.message = key, code, message


@dataclass
class TableTexts:
    """Looks texts up in the tables of a project folder; `files` are those that were named."""

    root: Path
    files: set[str] = field(default_factory=set)
    _tables: dict[Layout, Table | TableError] = field(default_factory=dict)
    _rows: dict[Layout, RowsChosen] = field(default_factory=dict)

    def put_in(self, card: JoinedCard) -> tuple[JoinedCard, list[Problem]]:
        """The scorecard with the texts of its KPIs in their place; a text that is not there is a problem.

        A KPI without its name is called by its id, so that everything else can be checked.
        """
        kpis, problems = card.value.get(_KPIS), list[Problem]()
        if not isinstance(kpis, list):
            return card, problems
        found = [self._kpi(card, index, kpi, problems) for index, kpi in enumerate(kpis)]
        return replace(card, value={**card.value, _KPIS: found}), problems

    def _kpi(self, card: JoinedCard, index: int, kpi: Any, problems: list[Problem]) -> Any:
        if not isinstance(kpi, dict) or not any(isinstance(kpi.get(key), dict) for key in TEXTS):
            return kpi
        changed = dict(kpi)
        for key in TEXTS:
            if not isinstance(kpi.get(key), dict):
                continue
            path: KeyPath = (_KPIS, index, key)
            wrong = list(_slips(card, path, kpi[key]))
            problems += wrong
            changed[key] = str(kpi.get("id", "")) if key == "name" else ""
            if wrong:
                continue
            try:
                changed[key] = self._text(TableText.model_validate(kpi[key]), needed=key == "name")
            except _NoTextError as error:
                problems.append(card.problem(error.code, (*path, error.key), error.message))
            except ValidationError as error:
                first = error.errors(include_url=False)[0]
                problems.append(card.problem("BSC006", (*path, *first["loc"][:1]), said(told.NO_SUCH_VALUE)))
        return changed

    def _text(self, place: TableText, *, needed: bool) -> str:
        layout = layout_of_file(place)
        self.files.add(layout.file)
        table = self._table(layout)
        if isinstance(table, TableError):
            raise _NoTextError("file", table.code, of_file(layout.file, table.message))
        column = _fits("column", table, lambda: column_of(table.headings, place.column))
        conditions = _fits("where", table, lambda: conditions_of(place.where, table.headings))
        rows = self._rows.setdefault(layout, RowsChosen(table)).of(conditions).tolist()
        texts = {text_of(table.columns[column][row]) for row in rows} - {""}
        if len(texts) == 1:
            return texts.pop()
        figures = {"file": layout.file, "column": place.column}
        if not rows:
            raise _NoTextError("where", "BSC349", said(told.NO_ROW, **figures))
        if not texts and not needed:
            return ""
        if not texts:
            raise _NoTextError("column", "BSC349", said(told.EMPTY_CELL, line=str(table.lines[rows[0]]), **figures))
        lines = all_of(str(table.lines[row]) for row in rows[:2])
        raise _NoTextError("where", "BSC349", said(told.SEVERAL_TEXTS, lines=lines, **figures))

    def _table(self, layout: Layout) -> Table | TableError:
        if layout not in self._tables:
            try:
                table = open_table(self.root, layout)
                self._tables[layout] = table if table.cut is None else table.cut
            except TableError as error:
                self._tables[layout] = error
        return self._tables[layout]


def _fits(key: str, table: Table, look: Callable[[], _Found]) -> _Found:
    """What is found by headings of a table; what it lacks is wrong with the key that names them."""
    try:
        return look()
    except HeadingError as error:
        raise _NoTextError(key, error.code, of_file(table.file, error.message)) from None


def _slips(card: JoinedCard, path: KeyPath, value: Mapping[str, Any]) -> Iterator[Problem]:
    """A problem for each key that a text of a table does not know, and for each that it needs."""
    keys = list(TableText.model_fields)
    for key in value:
        if key not in keys:
            hint = did_you_mean(key, keys) or said(told.USE_ONE_OF, keys=one_of(keys))
            yield card.problem("BSC004", (*path, key), said(told.UNKNOWN_KEY, key=key, hint=hint))
    for key in ("file", "column", "where"):
        if key not in value:
            yield card.problem("BSC005", path, said(told.MISSING_KEY, key=key))
