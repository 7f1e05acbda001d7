"""The line of sight of a person: each objective they have a part in, what it supports, up to the vision."""

from __future__ import annotations

from collections.abc import Iterator

from bsc_site.model.concluded.assessment import ScorecardAssessment
from bsc_site.model.declared.cascade import Goal
from bsc_site.model.value_class import dataclass
from bsc_site.render.views.parts.page_parts import Link, StatusMark
from bsc_site.render.views.parts.standpoint import Standpoint
from bsc_site.wording.language import say


@dataclass(frozen=True, slots=True)
class WayUp:
    """One objective, the person's part in it, and the objectives above it, the nearest level first."""

    objective: Link
    status: StatusMark
    part: str
    levels: tuple[tuple[Link, ...], ...]


def ways_up(here: Standpoint, person: str) -> tuple[WayUp, ...]:
    """Every objective that the person owns, measures or works for, in the order of the scorecards."""
    return tuple(_way(here, goal, person) for goal in here.assessment.project.goals_of.get(person, ()))


def _parts(here: Standpoint, card: ScorecardAssessment, objective: str, person: str) -> Iterator[str]:
    found = card.objectives[objective]
    if found.objective.owner == person:
        yield say("owns it")
    for kpi in (here.assessment.kpis[each].kpi for each in here.seen(found.kpis)):
        if person in {kpi.owner, kpi.updater}:
            yield say("brings {kpi}", kpi=kpi.name)
    for each in card.initiatives.values():
        if each.initiative.owner == person and objective in each.initiative.serves:
            yield say("leads {initiative}", initiative=each.initiative.name)


def _way(here: Standpoint, goal: Goal, person: str) -> WayUp:
    card = here.assessment.scorecards[goal.scorecard]
    above = reversed(here.assessment.overviews[goal.scorecard].sights[goal.objective].above)
    return WayUp(
        objective=here.objective(goal.objective, goal.scorecard),
        status=here.standing(card.objectives[goal.objective].standing).status,
        part="; ".join(_parts(here, card, goal.objective, person)),
        levels=tuple(tuple(here.objective(each.objective, each.scorecard) for each in level) for level in above),
    )
