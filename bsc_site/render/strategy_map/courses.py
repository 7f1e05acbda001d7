"""Courses: the figures of KPIs as small lines without axes, all over the same time, so that any two can be compared."""

from __future__ import annotations

from collections.abc import Container, Mapping, Sequence
from datetime import date, timedelta

from bsc_site.model.concluded.assessment import KpiAssessment, Point
from bsc_site.render.strategy_map.geometry.map_content import Course

TWO_YEARS = timedelta(days=731)
PERIODS = 24
"""Of the finest frequency, where they take longer than two years and no more than ten."""
MOST_YEARS = 10
FEWEST = 2


def courses_of(kpis: Sequence[KpiAssessment], wanted: Container[str]) -> Mapping[str, Course]:
    """The course of each KPI that is `wanted`, none for fewer than two figures.

    All go over the years that end with the latest figure of any of the KPIs.
    They are two years where a KPI comes by the month or oftener, up to ten where all come by the quarter or the year.
    """
    latest = (next((each for each in reversed(found.points) if each.complete), None) for found in kpis)
    ends = [each.period.end for each in latest if each]
    if not ends:
        return {}
    span = _span(kpis)
    start = max(ends) - span
    drawn = {
        found.kpi.id: [each for each in found.points if each.complete and each.period.end >= start]
        for found in kpis
        if found.kpi.id in wanted
    }
    return {kpi: _course(points, start, span) for kpi, points in drawn.items() if len(points) >= FEWEST}


def _span(kpis: Sequence[KpiAssessment]) -> timedelta:
    """How much time the courses show."""
    finest = max(found.kpi.frequency.a_year for found in kpis)
    years = min(PERIODS / finest, MOST_YEARS)
    return max(TWO_YEARS, timedelta(days=round(years * 365.25)))


def _course(points: Sequence[Point], start: date, span: timedelta) -> Course:
    values = [each.value for each in points]
    low, spread = min(values), max(values) - min(values)
    return tuple(((each.period.end - start) / span, (each.value - low) / spread if spread else 0.5) for each in points)
