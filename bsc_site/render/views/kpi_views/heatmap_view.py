"""The heat map: the status of every KPI over its latest periods, one table per frequency."""

from __future__ import annotations

from dataclasses import dataclass

from bsc_site.model.concluded.assessment import KpiAssessment, Point
from bsc_site.model.period import Frequency, Period
from bsc_site.model.vocabularies import Status
from bsc_site.render.views.parts.page_parts import Frame, Link, StatusMark
from bsc_site.render.views.parts.standpoint import Standpoint
from bsc_site.render.views.parts.value_sentences import value_text
from bsc_site.wording.figures import month_name, number_text, period_text
from bsc_site.wording.kpi_figures import state_of
from bsc_site.wording.language import noted, say, told

PERIODS = 15
_SILENT = ("", "count", "yes/no")
_TITLES = {
    Frequency.DAILY: noted("Daily KPIs"),
    Frequency.WEEKLY: noted("Weekly KPIs"),
    Frequency.MONTHLY: noted("Monthly KPIs"),
    Frequency.QUARTERLY: noted("Quarterly KPIs"),
    Frequency.HALF_YEARLY: noted("Half-yearly KPIs"),
    Frequency.YEARLY: noted("Yearly KPIs"),
}
_CAPTIONS = {
    Frequency.DAILY: noted("Daily KPIs: status by day, the latest {count}"),
    Frequency.WEEKLY: noted("Weekly KPIs: status by week, the latest {count}"),
    Frequency.MONTHLY: noted("Monthly KPIs: status by month, the latest {count}"),
    Frequency.QUARTERLY: noted("Quarterly KPIs: status by quarter, the latest {count}"),
    Frequency.HALF_YEARLY: noted("Half-yearly KPIs: status by half-year, the latest {count}"),
    Frequency.YEARLY: noted("Yearly KPIs: status by year, the latest {count}"),
}


@dataclass(frozen=True, slots=True)
class HeatCell:
    """One KPI in one period; `value` without its unit, empty where there is no figure."""

    mark: StatusMark
    value: str


@dataclass(frozen=True, slots=True)
class HeatRow:
    """One KPI over the periods of its table."""

    link: Link
    unit: str
    cells: tuple[HeatCell, ...]


@dataclass(frozen=True, slots=True)
class HeatHeading:
    """One period: short for the column, in full for screen readers."""

    short: str
    full: str


@dataclass(frozen=True, slots=True)
class HeatTable:
    """The KPIs of one frequency."""

    title: str
    caption: str
    periods: tuple[HeatHeading, ...]
    rows: tuple[HeatRow, ...]


@dataclass(frozen=True, slots=True)
class HeatmapView:
    """Everything that `heatmap.md.jinja` shows."""

    title: str
    frame: Frame
    tables: tuple[HeatTable, ...]
    legend: tuple[StatusMark, ...]


def heatmap_view(here: Standpoint) -> HeatmapView:
    """The heat map of the scorecard; a frequency without KPIs has no table."""
    title = say("Heat map: {scorecard}", scorecard=here.card.scorecard.title)
    found = [here.assessment.kpis[each] for each in here.seen(here.card.kpis)]
    groups = ((each, [one for one in found if one.kpi.frequency is each]) for each in Frequency)
    tables = tuple(_table(here, frequency, group) for frequency, group in groups if group)
    return HeatmapView(title, here.frame(title), tables, here.legend())


def _table(here: Standpoint, frequency: Frequency, group: list[KpiAssessment]) -> HeatTable:
    seen = [each.points[-1].period for each in group if each.points]
    latest = max(seen, key=lambda each: each.ordinal, default=None)
    periods = tuple(latest.shift(step - PERIODS + 1) for step in range(PERIODS)) if latest else ()
    title = told(_TITLES[frequency])
    caption = say("{table}: no figures yet", table=title)
    if periods:
        caption = told(_CAPTIONS[frequency], count=PERIODS)
    rows = tuple(_row(here, each, periods) for each in group)
    return HeatTable(title, caption, tuple(_heading(each) for each in periods), rows)


def _heading(period: Period) -> HeatHeading:
    full = period_text(period)
    if period.frequency is Frequency.MONTHLY:
        return HeatHeading(f"{month_name(period.start)} {period.start.year % 100:02d}", full)
    if period.frequency is Frequency.WEEKLY:
        return HeatHeading(say("W{week}", week=period.start.isocalendar().week), full)
    if period.frequency is Frequency.DAILY:
        return HeatHeading(f"{period.start.day} {month_name(period.start)}", full)
    return HeatHeading(full, full)


def _row(here: Standpoint, found: KpiAssessment, periods: tuple[Period, ...]) -> HeatRow:
    points = {each.period.ordinal: each for each in found.points[-3 * PERIODS :]}
    nothing = HeatCell(here.status(Status.NO_DATA, None), "")
    cells = tuple(
        HeatCell(here.status(point.status, point.score), _value(found, point))
        if (point := points.get(each.ordinal))
        else nothing
        for each in periods
    )
    unit = "" if found.kpi.unit in _SILENT else found.kpi.unit
    return HeatRow(here.kpi(found.kpi.id), unit, cells)


def _value(found: KpiAssessment, point: Point) -> str:
    """The value without its unit, which stands once at the beginning of the row."""
    if found.kpi.unit in _SILENT:
        return value_text(found.kpi, point.value)
    return state_of(found.kpi, point.value) or number_text(point.value, found.kpi.decimals)
