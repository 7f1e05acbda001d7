"""The scorecard table: every KPI of a scorecard in one row, by perspective and objective."""

from __future__ import annotations

from dataclasses import dataclass

from bsc_site.render.views.kpi_views.signals import SignalRow, signal_row
from bsc_site.render.views.parts.page_parts import Frame, KpiRow, Link, ScoreMark, StatusMark
from bsc_site.render.views.parts.standpoint import Standpoint
from bsc_site.wording.figures import date_text
from bsc_site.wording.language import say, say_count


@dataclass(frozen=True, slots=True)
class ScorecardRow:
    """A KPI with what its control chart and forecast say."""

    row: KpiRow
    signals: SignalRow


@dataclass(frozen=True, slots=True)
class ObjectiveRows:
    """An objective with the rows of its KPIs."""

    link: Link
    standing: ScoreMark
    rows: tuple[ScorecardRow, ...]


@dataclass(frozen=True, slots=True)
class PerspectiveRows:
    """A perspective with its objectives."""

    link: Link
    standing: ScoreMark
    objectives: tuple[ObjectiveRows, ...]


@dataclass(frozen=True, slots=True)
class ScorecardView:
    """Everything that `scorecard.md.jinja` shows."""

    title: str
    frame: Frame
    caption: str
    perspectives: tuple[PerspectiveRows, ...]
    unlinked: tuple[ScorecardRow, ...]
    """KPIs that belong to no objective."""
    legend: tuple[StatusMark, ...]


def scorecard_view(here: Standpoint) -> ScorecardView:
    """The table of the scorecard."""
    title = say("Scorecard: {scorecard}", scorecard=here.card.scorecard.title)
    listed = {kpi for each in here.card.objectives.values() for kpi in each.kpis}
    kpis, day = here.seen(here.card.kpis), date_text(here.assessment.as_of)
    return ScorecardView(
        title=title,
        frame=here.frame(title),
        caption=say_count("{count} KPI as of {day}", "{count} KPIs as of {day}", len(kpis), day=day),
        perspectives=tuple(_perspective(here, each) for each in here.card.perspectives),
        unlinked=tuple(_row(here, each) for each in kpis if each not in listed),
        legend=here.legend(),
    )


def _perspective(here: Standpoint, perspective: str) -> PerspectiveRows:
    found = here.card.perspectives[perspective]
    return PerspectiveRows(
        here.perspective(perspective),
        here.standing(found.standing),
        tuple(_objective(here, each) for each in found.objectives),
    )


def _objective(here: Standpoint, objective: str) -> ObjectiveRows:
    found = here.card.objectives[objective]
    name = found.objective.name
    rows = tuple(_row(here, each, name) for each in here.seen(found.kpis))
    return ObjectiveRows(here.objective(objective), here.standing(found.standing), rows)


def _row(here: Standpoint, kpi: str, objective: str = "") -> ScorecardRow:
    return ScorecardRow(here.row(kpi, objective), signal_row(here.assessment.kpis[kpi]))
