"""Forged results of builds: whatever a pull request commits into the folder of results, no page shows it."""

from __future__ import annotations

import subprocess
from pathlib import Path

import pytest

from bsc_site.publish.keeping.kept_results import KeptResults
from tests.builders.program import DAY, called, shop

GIT = ("git", "-c", "user.name=a", "-c", "user.email=a@example.org")
NAME, FORGED = b"Repeat purchase rate", b"Forged by a stranger"


def _git(root: Path, *words: str) -> None:
    subprocess.run([*GIT, *words], cwd=root, check=True, capture_output=True)


def _build(root: Path) -> str:
    told = called("build", "-C", str(root), "--as-of", DAY)
    assert told.code == 0, told.err
    return told.err


def _forge(folder: Path) -> int:
    """Other words in every result that has these, each with a checksum that is right; how many there were."""
    forged = 0
    for kind in {each.name.split(".")[0] for each in folder.glob("*.kept")}:
        with KeptResults(folder, kind) as results:
            words = [word for pack in results._earlier for word in pack.places]  # noqa: SLF001  # a forger asks nobody
            for word in words:
                content = results.found(word) or b""
                if NAME in content:
                    results.keep(word, content.replace(NAME, FORGED))
                    forged += 1
    return forged


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A project under version control that has been built."""
    root = shop(tmp_path)
    _git(root, "init", "-q")
    (root / ".gitignore").write_text("/build/\n", encoding="utf-8")
    _build(root)
    return root


def _shown(root: Path) -> bool:
    return any(FORGED in each.read_bytes() for each in (root / "build" / "site").rglob("*.html"))


def _afresh(root: Path) -> None:
    """The site is to be made anew, from what was kept."""
    (root / "build" / ".site.last.json").unlink(missing_ok=True)


def test_results_that_were_committed_are_not_used_and_named(project: Path) -> None:
    assert _forge(project / ".bsc-cache") > 0
    _git(project, "add", "-A")
    _git(project, "commit", "-qm", "a small improvement")
    _afresh(project)
    told = _build(project)
    assert not _shown(project)
    [line] = [each for each in told.splitlines() if "BSC524" in each]
    assert line.startswith(".bsc-cache/")
    assert "BSC524 warning: this was committed, so nothing in .bsc-cache is used; run git rm -r --cached" in line
    assert any("BSC524" in each for each in called("check", "-C", str(project), "--as-of", DAY).lines)


def test_the_forgery_is_one_that_would_be_shown(project: Path) -> None:
    """Without the guard; what no test could show would be no test."""
    assert _forge(project / ".bsc-cache") > 0
    _afresh(project)
    _build(project)
    assert _shown(project)


def test_results_without_the_right_checksum_are_made_anew(project: Path) -> None:
    """Whoever changes a byte and knows no more."""
    for each in (project / ".bsc-cache").iterdir():
        each.write_bytes(each.read_bytes().replace(NAME, FORGED))
    _afresh(project)
    _build(project)
    assert not _shown(project)


def test_git_runs_no_program_that_a_project_names(tmp_path: Path) -> None:
    """As the watcher of files that the settings of a repository from elsewhere may name."""
    root = shop(tmp_path)
    _git(root, "init", "-q")
    _git(root, "add", "-A")
    _git(root, "commit", "-qm", "begun")
    ran = tmp_path / "ran"
    for key in ("core.fsmonitor", "core.pager", "diff.external", "core.sshCommand", "core.editor"):
        _git(root, "config", key, f"touch {ran}; true")
    _build(root)
    for command in (("check",), ("diff", "HEAD"), ("explain", "repeat-rate")):
        assert called(*command, "-C", str(root), "--as-of", DAY).code == 0
    assert not ran.exists()
