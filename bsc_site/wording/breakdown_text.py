"""Breakdowns in words: how far the groups of a KPI lie apart, and what each is beside the whole."""

from __future__ import annotations

from bsc_site.model.concluded.assessment import Breakdown, GroupStanding, KpiAssessment, Point
from bsc_site.model.declared.kpi import Kpi
from bsc_site.wording.figures import difference_unit, period_text, quantity_text, share_text
from bsc_site.wording.kpi_figures import figures_apart
from bsc_site.wording.language import say


def gap_text(kpi: Kpi, breakdown: Breakdown) -> str:
    """`From 28 % (South) to 41 % (North) in Oct 2026: 13 points; a year before it was 15 points.`."""
    gap = breakdown.gap
    if gap is None:
        return say("There are not two groups with a figure of the same period.")
    low, high = figures_apart(kpi, gap.low, gap.high)
    words = {"low": low, "lowest": gap.lowest, "high": high, "highest": gap.highest, "period": period_text(gap.period)}
    size = _distance(kpi, gap.high - gap.low)
    if gap.before is None:
        return say("From {low} ({lowest}) to {high} ({highest}) in {period}: {size} apart.", size=size, **words)
    return say(
        "From {low} ({lowest}) to {high} ({highest}) in {period}: {size} apart; a year before it was {before}.",
        size=size,
        before=_distance(kpi, gap.before),
        **words,
    )


def _distance(kpi: Kpi, size: float) -> str:
    return quantity_text(size, difference_unit(kpi.unit), kpi.decimals)


def beside_the_whole(found: KpiAssessment, breakdown: Breakdown, group: GroupStanding) -> str:
    """`+3.1 points` beside the KPI's own figure of the period, `24 %` of it for a part; empty without one."""
    now = group.current
    whole = None if now is None else _value_at(found, now)
    if now is None or whole is None:
        return ""
    if breakdown.parts:
        return share_text(now.value / whole) if whole else ""
    size = _distance(found.kpi, abs(now.value - whole))
    if size == _distance(found.kpi, 0.0):
        return size
    return f"+{size}" if now.value > whole else f"−{size}"


def _value_at(found: KpiAssessment, now: Point) -> float | None:
    return next((each.value for each in reversed(found.points) if each.period == now.period), None)
