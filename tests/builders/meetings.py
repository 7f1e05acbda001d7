"""Meetings: a small scorecard with reviews, as a test needs it."""

from __future__ import annotations

from datetime import date
from typing import Any

from bsc_site.compute.reviews.book import with_reviews
from bsc_site.model.concluded.project_assessment import Assessment
from bsc_site.model.concluded.review_assessment import ReviewBook
from tests.builders.small_projects import assessed, monthly, project, readings

PEOPLE = [
    {"id": "ann", "name": "Ann Lee", "team": "Shop", "role": "Head of shop"},
    {"id": "bob", "name": "Bob Ray", "team": "Shop"},
]
KPI = {
    "id": "k",
    "name": "Visits",
    "owner": "ann",
    "targets": [{"period": "2026-12", "value": 10}],
    "path": "step",
    "thresholds": {"red_flag": 8},
}
GOOD_THEN_BAD = [12.0, 12.0, 12.0, 11.0, 9.0, 9.0, 5.0, 5.0, 5.0]


def reviewed(
    *reviews: dict[str, Any],
    figures: list[float] | None = None,
    as_of: date = date(2025, 10, 5),
    audience: str | None = None,
    **keys: Any,
) -> Assessment:
    """One KPI, `k`, from January 2025 on, under one objective, `o`, with these reviews."""
    values = GOOD_THEN_BAD if figures is None else figures
    one = project(KPI, **({"people": PEOPLE, "reviews": list(reviews)} | keys))
    return with_reviews(assessed(one, readings("k", monthly(values)), as_of=as_of, audience=audience))


def book(*reviews: dict[str, Any], **options: Any) -> ReviewBook:
    """The reviews of that scorecard."""
    return reviewed(*reviews, **options).reviews["c"]


def review(period: str, on: str = "kpi/k", **keys: Any) -> dict[str, Any]:
    """One review; it says something unless told otherwise."""
    return {"period": period, "on": on, "analysis": "It rained"} | keys


def decision(**keys: Any) -> dict[str, Any]:
    """One decision of Ann's."""
    return {"text": "Open a second door", "owner": "ann"} | keys
