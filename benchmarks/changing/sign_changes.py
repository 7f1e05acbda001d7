"""The changes of one sign that a module of the program can undergo."""

from __future__ import annotations

import ast
import copy
from collections.abc import Iterator
from dataclasses import dataclass

SWAPPED: dict[type[ast.AST], type[ast.AST]] = {
    ast.Lt: ast.LtE,
    ast.LtE: ast.Lt,
    ast.Gt: ast.GtE,
    ast.GtE: ast.Gt,
    ast.Eq: ast.NotEq,
    ast.NotEq: ast.Eq,
    ast.Is: ast.IsNot,
    ast.IsNot: ast.Is,
    ast.In: ast.NotIn,
    ast.NotIn: ast.In,
    ast.Add: ast.Sub,
    ast.Sub: ast.Add,
    ast.Mult: ast.Div,
    ast.Div: ast.Mult,
    ast.And: ast.Or,
    ast.Or: ast.And,
}
EXTREMES = {"min": "max", "max": "min", "any": "all", "all": "any"} | {
    "bisect_left": "bisect_right",
    "bisect_right": "bisect_left",
}
EVERYWHERE = (0, 10**6)


@dataclass(frozen=True)
class Change:
    """The number of the node, what is done to it, the lines by which tests come there, and where for whoever reads."""

    number: int
    done: str
    lines: tuple[int, int]
    where: str


def changes(tree: ast.Module) -> Iterator[Change]:
    """Every change that can be made."""
    nodes = list(ast.walk(tree))
    hidden = {id(each) for node in nodes for each in _for_types(node)}
    inside = {id(each) for node in nodes for each in _body(node)}
    for number, node in enumerate(nodes):
        if id(node) not in hidden:
            for done, sign in _signs(node):
                line = getattr(node, "lineno", 0)
                lines = (line, getattr(node, "end_lineno", line)) if id(node) in inside else EVERYWHERE
                yield Change(number, done, lines, f"{line}: {sign}")


def _signs(node: ast.AST) -> Iterator[tuple[str, str]]:
    if isinstance(node, ast.Compare) and type(node.ops[0]) in SWAPPED:
        yield "compare", type(node.ops[0]).__name__
    elif isinstance(node, ast.BinOp | ast.BoolOp) and type(node.op) in SWAPPED:
        yield "operate", type(node.op).__name__
    elif isinstance(node, ast.Constant) and type(node.value) in (int, float):
        yield "count", str(node.value)
    elif isinstance(node, ast.Constant) and type(node.value) is bool:
        yield "turn", str(node.value)
    elif isinstance(node, ast.UnaryOp) and isinstance(node.op, ast.Not | ast.USub):
        yield "bare", type(node.op).__name__
    elif isinstance(node, ast.Name) and node.id in EXTREMES and isinstance(node.ctx, ast.Load):
        yield "extreme", node.id
    elif isinstance(node, ast.If | ast.IfExp) and isinstance(node.test, ast.Name | ast.Attribute | ast.Call):
        yield "condition", f"if {ast.unparse(node.test)[:40]}"


def _for_types(node: ast.AST) -> list[ast.AST]:
    """What stands for the reader of types alone."""
    annotated = isinstance(node, ast.AnnAssign | ast.arg) and node.annotation is not None
    return list(ast.walk(node.annotation)) if annotated else []  # type: ignore[union-attr]  # asked above


def _body(node: ast.AST) -> Iterator[ast.AST]:
    """What runs when a function is called."""
    if isinstance(node, ast.FunctionDef):
        for each in node.body:
            yield from ast.walk(each)
    elif isinstance(node, ast.Lambda):
        yield from ast.walk(node.body)


def changed(tree: ast.Module, change: Change) -> ast.Module:
    """A copy of the tree with one change."""
    other = copy.deepcopy(tree)
    node: ast.AST = list(ast.walk(other))[change.number]
    match node:
        case ast.Compare():
            node.ops[0] = SWAPPED[type(node.ops[0])]()  # type: ignore[call-overload]  # of the same kind
        case ast.BinOp() | ast.BoolOp():
            node.op = SWAPPED[type(node.op)]()  # type: ignore[assignment]  # of the same kind
        case ast.Constant(value=bool()):
            node.value = not node.value
        case ast.Constant():
            node.value = node.value + 1  # type: ignore[operator]  # a number
        case ast.Name():
            node.id = EXTREMES[node.id]
        case ast.UnaryOp(op=ast.USub()):
            node.op = ast.UAdd()
        case ast.UnaryOp():
            node.operand = ast.UnaryOp(ast.Not(), node.operand)
        case ast.If() | ast.IfExp():
            node.test = ast.UnaryOp(ast.Not(), node.test)
    return ast.fix_missing_locations(other)
