"""Row evaluation: a tree of arithmetic and the figures of its columns become one figure for each row."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from functools import reduce
from typing import NamedTuple

import numpy as np

from bsc_site.load.tables.columns import Flags, Floats
from bsc_site.model.formula_grammar.parse import FormulaNode
from bsc_site.model.value_class import dataclass

_NOISE = 1e-9
_MOST_DECIMALS = 15
_COMPARISONS: dict[str, Callable[[Floats, Floats], Flags]] = {
    "<": np.less,
    "<=": np.less_equal,
    ">": np.greater,
    ">=": np.greater_equal,
    "==": np.equal,
    "!=": np.not_equal,
}
_ALIKE = {"<=", ">=", "=="}
_PLAIN: dict[str, Callable[..., Floats]] = {
    "+": np.add,
    "-": np.subtract,
    "*": np.multiply,
    "abs": np.abs,
    "negative": np.negative,
    "positive": np.positive,
}


class RowFigures(NamedTuple):
    """The figure of each row, NaN where an operand has none; where a divisor was zero, and where no number came out."""

    values: Floats
    zero_divisor: Flags
    unusable: Flags


def row_figures(tree: FormulaNode, figures: Mapping[str, Floats], rows: int) -> RowFigures:
    """The result of `tree` for each of so many rows; `figures` holds those of each column that it names, NaN for none.

    What is missing is never zero: where an operand has no figure there is no result, except that `coalesce` looks on
    and `if` asks only for what it chooses.
    """
    work = _Work(figures, np.zeros(rows, np.bool_), np.zeros(rows, np.bool_))
    with np.errstate(all="ignore"):
        values = work.value(tree, np.ones(rows, np.bool_))
    return RowFigures(np.where(work.zero | work.unusable, np.nan, values), work.zero, work.unusable)


@dataclass(frozen=True, slots=True)
class _Work:
    """Evaluates nodes for the rows that are `asked`, and marks those where it cannot."""

    figures: Mapping[str, Floats]
    zero: Flags
    unusable: Flags

    def value(self, node: FormulaNode, asked: Flags) -> Floats:
        if node.operation == "number":
            return np.full(len(asked), node.number)
        if node.operation == "name":
            return self.figures[node.name]
        lazy = {"if": self._either, "coalesce": self._first_known, "and": self._both, "or": self._one}
        if node.operation in lazy:
            return lazy[node.operation](node.operands, asked)
        operands = [self.value(operand, asked) for operand in node.operands]
        known = reduce(np.logical_and, (~np.isnan(each) for each in operands), asked)
        result = self._computed(node.operation, operands, known)
        self.unusable[known & ~np.isfinite(result) & ~self.zero] = True
        return np.where(known, result, np.nan)

    def _computed(self, operation: str, operands: list[Floats], known: Flags) -> Floats:
        if operation in _PLAIN:
            return _PLAIN[operation](*operands)
        if operation in {"min", "max"}:
            return reduce(np.minimum if operation == "min" else np.maximum, operands)
        if operation in _COMPARISONS:
            return _compared(operation, *operands)
        if operation in {"/", "%"}:
            self.zero[known & (operands[1] == 0)] = True
            return np.divide(*operands) if operation == "/" else np.mod(*operands)
        if operation == "**":
            self.zero[known & (operands[0] == 0) & (operands[1] < 0)] = True
            return np.power(*operands)
        return _OTHERS[operation](*operands)

    def _either(self, operands: Sequence[FormulaNode], asked: Flags) -> Floats:
        condition = self.value(operands[0], asked)
        known = asked & ~np.isnan(condition)
        yes, no = known & (condition != 0), known & (condition == 0)
        return np.select([yes, no], [self.value(operands[1], yes), self.value(operands[2], no)], np.nan)

    def _first_known(self, operands: Sequence[FormulaNode], asked: Flags) -> Floats:
        found = np.full(len(asked), np.nan)
        for operand in operands:
            open_ = asked & np.isnan(found)
            found = np.where(open_, self.value(operand, open_), found)
        return found

    def _both(self, operands: Sequence[FormulaNode], asked: Flags) -> Floats:
        left = self.value(operands[0], asked)
        going_on = asked & ~np.isnan(left) & (left != 0)
        return np.where(going_on, _truth(self.value(operands[1], going_on)), left)

    def _one(self, operands: Sequence[FormulaNode], asked: Flags) -> Floats:
        left = self.value(operands[0], asked)
        going_on = asked & (left == 0)
        return np.where(going_on, _truth(self.value(operands[1], going_on)), _truth(left))


def _truth(values: Floats) -> Floats:
    return np.where(np.isnan(values), np.nan, (values != 0).astype(np.float64))


def _compared(operation: str, left: Floats, right: Floats) -> Floats:
    """1 or 0; figures that differ by rounding alone are equal."""
    alike = np.abs(left - right) <= _NOISE * np.maximum(np.abs(left), np.abs(right))
    return np.where(alike, float(operation in _ALIKE), _COMPARISONS[operation](left, right).astype(np.float64))


def _rounded(values: Floats, decimals: Floats | None = None) -> Floats:
    """As Python rounds, which looks at the figure as it is written: 2.67 for 2.675, halves to the even side."""
    places = np.zeros(len(values)) if decimals is None else np.clip(decimals, -_MOST_DECIMALS, _MOST_DECIMALS)
    found = np.full(len(values), np.nan)
    for place in np.unique(places[~np.isnan(places)]).tolist():
        rows = (places == place) & np.isfinite(values)
        distinct, which = np.unique(values[rows], return_inverse=True)
        found[rows] = np.array([round(each, int(place)) for each in distinct.tolist()], np.float64)[which]
    return found


_OTHERS: dict[str, Callable[..., Floats]] = {
    "sqrt": np.sqrt,
    "round": _rounded,
    "not": lambda values: (values == 0).astype(np.float64),
}
