"""The very shell lines of both workflows, on a pull request from a fork: a merge commit, no secrets, read only.

What GitHub itself does is played by git and by a `gh` that keeps comments as files.
"""

from __future__ import annotations

import re
import sys
from pathlib import Path

import pytest

from tests.builders.program import FIGURES, SCORECARD, shop
from tests.builders.repositories import begun, commit, git
from tests.workflows.files import PRESET, ROOT, Ran, program, run_step, step

COMPARES, WRITES = "Say what the pull request changes", "Write the comment, or renew it"
MOVED = SCORECARD.replace("value: 30", "value: 60")
GH = r"""
body() { for word; do case "$word" in body=@*) cat "${word#body=@}";; esac; done; }
mkdir -p comments
case "$*" in
  *state=open*) echo 7;;
  *--paginate*) ls comments;;
  *PATCH*) for word; do case "$word" in */comments/*) body "$@" > "comments/${word##*/}";; esac; done;;
  *POST*) body "$@" > "comments/$(($(ls comments | wc -l) + 100))";;
esac
"""


class Fork:
    """A bare repository that nobody may write to, and pull requests merged into its main branch as GitHub does."""

    def __init__(self, folder: Path, scorecard: str = SCORECARD, below: str = ".") -> None:
        """The main branch holds the shop."""
        self.folder, self.below = folder, below
        self.work = folder / "work"
        self.work.mkdir(parents=True)
        shop(begun(self.work) / below, scorecard=scorecard)
        commit(self.work, "2025-07-01")
        git(folder, "clone", "-q", "--bare", str(self.work), str(folder / "origin.git"))

    def pushed(self, day: str, scorecard: str = MOVED, figures: str = FIGURES) -> Path:
        """What a later push to the pull request is checked out as: a merge commit, detached, with the whole history."""
        git(self.work, "checkout", "-q", "-B", "proposal")
        shop(self.work / self.below, scorecard=scorecard, figures=figures)
        commit(self.work, day)
        checkout = self.folder / f"checkout-{day}"
        git(self.folder, "clone", "-q", f"file://{self.folder / 'origin.git'}", str(checkout))
        git(checkout, "fetch", "-q", str(self.work), "proposal")
        git(checkout, "checkout", "-q", "--detach", "main")
        git(checkout, "merge", "-q", "--no-ff", "-m", "Merge", "FETCH_HEAD", day=day)
        for path in (self.folder / "origin.git").rglob("*"):
            path.chmod(path.stat().st_mode & ~0o222)
        return checkout / self.below


def _compared(checkout: Path) -> Ran:
    """The step that compares, with no home, no token and nobody's name."""
    home = checkout / "nobody"
    home.mkdir()
    program(checkout.parent, "bsc-site")
    script = f'#!/bin/sh\nPYTHONPATH="{ROOT}" exec "{sys.executable}" -m bsc_site "$@"\n'
    (checkout.parent / "bin" / "bsc-site").write_text(script)
    path = f"{checkout.parent / 'bin'}:/usr/bin:/bin"
    bare = {"HOME": str(home), "GITHUB_TOKEN": "", "GH_TOKEN": "", "GIT_CONFIG_GLOBAL": "/dev/null"}
    return run_step(step(PRESET, "build", COMPARES), checkout, PATH=path, **bare)


def _commented(checkout: Path, github: Path) -> list[str]:
    """The comments of the pull request, after the run that takes the text of this one."""
    program(github, "gh")
    (github / "bin" / "gh").write_text(f"#!/bin/sh\n{GH}")
    (github / "diff").mkdir(exist_ok=True)
    (github / "diff" / "diff.md").write_bytes((checkout / "build" / "diff" / "diff.md").read_bytes())
    where = {"GITHUB_REPOSITORY": "octocat/shop", "BRANCH": "stranger:proposal", "COMMIT": "abc"}
    ran = run_step(step(PRESET.with_name("comment.yml"), "comment", WRITES), github, **where)
    assert (ran.code, ran.out) == (0, "")
    return [each.read_text(encoding="utf-8") for each in sorted((github / "comments").iterdir())]


def test_a_pull_request_from_a_fork_gets_its_summary_its_annotations_and_one_comment(tmp_path: Path) -> None:
    fork = Fork(tmp_path)
    first = fork.pushed("2025-07-05")
    ran = _compared(first)
    assert ran.code == 0
    moved = "- **Repeat purchase rate** (KPI): 60 % by Dec 2025, before that 30 % — _cause: target_"
    assert moved in ran.summary.splitlines()
    line = next(at for at, text in enumerate(MOVED.splitlines(), 1) if "value: 60" in text)
    assert f"::notice file=scorecard/shop.yml,title=Targets,line={line},col=" in ran.out
    github = tmp_path / "github"
    github.mkdir()
    (comment,) = _commented(first, github)
    assert comment.startswith("<!-- bsc-site diff -->\n")
    assert moved in comment
    later = fork.pushed("2025-07-06", SCORECARD.replace("value: 30", "value: 55"))
    assert _compared(later).code == 0
    (renewed,) = _commented(later, github)
    assert "55 % by Dec 2025, before that 30 %" in renewed
    assert moved not in renewed


def test_a_pull_request_that_changes_thousands_of_things_keeps_every_limit_of_github(tmp_path: Path) -> None:
    fork = Fork(tmp_path)
    rows = "".join(f"  - {{id: k{index}, name: Показатель номер {index}, owner: ann}}\n" for index in range(1500))
    checkout = fork.pushed("2025-07-05", MOVED.replace("kpis:\n  - id", f"kpis:\n{rows}  - id"))
    ran = _compared(checkout)
    assert len(re.findall(r"^::notice ", ran.out, re.MULTILINE)) == 10
    assert len(ran.summary.encode()) < 1024 * 1024
    (tmp_path / "github").mkdir()
    (comment,) = _commented(checkout, tmp_path / "github")
    assert 50_000 < len(comment.encode()) < 65_536
    assert "differences are left out, as a comment has no more room; `bsc-site diff` tells them." in comment
    assert re.search(r"\n1,5\d\d differences\.\n$", comment)
    assert "60 % by Dec 2025, before that 30 %" in comment


@pytest.mark.parametrize("broken", ["kpis: [", SCORECARD.replace("owner: ann", "owner: nobody")])
def test_where_the_branch_it_goes_into_is_broken_the_job_goes_on_and_says_so(broken: str, tmp_path: Path) -> None:
    checkout = Fork(tmp_path, broken).pushed("2025-07-05", SCORECARD)
    ran = _compared(checkout)
    assert ran.code == 0
    assert "HEAD^1:scorecard/shop.yml:" in ran.out
    (tmp_path / "github").mkdir()
    (comment,) = _commented(checkout, tmp_path / "github")
    assert "cannot be told" in comment
