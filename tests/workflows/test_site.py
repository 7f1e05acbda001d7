"""The site is checked, built and published by the repository itself, this one's as that of a new project."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from tests.workflows.files import OWN, PRESET, SITES, name_of, program, run_step, step, steps, workflow

ON_BOTH = pytest.mark.parametrize("path", SITES, ids=name_of)
PULL_REQUEST = "github.event_name == 'pull_request'"
PUBLISHED = "github.event_name != 'pull_request'"
DAY = " --as-of 2026-11-05"
GALLERY = "Build the gallery"
DOCUMENTATION = "Add the documentation"
DATED = ("Check", "Say what the pull request changes")


@ON_BOTH
def test_it_runs_on_pushes_pull_requests_every_morning_and_by_hand(path: Path) -> None:
    events = workflow(path)["on"]
    assert set(events) == {"push", "pull_request", "schedule", "workflow_dispatch"}
    assert events["push"] == {"branches": ["main"]}
    minute, hour, *days = events["schedule"][0]["cron"].split()
    assert (minute.isdigit(), hour.isdigit(), days) == (True, True, ["*", "*", "*"])


@ON_BOTH
def test_of_a_pull_request_only_the_latest_commit_counts_and_a_deployment_may_finish(path: Path) -> None:
    found = workflow(path)
    assert found["concurrency"]["cancel-in-progress"] == f"${{{{ {PULL_REQUEST} }}}}"
    assert found["jobs"]["deploy"]["concurrency"] == {"group": "pages", "cancel-in-progress": "false"}


@ON_BOTH
def test_the_address_is_asked_for_before_the_build_by_a_job_that_runs_no_code_of_the_repository(path: Path) -> None:
    jobs = workflow(path)["jobs"]
    assert jobs["address"]["permissions"] == {"pages": "read"}
    assert [each["uses"] for each in jobs["address"]["steps"]] == ["actions/configure-pages@v6"]
    assert jobs["address"]["outputs"] == {"url": "${{ steps.pages.outputs.base_url }}"}
    assert jobs["build"]["needs"] == "address"
    assert step(path, "build", "Build")["env"] == {"SITE_URL": "${{ needs.address.outputs.url }}"}


@ON_BOTH
@pytest.mark.parametrize(
    ("address", "words"),
    [
        ("https://octocat.github.io/my-repo", " <--site-url> <https://octocat.github.io/my-repo>"),
        ("https://x.example/$(touch hacked); `touch hacked`", None),
        ("", ""),
    ],
)
def test_the_build_is_told_the_address_where_there_is_one(
    path: Path, address: str, words: str | None, tmp_path: Path
) -> None:
    """As one word, whatever is in it."""
    program(tmp_path, "bsc-site")
    told = run_step(step(path, "build", "Build"), tmp_path, SITE_URL=address).out
    day = " <--as-of> <2026-11-05>" if path != PRESET else ""
    assert told == f"bsc-site <build>{day}{f' <--site-url> <{address}>' if words is None else words}\n"
    assert not (tmp_path / "hacked").exists()


@ON_BOTH
def test_a_pull_request_is_built_without_an_address_and_not_published(path: Path) -> None:
    jobs = workflow(path)["jobs"]
    assert jobs["address"]["if"] == PUBLISHED
    assert jobs["build"]["if"] == "${{ !cancelled() }}"
    assert jobs["deploy"]["if"] == f"{PUBLISHED} && github.ref == 'refs/heads/main'"
    handed = {each["name"]: each["if"] for each in steps(path, "build") if "upload-" in each.get("uses", "")}
    kept = dict.fromkeys(["Keep it for the comment", "Keep a preview of the pull request"], PULL_REQUEST)
    assert handed == {**kept, "Hand over the site": PUBLISHED}


@ON_BOTH
def test_it_checks_with_annotations_before_it_builds(path: Path) -> None:
    names = [each.get("name") for each in steps(path, "build")]
    assert names.index("Install") < names.index("Check") < names.index("Build")
    assert step(path, "build", "Check")["run"].endswith("--format github")


@ON_BOTH
def test_the_summary_says_how_many_pages_there_are_and_where_the_preview_is(path: Path, tmp_path: Path) -> None:
    for name in ("index.html", "kpis/nps/index.html", "about.html", "404.html", "feed.xml"):
        (tmp_path / "build" / "site" / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / "build" / "site" / name).touch()
    said = step(path, "build", "Say what was built")
    assert "3 pages." in run_step(said, tmp_path, PREVIEW="").summary.splitlines()
    assert "](https://x.example/1), unpack it" in run_step(said, tmp_path, PREVIEW="https://x.example/1").summary
    assert said["env"] == {"PREVIEW": "${{ steps.preview.outputs.artifact-url }}"}


@ON_BOTH
def test_the_summary_says_when_nothing_was_built(path: Path, tmp_path: Path) -> None:
    said = step(path, "build", "Say what was built")
    assert "Nothing was built." in run_step(said, tmp_path, PREVIEW="").summary
    assert said["if"] == "${{ !cancelled() }}"


@ON_BOTH
def test_the_first_push_says_how_to_switch_pages_on(path: Path, tmp_path: Path) -> None:
    """Nothing before it stops where there are no Pages; the build goes on without an address."""
    assert steps(path, "address")[0]["continue-on-error"] == "true"
    last = steps(path, "deploy")[-1]
    ran = run_step(last, tmp_path, GITHUB_WORKFLOW="Scorecard")
    assert (ran.code, last["if"]) == (0, "failure()")
    todo = "Choose Settings > Pages > Source: GitHub Actions, then Actions > Scorecard > Run workflow."
    assert ran.out.startswith("::error title=")
    assert ran.out.rstrip().endswith(todo)
    assert todo in ran.summary


@ON_BOTH
def test_the_morning_run_keeps_the_schedule_awake(path: Path, tmp_path: Path) -> None:
    """Under whatever name the file has."""
    program(tmp_path, "gh")
    where = {
        "GITHUB_REPOSITORY": "octocat/my-repo",
        "GITHUB_WORKFLOW_REF": "octocat/my-repo/.github/workflows/card.yml@refs/heads/main",
    }
    assert workflow(path)["jobs"]["awake"]["if"] == "github.event_name == 'schedule'"
    (found,) = steps(path, "awake")
    told = run_step(found, tmp_path, **where)
    assert told.out == "gh <api> <--method> <PUT> <repos/octocat/my-repo/actions/workflows/card.yml/enable>\n"


def test_a_new_project_gets_what_this_repository_publishes_itself_with() -> None:
    """But for its name, what is installed, the day of the demo's story, the gallery, and the documentation."""
    own, preset = workflow(OWN / "site.yml"), workflow(PRESET)
    assert _shared(own) == _shared(preset)
    for name in (*DATED, "Build"):
        run = step(OWN / "site.yml", "build", name)["run"]
        assert (run.replace(DAY, ""), DAY in run) == (step(PRESET, "build", name)["run"], True)
    assert step(PRESET, "build", "Install")["run"] == "python -m pip install --requirement requirements.txt"


def test_the_gallery_is_built_beside_the_demo_and_told_its_address(tmp_path: Path) -> None:
    names = [each.get("name") for each in steps(OWN / "site.yml", "build")]
    assert names.index("Build") < names.index(GALLERY) < names.index("Hand over the site")
    program(tmp_path, "python")
    found = step(OWN / "site.yml", "build", GALLERY)
    told = run_step(found, tmp_path, SITE_URL="https://x.example/a", SOURCE="https://y.example/b").out
    place = " <--site-url> <https://x.example/a/gallery> <--source> <https://y.example/b>\n"
    assert told == f"python <gallery/build.py> <build/site/gallery>{place}"
    assert " <--site-url>" not in run_step(found, tmp_path, SITE_URL="", SOURCE="b").out


def _shared(found: dict[str, Any]) -> dict[str, Any]:
    build = found["jobs"]["build"]
    build["steps"] = [each for each in build["steps"] if each.get("name") not in {GALLERY, DOCUMENTATION}]
    for each in build["steps"]:
        if each.get("name") in {"Install", "Build", *DATED}:
            del each["run"]
        each.get("with", {}).pop("cache-dependency-path", None)
    return {key: value for key, value in found.items() if key != "name"}


def test_the_documentation_stands_below_the_demo_before_anything_is_handed_over() -> None:
    names = [each.get("name") for each in steps(OWN / "site.yml", "build")]
    assert names.index("Build") < names.index(DOCUMENTATION) < names.index("Keep a preview of the pull request")
    run = step(OWN / "site.yml", "build", DOCUMENTATION)["run"]
    assert run.endswith("--strict --config-file documentation.yml --site-dir build/site/docs")


def test_the_file_warns_that_a_pages_site_is_public() -> None:
    assert "is PUBLIC on most plans" in PRESET.read_text(encoding="utf-8")


@ON_BOTH
def test_what_is_published_is_what_everybody_may_see(path: Path) -> None:
    assert [each["run"] for each in steps(path) if "--audience" in each.get("run", "")] == []
