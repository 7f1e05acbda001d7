"""The lowest versions that are declared do."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from packaging.version import Version

from tests.builders.program import DAY
from tests.wheel.declared import PROJECT, lowest_versions
from tests.wheel.environment import Environment
from tests.wheel.sources import workbook_project

pytestmark = pytest.mark.slow


def test_a_project_is_checked_and_built_with_the_lowest_versions(barely_installed: Environment, tmp_path: Path) -> None:
    assert barely_installed.bsc_site("init", ".", cwd=tmp_path).code == 0
    for command in ("check", "build"):
        told = barely_installed.bsc_site(command, "--strict", cwd=tmp_path)
        assert told.code == 0, told.err + told.out
    assert "<svg" in (tmp_path / "build" / "site" / "index.html").read_text("utf-8")


def test_a_workbook_is_read_with_the_lowest_version(barely_installed: Environment, tmp_path: Path) -> None:
    told = barely_installed.bsc_site("check", "--as-of", DAY, cwd=workbook_project(tmp_path))
    assert told.code == 0, told.err


def test_these_are_the_lowest_versions_indeed(barely_installed: Environment) -> None:
    bounds = lowest_versions(PROJECT["dependencies"])
    code = f"import json, importlib.metadata as m; print(json.dumps({{n: m.version(n) for n in {sorted(bounds)}}}))"
    found = json.loads(barely_installed.told(code))
    assert {name: Version(each) for name, each in found.items()} == {
        name: Version(each) for name, each in bounds.items()
    }
