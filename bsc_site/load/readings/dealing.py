"""Dealing: gives the rows of a table to the KPIs whose filters pass them, most of them column by column."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import partial

import numpy as np

from bsc_site.load.figures.figures_of_row import FigureColumns
from bsc_site.load.figures.problem_book import ProblemBook
from bsc_site.load.gathering.cells_once import Rows
from bsc_site.load.gathering.rows_chosen import RowsChosen
from bsc_site.load.gathering.sorting_out import RowsOfKpi, learn_spellings, rows_of_kpi
from bsc_site.load.gathering.table_cells import TableCells
from bsc_site.load.periods.row_period import PeriodsCovered
from bsc_site.load.readings.source_rows import SourceRows
from bsc_site.load.tables.cells import Uncomputed, text_of
from bsc_site.load.tables.headings import LISTED
from bsc_site.load.tables.table import Table
from bsc_site.model.problem import Place
from bsc_site.model.value_class import dataclass

FEW = 64
"""So few rows of a KPI are looked at one by one: that is sooner done than asking columns."""


def deal(table: Table, takers: Sequence[SourceRows], book: ProblemBook) -> dict[int, set[str]]:
    """Give each row to the KPIs whose filter passes it, and tell all that watch how far the table reaches.

    Returns the first texts of every column that a filter looks at.
    """
    table.tell(partial(book.add_table_error, table.file))
    _watch(table, takers)
    shares = _shares(table, takers)
    learn_spellings(each.awaiting for each in shares if each.awaiting is not None)
    for share in shares:
        share.take_plain()
    columns = sorted({condition.column for taker in takers for condition in taker.conditions})
    _visit(table, shares, columns, book)
    if table.cut is not None:
        raise table.cut
    return {column: _first_texts(table, column) for column in columns}


def _first_texts(table: Table, column: int) -> set[str]:
    """The texts of a column, as many as are ever listed and one more."""
    texts: set[str] = set()
    for cell in table.columns[column].cells:
        if len(texts) > LISTED:
            break
        texts.add(text_of(cell))
    return texts


@dataclass(slots=True)
class _Share:
    """The rows of one KPI: those that columns tell about, and those that are looked at one by one."""

    taker: SourceRows
    table: Table
    rows: Rows
    """Those that are looked at one by one."""
    awaiting: RowsOfKpi | None = None
    """All rows that say anything, until the figures are read."""

    def take_plain(self) -> None:
        """Take the rows that columns tell about, and leave the others to be looked at."""
        if self.awaiting is not None:
            plain, self.rows = self.awaiting.sorted_out()
            self.taker.take_plain(plain, self.awaiting.cells)


def _shares(table: Table, takers: Sequence[SourceRows]) -> list[_Share]:
    """The rows of each KPI, in the order in which KPIs take the same row."""
    chosen, cells = (takers[0].chosen if takers else None) or RowsChosen(table), TableCells(table)
    found = []
    order = list(dict.fromkeys([-1, *map(_first_column, takers)]))
    for taker in sorted(takers, key=lambda taker: order.index(_first_column(taker))):
        rows = chosen.of(taker.conditions)
        taker.note_taken(rows)
        rows = rows[:0] if taker.take_members(rows) else rows
        _count_spellings(taker, table, rows)
        found.append(_Share(taker, table, rows, _awaiting(taker, cells, rows)))
    return found


def _first_column(taker: SourceRows) -> int:
    """The column by whose texts a KPI takes rows; -1 where it must see every row."""
    always = not taker.conditions or bool(taker.conditions[0].numbers)
    return -1 if always else taker.conditions[0].column


def _awaiting(taker: SourceRows, cells: TableCells, rows: Rows) -> RowsOfKpi | None:
    """The rows by columns; None where each has to be looked at."""
    columns, where = taker.columns, taker.period
    if len(rows) < FEW or taker.wide is not None or where is None:
        return None
    known = FigureColumns(
        columns.value,
        columns.numerator,
        columns.denominator,
        columns.target,
        columns.note,
        columns.count,
        columns.rating,
    )
    if columns != known:
        return None
    return replace(rows_of_kpi(cells, rows, where, columns, taker.figures), labels=taker.totals.labels)


def _count_spellings(taker: SourceRows, table: Table, rows: Rows) -> None:
    """Remember in how many rows a text differs from the wanted one in case alone."""
    for condition in taker.conditions:
        if condition.tested is not None:
            continue
        column = table.columns[condition.column]
        codes = column.codes[rows]
        there, first = np.unique(codes, return_index=True)
        for code in there[np.argsort(first)].tolist():
            text = text_of(column.cells[code])
            if text not in condition.texts and condition.other_case(text):
                taker.spellings[condition.heading][text] += int(np.count_nonzero(codes == code))


def _visit(table: Table, shares: Sequence[_Share], columns: Sequence[int], book: ProblemBook) -> None:
    """Look at single rows from top to bottom, each for all KPIs that take it."""
    for row, order in _visits(table, shares, columns):
        if order < 0:
            _refuse_uncomputed(table, row, columns, book)
        else:
            share = shares[order]
            share.taker.visit(row, int(share.table.lines[row]), share.table.row(row))


def _visits(table: Table, shares: Sequence[_Share], columns: Sequence[int]) -> Iterator[tuple[int, int]]:
    """Each row that is looked at, with the place among the shares of the KPI that takes it; -1 for its filters."""
    flagged = [table.columns[each].where(_is_uncomputed) for each in columns]
    odd = np.flatnonzero(np.logical_or.reduce(flagged)) if flagged else np.zeros(0, np.intp)
    rows = [odd, *(share.rows for share in shares)]
    orders = [np.full(len(each), order) for order, each in enumerate(rows, start=-1)]
    row, order = np.concatenate(rows), np.concatenate(orders)
    by_row = np.lexsort((order, row))
    return zip(row[by_row].tolist(), order[by_row].tolist(), strict=True)


def _is_uncomputed(cell: object) -> bool:
    return isinstance(cell, Uncomputed)


def _refuse_uncomputed(table: Table, row: int, columns: Sequence[int], book: ProblemBook) -> None:
    for column in columns:
        cell = table.columns[column][row]
        if isinstance(cell, Uncomputed):
            book.add("BSC335", Place(table.file, int(table.lines[row]), column + 1), cell.wrong)


def _watch(table: Table, takers: Sequence[SourceRows]) -> None:
    """Tell for which periods the table holds a figure, whichever rows a filter passes.

    KPIs that read the same columns share one watcher; without a filter, a KPI's own rows tell as much.
    """
    covered: dict[object, PeriodsCovered] = {}
    cells = TableCells(table)
    every = np.arange(len(table), dtype=np.intp)
    for taker in takers:
        if not taker.conditions:
            continue
        if taker.wide is not None:
            taker.wide.look(table)
        elif taker.period is not None and taker.period.columns:
            key = (taker.period.columns, taker.columns, id(taker.period.reader))
            if key not in covered:
                covered[key] = PeriodsCovered(taker.period, taker.columns)
                column = cells.periods(taker.period).column
                covered[key].see(column.held_in(cells.hold_anything(taker.columns, every)))
            taker.coverage = covered[key]
