"""The README, followed literally from a fresh clone: every block and every command in it, in order."""
# ruff: noqa: D103  # the names of tests are sentences

from __future__ import annotations

import json
from datetime import date
from pathlib import Path

import pytest

from bsc_site.cli import cli
from tests.docs.clone import checked_targets, targets
from tests.docs.newcomer import Newcomer
from tests.docs.printed import README, reader_of
from tests.docs.snippets import Block, Command, steps_of

PAGE = README.read_text(encoding="utf-8")
STEPS = tuple(steps_of(PAGE))
BLOCKS = [step for step in STEPS if isinstance(step, Block)]
SYNOPSES = [step.text.split() for step in STEPS if isinstance(step, Command) and step.in_table]


def problems_of(reader: Newcomer) -> list[dict[str, object]]:
    reader.only_writes = False
    reader.run("bsc-site check --strict --format json", BLOCKS[0])
    return list(json.loads(reader.printed))


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
    assert (reader.folder / "scorecard" / "recommendation.yml").is_file()
    assert (reader.folder / "build" / "site" / "kpis" / "recommended" / "index.html").is_file()
    assert problems_of(reader) == []


@pytest.mark.slow
@pytest.mark.parametrize("day", [date(2026, 12, 31), date(2027, 2, 28)])
def test_the_page_can_be_followed_on_other_days(day: date, tmp_path: Path) -> None:
    """New projects get figures up to the day; those of the page last as long as yearly ones do."""
    tour = STEPS[next(n for n, step in enumerate(STEPS) if isinstance(step, Block) and "init" in step.text) :]
    reader = Newcomer(tmp_path, tmp_path / "tools", day, targets(), checked_targets(), only_writes=True)
    reader.follow(tour)
    assert problems_of(reader) == []


def test_every_command_stands_in_the_table_with_options_that_it_has() -> None:
    assert {words[1] for words in SYNOPSES} == set(cli.commands)
    for _, name, *words in SYNOPSES:
        known = {option for parameter in cli.commands[name].params for option in parameter.opts}
        named = {word.strip("[]") for word in words if word.startswith(("[-", "-"))}
        assert named <= known, name
