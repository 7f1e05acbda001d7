"""What dates and numbers of other habits may stand for."""

from __future__ import annotations

import pytest

from bsc_site.model.likely_spellings import likely_numbers, likely_periods

PERIODS = {
    "31/12/2026": ["2026-12-31"],
    "12/31/2026": ["2026-12-31"],
    "31.12.2026": ["2026-12-31"],
    "2026/12/31": ["2026-12-31"],
    "01/02/2026": ["2026-01-02", "2026-02-01"],
    "5-5-2026": ["2026-05-05"],
    "12/2026": ["2026-12"],
    "01.2025": ["2025-01"],
    "2026/3": ["2026-03"],
    "13.2025": [],
    "31/02/2026": [],
    "soon": [],
}
NUMBERS = {
    "1,5": ["1.5"],
    "-0,25": ["-0.25"],
    "1.234,5": ["1234.5"],
    "1,234.5": ["1234.5"],
    "1,234": ["1234", "1.234"],
    "0,234": ["0.234"],
    "1 234,5": ["1234.5"],
    "1'234": ["1234"],
    "1.234.567": ["1234567"],
    "1,,5": [],
    "1.2.3": [],
    "many": [],
}


@pytest.mark.parametrize("text", PERIODS)
def test_a_date_of_another_habit_is_written_as_here(text: str) -> None:
    assert list(likely_periods(text)) == PERIODS[text]


@pytest.mark.parametrize("text", NUMBERS)
def test_a_number_of_another_habit_is_written_as_here(text: str) -> None:
    assert list(likely_numbers(text)) == NUMBERS[text]
