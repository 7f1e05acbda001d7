"""The guides to moving, followed literally from an empty folder: what they show is what comes out."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.docs.printed import MOVING, beginner
from tests.docs.snippets import steps_of


@pytest.mark.slow
@pytest.mark.parametrize("page", MOVING, ids=lambda page: page.stem)
def test_whoever_follows_a_guide_sees_what_it_shows(page: Path, tmp_path: Path) -> None:
    """When a text of the program changed: `python -m tests.docs.printed`."""
    text = page.read_text(encoding="utf-8")
    reader = beginner(tmp_path)
    reader.follow(steps_of(text))
    assert len(reader.shown) == text.count("```text") > 0
    for block, printed in reader.shown.items():
        assert block.text == printed, f"line {block.line}"
        assert " error" not in printed, f"line {block.line}"
