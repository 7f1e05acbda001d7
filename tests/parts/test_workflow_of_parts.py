"""The workflow of the guide builds every part once, of one day and for one address, and joins what it was handed."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

import pytest

from tests.builders.program import PROGRAM, called
from tests.builders.project_folders import files_of
from tests.parts.library import DAY, library
from tests.workflows.files import LARGE, program, run_step, step, steps, workflow

JOBS = workflow(LARGE)["jobs"]


def test_the_parts_of_the_matrix_are_all_parts() -> None:
    """Each once."""
    listed = JOBS["part"]["strategy"]["matrix"]["part"]
    assert listed == [f"{number}/{len(listed)}" for number in range(1, len(listed) + 1)]


def test_every_part_is_of_the_day_and_for_the_address_that_one_job_names(tmp_path: Path) -> None:
    """A build that begins before midnight and one that begins after it belong together."""
    for job in ("check", "part"):
        assert JOBS[job]["needs"] == "plan"
    found = step(LARGE, "part", "Build the part")
    assert found["env"] == {
        "DAY": "${{ needs.plan.outputs.day }}",
        "PART": "${{ matrix.part }}",
        "SITE_URL": "${{ needs.plan.outputs.url }}",
    }
    for name in ("bsc-site", "tar"):
        program(tmp_path, name)
    told = run_step(found, tmp_path, DAY=DAY, PART="3/8", SITE_URL="https://a.example/b").out.splitlines()
    options = f"<--as-of> <{DAY}> <--only> <3/8> <--out> <build/part> <--site-url> <https://a.example/b>"
    assert told[0] == f"bsc-site <build> {options}"
    assert "--site-url" not in run_step(found, tmp_path, DAY=DAY, PART="3/8", SITE_URL="").out


def test_the_day_is_named_for_all(tmp_path: Path) -> None:
    """Of the clock of the job that comes first."""
    told = tmp_path / "output"
    run_step(step(LARGE, "plan", "Name the day"), tmp_path, GITHUB_OUTPUT=str(told))
    today = subprocess.run(["date", "-u", "+%F"], capture_output=True, text=True, check=True).stdout  # noqa: S607
    assert told.read_text() in {f"day={today}", f"day={DAY}\n"}


def test_nothing_is_published_unless_it_was_checked_and_joined() -> None:
    """From the branch main alone."""
    assert JOBS["deploy"]["needs"] == ["check", "join"]
    assert JOBS["deploy"]["if"] == "github.event_name != 'pull_request' && github.ref == 'refs/heads/main'"
    assert JOBS["join"]["needs"] == ["plan", "part"]


def test_what_a_job_hands_over_is_what_the_next_one_takes() -> None:
    """By their names."""
    (handed,) = (each for each in steps(LARGE, "part") if "upload-artifact" in each.get("uses", ""))
    taken = step(LARGE, "join", "Take the parts")
    assert (handed["with"]["name"], taken["with"]["pattern"]) == ("part-${{ strategy.job-index }}", "part-*")


def test_each_part_keeps_its_own_cache() -> None:
    """The newest of its own, whatever the commit."""
    kept = step(LARGE, "part", "Keep what was drawn and written")["with"]
    assert kept["path"] == ".bsc-cache"
    assert kept["key"].startswith(kept["restore-keys"])


@pytest.mark.slow
def test_its_shell_lines_build_the_site_of_one_build(tmp_path: Path) -> None:
    """With the program itself, on a library of three scorecards."""
    folder = library(tmp_path / "project")
    (folder / "bin").mkdir()
    script = folder / "bin" / "bsc-site"
    script.write_text(f'#!/bin/sh\nexec {" ".join(PROGRAM)} "$@"\n')
    script.chmod(0o755)
    for number in (1, 2, 3):
        ran = run_step(step(LARGE, "part", "Build the part"), folder, DAY=DAY, PART=f"{number}/3", SITE_URL="")
        assert ran.code == 0, ran.out
        taken = folder / "build" / "taken" / f"part-{number}"
        taken.mkdir(parents=True)
        shutil.move(folder / "part.tar", taken)
    ran = run_step(step(LARGE, "join", "Join them"), folder)
    assert ran.code == 0, ran.out
    assert called("build", "--as-of", DAY, "--out", folder / "whole", cwd=folder).code == 0
    assert files_of(folder / "build" / "site") == files_of(folder / "whole")
    size = run_step(step(LARGE, "join", "Say how large the site is"), folder)
    assert size.code == 0, size.out
    assert " pages, " in size.summary
