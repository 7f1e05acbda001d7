"""A slip of syntax in a sound project is told in one line, at its own line, without anything that follows from it."""

from __future__ import annotations

import re
import shutil
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from bsc_site.pipeline import Order, examine

REPOSITORY = Path(__file__).parents[2]
AS_OF = date(2026, 11, 5)
Way = Callable[["re.Match[str]"], str]
KINDS: dict[str, tuple[str, Way]] = {
    "a dash is missing": (r"(\s*)- (id: .*)", lambda found: f"{found[1]}  {found[2]}"),
    "a colon is missing": (r"(\s*(?:- )?name):( .*)", lambda found: found[1] + found[2]),
    "a blank behind a colon is missing": (r"(\s*owner:) (.*)", lambda found: found[1] + found[2]),
    "a blank behind a dash is missing": (r"(\s*-) (id: .*)", lambda found: found[1] + found[2]),
    "a quote is not closed": (r'(.*: ".*)"', lambda found: found[1]),
    "a quote opens that should not": (r"(\s*name: )([A-Z].*)", lambda found: f'{found[1]}"{found[2]}'),
    "a bracket is not closed": (r"(\s*kpis: \[.*)\]", lambda found: found[1]),
    "a bracket too many": (r"(\s*kpis: \[.*\])", lambda found: f"{found[1]}]"),
    "a tab": (r"\s+(direction: .*)", lambda found: f"\t{found[1]}"),
    "one blank too many": (r"(\s+direction: .*)", lambda found: f" {found[1]}"),
    "one blank too few": (r" (\s+direction: .*)", lambda found: found[1]),
    "a second colon": (r"(\s*name: )([A-Z].*)", lambda found: f"{found[1]}Now: {found[2]}"),
}
EACH = 2
"""So many places of each kind are tried, spread over the files."""


@pytest.fixture(name="demo", scope="module")
def a_copy_of_the_demo(tmp_path_factory: pytest.TempPathFactory) -> Path:
    root = tmp_path_factory.mktemp("demo")
    for folder in ("scorecard", "data"):
        shutil.copytree(REPOSITORY / folder, root / folder)
    return root


def _errors(root: Path) -> list[tuple[str, int]]:
    found = examine(Order(root, AS_OF)).problems
    return [(each.place.file, each.place.line) for each in found if each.severity == "error"]


def _places(root: Path, pattern: str) -> list[tuple[Path, int]]:
    files = sorted((root / "scorecard").rglob("*.yml"))
    lines = [(file, number) for file in files for number, _ in enumerate(file.read_text("utf-8").split("\n"))]
    return [each for each in lines if re.fullmatch(pattern, each[0].read_text("utf-8").split("\n")[each[1]])]


@pytest.mark.parametrize("kind", KINDS)
def test_a_slip_gets_one_line_at_its_place(demo: Path, kind: str) -> None:
    pattern, way = KINDS[kind]
    places = _places(demo, pattern)
    assert places
    for file, number in places[:: max(len(places) // EACH, 1)][:EACH]:
        before = file.read_text("utf-8")
        lines = before.split("\n")
        lines[number] = re.sub(rf"^(?:{pattern})$", way, lines[number])
        file.write_text("\n".join(lines), "utf-8")
        found = _errors(demo)
        file.write_text(before, "utf-8")
        assert found == [(file.relative_to(demo).as_posix(), number + 1)], lines[number]
