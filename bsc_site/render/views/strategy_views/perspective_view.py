"""The page of a perspective: its question, its objectives and their KPIs."""

from __future__ import annotations

from markupsafe import Markup

from bsc_site.model.value_class import dataclass
from bsc_site.render.text import own
from bsc_site.render.views.parts.kpi_tables import KpiTable, conclusion_of, kpi_table
from bsc_site.render.views.parts.page_parts import Frame, Link, ScoreMark, TrendMark
from bsc_site.render.views.parts.standpoint import Standpoint
from bsc_site.wording.language import enumeration


@dataclass(frozen=True, slots=True)
class ObjectiveRow:
    """An objective as a row of the table; `width` is its score in hundredths of a bar."""

    link: Link
    description: str
    standing: ScoreMark
    width: Markup
    trend: TrendMark
    owner: Link


@dataclass(frozen=True, slots=True)
class PerspectiveView:
    """Everything that `perspective.md.jinja` shows."""

    title: str
    frame: Frame
    question: str
    conclusion: str
    standing: ScoreMark
    scorecard: Link
    objectives: tuple[ObjectiveRow, ...]
    table: KpiTable
    """All KPIs, each with the objective that it tells about."""


def perspective_view(here: Standpoint, perspective: str) -> PerspectiveView:
    """The page of the perspective."""
    found = here.card.perspectives[perspective]
    name, names = found.perspective.name, _names(here, found.objectives)
    return PerspectiveView(
        title=name,
        frame=here.frame(name),
        question=found.perspective.question,
        conclusion=conclusion_of(here, list(names)),
        standing=here.standing(found.standing),
        scorecard=here.scorecard(here.id),
        objectives=tuple(_row(here, each) for each in found.objectives),
        table=kpi_table(here, list(names), names),
    )


def _names(here: Standpoint, objectives: tuple[str, ...]) -> dict[str, str]:
    """Every KPI once, with the names of its objectives here."""
    names: dict[str, list[str]] = {}
    for each in objectives:
        for kpi in here.card.objectives[each].kpis:
            names.setdefault(kpi, []).append(here.card.objectives[each].objective.name)
    return {kpi: enumeration(found) for kpi, found in names.items()}


def _row(here: Standpoint, objective: str) -> ObjectiveRow:
    found = here.card.objectives[objective]
    return ObjectiveRow(
        link=here.objective(objective),
        description=found.objective.description,
        standing=here.standing(found.standing),
        width=own(f"{found.standing.score or 0.0:.1f}"),
        trend=here.trend_word(found.trend),
        owner=here.person(found.objective.owner),
    )
