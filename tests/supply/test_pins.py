"""Every package is pinned: by its version where the program is tested, by its digest where a release is made."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

ROOT = Path(__file__).parents[2]
HASHED = sorted((ROOT / ".github" / "requirements").iterdir())
_PIN = re.compile(r"[A-Za-z0-9][\w.-]*==[\w.]+")
_HASHED_PIN = re.compile(r"[a-z0-9][a-z0-9.-]*==[\w.]+ --hash=sha256:[0-9a-f]{64}")
TOOLS = {"audit.txt": {"pip-audit"}, "release.txt": {"build", "hatchling", "cyclonedx-bom"}}


def _lines(path: Path) -> list[str]:
    return [each for each in path.read_text(encoding="utf-8").splitlines() if each and not each.startswith("#")]


def _pins(path: Path) -> dict[str, str]:
    pins = (each.split(" ")[0].split("==") for each in _lines(path))
    return {canonicalize_name(name): version for name, version in pins}


def test_every_package_of_the_tests_has_one_version_and_no_address() -> None:
    lines = _lines(ROOT / "constraints.txt")
    assert [each for each in lines if not _PIN.fullmatch(each)] == []
    assert len(_pins(ROOT / "constraints.txt")) == len(lines)


def test_every_declared_package_is_pinned_within_its_bounds() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    lists = [project["dependencies"], *project["optional-dependencies"].values()]
    wanted = [each for names in lists for each in map(Requirement, names) if each.name != "bsc-site"]
    pins = _pins(ROOT / "constraints.txt")
    assert [
        str(each) for each in wanted if not each.specifier.contains(pins.get(canonicalize_name(each.name), ""))
    ] == []


@pytest.mark.parametrize("path", HASHED, ids=lambda path: path.name)
def test_every_tool_of_a_release_has_one_file_by_its_digest(path: Path) -> None:
    """No other file is installed, whoever sends it."""
    lines = _lines(path)
    assert [each for each in lines if not _HASHED_PIN.fullmatch(each)] == []
    assert TOOLS[path.name] <= _pins(path).keys()


@pytest.mark.parametrize("path", HASHED, ids=lambda path: path.name)
def test_a_tool_of_a_release_has_the_version_of_the_tests(path: Path) -> None:
    tested = _pins(ROOT / "constraints.txt")
    both = {name: version for name, version in _pins(path).items() if name in tested}
    assert both
    assert {name: version for name, version in both.items() if tested[name] != version} == {}
