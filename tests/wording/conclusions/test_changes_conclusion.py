"""What turned, and who stands lowest, at the edges."""

from __future__ import annotations

import pytest

from bsc_site.wording.conclusions.changes_conclusion import changes_conclusion, scorecards_conclusion


@pytest.mark.parametrize(
    ("better", "worse", "other", "told"),
    [
        (1, 0, 0, "1 KPI got better since the period before, none got worse."),
        (0, 2, 1, "2 KPIs got worse since the period before, none got better. There is 1 more piece of news."),
        (4, 1, 2, "1 KPI got worse since the period before; better got: 4. There are 2 more pieces of news."),
    ],
)
def test_what_turned(better: int, worse: int, other: int, told: str) -> None:
    assert changes_conclusion(better, worse, other) == told


@pytest.mark.parametrize(
    ("total", "lowest", "score", "told"),
    [
        (1, "", "", "The only scorecard has no score yet."),
        (3, "", "", "None of the 3 scorecards has a score yet."),
        (1, "Sales", "42", "The only scorecard stands at 42 of 100."),
        (3, "Sales", "42", "Of 3 scorecards, Sales stands lowest: 42 of 100."),
    ],
)
def test_who_stands_lowest(total: int, lowest: str, score: str, told: str) -> None:
    assert scorecards_conclusion(total, lowest, score) == told
