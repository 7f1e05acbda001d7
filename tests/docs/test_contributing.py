"""CONTRIBUTING, followed in a fresh clone: its commands run, and what they write is what stands there already."""
# ruff: noqa: D103  # the names of tests are sentences

from __future__ import annotations

from pathlib import Path

import pytest

from tests.commands.running import bytes_of
from tests.docs.clone import ROOT
from tests.docs.printed import reader_of
from tests.docs.snippets import Block, Command, steps_of

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


WRITTEN = ("docs/rules.md", "scorecard/schema.json", "data/shop.csv", "data/warehouse.xlsx")
"""Some of what the commands write, each by a command of its own or more."""


@pytest.mark.slow
def test_the_commands_of_the_guide_write_what_stands_in_the_repository(tmp_path: Path) -> None:
    reader = reader_of(tmp_path)
    before = bytes_of(reader.folder)
    for name in WRITTEN:
        (reader.folder / name).write_bytes(b"")
    reader.follow(STEPS)
    after = bytes_of(reader.folder)
    assert [name for name in before.keys() | after.keys() if before.get(name) != after.get(name)] == []
