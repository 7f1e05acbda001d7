"""What a new user reads at the end: short paths, and commands that can be typed as they stand."""

from __future__ import annotations

import json
from pathlib import Path, PurePath, PurePosixPath, PureWindowsPath

import pytest

from bsc_site.publish.starting.next_steps import (
    Spot,
    before_pushing,
    called_from,
    next_steps,
    replaced_words,
    written_words,
)
from bsc_site.publish.starting.origin import Requirement, origin

HERE = PurePosixPath("/home/anna")
COMMIT = 'git add . && git commit -m "Our scorecard"'
LAST = "On GitHub it is published as README.md says."


@pytest.mark.parametrize(
    ("project", "here", "folder"),
    [
        (PurePosixPath("my-scorecard"), HERE, "my-scorecard"),
        (PurePosixPath("/home/anna/my-scorecard"), HERE, "my-scorecard"),
        (PurePosixPath("../ours"), HERE, "../ours"),
        (PurePosixPath("/srv/ours"), HERE, "/srv/ours"),
        (PurePosixPath("our goals; 2027"), HERE, "'our goals; 2027'"),
        (PureWindowsPath("my-scorecard"), PureWindowsPath("C:/Users/Anna"), "my-scorecard"),
        (PureWindowsPath("C:/Users/Anna/a/b"), PureWindowsPath("C:/Users/Anna"), "a\\b"),
        (PureWindowsPath("D:/Our goals"), PureWindowsPath("C:/Users/Anna"), '"D:\\Our goals"'),
    ],
)
def test_there_are_three_commands_to_go_on_with(project: PurePath, here: PurePath, folder: str) -> None:
    assert next_steps(Spot(project, here)) == (
        "Next:",
        f"  cd {folder}",
        "  bsc-site serve",
        f"  git init -b main && {COMMIT}",
        LAST,
    )


@pytest.mark.parametrize("project", [PurePosixPath(), HERE])
def test_whoever_is_in_a_repository_already_has_only_to_push(project: PurePath) -> None:
    spot = Spot(project, HERE, program=".venv/bin/bsc-site", in_repository=True)
    assert next_steps(spot) == ("Next:", "  .venv/bin/bsc-site serve", f"  {COMMIT}", "  git push", LAST)


def test_a_new_repository_has_nowhere_to_push_to_yet() -> None:
    assert next_steps(Spot(PurePosixPath(), HERE)) == (
        "Next:",
        "  bsc-site serve",
        f"  git init -b main && {COMMIT}",
        LAST,
    )


def test_a_program_that_the_terminal_does_not_find_is_called_by_the_shorter_way(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    script = Path(".venv/bin/bsc-site")
    assert called_from(Path(), script) == ".venv/bin/bsc-site"
    assert called_from(Path("new"), script) == called_from(tmp_path / "new", script) == "../.venv/bin/bsc-site"
    assert called_from(Path("a/b/c/d/e/f"), Path("/opt/bsc-site")) == "/opt/bsc-site"


def test_written_files_are_named_as_seen_from_the_terminal() -> None:
    files = [PurePosixPath("new/mkdocs.yml"), PurePosixPath("/home/anna/b"), PurePosixPath("/srv/c")]
    assert written_words(Spot(PurePosixPath("new"), HERE), files) == ("Written:", "  new/mkdocs.yml", "  b", "  /srv/c")


def test_what_is_gone_is_counted_and_what_stays_is_named() -> None:
    assert replaced_words(["data/a.csv", "data/b/c.csv", "docs/about.md", "Makefile"], []) == (
        "Removed, with the demo: Makefile, data/ (2 files), docs/ (1 file)",
    )
    assert replaced_words(["data/a.csv"], ["README.md"])[1:] == (
        "Left as they are, because you changed them or git does not keep them:",
        "  README.md",
    )


def told(wanted: Requirement, *, enclosed: bool = False) -> str:
    return "\n".join(before_pushing(Spot(PurePosixPath("new"), HERE), wanted, enclosed=enclosed))


def test_nothing_is_to_be_done_for_a_program_that_pip_finds_anywhere() -> None:
    assert told(origin(None, "0.1.0")) == ""


def test_a_local_folder_is_answered_with_the_command_that_makes_a_file_of_it() -> None:
    lines = told(origin(json.dumps({"url": "file:///home/anna/my%20src", "dir_info": {}}), "0.1.0"))
    assert lines.startswith("Before you push: ")
    assert "\n  python -m pip wheel --no-deps --wheel-dir vendor '/home/anna/my src'\n" in lines
    assert "vendor/bsc_site-0.1.0-py3-none-any.whl" in lines


def test_a_file_that_is_gone_is_to_be_put_into_the_project() -> None:
    record = json.dumps({"url": "file:///home/anna/bsc_site-0.1.0-py3-none-any.whl", "archive_info": {}})
    assert "Put the file that it came from into the project, as vendor/bsc_site-0.1.0-py3" in told(
        origin(record, "0.1.0")
    )
    assert told(origin(record, "0.1.0"), enclosed=True).startswith(
        "The workflow installs bsc-site from vendor/bsc_site-"
    )


def test_an_unknown_origin_is_answered_all_the_same() -> None:
    assert "--wheel-dir vendor THE-FOLDER-OF-BSC-SITE" in told(origin("{", "0.1.0"))
