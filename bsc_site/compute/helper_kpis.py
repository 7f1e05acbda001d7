"""Helper KPIs: those that only help to compute others, and are shown nowhere themselves."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from bsc_site.model.declared.project import Project
from bsc_site.model.declared.scorecard import Scorecard


def helpers_of(project: Project) -> Mapping[str, str]:
    """The ids of the helpers with their names."""
    return {kpi.id: kpi.name for kpi in project.kpis.values() if kpi.hidden}


def without_helpers(project: Project) -> Project:
    """The project without its helpers: the figures that are computed with them stand in the series."""
    if not helpers_of(project):
        return project
    return replace(project, scorecards=tuple(map(_without_helpers, project.scorecards)))


def _without_helpers(card: Scorecard) -> Scorecard:
    return card.model_copy(update={"kpis": tuple(each for each in card.kpis if not each.hidden)})
