"""Sums of a portfolio: the initiatives of a scorecard added up, by themselves, by objective and by perspective."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date

from bsc_site.model.calculation.exact_sum import exact_sum
from bsc_site.model.concluded.assessment import InitiativeAssessment, ScorecardAssessment
from bsc_site.model.concluded.portfolio import CostShare, Holding, Money, Portfolio
from bsc_site.model.declared.initiative import Initiative, Milestone
from bsc_site.model.vocabularies import InitiativeStatus, Status

OVER = (InitiativeStatus.DONE, InitiativeStatus.CANCELLED)


def portfolio_of(card: ScorecardAssessment, as_of: date) -> Portfolio:
    """The portfolio at `as_of`. What an initiative costs is shared evenly between the objectives that it serves."""
    found = tuple(card.initiatives.values())
    holdings = {name: _holding(each, card.initiatives, as_of) for name, each in card.initiatives.items()}
    objectives = tuple(
        share for name in (*card.objectives, "") if (share := _share(name, {name}, found, card)).initiatives
    )
    rows = {name: set(row.objectives) for name, row in card.perspectives.items()} | {"": {""}}
    perspectives = (_share(name, below, found, card) for name, below in rows.items())
    return Portfolio(
        holdings=holdings,
        total=_total([each.money for each in holdings.values()]),
        counted=sum(each.money.variance is not None for each in holdings.values()),
        objectives=objectives,
        perspectives=tuple(each for each in perspectives if each.initiatives),
        serving_nothing=tuple(each.initiative.id for each in found if not _served(each.initiative, card)),
        unserved=_unserved(card),
    )


def _money(assessed: InitiativeAssessment) -> Money:
    """Budget, spent, earned value (budget x progress) and variance (earned less spent) of one initiative."""
    declared = assessed.initiative
    earned = None
    if declared.budget is not None and assessed.progress is not None:
        earned = declared.budget * assessed.progress
    variance = None if earned is None or declared.spent is None else earned - declared.spent
    return Money(declared.budget, declared.spent, earned, variance)


def _lateness(milestone: Milestone, as_of: date) -> int | None:
    """Days after its due day that a milestone was reached, or that it is overdue; None while it is still to come."""
    if milestone.done is not None and milestone.done.start <= as_of:
        return (milestone.done.start - milestone.due.end).days
    late = (as_of - milestone.due.end).days
    return late if late > 0 else None


def _slippage(assessed: InitiativeAssessment, as_of: date) -> int | None:
    """How many days the work is late: by what is overdue, otherwise by the milestone that was reached last."""
    declared = assessed.initiative
    if assessed.status is InitiativeStatus.CANCELLED:
        return None
    reached = [each for each in declared.milestones if each.done is not None and each.done.start <= as_of]
    if assessed.status is not InitiativeStatus.DONE:
        due = [each.due.end for each in declared.milestones if each not in reached]
        late = [(as_of - day).days for day in (*due, declared.end.end) if day < as_of]
        if late:
            return max(late)
    return _lateness(max(reached, key=_when), as_of) if reached else None


def _when(milestone: Milestone) -> date:
    return milestone.done.start if milestone.done else milestone.due.end


def _holding(assessed: InitiativeAssessment, others: Mapping[str, InitiativeAssessment], as_of: date) -> Holding:
    declared = assessed.initiative
    done = [each for each in declared.milestones if each.done is not None and each.done.start <= as_of]
    known = [each for each in declared.depends_on if each in others]
    waiting = [] if assessed.status in OVER else [each for each in known if others[each].status not in OVER]
    return Holding(
        initiative=declared.id,
        money=_money(assessed),
        reached=len(done),
        milestones=len(declared.milestones),
        slippage=_slippage(assessed, as_of),
        delays=tuple(_lateness(each, as_of) for each in declared.milestones),
        waiting=tuple(waiting),
    )


def _total(amounts: Iterable[Money]) -> Money:
    every = list(amounts)
    return Money(
        budget=_sum(each.budget for each in every),
        spent=_sum(each.spent for each in every),
        earned=_sum(each.earned for each in every),
        variance=_sum(each.variance for each in every),
    )


def _sum(amounts: Iterable[float | None]) -> float | None:
    """The sum of what is known; None where nothing is."""
    known = [each for each in amounts if each is not None]
    return exact_sum(known) if known else None


def _served(initiative: Initiative, card: ScorecardAssessment) -> tuple[str, ...]:
    return tuple(dict.fromkeys(each for each in initiative.serves if each in card.objectives))


def _share(name: str, below: set[str], found: Iterable[InitiativeAssessment], card: ScorecardAssessment) -> CostShare:
    """The part of all costs that falls to the objectives `below`; `""` stands for none at all."""
    members, budget, spent = [], 0.0, 0.0
    for each in found:
        served = _served(each.initiative, card) or ("",)
        part = sum(objective in below for objective in served) / len(served)
        if part:
            members.append(each.initiative.id)
            budget += part * (each.initiative.budget or 0.0)
            spent += part * (each.initiative.spent or 0.0)
    return CostShare(name, tuple(members), budget, spent)


def _unserved(card: ScorecardAssessment) -> tuple[str, ...]:
    alive = (each for each in card.initiatives.values() if each.status not in OVER)
    served = {objective for each in alive for objective in _served(each.initiative, card)}
    return tuple(
        name
        for name, each in card.objectives.items()
        if each.standing.status is Status.OFF_TRACK and name not in served
    )
