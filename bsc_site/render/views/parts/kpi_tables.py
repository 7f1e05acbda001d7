"""KPI tables: KPIs as rows of one table, each with where it stands, its course and how likely its target is."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from typing import Any

from markupsafe import Markup

from bsc_site.model.concluded.assessment import KpiAssessment
from bsc_site.model.value_class import dataclass
from bsc_site.render.views.parts.freshness_marks import LATE
from bsc_site.render.views.parts.lean_sparkline import LATEST, lean_sparkline, sparkline_paths
from bsc_site.render.views.parts.page_parts import Link, StatusMark, TrendMark
from bsc_site.render.views.parts.standpoint import Standpoint
from bsc_site.render.views.parts.table_figures import CellFigures, figures_of
from bsc_site.wording.conclusions.kpis_conclusion import kpis_conclusion
from bsc_site.wording.language import say
from bsc_site.wording.outlooks.forecast_text import chance_figure
from bsc_site.wording.point_text import so_far_text


@dataclass(frozen=True, slots=True)
class KpiRow:
    """A KPI as one row of a table; `period` only where it is another one than that of the table, or late."""

    link: Link
    objective: str
    status: StatusMark
    sparkline: Markup
    figures: CellFigures
    period: str
    rating: str
    trend: TrendMark
    chance: str
    owner: Link


@dataclass(frozen=True, slots=True)
class KpiTable:
    """Rows, and the period that most of their figures are of (empty without figures)."""

    period: str
    rows: tuple[KpiRow, ...]


def kpi_table(here: Standpoint, kpis: Sequence[str], objectives: Mapping[str, str] | None = None) -> KpiTable:
    """These KPIs, those that this audience sees; `objectives` maps a KPI to the name that stands below its own."""
    found = [here.assessment.kpis[each] for each in here.seen(tuple(kpis))]
    periods = Counter(so_far_text(each.current) for each in found if each.current)
    usual = periods.most_common(1)[0][0] if periods else ""
    names = objectives or {}
    return KpiTable(usual, tuple(_row(here, each, names.get(each.kpi.id, ""), usual) for each in found))


def conclusion_of(here: Standpoint, kpis: Sequence[str]) -> str:
    """What these KPIs say together, those that this audience sees."""
    return kpis_conclusion([here.assessment.kpis[each].status for each in here.seen(tuple(kpis))])


def _row(here: Standpoint, found: KpiAssessment, objective: str, usual: str) -> KpiRow:
    status, sparkline, figures, rating, trend, chance = here.rows("table", found, here.id, lambda: _told(here, found))
    return KpiRow(
        link=here.kpi(found.kpi.id),
        objective=objective,
        status=StatusMark(*status),
        sparkline=sparkline,
        figures=CellFigures(*figures),
        period=_period(found, usual),
        rating=rating,
        trend=TrendMark(*trend),
        chance=chance,
        owner=here.person(found.kpi.owner),
    )


def _told(here: Standpoint, found: KpiAssessment) -> list[Any]:
    """What a row tells of its KPI on whatever page of the scorecard: status, course, figures, rating, trend, chance."""
    chances, mark, trend, cells = found.forecast.chances, here.kpi_status(found), here.trend(found), figures_of(found)
    return [
        [mark.shape, mark.word, mark.why],
        _sparkline(found),
        [cells.unit, cells.code, cells.current, cells.target, cells.gap, cells.bar],
        found.ratings[-1].rating if found.ratings else "",
        [trend.style, trend.arrow, trend.word, trend.detail],
        chance_figure(chances[0]) if chances else "—",
    ]


def _sparkline(found: KpiAssessment) -> Markup:
    return lean_sparkline(*_latest(found))


def course_of(found: KpiAssessment) -> list[str]:
    """The paths of the picture in its row; empty for fewer than two values."""
    return sparkline_paths(*_latest(found))


def _latest(found: KpiAssessment) -> tuple[list[float], list[float | None]]:
    """The values of the latest complete periods, and what was to be reached in each of them."""
    shown = [each for each in found.points[-LATEST - 1 :] if each.complete]
    return [each.value for each in shown], [each.expected.target for each in shown]


def _period(found: KpiAssessment, usual: str) -> str:
    """Of the value shown, and that the next one is late: `Jul 2026, late`."""
    if found.current is None:
        return ""
    period = so_far_text(found.current)
    if found.freshness.word in LATE:
        return say("{period}, late", period=period)
    return "" if period == usual else period
