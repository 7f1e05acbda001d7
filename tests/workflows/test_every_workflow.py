"""Every workflow is sound, asks for no more than it needs, and runs nothing that can change under its feet."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

import pytest

from tests.workflows.files import COMMENTS, EVERY, LARGE, OWN, PRESET, ROOT, name_of, steps, workflow

ON_EACH = pytest.mark.parametrize("path", EVERY, ids=name_of)
SOUND = "on: push\npermissions: {}\nconcurrency: {group: a}\njobs:\n  a:\n    runs-on: ubuntu-latest\n    steps:\n"
MISSPELT = SOUND + "      - run: echo ${{ github.shaa }}\n"
UNQUOTED = SOUND + "      - run: rm $HOME/*.txt\n"
INJECTED = SOUND + "      - run: echo ${{ github.event.pull_request.title }}\n"
MOVING = SOUND + "      - uses: somebody/something@main\n"
WRITES = {
    "comment.yml": {"comment": {"pull-requests"}},
    "audit.yml": {},
    "release.yml": {"attest": {"id-token", "attestations"}, "publish": {"id-token"}, "announce": {"contents"}},
    "site.yml": {"deploy": {"pages", "id-token"}, "awake": {"actions"}},
    "tests.yml": {},
    "large-site.yml": {"deploy": {"pages", "id-token"}},
}
"""What may be changed, by the file and its job."""


def _tool(name: str) -> str:
    return str(Path(sys.executable).with_name(name))


def _said(command: list[str], files: tuple[Path, ...]) -> str:
    """What a tool says about these files; nothing when it is content."""
    done = subprocess.run([*command, *map(str, files)], cwd=ROOT, capture_output=True, text=True, check=False)
    return f"{done.stdout}{done.stderr}" if done.returncode else ""


def _actionlint(*files: Path) -> str:
    options = ["-no-color", "-oneline", "-pyflakes=", f"-shellcheck={_tool('shellcheck')}"]
    return _said([_tool("actionlint"), *options], files)


def _zizmor(*files: Path) -> str:
    settings = ["--config", str(ROOT / ".github" / "zizmor.yml"), "--format=plain", "--no-progress", "--quiet"]
    return _said([_tool("zizmor"), "--offline", "--pedantic", *settings], files)


def test_these_are_all_the_workflows() -> None:
    assert sorted(OWN.iterdir()) == [each for each in EVERY if each.parent == OWN]


def test_nothing_is_wrong_with_any_workflow() -> None:
    """Keys, expressions, inputs of actions and shell lines, as actionlint and shellcheck see them."""
    assert _actionlint(*EVERY) == ""


def test_nothing_in_any_workflow_helps_an_attacker() -> None:
    """As zizmor sees it at its strictest."""
    assert _zizmor(*EVERY) == ""


@pytest.mark.parametrize(
    ("text", "words"),
    [(MISSPELT, '"shaa" is not defined'), (UNQUOTED, "SC2086"), (INJECTED, "potentially untrusted")],
    ids=["misspelt", "unquoted", "injected"],
)
def test_a_mistake_would_be_found(text: str, words: str, tmp_path: Path) -> None:
    (tmp_path / "site.yml").write_text(text)
    assert words in _actionlint(tmp_path / "site.yml")


@pytest.mark.parametrize(
    ("text", "words"), [(INJECTED, "template-injection"), (MOVING, "unpinned-uses")], ids=["injected", "moving"]
)
def test_a_weakness_would_be_found(text: str, words: str, tmp_path: Path) -> None:
    folder = tmp_path / ".github" / "workflows"
    folder.mkdir(parents=True)
    (folder / "site.yml").write_text(text)
    assert words in _zizmor(folder / "site.yml")


@ON_EACH
def test_nothing_is_allowed_unless_a_job_asks_for_it(path: Path) -> None:
    assert workflow(path)["permissions"] == {}
    assert [name for name, job in workflow(path)["jobs"].items() if "permissions" not in job] == []


@ON_EACH
def test_what_may_be_changed_is_changed_by_the_job_whose_work_it_is(path: Path) -> None:
    jobs = workflow(path)["jobs"].items()
    asked = {name: {key for key, word in job["permissions"].items() if word == "write"} for name, job in jobs}
    assert {name: found for name, found in asked.items() if found} == WRITES[path.name]


@ON_EACH
def test_no_job_that_runs_code_of_the_repository_may_change_anything(path: Path) -> None:
    """Code of a stranger's pull request is such code."""
    jobs = workflow(path)["jobs"].values()
    running = [job for job in jobs if any("checkout@" in step.get("uses", "") for step in job.get("steps", ()))]
    assert bool(running) is (path not in COMMENTS)
    assert [job["permissions"] for job in running if job["permissions"] != {"contents": "read"}] == []


@ON_EACH
def test_the_token_is_not_left_behind_in_the_checkout(path: Path) -> None:
    found = [step for step in steps(path) if step.get("uses", "").startswith("actions/checkout@")]
    assert [step for step in found if step["with"].get("persist-credentials") != "false"] == []


@ON_EACH
def test_actions_are_github_s_own_by_version_and_others_by_commit(path: Path) -> None:
    used = [step["uses"] for step in steps(path) if "uses" in step]
    assert used
    sound = re.compile(r"actions/[\w-]+@v\d+|[\w-]+/[\w-]+@[0-9a-f]{40}")
    assert [each for each in used if not sound.fullmatch(each)] == []


def test_the_same_action_has_the_same_version_everywhere() -> None:
    used = {step["uses"] for path in EVERY for step in steps(path) if "uses" in step}
    names = [each.partition("@")[0] for each in used]
    assert sorted(names) == sorted(set(names))


@ON_EACH
def test_no_expression_stands_in_a_shell_line(path: Path) -> None:
    """It would be code before the shell sees it; values come by the environment."""
    assert [step["run"] for step in steps(path) if "${{" in step.get("run", "")] == []


@ON_EACH
def test_of_several_runs_at_once_there_is_an_order(path: Path) -> None:
    """Another group for each branch and tag."""
    assert "${{ github.ref }}" in workflow(path)["concurrency"]["group"]


@ON_EACH
def test_no_job_hangs_for_hours(path: Path) -> None:
    jobs = [job for job in workflow(path)["jobs"].values() if "uses" not in job]
    assert [job for job in jobs if not 0 < int(job.get("timeout-minutes", 0)) <= 90] == []


@ON_EACH
def test_what_is_kept_between_runs_depends_on_what_is_locked(path: Path) -> None:
    lock = "requirements.txt" if path in {PRESET, LARGE} else "constraints.txt"
    kept = [step["with"] for step in steps(path) if "cache" in step.get("with", {})]
    assert {each["cache-dependency-path"] for each in kept} == (
        {lock} if path.name not in {"audit.yml", "comment.yml", "release.yml"} else set()
    )
