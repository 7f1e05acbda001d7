"""House rules that no linter knows: short modules and functions, a first line, named rooms, no private paths."""

from __future__ import annotations

import ast
import re
import subprocess
import sys
from pathlib import Path

import pytest

from tests.house.repository import FILES, ROOT, modules

LONGEST_MODULE, LONGEST_FUNCTION = 350, 45
MACHINE = re.compile(
    "|".join(
        [
            r"(?<![\w.-])/" + r"work/\w",
            "/" + r"tmp/" + r"w\b",
            *(re.escape(".".join(host)) for host in [("pypi", "org"), ("pythonhosted", "org"), ("npmjs", "org")]),
            *(re.escape(".".join(host)) for host in [("crates", "io"), ("proxy", "golang", "org")]),
        ]
    )
)
"""Folders of one machine and hosts of registries; put together here, so that this file does not find itself."""


def _name(path: Path) -> str:
    return path.relative_to(ROOT).as_posix()


def test_every_module_begins_with_a_line_that_says_what_it_is_for() -> None:
    """A whole sentence on the first line; empty files of test folders need none."""
    assert len(modules()) > 300
    docstrings = {_name(path): (ast.get_docstring(tree) or "").partition("\n")[0] for path, tree in modules().items()}
    assert [name for name, line in docstrings.items() if len(line) < 20 or line[-1] not in ".:"] == []


def test_no_module_is_too_long_to_be_read() -> None:
    """Lines with everything in them."""
    lengths = {_name(path): len(path.read_text("utf-8").splitlines()) for path in modules()}
    assert {name: length for name, length in lengths.items() if length > LONGEST_MODULE} == {}


def test_no_function_is_longer_than_a_screen() -> None:
    """From its first line to its last, decorators left out."""
    kinds = ast.FunctionDef | ast.AsyncFunctionDef
    found = {
        f"{_name(path)}:{node.name}": (node.end_lineno or 0) - node.lineno + 1
        for path, tree in modules().items()
        for node in ast.walk(tree)
        if isinstance(node, kinds)
    }
    assert {name: length for name, length in found.items() if length > LONGEST_FUNCTION} == {}


@pytest.mark.parametrize(
    "text",
    [
        "see /" + "work/main/x",
        "/" + "tmp/" + "w/venv",
        "https://" + "pypi" + ".org/simple",
        "registry." + "npmjs" + ".org",
    ],
)
def test_a_private_path_or_host_would_be_seen(text: str) -> None:
    """The search itself finds what it is for."""
    assert MACHINE.search(text)


def test_no_file_speaks_of_one_machine_or_of_a_registry() -> None:
    """What stands in the repository holds everywhere."""
    texts = {path: path.read_bytes().decode("utf-8", "replace") for path in FILES}
    assert [_name(path) for path, text in texts.items() if MACHINE.search(text)] == []


def test_the_floors_of_the_house_hold() -> None:
    """As import-linter sees them."""
    command = Path(sys.executable).with_name("lint-imports")
    done = subprocess.run([str(command), "--no-cache"], cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    assert "0 broken" in done.stdout


def test_every_floor_and_room_stands_in_the_guide_and_no_other() -> None:
    """The table of CONTRIBUTING.md names each package of a floor, rooms in rooms too, and each that it names is one."""
    guide = (ROOT / "CONTRIBUTING.md").read_text("utf-8")
    rows = re.findall(r"^\| `(\w+)/` \| (.*) \|$", guide, re.MULTILINE)
    named = {floor: set(re.findall(r"`(\w+)/`", rooms)) for floor, rooms in rows}
    house = ROOT / "bsc_site"
    floors = [path.parent for path in house.glob("*/__init__.py")]
    assert named == {floor.name: {path.parent.name for path in floor.glob("*/**/__init__.py")} for floor in floors}


def test_no_docstring_of_a_test_repeats_its_name() -> None:
    """A name that is a sentence needs no second one."""
    tests = {
        f"{_name(path)}:{each.lineno}": (each.name, ast.get_docstring(each) or "")
        for path, tree in modules().items()
        for each in ast.walk(tree)
        if isinstance(each, ast.FunctionDef) and each.name.startswith("test_")
    }
    assert [place for place, (name, said) in tests.items() if _words(said) == _words(name)[1:]] == []


def _words(text: str) -> list[str]:
    return re.findall("[a-z0-9]+", text.lower().replace("'", ""))


def test_every_place_that_the_guide_names_is_there() -> None:
    """A recipe that leads to a file of another name is worse than none."""
    guide = (ROOT / "CONTRIBUTING.md").read_text("utf-8")
    named = re.findall(r"`((?:bsc_site|tests|docs|docs_templates|scorecard)/[\w./-]*)`", guide)
    assert len(named) > 40
    assert [name for name in named if not (ROOT / name).exists()] == []


def test_no_file_holds_two_versions_of_a_line() -> None:
    """As git leaves them where two changes met and nobody has decided."""
    marks = tuple(sign * 7 + " " for sign in "<>")
    texts = {path: path.read_text("utf-8", errors="replace").splitlines() for path in FILES}
    assert [f"{path.name}: {line}" for path, lines in texts.items() for line in lines if line.startswith(marks)] == []
