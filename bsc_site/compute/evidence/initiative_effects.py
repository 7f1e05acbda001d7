"""Effects of initiatives: what happened to the KPIs that an initiative serves, before and after it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

import numpy as np

from bsc_site.compute.evidence.grading import false_discovery_rates
from bsc_site.compute.evidence.step_effect import AFTER, BEFORE, step_effect
from bsc_site.compute.statistics.observed_columns import figures_of
from bsc_site.model.concluded.assessment import InitiativeAssessment
from bsc_site.model.concluded.evidence import InitiativeEffect, TooFewAfter, TooFewBefore, TooMuchAlike, Untold
from bsc_site.model.declared.initiative import Initiative
from bsc_site.model.declared.kpi import Kpi
from bsc_site.model.declared.scorecard import Scorecard
from bsc_site.model.period import Period
from bsc_site.model.series import Series
from bsc_site.model.value_class import dataclass
from bsc_site.model.vocabularies import InitiativeStatus

AROUND = 12
"""Work that went on within so many periods of the step may be the reason as well."""


@dataclass(frozen=True, slots=True)
class Work:
    """The initiatives of a scorecard, all of them by id, and the KPIs that readers see."""

    scorecard: Scorecard
    initiatives: Mapping[str, InitiativeAssessment]
    kpis: Mapping[str, Kpi]


def effects_of(name: str, work: Work, series: Mapping[str, Series]) -> tuple[InitiativeEffect, ...]:
    """The step of each KPI of the objectives that the initiative serves, counted from the initiative's end.

    The end is the period in which the last milestone of the plan was reached, otherwise the planned one. A cancelled
    initiative has no effects. All its KPIs are judged together (Benjamini-Hochberg), since of many one steps by chance.
    """
    assessed = work.initiatives[name]
    if assessed.status is InitiativeStatus.CANCELLED:
        return ()
    end, unfinished = ended(assessed.initiative), assessed.status is not InitiativeStatus.DONE
    found = [
        _effect(work.kpis[kpi], series[kpi], end, unfinished=unfinished)
        for kpi in _served(assessed.initiative, work)
        if kpi in series
    ]
    told = [each.p for each in found if each.p is not None]
    rates = iter(false_discovery_rates(told))
    return tuple(
        each
        if each.p is None
        else replace(each, q=next(rates), together=len(told), others=_at_the_same_time(name, each, work))
        for each in found
    )


def _served(initiative: Initiative, work: Work) -> tuple[str, ...]:
    objectives = [work.scorecard.objectives[name] for name in initiative.serves if name in work.scorecard.objectives]
    return tuple(dict.fromkeys(name for each in objectives for name in each.kpis if name in work.kpis))


def _at_the_same_time(name: str, effect: InitiativeEffect, work: Work) -> tuple[str, ...]:
    """The other initiatives for the same KPI that ran within the twelve periods before or after the step."""
    first, last = effect.since.shift(-AROUND).start, effect.since.shift(AROUND).end
    return tuple(
        other
        for other, each in work.initiatives.items()
        if other != name
        and each.status is not InitiativeStatus.CANCELLED
        and effect.kpi in _served(each.initiative, work)
        and each.initiative.start.start <= last
        and max(each.initiative.end.end, ended(each.initiative).end) >= first
    )


def ended(initiative: Initiative) -> Period:
    """When it came to its end: the last milestone due by the planned end, if all those are reached, else that end."""
    planned = [each for each in initiative.milestones if each.due.end <= initiative.end.end]
    reached = [each.done for each in planned if each.done is not None]
    return max(reached) if reached and len(reached) == len(planned) else initiative.end


def _effect(kpi: Kpi, series: Series, end: Period, *, unfinished: bool) -> InitiativeEffect:
    since = end.within(kpi.frequency)
    observations = series.complete
    times = np.array([each.period.ordinal for each in observations], dtype=np.float64)
    values = figures_of(observations)
    found = step_effect(times, values, float(since.ordinal)) if observations else None
    if found is not None:
        return InitiativeEffect(kpi.id, found.effect, found.low, found.high, since, None, None, unfinished, found.p)
    after = int((times >= since.ordinal).sum())
    before = times.size - after
    if times.size and not after:  # those still to come count too
        before = since.ordinal - int(times[0])
    untold = _reason(before, after)
    known_from = since.shift(AFTER - 1) if isinstance(untold, TooFewAfter) else None
    return InitiativeEffect(kpi.id, None, None, None, since, known_from, untold, unfinished)


def _reason(before: int, after: int) -> Untold:
    if before < BEFORE:
        return TooFewBefore(before, BEFORE)
    return TooMuchAlike() if after >= AFTER else TooFewAfter(after, AFTER)
