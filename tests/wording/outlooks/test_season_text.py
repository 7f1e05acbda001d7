"""A season is said with its months, a week with its days."""

from __future__ import annotations

import pytest

from bsc_site.model.period import parse_period
from bsc_site.wording.outlooks.season_text import place_text, season_sentence


@pytest.mark.parametrize(
    ("period", "text"),
    [
        ("2025-12", "December"),
        ("2025-Q4", "Q4"),
        ("FY2025-Q4", "Q4"),
        ("2025-H1", "H1"),
        ("2025-W51", "week 51"),
        ("2025-12-26", "Friday"),
    ],
)
def test_a_place_in_a_cycle_has_its_name(period: str, text: str) -> None:
    assert place_text(parse_period(period, 4 if period.startswith("FY") else 1)) == text


def test_days_have_a_week_and_months_a_season() -> None:
    days = season_sentence(parse_period("2025-12-26"), parse_period("2025-12-28"))
    assert days.startswith("Its week, highest on Friday and lowest on Sunday, was taken out")
    months = season_sentence(parse_period("2025-12"), parse_period("2025-02"))
    assert months.startswith("Its season, highest in December and lowest in February, was taken out")
