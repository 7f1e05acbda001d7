"""What somebody official says of a KPI stands beside its value, and changes nothing else."""

from __future__ import annotations

from datetime import date
from typing import Any

from bsc_site.model.concluded.assessment import KpiAssessment, Rated
from bsc_site.model.period import parse_period
from bsc_site.publish.data_files.published_series import published_series, series_csv
from tests.builders.small_projects import assessed, project, readings

FIGURES = {"2023": {"value": 71.0, "rating": "Requires improvement"}, "2024": {"value": 80.0}, "2025": {"value": 82.0}}


def found(figures: dict[str, Any], **keys: Any) -> KpiAssessment:
    """A yearly KPI with these figures, as of the middle of January 2026."""
    kpi = {"id": "k", "name": "K", "frequency": "yearly", "targets": [{"period": "2025", "value": 80}]}
    return assessed(project(kpi | keys), readings("k", figures), as_of=date(2026, 1, 15)).kpis["k"]


def test_ratings_of_the_data_and_declared_ones_stand_in_the_order_of_their_periods() -> None:
    declared = [{"period": "2025", "rating": "Good"}, {"period": "2027", "rating": "Yet to come"}]
    one = found(FIGURES, ratings=declared)
    assert one.ratings == (
        Rated(parse_period("2023"), "Requires improvement"),
        Rated(parse_period("2025"), "Good"),
    )
    assert [point.rating for point in one.points] == ["Requires improvement", "", "Good"]


def test_no_status_and_no_score_follows_from_a_rating() -> None:
    plain, rated = found({"2025": 82.0}), found({"2025": {"value": 82.0, "rating": "Inadequate"}})
    assert (plain.status, plain.score, plain.calculation) == (rated.status, rated.score, rated.calculation)


def test_a_rating_of_a_year_stands_at_the_last_month_of_it() -> None:
    months = {f"2025-{month:02d}": 80.0 for month in range(1, 13)}
    one = found(months, frequency="monthly", targets=[], ratings=[{"period": "2025", "rating": "A+"}])
    assert [point.rating for point in one.points] == [""] * 11 + ["A+"]
    assert one.ratings == (Rated(parse_period("2025"), "A+"),)


def test_of_several_rows_in_a_period_the_latest_rating_counts() -> None:
    rows = {
        "2025-03": {"value": 1.0, "rating": "C"},
        "2025-09": {"value": 2.0, "rating": "B"},
        "2025-12": {"value": 3.0},
    }
    assert found(rows, aggregate="last", targets=[]).points[0].rating == "B"


def test_the_published_series_has_a_rating_only_where_there_is_any() -> None:
    assert "rating" not in published_series(found({"2025": 82.0}).points).held
    rows = series_csv(published_series(found(FIGURES).points)).decode().splitlines()
    assert rows[0] == "period,value,target,status,score,note,rating"
    assert rows[1].endswith(",Requires improvement")


def test_where_data_and_file_rate_a_period_differently_both_are_shown() -> None:
    one = found(FIGURES, ratings=[{"period": "2023", "rating": "Inadequate"}])
    assert one.points[0].rating == one.ratings[0].rating == "Requires improvement; Inadequate"
