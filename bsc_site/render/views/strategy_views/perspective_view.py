"""The page of a perspective: its question, its objectives and their KPIs."""

from __future__ import annotations

from dataclasses import dataclass

from bsc_site.render.views.parts.kpi_tables import KpiTable, kpi_table
from bsc_site.render.views.parts.page_parts import Frame, Link, ScoreMark, TrendMark
from bsc_site.render.views.parts.standpoint import Standpoint


@dataclass(frozen=True, slots=True)
class ObjectiveCard:
    """An objective as a card with its KPIs."""

    link: Link
    description: str
    standing: ScoreMark
    trend: TrendMark
    owner: Link
    table: KpiTable


@dataclass(frozen=True, slots=True)
class PerspectiveView:
    """Everything that `perspective.md.jinja` shows."""

    title: str
    frame: Frame
    question: str
    standing: ScoreMark
    scorecard: Link
    objectives: tuple[ObjectiveCard, ...]


def perspective_view(here: Standpoint, perspective: str) -> PerspectiveView:
    """The page of the perspective."""
    found = here.card.perspectives[perspective]
    name = found.perspective.name
    return PerspectiveView(
        title=name,
        frame=here.frame(name),
        question=found.perspective.question,
        standing=here.standing(found.standing),
        scorecard=here.scorecard(here.id),
        objectives=tuple(_card(here, each) for each in found.objectives),
    )


def _card(here: Standpoint, objective: str) -> ObjectiveCard:
    found = here.card.objectives[objective]
    return ObjectiveCard(
        link=here.objective(objective),
        description=found.objective.description,
        standing=here.standing(found.standing),
        trend=here.trend_word(found.trend),
        owner=here.person(found.objective.owner),
        table=kpi_table(here, found.kpis),
    )
