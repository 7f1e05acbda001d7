"""The tests of this repository run by the command of the README, on every Python that it promises."""

from __future__ import annotations

import tomllib

from tests.workflows.files import OWN, ROOT, steps, workflow

TESTS = OWN / "tests.yml"


def test_they_run_on_pushes_on_pull_requests_and_before_a_release() -> None:
    assert set(workflow(TESTS)["on"]) == {"push", "pull_request", "workflow_call"}
    assert workflow(OWN / "release.yml")["jobs"]["tests"]["uses"] == "./.github/workflows/tests.yml"


def test_they_run_on_four_pythons_beginning_with_the_oldest_that_is_promised() -> None:
    strategy = workflow(TESTS)["jobs"]["test"]["strategy"]
    assert strategy == {"fail-fast": "false", "matrix": {"python": ["3.11", "3.12", "3.13", "3.14"]}}
    promised = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]["requires-python"]
    assert promised.startswith(">=3.11")


def test_they_run_by_the_command_of_the_readme() -> None:
    """With the Python of the matrix and not with one that make would choose."""
    commands = [step["run"] for step in steps(TESTS, "test") if "run" in step]
    assert commands == ["make test PYTHON=python"]
    assert "\nmake test " in (ROOT / "README.md").read_text(encoding="utf-8")
