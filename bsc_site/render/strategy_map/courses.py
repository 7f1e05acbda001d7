"""Courses: the figures of KPIs as small lines without axes, all over the same time, so that any two can be compared."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date, timedelta
from itertools import takewhile

from bsc_site.model.concluded.assessment import KpiAssessment, Point
from bsc_site.render.strategy_map.geometry.map_content import Course

SPAN = timedelta(days=731)
"""Two years."""
FEWEST = 2


def courses_of(kpis: Sequence[KpiAssessment]) -> Mapping[str, Course]:
    """Each KPI's course over the two years that end with the latest figure of all; none for fewer than two figures."""
    latest = {found.kpi.id: next((each for each in reversed(found.points) if each.complete), None) for found in kpis}
    ends = [each.period.end for each in latest.values() if each is not None]
    if not ends:
        return {}
    start = max(ends) - SPAN
    drawn = {found.kpi.id: _since(start, found.points) for found in kpis}
    return {kpi: _course(points, start) for kpi, points in drawn.items() if len(points) >= FEWEST}


def _since(start: date, points: Sequence[Point]) -> list[Point]:
    """The complete points that end no earlier, from the latest one back to the first that does."""
    late = takewhile(lambda each: each.period.end >= start, reversed(points))
    return [each for each in late if each.complete][::-1]


def _course(points: Sequence[Point], start: date) -> Course:
    values = [each.value for each in points]
    low, span = min(values), max(values) - min(values)
    return tuple(((each.period.end - start) / SPAN, (each.value - low) / span if span else 0.5) for each in points)
