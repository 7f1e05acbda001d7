"""The line of sight of a person: each objective they have a part in, what it supports, up to the vision."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from bsc_site.compute.cascade.sight import line_of_sight
from bsc_site.model.alignment import Goal
from bsc_site.model.assessment import ScorecardAssessment
from bsc_site.render.views.parts import Link, StatusMark
from bsc_site.render.views.standpoint import Standpoint


@dataclass(frozen=True, slots=True)
class WayUp:
    """One objective, the person's part in it, and the objectives above it, the nearest level first."""

    objective: Link
    status: StatusMark
    part: str
    levels: tuple[tuple[Link, ...], ...]


def ways_up(here: Standpoint, person: str) -> tuple[WayUp, ...]:
    """Every objective that the person owns, measures or works for, in the order of the scorecards."""
    kpis = frozenset(
        each for each, found in here.assessment.kpis.items() if person in {found.kpi.owner, found.kpi.updater}
    )
    return tuple(
        _way(here, card, objective, parts)
        for card in here.assessment.scorecards.values()
        for objective in card.objectives
        if (parts := tuple(_parts(here, card, objective, (person, kpis))))
    )


def _parts(
    here: Standpoint, card: ScorecardAssessment, objective: str, mine: tuple[str, frozenset[str]]
) -> Iterator[str]:
    person, kpis = mine
    found = card.objectives[objective]
    if found.objective.owner == person:
        yield "owns it"
    yield from (f"brings {here.assessment.kpis[kpi].kpi.name}" for kpi in found.kpis if kpi in kpis)
    for each in card.initiatives.values():
        if each.initiative.owner == person and objective in each.initiative.serves:
            yield f"leads {each.initiative.name}"


def _way(here: Standpoint, card: ScorecardAssessment, objective: str, parts: tuple[str, ...]) -> WayUp:
    sight = line_of_sight(here.assessment.project.cascade, Goal(card.scorecard.id, objective))
    return WayUp(
        objective=here.objective(objective, card.scorecard.id),
        status=here.standing(card.objectives[objective].standing).status,
        part="; ".join(parts),
        levels=tuple(
            tuple(here.objective(each.objective, each.scorecard) for each in level) for level in reversed(sight.above)
        ),
    )
