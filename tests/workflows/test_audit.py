"""Known weaknesses of pinned packages are looked for each week, and whatever is found fails the run."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.workflows.files import OWN, program, run_step, step, workflow

AUDIT = OWN / "audit.yml"
LISTS = ("constraints.txt", ".github/requirements/audit.txt", ".github/requirements/release.txt")


def _lists(folder: Path) -> None:
    for each in LISTS:
        (folder / each).parent.mkdir(parents=True, exist_ok=True)
        (folder / each).touch()


def test_it_runs_each_week_and_where_pins_change() -> None:
    on = workflow(AUDIT)["on"]
    assert len(on["schedule"]) == 1
    assert on["schedule"][0]["cron"].endswith(" * * 1")
    assert {"constraints.txt", "pyproject.toml", ".github/requirements/**"} <= set(on["pull_request"]["paths"])


def test_the_tool_itself_is_installed_by_digests() -> None:
    assert step(AUDIT, "audit", "Install the tool")["run"].endswith(
        "--require-hashes --requirement .github/requirements/audit.txt"
    )


def test_every_list_is_looked_at(tmp_path: Path) -> None:
    _lists(tmp_path)
    program(tmp_path, "pip-audit")
    ran = run_step(step(AUDIT, "audit", "Look for known weaknesses"), tmp_path)
    assert ran.code == 0, ran.out
    asked = [each for each in ran.out.splitlines() if each.startswith("pip-audit ")]
    options = "pip-audit <--no-deps> <--disable-pip> <--format> <markdown> <--requirement>"
    assert asked == [f"{options} <{each}>" for each in LISTS]
    assert ran.summary.count("No known weakness.") == len(LISTS)


@pytest.mark.parametrize("weak", LISTS)
def test_a_weakness_fails_the_run_after_all_lists_were_looked_at(weak: str, tmp_path: Path) -> None:
    _lists(tmp_path)
    program(tmp_path, "pip-audit")
    tool = tmp_path / "bin" / "pip-audit"
    tool.write_text(f'#!/bin/sh\necho "looked at $6"\n[ "$6" != "{weak}" ]\n')
    ran = run_step(step(AUDIT, "audit", "Look for known weaknesses"), tmp_path)
    assert ran.code == 1
    assert [f"looked at {each}" in ran.summary for each in LISTS] == [True] * 3
    assert f"::error file={weak},title=Known weaknesses::" in ran.out
    assert ran.summary.count("No known weakness.") == len(LISTS) - 1
