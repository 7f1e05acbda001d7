"""Changes one sign of the program at a time and counts the changes that no test notices.

    python benchmarks/changing/mutants.py bsc_site/compute/kpi/freshness.py -- tests/kpi/test_freshness.py

Each mutant is a copy of this process that imports the changed module and runs the tests up to the first that fails.
Survivors are printed with their line; a survivor is a test that is missing, or a change that changes nothing.
"""

from __future__ import annotations

import ast
import copy
import importlib.abc
import importlib.machinery
import os
import random
import signal
import sys
from collections.abc import Iterator, Sequence
from importlib.machinery import ModuleSpec
from pathlib import Path
from types import CodeType, ModuleType

ROOT = Path(__file__).parents[2]
PATIENCE = 300
"""Seconds after which a mutant counts as noticed: it made something endless."""
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
EXTREMES = {"min": "max", "max": "min", "bisect_left": "bisect_right", "bisect_right": "bisect_left"}


def places(tree: ast.Module) -> Iterator[tuple[int, str, str]]:
    """Every change that can be made: the number of its node, what is done, and where for whoever reads it."""
    hidden = {
        id(each) for node in ast.walk(tree) if isinstance(node, ast.AnnAssign | ast.arg) for each in annotation(node)
    }
    for number, node in enumerate(ast.walk(tree)):
        if id(node) in hidden:
            continue
        line = f"{getattr(node, 'lineno', 0)}"
        if isinstance(node, ast.Compare) and type(node.ops[0]) in SWAPPED:
            yield number, "compare", f"{line}: {type(node.ops[0]).__name__}"
        elif isinstance(node, ast.BinOp | ast.BoolOp) and type(node.op) in SWAPPED:
            yield number, "operate", f"{line}: {type(node.op).__name__}"
        elif isinstance(node, ast.Constant) and type(node.value) in (int, float):
            yield number, "count", f"{line}: {node.value}"
        elif isinstance(node, ast.UnaryOp) and isinstance(node.op, ast.Not | ast.USub):
            yield number, "bare", f"{line}: {type(node.op).__name__}"
        elif isinstance(node, ast.Name) and node.id in EXTREMES and isinstance(node.ctx, ast.Load):
            yield number, "extreme", f"{line}: {node.id}"


def annotation(node: ast.AnnAssign | ast.arg) -> list[ast.AST]:
    """What stands for the reader of types alone."""
    return [] if node.annotation is None else list(ast.walk(node.annotation))


def changed(tree: ast.Module, number: int, done: str) -> ast.Module:
    """A copy of the tree with one change."""
    other = copy.deepcopy(tree)
    node = list(ast.walk(other))[number]
    if isinstance(node, ast.Compare):
        node.ops[0] = SWAPPED[type(node.ops[0])]()  # type: ignore[call-overload]  # of the same kind
    elif isinstance(node, ast.BinOp | ast.BoolOp):
        node.op = SWAPPED[type(node.op)]()  # type: ignore[assignment]  # of the same kind
    elif isinstance(node, ast.Constant):
        node.value = node.value + 1  # type: ignore[operator]  # a number
    elif isinstance(node, ast.Name):
        node.id = EXTREMES[node.id]
    elif isinstance(node, ast.UnaryOp) and done == "bare":
        node.op = ast.UAdd() if isinstance(node.op, ast.USub) else node.op
        if isinstance(node.op, ast.Not):
            node.operand = ast.UnaryOp(ast.Not(), node.operand)
    return ast.fix_missing_locations(other)


class Mutated(importlib.abc.MetaPathFinder, importlib.abc.Loader):
    """Finds one module of the program changed."""

    def __init__(self, name: str, path: Path, code: CodeType) -> None:
        """The module `name`, which stands at `path`, has this code."""
        self.name, self.path, self.code = name, path, code

    def find_spec(
        self, fullname: str, path: Sequence[str] | None, target: ModuleType | None = None
    ) -> ModuleSpec | None:
        """Only that module is found here."""
        del path, target
        return importlib.machinery.ModuleSpec(fullname, self, origin=str(self.path)) if fullname == self.name else None

    def exec_module(self, module: ModuleType) -> None:
        """As it was changed."""
        module.__file__ = str(self.path)
        exec(self.code, module.__dict__)  # noqa: S102  # our own code


def noticed(path: Path, tree: ast.Module, tests: Sequence[str]) -> bool:
    """Whether a test fails of the changed module; of one that is as it was, none does."""
    child = os.fork()
    if not child:
        signal.alarm(PATIENCE)
        nowhere = os.open(os.devnull, os.O_WRONLY)
        os.dup2(nowhere, 1)
        os.dup2(nowhere, 2)
        import pytest  # noqa: PLC0415  # in the copy alone

        name = ".".join(path.relative_to(ROOT).with_suffix("").parts)
        sys.meta_path.insert(0, Mutated(name, path, compile(tree, str(path), "exec")))
        os._exit(int(pytest.main(["-x", "-q", "-p", "no:cacheprovider", "-m", "not slow", *tests])))
    return os.waitpid(child, 0)[1] != 0


def main(words: Sequence[str]) -> None:
    """Every change of each module, or so many of them as `--most N` allows."""
    modules, tests = list(words[: words.index("--")]), list(words[words.index("--") + 1 :])
    most = int(modules.pop(modules.index("--most") + 1)) if "--most" in modules else 10_000
    os.chdir(ROOT)
    sys.path.insert(0, str(ROOT))
    import numpy as np  # noqa: PLC0415  # so that no copy has to load it

    del np
    for module in (each for each in modules if each != "--most"):
        path = ROOT / module
        tree = ast.parse(path.read_text(encoding="utf-8"))
        if noticed(path, tree, tests):
            sys.exit(f"{module}: the tests fail without any change")
        found = list(places(tree))
        random.Random(1).shuffle(found)  # noqa: S311  # the same in every run
        found = found[:most]
        left = [where for number, done, where in found if not noticed(path, changed(tree, number, done), tests)]
        print(f"{module}: {len(found)} changes, {len(left)} not noticed", *sorted(left), sep="\n  ", flush=True)


if __name__ == "__main__":
    main(sys.argv[1:])
