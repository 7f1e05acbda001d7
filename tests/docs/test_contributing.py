"""CONTRIBUTING, followed in a fresh clone: its commands run, and what they write is what stands there already."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.builders.project_folders import files_of
from tests.docs.clone import ROOT, clone
from tests.docs.newcomer import DAY, Newcomer
from tests.docs.snippets import Block, Command, steps_of
from tests.docs.tools import Tools

STEPS = tuple(steps_of((ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8")))


def test_the_guide_names_its_commands() -> None:
    named = {step.text for step in STEPS if isinstance(step, Command)}
    assert {
        "make check",
        "python -m tests.house.rule_book",
        "bsc-site schema > scorecard/schema.json",
        "python data/make_data.py",
    } <= named
    assert not [step for step in STEPS if isinstance(step, Block) and step.language != "sh"]


WRITTEN = (
    "docs/reference/rules.md",
    "docs/reference/keys.md",
    "scorecard/schema.json",
    "data/shop.csv",
    "data/warehouse.xlsx",
)
"""Some of what the commands write, each by a command of its own or more."""


@pytest.mark.slow
def test_the_commands_of_the_guide_write_what_stands_in_the_repository(tmp_path: Path) -> None:
    folder = clone(tmp_path / "clone")
    before = files_of(folder)
    for name in WRITTEN:
        (folder / name).write_bytes(b"")
    reader = Newcomer(Tools.at(tmp_path / "tools", DAY), folder)
    for _ in range(2):  # one command lists what a later one writes
        reader.follow(STEPS)
    after = files_of(folder)
    names = {name for name in before.keys() | after.keys() if not name.startswith(".git/")}  # git looks at files anew
    assert [name for name in names if before.get(name) != after.get(name)] == []
