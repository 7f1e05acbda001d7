"""What is expected of a KPI's own figures, and which of them are told."""

from __future__ import annotations

from typing import Any

from bsc_site.compute.plausibility.expected_figures import unexpected_figures
from bsc_site.wording.problems.finding_text import finding_message
from tests.builders.small_projects import built, kpi, project, readings


def lines(figures: dict[str, float], **expect: Any) -> list[str]:
    """Code, key and sentence of each finding."""
    made = project(kpi(frequency="monthly", expect=expect))
    found = unexpected_figures(made, built(made, readings("k", figures)).series)
    return [f"{each.code} {each.key}: {finding_message(each)}" for each in found]


def test_figures_within_the_bounds_are_as_expected() -> None:
    assert lines({"2025-01": 0, "2025-02": 100}, min=0, max=100, not_null=True) == []


def test_figures_beyond_are_told_with_the_first_of_them() -> None:
    least, most = "the least that is expected", "the most that is expected"
    assert lines({"2025-01": -1, "2025-02": 101, "2025-03": 140}, min=0, max=100) == [
        f"BSC358 expect.min: the figure -1 of Jan 2025 lies below 0, {least}; correct it, or `expect`",
        f"BSC358 expect.max: 2 figures lie above 100, {most}; the first is 101 of Feb 2025; correct them, or `expect`",
    ]


def test_gaps_are_told_as_warnings_where_that_is_declared() -> None:
    (line,) = lines({"2025-01": 1, "2025-04": 1}, not_null=True, severity="warning")
    assert line.startswith(
        "BSC359 expect.not_null: there are no figures of 2 periods, the first is Feb 2025, and every "
    )
