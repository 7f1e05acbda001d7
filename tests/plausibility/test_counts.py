"""Figures that are counted up within the year are read as what each period added."""

from __future__ import annotations

from typing import Any

import pytest

from bsc_site.compute.plausibility.plausible import implausible
from bsc_site.wording.problems.finding_text import finding_message
from tests.builders.small_projects import built, kpi, project, readings
from tests.builders.snippets import assessed_yaml

FLOWS = [5.1, 4.2, 6.3, 5.0, 5.5, 4.8, 6.1, 5.2, 4.9, 5.7, 6.0, 5.3]
COUNTS = [5.1, 9.3, 15.6, 20.6, 26.1, 30.9, 37.0, 42.2, 47.1, 52.8, 58.8, 64.1]


def figures(counts: dict[str, Any], year_starts: int = 1, **keys: Any) -> dict[str, float]:
    """The figures of a KPI of which these counts stand in the data."""
    one = project(kpi(**{"cumulative": "year"} | keys), fiscal_year_starts=year_starts)
    return {str(each.period): each.value for each in built(one, readings("k", counts)).series["k"].complete}


def _year(values: list[float], year: int = 2024) -> dict[str, float]:
    return {f"{year}-{month:02d}": value for month, value in enumerate(values, 1)}


def test_a_month_has_what_it_added() -> None:
    """Each year begins anew, and no digit is made up on the way."""
    assert figures(_year(COUNTS) | _year(COUNTS[:3], 2025)) == _year(FLOWS) | _year(FLOWS[:3], 2025)


def test_longer_periods_are_differences_too() -> None:
    """A quarter ends with its last month, a year with December; a year that is not over has no figure."""
    counts = _year(COUNTS) | _year(COUNTS[:8], 2025)
    assert figures(counts, frequency="quarterly") == {
        "2024-Q1": 15.6,
        "2024-Q2": 15.3,
        "2024-Q3": 16.2,
        "2024-Q4": 17.0,
        "2025-Q1": 15.6,
        "2025-Q2": 15.3,
    }
    assert figures(counts, frequency="yearly") == {"2024": 64.1}


@pytest.mark.parametrize("keys", [{"cumulative": "year"}, {"cumulative": 4}, {"cumulative": "year", "year_starts": 4}])
def test_the_year_of_the_count_is_that_of_the_organisation_or_begins_with_a_month(keys: dict[str, Any]) -> None:
    """April stands for itself where the year begins with it."""
    counts = {"2024-03": 30.0, "2024-04": 32.5}
    assert figures(counts, **keys) == ({"2024-04": 2.5} if keys == {"cumulative": "year"} else {"2024-04": 32.5})


def test_a_missing_count_takes_the_figure_after_it_along() -> None:
    """March alone cannot be told from February and March; the line names both."""
    counts = {"2024-01": 5.0, "2024-03": 15.0, "2024-04": 20.0}
    assert figures(counts) == {"2024-01": 5.0, "2024-04": 5.0}
    one = built(project(kpi(cumulative="year")), readings("k", counts))
    assert [(each.code, finding_message(each)) for each in one.findings] == [
        ("BSC366", "no figure for Mar 2024: the count of the period before is missing")
    ]


def test_a_year_without_its_december_has_no_total() -> None:
    """What stood there in November is not the year."""
    counts = _year(COUNTS[:11]) | _year(COUNTS, 2025)
    assert figures(counts, frequency="yearly") == {"2025": 64.1}


def test_both_sides_of_a_ratio_and_the_targets_of_rows_are_counts() -> None:
    """A share of February is that of what February added."""
    assert figures({"2024-01": (5.0, 10.0), "2024-02": (6.0, 20.0)}, aggregate="ratio", unit="%") == {
        "2024-01": 50.0,
        "2024-02": 10.0,
    }
    rows = {"2024-01": {"value": 5.0, "target": 4.0}, "2024-02": {"value": 9.0, "target": 8.5}}
    one = built(project(kpi(cumulative="year")), readings("k", rows)).series["k"]
    assert [each.target for each in one.observations] == [4.0, 4.5]


def test_the_advice_to_declare_it_works() -> None:
    """Exactly on the plan of its year, and nothing more is said."""
    counts = [100.0 * month for month in range(1, 13)] * 2
    data = {f"{year}-{month:02d}": 100.0 * month for year in (2024, 2025) for month in range(1, 13)}
    targets = "targets: [{period: 2024, value: 1200}, {period: 2025, value: 1200}, {period: 2026, value: 1200}]"
    assert len(counts) == len(data)
    before, after = (
        assessed_yaml(f"kpis: [{{id: k, name: K, {keys}, {targets}}}]\nfigures: {{k: {data}}}".replace("'", ""))
        for keys in ("aggregate: last", "cumulative: year, aggregate: sum")
    )
    assert [each.code for each in implausible(before)] == ["BSC365"]
    assert implausible(after) == ()
    assert {each.status.value for each in after.kpis["k"].points} == {"on_track"}
