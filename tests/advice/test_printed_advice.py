"""Printed advice is followed to the letter, and the problem is gone."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

import pytest

from bsc_site.load.readings.project_readings import load_readings
from bsc_site.load.scorecards.project_folder import load_project
from bsc_site.model.problem import Problem, Severity
from tests.advice.following import advice_in, follow

TESTS = Path(__file__).parent.parent
PROJECTS = sorted(
    path.parent for folder in ("broken", "broken_data") for path in TESTS.glob(f"{folder}/*/problems.txt")
)
BY_HAND = {
    "BSC006": "the number that is meant where a word stands for it",
    "BSC017": "the value that an alias without an anchor, or too many of them, stand for",
    "BSC021": "which of the mappings before is taken over",
    "BSC030": "the text that is missing",
    "BSC105": "which objective of the parent is supported",
    "BSC130": "the target that is missing",
    "BSC131": "the two ends of the band",
    "BSC137": "the quarter or year by which the target is due",
    "BSC147": "a target other than zero, or the two ends of the band",
    "BSC148": "the red flags on both sides of a band",
    "BSC153": "at which of the KPIs below the figures are counted up",
    "BSC156": "the value for all readers, or that the whole element is for some",
    "BSC158": "what in the scorecard is for fewer readers",
    "BSC165": "another name for the status",
    "BSC313": "which row is the KPI's, or what several become",
    "BSC317": "whether the file or the declaration is right",
    "BSC318": "the figures",
    "BSC349": "the row or the text that is missing in a table of metadata",
    "BSC319": "for which KPI a file is meant",
    "BSC392": "by which keys a file that no layout fits is read",
    "BSC393": "whose currency is meant",
    "BSC321": "which column holds the figures or the periods",
    "BSC358": "whether the data or the expectation is right",
    "BSC359": "whether the data or the expectation is right",
    "BSC373": "which of several tables is meant",
    "BSC376": "what the column is called in the file",
    "BSC378": "of which period the file is",
    "BSC386": "which column is meant, or what is computed",
    "BSC387": "whether the row counts, or what holds where the divisor is zero",
    "BSC388": "whether the cell is still wrong",
    "BSC389": "what the cells that cannot be read should say",
    "BSC390": "what the cell means that cannot be compared",
    "BSC391": "the figure of an answer",
}
"""Rules whose advice names what only a person can know, and what that is."""


def problems_of(root: Path) -> list[Problem]:
    loaded = load_project(root)
    if loaded.project is None:
        return list(loaded.problems)
    read = load_readings(root, loaded.project)
    found = [*loaded.problems, *read.problems, *map(loaded.marks.problem_of, read.findings)]
    return sorted(found, key=lambda each: each.sort_key)


def advises(problem: Problem) -> bool:
    says = re.search("`|did you mean|write ", problem.message)
    return problem.severity is not Severity.NOTE and says is not None


SHOWN = [(root, problem) for root in PROJECTS for problem in problems_of(root)]
FOLLOWED = [(root, problem) for root, problem in SHOWN if advice_in(problem)]


def name_of(case: tuple[Path, Problem]) -> str:
    root, problem = case
    place = problem.place
    return f"{problem.code}-{root.name}-{place.file.rpartition('/')[2]}-{place.line}-{place.column}"


def told(problem: Problem) -> tuple[str, str, str]:
    return problem.place.file, problem.code, problem.message


def is_at(problem: Problem, other: Problem) -> bool:
    return (problem.place.file, problem.key) == (other.place.file, other.key)


@pytest.mark.parametrize("case", FOLLOWED, ids=name_of)
def test_following_the_advice_mends_the_problem_and_makes_no_other(case: tuple[Path, Problem], tmp_path: Path) -> None:
    root, problem = case
    copy = shutil.copytree(root, tmp_path / "project")
    before = [told(each) for each in problems_of(root)]
    follow(copy, problem)
    after = problems_of(copy)
    there = [each for each in after if each.place == problem.place or (problem.key and is_at(problem, each))]
    if not problem.key:
        there += [each for each in after if each.place.file != problem.place.file]
    assert [str(each) for each in there if told(each) not in before] == []
    assert [told(each) for each in after].count(told(problem)) < before.count(told(problem))


@pytest.mark.parametrize("root", PROJECTS, ids=lambda root: root.name)
def test_following_one_line_after_the_other_comes_to_an_end(root: Path, tmp_path: Path) -> None:
    copy = shutil.copytree(root, tmp_path / "project")
    for _ in range(2 * len(problems_of(root)) + 1):
        left = [each for each in problems_of(copy) if advice_in(each)]
        if not left:
            return
        follow(copy, left[0])
    pytest.fail(f"what was advised is told anew: {left[0]}")


def test_all_other_advice_asks_for_what_only_a_person_can_know() -> None:
    left = {problem.code: str(problem) for _, problem in SHOWN if advises(problem) and not advice_in(problem)}
    assert {code: line for code, line in left.items() if code not in BY_HAND} == {}
    assert set(BY_HAND) <= set(left)
