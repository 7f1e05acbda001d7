"""The line of sight on an objective's page: from the vision down to the people."""

from __future__ import annotations

from collections.abc import Iterable

from bsc_site.model.declared.cascade import Goal
from bsc_site.model.value_class import dataclass
from bsc_site.render.views.parts.page_parts import Link, StatusMark
from bsc_site.render.views.parts.standpoint import Standpoint
from bsc_site.wording.language import say, say_count

SHOWN = 12
"""How many elements a step shows before it only counts them; the alignment page has them all."""


@dataclass(frozen=True, slots=True)
class SightItem:
    """One element on the way; `marks` holds its status, or nothing for a person; `detail` says whose or what part."""

    link: Link
    marks: tuple[StatusMark, ...]
    detail: str = ""


@dataclass(frozen=True, slots=True)
class SightStep:
    """One step of the way: what stands there, and a line for what has no place.

    Above the objective the `label` is the scorecard's title, otherwise how the step serves the one above it.
    """

    label: str
    items: tuple[SightItem, ...]
    more: str = ""
    here: bool = False
    """Whether this is the objective of the page itself."""


def sight_of(here: Standpoint, objective: str) -> tuple[SightStep, ...]:
    """The way from the vision through what the objective supports to what supports it, its KPIs, work and people."""
    sight = here.assessment.overviews[here.id].sights[objective]
    above = [_step(_title(here, level[0]), (_goal(here, each, named=False) for each in level)) for level in sight.above]
    own = SightStep(say("This objective"), (_goal(here, sight.goal, named=False),), here=True)
    below = [_step(say("Supported by"), (_goal(here, each, named=True) for each in level)) for level in sight.below]
    found = here.card.objectives[objective]
    serving = [id_ for id_, each in here.card.initiatives.items() if objective in each.initiative.serves]
    steps = (
        _vision(here),
        *above,
        own,
        *below,
        _step(say("Measured by"), (_kpi(here, each) for each in here.seen(found.kpis))),
        _step(say("Worked on by"), (_initiative(here, each) for each in serving)),
        _step(say("In the hands of"), _people(here, objective, serving)),
    )
    return tuple(step for step in steps if step.items)


def _step(label: str, items: Iterable[SightItem]) -> SightStep:
    found = tuple(items)
    more = len(found) - SHOWN
    return SightStep(label, found[:SHOWN], say_count("and {count} more", "and {count} more", more) if more > 0 else "")


def _vision(here: Standpoint) -> SightStep:
    """The vision of the whole organisation, otherwise its mission, otherwise those of the scorecard itself."""
    cards = (here.assessment.project.root, here.card.scorecard)
    texts = [text for card in cards for text in (card.vision, card.mission) if text]
    label = say("Vision") if texts and texts[0] in {card.vision for card in cards} else say("Mission")
    return SightStep(label, (SightItem(Link(texts[0]), ()),) if texts else ())


def _title(here: Standpoint, goal: Goal) -> str:
    return here.assessment.scorecards[goal.scorecard].scorecard.title


def _goal(here: Standpoint, goal: Goal, *, named: bool) -> SightItem:
    """An objective, with the name of its scorecard where the step does not say it."""
    found = here.assessment.scorecards[goal.scorecard].objectives[goal.objective]
    link = here.objective(goal.objective, goal.scorecard)
    return SightItem(link, (here.standing(found.standing).status,), _title(here, goal) if named else "")


def _kpi(here: Standpoint, kpi: str) -> SightItem:
    return SightItem(here.kpi(kpi), (here.kpi_status(here.assessment.kpis[kpi]),))


def _initiative(here: Standpoint, initiative: str) -> SightItem:
    found = here.card.initiatives[initiative]
    return SightItem(here.initiative(initiative), (here.initiative_status(found),))


def _people(here: Standpoint, objective: str, initiatives: Iterable[str]) -> Iterable[SightItem]:
    """Everyone who owns the objective, one of its KPIs or one of its initiatives, each once, with the part."""
    found = here.card.objectives[objective]
    parts: dict[str, list[str]] = {}

    def note(person: str | None, part: str) -> None:
        if person is not None:
            parts.setdefault(person, []).append(part)

    note(found.objective.owner, say("owns the objective"))
    for kpi in here.seen(found.kpis):
        declared = here.assessment.kpis[kpi].kpi
        note(declared.owner, say("owns {kpi}", kpi=declared.name))
        updater = declared.updater if declared.updater != declared.owner else None
        note(updater, say("updates {kpi}", kpi=declared.name))
    for initiative in initiatives:
        declared_plan = here.card.initiatives[initiative].initiative
        note(declared_plan.owner, say("leads {initiative}", initiative=declared_plan.name))
    return (SightItem(here.person(person), (), "; ".join(roles)) for person, roles in parts.items())
