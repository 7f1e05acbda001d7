"""Courses: the figures of KPIs as small lines without axes, all over the same time, so that any two can be compared."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date, timedelta

from bsc_site.model.concluded.assessment import KpiAssessment, Point
from bsc_site.render.strategy_map.geometry.map_content import Course

SPAN = timedelta(days=731)
"""Two years."""
FEWEST = 2


def courses_of(kpis: Sequence[KpiAssessment]) -> Mapping[str, Course]:
    """Each KPI's course over the two years that end with the latest figure of all; none for fewer than two figures."""
    complete = {found.kpi.id: [each for each in found.points if each.complete] for found in kpis}
    ends = [points[-1].period.end for points in complete.values() if points]
    if not ends:
        return {}
    start = max(ends) - SPAN
    drawn = {kpi: [each for each in points if each.period.end >= start] for kpi, points in complete.items()}
    return {kpi: _course(points, start) for kpi, points in drawn.items() if len(points) >= FEWEST}


def _course(points: Sequence[Point], start: date) -> Course:
    values = [each.value for each in points]
    low, span = min(values), max(values) - min(values)
    return tuple(((each.period.end - start) / SPAN, (each.value - low) / span if span else 0.5) for each in points)
