"""The command: from one revision to another, or to the working tree, and one clear line for wrong use."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.builders.program import DAY, FIGURES, SCORECARD, called, shop
from tests.builders.project_folders import write
from tests.builders.repositories import begun, commit, git


@pytest.fixture
def repository(tmp_path: Path) -> Path:
    """The shop with one commit of 1 July 2025."""
    folder = tmp_path / "shop"
    folder.mkdir()
    begun(shop(folder))
    commit(folder, "2025-07-01")
    return folder


def _lines(folder: Path, *words: str) -> list[str]:
    told = called("diff", *words, "--as-of", DAY, cwd=folder)
    assert (told.code, told.err) == (0, "")
    return told.out.splitlines()


def test_a_revision_is_the_same_as_itself(repository: Path) -> None:
    assert _lines(repository, "HEAD", "HEAD") == [
        "From HEAD (1 Jul 2025) to HEAD (1 Jul 2025), both judged as of 10 Jul 2025, for public",
        "",
        "Nothing is different.",
    ]


def test_a_working_tree_without_edits_is_the_same_as_the_last_commit(repository: Path) -> None:
    assert _lines(repository)[-1] == "Nothing is different."


def test_the_working_tree_is_compared_where_one_revision_is_named(repository: Path) -> None:
    shop(repository, scorecard=SCORECARD.replace("value: 30", "value: 60"), figures=FIGURES.replace("06,26", "06,24"))
    assert _lines(repository, "HEAD")[2:] == [
        "Statuses",
        "  Shop (scorecard): On track to Off track; cause: data, target",
        "  Customer (perspective): On track to Off track; cause: data, target",
        "  Earn repeat customers (objective): On track to Off track; cause: data, target",
        "  Repeat purchase rate (KPI): On track to Off track; cause: data, target",
        "",
        "Figures",
        "  Repeat purchase rate (KPI): Jun 2025: 26 % became 24 %; cause: data",
        "",
        "Targets",
        "  Repeat purchase rate (KPI): 60 % by Dec 2025, before that 30 %; cause: target",
        "",
        "6 differences.",
    ]


def test_two_revisions_are_compared_whatever_the_working_tree_holds(repository: Path) -> None:
    shop(repository, figures=FIGURES.replace("06,26", "06,25.5"))
    commit(repository, "2025-07-05")
    shop(repository, scorecard="broken: [")
    told = _lines(repository, "HEAD~1", "HEAD")
    assert "  Repeat purchase rate (KPI): Jun 2025: 26 % became 25.5 %; cause: data" in told


@pytest.mark.parametrize(
    ("words", "line"),
    [
        (["nope"], "Error: 'nope' is no revision of this repository; `git log --oneline` and"),
        (["HEAD", "--audience", "nobody"], "Error: 'nobody' is not an audience of this project; use public, staff,"),
        (["--", "--output=x"], "Error: '--output=x' is no revision of this repository;"),
    ],
    ids=["revision", "audience", "option of git"],
)
def test_wrong_use_gets_a_line_that_helps(words: list[str], line: str, repository: Path) -> None:
    told = called("diff", *words[:1], *words[1:], cwd=repository)
    assert (told.code, told.out, told.lines[-1].startswith(line)) == (2, "", True)
    assert not (repository / "x").exists()


def test_outside_of_any_repository_there_is_nothing_to_compare(tmp_path: Path) -> None:
    told = called("diff", cwd=shop(tmp_path / "p"))
    assert (told.code, "in no git repository" in told.lines[-1]) == (2, True)


def test_before_the_first_commit_there_is_nothing_to_compare(tmp_path: Path) -> None:
    told = called("diff", cwd=begun(shop(tmp_path / "p")))
    assert (told.code, "nothing was committed yet" in told.lines[-1]) == (2, True)


def test_without_git_it_is_said_what_is_missing(repository: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", "")
    told = called("diff", cwd=repository)
    assert (told.code, "git is not installed" in told.lines[-1]) == (2, True)


def test_a_clone_without_its_history_is_told_how_to_fetch_it(repository: Path, tmp_path: Path) -> None:
    shop(repository, figures=FIGURES.replace("06,26", "06,25"))
    commit(repository, "2025-07-05")
    clone = tmp_path / "clone"
    git(tmp_path, "clone", "-q", "--depth", "1", f"file://{repository}", str(clone))
    told = called("diff", "HEAD~1", cwd=clone)
    assert (told.code, "`fetch-depth: 0`" in told.lines[-1]) == (2, True)


def test_a_revision_without_a_scorecard_is_named(tmp_path: Path) -> None:
    folder = begun(write(tmp_path / "p", {"readme.txt": "Nothing yet."}))
    commit(folder, "2025-07-01")
    told = called("diff", "HEAD", cwd=shop(folder))
    assert (told.code, told.lines[-1]) == (
        2,
        "Error: 'HEAD' holds no scorecard: there is no folder scorecard/; name a later revision",
    )


def test_a_revision_with_problems_is_named_with_the_first_of_them(repository: Path) -> None:
    shop(repository, scorecard=SCORECARD.replace("owner: ann", "owner: bob"))
    commit(repository, "2025-07-05")
    shop(repository)
    told = called("diff", "HEAD", cwd=repository)
    assert (told.code, told.out) == (1, "")
    assert told.lines[0].startswith("HEAD:scorecard/shop.yml:10:9: BSC")
    assert told.lines[-1] == "HEAD (5 Jul 2025) cannot be judged: it has 2 errors; mend them, or name another revision"


def test_a_project_below_the_top_of_its_repository_is_compared(tmp_path: Path) -> None:
    folder = shop(tmp_path / "deep" / "shop")
    begun(tmp_path)
    commit(tmp_path, "2025-07-01")
    shop(folder, figures=FIGURES.replace("06,26", "06,25.5"))
    assert "  Repeat purchase rate (KPI): Jun 2025: 26 % became 25.5 %; cause: data" in _lines(folder)


def test_a_range_is_understood_as_git_understands_it(repository: Path) -> None:
    git(repository, "checkout", "-q", "-b", "mine")
    shop(repository, figures=FIGURES.replace("06,26", "06,25.5"))
    commit(repository, "2025-07-05")
    git(repository, "checkout", "-q", "main")
    shop(repository, scorecard=SCORECARD.replace("Repeat purchase", "Repeated"))
    commit(repository, "2025-07-06")
    assert len([each for each in _lines(repository, "main..mine") if "cause:" in each]) == 2
    told = _lines(repository, "main...mine")
    assert [each for each in told if "cause:" in each] == [
        "  Repeat purchase rate (KPI): Jun 2025: 26 % became 25.5 %; cause: data"
    ]
    assert _lines(repository, "mine..")[0].startswith("From mine (5 Jul 2025) to HEAD (6 Jul 2025)")
    wrong = called("diff", "nope...mine", cwd=repository)
    assert (wrong.code, wrong.lines[-1].startswith("Error: 'nope' is no revision")) == (2, True)


def test_a_folder_that_had_another_name_is_found_where_the_scorecard_stood(tmp_path: Path) -> None:
    begun(tmp_path)
    shop(tmp_path / "old")
    shop(tmp_path / "another", figures=FIGURES.replace("06,26", "06,10"))
    commit(tmp_path, "2025-07-01")
    git(tmp_path, "mv", "old", "new")
    shop(tmp_path / "new", figures=FIGURES.replace("06,26", "06,25.5"))
    assert "  Repeat purchase rate (KPI): Jun 2025: 26 % became 25.5 %; cause: data" in _lines(tmp_path / "new")
    commit(tmp_path, "2025-07-05")
    git(tmp_path, "mv", "new/scorecard", "scorecard")
    git(tmp_path, "mv", "new/data", "data")
    assert _lines(tmp_path)[-1] == "Nothing is different."


def test_a_scorecard_in_the_working_tree_with_problems_is_named_too(repository: Path) -> None:
    shop(repository, scorecard="broken: [")
    told = called("diff", cwd=repository)
    assert (told.code, told.out) == (1, "")
    assert told.lines[-1].startswith("the working tree cannot be judged: it has ")
