"""Targets from the data: rows that have a target and no value are targets of the KPI, as declared ones are."""

from __future__ import annotations

from collections.abc import Mapping

from bsc_site.model.declared.kpi import Kpi
from bsc_site.model.declared.project import Project
from bsc_site.model.declared.scorecard import Scorecard
from bsc_site.model.declared.targets import Target
from bsc_site.model.series import Series
from bsc_site.model.vocabularies import Direction


def with_found_targets(project: Project, series: Mapping[str, Series]) -> Project:
    """The project with the targets that stand in the data for periods without a figure.

    A target that is declared for the same period stays, and so does a figure's own target.
    """
    if not any(each.targets for each in series.values()):
        return project
    return Project(tuple(_with_targets(card, series) for card in project.scorecards))


def _with_targets(card: Scorecard, series: Mapping[str, Series]) -> Scorecard:
    return card.model_copy(update={"kpis": tuple(_with_target(each, series.get(each.id)) for each in card.kpis)})


def _with_target(kpi: Kpi, series: Series | None) -> Kpi:
    if series is None or not series.targets or kpi.direction is Direction.BAND:
        return kpi
    taken = {each.period for each in kpi.targets} | {each.period for each in series.observations}
    found = {
        row.period: Target(period=row.period, value=row.target, note=row.note)
        for row in series.targets
        if row.period not in taken and row.target is not None
    }
    return kpi.model_copy(update={"targets": (*kpi.targets, *found.values())})
