"""Parsing: a formula's text becomes a tree of operations."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from bsc_site.compute.formulas.tokens import FormulaError, Token, tokens_of

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
    reader = _TreeReader(tokens_of(text, names, WORDS))
    tree = reader.expression(0, 0)
    if reader.next.kind != "end":
        raise FormulaError(f"'{reader.next.text}' at position {reader.next.position} does not belong there")
    return _shallow(tree)


def _shallow(tree: FormulaNode) -> FormulaNode:
    level = [tree]
    for _ in range(DEEPEST):
        level = [operand for node in level for operand in node.operands]
        if not level:
            return tree
    raise FormulaError(f"the formula is nested more than {DEEPEST} operations deep")


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
            raise FormulaError(f"the formula is nested more than {DEEPEST} operations deep")
        left = self._operand(depth)
        while (strength := _BINDING.get(self.next.text, 0)) > binding:
            sign = self._take()
            right = self.expression(strength - 1 if strength == _POWER else strength, depth + 1)
            if strength == _COMPARISON and _BINDING.get(self.next.text) == _COMPARISON:
                raise FormulaError(f"join two comparisons with 'and' at position {self.next.position}")
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
        raise FormulaError(_misplaced(token))

    def _call(self, word: Token, depth: int) -> FormulaNode:
        self._expect("(")
        arguments = [self.expression(0, depth + 1)]
        while self.next.text == ",":
            self._take()
            arguments.append(self.expression(0, depth + 1))
        self._expect(")")
        fewest, most = ARITY[word.text]
        if len(arguments) < fewest or (most is not None and len(arguments) > most):
            wanted = fewest if fewest == most else f"{fewest} to {most}"
            raise FormulaError(f"{word.text} at position {word.position} takes {wanted} figures, not {len(arguments)}")
        return FormulaNode(word.text, tuple(arguments))

    def _take(self) -> Token:
        token = self.next
        if token.kind != "end":
            self._at += 1
        return token

    def _expect(self, text: str) -> None:
        token = self._take()
        if token.text != text:
            found = f"'{token.text}'" if token.text else "the end"
            raise FormulaError(f"'{text}' is missing at position {token.position}, where {found} stands")


def _misplaced(token: Token) -> str:
    if token.kind == "end":
        return f"the formula ends at position {token.position} where a figure is missing"
    return f"a figure is missing at position {token.position}, where '{token.text}' stands"
