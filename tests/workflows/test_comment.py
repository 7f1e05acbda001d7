"""What a pull request changes stands in its summary and in one comment, which a run without its code writes."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.workflows.files import COMMENTS, PRESET, SITES, name_of, program, run_step, step, steps, workflow

ON_BOTH_SITES = pytest.mark.parametrize("path", SITES, ids=name_of)
ON_BOTH = pytest.mark.parametrize("path", COMMENTS, ids=name_of)
PULL_REQUEST = "github.event_name == 'pull_request'"
WHERE = {"GITHUB_REPOSITORY": "octocat/my-repo", "BRANCH": "fork:$(touch hacked)", "COMMIT": "abc"}
MARKER = "<!-- bsc-site diff -->"


def _speaking(folder: Path, name: str, lines: str) -> None:
    """A program that prints what these lines of shell do."""
    program(folder, name)
    (folder / "bin" / name).write_text(f"#!/bin/sh\n{lines}\n")


@ON_BOTH_SITES
def test_the_diff_goes_into_the_summary_and_beside_the_lines(path: Path, tmp_path: Path) -> None:
    _speaking(tmp_path, "bsc-site", 'echo "told: $*"')
    found = step(path, "build", "Say what the pull request changes")
    ran = run_step(found, tmp_path)
    day = "" if path == PRESET else " --as-of 2026-11-05"
    assert (ran.code, found["if"]) == (0, PULL_REQUEST)
    assert ran.out == f"told: diff HEAD^1 HEAD{day} --format github\n"
    assert ran.summary == f"told: diff HEAD^1 HEAD{day} --format markdown\n"
    assert (tmp_path / "build" / "diff" / "diff.md").read_text() == ran.summary


@ON_BOTH_SITES
def test_what_cannot_be_compared_stops_nothing_and_is_told(path: Path, tmp_path: Path) -> None:
    """As when the branch that is merged into has a scorecard with problems."""
    _speaking(tmp_path, "bsc-site", "echo 'the reason' >&2; exit 1")
    ran = run_step(step(path, "build", "Say what the pull request changes"), tmp_path)
    assert (ran.code, ran.out) == (0, "the reason\n")
    assert "cannot be told" in ran.summary


@ON_BOTH_SITES
def test_the_whole_history_is_there_to_compare_with(path: Path) -> None:
    (checkout,) = (each for each in steps(path, "build") if "checkout@" in each.get("uses", ""))
    assert checkout["with"]["fetch-depth"] == "0"


@ON_BOTH
def test_the_comment_waits_for_the_build_of_a_pull_request_that_went_well(path: Path) -> None:
    found = workflow(path)
    site = workflow(path.with_name("site.yml"))
    assert found["on"] == {"workflow_run": {"workflows": [site["name"]], "types": ["completed"]}}
    wanted = "github.event.workflow_run.event == 'pull_request' && github.event.workflow_run.conclusion == 'success'"
    assert found["jobs"]["comment"]["if"] == wanted


@ON_BOTH
def test_it_may_write_comments_and_runs_no_code_of_the_repository(path: Path) -> None:
    job = workflow(path)["jobs"]["comment"]
    assert job["permissions"] == {"actions": "read", "pull-requests": "write"}
    assert [each["uses"].partition("@")[0] for each in job["steps"] if "uses" in each] == ["actions/download-artifact"]
    taken = steps(path)[0]["with"]
    (kept,) = (each for each in steps(SITES[0], "build") if each.get("name") == "Keep it for the comment")
    assert (taken["name"], kept["with"]["path"]) == (kept["with"]["name"], "build/diff/diff.md")


def _commented(path: Path, folder: Path, number: str, known: str) -> list[str]:
    """What GitHub is asked, where it knows this pull request and this comment of ours."""
    answers = f"case \"$*\" in *state=open*) echo '{number}';; *--paginate*) echo '{known}';; *) echo \"$*\" >&2;; esac"
    _speaking(folder, "gh", answers)
    (folder / "diff").mkdir(exist_ok=True)
    (folder / "diff" / "diff.md").write_text("What changes: `touch hacked`, $(touch hacked)\n")
    ran = run_step(step(path, "comment", "Write the comment, or renew it"), folder, **WHERE)
    assert (ran.code, (folder / "hacked").exists()) == (0, False)
    return ran.out.splitlines()


@ON_BOTH
def test_the_first_comment_is_written_and_later_ones_renew_it(path: Path, tmp_path: Path) -> None:
    first = _commented(path, tmp_path, "7", "")
    assert first == ["api --silent --method POST repos/octocat/my-repo/issues/7/comments -F body=@comment.md"]
    again = _commented(path, tmp_path, "7", "1234")
    assert again == ["api --silent --method PATCH repos/octocat/my-repo/issues/comments/1234 -F body=@comment.md"]
    text = (tmp_path / "comment.md").read_text()
    assert text.splitlines() == [MARKER, "What changes: `touch hacked`, $(touch hacked)"]


@ON_BOTH
def test_where_a_later_push_came_in_between_nothing_is_written(path: Path, tmp_path: Path) -> None:
    (line,) = _commented(path, tmp_path, "", "")
    assert line.startswith("No open pull request has abc as its latest commit")


@ON_BOTH
def test_no_comment_is_longer_than_it_may_be(path: Path, tmp_path: Path) -> None:
    _speaking(tmp_path, "gh", "echo 7")
    (tmp_path / "diff").mkdir()
    (tmp_path / "diff" / "diff.md").write_text("x" * 200_000)
    assert run_step(step(path, "comment", "Write the comment, or renew it"), tmp_path, **WHERE).code == 0
    assert len((tmp_path / "comment.md").read_text()) < 65_536


def test_both_are_the_same_but_for_the_run_they_wait_for() -> None:
    own, preset = (path.read_text(encoding="utf-8") for path in COMMENTS)
    assert own.replace("workflows: [Demo]", "workflows: [Scorecard]") == preset
