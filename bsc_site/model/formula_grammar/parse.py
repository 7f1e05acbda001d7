"""Parsing: a formula's text becomes a tree of operations."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cached_property

from bsc_site.model.formula_grammar.tokens import FormulaError, Token, tokens_of
from bsc_site.model.rules.formulas import (
    BELONGS_NOT_THERE,
    FIGURE_MISSING_AT_THE_END,
    FIGURE_MISSING_WHERE,
    MISSING_AT_THE_END,
    MISSING_WHERE,
    NESTED_TOO_DEEP,
    TAKES_FROM_TO,
    TAKES_SO_MANY,
    TWO_COMPARISONS,
)
from bsc_site.model.value_class import dataclass

ARITY: dict[str, tuple[int, int | None]] = {
    "min": (1, None),
    "max": (1, None),
    "abs": (1, 1),
    "round": (1, 2),
    "sqrt": (1, 1),
    "if": (3, 3),
    "coalesce": (1, None),
}
"""Function to the fewest and the most arguments it takes."""
WORDS = frozenset(ARITY) | {"and", "or", "not"}
DEEPEST = 100
_BINDING = {
    "or": 1,
    "and": 2,
    "<": 4,
    "<=": 4,
    ">": 4,
    ">=": 4,
    "==": 4,
    "=": 4,
    "!=": 4,
    "+": 5,
    "-": 5,
    "*": 6,
    "/": 6,
    "%": 6,
    "**": 8,
}
_NOT, _COMPARISON, _MINUS, _POWER = 3, 4, 7, 8


@dataclass(frozen=True)
class FormulaNode:
    """One operation: `number`, `name`, a function, or a sign with its operands."""

    operation: str
    operands: tuple[FormulaNode, ...] = ()
    number: float = 0.0
    name: str = ""

    @cached_property
    def names(self) -> frozenset[str]:
        """Every name below."""
        return frozenset(node.name for node in self._all() if node.operation == "name")

    def _all(self) -> Iterator[FormulaNode]:
        yield self
        for operand in self.operands:
            yield from operand._all()  # noqa: SLF001  # a node looks into nodes


def parse(text: str, names: frozenset[str]) -> FormulaNode:
    """The tree of `text`, in which only `names` may be named. Raises FormulaError, with the position."""
    return tree_of(tokens_of(text, names, WORDS))


def tree_of(tokens: list[Token]) -> FormulaNode:
    """The tree of the pieces of a formula, the last of kind `end`. Raises FormulaError, with the position."""
    reader = _TreeReader(tokens)
    tree = reader.expression(0, 0)
    if reader.next.kind != "end":
        raise FormulaError(BELONGS_NOT_THERE, text=reader.next.text, position=reader.next.position)
    return _shallow(tree)


def _shallow(tree: FormulaNode) -> FormulaNode:
    level = [tree]
    for _ in range(DEEPEST):
        level = [operand for node in level for operand in node.operands]
        if not level:
            return tree
    raise FormulaError(NESTED_TOO_DEEP, most=DEEPEST)


class _TreeReader:
    """Reads tokens by operator precedence; -2 ** 2 is -(2 ** 2), powers group to the right."""

    def __init__(self, tokens: list[Token]) -> None:
        self._tokens = tokens
        self._at = 0

    @property
    def next(self) -> Token:
        return self._tokens[self._at]

    def expression(self, binding: int, depth: int) -> FormulaNode:
        if depth > DEEPEST:
            raise FormulaError(NESTED_TOO_DEEP, most=DEEPEST)
        left = self._operand(depth)
        while (strength := _BINDING.get(self.next.text, 0)) > binding:
            sign = self._take()
            right = self.expression(strength - 1 if strength == _POWER else strength, depth + 1)
            if strength == _COMPARISON and _BINDING.get(self.next.text) == _COMPARISON:
                raise FormulaError(TWO_COMPARISONS, position=self.next.position)
            left = FormulaNode("==" if sign.text == "=" else sign.text, (left, right))
        return left

    def _operand(self, depth: int) -> FormulaNode:
        token = self._take()
        if token.kind == "number":
            return FormulaNode("number", number=token.number)
        if token.kind == "name":
            return FormulaNode("name", name=token.text)
        if token.text in {"-", "+"}:
            return FormulaNode("negative" if token.text == "-" else "positive", (self.expression(_MINUS, depth + 1),))
        if token.text == "not":
            return FormulaNode("not", (self.expression(_NOT, depth + 1),))
        if token.text == "(":
            inside = self.expression(0, depth + 1)
            self._expect(")")
            return inside
        if token.text in ARITY:
            return self._call(token, depth)
        raise _misplaced(token)

    def _call(self, word: Token, depth: int) -> FormulaNode:
        self._expect("(")
        arguments = [self.expression(0, depth + 1)]
        while self.next.text == ",":
            self._take()
            arguments.append(self.expression(0, depth + 1))
        self._expect(")")
        _count(word, len(arguments))
        return FormulaNode(word.text, tuple(arguments))

    def _take(self) -> Token:
        token = self.next
        if token.kind != "end":
            self._at += 1
        return token

    def _expect(self, text: str) -> None:
        token = self._take()
        if token.text != text:
            if not token.text:
                raise FormulaError(MISSING_AT_THE_END, sign=text, position=token.position)
            raise FormulaError(MISSING_WHERE, sign=text, position=token.position, text=token.text)


def _count(function: Token, given: int) -> None:
    fewest, most = ARITY[function.text]
    if given >= fewest and (most is None or given <= most):
        return
    name, position = function.text, function.position
    if most is None or fewest == most:
        raise FormulaError(TAKES_SO_MANY, function=name, position=position, wanted=fewest, given=given)
    raise FormulaError(TAKES_FROM_TO, function=name, position=position, fewest=fewest, most=most, given=given)


def _misplaced(token: Token) -> FormulaError:
    if token.kind == "end":
        return FormulaError(FIGURE_MISSING_AT_THE_END, position=token.position)
    return FormulaError(FIGURE_MISSING_WHERE, position=token.position, text=token.text)
