"""Guides to moving, and explanations, followed literally from an empty folder: what they show is what comes out."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.docs.printed import ALONE, beginner
from tests.docs.snippets import steps_of


@pytest.mark.slow
@pytest.mark.parametrize("page", ALONE, ids=lambda page: page.stem)
def test_whoever_follows_a_page_sees_what_it_shows(page: Path, tmp_path: Path) -> None:
    """When a text of the program changed: `python -m tests.docs.printed`."""
    text = page.read_text(encoding="utf-8")
    reader = beginner(tmp_path)
    reader.follow(steps_of(text))
    assert len(reader.shown) == text.count("```text")
    for block, printed in reader.shown.items():
        assert block.text == printed, f"line {block.line}"
        assert " error" not in printed, f"line {block.line}"


def test_all_but_those_with_tables_of_the_demo_have_an_example() -> None:
    without = {page.stem for page in ALONE if "```text" not in page.read_text(encoding="utf-8")}
    assert without == {"evidence", "initiatives", "look", "roll-up"}
