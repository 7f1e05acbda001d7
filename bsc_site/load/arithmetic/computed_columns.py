"""Computed columns: a table with a column more for each arithmetic that a source declares in the place of one."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Self

import numpy as np

from bsc_site.load.arithmetic.column_tokens import ColumnTokens, is_arithmetic
from bsc_site.load.arithmetic.operands import Operand, Operands
from bsc_site.load.arithmetic.row_evaluation import RowFigures, row_figures
from bsc_site.load.suggestions import nearest
from bsc_site.load.tables.cells import Cell, Unfigured
from bsc_site.load.tables.columns import Column, recoded
from bsc_site.load.tables.headings import HeadingError, column_of, find_column
from bsc_site.load.tables.table import Table
from bsc_site.model.formula_grammar.parse import FormulaNode, tree_of
from bsc_site.model.saying.said import said
from bsc_site.model.sentences import figure_sentences as told


class ComputedHeading(str):
    """The heading of a column that stands in no file: its arithmetic, with the places of the columns it names."""

    __slots__ = ("places",)
    places: tuple[int, ...]

    def __new__(cls, text: str, places: Iterable[int]) -> Self:
        """Keep the places beside the text."""
        made = super().__new__(cls, text)
        made.places = tuple(sorted(places))
        return made


def operands_of(table: Table) -> dict[int, int]:
    """The place of each computed column, with that of the first column that it names."""
    headings = enumerate(table.headings)
    return {place: min(each.places, default=0) for place, each in headings if isinstance(each, ComputedHeading)}


def arithmetic_of(table: Table, text: str) -> FormulaNode | None:
    """The tree of arithmetic over the columns of a table; None for a text that is the name of a column.

    Raises FormulaError for what is no arithmetic, and HeadingError for a column that is not there.
    """
    headings = ["" if isinstance(each, ComputedHeading) else each for each in table.headings]
    if not is_arithmetic(text) or find_column(headings, text) is not None:
        return None
    try:
        return tree_of(ColumnTokens(headings).of(text))
    except HeadingError:
        if is_arithmetic(nearest(text, headings) or ""):
            column_of(headings, text)
        raise


def with_arithmetic(table: Table, text: str, tree: FormulaNode, operands: Operands) -> Table:
    """The table with the results as a column more, whose heading is the arithmetic itself.

    A row without a result has an empty cell where an operand is empty, and otherwise a cell that says why.
    """
    places = {name: column_of(table.headings, name) for name in sorted(tree.names)}
    read = {name: operands.of(place) for name, place in places.items()}
    found = row_figures(tree, {name: each.values for name, each in read.items()}, len(table))
    heading = ComputedHeading(text, places.values())
    return table.with_column(heading, _column(found, list(read.values()), text, min(heading.places, default=0)))


def _column(found: RowFigures, operands: Sequence[Operand], text: str, place: int) -> Column:
    empty = np.isnan(found.values)
    distinct, codes = np.unique(np.where(empty, 0.0, found.values), return_inverse=True)
    cells: list[Cell] = [*distinct.tolist(), None]
    codes = np.where(empty, len(cells) - 1, codes)
    for flags, sentence in ((found.unusable, told.NO_NUMBER), (found.zero_divisor, told.DIVIDES_BY_ZERO)):
        if flags.any():
            codes = np.where(flags, len(cells), codes)
            cells.append(Unfigured(said(sentence, arithmetic=text), "BSC387", place))
    for operand in operands:
        if operand.refused:
            codes = np.where(empty & (operand.reasons > 0), len(cells) + operand.reasons - 1, codes)
            cells += operand.refused
    return recoded(codes, cells)
