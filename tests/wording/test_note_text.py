"""A note is told as it stands in the data, or says what is missing."""
# the names of tests are sentences

from __future__ import annotations

import pytest

from bsc_site.model.series import MissingBelow
from bsc_site.wording.calculations.note_text import note_text


def test_a_note_of_the_data_stands_as_it_was_written() -> None:
    assert note_text("new till; two days") == "new till; two days"
    assert note_text("") == ""


@pytest.mark.parametrize(
    ("names", "said"),
    [
        ("a", "missing from below: a"),
        ("abc", "missing from below: a, b, c"),
        ("abcd", "missing from below: a, b, c and 1 more KPI"),
        ("abcdef", "missing from below: a, b, c and 3 more KPIs"),
    ],
)
def test_three_missing_figures_are_named_and_the_rest_are_counted(names: str, said: str) -> None:
    assert note_text(MissingBelow(tuple(names))) == said
