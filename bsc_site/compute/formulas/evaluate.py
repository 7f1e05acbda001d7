"""Evaluation: a formula's tree and the figures of one period become one figure."""

from __future__ import annotations

import math
import operator
from collections.abc import Callable, Mapping

from bsc_site.model.formula_grammar.parse import FormulaNode


class NoResultError(ValueError):
    """A formula that has no usable result for these figures."""


class MissingFigureError(NoResultError):
    """A name without a figure in this period; it says which."""


class ZeroDivisorError(NoResultError):
    """A division by zero."""


class UnusableFigureError(NoResultError):
    """A result that is too large, or not a real number."""


_Figures = Mapping[str, float]
_COMPARISONS: dict[str, Callable[[float, float], bool]] = {
    "<": operator.lt,
    "<=": operator.le,
    ">": operator.gt,
    ">=": operator.ge,
    "==": operator.eq,
    "!=": operator.ne,
}
_MANY: dict[str, Callable[..., float]] = {
    "min": min,
    "max": max,
    "abs": abs,
    "negative": operator.neg,
    "positive": operator.pos,
    "+": operator.add,
    "-": operator.sub,
    "*": operator.mul,
}
_NOISE = 1e-9
_MOST_DECIMALS = 15


def value_of(node: FormulaNode, figures: _Figures) -> float:
    """The finite result for `figures`; raises NoResultError. A condition is 1 or 0."""
    return _evaluated(node, figures)


def truth_of(node: FormulaNode, figures: _Figures) -> bool:
    """Whether a condition holds; raises NoResultError. Figures that differ by rounding alone are equal."""
    return _evaluated(node, figures) != 0


def _evaluated(node: FormulaNode, figures: _Figures) -> float:
    if node.operation == "number":
        return node.number
    if node.operation == "name":
        if node.name not in figures:
            raise MissingFigureError(node.name)
        return figures[node.name]
    choose = _LAZY.get(node.operation)
    if choose is not None:
        return choose(node.operands, figures)
    return _finite(node.operation, [_evaluated(operand, figures) for operand in node.operands])


def _finite(operation: str, values: list[float]) -> float:
    try:
        result = _computed(operation, values)
    except OverflowError:
        raise UnusableFigureError from None
    if not math.isfinite(result):
        raise UnusableFigureError
    return result


def _computed(operation: str, values: list[float]) -> float:
    if operation in _MANY:
        return float(_MANY[operation](*values)) if len(values) > 1 or operation not in {"min", "max"} else values[0]
    if operation in _COMPARISONS:
        return float(_compared(operation, *values))
    if operation == "not":
        return float(values[0] == 0)
    return _ARITHMETIC[operation](*values)


def _compared(operation: str, left: float, right: float) -> bool:
    if math.isclose(left, right, rel_tol=_NOISE):
        return operation in {"<=", ">=", "=="}
    return _COMPARISONS[operation](left, right)


def _divided(left: float, right: float) -> float:
    if right == 0:
        raise ZeroDivisorError
    return left / right


def _remainder(left: float, right: float) -> float:
    if right == 0:
        raise ZeroDivisorError
    return left % right


def _power(base: float, exponent: float) -> float:
    if base == 0 and exponent < 0:
        raise ZeroDivisorError
    if base < 0 and not exponent.is_integer():
        raise UnusableFigureError
    return math.pow(base, exponent)


def _root(value: float) -> float:
    if value < 0:
        raise UnusableFigureError
    return math.sqrt(value)


def _rounded(value: float, decimals: float = 0.0) -> float:
    return float(round(value, int(min(max(decimals, -_MOST_DECIMALS), _MOST_DECIMALS))))


_ARITHMETIC: dict[str, Callable[..., float]] = {
    "/": _divided,
    "%": _remainder,
    "**": _power,
    "sqrt": _root,
    "round": _rounded,
}


def _either(operands: tuple[FormulaNode, ...], figures: _Figures) -> float:
    condition, then, otherwise = operands
    return _evaluated(then if truth_of(condition, figures) else otherwise, figures)


def _first_known(operands: tuple[FormulaNode, ...], figures: _Figures) -> float:
    for operand in operands[:-1]:
        try:
            return _evaluated(operand, figures)
        except MissingFigureError:
            continue
    return _evaluated(operands[-1], figures)


def _both(operands: tuple[FormulaNode, ...], figures: _Figures) -> float:
    return float(all(truth_of(operand, figures) for operand in operands))


def _one(operands: tuple[FormulaNode, ...], figures: _Figures) -> float:
    return float(any(truth_of(operand, figures) for operand in operands))


_LAZY: dict[str, Callable[[tuple[FormulaNode, ...], _Figures], float]] = {
    "if": _either,
    "coalesce": _first_known,
    "and": _both,
    "or": _one,
}
