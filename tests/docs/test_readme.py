"""The README, followed literally from a fresh clone: every block and every command in it, in order."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path

import pytest

from bsc_site.cli import cli
from tests.docs.newcomer import Newcomer
from tests.docs.printed import README, reader_of
from tests.docs.snippets import Beginning, Block, Synopsis, steps_of
from tests.docs.tools import Tools

PAGE = README.read_text(encoding="utf-8")
STEPS = tuple(steps_of(PAGE))
BLOCKS = [step for step in STEPS if isinstance(step, Block)]
TOUR = STEPS[next(n for n, step in enumerate(STEPS) if isinstance(step, Block) and "--preset private" in step.text) :]
PROJECT = "my-scorecard/scorecard/recommendation.yml"


def problems_in(project: Path, tools: Tools) -> list[dict[str, object]]:
    return list(json.loads(tools.run("bsc-site check --strict --format json", project).text))


@pytest.fixture(scope="module")
def reader(tmp_path_factory: pytest.TempPathFactory) -> Newcomer:
    """Someone who has done all that the page says."""
    found = reader_of(tmp_path_factory.mktemp("readme"))
    found.follow(STEPS)
    return found


def test_no_block_of_the_page_escapes() -> None:
    assert PAGE.count("\n```") == 2 * len(BLOCKS)
    assert {"sh", "yaml", "csv", "text"} == {block.language for block in BLOCKS}


@pytest.mark.slow
def test_whoever_follows_the_page_sees_what_it_shows(reader: Newcomer) -> None:
    """When a text of the program changed: `python -m tests.docs.printed`."""
    assert len(reader.shown) >= 3
    for block, printed in reader.shown.items():
        assert block.text == printed, f"line {block.line}"


@pytest.mark.slow
def test_whoever_followed_the_page_has_a_project_without_any_problem(reader: Newcomer) -> None:
    (file,) = reader.tools.folder.parent.glob(f"*/{PROJECT}")
    project = file.parents[1]
    assert (project / "build" / "site" / "kpis" / "recommended" / "index.html").is_file()
    assert problems_in(project, reader.tools) == []


@pytest.mark.slow
@pytest.mark.parametrize("day", [date(2026, 12, 31), date(2027, 2, 28)])
def test_the_tour_can_be_followed_on_other_days(day: date, tmp_path: Path) -> None:
    """New projects get figures up to the day; those of the page last as long as yearly ones do."""
    tools = Tools.at(tmp_path / "tools", day)
    end = next(n for n, step in enumerate(TOUR) if isinstance(step, Beginning))
    Newcomer(tools, tmp_path, only_writes=True).follow(TOUR[:end])
    assert problems_in((tmp_path / PROJECT).parents[1], tools) == []


def test_every_command_stands_in_the_table() -> None:
    table = [step.text.split()[1] for step in STEPS if isinstance(step, Synopsis) and step.in_table]
    assert sorted(table) == sorted(cli.commands)
