"""Whatever slips into the YAML of the demo, the program ends with problems that have a place, never with an error."""

from __future__ import annotations

import tempfile
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bsc_site.model.problem import Problem, Severity
from bsc_site.model.rules import RULES
from bsc_site.pipeline import Order, examine
from tests.commands.mutations import Slip, made, slips

AS_OF = date(2026, 11, 5)


def _stands_somewhere(told: Problem, root: Path) -> bool:
    """In a line of a file, or in a file or folder as a whole; line 0 is the whole, one more than the last its end."""
    path = root / told.place.file
    if told.place.line == 0 or not path.is_file():
        return path.exists() and told.place.line == 0
    return 1 <= told.place.line <= len(path.read_bytes().splitlines()) + 1


@pytest.mark.slow
@settings(max_examples=60, deadline=None)
@given(st.lists(slips(), min_size=1, max_size=2))
def test_any_slip_in_the_demo_ends_with_problems_that_have_a_place(several: list[Slip]) -> None:
    """Each with a known rule, each on one line; without an assessment there is an error that says why."""
    with tempfile.TemporaryDirectory() as folder:
        root = made(Path(folder) / "demo", several)
        found = examine(Order(root, AS_OF))
        odd = [str(each) for each in found.problems if each.code not in RULES or not _stands_somewhere(each, root)]
    assert odd == []
    assert [str(each) for each in found.problems if len(str(each).splitlines()) != 1] == []
    assert found.assessment is not None or any(each.severity is Severity.ERROR for each in found.problems)


def test_the_demo_without_a_slip_is_fine(tmp_path: Path) -> None:
    """So that what is found with a slip is due to the slip."""
    found = examine(Order(made(tmp_path / "demo", []), AS_OF))
    assert not found.refused
