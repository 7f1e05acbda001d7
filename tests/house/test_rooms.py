"""Rooms: small enough to know by heart, each with a name of its own, and no way that leads back."""

from __future__ import annotations

import ast
from collections import defaultdict
from graphlib import CycleError
from pathlib import Path

import pytest
from lxml import etree

from tests.house.drawn_house import svg_of
from tests.house.repository import ROOT, modules
from tests.house.rooms import House, the_house

MOST_IN_A_FOLDER = 14
HOUSE = {path: tree for path, tree in modules().items() if path.relative_to(ROOT).parts[0] == "bsc_site"}


def _twice(places: list[tuple[str, Path]]) -> dict[str, list[str]]:
    found: dict[str, list[str]] = defaultdict(list)
    for name, path in places:
        found[name].append(path.relative_to(ROOT).as_posix())
    return {name: paths for name, paths in found.items() if len(paths) > 1}


def test_no_folder_holds_more_modules_than_fit_in_a_head() -> None:
    """Of the program, its tests and everything else; `__init__.py` is not counted."""
    held: dict[str, int] = defaultdict(int)
    for path in modules():
        held[path.parent.relative_to(ROOT).as_posix()] += path.name != "__init__.py"
    assert {folder: count for folder, count in held.items() if count > MOST_IN_A_FOLDER} == {}


def test_no_two_modules_of_the_program_share_a_name() -> None:
    """Whoever reads a name knows the file."""
    assert _twice([(path.stem, path) for path in HOUSE if not path.stem.startswith("__")]) == {}


def test_no_two_rooms_of_the_program_share_a_name() -> None:
    """Rooms within rooms too."""
    assert _twice([(path.parent.name, path.parent) for path in HOUSE if path.name == "__init__.py"]) == {}


def test_no_two_classes_of_the_program_share_a_name() -> None:
    """Private ones and those inside others too."""
    classes = [
        (node.name, path) for path, tree in HOUSE.items() for node in ast.walk(tree) if isinstance(node, ast.ClassDef)
    ]
    assert len(classes) > 300
    assert _twice(classes) == {}


def test_no_two_builders_of_the_tests_share_a_name() -> None:
    """There is one way to make a KPI, a scorecard, a project or a folder, and its name says which."""
    builders = {path: tree for path, tree in modules().items() if path.parent == ROOT / "tests" / "builders"}
    assert len(builders) > 10
    kinds = ast.FunctionDef | ast.ClassDef
    made = [(node.name, path) for path, tree in builders.items() for node in tree.body if isinstance(node, kinds)]
    constants = [
        (target.id, path)
        for path, tree in builders.items()
        for node in tree.body
        if isinstance(node, ast.Assign)
        for target in node.targets
        if isinstance(target, ast.Name)
    ]
    assert _twice([(name, path) for name, path in made + constants if not name.startswith("_")]) == {}


def test_each_folder_of_tests_stands_alone() -> None:
    """No test imports what the `conftest.py` of another folder holds."""
    tests = ROOT / "tests"
    taken = {
        path.relative_to(ROOT).as_posix(): node.module
        for path, tree in modules().items()
        if path.is_relative_to(tests)
        for node in ast.walk(tree)
        if isinstance(node, ast.ImportFrom) and node.module and node.module.endswith(".conftest")
        if ROOT / node.module.replace(".", "/") != path.parent / "conftest"
    }
    assert taken == {}


def test_the_rooms_of_a_floor_form_no_circle() -> None:
    """The modules that lie beside the rooms of a package count as a room of their own."""
    house = the_house()
    assert house.against == frozenset()
    for floor in ("publish", "render", "load", "compute", "model"):
        assert len(house.rows(house.on_floor(floor))) > 1


def test_every_room_is_drawn_once() -> None:
    """By its own name, with as many boxes as there are rooms."""
    house = the_house()
    drawing = etree.fromstring(svg_of(house).encode())
    assert sum(each.get("class") == "room" for each in drawing.iter("{*}rect")) == len(house.sizes)
    names = {(each.text or "").removesuffix(", itself") for each in drawing.iter("{*}text")}
    assert {room.rpartition(".")[2] for room in house.sizes} <= names


def _made_up(**arrows: int) -> House:
    pairs = {(f"f.{name[0]}", f"f.{name[1]}"): count for name, count in arrows.items()}
    return House({room: 1 for pair in pairs for room in pair}, {}, pairs)


def test_an_arrow_that_follows_from_others_is_left_out() -> None:
    """Others say it already."""
    assert set(_made_up(ab=1, bc=1, ac=5).plain) == {("f.a", "f.b"), ("f.b", "f.c")}


def test_the_lighter_one_of_two_opposite_arrows_runs_against_the_house() -> None:
    """It is drawn all the same."""
    house = _made_up(ab=3, ba=1)
    assert house.against == {("f.b", "f.a")}
    assert house.rows(house.on_floor("f")) == [["f.a"], ["f.b"]]
    assert set(house.plain) == {("f.a", "f.b"), ("f.b", "f.a")}


def test_a_circle_of_three_rooms_is_refused() -> None:
    """There is no row to begin with."""
    house = _made_up(ab=1, bc=1, ca=1)
    with pytest.raises(CycleError):
        house.rows(house.on_floor("f"))
