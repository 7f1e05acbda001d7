"""Measures: what a source of a connection adds up, `sum(Quantity * Price)`, taken apart."""

from __future__ import annotations

import ast
import re
from typing import Literal, TypeAlias

from bsc_site.model.saying.said import said
from bsc_site.model.sentences.asked import connection_sentences as told
from bsc_site.model.value_class import dataclass

Function: TypeAlias = Literal["sum", "mean", "min", "max", "count", "distinct"]
_DISTINCT = re.compile(r"^\s*count\s*\(\s*distinct\b(.*)\)\s*$", re.IGNORECASE | re.DOTALL)
_ALL = re.compile(r"^\s*count\s*\(\s*\*?\s*\)\s*$", re.IGNORECASE)
_CALL = re.compile(r"^\s*(sum|mean|avg|min|max|count)\s*\((.*)\)\s*$", re.IGNORECASE | re.DOTALL)
_QUOTED = re.compile(r"`([^`]+)`")
_OPERATORS: dict[type[ast.operator], str] = {ast.Add: "+", ast.Sub: "-", ast.Mult: "*", ast.Div: "/"}


@dataclass(frozen=True, slots=True)
class ColumnNamed:
    """A column of the table."""

    name: str


@dataclass(frozen=True, slots=True)
class Computed:
    """Two parts and what is done with them: + - * /."""

    sign: str
    left: Arithmetic
    right: Arithmetic


Arithmetic: TypeAlias = ColumnNamed | Computed | float | int


@dataclass(frozen=True, slots=True)
class Aggregation:
    """What is added up of the rows of a period; without arithmetic the rows themselves are counted."""

    function: Function
    of: Arithmetic | None = None

    @property
    def exact(self) -> bool:
        """Whether every database gives the same digits, if its columns are no floating point numbers."""
        return self.function != "mean" and not _divides(self.of)


class MeasureError(ValueError):
    """A text that is no measure; the message says what is."""


def measure_of(text: str) -> Aggregation:
    """The measure that a text is. Raises MeasureError."""
    if _ALL.match(text):
        return Aggregation("count")
    if distinct := _DISTINCT.match(text):
        return Aggregation("distinct", _arithmetic(distinct[1]))
    call = _CALL.match(text)
    if call is None:
        raise MeasureError(said(told.NO_FUNCTION, text=text[:60]))
    name = call[1].lower()
    functions: dict[str, Function] = {"sum": "sum", "mean": "mean", "avg": "mean", "min": "min", "max": "max"}
    return Aggregation(functions.get(name, "count"), _arithmetic(call[2]))


def columns_of(arithmetic: Arithmetic | None) -> tuple[str, ...]:
    """The columns that are named, in their order."""
    if isinstance(arithmetic, ColumnNamed):
        return (arithmetic.name,)
    if isinstance(arithmetic, Computed):
        return columns_of(arithmetic.left) + columns_of(arithmetic.right)
    return ()


def _divides(part: Arithmetic | None) -> bool:
    return isinstance(part, Computed) and (part.sign == "/" or _divides(part.left) or _divides(part.right))


def _arithmetic(text: str) -> Arithmetic:
    names: list[str] = []

    def kept(found: re.Match[str]) -> str:
        names.append(found[1])
        return f"_{len(names) - 1}_"

    plain = _QUOTED.sub(kept, text.strip())
    try:
        parsed = ast.parse(plain, mode="eval").body
        return _part(parsed, names)
    except (SyntaxError, ValueError, RecursionError, MemoryError):
        raise MeasureError(said(told.NO_ARITHMETIC, text=text.strip()[:60])) from None


def _part(node: ast.expr, quoted: list[str]) -> Arithmetic:
    if isinstance(node, ast.Name):
        place = re.fullmatch(r"_(\d+)_", node.id)
        return ColumnNamed(quoted[int(place[1])] if place and int(place[1]) < len(quoted) else node.id)
    if isinstance(node, ast.Constant) and type(node.value) in {int, float}:
        return node.value  # type: ignore[return-value]  # it is one of the two
    if isinstance(node, ast.UnaryOp) and isinstance(node.op, ast.USub):
        return Computed("-", 0, _part(node.operand, quoted))
    if isinstance(node, ast.BinOp) and type(node.op) in _OPERATORS:
        return Computed(_OPERATORS[type(node.op)], _part(node.left, quoted), _part(node.right, quoted))
    raise ValueError
